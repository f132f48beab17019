//! The team screen: people, rooms and weekly lines, by hand and proposed.

use super::Outcome;
use super::main_job::{TODAY, saved, stored_plan, until_stored};
use super::page::Page;
use serde_json::Value;

/// Families of one location, so that there is somewhere to work. Born after the day of the test: a day above 12
/// shows in which order the dates are.
const LIST: &str = "Code;Geboortedatum;Locatie\nN1;14-7-2026;Noord\nN2;16-7-2026;Noord\n";

pub async fn a_team_gets_its_weekly_lines(page: &mut Page) -> Outcome {
    page.open_planner("index.html", TODAY).await?;
    page.click("button", "Nieuw plan").await?;
    page.paste("#paste", LIST).await?;
    page.click("dialog[open] footer button", "Zet 2 gezinnen in het plan")
        .await?;
    page.find("h1", "Groepen").await?;
    page.click("nav button", "Team").await?;

    page.click("main button", "Voeg een ruimte toe").await?;
    page.paste("#room-capacity", "20").await?;
    page.click("dialog[open] footer button", "Bewaar").await?;
    page.find("#room-label[aria-invalid=true]", "").await?;
    page.paste("#room-label", "Zaal 1").await?;
    page.click("dialog[open] footer button", "Bewaar").await?;
    page.find("h1", "Team en ruimtes").await?;
    closed_for_a_week(page).await?;

    // A name is refused where it is typed, and nothing of it is stored.
    page.click("main button", "Voeg iemand toe").await?;
    page.paste("#person-alias", "Johanna").await?;
    page.click("dialog[open] footer button", "Bewaar").await?;
    page.find("#person-alias[aria-invalid=true]", "").await?;
    person(page, "JV-1").await?;
    page.click("main button", "Voeg iemand toe").await?;
    person(page, "BG-2").await?;
    // A jeugdarts from Excel: her name is not kept.
    page.click("main button", "Plak een team").await?;
    let list = "Code\tNaam\tRol\tDagdelen\nJA-1\tJohanna\tjeugdarts\tdi ochtend";
    page.paste("#team-list", list).await?;
    page.click("dialog[open] footer button", "Bewaar").await?;
    page.find("main button.rowbtn", "JA-1").await?;
    saved(page).await?;
    let plan = stored_plan(page).await?;
    if plan.to_string().contains("Johanna") {
        return Err("a name was stored".into());
    }

    // By hand: a line without a pair yet.
    page.click("button", "Voeg een vast dagdeel toe: dinsdagochtend, Noord")
        .await?;
    page.click("dialog[open] footer button", "Bewaar").await?;
    page.find("button.slot", "nog geen duo").await?;
    count(page, "lines", 1).await?;
    page.click("button", "Maak ongedaan").await?;
    count(page, "lines", 0).await?;

    // Proposed: with the two people and the room there is one, with both as its pair.
    page.click("button", "Stel vaste dagdelen voor").await?;
    page.click("dialog[open] footer button", "Neem over")
        .await?;
    page.find("button.slot", "BG-2 en JV-1").await?;
    saved(page).await?;
    let plan = stored_plan(page).await?;
    let line = &plan["lines"][0];
    let pair = line["facilitators"].as_array().map(Vec::len);
    if pair == Some(2) && line["room"].is_string() && line["half_day"] == "tue-am" {
        return Ok(());
    }
    Err(format!("the proposed line is not complete: {line}").into())
}

/// The room is closed for some days; a period that runs back is refused at its field.
async fn closed_for_a_week(page: &mut Page) -> Outcome {
    page.click("main button.rowbtn", "Zaal 1").await?;
    page.click("dialog[open] button", "Voeg dagen toe").await?;
    page.paste("#room-closure-first-0", "14-9-2026").await?;
    page.paste("#room-closure-last-0", "10-9-2026").await?;
    page.click("dialog[open] footer button", "Bewaar").await?;
    page.find("#room-closure-last-0[aria-invalid=true]", "")
        .await?;
    page.paste("#room-closure-last-0", "18-9-2026").await?;
    page.click("dialog[open] footer button", "Bewaar").await?;
    let read = |plan: &Value| plan["rooms"][0]["closures"][0].clone();
    let days = |found: &Value| found["first"] == "2026-09-14" && found["last"] == "2026-09-18";
    until_stored(page, "the closed days", read, days)
        .await
        .map(drop)
}

/// Fills in the open dialog of a person who can work on Tuesdays, and saves it.
async fn person(page: &mut Page, alias: &str) -> Outcome {
    page.paste("#person-alias", alias).await?;
    page.click("dialog[open] label.check", "dinsdagochtend")
        .await?;
    page.click("dialog[open] footer button", "Bewaar").await?;
    page.find("main button.rowbtn", alias).await?;
    Ok(())
}

/// Waits until the stored plan has so many records in a list.
async fn count(page: &Page, list: &str, wanted: usize) -> Outcome {
    let what = format!("{wanted} {list}");
    let read = |plan: &Value| plan[list].as_array().map_or(0, Vec::len);
    let found = until_stored(page, &what, read, |found| *found == wanted).await;
    found.map(drop)
}
