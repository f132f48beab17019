//! Why a step plan cannot be computed. A plan with a fault is still a plan: it is shown, and the fault names
//! the steps to look at.

use super::ids::{Role, StepId};
use super::model::{Step, StepPlan};
use crate::calendar::Date;
use crate::text::faults;
use serde::{Deserialize, Serialize};

faults! {
    /// What is wrong with a step plan.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum StepFault {
        /// It has more than [`StepPlan::MOST_STEPS`](super::StepPlan::MOST_STEPS) steps.
        TooMany => "there are more than {} steps", StepPlan::MOST_STEPS;
        /// Two steps have this code.
        Duplicate(step: StepId) => "two steps have the code {step}";
        /// A step comes after one that the plan does not have.
        UnknownPredecessor {
            /// The step with the link.
            step: StepId,
            /// The step that is not there.
            predecessor: StepId,
        } => "step {step} comes after {predecessor}, which is not in the plan";
        /// The duration of this step is below 0 or above the longest.
        Duration(step: StepId) => "step {step}: its duration is not 0 to {} working days", Step::LONGEST;
        /// A link of this step has a lag that is longer than the longest duration, either way.
        Lag(step: StepId) => "step {step}: the lag of a link is longer than {} working days", Step::LONGEST;
        /// These steps wait for each other; each comes after the one before it, and the first after the last.
        Cycle(steps: Vec<StepId>) => "these steps wait for each other: {}", listed(steps);
        /// The optimistic, likely and pessimistic durations of this step do not rise in this order.
        Estimate(step: StepId) => "step {step}: its optimistic, likely and pessimistic durations do not rise";
        /// The dates of the progress of this step contradict each other or its state: a done step needs its
        /// last day, a busy one its first day, and the last day may not lie before the first.
        Progress(step: StepId) => "step {step}: the days of its progress contradict each other or its state";
        /// This step needs more people of the role than there are, or none at all.
        People(step: StepId, role: Role)
            => "step {step} needs more people of the role {} than there are, or none", role.as_str();
        /// The wished date belongs to a step that the plan does not have or that is dropped.
        Wish(step: StepId) => "the wished date belongs to step {step}, which is not in the plan or is dropped";
        /// The share of the optimistic duration is above that of the likely one, or that of the pessimistic one
        /// below it or above ten times it; or the number of draws is 0 or above 100,000.
        Uncertainty => "the shares of the durations do not rise from optimistic to pessimistic, at most ten times the \
            likely one, or the draws are not 1 to 100,000";
        /// A forecast needs a start date or a wished date.
        NoStart => "a forecast needs a start date or a wished date";
        /// A date would fall outside the years that the planner knows.
        BeyondCalendar => "a date would fall outside {} to {}", Date::FIRST, Date::LAST;
    }
}

fn listed(steps: &[StepId]) -> String {
    let codes = steps.iter().map(StepId::as_str);
    codes.collect::<Vec<_>>().join(" ")
}
