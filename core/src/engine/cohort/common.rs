//! Cohorts whose members share a half-day: a search by ruin and recreate with an upper bound.
//! Pools are independent; each gets iterations by its size. `pool` holds the moves,
//! `prices` and `diagram` the proof.

use super::diagram::{Diagram, Outcome, fits};
use super::exact;
pub use super::pool::HalfDays;
use super::pool::{Families, PoolSearch, Team};
use super::prices::{Prices, is_provable};
use super::rules::{CohortProblem, GroupRules, check_births};
use crate::engine::random::Random;
use crate::engine::search::{Levels, Search};

/// The families of one pool: those that may share a group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pool {
    /// Days of birth, in order.
    pub births: Vec<i32>,
    /// The half-days each family can come, bit 0 Monday morning to bit 9 Friday afternoon.
    pub half_days: Vec<HalfDays>,
}

/// A group that shares a half-day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedGroup {
    /// The shared half-day, 0 Monday morning to 9 Friday afternoon.
    pub half_day: u8,
    /// Positions of the members in their pool, in order of birth.
    pub members: Vec<usize>,
}

/// The accepted worsening at the start of an annealing, in 1024ths of cost.
const HOT: i64 = 20 << 10;
/// The same for an annealing that starts from the best plan.
const WARM: i64 = HOT / 3;
/// Iterations for each family in a usual budget.
const USUAL_PER_FAMILY: u64 = 330;
/// Iterations for every two families: the proof of a large pool takes longer.
const USUAL_PER_PAIR: u64 = 1;
/// The most iterations of a usual budget: a few seconds.
const MOST_USUAL: u64 = 2_500_000;
/// Iterations for each family that are worth an annealing of their own.
const RUN_PER_FAMILY: u64 = 30;
/// The most annealings of a pool; beyond it they grow longer instead.
const MOST_RUNS: u64 = 12;
/// Iterations for each family that are better spent on the plan than on the proof.
const PLAN_FIRST: u64 = 420;
/// One part in this many of the rest of the budget goes to the proof.
const PROOF_PART: u64 = 2;
/// States of the price tables that take as long as one move of the search.
const STATES_PER_MOVE: u64 = 300;
/// How many moves take as long as one portion of a diagram.
const PORTION_COST: u64 = 12;
/// Price sweeps of a pool: the bound hardly moves after them.
const SWEEPS: u32 = 150;
/// The most states in a layer of the first diagrams; pools that need more wait.
const FEW_STATES: usize = 1 << 12;
/// How many times more states the next diagrams may have.
const MORE_STATES: usize = 8;
/// The most states in a layer of the last diagrams: some 200 megabytes.
const MOST_STATES: usize = 1 << 21;

/// One pool's proof.
#[derive(Clone, Debug)]
struct Proof {
    prices: Prices,
    sweeps: u32,
    diagram: Option<Diagram>,
    /// How far below the bound the next question lies; 0 when no more can be proven.
    step: i64,
}

/// Where an annealing starts: every other one improves the best plan, which a fresh start often misses by
/// one exchange.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Start {
    Fresh,
    FromBest,
}

/// One pool's search and proof.
#[derive(Clone, Debug)]
struct Share {
    search: PoolSearch,
    rules: GroupRules,
    /// No plan places more.
    most: i64,
    /// Iterations of one annealing, and what is left of the current one.
    run: u64,
    left: u64,
    start: Start,
    /// Whether the pool is small enough for a bound by prices.
    provable: bool,
    proof: Option<Proof>,
}

impl Share {
    fn anneal(&mut self) {
        if self.left == self.run {
            self.search.restart();
            match self.start {
                Start::Fresh => self.search.construct(),
                Start::FromBest => self.search.take_best(),
            }
        }
        let heat = match self.start {
            Start::Fresh => HOT,
            Start::FromBest => WARM,
        };
        let part = ((self.left << 10) / self.run) as i64;
        self.search.iterate(heat * part / 1024 * part / 1024);
        self.left -= 1;
    }

    /// One sweep of the prices and what it counts for; none when there is nothing left to gain.
    fn sweep(&mut self) -> Option<u64> {
        let placed = self.search.best().0;
        let families = self.search.families();
        if self.most <= placed || !self.provable {
            return None;
        }
        let proof = self.proof.get_or_insert_with(|| Proof {
            prices: Prices::new(families, &self.rules),
            sweeps: SWEEPS,
            diagram: None,
            step: 0,
        });
        if proof.sweeps == 0 {
            return None;
        }
        proof.sweeps -= 1;
        proof.prices.sweep(placed);
        self.most = self.most.min(proof.prices.bound());
        if proof.sweeps == 0 {
            proof.prices.settle();
        }
        Some(1 + proof.prices.states() / STATES_PER_MOVE)
    }

    /// Starts asking with a larger limit on states.
    fn ask_again(&mut self) {
        if let Some(proof) = &mut self.proof
            && proof.sweeps == 0
            && fits(&proof.prices.tables)
        {
            proof.step = self.most - self.search.best().0;
        }
    }

    /// One portion of a diagram; none when nothing more can be proven with `states` states.
    fn ask(&mut self, states: usize) -> Option<u64> {
        let placed = self.search.best().0;
        let families = self.search.families();
        let proof = self.proof.as_mut().filter(|proof| proof.step > 0)?;
        if self.most <= placed {
            return None;
        }
        let floor = (self.most - proof.step).max(placed);
        let diagram = proof
            .diagram
            .get_or_insert_with(|| Diagram::new(families, &proof.prices, floor, states));
        match diagram.advance(families, &proof.prices) {
            Outcome::Unfinished => return Some(PORTION_COST),
            Outcome::AtMost(most) => self.most = self.most.min(most),
            // The nearer the question lies to the bound, the easier it is.
            Outcome::TooLarge => proof.step /= 3,
        }
        proof.diagram = None;
        Some(PORTION_COST)
    }
}

