//! The baseline: the dates that were agreed once, and how far a timetable has shifted from them.

use super::ids::StepId;
use super::timetable::Timetable;
use crate::calendar::{Date, DateRange};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// The dates of a plan as they were agreed on some day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Baseline {
    /// The day on which it was kept.
    pub kept_on: Date,
    /// The first and last day of each step.
    #[serde(default)]
    pub steps: BTreeMap<StepId, DateRange>,
    /// Fields of a newer minor version, kept as they were read.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// How far a step has shifted from its baseline, in working days; positive is later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Shift {
    /// Of its first day.
    pub start: i32,
    /// Of its last day.
    pub finish: i32,
}

impl Baseline {
    /// The dates of this timetable, kept on `today`; `None` when the timetable has no dates.
    pub fn keep(timetable: &Timetable, today: Date) -> Option<Self> {
        let mut steps = BTreeMap::new();
        for (id, days) in &timetable.steps {
            steps.insert(id.clone(), timetable.dates(days.early)?);
        }
        Some(Self {
            kept_on: today,
            steps,
            extra: Map::new(),
        })
    }

    /// How far the steps that both have are shifted in this timetable, in its working days.
    pub fn shift(&self, timetable: &Timetable) -> BTreeMap<StepId, Shift> {
        let Some(mut days) = timetable.days.clone() else {
            return BTreeMap::new();
        };
        let mut shifts = BTreeMap::new();
        for (id, agreed) in &self.steps {
            let now = timetable
                .steps
                .get(id)
                .and_then(|found| timetable.dates(found.early));
            if let Some(now) = now
                && let Some(shift) = between(&mut days, *agreed, now)
            {
                shifts.insert(id.clone(), shift);
            }
        }
        shifts
    }
}

/// The shift from one pair of dates to another in these working days.
pub(super) fn between(
    days: &mut super::working_days::WorkingDays,
    before: DateRange,
    after: DateRange,
) -> Option<Shift> {
    Some(Shift {
        start: days.on_or_after(after.first).ok()? - days.on_or_after(before.first).ok()?,
        finish: days.end_of(after.last).ok()? - days.end_of(before.last).ok()?,
    })
}
