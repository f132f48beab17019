//! Early and late days, slack, forecasts, and planning back.

use super::{ALL_KINDS, breaks_a_link, earliest, early, plan, table, to_the_end};
use crate::random::cases;
use centering_core::calendar::Date;
use centering_core::steps::{Edge, LinkKind, StepId, StepState, Wish, WorkCalendar};
use proptest::prelude::*;
use serde_json::Map;

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn early_days_and_slack_are_those_of_the_longest_paths(plan in plan(&ALL_KINDS, 8)) {
        let timetable = table(&plan);
        let kept = || plan.steps.values().filter(|step| !step.is_dropped());
        let end = kept().map(|step| earliest(&plan, step) + step.duration).max().unwrap_or(0);
        prop_assert_eq!(timetable.finish, end);
        for step in kept() {
            let days = timetable.steps[&step.id];
            prop_assert_eq!(days.early.start, earliest(&plan, step));
            let slack = end - earliest(&plan, step) - to_the_end(&plan, step);
            prop_assert_eq!(days.total_slack, slack);
            prop_assert!((0..=slack).contains(&days.free_slack));
            prop_assert_eq!(days.critical, slack == 0);
        }
    }

    #[test]
    fn no_step_starts_before_its_predecessors_allow(
        plan in plan(&ALL_KINDS, 14),
        set in prop::collection::vec((0..100_usize, 0..80_i32, 0..3_u8), 0..5),
    ) {
        let mut plan = plan;
        let first = Date::new(2027, 1, 4).unwrap();
        plan.start = Some(first);
        let codes: Vec<StepId> = plan.steps.keys().cloned().collect();
        for (number, after, kind) in set {
            let step = plan.steps.get_mut(&codes[number % codes.len()]).unwrap();
            let date = Some(first.plus_days(after - 10));
            match kind {
                0 => step.fixed_start = date,
                1 => step.not_before = date,
                _ => step.deadline = date,
            }
        }
        let timetable = table(&plan);
        prop_assert_eq!(breaks_a_link(&plan, &early(&timetable)), None);
        for (id, days) in &timetable.steps {
            let dates = timetable.dates(days.early).unwrap();
            let step = &plan.steps[id];
            let earliest = [step.fixed_start, step.not_before].into_iter().flatten().max();
            if let Some(earliest) = earliest && step.duration > 0 {
                prop_assert!(dates.first >= earliest);
            }
            prop_assert!(days.free_slack >= 0);
        }
    }

    #[test]
    fn forward_and_backward_plans_have_the_same_critical_steps(
        plan in plan(&ALL_KINDS, 12),
        chosen in 0..100_usize,
        edge in prop::sample::select(&[Edge::Start, Edge::Finish][..]),
    ) {
        let mut plan = plan;
        plan.start = Date::new(2027, 1, 4);
        let forward = table(&plan);
        let kept: Vec<&StepId> = forward.steps.keys().collect();
        prop_assume!(!kept.is_empty());
        plan.start = None;
        plan.wish = Some(Wish {
            step: kept[chosen % kept.len()].clone(),
            edge,
            date: Date::new(2029, 6, 30).unwrap(),
            extra: Map::new(),
        });
        let backward = table(&plan);
        prop_assert_eq!(backward.critical(), forward.critical());
        prop_assert_eq!(&backward.steps, &forward.steps);
        prop_assert!(backward.conflicts.is_empty());
    }

    #[test]
    fn slack_is_room_to_take_longer(
        plan in plan(&ALL_KINDS, 12),
        chosen in 0..100_usize,
        part in 0..=100_i32,
    ) {
        let before = table(&plan);
        let kept: Vec<&StepId> = before.steps.keys().collect();
        prop_assume!(!kept.is_empty());
        let id = kept[chosen % kept.len()];
        let longer = |slack: i32| {
            let mut plan = plan.clone();
            plan.steps.get_mut(id).unwrap().duration += slack * part / 100;
            table(&plan)
        };
        prop_assert!(longer(before.steps[id].total_slack).finish <= before.finish);

        let after = longer(before.steps[id].free_slack);
        // Where finishes are tied a longer step may have to start earlier; then nothing moves to a later day.
        let ties_finishes = plan.steps.values().any(|step| {
            step.after.iter().any(|link| link.kind == LinkKind::FinishFinish)
        });
        for (other, days) in &after.steps {
            let old = before.steps[other].early;
            if other != id {
                prop_assert!(days.early.start <= old.start);
                prop_assert!(ties_finishes || days.early == old);
            }
        }
    }

    #[test]
    fn a_forecast_keeps_facts_and_starts_nothing_open_before_today(
        plan in plan(&ALL_KINDS, 12),
        told in prop::collection::vec((0..100_usize, 0..60_i32, 0..40_i32, any::<bool>()), 0..6),
        today in 0..90_i32,
    ) {
        let mut plan = plan;
        let first = Date::new(2027, 1, 4).unwrap();
        let today = first.plus_days(today);
        plan.start = Some(first);
        let codes: Vec<StepId> = plan.steps.keys().cloned().collect();
        for (number, started, lasted, is_done) in told {
            let progress = &mut plan.steps.get_mut(&codes[number % codes.len()]).unwrap().progress;
            progress.started = Some(first.plus_days(started));
            progress.finished = is_done.then(|| first.plus_days(started + lasted));
            progress.state = if is_done { StepState::Done } else { StepState::Busy };
        }
        let forecast = plan.forecast(&WorkCalendar::default(), today).unwrap();
        for (id, days) in &forecast.steps {
            let step = &plan.steps[id];
            let dates = forecast.dates(days.early).unwrap();
            let is_weekday = |date: Date| WorkCalendar::default().is_working(date);
            match step.progress.state {
                StepState::Open => prop_assert!(dates.first >= today),
                StepState::Busy => {
                    let started = step.progress.started.unwrap();
                    prop_assert!(step.duration == 0 || dates.first >= started);
                    prop_assert!(!is_weekday(started) || step.duration == 0 || dates.first == started);
                    prop_assert!(step.duration == 0 || dates.last >= today || !is_weekday(today));
                }
                _ => {
                    let finished = step.progress.finished.unwrap();
                    prop_assert!(!days.critical && dates.last <= finished);
                    prop_assert!(!is_weekday(finished) || dates.last == finished);
                }
            }
        }
        let open = |id: &StepId| plan.steps[id].progress.state == StepState::Open;
        for step in plan.steps.values().filter(|step| open(&step.id)) {
            for link in &step.after {
                let (Some(before), Some(own)) = (
                    forecast.steps.get(&link.step),
                    forecast.steps.get(&step.id),
                ) else {
                    continue;
                };
                let (from, to) = match link.kind {
                    LinkKind::FinishStart => (before.early.finish, own.early.start),
                    LinkKind::StartStart => (before.early.start, own.early.start),
                    LinkKind::FinishFinish => (before.early.finish, own.early.finish),
                };
                prop_assert!(from + link.lag <= to, "{} before {}", link.step, step.id);
            }
        }
    }

    #[test]
    fn open_steps_follow_today_as_the_longest_paths_say(
        plan in plan(&ALL_KINDS, 8),
        today in -40..90_i32,
        is_wish in any::<bool>(),
    ) {
        let mut plan = plan;
        let first = Date::new(2027, 1, 4).unwrap();
        let today = first.plus_days(today);
        plan.start = (!is_wish).then_some(first);
        let kept = plan.steps.values().find(|step| !step.is_dropped());
        let Some(kept) = kept.map(|step| step.id.clone()) else {
            return Ok(());
        };
        plan.wish = Some(Wish { step: kept, edge: Edge::Finish, date: first, extra: Map::new() });
        let calendar = WorkCalendar::default();
        let forecast = plan.forecast(&calendar, today).unwrap();
        // Without progress all that changes is the day from which everything counts.
        let least = forecast.steps.values().map(|days| days.early.start).min().unwrap();
        for (id, days) in &forecast.steps {
            let step = &plan.steps[id];
            prop_assert!(forecast.dates(days.early).unwrap().first >= today);
            prop_assert_eq!(days.early.start - least, earliest(&plan, step));
        }
        for conflict in &forecast.conflicts {
            prop_assert!(conflict.possible >= today && conflict.possible > conflict.set);
        }
        let outlook = plan.outlook(&calendar, Some(today)).unwrap();
        prop_assert!(outlook.day(outlook.finish.optimistic).unwrap() >= today);
    }

    #[test]
    fn ticking_a_step_makes_nothing_later(
        plan in plan(&ALL_KINDS, 12),
        ticked in prop::collection::vec((0..100_usize, any::<bool>()), 1..6),
        today in -20..90_i32,
    ) {
        let mut plan = plan;
        let first = Date::new(2027, 1, 4).unwrap();
        let today = first.plus_days(today);
        plan.start = Some(first);
        let calendar = WorkCalendar::default();
        let codes: Vec<StepId> = plan.steps.keys().cloned().collect();
        let mut before = plan.forecast(&calendar, today).unwrap();
        for (number, is_done) in ticked {
            let step = plan.steps.get_mut(&codes[number % codes.len()]).unwrap();
            if step.progress.state != StepState::Open {
                continue;
            }
            step.progress.started = Some(today);
            step.progress.finished = is_done.then_some(today);
            step.progress.state = if is_done { StepState::Done } else { StepState::Busy };
            let after = plan.forecast(&calendar, today).unwrap();
            prop_assert!(after.last_day() <= before.last_day());
            for (id, days) in &after.steps {
                prop_assert!(days.early.start <= before.steps[id].early.start, "{}", id);
                prop_assert!(days.early.finish <= before.steps[id].early.finish, "{}", id);
            }
            before = after;
        }
    }
}
