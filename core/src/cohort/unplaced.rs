//! Why a family has no group, in terms that a coordinator can act on.

use super::exact::Limits;
use super::propose::is_too_old;
use crate::calendar::Date;
use crate::plan::{Enrolment, Plan};
use serde::Serialize;

/// Why a family has no group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Unplaced {
    /// Its first bijeenkomst would lie in the past.
    TooOld,
    /// At its location too few families speak its language: so many wait, this many are needed.
    PoolTooSmall {
        /// Families waiting at the location in that language, this one included.
        waiting: usize,
        /// The fewest families of a group.
        needed: usize,
    },
    /// Too few waiting families were born close enough to it.
    TooFewNearby {
        /// The most waiting families of one spread around its birth, itself included.
        nearby: usize,
        /// The fewest families of a group.
        needed: usize,
    },
    /// Enough families are waiting for a group: a new proposal can place it.
    NotProposedYet,
}

/// Why this family without a group has none. Families that already have a group do not count as waiting.
pub fn why_unplaced(
    plan: &Plan,
    waiting: &[&Enrolment],
    family: &Enrolment,
    today: Option<Date>,
) -> Unplaced {
    if is_too_old(plan, family.birth, today) {
        return Unplaced::TooOld;
    }
    let limits = Limits::of(plan);
    let mut births: Vec<i32> = waiting
        .iter()
        .filter(|other| other.location == family.location && other.language == family.language)
        .filter(|other| !is_too_old(plan, other.birth, today))
        .map(|other| other.birth.number())
        .collect();
    births.sort_unstable();
    let needed = limits.min;
    if births.len() < needed {
        return Unplaced::PoolTooSmall {
            waiting: births.len(),
            needed,
        };
    }
    let own = family.birth.number();
    let nearby = births
        .iter()
        .filter(|first| (own - limits.max_spread..=own).contains(*first))
        .map(|first| {
            births
                .iter()
                .filter(|birth| (*first..=first + limits.max_spread).contains(*birth))
                .count()
        })
        .max()
        .unwrap_or(0);
    if nearby < needed {
        Unplaced::TooFewNearby { nearby, needed }
    } else {
        Unplaced::NotProposedYet
    }
}
