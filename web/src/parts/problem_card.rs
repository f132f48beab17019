//! Problems with what can be done about them: as notes in an inspector, and the list of remedies that the
//! screen of problems shows as well. Core searches the remedies, and only when somebody asks for them.

use super::icon::small_icon;
use super::status::severity_icon;
use crate::parts::sets;
use crate::state::{Action, Ctx, Dialog, Same};
use centering_core::problem::{Finding, Problem, Severity};
use centering_core::remedy::{Remedy, remedies};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct ProblemNotesProps {
    pub ctx: Ctx,
    pub problems: Vec<Problem>,
}

/// Problems as notes below each other, the worst first, each with its remedies behind a question.
#[component]
pub fn ProblemNotes(props: &ProblemNotesProps) -> Html {
    let mut problems: Vec<&Problem> = props.problems.iter().collect();
    problems.sort_by_key(|problem| std::cmp::Reverse(problem.severity));
    if problems.is_empty() {
        return Html::default();
    }
    html! {
        <ul class="notes">
            { for problems.into_iter().map(|problem| {
                // Of one place there can be several of a code.
                let key = format!("{:?}{:?}", problem.place, problem.finding);
                html! { <li {key}><ProblemNote ctx={props.ctx.clone()} problem={problem.clone()} /></li> }
            }) }
        </ul>
    }
}

#[derive(PartialEq, Properties)]
pub struct ProblemProps {
    pub ctx: Ctx,
    pub problem: Problem,
}

#[component]
fn ProblemNote(props: &ProblemProps) -> Html {
    let (ctx, problem) = (&props.ctx, &props.problem);
    let (lang, plan) = (ctx.model.lang, &ctx.model.plan);
    let is_open = use_state_eq(|| false);
    let toggle = sets(&is_open, !*is_open);
    let class = match problem.severity {
        Severity::Error => "note error",
        Severity::Strong | Severity::Warning => "note warn",
        Severity::Info => "note",
    };
    let detail = lang.problem_detail(plan, problem);
    html! {
        <div {class}>
            { small_icon(severity_icon(problem.severity)) }
            <div class="stack xt">
                <span><b>{ lang.severity(problem.severity) }{ ": " }</b>{ lang.problem_title(plan, problem) }</span>
                <button type="button" class="link ask" aria-expanded={is_open.to_string()} onclick={toggle}>{ lang.remedies_ask() }</button>
                if *is_open {
                    if !detail.is_empty() { <p>{ detail }</p> }
                    <Remedies ctx={ctx.clone()} problem={problem.clone()} />
                }
            </div>
        </div>
    }
}

/// What can be done about a problem, the best first.
#[component]
pub fn Remedies(props: &ProblemProps) -> Html {
    let (ctx, problem) = (&props.ctx, &props.problem);
    let (lang, plan) = (ctx.model.lang, &ctx.model.plan);
    let today = ctx.model.today;
    let found = use_memo(
        (Same(plan.clone()), problem.clone(), today),
        |(plan, problem, today)| remedies(&plan.0, problem, *today),
    );
    if found.is_empty() {
        let may_wait =
            problem.severity == Severity::Info && !matches!(problem.finding, Finding::NotPlaced(_));
        let text = if may_wait {
            lang.remedies_not_needed()
        } else {
            lang.remedies_none()
        };
        return html! { <p class="small muted">{ text }</p> };
    }
    html! {
        <ul class="fixes">
            { for found.iter().enumerate().map(|(place, remedy)| {
                let (what, consequence) = lang.remedy(plan, remedy);
                // The answers to a question are alike.
                let is_answer = matches!(remedy, Remedy::Confirm { .. });
                let class = (place == 0 && found.len() > 1 && !is_answer).then_some("best");
                html! {
                    <li>
                        <span {class}>{ &what }</span>
                        <span class="c">{ consequence }</span>
                        { button(ctx, remedy, &what) }
                    </li>
                }
            }) }
        </ul>
    }
}

/// The button that carries a remedy out, or opens the dialog where it is done.
fn button(ctx: &Ctx, remedy: &Remedy, what: &str) -> Html {
    let lang = ctx.model.lang;
    let (word, action) = match (remedy, remedy.edit()) {
        (Remedy::Confirm { .. }, Some(edit)) => (lang.it_was_so(), Action::edit(edit)),
        (_, Some(edit)) => (lang.try_it(), Action::edit(edit)),
        (Remedy::EnterBirth(code), None) => (
            lang.fill_in(),
            Action::Open(Dialog::Family(Some(code.clone()))),
        ),
        (_, None) => return Html::default(),
    };
    html! {
        <button type="button" class="btn s" aria-label={format!("{word}: {what}")} onclick={ctx.on(action)}>{ word }</button>
    }
}
