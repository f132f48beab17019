//! INT-01, INT-02: bijeenkomsten come in their order, with the time between them that the template and the
//! vaccinations ask for. Source: `docs/domain.md#2.1` and the limits of the vaccination programme.

use super::{Against, Question, Say};
use crate::calendar::{AgeOffset, Date};
use crate::care::{IntervalReason, SessionNumber, SessionWindow};
use crate::plan::{Group, Status};
use serde::{Deserialize, Serialize};

pub(super) fn check(question: &Question<'_>, date: Date, say: Say<'_, '_>) {
    let (Some(own), Some(window)) = (question.beside, question.window) else {
        return;
    };
    for mut violation in violated_intervals(own.group, &own.windows, window.number, date) {
        // The day that is named is one that could be chosen.
        if let Some(days) = question.days {
            let is_earlier = violation.other < window.number;
            violation.limit = days.open_near(violation.limit, if is_earlier { 1 } else { -1 });
        }
        say(Against::Interval(violation));
    }
}

/// A rule between two bijeenkomsten that a day breaks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Violation {
    /// The other bijeenkomst.
    pub other: SessionNumber,
    /// The first day that would keep the rule when the other comes earlier, the last when it comes later.
    pub limit: Date,
    /// Where the rule comes from; `None` when the order of the bijeenkomsten itself is broken.
    pub reason: Option<IntervalReason>,
}

/// The rules between bijeenkomsten that break when this one is held on this day.
pub fn violated_intervals(
    group: &Group,
    windows: &[SessionWindow],
    number: SessionNumber,
    date: Date,
) -> Vec<Violation> {
    let date_of = |other: SessionNumber| {
        group
            .sessions
            .get(&other)
            .filter(|session| session.status != Status::Cancelled)
            .and_then(|session| session.date)
    };
    let mut violations = Vec::new();
    for window in windows {
        let Some(other_date) = date_of(window.number) else {
            continue;
        };
        let (earlier, later, rules) = if window.number < number {
            let own = windows.iter().find(|own| own.number == number);
            (other_date, date, own.map(|own| (own, window.number)))
        } else if window.number > number {
            (date, other_date, Some((window, number)))
        } else {
            continue;
        };
        if later <= earlier {
            violations.push(Violation {
                other: window.number,
                limit: other_date.plus_days(if window.number < number { 1 } else { -1 }),
                reason: None,
            });
            continue;
        }
        let Some((later_window, earlier_number)) = rules else {
            continue;
        };
        let broken = later_window
            .after
            .iter()
            .filter(|rule| rule.session == earlier_number)
            .filter(|rule| rule.at_least.on(earlier) > later)
            .max_by_key(|rule| (rule.at_least.on(earlier), is_medical(&rule.reason)));
        if let Some(rule) = broken {
            let limit = if window.number < number {
                rule.at_least.on(earlier)
            } else {
                last_day_before(rule.at_least, later)
            };
            violations.push(Violation {
                other: window.number,
                limit,
                reason: Some(rule.reason.clone()),
            });
        }
    }
    violations
}

fn is_medical(reason: &IntervalReason) -> bool {
    matches!(reason, IntervalReason::Dose(_))
}

/// The last day from which the interval still ends on or before `later`.
pub(in crate::schedule) fn last_day_before(at_least: AgeOffset, later: Date) -> Date {
    let guess = i32::from(at_least.months()) * 28 + i32::from(at_least.days());
    let mut day = later.plus_days(-guess);
    while at_least.on(day) > later && day > Date::FIRST {
        day = day.plus_days(-1);
    }
    day
}
