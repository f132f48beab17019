//! What the parents of a group are told: from the chosen group to a text, a calendar file and dates that are marked as told.

use super::Outcome;
use super::main_job::{TODAY, record, saved, until_stored};
use super::page::Page;
use serde_json::{Value, json};

/// The day from which the example counts.
const FROM: &str = "2027-03-16";
/// A group of the example whose parents know no date yet: two bijeenkomsten were, six are to come.
const GROUP: &str = "NRD-2027-01-1";

pub async fn parents_get_an_invitation(page: &mut Page) -> Outcome {
    page.open_planner("index.html", TODAY).await?;
    page.open_example().await?;
    page.click("main button.rowbtn", GROUP).await?;
    page.click("main button", "Maak de uitnodiging").await?;
    page.find("dialog[open] h2", "Uitnodiging voor NRD-2027-01-1")
        .await?;
    page.sees("Noord heeft nog geen adres").await?;
    page.click("dialog[open] button", "Vul het adres in")
        .await?;
    page.paste("#location-address", "Dorpsstraat 1, Noordwolde")
        .await?;
    page.click("dialog[open] footer button", "Bewaar").await?;
    // The text has what the plan has: the place, and a line for each bijeenkomst that is to come.
    page.sees("Waar: Noord, Dorpsstraat 1, Noordwolde").await?;
    page.sees("donderdag 29 april 2027, 13.30 – 15.30 uur")
        .await?;
    let lines = "return all('dialog[open] .paper-text li').length === 6";
    page.wait("a line for each of six", lines, &[]).await?;
    // The file is one that calendar programs read, and holds nothing of a family.
    let watch = "window.files = []; const { createObjectURL } = URL; \
        URL.createObjectURL = (blob) => { blob.text().then((text) => window.files.push([blob.type, text])); return createObjectURL.call(URL, blob) }; return true";
    page.script(watch, &[]).await?;
    page.click("dialog[open] button", "Bewaar als agendabestand")
        .await?;
    page.wait(
        "a calendar file",
        "const [file] = window.files; return !!file && file[0] === 'text/calendar' && file[1].startsWith('BEGIN:VCALENDAR') \
            && file[1].split('BEGIN:VEVENT').length === arguments[0] + 1",
        &[json!(6)],
    )
    .await?;
    page.click("dialog[open] footer button", "Ouders weten deze datums")
        .await?;
    let statuses = |plan: &Value| {
        let sessions = &record(&plan["groups"], "id", GROUP)["sessions"];
        let all = sessions.as_array().into_iter().flatten();
        let to_come = all.filter(|one| one["date"].as_str() >= Some(FROM));
        to_come.map(|one| one["status"].clone()).collect::<Vec<_>>()
    };
    let is_told = |found: &Vec<Value>| *found == vec![json!("shared"); 6];
    until_stored(page, "the parents know the dates", statuses, is_told).await?;
    page.sees("De ouders weten deze datums al.").await
}

/// A plan whose only group had a proposal for a day that is over; nobody said whether it took place.
const OVER: &str = r#"{"format":"centering-plan","version":"1.0","today":"2026-07-20","locations":[{"id":"noord","name":"Noord","prefix":"NRD"}],
    "groups":[{"id":"NRD-2026-05-1","location":"noord","known_births":{"oldest":"2026-05-11","youngest":"2026-05-29","families":7,"children":7},
    "half_day":{"user":"thu-pm"},"sessions":[{"number":"B1","date":"2026-07-09"},{"number":"B2","date":"2026-07-30"}]}]}"#;

/// What the stored plan says of a bijeenkomst, by these names.
fn of_session(group: &str, number: &str, names: [&str; 3]) -> impl Fn(&Value) -> Vec<Value> {
    let [group, number] = [group, number].map(str::to_owned);
    let names = names.map(str::to_owned);
    move |plan: &Value| {
        let sessions = &record(&plan["groups"], "id", &group)["sessions"];
        let session = record(sessions, "number", &number);
        names.iter().map(|name| session[name].clone()).collect()
    }
}

