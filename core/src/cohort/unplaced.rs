//! Why a family has no group, in terms that a coordinator can act on.

use super::exact::Limits;
use super::pools::may_share;
use super::propose::is_too_old;
use super::reach::Reach;
use crate::calendar::{Date, HalfDay};
use crate::care::BirthWindow;
use crate::plan::{Enrolment, Plan};
use serde::Serialize;
use std::collections::BTreeSet;

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
    /// Enough families were born close enough, but their windows leave a group of them no day for every
    /// bijeenkomst, closures counted.
    WindowsTooNarrow {
        /// The most waiting families of one group whose windows can be met, itself included.
        nearby: usize,
        /// The fewest families of a group.
        needed: usize,
    },
    /// Half-days are hard, and too few families that were born close enough can come on one of its own.
    NoSharedHalfDay {
        /// The most waiting families of one group that share a half-day with it, itself included.
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
    let pool: Vec<&Enrolment> = waiting
        .iter()
        .copied()
        .filter(|other| may_share(plan, family, other))
        .filter(|other| !is_too_old(plan, other.birth, today))
        .collect();
    let limits = Limits::of(plan);
    let needed = limits.min;
    if pool.len() < needed {
        return Unplaced::PoolTooSmall {
            waiting: pool.len(),
            needed,
        };
    }
    let is_near = |first: Date, last: Date| last.days_since(first) <= limits.max_spread;
    let nearby = most_together(&pool, family, is_near);
    if nearby < needed {
        return Unplaced::TooFewNearby { nearby, needed };
    }
    let around = BirthWindow {
        oldest: family.birth.plus_days(-limits.max_spread),
        youngest: family.birth.plus_days(limits.max_spread),
    };
    let mut reach = Reach::new(plan, &family.location, around, today);
    let births: BTreeSet<Date> = pool.iter().map(|other| other.birth).collect();
    let mut can_meet = |first: Date, last: Date| {
        is_near(first, last) && reach.can_meet(births.range(first..=last).copied())
    };
    let nearby = most_together(&pool, family, &mut can_meet);
    if nearby < needed {
        return Unplaced::WindowsTooNarrow { nearby, needed };
    }
    if plan.settings.hard_half_days {
        let sharing = HalfDay::all()
            .filter(|half_day| family.half_days.allows(*half_day))
            .map(|half_day| {
                let can = |other: &&Enrolment| other.half_days.allows(half_day);
                let pool: Vec<&Enrolment> = pool.iter().copied().filter(can).collect();
                most_together(&pool, family, &mut can_meet)
            });
        let nearby = sharing.max().unwrap_or(0);
        if nearby < needed {
            return Unplaced::NoSharedHalfDay { nearby, needed };
        }
    }
    Unplaced::NotProposedYet
}

/// The most families of the pool that could be in one group with this one, by the first and the last birth of
/// a group.
fn most_together(
    pool: &[&Enrolment],
    family: &Enrolment,
    mut can_be_group: impl FnMut(Date, Date) -> bool,
) -> usize {
    let firsts: BTreeSet<Date> = pool.iter().map(|other| other.birth).collect();
    let mut most = 0;
    for first in firsts.range(..=family.birth) {
        if can_be_group(*first, family.birth) {
            let together = pool.iter().filter(|other| {
                let last = other.birth.max(family.birth);
                other.birth >= *first && can_be_group(*first, last)
            });
            most = most.max(together.count());
        }
    }
    most
}
