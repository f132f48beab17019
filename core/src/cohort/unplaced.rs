//! Why a family has no group, in terms that a coordinator can act on.

use super::exact::Limits;
use super::pools::share_families;
use super::propose::is_too_old;
use super::reach::Reach;
use crate::calendar::{Date, HalfDay};
use crate::care::BirthWindow;
use crate::plan::{Enrolment, Language, LocationId, Plan};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Why a family has no group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Unplaced {
    /// Its first bijeenkomst would lie in the past.
    TooOld,
    /// Too few families wait at its location, whatever else would be otherwise.
    PoolTooSmall {
        /// Families waiting at the location in its language, this one included.
        waiting: usize,
        /// The fewest families of a group.
        needed: usize,
        /// So many days from its birth is that of the nearest other one, where that is more than a group may spread.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        nearest: Option<i32>,
    },
    /// Too few of those who wait speak its language; with the others there would be a group.
    OtherLanguage {
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
        /// So many days from its birth is that of the nearest other one, where that is more than a group may spread.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        nearest: Option<i32>,
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
    today: Option<Date>,
    limits: Limits,
    /// By language the families that wait for a group.
    pools: BTreeMap<&'a Language, Pool<'a>>,
    /// All of them together.
    all: Pool<'a>,
}

/// Families of one language that wait for a group.
#[derive(Clone, Debug, Default)]
struct Pool<'a> {
    /// Those that are young enough, in order of birth.
    families: Vec<&'a Enrolment>,
    periods: Vec<Period>,
}

/// The births of one possible group: from the first on as far as they go.
#[derive(Clone, Debug)]
struct Period {
    first: Date,
    /// The last birth within the spread of a group.
    last_near: Date,
    /// The last birth with which the windows of a group can be met.
    last_met: Date,
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
        let mut all = Pool::default();
        for family in waiting {
            let is_here = share_families(plan, location, &family.location);
            if is_here && !is_too_old(plan, family.birth, today) {
                let pool = pools.entry(&family.language).or_default();
                pool.families.push(family);
                all.families.push(family);
            }
        }
        let limits = Limits::of(plan);
        // Together they are asked only where one language has too few.
        let asks_all = pools.values().any(|pool| pool.families.len() < limits.min);
        for pool in pools.values_mut().chain(asks_all.then_some(&mut all)) {
            pool.families.sort_by_key(|family| family.birth);
            if pool.families.len() >= limits.min {
                pool.periods = periods(plan, location, &pool.families, limits.max_spread, today);
            }
        }
        Self {
            plan,
            today,
            limits,
            pools,
            all,
        }
    }

    /// Why this family, one of those that wait, has no group.
    pub fn of(&self, family: &Enrolment) -> Unplaced {
        let Self { plan, limits, .. } = self;
        if is_too_old(plan, family.birth, self.today) {
            return Unplaced::TooOld;
        }
        let needed = limits.min;
        let alone = Pool::default();
        let pool = self.pools.get(&family.language).unwrap_or(&alone);
        let waiting = pool.families.len();
        if waiting >= needed {
            return self.among(pool, family);
        }
        let together = self.all.families.len() >= needed;
        if together && self.among(&self.all, family) == Unplaced::NotProposedYet {
            return Unplaced::OtherLanguage { waiting, needed };
        }
        Unplaced::PoolTooSmall {
            waiting,
            needed,
            nearest: pool.nearest(family, limits.max_spread),
        }
    }

    /// Why this family of a pool that is large enough has no group in it.
    fn among(&self, pool: &Pool<'_>, family: &Enrolment) -> Unplaced {
        let needed = self.limits.min;
        let nearby = pool.most_together(family.birth, |period| period.last_near, |_| true);
        if nearby < needed {
            return Unplaced::TooFewNearby {
                nearby,
                needed,
                nearest: pool.nearest(family, self.limits.max_spread),
            };
        }
        let met = |period: &Period| period.last_met;
        let nearby = pool.most_together(family.birth, met, |_| true);
        if nearby < needed {
            return Unplaced::WindowsTooNarrow { nearby, needed };
        }
        if self.plan.settings.hard_half_days {
            let sharing = HalfDay::all()
                .filter(|half_day| family.half_days.allows(*half_day))
                .map(|half_day| {
                    let can = |other: &Enrolment| other.half_days.allows(half_day);
                    pool.most_together(family.birth, met, can)
                });
            let nearby = sharing.max().unwrap_or(0);
            if nearby < needed {
                return Unplaced::NoSharedHalfDay { nearby, needed };
            }
        }
        Unplaced::NotProposedYet
    }
}

impl Pool<'_> {
    /// How many days from the birth of this family that of the nearest other one is, where that is more than this.
    fn nearest(&self, family: &Enrolment, max_spread: i32) -> Option<i32> {
        let others = self.families.iter().filter(|one| one.code != family.code);
        let days = others.map(|one| one.birth.days_since(family.birth).abs());
        days.min().filter(|days| *days > max_spread)
    }

    /// The most families for which this holds that could be in one group with a child born on this day.
    fn most_together(
        &self,
        birth: Date,
        last: impl Fn(&Period) -> Date,
        holds: impl Fn(&Enrolment) -> bool,
    ) -> usize {
        let around = self.periods.iter().filter_map(|period| {
            let last = last(period);
            (period.first <= birth && birth <= last).then_some((period.first, last))
        });
        let together = around.map(|(first, last)| {
            let from = self.families.partition_point(|other| other.birth < first);
            let until = self.families.partition_point(|other| other.birth <= last);
            let families = self.families.get(from..until).unwrap_or_default();
            families.iter().filter(|other| holds(other)).count()
        });
        together.max().unwrap_or(0)
    }
}

/// For every birth of these families, in order of birth, how far a group that begins with it goes.
fn periods(
    plan: &Plan,
    location: &LocationId,
    families: &[&Enrolment],
    max_spread: i32,
    today: Option<Date>,
) -> Vec<Period> {
    let mut births: Vec<Date> = families.iter().map(|family| family.birth).collect();
    births.dedup();
    let Some(all) = BirthWindow::around(births.iter().copied()) else {
        return Vec::new();
    };
    let mut reach = Reach::new(plan, location, all, today);
    let mut found: Vec<Period> = Vec::new();
    // A part of a period that can be met can be met too, so none ends before the one that begins before it.
    let mut met = 0;
    for (start, first) in births.iter().enumerate() {
        let end = births.partition_point(|birth| birth.days_since(*first) <= max_spread);
        met = met.max(start + 1);
        while met < end
            && reach.can_meet(births.get(start..=met).unwrap_or_default().iter().copied())
        {
            met += 1;
        }
        let last = |end: usize| births.get(end - 1).copied().unwrap_or(*first);
        found.push(Period {
            first: *first,
            last_near: last(end),
            last_met: last(met),
        });
    }
    found
}
