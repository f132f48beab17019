//! The figures of the proposal, the calendar, set dates, planning back, and what makes a plan impossible.

use super::{calendar, codes, dates, day, early, id, plan, proposal, range, step};
use centering_core::calendar::HolidayRules;
use centering_core::steps::{
    Conflict, Edge, FactorId, Phase, Role, SetDate, Step, StepFault, StepId, StepPlan, StepState,
    Wish, WorkCalendar, roles,
};
use serde_json::Map;

#[test]
fn the_proposal_computes_to_the_figures_of_the_domain_facts() {
    let plan = proposal();
    assert_eq!(plan.steps.len(), 46);
    assert!(plan.source.nl.contains("Voorstel van ons"));
    assert!(plan.source.nl.contains("geen officieel stappenplan"));
    let timetable = plan.timetable(&calendar()).unwrap();

    assert_eq!(timetable.length(), 515);
    let mut critical = codes(timetable.critical());
    critical.sort_unstable();
    assert_eq!(
        critical,
        [
            "B01", "B02", "B07", "O01", "O02", "O03", "O04", "O06", "O07", "O08", "U01", "U02",
            "U03", "U05", "U06", "U08", "V01", "V02", "V03", "V05", "V09", "V10", "V11", "V20"
        ]
    );
    let milestones: Vec<(&str, i32)> = timetable
        .milestones()
        .into_iter()
        .map(|(id, days)| (id.as_str(), days.early.finish))
        .collect();
    assert_eq!(
        milestones,
        [
            ("O08", 25),
            ("V20", 140),
            ("U06", 245),
            ("U08", 445),
            ("P03", 460),
            ("B07", 515)
        ]
    );
    let slack = |code| timetable.steps[&id(code)].total_slack;
    assert_eq!([slack("O05"), slack("V06"), slack("U04")], [5, 5, 5]);
    let five: Vec<&StepId> = timetable
        .steps
        .iter()
        .filter(|(_, days)| days.total_slack == 5)
        .map(|(id, _)| id)
        .collect();
    assert_eq!(codes(five), ["O05", "U04", "V06"]);
    assert_eq!(slack("P03"), 45);
}

#[test]
fn the_critical_path_of_the_proposal_has_its_three_branches() {
    let timetable = proposal().timetable(&calendar()).unwrap();
    let mut links: Vec<String> = timetable
        .critical_links
        .iter()
        .map(|(from, to)| format!("{from}-{to}"))
        .collect();
    let mut expected: Vec<String> = [
        "O01-O04", "O04-O07", "O07-O08", "O01-O06", "O06-O08", "O02-O03", "O03-O08", "O08-V01",
        "V01-V02", "V02-V03", "V03-V05", "V05-V09", "V09-V10", "V10-V11", "V11-V20", "V20-U01",
        "U01-U02", "U02-U03", "U03-U05", "U05-U06", "U06-U08", "U08-B01", "B01-B02", "B02-B07",
    ]
    .map(str::to_owned)
    .to_vec();
    links.sort();
    expected.sort();
    assert_eq!(links, expected);
}

#[test]
fn a_plan_that_stops_after_the_pilot_takes_245_working_days() {
    let mut plan = proposal();
    for step in plan.steps.values_mut() {
        let pilot = ["O", "V"]
            .iter()
            .any(|phase| step.id.as_str().starts_with(phase))
            || ["U01", "U02", "U03", "U04", "U05", "U06"].contains(&step.id.as_str());
        if !pilot {
            step.progress.state = StepState::Dropped;
        }
    }
    let timetable = plan.timetable(&calendar()).unwrap();
    assert_eq!(timetable.steps.len(), 34);
    assert_eq!(timetable.length(), 245);
    assert_eq!(timetable.milestones().len(), 3);
}

#[test]
fn every_step_of_the_proposal_is_whole() {
    let plan = proposal();
    let known: Vec<&Role> = roles().iter().map(|role| &role.id).collect();
    for step in plan.steps.values() {
        assert!(known.contains(&&step.role), "{}", step.id);
        assert!(step.factor.is_some() && step.title.en.is_some());
        assert!(!step.deliverable.nl.is_empty() && step.deliverable.en.is_some());
    }
    for factor in FactorId::all() {
        assert!(plan.steps.values().any(|step| step.factor == Some(factor)));
    }
    let decisions = plan.steps.values().filter(|step| step.decision);
    assert_eq!(codes(decisions.map(|step| &step.id)), ["O08", "V20"]);
    assert_eq!(plan.check(), Ok(()));
}

