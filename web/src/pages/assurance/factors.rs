//! The success factors as they were scored: by factor and role, beside an earlier measurement, with the
//! weakest statements and the steps that serve them.

use super::heat;
use super::indicators::open_step;
use super::measurements::{Measurements, choose, words_of_days};
use crate::store::Ctx;
use centering_core::assurance::{Measurement, StatementResult, SuccessFactors};
use centering_core::calendar::Date;
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
    let days: Vec<Date> = all.keys().rev().copied().collect();
    let onday = {
        let chosen = chosen.clone();
        Callback::from(move |day: Option<Date>| chosen.set(day))
    };
    let oncompare = {
        let beside = beside.clone();
        Callback::from(move |day: Option<Date>| beside.set(Some(day)))
    };
    let is_scored = now.respondents.iter().any(|one| !one.scores.is_empty());
    html! {
        <>
            <div class="bar">
                { choose("measurement", lang.measurement_of(), &days, Some(now.began), None, &words_of_days(lang, &days), onday) }
                if !earlier.is_empty() {
                    { choose("compare-with", lang.compare_with(), &earlier, compared, Some(lang.compare_nothing()), &words_of_days(lang, &earlier), oncompare) }
                }
            </div>
            if is_scored {
                { heat::panel(ctx, now, before) }
                { weakest(ctx, now) }
            }
            <Measurements ctx={ctx.clone()} onstudy={props.onstudy.clone()} day={Some(now.began)} />
        </>
    }
}

fn weakest(ctx: &Ctx, now: &Measurement) -> Html {
    let lang = ctx.model.lang;
    let factors = SuccessFactors::current();
    let row = |result: &StatementResult| {
        let Some(statement) = factors.statement(result.statement) else {
            return Html::default();
        };
        let has_steps = ctx.model.plan.steps.is_some();
        html! {
            <tr key={result.statement.to_string()}>
                <th scope="row">
                    { lang.wording(&statement.text) }
                    <span class="sub-l">{ lang.statement_source(&statement.source) }</span>
                </th>
                <td class="num" data-l={lang.factor_mean()}><b>{ lang.mean(result.mean) }</b></td>
                <td class="nw" data-l={lang.statement_range()}>{ format!("{} – {}", result.lowest.points(), result.highest.points()) }</td>
                <td data-l={lang.statement_steps()}>
                    <span class="acts">
                        { for result.steps.iter().map(|step| if has_steps {
                            open_step(ctx, step, step.to_string())
                        } else {
                            html! { <span class="small">{ step.to_string() }</span> }
                        }) }
                    </span>
                </td>
            </tr>
        }
    };
    html! {
        <section class="panel">
            <div class="ph"><h2 id="weakest-title">{ lang.weakest_title() }</h2></div>
            <div class="tw" tabindex="0" role="region" aria-labelledby="weakest-title">
                <table class="tb cards wraps" aria-labelledby="weakest-title">
                    <thead><tr>
                        <th scope="col">{ lang.statement() }</th>
                        <th scope="col" class="num">{ lang.factor_mean() }</th>
                        <th scope="col">{ lang.statement_range() }</th>
                        <th scope="col">{ lang.statement_steps() }</th>
                    </tr></thead>
                    <tbody>{ for now.weakest(factors, WEAKEST).iter().map(row) }</tbody>
                </table>
            </div>
        </section>
    }
}
