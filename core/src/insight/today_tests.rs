//! What asks for somebody today, kind by kind, against plans made by hand.

use super::*;
use crate::calendar::{Date, DateRange};
use crate::cohort::Unplaced;
use crate::edit::{Audience, Edit};
use crate::plan::{GroupId, PersonId, Plan};
use crate::problem::{Finding, Problems};
use crate::steps::{StepId, StepPlan, StepState};
use serde_json::{Value, json};
use std::collections::BTreeSet;

fn day(text: &str) -> Date {
    Date::parse_iso(text).unwrap()
}

/// One group of Noord with six families and these bijeenkomsten.
fn document(sessions: &Value) -> Value {
    let text = include_str!("../../../tests/data/een-groep.json");
    let mut document: Value = serde_json::from_str(text).unwrap();
    document["groups"][0]["sessions"] = sessions.clone();
    document
}

fn plan(document: &Value) -> Plan {
    Plan::from_json(&document.to_string()).unwrap()
}

fn found(plan: &Plan, today: &str) -> Vec<Task> {
    let today = Some(day(today));
    tasks(
        plan,
        Some(&Problems::of(plan, today)),
        &BTreeSet::new(),
        today,
    )
}

fn group() -> GroupId {
    GroupId::new("G1")
}

#[test]
fn an_empty_plan_and_a_day_that_is_not_known_ask_for_nobody() {
    assert_eq!(found(&Plan::empty(), "2027-03-16"), []);
    let sessions = json!([{"number": "B1", "date": "2027-02-18"}]);
    assert_eq!(
        tasks(&plan(&document(&sessions)), None, &BTreeSet::new(), None),
        []
    );
}

#[test]
fn a_day_that_passed_without_a_word_is_asked_about_until_somebody_says_what_happened() {
    let sessions = json!([
        {"number": "B1", "date": "2027-02-18"},
        {"number": "B2", "date": "2027-03-11", "status": "shared"},
        {"number": "B3", "date": "2027-03-16"},
    ]);
    let plan = plan(&document(&sessions));
    let asked = |plan: &Plan| {
        let asked = found(plan, "2027-03-16")
            .into_iter()
            .filter(|task| matches!(task, Task::Confirm { .. }));
        asked.collect::<Vec<_>>()
    };
    let session = plan.groups[&group()]
        .sessions
        .keys()
        .next()
        .copied()
        .unwrap();
    assert_eq!(
        asked(&plan),
        [Task::Confirm {
            group: group(),
            session,
            day: day("2027-02-18")
        }]
    );
    for status in [crate::plan::Status::Held, crate::plan::Status::Cancelled] {
        let mut told = plan.clone();
        let edit = Edit::SetStatus {
            group: group(),
            session,
            status,
        };
        told.apply_all(edit.changes(&told, Some(day("2027-03-16"))).unwrap());
        assert_eq!(asked(&told), []);
    }
}

#[test]
fn what_changed_is_told_to_parents_and_colleagues_of_a_group_once() {
    let sessions = json!([
        {"number": "B1", "date": "2027-03-01", "status": "shared", "told": "2027-02-18"},
        {"number": "B2", "date": "2027-04-01", "status": "shared", "told": "2027-04-08"},
        {"number": "B3", "date": "2027-04-15", "status": "cancelled", "told": "2027-04-15"},
        {"number": "B4", "date": "2027-05-27", "status": "shared", "untold": ["D1"]},
    ]);
    let plan = plan(&document(&sessions));
    let numbers: Vec<_> = plan.groups[&group()].sessions.keys().copied().collect();
    let tasks = found(&plan, "2027-03-16");
    // What is over on both days is left out.
    let told = |task: &Task| match task {
        Task::Tell { to, sessions } => {
            let sessions = sessions.iter().map(|(id, session)| {
                assert_eq!(*id, group());
                (session.number, session.told, session.now)
            });
            (to.clone(), sessions.collect::<Vec<_>>())
        }
        other => panic!("{other:?}"),
    };
    let sessions = vec![
        (numbers[1], day("2027-04-08"), Some(day("2027-04-01"))),
        (numbers[2], day("2027-04-15"), None),
    ];
    assert_eq!(told(&tasks[0]), (Audience::Parents(group()), sessions));
    let person = Audience::Person(PersonId::parse("D1").unwrap());
    let sessions = vec![(numbers[3], day("2027-05-27"), Some(day("2027-05-27")))];
    assert_eq!(told(&tasks[1]), (person, sessions));
    assert!(
        !tasks[2..]
            .iter()
            .any(|task| matches!(task, Task::Tell { .. }))
    );
}

