//! From the benchmark's file format to what is planned.

use crate::instance::{self, Instance};
use crate::replay::Ages;
use crate::schedule::problem::{Calendar, Days, Doctor, Group, Line, Location, Session};
use centering_core::engine::cohort::common::Pool;
use centering_core::engine::cohort::rules::{CohortProblem, GroupRules};
use std::collections::BTreeMap;

/// The locations, and for each the numbers of its lines and of its cohort rows.
#[must_use]
pub fn locations(instance: &Instance) -> (Vec<Location>, Vec<Vec<usize>>, Vec<Vec<usize>>) {
    let count = instance.locations.len();
    let mut locations = vec![Location::default(); count];
    let mut lines = vec![Vec::new(); count];
    let mut rows = vec![Vec::new(); count];
    for (location, absent) in locations.iter_mut().zip(&instance.doctor_absent) {
        location.doctor_absent.clone_from(absent);
    }
    let mut booked = vec![Vec::new(); instance.lines.len()];
    for (line, day) in &instance.bookings {
        booked[*line].push(*day);
    }
    for (number, (line, booked)) in instance.lines.iter().zip(booked).enumerate() {
        lines[line.loc].push(number);
        locations[line.loc].lines.push(Line {
            half_day: line.slot,
            booked,
        });
    }
    for (number, (location, first, median, last, _, slots)) in
        instance.cohorts.rows.iter().enumerate()
    {
        rows[*location].push(number);
        let session = |session: &instance::Session| {
            let allowed = Days {
                first: last + session.min_age,
                last: first + session.max_age,
            };
            Session {
                allowed,
                preferred: allowed,
                ideal: median + session.ideal_age,
                doctor: if session.doctor {
                    Doctor::Needed
                } else {
                    Doctor::NotNeeded
                },
                gap: session.min_gap_prev,
            }
        };
        locations[*location].groups.push(Group {
            half_days: *slots,
            sessions: instance.sessions.iter().map(session).collect(),
        });
    }
    (locations, lines, rows)
}

/// The days of the plan.
#[must_use]
pub fn calendar(instance: &Instance) -> Calendar {
    Calendar {
        weekday_of_day_zero: instance.horizon.weekday_of_day0 as u8,
        days: instance.horizon.days,
        closed: instance.closed.days(),
        discouraged: Vec::new(),
    }
}

/// Families by pool: Dutch by location, another language by region.
#[must_use]
pub fn pools(instance: &Instance) -> Vec<Vec<usize>> {
    let children = &instance.children;
    let mut pools: BTreeMap<(u32, usize), Vec<usize>> = BTreeMap::new();
    for child in 0..children.birth.len() {
        if children.group_choice[child] != 1 {
            continue;
        }
        let location = children.loc[child];
        let place = match children.lang[child] {
            0 => location,
            _ => instance.locations[location].region as usize,
        };
        let pool = pools.entry((children.lang[child], place));
        pool.or_default().push(child);
    }
    pools.into_values().collect()
}

/// The days of birth of a pool.
#[must_use]
pub fn births(instance: &Instance, pool: &[usize]) -> Vec<i32> {
    let birth = |child: &usize| instance.children.birth[*child];
    pool.iter().map(birth).collect()
}

/// The families of a pool as the engine takes them.
#[must_use]
pub fn families(instance: &Instance, pool: &[usize]) -> Pool {
    let slots = |child: &usize| instance.children.slots[*child];
    Pool {
        births: births(instance, pool),
        half_days: pool.iter().map(slots).collect(),
    }
}

/// The ages at the first session.
#[must_use]
pub fn first_ages(instance: &Instance) -> Option<Ages> {
    instance.sessions.first().map(|session| Ages {
        earliest: session.min_age,
        ideal: session.ideal_age,
        latest: session.max_age,
    })
}

/// What a group must be.
///
/// # Errors
/// The first rule of the instance that is broken.
pub fn rules(instance: &Instance) -> Result<GroupRules, CohortProblem> {
    let group = &instance.group;
    GroupRules::new(
        (group.min, group.target, group.max),
        group.window_days,
        instance.cost.size_weight,
        instance.cost.span_weight,
    )
}
