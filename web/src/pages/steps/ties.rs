//! What the groups say about the step plan: steps that are done already, those that the first group waits
//! for, and what each location still needs.

use super::facts::Facts;
use crate::app::Action;
use crate::parts::{Icon, small_icon};
use crate::store::{Ctx, Selection};
use crate::text::Lang;
use centering_core::insight::{GroupDeadline, Need};
use centering_core::plan::{Edit, Plan};
use centering_core::steps::{Progress, StepEdit, StepId, StepState};
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
pub fn words_of_room(lang: Lang, one: &GroupDeadline) -> String {
    if one.done {
        lang.step_state_name(StepState::Done).to_owned()
    } else if one.slack < 0 {
        lang.deadline_late(-one.slack)
    } else {
        lang.deadline_left(one.slack)
    }
}

fn step_name(ctx: &Ctx, facts: &Facts, id: &StepId) -> Html {
    let title = facts
        .steps()
        .find(|step| step.id == *id)
        .map(|step| step.title.clone());
    let action = Action::Select(Selection::Step(id.clone()));
    html! {
        <button type="button" class="rowbtn" onclick={ctx.on(action)}>{ format!("{id} {}", title.unwrap_or_default()) }</button>
    }
}

fn offers(ctx: &Ctx, facts: &Facts) -> Html {
    let (lang, plan) = (ctx.model.lang, &ctx.model.plan);
    html! {
        <section class="panel">
            <div class="ph"><h2 id="offers-title">{ lang.offers_title() }</h2></div>
            if facts.offers.is_empty() {
                <div class="pb"><p>{ lang.offers_none() }</p></div>
            } else {
                <div class="tw" tabindex="0" role="region" aria-labelledby="offers-title">
                    <table class="tb cards wraps" aria-labelledby="offers-title">
                        <thead><tr>
                            <th scope="col">{ lang.step_name() }</th>
                            <th scope="col">{ lang.step_source() }</th>
                            <th scope="col"><span class="sr">{ lang.accept() }</span></th>
                        </tr></thead>
                        <tbody>{ for facts.offers.iter().map(|offer| html! {
                            <tr key={offer.step.to_string()}>
                                <th scope="row">{ step_name(ctx, facts, &offer.step) }</th>
                                <td data-l={lang.step_source()}>{ lang.evidence(plan, &offer.evidence) }</td>
                                <td>
                                    <button type="button" class="btn s" aria-label={lang.offer_take(offer.step.as_str())}
                                        onclick={ctx.on(take(ctx, facts, &offer.step))}>{ lang.accept() }</button>
                                </td>
                            </tr>
                        }) }</tbody>
                    </table>
                </div>
            }
        </section>
    }
}

fn deadlines(ctx: &Ctx, facts: &Facts) -> Html {
    let (lang, today) = (ctx.model.lang, ctx.model.today);
    let steps = ctx.model.plan.steps.as_ref();
    let row = |one: &GroupDeadline| {
        let known = steps.and_then(|steps| steps.steps.get(&one.step));
        let is_set = known.is_some_and(|step| step.deadline == Some(one.by));
        let set = known.map(|step| StepEdit::SetDates {
            step: one.step.clone(),
            fixed_start: step.fixed_start,
            not_before: step.not_before,
            deadline: Some(one.by),
        });
        let class = match (one.done, one.slack < 0) {
            (true, _) => "st ok",
            (false, true) => "st error",
            (false, false) => "st none",
        };
        html! {
            <tr key={one.step.to_string()}>
                <th scope="row">{ step_name(ctx, facts, &one.step) }</th>
                <td class="nw" data-l={lang.milestone_planned()}>{ lang.day_month(one.planned, today) }</td>
                <td class="nw" data-l={lang.deadline_by()}>{ lang.day_month(one.by, today) }</td>
                <td class="nw" data-l={lang.deadline_room()}><span {class}>{ words_of_room(lang, one) }</span></td>
                <td>
                    if is_set { <span class="small muted">{ lang.deadline_is_set() }</span> }
                    else if let Some(edit) = set.filter(|_| !one.done) {
                        <button type="button" class="btn s" onclick={ctx.on(Action::edit(Edit::Steps(Box::new(edit))))}>
                            { small_icon(Icon::Pin) }{ lang.deadline_set(one.step.as_str()) }
                        </button>
                    }
                </td>
            </tr>
        }
    };
    html! {
        <section class="panel">
            <div class="ph"><h2 id="deadlines-title">{ lang.deadlines_title() }</h2></div>
            if let Some(first) = &facts.first {
                <div class="pb"><p class="small">{ lang.deadlines_text(first.group.as_str(), &lang.day_full(first.day)) }</p></div>
                <div class="tw" tabindex="0" role="region" aria-labelledby="deadlines-title">
                    <table class="tb cards wraps" aria-labelledby="deadlines-title">
                        <thead><tr>
                            <th scope="col">{ lang.step_name() }</th>
                            <th scope="col">{ lang.milestone_planned() }</th>
                            <th scope="col">{ lang.deadline_by() }</th>
                            <th scope="col">{ lang.deadline_room() }</th>
                            <th scope="col"><span class="sr">{ lang.step_change() }</span></th>
                        </tr></thead>
                        <tbody>{ for facts.deadlines.iter().map(row) }</tbody>
                    </table>
                </div>
            } else {
                <div class="pb"><p>{ lang.deadlines_none() }</p></div>
            }
        </section>
    }
}

fn needs(ctx: &Ctx, facts: &Facts) -> Html {
    let (lang, plan) = (ctx.model.lang, &ctx.model.plan);
    let row = |need: &Need| {
        html! {
            <tr key={need.location.to_string()}>
                <th scope="row">{ location_name(plan, need) }</th>
                <td class="num" data-l={lang.need_groups()}>{ need.groups }</td>
                <td class="num" data-l={lang.need_lines()}>{ need.lines }</td>
                <td class="num" data-l={lang.need_trained()}>{ need.trained }</td>
                <td class="num" data-l={lang.need_needed()}>{ need.needed }</td>
                <td data-l={lang.need_todo()}>{ todo_words(lang, need) }</td>
            </tr>
        }
    };
    html! {
        <section class="panel">
            <div class="ph"><h2 id="needs-title">{ lang.needs_title() }</h2></div>
            if facts.needs.is_empty() {
                <div class="pb"><p>{ lang.needs_none() }</p></div>
            } else {
                <div class="pb"><p class="small muted">{ lang.needs_text() }</p></div>
                <div class="tw" tabindex="0" role="region" aria-labelledby="needs-title">
                    <table class="tb cards wraps" aria-labelledby="needs-title">
                        <thead><tr>
                            <th scope="col">{ lang.need_location() }</th>
                            <th scope="col" class="num">{ lang.need_groups() }</th>
                            <th scope="col" class="num">{ lang.need_lines() }</th>
                            <th scope="col" class="num">{ lang.need_trained() }</th>
                            <th scope="col" class="num">{ lang.need_needed() }</th>
                            <th scope="col">{ lang.need_todo() }</th>
                        </tr></thead>
                        <tbody>{ for facts.needs.iter().map(row) }</tbody>
                    </table>
                </div>
            }
        </section>
    }
}

/// What the location is called.
pub fn location_name(plan: &Plan, need: &Need) -> String {
    let known = plan.locations.get(&need.location);
    known.map_or_else(|| need.location.to_string(), |known| known.name.clone())
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
