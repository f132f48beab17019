//! What a plan says about itself, against counts made by hand.

use super::*;
use crate::assurance::{Amount, Figure, IndicatorId, Indicators, Light, Reading};
use crate::calendar::Date;
use crate::edit::{AssuranceEdit, Edit};
use crate::plan::{Answers, Evaluation, Plan};
use crate::steps::{StepId, StepPlan, WorkCalendar};
use serde_json::{Value, json};

fn day(text: &str) -> Date {
    Date::parse_iso(text).unwrap()
}

/// Scenario 9 of `docs/domain.md#8.2`: G1 di-ochtend A+B, G2 do-ochtend A+B, G3 do-middag A+C, G4
/// di-middag B+C; C does not work on do-ochtend. Four bijeenkomsten each.
fn scenario_9() -> Value {
    let person = |alias: &str, half_days: &[&str]| json!({"id": alias, "alias": alias, "trained": true, "half_days": half_days, "locations": ["noord"]});
    let line = |half_day: &str, pair: [&str; 2]| json!({"id": half_day, "location": "noord", "half_day": half_day, "room": "zaal", "facilitators": pair, "pinned": true});
    let group = |id: &str, half_day: &str, dates: [&str; 4]| {
        let sessions: Vec<Value> = (1..)
            .zip(dates)
            .map(|(number, date)| json!({"number": format!("B{number}"), "date": date, "status": "shared"}))
            .collect();
        json!({"id": id, "location": "noord", "half_day": {"user": half_day}, "line": {"user": half_day},
               "known_births": {"oldest": "2027-01-11", "youngest": "2027-01-14", "families": 8, "children": 8},
               "sessions": sessions})
    };
    let all = ["tue-am", "tue-pm", "thu-am", "thu-pm"];
    let tuesdays = ["2027-02-23", "2027-03-16", "2027-04-20", "2027-06-01"];
    let thursdays = ["2027-02-25", "2027-03-18", "2027-04-22", "2027-06-03"];
    json!({
        "format": "centering-plan", "version": "1.1",
        "locations": [{"id": "noord", "name": "Noord", "prefix": "NRD"}],
        "rooms": [{"id": "zaal", "location": "noord", "label": "Zaal", "capacity": 19}],
        "people": [person("A1", &all), person("B1", &all), person("C1", &["tue-am", "tue-pm", "thu-pm"])],
        "lines": [line("tue-am", ["A1", "B1"]), line("thu-am", ["A1", "B1"]),
                  line("thu-pm", ["A1", "C1"]), line("tue-pm", ["B1", "C1"])],
        "groups": [group("G1", "tue-am", tuesdays), group("G2", "thu-am", thursdays),
                   group("G3", "thu-pm", thursdays), group("G4", "tue-pm", tuesdays)],
    })
}

fn plan(document: &Value) -> Plan {
    Plan::from_json(&document.to_string()).unwrap()
}

fn today() -> Option<Date> {
    Some(day("2027-02-14"))
}

fn reading(plan: &Plan, indicator: IndicatorId) -> Reading {
    let figures = figures(plan, &resilience(plan, today()), today());
    let readings = Indicators::proposal().read(&figures, &plan.assurance.limits);
    let found = readings.into_iter().find(|one| one.indicator == indicator);
    found.unwrap()
}

#[test]
fn without_a_or_b_three_quarters_keep_two_begeleiders_and_one_more_on_thursday_keeps_all() {
    let found = resilience(&plan(&scenario_9()), today());
    let kept: Vec<(String, u32, u32)> = found
        .people
        .iter()
        .map(|one| (one.alias.to_string(), one.kept, one.all))
        .collect();
    let expected = [("A1", 12, 16), ("B1", 12, 16), ("C1", 16, 16)];
    assert_eq!(
        kept,
        expected.map(|(alias, kept, all)| (alias.to_owned(), kept, all))
    );
    let without_a = &found.people[0];
    let by = |group: &str| -> Vec<Option<String>> {
        let led = without_a.led.iter();
        led.filter(|one| one.group.as_str() == group)
            .map(|one| one.substitute.as_ref().map(ToString::to_string))
            .collect()
    };
    assert_eq!(by("G1"), vec![Some("C1".to_owned()); 4]);
    assert_eq!(by("G2"), vec![None; 4]);
    assert_eq!(by("G3"), vec![Some("B1".to_owned()); 4]);
    assert_eq!(by("G4"), Vec::<Option<String>>::new());
    let [advice] = found.advice.as_slice() else {
        panic!("one half-day is short, not {:?}", found.advice);
    };
    assert_eq!(advice.half_day.to_string(), "thu-am");
    assert_eq!((advice.short, advice.then), (4, (16, 16)));
    assert!(advice.could.is_empty());
}

