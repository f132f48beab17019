//! Who is missed most: for each begeleider what is kept, who stands in, and which bijeenkomsten come short by
//! name; and on which half-day one more trained begeleider helps.

use crate::parts::table::{By, Table, columns, panel};
use crate::parts::{Icon, small_icon};
use crate::state::{Ctx, planner};
use centering_core::assurance::Amount;
use centering_core::calendar::Date;
use centering_core::insight::{Missed as One, Resilience};
use centering_core::plan::GroupId;
use centering_words::Lang;
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
    let oncompute = props.oncompute.reform(|_: MouseEvent| ());
    let body = html! {
        <>
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
        </>
    };
    panel(
        "missed-title",
        lang.resilience_title(),
        Html::default(),
        body,
    )
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
    let (lang, today) = (ctx.model.lang, ctx.model.today);
    let listed = |words: Vec<String>, none: &'static str| {
        if words.is_empty() {
            html! { none }
        } else {
            html! { <ul>{ for words.into_iter().map(|words| html! { <li>{ words }</li> }) }</ul> }
        }
    };
    let kept = |one: &One| {
        let share = Amount::Share {
            part: one.kept,
            whole: one.all,
        };
        html! { <><b>{ format!("{} %", share.rounded()) }</b>{ " " }<span class="muted small">{ lang.part_of(one.kept, one.all) }</span></> }
    };
    columns! { Table::of(|one: &One| one.person.to_string()).look("wraps");
        name(lang.resilience_who(), |one| one.alias.to_string());
        number(lang.resilience_kept(), kept).nowrap();
        column(lang.resilience_by(), |one| listed(substitutes(lang, one), lang.resilience_covered()));
        column(lang.resilience_short(), |one| listed(shortfalls(lang, one, today), lang.resilience_nowhere()));
    }.rows(By::Id("missed-title"), &found.people)
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
