//! Limits per role, forecasts, baselines, and how sure the dates are.

use super::{calendar, codes, dates, day, id, plan, progress, proposal, range, step};
use centering_core::steps::{Baseline, Estimate, Role, StepFault, StepState, roles};
use serde_json::Map;

#[test]
fn limits_are_off_until_the_user_sets_them_and_show_the_delay_they_cause() {
    let mut plan = plan(&[
        ("A1", 5, &[]),
        ("A2", 4, &[]),
        ("A3", 3, &[]),
        ("A4", 2, &["A1", "A2", "A3"]),
    ]);
    let lead = Role::new("project_lead");
    for code in ["A1", "A2", "A3"] {
        step(&mut plan, code).role = lead.clone();
    }
    let free = plan.limited(&calendar(), None).unwrap();
    assert_eq!((free.finish, free.delay), (7, 0));
    assert!(free.is_proven());

    // One person for 12 days of work before A4: 14 days, and no order is shorter.
    plan.limits.insert(lead.clone(), 1);
    let one = plan.limited(&calendar(), None).unwrap();
    assert_eq!((one.finish, one.bound, one.delay), (14, 14, 7));
    assert_eq!(one.delay_by_role[&lead], 7);
    assert_eq!(
        one.dates(one.steps[&id("A4")]).unwrap().last,
        day("2027-01-21")
    );

    // Two people: 5 beside 4 + 3.
    plan.limits.insert(lead.clone(), 2);
    let two = plan.limited(&calendar(), None).unwrap();
    assert_eq!((two.finish, two.delay), (9, 2));
    assert!(two.bound <= two.finish);

    step(&mut plan, "A3").people = 3;
    let refused = plan.limited(&calendar(), None);
    assert_eq!(refused, Err(StepFault::People(id("A3"), lead)));
}

#[test]
fn one_person_per_role_delays_the_proposal_by_30_days_all_of_the_project_lead() {
    let mut plan = proposal();
    for role in roles() {
        plan.limits.insert(role.id.clone(), 1);
    }
    let limited = plan.limited(&calendar(), None).unwrap();
    assert_eq!((limited.unlimited_finish, limited.finish), (515, 545));
    assert_eq!((limited.bound, limited.is_proven()), (530, false));
    for (role, days) in &limited.delay_by_role {
        let expected = if role.as_str() == "project_lead" {
            30
        } else {
            0
        };
        assert_eq!(*days, expected, "{}", role.as_str());
    }
    for (one, span) in &limited.steps {
        for (other, beside) in &limited.steps {
            let shared = plan.steps[one].role == plan.steps[other].role;
            let overlap = span.start < beside.finish && beside.start < span.finish;
            assert!(one == other || !shared || !overlap, "{one} beside {other}");
        }
    }
}

#[test]
fn a_forecast_keeps_what_happened_and_starts_nothing_in_the_past() {
    let mut plan = plan(&[
        ("A1", 5, &[]),
        ("A2", 5, &["A1"]),
        ("A3", 5, &["A2"]),
        ("A4", 5, &[]),
    ]);
    // A1 took two days longer; A2 started on time for that; A4 has not started.
    step(&mut plan, "A1").progress =
        progress(StepState::Done, Some("2027-01-04"), Some("2027-01-12"));
    step(&mut plan, "A2").progress = progress(StepState::Busy, Some("2027-01-13"), None);
    let today = day("2027-01-18");
    let forecast = plan.forecast(&calendar(), today).unwrap();
    assert_eq!(dates(&forecast, "A1"), range("2027-01-04", "2027-01-12"));
    assert_eq!(dates(&forecast, "A2"), range("2027-01-13", "2027-01-19"));
    assert_eq!(dates(&forecast, "A3"), range("2027-01-20", "2027-01-26"));
    assert_eq!(dates(&forecast, "A4").first, today);
    assert!(!forecast.steps[&id("A1")].critical);
    assert_eq!(codes(forecast.critical()), ["A2", "A3"]);

    // A busy step that should have been done takes today at least, or what the user says is left.
    let late = plan.forecast(&calendar(), day("2027-01-25")).unwrap();
    assert_eq!(dates(&late, "A2").last, day("2027-01-25"));
    step(&mut plan, "A2").progress.remaining = Some(4);
    let late = plan.forecast(&calendar(), day("2027-01-25")).unwrap();
    assert_eq!(dates(&late, "A2").last, day("2027-01-28"));

    // The plan itself does not look at progress.
    assert_eq!(plan.timetable(&calendar()).unwrap().length(), 15);

    step(&mut plan, "A2").progress = progress(StepState::Done, None, None);
    let fault = plan.forecast(&calendar(), today).unwrap_err();
    assert_eq!(fault, StepFault::Progress(id("A2")));
}

