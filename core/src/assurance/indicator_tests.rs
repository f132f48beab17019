//! The ten indicators against the table of `docs/domain.md#4.3`, and their steps.

use super::*;
use crate::calendar::Date;
use crate::steps::{Role, StepEdit, StepId, StepPlan, roles};
use std::collections::{BTreeMap, BTreeSet};

fn day(text: &str) -> Date {
    Date::parse_iso(text).unwrap()
}

/// The light and the figure of one indicator.
fn light(indicator: IndicatorId, figures: &Figures) -> (Light, Option<u32>) {
    let readings = Indicators::proposal().read(figures, &BTreeMap::new());
    let reading = readings
        .iter()
        .find(|reading| reading.indicator == indicator)
        .unwrap();
    (reading.light, reading.amount.map(Amount::rounded))
}

/// What is known of one indicator alone.
fn of(indicator: IndicatorId, found: impl IntoIterator<Item = Figure>) -> Figures {
    Figures::from([(indicator, found.into_iter().collect())])
}

fn trained(count: u32) -> Figures {
    of(
        IndicatorId::TrainedPerLocation,
        [Figure::count(count).at("Noord")],
    )
}

/// Every limit of the table of `docs/domain.md#4.3`, on both sides.
#[test]
fn every_light_changes_where_the_domain_facts_say_so() {
    use IndicatorId as Id;
    use Light::{Amber, Green, Red};
    for (count, expected) in [(4, Green), (3, Green), (2, Amber), (1, Red), (0, Red)] {
        let found = [
            Figure::count(5).at("Noord"),
            Figure::count(count).at("Zuid"),
        ];
        let figures = of(Id::TrainedPerLocation, found);
        assert_eq!(
            light(Id::TrainedPerLocation, &figures),
            (expected, Some(count))
        );
    }
    for (kept, expected) in [(1_000, Green), (999, Amber), (800, Amber), (799, Red)] {
        let found = [("A", 1_000), ("B", kept)];
        let found = found.map(|(person, kept)| Figure::share((kept, 1_000)).at(person));
        let figures = of(Id::Resilience, found);
        assert_eq!(light(Id::Resilience, &figures), (expected, Some(kept / 10)));
    }
    for (places, expected) in [(400, Green), (401, Amber), (500, Amber), (501, Red)] {
        let found = [("A", places), ("B", 10)];
        let found = found.map(|(person, places)| Figure::share((places, 1_000)).at(person));
        let figures = of(Id::LargestShare, found);
        assert_eq!(
            light(Id::LargestShare, &figures),
            (expected, Some(places / 10))
        );
    }
    for (pair, expected) in [(85, Green), (84, Amber), (70, Amber), (69, Red)] {
        let figures = of(Id::FixedPair, [Figure::share((pair, 100))]);
        assert_eq!(light(Id::FixedPair, &figures), (expected, Some(pair)));
    }
    let sizes = [
        (6, Green),
        (8, Green),
        (5, Amber),
        (9, Amber),
        (10, Amber),
        (4, Red),
        (11, Red),
    ];
    for (size, expected) in sizes {
        let found = [
            Figure::count(7).at("NRD-1"),
            Figure::count(size).at("NRD-2"),
        ];
        let figures = of(Id::SizeAtStart, found);
        assert_eq!(light(Id::SizeAtStart, &figures), (expected, Some(size)));
    }
    for (starting, expected) in [(5, Green), (4, Green), (3, Amber), (2, Red), (0, Red)] {
        let figures = of(Id::IntakeShort, [Figure::short(starting, 4)]);
        let short = 4_u32.saturating_sub(starting);
        assert_eq!(light(Id::IntakeShort, &figures), (expected, Some(short)));
    }
    for (inside, expected) in [(95, Green), (94, Amber), (85, Amber), (84, Red)] {
        let figures = of(Id::PreferredWindow, [Figure::share((inside, 100))]);
        assert_eq!(
            light(Id::PreferredWindow, &figures),
            (expected, Some(inside))
        );
    }
    for (count, expected) in [(3, Green), (2, Amber), (1, Amber), (0, Red)] {
        let figures = of(Id::Embedded, [Figure::count(count)]);
        assert_eq!(light(Id::Embedded, &figures), (expected, Some(count)));
    }
    for (yes, expected) in [(true, Green), (false, Red)] {
        for id in [Id::CoordinatorWithBackup, Id::Evaluated] {
            assert_eq!(light(id, &of(id, [Figure::answer(yes)])).0, expected);
        }
    }
}

