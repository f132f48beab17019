//! Cases from practice: links with lags, days that are closed, circles, and steps that no plan may put in the past.

use super::{calendar, codes, dates, day, edit, id, plan, progress, proposal, range, step};
use centering_core::calendar::{HolidayRules, Observance};
use centering_core::steps::{
    Baseline, Conflict, Edge, Link, LinkKind, SetDate, StepEdit, StepFault, StepId, StepPlan,
    StepRefusal, StepState, Timetable, Wish, WorkCalendar,
};
use serde_json::Map;

fn tied(mut plan: StepPlan, later: &str, earlier: &str, kind: LinkKind, lag: i32) -> StepPlan {
    let link = Link {
        kind,
        lag,
        ..Link::after(id(earlier))
    };
    step(&mut plan, later).after.push(link);
    plan
}

/// Start, finish and slack of each step.
fn days(timetable: &Timetable) -> Vec<(i32, i32, i32)> {
    let steps = timetable.steps.values();
    steps
        .map(|days| (days.early.start, days.early.finish, days.total_slack))
        .collect()
}

/// A 10; B 10, so many days after it; C 10, done no earlier than B.
fn overlap(lag: i32) -> StepPlan {
    let bare = plan(&[("A1", 10, &[]), ("B1", 10, &[]), ("C1", 10, &[])]);
    let bare = tied(bare, "B1", "A1", LinkKind::FinishStart, lag);
    tied(bare, "C1", "B1", LinkKind::FinishFinish, 0)
}

#[test]
fn lags_leads_and_ties_between_finishes_give_the_days_of_other_planners() {
    let now = day("2027-01-04");
    let forecast = |plan: &StepPlan| plan.forecast(&calendar(), now).unwrap();
    let lead = forecast(&overlap(-5));
    assert_eq!(days(&lead), [(0, 10, 0), (5, 15, 0), (5, 15, 0)]);
    assert_eq!(dates(&lead, "C1"), range("2027-01-11", "2027-01-22"));
    assert_eq!(codes(lead.critical()), ["A1", "B1", "C1"]);

    let lag = forecast(&overlap(5));
    assert_eq!(days(&lag), [(0, 10, 0), (15, 25, 0), (15, 25, 0)]);
    assert_eq!(dates(&lag, "B1"), range("2027-01-25", "2027-02-05"));

    let mut late = overlap(-5);
    step(&mut late, "C1").deadline = Some(day("2027-01-19"));
    let late = forecast(&late);
    assert_eq!(days(&late), [(0, 10, -3), (5, 15, -3), (5, 15, -3)]);
    let missed = Conflict {
        step: id("C1"),
        kind: SetDate::Deadline,
        set: day("2027-01-19"),
        possible: day("2027-01-22"),
        days: 3,
    };
    assert_eq!(late.conflicts, [missed]);

    let three = plan(&[("A1", 5, &[]), ("B1", 5, &[]), ("C1", 5, &["A1"])]);
    let three = forecast(&tied(three, "B1", "A1", LinkKind::FinishStart, 3));
    assert_eq!(days(&three), [(0, 5, 0), (8, 13, 0), (5, 10, 3)]);

    let row = plan(&[
        ("A1", 4, &[]),
        ("B1", 3, &["A1"]),
        ("C1", 5, &["B1"]),
        ("D1", 1, &[]),
    ]);
    let row = forecast(&tied(row, "D1", "C1", LinkKind::FinishStart, -2));
    assert_eq!(days(&row), [(0, 4, 0), (4, 7, 0), (7, 12, 0), (10, 11, 1)]);
    assert_eq!(codes(row.critical()), ["A1", "B1", "C1"]);
}

#[test]
fn closed_days_summer_time_and_a_sunday_move_no_other_day() {
    let last = |days: i32, start: &str, calendar: &WorkCalendar| {
        let mut plan = plan(&[("A1", days, &[])]);
        plan.start = Some(day(start));
        let forecast = plan.forecast(calendar, day(start)).unwrap();
        dates(&forecast, "A1").last
    };
    assert_eq!(last(5, "2027-04-26", &calendar()), day("2027-05-03"));
    assert_eq!(last(5, "2027-05-03", &calendar()), day("2027-05-10"));
    let always = HolidayRules {
        liberation_day: Observance::Always,
        ..HolidayRules::default()
    };
    let always = WorkCalendar::new(always, Vec::new());
    assert_eq!(last(5, "2027-05-03", &always), day("2027-05-11"));
    let closed = vec![range("2027-10-26", "2027-10-26")];
    let closed = WorkCalendar::new(HolidayRules::default(), closed);
    assert_eq!(last(5, "2027-10-25", &closed), day("2027-11-01"));
    assert_eq!(last(10, "2027-03-22", &calendar()), day("2027-04-05"));
    assert_eq!(last(10, "2027-10-25", &calendar()), day("2027-11-05"));

    let mut sunday = plan(&[("A1", 5, &[]), ("B1", 5, &["A1"])]);
    sunday.start = Some(day("2027-03-01"));
    step(&mut sunday, "A1").not_before = Some(day("2027-03-07"));
    let forecast = sunday.forecast(&calendar(), day("2027-03-01")).unwrap();
    assert_eq!(dates(&forecast, "A1"), range("2027-03-08", "2027-03-12"));
    assert_eq!(dates(&forecast, "B1"), range("2027-03-15", "2027-03-19"));
}

