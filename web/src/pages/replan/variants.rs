//! Variants of the plan: kept beside it, compared with it, and taken over in its place.

use crate::parts::table::{By, Table, columns, show_all};
use crate::parts::{Icon, small_icon, ways};
use crate::state::{Action, Ctx, Same};
use centering_core::insight::{Figures, date_differences};
use centering_core::plan::{DateChange, Standing};
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
    // What each figure is in the plan now, and in the variant.
    let count = |label: &'static str, of: fn(&Figures) -> usize| {
        (label, of(now).to_string(), of(then).to_string())
    };
    let rows = [
        count(lang.figure_groups(), |of| of.groups),
        count(lang.figure_sessions(), |of| of.sessions),
        count(lang.figure_unscheduled(), |of| of.unscheduled),
        count(lang.figure_outside(), |of| of.outside_preferred),
        count(lang.figure_holiday(), |of| of.in_school_holiday),
        count(lang.figure_waiting(), |of| of.waiting),
        count(lang.figure_errors(), |of| of.errors),
        count(lang.figure_warnings(), |of| of.warnings),
        (
            lang.figure_cost(),
            now.cost.to_string(),
            then.cost.to_string(),
        ),
    ];
    let figures = columns! { Table::of(|(label, ..): &(&str, String, String)| (*label).to_owned()).scrolls();
        name(lang.variant_figure(), |(label, ..)| *label);
        number(lang.variant_now(), |(_, now, _)| now.clone());
        number(name.clone(), |(_, now, then)| match now == then { true => html! { then }, false => html! { <b>{ then }</b> } });
    };
    let shown = if *shows_all {
        differences.len()
    } else {
        AT_FIRST
    };
    let day = |date: Option<_>| {
        date.map_or_else(
            || lang.standing(Standing::Undated).to_owned(),
            |date| lang.day(date, model.today),
        )
    };
    let session = |change: &DateChange| format!("{} {}", change.group, change.session);
    let dates = columns! { Table::of(session);
        name(lang.regroup_session(), session);
        column(lang.variant_now(), |change| day(change.from));
        column(name.clone(), |change| day(change.to));
        column(lang.replan_families(), |change| lang.parents_know(change.shared));
    };
    html! {
        <section class="panel variants" aria-labelledby="variants-title">
            { heading }
            { keep }
            if model.variants.len() > 1 {
                <div class="pb">
                    { ways(lang.variant_choose(), &place, (0..model.variants.len()).map(|at| (at, lang.variant_name(at))), choose) }
                </div>
            }
            { figures.rows(By::Words(&lang.variant_figures(&name)), rows) }
            <div class="pb stack xt">
                <h3 id="variant-dates">{ lang.variant_dates(differences.len()) }</h3>
                <p class="small muted">{ lang.figure_cost_text() }</p>
            </div>
            if !differences.is_empty() {
                { dates.rows(By::Id("variant-dates"), differences.iter().take(shown)) }
                if differences.len() > shown { { show_all(lang, differences.len(), &shows_all) } }
            }
            <div class="acts pb">
                <button type="button" class="btn p" onclick={ctx.on(Action::TakeVariant(place))}>{ lang.take_variant(&name) }</button>
                <button type="button" class="btn q" onclick={ctx.on(Action::DropVariant(place))}>{ lang.drop_variant(&name) }</button>
            </div>
        </section>
    }
}