#[test]
fn somebody_who_works_then_and_is_not_trained_is_named() {
    let mut document = scenario_9();
    let people = document["people"].as_array_mut().unwrap();
    people
        .push(json!({"id": "D1", "alias": "D1", "half_days": ["thu-am"], "locations": ["noord"]}));
    people
        .push(json!({"id": "E1", "alias": "E1", "half_days": ["tue-am"], "locations": ["noord"]}));
    let found = resilience(&plan(&document), today());
    let could: Vec<String> = found.advice[0]
        .could
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        (found.lowest(), could),
        (Some((12, 16)), vec!["D1".to_owned()])
    );
}

#[test]
fn bijeenkomsten_that_are_over_or_lack_somebody_already_do_not_count() {
    let mut document = scenario_9();
    document["people"][2]["absences"] = json!([{"first": "2027-06-01", "last": "2027-06-03"}]);
    // C leads the last of G3 and of G4, and could have stood in at the last of G1.
    let found = resilience(&plan(&document), today());
    assert_eq!(found.lowest(), Some((9, 14)));
    let later = resilience(&plan(&document), Some(day("2027-06-02")));
    assert_eq!(later.lowest(), Some((0, 1)), "only the last of G2 is left");
}

#[test]
fn the_indicators_read_the_plan() {
    let plan = plan(&scenario_9());
    let of = |indicator| {
        let reading = reading(&plan, indicator);
        (reading.light, reading.amount.map(Amount::rounded))
    };
    assert_eq!(of(IndicatorId::Resilience), (Light::Red, Some(75)));
    assert_eq!(of(IndicatorId::TrainedPerLocation), (Light::Green, Some(3)));
    // A and B lead three of four groups: 3 of 8 places.
    assert_eq!(of(IndicatorId::LargestShare), (Light::Green, Some(37)));
    assert_eq!(of(IndicatorId::FixedPair), (Light::Green, Some(100)));
    assert_eq!(of(IndicatorId::SizeAtStart), (Light::Green, Some(8)));
    assert_eq!(of(IndicatorId::IntakeShort), (Light::Unknown, None));
    assert_eq!(of(IndicatorId::Evaluated), (Light::Unknown, None));
    // By hand, for births of 11 to 14 January: B1 15-2 to 8-3, B2 1-3 to 22-3, B3 14-4 to 11-5, B4 14-6 to
    // 11-7. So the first three of each group are inside, the fourth is early, and four have no day: 12 of 32.
    assert_eq!(of(IndicatorId::PreferredWindow), (Light::Red, Some(37)));
}

#[test]
fn answers_change_the_light_and_can_be_taken_back() {
    let mut plan = plan(&scenario_9());
    let before = plan.to_json();
    let answers = Answers {
        coordinator_with_backup: Some(false),
        evaluation: Some(Evaluation::On(day("2026-03-01"))),
        groups_wanted: Some(6),
        ..Answers::default()
    };
    let edit = Edit::Assurance(Box::new(AssuranceEdit::Answer(Box::new(answers))));
    let changes = edit.changes(&plan, today()).unwrap();
    let back = plan.apply_all(changes);
    let light = |plan: &Plan, indicator| reading(plan, indicator).light;
    assert_eq!(light(&plan, IndicatorId::CoordinatorWithBackup), Light::Red);
    assert_eq!(light(&plan, IndicatorId::Evaluated), Light::Green);
    // Four groups start within six months, two fewer than wanted.
    assert_eq!(light(&plan, IndicatorId::IntakeShort), Light::Red);
    plan.apply_all(back);
    assert_eq!(plan.to_json(), before);
}

#[test]
fn a_substitute_breaks_the_fixed_pair_and_so_does_an_absence() {
    let mut document = scenario_9();
    document["groups"][0]["sessions"][0]["facilitators"] = json!(["B1", "C1"]);
    document["people"][0]["absences"] = json!([{"first": "2027-06-03", "last": "2027-06-03"}]);
    let figures = figures(&plan(&document), &Resilience::default(), today());
    // One substituted, and the last of G2 and of G3 without A.
    assert_eq!(figures[&IndicatorId::FixedPair], [Figure::share((13, 16))]);
}

#[test]
fn the_documents_are_counted_once_all_three_are_answered() {
    let mut plan = plan(&scenario_9());
    let mut light = |answers: [Option<bool>; 3]| {
        let kept = &mut plan.assurance.answers;
        [kept.in_budget, kept.in_work_plan, kept.in_product_catalogue] = answers;
        let reading = reading(&plan, IndicatorId::Embedded);
        (reading.light, reading.amount.map(Amount::rounded))
    };
    assert_eq!(light([Some(true), None, None]), (Light::Unknown, None));
    let documents = [
        ([true, true, true], Light::Green, 3),
        ([true, false, true], Light::Amber, 2),
        ([false, false, true], Light::Amber, 1),
        ([false, false, false], Light::Red, 0),
    ];
    for (answers, expected, count) in documents {
        assert_eq!(light(answers.map(Some)), (expected, Some(count)));
    }
}

