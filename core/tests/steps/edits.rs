//! Differences, edits and the file format.

use super::{calendar, codes, day, edit, id, progress, proposal, step};
use centering_core::steps::{
    Baseline, Difference, Estimate, Link, LinkKind, Phase, Role, Span, Step, StepChange, StepEdit,
    StepFault, StepId, StepPlan, StepRefusal, StepState,
};
use serde_json::{Map, json};

#[test]
fn the_difference_of_a_change_is_told_before_it_is_accepted() {
    let mut plan = proposal();
    plan.start = Some(day("2027-01-04"));
    let before = plan.timetable(&calendar()).unwrap();
    assert!(Difference::between(&before, &before).is_empty());

    // V06 has 5 days of slack: 12 more make it critical, V10 no longer, and the end 7 days later.
    let longer = StepEdit::SetDuration {
        step: id("V06"),
        duration: 32,
    };
    edit(&mut plan, &longer).unwrap();
    let after = plan.timetable(&calendar()).unwrap();
    let difference = Difference::between(&before, &after);
    assert_eq!(difference.finish, 7);
    assert_eq!(codes(&difference.now_critical), ["V06"]);
    assert_eq!(codes(&difference.no_longer_critical), ["V09", "V10"]);
    assert_eq!(
        codes(&difference.milestones),
        ["B07", "P03", "U06", "U08", "V20"]
    );
    assert_eq!(difference.steps[&id("V11")].shift.start, 7);
    assert!(!difference.steps.contains_key(&id("O01")));

    plan.start = Some(day("2027-01-11"));
    let later = plan.timetable(&calendar()).unwrap();
    assert_eq!(
        Difference::between(&after, &later).steps[&id("O01")]
            .shift
            .start,
        5
    );
}

#[test]
fn edits_can_be_taken_back_and_name_why_they_cannot_be_made() {
    let original = proposal();
    let mut plan = original.clone();
    let back = {
        let edit = StepEdit::RemoveStep(id("V17"));
        let changes = edit.changes(&plan, None).unwrap();
        plan.apply_all(changes)
    };
    // V18 came after V17, which came after V05 and V07.
    let after: Vec<&StepId> = plan.steps[&id("V18")]
        .after
        .iter()
        .map(|link| &link.step)
        .collect();
    assert_eq!(codes(after), ["V05", "V07"]);
    assert!(plan.timetable(&calendar()).is_ok());
    plan.apply_all(back);
    assert_eq!(plan, original);

    let refused = |wrong: StepEdit| edit(&mut original.clone(), &wrong).unwrap_err();
    let link = |code: &str| Link::after(id(code));
    let circle = refused(StepEdit::AddLink {
        step: id("O01"),
        link: link("O04"),
    });
    let named = ["O01", "O04"].map(id).to_vec();
    assert_eq!(circle, StepRefusal::Fault(StepFault::Cycle(named)));
    assert_eq!(
        refused(StepEdit::RemoveStep(id("X9"))),
        StepRefusal::UnknownStep(id("X9"))
    );
    assert_eq!(
        refused(StepEdit::RemoveLink {
            step: id("O01"),
            predecessor: id("O02"),
            kind: LinkKind::FinishStart
        }),
        StepRefusal::UnknownLink(id("O01"), id("O02"))
    );
    assert_eq!(
        refused(StepEdit::SetDuration {
            step: id("O01"),
            duration: -5
        }),
        StepRefusal::Fault(StepFault::Duration(id("O01")))
    );
    assert_eq!(
        refused(StepEdit::SetDuration {
            step: id("O01"),
            duration: 5
        }),
        StepRefusal::NoChange
    );
    assert_eq!(
        refused(StepEdit::AddSteps(vec![original.steps[&id("O01")].clone()])),
        StepRefusal::Exists(id("O01"))
    );
    let set = |progress| StepEdit::SetProgress {
        step: id("O01"),
        progress,
    };
    let future = progress(StepState::Done, None, Some("2027-06-02"));
    assert_eq!(refused(set(future)), StepRefusal::Future(day("2027-06-02")));
    let backwards = progress(StepState::Done, Some("2027-05-03"), Some("2027-05-02"));
    assert_eq!(
        refused(set(backwards)),
        StepRefusal::Fault(StepFault::Progress(id("O01")))
    );
    let limit = refused(StepEdit::SetLimit {
        role: Role::new("planner"),
        people: Some(0),
    });
    let StepRefusal::Fault(StepFault::People(_, role)) = limit else {
        panic!("a role without people was accepted");
    };
    assert_eq!(role.as_str(), "planner");
}

