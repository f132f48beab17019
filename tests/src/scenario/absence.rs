//! Scenarios of a team in which somebody drops out: who stands in, where one is short, and how much the
//! groups hang on one person. What keeps two begeleiders is counted again here, from the document alone.

use super::lines::{day, days, range, written};
use crate::day::Day;
use crate::planning::json;
use centering_core::assurance::{Amount, IndicatorId, Indicators, Light};
use centering_core::calendar::{Date, DateRange, HalfDay};
use centering_core::edit::Edit;
use centering_core::insight::{figures, resilience};
use centering_core::intake::read_half_days;
use centering_core::plan::{PersonId, Plan};
use centering_core::replan::{Event, cover};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A scenario in which a begeleider is away.
pub struct Absence {
    /// Its number in `docs/domain.md#8.2`.
    pub number: u32,
    plan: Plan,
    today: Date,
    away: (PersonId, DateRange),
    /// What must come out, in the words of the file, with the number of its line.
    expected: Vec<(usize, String)>,
}

impl Absence {
    /// Reads a scenario file.
    ///
    /// # Errors
    /// The first line that is not understood, with its number.
    pub fn read(text: &str) -> Result<Self, String> {
        let mut section = "";
        let mut input = Input::default();
        let mut expected = Vec::new();
        let mut number = 0;
        for (position, line) in text.lines().enumerate() {
            let line = line.trim();
            let at = |error: String| format!("regel {}: {error}", position + 1);
            match line {
                "" => {}
                "situatie" | "invoer" | "verwacht" => section = line,
                _ if section.is_empty() => {
                    let title = line
                        .strip_prefix("Scenario ")
                        .and_then(|rest| rest.split_once(": "));
                    let found = title.and_then(|(number, _)| number.parse().ok());
                    number = found.ok_or_else(|| at("geen titel".to_owned()))?;
                }
                _ if section == "invoer" => input.line(line).map_err(at)?,
                _ if section == "verwacht" => expected.push((position + 1, line.to_owned())),
                _ => {}
            }
        }
        if expected.is_empty() {
            return Err("er is niets verwacht".to_owned());
        }
        let away = input.away.clone().ok_or("er is niemand weg")?;
        Ok(Self {
            number,
            plan: input.plan()?,
            today: input.today.ok_or("vandaag ontbreekt")?,
            away,
            expected,
        })
    }

    /// The plan of the scenario as a document.
    pub fn document(&self) -> Value {
        json(&self.plan)
    }

    /// Everything in which the planner differs from what the file expects; empty when it holds. Every line
    /// that the planner says must be expected, and the other way round.
    pub fn mismatches(&self) -> Vec<String> {
        let found = self.found();
        let mut wrong: Vec<String> = self
            .expected
            .iter()
            .filter(|(_, line)| !found.contains(line))
            .map(|(number, line)| format!("regel {number}: '{line}', gevonden {found:?}"))
            .collect();
        let unexpected = found
            .iter()
            .filter(|line| !self.expected.iter().any(|(_, expected)| expected == *line));
        wrong.extend(unexpected.map(|line| format!("niet verwacht: {line}")));
        wrong.extend(self.differs_from_count());
        wrong
    }

    /// What the planner says, in the words of the file.
    fn found(&self) -> Vec<String> {
        let (plan, today) = (&self.plan, Some(self.today));
        let mut lines = self.without_the_absent();
        let found = resilience(plan, today);
        let mut people: Vec<_> = found.people.iter().collect();
        people.sort_by(|one, other| one.alias.cmp(&other.alias));
        for one in people {
            lines.push(format!(
                "zonder {}: {} van {}",
                one.alias, one.kept, one.all
            ));
        }
        let readings = Indicators::proposal().read(&figures(plan, &found, today), &BTreeMap::new());
        for reading in readings {
            if reading.indicator != IndicatorId::Resilience {
                continue;
            }
            let light = match reading.light {
                Light::Green => "groen",
                Light::Amber => "oranje",
                Light::Red => "rood",
                Light::Unknown => "onbekend",
            };
            let percent = reading.amount.map_or(0, Amount::rounded);
            lines.push(format!("uitvalbestendigheid: {percent} %, {light}"));
            let codes: Vec<String> = reading.measures.iter().map(ToString::to_string).collect();
            lines.push(format!("ook te doen: {}", codes.join(", ")));
        }
        for advice in found.advice {
            lines.push(format!(
                "advies: train iemand die kan op {}, dan {} van {}",
                half_day_words(advice.half_day),
                advice.then.0,
                advice.then.1
            ));
        }
        lines
    }

