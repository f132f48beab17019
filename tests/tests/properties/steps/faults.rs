//! Plans with every fault, and steps taken out and put back.

use super::{ALL_KINDS, breaks_a_link, early, id, plan};
use crate::random::cases;
use centering_core::calendar::Date;
use centering_core::steps::{
    Baseline, Difference, Edge, Estimate, Link, Phase, Role, Step, StepEdit, StepFault, StepId,
    StepPlan, StepState, Wish, WorkCalendar,
};
use proptest::prelude::*;
use serde_json::Map;

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn links_of_any_kind_give_a_plan_or_a_named_fault(
        links in prop::collection::vec((0..6_usize, 0..7_usize, -3..4_i32), 0..9),
    ) {
        let steps = (0..6).map(|number| {
            let mut step = Step::new(id(number), "", Phase::ScaleUp, number as i32 - 1 + i32::from(number == 0));
            for (to, from, lag) in &links {
                if *to == number {
                    step.after.push(Link { lag: *lag, ..Link::after(id(*from)) });
                }
            }
            step
        });
        let plan = StepPlan::of(steps).unwrap();
        let unknown = links.iter().any(|(_, from, _)| *from == 6);
        match plan.timetable(&WorkCalendar::default()) {
            Ok(timetable) => {
                prop_assert!(!unknown);
                prop_assert_eq!(breaks_a_link(&plan, &early(&timetable)), None);
            }
            Err(StepFault::UnknownPredecessor { predecessor, .. }) => {
                prop_assert_eq!(predecessor, id(6));
            }
            Err(StepFault::Cycle(circle)) => {
                for (place, step) in circle.iter().enumerate() {
                    let before = &circle[(place + circle.len() - 1) % circle.len()];
                    let is_linked = plan.steps[step].after.iter().any(|link| link.step == *before);
                    prop_assert!(is_linked, "{} after {}", step, before);
                }
            }
            Err(other) => prop_assert!(false, "{:?}", other),
        }
    }

    #[test]
    fn removing_steps_can_be_taken_back_and_leaves_a_plan(
        plan in plan(&ALL_KINDS, 10),
        chosen in prop::collection::vec(0..100_usize, 1..4),
    ) {
        let mut changed = plan.clone();
        let mut back = Vec::new();
        for number in chosen {
            let codes: Vec<StepId> = changed.steps.keys().cloned().collect();
            if let Some(code) = codes.get(number % codes.len().max(1)) {
                let changes = StepEdit::RemoveStep(code.clone()).changes(&changed, None).unwrap();
                back.push(changed.apply_all(changes));
                prop_assert!(changed.check().is_ok());
            }
        }
        for changes in back.into_iter().rev() {
            changed.apply_all(changes);
        }
        prop_assert_eq!(changed, plan);
    }

    #[test]
    fn no_numbers_or_dates_make_the_planner_panic(
        steps in prop::collection::vec(wild_step(), 1..6),
        start in prop::option::of(wild_date()),
        wish in prop::option::of((0..7_usize, wild_date(), any::<bool>())),
        limits in prop::collection::vec(0..4_u16, 0..3),
        uncertainty in (wild_number(), wild_number(), 0..4_u32, any::<u64>()),
        today in wild_date(),
    ) {
        let steps = steps.into_iter().enumerate().map(|(number, mut step)| {
            step.id = id(number);
            step
        });
        let mut plan = StepPlan::of(steps).unwrap();
        plan.start = start;
        plan.wish = wish.map(|(step, date, is_start)| Wish {
            step: id(step),
            edge: if is_start { Edge::Start } else { Edge::Finish },
            date,
            extra: Map::new(),
        });
        for (role, people) in ["planner", "lead"].iter().zip(limits) {
            plan.limits.insert(Role::new(role), people);
        }
        plan.uncertainty.optimistic_percent = uncertainty.0;
        plan.uncertainty.pessimistic_percent = uncertainty.1;
        plan.uncertainty.draws = uncertainty.2;
        plan.uncertainty.seed = uncertainty.3;
        let calendar = WorkCalendar::default();
        let checked = plan.check();
        let planned = plan.timetable(&calendar);
        if let Ok(timetable) = &planned {
            let baseline = Baseline::keep(timetable, today);
            let has_date = plan.start.is_some() || plan.wish.is_some();
            prop_assert!(baseline.is_some() == has_date || timetable.steps.is_empty());
            if let Ok(forecast) = plan.forecast(&calendar, today) {
                Difference::between(timetable, &forecast);
                baseline.map(|baseline| baseline.shift(&forecast));
            }
        }
        for day in [None, Some(today)] {
            let limited = plan.limited(&calendar, day);
            let outlook = plan.outlook(&calendar, day);
            if let (Ok(limited), None) = (limited, day) {
                prop_assert!(limited.bound <= limited.finish);
            }
            if checked.is_ok() && planned.is_ok() && day.is_none() {
                prop_assert!(outlook.is_ok() || outlook == Err(StepFault::BeyondCalendar));
            }
        }
    }
}

fn wild_number() -> impl Strategy<Value = i32> {
    prop_oneof![
        8 => 0..200,
        1 => prop::sample::select(&[i32::MIN, -1, 10_000, 10_001, 30_001, i32::MAX][..]),
    ]
}

fn wild_date() -> impl Strategy<Value = Date> {
    prop_oneof![
        8 => (0..900_i32).prop_map(|days| Date::new(2027, 1, 4).unwrap().plus_days(days)),
        1 => prop::sample::select(vec![Date::FIRST, Date::LAST, Date::LAST.plus_days(-40)]),
    ]
}

/// A step with anything a file can hold; mostly what a planner would write.
fn wild_step() -> impl Strategy<Value = Step> {
    let dates = prop::collection::vec(prop::option::weighted(0.2, wild_date()), 5);
    let state = prop::sample::select(
        &[
            StepState::Open,
            StepState::Open,
            StepState::Busy,
            StepState::Done,
            StepState::Dropped,
        ][..],
    );
    let links = prop::collection::vec((0..6_usize, 0..3_usize, wild_number()), 0..2);
    let numbers = prop::collection::vec(prop::option::weighted(0.2, wild_number()), 3);
    (wild_number(), dates, state, links, numbers, 0..3_u16).prop_map(
        |(duration, dates, state, links, numbers, people)| {
            let mut step = Step::new(id(0), "", Phase::Preparation, duration);
            step.role = Role::new(if people == 0 { "planner" } else { "lead" });
            step.people = people.max(1);
            step.milestone = people == 2;
            step.fixed_start = dates[0];
            step.not_before = dates[1];
            step.deadline = dates[2];
            step.progress.state = state;
            step.progress.started = dates[3];
            step.progress.finished = dates[4];
            step.progress.remaining = numbers[0];
            if let (Some(optimistic), Some(pessimistic)) = (numbers[1], numbers[2]) {
                step.estimate = Some(Estimate {
                    optimistic,
                    pessimistic,
                    extra: Map::new(),
                });
            }
            for (from, kind, lag) in links {
                step.after.push(Link {
                    kind: ALL_KINDS[kind],
                    lag,
                    ..Link::after(id(from))
                });
            }
            step
        },
    )
}
