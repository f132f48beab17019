//! The smallest changes of a step plan: one record is set or removed. Applying one gives the change that
//! takes it back, as `plan::Change` does for the whole plan, of which these can become a part.

use super::baseline::Baseline;
use super::ids::{Role, StepId};
use super::model::{Step, StepPlan, Uncertainty, Wish};
use crate::calendar::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::mem;

/// One record of a step plan is set, or removed where it is `None`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepChange {
    /// The whole step plan.
    Whole(Box<StepPlan>),
    /// Its start date.
    Start(Option<Date>),
    /// Its wished date.
    Wish(Option<Wish>),
    /// The limit of a role.
    Limit(Role, Option<u16>),
    /// How uncertain durations are.
    Uncertainty(Uncertainty),
    /// The dates to compare with.
    Baseline(Option<Box<Baseline>>),
    /// A step.
    Step(StepId, Option<Box<Step>>),
}

impl StepChange {
    /// A change that sets this step.
    pub fn step(step: Step) -> Self {
        Self::Step(step.id.clone(), Some(Box::new(step)))
    }

    /// Whether the plan would stay as it is.
    pub fn is_idle(&self, plan: &StepPlan) -> bool {
        match self {
            Self::Whole(other) => **other == *plan,
            Self::Start(start) => plan.start == *start,
            Self::Wish(wish) => plan.wish == *wish,
            Self::Limit(role, people) => plan.limits.get(role) == people.as_ref(),
            Self::Uncertainty(uncertainty) => plan.uncertainty == *uncertainty,
            Self::Baseline(baseline) => plan.baseline.as_ref() == baseline.as_deref(),
            Self::Step(id, step) => plan.steps.get(id) == step.as_deref(),
        }
    }
}

/// Sets the record with this key, or removes it, and returns the one that stood there.
pub(crate) fn set<K: Ord + Clone, R>(
    records: &mut BTreeMap<K, R>,
    key: &K,
    record: Option<R>,
) -> Option<R> {
    match record {
        Some(record) => records.insert(key.clone(), record),
        None => records.remove(key),
    }
}

impl StepPlan {
    /// Applies a change and returns the one that takes it back.
    pub fn apply(&mut self, change: StepChange) -> StepChange {
        match change {
            StepChange::Whole(plan) => StepChange::Whole(Box::new(mem::replace(self, *plan))),
            StepChange::Start(start) => StepChange::Start(mem::replace(&mut self.start, start)),
            StepChange::Wish(wish) => StepChange::Wish(mem::replace(&mut self.wish, wish)),
            StepChange::Limit(role, people) => {
                let before = set(&mut self.limits, &role, people);
                StepChange::Limit(role, before)
            }
            StepChange::Uncertainty(uncertainty) => {
                StepChange::Uncertainty(mem::replace(&mut self.uncertainty, uncertainty))
            }
            StepChange::Baseline(baseline) => {
                let before = mem::replace(&mut self.baseline, baseline.map(|kept| *kept));
                StepChange::Baseline(before.map(Box::new))
            }
            StepChange::Step(id, step) => {
                let before = set(&mut self.steps, &id, step.map(|step| *step));
                StepChange::Step(id, before.map(Box::new))
            }
        }
    }

    /// Applies changes in order and returns those that take them back, in the order in which to apply them.
    pub fn apply_all(&mut self, changes: impl IntoIterator<Item = StepChange>) -> Vec<StepChange> {
        let mut back: Vec<StepChange> = changes
            .into_iter()
            .map(|change| self.apply(change))
            .collect();
        back.reverse();
        back
    }
}
