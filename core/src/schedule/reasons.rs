//! Why a bijeenkomst is where it is: which days each rule took away, and the next best days.

use super::bookings::{Bookings, needs_physician};
use super::days::{ClosedBy, Days};
use super::nearby::Nearby;
use super::overview::families_that_cannot;
use super::rules::{Against, OUTSIDE_PREFERRED_COST, Question, invitation};
use super::windowed::Windowed;
use crate::calendar::{Date, DateRange, HalfDay, Workday};
use crate::care::{SessionNumber, SessionWindow};
use crate::plan::{Group, HalfDayChoice, LineChoice, LocationId, Person, Plan};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The days of a bijeenkomst, taken away rule by rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Sieve {
    /// The days on which every child has an allowed age.
    pub allowed: DateRange,
    /// Those on the fixed weekday of the group, or of the line that the bijeenkomst has this once.
    pub on_weekday: Vec<Date>,
    /// Those of them that are closed, and by what.
    pub closed: Vec<(Date, ClosedBy)>,
    /// Those of the rest that are before today.
    pub past: Vec<Date>,
    /// Those of the rest that are too close to another bijeenkomst of the group.
    pub too_close: Vec<Date>,
    /// Those of the rest on which the line of the group is taken, or lacks its room or pair.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub taken: Vec<Date>,
    /// Those of the rest on which no jeugdarts can come.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub without_physician: Vec<Date>,
    /// The days that are left.
    pub left: Vec<Date>,
    /// How many of those lie in the preferred window.
    pub left_preferred: usize,
}

/// What the rules leave of the days of a bijeenkomst, the other bijeenkomsten staying where they are.
/// `None` when the group has no families, no half-day or no such bijeenkomst.
/// Without a day of [today](crate#today) no day is over.
pub fn sieve(
    plan: &Plan,
    group: &Group,
    number: SessionNumber,
    today: Option<Date>,
) -> Option<Sieve> {
    sieve_of(&Windowed::of(plan, group), number, today)
}

/// The same of a group whose windows are known.
pub(crate) fn sieve_of(
    windowed: &Windowed<'_>,
    number: SessionNumber,
    today: Option<Date>,
) -> Option<Sieve> {
    ask(windowed, None, number, today, |asked| asked.sieve())?
}

/// The rules that took days of a bijeenkomst away, as [`sieve`] tells them, and every other day that keeps the hard
/// ones, by its cost: together they take little more than one. Where `nearby` tells who and what is near the group, the
/// time does not grow with the country.
pub(crate) fn reasons_of(
    windowed: &Windowed<'_>,
    nearby: Option<&Nearby>,
    number: SessionNumber,
    today: Option<Date>,
) -> (Option<Sieve>, Vec<Alternative>) {
    let judge = |asked: Asked<'_>| (asked.sieve(), asked.alternatives());
    ask(windowed, nearby, number, today, judge).unwrap_or_default()
}

/// A bijeenkomst whose days are asked for while all others stay where they are.
struct Asked<'a> {
    windowed: &'a Windowed<'a>,
    /// Its own window.
    window: &'a SessionWindow,
    question: Question<'a>,
}