#[test]
fn a_milestone_moves_along_when_the_start_moves() {
    let mut plan = plan(&[("A1", 10, &[]), ("B1", 5, &["M1"]), ("M1", 0, &["A1"])]);
    step(&mut plan, "M1").milestone = true;
    let now = day("2027-01-04");
    let agreed = plan.forecast(&calendar(), now).unwrap();
    let baseline = Baseline::keep(&agreed, now).unwrap();
    plan.start = Some(day("2027-02-01"));
    let moved = plan.forecast(&calendar(), now).unwrap();
    assert_eq!(dates(&moved, "A1"), range("2027-02-01", "2027-02-12"));
    assert_eq!(dates(&moved, "M1"), range("2027-02-12", "2027-02-12"));
    assert_eq!(dates(&moved, "B1"), range("2027-02-15", "2027-02-19"));
    let shifts = baseline.shift(&moved);
    assert!(
        shifts
            .values()
            .all(|shift| (shift.start, shift.finish) == (20, 20))
    );
}

/// The proposal with the wish that the first group starts on 1 March 2027.
fn first_group_in_march() -> StepPlan {
    let mut plan = proposal();
    plan.wish = Some(Wish {
        step: id("U03"),
        edge: Edge::Start,
        date: day("2027-03-01"),
        extra: Map::new(),
    });
    plan
}

#[test]
fn a_wish_that_cannot_be_met_says_which_day_can() {
    // A Sunday.
    let today = day("2026-11-29");
    let mut plan = first_group_in_march();
    let first_day = |plan: &StepPlan| {
        let forecast = plan.forecast(&calendar(), today).unwrap();
        let ahead = forecast
            .steps
            .iter()
            .filter(|(id, _)| plan.steps[*id].progress.state == StepState::Open);
        for (step, days) in ahead {
            assert!(forecast.dates(days.early).unwrap().first > today, "{step}");
        }
        let [conflict] = &forecast.conflicts[..] else {
            panic!("{:?}", forecast.conflicts);
        };
        assert_eq!(conflict.set, day("2027-03-01"));
        assert_eq!(conflict.kind, SetDate::Wish(Edge::Start));
        assert_eq!(dates(&forecast, "U03").first, conflict.possible);
        (conflict.possible, forecast.last_day().unwrap())
    };
    // 175 working days go before the first group. Of the weekdays from 30 November, Christmas, New Year, Tweede
    // Paasdag, Koningsdag, Hemelvaartsdag and Tweede Pinksterdag fall out.
    let (possible, end) = first_day(&plan);
    assert_eq!(possible, day("2027-08-10"));
    // What is done makes nothing later.
    for code in ["O06", "O08", "V01", "V02"] {
        let done = progress(StepState::Done, Some("2026-11-29"), Some("2026-11-29"));
        step(&mut plan, code).progress = done;
        let (sooner, sooner_end) = first_day(&plan);
        assert!(sooner <= possible && sooner_end <= end, "{code}");
    }
    let (possible, end) = first_day(&plan);
    assert_eq!((possible, end), (day("2027-06-22"), day("2028-10-13")));
    // Once the groups meet nobody can still keep it.
    let met = progress(StepState::Busy, Some("2027-08-17"), None);
    step(&mut plan, "U03").progress = met;
    let forecast = plan.forecast(&calendar(), day("2027-08-20")).unwrap();
    assert_eq!(forecast.conflicts, []);
}

