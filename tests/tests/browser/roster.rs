//! The roster of the example in its four views, each layer over one group, the month with the keyboard alone,
//! two variants side by side, and a plan that is too large for the browser to keep.

use super::main_job::{TODAY, moved_from, saved, session_date, stored_plan, until_stored};
use super::page::Page;
use super::{Failure, Outcome};
use serde_json::{Value, json};

/// A group of the example with families who can all come: B3 is on Thursday 29 April 2027.
const GROUP: &str = "NRD-2027-01-1";

async fn with_example(page: &mut Page) -> Outcome {
    page.open_planner("index.html", TODAY).await?;
    page.open_example().await?;
    saved(page).await?;
    page.click("nav button", "Rooster").await?;
    page.find("h1", "Rooster").await?;
    Ok(())
}

pub async fn a_location_is_chosen_for_all_screens(page: &mut Page) -> Outcome {
    page.open_planner("index.html", TODAY).await?;
    page.open_example().await?;
    page.click("main .seg button", "Noord").await?;
    page.click("nav button", "Rooster").await?;
    page.find("h1", "Rooster").await?;
    let shown = "const [list] = all('main .filter select').filter((one) => one.options.length === 4);\
        return list?.selectedOptions[0].textContent === arguments[0]";
    page.wait("the location of the groups", shown, &[json!("Noord")])
        .await?;
    page.wait(
        "its groups alone",
        "const rows = all('.yline'); return rows.length > 0 && rows.every((row) => row.textContent.includes('NRD-'))",
        &[],
    )
    .await?;
    page.click("nav button", "Instroom").await?;
    page.find("h1", "Instroom").await?;
    page.wait("the same location", shown, &[json!("Noord")])
        .await?;
    page.click("nav button", "Rooster").await?;
    page.find("h1", "Rooster").await?;
    page.choose("Locatie", "Alle locaties").await?;
    page.click("nav button", "Groepen").await?;
    page.find("main .seg [aria-pressed=true]", "Alle locaties")
        .await?;
    Ok(())
}

