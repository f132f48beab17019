//! One page for the steering group: the milestones with their chances, and what comes now and next.

use super::estimates::Estimates;
use super::facts::{Facts, StepFacts};
use super::table::state;
use crate::store::Ctx;
use centering_core::steps::StepId;
use yew::prelude::*;

/// How many open steps are shown.
const NEXT: usize = 8;
/// How many steps a milestone hangs on are named.
const DRIVERS: usize = 3;

pub fn one_page(ctx: &Ctx, facts: &Facts) -> Html {
    html! {
        <>
            { milestones(ctx, facts) }
            { next(ctx, facts) }
        </>
    }
}

fn milestones(ctx: &Ctx, facts: &Facts) -> Html {
    let (lang, today) = (ctx.model.lang, ctx.model.today);
    let mut steps: Vec<&StepFacts> = facts
        .steps()
        .filter(|step| step.milestone && step.days.is_some())
        .collect();
    steps.sort_by_key(|step| step.days.map(|days| days.last));
    let row = |step: &StepFacts| {
        let outlooks = facts.outlooks.as_ref().filter(|_| step.is_open());
        let outlook = outlooks.and_then(|all| all.milestones.get(&step.id));
        let chance = |days: Option<i32>| {
            let day = days.and_then(|days| outlooks?.day(days));
            day.map_or_else(|| "–".to_owned(), |day| lang.day_month(day, today))
        };
        let drivers = outlook.map(|outlook| {
            let first = outlook.drivers.iter().take(DRIVERS);
            first
                .map(|driver| title(facts, &driver.step))
                .collect::<Vec<_>>()
        });
        let planned = step.days.map(|days| lang.day_month(days.last, today));
        let base = step.base.map(|days| lang.day_month(days.last, today));
        html! {
            <tr key={step.id.to_string()}>
                <th scope="row">{ &step.title }</th>
                <td data-l={lang.step_state()}>{ state(ctx, step) }</td>
                <td class="nw" data-l={lang.milestone_planned()}>{ planned }</td>
                <td class="nw" data-l={lang.milestone_base()}>{ base.unwrap_or_else(|| "–".to_owned()) }</td>
                <td class="nw" data-l={lang.milestone_p50()}>{ chance(outlook.map(|outlook| outlook.p50)) }</td>
                <td class="nw" data-l={lang.milestone_p80()}>{ chance(outlook.map(|outlook| outlook.p80)) }</td>
                <td data-l={lang.milestone_drivers()}>{ drivers.unwrap_or_default().join(", ") }</td>
            </tr>
        }
    };
    html! {
        <section class="panel">
            <div class="ph"><h2 id="milestones-title">{ lang.milestone_table() }</h2></div>
            <div class="tw" tabindex="0" role="region" aria-labelledby="milestones-title">
                <table class="tb cards wraps" aria-labelledby="milestones-title">
                    <thead><tr>
                        <th scope="col">{ lang.milestone_column() }</th>
                        <th scope="col">{ lang.step_state() }</th>
                        <th scope="col">{ lang.milestone_planned() }</th>
                        <th scope="col">{ lang.milestone_base() }</th>
                        <th scope="col">{ lang.milestone_p50() }</th>
                        <th scope="col">{ lang.milestone_p80() }</th>
                        <th scope="col">{ lang.milestone_drivers() }</th>
                    </tr></thead>
                    <tbody>{ for steps.into_iter().map(row) }</tbody>
                </table>
            </div>
            <div class="pb stack t">
                <p class="small muted">{ lang.milestone_note() }</p>
                <details class="more"><summary>{ lang.estimates_title() }</summary><Estimates ctx={ctx.clone()} /></details>
            </div>
        </section>
    }
}

fn title(facts: &Facts, id: &StepId) -> String {
    let step = facts.steps().find(|step| step.id == *id);
    step.map_or_else(
        || id.to_string(),
        |step| {
            // What stands behind a bracket or colon is detail.
            let short = step.title.split([':', '(']).next().unwrap_or_default();
            format!("{id} {}", short.trim())
        },
    )
}

fn next(ctx: &Ctx, facts: &Facts) -> Html {
    let (lang, today) = (ctx.model.lang, ctx.model.today);
    let mut steps: Vec<&StepFacts> = facts.steps().filter(|step| step.is_open()).collect();
    steps.sort_by_key(|step| (step.days.map(|days| days.first), step.id.clone()));
    steps.truncate(NEXT);
    html! {
        <section class="panel">
            <div class="ph"><h2 id="next-title">{ lang.next_steps() }</h2></div>
            if steps.is_empty() {
                <div class="pb"><p>{ lang.next_none() }</p></div>
            } else {
                <div class="tw" tabindex="0" role="region" aria-labelledby="next-title">
                    <table class="tb cards wraps" aria-labelledby="next-title">
                        <thead><tr>
                            <th scope="col">{ lang.step_name() }</th>
                            <th scope="col">{ lang.step_role_word() }</th>
                            <th scope="col">{ lang.step_ready() }</th>
                            <th scope="col">{ lang.step_deliverable() }</th>
                            <th scope="col">{ lang.step_state() }</th>
                        </tr></thead>
                        <tbody>{ for steps.into_iter().map(|step| html! {
                            <tr key={step.id.to_string()}>
                                <th scope="row">{ format!("{} {}", step.id, step.title) }</th>
                                <td data-l={lang.step_role_word()}>{ lang.step_role(&step.role) }</td>
                                <td class="nw" data-l={lang.step_ready()}>{ step.days.map(|days| lang.day_month(days.last, today)) }</td>
                                <td data-l={lang.step_deliverable()}>{ &step.deliverable }</td>
                                <td data-l={lang.step_state()}>{ state(ctx, step) }</td>
                            </tr>
                        }) }</tbody>
                    </table>
                </div>
            }
        </section>
    }
}
