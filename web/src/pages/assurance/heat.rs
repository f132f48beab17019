//! Scores by factor and role as a heat table, and the means as a chart beside an earlier measurement. The
//! number stands in every cell; the tint only helps.

use crate::parts::table::{By, Table, columns, panel};
use crate::state::Ctx;
use centering_core::assurance::{
    FactorResult, Measurement, Respondent, SuccessFactor, SuccessFactors, compare,
};
use yew::prelude::*;

pub fn heat(ctx: &Ctx, now: &Measurement, before: Option<&Measurement>) -> Html {
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
    let change = |place: &usize| changes.as_ref()?.get(*place);
    // A factor by its place.
    let mut table = columns! { Table::of(|(_, factor): &(usize, &SuccessFactor)| factor.id.to_string()).look("heat").scrolls();
        name(lang.factor(), |(_, factor)| lang.wording(&factor.name));
    };
    for (one, name) in scored {
        table = columns! { table;
            column(name.clone(), |(_, factor)| cell(ctx, mean_of(one, factor))).class("mid");
        };
    }
    table = columns! { table;
        number(lang.factor_mean(), |(place, _)| Some(html! { <b>{ lang.mean(results.get(*place)?.mean?) }</b> })).dash();
    };
    if let Some(before) = before {
        let day = lang.day_month(before.began, ctx.model.today);
        table = columns! { table;
            number(lang.factor_before(&day), |(place, _)| Some(lang.mean(change(place)?.before?))).dash();
            number(lang.factor_change(), |(place, _)| Some(lang.mean_change(change(place)?.change?))).dash();
        };
    }
    table = columns! { table;
        number(lang.factor_spread(), |(place, _)| lang.mean(results.get(*place).map_or(0, |one| one.spread)));
    };
    let body = html! {
        <>
            { table.rows(By::Id("heat-title"), factors.factors.iter().enumerate()) }
            <div class="pb stack t">
                <p class="small muted">{ lang.heat_note() }</p>
                { chart(ctx, &results, before) }
            </div>
        </>
    };
    panel("heat-title", lang.heat_title(), Html::default(), body)
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
        return html! { <span class="muted">{ "–" }</span> };
    };
    // 100 to 500 in five tints.
    let tint = ((mean + 50) / 100).clamp(1, 5);
    html! { <span class={format!("heatc h{tint}")}>{ ctx.model.lang.mean(mean) }</span> }
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
