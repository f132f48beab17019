//! Scenario 9 without its figures of borging: a begeleider is away for sixteen weeks. The re-plan assistant
//! records it, the problems name who stands in, and what nobody can take over stays.

use super::super::page::Page;
use super::super::{Failure, Outcome};
use super::words::Words;
use centering_tests::scenario::{Absence, read_day, read_range};
use serde_json::{Value, json};

const FILE: &str = include_str!("../../../scenarios/09-begeleider-valt-uit.txt");
/// The code of the problem that somebody is away.
const AWAY: &str = "TEA-02";

/// What must become of a group.
#[derive(Debug, PartialEq)]
enum Expected {
    /// So many times this person stands in.
    StandsIn(usize, String),
    /// Nobody can on these days.
    Short(Vec<String>),
    NoChange,
}

pub async fn scenario_9_a_begeleider_drops_out(page: &mut Page) -> Outcome {
    let scenario = Absence::read(FILE)?;
    let (today, who, first, last) = (value("vandaag")?, away()?.0, away()?.1, away()?.2);
    page.open_in_look(&read_day(today)?.to_string()).await?;
    page.open_file(&scenario.document().to_string()).await?;
    page.find("h1", page.say("Vandaag", "Today")).await?;
    page.click("nav button", page.say("Rooster", "Schedule"))
        .await?;
    let happened = page.say("Er is iets gebeurd", "Something happened");
    page.click("main button", happened).await?;
    page.find("h1", page.say("Wat is er gebeurd?", "What happened?"))
        .await?;
    let role = page.say("begeleider", "facilitator");
    page.choose(page.say("Wie?", "Who?"), &format!("{who}, {role}"))
        .await?;
    page.paste("#replan-first", first).await?;
    page.paste("#replan-last", last).await?;
    let search = page.say("Zoek de wijzigingen", "Find the changes");
    page.click("main button", search).await?;
    page.find("main h2", page.say("Wijzigingen", "Changes"))
        .await?;
    let proposed = "return all('main tbody tr').map((row) => row.innerText.replace(/\\s+/g, ' '))";
    let proposed = page.script(proposed, &[]).await?;
    for (group, expected) in groups()? {
        soonest(page, &proposed, &group, &expected, who)?;
    }
    // The coordinator only records it, and takes who stands in from the problems.
    let record = page.say("Leg alleen vast", "Only record what happened");
    page.click("main button", record).await?;
    page.find("main .note.ok", page.say("Overgenomen.", "Taken over."))
        .await?;
    page.click("nav button", page.say("Problemen", "Problems"))
        .await?;
    page.find("h1", page.say("Problemen", "Problems")).await?;
    for (group, expected) in groups()? {
        answered(page, &group, &expected, who).await?;
    }
    Ok(())
}

/// In the assistant: a date that parents know and that is near stays, with the substitute of the scenario.
fn soonest(page: &Page, proposed: &Value, group: &str, expected: &Expected, who: &str) -> Outcome {
    let rows = proposed.as_array().into_iter().flatten();
    let rows: Vec<&str> = rows
        .filter_map(Value::as_str)
        .filter(|row| row.trim_start().starts_with(&format!("{group},")))
        .collect();
    let so = match expected {
        Expected::NoChange => rows.is_empty(),
        Expected::Short(_) => {
            let words = page.say("vervangt", "stands in");
            !rows.iter().any(|row| row.contains(words))
        }
        Expected::StandsIn(_, by) => {
            let words = page.either(
                format!("zelfde dag, {by} vervangt {who}"),
                format!("same day, {by} stands in for {who}"),
            );
            rows.first().is_some_and(|row| row.contains(&words))
        }
    };
    if so {
        return Ok(());
    }
    Err(format!("{group}: expected {expected:?}, proposed {rows:?}").into())
}