#[test]
fn every_edit_changes_what_it_says_and_can_be_taken_back() {
    let mut plan = proposal();
    plan.start = Some(day("2027-01-04"));
    let added = Step::new(id("M01"), "Nog iemand trainen", Phase::Embedding, 40);
    let edits = [
        StepEdit::SetStep(Box::new(added.clone())),
        StepEdit::AddSteps(vec![Step::new(id("M02"), "", Phase::ScaleUp, 1)]),
        StepEdit::SetProgress {
            step: id("O01"),
            progress: progress(StepState::Done, None, Some("2027-01-08")),
        },
        StepEdit::SetDates {
            step: id("V11"),
            fixed_start: None,
            not_before: Some(day("2027-09-01")),
            deadline: None,
        },
        StepEdit::SetEstimate {
            step: id("V11"),
            estimate: Some(Estimate {
                optimistic: 20,
                pessimistic: 60,
                extra: Map::new(),
            }),
        },
        StepEdit::SetDuration {
            step: id("V11"),
            duration: 70,
        },
        StepEdit::AddLink {
            step: id("M01"),
            link: Link {
                kind: LinkKind::StartStart,
                lag: 5,
                ..Link::after(id("P02"))
            },
        },
        StepEdit::SetLimit {
            role: Role::new("planner"),
            people: Some(1),
        },
        StepEdit::KeepBaseline(calendar()),
        StepEdit::SetStart(None),
        StepEdit::ForgetBaseline,
        StepEdit::Replace(Box::new(proposal())),
    ];
    for edit in edits {
        let before = plan.clone();
        let changes = edit.changes(&plan, Some(day("2027-06-01"))).unwrap();
        let back = plan.apply_all(changes);
        assert_ne!(plan, before, "{edit:?}");
        let mut undone = plan.clone();
        undone.apply_all(back);
        assert_eq!(undone, before, "{edit:?}");
    }
    assert_eq!(plan, proposal());
}

#[test]
fn a_step_plan_is_read_and_written_without_loss() {
    let text = json!({
        "source": {"nl": "eigen"},
        "start": "2027-01-04",
        "limits": {"planner": 2},
        "uncertainty": {"seed": 9, "later": 1},
        "steps": [
            {"id": "b2", "title": {"nl": "Twee"}, "phase": "scale_up", "duration": 3,
             "after": ["A1", {"step": "A1", "kind": "finish_finish", "lag": -2, "why": "x"}],
             "progress": {"state": "busy", "started": "2027-01-05", "mood": "good"},
             "colour": "red"},
            {"id": "A1", "title": {"nl": "Een"}, "phase": "orientation", "duration": 3}
        ],
        "rooms": [1]
    });
    let plan: StepPlan = serde_json::from_value(text).unwrap();
    assert_eq!(plan.uncertainty.draws, 1_000);
    let written = serde_json::to_string(&plan).unwrap();
    for kept in [
        r#""after":["A1",{"step":"A1","kind":"finish_finish","lag":-2,"why":"x"}]"#,
        r#""colour":"red""#,
        r#""mood":"good""#,
        r#""later":1"#,
        r#""rooms":[1]"#,
    ] {
        assert!(written.contains(kept), "{kept} in {written}");
    }
    let again: StepPlan = serde_json::from_str(&written).unwrap();
    assert_eq!(again, plan);
    assert_eq!(serde_json::to_string(&again).unwrap(), written);

    let twice = r#"{"steps":[{"id":"A1","title":{"nl":""},"phase":"execution","duration":1},
        {"id":"a1","title":{"nl":""},"phase":"execution","duration":1}]}"#;
    let error = serde_json::from_str::<StepPlan>(twice).unwrap_err();
    assert!(error.to_string().contains("'A1' stands in the list twice"));
    let nameless =
        r#"{"steps":[{"id":"Piet de Vries","title":{"nl":""},"phase":"execution","duration":1}]}"#;
    assert!(serde_json::from_str::<StepPlan>(nameless).is_err());

    let mut all = proposal();
    all.start = Some(day("2027-01-04"));
    let kept = Baseline::keep(&all.timetable(&calendar()).unwrap(), day("2027-01-04"));
    all.baseline = kept;
    let written = serde_json::to_string(&all).unwrap();
    assert_eq!(serde_json::from_str::<StepPlan>(&written).unwrap(), all);
    let span = Span {
        start: 0,
        finish: 5,
    };
    assert_eq!(
        serde_json::to_string(&span).unwrap(),
        r#"{"start":0,"finish":5}"#
    );
}

