//! Limits per role against every order of placing, and draws against the best and the worst case.

use super::{ALL_KINDS, breaks_a_link, duration, early, plan, table, weight};
use crate::random::cases;
use centering_core::calendar::Date;
use centering_core::steps::{Role, Span, StepId, StepPlan, WorkCalendar};
use proptest::prelude::*;
use std::collections::BTreeMap;

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn half_of_the_draws_lie_between_the_best_and_the_worst_case(
        plan in plan(&ALL_KINDS[..2], 10),
        seed in any::<u64>(),
    ) {
        let mut plan = plan;
        plan.uncertainty.seed = seed;
        plan.uncertainty.draws = 60;
        let outlooks = plan.outlook(&WorkCalendar::default(), None).unwrap();
        for outlook in outlooks.milestones.values().chain([&outlooks.finish]) {
            let days = [outlook.optimistic, outlook.p50, outlook.p80, outlook.pessimistic];
            prop_assert!(days.is_sorted(), "{:?}", days);
            prop_assert!(outlook.optimistic <= outlook.likely);
            prop_assert!(outlook.likely <= outlook.pessimistic);
        }
        prop_assert_eq!(plan.outlook(&WorkCalendar::default(), None).unwrap(), outlooks);
    }

    #[test]
    fn limits_hold_and_the_bound_is_never_above_the_best_order(
        plan in plan(&ALL_KINDS, 6),
        people in (1_u16..3, 1_u16..3),
    ) {
        let mut plan = plan;
        plan.limits.insert(Role::new("planner"), people.0);
        plan.limits.insert(Role::new("lead"), people.1);
        // A deadline that is missed says nothing of how short a plan can be.
        plan.start = Date::new(2027, 1, 4);
        for step in plan.steps.values_mut().step_by(2) {
            step.deadline = Date::new(2027, 1, 5);
        }
        let limited = plan.limited(&WorkCalendar::default(), None).unwrap();
        prop_assert_eq!(breaks_a_link(&plan, &limited.steps), None);
        for day in 0..limited.finish {
            for (role, most) in &plan.limits {
                prop_assert!(busy(&plan, &limited.steps, role, day) <= *most);
            }
        }
        let best = best_order(&plan, &mut BTreeMap::new());
        prop_assert!(limited.bound <= best, "bound {} above {}", limited.bound, best);
        prop_assert!(best <= limited.finish);
        prop_assert_eq!(limited.delay, limited.finish - table(&plan).finish);
        plan.limits.clear();
        let free = plan.limited(&WorkCalendar::default(), None).unwrap();
        prop_assert_eq!(free.steps, early(&table(&plan)));
    }
}

fn busy(plan: &StepPlan, spans: &BTreeMap<StepId, Span>, role: &Role, day: i32) -> u16 {
    let running = spans.iter().filter(|(id, span)| {
        plan.steps[*id].role == *role && span.start <= day && day < span.finish
    });
    running.map(|(id, _)| plan.steps[id].people).sum()
}

/// The shortest plan under the limits: every order of placing that keeps the links, each step on the first
/// day on which it fits. One of these orders gives an optimum.
fn best_order(plan: &StepPlan, placed: &mut BTreeMap<StepId, Span>) -> i32 {
    if placed.len() == plan.steps.len() {
        let kept = placed
            .iter()
            .filter(|(id, _)| !plan.steps[*id].is_dropped());
        return kept.map(|(_, span)| span.finish).max().unwrap_or(0);
    }
    let mut best = i32::MAX;
    for step in plan.steps.values() {
        let is_next = !placed.contains_key(&step.id)
            && step
                .after
                .iter()
                .all(|link| placed.contains_key(&link.step));
        if !is_next {
            continue;
        }
        let mut start = step
            .after
            .iter()
            .map(|link| placed[&link.step].start + weight(plan, step, link))
            .fold(0, i32::max);
        let fits = |start: i32| {
            let most = plan.limits[&step.role];
            (start..start + duration(step))
                .all(|day| busy(plan, placed, &step.role, day) + step.people <= most)
        };
        while !fits(start) {
            start += 1;
        }
        let finish = start + duration(step);
        placed.insert(step.id.clone(), Span { start, finish });
        best = best.min(best_order(plan, placed));
        placed.remove(&step.id);
    }
    best
}
