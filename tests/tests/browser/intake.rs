//! The intake (instroom): a list with statuses and routes, edited in place, the werving funnel, and a group that
//! comes over whole; then a group that stops.

use super::Outcome;
use super::main_job::{record, saved, stored_plan, until_stored};
use super::page::Page;
use serde_json::{Value, json};

const TODAY: &str = "2027-03-16";
/// Eight families: six that meet already, one that was only invited and one that waits.
const LIST: &str = "Code;Geboortedatum;Locatie;Status;Route\nN1;4-1-2027;Noord;;huisbezoek\nN2;6-1-2027;Noord;aangemeld;huisbezoek\n\
    N3;9-1-2027;Noord;;verloskundige\nN4;12-1-2027;Noord;;\nN5;20-1-2027;Noord;;aanmeldlink\nN6;24-1-2027;Noord;;huisbezoek\n\
    N7;22-1-2027;Noord;uitgenodigd;huisbezoek\nN8;3-3-2027;Noord;op wachtlijst;huisbezoek\n";

pub async fn enrolments_are_pasted_edited_in_place_and_counted(page: &mut Page) -> Outcome {
    // The groups are formed a month earlier, so that they have met by the day of the test.
    page.open_planner("index.html", "2027-01-25").await?;
    page.click("button", "Nieuw plan").await?;
    page.paste("#paste", LIST).await?;
    page.click("dialog[open] footer button", "Zet 8 gezinnen in het plan")
        .await?;
    page.find("h1", "Groepen").await?;
    // The list is an edit, and the group made of it another one, after the screen.
    let groups = |plan: &Value| plan["groups"].as_array().map_or(0, Vec::len);
    until_stored(page, "the group", groups, |count| *count == 1).await?;
    page.open("index.html").await?;
    page.planner_is_up(TODAY).await?;
    // A past proposal that nobody told to parents counts once somebody says that it took place.
    page.click("nav button", "Vandaag").await?;
    page.click("main button", "Ja: ").await?;
    page.click("nav button", "Instroom").await?;
    page.find("h1", "Instroom").await?;
    state(page, "N1", "geplaatst").await?;
    state(page, "N7", "uitgenodigd").await?;
    state(page, "N8", "op wachtlijst").await?;

    // In place: a wrong date is named and not stored, a good one is; then the status and the route.
    set(page, "Geboren of uitgerekend van N8", "31-2-2027").await?;
    page.find("input[aria-invalid=true]", "Geboren of uitgerekend van N8")
        .await?;
    set(page, "Geboren of uitgerekend van N8", "5-3-2027").await?;
    field(page, "N8", "birth", "2027-03-05").await?;
    page.choose("Status van N7", "aangemeld").await?;
    // The usual status is not written.
    field(page, "N7", "status", Value::Null).await?;
    state(page, "N7", "aangemeld").await?;
    page.choose("Route van N4", "Verloskundige").await?;
    field(page, "N4", "route", "midwife").await?;
    // Who stops leaves the group.
    page.choose("Status van N6", "gestopt").await?;
    field(page, "N6", "status", "stopped").await?;
    let members = stored_plan(page).await?["groups"][0]["members"].clone();
    if members != json!(["N1", "N2", "N3", "N4", "N5"]) {
        return Err(format!("N6 stopped, and the group has {members}").into());
    }
    page.click("button", "Maak ongedaan").await?;
    state(page, "N6", "geplaatst").await?;

    // A filter with its count, and a family that is added without a dialog.
    page.click("button.toggle", "geplaatst 6").await?;
    page.sees("6 van 8 gezinnen").await?;
    page.click("button.toggle", "geplaatst 6").await?;
    page.paste("#quick-code", "N9").await?;
    page.paste("#quick-date", "8-3-2027").await?;
    page.click(".quick button", "Voeg toe").await?;
    state(page, "N9", "aangemeld").await?;

    // The funnel: four of the home visit signed up, three of them started.
    page.click("main button", "Werving").await?;
    page.choose("Route", "Huisbezoek").await?;
    set(page, "Benaderd in jan 2027", "8").await?;
    page.wait(
        "half of those approached signed up in January, and three started",
        "const row = all('tr').find((row) => row.querySelector('th')?.textContent === 'Huisbezoek'); \
        const cells = [...(row?.querySelectorAll('td') ?? [])].map((cell) => cell.textContent.trim()); \
        return JSON.stringify(cells) === JSON.stringify(['8', '5', '63 %', '3', '60 %'])",
        &[],
    )
    .await?;
    page.click("main button", "Verwachte geboorten").await?;
    page.click("button", "Vul lege maanden met 15").await?;
    // 12 months of 15 births, 40 of 100 take part, groups of 8.
    page.sees("ongeveer 9,0 groepen").await?;
    taken_over(page).await
}

