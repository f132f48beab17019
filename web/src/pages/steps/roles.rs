//! How many people of a role can work on steps at once, and what few people cost.

use super::facts::Facts;
use crate::app::Action;
use crate::store::Ctx;
use centering_core::plan::Edit;
use centering_core::steps::{LimitedPlan, Role, StepEdit, StepFault, WorkCalendar};
use yew::prelude::*;

/// The most people of a role that can be chosen; more is as many as needed.
const MOST: u16 = 10;

pub fn roles(ctx: &Ctx, facts: &Facts, onmine: &Callback<Role>) -> Html {
    let (lang, plan) = (ctx.model.lang, &ctx.model.plan);
    let Some(steps) = &plan.steps else {
        return Html::default();
    };
    let calendar = WorkCalendar::from(&plan.settings);
    let limited = (!steps.limits.is_empty()).then(|| steps.limited(&calendar, facts.counts_from));
    let delay = |role: &Role| match &limited {
        Some(Ok(found)) => found.delay_by_role.get(role).copied(),
        _ => None,
    };
    html! {
        <section class="panel">
            <div class="ph"><h2 id="roles-title">{ lang.roles_title() }</h2></div>
            <div class="pb stack t">
                <p class="small muted">{ lang.roles_text() }</p>
                <p role="status">{ summary(ctx, limited.as_ref()) }</p>
            </div>
            <div class="tw" tabindex="0" role="region" aria-labelledby="roles-title">
                <table class="tb cards wraps" aria-labelledby="roles-title">
                    <thead><tr>
                        <th scope="col">{ lang.step_role_word() }</th>
                        <th scope="col" class="num">{ lang.role_steps() }</th>
                        <th scope="col">{ lang.role_people() }</th>
                        <th scope="col">{ lang.role_delay() }</th>
                        <th scope="col"><span class="sr">{ lang.role_mine() }</span></th>
                    </tr></thead>
                    <tbody>{ for facts.roles().into_iter().map(|role| row(ctx, facts, onmine, &role, delay(&role))) }</tbody>
                </table>
            </div>
        </section>
    }
}

fn summary(ctx: &Ctx, limited: Option<&Result<LimitedPlan, StepFault>>) -> String {
    let lang = ctx.model.lang;
    let found = match limited {
        None => return lang.limits_none().to_owned(),
        Some(Err(fault)) => return lang.step_fault(fault),
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

fn row(ctx: &Ctx, facts: &Facts, onmine: &Callback<Role>, role: &Role, delay: Option<i32>) -> Html {
    let lang = ctx.model.lang;
    let steps = ctx.model.plan.steps.as_ref();
    let now = steps.and_then(|steps| steps.limits.get(role)).copied();
    let open = facts
        .steps()
        .filter(|step| step.role == *role && step.is_open());
    let name = lang.step_role(role);
    let onchange = {
        let (act, role) = (ctx.act.clone(), role.clone());
        Callback::from(move |event: Event| {
            let select: web_sys::HtmlSelectElement = event.target_unchecked_into();
            let people = u16::try_from(select.selected_index())
                .ok()
                .filter(|people| *people > 0);
            let edit = StepEdit::SetLimit {
                role: role.clone(),
                people,
            };
            act.emit(Action::edit(Edit::Steps(Box::new(edit))));
        })
    };
    let mine = {
        let (onmine, role) = (onmine.clone(), role.clone());
        Callback::from(move |_: MouseEvent| onmine.emit(role.clone()))
    };
    html! {
        <tr key={role.as_str().to_owned()}>
            <th scope="row">{ &name }</th>
            <td class="num" data-l={lang.role_steps()}>{ open.count() }</td>
            <td data-l={lang.role_people()}>
                <select class="plain" aria-label={lang.role_people_of(&name)} {onchange}>
                    <option selected={now.is_none()}>{ lang.role_enough() }</option>
                    { for (1..=MOST).map(|people| html! { <option selected={now == Some(people)}>{ people }</option> }) }
                </select>
            </td>
            <td data-l={lang.role_delay()}>{ delay.map_or_else(|| "–".to_owned(), |days| lang.working_days(days)) }</td>
            <td><button type="button" class="link small" aria-label={lang.role_mine_of(&name)} onclick={mine}>{ lang.role_mine() }</button></td>
        </tr>
    }
}