pub async fn one_plan_in_four_views(page: &mut Page) -> Outcome {
    with_example(page).await?;
    let date = session_date(&stored_plan(page).await?, GROUP, 3)?;
    let mark = format!("[data-mark='{GROUP}/B3']");
    page.wait(
        "the mark in the year",
        "return all(arguments[0]).some(isShown)",
        &[json!(mark)],
    )
    .await?;
    page.paste("main input[type=search]", "nrd-2027-01").await?;
    page.wait(
        "only the group that was searched",
        "return all('.yline').length === 1",
        &[],
    )
    .await?;
    page.paste("main input[type=search]", "").await?;

    page.click("main .seg button", "Maand").await?;
    page.sees("Maart 2027").await?;
    page.click("main button", "Later").await?;
    page.sees("April 2027").await?;
    let words = "return all(arguments[0]).map((one) => one.textContent).join()";
    let month = page.script(words, &[json!(mark)]).await?;
    if !month.as_str().unwrap_or_default().contains(GROUP) || date != "2027-04-29" {
        return Err(format!("the month shows {month}; B3 is on {date}").into());
    }
    page.click("main button.ev", "donderdag 29 april 2027")
        .await?;
    page.find("aside h2", "Donderdag 29 april 2027").await?;
    page.find("aside h3", "Wie en waar").await?;
    page.choose("Wie komt als jeugdarts?", "JA-1").await?;
    let read = |plan: &Value| plan.to_string().contains(r#""physician":"JA-1""#);
    until_stored(page, "the jeugdarts of B3", read, |found| *found).await?;

    page.click("main .seg button", "Week").await?;
    page.sees("Week 17, 26 apr – 2 mei 2027").await?;
    page.find("main .day h4", "middag").await?;

    page.click("main .seg button", "Agenda").await?;
    page.choose("Agenda van", GROUP).await?;
    page.sees(&format!("Agenda van {GROUP}, mrt 2027 – mei 2028"))
        .await?;
    let rows = page
        .script("return all('.agenda tbody tr').length", &[])
        .await?;
    // B1 was before the month of today.
    if rows != json!(7) {
        return Err(format!("the agenda of the group has {rows} rows in fifteen months").into());
    }
    page.choose("Agenda van", "JA-1").await?;
    page.sees("Een jeugdarts ziet hier waar er een nodig is")
        .await?;

    page.click("main .seg button", "Tabel").await?;
    // Of a long table only what is near the screen is drawn.
    page.paste("main input[type=search]", "nrd-2027-01").await?;
    page.find("main table.roster th", "do 29 apr").await?;
    Ok(())
}

pub async fn each_layer_over_one_group(page: &mut Page) -> Outcome {
    with_example(page).await?;
    page.click("main .seg button", "Agenda").await?;
    page.choose("Agenda van", GROUP).await?;
    for layer in ["Jeugdarts", "Prikken (RVP)", "Spreekuur", "Inhaalafspraken"] {
        page.click("main .layers label", layer).await?;
    }
    for (third, words) in [
        ("the jeugdarts", "jeugdarts 60 min"),
        ("the vaccinations", "rota 2, pneu 1 en DKTP 1 of DKTP 2"),
        ("the contacts", "vervangt 7× 3 maanden"),
    ] {
        let body = "return all('.agenda tr').some((row) => row.textContent.includes('B3') && row.textContent.includes(arguments[0]))";
        page.wait(third, body, &[json!(words)]).await?;
    }
    for heading in [
        "Waar is een jeugdarts nodig?",
        "Welke prik valt in welke bijeenkomst?",
        "Welke afspraken vervallen op het spreekuur?",
        "Welke inhaalafspraken zijn nodig?",
    ] {
        page.find("main h2", heading).await?;
    }
    // Of the five bijeenkomsten that the group of six which stopped will not have.
    page.sees("30 afspraken in het hele plan").await?;
    page.sees("WET-2026-09-1 B4").await?;
    // The summer births of 2026 get their RSV immunisation near a bijeenkomst of that autumn.
    page.click("main button", "Eerder: mrt 2026").await?;
    page.find(
        "#layer-vaccination ~ *, table.layer td",
        "RSV in sept. of okt.",
    )
    .await?;

    // Without a date every child of the group needs an appointment.
    let mut plan = stored_plan(page).await?;
    *session(&mut plan, 3)? = json!({ "number": "B3", "date": null, "status": "draft" });
    let body = "localStorage.setItem('centering-planner:plan', arguments[0]); return true";
    page.open("host-demo.css").await?;
    page.client()
        .execute(body, vec![json!(plan.to_string())])
        .await?;
    page.open_planner("index.html", TODAY).await?;
    page.click("nav button", "Rooster").await?;
    page.click("main .layers label", "Inhaalafspraken").await?;
    let row = "return all('table.layer tbody tr').some((row) => ['NRD-2027-01-1 B3', 'heeft geen datum', 'uiterlijk 18 mei'].every((words) => row.textContent.includes(words)))";
    page.wait("the catch-up of B3", row, &[]).await?;
    page.click("table.layer button.rowbtn", "NRD-2027-01-1 B3")
        .await?;
    page.find("aside h2", "Nog geen datum").await?;
    page.find("aside dt", "Inhaalafspraken").await?;
    Ok(())
}

pub async fn the_month_with_the_keyboard(page: &mut Page) -> Outcome {
    with_example(page).await?;
    page.tab_to("button Maand").await?;
    page.press(&["Enter"]).await?;
    page.sees("Maart 2027: 7 bijeenkomsten").await?;
    page.tab_to("9.30 B4").await?;
    page.press(&["Right"]).await?;
    let second = page.focused().await?;
    if !second.contains("KPL-2027-01-1") {
        return Err(format!("the arrow went to {second}").into());
    }
    page.press(&["Left", "End"]).await?;
    // A bijeenkomst that is still to come: a week later, and placed.
    for _ in 0..4 {
        page.press(&["Right"]).await?;
    }
    let before = page.focused().await?;
    page.press(&["Alt+Right"]).await?;
    page.find("main .movebar button", "Verplaats").await?;
    page.press(&["Enter"]).await?;
    page.wait(
        "the move is placed",
        "return all('.movebar').length === 0 && !!root().activeElement?.matches('.ev')",
        &[],
    )
    .await
    .map_err(|error| format!("{error}; it was {before}"))?;
    page.sees("Maak ongedaan").await?;
    Ok(())
}

pub async fn two_variants_are_compared_and_taken_over(page: &mut Page) -> Outcome {
    with_example(page).await?;
    page.click("main button", "Er is iets gebeurd").await?;
    page.click("main button", "Bewaar als variant").await?;
    page.sees("Alle datums zijn gelijk").await?;
    page.click("nav button", "Rooster").await?;
    page.click_mark(GROUP, 5).await?;
    page.click("aside ol.alts button", "Probeer").await?;
    saved(page).await?;
    let moved = session_date(&stored_plan(page).await?, GROUP, 5)?;
    page.reload(TODAY).await?;
    page.click("nav button", "Rooster").await?;
    page.find("h1", "Rooster").await?;
    // The part that checks the plan has come, and nothing moves any more.
    page.find("nav button", "Kan niet").await?;
    page.click("main button", "Er is iets gebeurd").await?;
    page.sees("1 andere datum").await?;
    page.click("main button", "Neem Variant A over").await?;
    saved(page).await?;
    moved_from(page, GROUP, 5, &moved).await?;
    page.sees("1 andere datum").await?;
    page.click("button", "Maak ongedaan").await?;
    page.sees("Alle datums zijn gelijk").await?;
    page.click("main button", "Wis Variant A").await?;
    let is_gone = "return !named('main button', 'Wis Variant A')";
    page.wait("Variant A is gone", is_gone, &[]).await?;
    page.click(".toast button", "Maak ongedaan").await?;
    page.sees("Alle datums zijn gelijk").await?;
    Ok(())
}

pub async fn a_plan_too_large_for_the_browser_stays_open(page: &mut Page) -> Outcome {
    with_example(page).await?;
    let plan = stored_plan(page).await?;
    // Made in the page: the driver would take longer to send it than the planner to read it.
    let body = "const plan = JSON.parse(arguments[0]); const { groups, enrolments } = plan; \
        plan.groups = []; plan.enrolments = []; \
        for (let copy = 0; copy < 850; copy += 1) { \
            const code = (old) => `C${copy}-${old.slice(-4)}`.slice(0, 12); \
            for (const group of groups) plan.groups.push({ ...group, id: `${group.id}-${copy}`, location: `${group.location}-${copy}`, line: undefined, \
                sessions: group.sessions.map(({ number, date, status }) => ({ number, date, status })), members: [], known_births: { oldest: '2027-01-04', youngest: '2027-01-20', families: 7, children: 7 } }); \
            for (const family of enrolments) plan.enrolments.push({ ...family, code: code(family.code), location: `${family.location}-${copy}` }); } \
        const transfer = new DataTransfer(); transfer.items.add(new File([JSON.stringify(plan)], 'plan.json', { type: 'application/json' })); \
        const field = all('input[type=file]').find((input) => !input.closest('dialog')); \
        field.files = transfer.files; field.dispatchEvent(new Event('change', { bubbles: true, composed: true })); return true";
    page.script(body, &[json!(plan.to_string())]).await?;
    page.click("dialog[open] footer button", "Ga door").await?;
    page.find("h1", "Vandaag").await?;
    page.click("nav button", "Rooster").await?;
    page.sees("10200 groepen").await?;
    page.sees("Niet opgeslagen: de browser is vol.").await?;
    page.find("button", "Bewaar als bestand").await?;
    let drawn = page.script("return all('.yline').length", &[]).await?;
    if drawn.as_u64().is_none_or(|rows| rows == 0 || rows > 120) {
        return Err(format!("{drawn} rows of the year are drawn").into());
    }
    page.click("main .seg button", "Tabel").await?;
    let drawn = page
        .script("return all('table.roster tbody tr').length", &[])
        .await?;
    if drawn.as_u64().is_none_or(|rows| rows == 0 || rows > 150) {
        return Err(format!("{drawn} rows of the table are drawn").into());
    }
    page.paste("main input[type=search]", "nrd-2027-01-1-849")
        .await?;
    page.wait(
        "the bijeenkomsten of one group of 10200",
        "return root().querySelector('#roster-table')?.textContent === '7 bijeenkomsten, mrt 2027 – mei 2028'",
        &[],
    )
    .await
}

/// Two groups with every bijeenkomst on the last day of the calendar, and a step that may wait until then.
const AT_THE_END: &str = include_str!("../../data/rooster-2199.json");

pub async fn dates_at_the_end_of_the_calendar_are_shown(page: &mut Page) -> Outcome {
    page.open_planner("index.html", TODAY).await?;
    page.open_file(AT_THE_END).await?;
    saved(page).await?;

    page.click("nav button", "Rooster").await?;
    page.find("h1", "Rooster").await?;
    page.find("main .years b", "2199").await?;
    page.wait(
        "a week number every four weeks and no more",
        "const weeks = all('.yc.hd .wk').length; return weeks === 16 || weeks === 17",
        &[],
    )
    .await?;
    page.click("nav button", "Problemen").await?;
    page.find("h1", "Problemen").await?;
    page.click(
        "main .prob .ph",
        "Bijeenkomst 2 staat niet na bijeenkomst 1",
    )
    .await?;
    page.click("main button.link", "Bekijk in het rooster")
        .await?;
    page.find("aside h2", "Dinsdag 31 december 2199").await?;

    page.click("main .seg button", "Maand").await?;
    to_the_end(page).await?;
    page.sees("December 2199").await?;
    page.find("main button.ev", "dinsdag 31 december 2199")
        .await?;
    page.click("main .seg button", "Week").await?;
    to_the_end(page).await?;
    page.sees("30 – 31 dec 2199").await?;
    page.click("main button", "Eerder").await?;
    page.sees("23 – 29 dec 2199").await?;
    page.click("main .seg button", "Agenda").await?;
    page.find("main h2", "okt 2198 – dec 2199").await?;
    page.click("main .seg button", "Tabel").await?;
    page.find("main table.roster th", "31 dec").await?;
    page.click("main .seg button", "Jaar").await?;
    is_the_end(page).await?;

    page.click("nav button", "Groepen").await?;
    page.find("h1", "Groepen").await?;
    page.sees("dec 2199 – dec 2199").await?;
    page.click("nav button", "Stappenplan").await?;
    page.find("h1", "Stappenplan").await?;
    page.sees("Het plan loopt buiten de jaren 1900 tot en met 2199.")
        .await?;
    page.click("nav button", "Instroom").await?;
    page.find("h1", "Instroom").await?;
    Ok(())
}

/// Goes on until there is nothing later to go to.
async fn to_the_end(page: &mut Page) -> Outcome {
    for _ in 0..12 {
        let body = "return all('main .years .btn.i')[1]?.disabled";
        if page.script(body, &[]).await? == json!(true) {
            break;
        }
        page.click("main .years button", "Later").await?;
    }
    is_the_end(page).await
}

/// Waits until there is nothing later to go to.
async fn is_the_end(page: &Page) -> Outcome {
    let body = "const [earlier, later] = all('main .years .btn.i'); return !earlier.disabled && later.disabled";
    page.wait("the end of the calendar", body, &[]).await
}

fn session(plan: &mut Value, number: usize) -> Result<&mut Value, Failure> {
    let groups = plan["groups"].as_array_mut().ok_or("no groups")?;
    let group = groups
        .iter_mut()
        .find(|group| group["id"] == GROUP)
        .ok_or("no such group")?;
    let sessions = group["sessions"].as_array_mut().ok_or("no sessions")?;
    Ok(sessions.get_mut(number - 1).ok_or("no such bijeenkomst")?)
}