/// In the problems: takes over every substitute of the scenario; what nobody can lead stays.
async fn answered(page: &mut Page, group: &str, expected: &Expected, who: &str) -> Outcome {
    let wrong = |found: &[String]| -> Failure {
        format!("{group}: expected {expected:?}, shown {found:?}").into()
    };
    let found = cards(page, group).await?;
    let is_away = page.either(
        format!("{who} is die dag afwezig"),
        format!("{who} is away that day"),
    );
    match expected {
        Expected::NoChange if found.is_empty() => Ok(()),
        Expected::NoChange => Err(wrong(&found)),
        Expected::Short(days) => {
            let words = Words(page.look().lang);
            let named = |day: &String| -> Result<bool, Failure> {
                let day = words.day_week(read_day(day)?, 2027);
                Ok(found.iter().any(|card| card.contains(&day)))
            };
            for day in days {
                if !named(day)? {
                    return Err(wrong(&found));
                }
            }
            if found.len() != days.len() || !found.iter().all(|card| card.contains(&is_away)) {
                return Err(wrong(&found));
            }
            open_first(page, group).await?;
            let fixes = "return all('li.prob.open .fixes li').map((fix) => fix.innerText)";
            let fixes = page.script(fixes, &[]).await?.to_string();
            let stands_in = page.say("deze keer vervangen", "stand in this once");
            if fixes.contains(stands_in) {
                return Err(format!("{group}: somebody is offered: {fixes}").into());
            }
            Ok(())
        }
        Expected::StandsIn(times, by) => {
            if found.len() != *times || !found.iter().all(|card| card.contains(&is_away)) {
                return Err(wrong(&found));
            }
            let take = page.either(
                format!("Probeer: Laat {by} deze keer vervangen"),
                format!("Try: Let {by} stand in this once"),
            );
            for left in (0..*times).rev() {
                open_first(page, group).await?;
                page.click("li.prob.open .fixes button", &take).await?;
                let what = format!("{group}: expected {expected:?}, {left} left to take over");
                let is_so = |now: &Vec<String>| now.len() == left;
                page.until(&what, async || cards(page, group).await, is_so)
                    .await?;
            }
            Ok(())
        }
    }
}

/// The problems of a group that somebody is away, in words.
async fn cards(page: &Page, group: &str) -> Result<Vec<String>, Failure> {
    let body = "return all('li.prob > button').filter((card) => card.parentElement.dataset.rule === arguments[0] \
        && card.querySelector('.pm > span')?.textContent === arguments[1]).map((card) => card.innerText.replace(/\\s+/g, ' '))";
    let found = page.script(body, &[json!(AWAY), json!(group)]).await?;
    let found = found.as_array().into_iter().flatten();
    Ok(found
        .filter_map(|card| card.as_str().map(str::to_owned))
        .collect())
}

/// Opens the first of them, which is named for the pointer by its group and code.
async fn open_first(page: &mut Page, group: &str) -> Outcome {
    let body = "const cards = all('li.prob > button').filter((card) => card.parentElement.dataset.rule === arguments[0] \
        && card.querySelector('.pm > span')?.textContent === arguments[1]); return cards[0]?.textContent.replace(/\\s+/g, ' ').trim() ?? ''";
    let name = page.script(body, &[json!(AWAY), json!(group)]).await?;
    let name = name.as_str().unwrap_or_default().to_owned();
    page.click("li.prob > button[aria-expanded=false]", &name)
        .await?;
    page.find("li.prob.open .rule", "").await?;
    Ok(())
}

/// A line of the input.
fn value(key: &str) -> Result<&'static str, Failure> {
    let start = format!("{key}: ");
    let line = FILE
        .lines()
        .find_map(|line| line.trim().strip_prefix(&start));
    line.ok_or_else(|| format!("the scenario has no '{key}'").into())
}

/// Who is away, and the first and last day as they are typed.
fn away() -> Result<(&'static str, &'static str, &'static str), Failure> {
    let (who, days) = value("weg")?.split_once(", ").ok_or("who is away?")?;
    read_range(days)?;
    let (first, last) = days.split_once(" t/m ").ok_or("until when?")?;
    Ok((who, first, last))
}

/// What the file expects of each group.
fn groups() -> Result<Vec<(String, Expected)>, Failure> {
    let (_, expected) = FILE.split_once("verwacht").ok_or("nothing is expected")?;
    let lines = expected.lines().filter_map(|line| {
        let (group, words) = line.trim().split_once(": ")?;
        group.starts_with('G').then_some((group, words))
    });
    let read = |(group, words): (&str, &str)| -> Result<(String, Expected), Failure> {
        let expected = if words == "geen verandering" {
            Expected::NoChange
        } else if let Some(days) = words.strip_prefix("tekort op ") {
            Expected::Short(days.split(", ").map(str::to_owned).collect())
        } else {
            let (times, rest) = words.split_once(" keer ").ok_or("no count")?;
            let (by, _) = rest.split_once(" in plaats van ").ok_or("no substitute")?;
            Expected::StandsIn(times.parse()?, by.to_owned())
        };
        Ok((group.to_owned(), expected))
    };
    let groups: Vec<(String, Expected)> = lines.map(read).collect::<Result<_, _>>()?;
    if groups.len() != 4 {
        return Err(format!("the file expects something of {} groups", groups.len()).into());
    }
    Ok(groups)
}
