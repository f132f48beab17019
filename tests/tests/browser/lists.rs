//! Lists that are damaged or leave something open: what is asked, by mouse and by keyboard, and what is stored.

use super::intake::set;
use super::main_job::{record, stored_plan, until_stored};
use super::page::Page;
use super::{Failure, Outcome};
use serde_json::{Value, json};

const TODAY: &str = "2027-01-20";
/// Surnames of the mothers: they stand in the lists, and may stand nowhere else.
const SURNAMES: [&str; 10] = [
    "Jansen", "Bakker", "Visser", "Smit", "Meijer", "Mulder", "Peters", "Hendriks", "Dekker",
    "Brouwer",
];

pub async fn what_a_list_leaves_open_is_asked_before_it_is_stored(page: &mut Page) -> Outcome {
    page.open_planner("index.html", TODAY).await?;
    an_open_quote(page).await?;
    surnames_without_a_heading(page).await?;
    the_month_first(page).await?;
    a_group_with_the_month_first(page).await?;
    a_list_is_mended_in_the_dialog(page).await
}

/// An open quote in the names, which are not used, takes none of the families below it.
async fn an_open_quote(page: &mut Page) -> Outcome {
    let rows = SURNAMES.iter().enumerate().map(|(number, name)| {
        let quote = if number == 5 { "\"" } else { "" };
        format!("A{number};{quote}{name};{}-1-2027;Noord\n", number + 10)
    });
    let list = format!(
        "Code;Moeder;Geboortedatum;Locatie\n{}",
        rows.collect::<String>()
    );
    page.click("button", "Nieuw plan").await?;
    page.paste("#paste", &list).await?;
    page.sees("11 regels in je lijst: 10 gelezen, 0 afgewezen, 1 overgeslagen")
        .await?;
    page.click("dialog[open] footer button", "Zet 10 gezinnen in het plan")
        .await?;
    stored(page, 10).await
}

async fn surnames_without_a_heading(page: &mut Page) -> Outcome {
    let rows = SURNAMES.iter().enumerate();
    let rows = rows.map(|(number, name)| format!("B{number}\t{name}\t{}-1-2027\n", number + 10));
    paste_another(page, &rows.collect::<String>()).await?;
    page.sees("Zijn dit locaties?").await?;
    page.sees("Kolom 2: Jansen, Bakker, Visser").await?;
    waits_for_an_answer(page).await?;
    page.click("dialog[open] label.check", "Geen kolom").await?;
    page.paste("#default-location", "Noord").await?;
    page.sees("10 regels in je lijst: 10 gelezen, 0 afgewezen, 0 overgeslagen")
        .await?;
    page.click("dialog[open] footer button", "Zet 10 gezinnen in het plan")
        .await?;
    stored(page, 20).await
}

/// All of these are births of January as an American program writes them; answered with the keyboard.
async fn the_month_first(page: &mut Page) -> Outcome {
    let days = ["04", "05", "08", "09", "11", "12"];
    let rows = days.map(|day| format!("C{day};01/{day}/2027;Noord\n"));
    let list = format!("Code;Geboortedatum;Locatie\n{}", rows.concat());
    paste_another(page, &list).await?;
    page.sees("In je lijst staat 01/04/2027.").await?;
    page.sees("Eerst de dag: donderdag 1 april 2027").await?;
    waits_for_an_answer(page).await?;
    page.tab_to("Voeg een gezin met de hand toe").await?;
    page.press(&["Tab", "Down"]).await?;
    page.sees("7 regels in je lijst: 6 gelezen, 0 afgewezen, 1 overgeslagen")
        .await?;
    page.tab_to("Zet 6 gezinnen in het plan").await?;
    page.press(&["Enter"]).await?;
    stored(page, 26).await?;
    for day in days {
        born(page, &format!("C{day}"), &format!("2027-01-{day}")).await?;
    }
    Ok(())
}

/// A group that is taken over is asked about in the same way.
async fn a_group_with_the_month_first(page: &mut Page) -> Outcome {
    page.click("nav button", "Instroom").await?;
    page.click("main button", "Neem een CenteringZwangerschap-groep over")
        .await?;
    let list = "D1; 06/04/2027\nD2; 06/09/2027\nD3; 06/20/2027";
    page.paste("#take-over-list", list).await?;
    page.sees("In je lijst staat 06/04/2027.").await?;
    waits_for_an_answer(page).await?;
    page.click(
        "dialog[open] label.check",
        "Eerst de maand: vrijdag 4 juni 2027",
    )
    .await?;
    page.sees("3 regels in je lijst: 3 gelezen, 0 afgewezen, 0 overgeslagen")
        .await?;
    page.click(
        "dialog[open] footer button",
        "Maak een groep van 3 gezinnen",
    )
    .await?;
    stored(page, 29).await?;
    born(page, "D1", "2027-06-04").await
}

