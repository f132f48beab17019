//! Plans one group of a plan: its fixed half-day and a day for every bijeenkomst that is not settled yet.

use super::bookings::{Bookings, needs_physician};
use super::dates::{Candidate, Chosen, Slot, best_dates};
use super::days::Days;
use super::on_line::{half_day_cost, plan_on_lines};
use super::overview::families_that_can;
use super::rules::{Question, invitation};
use super::windowed::Windowed;
use crate::calendar::{AgeOffset, Date, HalfDay, Part, Workday};
use crate::care::{SessionNumber, SessionWindow};
use crate::plan::{Group, HalfDayChoice, Line, Plan, Session, Status};
use std::collections::{BTreeMap, BTreeSet};

/// The group with the best days for every bijeenkomst that is not settled.
///
/// Where the location has lines, the group gets the cheapest days that they leave beside the other groups.
/// Otherwise the half-day is the one the user set; otherwise, among the half-days that most families can, the one with
/// the cheapest plan, then with the fewest bijeenkomsten of other groups of the location at the same time,
/// then the earliest in the week. No day before `today` is chosen. A group without families keeps its days.
pub fn plan_group(plan: &Plan, group: &Group, today: Option<Date>) -> Group {
    let windowed = Windowed::of(plan, group);
    if windowed.windows.is_empty() {
        return group.clone();
    }
    if let Some(planned) = plan_on_lines(&windowed, today) {
        return planned;
    }
    let taken = taken(plan, group);
    let mut per_workday: BTreeMap<Workday, Chosen> = BTreeMap::new();
    let mut best: Option<(i64, usize, HalfDay, Chosen)> = None;
    for half_day in half_days_to_try(plan, group, today) {
        let chosen = per_workday
            .entry(half_day.workday)
            .or_insert_with(|| best_dates(&slots(&windowed, half_day.workday, None, today)));
        let dates = chosen.dates.iter().flatten();
        let clashes = dates
            .filter(|date| taken.contains(&(**date, half_day.part)))
            .count();
        let found = (chosen.cost, clashes, half_day, chosen.clone());
        if best.as_ref().is_none_or(|best| found < *best) {
            best = Some(found);
        }
    }
    let Some((_, _, half_day, chosen)) = best else {
        return group.clone();
    };
    let mut planned = group.clone();
    if !matches!(group.half_day, Some(HalfDayChoice::User(_))) {
        planned.half_day = Some(HalfDayChoice::Planner(half_day));
    }
    for (window, date) in windowed.windows.iter().zip(chosen.dates) {
        let session = planned
            .sessions
            .entry(window.number)
            .or_insert_with(|| Session::draft(window.number, None));
        if !session.is_settled(today) {
            session.date = date;
        }
    }
    planned
}

/// The half-day that the user set; otherwise those that most families of the group can, in order of the week.
fn half_days_to_try(plan: &Plan, group: &Group, today: Option<Date>) -> Vec<HalfDay> {
    match group.half_day {
        Some(HalfDayChoice::User(half_day)) => return vec![half_day],
        // Some dates are known to the parents or over: the group keeps its half-day.
        Some(HalfDayChoice::Planner(half_day)) if has_settled_dates(group, today) => {
            return vec![half_day];
        }
        _ => {}
    }
    let families = |half_day: HalfDay| families_that_can(plan, group, half_day);
    let most = HalfDay::all().map(families).max().unwrap_or(0);
    HalfDay::all()
        .filter(|half_day| families(*half_day) == most)
        .collect()
}

pub(super) fn has_settled_dates(group: &Group, today: Option<Date>) -> bool {
    group
        .sessions
        .values()
        .any(|session| session.date.is_some() && session.is_settled(today))
}

/// The slots of the exact planner for a group on this weekday; on a line that of the line, beside all that is booked.
pub(super) fn slots(
    windowed: &Windowed<'_>,
    workday: Workday,
    on: Option<(&Line, &Bookings)>,
    today: Option<Date>,
) -> Vec<Slot> {
    let Windowed {
        plan,
        group,
        windows,
    } = windowed;
    let days = Days::of(plan, &group.location);
    let here = Question {
        today,
        ..Question::at(plan, &group.location)
    };
    let more = on.map_or(0, |(line, _)| half_day_cost(plan, group, line.half_day));
    let position = |number: SessionNumber| windows.iter().position(|other| other.number == number);
    let candidates = |window: &SessionWindow| -> Vec<Candidate> {
        let asked = Question {
            window: Some(window),
            ..here
        };
        let first = invitation::first_day(windowed, window.number, today);
        let asked = on.map_or(asked, |(line, bookings)| {
            asked.on(line, bookings, needs_physician(plan, window.number))
        });
        asked
            .range()
            .on_weekday(workday)
            .filter(|date| asked.is_open(*date))
            .map(|date| Candidate {
                date,
                cost: days.cost(window, date) + invitation::cost(first, date) + more,
            })
            .collect()
    };
    windows
        .iter()
        .map(|window| {
            let after: Vec<(usize, AgeOffset)> = window
                .after
                .iter()
                .filter_map(|rule| Some((position(rule.session)?, rule.at_least)))
                .collect();
            match group.sessions.get(&window.number) {
                Some(session) if session.status == Status::Cancelled => Slot::Skipped,
                Some(session) if session.is_settled(today) => match session.date {
                    Some(date) => Slot::Settled { date, after },
                    None => Slot::Skipped,
                },
                _ => Slot::Free {
                    candidates: candidates(window),
                    after,
                },
            }
        })
        .collect()
}

/// The half-days of the location on which another group meets.
fn taken(plan: &Plan, group: &Group) -> BTreeSet<(Date, Part)> {
    plan.groups
        .values()
        .filter(|other| other.location == group.location && other.id != group.id)
        .filter_map(|other| Some((other, other.half_day?.half_day().part)))
        .flat_map(|(other, part)| {
            other
                .sessions
                .values()
                .filter(|session| session.status != Status::Cancelled)
                .filter_map(move |session| Some((session.date?, part)))
        })
        .collect()
}
