//! The search for session dates over all locations, with a lower bound per location and level.
//! Locations are independent, so values are added level by level and never packed across them.

use super::bound::{Bound, unavoidable};
use super::model::Model;
use super::single::UNSCHEDULED;
use super::split::Split;
use super::walk::Walk;
use crate::engine::random::Random;
use crate::engine::search::{Levels, Search};

/// How many times longer each annealing of a location is than the one before.
const GROWTH: u64 = 4;
/// The shortest annealing, in iterations for each group.
const SHORTEST: u64 = 40;
/// The accepted worsening at the start of an annealing, in 1024ths of a day.
const HOT: i64 = 30 << 10;
/// One iteration of proof for so many of the walk, when the budget is short and when it is ample.
const PROOF_PARTS: [u64; 2] = [2, 1];
/// How many times fewer a proof by parts gets: it can take all there is, and the walk needs some.
const SPLIT_PART: u64 = 2;
/// Iterations for each group from which a budget is ample.
const AMPLE: u64 = 400;
/// How much more of the budget a location gets where sessions are missing.
const MISSING_WEIGHT: u64 = 6;

/// Where one group's sessions lie.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GroupPlan {
    /// The position of the group's line in its location, none when nothing is scheduled.
    pub line: Option<usize>,
    /// The day of each session, none when it is not scheduled.
    pub days: Vec<Option<i32>>,
}

/// One location's search.
#[derive(Clone, Debug)]
struct Site {
    model: Model,
    walk: Walk,
    /// Unscheduled sessions and date cost of the best plan.
    best: (i64, i64),
    unavoidable: i64,
    bound_unscheduled: Option<Bound>,
    bound_dates: Option<Bound>,
    /// Takes over from the bound of the dates once its prices hardly move.
    split: Option<Split>,
    /// Iterations this location may spend in all.
    share: u64,
    /// The length of the current annealing, and what is left of it.
    length: u64,
    left: u64,
    /// One iteration of proof for so many of the walk.
    proof_part: u64,
    sweeps_due: u64,
    sweeps_done: u64,
}

impl Site {
    fn bound(&self) -> (i64, i64) {
        let unscheduled = self.bound_unscheduled.as_ref().map_or(0, Bound::value);
        let dates = self.bound_dates.as_ref().map_or(0, Bound::value);
        let dates = self.split.as_ref().map_or(dates, Split::value);
        (unscheduled.max(self.unavoidable), dates)
    }

    fn is_proven(&self) -> bool {
        self.best == self.bound()
    }

    fn construct(&mut self) {
        self.unavoidable = unavoidable(&self.model);
        self.walk.construct(&self.model);
        self.best = self.walk.best();
    }

    /// Starts the annealing of a round of at most `length` iterations.
    fn begin(&mut self, length: u64) {
        self.length = length.max(1);
        self.left = self.length;
        self.walk.return_to_best(&self.model);
    }

    /// One move of the walk or one sweep of a bound, and what it counts for; none when the
    /// round is over.
    fn advance(&mut self) -> Option<u64> {
        if self.left > 0 {
            let part = ((self.left << 10) / self.length) as i64;
            if self
                .walk
                .iterate(&self.model, HOT * part / 1024 * part / 1024)
            {
                self.best = self.walk.best();
            }
            self.left -= 1;
            if self.left == 0 {
                let part = self.proof_part * if self.split.is_some() { SPLIT_PART } else { 1 };
                self.sweeps_due = self.length / (part * self.sweep_cost());
            }
            return Some(1);
        }
        if self.sweeps_due == 0 || self.is_proven() {
            return None;
        }
        self.sweeps_due -= 1;
        self.sweeps_done += 1;
        match self.sweep() {
            true => Some(self.sweep_cost()),
            false => {
                self.sweeps_due = 0;
                None
            }
        }
    }

    /// How many moves take as long as one sweep.
    fn sweep_cost(&self) -> u64 {
        1 + self.model.groups() as u64 / 2
    }

    /// One sweep of a bound; false when nothing is left to prove.
    fn sweep(&mut self) -> bool {
        let (unscheduled, dates) = self.best;
        let bound = self.bound();
        let is_flat = self.bound_unscheduled.as_ref().is_some_and(Bound::is_flat);
        let is_turn = self.sweeps_done.is_multiple_of(2) || bound.1 == dates;
        if unscheduled > bound.0 && is_turn && !is_flat {
            let bound = self
                .bound_unscheduled
                .get_or_insert_with(|| Bound::on_unscheduled(&self.model));
            bound.sweep(&self.model, unscheduled);
            return true;
        }
        if let Some(split) = &mut self.split {
            split.allow(unscheduled);
            let is_open = split.step(&self.model, dates);
            if let Some(plan) = split.plan() {
                self.walk.adopt(&self.model, &plan);
                self.best = self.walk.best();
            }
            return is_open;
        }
        let price = self.walk.unscheduled_cost();
        let bound = self
            .bound_dates
            .get_or_insert_with(|| Bound::on_dates(&self.model, price, unscheduled));
        bound.allow(unscheduled);
        bound.sweep(&self.model, dates);
        if bound.is_flat() {
            self.split = self
                .bound_dates
                .take()
                .map(|bound| Split::new(bound, unscheduled));
        }
        true
    }
}