/// Judges the days of a bijeenkomst, on the line of its group where that is on one; `None` when there is no such
/// bijeenkomst.
fn ask<T>(
    windowed: &Windowed<'_>,
    nearby: Option<&Nearby>,
    number: SessionNumber,
    today: Option<Date>,
    judge: impl FnOnce(Asked<'_>) -> T,
) -> Option<T> {
    let Windowed { plan, group, .. } = windowed;
    let window = windowed.window(number)?;
    // Its own line, where it has one this once.
    let session = group.sessions.get(&number);
    let own = session.and_then(|session| session.line.as_ref());
    let line = own.or_else(|| group.line.as_ref().map(LineChoice::line));
    let line = line.and_then(|line| plan.lines.get(line));
    let line = line.map(|line| (line, booked(plan, nearby, group, window)));
    let question = Question {
        today,
        window: Some(window),
        beside: Some(windowed),
        ..Question::at(plan, &group.location)
    };
    let question = line.as_ref().map_or(question, |(line, bookings)| {
        question.on(line, bookings, needs_physician(plan, number))
    });
    Some(judge(Asked {
        windowed,
        window,
        question,
    }))
}

/// What others hold in the window of a bijeenkomst.
fn booked(plan: &Plan, nearby: Option<&Nearby>, group: &Group, window: &SessionWindow) -> Bookings {
    let here = &group.location;
    // Only locations that share people with this one can take something from the line.
    let colleagues: Vec<&Person> = match nearby {
        Some(nearby) => nearby.people(plan, here).collect(),
        None => {
            let everybody = plan.people.values();
            everybody
                .filter(|person| person.locations.contains(here))
                .collect()
        }
    };
    let shared: BTreeSet<&LocationId> = colleagues
        .iter()
        .flat_map(|person| &person.locations)
        .chain([here])
        .collect();
    Bookings::around(plan, nearby, &shared, |other, session| {
        let date = session.date;
        date.is_some_and(|date| window.allowed.contains(date))
            && (session.number != window.number || other.id != group.id)
    })
}

impl Asked<'_> {
    /// A line meets on its own weekday only.
    fn of_line(&self) -> Option<Workday> {
        self.question.line.map(|(line, ..)| line.half_day.workday)
    }

    fn sieve(&self) -> Option<Sieve> {
        let (window, question) = (self.window, self.question);
        let fixed = self.windowed.group.half_day?.half_day();
        let workday = self.of_line().unwrap_or(fixed.workday);
        let mut result = Sieve {
            allowed: window.allowed,
            on_weekday: window.allowed.on_weekday(workday).collect(),
            closed: Vec::new(),
            past: Vec::new(),
            too_close: Vec::new(),
            taken: Vec::new(),
            without_physician: Vec::new(),
            left: Vec::new(),
            left_preferred: 0,
        };
        for &date in &result.on_weekday {
            match question.forbidden_by(date) {
                Some(Against::Closed(by)) => result.closed.push((date, by)),
                Some(Against::Past) => result.past.push(date),
                Some(Against::Interval(_)) => result.too_close.push(date),
                Some(Against::NoPhysician) => result.without_physician.push(date),
                Some(_) => result.taken.push(date),
                None => result.left.push(date),
            }
        }
        result.left_preferred = result
            .left
            .iter()
            .filter(|date| window.preferred.contains(**date))
            .count();
        Some(result)
    }

    fn alternatives(&self) -> Vec<Alternative> {
        let Windowed { plan, group, .. } = self.windowed;
        let (window, question) = (self.window, self.question);
        let days = Days::of(plan, &group.location);
        let first = invitation::first_day(self.windowed, window.number, question.today);
        let fixed = group.half_day.map(HalfDayChoice::half_day);
        let session = group.sessions.get(&window.number);
        let current = session.and_then(|session| session.date);
        let of_line = self.of_line();
        let mut found: Vec<(i64, Alternative)> = question
            .range()
            .iter()
            .filter(|date| current != Some(*date))
            .filter(|date| of_line.is_none_or(|workday| Workday::of(*date) == Some(workday)))
            .filter(|date| question.is_open(*date))
            .filter_map(|date| {
                let workday = Workday::of(date)?;
                let on_weekday = fixed.is_none_or(|fixed| fixed.workday == workday);
                let families_cannot = fixed.map_or(0, |fixed| {
                    families_that_cannot(plan, group, HalfDay { workday, ..fixed })
                });
                let cost = days.cost(window, date) + invitation::cost(first, date);
                let mut rank = cost + i64::from(days.is_last_resort(date)) * LAST_RESORT_COST;
                if !on_weekday {
                    let families =
                        i64::try_from(families_cannot).unwrap_or(i64::MAX / FAMILY_CANNOT_COST);
                    rank += OTHER_WEEKDAY_COST + families * FAMILY_CANNOT_COST;
                }
                let alternative = Alternative {
                    date,
                    cost,
                    on_weekday,
                    families_cannot,
                };
                Some((rank, alternative))
            })
            .collect();
        found.sort_by_key(|(rank, alternative)| (*rank, alternative.date));
        found
            .into_iter()
            .map(|(_, alternative)| alternative)
            .collect()
    }
}

/// Another day for a bijeenkomst.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Alternative {
    /// The day.
    pub date: Date,
    /// Its cost by the rule of the planner for a new proposal.
    pub cost: i64,
    /// Whether it is the fixed weekday of the group.
    pub on_weekday: bool,
    /// How many families of the group did not name the half-day of that weekday.
    pub families_cannot: usize,
}

/// The cost of another weekday and of each family that cannot come this once; only ranks alternatives.
const OTHER_WEEKDAY_COST: i64 = 3_000;
const FAMILY_CANNOT_COST: i64 = 2_000;
/// Beside the cost of a day in a holiday that is used only when there is hardly another: more than outside the preferred
/// window. Only ranks alternatives.
const LAST_RESORT_COST: i64 = 2 * OUTSIDE_PREFERRED_COST;

/// The other days for a bijeenkomst on any weekday that keep every hard rule while the other bijeenkomsten stay where
/// they are, by their cost. For a bijeenkomst on a line only days on which the line can take it.
/// Without a day of [today](crate#today) no day is over.
pub(crate) fn alternatives_of(
    windowed: &Windowed<'_>,
    number: SessionNumber,
    today: Option<Date>,
) -> Vec<Alternative> {
    let judge = |asked: Asked<'_>| asked.alternatives();
    ask(windowed, None, number, today, judge).unwrap_or_default()
}