/// Two columns that can be the code, a place with a slip, a date in words and one that does not exist, and a family that
/// the plan has.
async fn a_list_is_mended_in_the_dialog(page: &mut Page) -> Outcome {
    let list = "Lijst van januari, Noord\nKenmerk;Map;Geboortedatum kind;Locatie CB\nE1;F1;19 jan 27;Noord\n\
        E2;F2;31-2-2027;Noord\nA0;F3;9-1-2027;Noordd\n";
    paste_another(page, list).await?;
    page.sees("Welke kolom is de code?").await?;
    page.sees("Is Noordd hetzelfde als Noord?").await?;
    waits_for_an_answer(page).await?;
    page.click("dialog[open] label.check", "Kenmerk: E1, E2, A0")
        .await?;
    page.click("dialog[open] label.check", "Ja, het is Noord.")
        .await?;
    page.sees("5 regels in je lijst: 2 gelezen, 1 afgewezen, 2 overgeslagen")
        .await?;
    page.sees("Regel 3: 19 jan 27, gelezen als 19-1-2027")
        .await?;
    // The family of the plan, as it is and as it would be.
    page.wait(
        "the change of A0 is shown",
        "const cells = [...all('dialog[open] tr').find((row) => row.querySelector('th')?.textContent === 'A0')?.children ?? []]; \
        return cells.map((cell) => cell.textContent).join(' ') === 'A0 Geboortedatum 10-1-2027 9-1-2027'",
        &[],
    )
    .await?;
    // Mended wrongly it stays named; with Enter, the line counts and focus goes to the count.
    let field = "Geboortedatum op regel 4";
    set(page, field, "30-2-2027").await?;
    page.sees("2 gelezen, 1 afgewezen").await?;
    set(page, field, "18-1-2027").await?;
    page.sees("5 regels in je lijst: 3 gelezen, 0 afgewezen, 2 overgeslagen")
        .await?;
    page.wait(
        "focus goes to the count of lines",
        "return root().activeElement?.id === 'list-lines'",
        &[],
    )
    .await?;
    page.click("dialog[open] footer button", "Zet 3 gezinnen in het plan")
        .await?;
    stored(page, 31).await?;
    born(page, "E2", "2027-01-18").await?;
    born(page, "A0", "2027-01-09").await
}

/// Opens the dialog for a list again, and pastes one.
async fn paste_another(page: &mut Page, list: &str) -> Outcome {
    page.click("nav button", "Instroom").await?;
    page.click("main button", "Voeg een lijst toe").await?;
    page.paste("#paste", list).await
}

/// Before the answer the button is off, and says why.
async fn waits_for_an_answer(page: &Page) -> Outcome {
    page.wait(
        "the button is off and says why",
        "const button = all('dialog[open] footer button').at(-1); \
        const reason = root().getElementById(button.getAttribute('aria-describedby') ?? ''); \
        return button.disabled && isShown(reason) && reason.textContent.startsWith('Beantwoord eerst de vra')",
        &[],
    )
    .await
}

/// Waits until so many families are stored, and holds that no surname is, in this browser or this tab.
async fn stored(page: &Page, families: usize) -> Outcome {
    let what = format!("{families} families of Noord");
    let read = |plan: &Value| {
        let locations = plan["locations"].as_array().into_iter().flatten();
        let names: Vec<Value> = locations.map(|one| one["name"].clone()).collect();
        (plan["enrolments"].as_array().map_or(0, Vec::len), names)
    };
    let wanted = (families, vec![json!("Noord")]);
    until_stored(page, &what, read, |found| *found == wanted).await?;
    let body = "const kept = JSON.stringify([{ ...localStorage }, { ...sessionStorage }]); \
        return arguments[0].filter((name) => kept.includes(name))";
    let found = page.script(body, &[json!(SURNAMES)]).await?;
    if found != json!([]) {
        return Err(format!("surnames are stored: {found}").into());
    }
    Ok(())
}

async fn born(page: &Page, code: &str, day: &str) -> Result<(), Failure> {
    let plan = stored_plan(page).await?;
    let birth = &record(&plan["enrolments"], "code", code)["birth"];
    if birth == day {
        return Ok(());
    }
    Err(format!("{code} is stored with {birth}, not {day}").into())
}