/// Domain facts, section 8.2, scenario 9: without A 12 of 16 bijeenkomsten keep two begeleiders, without B
/// 12, without C all.
#[test]
fn resilience_is_that_of_the_person_who_is_missed_most() {
    let found = [("A", 12), ("B", 12), ("C", 16)];
    let found = found.map(|(person, kept)| Figure::share((kept, 16)).at(person));
    let figures = of(IndicatorId::Resilience, found);
    let readings = Indicators::proposal().read(&figures, &BTreeMap::new());
    let reading = &readings[1];
    assert_eq!(reading.indicator, IndicatorId::Resilience);
    assert_eq!(
        (reading.light, reading.amount.map(Amount::rounded)),
        (Light::Red, Some(75))
    );
    assert_eq!(reading.place.as_deref(), Some("A"));
    assert_eq!(
        reading.measures,
        ["M02", "M01"].map(|code| StepId::parse(code).unwrap())
    );
}

#[test]
fn what_is_not_known_is_asked_and_never_green() {
    let readings = Indicators::proposal().read(&Figures::default(), &BTreeMap::new());
    assert_eq!(readings.len(), 10);
    for reading in readings {
        assert_eq!((reading.light, reading.amount), (Light::Unknown, None));
        assert!(reading.measures.is_empty());
    }
    let partly = of(IndicatorId::FixedPair, [Figure::share((0, 0))]);
    let readings = Indicators::proposal().read(&partly, &BTreeMap::new());
    assert!(
        readings
            .iter()
            .all(|reading| reading.light == Light::Unknown)
    );
}

#[test]
fn limits_can_be_edited_and_those_without_sense_do_not_count() {
    let figures = trained(2);
    let read = |rule| {
        let limits = BTreeMap::from([(IndicatorId::TrainedPerLocation, rule)]);
        Indicators::proposal().read(&figures, &limits)[0].light
    };
    assert_eq!(read(Rule::AtLeast { green: 2, amber: 1 }), Light::Green);
    assert_eq!(read(Rule::AtLeast { green: 4, amber: 3 }), Light::Red);
    assert_eq!(read(Rule::AtLeast { green: 1, amber: 2 }), Light::Amber);
    let upside_down = Rule::Within {
        green: (5, 4),
        amber: (1, 9),
    };
    assert!(!upside_down.is_valid());
}

#[test]
fn each_red_light_names_steps_that_can_be_added_to_the_proposal() {
    let indicators = Indicators::proposal();
    assert_eq!(indicators.indicators.len(), 10);
    let mut named = BTreeSet::new();
    let mut plan = StepPlan::proposal().clone();
    let known: Vec<&Role> = roles().iter().map(|role| &role.id).collect();
    for indicator in &indicators.indicators {
        assert!(indicator.rule.is_valid() && !indicator.source.is_empty());
        assert!(indicator.name.en.is_some() && !indicator.measures.is_empty());
        if let Some(words) = &indicator.place {
            assert!(words.nl.contains(Indicator::PLACE) && words.en().contains(Indicator::PLACE));
        }
        let steps: Vec<_> = indicators.steps(&indicator.measures).cloned().collect();
        assert_eq!(steps.len(), indicator.measures.len(), "{:?}", indicator.id);
        for step in steps {
            assert!(known.contains(&&step.role) && step.title.en.is_some());
            named.insert(step.id.clone());
            if !plan.steps.contains_key(&step.id) {
                let edit = StepEdit::AddSteps(vec![step]);
                let changes = edit.changes(&plan, None).unwrap();
                plan.apply_all(changes);
            }
        }
    }
    assert_eq!(named.len(), indicators.measures.len());
    let timetable = plan.timetable(&Default::default()).unwrap();
    assert_eq!((timetable.steps.len(), timetable.length()), (58, 515));
}

#[test]
fn the_history_keeps_one_snapshot_a_day() {
    let mut history = History::default();
    let read = |count| Indicators::proposal().read(&trained(count), &BTreeMap::new());
    history.keep(day("2027-03-01"), &read(1));
    history.keep(day("2027-06-01"), &read(2));
    history.keep(day("2027-06-01"), &read(3));
    let trend = history.trend(IndicatorId::TrainedPerLocation);
    let expected = [
        (day("2027-03-01"), Light::Red, Amount::Count(1)),
        (day("2027-06-01"), Light::Green, Amount::Count(3)),
    ];
    assert_eq!(trend, expected);
    assert!(history.trend(IndicatorId::Evaluated).is_empty());
    let written = serde_json::to_string(&history).unwrap();
    assert!(
        written
            .starts_with(r#"{"2027-03-01":{"known":{"trained_per_location":["red",{"count":1}]}}"#),
        "{written}"
    );
    assert_eq!(serde_json::from_str::<History>(&written).unwrap(), history);
}

#[test]
fn an_evaluation_counts_for_twelve_months() {
    let today = day("2028-02-29");
    assert!(within_a_year(day("2027-02-28"), day("2028-02-28")));
    assert!(!within_a_year(day("2027-02-28"), today));
    assert!(within_a_year(today, today));
    assert!(!within_a_year(day("2028-03-01"), today));
}
