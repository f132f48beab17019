//! VEN-01: a day in the preferred window is better than one outside it. Source of all costs: domain facts,
//! section 2.1 (proposal).

use super::window::outside;
use super::{Against, Question, Say};
use crate::calendar::Date;
use crate::care::SessionWindow;

/// Cost of a day outside the preferred window.
pub const OUTSIDE_PREFERRED_COST: i64 = 100_000;

pub(super) fn check(question: &Question<'_>, date: Date, say: Say<'_, '_>) {
    let window = question.window;
    let allowed = window.filter(|window| window.template.contains(date));
    if let Some((days, side)) = allowed.and_then(|window| outside(window.preferred, date)) {
        say(Against::OutsidePreferred { days, side });
    }
}

/// What the window adds to the cost of a day: outside the preferred days, and away from the ideal one.
pub(in crate::schedule) fn cost(window: &SessionWindow, date: Date) -> i64 {
    let outside = i64::from(!window.preferred.contains(date));
    outside * OUTSIDE_PREFERRED_COST + i64::from(date.days_since(window.ideal).abs())
}
