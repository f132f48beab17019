//! One step of the step plan: add it, change every word and number of it, or remove it.

mod draft;

use crate::app::Action;
use crate::parts::{Icon, Modal, TextField, chosen, refusal_note, small_icon, use_focus};
use crate::store::Ctx;
use crate::text::Lang;
use centering_core::plan::Edit;
use centering_core::steps::{Phase, Role, StepEdit, StepId, StepPlan, StepState, roles};
use draft::{Draft, Faults, is_shown};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct StepProps {
    pub ctx: Ctx,
    /// The step to change; `None` to add one.
    pub id: Option<StepId>,
}

/// The dialog of one step.
#[component]
pub fn StepDialog(props: &StepProps) -> Html {
    let ctx = &props.ctx;
    let lang = ctx.model.lang;
    let steps = ctx.model.plan.steps.clone().unwrap_or_default();
    let known = props
        .id
        .as_ref()
        .and_then(|id| steps.steps.get(id))
        .cloned();
    let draft = use_state_eq(|| Draft::of(known.as_ref(), lang));
    let is_tried = use_state_eq(|| false);
    let refused = use_state_eq(|| None::<String>);
    let form = use_node_ref();
    let focus = use_focus(form.clone());
    let close = ctx.on(Action::CloseDialog);
    let title = props.id.as_ref().map_or_else(
        || lang.step_new().to_owned(),
        |id| lang.step_title(id.as_str()),
    );
    if props.id.is_some() && known.is_none() {
        return html! {
            <Modal {title} close_label={lang.close()} onclose={close}><p>{ lang.step_gone() }</p></Modal>
        };
    }
    let faults = match draft.read(&steps, known.as_ref(), lang) {
        Err(faults) if *is_tried => *faults,
        _ => Faults::default(),
    };
    let onsubmit = {
        let (ctx, draft, is_tried, focus) = (ctx.clone(), draft.clone(), is_tried.clone(), focus);
        let refused = refused.clone();
        let (steps, known) = (steps.clone(), known.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            is_tried.set(true);
            match draft.read(&steps, known.as_ref(), lang) {
                Ok(step) => {
                    let edit = match &known {
                        Some(before) if *before == step => None,
                        Some(_) => Some(StepEdit::SetStep(Box::new(step))),
                        None => Some(StepEdit::AddSteps(vec![step])),
                    };
                    match edit {
                        None => ctx.act(Action::CloseDialog),
                        Some(edit) => {
                            let edit = Edit::Steps(Box::new(edit));
                            refused.set(ctx.edit_and_close(edit).err());
                        }
                    }
                }
                Err(_) => focus.emit("[aria-invalid=true]"),
            }
        })
    };
    let onremove = props.id.clone().map(|id| {
        let act = ctx.act.clone();
        Callback::from(move |_: MouseEvent| {
            act.emit(Action::CloseDialog);
            let edit = StepEdit::RemoveStep(id.clone());
            act.emit(Action::edit(Edit::Steps(Box::new(edit))));
        })
    });
    let typed = |change: fn(&mut Draft, String)| {
        let draft = draft.clone();
        Callback::from(move |text: String| {
            let mut changed = (*draft).clone();
            change(&mut changed, text);
            draft.set(changed);
        })
    };
    let ticked = |change: fn(&mut Draft, bool)| {
        let draft = draft.clone();
        Callback::from(move |event: Event| {
            let input: web_sys::HtmlInputElement = event.target_unchecked_into();
            let mut changed = (*draft).clone();
            change(&mut changed, input.checked());
            draft.set(changed);
        })
    };
    let field = |id: &'static str,
                 label: &'static str,
                 value: &str,
                 oninput: Callback<String>,
                 fault: Option<String>,
                 hint: Option<&'static str>| {
        html! {
            <TextField {id} {label} value={value.to_owned()} {oninput} maxlength="300" error={fault.map(AttrValue::from)} hint={hint.map(AttrValue::from)} />
        }
    };
    let state = known
        .as_ref()
        .map_or(StepState::Open, |step| step.progress.state);
    let has_begun = matches!(state, StepState::Busy | StepState::Done);
    let has_more_links = known
        .as_ref()
        .is_some_and(|step| step.after.iter().any(|link| !is_shown(link)));
    let footer = html! {
        <>
            if let Some(onclick) = onremove {
                <button type="button" class="btn d push" {onclick}>{ small_icon(Icon::Trash) }{ lang.step_remove() }</button>
            }
            <button type="button" class="btn" onclick={ctx.on(Action::CloseDialog)}>{ lang.cancel() }</button>
            <button type="submit" form="step-form" class="btn p">{ lang.save() }</button>
        </>
    };
    html! {
        <Modal {title} close_label={lang.close()} onclose={close} wide={true} {footer}>
            <form id="step-form" class="stack t" ref={form} novalidate={true} {onsubmit}>
                { refusal_note(refused.as_deref()) }
                if known.is_none() {
                    { field("step-code", lang.step_code(), &draft.code, typed(|draft, text| draft.code = text), faults.code, Some(lang.step_code_hint())) }
                }
                { field("step-what", lang.step_what(), &draft.title, typed(|draft, text| draft.title = text), faults.title, None) }
                { field("step-deliverable", lang.step_deliverable(), &draft.deliverable, typed(|draft, text| draft.deliverable = text), None, None) }
                <div class="pair">
                    { phase(lang, &draft) }
                    { role(lang, &draft, &steps) }
                </div>
                <div class="pair">
                    <TextField id="step-duration" label={lang.step_duration()} unit={lang.step_duration_unit()} value={draft.duration.clone()}
                        inputmode="numeric" maxlength="5" oninput={typed(|draft, text| draft.duration = text)} error={faults.duration.map(AttrValue::from)} />
                    { field("step-after", lang.step_after(), &draft.after, typed(|draft, text| draft.after = text), faults.after, Some(lang.step_after_hint())) }
                </div>
                if has_more_links { <p class="small muted">{ lang.step_more_links() }</p> }
                <div class="pair">
                    { field("step-not-before", lang.step_not_before(), &draft.not_before, typed(|draft, text| draft.not_before = text), faults.not_before, Some(lang.step_day_hint())) }
                    { field("step-fixed", lang.step_fixed(), &draft.fixed_start, typed(|draft, text| draft.fixed_start = text), faults.fixed_start, Some(lang.step_day_hint())) }
                    { field("step-deadline", lang.step_deadline(), &draft.deadline, typed(|draft, text| draft.deadline = text), faults.deadline, Some(lang.step_day_hint())) }
                </div>
                if has_begun {
                    <div class="pair">
                        { field("step-started", lang.step_started(), &draft.started, typed(|draft, text| draft.started = text), faults.started, None) }
                        if state == StepState::Done {
                            { field("step-finished", lang.step_finished(), &draft.finished, typed(|draft, text| draft.finished = text), faults.finished, None) }
                        }
                    </div>
                }
                <div class="checks">
                    <label class="check"><input type="checkbox" checked={draft.milestone} onchange={ticked(|draft, is_on| draft.milestone = is_on)} />{ lang.step_is_milestone() }</label>
                    <label class="check"><input type="checkbox" checked={draft.decision} onchange={ticked(|draft, is_on| draft.decision = is_on)} />{ lang.step_is_decision() }</label>
                </div>
                { who(ctx, &draft) }
                { field("step-notes", lang.step_notes(), &draft.notes, typed(|draft, text| draft.notes = text), None, Some(lang.step_notes_hint())) }
            </form>
        </Modal>
    }
}