/// What the search does next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    /// A first plan for every pool.
    Construct,
    /// Annealing number so many of every pool.
    Anneal(u64),
    /// Bounds by prices.
    Sweep,
    /// Bounds by diagrams with at most so many states in a layer.
    Ask(usize),
}

/// The search over all pools.
#[derive(Clone, Debug)]
pub struct CommonHalfDay {
    shares: Vec<Share>,
    runs: u64,
    phase: Phase,
    at: usize,
}

impl CommonHalfDay {
    /// The budget, in iterations, that is worth its time for these families.
    #[must_use]
    pub fn usual_budget(pools: &[Pool]) -> u64 {
        let families: u64 = pools.iter().map(|pool| pool.births.len() as u64).sum();
        let pairs = families.saturating_mul(families);
        (1_000 + USUAL_PER_FAMILY * families + USUAL_PER_PAIR * pairs).min(MOST_USUAL)
    }

    /// Prepares the search; `budget` is the number of iterations its schedule is made for.
    ///
    /// # Errors
    /// The first pool with births out of order or out of range.
    pub fn new(
        pools: &[Pool],
        rules: &GroupRules,
        seed: u64,
        budget: u64,
    ) -> Result<Self, CohortProblem> {
        let mut shares = Vec::with_capacity(pools.len());
        for (at, pool) in pools.iter().enumerate() {
            check_births(&pool.births)?;
            if pool.half_days.len() != pool.births.len() {
                return Err(CohortProblem::LengthsDiffer);
            }
            let soft = exact::form(&pool.births, rules)?;
            let families = Families {
                births: pool.births.clone(),
                half_days: pool.half_days.clone(),
            };
            let random = Random::new(seed.wrapping_mul(1_000_003).wrapping_add(at as u64));
            shares.push(Share {
                provable: is_provable(&families, rules),
                search: PoolSearch::new(families, *rules, random),
                rules: *rules,
                most: soft.placed as i64,
                run: 0,
                left: 0,
                start: Start::Fresh,
                proof: None,
            });
        }
        // Pools where not even soft half-days give a group need no search.
        let size = |share: &Share| match share.most {
            0 => 0,
            _ => share.search.families().births.len() as u64,
        };
        let total: u64 = shares.iter().map(size).sum();
        let rest = budget.saturating_sub(PLAN_FIRST.saturating_mul(total));
        let walk = budget - rest / PROOF_PART;
        let runs = (walk / (RUN_PER_FAMILY * total.max(1))).clamp(1, MOST_RUNS);
        for share in &mut shares {
            share.run = (u128::from(walk) * u128::from(size(share))
                / u128::from(total.max(1) * runs)) as u64;
        }
        Ok(Self {
            shares,
            runs,
            phase: Phase::Construct,
            at: 0,
        })
    }

    /// The groups of the best plan, by pool.
    #[must_use]
    pub fn plan(&self) -> Vec<Vec<SharedGroup>> {
        let group = |team: &Team| SharedGroup {
            half_day: team.half_day,
            members: team
                .members()
                .iter()
                .map(|member| *member as usize)
                .collect(),
        };
        let teams = self.shares.iter().map(|share| share.search.best_teams());
        teams
            .map(|teams| teams.iter().map(group).collect())
            .collect()
    }

    /// For each pool the families placed and the most that any plan places.
    #[must_use]
    pub fn placed_and_bound(&self) -> Vec<(i64, i64)> {
        self.shares
            .iter()
            .map(|share| (share.search.best().0, share.most))
            .collect()
    }

    fn turn(&mut self) -> bool {
        self.at = 0;
        self.phase = match self.phase {
            Phase::Construct => Phase::Anneal(0),
            Phase::Anneal(run) if run + 1 < self.runs => Phase::Anneal(run + 1),
            Phase::Anneal(_) => Phase::Sweep,
            Phase::Sweep => Phase::Ask(FEW_STATES),
            Phase::Ask(states) if states < MOST_STATES => {
                Phase::Ask((states * MORE_STATES).min(MOST_STATES))
            }
            Phase::Ask(_) => return false,
        };
        for share in &mut self.shares {
            match self.phase {
                Phase::Ask(_) => share.ask_again(),
                Phase::Anneal(run) => {
                    share.left = share.run;
                    share.start = match run % 2 {
                        0 => Start::Fresh,
                        _ => Start::FromBest,
                    };
                }
                _ => {}
            }
        }
        true
    }
}

impl Search for CommonHalfDay {
    fn iterate(&mut self) -> Option<u64> {
        loop {
            let Some(share) = self.shares.get_mut(self.at) else {
                if self.turn() {
                    continue;
                }
                return None;
            };
            match self.phase {
                Phase::Construct => {
                    share.search.construct();
                    self.at += 1;
                    return Some(1);
                }
                Phase::Anneal(_) if share.left > 0 => {
                    share.anneal();
                    return Some(1);
                }
                Phase::Sweep => match share.sweep() {
                    Some(count) => return Some(count),
                    None => self.at += 1,
                },
                Phase::Ask(states) => match share.ask(states) {
                    Some(count) => return Some(count),
                    None => self.at += 1,
                },
                Phase::Anneal(_) => self.at += 1,
            }
        }
    }

    /// Families placed and cost.
    fn best(&self) -> Levels {
        let placed = self.shares.iter().map(|share| share.search.best().0).sum();
        let cost = self.shares.iter().map(|share| share.search.best().1).sum();
        vec![placed, cost]
    }

    /// The most families that any plan places.
    fn bound(&self) -> Levels {
        vec![self.shares.iter().map(|share| share.most).sum()]
    }
}
