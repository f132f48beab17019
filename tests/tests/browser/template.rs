//! The editor of the bijeenkomst template: a wrong window is refused at its field, a right one changes the
//! windows of groups, undo brings the proposal back; and the page where the user was is there after a reload.

use super::Outcome;
use super::main_job::{saved, stored_plan};
use super::page::Page;
use serde_json::{Value, json};

const TODAY: &str = "2027-03-16";

pub async fn a_template_is_checked_and_taken_back(page: &mut Page) -> Outcome {
    page.open_planner("index.html", TODAY).await?;
    page.click("button", "Bekijk het voorbeeld").await?;
    page.find("h1", "Groepen").await?;
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
    page.sees("Schrijf een leeftijd, bijvoorbeeld 6w").await?;
    page.paste("#template-5-1", "8m14d").await?;
    page.paste("#template-3-0", "2m20d").await?;
    page.sees("verder dan het vaccinatieprogramma toestaat voor DKTP 1")
        .await?;
    page.paste("#template-3-0", "3m").await?;

    page.paste("#template-5-1", "9m").await?;
    page.click("dialog[open] footer button", "Bewaar").await?;
    page.sees("Bijeenkomstenschema gewijzigd").await?;
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
    page.sees("Ongedaan gemaakt: bijeenkomstenschema gewijzigd")
        .await?;
    template_is(page, &Value::Null).await?;
    page.reload(TODAY).await?;
    page.find("h1", "Instroom").await?;
    Ok(())
}

/// Waits until the field is marked as wrong and has focus, with words that it refers to.
async fn is_wrong(page: &Page, id: &str) -> Outcome {
    let body = "const field = root().getElementById(arguments[0]); const words = root().getElementById(field?.getAttribute('aria-describedby')); \
        return field?.getAttribute('aria-invalid') === 'true' && (words?.textContent ?? '').length > 20";
    page.wait(&format!("{id} is named as wrong"), body, &[json!(id)])
        .await
}

async fn template_is(page: &Page, wanted: &Value) -> Outcome {
    for _ in 0..60 {
        if stored_plan(page).await?["template"] == *wanted {
            return Ok(());
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    Err("undo did not bring the proposal back".into())
}