/// The search over all locations.
#[derive(Clone, Debug)]
pub struct SessionDates {
    sites: Vec<Site>,
    budget: u64,
    /// The location at work, and how many rounds all locations have had.
    at: usize,
    round: u32,
    rounds: u32,
}

impl SessionDates {
    /// Prepares the search over compiled locations; `budget` is the number of iterations its schedule is made
    /// for.
    #[must_use]
    pub fn new(models: Vec<Model>, seed: u64, budget: u64) -> Self {
        let sites = models.into_iter().enumerate().map(|(at, model)| {
            let random = Random::new(seed.wrapping_mul(1_000_003).wrapping_add(at as u64));
            Site {
                walk: Walk::new(&model, random),
                best: (0, 0),
                unavoidable: 0,
                bound_unscheduled: None,
                bound_dates: None,
                split: None,
                share: 0,
                length: 1,
                left: 0,
                proof_part: 1,
                sweeps_due: 0,
                sweeps_done: 0,
                model,
            }
        });
        Self {
            sites: sites.collect(),
            budget,
            at: 0,
            round: 0,
            rounds: 0,
        }
    }

    /// Shares the budget after the first plan: by groups, more where sessions are missing.
    fn share_out(&mut self) {
        let weight = |site: &Site| {
            let groups = site.model.groups() as u64;
            if site.best.0 > site.unavoidable {
                MISSING_WEIGHT * groups
            } else {
                groups
            }
        };
        let total: u64 = self.sites.iter().map(weight).sum();
        let budget = self.budget.saturating_sub(self.sites.len() as u64);
        let groups: u64 = self
            .sites
            .iter()
            .map(|site| site.model.groups() as u64)
            .sum();
        let [short, ample] = PROOF_PARTS;
        let proof_part = match budget < AMPLE * groups {
            true => short,
            false => ample,
        };
        for site in &mut self.sites {
            let share = u128::from(budget) * u128::from(weight(site)) / u128::from(total.max(1));
            site.share = share as u64;
            site.proof_part = proof_part;
            let shortest = SHORTEST * site.model.groups() as u64;
            let mut rounds = 1;
            let mut length = site.share;
            while length / GROWTH >= shortest.max(1) {
                length /= GROWTH;
                rounds += 1;
            }
            self.rounds = self.rounds.max(rounds);
        }
    }

    /// Starts the next round of the location at work; false when it needs none.
    fn begin(&mut self) -> bool {
        let Some(site) = self.sites.get_mut(self.at) else {
            return false;
        };
        if site.model.groups() == 0 || site.is_proven() {
            return false;
        }
        let later = self.rounds.saturating_sub(self.round);
        let mut length = site.share * (GROWTH - 1) / GROWTH;
        for _ in 0..later {
            length /= GROWTH;
        }
        // Sweeps are part of the share.
        let length = length * site.proof_part / (site.proof_part + 1);
        if length == 0 && later > 0 {
            return false;
        }
        site.begin(length);
        true
    }

    /// The best plan: for each location, for each group, its line and days.
    #[must_use]
    pub fn plan(&self) -> Vec<Vec<GroupPlan>> {
        self.sites.iter().map(plan_of).collect()
    }
}

fn plan_of(site: &Site) -> Vec<GroupPlan> {
    let model = &site.model;
    let seats = site.walk.best_seats().iter();
    seats
        .zip(&model.sessions)
        .map(|(seat, sessions)| {
            let sessions = *sessions as usize;
            let Some(choice) = model.choices.get(seat.choice as usize) else {
                return GroupPlan {
                    line: None,
                    days: vec![None; sessions],
                };
            };
            let windows = model.windows_of(choice, sessions);
            let days = windows
                .iter()
                .zip(&seat.weeks)
                .map(|(window, week)| match *week {
                    UNSCHEDULED => None,
                    week => Some(window.day + 7 * i32::from(week)),
                });
            GroupPlan {
                line: Some(choice.line as usize),
                days: days.collect(),
            }
        })
        .collect()
}

impl Search for SessionDates {
    fn iterate(&mut self) -> Option<u64> {
        if self.round == 0 {
            if let Some(site) = self.sites.get_mut(self.at) {
                site.construct();
                self.at += 1;
                return Some(1);
            }
            self.share_out();
        }
        // After a full turn without any work every location is proven.
        for _ in 0..=self.sites.len() * (self.rounds as usize + 2) {
            let site = self.sites.get_mut(self.at).filter(|_| self.round > 0);
            if let Some(count) = site.and_then(Site::advance) {
                return Some(count);
            }
            self.at += 1;
            if self.at >= self.sites.len() {
                self.at = 0;
                self.round += 1;
            }
            self.begin();
        }
        None
    }

    fn best(&self) -> Levels {
        let values = self.sites.iter().map(|site| site.best);
        let sum = values.fold((0, 0), |sum, value| (sum.0 + value.0, sum.1 + value.1));
        vec![sum.0, sum.1]
    }

    fn bound(&self) -> Levels {
        let values = self.sites.iter().map(Site::bound);
        let sum = values.fold((0, 0), |sum, value| (sum.0 + value.0, sum.1 + value.1));
        vec![sum.0, sum.1]
    }
}
