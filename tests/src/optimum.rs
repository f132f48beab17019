//! Whether the days of a planned group are the best there are, judged by the brute force.

use crate::brute_force::best_dates;
use crate::day::Day;
use crate::document::{Document, Group, HalfDayChoice, weekday_of};
use crate::rules::cost_of_group;

const HALF_DAYS: [&str; 10] = [
    "mon-am", "mon-pm", "tue-am", "tue-pm", "wed-am", "wed-pm", "thu-am", "thu-pm", "fri-am",
    "fri-pm",
];

/// The weekdays of the half-days that most families of a group can.
fn weekdays_for_most(plan: &Document, group: &Group) -> Vec<i32> {
    let can = |half_day: &str| {
        plan.members(group)
            .filter(|one| {
                one.half_days.is_empty() || one.half_days.iter().any(|own| own == half_day)
            })
            .count()
    };
    let most = HALF_DAYS.into_iter().map(can).max().unwrap_or(0);
    let mut weekdays: Vec<i32> = HALF_DAYS
        .into_iter()
        .filter(|half_day| can(half_day) == most)
        .map(weekday_of)
        .collect();
    weekdays.dedup();
    weekdays
}

/// The days of the group are those of the brute force, on the cheapest weekday that most families can.
///
/// # Panics
/// When there are better days.
pub fn assert_best_dates(plan: &Document, group: &Group, today: Option<Day>) {
    let choice = group
        .half_day
        .as_ref()
        .expect("a planned group has a half-day");
    let (cost, dates) = best_dates(plan, group, choice.weekday(), today);
    let found: Vec<Option<Day>> = group.sessions.iter().map(|session| session.date).collect();
    assert_eq!(found, dates, "{} of {:?}", group.id, plan.births(group));
    assert_eq!(cost, cost_of_group(plan, group, today), "{}", group.id);
    if let HalfDayChoice::Planner(half_day) = choice {
        let weekdays = weekdays_for_most(plan, group);
        assert!(
            weekdays.contains(&choice.weekday()),
            "{half_day} suits fewer families"
        );
        for weekday in weekdays {
            let (other, _) = best_dates(plan, group, weekday, today);
            assert!(
                cost <= other,
                "weekday {weekday} costs {other}, {half_day} {cost}"
            );
        }
    }
}
