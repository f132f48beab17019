//! The proposal for the weekly lines, row by row, before it is accepted.

use super::lacks;
use crate::parts::form::{put, tick};
use crate::parts::{Icon, Modal, small_icon};
use crate::state::{Action, Ctx};
use centering_core::edit::Edit;
use centering_core::plan::{Line, LineId, Plan};
use centering_core::schedule::{lacks_physician, team_lines};
use centering_words::Lang;
use std::collections::BTreeSet;
use yew::prelude::*;

/// What the proposal does with one line.
#[derive(Clone, Debug, PartialEq)]
enum Step {
    Add(Line),
    Change(Line),
    Remove(LineId),
}

impl Step {
    fn id(&self) -> &LineId {
        match self {
            Self::Add(line) | Self::Change(line) => &line.id,
            Self::Remove(id) => id,
        }
    }
}

/// Everything that the proposal would do, by location and half-day.
fn steps(plan: &Plan, proposed: &[Line]) -> Vec<Step> {
    let is_gone = |id: &&LineId| !proposed.iter().any(|line| line.id == **id);
    let mut steps: Vec<Step> = plan
        .lines
        .keys()
        .filter(is_gone)
        .cloned()
        .map(Step::Remove)
        .collect();
    for line in proposed {
        match plan.lines.get(&line.id) {
            None => steps.push(Step::Add(line.clone())),
            Some(known) if known != line => steps.push(Step::Change(line.clone())),
            Some(_) => {}
        }
    }
    let place = |step: &Step| match step {
        Step::Add(line) | Step::Change(line) => Some((line.location.clone(), line.half_day)),
        Step::Remove(id) => plan
            .lines
            .get(id)
            .map(|line| (line.location.clone(), line.half_day)),
    };
    steps.sort_by_key(|step| (place(step), step.id().clone()));
    steps
}

#[derive(PartialEq, Properties)]
pub struct ProposalProps {
    pub ctx: Ctx,
    pub onclose: Callback<()>,
}

/// The dialog with the proposal; all of it is chosen at first.
#[component]
pub fn Proposal(props: &ProposalProps) -> Html {
    let ctx = &props.ctx;
    let (plan, lang) = (&ctx.model.plan, ctx.model.lang);
    let found = {
        let (plan, today) = (plan.clone(), ctx.model.today);
        use_memo((), move |()| {
            let proposed = team_lines(&plan, today);
            (steps(&plan, &proposed.lines), proposed)
        })
    };
    let (steps, proposed) = &*found;
    let left_out = use_state_eq(BTreeSet::<LineId>::new);
    let chosen: Vec<&Step> = steps
        .iter()
        .filter(|step| !left_out.contains(step.id()))
        .collect();
    let count = chosen.len();
    let onaccept = {
        let (act, onclose) = (ctx.act.clone(), props.onclose.clone());
        let mut lines = Vec::new();
        let mut removed = Vec::new();
        for step in chosen {
            match step {
                Step::Add(line) | Step::Change(line) => lines.push(line.clone()),
                Step::Remove(id) => removed.push(id.clone()),
            }
        }
        Callback::from(move |_: MouseEvent| {
            onclose.emit(());
            act.emit(Action::edit(Edit::TakeLines {
                lines: lines.clone(),
                removed: removed.clone(),
            }));
        })
    };
    let close = props.onclose.reform(|_: MouseEvent| ());
    let footer = html! {
        <>
            <button type="button" class="btn" onclick={close}>{ lang.cancel() }</button>
            <button type="button" class="btn p" disabled={count == 0} onclick={onaccept}>
                { if count == steps.len() && count > 0 { lang.lines_take_all(count) } else { lang.lines_take(count) } }
            </button>
        </>
    };
    html! {
        <Modal title={lang.lines_proposal()} {lang} onclose={props.onclose.clone()} wide={true} {footer}>
            { lacks(ctx, proposed, &props.onclose) }
            if steps.is_empty() && proposed.without.is_empty() {
                <p class="note ok">{ small_icon(Icon::Ok) }<span>{ lang.lines_nothing() }</span></p>
            } else if !steps.is_empty() {
                <p class="small muted">{ lang.lines_proposal_text() }</p>
                <ul class="rows lines-proposal">{ for steps.iter().map(|step| row(lang, plan, step, &left_out)) }</ul>
            }
        </Modal>
    }
}

fn row(lang: Lang, plan: &Plan, step: &Step, left_out: &UseStateHandle<BTreeSet<LineId>>) -> Html {
    let id = step.id().clone();
    let (key, is_on) = (id.to_string(), !left_out.contains(&id));
    let (class, word, before, after) = match step {
        Step::Add(line) => ("chip ok", lang.line_added(), None, Some(line)),
        Step::Change(line) => (
            "chip warn",
            lang.line_changed(),
            plan.lines.get(&id),
            Some(line),
        ),
        Step::Remove(_) => ("chip error", lang.line_removed(), plan.lines.get(&id), None),
    };
    let set = {
        let left_out = left_out.clone();
        Callback::from(move |is_on: bool| {
            let mut changed = (*left_out).clone();
            put(&mut changed, &id, !is_on);
            left_out.set(changed);
        })
    };
    let place = after.or(before).map(|line| lang.place_of_line(plan, line));
    let words = html! {
        <span>
            <b>{ place.unwrap_or_default() }</b>{ " " }<span {class}>{ word }</span>
            if after.is_some_and(|line| lacks_physician(plan, &line.location, line.half_day)) {
                { " " }<span class="chip warn">{ lang.no_physician_then() }</span>
            }
            <br />
            <span class="muted">
                if let Some(line) = before { <s>{ lang.room_and_pair(plan, line) }</s>{ " " } }
                if let Some(line) = after { { lang.room_and_pair(plan, line) } }
            </span>
        </span>
    };
    html! { <li key={key}>{ tick(words, is_on, set) }</li> }
}