fn phase(lang: Lang, draft: &UseStateHandle<Draft>) -> Html {
    let onchange = {
        let draft = draft.clone();
        Callback::from(move |event: Event| {
            if let Some(phase) = chosen(&event).and_then(|index| Phase::ALL.get(index)) {
                draft.set(Draft {
                    phase: *phase,
                    ..(*draft).clone()
                });
            }
        })
    };
    html! {
        <div class="field">
            <label for="step-phase">{ lang.step_phase() }</label>
            <select id="step-phase" class="select" {onchange}>
                { for Phase::ALL.map(|phase| html! { <option selected={phase == draft.phase}>{ lang.phase(phase) }</option> }) }
            </select>
        </div>
    }
}

/// The roles of the proposal, and those that the steps of this plan have.
fn role(lang: Lang, draft: &UseStateHandle<Draft>, steps: &StepPlan) -> Html {
    let mut all: Vec<Role> = roles().iter().map(|role| role.id.clone()).collect();
    for step in steps.steps.values() {
        if !all.contains(&step.role) {
            all.push(step.role.clone());
        }
    }
    let onchange = {
        let (draft, all) = (draft.clone(), all.clone());
        Callback::from(move |event: Event| {
            if let Some(role) = chosen(&event).and_then(|index| all.get(index)) {
                draft.set(Draft {
                    role: role.clone(),
                    ..(*draft).clone()
                });
            }
        })
    };
    html! {
        <div class="field">
            <label for="step-role">{ lang.step_role_word() }</label>
            <select id="step-role" class="select" {onchange}>
                { for all.iter().map(|role| html! { <option selected={*role == draft.role}>{ lang.step_role(role) }</option> }) }
            </select>
        </div>
    }
}

/// Someone of the team by alias; there is no field in which a name could be typed.
fn who(ctx: &Ctx, draft: &UseStateHandle<Draft>) -> Html {
    let lang = ctx.model.lang;
    let mut people: Vec<String> = ctx
        .model
        .plan
        .people
        .values()
        .map(|person| person.alias.to_string())
        .collect();
    if !draft.who.is_empty() && !people.contains(&draft.who) {
        people.push(draft.who.clone());
    }
    let onchange = {
        let (draft, people) = (draft.clone(), people.clone());
        Callback::from(move |event: Event| {
            let who = chosen(&event).and_then(|index| people.get(index.checked_sub(1)?));
            draft.set(Draft {
                who: who.cloned().unwrap_or_default(),
                ..(*draft).clone()
            });
        })
    };
    html! {
        <div class="field">
            <label for="step-who">{ lang.step_who() }</label>
            <select id="step-who" class="select" {onchange}>
                <option selected={draft.who.is_empty()}>{ lang.step_nobody() }</option>
                { for people.iter().map(|alias| html! { <option selected={*alias == draft.who}>{ alias }</option> }) }
            </select>
        </div>
    }
}
