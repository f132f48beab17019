//! The whole job with the keyboard alone, by real key events: type a list, make groups, move a bijeenkomst,
//! undo and redo it.

use super::Outcome;
use super::main_job::{first_session, moved_from, saved, stored_plan};
use super::page::Page;

const TODAY: &str = "2027-01-25";
/// Six families of one location, as a person could type them.
const LIST: &str = "Code;Geboren;CB\nN1;4-1-2027;N\nN2;6-1-2027;N\nN3;9-1-2027;N\nN4;12-1-2027;N\nN5;20-1-2027;N\nN6;24-1-2027;N";

pub async fn the_whole_job_with_the_keyboard(page: &mut Page) -> Outcome {
    page.open_planner("index.html", TODAY).await?;
    page.script("document.body.focus(); return true", &[])
        .await?;
    page.tab_to("Nieuw plan").await?;
    page.press(&["Enter"]).await?;
    page.find("dialog[open] h2", "Voeg aanmeldingen toe")
        .await?;
    page.tab_to("textarea").await?;
    page.type_text(LIST).await?;
    page.sees("6 gezinnen gelezen").await?;
    page.tab_to("Zet 6 gezinnen in het plan").await?;
    page.press(&["Enter"]).await?;
    page.find("h1", "Groepen").await?;
    saved(page).await?;
    let (group, before) = first_session(&stored_plan(page).await?, 1)?;

    page.tab_back_to("Rooster").await?;
    page.press(&["Enter"]).await?;
    page.find("h1", "Rooster").await?;
    // The first mark of the row: bijeenkomst 1. A week later, and place it.
    page.tab_to_mark(&group, 1).await?;
    page.press(&["Alt+Right", "Enter"]).await?;
    let moved = moved_from(page, &group, 1, &before).await?;
    page.press(&["Control+z"]).await?;
    page.sees("Ongedaan gemaakt").await?;
    if moved_from(page, &group, 1, &moved).await? != before {
        return Err("undo did not bring the old day back".into());
    }
    page.press(&["Control+y"]).await?;
    page.sees("Opnieuw gedaan").await?;
    if moved_from(page, &group, 1, &before).await? != moved {
        return Err("redo did not bring the new day back".into());
    }
    Ok(())
}
