//! DAG-02: a group meets on its own half-day; on another one some families may not be able to come.

use super::{Against, Question, Say};
use crate::calendar::{Date, HalfDay, Workday};
use crate::schedule::overview::families_that_cannot;

pub(super) fn check(question: &Question<'_>, date: Date, say: Say<'_, '_>) {
    let group = question.beside.map(|windowed| windowed.group);
    let fixed = group.and_then(|group| Some((group, group.half_day?.half_day())));
    let (Some((group, fixed)), Some(workday)) = (fixed, Workday::of(date)) else {
        return;
    };
    if workday != fixed.workday {
        let half_day = HalfDay { workday, ..fixed };
        let families_cannot = families_that_cannot(question.plan, group, half_day);
        say(Against::OtherWeekday {
            half_day,
            families_cannot,
        });
    }
}
