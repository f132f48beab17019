//! Groups that run already: three are pasted with the days on which they met, and of one the days are typed.

use super::Outcome;
use super::intake::set;
use super::main_job::{record, until_stored};
use super::page::Page;
use serde_json::{Value, json};

const TODAY: &str = "2027-03-22";
/// Three groups of one location, with families of whom only the births are known. In the second B2 was not held, and
/// a cell is wrong.
const LIST: &str = "Groep;Locatie;Gezinnen;Oudste;Jongste;B1;B2;B3;B4;Begeleider\n\
    Groep 1;Noord;7;2-11-2026;16-11-2026;22-12-2026;5 jan 2027;23-2-2027;27-4-2027;Anne\n\
    Groep 2;Noord;6;31-8-2026;14-9-2026;20-10-2026;;22-12-2026;31-2-2027;Anne\n\
    Groep 3;Noord;8;11-1-2027;25-1-2027;2-3-2027;;;;Bo\n";
/// Families born in August who are a group already.
const FAMILIES: &str = "Code;Geboortedatum;Locatie;Groep\nN1;3-8-2026;Noord;G4\nN2;14-8-2026;Noord;G4\n\
    N3;5-8-2026;Noord;G4\nN4;16-8-2026;Noord;G4\nN5;17-8-2026;Noord;G4\nN6;18-8-2026;Noord;G4\n";

pub async fn running_groups_come_in_with_their_days(page: &mut Page) -> Outcome {
    page.open_planner("index.html", TODAY).await?;
    page.click("button", "Plak datums van groepen").await?;
    page.paste("#group-list", LIST).await?;
    page.sees("3 groepen gelezen").await?;
    page.sees("Geweest: 6. Nog te komen: 1.").await?;
    page.sees("B4 op regel 3").await?;
    page.sees("Deze dag bestaat niet").await?;
    page.sees("4 regels in je lijst: 3 gelezen, 0 afgewezen, 1 overgeslagen")
        .await?;
    // The cell is mended where it is named: in the end it lapsed.
    set(page, "B4 op regel 3", "vervallen").await?;
    page.sees("Vervallen: 1.").await?;
    page.click("dialog[open] footer button", "Bewaar").await?;
    page.find("h1", "Groepen").await?;
    until_stored(page, "six days that were", held, |count| *count == 6).await?;
    let is_shared = |plan: &Value| session(plan, "Groep-1", 4)["status"].clone();
    until_stored(page, "the parents know B4", is_shared, |status| {
        *status == json!("shared")
    })
    .await?;
    let lapsed = |plan: &Value| session(plan, "Groep-2", 4)["status"].clone();
    until_stored(page, "B4 of the second lapsed", lapsed, |status| {
        *status == json!("cancelled")
    })
    .await?;
    let text = |plan: &Value| plan.to_string().contains("Anne");
    until_stored(page, "no name", text, |has_name| !has_name).await?;

    // What was missed is listed in the group, and is no error.
    page.click("main button.rowbtn", "Groep-2").await?;
    page.sees("Van bijeenkomst 2 is geen datum bekend").await?;
    page.click("main .insp label", "rota 1, 6 kinderen (B2)")
        .await?;
    let ticked = |plan: &Value| record(&plan["groups"], "id", "Groep-2")["caught_up"].clone();
    until_stored(page, "ROTA1 was seen to", ticked, |doses| {
        *doses == json!(["ROTA1"])
    })
    .await?;
    by_hand(page).await
}

/// A group of families that were born long ago: its four days are typed under each other.
async fn by_hand(page: &mut Page) -> Outcome {
    page.click("main button", "Voeg een lijst toe").await?;
    page.paste("#paste", FAMILIES).await?;
    page.sees("1 groep komt mee").await?;
    page.click("dialog[open] footer button", "Zet 6 gezinnen in het plan")
        .await?;
    page.find("h1", "Groepen").await?;
    page.click("main button.rowbtn", "G4").await?;
    page.click("main .insp button", "Vul in wanneer ze waren")
        .await?;
    // A Sunday is right, a day to come is not.
    page.type_text("20-9-2026\t19-10-2026\t7-12-2026\t1-4-2027\n")
        .await?;
    page.sees("Deze dag komt nog").await?;
    page.paste("#held-4", "9-2-2027").await?;
    page.press(&["Enter"]).await?;
    until_stored(page, "four days more", held, |count| *count == 10).await?;
    page.click(
        "button",
        "Maak ongedaan: bijeenkomst 4 van G4 was op dinsdag 9 februari 2027",
    )
    .await?;
    until_stored(page, "without them", held, |count| *count == 6).await?;
    Ok(())
}

/// How many bijeenkomsten were held.
fn held(plan: &Value) -> usize {
    let groups = plan["groups"].as_array().into_iter().flatten();
    let sessions = groups.filter_map(|group| group["sessions"].as_array());
    let held = sessions.flatten().filter(|one| one["status"] == "held");
    held.count()
}

fn session(plan: &Value, group: &str, number: usize) -> Value {
    let sessions = &record(&plan["groups"], "id", group)["sessions"];
    record(sessions, "number", &format!("B{number}")).clone()
}
