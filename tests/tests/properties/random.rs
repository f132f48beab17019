//! Random families, settings and plans, small enough for the brute force and close to what locations have.
//!
//! Every run draws the same cases, so that a red run can be repeated. `CENTERING_SEED=7` draws others, as a scheduled
//! run does with a seed of its own, and `CENTERING_CASES=10` ten times as many. A test that fails prints its seed.

use centering_core::calendar::{
    Date, DateRange, HalfDay, HalfDaySet, MonthEnd, Observance, Region, SchoolHolidayKind,
};
use centering_core::edit::Edit;
use centering_core::plan::{
    Closure, Enrolment, EnrolmentCode, Language, Location, LocationId, Plan, Settings, Treatment,
};
use centering_tests::planning::{date, make};
use proptest::prelude::*;
use proptest::test_runner::{RngSeed, TestRunner};
use serde_json::Map;
use std::collections::BTreeMap;

/// The seed of CI.
const USUAL_SEED: u64 = 20_270_104;

/// A number that the environment sets.
fn set(name: &str) -> Option<u64> {
    let text = std::env::var(name).ok()?;
    let number = text.parse();
    Some(number.unwrap_or_else(|_| panic!("{name} is no whole number: {text}")))
}

fn seed() -> u64 {
    set("CENTERING_SEED").unwrap_or(USUAL_SEED)
}

/// Whether the cases are those of CI.
pub fn is_usual() -> bool {
    seed() == USUAL_SEED
}

/// So many cases, or as many times more as the environment asks.
#[expect(clippy::print_stdout, reason = "a test that fails prints its seed")]
pub fn cases(number: u32) -> ProptestConfig {
    let seed = seed();
    let times = set("CENTERING_CASES").map_or(1, |times| u32::try_from(times).unwrap_or(u32::MAX));
    println!("seed {seed}; CENTERING_SEED={seed} draws these cases again");
    ProptestConfig {
        cases: number.saturating_mul(times),
        rng_seed: RngSeed::Fixed(seed),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// Checks so many cases, as `proptest!` does, and keeps what the check counts from one case to the next.
pub fn search<S: Strategy>(
    number: u32,
    all: &S,
    check: impl Fn(S::Value) -> Result<(), TestCaseError>,
) {
    let outcome = TestRunner::new(cases(number)).run(all, check);
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}

/// Births lie from this day on.
pub fn first_birth() -> Date {
    date("2026-01-01")
}

/// A family as its birth in days after a first day, and the rest of what it fills in.
#[derive(Clone, Debug)]
pub struct Family {
    pub birth: i32,
    pub provisional: bool,
    pub children: u8,
    pub location: usize,
    pub language: &'static str,
    pub half_days: HalfDaySet,
}

/// A family of one of two locations, mostly Dutch, with up to three half-days.
pub fn family() -> impl Strategy<Value = Family> {
    let half_days = prop::collection::vec(0_usize..10, 0..4).prop_map(|chosen| {
        let all: Vec<HalfDay> = HalfDay::all().collect();
        chosen.into_iter().map(|index| all[index]).collect()
    });
    let language = prop_oneof![9 => Just("nl"), 1 => Just("ar")];
    (
        0..60,
        any::<bool>(),
        1_u8..3,
        0_usize..2,
        language,
        half_days,
    )
        .prop_map(
            |(birth, provisional, children, location, language, half_days)| Family {
                birth,
                provisional,
                children,
                location,
                language,
                half_days,
            },
        )
}

fn treatment() -> impl Strategy<Value = Treatment> {
    prop::sample::select(vec![
        Treatment::Allow,
        Treatment::Avoid,
        Treatment::AvoidStrongly,
        Treatment::Forbid,
    ])
}

fn observance() -> impl Strategy<Value = Observance> {
    prop::sample::select(vec![
        Observance::Never,
        Observance::EveryFifthYear,
        Observance::Always,
    ])
}

/// Closed days somewhere in the six years in which bijeenkomsten of the random families can be.
pub fn closure() -> impl Strategy<Value = Closure> {
    (0..2_000, 0..25).prop_map(|(first, length)| {
        let first = first_birth().plus_days(first);
        let days = DateRange {
            first,
            last: first.plus_days(length),
        };
        Closure {
            days,
            label: "studiedag".to_owned(),
            extra: Map::new(),
        }
    })
}

/// Settings that can be planned with.
pub fn settings() -> impl Strategy<Value = Settings> {
    (
        (2_u8..5, 0_u8..3, 0_u8..3),
        0_u16..30,
        prop::sample::select(Region::ALL.to_vec()),
        (observance(), observance()),
        prop::collection::vec(treatment(), 5),
        prop::collection::vec(closure(), 0..8),
    )
        .prop_map(|(sizes, spread, region, observed, treatments, closures)| {
            let (min, more, room) = sizes;
            let mut settings = Settings {
                max_spread_days: spread,
                region,
                closures,
                // Drawn with the spread, so that other cases stay as they were.
                month_end: [MonthEnd::LastDay, MonthEnd::NextMonth][usize::from(spread % 2)],
                ..Settings::default()
            };
            settings.group_size.min = min;
            settings.group_size.target = min + more;
            settings.group_size.max = min + more + room;
            settings.holidays.good_friday = observed.0;
            settings.holidays.liberation_day = observed.1;
            for (kind, treatment) in SchoolHolidayKind::ALL.into_iter().zip(treatments) {
                settings.set_treatment(kind, treatment);
            }
            settings
        })
}

/// The day in the school years with known holidays, and just after them, from which births are counted.
pub fn start() -> impl Strategy<Value = Date> {
    (0..1_700).prop_map(|days| first_birth().plus_days(days))
}

/// No day, or one from shortly before the births to half a year after.
pub fn today() -> impl Strategy<Value = Option<i32>> {
    prop::option::of(-20..200)
}

/// The code of the family at this place in a random list.
pub fn code(position: usize) -> EnrolmentCode {
    EnrolmentCode::parse(&format!("F{position}")).expect("a code")
}

/// The enrolment of a random family.
pub fn enrolment(position: usize, family: &Family, start: Date) -> Enrolment {
    let (birth, location) = (start.plus_days(family.birth), location_id(family.location));
    Enrolment {
        provisional: family.provisional,
        children: family.children,
        half_days: family.half_days,
        language: Language::parse(family.language).expect("a language"),
        ..Enrolment::new(code(position), birth, location)
    }
}

/// What the two locations are called.
const NAMES: [&str; 2] = ["Noord", "Kerkplein"];

/// The id of the first or second location.
pub fn location_id(index: usize) -> LocationId {
    LocationId::from_name(NAMES[index]).expect("a name")
}

/// The first or second location.
pub fn location(index: usize) -> Location {
    Location {
        id: location_id(index),
        name: NAMES[index].to_owned(),
        prefix: NAMES[index][..3].to_uppercase(),
        region: (index == 1).then_some(Region::South),
        address: String::new(),
        start_times: BTreeMap::new(),
        extra: Map::new(),
    }
}

/// A plan of these families that is not yet proposed.
pub fn plan(families: &[Family], start: Date, settings: Settings) -> Plan {
    let enrolments = families.iter().enumerate();
    let edit = Edit::Import {
        locations: (0..2).map(location).collect(),
        enrolments: enrolments
            .map(|(position, family)| enrolment(position, family, start))
            .collect(),
    };
    let mut plan = Plan::empty();
    make(&mut plan, &edit, None);
    if settings != plan.settings {
        make(&mut plan, &Edit::Configure(Box::new(settings)), None);
    }
    plan
}