#[test]
fn a_plan_runs_on_the_working_days_of_the_organisation() {
    let mut plan = proposal();
    plan.start = Some(day("2027-01-02"));
    let timetable = plan.timetable(&calendar()).unwrap();
    // 2 January 2027 is a Saturday; O01 and O02 take the first full week.
    assert_eq!(dates(&timetable, "O01"), range("2027-01-04", "2027-01-08"));
    // Working day 25 is Friday 5 February: five whole weeks.
    assert_eq!(dates(&timetable, "O08").last, day("2027-02-05"));
    // U03 starts on working day 176. Of the weekdays from 4 January, Tweede Paasdag (29 March), Koningsdag,
    // Hemelvaartsdag (6 May) and Tweede Pinksterdag (17 May) fall out: weekday 180, Friday of week 36.
    assert_eq!(early(&timetable, "U03"), (175, 220));
    assert_eq!(dates(&timetable, "U03").first, day("2027-09-10"));

    // Of the weekdays up to the end, these four, Tweede Paasdag, Koningsdag, Hemelvaartsdag and Tweede
    // Pinksterdag of 2028, both days of Christmas 2028 and New Year 2029 fall out.
    assert_eq!(timetable.last_day(), Some(day("2029-01-08")));

    let closed = vec![range("2027-01-05", "2027-01-06")];
    let own = WorkCalendar::new(HolidayRules::default(), closed);
    let timetable = plan.timetable(&own).unwrap();
    assert_eq!(dates(&timetable, "O01"), range("2027-01-04", "2027-01-12"));
}

#[test]
fn a_plan_runs_back_from_the_first_group_or_the_handover() {
    let mut plan = proposal();
    let wish = |code: &str, edge, date: &str| Wish {
        step: id(code),
        edge,
        date: day(date),
        extra: Map::new(),
    };
    plan.wish = Some(wish("U03", Edge::Start, "2027-09-10"));
    let timetable = plan.timetable(&calendar()).unwrap();
    assert_eq!(timetable.first_day(), Some(day("2027-01-04")));
    assert_eq!(dates(&timetable, "U03").first, day("2027-09-10"));
    assert_eq!(timetable.critical().len(), 24);

    // On a Sunday the step comes on the last working day before it.
    plan.wish = Some(wish("U03", Edge::Start, "2027-09-12"));
    let timetable = plan.timetable(&calendar()).unwrap();
    assert_eq!(dates(&timetable, "U03").first, day("2027-09-10"));

    plan.wish = Some(wish("B07", Edge::Finish, "2029-06-29"));
    let timetable = plan.timetable(&calendar()).unwrap();
    assert_eq!(timetable.last_day(), Some(day("2029-06-29")));
    assert_eq!(timetable.length(), 515);

    // With a start date the wish is only compared: 10 September is five working days too early.
    plan.start = Some(day("2027-01-11"));
    plan.wish = Some(wish("U03", Edge::Start, "2027-09-10"));
    let timetable = plan.timetable(&calendar()).unwrap();
    let late = Conflict {
        step: id("U03"),
        kind: SetDate::Wish(Edge::Start),
        set: day("2027-09-10"),
        possible: day("2027-09-17"),
        days: 5,
    };
    assert_eq!(timetable.conflicts, [late]);
}

