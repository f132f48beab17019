//! The last level of a plan on lines: the bijeenkomsten of a location spread evenly over its begeleiders. Only
//! lines on one half-day change hands, so no family notices and no day costs more.

use super::bookings::{Bookings, meeting, needs_physician};
use super::on_line::{book_group, eligible_lines, lines_of, release_group};
use super::rules::Question;
use crate::calendar::Date;
use crate::plan::{Group, GroupId, Line, LineChoice, LineId, LocationId, PersonId, Plan};
use std::collections::BTreeMap;

/// Parts of a bijeenkomst in which loads are counted: every number of half-days of a week divides it.
pub const LOAD_PARTS: i64 = 2_520;
/// How often all groups of a location are gone through; two rounds were always enough in trials.
const MOST_ROUNDS: usize = 10;

/// What the begeleiders of a location carry.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Loads<'a> {
    /// For each person on a line of the location: bijeenkomsten, and half-days offered.
    of: BTreeMap<&'a PersonId, (i64, i64)>,
}

impl<'a> Loads<'a> {
    fn of(plan: &'a Plan, location: &'a LocationId) -> Self {
        let mut of = BTreeMap::new();
        for person in lines_of(plan, location).flat_map(|line| &line.facilitators) {
            if let Some(known) = plan.people.get(person) {
                let offered = known.half_days.iter().count();
                of.insert(person, (0, i64::try_from(offered.max(1)).unwrap_or(1)));
            }
        }
        let mut loads = Self { of };
        let groups = plan.groups.values();
        for group in groups.filter(|group| group.location == *location) {
            for session in group.sessions.values() {
                if let Some(held) = meeting(plan, group, session) {
                    loads.add(held.facilitators.iter(), 1);
                }
            }
        }
        loads
    }

    fn add<'b>(&mut self, people: impl Iterator<Item = &'b PersonId>, sessions: i64) {
        for person in people {
            if let Some((load, _)) = self.of.get_mut(person) {
                *load += sessions;
            }
        }
    }

    fn shift(&mut self, from: &Line, to: &Line, sessions: i64) {
        self.add(from.facilitators.iter(), -sessions);
        self.add(to.facilitators.iter(), sessions);
    }

    /// Largest minus smallest load, then the sum of the squares: the second leads to the first.
    fn value(&self) -> (i64, i64) {
        let loads = || {
            let of = self.of.values();
            of.map(|(sessions, half_days)| sessions * LOAD_PARTS / half_days)
        };
        let imbalance = loads().max().unwrap_or(0) - loads().min().unwrap_or(0);
        (imbalance, loads().map(|load| load * load).sum())
    }
}

/// Largest minus smallest number of bijeenkomsten per offered half-day of the begeleiders on lines of the
/// location, in [`LOAD_PARTS`] of a bijeenkomst.
pub fn imbalance(plan: &Plan, location: &LocationId) -> i64 {
    Loads::of(plan, location).value().0
}

/// Lets these groups of the location take over lines on their own half-day from each other, as long as that
/// makes loads more even.
pub(super) fn even_out(
    plan: &mut Plan,
    bookings: &mut Bookings,
    location: &LocationId,
    groups: &[GroupId],
    today: Option<Date>,
) {
    for _ in 0..MOST_ROUNDS {
        let mut is_better = false;
        for (position, id) in groups.iter().enumerate() {
            let later = groups.get(position + 1..).unwrap_or_default();
            if let Some(changes) = better(plan, bookings, location, id, later, today) {
                take(plan, bookings, &changes);
                is_better = true;
            }
        }
        if !is_better {
            return;
        }
    }
}

/// Groups with the line that each takes.
type Changes = Vec<(GroupId, LineId)>;

/// A line for the group, or an exchange with a later one, that makes loads more even.
fn better(
    plan: &Plan,
    bookings: &mut Bookings,
    location: &LocationId,
    id: &GroupId,
    later: &[GroupId],
    today: Option<Date>,
) -> Option<Changes> {
    let group = plan.groups.get(id)?;
    let own = line_of_group(plan, group)?;
    let loads = Loads::of(plan, location);
    let now = loads.value();
    let sessions = held_by_pair(group);
    let of_half_day = |group: &Group| -> Vec<LineId> {
        let lines = eligible_lines(plan, group, today).into_iter();
        let lines = lines.filter(|line| line.half_day == own.half_day);
        lines.map(|line| line.id.clone()).collect()
    };
    let open_to = of_half_day(group);
    for other in open_to.iter().filter(|line| **line != own.id) {
        let other = plan.lines.get(other)?;
        let mut then = loads.clone();
        then.shift(own, other, sessions);
        let changes = vec![(id.clone(), other.id.clone())];
        if then.value() < now && is_possible(plan, bookings, &changes) {
            return Some(changes);
        }
    }
    for exchanged in later {
        let Some(second) = plan.groups.get(exchanged) else {
            continue;
        };
        let Some(other) = line_of_group(plan, second).filter(|line| open_to.contains(&line.id))
        else {
            continue;
        };
        let mut then = loads.clone();
        then.shift(own, other, sessions);
        then.shift(other, own, held_by_pair(second));
        let changes = vec![
            (id.clone(), other.id.clone()),
            (exchanged.clone(), own.id.clone()),
        ];
        let is_open_to = other.id != own.id && of_half_day(second).contains(&own.id);
        if then.value() < now && is_open_to && is_possible(plan, bookings, &changes) {
            return Some(changes);
        }
    }
    None
}

fn line_of_group<'a>(plan: &'a Plan, group: &Group) -> Option<&'a Line> {
    plan.lines.get(group.line.as_ref()?.line())
}

/// The bijeenkomsten that the pair of the line leads.
fn held_by_pair(group: &Group) -> i64 {
    let led = group.sessions.values().filter(|session| {
        session.date.is_some() && session.facilitators.is_empty() && session.line.is_none()
    });
    i64::try_from(led.count()).unwrap_or(0)
}

/// Whether all groups find their days open on their new lines, once they let go of the old ones.
fn is_possible(plan: &Plan, bookings: &mut Bookings, changes: &Changes) -> bool {
    let groups = || changes.iter().filter_map(|(id, _)| plan.groups.get(id));
    for group in groups() {
        release_group(plan, bookings, group);
    }
    let is_possible = changes.iter().all(|(id, line)| {
        let (Some(group), Some(line)) = (plan.groups.get(id), plan.lines.get(line)) else {
            return false;
        };
        let mut sessions = group.sessions.values();
        sessions.all(|session| {
            let needs_physician = needs_physician(plan, session.number);
            let asked = Question::of(plan).on(line, bookings, needs_physician);
            session.date.is_none_or(|date| asked.is_open(date))
        })
    });
    for group in groups() {
        book_group(plan, bookings, group);
    }
    is_possible
}

fn take(plan: &mut Plan, bookings: &mut Bookings, changes: &Changes) {
    for (id, _) in changes {
        if let Some(group) = plan.groups.get(id) {
            release_group(plan, bookings, group);
        }
    }
    for (id, line) in changes {
        if let Some(group) = plan.groups.get_mut(id) {
            group.line = Some(LineChoice::Planner(line.clone()));
        }
        if let Some(group) = plan.groups.get(id) {
            book_group(plan, bookings, group);
        }
    }
}
