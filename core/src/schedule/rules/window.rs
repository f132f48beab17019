//! VEN-02: every child has an age that the template allows. Source: `docs/domain.md#2.1`.

use super::{Against, Question, Say};
use crate::calendar::{Date, DateRange};
use serde::{Deserialize, Serialize};

/// On which side of a window a day lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// Before it: the youngest child is too young.
    Before,
    /// After it: the oldest child is too old.
    After,
}

pub(super) fn check(question: &Question<'_>, date: Date, say: Say<'_, '_>) {
    let template = question.window.map(|window| window.template);
    if let Some((days, side)) = template.and_then(|range| outside(range, date)) {
        say(Against::Outside { days, side });
    }
}

/// How far a day lies outside a range. For an empty range the side is the one of the violated bound; a day
/// that violates both lies after it, because waiting no longer helps the oldest child.
pub(super) fn outside(range: DateRange, date: Date) -> Option<(i32, Side)> {
    if date > range.last {
        Some((date.days_since(range.last), Side::After))
    } else if date < range.first {
        Some((range.first.days_since(date), Side::Before))
    } else {
        None
    }
}
