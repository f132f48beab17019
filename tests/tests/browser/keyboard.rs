//! The whole job with the keyboard alone, by real key events: type a list, make groups, move a bijeenkomst,
//! undo and redo it.

use super::Outcome;
use super::looks::Lang;
use super::main_job::{first_session, moved_from, until_stored};
use super::page::Page;
use serde_json::Value;

const TODAY: &str = "2027-01-25";
/// Six families of one location, as a person could type them.
const LIST: &str = "Code;Geboren;CB\nN1;4-1-2027;N\nN2;6-1-2027;N\nN3;9-1-2027;N\nN4;12-1-2027;N\nN5;20-1-2027;N\nN6;24-1-2027;N";

pub async fn the_whole_job_with_the_keyboard(page: &mut Page) -> Outcome {
    page.open_at(page.look().width, TODAY).await?;
    page.script("document.body.focus(); return true", &[])
        .await?;
    // Colours as the page around the planner asks for them; the language with the keyboard.
    page.set_theme().await?;
    if page.look().lang == Lang::En {
        page.tab_to("English").await?;
        page.press(&["Enter"]).await?;
        page.find("footer button", "Nederlands").await?;
        page.tab_back_to("New plan").await?;
    } else {
        page.tab_to("Nieuw plan").await?;
    }
    page.press(&["Enter"]).await?;
    let title = page.say("Voeg aanmeldingen toe", "Add enrolments");
    page.find("dialog[open] h2", title).await?;
    page.tab_to("textarea").await?;
    page.type_text(LIST).await?;
    page.sees(page.say("6 gezinnen gelezen", "6 families read"))
        .await?;
    page.tab_to(page.say("Zet 6 gezinnen in het plan", "Put 6 families in the plan"))
        .await?;
    page.press(&["Enter"]).await?;
    page.find("h1", page.say("Groepen", "Groups")).await?;
    let first = |plan: &Value| first_session(plan, 1).ok();
    let first = until_stored(page, "a day for bijeenkomst 1", first, Option::is_some).await?;
    let (group, before) = first.ok_or("no group has bijeenkomst 1")?;

    let roster = page.say("Rooster", "Schedule");
    page.tab_back_to(roster).await?;
    page.press(&["Enter"]).await?;
    page.find("h1", roster).await?;
    // The first mark of the row: bijeenkomst 1. A week later, and place it.
    page.tab_to_mark(&group, 1).await?;
    page.press(&["Alt+Right", "Enter"]).await?;
    let moved = moved_from(page, &group, 1, &before).await?;
    page.press(&["Control+z"]).await?;
    if moved_from(page, &group, 1, &moved).await? != before {
        return Err("undo did not bring the old day back".into());
    }
    page.press(&["Control+y"]).await?;
    if moved_from(page, &group, 1, &before).await? != moved {
        return Err("redo did not bring the new day back".into());
    }
    Ok(())
}
