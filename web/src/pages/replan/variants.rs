//! Variants of the plan: kept beside it, compared with it, and taken over in its place.

use crate::app::Action;
use crate::parts::{Icon, small_icon};
use crate::store::{Ctx, Same};
use centering_core::plan::{Figures, date_differences};
use yew::prelude::*;

/// So many differing dates are listed before the user asks for all.
const AT_FIRST: usize = 12;

#[derive(Clone, PartialEq, Properties)]
pub struct VariantsProps {
    pub ctx: Ctx,
}

#[component]
pub fn Variants(props: &VariantsProps) -> Html {
    let ctx = &props.ctx;
    let (model, lang) = (&ctx.model, ctx.model.lang);
    let shows_all = use_state_eq(|| false);
    let chosen = use_state_eq(|| 0_usize);
    let place = (*chosen).min(model.variants.len().saturating_sub(1));
    let other = model.variants.get(place).map(|plan| Same(plan.clone()));
    let found = {
        let basis = (Same(model.plan.clone()), other.clone(), model.today);
        use_memo(basis, |(plan, other, today)| {
            other.as_ref().map(|other| {
                let figures = [&plan.0, &other.0].map(|plan| Figures::of(plan, *today));
                (figures, date_differences(&plan.0, &other.0))
            })
        })
    };
    let heading = html! {
        <div class="ph">
            <h2 id="variants-title">{ lang.variants() }</h2>
            <span class="small muted">{ lang.variants_text() }</span>
        </div>
    };
    let keep = html! {
        <div class="acts pb">
            <button type="button" class="btn" disabled={model.variants.len() > 1} onclick={ctx.on(Action::KeepVariant)}>
                { small_icon(Icon::Save) }{ lang.keep_variant() }
            </button>
            if model.variants.len() > 1 { <span class="small muted">{ lang.variants_full() }</span> }
            if model.variants_in_memory { <span class="small">{ lang.variants_in_memory() }</span> }
        </div>
    };
    let Some(((now, then), differences)) = found.as_ref().as_ref().map(|(figures, differences)| {
        let [now, then] = figures;
        ((now, then), differences)
    }) else {
        return html! { <section class="panel" aria-labelledby="variants-title">{ heading }{ keep }</section> };
    };
    let name = lang.variant_name(place);
    let choose = |to: usize| {
        let chosen = chosen.clone();
        Callback::from(move |_: MouseEvent| chosen.set(to))
    };
    let row = |label: &'static str, now: String, then: String| {
        let is_other = now != then;
        html! {
            <tr key={label}>
                <th scope="row">{ label }</th>
                <td class="num" data-l={lang.variant_now()}>{ now }</td>
                <td class="num" data-l={name.clone()}>{ if is_other { html! { <b>{ then }</b> } } else { html! { then } } }</td>
            </tr>
        }
    };
    let count = |label, now: usize, then: usize| row(label, now.to_string(), then.to_string());
    let shown = if *shows_all {
        differences.len()
    } else {
        AT_FIRST
    };
    let day = |date: Option<_>| {
        date.map_or_else(
            || lang.roster_missing().to_owned(),
            |date| lang.day(date, model.today),
        )
    };
    let show_all = {
        let shows_all = shows_all.clone();
        Callback::from(move |_: MouseEvent| shows_all.set(true))
    };
    html! {
        <section class="panel variants" aria-labelledby="variants-title">
            { heading }
            { keep }
            if model.variants.len() > 1 {
                <div class="pb"><div class="seg" role="group" aria-label={lang.variant_choose()}>
                    { for (0..model.variants.len()).map(|at| html! {
                        <button type="button" aria-pressed={(at == place).to_string()} onclick={choose(at)}>{ lang.variant_name(at) }</button>
                    }) }
                </div></div>
            }
            <div class="tw" tabindex="0" role="region" aria-label={lang.variant_figures(&name)}>
                <table class="tb" aria-label={lang.variant_figures(&name)}>
                    <thead><tr><th scope="col">{ lang.variant_figure() }</th><th scope="col" class="num">{ lang.variant_now() }</th><th scope="col" class="num">{ name.clone() }</th></tr></thead>
                    <tbody>
                        { count(lang.figure_groups(), now.groups, then.groups) }
                        { count(lang.figure_sessions(), now.sessions, then.sessions) }
                        { count(lang.figure_unscheduled(), now.unscheduled, then.unscheduled) }
                        { count(lang.figure_outside(), now.outside_preferred, then.outside_preferred) }
                        { count(lang.figure_holiday(), now.in_school_holiday, then.in_school_holiday) }
                        { count(lang.figure_waiting(), now.waiting, then.waiting) }
                        { count(lang.figure_errors(), now.errors, then.errors) }
                        { count(lang.figure_warnings(), now.warnings, then.warnings) }
                        { row(lang.figure_cost(), now.cost.to_string(), then.cost.to_string()) }
                    </tbody>
                </table>
            </div>
            <div class="pb stack xt">
                <h3 id="variant-dates">{ lang.variant_dates(differences.len()) }</h3>
                <p class="small muted">{ lang.figure_cost_text() }</p>
            </div>
            if !differences.is_empty() {
                <div class="tw" tabindex="0" role="region" aria-labelledby="variant-dates">
                    <table class="tb cards" aria-labelledby="variant-dates">
                        <thead><tr>
                            <th scope="col">{ lang.regroup_session() }</th>
                            <th scope="col">{ lang.variant_now() }</th>
                            <th scope="col">{ name.clone() }</th>
                            <th scope="col">{ lang.replan_families() }</th>
                        </tr></thead>
                        <tbody>{ for differences.iter().take(shown).map(|change| {
                            let title = format!("{} {}", change.group, change.session);
                            let known = if change.shared { lang.replan_known() } else { lang.replan_unknown() };
                            html! {
                                <tr key={title.clone()}>
                                    <th scope="row">{ title }</th>
                                    <td data-l={lang.variant_now()}>{ day(change.from) }</td>
                                    <td data-l={name.clone()}>{ day(change.to) }</td>
                                    <td data-l={lang.replan_families()}>{ known }</td>
                                </tr>
                            }
                        }) }</tbody>
                    </table>
                </div>
                if differences.len() > shown {
                    <p class="pb"><button type="button" class="btn s" onclick={show_all}>{ lang.show_all(differences.len()) }</button></p>
                }
            }
            <div class="acts pb">
                <button type="button" class="btn p" onclick={ctx.on(Action::TakeVariant(place))}>{ lang.take_variant(&name) }</button>
                <button type="button" class="btn q" onclick={ctx.on(Action::DropVariant(place))}>{ lang.drop_variant(&name) }</button>
            </div>
        </section>
    }
}
