//! The search engine gives the same plans, byte for byte, natively and as wasm: this file is run as both, and
//! both hold ten seeds of three instances against one hash each. It says nothing of whether a plan is good.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod common;

use centering_bench::schedule::compile::session_dates;
use centering_bench::schedule::event::{Event, PairLost, Substitute};
use centering_bench::schedule::problem::{Calendar, DateCosts, Days, GroupPlan, Location};
use centering_bench::schedule::reasons::Explainer;
use centering_bench::schedule::replan::Replan;
use centering_core::engine::cohort::common::{CommonHalfDay, Pool};
use centering_core::engine::cohort::rules::GroupRules;
use centering_core::engine::search::Driver;
use common::crowded::crowded;
use common::{Chance, calendar, location};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const SEEDS: u64 = 10;
const DAYS: i32 = 500;

/// An instance: its locations, the groups of each, its families, and the hashes of its ten plans.
struct Instance {
    locations: usize,
    groups: usize,
    families: usize,
    /// A change of a search changes these: look at what changed in the plans, then take the new ones from the
    /// failing test.
    expected: [u64; 3],
}

/// Crowded locations, and the hash of their plans and proofs.
const CROWDED: u64 = 300;
const PROVEN: u64 = 0x3155_3b02_905f_3f48;

const INSTANCES: [Instance; 3] = [
    Instance {
        locations: 1,
        groups: 4,
        families: 40,
        expected: [
            0x845f_2edc_3177_cda5,
            0xf8b8_1e37_46de_7b0d,
            0xda2f_8219_3620_77cd,
        ],
    },
    Instance {
        locations: 3,
        groups: 9,
        families: 120,
        expected: [
            0x1552_40fe_2448_7815,
            0x51af_d4bd_5955_5389,
            0x54e0_43fd_3166_f02f,
        ],
    },
    Instance {
        locations: 6,
        groups: 14,
        families: 300,
        expected: [
            0x1ad5_273e_56ed_acce,
            0x5546_f5de_f737_7e90,
            0x04de_177e_c152_94fa,
        ],
    },
];

#[test]
fn every_machine_finds_the_same_plans() {
    let found = INSTANCES.map(|instance| {
        let [plans, consequences] = dates(&instance);
        [plans, consequences, cohorts(&instance)]
    });
    let expected = INSTANCES.map(|instance| instance.expected);
    assert_eq!(found, expected, "{found:#x?}");
}

/// Locations that are proven by splitting their plans, which the short budgets above never reach.
#[test]
fn every_machine_proves_the_same() {
    let mut chance = Chance(5);
    let mut found = String::new();
    for round in 0..CROWDED {
        let (calendar, costs, location) = crowded(&mut chance);
        let budget = 6_000;
        let search = session_dates(&calendar, &costs, &[location], round, budget)
            .expect("the instance is good");
        let mut driver = Driver::new(search, budget);
        let progress = driver.step(u64::MAX);
        found += &format!("{progress:?} {:?}", driver.search().plan());
    }
    let found = fnv_1a(&found);
    assert_eq!(found, PROVEN, "{found:#x?}");
}

/// The hash of session plans, and that of what a lost line changes in them and why sessions have no date.
fn dates(instance: &Instance) -> [u64; 2] {
    let mut chance = Chance(17);
    let calendar = calendar(&mut chance, DAYS);
    let costs = DateCosts {
        outside_preferred: 1,
        discouraged: 7,
    };
    let locations: Vec<Location> = (0..instance.locations)
        .map(|_| location(&mut chance, DAYS, 3, instance.groups, 6))
        .collect();
    let (mut plans, mut answers) = (String::new(), String::new());
    for seed in 0..SEEDS {
        let budget = 4_000;
        let search = session_dates(&calendar, &costs, &locations, seed, budget)
            .expect("the instance is good");
        let mut driver = Driver::new(search, budget);
        let progress = driver.step(u64::MAX);
        let plan = driver.search().plan();
        plans += &format!("{progress:?} {plan:?}");
        for (location, plan) in locations.iter().zip(&plan) {
            answers += &consequences(&calendar, &costs, location, plan);
        }
    }
    [fnv_1a(&plans), fnv_1a(&answers)]
}

fn consequences(
    calendar: &Calendar,
    costs: &DateCosts,
    location: &Location,
    plan: &[GroupPlan],
) -> String {
    let event = Event {
        today: 90,
        notice: 14,
        pairs_lost: vec![PairLost {
            line: 0,
            days: Days {
                first: 100,
                last: 150,
            },
        }],
        substitutes: vec![Substitute {
            half_days: 0b11_0011,
            away: Vec::new(),
        }],
        later: 7,
    };
    let replan = Replan::new(calendar, costs, location, plan, &event, 1).expect("the plan fits");
    let mut repair = Driver::new(replan, 300);
    let progress = repair.step(u64::MAX);
    let changes = repair.search().changes();
    let mut explainer = Explainer::new(calendar, costs, location, plan).expect("the plan fits");
    let reasons: Vec<_> = (0..plan.len())
        .map(|group| explainer.explain(group, 2))
        .collect();
    format!("{progress:?} {changes:?} {reasons:?}")
}

/// The hash of groups that share a half-day.
fn cohorts(instance: &Instance) -> u64 {
    let mut chance = Chance(23);
    let mut births: Vec<i32> = (0..instance.families)
        .map(|_| chance.between(0, 365))
        .collect();
    births.sort_unstable();
    let half_days = births
        .iter()
        .map(|_| (chance.below(1024) & chance.below(1024)) as u16)
        .collect();
    let pools = [Pool { births, half_days }];
    let rules = GroupRules::new((6, 8, 12), 42, 5, 1).expect("good rules");
    let mut text = String::new();
    for seed in 0..SEEDS {
        let budget = 30 * instance.families as u64;
        let search = CommonHalfDay::new(&pools, &rules, seed, budget).expect("births in order");
        let mut driver = Driver::new(search, budget);
        text += &format!("{:?} {:?}", driver.step(u64::MAX), driver.search().plan());
    }
    fnv_1a(&text)
}

/// The 64-bit FNV-1a hash of a text.
fn fnv_1a(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}
