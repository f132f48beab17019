//! Cohorts: exactness against brute force, hard rules, and the same plan however it is sliced.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use centering_core::engine::cohort::common::{CommonHalfDay, Pool, SharedGroup};
use centering_core::engine::cohort::exact;
use centering_core::engine::cohort::rules::{CohortProblem, GroupRules};
use centering_core::engine::search::Driver;

/// The tests' own source of chance.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % limit
    }

    fn between(&mut self, low: i32, high: i32) -> i32 {
        low + self.below((high - low + 1) as u64) as i32
    }
}

fn rules(sizes: (u32, u32, u32), spread: i32) -> GroupRules {
    GroupRules::new(sizes, spread, 5, 1).unwrap()
}

fn births(chance: &mut Chance, count: usize, days: i32) -> Vec<i32> {
    let mut births: Vec<i32> = (0..count).map(|_| chance.between(0, days)).collect();
    births.sort_unstable();
    births
}

/// The best of all ways to put each family in a group or in none; `fits` says who may share.
fn brute(births: &[i32], half_days: Option<&[u16]>, rules: &GroupRules) -> (i64, i64) {
    fn visit(
        at: usize,
        groups: &mut Vec<Vec<usize>>,
        births: &[i32],
        half_days: Option<&[u16]>,
        rules: &GroupRules,
        best: &mut (i64, i64),
    ) {
        if at == births.len() {
            let whole = groups.iter().all(|group| group.len() >= rules.smallest());
            let shared = groups.iter().all(|group| {
                half_days
                    .is_none_or(|sets| group.iter().fold(u16::MAX, |all, at| all & sets[*at]) != 0)
            });
            if whole && shared {
                let placed = groups.iter().map(Vec::len).sum::<usize>() as i64;
                let cost: i64 = groups
                    .iter()
                    .map(|group| {
                        rules.cost(
                            group.len(),
                            births[group[group.len() - 1]] - births[group[0]],
                        )
                    })
                    .sum();
                if (-placed, cost) < (-best.0, best.1) {
                    *best = (placed, cost);
                }
            }
            return;
        }
        visit(at + 1, groups, births, half_days, rules, best);
        for group in 0..groups.len() {
            let first = births[groups[group][0]];
            if groups[group].len() < rules.largest() && births[at] - first <= rules.spread() {
                groups[group].push(at);
                visit(at + 1, groups, births, half_days, rules, best);
                groups[group].pop();
            }
        }
        groups.push(vec![at]);
        visit(at + 1, groups, births, half_days, rules, best);
        groups.pop();
    }
    let mut best = (0, 0);
    visit(0, &mut Vec::new(), births, half_days, rules, &mut best);
    best
}

#[test]
fn soft_half_days_are_planned_exactly() {
    let mut chance = Chance(11);
    for _ in 0..60 {
        let count = 1 + chance.below(9) as usize;
        let births = births(&mut chance, count, 40);
        let rules = rules(
            (2, 3, 2 + chance.below(3) as u32 + 1),
            chance.between(0, 25),
        );
        let plan = exact::form(&births, &rules).unwrap();
        assert_eq!(
            (plan.placed as i64, plan.cost),
            brute(&births, None, &rules),
            "{births:?}"
        );
    }
}

#[test]
fn shared_half_days_reach_brute_force_within_their_bound() {
    let mut chance = Chance(5);
    for round in 0..40 {
        let count = 4 + chance.below(5) as usize;
        let births = births(&mut chance, count, 30);
        let half_days: Vec<u16> = (0..count).map(|_| 1 + chance.below(15) as u16).collect();
        let rules = rules((2, 3, 4), 15);
        let pools = [Pool {
            births: births.clone(),
            half_days: half_days.clone(),
        }];
        let search = CommonHalfDay::new(&pools, &rules, round, 40_000).unwrap();
        let progress = Driver::new(search, 40_000).step(u64::MAX);
        let best = brute(&births, Some(&half_days), &rules);
        assert_eq!(
            (progress.best[0], progress.best[1]),
            best,
            "{births:?} {half_days:?}"
        );
        assert!(progress.bound[0] >= best.0, "the bound holds");
    }
}

fn pools(chance: &mut Chance) -> Vec<Pool> {
    (0..3)
        .map(|_| {
            let count = 30 + chance.below(60) as usize;
            Pool {
                births: births(chance, count, 250),
                half_days: (0..count)
                    .map(|_| chance.below(1024) as u16 & chance.below(1024) as u16)
                    .collect(),
            }
        })
        .collect()
}

