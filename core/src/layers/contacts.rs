//! Which individual contacts the bijeenkomsten replace, a week at a time: so many slots fewer are needed at
//! the regular spreekuren.

use super::is_of;
use crate::calendar::{Date, DateRange};
use crate::plan::{LocationId, Plan, Status};
use std::collections::BTreeMap;

/// What the groups of a location take off its spreekuren in one week.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ContactWeek {
    /// The Monday of the week.
    pub monday: Date,
    /// Where.
    pub location: LocationId,
    /// How many bijeenkomsten replace something.
    pub sessions: usize,
    /// The appointments that are not needed, by code of the contact moment: one a child.
    pub moments: BTreeMap<String, usize>,
}

impl ContactWeek {
    /// All appointments of the week together.
    pub fn slots(&self) -> usize {
        self.moments.values().sum()
    }
}

/// The appointments that bijeenkomsten on these days replace, in order of week and location. Cancelled
/// bijeenkomsten replace nothing.
pub fn replaced_contacts(
    plan: &Plan,
    location: Option<&LocationId>,
    days: DateRange,
) -> Vec<ContactWeek> {
    let mut weeks: BTreeMap<(Date, &LocationId), ContactWeek> = BTreeMap::new();
    let template = plan.template();
    for group in plan.groups.values().filter(|group| is_of(group, location)) {
        let mut children = None;
        for session in group.sessions.values() {
            let date = session.date.filter(|date| days.contains(*date));
            let Some(date) = date.filter(|_| session.status != Status::Cancelled) else {
                continue;
            };
            let Some(spec) = template.session(session.number) else {
                continue;
            };
            let children = *children.get_or_insert_with(|| plan.children(group));
            if spec.replaces.is_empty() || children == 0 {
                continue;
            }
            let monday = date.monday();
            let week = weeks
                .entry((monday, &group.location))
                .or_insert_with(|| ContactWeek {
                    monday,
                    location: group.location.clone(),
                    sessions: 0,
                    moments: BTreeMap::new(),
                });
            week.sessions += 1;
            for code in &spec.replaces {
                *week.moments.entry(code.clone()).or_insert(0) += children;
            }
        }
    }
    weeks.into_values().collect()
}
