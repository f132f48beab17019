//! Who is missed most: for each begeleider what is kept, who stands in, and which bijeenkomsten come short by
//! name; and on which half-day one more trained begeleider helps.

use crate::later::planner;
use crate::parts::{Icon, small_icon};
use crate::store::Ctx;
use crate::text::Lang;
use centering_core::assurance::Amount;
use centering_core::calendar::Date;
use centering_core::insight::{Missed as One, Resilience};
use centering_core::plan::GroupId;
use std::collections::BTreeMap;
use std::rc::Rc;
use yew::prelude::*;

/// How many days of one group are named; the others are counted.
const DAYS: usize = 4;

#[derive(PartialEq, Properties)]
pub struct MissedProps {
    pub ctx: Ctx,
    /// What was simulated; `None` where the plan is large and nobody asked for it yet.
    pub found: Rc<Option<Resilience>>,
    pub oncompute: Callback<()>,
}

#[component]
pub fn Missed(props: &MissedProps) -> Html {
    let ctx = &props.ctx;
    let lang = ctx.model.lang;
    let oncompute = {
        let oncompute = props.oncompute.clone();
        Callback::from(move |_: MouseEvent| oncompute.emit(()))
    };
    html! {
        <section class="panel">
            <div class="ph"><h2 id="missed-title">{ lang.resilience_title() }</h2></div>
            <div class="pb stack t">
                <p class="small muted">{ lang.resilience_text() }</p>
                { match &*props.found {
                    None if planner().is_none() => html! { <p role="status">{ lang.loading() }</p> },
                    None => html! {
                        <>
                            <p>{ lang.resilience_large() }</p>
                            <div class="acts"><button type="button" class="btn" onclick={oncompute}>{ lang.resilience_compute() }</button></div>
                        </>
                    },
                    Some(found) if found.people.is_empty() => html! { <p>{ lang.resilience_none() }</p> },
                    Some(found) => advice(ctx, found),
                } }
            </div>
            if let Some(found) = props.found.as_ref().as_ref().filter(|found| !found.people.is_empty()) {
                { table(ctx, found) }
            }
        </section>
    }
}

fn advice(ctx: &Ctx, found: &Resilience) -> Html {
    let (lang, plan) = (ctx.model.lang, &ctx.model.plan);
    html! {
        <>
            { for found.advice.iter().map(|advice| {
                let location = plan.locations.get(&advice.location);
                let location = location.map_or_else(|| advice.location.to_string(), |known| known.name.clone());
                let then = Amount::Share { part: advice.then.0, whole: advice.then.1 };
                let could: Vec<String> = advice.could.iter().map(ToString::to_string).collect();
                html! {
                    <p class="note warn">
                        { small_icon(Icon::Warn) }
                        <span>
                            <b>{ lang.advice_train(&lang.half_day(advice.half_day), &location) }</b>{ " " }
                            { lang.advice_then(then.rounded()) }
                            if !could.is_empty() { { " " }{ lang.advice_could(&lang.list(&could)) } }
                        </span>
                    </p>
                }
            }) }
        </>
    }
}

fn table(ctx: &Ctx, found: &Resilience) -> Html {
    let lang = ctx.model.lang;
    html! {
        <div class="tw" tabindex="0" role="region" aria-labelledby="missed-title">
            <table class="tb cards wraps" aria-labelledby="missed-title">
                <thead><tr>
                    <th scope="col">{ lang.resilience_who() }</th>
                    <th scope="col" class="num">{ lang.resilience_kept() }</th>
                    <th scope="col">{ lang.resilience_by() }</th>
                    <th scope="col">{ lang.resilience_short() }</th>
                </tr></thead>
                <tbody>{ for found.people.iter().map(|one| row(ctx, one)) }</tbody>
            </table>
        </div>
    }
}

fn row(ctx: &Ctx, one: &One) -> Html {
    let (lang, today) = (ctx.model.lang, ctx.model.today);
    let share = Amount::Share {
        part: one.kept,
        whole: one.all,
    };
    let by = substitutes(lang, one);
    let short = shortfalls(lang, one, today);
    let listed = |words: Vec<String>, none: &'static str| {
        if words.is_empty() {
            html! { none }
        } else {
            html! { <ul>{ for words.into_iter().map(|words| html! { <li>{ words }</li> }) }</ul> }
        }
    };
    html! {
        <tr key={one.person.to_string()}>
            <th scope="row">{ one.alias.to_string() }</th>
            <td class="num nw" data-l={lang.resilience_kept()}><b>{ format!("{} %", share.rounded()) }</b>{ " " }<span class="muted small">{ lang.part_of(one.kept, one.all) }</span></td>
            <td data-l={lang.resilience_by()}>{ listed(by, lang.resilience_covered()) }</td>
            <td data-l={lang.resilience_short()}>{ listed(short, lang.resilience_nowhere()) }</td>
        </tr>
    }
}

/// `C-1 bij G1 (4×)`.
fn substitutes(lang: Lang, one: &One) -> Vec<String> {
    let mut by: BTreeMap<(String, &GroupId), usize> = BTreeMap::new();
    for covered in &one.led {
        if let Some(substitute) = &covered.substitute {
            *by.entry((substitute.to_string(), &covered.group))
                .or_insert(0) += 1;
        }
    }
    by.into_iter()
        .map(|((alias, group), count)| lang.resilience_substitute(&alias, count, group.as_str()))
        .collect()
}

/// `G2: do 25 feb, do 18 mrt`.
fn shortfalls(lang: Lang, one: &One, today: Option<Date>) -> Vec<String> {
    let mut short: BTreeMap<&GroupId, Vec<Date>> = BTreeMap::new();
    for covered in one.short() {
        short.entry(&covered.group).or_default().push(covered.date);
    }
    short
        .into_iter()
        .map(|(group, days)| {
            let named = days.iter().take(DAYS).map(|day| lang.day(*day, today));
            let mut words = named.collect::<Vec<_>>().join(", ");
            if days.len() > DAYS {
                words += &format!(" (+{})", days.len() - DAYS);
            }
            lang.resilience_nobody(group.as_str(), &words)
        })
        .collect()
}
