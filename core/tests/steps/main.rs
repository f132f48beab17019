//! The step plan against figures written by hand: the proposal of `docs/domain.md#4.4`, the short
//! plan of a pilot, dates forward and backward, limits, progress, draws, differences and edits.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "helpers of tests may fail a test"
)]

mod cases;
mod dates;
mod edits;
mod progress;

use centering_core::calendar::{Date, DateRange};
use centering_core::steps::{
    Link, Phase, Progress, Step, StepEdit, StepId, StepPlan, StepRefusal, StepState, Timetable,
    WorkCalendar,
};

fn day(text: &str) -> Date {
    Date::parse_iso(text).unwrap()
}

fn id(text: &str) -> StepId {
    StepId::parse(text).unwrap()
}

fn range(first: &str, last: &str) -> DateRange {
    DateRange {
        first: day(first),
        last: day(last),
    }
}

fn calendar() -> WorkCalendar {
    WorkCalendar::default()
}

fn proposal() -> StepPlan {
    StepPlan::proposal().clone()
}

/// A plan of steps `(code, working days, codes before it)`, from Monday 4 January 2027.
fn plan(steps: &[(&str, i32, &[&str])]) -> StepPlan {
    let steps = steps.iter().map(|(code, duration, after)| {
        let mut step = Step::new(id(code), code, Phase::Preparation, *duration);
        step.after = after.iter().map(|code| Link::after(id(code))).collect();
        step
    });
    let mut plan = StepPlan::of(steps).unwrap();
    plan.start = Some(day("2027-01-04"));
    plan
}

fn step<'a>(plan: &'a mut StepPlan, code: &str) -> &'a mut Step {
    plan.steps.get_mut(&id(code)).unwrap()
}

fn early(timetable: &Timetable, code: &str) -> (i32, i32) {
    let span = timetable.steps[&id(code)].early;
    (span.start, span.finish)
}

fn dates(timetable: &Timetable, code: &str) -> DateRange {
    timetable.dates(timetable.steps[&id(code)].early).unwrap()
}

fn codes<'a>(ids: impl IntoIterator<Item = &'a StepId>) -> Vec<&'a str> {
    ids.into_iter().map(StepId::as_str).collect()
}

fn edit(plan: &mut StepPlan, edit: &StepEdit) -> Result<(), StepRefusal> {
    let changes = edit.changes(plan, Some(day("2027-06-01")))?;
    plan.apply_all(changes);
    Ok(())
}

fn progress(state: StepState, started: Option<&str>, finished: Option<&str>) -> Progress {
    Progress {
        state,
        started: started.map(day),
        finished: finished.map(day),
        ..Progress::default()
    }
}