    /// What becomes of each group while the person is away.
    fn without_the_absent(&self) -> Vec<String> {
        let (person, days) = &self.away;
        let led = cover(&self.plan, person, Some(self.today));
        let groups = self.plan.groups.keys();
        groups
            .map(|group| {
                let of_group = || {
                    led.iter()
                        .filter(|one| one.group == *group && days.contains(one.date))
                };
                let short: Vec<String> = of_group()
                    .filter(|one| one.substitute.is_none())
                    .map(|one| written(Day(one.date.number())))
                    .collect();
                let mut by: BTreeMap<String, usize> = BTreeMap::new();
                for substitute in of_group().filter_map(|one| one.substitute.as_ref()) {
                    *by.entry(substitute.to_string()).or_insert(0) += 1;
                }
                let mut words: Vec<String> = by
                    .into_iter()
                    .map(|(who, times)| format!("{times} keer {who} in plaats van {person}"))
                    .collect();
                if !short.is_empty() {
                    words.push(format!("tekort op {}", short.join(", ")));
                }
                if words.is_empty() {
                    words.push("geen verandering".to_owned());
                }
                format!("{group}: {}", words.join("; "))
            })
            .collect()
    }

    /// The share of each person, counted from the document by the words of `docs/domain.md` alone: the same
    /// day, a trained person of the location who works then and leads nothing else at that moment.
    fn differs_from_count(&self) -> Vec<String> {
        let document = json(&self.plan);
        let found = resilience(&self.plan, Some(self.today));
        let differs = found.people.iter().filter_map(|one| {
            let counted = kept_without(&document, one.person.as_str());
            let told = (one.kept as usize, one.all as usize);
            (counted != told)
                .then(|| format!("zonder {}: geteld {counted:?}, gezegd {told:?}", one.alias))
        });
        differs.collect()
    }
}

/// How many bijeenkomsten keep two begeleiders without a person, and how many there are.
fn kept_without(document: &Value, absent: &str) -> (usize, usize) {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let has = |value: &Value, word: &str| list(value).iter().any(|one| one == word);
    let lines = list(&document["lines"]);
    let held: Vec<(String, Value)> = list(&document["groups"])
        .iter()
        .flat_map(|group| {
            let line = lines
                .iter()
                .find(|line| line["id"] == group["line"]["user"])
                .cloned();
            let sessions = list(&group["sessions"]).into_iter();
            let line = line.unwrap_or_default();
            sessions.map(move |session| {
                (
                    session["date"].as_str().unwrap_or_default().to_owned(),
                    line.clone(),
                )
            })
        })
        .collect();
    let kept = held.iter().filter(|(date, line)| {
        if !has(&line["facilitators"], absent) {
            return true;
        }
        let half_day = line["half_day"].as_str().unwrap_or_default();
        list(&document["people"]).iter().any(|person| {
            let id = person["id"].as_str().unwrap_or_default();
            let busy = held.iter().any(|(day, other)| {
                day == date
                    && other["half_day"] == line["half_day"]
                    && has(&other["facilitators"], id)
            });
            id != absent
                && person["trained"] == true
                && has(&person["half_days"], half_day)
                && !busy
        })
    });
    (kept.count(), held.len())
}

