//! VAK-01, VAK-02, VAK-03: a school holiday is avoided where the settings say so, as far as they are published.
//! Source of the costs: `docs/domain.md#2.1` (proposal).

use super::{Against, Question, Say};
use crate::calendar::{Date, SchoolHolidays};
use crate::plan::Treatment;
use crate::schedule::Days;

pub(in crate::schedule) const AVOID_COST: i64 = 1_000;
const AVOID_STRONGLY_COST: i64 = 2_000;

pub(super) fn check(question: &Question<'_>, date: Date, say: Say<'_, '_>) {
    let Some(days) = question.days else { return };
    if let Some((kind, treatment)) = days.holiday_treatment(date)
        && treatment != Treatment::Allow
    {
        say(Against::SchoolHoliday(kind));
    }
    if days.is_beyond_known(date) {
        let after = SchoolHolidays::official().known_until();
        say(Against::SchoolHolidaysUnknown { after });
    }
}

/// What a school holiday adds to the cost of a day.
pub(in crate::schedule) fn cost(days: Days<'_>, date: Date) -> i64 {
    match days.holiday_treatment(date).map(|(_, treatment)| treatment) {
        None | Some(Treatment::Allow) => 0,
        Some(Treatment::Avoid) => AVOID_COST,
        Some(Treatment::AvoidStrongly | Treatment::Forbid) => AVOID_STRONGLY_COST,
    }
}
