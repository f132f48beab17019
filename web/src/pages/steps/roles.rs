//! How many people of a role can work on steps at once, and what few people cost.

use super::facts::Facts;
use crate::parts::form::{choose, or_none};
use crate::parts::table::{By, Table, columns, panel};
use crate::state::{Action, Ctx};
use centering_core::edit::Edit;
use centering_core::steps::{LimitedPlan, Role, StepEdit, StepFault, StepPlan, WorkCalendar};
use centering_words::Lang;
use yew::prelude::*;

/// The most people of a role that can be chosen; more is as many as needed.
const MOST: u16 = 10;

pub fn roles(ctx: &Ctx, facts: &Facts, onmine: &Callback<Role>) -> Html {
    let (lang, plan) = (ctx.model.lang, &ctx.model.plan);
    let Some(steps) = &plan.steps else {
        return Html::default();
    };
    let calendar = WorkCalendar::from(&plan.settings);
    let limited = (!steps.limits.is_empty()).then(|| steps.limited(&calendar, ctx.model.today));
    let delay = |role: &Role| match &limited {
        Some(Ok(found)) => found.delay_by_role.get(role).copied(),
        _ => None,
    };
    let open = |role: &Role| {
        let steps = facts.steps();
        steps
            .filter(|step| step.role == *role && step.is_open())
            .count()
    };
    let mine = |role: &Role| {
        let onclick = {
            let role = role.clone();
            onmine.reform(move |_: MouseEvent| role.clone())
        };
        html! { <button type="button" class="link small" aria-label={lang.role_mine_of(&lang.step_role(role))} {onclick}>{ lang.role_mine() }</button> }
    };
    let table = columns! { Table::of(|role: &Role| role.as_str().to_owned()).look("wraps");
        name(lang.step_role_word(), |role| lang.step_role(role));
        number(lang.role_steps(), open);
        column(lang.role_people(), |role| people(ctx, role));
        column(lang.role_delay(), |role| delay(role).map(|days| lang.working_days(days))).dash();
        acts(lang.role_mine(), mine);
    };
    let body = html! {
        <>
            <div class="pb stack t">
                <p class="small muted">{ lang.roles_text() }</p>
                <p role="status">{ summary(lang, steps, limited.as_ref()) }</p>
            </div>
            { table.rows(By::Id("roles-title"), facts.roles()) }
        </>
    };
    panel("roles-title", lang.roles_title(), Html::default(), body)
}

/// How many people there are, as a choice.
fn people(ctx: &Ctx, role: &Role) -> Html {
    let lang = ctx.model.lang;
    let steps = ctx.model.plan.steps.as_ref();
    let now = steps.and_then(|steps| steps.limits.get(role)).copied();
    let onchoose = {
        let (act, role) = (ctx.act.clone(), role.clone());
        Callback::from(move |people| {
            let edit = StepEdit::SetLimit {
                role: role.clone(),
                people,
            };
            act.emit(Action::edit(Edit::Steps(Box::new(edit))));
        })
    };
    let words = |people: &Option<u16>| {
        people.map_or_else(
            || lang.role_enough().to_owned(),
            |people| people.to_string(),
        )
    };
    let choice = choose(or_none(1..=MOST), &now, words, onchoose);
    choice
        .named(lang.role_people_of(&lang.step_role(role)))
        .class("plain")
        .into()
}

fn summary(
    lang: Lang,
    steps: &StepPlan,
    limited: Option<&Result<LimitedPlan, StepFault>>,
) -> String {
    let found = match limited {
        None => return lang.limits_none().to_owned(),
        Some(Err(fault)) => return lang.step_fault(steps, fault),
        Some(Ok(found)) => found,
    };
    let last = found
        .steps
        .values()
        .max_by_key(|span| span.finish)
        .and_then(|span| found.dates(*span));
    let day = last.map_or_else(String::new, |days| lang.day_full(days.last));
    let proof = if found.is_proven() {
        lang.limits_proven().to_owned()
    } else {
        lang.limits_bound(found.finish - found.bound)
    };
    format!("{} {proof}", lang.limits_finish(&day, found.delay))
}
