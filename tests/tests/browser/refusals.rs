//! An edit that is refused says why where it was asked for, and what was typed stays; so it does under a dialog that lies
//! over another one.

use super::Outcome;
use super::main_job::{TODAY, record, saved, stored_plan, until_stored};
use super::page::Page;
use serde_json::{Value, json};

pub async fn a_refused_setting_stays_in_its_dialog(page: &mut Page) -> Outcome {
    page.open_planner("index.html", TODAY).await?;
    page.open_example().await?;
    saved(page).await?;
    let before = stored_plan(page).await?;
    page.click("nav button", "Instellingen").await?;
    page.click("dialog[open] label", "Streng").await?;
    page.paste("#size-max", "20").await?;
    page.click("dialog[open] footer label", "voorstel").await?;
    page.click("dialog[open] footer button", "Bewaar").await?;
    page.find(
        "dialog[open] [role=alert]",
        "Strenge dagdelen kunnen alleen",
    )
    .await?;
    let typed = page.script("return all('#size-max')[0].value", &[]).await?;
    if typed != json!("20") {
        return Err(format!("the dialog lost what was typed: {typed}").into());
    }
    // What is possible is stored, and nothing was stored before.
    page.paste("#size-max", "9").await?;
    page.click("dialog[open] footer label", "voorstel").await?;
    page.click("dialog[open] footer button", "Bewaar").await?;
    largest(page, 9).await?;
    page.click("header button", "Maak ongedaan").await?;
    largest(page, 8).await?;
    if stored_plan(page).await? != before {
        return Err("one undo does not take the settings back".into());
    }
    Ok(())
}

pub async fn a_dialog_keeps_what_lies_under_it(page: &mut Page) -> Outcome {
    page.open_planner("index.html", TODAY).await?;
    page.open_example().await?;
    saved(page).await?;
    page.click("nav button", "Instellingen").await?;
    page.paste("#size-max", "9").await?;
    page.click("dialog[open] button", "Wijzig Noord").await?;
    page.find("dialog[open] h2", "Locatie Noord").await?;
    page.paste("#location-name", "Noorderlicht").await?;
    // Escape asks about what was typed, and once more closes the one on top; focus goes back to what opened it.
    page.press(&["Escape"]).await?;
    page.sees("Wat je hier hebt ingevuld is nog niet bewaard.")
        .await?;
    page.click("dialog[open] button", "Ga door").await?;
    page.press(&["Escape"]).await?;
    page.sees("Wat je hier hebt ingevuld is nog niet bewaard.")
        .await?;
    page.press(&["Escape"]).await?;
    only_settings(page, "9").await?;
    let focused = page.focused().await?;
    if !focused.contains("Noord") {
        return Err(format!("focus is at {focused:?}").into());
    }
    // What is saved on top is stored; the settings are still being typed.
    page.click("dialog[open] button", "Wijzig Noord").await?;
    page.paste("#location-name", "Noorderlicht").await?;
    page.click("dialog[open]:has(#location-form) footer button", "Bewaar")
        .await?;
    only_settings(page, "9").await?;
    let name = |plan: &Value| record(&plan["locations"], "id", "noord")["name"].clone();
    until_stored(page, "the new name", name, |name| *name == "Noorderlicht").await?;
    page.click("dialog[open] footer button", "Bewaar").await?;
    largest(page, 9).await
}

/// Waits until the settings are the only dialog, with this typed as the largest group.
async fn only_settings(page: &Page, typed: &str) -> Outcome {
    page.wait(
        "the settings alone, as they were typed",
        "return all('dialog[open]').length === 1 && all('#size-max')[0]?.value === arguments[0]",
        &[json!(typed)],
    )
    .await
}

/// Waits until the stored plan has this largest size of a group.
async fn largest(page: &Page, size: u8) -> Outcome {
    let what = format!("{size} as the largest size");
    let read = |plan: &Value| plan["settings"]["group_size"]["max"].clone();
    let found = until_stored(page, &what, read, |found| *found == size).await;
    found.map(drop)
}
