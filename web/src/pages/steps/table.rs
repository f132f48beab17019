//! All steps by phase: what, who, how long, when done, slack and state, and beside it the same over time.

use super::bar::{Bar, Drag, Ground, legend};
use super::facts::{Facts, PhaseFacts, StepFacts};
use crate::parts::form::choose;
use crate::parts::{Icon, icon, small_icon};
use crate::state::{Action, Ctx, Selection};
use centering_core::edit::Edit;
use centering_core::steps::{Phase, Role, StepEdit, StepState};
use std::collections::BTreeSet;
use yew::prelude::*;

const STATES: [StepState; 4] = [
    StepState::Open,
    StepState::Busy,
    StepState::Done,
    StepState::Dropped,
];

/// What the rows of the table share.
pub struct Rows<'a> {
    pub ground: &'a Ground,
    /// The days before a change that is tried out.
    pub before: Option<&'a Facts>,
    /// Gets a dragged step with its new first day.
    pub ondrag: &'a Drag,
}

/// The table; with a role only the steps of that role.
pub fn table(
    ctx: &Ctx,
    facts: &Facts,
    rows: &Rows<'_>,
    role: Option<&Role>,
    folded: &UseStateHandle<BTreeSet<Phase>>,
) -> Html {
    let (lang, ground) = (ctx.model.lang, rows.ground);
    let is_shown = |step: &&StepFacts| role.is_none_or(|role| step.role == *role);
    let phases = facts
        .phases
        .iter()
        .filter(|phase| phase.steps.iter().any(|step| is_shown(&step)));
    html! {
        <section class="panel">
            <div class="tw" tabindex="0" role="region" aria-label={lang.steps_page()}>
                <table class="tb gantt" aria-label={lang.steps_page()}>
                    <thead><tr>
                        <th scope="col" class="id">{ lang.step_number() }</th>
                        <th scope="col">{ lang.step_name() }</th>
                        <th scope="col" class="w">{ lang.step_role_word() }</th>
                        <th scope="col" class="num w">{ lang.step_days() }</th>
                        <th scope="col">{ lang.step_ready() }</th>
                        <th scope="col" class="num">{ lang.step_slack() }</th>
                        <th scope="col">{ lang.step_state() }</th>
                        <th scope="col" class="gc"><span class="sr">{ lang.step_chart() }</span>{ ground.head() }</th>
                    </tr></thead>
                    { for phases.map(|phase| {
                        let is_folded = role.is_none() && folded.contains(&phase.phase);
                        html! {
                            <tbody key={lang.phase(phase.phase)}>
                                { phase_row(ctx, phase, ground, role.is_none().then_some(folded)) }
                                { for phase.steps.iter().filter(is_shown).map(|step| step_row(ctx, step, rows, is_folded)) }
                            </tbody>
                        }
                    }) }
                </table>
            </div>
            <div class="pb">{ legend(lang) }</div>
        </section>
    }
}

fn phase_row(
    ctx: &Ctx,
    phase: &PhaseFacts,
    ground: &Ground,
    folded: Option<&UseStateHandle<BTreeSet<Phase>>>,
) -> Html {
    let lang = ctx.model.lang;
    let name = lang.phase(phase.phase);
    let is_done = phase.done() == phase.kept();
    let last = phase
        .days
        .map(|days| lang.day_month(days.last, ctx.model.today));
    let toggle = folded.map(|folded| {
        let is_open = !folded.contains(&phase.phase);
        let (folded, phase) = (folded.clone(), phase.phase);
        let onclick = Callback::from(move |_: MouseEvent| {
            let mut changed = (*folded).clone();
            if !changed.remove(&phase) {
                changed.insert(phase);
            }
            folded.set(changed);
        });
        html! {
            <button type="button" class="btn i s q" aria-expanded={is_open.to_string()} aria-label={name} {onclick}>
                { icon(if is_open { Icon::Down } else { Icon::Right }) }
            </button>
        }
    });
    html! {
        <tr class="grp">
            <td class="id">{ toggle }</td>
            <th scope="rowgroup">{ name }<span class="count">{ lang.steps_count(phase.kept()) }</span></th>
            <td class="w"></td>
            <td class="w"></td>
            <td>{ last }</td>
            <td></td>
            <td>
                if is_done { <span class="st ok">{ small_icon(Icon::Ok) }{ lang.step_state_name(StepState::Done) }</span> }
                else { { lang.steps_phase_done(phase.done(), phase.kept()) } }
            </td>
            <td class="gc">{ ground.phase(phase.days, is_done) }</td>
        </tr>
    }
}