fn validate(pools: &[Pool], plan: &[Vec<SharedGroup>], rules: &GroupRules) -> (i64, i64) {
    let (mut placed, mut cost) = (0, 0);
    for (pool, groups) in pools.iter().zip(plan) {
        let mut seen = vec![false; pool.births.len()];
        for group in groups {
            assert!((6..=12).contains(&group.members.len()), "size");
            for member in &group.members {
                assert!(!seen[*member], "a family is placed once");
                seen[*member] = true;
                assert!(
                    pool.half_days[*member] >> group.half_day & 1 == 1,
                    "half-day"
                );
            }
            let births: Vec<i32> = group
                .members
                .iter()
                .map(|member| pool.births[*member])
                .collect();
            let span = births.iter().max().unwrap() - births.iter().min().unwrap();
            assert!(span <= rules.spread(), "spread");
            placed += births.len() as i64;
            cost += i64::from(span) + 5 * (births.len() as i64 - 8).pow(2);
        }
    }
    (placed, cost)
}

#[test]
fn slices_do_not_change_the_plan() {
    let mut chance = Chance(3);
    let pools = pools(&mut chance);
    let rules = rules((6, 8, 12), 42);
    let budget = 30_000;
    let run = |slice: u64| {
        let mut driver = Driver::new(
            CommonHalfDay::new(&pools, &rules, 9, budget).unwrap(),
            budget,
        );
        let progress = loop {
            let progress = driver.step(slice);
            if progress.finished {
                break progress;
            }
        };
        (progress, driver.search().plan())
    };
    let (progress, plan) = run(u64::MAX);
    assert_eq!(
        validate(&pools, &plan, &rules),
        (progress.best[0], progress.best[1])
    );
    assert!(progress.bound[0] >= progress.best[0]);
    for slice in [1, 7, 1_000] {
        assert_eq!(
            run(slice),
            (progress.clone(), plan.clone()),
            "slices of {slice}"
        );
    }
}

#[test]
fn bad_input_has_a_name() {
    assert_eq!(
        GroupRules::new((8, 6, 12), 42, 5, 1),
        Err(CohortProblem::SizesOutOfOrder)
    );
    assert_eq!(
        GroupRules::new((6, 8, 12), -1, 5, 1),
        Err(CohortProblem::SpreadOutOfRange)
    );
    let rules = rules((6, 8, 12), 42);
    assert_eq!(
        exact::form(&[3, 2], &rules),
        Err(CohortProblem::NotInBirthOrder { at: 1 })
    );
    let pools = [Pool {
        births: vec![1, 2],
        half_days: vec![1],
    }];
    let search = CommonHalfDay::new(&pools, &rules, 1, 10);
    assert_eq!(search.err(), Some(CohortProblem::LengthsDiffer));
}

#[test]
fn ten_thousand_families_on_one_day_end() {
    let rules = rules((6, 8, 12), 42);
    let plan = exact::form(&[100; 10_000], &rules).unwrap();
    assert_eq!((plan.placed, plan.cost), (10_000, 0));
    let pools = [Pool {
        births: vec![100; 10_000],
        half_days: vec![1023; 10_000],
    }];
    let search = CommonHalfDay::new(&pools, &rules, 1, 20).unwrap();
    let progress = Driver::new(search, 20).step(u64::MAX);
    assert_eq!(progress.best, [10_000, 0]);
}

#[test]
fn ten_thousand_families_on_one_day_with_few_half_days_end() {
    let mut chance = Chance(9);
    let rules = rules((6, 8, 12), 42);
    for count in [1_000, 10_000] {
        let pools = [Pool {
            births: vec![100; count],
            half_days: (0..count).map(|_| 1 << chance.below(12)).collect(),
        }];
        let search = CommonHalfDay::new(&pools, &rules, 1, 40).unwrap();
        let progress = Driver::new(search, 40).step(u64::MAX);
        assert!(progress.best[0] <= progress.bound[0]);
    }
}

#[test]
fn the_largest_sizes_keep_their_bound() {
    let mut chance = Chance(4);
    let rules = rules((15, 15, 15), 42);
    let pools = [Pool {
        births: births(&mut chance, 120, 200),
        half_days: (0..120).map(|_| 1 + chance.below(3) as u16).collect(),
    }];
    let search = CommonHalfDay::new(&pools, &rules, 1, 60_000).unwrap();
    let progress = Driver::new(search, 60_000).step(u64::MAX);
    assert!(progress.best[0] > 0 && progress.best[0] <= progress.bound[0]);
}
