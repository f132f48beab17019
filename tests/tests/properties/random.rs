//! Random families, settings and plans, small enough for the brute force and close to what locations have.

use centering_core::calendar::{
    Date, DateRange, HalfDay, HalfDaySet, Observance, Region, SchoolHolidayKind,
};
use centering_core::plan::{
    Closure, Edit, Enrolment, EnrolmentCode, IntakeStatus, Language, Location, LocationId, Plan,
    Settings, Treatment,
};
use centering_tests::planning::{date, make};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde_json::Map;
use std::collections::BTreeMap;

/// So many cases, the same ones in every run: a red run can be repeated. `PROPTEST_RNG_SEED` and
/// `PROPTEST_CASES` search further.
pub fn cases(number: u32) -> ProptestConfig {
    ProptestConfig {
        cases: number,
        rng_seed: RngSeed::Fixed(20_270_104),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
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
    Enrolment {
        code: code(position),
        birth: start.plus_days(family.birth),
        provisional: family.provisional,
        children: family.children,
        location: location_id(family.location),
        half_days: family.half_days,
        language: Language::new(family.language).expect("a language"),
        status: IntakeStatus::default(),
        route: None,
        extra: Map::new(),
    }
}

fn location_id(index: usize) -> LocationId {
    LocationId::from_name(["Noord", "Kerkplein"][index]).expect("a name")
}

/// A plan of these families that is not yet proposed.
pub fn plan(families: &[Family], start: Date, settings: Settings) -> Plan {
    let location = |(index, name): (usize, &str)| Location {
        id: location_id(index),
        name: name.to_owned(),
        prefix: name[..3].to_uppercase(),
        region: (index == 1).then_some(Region::South),
        start_times: BTreeMap::new(),
        extra: Map::new(),
    };
    let enrolments = families.iter().enumerate();
    let edit = Edit::Import {
        locations: ["Noord", "Kerkplein"]
            .into_iter()
            .enumerate()
            .map(location)
            .collect(),
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
