//! An overview for the steering group: the milestones with their chances, and what comes now and next.

use super::estimates::Estimates;
use super::facts::{Facts, StepFacts};
use super::table::state;
use crate::parts::table::{By, Table, columns, panel};
use crate::state::Ctx;
use centering_core::calendar::Date;
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
    let outlook = |step: &StepFacts| {
        let outlooks = facts.outlooks.as_ref().filter(|_| step.is_open());
        outlooks.and_then(|all| all.milestones.get(&step.id))
    };
    let day = |day: Date| lang.day_month(day, today);
    let chance = |days: Option<i32>| facts.outlooks.as_ref()?.day(days?).map(day);
    let drivers = |step: &StepFacts| {
        let drivers = outlook(step).map_or(&[][..], |outlook| &outlook.drivers);
        let first = drivers.iter().take(DRIVERS);
        first
            .map(|driver| facts.name(&driver.step))
            .collect::<Vec<_>>()
            .join(", ")
    };
    let table = columns! { Table::of(|step: &StepFacts| step.id.to_string()).look("wraps");
        name(lang.milestone_column(), |step| step.title.clone());
        column(lang.step_state(), |step| state(ctx, step));
        column(lang.milestone_planned(), |step| step.days.map(|days| day(days.last))).nowrap();
        column(lang.milestone_base(), |step| step.base.map(|days| day(days.last))).nowrap().dash();
        column(lang.milestone_p50(), |step| chance(outlook(step).map(|outlook| outlook.p50))).nowrap().dash();
        column(lang.milestone_p80(), |step| chance(outlook(step).map(|outlook| outlook.p80))).nowrap().dash();
        column(lang.milestone_drivers(), drivers);
    };
    let body = html! {
        <>
            { table.rows(By::Id("milestones-title"), steps) }
            <div class="pb stack t">
                <p class="small muted">{ lang.milestone_note() }</p>
                <details class="more"><summary>{ lang.estimates_title() }</summary><Estimates ctx={ctx.clone()} /></details>
            </div>
        </>
    };
    panel(
        "milestones-title",
        lang.milestone_table(),
        Html::default(),
        body,
    )
}

fn next(ctx: &Ctx, facts: &Facts) -> Html {
    let (lang, today) = (ctx.model.lang, ctx.model.today);
    let mut steps: Vec<&StepFacts> = facts.steps().filter(|step| step.is_open()).collect();
    steps.sort_by_key(|step| (step.days.map(|days| days.first), step.id.clone()));
    steps.truncate(NEXT);
    let table = columns! { Table::of(|step: &StepFacts| step.id.to_string()).look("wraps").none(lang.next_none());
        name(lang.step_name(), |step| format!("{} {}", step.id, step.title));
        column(lang.step_role_word(), |step| lang.step_role(&step.role));
        column(lang.step_ready(), |step| step.days.map(|days| lang.day_month(days.last, today))).nowrap();
        column(lang.step_deliverable(), |step| step.deliverable.clone());
        column(lang.step_state(), |step| state(ctx, step));
    };
    table.panel("next-title", lang.next_steps(), steps)
}
