//! Where and when a jeugdarts is needed, with the bijeenkomsten of one half-day and location joined: one
//! jeugdarts can come to them in one visit.

use super::agenda::{Scope, agenda};
use crate::calendar::{Date, DateRange, HalfDay, Part, Workday};
use crate::care::SessionNumber;
use crate::plan::{GroupId, LocationId, Plan, Role};
use crate::schedule::plans_physicians;
use std::collections::BTreeMap;

/// A half-day on which a jeugdarts is needed at a location.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PhysicianHalfDay {
    /// The day.
    pub date: Date,
    /// Morning or afternoon.
    pub part: Part,
    /// Where.
    pub location: LocationId,
    /// The bijeenkomsten that need one.
    pub sessions: Vec<(GroupId, SessionNumber)>,
    /// How long a jeugdarts is needed for all of them, in minutes.
    pub minutes: u32,
    /// How many jeugdartsen work there on this half-day and are not away; `None` where the plan knows none.
    pub present: Option<usize>,
}

impl PhysicianHalfDay {
    /// Whether more than one bijeenkomst shares the half-day.
    pub fn is_combined(&self) -> bool {
        self.sessions.len() > 1
    }
}

/// The half-days on these days at which a jeugdarts is needed, in order of time and location.
pub fn physician_half_days(
    plan: &Plan,
    location: Option<&LocationId>,
    days: DateRange,
) -> Vec<PhysicianHalfDay> {
    let scope = location.map_or(Scope::All, |location| Scope::Location(location.clone()));
    let mut joined: BTreeMap<(Date, Part, LocationId), PhysicianHalfDay> = BTreeMap::new();
    for entry in agenda(plan, &scope, days) {
        let Some(part) = entry.part.filter(|_| entry.physician_minutes > 0) else {
            continue;
        };
        let (date, location) = (entry.date, entry.location);
        let half_day = joined
            .entry((date, part, location.clone()))
            .or_insert_with(|| PhysicianHalfDay {
                date,
                part,
                sessions: Vec::new(),
                minutes: 0,
                present: present(plan, &location, date, part),
                location,
            });
        half_day.sessions.push((entry.group, entry.number));
        half_day.minutes += u32::from(entry.physician_minutes);
    }
    joined.into_values().collect()
}

fn present(plan: &Plan, location: &LocationId, date: Date, part: Part) -> Option<usize> {
    if !plans_physicians(plan, location) {
        return None;
    }
    let people = plan.people.values();
    let physicians = people.filter(|person| person.role == Role::YouthPhysician);
    let workday = Workday::of(date)?;
    let half_day = HalfDay { workday, part };
    let present =
        physicians.filter(|person| person.works(location, half_day) && !person.is_absent(date));
    Some(present.count())
}