#[test]
fn a_moment_is_not_before_today_and_holds_nothing_back() {
    let mut plan = plan(&[("A1", 5, &[]), ("B1", 5, &["M1"]), ("M1", 0, &["A1"])]);
    step(&mut plan, "A1").progress =
        progress(StepState::Done, Some("2027-01-04"), Some("2027-01-08"));
    let today = day("2027-01-20");
    let forecast = plan.forecast(&calendar(), today).unwrap();
    assert_eq!(dates(&forecast, "M1"), range("2027-01-20", "2027-01-20"));
    assert_eq!(dates(&forecast, "B1").first, today);
    let mut alone = plan.clone();
    alone.steps.remove(&id("B1"));
    let last = alone.forecast(&calendar(), today).unwrap().last_day();
    assert_eq!(last, Some(today));
    let outlook = alone.outlook(&calendar(), Some(today)).unwrap();
    assert_eq!(outlook.day(outlook.finish.p80), Some(today));

    // A day that is missed is answered by the day that is shown.
    step(&mut alone, "M1").deadline = Some(day("2027-01-11"));
    let late = alone.forecast(&calendar(), today).unwrap();
    assert_eq!(late.conflicts[0].possible, today);

    let at = |plan: &mut StepPlan, told: &str| {
        step(plan, "M1").progress = progress(StepState::Done, Some(told), Some(told));
        let forecast = plan.forecast(&calendar(), today).unwrap();
        (dates(&forecast, "M1"), dates(&forecast, "B1").first)
    };
    assert_eq!(
        at(&mut plan, "2027-01-20"),
        (range("2027-01-20", "2027-01-20"), today)
    );
    assert_eq!(
        at(&mut plan, "2027-01-19"),
        (range("2027-01-19", "2027-01-19"), today)
    );
    // On a Saturday: the working day before it.
    assert_eq!(
        at(&mut plan, "2027-01-16"),
        (range("2027-01-15", "2027-01-15"), today)
    );
}

#[test]
fn a_circle_is_mended_link_by_link_and_never_made() {
    let circle = |steps: &[&str]| {
        StepRefusal::Fault(StepFault::Cycle(
            steps.iter().map(|code| id(code)).collect(),
        ))
    };
    // Two circles, A-B-C and D alone; E and F hang on to them.
    let mut plan = plan(&[
        ("A1", 5, &["C1"]),
        ("B1", 5, &["A1"]),
        ("C1", 5, &["B1"]),
        ("D1", 5, &["D1"]),
        ("E1", 5, &["C1"]),
        ("F1", 5, &["E1"]),
    ]);
    assert_eq!(plan.faults().len(), 1);
    // Everything but another circle can be changed meanwhile.
    let longer = |code: &str, duration| StepEdit::SetDuration {
        step: id(code),
        duration,
    };
    edit(&mut plan, &longer("B1", 7)).unwrap();
    assert_eq!(
        edit(&mut plan, &longer("B1", -7)),
        Err(StepRefusal::Fault(StepFault::Duration(id("B1"))))
    );
    let link = |step: &str, earlier: &str| StepEdit::AddLink {
        step: id(step),
        link: Link::after(id(earlier)),
    };
    assert_eq!(
        edit(&mut plan, &link("E1", "F1")),
        Err(circle(&["E1", "F1"]))
    );
    assert_eq!(
        edit(&mut plan, &link("A1", "E1")),
        Err(circle(&["A1", "B1", "C1", "E1"]))
    );
    edit(&mut plan, &link("F1", "A1")).unwrap();

    let mut without = plan.clone();
    edit(&mut without, &StepEdit::RemoveStep(id("B1"))).unwrap();
    let unlink = |step: &str, earlier: &str| StepEdit::RemoveLink {
        step: id(step),
        predecessor: id(earlier),
        kind: LinkKind::FinishStart,
    };
    for mut mended in [plan, without] {
        if mended.steps.contains_key(&id("B1")) {
            edit(&mut mended, &unlink("A1", "C1")).unwrap();
        }
        assert_eq!(mended.check(), Err(StepFault::Cycle(vec![id("D1")])));
        edit(&mut mended, &unlink("D1", "D1")).unwrap();
        assert_eq!(mended.check(), Ok(()));
    }
}

#[test]
fn a_diamond_is_no_circle() {
    let mut plan = plan(&[
        ("A1", 5, &[]),
        ("B1", 5, &["A1"]),
        ("C1", 5, &["A1"]),
        ("D1", 5, &[]),
    ]);
    for earlier in ["B1", "C1"] {
        let link = Link::after(id(earlier));
        let step = id("D1");
        edit(&mut plan, &StepEdit::AddLink { step, link }).unwrap();
    }
    let mut proposal = proposal();
    let refused = edit(
        &mut proposal,
        &StepEdit::AddLink {
            step: id("V07"),
            link: Link::after(id("V08")),
        },
    );
    let named: Vec<StepId> = ["V07", "V08"].map(id).to_vec();
    assert_eq!(refused, Err(StepRefusal::Fault(StepFault::Cycle(named))));
}
