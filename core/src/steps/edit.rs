//! Every edit of a step plan, by name. An edit looks at the plan and says which records change; nothing that
//! would make the plan impossible to compute is let through, and the refusal names the steps.

use super::baseline::Baseline;
use super::change::StepChange;
use super::fault::StepFault;
use super::ids::{Role, StepId};
use super::model::{
    Estimate, Link, LinkKind, Progress, Step, StepPlan, StepState, Uncertainty, Wish,
};
use super::working_days::WorkCalendar;
use crate::calendar::Date;
use crate::text::faults;
use serde::{Deserialize, Serialize};

/// One edit of a step plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepEdit {
    /// Puts another step plan in place of this one, such as the proposal.
    Replace(Box<StepPlan>),
    /// Replaces a step by one with the same code, or adds it.
    SetStep(Box<Step>),
    /// Adds steps that the plan does not have yet, such as what to do about a red indicator.
    AddSteps(Vec<Step>),
    /// Removes a step. Steps that came after it come after those before it.
    RemoveStep(StepId),
    /// Sets what happened with a step.
    SetProgress {
        /// The step.
        step: StepId,
        /// What happened with it.
        progress: Progress,
    },
    /// Sets the likely duration of a step, in working days. An own estimate that no longer fits is widened.
    SetDuration {
        /// The step.
        step: StepId,
        /// Working days.
        duration: i32,
    },
    /// Sets the optimistic and pessimistic duration of a step; `None` for those of the plan.
    SetEstimate {
        /// The step.
        step: StepId,
        /// The durations.
        estimate: Option<Estimate>,
    },
    /// Sets the dates of a step.
    SetDates {
        /// The step.
        step: StepId,
        /// The day on which it must start.
        fixed_start: Option<Date>,
        /// The first day on which it may start.
        not_before: Option<Date>,
        /// The last day on which it should be finished.
        deadline: Option<Date>,
    },
    /// Lets a step come after another one; a link of the same kind between the two gets the new lag.
    AddLink {
        /// The later step.
        step: StepId,
        /// The link to the earlier one.
        link: Link,
    },
    /// Takes a link away.
    RemoveLink {
        /// The later step.
        step: StepId,
        /// The earlier step.
        predecessor: StepId,
        /// What was tied together.
        kind: LinkKind,
    },
    /// Sets the first day of the plan; `None` to let it follow from the wished date.
    SetStart(Option<Date>),
    /// Sets the date to plan back from.
    SetWish(Option<Wish>),
    /// Sets both at once: what the dates of the plan count from.
    CountFrom {
        /// The first day of the plan.
        start: Option<Date>,
        /// The date to plan back from.
        wish: Option<Wish>,
    },
    /// Sets how many people of a role there are; `None` for as many as needed.
    SetLimit {
        /// The role.
        role: Role,
        /// How many there are.
        people: Option<u16>,
    },
    /// Sets how uncertain durations are.
    SetUncertainty(Uncertainty),
    /// Keeps the dates of the plan as the baseline, as forecast today.
    KeepBaseline(WorkCalendar),
    /// Forgets the baseline.
    ForgetBaseline,
}

faults! {
    /// Why an edit of a step plan cannot be made. The plan stays as it is.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum StepRefusal {
        /// The plan has no such step.
        UnknownStep(step: StepId) => "the step plan has no step {step}";
        /// The plan has this step already.
        Exists(step: StepId) => "the step plan has a step {step} already";
        /// The step has no such link.
        UnknownLink(step: StepId, predecessor: StepId) => "step {step} has no such link to {predecessor}";
        /// The plan could not be computed any more.
        Fault(fault: StepFault) => "{fault}";
        /// A day on which something happened lies after today.
        Future(day: Date) => "{day} lies after today, so nothing happened on it";
        /// The day lies more than [`StepPlan::FARTHEST`] years from today.
        FarOff(day: Date) => "{day} lies more than {} years from today", StepPlan::FARTHEST;
        /// Nothing would change.
        NoChange => "nothing would change";
    }
}

impl From<StepFault> for StepRefusal {
    fn from(fault: StepFault) -> Self {
        Self::Fault(fault)
    }
}