pub async fn what_parents_know_changes_with_a_message_until_it_is_told(page: &mut Page) -> Outcome {
    page.open_planner("index.html", TODAY).await?;
    page.open_example().await?;
    page.click("main button.rowbtn", GROUP).await?;
    page.click("main button", "Maak de uitnodiging").await?;
    page.click("dialog[open] footer button", "Ouders weten deze datums")
        .await?;
    page.sees("De ouders weten deze datums al.").await?;
    page.press(&["Escape"]).await?;
    page.click("nav button", "Rooster").await?;
    page.find("h1", "Rooster").await?;

    // What the move means is said before it is placed, and what is to be told after it.
    page.click_mark(GROUP, 4).await?;
    page.find("aside [data-test=standing]", "Gedeeld met ouders")
        .await?;
    page.click("aside button", "Een week later").await?;
    page.find(".movebar li", "Ouders van 7 gezinnen kennen")
        .await?;
    page.click("aside button", "Verplaats naar").await?;
    page.find("aside [data-test=standing]", "Gewijzigd, nog niet verteld")
        .await?;
    page.find("aside .message pre", "Bijeenkomst 4 is niet op donderdag")
        .await?;
    page.find("main [data-mark]", "gewijzigd, nog niet verteld")
        .await?;
    page.find(".legend li", "gewijzigd, nog niet verteld")
        .await?;

    // The messages stay: on the screen where something happened, and after a reload.
    page.click("main button", "Er is iets gebeurd").await?;
    page.find("h1", "Wat is er gebeurd?").await?;
    saved(page).await?;
    page.reload(TODAY).await?;
    page.find("main .message h3", &format!("Ouders van {GROUP}"))
        .await?;
    page.find("main .message pre", "jij begeleidt deze op donderdag")
        .await?;
    page.click("main button", &format!("Verteld: Ouders van {GROUP}"))
        .await?;
    let told = of_session(GROUP, "B4", ["told", "told_start", "status"]);
    let is_told = |found: &Vec<Value>| *found == [json!(null), json!(null), json!("shared")];
    until_stored(page, "the parents were told", &told, is_told).await?;
    page.click("button", "Maak ongedaan").await?;
    let waits = |found: &Vec<Value>| found[0].is_string() && found[1] == json!("13:30");
    until_stored(page, "they were not", &told, waits).await?;

    // What took place can be said not to have happened, and the other way round.
    page.click("nav button", "Rooster").await?;
    page.click_mark(GROUP, 2).await?;
    page.click("aside button", "Het ging niet door").await?;
    page.find("aside [data-test=standing]", "Vervallen").await?;
    page.click("aside button", "Het ging toch door").await?;
    page.find("aside [data-test=standing]", "Geweest")
        .await
        .map(drop)
}

pub async fn a_past_proposal_asks_whether_it_took_place(page: &mut Page) -> Outcome {
    page.open_planner("index.html", "2026-07-20").await?;
    page.open_file(OVER).await?;
    saved(page).await?;
    page.click("nav button", "Problemen").await?;
    page.sees("Is dit doorgegaan?").await?;
    page.click("nav button", "Rooster").await?;
    page.click_mark("NRD-2026-05-1", 1).await?;
    page.find("aside [data-test=standing]", "Is dit doorgegaan?")
        .await?;
    page.click("aside button", "Ja, het ging door").await?;
    page.find("aside [data-test=standing]", "Geweest").await?;
    let status = of_session("NRD-2026-05-1", "B1", ["status", "told", "date"]);
    let is_held = |found: &Vec<Value>| found[0] == "held";
    until_stored(page, "it took place", &status, is_held).await?;
    page.click("button", "Maak ongedaan").await?;
    page.click("aside button", "Het ging niet door").await?;
    let is_off =
        |found: &Vec<Value>| *found == [json!("cancelled"), json!(null), json!("2026-07-09")];
    until_stored(page, "it did not", &status, is_off)
        .await
        .map(drop)
}
