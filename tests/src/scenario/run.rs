//! Plans the families of a scenario through the edits a user would make, and holds the result against what
//! the file expects. Every plan also passes the validator.

use super::lines::written;
use super::read::{Expected, Scenario, Spot};
use super::words;
use crate::day::Day;
use crate::planning::{day, json, make, read_list};
use crate::rules;
use crate::validator;
use centering_core::calendar::{Date, HolidayRules, PublicHoliday, SchoolHolidayKind};
use centering_core::care::{SessionNumber, SessionWindow};
use centering_core::edit::Edit;
use centering_core::intake::read_half_days;
use centering_core::plan::{EnrolmentCode, Group, Plan, Treatment};
use centering_core::problem::{Place, Problem, check};
use centering_core::remedy::remedies;
use centering_core::schedule::{Days, session_windows, sieve};

/// Everything in which the planner differs from what the scenario expects, by line; empty when it holds.
///
/// # Errors
/// When the input of the scenario cannot be planned at all.
pub fn mismatches(scenario: &Scenario) -> Result<Vec<String>, String> {
    let outcome = Outcome::of(scenario)?;
    let mut found: Vec<String> = outcome
        .iter()
        .flat_map(|outcome| validator::faults(&json(&outcome.plan), outcome.today.map(day)))
        .map(|fault| format!("validator: {fault}"))
        .collect();
    for (line, expected) in &scenario.expected {
        let judged = match (expected, &outcome) {
            (Expected::KingsDay(day), _) => kings_day(*day),
            (_, None) => Err("er zijn geen gezinnen om dit aan te toetsen".to_owned()),
            (_, Some(outcome)) => outcome.judge(scenario, expected),
        };
        if let Err(difference) = judged {
            found.push(format!("regel {line}: {difference}"));
        }
    }
    Ok(found)
}

/// The day of Koningsdag in that year, by core and by the validator, and no day around it.
fn kings_day(expected: Day) -> Result<(), String> {
    let (year, ..) = expected.parts();
    let april = (20..=30).filter_map(|day| Date::new(year, 4, day));
    let found: Vec<Day> = april
        .filter(|date| HolidayRules::default().holiday_on(*date) == Some(PublicHoliday::KingsDay))
        .map(day)
        .collect();
    same("Koningsdag", &vec![expected], &found)?;
    same(
        "Koningsdag volgens de validator",
        &expected,
        &rules::kings_day(year),
    )
}

/// The plan of a scenario, with the one group that it has.
struct Outcome {
    plan: Plan,
    group: Group,
    windows: Vec<SessionWindow>,
    problems: Vec<Problem>,
    today: Option<Date>,
}

impl Outcome {
    /// Plans a scenario; `None` for one without families.
    fn of(scenario: &Scenario) -> Result<Option<Self>, String> {
        if scenario.families.is_empty() {
            return Ok(None);
        }
        let today = scenario.today.map(|day| Date::from_number(day.0));
        let plan = planned(scenario, today)?;
        let groups: Vec<&Group> = plan.groups.values().collect();
        let &[group] = groups.as_slice() else {
            return Err(format!(
                "er zijn {} groepen, verwacht is er 1",
                groups.len()
            ));
        };
        let group = group.clone();
        Ok(Some(Self {
            windows: session_windows(&plan, &group),
            problems: check(&plan, today),
            plan,
            group,
            today,
        }))
    }

    fn judge(&self, scenario: &Scenario, expected: &Expected) -> Result<(), String> {
        match expected {
            Expected::KingsDay(day) => kings_day(*day),
            Expected::Spread(days) => {
                let births = self.plan.births(&self.group).ok_or("geen geboortedata")?;
                same("spreiding", days, &births.spread_days())
            }
            Expected::Preferred(session, range) => {
                let window = self.window(session)?.preferred;
                same("voorkeur", range, &(day(window.first), day(window.last)))
            }
            Expected::Allowed(session, range) => {
                let window = self.window(session)?.allowed;
                same("toegestaan", range, &(day(window.first), day(window.last)))
            }
            Expected::FreeDays(session, days) => {
                same("vrije dagen", days, &self.preferred_days(session, false)?)
            }
            Expected::HolidayDays(session, days) => {
                same("in vakantie", days, &self.preferred_days(session, true)?)
            }
            Expected::AllowedDays(session, days) => {
                let sieve = self.sieve(session)?;
                let found: Vec<Day> = sieve.on_weekday.iter().copied().map(day).collect();
                same("toegestane dagen", days, &found)
            }
            Expected::Left(session, days) => {
                let sieve = self.sieve(session)?;
                let found: Vec<Day> = sieve.left.iter().copied().map(day).collect();
                same("over", days, &found)
            }
            Expected::FallsOut(session, closed, why) => {
                let sieve = self.sieve(session)?;
                let reason = sieve
                    .closed
                    .iter()
                    .find(|(date, _)| day(*date) == *closed)
                    .map(|(_, by)| words::closed_by(by));
                same("vervalt", &Some(why.clone()), &reason)
            }
            Expected::Date(session, expected) => same(
                session,
                &expected.map(written),
                &self.date(session)?.map(written),
            ),
            Expected::HasDate(session) => match self.date(session)? {
                Some(_) => Ok(()),
                None => Err(format!("{session} heeft geen dag")),
            },
            Expected::Problem(spot, text) => among(text, &self.problems_at(spot)),
            Expected::NoOtherProblem => self.no_other_problem(scenario),
            Expected::Remedy(spot, text) => among(text, &self.remedies_at(spot)),
            Expected::NoRemedy(spot, start) => {
                let found = self.remedies_at(spot);
                match found.iter().find(|remedy| remedy.starts_with(start)) {
                    Some(remedy) => Err(format!("toch aangeboden: {remedy}")),
                    None => Ok(()),
                }
            }
        }
    }