/// A step; one of a folded phase is on paper only.
fn step_row(ctx: &Ctx, step: &StepFacts, rows: &Rows<'_>, is_folded: bool) -> Html {
    let lang = ctx.model.lang;
    let selection = Selection::Step(step.id.clone());
    let is_chosen = ctx.model.selection == selection;
    let open = ctx.on(Action::Select(if is_chosen {
        Selection::Nothing
    } else {
        selection
    }));
    let was = rows
        .before
        .and_then(|facts| facts.steps().find(|one| one.id == step.id)?.days);
    let last = step
        .days
        .map(|days| lang.day_month(days.last, ctx.model.today));
    html! {
        <tr key={step.id.to_string()} class={classes!((step.state == StepState::Dropped).then_some("gone"), is_chosen.then_some("sel"), is_folded.then_some("paper"))}>
            <td class="id">{ step.id.to_string() }</td>
            <th scope="row"><button type="button" class="rowbtn" aria-pressed={is_chosen.to_string()} onclick={open}>{ &step.title }</button></th>
            <td class="w role">{ lang.step_role(&step.role) }</td>
            <td class="num w">{ step.duration }</td>
            <td>{ last }</td>
            <td class="num">
                if let Some(slack) = step.slack.filter(|_| step.is_open()) {
                    if step.critical { <b>{ lang.step_slack_of(slack) }</b> } else { { lang.step_slack_of(slack) } }
                } else { { "–" } }
            </td>
            <td>{ state(ctx, step) }</td>
            <td class="gc"><Bar ground={*rows.ground} step={step.clone()} {was} ondrag={rows.ondrag.clone()} /></td>
        </tr>
    }
}

/// A choice of states; the days of beginning and end are taken from today and the planning.
pub fn state(ctx: &Ctx, step: &StepFacts) -> Html {
    let lang = ctx.model.lang;
    let known = ctx.model.plan.steps.as_ref();
    let Some(known) = known.and_then(|steps| steps.steps.get(&step.id)) else {
        return Html::default();
    };
    let onchange = {
        let (act, today) = (ctx.act.clone(), ctx.model.today);
        let (id, before, planned) = (step.id.clone(), known.progress.clone(), step.days);
        Callback::from(move |state| {
            let mut progress = before.clone();
            progress.state = state;
            let planned = planned.map(|days| days.first);
            // Not later than today: it has begun.
            let begun = || planned.min(today).or(today);
            match state {
                StepState::Open | StepState::Dropped => {
                    progress.started = None;
                    progress.finished = None;
                }
                StepState::Busy => {
                    progress.started = progress.started.or_else(begun);
                    progress.finished = None;
                }
                StepState::Done => {
                    progress.started = progress.started.or_else(begun);
                    progress.finished = progress.finished.or(today);
                }
            }
            let edit = StepEdit::SetProgress {
                step: id.clone(),
                progress,
            };
            act.emit(Action::edit(Edit::Steps(Box::new(edit))));
        })
    };
    let words = |state: &StepState| lang.step_state_name(*state);
    let is_done = step.state == StepState::Done;
    choose(STATES, &step.state, words, onchange)
        .named(lang.steps_state_of(&step.title))
        .class(classes!("plain", "state", is_done.then_some("ok")))
        .into()
}
