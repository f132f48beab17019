//! The re-plan assistant: somebody falls out, the changes are accepted, and the message can be copied.

use super::main_job::{TODAY, saved, stored_plan};
use super::page::Page;
use super::{Failure, Outcome};
use serde_json::Value;

pub async fn an_absence_is_answered_with_few_changes(page: &mut Page) -> Outcome {
    page.open_planner("index.html", TODAY).await?;
    page.click("button", "Bekijk het voorbeeld").await?;
    page.find("h1", "Groepen").await?;
    page.click("nav button", "Rooster").await?;
    page.click("main button", "Er is iets gebeurd").await?;
    page.find("h1", "Wat is er gebeurd?").await?;
    page.paste("#replan-first", "1-4-2027").await?;
    page.paste("#replan-last", "31-2-2027").await?;
    page.click("main button", "Zoek de wijzigingen").await?;
    page.find("main .err", "").await?;
    page.paste("#replan-last", "31-7-2027").await?;
    page.choose("Wie?", "BG-1, begeleider").await?;
    page.click("main button", "Zoek de wijzigingen").await?;
    page.sees("Wijzigingen").await?;
    let offered = page
        .script("return all('main tbody input:checked').length", &[])
        .await?
        .as_u64()
        .unwrap_or_default();
    if offered < 2 {
        return Err(format!("only {offered} changes are offered").into());
    }
    // One is left out; the others are taken over as one proposal.
    page.click("main tbody label", "bijeenkomst").await?;
    page.click("main button", &format!("Neem {} wijziging", offered - 1))
        .await?;
    page.sees("Overgenomen.").await?;
    saved(page).await?;
    let plan = stored_plan(page).await?;
    if absences(&plan, "BG-1")? != 1 {
        return Err("the absence is not stored".into());
    }
    // What happened and what was changed for it are one edit.
    page.click("button", "Maak ongedaan").await?;
    saved(page).await?;
    for _ in 0..60 {
        if absences(&stored_plan(page).await?, "BG-1")? == 0 {
            return Ok(());
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    Err("undo did not take the absence back".into())
}

fn absences(plan: &Value, alias: &str) -> Result<usize, Failure> {
    let people = plan["people"].as_array().ok_or("the plan has no people")?;
    let person = people.iter().find(|person| person["alias"] == alias);
    let person = person.ok_or_else(|| format!("{alias} is not in the team"))?;
    Ok(person["absences"].as_array().map_or(0, Vec::len))
}
