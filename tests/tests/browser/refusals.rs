//! An edit that is refused says why where it was asked for, and what was typed stays.

use super::Outcome;
use super::main_job::{TODAY, saved, stored_plan};
use super::page::Page;
use serde_json::json;

pub async fn a_refused_setting_stays_in_its_dialog(page: &mut Page) -> Outcome {
    page.open_planner("index.html", TODAY).await?;
    page.click("button", "Bekijk het voorbeeld").await?;
    page.find("h1", "Groepen").await?;
    saved(page).await?;
    let before = stored_plan(page).await?;
    page.click("button", "Bestand").await?;
    page.click(".menu button", "Instellingen").await?;
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

/// Waits until the stored plan has this largest size of a group.
async fn largest(page: &Page, size: u8) -> Outcome {
    let body = "const [, plan] = localStorage.getItem('centering-planner:plan').split('\\n'); \
        return JSON.parse(plan).settings.group_size.max === arguments[0]";
    page.wait(
        &format!("the largest size {size} is stored"),
        body,
        &[json!(size)],
    )
    .await
}
