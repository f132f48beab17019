//! Why a family has no group, in terms that a coordinator can act on.

use super::exact::Limits;
use super::pools::share_families;
use super::propose::is_too_old;
use super::reach::Reach;
use crate::calendar::{Date, HalfDay};
use crate::care::BirthWindow;
use crate::plan::{Enrolment, Language, LocationId, Plan};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

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

/// Why families of one location without a group have none. What they share is worked out once.
#[derive(Clone, Debug)]
pub struct WhyUnplaced<'a> {
    plan: &'a Plan,
    location: &'a LocationId,
    today: Option<Date>,
    limits: Limits,
    /// By language the families that wait for a group.
    pools: BTreeMap<&'a Language, Pool<'a>>,
}

/// Families of one language that wait for a group.
#[derive(Clone, Debug)]
struct Pool<'a> {
    /// Those that are young enough, in order of birth.
    families: Vec<&'a Enrolment>,
    births: BTreeSet<Date>,
    reach: Option<Reach<'a>>,
}

impl<'a> WhyUnplaced<'a> {
    /// For families of the location, where `waiting` have no group yet. Families that already have a group do
    /// not count as waiting.
    pub fn new(
        plan: &'a Plan,
        location: &'a LocationId,
        waiting: &[&'a Enrolment],
        today: Option<Date>,
    ) -> Self {
        let mut pools: BTreeMap<&Language, Pool<'a>> = BTreeMap::new();
        for family in waiting {
            let is_here = share_families(plan, location, &family.location);
            if is_here && !is_too_old(plan, family.birth, today) {
                let pool = pools.entry(&family.language).or_insert_with(|| Pool {
                    families: Vec::new(),
                    births: BTreeSet::new(),
                    reach: None,
                });
                pool.families.push(family);
                pool.births.insert(family.birth);
            }
        }
        for pool in pools.values_mut() {
            pool.families.sort_by_key(|family| family.birth);
        }
        Self {
            plan,
            location,
            today,
            limits: Limits::of(plan),
            pools,
        }
    }

    /// Why this family has no group.
    pub fn of(&mut self, family: &Enrolment) -> Unplaced {
        let Self { plan, limits, .. } = self;
        if is_too_old(plan, family.birth, self.today) {
            return Unplaced::TooOld;
        }
        let needed = limits.min;
        let pool = self.pools.get_mut(&family.language);
        let waiting = pool.as_ref().map_or(0, |pool| pool.families.len());
        let Some(pool) = pool.filter(|_| waiting >= needed) else {
            return Unplaced::PoolTooSmall { waiting, needed };
        };
        let Pool {
            families,
            births,
            reach,
        } = pool;
        let around = |birth: Date| {
            let days = limits.max_spread;
            let from = families.partition_point(|other| other.birth < birth.plus_days(-days));
            let until = families.partition_point(|other| other.birth <= birth.plus_days(days));
            families.get(from..until).unwrap_or(&[])
        };
        let near = around(family.birth);
        let is_near = |first: Date, last: Date| last.days_since(first) <= limits.max_spread;
        let nearby = most_together(near, family, is_near);
        if nearby < needed {
            return Unplaced::TooFewNearby { nearby, needed };
        }
        let reach = reach.get_or_insert_with(|| {
            let all = BirthWindow::around(births.iter().copied()).unwrap_or(BirthWindow {
                oldest: family.birth,
                youngest: family.birth,
            });
            Reach::new(plan, self.location, all, self.today)
        });
        let mut can_meet = |first: Date, last: Date| {
            is_near(first, last) && reach.can_meet(births.range(first..=last).copied())
        };
        let nearby = most_together(near, family, &mut can_meet);
        if nearby < needed {
            return Unplaced::WindowsTooNarrow { nearby, needed };
        }
        if plan.settings.hard_half_days {
            let sharing = HalfDay::all()
                .filter(|half_day| family.half_days.allows(*half_day))
                .map(|half_day| {
                    let can = |other: &&Enrolment| other.half_days.allows(half_day);
                    let sharing: Vec<&Enrolment> = near.iter().copied().filter(can).collect();
                    most_together(&sharing, family, &mut can_meet)
                });
            let nearby = sharing.max().unwrap_or(0);
            if nearby < needed {
                return Unplaced::NoSharedHalfDay { nearby, needed };
            }
        }
        Unplaced::NotProposedYet
    }
}

/// The most families of these, in order of birth, that could be in one group with this one, by the first and the
/// last birth of a group.
fn most_together(
    near: &[&Enrolment],
    family: &Enrolment,
    mut can_be_group: impl FnMut(Date, Date) -> bool,
) -> usize {
    let firsts: BTreeSet<Date> = near.iter().map(|other| other.birth).collect();
    let mut most = 0;
    for first in firsts.range(..=family.birth) {
        if can_be_group(*first, family.birth) {
            let together = near.iter().filter(|other| {
                let last = other.birth.max(family.birth);
                other.birth >= *first && can_be_group(*first, last)
            });
            most = most.max(together.count());
        }
    }
    most
}
