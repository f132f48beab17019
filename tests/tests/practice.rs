//! Cases from practice on days, steps and groups, with right values that were worked out apart from core: limits of
//! vaccinations, links with lag and lead, circles, summer time, more groups than a line has room for, and undo.

use centering_core::calendar::Date;
use centering_core::care::SessionNumber;
use centering_core::edit::{Edit, History, Refusal};
use centering_core::plan::{GroupId, Plan};
use centering_core::problem::{Finding, Place, check};
use centering_core::steps::{
    Link, Phase, SetDate, Step, StepEdit, StepFault, StepId, StepPlan, StepRefusal, WorkCalendar,
};
use centering_tests::list::{List, births, codes, lines};
use centering_tests::planning::{date, import, json, make};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

fn number(number: u8) -> SessionNumber {
    SessionNumber::new(number).unwrap()
}

/// A plan with one group of six families, born on the first day and the last one on the other.
fn group_born(oldest: &str, youngest: &str) -> (Plan, GroupId) {
    let rows = (1..=6).map(|family| {
        let born = if family == 1 { youngest } else { oldest };
        format!("A{family};{born};Noord\n")
    });
    let list = format!("Code;Geboortedatum;Locatie\n{}", rows.collect::<String>());
    let mut plan = Plan::empty();
    let edit = import(&list, &plan);
    make(&mut plan, &edit, early());
    let families = plan.enrolments.keys().cloned().collect();
    make(&mut plan, &Edit::CreateGroup(families), early());
    let group = plan.groups.keys().next().cloned().unwrap();
    (plan, group)
}

fn early() -> Option<Date> {
    Some(date("2027-01-05"))
}

/// What is said of a bijeenkomst on a day, with the bijeenkomsten before it as they are.
fn said(plan: &Plan, group: &GroupId, session: u8, day: &str) -> Vec<Finding> {
    let mut plan = plan.clone();
    let edit = moved(group, session, day);
    make(&mut plan, &edit, early());
    let problems = check(&plan, early()).into_iter();
    let place = Place::Session(group.clone(), number(session));
    let here = problems.filter(|problem| problem.place == place);
    here.map(|problem| problem.finding).collect()
}

fn moved(group: &GroupId, session: u8, day: &str) -> Edit {
    Edit::Move {
        group: group.clone(),
        session: number(session),
        date: date(day),
    }
}

/// What bounds a day: outside the allowed window, a dose too early or too late, an interval that is too short.
fn limits(plan: &Plan, group: &GroupId, session: u8, day: &str) -> Vec<String> {
    let said = said(plan, group, session, day).into_iter();
    let limits = said.filter_map(|finding| match finding {
        Finding::OutsideAllowed { .. } => Some("outside".to_owned()),
        Finding::BeforeDose { first, .. } => Some(format!("dose from {first}")),
        Finding::AfterDose { last, .. } => Some(format!("dose until {last}")),
        Finding::TooSoon { first, .. } => Some(format!("from {first}")),
        _ => None,
    });
    limits.collect()
}

/// Case 11: six weeks are 42 days, 39 are too few; and the first day that is left is one that is open.
#[test]
fn vaccinations_are_on_the_limit_and_not_before_it() {
    let (mut plan, group) = group_born("4-1-2027", "4-1-2027");
    let says = |plan: &Plan, session, day: &str, what: &str| {
        limits(plan, &group, session, day)
            .iter()
            .any(|said| said == what)
    };
    assert!(says(&plan, 2, "2027-02-12", "dose from 2027-02-15"));
    assert_eq!(limits(&plan, &group, 2, "2027-02-15"), [""; 0]);

    // 28 days after 30 March is Koningsdag.
    make(&mut plan, &moved(&group, 2, "2027-03-30"), early());
    plan.edit(&Edit::PlanDates(group.clone()), early()).unwrap();
    assert!(says(&plan, 3, "2027-04-26", "from 2027-04-28"));
    assert_eq!(limits(&plan, &group, 3, "2027-04-28"), [""; 0]);
    assert_eq!(limits(&plan, &group, 3, "2027-05-18"), [""; 0]);
    assert!(says(&plan, 3, "2027-05-19", "outside"));

    // 56 days after 28 April.
    make(&mut plan, &moved(&group, 3, "2027-04-28"), early());
    assert!(says(&plan, 4, "2027-06-22", "from 2027-06-23"));
    assert_eq!(limits(&plan, &group, 4, "2027-06-23"), [""; 0]);
    assert_eq!(limits(&plan, &group, 4, "2027-08-04"), [""; 0]);
    assert!(says(&plan, 4, "2027-08-05", "outside"));

    // Twelve months; six months after B4 is earlier.
    make(&mut plan, &moved(&group, 4, "2027-06-23"), early());
    assert!(!limits(&plan, &group, 7, "2028-01-03").is_empty());
    assert_eq!(limits(&plan, &group, 7, "2028-01-04"), [""; 0]);

    // What is planned keeps all of it.
    plan.edit(&Edit::PlanDates(group.clone()), early()).unwrap();
    let b7 = plan.groups[&group].sessions[&number(7)].date;
    assert!(b7 >= Some(date("2028-01-04")), "{b7:?}");
}

