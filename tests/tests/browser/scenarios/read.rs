//! Reads off the screens what a scenario expects: spread and dates of the group, the windows and days of each
//! bijeenkomst with why they fall out, the problems with their codes, and the remedies.

use super::super::Failure;
use super::super::page::Page;
use super::words::Words;
use centering_tests::day::Day;
use centering_tests::scenario::{Expected, Scenario, Spot};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// What the screens say of a scenario.
struct Screens {
    words: Words,
    spread: String,
    /// The day of each bijeenkomst, as the inspector of the group lists them.
    dates: BTreeMap<String, String>,
    /// The inspector of each bijeenkomst that something is expected of.
    sessions: BTreeMap<String, Inspector>,
    /// The remedies of the problems of the group itself.
    of_group: Vec<String>,
    /// Code, title and place of each problem.
    problems: Vec<[String; 3]>,
    /// The year of today, which dates leave out.
    year: i32,
}

/// The inspector of a bijeenkomst.
struct Inspector {
    /// Number or day and explanation of each rule.
    why: Vec<(String, String)>,
    remedies: Vec<String>,
}

/// Everything in which the screens differ from what the scenario expects, by line; empty when it holds.
pub async fn mismatches(
    page: &mut Page,
    scenario: &Scenario,
    group: &str,
) -> Result<Vec<String>, Failure> {
    let screens = read(page, scenario, group).await?;
    let judged = scenario.expected.iter().filter_map(|(line, expected)| {
        let wrong = screens.judge(scenario, expected).err()?;
        Some(format!("regel {line}: {wrong}"))
    });
    Ok(judged.collect())
}

async fn read(page: &mut Page, scenario: &Scenario, group: &str) -> Result<Screens, Failure> {
    let words = Words(page.look().lang);
    page.click("nav button", page.say("Groepen", "Groups"))
        .await?;
    // A group that was made by hand is still open; on a narrow screen it lies over the table.
    let is_open = "return all('aside h2').some((one) => one.textContent === arguments[0])";
    if page.script(is_open, &[json!(group)]).await? != json!(true) {
        page.click(".gtable button.rowbtn", group).await?;
    }
    let spread = "const name = all('aside dl.facts dt').find((one) => one.textContent === arguments[0]); \
        return name?.nextElementSibling?.innerText ?? ''";
    page.find("aside h2", group).await?;
    let name = json!(page.say("Leeftijdsverschil", "Age gap"));
    let spread = text(&page.script(spread, &[name]).await?);
    let show = page.say("Bekijk in het rooster", "Show in the schedule");
    page.click("aside .acts button", show).await?;
    page.find("aside h3", page.say("Bijeenkomsten", "Sessions"))
        .await?;
    let dates = "return all('aside ol.dates li').map((line) => [line.querySelector('.n').textContent, line.querySelector('.d').textContent])";
    let dates = page.script(dates, &[]).await?;
    let of_group = remedies(page).await?;
    let mut sessions = BTreeMap::new();
    for number in numbers(scenario) {
        page.click("aside ol.dates button", &number).await?;
        page.find("aside ol.why li", "").await?;
        let why = "return all('aside ol.why li').map((line) => [...line.children].map((part) => part.innerText.trim()))";
        let why = page.script(why, &[]).await?;
        let inspector = Inspector {
            why: pairs(&why),
            remedies: remedies(page).await?,
        };
        sessions.insert(number, inspector);
        page.click("aside header button.link", group).await?;
        page.find("aside ol.dates button", "").await?;
    }
    page.click("nav button", page.say("Problemen", "Problems"))
        .await?;
    page.find("h1", page.say("Problemen", "Problems")).await?;
    let problems = "return all('li.prob').map((card) => [card.dataset.rule, ...['.pt', '.pm'].map((part) => card.querySelector(part)?.innerText.trim() ?? '')])";
    let problems = page.script(problems, &[]).await?;
    let problems = problems.as_array().into_iter().flatten();
    let year = "return Number(planner().getAttribute('today').slice(0, 4))";
    Ok(Screens {
        words,
        spread,
        dates: pairs(&dates).into_iter().collect(),
        sessions,
        of_group,
        problems: problems
            .map(|card| [text(&card[0]), text(&card[1]), text(&card[2])])
            .collect(),
        year: page.script(year, &[]).await?.as_i64().unwrap_or_default() as i32,
    })
}

/// Opens the remedies of every problem in the inspector, and gives them.
async fn remedies(page: &mut Page) -> Result<Vec<String>, Failure> {
    let closed = "return all('aside button.ask[aria-expanded=false]').length";
    while page.script(closed, &[]).await?.as_u64().unwrap_or_default() > 0 {
        page.click("aside button.ask[aria-expanded=false]", "")
            .await?;
    }
    let found = "return all('aside ul.fixes li').map((fix) => [...fix.querySelectorAll('span')].map((part) => part.innerText.trim()).join(' '))";
    let found = page.script(found, &[]).await?;
    Ok(found.as_array().into_iter().flatten().map(text).collect())
}