#[test]
fn parents_are_invited_two_weeks_before_it_would_be_late() {
    let sessions =
        json!([{"number": "B1", "date": "2027-02-18"}, {"number": "B2", "date": "2027-03-25"}]);
    let mut plan = plan(&document(&sessions));
    let invite = Task::Invite {
        group: group(),
        day: day("2027-02-18"),
        by: day("2027-01-28"),
    };
    // 21 days for parents, and 14 before them.
    assert!(found(&plan, "2027-01-14").contains(&invite));
    assert!(!found(&plan, "2027-01-13").contains(&invite));
    plan.apply_all(
        Edit::Share(vec![group()])
            .changes(&plan, Some(day("2027-01-14")))
            .unwrap(),
    );
    assert!(!found(&plan, "2027-01-14").contains(&invite));
}

#[test]
fn a_due_date_that_is_over_is_asked_for_until_the_birth_is_known() {
    let mut written = document(&json!([]));
    written["enrolments"][5]["provisional"] = json!(true);
    let mut plan = plan(&written);
    let family = plan.enrolments.keys().nth(5).cloned().unwrap();
    let birth = Task::Birth {
        family: family.clone(),
        due: day("2027-01-18"),
    };
    assert!(!found(&plan, "2027-01-18").contains(&birth));
    assert!(found(&plan, "2027-01-19").contains(&birth));
    let edit = Edit::ConfirmBirth {
        code: family,
        birth: day("2027-01-17"),
    };
    plan.apply_all(edit.changes(&plan, None).unwrap());
    assert!(!found(&plan, "2027-01-19").contains(&birth));
}

#[test]
fn a_family_that_fits_is_offered_its_group_and_the_others_are_counted_with_a_reason() {
    let mut written =
        document(&json!([{"number": "B1", "date": "2027-04-01", "status": "shared"}]));
    let enrolments = written["enrolments"].as_array_mut().unwrap();
    for (code, birth) in [
        ("B1", "2027-01-20"),
        ("B2", "2027-06-01"),
        ("B3", "2027-06-09"),
    ] {
        enrolments.push(json!({"code": code, "birth": birth, "location": "noord"}));
    }
    // On another half-day, and beyond the spread: neither fits.
    enrolments.push(
        json!({"code": "B4", "birth": "2027-01-20", "location": "noord", "half_days": ["mon-am"]}),
    );
    enrolments.push(json!({"code": "B5", "birth": "2027-01-27", "location": "noord"}));
    let plan = plan(&written);
    let tasks = found(&plan, "2027-03-16");
    let placed: Vec<&Task> = tasks
        .iter()
        .filter(|task| matches!(task, Task::Place { .. }))
        .collect();
    let expected = Task::Place {
        family: "B1".parse().unwrap(),
        group: group(),
        families: 7,
    };
    assert_eq!(placed, [&expected]);
    let Some(Task::Wait {
        families,
        reason: Some((why, count)),
    }) = tasks.last()
    else {
        panic!("{tasks:?}");
    };
    assert_eq!((*families, *count), (4, 4));
    assert!(matches!(why, Unplaced::PoolTooSmall { .. }), "{why:?}");
}

#[test]
fn a_group_under_six_is_named_as_long_as_it_meets_and_not_as_a_new_problem_too() {
    let mut written =
        document(&json!([{"number": "B1", "date": "2027-04-01", "status": "shared"}]));
    written["groups"][0]["members"] = json!(["A1", "A2", "A3", "A4"]);
    let plan = plan(&written);
    let today = Some(day("2027-03-16"));
    let problems = Problems::of(&plan, today);
    let news: BTreeSet<u32> = marks(&problems).into_iter().collect();
    let tasks = tasks(&plan, Some(&problems), &news, today);
    let small = Task::Small {
        group: group(),
        families: 4,
        min: 6,
    };
    assert!(tasks.contains(&small));
    let is_twice = |task: &Task| matches!(task, Task::News(problem) if matches!(problem.finding, Finding::TooFewFamilies { .. } | Finding::NotPlaced(_)));
    assert!(!tasks.iter().any(is_twice), "{tasks:?}");
    assert!(
        !found(&plan, "2027-04-02").contains(&small),
        "the group is finished"
    );
}

