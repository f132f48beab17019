//! Edits on the step plan: that there is one, and what [`StepEdit`] changes in it.

use super::{Made, Refusal};
use crate::calendar::Date;
use crate::plan::{Change, Plan};
use crate::steps::{StepEdit, StepId, StepPlan, StepRefusal, Wording};
use serde::{Deserialize, Serialize};

/// What an edit did to the step plan. A step is told by its title: its code says nothing to who reads a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepsEdited {
    /// It was begun.
    Start,
    /// It was removed.
    Remove,
    /// Something of the whole was changed.
    Change,
    /// What its dates count from was changed.
    CountFrom,
    /// A step was changed or added.
    SetStep(Wording),
    /// One step was put beside those of the plan.
    AddStep(Wording),
    /// A step was removed.
    RemoveStep(Wording),
    /// What happened with a step was changed.
    SetProgress(Wording),
}

pub(super) fn start(steps: &StepPlan, today: Option<Date>) -> Made {
    let whole = |fault| Refusal::Steps(StepRefusal::Fault(fault));
    steps.check().map_err(whole)?;
    if let Some(day) = steps.far_off(today) {
        return Err(Refusal::Steps(StepRefusal::FarOff(day)));
    }
    let started = Change::StepPlan(Some(Box::new(steps.clone())));
    Ok((StepsEdited::Start.into(), vec![started]))
}

pub(super) fn remove() -> Made {
    Ok((StepsEdited::Remove.into(), vec![Change::StepPlan(None)]))
}

pub(super) fn edit(plan: &Plan, edit: &StepEdit, today: Option<Date>) -> Made {
    let steps = plan.steps.as_ref().ok_or(Refusal::NoSteps)?;
    let changes = edit.changes(steps, today).map_err(Refusal::Steps)?;
    let title = |id: &StepId| {
        let known = steps.steps.get(id);
        known.map_or_else(|| Wording::own(id.as_str()), |step| step.title.clone())
    };
    let name = match edit {
        StepEdit::SetStep(step) => StepsEdited::SetStep(step.title.clone()),
        StepEdit::AddSteps(steps) => match steps.as_slice() {
            [step] => StepsEdited::AddStep(step.title.clone()),
            _ => StepsEdited::Change,
        },
        StepEdit::RemoveStep(step) => StepsEdited::RemoveStep(title(step)),
        StepEdit::SetProgress { step, .. } => StepsEdited::SetProgress(title(step)),
        StepEdit::SetDuration { step, .. }
        | StepEdit::SetEstimate { step, .. }
        | StepEdit::SetDates { step, .. }
        | StepEdit::AddLink { step, .. }
        | StepEdit::RemoveLink { step, .. } => StepsEdited::SetStep(title(step)),
        StepEdit::CountFrom { .. } => StepsEdited::CountFrom,
        StepEdit::Replace(_)
        | StepEdit::SetStart(_)
        | StepEdit::SetWish(_)
        | StepEdit::SetLimit { .. }
        | StepEdit::SetUncertainty(_)
        | StepEdit::KeepBaseline(_)
        | StepEdit::ForgetBaseline => StepsEdited::Change,
    };
    Ok((name.into(), changes.into_iter().map(Change::Step).collect()))
}