impl StepEdit {
    /// The changes that this edit makes to the plan. `today` bounds what can have happened, and is the day
    /// on which a baseline is kept.
    ///
    /// # Errors
    /// The reason why the edit cannot be made; nothing has changed then.
    pub fn changes(
        &self,
        plan: &StepPlan,
        today: Option<Date>,
    ) -> Result<Vec<StepChange>, StepRefusal> {
        let changed = |id: &StepId, change: &dyn Fn(&mut Step)| {
            let mut step = known(plan, id)?.clone();
            change(&mut step);
            Ok::<_, StepRefusal>(vec![StepChange::step(step)])
        };
        let changes = match self {
            Self::Replace(other) => vec![StepChange::Whole(other.clone())],
            Self::SetStep(step) => vec![StepChange::step((**step).clone())],
            Self::AddSteps(steps) => {
                if let Some(step) = steps.iter().find(|step| plan.steps.contains_key(&step.id)) {
                    return Err(StepRefusal::Exists(step.id.clone()));
                }
                StepPlan::of(steps.iter().cloned())?;
                steps.iter().cloned().map(StepChange::step).collect()
            }
            Self::RemoveStep(id) => remove(plan, known(plan, id)?),
            Self::SetProgress { step, progress } => {
                for day in [progress.started, progress.finished].into_iter().flatten() {
                    if progress.state != StepState::Open && today.is_some_and(|today| day > today) {
                        return Err(StepRefusal::Future(day));
                    }
                }
                changed(step, &|step| step.progress = progress.clone())?
            }
            Self::SetDuration { step, duration } => changed(step, &|step| {
                step.duration = *duration;
                if let Some(estimate) = &mut step.estimate {
                    estimate.optimistic = estimate.optimistic.min(*duration);
                    estimate.pessimistic = estimate.pessimistic.max(*duration);
                }
            })?,
            Self::SetEstimate { step, estimate } => {
                changed(step, &|step| step.estimate.clone_from(estimate))?
            }
            Self::SetDates {
                step,
                fixed_start,
                not_before,
                deadline,
            } => changed(step, &|step| {
                step.fixed_start = *fixed_start;
                step.not_before = *not_before;
                step.deadline = *deadline;
            })?,
            Self::AddLink { step, link } => changed(step, &|step| add_link(step, link))?,
            Self::RemoveLink {
                step,
                predecessor,
                kind,
            } => {
                let ends = |link: &Link| link.step == *predecessor && link.kind == *kind;
                if !known(plan, step)?.after.iter().any(ends) {
                    let (step, predecessor) = (step.clone(), predecessor.clone());
                    return Err(StepRefusal::UnknownLink(step, predecessor));
                }
                changed(step, &|step| step.after.retain(|link| !ends(link)))?
            }
            Self::SetStart(start) => vec![StepChange::Start(*start)],
            Self::SetWish(wish) => vec![StepChange::Wish(wish.clone())],
            Self::CountFrom { start, wish } => {
                vec![StepChange::Start(*start), StepChange::Wish(wish.clone())]
            }
            Self::SetLimit { role, people } => vec![StepChange::Limit(role.clone(), *people)],
            Self::SetUncertainty(uncertainty) => vec![StepChange::Uncertainty(uncertainty.clone())],
            Self::KeepBaseline(calendar) => {
                let today = today.ok_or(StepFault::NoStart)?;
                let timetable = plan.forecast(calendar, today)?;
                let baseline = Baseline::keep(&timetable, today).ok_or(StepFault::NoStart)?;
                vec![StepChange::Baseline(Some(Box::new(baseline)))]
            }
            Self::ForgetBaseline => vec![StepChange::Baseline(None)],
        };
        if changes.iter().all(|change| change.is_idle(plan)) {
            return Err(StepRefusal::NoChange);
        }
        for change in &changes {
            near_enough(change, plan, today)?;
        }
        let mut draft = plan.clone();
        draft.apply_all(changes.clone());
        match new_fault(plan, &draft) {
            Some(fault) => Err(fault.into()),
            None => Ok(changes),
        }
    }
}

