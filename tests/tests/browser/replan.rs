//! The re-plan assistant: somebody falls out, the changes are accepted, and the message can be copied.

use super::Outcome;
use super::main_job::{TODAY, record, saved, stored_plan, until_stored};
use super::page::Page;
use serde_json::Value;

pub async fn an_absence_is_answered_with_few_changes(page: &mut Page) -> Outcome {
    page.open_planner("index.html", TODAY).await?;
    page.open_example().await?;
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
    saved(page).await?;
    let plan = stored_plan(page).await?;
    if absences(&plan) != Some(1) {
        return Err("the absence is not stored".into());
    }
    // What happened and what was changed for it are one edit.
    page.click("button", "Maak ongedaan").await?;
    let what = "BG-1 is not away any more";
    let is_back = |away: &Option<usize>| *away == Some(0);
    until_stored(page, what, absences, is_back).await.map(drop)
}

/// How often BG-1 is away; `None` without such a person.
fn absences(plan: &Value) -> Option<usize> {
    let person = record(&plan["people"], "alias", "BG-1");
    person
        .is_object()
        .then(|| person["absences"].as_array().map_or(0, Vec::len))
}