/// A CenteringZwangerschap group becomes a group of its own, and one undo takes it back.
async fn taken_over(page: &mut Page) -> Outcome {
    page.click("main button", "Neem een CenteringZwangerschap-groep over")
        .await?;
    page.paste(
        "#take-over-list",
        "CZ-1; 4-6-2027\nCZ-2; 9-6-2027\nCZ-3; 20-6-2027",
    )
    .await?;
    page.click(
        "dialog[open] footer button",
        "Maak een groep van 3 gezinnen",
    )
    .await?;
    page.find("h1", "Groepen").await?;
    page.find("main button.rowbtn", "NOO-2027-06-1").await?;
    saved(page).await?;
    let plan = stored_plan(page).await?;
    let family = record(&plan["enrolments"], "code", "CZ-1");
    if family["route"] != "centering_pregnancy" || family["provisional"] != true {
        return Err(format!("the family came over as {family}").into());
    }
    page.click("button", "Maak ongedaan").await?;
    page.wait(
        "the group is gone",
        "return !all('main button.rowbtn').some((row) => row.textContent === 'NOO-2027-06-1')",
        &[],
    )
    .await
}

pub async fn a_group_stops_and_keeps_its_history(page: &mut Page) -> Outcome {
    page.open_planner("index.html", TODAY).await?;
    page.open_example().await?;
    page.click("main button.rowbtn", "WET-2026-11-1").await?;
    page.click("main button", "Stop deze groep").await?;
    saved(page).await?;
    let plan = stored_plan(page).await?;
    let group = record(&plan["groups"], "id", "WET-2026-11-1");
    let sessions = group["sessions"].as_array().into_iter().flatten();
    let lapsed = sessions
        .filter(|session| session["status"] == "cancelled")
        .count();
    if lapsed != 5 || group["stopped"] != TODAY {
        return Err(format!("{lapsed} bijeenkomsten lapsed, not five").into());
    }
    // The counts of the schemes, and back to a running group.
    page.click("main button", "Laat de groep weer doorgaan")
        .await?;
    page.find("main button", "Stop deze groep").await?;
    set(page, "Kinderen met schema 3-5-12", "6").await?;
    page.sees("1 van de 7 kinderen nog niet geteld").await?;
    set(page, "Kinderen met schema 2-3-5-12", "4").await?;
    page.sees("Schrijf een heel getal van 0 tot en met 1").await
}

pub async fn a_family_and_an_edge_are_dragged(page: &mut Page) -> Outcome {
    page.open_planner("index.html", TODAY).await?;
    page.open_example().await?;
    page.without_message().await?;
    // The oldest of the January group would make another group wider; its windows are told while it is held.
    let family = "[data-group='NRD-2027-01-1'] [data-family='NRD-0322']";
    page.drag(family, "[data-group='NRD-2026-11-1'] .grpbar", 3.0)
        .await?;
    page.sees("Gezin NRD-0322").await?;
    page.sees("8 → 9 gezinnen").await?;
    let told = page.script("return all('.effects li').length", &[]).await?;
    page.press(&["Escape"]).await?;
    page.let_go().await?;
    if told != 8 {
        return Err(format!("{told} windows were told, not eight").into());
    }
    members(page, "NRD-2027-01-1", 7).await?;
    page.drag(family, "[data-group='NRD-2026-11-1'] .grpbar", 3.0)
        .await?;
    page.let_go().await?;
    members(page, "NRD-2026-11-1", 9).await?;
    page.click("button", "Maak ongedaan").await?;
    members(page, "NRD-2026-11-1", 8).await?;
    // The young edge back over the youngest family: that one has no group any more.
    let edge = "[data-of='NRD-2027-01-1'][data-edge='youngest']";
    page.drag(edge, edge, -20.0).await?;
    page.sees("Grens van NRD-2027-01-1").await?;
    page.let_go().await?;
    members(page, "NRD-2027-01-1", 6).await
}

/// Waits until the stored group has so many families.
async fn members(page: &Page, group: &str, wanted: usize) -> Outcome {
    let what = format!("{wanted} families in {group}");
    let read = |plan: &Value| record(&plan["groups"], "id", group)["members"].clone();
    let is_wanted = |members: &Value| members.as_array().map(Vec::len) == Some(wanted);
    until_stored(page, &what, read, is_wanted).await.map(drop)
}

/// Puts a value in the field with this name, and leaves it.
pub async fn set(page: &Page, label: &str, value: &str) -> Outcome {
    let body = "const field = all('input').find((input) => input.getAttribute('aria-label') === arguments[0]); if (!field) return false; \
        field.focus(); field.value = arguments[1]; field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true })); \
        field.dispatchEvent(new Event('change', { bubbles: true })); return true";
    page.wait(
        &format!("the field '{label}'"),
        body,
        &[json!(label), json!(value)],
    )
    .await
}

/// Waits until a family stands so in the table.
async fn state(page: &Page, code: &str, wanted: &str) -> Outcome {
    let body = "const list = all('select').find((list) => list.getAttribute('aria-label') === `Status van ${arguments[0]}`); \
        return list?.selectedOptions[0]?.textContent === arguments[1]";
    page.wait(
        &format!("{code} is {wanted}"),
        body,
        &[json!(code), json!(wanted)],
    )
    .await
}

/// Waits until the stored family has this value.
async fn field(page: &Page, code: &str, name: &str, wanted: impl Into<Value>) -> Outcome {
    let wanted = wanted.into();
    let what = format!("{name} of {code} is {wanted}");
    let read = |plan: &Value| record(&plan["enrolments"], "code", code)[name].clone();
    let found = until_stored(page, &what, read, |found| *found == wanted).await;
    found.map(drop)
}