/// What is wrong with the plan after an edit and was not before. What was wrong already, in a file for example,
/// stays until it is mended, one edit after the other.
fn new_fault(plan: &StepPlan, draft: &StepPlan) -> Option<StepFault> {
    let faults = draft.faults();
    let known = match faults.is_empty() {
        true => return None,
        false => plan.faults(),
    };
    let is_new = |fault: &StepFault| match fault {
        StepFault::Cycle(_) => known.is_empty(),
        other => !known.contains(other),
    };
    faults.into_iter().find(is_new).or_else(|| {
        let links = draft.steps.values().flat_map(|step| {
            let before = plan.steps.get(&step.id);
            let is_new = move |link: &&Link| {
                let known = before.into_iter().flat_map(|step| &step.after);
                !known.into_iter().any(|known| known.step == link.step)
            };
            step.after
                .iter()
                .filter(is_new)
                .map(move |link| (step, link))
        });
        links
            .filter_map(|(step, link)| draft.circle(&step.id, &link.step))
            .map(StepFault::Cycle)
            .next()
    })
}

/// Refuses days far from today that a change sets anew: a slip of the pen, such as 2207 for 2027.
fn near_enough(
    change: &StepChange,
    plan: &StepPlan,
    today: Option<Date>,
) -> Result<(), StepRefusal> {
    let (days, known): (Vec<Date>, Vec<Date>) = match change {
        StepChange::Start(start) => (start.iter().copied().collect(), Vec::new()),
        StepChange::Wish(wish) => (wish.iter().map(|wish| wish.date).collect(), Vec::new()),
        StepChange::Step(id, step) => {
            let before = plan.steps.get(id).map_or_else(Vec::new, Step::days);
            (step.as_deref().map_or_else(Vec::new, Step::days), before)
        }
        StepChange::Whole(other) => (other.days(), plan.days()),
        StepChange::Limit(..) | StepChange::Uncertainty(_) | StepChange::Baseline(_) => {
            return Ok(());
        }
    };
    let far = days
        .into_iter()
        .find(|day| !known.contains(day) && StepPlan::is_far_off(*day, today));
    far.map_or(Ok(()), |day| Err(StepRefusal::FarOff(day)))
}

fn known<'a>(plan: &'a StepPlan, id: &StepId) -> Result<&'a Step, StepRefusal> {
    plan.steps
        .get(id)
        .ok_or_else(|| StepRefusal::UnknownStep(id.clone()))
}

fn add_link(step: &mut Step, link: &Link) {
    let same = |known: &&mut Link| known.step == link.step && known.kind == link.kind;
    if let Some(known) = step.after.iter_mut().find(same) {
        known.lag = link.lag;
        return;
    }
    step.after.push(link.clone());
    step.after
        .sort_by(|one, other| (&one.step, one.kind).cmp(&(&other.step, other.kind)));
}

/// Takes a step out and ties the steps after it to those before it, where both links are finish to start:
/// the order that the user gave is not lost with it.
fn remove(plan: &StepPlan, gone: &Step) -> Vec<StepChange> {
    let mut changes = vec![StepChange::Step(gone.id.clone(), None)];
    if plan.wish.as_ref().is_some_and(|wish| wish.step == gone.id) {
        changes.push(StepChange::Wish(None));
    }
    // In a circle the steps around it would come after each other.
    let back = |link: &Link| plan.circle(&gone.id, &link.step).is_some();
    let in_circle = gone.after.iter().any(back);
    for step in plan.steps.values() {
        let to_gone: Vec<&Link> = step
            .after
            .iter()
            .filter(|link| link.step == gone.id)
            .collect();
        if to_gone.is_empty() || step.id == gone.id {
            continue;
        }
        let mut step = step.clone();
        step.after.retain(|link| link.step != gone.id);
        if !in_circle
            && to_gone
                .iter()
                .any(|link| link.kind == LinkKind::FinishStart)
        {
            for before in &gone.after {
                let is_known = step.after.iter().any(|link| link.step == before.step);
                if before.kind == LinkKind::FinishStart && !is_known && before.step != step.id {
                    add_link(&mut step, &Link::after(before.step.clone()));
                }
            }
        }
        changes.push(StepChange::step(step));
    }
    changes
}
