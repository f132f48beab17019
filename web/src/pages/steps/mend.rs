//! What keeps the days from being computed, and, of steps that wait for each other, the links of which one has to go.

use super::facts::Facts;
use crate::parts::{Icon, small_icon};
use crate::state::{Action, Ctx};
use centering_core::edit::Edit;
use centering_core::steps::{StepEdit, StepFault, StepId};
use yew::prelude::*;

pub fn mend(ctx: &Ctx, facts: &Facts, fault: &StepFault) -> Html {
    let circle: &[StepId] = match fault {
        StepFault::Cycle(circle) => circle,
        _ => &[],
    };
    // Each comes after the one before it, and the first after the last.
    let before = circle.iter().cycle().skip(circle.len().saturating_sub(1));
    let steps = ctx.model.plan.steps.as_ref();
    let words = steps.map(|steps| ctx.model.lang.step_fault(steps, fault));
    html! {
        <div class="note error mend" role="alert">
            { small_icon(Icon::Error) }
            <div class="stack xt">
                <span>{ words }</span>
                if !circle.is_empty() {
                    <ul class="stack xt">{ for circle.iter().zip(before).map(|(step, before)| link(ctx, facts, step, before)) }</ul>
                }
            </div>
        </div>
    }
}

/// That a step waits for another one, and a button that takes this away.
fn link(ctx: &Ctx, facts: &Facts, step: &StepId, before: &StepId) -> Html {
    let lang = ctx.model.lang;
    let name = |id: &StepId| lang.step_quoted(&facts.name(id));
    let words = lang.step_waits(&name(step), &name(before));
    let known = ctx.model.plan.steps.as_ref();
    let known = known.and_then(|steps| steps.steps.get(step));
    let found = known.and_then(|known| known.after.iter().find(|link| link.step == *before));
    let unlink = found.map(|link| {
        let edit = StepEdit::RemoveLink {
            step: step.clone(),
            predecessor: before.clone(),
            kind: link.kind,
        };
        ctx.on(Action::edit(Edit::Steps(Box::new(edit))))
    });
    html! {
        <li key={step.to_string()} class="acts">
            <span>{ &words }</span>
            <button type="button" class="btn s" aria-label={format!("{}: {words}", lang.step_unlink())} onclick={unlink}>
                { small_icon(Icon::Trash) }{ lang.step_unlink() }
            </button>
        </li>
    }
}