#[test]
fn who_is_away_within_four_weeks_is_named_with_what_lacks_them() {
    let mut written = document(&json!([
        {"number": "B1", "date": "2027-04-01", "status": "shared"},
        {"number": "B2", "date": "2027-04-29", "status": "shared"},
    ]));
    let away = |first: &str, last: &str| json!([{"first": first, "last": last}]);
    written["people"] = json!([
        {"id": "D1", "alias": "D1", "trained": true, "half_days": ["thu-am"], "locations": ["noord"], "absences": away("2027-03-29", "2027-05-02")},
        {"id": "D2", "alias": "D2", "trained": true, "half_days": ["thu-am"], "locations": ["noord"], "absences": away("2027-04-29", "2027-04-29")},
    ]);
    written["rooms"] =
        json!([{"id": "zaal", "location": "noord", "label": "Zaal", "capacity": 19}]);
    written["lines"] = json!([{"id": "do", "location": "noord", "half_day": "thu-am", "room": "zaal", "facilitators": ["D1", "D2"], "pinned": true}]);
    written["groups"][0]["line"] = json!({"user": "do"});
    let plan = plan(&written);
    let number = *plan.groups[&group()].sessions.keys().next().unwrap();
    let tasks = found(&plan, "2027-03-16");
    let away: Vec<&Task> = tasks
        .iter()
        .filter(|task| matches!(task, Task::Away { .. }))
        .collect();
    let expected = Task::Away {
        person: PersonId::parse("D1").unwrap(),
        days: DateRange {
            first: day("2027-03-29"),
            last: day("2027-05-02"),
        },
        sessions: vec![(day("2027-04-01"), group(), number)],
    };
    assert_eq!(away, [&expected]);
}

#[test]
fn a_step_is_due_a_week_before_it_has_to_begin_or_end() {
    let mut plan = Plan::empty();
    plan.steps = Some(StepPlan {
        start: Some(day("2027-01-04")),
        ..StepPlan::proposal().clone()
    });
    // Nothing comes before the first two steps, and they have no day to spare.
    let steps = |plan: &Plan, today: &str| -> Vec<(String, bool)> {
        let found = found(plan, today).into_iter();
        let step = |task| match task {
            Task::Step { step, begins, .. } => Some((step.to_string(), begins)),
            _ => None,
        };
        found.filter_map(step).collect()
    };
    assert_eq!(steps(&plan, "2026-12-20"), []);
    let both = ["O01", "O02"].map(|code| (code.to_owned(), true));
    assert_eq!(steps(&plan, "2026-12-28"), both);
    let first = plan
        .steps
        .as_mut()
        .unwrap()
        .steps
        .get_mut(&StepId::parse("O01").unwrap())
        .unwrap();
    first.progress.state = StepState::Busy;
    first.progress.started = Some(day("2027-01-04"));
    assert!(steps(&plan, "2027-01-08").contains(&("O01".to_owned(), false)));
}

#[test]
fn only_problems_that_are_new_are_news_and_what_is_good_to_know_is_none() {
    let sessions = json!([{"number": "B1", "date": "2027-04-04", "status": "shared"}]);
    let plan = plan(&document(&sessions));
    let today = Some(day("2027-03-16"));
    let problems = Problems::of(&plan, today);
    let all = marks(&problems);
    assert_eq!(
        all.iter().collect::<BTreeSet<_>>().len(),
        problems.len(),
        "marks tell problems apart"
    );
    let news = |news: &BTreeSet<u32>| {
        let tasks = tasks(&plan, Some(&problems), news, today);
        let codes = tasks.into_iter().filter_map(|task| match task {
            Task::News(problem) => Some(problem.code),
            _ => None,
        });
        codes.collect::<Vec<_>>()
    };
    assert_eq!(news(&BTreeSet::new()), [] as [&str; 0]);
    // A Sunday.
    let closed = problems
        .iter()
        .position(|problem| problem.code == "DAG-01")
        .unwrap();
    assert_eq!(news(&[all[closed]].into()), ["DAG-01"]);
    let whole = news(&all.into_iter().collect());
    assert!(
        whole.contains(&"DAG-01") && !whole.contains(&"DAG-02"),
        "{whole:?}"
    );
}
