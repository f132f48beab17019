//! The editor of the bijeenkomst template: a wrong window is refused at its field, a right one changes the
//! windows of groups, undo brings the proposal back; and the page where the user was is there after a reload.

use super::Outcome;
use super::main_job::{saved, stored_plan, until_stored};
use super::page::Page;
use serde_json::{Value, json};

const TODAY: &str = "2027-03-16";

pub async fn a_template_is_checked_and_taken_back(page: &mut Page) -> Outcome {
    page.open_planner("index.html", TODAY).await?;
    page.open_example().await?;
    page.click("nav button", "Instroom").await?;
    page.find("h1", "Instroom").await?;
    page.click("button", "Bestand").await?;
    page.click("#file-menu button", "Bijeenkomstenschema")
        .await?;
    page.find("dialog[open] h2", "Bijeenkomstenschema").await?;

    // It would end before it starts; then not an age; then before the limit of a vaccine.
    page.paste("#template-5-1", "5m").await?;
    page.click("dialog[open] footer button", "Bewaar").await?;
    is_wrong(page, "template-5-1").await?;
    page.paste("#template-5-1", "tien").await?;
    page.find("#template-5-1[aria-describedby^=template-age]", "")
        .await?;
    page.paste("#template-5-1", "8m14d").await?;
    page.paste("#template-3-0", "2m20d").await?;
    page.sees("verder dan het vaccinatieprogramma toestaat voor DKTP 1")
        .await?;
    page.paste("#template-3-0", "3m").await?;

    page.paste("#template-5-1", "9m").await?;
    page.click("dialog[open] footer button", "Bewaar").await?;
    saved(page).await?;
    let plan = stored_plan(page).await?;
    if plan["template"]["sessions"][4]["allowed"]["to"] != "9m0d" {
        return Err("the window of the fifth bijeenkomst is not stored".into());
    }
    // Focus may be anywhere: the keys of the page are those of the planner.
    page.script(
        "root().activeElement?.blur(); document.activeElement?.blur?.(); return true",
        &[],
    )
    .await?;
    page.press(&["Control+z"]).await?;
    let template = |plan: &Value| plan["template"].clone();
    until_stored(page, "the proposal is back", template, Value::is_null).await?;
    page.reload(TODAY).await?;
    page.find("h1", "Instroom").await?;
    Ok(())
}

/// Waits until the field is marked as wrong with the message of a fault that it refers to, and the first field with
/// that fault has focus.
async fn is_wrong(page: &Page, id: &str) -> Outcome {
    let body = "const fault = root().getElementById(arguments[0])?.getAttribute('aria-describedby'); const words = root().getElementById(fault); \
        const wrong = all('dialog[open] [aria-invalid=true]').filter((field) => field.getAttribute('aria-describedby') === fault).map((field) => field.id); \
        return { wrong, focused: root().activeElement?.id, isTold: words?.getAttribute('role') === 'alert' && words.textContent.length > 20 }";
    let see = async || page.script(body, &[json!(id)]).await;
    let is_wrong = |seen: &Value| {
        let wrong = seen["wrong"].as_array();
        let is_named = wrong.is_some_and(|wrong| wrong.contains(&json!(id)));
        is_named && seen["focused"] == seen["wrong"][0] && seen["isTold"] == true
    };
    let found = page
        .until(&format!("{id} is named as wrong"), see, is_wrong)
        .await;
    found.map(drop)
}
