//! Why a step plan cannot be computed. A plan with a fault is still a plan: it is shown, and the fault names
//! the steps to look at.

use super::ids::{Role, StepId};
use super::model::{Step, StepPlan};
use crate::calendar::Date;
use serde::{Deserialize, Serialize};
use std::fmt;

/// What is wrong with a step plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepFault {
    /// It has more than [`StepPlan::MOST_STEPS`](super::StepPlan::MOST_STEPS) steps.
    TooMany,
    /// Two steps have this code.
    Duplicate(StepId),
    /// A step comes after one that the plan does not have.
    UnknownPredecessor {
        /// The step with the link.
        step: StepId,
        /// The step that is not there.
        predecessor: StepId,
    },
    /// The duration of this step is below 0 or above the longest.
    Duration(StepId),
    /// A link of this step has a lag that is longer than the longest duration, either way.
    Lag(StepId),
    /// These steps wait for each other; each comes after the one before it, and the first after the last.
    Cycle(Vec<StepId>),
    /// The optimistic, likely and pessimistic durations of this step do not rise in this order.
    Estimate(StepId),
    /// The dates of the progress of this step contradict each other or its state: a done step needs its
    /// last day, a busy one its first day, and the last day may not lie before the first.
    Progress(StepId),
    /// This step needs more people of the role than there are, or none at all.
    People(StepId, Role),
    /// The wished date belongs to a step that the plan does not have or that is dropped.
    Wish(StepId),
    /// The share of the optimistic duration is above that of the likely one, or that of the pessimistic one
    /// below it or above ten times it; or the number of draws is 0 or above 100,000.
    Uncertainty,
    /// A forecast needs a start date or a wished date.
    NoStart,
    /// A date would fall outside the years that the planner knows.
    BeyondCalendar,
}

impl fmt::Display for StepFault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooMany => write!(out, "there are more than {} steps", StepPlan::MOST_STEPS),
            Self::Duplicate(step) => write!(out, "two steps have the code {step}"),
            Self::UnknownPredecessor { step, predecessor } => {
                write!(out, "step {step} comes after {predecessor}, which is not in the plan")
            }
            Self::Duration(step) => write!(
                out,
                "step {step}: its duration is not 0 to {} working days",
                Step::LONGEST
            ),
            Self::Lag(step) => write!(
                out,
                "step {step}: the lag of a link is longer than {} working days",
                Step::LONGEST
            ),
            Self::Cycle(steps) => {
                out.write_str("these steps wait for each other:")?;
                steps.iter().try_for_each(|step| write!(out, " {step}"))
            }
            Self::Estimate(step) => write!(
                out,
                "step {step}: its optimistic, likely and pessimistic durations do not rise"
            ),
            Self::Progress(step) => write!(
                out,
                "step {step}: the days of its progress contradict each other or its state"
            ),
            Self::People(step, role) => write!(
                out,
                "step {step} needs more people of the role {} than there are, or none",
                role.as_str()
            ),
            Self::Wish(step) => {
                write!(out, "the wished date belongs to step {step}, which is not in the plan or is dropped")
            }
            Self::Uncertainty => out.write_str(
                "the shares of the durations do not rise from optimistic to pessimistic, at most ten times the \
                 likely one, or the draws are not 1 to 100,000",
            ),
            Self::NoStart => out.write_str("a forecast needs a start date or a wished date"),
            Self::BeyondCalendar => write!(
                out,
                "a date would fall outside {} to {}",
                Date::FIRST,
                Date::LAST
            ),
        }
    }
}

impl std::error::Error for StepFault {}
