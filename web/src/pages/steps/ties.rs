//! What the groups say about the step plan: steps that are done already, those that the first group waits
//! for, and what each location still needs.

use super::facts::Facts;
use crate::parts::table::{By, Table, columns, panel};
use crate::parts::{Icon, small_icon};
use crate::state::{Action, Ctx, Selection};
use centering_core::edit::Edit;
use centering_core::insight::{GroupDeadline, Need, Offer};
use centering_core::steps::{Progress, StepEdit, StepId, StepState};
use centering_words::Lang;
use yew::prelude::*;

pub fn ties(ctx: &Ctx, facts: &Facts) -> Html {
    html! {
        <>
            { offers(ctx, facts) }
            { deadlines(ctx, facts) }
            { needs(ctx, facts) }
        </>
    }
}

/// Says that a step is done today.
pub fn take(ctx: &Ctx, facts: &Facts, id: &StepId) -> Action {
    let today = ctx.model.today;
    let known = ctx
        .model
        .plan
        .steps
        .as_ref()
        .and_then(|steps| steps.steps.get(id));
    let planned = facts
        .steps()
        .find(|step| step.id == *id)
        .and_then(|step| step.days)
        .map(|days| days.first);
    let before = known.map(|step| step.progress.clone()).unwrap_or_default();
    // Not later than today: it has begun.
    let started = before.started.or_else(|| planned.min(today).or(today));
    let progress = Progress {
        state: StepState::Done,
        started,
        finished: today,
        ..before
    };
    let edit = StepEdit::SetProgress {
        step: id.clone(),
        progress,
    };
    Action::edit(Edit::Steps(Box::new(edit)))
}

/// `12 werkdagen over`, `3 werkdagen te laat`.
fn words_of_room(lang: Lang, one: &GroupDeadline) -> String {
    if one.done {
        lang.step_state_name(StepState::Done).to_owned()
    } else if one.slack < 0 {
        lang.deadline_late(-one.slack)
    } else {
        lang.deadline_left(one.slack)
    }
}

/// A table of steps, beginning with the name of each, which shows it.
fn of_steps<'a, R: 'a>(ctx: &'a Ctx, facts: &'a Facts, id: fn(&R) -> &StepId) -> Table<'a, R> {
    let name = move |row: &R| {
        let step = facts.steps().find(|step| step.id == *id(row));
        let title = step.map_or("", |step| &step.title);
        format!("{} {title}", id(row))
    };
    let show = move |row: &R| ctx.on(Action::Select(Selection::Step(id(row).clone())));
    Table::of(move |row| id(row).to_string())
        .look("wraps")
        .button(ctx.model.lang.step_name(), name, show)
}

fn offers(ctx: &Ctx, facts: &Facts) -> Html {
    let (lang, plan) = (ctx.model.lang, &ctx.model.plan);
    let accept = |offer: &Offer| {
        html! {
            <button type="button" class="btn s" aria-label={lang.offer_take(&lang.step_quoted(&facts.name(&offer.step)))}
                onclick={ctx.on(take(ctx, facts, &offer.step))}>{ lang.accept() }</button>
        }
    };
    let table = columns! { of_steps(ctx, facts, |offer: &Offer| &offer.step).none(lang.offers_none());
        column(lang.step_source(), |offer| lang.evidence(plan, &offer.evidence));
        acts(lang.accept(), accept);
    };
    table.panel("offers-title", lang.offers_title(), &facts.offers)
}

fn deadlines(ctx: &Ctx, facts: &Facts) -> Html {
    let (lang, today) = (ctx.model.lang, ctx.model.today);
    let steps = ctx.model.plan.steps.as_ref();
    let room = |one: &GroupDeadline| {
        let class = match (one.done, one.slack < 0) {
            (true, _) => "st ok",
            (false, true) => "st error",
            (false, false) => "st none",
        };
        html! { <span {class}>{ words_of_room(lang, one) }</span> }
    };
    let change = |one: &GroupDeadline| {
        let known = steps.and_then(|steps| steps.steps.get(&one.step))?;
        if known.deadline == Some(one.by) {
            return Some(html! { <span class="small muted">{ lang.deadline_is_set() }</span> });
        }
        let edit = StepEdit::SetDates {
            step: one.step.clone(),
            fixed_start: known.fixed_start,
            not_before: known.not_before,
            deadline: Some(one.by),
        };
        (!one.done).then(|| html! {
            <button type="button" class="btn s" aria-label={format!("{}: {}", lang.deadline_set(), facts.name(&one.step))}
                onclick={ctx.on(Action::edit(Edit::Steps(Box::new(edit))))}>
                { small_icon(Icon::Pin) }{ lang.deadline_set() }
            </button>
        })
    };
    let table = columns! { of_steps(ctx, facts, |one: &GroupDeadline| &one.step);
        column(lang.milestone_planned(), |one| lang.day_month(one.planned, today)).nowrap();
        column(lang.deadline_by(), |one| lang.day_month(one.by, today)).nowrap();
        column(lang.deadline_room(), room).nowrap();
        acts(lang.step_change(), change);
    };
    let body = match &facts.first {
        None => html! { <div class="pb"><p>{ lang.deadlines_none() }</p></div> },
        Some(first) => html! {
            <>
                <div class="pb"><p class="small">{ lang.deadlines_text(first.group.as_str(), &lang.day_full(first.day), ctx.model.is_past(first.day)) }</p></div>
                { table.rows(By::Id("deadlines-title"), &facts.deadlines) }
            </>
        },
    };
    panel(
        "deadlines-title",
        lang.deadlines_title(),
        Html::default(),
        body,
    )
}

fn needs(ctx: &Ctx, facts: &Facts) -> Html {
    let (lang, plan) = (ctx.model.lang, &ctx.model.plan);
    let table = columns! { Table::of(|need: &Need| need.location.to_string()).look("wraps").none(lang.needs_none());
        name(lang.need_location(), |need| plan.location_name(&need.location).to_owned());
        number(lang.need_groups(), |need| need.groups);
        number(lang.need_lines(), |need| need.lines);
        number(lang.need_trained(), |need| need.trained);
        number(lang.need_needed(), |need| need.needed);
        column(lang.need_todo(), |need| todo_words(lang, need));
    };
    let body = html! {
        <>
            if !facts.needs.is_empty() { <div class="pb"><p class="small muted">{ lang.needs_text() }</p></div> }
            { table.rows(By::Id("needs-title"), &facts.needs) }
        </>
    };
    panel("needs-title", lang.needs_title(), Html::default(), body)
}

/// `3 getraind van 4, train 1 begeleider`.
pub fn need_words(lang: Lang, need: &Need) -> String {
    lang.need_short(
        need.groups,
        need.trained,
        need.needed,
        &todo_words(lang, need),
    )
}

fn todo_words(lang: Lang, need: &Need) -> String {
    let mut todo = Vec::new();
    if need.to_train() > 0 {
        todo.push(lang.need_train(need.to_train()));
    }
    if need.without_line > 0 {
        todo.push(lang.need_line(need.without_line));
    }
    if need.incomplete > 0 {
        todo.push(lang.need_pair(need.incomplete));
    }
    if todo.is_empty() {
        lang.need_nothing().to_owned()
    } else {
        todo.join(", ")
    }
}