    fn window(&self, session: &str) -> Result<&SessionWindow, String> {
        self.windows
            .iter()
            .find(|window| window.number.to_string() == session)
            .ok_or_else(|| format!("{session} bestaat niet"))
    }

    fn date(&self, session: &str) -> Result<Option<Day>, String> {
        let number: SessionNumber = session.parse().map_err(|_| session.to_owned())?;
        let session = self.group.sessions.get(&number).ok_or("bestaat niet")?;
        Ok(session.date.map(day))
    }

    fn sieve(&self, session: &str) -> Result<centering_core::schedule::Sieve, String> {
        let number: SessionNumber = session.parse().map_err(|_| session.to_owned())?;
        sieve(&self.plan, &self.group, number, self.today)
            .ok_or_else(|| format!("{session} kan niet worden uitgelegd"))
    }

    /// The open days of the preferred window on the weekday of the group, in or outside school holidays.
    fn preferred_days(&self, session: &str, in_holiday: bool) -> Result<Vec<Day>, String> {
        let days = Days::of(&self.plan, &self.group.location);
        let workday = self
            .group
            .half_day
            .ok_or("geen dagdeel")?
            .half_day()
            .workday;
        let window = self.window(session)?.preferred;
        Ok(window
            .on_weekday(workday)
            .filter(|date| days.closed_by(*date).is_none())
            .filter(|date| days.school_holiday(*date).is_some() == in_holiday)
            .map(day)
            .collect())
    }

    fn problems_at(&self, spot: &Spot) -> Vec<String> {
        self.problems
            .iter()
            .filter(|problem| is_at(problem, spot))
            .map(words::problem)
            .collect()
    }

    fn remedies_at(&self, spot: &Spot) -> Vec<String> {
        self.problems
            .iter()
            .filter(|problem| is_at(problem, spot))
            .flat_map(|problem| remedies(&self.plan, problem, self.today))
            .map(|remedy| words::remedy(&remedy))
            .collect()
    }

    fn no_other_problem(&self, scenario: &Scenario) -> Result<(), String> {
        let named = scenario
            .expected
            .iter()
            .filter_map(|(_, expected)| match expected {
                Expected::Problem(spot, text) => Some((spot, text)),
                _ => None,
            });
        let named: Vec<(&Spot, &String)> = named.collect();
        let other = self.problems.iter().find(|problem| {
            !named
                .iter()
                .any(|(spot, text)| is_at(problem, spot) && words::problem(problem) == **text)
        });
        match other {
            Some(problem) => Err(format!(
                "ook {:?}: {}",
                problem.place,
                words::problem(problem)
            )),
            None => same("aantal meldingen", &named.len(), &self.problems.len()),
        }
    }
}

fn is_at(problem: &Problem, spot: &Spot) -> bool {
    match (&problem.place, spot) {
        (Place::Group(_), Spot::Group) => true,
        (Place::Session(_, number), Spot::Session(text)) => number.to_string() == *text,
        _ => false,
    }
}

fn same<T: PartialEq + std::fmt::Debug>(what: &str, expected: &T, found: &T) -> Result<(), String> {
    if expected == found {
        return Ok(());
    }
    Err(format!("{what}: verwacht {expected:?}, gevonden {found:?}"))
}

fn among(text: &String, found: &[String]) -> Result<(), String> {
    if found.contains(text) {
        return Ok(());
    }
    Err(format!("verwacht '{text}', gevonden {found:?}"))
}

/// The families as a list that is pasted, then the settings, the group and its half-day.
fn planned(scenario: &Scenario, today: Option<Date>) -> Result<Plan, String> {
    let mut list = "Code;Geboortedatum;Locatie;Dagdelen\n".to_owned();
    for family in &scenario.families {
        let cells = [
            &family.code,
            &family.birth,
            &scenario.location,
            &family.half_days,
        ];
        list.push_str(&cells.map(String::as_str).join(";"));
        list.push('\n');
    }
    let mut plan = Plan::empty();
    let intake = read_list(&list, &plan);
    if let Some(fault) = intake.faults.first() {
        return Err(format!("een gezin kan niet worden gelezen: {fault:?}"));
    }
    let import = intake.edit().ok_or("de lijst laat een vraag open")?;
    make(&mut plan, &import, today);
    configure(&mut plan, scenario, today)?;
    if scenario.by_hand {
        let codes: Vec<EnrolmentCode> = plan.enrolments.keys().cloned().collect();
        make(&mut plan, &Edit::CreateGroup(codes), today);
    } else {
        make(&mut plan, &Edit::Propose, today);
    }
    if let (Some(words), Some(group)) = (&scenario.half_day, plan.groups.keys().next().cloned()) {
        let half_days = read_half_days(words).map_err(|fault| format!("{words}: {fault:?}"))?;
        let edit = Edit::SetHalfDay {
            group,
            half_day: half_days.iter().next(),
        };
        make(&mut plan, &edit, today);
    }
    Ok(plan)
}

fn configure(plan: &mut Plan, scenario: &Scenario, today: Option<Date>) -> Result<(), String> {
    let mut settings = plan.settings.clone();
    settings.region = serde_json::from_value(scenario.region.as_str().into())
        .map_err(|_| "de regio ontbreekt")?;
    for forbidden in &scenario.forbidden {
        let kind = SchoolHolidayKind::ALL
            .into_iter()
            .find(|kind| words::school_holiday(*kind) == forbidden)
            .ok_or_else(|| format!("'{forbidden}' is geen schoolvakantie"))?;
        settings.set_treatment(kind, Treatment::Forbid);
    }
    if settings != plan.settings {
        make(plan, &Edit::Configure(Box::new(settings)), today);
    }
    Ok(())
}
