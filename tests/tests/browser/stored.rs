//! What happens to the stored plan: two tabs, a full browser, damage, and a newer planner.

use super::Outcome;
use super::main_job::{TODAY, saved, stored_plan};
use super::page::Page;
use serde_json::json;

const KEY: &str = "centering-planner:plan";

async fn with_example(page: &mut Page) -> Outcome {
    page.open_planner("index.html", TODAY).await?;
    page.click("button", "Bekijk het voorbeeld").await?;
    page.find("h1", "Groepen").await?;
    saved(page).await
}

async fn rename(page: &mut Page, title: &str) -> Outcome {
    page.click("button", "Bestand").await?;
    page.click("button", "Geef het plan een naam").await?;
    page.paste(
        "dialog[open] input[type=text], dialog[open] input:not([type])",
        title,
    )
    .await?;
    page.click("dialog[open] footer button", "Bewaar").await
}

pub async fn a_second_tab_never_overwrites_silently(page: &mut Page) -> Outcome {
    with_example(page).await?;
    let first = page.client().window().await?;
    let second = page.client().new_window(true).await?.handle;
    page.client().switch_to_window(second).await?;
    page.open_planner("index.html", TODAY).await?;
    page.find("h1", "Groepen").await?;
    rename(page, "Tweede tabblad").await?;
    saved(page).await?;

    page.client().switch_to_window(first).await?;
    rename(page, "Eerste tabblad").await?;
    page.sees("Dit plan is in een ander tabblad gewijzigd")
        .await?;
    tokio::time::sleep(std::time::Duration::from_millis(800)).await;
    let stored = stored_plan(page).await?;
    if stored["title"] != "Tweede tabblad" {
        return Err(format!("the first tab overwrote the second: {}", stored["title"]).into());
    }
    // Taking the other version over can be undone: nothing that was typed is lost.
    page.click("button", "Neem de andere versie over").await?;
    page.sees("Tweede tabblad").await?;
    page.click("button", "Maak ongedaan").await?;
    page.sees("Eerste tabblad").await?;
    saved(page).await?;
    let stored = stored_plan(page).await?;
    if stored["title"] != "Eerste tabblad" {
        return Err(format!("the chosen version was not saved: {}", stored["title"]).into());
    }
    Ok(())
}

pub async fn a_full_storage_keeps_the_work_and_says_so(page: &mut Page) -> Outcome {
    with_example(page).await?;
    let before = stored_plan(page).await?;
    let fill = "let size = 1 << 22; let number = 0; \
        while (size > 0) { try { localStorage.setItem('fill-' + number, 'x'.repeat(size)); number += 1; } catch { size >>= 1; } } \
        return true";
    page.script(fill, &[]).await?;
    // Longer than what is left.
    let title = "Een lange naam ".repeat(20);
    rename(page, title.trim()).await?;
    page.sees("Niet opgeslagen: de browser is vol.").await?;
    page.find("button", "Bewaar als bestand").await?;
    page.sees(title.trim()).await?;
    if stored_plan(page).await? != before {
        return Err("the old state did not survive the save that failed".into());
    }
    let make_room = "for (const key of Object.keys(localStorage)) if (key.startsWith('fill-')) localStorage.removeItem(key); return true";
    page.script(make_room, &[]).await?;
    rename(page, "Weer plaats").await?;
    saved(page).await?;
    if stored_plan(page).await?["title"] != "Weer plaats" {
        return Err("the plan was not saved after there was room again".into());
    }
    Ok(())
}

pub async fn a_damaged_plan_is_set_aside(page: &mut Page) -> Outcome {
    page.open_planner("index.html", TODAY).await?;
    let damaged =
        "centering-planner/1 1 1\n{\"format\":\"centering-plan\",\"version\":\"1.0\",\"groups\":[";
    store(page, damaged).await?;
    page.reload(TODAY).await?;
    page.sees("Je opgeslagen plan was beschadigd").await?;
    page.find("button", "Download de beschadigde tekst").await?;
    let aside = page
        .script(
            "return localStorage.getItem(arguments[0])",
            &[json!(format!("{KEY}:set-aside"))],
        )
        .await?;
    if aside != json!(damaged) {
        return Err(format!("the damaged text was not set aside: {aside}").into());
    }
    page.click("button", "Bekijk het voorbeeld").await?;
    saved(page).await
}

pub async fn a_plan_of_a_newer_planner_is_left_alone(page: &mut Page) -> Outcome {
    page.open_planner("index.html", TODAY).await?;
    let newer = "centering-planner/1 1 1\n{\"format\":\"centering-plan\",\"version\":\"2.0\",\"later\":true}";
    store(page, newer).await?;
    page.reload(TODAY).await?;
    page.sees("Je opgeslagen plan is van een nieuwere planner")
        .await?;
    page.click("button", "Bekijk het voorbeeld").await?;
    page.find("h1", "Groepen").await?;
    page.sees("Niet opgeslagen").await?;
    tokio::time::sleep(std::time::Duration::from_millis(800)).await;
    let stored = page
        .script("return localStorage.getItem(arguments[0])", &[json!(KEY)])
        .await?;
    if stored != json!(newer) {
        return Err("the plan of the newer planner was overwritten".into());
    }
    Ok(())
}

async fn store(page: &Page, text: &str) -> Outcome {
    let body = "localStorage.setItem(arguments[0], arguments[1]); return true";
    page.script(body, &[json!(KEY), json!(text)]).await?;
    Ok(())
}
