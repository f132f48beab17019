//! The main job: from the list in `tests/data` to a saved plan that is still there after a reload.

use super::page::Page;
use super::{Failure, Outcome};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fmt::Debug;

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
    // On this day most of them are still to come.
    page.click("dialog[open] label.check", "Ja, dat klopt.")
        .await?;
    page.sees("Niet gebruikt en niet bewaard: Opmerking")
        .await?;
    page.click("button", "Zet 769 gezinnen in het plan").await?;
    groups_are_shown(page).await?;
    // The list is an edit, and the groups made of it are another one.
    let groups = |plan: &Value| plan["groups"].as_array().map_or(0, Vec::len);
    until_stored(page, "the groups", groups, |count| *count >= 60).await?;
    saved(page).await?;
    let clicks = page.clicks;
    if clicks > MOST_CLICKS {
        return Err(format!("the plan took {clicks} clicks; at most {MOST_CLICKS}").into());
    }
    let planned = stored_plan(page).await?;
    nothing_of_the_remarks_is_kept(page).await?;

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
    // Of many groups those near the screen are drawn.
    page.paste("main input[type=search]", &group).await?;
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
    page.paste("main input[type=search]", &group).await?;
    page.sees(&group).await?;
    Ok(())
}

/// Neither the heading nor a cell of the column that was dropped is in this browser or this tab.
async fn nothing_of_the_remarks_is_kept(page: &Page) -> Outcome {
    let rows = LIST.lines().map(|row| row.splitn(8, ';').last());
    let remarks = rows.map(|cell| {
        cell.unwrap_or_default()
            .trim_matches('"')
            .replace("\"\"", "\"")
    });
    let remarks: BTreeSet<String> = remarks.filter(|remark| !remark.is_empty()).collect();
    let body = "const kept = [localStorage, sessionStorage].flatMap((place) => Object.values(place)).join('\\n'); \
        return arguments[0].filter((remark) => kept.includes(remark) || kept.includes(JSON.stringify(remark).slice(1, -1)))";
    let found = page.script(body, &[json!(remarks)]).await?;
    if remarks.len() < 10 || found != json!([]) {
        return Err(format!("of the remarks {remarks:?} these are stored: {found}").into());
    }
    Ok(())
}

/// Waits until the groups are there.
async fn groups_are_shown(page: &Page) -> Outcome {
    let body = "return all('main table').length > 0";
    page.wait("groups are shown", body, &[]).await
}

/// Waits for an edit that was not yet asked after here, until the last one is saved and the page says so.
pub async fn saved(page: &Page) -> Outcome {
    let body = "const { edits, stored, asked } = window.kept; const words = all('.save').map((status) => status.textContent); \
        const isSaved = edits > asked && stored === edits && words.some((text) => /Opgeslagen|Saved/.test(text)); \
        if (isSaved) window.kept.asked = edits; return { isSaved, edits, stored, asked, words }";
    let see = async || page.script(body, &[]).await;
    let is_saved = |seen: &Value| seen["isSaved"] == true;
    let seen = page.until("the last edit is saved", see, is_saved).await;
    seen.map(drop)
}

/// Has the planner save all that waits, as when its page is left. What is not stored then never will be.
pub async fn save_what_waits(page: &Page) -> Outcome {
    let body = "window.dispatchEvent(new Event('pagehide')); return true";
    page.script(body, &[]).await.map(drop)
}

/// What stands in localStorage in the place of the plan, without its stamp.
async fn stored_text(page: &Page) -> Result<String, Failure> {
    let body = "const name = planner()?.getAttribute('storage-key') ?? 'plan'; \
        const stored = localStorage.getItem(`centering-planner:${name}`) ?? ''; return stored.slice(stored.indexOf('\\n') + 1)";
    let text = page.script(body, &[]).await?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

/// The plan in localStorage.
pub async fn stored_plan(page: &Page) -> Result<Value, Failure> {
    Ok(serde_json::from_str(&stored_text(page).await?)?)
}

/// Waits until what is read from the stored plan is as wanted, and gives it. Without a plan `null` is read.
pub async fn until_stored<T: Debug>(
    page: &Page,
    what: &str,
    read: impl Fn(&Value) -> T,
    is_wanted: impl Fn(&T) -> bool,
) -> Result<T, Failure> {
    let see = async || {
        let plan = serde_json::from_str(&stored_text(page).await?);
        Ok(read(&plan.unwrap_or_default()))
    };
    let what = format!("stored: {what}");
    page.until(&what, see, is_wanted).await
}

/// The record of a list with this value in a field; `null` where there is none.
pub fn record<'a>(list: &'a Value, field: &str, value: &str) -> &'a Value {
    let mut records = list.as_array().into_iter().flatten();
    let found = records.find(|record| record[field] == value);
    found.unwrap_or(&Value::Null)
}

/// Waits until the stored plan has a bijeenkomst on another day, and gives that day.
pub async fn moved_from(
    page: &Page,
    group: &str,
    number: usize,
    before: &str,
) -> Result<String, Failure> {
    let what = format!("another day than {before} for bijeenkomst {number} of {group}");
    let read = |plan: &Value| session_date(plan, group, number).unwrap_or_default();
    let is_other = |date: &String| !date.is_empty() && date != before;
    until_stored(page, &what, read, is_other).await
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
    let sessions = &record(&plan["groups"], "id", group)["sessions"];
    let date = record(sessions, "number", &format!("B{number}"))["date"].as_str();
    date.map(str::to_owned)
        .ok_or_else(|| format!("{group} has no date for bijeenkomst {number}").into())
}