#[test]
fn what_lacks_is_told_with_what_there_is() {
    let mut plan = plan(&scenario_9());
    assert_eq!(reading(&plan, IndicatorId::IntakeShort).parts, None);
    plan.assurance.answers.groups_wanted = Some(3);
    let reading = reading(&plan, IndicatorId::IntakeShort);
    assert_eq!(
        (reading.amount, reading.parts),
        (Some(Amount::Count(0)), Some((4, 3)))
    );
}

#[test]
fn a_plan_without_groups_or_people_knows_little_and_says_so() {
    let empty = Plan::empty();
    let found = figures(&empty, &resilience(&empty, today()), today());
    let readings = Indicators::proposal().read(&found, &Default::default());
    assert!(readings.iter().all(|one| one.light == Light::Unknown));
    assert!(needs(&empty, today()).is_empty() && offers(&empty, today()).is_empty());
    assert_eq!(first_group(&empty), None);
}

#[test]
fn a_location_needs_a_pair_for_each_line_at_once_and_no_fewer_than_the_limit() {
    let mut document = scenario_9();
    let [need] = &needs(&plan(&document), today())[..] else {
        panic!("one location");
    };
    assert_eq!((need.groups, need.without_line, need.lines), (4, 0, 4));
    assert_eq!((need.trained, need.needed, need.to_train()), (3, 3, 0));
    for id in ["extra-1", "extra-2"] {
        let line = json!({"id": id, "location": "noord", "half_day": "tue-am"});
        document["lines"].as_array_mut().unwrap().push(line);
    }
    let need = &needs(&plan(&document), today())[0];
    assert_eq!((need.incomplete, need.needed, need.to_train()), (2, 6, 3));
}

fn with_steps(start: &str) -> Plan {
    let mut plan = plan(&scenario_9());
    plan.steps = Some(StepPlan {
        start: Some(day(start)),
        ..StepPlan::proposal().clone()
    });
    plan
}

#[test]
fn the_first_group_is_a_deadline_for_training_room_registration_and_recruitment() {
    let plan = with_steps("2026-07-01");
    let first = first_group(&plan).unwrap();
    assert_eq!((first.group.as_str(), first.day), ("G1", day("2027-02-23")));
    let steps = plan.steps.as_ref().unwrap();
    let timetable = steps.timetable(&WorkCalendar::default()).unwrap();
    let found = group_deadlines(&plan, &timetable);
    let codes: Vec<&str> = found.iter().map(|one| one.step.as_str()).collect();
    assert_eq!(codes, ["V09", "V11", "V12", "U01"]);
    assert!(
        found
            .iter()
            .all(|one| one.by == day("2027-02-22") && !one.done)
    );
    // U01 ends on working day 170, the 1st counted from Wednesday 1 July 2026: Thursday 25 February 2027, with
    // Christmas on a Friday and New Year's Day between. Three working days after Monday 22 February.
    assert_eq!((found[3].planned, found[3].slack), (day("2027-02-25"), -3));
    assert!(found[0].slack > 0);
}

#[test]
fn what_the_plan_knows_is_offered_as_done_until_it_is() {
    let mut plan = with_steps("2026-07-01");
    let codes = |plan: &Plan, today: &str| -> Vec<String> {
        let found = offers(plan, Some(day(today)));
        found.iter().map(|offer| offer.step.to_string()).collect()
    };
    assert_eq!(
        codes(&plan, "2027-02-14"),
        ["U01", "U02", "V09", "V10", "V11"]
    );
    assert_eq!(
        codes(&plan, "2027-04-21"),
        ["U01", "U02", "U03", "V09", "V10", "V11"]
    );
    plan.assurance.answers.in_budget = Some(true);
    plan.assurance.answers.evaluation = Some(Evaluation::On(day("2027-03-01")));
    let steps = plan.steps.as_mut().unwrap();
    for code in ["U01", "U02", "V09"] {
        let step = steps.steps.get_mut(&StepId::parse(code).unwrap()).unwrap();
        step.progress.state = crate::steps::StepState::Done;
    }
    assert_eq!(codes(&plan, "2027-03-10"), ["B02", "U05", "V10", "V11"]);
    let offers = offers(&plan, Some(day("2027-03-10")));
    assert_eq!(offers[1].evidence, Evidence::Evaluated(day("2027-03-01")));
}
