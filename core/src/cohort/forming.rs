//! Forms groups of the families that wait, in slices: exactly where half-days are wishes, by search with a bound
//! where all families of a group must be able to come on its half-day.

use super::exact::{Limits, SIZE_WEIGHT, best_groups};
use super::pools::{Pool, Waiting, meeting_place, waiting_pools};
use super::propose::is_free;
use super::reach::Reach;
use crate::calendar::{Date, HalfDay};
use crate::care::BirthWindow;
use crate::engine::cohort::common::{self, CommonHalfDay, HalfDays};
use crate::engine::cohort::rules::GroupRules;
use crate::engine::search::Driver;
use crate::plan::{Language, LocationId, Plan};
use crate::schedule::{Progress, lines_of};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The seed of every search that the product makes.
const SEED: u64 = 1;
/// The weight of one day of spread, as in [`Limits::cost`].
const SPAN_WEIGHT: i64 = 1;

/// A group that was formed: where it meets and who is in it.
#[derive(Clone, Debug)]
pub(super) struct Formed {
    pub location: LocationId,
    pub language: Language,
    pub families: Vec<Waiting>,
}

/// The search for groups.
#[derive(Clone, Debug)]
pub(super) struct Forming {
    pools: Vec<Pool>,
    today: Option<Date>,
    /// The search of the engine, where half-days are hard.
    hard: Option<Driver<CommonHalfDay>>,
    budget: u64,
}

impl Forming {
    /// For the families of the plan without a group.
    pub fn new(plan: &Plan, today: Option<Date>) -> Self {
        let pools = waiting_pools(plan, today);
        let mut forming = Self {
            pools,
            today,
            hard: None,
            budget: 0,
        };
        if plan.settings.hard_half_days
            && let Some((search, budget)) = forming.search(plan)
        {
            forming.hard = Some(Driver::new(search, budget));
            forming.budget = budget;
        }
        forming
    }

    fn search(&self, plan: &Plan) -> Option<(CommonHalfDay, u64)> {
        let pools: Vec<common::Pool> = self
            .pools
            .iter()
            .map(|pool| common::Pool {
                births: births(&pool.families),
                half_days: pool.families.iter().map(|own| can(plan, own)).collect(),
            })
            .collect();
        let rules = hard_rules(plan, self.widest_spread(plan))?;
        let budget = CommonHalfDay::usual_budget(&pools);
        let search = CommonHalfDay::new(&pools, &rules, SEED, budget).ok()?;
        Some((search, budget))
    }

    /// The widest spread that the windows of every group of these families leave, at most that of the settings:
    /// the search knows one spread for all.
    fn widest_spread(&self, plan: &Plan) -> i32 {
        let most = Limits::of(plan).max_spread;
        let widest = |pool: &Pool| {
            let births = BirthWindow::around(pool.families.iter().map(|own| own.birth))?;
            let location = &pool.families.first()?.location;
            let mut reach = Reach::new(plan, location, births, self.today);
            let mut fits = |spread: i32| {
                let mut families = pool.families.iter();
                families.all(|own| {
                    let births = [own.birth, own.birth.plus_days(spread)];
                    reach.can_meet(births.into_iter())
                })
            };
            (0..=most).rev().find(|spread| fits(*spread))
        };
        self.pools.iter().filter_map(widest).min().unwrap_or(most)
    }

    /// Does about so many iterations more.
    pub fn advance(&mut self, iterations: u64) -> Progress {
        let Some(driver) = &mut self.hard else {
            return Progress {
                done: true,
                ..Progress::default()
            };
        };
        let step = driver.step(iterations);
        Progress {
            iterations: step.iterations,
            budget: self.budget,
            done: step.finished,
            ..Progress::default()
        }
    }

    /// The groups as far as the search came, pool by pool in order of birth.
    pub fn groups(&mut self, plan: &Plan) -> Vec<Formed> {
        match &mut self.hard {
            None => self.exact_groups(plan),
            Some(driver) => {
                // At least the first plan of every pool.
                driver.step(self.pools.len() as u64);
                let plans = driver.search().plan();
                let mut groups = Vec::new();
                for (pool, mut plan) in self.pools.iter().zip(plans) {
                    plan.sort_by(|one, other| one.members.cmp(&other.members));
                    for group in plan {
                        let members = group.members.into_iter();
                        let families = members.filter_map(|at| pool.families.get(at).cloned());
                        groups.extend(formed(pool, families.collect()));
                    }
                }
                groups
            }
        }
    }