/// The bijeenkomsten of which more than the day is expected.
fn numbers(scenario: &Scenario) -> Vec<String> {
    let mut numbers: Vec<String> = scenario
        .expected
        .iter()
        .filter_map(|(_, expected)| match expected {
            Expected::Preferred(number, _)
            | Expected::Allowed(number, _)
            | Expected::FreeDays(number, _)
            | Expected::HolidayDays(number, _)
            | Expected::AllowedDays(number, _)
            | Expected::FallsOut(number, ..)
            | Expected::Left(number, _)
            | Expected::Remedy(Spot::Session(number), _)
            | Expected::NoRemedy(Spot::Session(number), _) => Some(number.clone()),
            _ => None,
        })
        .collect();
    numbers.sort();
    numbers.dedup();
    numbers
}

fn text(value: &Value) -> String {
    let text = value.as_str().unwrap_or_default();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn pairs(value: &Value) -> Vec<(String, String)> {
    let lines = value.as_array().into_iter().flatten();
    lines.map(|line| (text(&line[0]), text(&line[1]))).collect()
}

impl Screens {
    fn judge(&self, scenario: &Scenario, expected: &Expected) -> Result<(), String> {
        match expected {
            Expected::KingsDay(_) => Err("Koningsdag belongs to another check".to_owned()),
            Expected::Spread(days) => {
                let unit = self.either("dagen", "days");
                contains(&self.spread, &format!("{days} {unit}"))
            }
            Expected::Preferred(number, range) => {
                self.explains(number, &self.words.preferred(*range))
            }
            Expected::Allowed(number, range) => self.explains(number, &self.words.allowed(*range)),
            Expected::FreeDays(number, days) => {
                let found = self.preferred_days(number)?;
                self.same_days(days, found.iter().filter(|(_, holiday)| holiday.is_none()))
            }
            Expected::HolidayDays(number, days) => {
                let found = self.preferred_days(number)?;
                self.same_days(days, found.iter().filter(|(_, holiday)| holiday.is_some()))
            }
            Expected::AllowedDays(number, days) => self.allowed_days(number, days),
            Expected::FallsOut(number, day, by) => {
                self.explains(number, &self.words.falls_out(*day, by)?)
            }
            Expected::Left(number, days) => {
                let (count, text) = self.left(number)?;
                if *count != days.len().to_string() {
                    return Err(format!("{count} {text}, not {} days", days.len()));
                }
                let found = named(text);
                self.same_days(days, found.iter())
            }
            Expected::Date(number, Some(day)) => {
                let words = self.words.day_week(*day, self.year);
                let found = self.date(number)?;
                if *found == words {
                    return Ok(());
                }
                Err(format!("{number} is on '{found}', not '{words}'"))
            }
            Expected::Date(number, None) => contains(self.date(number)?, self.missing()),
            Expected::HasDate(number) => {
                let found = self.date(number)?;
                if found.contains(self.missing()) || found.is_empty() {
                    return Err(format!("{number} has no day: '{found}'"));
                }
                Ok(())
            }
            Expected::Problem(spot, text) => self.problem(spot, text),
            Expected::NoOtherProblem => {
                let named = scenario.expected.iter();
                let named = named.filter(|(_, one)| matches!(one, Expected::Problem(..)));
                if named.count() == self.problems.len() {
                    return Ok(());
                }
                Err(format!("there are others: {:?}", self.problems))
            }
            Expected::Remedy(spot, text) => {
                let words = self.words.remedy(text)?;
                let found = self.remedies(spot)?;
                let is_it = |fix: &String| words.iter().all(|part| fix.contains(part.as_str()));
                if found.iter().any(is_it) {
                    return Ok(());
                }
                Err(format!("none of {found:?} says {words:?}"))
            }
            Expected::NoRemedy(spot, start) => {
                if start != "verplaatsen" {
                    return Err(format!("'{start}' has no words here"));
                }
                let found = self.remedies(spot)?;
                match found.iter().find(|fix| fix.starts_with(self.words.moves())) {
                    Some(fix) => Err(format!("it is offered: {fix}")),
                    None => Ok(()),
                }
            }
        }
    }

    fn either(&self, nl: &'static str, en: &'static str) -> &'static str {
        match self.words.0 {
            super::super::looks::Lang::Nl => nl,
            super::super::looks::Lang::En => en,
        }
    }

    fn missing(&self) -> &'static str {
        self.either("nog geen datum", "no date yet")
    }

    fn date(&self, number: &str) -> Result<&String, String> {
        let found = self.dates.get(number);
        found.ok_or_else(|| format!("{number} is not in the list of dates"))
    }

    fn session(&self, number: &str) -> Result<&Inspector, String> {
        let found = self.sessions.get(number);
        found.ok_or_else(|| format!("{number} was not opened"))
    }

    /// Whether some rule in the inspector says this.
    fn explains(&self, number: &str, words: &str) -> Result<(), String> {
        let why = &self.session(number)?.why;
        if why.iter().any(|(_, text)| text.contains(words)) {
            return Ok(());
        }
        Err(format!("'{words}' is not in {why:?}"))
    }

    /// The line of the days that are left: their number, and the text with their names.
    fn left(&self, number: &str) -> Result<&(String, String), String> {
        let starts: &[&str] = match self.words.0 {
            super::super::looks::Lang::Nl => &["blijft over", "blijven over"],
            super::super::looks::Lang::En => &["is left", "are left"],
        };
        let why = &self.session(number)?.why;
        let is_it =
            |(_, text): &&(String, String)| starts.iter().any(|start| text.starts_with(start));
        let found = why.iter().find(is_it);
        found.ok_or_else(|| format!("nothing says what is left: {why:?}"))
    }

    /// The days of the preferred window that are left, each with the school holiday it is in.
    fn preferred_days(&self, number: &str) -> Result<Vec<(String, Option<String>)>, String> {
        let (count, text) = self.left(number)?;
        let outside: &[&str] = match self.words.0 {
            super::super::looks::Lang::Nl => &["geen in de", "buiten de"],
            super::super::looks::Lang::En => &["none in the", "outside the"],
        };
        if count == "0" || outside.iter().any(|words| text.contains(words)) {
            return Ok(Vec::new());
        }
        Ok(named(text))
    }

    fn same_days<'a>(
        &self,
        days: &[Day],
        found: impl Iterator<Item = &'a (String, Option<String>)>,
    ) -> Result<(), String> {
        let found: Vec<&str> = found.map(|(day, _)| day.as_str()).collect();
        let is_same = found.len() == days.len()
            && days.iter().zip(&found).all(|(day, found)| {
                // The year of a day is that of the bijeenkomst beside it, or stands there.
                [
                    self.words.day_month(*day, day.parts().0),
                    self.words.day_month(*day, 0),
                ]
                .iter()
                .any(|words| words == found)
            });
        if is_same {
            return Ok(());
        }
        Err(format!("expected {days:?}, shown {found:?}"))
    }

    /// Every day on the weekday of the group is named: as one that falls out, or as one that is left.
    fn allowed_days(&self, number: &str, days: &[Day]) -> Result<(), String> {
        let why = &self.session(number)?.why;
        let weekday = self.either("de vaste dag van deze groep", "the fixed day of this group");
        let counted = why.iter().find(|(_, text)| text.contains(weekday));
        let count = counted.map(|(count, _)| count.as_str()).unwrap_or_default();
        if count != days.len().to_string() {
            return Err(format!("{count} days on the weekday, not {}", days.len()));
        }
        let left = named(&self.left(number)?.1);
        for day in days {
            let short = self.words.day_month(*day, day.parts().0);
            let long = self.words.day_long(*day);
            let is_named = left.iter().any(|(name, _)| *name == short)
                || why.iter().any(|(_, text)| text.starts_with(&long));
            if !is_named {
                return Err(format!("{long} is not in {why:?}"));
            }
        }
        Ok(())
    }

    fn problem(&self, spot: &Spot, text: &str) -> Result<(), String> {
        let (code, facts) = text.split_once(' ').ok_or("no code")?;
        let title = self.words.problem(spot, facts)?;
        let place = self.words.place(spot);
        let is_it = |card: &&[String; 3]| {
            card[0] == code && card[1].contains(&title) && card[2].contains(&place)
        };
        match self.problems.iter().find(is_it) {
            Some(_) => Ok(()),
            None => Err(format!(
                "{code} '{title}' ({place}) is not in {:?}",
                self.problems
            )),
        }
    }

    fn remedies(&self, spot: &Spot) -> Result<&Vec<String>, String> {
        match spot {
            Spot::Group => Ok(&self.of_group),
            Spot::Session(number) => Ok(&self.session(number)?.remedies),
        }
    }
}

/// The days after the colon of `4 in het voorkeursvenster: 14 okt, 21 okt (herfstvakantie) en 4 nov`.
fn named(text: &str) -> Vec<(String, Option<String>)> {
    let Some((_, days)) = text.split_once(": ") else {
        return Vec::new();
    };
    let days = days.replace(" en ", ", ").replace(" and ", ", ");
    let day = |day: &str| match day.split_once(" (") {
        Some((day, holiday)) => (
            day.to_owned(),
            Some(holiday.trim_end_matches(')').to_owned()),
        ),
        None => (day.to_owned(), None),
    };
    days.split(", ").map(day).collect()
}

fn contains(text: &str, words: &str) -> Result<(), String> {
    if text.contains(words) {
        return Ok(());
    }
    Err(format!("'{words}' is not in '{text}'"))
}
