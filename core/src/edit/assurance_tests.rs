//! Every edit on borging does what it says, can be taken back, and says why it cannot be made.

use super::{AssuranceEdit, AssuranceRefusal, Edit, Refusal};
use crate::assurance::{IndicatorId, Light, Reading, Rule, Score, StatementId};
use crate::calendar::Date;
use crate::edit::History;
use crate::plan::{Answers, Assurance, Evaluation, Plan, Version};
use crate::steps::Role;

fn day(text: &str) -> Date {
    Date::parse_iso(text).unwrap()
}

const TODAY: &str = "2027-03-16";

fn edit(edit: AssuranceEdit) -> Edit {
    Edit::Assurance(Box::new(edit))
}

fn make(plan: &mut Plan, history: &mut History, one: AssuranceEdit) {
    let one = edit(one);
    let (name, changes) = one.named(plan, Some(day(TODAY))).unwrap();
    history.commit(plan, name, changes);
}

fn refused(plan: &Plan, one: AssuranceEdit) -> AssuranceRefusal {
    match edit(one).changes(plan, Some(day(TODAY))) {
        Err(Refusal::Assurance(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

fn score(measurement: &str, respondent: usize, statement: &str, points: u8) -> AssuranceEdit {
    AssuranceEdit::SetScore {
        measurement: day(measurement),
        respondent,
        statement: statement.parse().unwrap(),
        score: Score::new(points),
    }
}

fn tick(list: &str, item: usize, done: bool) -> AssuranceEdit {
    AssuranceEdit::Tick {
        list: list.to_owned(),
        item,
        done,
    }
}

/// One of every edit, in an order in which each is possible.
fn all() -> Vec<AssuranceEdit> {
    let began = day("2027-02-01");
    let planner = || Role::new("planner");
    let text = |text: &str| text.to_owned();
    vec![
        AssuranceEdit::BeginMeasurement(began),
        AssuranceEdit::AddRespondent {
            measurement: began,
            role: planner(),
        },
        AssuranceEdit::AddRespondent {
            measurement: began,
            role: Role::new("executive"),
        },
        score("2027-02-01", 0, "KSF1-1", 4),
        score("2027-02-01", 1, "KSF1-1", 2),
        AssuranceEdit::RemoveRespondent {
            measurement: began,
            respondent: 1,
        },
        AssuranceEdit::Answer(Box::new(Answers {
            in_budget: Some(true),
            evaluation: Some(Evaluation::Never),
            groups_wanted: Some(4),
            ..Answers::default()
        })),
        AssuranceEdit::SetLimit {
            indicator: IndicatorId::Resilience,
            rule: Some(Rule::AtLeast {
                green: 90,
                amber: 70,
            }),
        },
        AssuranceEdit::KeepReadings {
            on: day(TODAY),
            readings: vec![Reading {
                parts: None,
                indicator: IndicatorId::TrainedPerLocation,
                light: Light::Green,
                amount: Some(crate::assurance::Amount::Count(3)),
                place: None,
                measures: Vec::new(),
            }],
        },
        tick("recruitment", 0, true),
        AssuranceEdit::SetItem {
            list: text("recruitment"),
            item: 1,
            text: text("Anders"),
        },
        AssuranceEdit::AddItem {
            list: text("recruitment"),
            text: text("Bel de huisarts"),
            role: planner(),
        },
        AssuranceEdit::RemoveItem {
            list: text("care_system"),
            item: 0,
        },
        tick("recruitment", 0, false),
        AssuranceEdit::ResetList(text("care_system")),
        AssuranceEdit::ForgetReadings(day(TODAY)),
        AssuranceEdit::RemoveMeasurement(began),
    ]
}

#[test]
fn every_edit_can_be_read_again_undone_and_made_again() {
    let mut plan = Plan::empty();
    let at_start = plan.to_json();
    assert!(
        !at_start.contains("assurance"),
        "nothing kept, nothing written"
    );
    let mut history = History::default();
    let mut states = vec![at_start.clone()];
    for one in all() {
        make(&mut plan, &mut history, one);
        let written = plan.to_json();
        assert_eq!(Plan::from_json(&written).as_ref(), Ok(&plan));
        assert_ne!(Some(&written), states.last());
        states.push(written);
    }
    assert_eq!(plan.version, Version::SECOND);
    for state in states.iter().rev().skip(1) {
        history.undo(&mut plan).unwrap();
        assert_eq!(plan.to_json(), *state);
    }
    assert_eq!(
        plan.to_json(),
        at_start,
        "the version goes down again as well"
    );
    while history.redo(&mut plan).is_some() {}
    assert_eq!(Some(&plan.to_json()), states.last());
}

#[test]
fn what_is_kept_is_what_was_said() {
    let mut plan = Plan::empty();
    let mut history = History::default();
    for one in all().into_iter().take(13) {
        make(&mut plan, &mut history, one);
    }
    let kept = &plan.assurance;
    let measurement = &kept.measurements[&day("2027-02-01")];
    assert_eq!(measurement.respondents.len(), 1);
    let statement: StatementId = "KSF1-1".parse().unwrap();
    assert_eq!(measurement.respondents[0].scores[&statement].points(), 4);
    assert_eq!(kept.history.days(), 1);
    let list = kept.list("recruitment").unwrap();
    assert_eq!(list.items[0].ticked, Some(day(TODAY)));
    assert_eq!(list.items[1].text.nl, "Anders");
    assert_eq!(list.items.last().unwrap().text.nl, "Bel de huisarts");
    assert_eq!(kept.list("handreiking").unwrap().ticked(), (0, 8));
    assert_eq!(kept.lists().len(), 3);
}

#[test]
fn edits_that_make_no_sense_are_refused_by_name() {
    use AssuranceRefusal as No;
    let mut plan = Plan::empty();
    let mut history = History::default();
    let began = day("2027-02-01");
    make(
        &mut plan,
        &mut history,
        AssuranceEdit::BeginMeasurement(began),
    );
    let tomorrow = day("2027-03-17");
    let text = |text: String| AssuranceEdit::SetItem {
        list: "recruitment".to_owned(),
        item: 0,
        text,
    };
    let limit = |indicator, rule| AssuranceEdit::SetLimit {
        indicator,
        rule: Some(rule),
    };
    let at_least = |green, amber| Rule::AtLeast { green, amber };
    let cases = [
        (
            AssuranceEdit::BeginMeasurement(began),
            No::MeasurementThere(began),
        ),
        (
            AssuranceEdit::BeginMeasurement(tomorrow),
            No::Future(tomorrow),
        ),
        (
            AssuranceEdit::RemoveMeasurement(tomorrow),
            No::NoMeasurement(tomorrow),
        ),
        (score("2027-02-01", 0, "KSF1-1", 3), No::NoRespondent),
        (
            score("2027-02-01", 0, "KSF1-9", 3),
            No::NoStatement("KSF1-9".parse().unwrap()),
        ),
        (
            AssuranceEdit::Answer(Box::new(Answers {
                evaluation: Some(Evaluation::On(tomorrow)),
                ..Answers::default()
            })),
            No::Future(tomorrow),
        ),
        (
            AssuranceEdit::Answer(Box::new(Answers {
                groups_wanted: Some(1_000),
                ..Answers::default()
            })),
            No::TooMany(999),
        ),
        (limit(IndicatorId::Resilience, at_least(80, 90)), No::Limits),
        (
            limit(IndicatorId::Resilience, at_least(101, 90)),
            No::Limits,
        ),
        (
            limit(IndicatorId::LargestShare, at_least(50, 40)),
            No::Limits,
        ),
        (tick("no list", 0, true), No::NoItem),
        (tick("recruitment", 99, true), No::NoItem),
        (text(" ".to_owned()), No::NoText),
        (
            text("x".repeat(Assurance::LONGEST_ITEM + 1)),
            No::TooLong(Assurance::LONGEST_ITEM),
        ),
    ];
    for (one, expected) in cases {
        assert_eq!(refused(&plan, one.clone()), expected, "{one:?}");
    }
    let again = edit(AssuranceEdit::ResetList("recruitment".to_owned()));
    let idle = again.changes(&plan, Some(day(TODAY)));
    assert_eq!(idle, Err(Refusal::NoChange));
}

#[test]
fn a_record_that_stands_twice_is_refused_and_unknown_fields_are_kept() {
    let read = |assurance: &str| {
        Plan::from_json(&format!(
            r#"{{"format":"centering-plan","version":"1.1","assurance":{assurance}}}"#
        ))
    };
    let twice = r#"{"measurements":[{"began":"2027-02-01"},{"began":"2027-02-01"}]}"#;
    assert!(
        read(twice)
            .unwrap_err()
            .to_string()
            .contains("stands in the list twice")
    );
    let later = r#"{"answers":{"mood":1},"history":{"2027-02-01":{"known":{},"by":2}},"deep":[3]}"#;
    let written = read(later).unwrap().to_json();
    for field in [r#""mood":1"#, r#""by":2"#, r#""deep":[3]"#] {
        assert!(written.contains(field), "{written}");
    }
}