#[test]
fn set_dates_hold_and_what_cannot_be_met_is_named() {
    let mut plan = plan(&[("A1", 5, &[]), ("A2", 3, &["A1"]), ("A3", 2, &["A2"])]);
    step(&mut plan, "A2").not_before = Some(day("2027-01-16"));
    step(&mut plan, "A3").deadline = Some(day("2027-01-20"));
    let timetable = plan.timetable(&calendar()).unwrap();
    // Saturday 16 January: A2 starts on Monday the 18th, A3 is done on the 22nd, two days late.
    assert_eq!(dates(&timetable, "A2").first, day("2027-01-18"));
    let late = Conflict {
        step: id("A3"),
        kind: SetDate::Deadline,
        set: day("2027-01-20"),
        possible: day("2027-01-22"),
        days: 2,
    };
    assert_eq!(timetable.conflicts, [late]);
    assert_eq!(timetable.steps[&id("A3")].total_slack, -2);
    assert_eq!(timetable.steps[&id("A1")].total_slack, 3);

    let second = step(&mut plan, "A2");
    second.not_before = None;
    second.fixed_start = Some(day("2027-01-07"));
    let timetable = plan.timetable(&calendar()).unwrap();
    // A fixed date does not let a step start before its predecessor is done.
    assert_eq!(dates(&timetable, "A2").first, day("2027-01-11"));
    let late = Conflict {
        step: id("A2"),
        kind: SetDate::FixedStart,
        set: day("2027-01-07"),
        possible: day("2027-01-11"),
        days: 2,
    };
    assert_eq!(timetable.conflicts, [late]);
    assert_eq!(timetable.steps[&id("A1")].total_slack, -2);

    // A later fixed date leaves its predecessor the days up to it.
    step(&mut plan, "A2").fixed_start = Some(day("2027-01-18"));
    step(&mut plan, "A3").deadline = None;
    let timetable = plan.timetable(&calendar()).unwrap();
    assert_eq!(dates(&timetable, "A2").first, day("2027-01-18"));
    assert_eq!(timetable.steps[&id("A1")].total_slack, 5);
    assert_eq!(timetable.steps[&id("A2")].total_slack, 0);
}

#[test]
fn the_critical_path_goes_through_steps_that_are_dropped() {
    let mut plan = plan(&[("A1", 5, &[]), ("A2", 9, &["A1"]), ("A3", 2, &["A2"])]);
    step(&mut plan, "A2").progress.state = StepState::Dropped;
    let timetable = plan.timetable(&calendar()).unwrap();
    assert_eq!(timetable.length(), 7);
    assert_eq!(timetable.critical_links, [(id("A1"), id("A3"))]);
}

#[test]
fn what_makes_a_plan_impossible_is_named_with_its_steps() {
    let fault = |plan: &StepPlan| plan.timetable(&calendar()).unwrap_err();
    let circle = plan(&[("A1", 1, &["A3"]), ("A2", 1, &["A1"]), ("A3", 1, &["A2"])]);
    let named = ["A1", "A2", "A3"].map(id).to_vec();
    assert_eq!(fault(&circle), StepFault::Cycle(named));

    let unknown = plan(&[("A1", 1, &["X9"])]);
    assert_eq!(
        fault(&unknown),
        StepFault::UnknownPredecessor {
            step: id("A1"),
            predecessor: id("X9")
        }
    );
    let mut negative = plan(&[("A1", -1, &[])]);
    assert_eq!(fault(&negative), StepFault::Duration(id("A1")));
    negative.steps.clear();
    assert_eq!(negative.timetable(&calendar()).unwrap().length(), 0);

    let mut lag = plan(&[("A1", 1, &[]), ("A2", 1, &["A1"])]);
    step(&mut lag, "A2").after[0].lag = i32::MIN;
    assert_eq!(fault(&lag), StepFault::Lag(id("A2")));

    let twice = [1, 2].map(|days| Step::new(id("A1"), "", Phase::Embedding, days));
    assert_eq!(
        StepPlan::of(twice).unwrap_err(),
        StepFault::Duplicate(id("A1"))
    );

    let mut far = plan(&[("A1", 10_000, &[]), ("A2", 10_000, &["A1"])]);
    far.start = Some(day("2150-01-01"));
    assert_eq!(fault(&far), StepFault::BeyondCalendar);
    far.start = None;
    assert_eq!(far.timetable(&calendar()).unwrap().length(), 20_000);
    let no_start = far.forecast(&calendar(), day("2027-01-04"));
    assert_eq!(no_start, Err(StepFault::NoStart));
    far.wish = Some(Wish {
        step: id("X9"),
        edge: Edge::Start,
        date: day("2027-01-04"),
        extra: Map::new(),
    });
    assert_eq!(fault(&far), StepFault::Wish(id("X9")));
}
