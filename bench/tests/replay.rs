//! What planning week by week must keep to: groups that obey every rule, and never more than hindsight.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod common;

use centering_bench::replay::{
    Ages, Choice, HalfDay, Late, Live, ReplayProblem, Replayed, Start, replay,
};
use centering_core::engine::cohort::common::Pool;
use centering_core::engine::cohort::rules::{CohortProblem, GroupRules};
use common::Chance;
use std::collections::BTreeSet;

fn live(notice: i32, half_day: HalfDay, start: Start, late: Late) -> Live {
    Live {
        enrolled_after: 10,
        notice,
        ages: Ages {
            earliest: 21,
            ideal: 42,
            latest: 63,
        },
        choice: Choice {
            half_day,
            start,
            late,
        },
    }
}

fn pool(chance: &mut Chance, families: usize, days: i32) -> Pool {
    let mut births: Vec<i32> = (0..families).map(|_| chance.between(0, days)).collect();
    births.sort_unstable();
    Pool {
        half_days: births
            .iter()
            .map(|_| (chance.below(1024) | chance.below(1024)) as u16)
            .collect(),
        births,
    }
}

fn check(pool: &Pool, rules: &GroupRules, live: &Live, life: &Replayed) {
    let mut seen = BTreeSet::new();
    for group in &life.groups {
        assert!((rules.smallest()..=rules.largest()).contains(&group.len()));
        let births: Vec<i32> = group.iter().map(|member| pool.births[*member]).collect();
        assert!(births[births.len() - 1] - births[0] <= rules.spread());
        assert!(
            group.iter().all(|member| seen.insert(*member)),
            "placed twice"
        );
        if live.choice.half_day == HalfDay::Shared {
            let sets = group.iter().map(|member| pool.half_days[*member]);
            assert_ne!(sets.fold(1023, |common, set| common & set), 0);
        }
    }
    assert_eq!(life.placed as usize, seen.len());
}

#[test]
fn every_group_obeys_every_rule_and_hindsight_is_never_worse() {
    let mut chance = Chance(5);
    let rules = GroupRules::new((6, 8, 12), 21, 5, 1).unwrap();
    let mut lost = [0; 2];
    for _ in 0..4 {
        let pool = pool(&mut chance, 60, 150);
        for start in [Start::AtIdeal, Start::AtLatest] {
            for late in [Late::Waits, Late::MayJoin] {
                for (place, half_day) in [HalfDay::Soft, HalfDay::Shared].into_iter().enumerate() {
                    let live = live(14, half_day, start, late);
                    let life = replay(&pool, &rules, &live).unwrap();
                    check(&pool, &rules, &live, &life);
                    if half_day == HalfDay::Soft {
                        let (placed, cost) = (life.placed, -life.cost);
                        let hindsight = (life.in_hindsight, -life.cost_in_hindsight);
                        assert!((placed, cost) <= hindsight);
                    }
                    lost[place] += life.in_hindsight - life.placed.min(life.in_hindsight);
                }
            }
        }
    }
    assert!(
        lost.iter().all(|lost| *lost > 0),
        "nothing is ever lost: {lost:?}"
    );
}

#[test]
fn who_enrols_late_joins_only_where_groups_are_open() {
    // Six families, told on day 28 to 34 to come on day 49; the seventh enrols on day 41.
    let pool = Pool {
        births: vec![0, 1, 2, 7, 8, 9, 31],
        half_days: vec![1; 7],
    };
    let rules = GroupRules::new((6, 8, 12), 42, 5, 1).unwrap();
    let placed = |late, notice| {
        let live = live(notice, HalfDay::Shared, Start::AtIdeal, late);
        replay(&pool, &rules, &live).unwrap().placed
    };
    assert_eq!(placed(Late::Waits, 14), 6);
    // On day 49 the seventh is 18 days old: too young for the group, whatever its room.
    assert_eq!(placed(Late::MayJoin, 14), 6);
    let pool = Pool {
        births: vec![0, 1, 2, 7, 8, 9, 25],
        ..pool
    };
    let placed = |late| {
        let live = live(14, HalfDay::Shared, Start::AtIdeal, late);
        replay(&pool, &rules, &live).unwrap().placed
    };
    assert_eq!((placed(Late::Waits), placed(Late::MayJoin)), (6, 7));
}

#[test]
fn bad_input_has_a_name_and_far_days_end() {
    let rules = GroupRules::new((2, 2, 3), 5, 5, 1).unwrap();
    let good = live(14, HalfDay::Soft, Start::AtIdeal, Late::MayJoin);
    let pool = |births: Vec<i32>| Pool {
        half_days: vec![1; births.len()],
        births,
    };
    let problem = |births, live: &Live| replay(&pool(births), &rules, live).err();
    assert_eq!(problem(vec![], &good), None);
    assert_eq!(
        problem(vec![3, 1], &good),
        Some(ReplayProblem::Families(CohortProblem::NotInBirthOrder {
            at: 1
        }))
    );
    let mut backwards = good;
    backwards.ages.latest = 20;
    assert_eq!(
        problem(vec![1], &backwards),
        Some(ReplayProblem::DaysOutOfRange)
    );
    let mut hasty = good;
    hasty.notice = -1;
    assert_eq!(
        problem(vec![1], &hasty),
        Some(ReplayProblem::DaysOutOfRange)
    );
    // Centuries without births are passed over.
    let far = pool(vec![-10_000_000, -10_000_000, 10_000_000, 10_000_000]);
    assert_eq!(replay(&far, &rules, &good).unwrap().placed, 4);
    // Ten thousand enrolments on one day.
    let crowd = pool(vec![7; 10_000]);
    assert_eq!(replay(&crowd, &rules, &good).unwrap().placed, 10_000);
}
