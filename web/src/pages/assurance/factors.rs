//! The success factors as they were scored: by factor and role, beside an earlier measurement, with the
//! weakest statements and the steps that serve them.

use super::heat;
use super::indicators::open_step;
use super::measurements::Measurements;
use crate::parts::form::{choose, or_none};
use crate::parts::setter;
use crate::parts::table::{Table, columns};
use crate::state::Ctx;
use centering_core::assurance::{Measurement, StatementResult, SuccessFactors};
use centering_core::calendar::Date;
use centering_core::steps::{StepId, StepPlan};
use yew::prelude::*;

/// How many statements are called the weakest.
const WEAKEST: usize = 5;

#[derive(PartialEq, Properties)]
pub struct FactorsProps {
    pub ctx: Ctx,
    /// Goes to the self-study of a respondent.
    pub onstudy: Callback<(Date, usize)>,
}

#[component]
pub fn Factors(props: &FactorsProps) -> Html {
    let ctx = &props.ctx;
    let lang = ctx.model.lang;
    let all = &ctx.model.plan.assurance.measurements;
    let chosen = use_state_eq(|| None::<Date>);
    let beside = use_state_eq(|| None::<Option<Date>>);
    let now = chosen
        .and_then(|day| all.get(&day))
        .or_else(|| all.values().next_back());
    let Some(now) = now else {
        return html! { <Measurements ctx={ctx.clone()} onstudy={props.onstudy.clone()} day={None::<Date>} /> };
    };
    let earlier: Vec<Date> = all.keys().copied().filter(|day| *day < now.began).collect();
    // The one before, unless somebody chose another one or none.
    let compared = match *beside {
        Some(choice) => choice.filter(|day| earlier.contains(day)),
        None => earlier.last().copied(),
    };
    let before = compared.and_then(|day| all.get(&day));
    let days = all.keys().rev().copied();
    let day = |day: &Date| lang.day_full(*day);
    let day_or_nothing = |chosen: &Option<Date>| {
        let words = chosen.as_ref().map(day);
        words.unwrap_or_else(|| lang.compare_nothing().to_owned())
    };
    let onday = setter(&chosen).reform(Some);
    let oncompare = setter(&beside).reform(Some);
    let is_scored = now.respondents.iter().any(|one| !one.scores.is_empty());
    html! {
        <>
            <div class="bar">
                { choose(days, &now.began, day, onday).filter(lang.measurement_of()).id("measurement") }
                if !earlier.is_empty() {
                    { choose(or_none(earlier), &compared, day_or_nothing, oncompare).filter(lang.compare_with()).id("compare-with") }
                }
            </div>
            if is_scored {
                { heat::heat(ctx, now, before) }
                { weakest(ctx, now) }
            }
            <Measurements ctx={ctx.clone()} onstudy={props.onstudy.clone()} day={Some(now.began)} />
        </>
    }
}

/// What a step is called, in the plan or in the proposal, and whether the plan has it.
fn title(ctx: &Ctx, id: &StepId) -> (String, bool) {
    let own = ctx.model.plan.steps.as_ref();
    let own = own.and_then(|steps| steps.steps.get(id));
    let known = own.or_else(|| StepPlan::proposal().steps.get(id));
    let words = known.map(|step| ctx.model.lang.wording(&step.title).to_owned());
    (words.unwrap_or_else(|| id.to_string()), own.is_some())
}

fn weakest(ctx: &Ctx, now: &Measurement) -> Html {
    let lang = ctx.model.lang;
    let factors = SuccessFactors::current();
    let statement = |result: &StatementResult| {
        let statement = factors.statement(result.statement);
        statement.map(|statement| html! {
            <>{ lang.wording(&statement.text) }<span class="sub-l">{ lang.statement_source(&statement.source) }</span></>
        })
    };
    let steps = |result: &StatementResult| {
        let step = |step: &StepId| match title(ctx, step) {
            (title, true) => open_step(ctx, step, title),
            (title, false) => html! { <span class="small">{ title }</span> },
        };
        html! { <span class="acts">{ for result.steps.iter().map(step) }</span> }
    };
    let table = columns! { Table::of(|result: &StatementResult| result.statement.to_string()).look("wraps");
        name(lang.statement(), statement);
        number(lang.factor_mean(), |result| html! { <b>{ lang.mean(result.mean) }</b> });
        column(lang.statement_range(), |result| format!("{} – {}", result.lowest.points(), result.highest.points())).nowrap();
        column(lang.statement_steps(), steps);
    };
    table.panel(
        "weakest-title",
        lang.weakest_title(),
        now.weakest(factors, WEAKEST),
    )
}
