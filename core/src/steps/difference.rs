//! What if: the difference between two timetables, for each step and milestone, before a change is accepted.

use super::baseline::{Shift, between};
use super::ids::StepId;
use super::timetable::{StepDays, Timetable};
use super::working_days::WorkingDays;
use std::collections::{BTreeMap, BTreeSet};

/// What becomes of one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct StepDifference {
    /// Its days before; `None` when it was no part of the plan.
    pub before: Option<StepDays>,
    /// Its days after; `None` when it is no part of the plan any more.
    pub after: Option<StepDays>,
    /// How far it moves, in working days; zero when it is in one plan only.
    pub shift: Shift,
}

/// The difference between two timetables.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Difference {
    /// The steps that move, change their slack, come or go.
    pub steps: BTreeMap<StepId, StepDifference>,
    /// The milestones among them that move, come or go.
    pub milestones: BTreeSet<StepId>,
    /// The steps that become critical.
    pub now_critical: BTreeSet<StepId>,
    /// The steps that are no longer critical.
    pub no_longer_critical: BTreeSet<StepId>,
    /// By how many working days the end of the plan moves; positive is later.
    pub finish: i32,
}

impl Difference {
    /// The difference from `before` to `after`.
    ///
    /// With dates, days are counted in the working days of `after`; without, from the start of each plan.
    pub fn between(before: &Timetable, after: &Timetable) -> Self {
        let mut difference = Self {
            steps: BTreeMap::new(),
            milestones: BTreeSet::new(),
            now_critical: BTreeSet::new(),
            no_longer_critical: BTreeSet::new(),
            finish: finish_shift(before, after),
        };
        let mut days = after.days.clone();
        let ids: BTreeSet<&StepId> = before.steps.keys().chain(after.steps.keys()).collect();
        for id in ids {
            let old = before.steps.get(id);
            let new = after.steps.get(id);
            let shift = match (old, new) {
                (Some(old), Some(new)) => shift((before, old), (after, new), days.as_mut()),
                _ => Shift {
                    start: 0,
                    finish: 0,
                },
            };
            let moves = old.is_some() != new.is_some() || shift.start != 0 || shift.finish != 0;
            let slack =
                |days: Option<&StepDays>| days.map(|days| (days.total_slack, days.free_slack));
            if moves && [old, new].iter().flatten().any(|days| days.milestone) {
                difference.milestones.insert(id.clone());
            }
            let is_critical = |days: Option<&StepDays>| days.is_some_and(|days| days.critical);
            match (is_critical(old), is_critical(new)) {
                (false, true) => {
                    difference.now_critical.insert(id.clone());
                }
                (true, false) => {
                    difference.no_longer_critical.insert(id.clone());
                }
                _ => {}
            }
            if moves || slack(old) != slack(new) {
                difference.steps.insert(
                    id.clone(),
                    StepDifference {
                        before: old.copied(),
                        after: new.copied(),
                        shift,
                    },
                );
            }
        }
        difference
    }

    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty() && self.finish == 0
    }
}

fn shift(
    (before, old): (&Timetable, &StepDays),
    (after, new): (&Timetable, &StepDays),
    days: Option<&mut WorkingDays>,
) -> Shift {
    days.and_then(|days| between(days, before.dates(old.early)?, after.dates(new.early)?))
        .unwrap_or(Shift {
            start: new.early.start - old.early.start,
            finish: new.early.finish - old.early.finish,
        })
}

fn finish_shift(before: &Timetable, after: &Timetable) -> i32 {
    let dated = || {
        let mut days = after.days.clone()?;
        let (old, new) = (before.last_day()?, after.last_day()?);
        Some(days.end_of(new).ok()? - days.end_of(old).ok()?)
    };
    dated().unwrap_or(after.finish - before.finish)
}