/// Case 11: the second dose against rotavirus may be given until a Sunday, so that Friday is the last day.
#[test]
fn the_last_dose_against_rotavirus_bounds_the_day() {
    let (plan, group) = group_born("14-12-2026", "4-1-2027");
    let until = "dose until 2027-05-30".to_owned();
    assert!(!limits(&plan, &group, 3, "2027-05-28").contains(&until));
    assert!(limits(&plan, &group, 3, "2027-05-31").contains(&until));
}

/// Steps of a plan file: code, working days, and links as they are written there.
fn steps(start: &str, steps: &[(&str, i32, Value)]) -> Value {
    let steps = steps.iter().map(|(code, duration, after)| {
        json!({ "id": code, "title": { "nl": code }, "phase": "preparation", "duration": duration, "after": after })
    });
    json!({
        "format": "centering-plan", "version": "1.1",
        "steps": { "start": start, "steps": steps.collect::<Vec<_>>() },
    })
}

fn opened(document: &Value) -> StepPlan {
    let plan = Plan::from_json(&document.to_string()).expect("the file is read");
    plan.steps.expect("it has steps")
}

fn id(code: &str) -> StepId {
    StepId::parse(code).unwrap()
}

/// A step: code, start, finish, slack, and whether it is critical.
type Days = (&'static str, i32, i32, i32, bool);

/// Case 14. Working days from 0, worked out by hand.
#[test]
fn links_with_lag_and_lead_keep_their_slack() {
    let finish_start =
        |step: &str, lag: i32| json!([{ "step": step, "kind": "finish_start", "lag": lag }]);
    let finish_finish = |step: &str| json!([{ "step": step, "kind": "finish_finish", "lag": 0 }]);
    let three = |lag: i32| {
        steps(
            "2027-01-04",
            &[
                ("A1", 10, json!([])),
                ("B1", 10, finish_start("A1", lag)),
                ("C1", 10, finish_finish("B1")),
            ],
        )
    };
    let mut with_deadline = three(-5);
    with_deadline["steps"]["steps"][2]["deadline"] = json!("2027-01-19");
    let gap = [
        ("A1", 5, json!([])),
        ("B1", 5, finish_start("A1", 3)),
        ("C1", 5, json!(["A1"])),
    ];
    let tail = [
        ("A1", 4, json!([])),
        ("B1", 3, json!(["A1"])),
        ("C1", 5, json!(["B1"])),
        ("D1", 1, finish_start("C1", -2)),
    ];
    let cases: [(Value, i32, Vec<Days>); 5] = [
        (
            three(-5),
            15,
            vec![
                ("A1", 0, 10, 0, true),
                ("B1", 5, 15, 0, true),
                ("C1", 5, 15, 0, true),
            ],
        ),
        (
            three(5),
            25,
            vec![
                ("A1", 0, 10, 0, true),
                ("B1", 15, 25, 0, true),
                ("C1", 15, 25, 0, true),
            ],
        ),
        (
            with_deadline.clone(),
            15,
            vec![
                ("A1", 0, 10, -3, true),
                ("B1", 5, 15, -3, true),
                ("C1", 5, 15, -3, true),
            ],
        ),
        (
            steps("2027-01-04", &gap),
            13,
            vec![
                ("A1", 0, 5, 0, true),
                ("B1", 8, 13, 0, true),
                ("C1", 5, 10, 3, false),
            ],
        ),
        (
            steps("2027-01-04", &tail),
            12,
            vec![
                ("A1", 0, 4, 0, true),
                ("B1", 4, 7, 0, true),
                ("C1", 7, 12, 0, true),
                ("D1", 10, 11, 1, false),
            ],
        ),
    ];
    for (document, finish, expected) in cases {
        let table = opened(&document)
            .timetable(&WorkCalendar::default())
            .unwrap();
        let found: Vec<(String, i32, i32, i32, bool)> = table
            .steps
            .iter()
            .map(|(id, days)| {
                let early = days.early;
                (
                    id.to_string(),
                    early.start,
                    early.finish,
                    days.total_slack,
                    days.critical,
                )
            })
            .collect();
        let expected = expected
            .into_iter()
            .map(|(id, start, finish, slack, critical)| {
                (id.to_owned(), start, finish, slack, critical)
            });
        assert_eq!(found, expected.collect::<Vec<_>>(), "{document}");
        assert_eq!(table.finish, finish);
    }
    let days = |document: &Value, code: &str| {
        let table = opened(document)
            .timetable(&WorkCalendar::default())
            .unwrap();
        let days = table.dates(table.steps[&id(code)].early).unwrap();
        (days.first.to_string(), days.last.to_string())
    };
    let from_to = |first: &str, last: &str| (first.to_owned(), last.to_owned());
    assert_eq!(days(&three(-5), "C1"), from_to("2027-01-11", "2027-01-22"));
    assert_eq!(days(&three(5), "B1"), from_to("2027-01-25", "2027-02-05"));
    let table = opened(&with_deadline)
        .timetable(&WorkCalendar::default())
        .unwrap();
    let missed: Vec<(SetDate, i32)> = table
        .conflicts
        .iter()
        .map(|conflict| (conflict.kind, conflict.days))
        .collect();
    assert_eq!(missed, [(SetDate::Deadline, 3)]);
}

/// Case 16: a file with a circle keeps its steps and says which wait for each other, an edit that makes one is refused,
/// and two ways from one step to another are none.
#[test]
fn circles_of_steps_are_named_and_the_rest_is_kept() {
    for (links, circle) in [
        (
            [("A1", "C1"), ("B1", "A1"), ("C1", "B1")].as_slice(),
            ["A1", "B1", "C1"].as_slice(),
        ),
        (&[("A1", "A1"), ("B1", "A1")], &["A1"]),
    ] {
        let rows: Vec<(&str, i32, Value)> = links
            .iter()
            .map(|(step, after)| (*step, 5, json!([after])))
            .collect();
        let plan = opened(&steps("2027-01-04", &rows));
        assert_eq!(plan.steps.len(), rows.len());
        let circle = circle.iter().map(|code| id(code)).collect();
        let fault = plan.timetable(&WorkCalendar::default()).unwrap_err();
        assert_eq!(fault, StepFault::Cycle(circle));
    }

    let mut proposal = StepPlan::proposal().clone();
    proposal.start = Some(date("2027-01-04"));
    assert!(
        proposal.steps[&id("V08")]
            .after
            .iter()
            .any(|link| link.step == id("V07"))
    );
    let mut plan = Plan::empty();
    make(&mut plan, &Edit::StartSteps(Box::new(proposal)), early());
    let back = Edit::Steps(Box::new(StepEdit::AddLink {
        step: id("V07"),
        link: Link::after(id("V08")),
    }));
    let refusal = back.changes(&plan, early()).unwrap_err();
    let circle = StepFault::Cycle(vec![id("V07"), id("V08")]);
    assert_eq!(refusal, Refusal::Steps(StepRefusal::Fault(circle)));

    let diamond = [
        ("A1", 1, json!([])),
        ("B1", 2, json!(["A1"])),
        ("C1", 3, json!(["A1"])),
        ("D1", 1, json!(["B1", "C1"])),
    ];
    let table = opened(&steps("2027-01-04", &diamond));
    assert_eq!(table.timetable(&WorkCalendar::default()).unwrap().finish, 5);
}

/// Case 17: ten working days over the days on which the clock changes; Tweede Paasdag is free, Goede Vrijdag is not.
#[test]
fn a_step_over_the_change_of_the_clock_has_ten_working_days() {
    for (start, last) in [("2027-03-22", "2027-04-05"), ("2027-10-25", "2027-11-05")] {
        let mut plan = StepPlan::of([Step::new(id("A1"), "", Phase::Preparation, 10)]).unwrap();
        plan.start = Some(date(start));
        let table = plan.timetable(&WorkCalendar::default()).unwrap();
        assert_eq!(table.last_day(), Some(date(last)));
    }
}

/// Case 7, by hand: one birth date and place is not one family, and twins are one family with two children.
#[test]
fn the_same_birth_date_is_not_the_same_family() {
    let list = "Code;Geboortedatum;Locatie;Kinderen\nA1;4-1-2027;Noord;1\nA2;4-1-2027;Noord;2\n";
    let intake = List::of(list).intake();
    assert_eq!(codes(&intake), ["A1", "A2"]);
    assert_eq!(births(&intake), ["2027-01-04", "2027-01-04"]);
    let children: Vec<u8> = intake.enrolments.iter().map(|one| one.children).collect();
    assert_eq!((children, intake.lines), (vec![1, 2], lines(2, 0, 1)));
}

/// Case 19: sixty families on one line with six Tuesdays for B1.
#[test]
fn a_line_never_has_two_groups_on_a_day_and_who_does_not_fit_is_named() {
    let enrolments = (1..=60).map(|family| {
        json!({ "code": format!("N{family}"), "birth": "2027-01-04", "location": "noord", "half_days": ["tue-am"] })
    });
    let nurse = |alias: &str| json!({ "id": alias, "alias": alias, "role": "youth_nurse", "trained": true, "half_days": ["tue-am"], "locations": ["noord"] });
    let document = json!({
        "format": "centering-plan", "version": "1.1", "settings": {},
        "locations": [{ "id": "noord", "name": "Noord", "prefix": "NRD", "region": "middle" }],
        "enrolments": enrolments.collect::<Vec<_>>(),
        "rooms": [{ "id": "R-1", "location": "noord", "label": "Zaal", "capacity": 19 }],
        "people": [nurse("P-1"), nurse("P-2")],
        "lines": [{ "id": "NRD-tue-am-1", "location": "noord", "half_day": "tue-am", "room": "R-1", "facilitators": ["P-1", "P-2"] }],
    });
    let today = Some(date("2027-01-20"));
    let mut plan = Plan::from_json(&document.to_string()).unwrap();
    make(&mut plan, &Edit::Propose, today);
    let mut days = BTreeSet::new();
    let sessions = plan
        .groups
        .values()
        .flat_map(|group| group.sessions.values());
    for day in sessions.filter_map(|session| session.date) {
        assert!(days.insert(day), "two groups on {day}");
    }
    let tuesdays = [
        "2027-01-26",
        "2027-02-02",
        "2027-02-09",
        "2027-02-16",
        "2027-02-23",
        "2027-03-02",
    ];
    let tuesdays: BTreeSet<Date> = tuesdays.map(date).into();
    let first = |plan: &Plan| -> BTreeMap<GroupId, Option<Date>> {
        let groups = plan.groups.values();
        groups
            .map(|group| (group.id.clone(), group.sessions[&number(1)].date))
            .collect()
    };
    let dated = first(&plan).into_values().flatten();
    let dated: Vec<Date> = dated.collect();
    assert!(!dated.is_empty() && dated.len() <= 6, "{dated:?}");
    assert!(dated.iter().all(|day| tuesdays.contains(day)), "{dated:?}");
    // Whoever has no B1 is named: a family without a group, or a group without the day.
    let problems = check(&plan, today);
    for (group, day) in first(&plan) {
        let is_named = problems.iter().any(|problem| {
            problem.place == Place::Session(group.clone(), number(1))
                && matches!(problem.finding, Finding::Unscheduled(_))
        });
        assert_eq!(is_named, day.is_none(), "{group}");
    }
    let placed: usize = plan.groups.values().map(|group| group.members.len()).sum();
    let waiting = problems
        .iter()
        .filter(|problem| matches!(problem.finding, Finding::NotPlaced(_)));
    assert_eq!(placed + waiting.count(), 60);
}

/// Case 22: one undo takes the list and its groups away together, and redo gives the same groups and days.
#[test]
fn an_import_with_its_groups_is_undone_and_made_again_as_one() {
    let rows = (1..=13).map(|family| format!("NRD-07{family:02};{}-1-2027;Noord;\n", family + 3));
    let list = format!(
        "Code;Geboortedatum;Locatie;Dagdelen\n{}",
        rows.collect::<String>()
    );
    let mut plan = Plan::empty();
    let today = Some(date("2027-01-20"));
    let edits = [import(&list, &plan), Edit::Propose];
    let (name, changes) = Edit::together(&edits, &plan, today).unwrap();
    let mut history = History::default();
    history.commit(&mut plan, name, changes);
    let sizes: Vec<usize> = plan
        .groups
        .values()
        .map(|group| group.members.len())
        .collect();
    assert_eq!(sizes.iter().sum::<usize>(), 13);
    let made = json(&plan);
    history.undo(&mut plan).unwrap();
    assert_eq!(plan, Plan::empty());
    assert!(history.undo(&mut plan).is_none());
    history.redo(&mut plan).unwrap();
    assert_eq!(json(&plan), made);
}
