//! What an indicator said over time, as a line with the limit dotted; the days stand in the table below.

use crate::state::Ctx;
use centering_core::assurance::{Amount, Reading, Rule};
use yew::prelude::*;

const WIDTH: f64 = 96.0;
const HEIGHT: f64 = 26.0;
/// Room for the last point.
const EDGE: f64 = 4.0;

pub fn trend(ctx: &Ctx, reading: &Reading, rule: Rule) -> Html {
    let (lang, plan) = (ctx.model.lang, &ctx.model.plan);
    let id = reading.indicator;
    let kept = plan.assurance.history.trend(id);
    let last_day = kept.last().map(|(day, ..)| *day);
    let mut amounts: Vec<Amount> = kept.into_iter().map(|(.., amount)| amount).collect();
    // Today is the last point, in place of what was kept of today.
    if let Some(now) = reading.amount {
        if last_day.is_some() && last_day == ctx.model.today {
            amounts.pop();
        }
        amounts.push(now);
    }
    if amounts.len() < 2 {
        return html! { <span class="xs muted">{ lang.trend_none() }</span> };
    }
    let values: Vec<f64> = amounts
        .iter()
        .map(|amount| f64::from(amount.rounded()))
        .collect();
    let norm = f64::from(match rule {
        Rule::AtLeast { green, .. } | Rule::AtMost { green, .. } => green,
        Rule::Within { green, .. } => green.0,
    });
    let lowest = values.iter().copied().fold(norm, f64::min);
    let highest = values.iter().copied().fold(norm, f64::max);
    let y = |value: f64| {
        let span = (highest - lowest).max(1.0);
        HEIGHT - EDGE - (value - lowest) / span * (HEIGHT - 2.0 * EDGE)
    };
    let step = (WIDTH - 2.0 * EDGE) / (values.len() - 1) as f64;
    let points: Vec<String> = values
        .iter()
        .enumerate()
        .map(|(place, value)| format!("{:.1},{:.1}", EDGE + step * place as f64, y(*value)))
        .collect();
    let words: Vec<String> = amounts
        .iter()
        .map(|amount| lang.amount(id, *amount))
        .collect();
    let last = values.last().copied().unwrap_or_default();
    html! {
        <svg class="spark" width={WIDTH.to_string()} height={HEIGHT.to_string()} role="img" aria-label={lang.trend_label(&words.join(", "))}>
            <line class="norm" x1="0" x2={WIDTH.to_string()} y1={format!("{:.1}", y(norm))} y2={format!("{:.1}", y(norm))} />
            <polyline points={points.join(" ")} />
            <circle cx={format!("{:.1}", WIDTH - EDGE)} cy={format!("{:.1}", y(last))} r="3" />
        </svg>
    }
}
