//! The first bijeenkomst of the first group as a deadline for the steps that must be finished by then.

use super::figures::first_day;
use crate::calendar::Date;
use crate::plan::{GroupId, Plan};
use crate::steps::{StepId, StepState, Timetable, WorkCalendar};

/// The steps that must be done before the first group meets: room, training, registration in the record
/// system, and recruitment. Source: `docs/domain.md#4.4` (their results).
const BEFORE_FIRST_GROUP: [&str; 4] = ["V09", "V11", "V12", "U01"];

/// The first group and the day of its first bijeenkomst.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirstGroup {
    /// The group.
    pub group: GroupId,
    /// The day.
    pub day: Date,
}

/// A step against the first group.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GroupDeadline {
    /// The step.
    pub step: StepId,
    /// The last working day before the first bijeenkomst.
    pub by: Date,
    /// The day on which it is planned to be done, or was.
    pub planned: Date,
    /// Working days between the two; negative when it comes too late.
    pub slack: i32,
    /// Whether it is done.
    pub done: bool,
}

/// The group that meets first; of equals the first by code. `None` while no group has a day.
pub fn first_group(plan: &Plan) -> Option<FirstGroup> {
    let groups = plan.groups.values();
    groups
        .filter_map(|group| Some((first_day(group)?, &group.id)))
        .min()
        .map(|(day, group)| FirstGroup {
            group: group.clone(),
            day,
        })
}

/// The steps that the first group waits for, as planned in this timetable; none without a group or dates.
pub fn group_deadlines(plan: &Plan, timetable: &Timetable) -> Vec<GroupDeadline> {
    let (Some(first), Some(steps)) = (first_group(plan), &plan.steps) else {
        return Vec::new();
    };
    let calendar = WorkCalendar::from(&plan.settings);
    let Some(by) = last_working_day_before(&calendar, first.day) else {
        return Vec::new();
    };
    BEFORE_FIRST_GROUP
        .iter()
        .filter_map(|code| {
            let step = steps.steps.get(&StepId::parse(code).ok()?)?;
            let days = timetable.steps.get(&step.id)?;
            let planned = timetable.dates(days.early)?.last;
            Some(GroupDeadline {
                step: step.id.clone(),
                by,
                planned,
                slack: working_days_between(&calendar, planned, by),
                done: step.progress.state == StepState::Done,
            })
        })
        .collect()
}

/// A year without a working day is no calendar to plan with.
const LONGEST_CLOSURE: i32 = 366;

fn last_working_day_before(calendar: &WorkCalendar, day: Date) -> Option<Date> {
    (1..LONGEST_CLOSURE)
        .map(|back| day.plus_days(-back))
        .find(|day| calendar.is_working(*day))
}

/// Working days after one day up to another; negative when the other comes first.
fn working_days_between(calendar: &WorkCalendar, from: Date, to: Date) -> i32 {
    let (first, last, sign) = if from <= to {
        (from, to, 1)
    } else {
        (to, from, -1)
    };
    let working = (1..=last.days_since(first))
        .filter(|days| calendar.is_working(first.plus_days(*days)))
        .count();
    sign * i32::try_from(working).unwrap_or(i32::MAX)
}