#[test]
fn steps_that_come_and_go_are_part_of_the_difference() {
    let mut plan = proposal();
    let before = plan.timetable(&calendar()).unwrap();
    step(&mut plan, "P03").progress.state = StepState::Dropped;
    let added = Step::new(id("M01"), "Nog iemand trainen", Phase::Embedding, 40);
    edit(&mut plan, &StepEdit::AddSteps(vec![added])).unwrap();
    let after = plan.timetable(&calendar()).unwrap();
    let difference = Difference::between(&before, &after);
    let gone = difference.steps[&id("P03")];
    assert!(gone.before.is_some() && gone.after.is_none());
    let come = difference.steps[&id("M01")];
    assert!(come.before.is_none() && come.after.is_some());
    assert_eq!(codes(&difference.milestones), ["P03"]);
    assert_eq!(difference.finish, 0);
}

#[test]
fn changes_of_one_record_are_taken_back_in_the_other_order() {
    let original = proposal();
    let mut plan = original.clone();
    let starts = ["2027-01-04", "2027-02-01"].map(|date| StepChange::Start(Some(day(date))));
    let back = plan.apply_all(starts);
    assert_eq!(plan.start, Some(day("2027-02-01")));
    plan.apply_all(back);
    assert_eq!(plan, original);
}

#[test]
fn days_that_are_far_from_today_are_a_slip_of_the_pen() {
    let plan = StepPlan::proposal().clone();
    let today = Some(day("2027-01-04"));
    let far = day("2127-01-04");
    let refused = |edit: StepEdit| edit.changes(&plan, today).unwrap_err();
    let dates = |deadline| StepEdit::SetDates {
        step: StepId::parse("O01").unwrap(),
        fixed_start: None,
        not_before: None,
        deadline: Some(deadline),
    };
    assert_eq!(
        refused(StepEdit::SetStart(Some(far))),
        StepRefusal::FarOff(far)
    );
    assert_eq!(refused(dates(far)), StepRefusal::FarOff(far));
    let past = day("1927-01-04");
    let from = StepEdit::CountFrom {
        start: Some(past),
        wish: None,
    };
    assert_eq!(refused(from), StepRefusal::FarOff(past));
    // Twenty years is far enough for every plan, and a day that is there already stays.
    assert!(dates(day("2047-01-04")).changes(&plan, today).is_ok());
    assert!(dates(day("2047-01-05")).changes(&plan, today).is_err());
    let mut old = plan.clone();
    old.apply_all(dates(far).changes(&plan, None).unwrap());
    let longer = StepEdit::SetDuration {
        step: StepId::parse("O01").unwrap(),
        duration: 6,
    };
    assert!(longer.changes(&old, today).is_ok());
}
