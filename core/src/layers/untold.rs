//! What changed and was not told yet: to the parents of each group, and to who leads its bijeenkomsten.

use crate::calendar::{ClockTime, Date};
use crate::care::SessionNumber;
use crate::plan::{Group, GroupId, PersonId, Plan, Session, Status};
use std::collections::BTreeMap;

/// What a group has to be told.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Untold {
    /// The group.
    pub group: GroupId,
    /// What its parents have not been told, in order of number; empty where they know everything.
    pub sessions: Vec<UntoldSession>,
    /// Who of the team has not been told of which of its bijeenkomsten, in order of number.
    pub people: BTreeMap<PersonId, Vec<UntoldSession>>,
}

/// A bijeenkomst of which the parents know another day or time than it has, or of which somebody of the team does not
/// know how it is now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct UntoldSession {
    /// Which bijeenkomst.
    pub number: SessionNumber,
    /// The day that they know; of who knows none its own.
    pub told: Date,
    /// The time that parents know, on the clock; `None` where none was said.
    pub told_start: Option<ClockTime>,
    /// Its day now, which can be the same with another time; `None` where it lapses or waits for a day.
    pub now: Option<Date>,
    /// Whether it lapses.
    pub lapses: bool,
}

impl UntoldSession {
    /// The first day from this one on that somebody counts on, or that it is now.
    pub fn next_day(&self, from: Date) -> Option<Date> {
        let days = std::iter::once(self.told).chain(self.now);
        days.filter(|day| *day >= from).min()
    }
}

/// What is still to be told, in order of group. What is over, both the day that was known and the one it has, is left out;
/// without a day of [today](crate#today) nothing is.
pub fn untold(plan: &Plan, today: Option<Date>) -> Vec<Untold> {
    let groups = plan.groups.values();
    groups.filter_map(|group| untold_of(group, today)).collect()
}

/// What is still to be told of one group; `None` where that is nothing.
pub fn untold_of(group: &Group, today: Option<Date>) -> Option<Untold> {
    let mut found = Untold {
        group: group.id.clone(),
        sessions: Vec::new(),
        people: BTreeMap::new(),
    };
    for session in group
        .sessions
        .values()
        .filter(|session| is_open(session, today))
    {
        let lapses = session.status == Status::Cancelled;
        let changed = |told| UntoldSession {
            number: session.number,
            told,
            told_start: session.told_start,
            now: session.date.filter(|_| !lapses),
            lapses,
        };
        found.sessions.extend(session.told.map(changed));
        for (person, known) in &session.untold {
            // A file without the days that people know has that of the parents.
            let told = known.or(session.promised()).or(session.date);
            let sessions = found.people.entry(person.clone()).or_default();
            sessions.extend(told.map(changed));
        }
    }
    let is_empty = found.sessions.is_empty() && found.people.is_empty();
    (!is_empty).then_some(found)
}

/// Whether the day that is known of it, or the day that it has, is still to come.
fn is_open(session: &Session, today: Option<Date>) -> bool {
    let known = session.untold.values().copied().flatten();
    let mut days = session.told.into_iter().chain(session.date).chain(known);
    session.status != Status::Held && days.any(|day| today.is_none_or(|today| day >= today))
}