#[test]
fn the_shift_against_the_baseline_is_counted_in_working_days() {
    let mut plan = plan(&[("A1", 5, &[]), ("A2", 5, &["A1"])]);
    let agreed = plan.timetable(&calendar()).unwrap();
    let baseline = Baseline::keep(&agreed, day("2027-01-04")).unwrap();
    let still = baseline.shift(&agreed);
    assert!(
        still
            .values()
            .all(|shift| (shift.start, shift.finish) == (0, 0))
    );

    step(&mut plan, "A1").progress =
        progress(StepState::Done, Some("2027-01-04"), Some("2027-01-12"));
    let forecast = plan.forecast(&calendar(), day("2027-01-13")).unwrap();
    let shift = baseline.shift(&forecast);
    assert_eq!((shift[&id("A1")].start, shift[&id("A1")].finish), (0, 2));
    assert_eq!((shift[&id("A2")].start, shift[&id("A2")].finish), (2, 2));
}

#[test]
fn draws_tell_when_each_milestone_is_likely_reached() {
    let mut plan = proposal();
    plan.start = Some(day("2027-01-04"));
    let outlooks = plan.outlook(&calendar(), None).unwrap();
    let end = &outlooks.finish;
    assert_eq!(end.likely, 515);
    assert_eq!(&outlooks.milestones[&id("B07")], end);
    for (code, outlook) in &outlooks.milestones {
        let days = [
            outlook.optimistic,
            outlook.p50,
            outlook.p80,
            outlook.pessimistic,
        ];
        assert!(
            days.is_sorted() && outlook.optimistic < outlook.pessimistic,
            "{code}"
        );
        assert!(
            outlooks.day(outlook.p50) <= outlooks.day(outlook.p80),
            "{code}"
        );
    }
    // Nearly every step can only become much longer, so the likely dates are not kept in half the draws.
    assert!(end.p50 > end.likely);
    // The longest step by far moves the end most. In the other draws scaling up takes longer than it.
    let share = |code: &str| {
        let found = end.drivers.iter().find(|driver| driver.step == id(code));
        found.map_or(0, |driver| driver.share_permille)
    };
    assert_eq!(end.drivers[0].step, id("U08"));
    assert!(share("U08") + share("P03") >= 1_000);
    assert_eq!((share("B07"), share("V08")), (1_000, 0));
    assert!(
        end.drivers
            .is_sorted_by_key(|driver| -driver.delay_hundredths)
    );

    assert_eq!(plan.outlook(&calendar(), None).unwrap(), outlooks);
    plan.uncertainty.seed = 2;
    let other = plan.outlook(&calendar(), None).unwrap();
    assert_ne!(other, outlooks);
    assert!((other.finish.p50 - end.p50).abs() <= 5);

    plan.uncertainty.draws = 0;
    let refused = plan.outlook(&calendar(), None).unwrap_err();
    assert_eq!(refused, StepFault::Uncertainty);
}

#[test]
fn a_step_with_an_estimate_of_its_own_is_drawn_from_it() {
    let mut plan = plan(&[("A1", 10, &[])]);
    step(&mut plan, "A1").estimate = Some(Estimate {
        optimistic: 10,
        pessimistic: 10,
        extra: Map::new(),
    });
    let sure = plan.outlook(&calendar(), None).unwrap().finish;
    assert_eq!(
        (sure.optimistic, sure.p50, sure.p80, sure.pessimistic),
        (10, 10, 10, 10)
    );
    step(&mut plan, "A1").duration = 11;
    let refused = plan.outlook(&calendar(), None).unwrap_err();
    assert_eq!(refused, StepFault::Estimate(id("A1")));
}

#[test]
fn what_is_done_is_no_longer_uncertain() {
    let mut plan = plan(&[("A1", 10, &[]), ("A2", 0, &["A1"])]);
    step(&mut plan, "A2").milestone = true;
    step(&mut plan, "A1").progress = progress(StepState::Done, None, Some("2027-01-15"));
    let outlooks = plan.outlook(&calendar(), Some(day("2027-01-18"))).unwrap();
    // It was not ticked yet, so it is not before today.
    let reached = &outlooks.milestones[&id("A2")];
    assert_eq!((reached.optimistic, reached.pessimistic), (11, 11));
    assert_eq!(outlooks.day(reached.p80), Some(day("2027-01-18")));
}

#[test]
fn a_dropped_step_moves_no_milestone_but_what_comes_before_it_does() {
    let mut plan = plan(&[
        ("A1", 10, &[]),
        ("A2", 5, &["A1"]),
        ("A3", 5, &["A2"]),
        ("A4", 1, &["A3"]),
    ]);
    step(&mut plan, "A2").progress.state = StepState::Dropped;
    step(&mut plan, "A4").progress.state = StepState::Dropped;
    let finish = plan.outlook(&calendar(), None).unwrap().finish;
    assert_eq!(finish.likely, 15);
    let mut drivers = codes(finish.drivers.iter().map(|driver| &driver.step));
    drivers.sort_unstable();
    assert_eq!(drivers, ["A1", "A3"]);
}