    fn exact_groups(&self, plan: &Plan) -> Vec<Formed> {
        let mut reaches: BTreeMap<&LocationId, Reach<'_>> = BTreeMap::new();
        let all = self.pools.iter().flat_map(|pool| &pool.families);
        let Some(window) = BirthWindow::around(all.map(|family| family.birth)) else {
            return Vec::new();
        };
        let mut groups = Vec::new();
        for pool in &self.pools {
            let travel = |range| {
                let families: &[Waiting] = pool.families.get::<std::ops::Range<usize>>(range)?;
                let (location, travel) = meeting_place(families.iter().map(|own| &own.location))?;
                let reach = reaches
                    .entry(location)
                    .or_insert_with(|| Reach::new(plan, location, window, self.today));
                let births = families.iter().map(|family| family.birth);
                reach.can_meet(births).then_some(travel)
            };
            for range in best_groups(&births(&pool.families), Limits::of(plan), travel) {
                let families = pool.families.get(range).unwrap_or_default();
                groups.extend(formed(pool, families.to_vec()));
            }
        }
        groups
    }
}

fn formed(pool: &Pool, families: Vec<Waiting>) -> Option<Formed> {
    let (location, _) = meeting_place(families.iter().map(|own| &own.location))?;
    Some(Formed {
        location: location.clone(),
        language: pool.language.clone(),
        families,
    })
}

fn births(families: &[Waiting]) -> Vec<i32> {
    families.iter().map(|own| own.birth.number()).collect()
}

/// The rules of a search with hard half-days; `None` for sizes that it cannot plan.
fn hard_rules(plan: &Plan, spread: i32) -> Option<GroupRules> {
    let size = &plan.settings.group_size;
    let sizes = [size.min, size.target, size.max].map(u32::from);
    let [min, target, max] = sizes;
    GroupRules::new((min, target, max), spread, SIZE_WEIGHT, SPAN_WEIGHT).ok()
}

/// The half-days on which a family can come: those it named, or all; only those of lines where its location has
/// lines.
fn can(plan: &Plan, family: &Waiting) -> HalfDays {
    let of_lines: BTreeSet<HalfDay> = lines_of(plan, &family.location)
        .map(|line| line.half_day)
        .collect();
    HalfDay::all()
        .filter(|half_day| family.half_days.allows(*half_day))
        .filter(|half_day| of_lines.is_empty() || of_lines.contains(half_day))
        .fold(0, |set, half_day| set | 1 << half_day.index())
}

/// What it costs when every family of a group must be able to come on its half-day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct HalfDayPrice {
    /// Families that get a group while half-days are wishes. No grouping places more.
    pub as_wishes: usize,
    /// Families that get a group when half-days are hard, by the search of a proposal.
    pub when_hard: usize,
    /// No grouping with hard half-days places more.
    pub at_most: usize,
}

impl HalfDayPrice {
    /// Families fewer that get a group when half-days are hard.
    pub fn fewer(self) -> usize {
        self.as_wishes.saturating_sub(self.when_hard)
    }
}

/// Reckons the price of hard half-days for the families that a proposal would group, in slices.
#[derive(Clone, Debug)]
pub struct HalfDayPricing {
    plan: Plan,
    as_wishes: usize,
    hard: Forming,
}

impl HalfDayPricing {
    /// Prepares the search; `None` for sizes that cannot be planned with hard half-days
    /// ([`Settings::HARD_SIZES`](crate::plan::Settings::HARD_SIZES)).
    pub fn new(plan: &Plan, today: Option<Date>) -> Option<Self> {
        let mut draft = plan.clone();
        draft.groups.retain(|_, group| !is_free(group, today));
        draft.settings.hard_half_days = false;
        let as_wishes = families(&Forming::new(&draft, today).groups(&draft));
        draft.settings.hard_half_days = true;
        let hard = Forming::new(&draft, today);
        hard.hard.as_ref()?;
        Some(Self {
            plan: draft,
            as_wishes,
            hard,
        })
    }

    /// Does about so many iterations more.
    pub fn advance(&mut self, iterations: u64) -> Progress {
        self.hard.advance(iterations)
    }

    /// The price as far as the search came.
    pub fn price(&mut self) -> HalfDayPrice {
        let when_hard = families(&self.hard.groups(&self.plan));
        let bounds = self.hard.hard.as_ref();
        let bounds = bounds.map(|driver| driver.search().placed_and_bound());
        let at_most: i64 = bounds.iter().flatten().map(|(_, most)| most).sum();
        HalfDayPrice {
            as_wishes: self.as_wishes,
            when_hard,
            at_most: usize::try_from(at_most).unwrap_or(0).min(self.as_wishes),
        }
    }
}

fn families(groups: &[Formed]) -> usize {
    groups.iter().map(|group| group.families.len()).sum()
}
