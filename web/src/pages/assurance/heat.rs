//! Scores by factor and role as a heat table, and the means as a chart beside an earlier measurement. The
//! number stands in every cell; the tint only helps.

use crate::store::Ctx;
use centering_core::assurance::{
    FactorResult, Measurement, Respondent, SuccessFactor, SuccessFactors, compare,
};
use yew::prelude::*;

pub fn panel(ctx: &Ctx, now: &Measurement, before: Option<&Measurement>) -> Html {
    let lang = ctx.model.lang;
    let factors = SuccessFactors::current();
    let results = now.results(factors);
    let changes = before.map(|before| compare(before, now, factors));
    let names = super::measurements::names(lang, now);
    let scored: Vec<(&Respondent, &String)> = now
        .respondents
        .iter()
        .zip(&names)
        .filter(|(one, _)| !one.scores.is_empty())
        .collect();
    let row = |(place, factor): (usize, &SuccessFactor)| {
        let result = results.get(place);
        let change = changes.as_ref().and_then(|all| all.get(place));
        let mean = result.and_then(|one| one.mean);
        html! {
            <tr key={factor.id.to_string()}>
                <th scope="row">{ lang.wording(&factor.name) }</th>
                { for scored.iter().map(|(one, _)| cell(ctx, mean_of(one, factor))) }
                <td class="num"><b>{ mean.map_or_else(|| "–".to_owned(), |mean| lang.mean(mean)) }</b></td>
                if let Some(change) = change {
                    <td class="num">{ change.before.map_or_else(|| "–".to_owned(), |mean| lang.mean(mean)) }</td>
                    <td class="num">{ change.change.map_or_else(|| "–".to_owned(), |mean| lang.mean_change(mean)) }</td>
                }
                <td class="num">{ lang.mean(result.map_or(0, |one| one.spread)) }</td>
            </tr>
        }
    };
    html! {
        <section class="panel">
            <div class="ph"><h2 id="heat-title">{ lang.heat_title() }</h2></div>
            <div class="tw" tabindex="0" role="region" aria-labelledby="heat-title">
                <table class="tb heat" aria-labelledby="heat-title">
                    <thead><tr>
                        <th scope="col">{ lang.factor() }</th>
                        { for scored.iter().map(|(_, name)| html! { <th scope="col" class="mid">{ *name }</th> }) }
                        <th scope="col" class="num">{ lang.factor_mean() }</th>
                        if let Some(before) = before {
                            <th scope="col" class="num">{ lang.factor_before(&lang.day_month(before.began, ctx.model.today)) }</th>
                            <th scope="col" class="num">{ lang.factor_change() }</th>
                        }
                        <th scope="col" class="num">{ lang.factor_spread() }</th>
                    </tr></thead>
                    <tbody>{ for factors.factors.iter().enumerate().map(row) }</tbody>
                </table>
            </div>
            <div class="pb stack t">
                <p class="small muted">{ lang.heat_note() }</p>
                { chart(ctx, &results, before) }
            </div>
        </section>
    }
}

/// The mean of one respondent under a factor, in hundredths.
fn mean_of(one: &Respondent, factor: &SuccessFactor) -> Option<i32> {
    let alone = Measurement {
        respondents: vec![one.clone()],
        ..Measurement::begun(centering_core::calendar::Date::FIRST)
    };
    let factors = SuccessFactors::current();
    let results = alone.results(factors);
    results
        .into_iter()
        .find(|result| result.factor == factor.id)
        .and_then(|result| result.mean)
}

fn cell(ctx: &Ctx, mean: Option<i32>) -> Html {
    let Some(mean) = mean else {
        return html! { <td class="mid muted">{ "–" }</td> };
    };
    // 100 to 500 in five tints.
    let tint = ((mean + 50) / 100).clamp(1, 5);
    html! { <td class="mid"><span class={format!("heatc h{tint}")}>{ ctx.model.lang.mean(mean) }</span></td> }
}

const ROW: i32 = 26;

/// A dot for each factor on a line from 1 to 5, with a ring where it was before.
fn chart(ctx: &Ctx, results: &[FactorResult], before: Option<&Measurement>) -> Html {
    let lang = ctx.model.lang;
    let factors = SuccessFactors::current();
    let earlier = before.map(|before| before.results(factors));
    let at = |mean: i32| format!("{}%", 4.0 + 92.0 * f64::from(mean - 100) / 400.0);
    html! {
        <figure class="means" aria-labelledby="means-title">
            <h3 id="means-title">{ lang.chart_title() }</h3>
            { for results.iter().zip(&factors.factors).enumerate().map(|(place, (result, factor))| {
                let was = earlier.as_ref().and_then(|all| all.get(place)?.mean);
                let name = lang.wording(&factor.name);
                let now = result.mean.map_or_else(|| "–".to_owned(), |mean| lang.mean(mean));
                let y = ROW / 2;
                html! {
                    <div class="mrow">
                        <span class="small" aria-hidden="true">{ name }</span>
                        <svg class="ch" height={ROW.to_string()} role="img" aria-label={lang.chart_row(name, &now)}>
                            <line class="axis" x1="4%" x2="96%" y1={y.to_string()} y2={y.to_string()} />
                            { for (1..=5).map(|points| html! {
                                <line class="grid" x1={at(points * 100)} x2={at(points * 100)} y1={(y - 5).to_string()} y2={(y + 5).to_string()} />
                            }) }
                            if let (Some(was), Some(mean)) = (was, result.mean) {
                                <line class="shift" x1={at(was)} x2={at(mean)} y1={y.to_string()} y2={y.to_string()} />
                            }
                            if let Some(was) = was { <circle class="was" cx={at(was)} cy={y.to_string()} r="6" /> }
                            if let Some(mean) = result.mean { <circle class="now" cx={at(mean)} cy={y.to_string()} r="6" /> }
                        </svg>
                    </div>
                }
            }) }
            <ul class="legend" aria-hidden="true">
                <li><svg width="16" height="16"><circle class="now" cx="8" cy="8" r="6" /></svg>{ lang.chart_now() }</li>
                if before.is_some() { <li><svg width="16" height="16"><circle class="was" cx="8" cy="8" r="6" /></svg>{ lang.chart_before() }</li> }
                <li>{ "1 – 5" }</li>
            </ul>
        </figure>
    }
}
