//! The main job: from the list in `tests/data` to a saved plan that is still there after a reload.

use super::page::Page;
use super::{Failure, Outcome};
use serde_json::Value;
use std::time::Duration;

/// The list of `tests/data`, as a person would copy it.
pub const LIST: &str = include_str!("../../data/aanmeldingen.csv");
/// The day on which the list is planned: before its first birth.
pub const TODAY: &str = "2026-07-01";
/// The most clicks from opening the page to a saved plan.
const MOST_CLICKS: usize = 12;

pub async fn from_list_to_reloaded_plan(page: &mut Page) -> Outcome {
    page.open_planner("index.html", TODAY).await?;
    page.click("button", "Nieuw plan").await?;
    page.paste("#paste", LIST.trim_start_matches('\u{feff}'))
        .await?;
    page.sees("769 gezinnen gelezen").await?;
    page.sees("Niet gebruikt en niet bewaard: Opmerking")
        .await?;
    page.click("button", "Zet 769 gezinnen in het plan").await?;
    groups_are_shown(page).await?;
    page.sees("Opgeslagen in deze browser").await?;
    let clicks = page.clicks;
    if clicks > MOST_CLICKS {
        return Err(format!("the plan took {clicks} clicks; at most {MOST_CLICKS}").into());
    }
    let planned = stored_plan(page).await?;
    let groups = planned["groups"].as_array().map_or(0, Vec::len);
    if groups < 60 {
        return Err(format!("only {groups} groups were made of 769 families").into());
    }
    if planned.to_string().contains("Opmerking") {
        return Err("a column that was dropped is stored".into());
    }

    // One undo takes the list back with its groups.
    page.click("button", "Maak ongedaan: voorstel gemaakt")
        .await?;
    page.wait(
        "nothing is planned",
        "return all('main table').length === 0 && all('.empty').length > 0",
        &[],
    )
    .await?;
    page.click("button", "Doe opnieuw: voorstel gemaakt")
        .await?;
    groups_are_shown(page).await?;

    // Change one: a week later, with the buttons of the inspector.
    page.click("nav button", "Rooster").await?;
    page.find("h1", "Rooster").await?;
    let (group, before) = first_session(&planned, 3)?;
    page.click_mark(&group, 3).await?;
    page.click("button", "Een week later").await?;
    page.click("button", "Verplaats naar").await?;
    let moved = moved_from(page, &group, 3, &before).await?;

    page.reload(TODAY).await?;
    page.find("h1", "Rooster").await?;
    let after = stored_plan(page).await?;
    if session_date(&after, &group, 3)? != moved {
        return Err("the moved date was not there after the reload".into());
    }
    page.sees(&group).await?;
    Ok(())
}

/// Waits until the groups are there.
async fn groups_are_shown(page: &Page) -> Outcome {
    let body = "return all('main table').length > 0";
    page.wait("groups are shown", body, &[]).await
}

/// Waits until everything is saved.
pub async fn saved(page: &Page) -> Outcome {
    page.wait(
        "the plan is saved",
        "return all('.save').some((status) => /Opgeslagen|Saved/.test(status.textContent))",
        &[],
    )
    .await
}

/// The plan in localStorage.
pub async fn stored_plan(page: &Page) -> Result<Value, Failure> {
    let body = "const stored = localStorage.getItem('centering-planner:plan'); return stored ? stored.slice(stored.indexOf('\\n') + 1) : ''";
    let text = page.script(body, &[]).await?;
    Ok(serde_json::from_str(text.as_str().unwrap_or_default())?)
}

/// Waits until the stored plan has a bijeenkomst on another day, and gives that day.
pub async fn moved_from(
    page: &Page,
    group: &str,
    number: usize,
    before: &str,
) -> Result<String, Failure> {
    for _ in 0..60 {
        let date = session_date(&stored_plan(page).await?, group, number)?;
        if date != before {
            return Ok(date);
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    Err(format!("bijeenkomst {number} of {group} stayed on {before}").into())
}

/// The first group with a date for this bijeenkomst, and that date.
pub fn first_session(plan: &Value, number: usize) -> Result<(String, String), Failure> {
    let groups = plan["groups"].as_array().ok_or("no groups")?;
    for group in groups {
        let id = group["id"].as_str().unwrap_or_default();
        if let Ok(date) = session_date(plan, id, number) {
            return Ok((id.to_owned(), date));
        }
    }
    Err(format!("no group has a date for bijeenkomst {number}").into())
}

/// The date of a bijeenkomst of a group.
pub fn session_date(plan: &Value, group: &str, number: usize) -> Result<String, Failure> {
    let groups = plan["groups"].as_array().ok_or("no groups")?;
    let group_of = groups.iter().find(|one| one["id"] == group);
    let sessions = group_of.and_then(|one| one["sessions"].as_array());
    sessions
        .and_then(|sessions| {
            sessions
                .iter()
                .find(|one| one["number"] == format!("B{number}"))
        })
        .and_then(|session| session["date"].as_str())
        .map(str::to_owned)
        .ok_or_else(|| format!("{group} has no date for bijeenkomst {number}").into())
}