/// `do ochtend`.
fn half_day_words(half_day: HalfDay) -> String {
    let all = ["ma", "di", "wo", "do", "vr"]
        .into_iter()
        .flat_map(|day| ["ochtend", "middag"].map(|part| format!("{day} {part}")));
    let known = |words: &String| read_half_days(words).is_ok_and(|set| set.contains(half_day));
    all.into_iter()
        .find(known)
        .unwrap_or_else(|| half_day.to_string())
}

/// The lines of the input as the parts of a document.
#[derive(Default)]
struct Input {
    location: String,
    today: Option<Date>,
    people: Vec<Value>,
    lines: Vec<Value>,
    groups: Vec<Value>,
    away: Option<(PersonId, DateRange)>,
}

impl Input {
    fn line(&mut self, line: &str) -> Result<(), String> {
        let (key, value) = line
            .split_once(": ")
            .ok_or_else(|| format!("'{line}' heeft geen ': '"))?;
        let core = |day: Day| Date::from_number(day.0);
        match key.split_once(' ') {
            None if key == "locatie" => value.clone_into(&mut self.location),
            None if key == "vandaag" => self.today = Some(core(day(value)?)),
            None if key == "weg" => {
                let (who, days) = value.split_once(", ").ok_or("wie is weg, en wanneer?")?;
                let (first, last) = range(days)?;
                let days = DateRange {
                    first: core(first),
                    last: core(last),
                };
                self.away = Some((
                    PersonId::parse(who).map_err(|fault| format!("{fault:?}"))?,
                    days,
                ));
            }
            Some(("begeleider", who)) => {
                let half_days = read_half_days(value).map_err(|fault| format!("{fault:?}"))?;
                self.people.push(
                    json!({"id": who, "alias": who, "trained": true, "locations": ["plek"],
                    "half_days": half_days.iter().map(|one| one.to_string()).collect::<Vec<_>>()}),
                );
            }
            Some(("groep", group)) => {
                let (when, rest) = value
                    .split_once(", ")
                    .ok_or("een groep heeft een dagdeel")?;
                let (pair, dates) = rest
                    .split_once(", op ")
                    .ok_or("een groep heeft een paar en dagen")?;
                let half_day = read_half_days(when).map_err(|fault| format!("{fault:?}"))?;
                let half_day = half_day.iter().next().ok_or("geen dagdeel")?.to_string();
                let pair: Vec<&str> = pair.split(" en ").collect();
                let sessions: Vec<Value> = (1..)
                    .zip(days(dates)?)
                    .map(|(number, day)| json!({"number": format!("B{number}"), "date": core(day).to_string(), "status": "shared"}))
                    .collect();
                self.lines.push(json!({"id": group, "location": "plek", "half_day": half_day, "facilitators": pair, "pinned": true}));
                self.groups.push(json!({"id": group, "location": "plek", "half_day": {"user": half_day}, "line": {"user": group},
                    "known_births": {"oldest": "2027-01-11", "youngest": "2027-01-14", "families": 8, "children": 8},
                    "sessions": sessions}));
            }
            _ => return Err(format!("'{key}' hoort niet bij de invoer")),
        }
        Ok(())
    }

    fn plan(&self) -> Result<Plan, String> {
        let document = json!({
            "format": "centering-plan", "version": "1.1",
            "locations": [{"id": "plek", "name": self.location, "prefix": "PLK"}],
            "people": self.people, "lines": self.lines, "groups": self.groups,
        });
        let plan = Plan::from_json(&document.to_string()).map_err(|error| error.to_string())?;
        // The absence itself can be said of the plan, and says nothing about who could drop out next.
        if let Some((person, days)) = &self.away {
            let event = Event::PersonAbsent {
                person: person.clone(),
                days: *days,
            };
            let happened = Edit::Happened(Box::new(event)).changes(&plan, None);
            happened.map_err(|refusal| format!("{refusal:?}"))?;
        }
        Ok(plan)
    }
}
