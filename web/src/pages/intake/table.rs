//! All enrolments as a table that is filtered, sorted and edited in place.

use super::columns::{Columns, RowFacts, table};
use super::facts::{Filter, Kept, States};
use super::quick_add::QuickAdd;
use crate::parts::form::{choose, or_none};
use crate::parts::sets;
use crate::parts::table::{LongTable, panel};
use crate::state::{Ctx, Same};
use centering_core::cohort::IntakeState;
use centering_core::plan::{EnrolmentCode, LocationId, Route};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct TableProps {
    pub ctx: Ctx,
    pub states: Same<States>,
    /// All locations with their names.
    pub locations: Same<Vec<(LocationId, String)>>,
    /// Only this location, or all.
    pub location: Option<LocationId>,
}

#[component]
pub fn Table(props: &TableProps) -> Html {
    let ctx = &props.ctx;
    let (plan, lang, today) = (&ctx.model.plan, ctx.model.lang, ctx.model.today);
    let states = &props.states.0;
    let filter = use_state_eq(Filter::default);
    let kept = use_mut_ref(Kept::default);
    let asked = Filter {
        location: props.location.clone(),
        ..(*filter).clone()
    };
    kept.borrow_mut().update(plan, states, &asked);
    let codes = kept.borrow().rows.clone();
    let basis = (lang, today, props.locations.clone(), ctx.act.clone());
    let columns = use_memo(basis, |(lang, today, locations, act)| {
        let show_all = sets::<_, MouseEvent>(&filter, Filter::default());
        table(Columns {
            lang: *lang,
            today: *today,
            locations: locations.0.clone(),
            act: act.clone(),
        })
        .none(html! {
            <>
                <p>{ lang.rows_none() }</p>
                <div class="acts"><button type="button" class="btn s" onclick={show_all}>{ lang.show_all_rows() }</button></div>
            </>
        })
    });
    let row = {
        let (plan, states) = (plan.clone(), states.clone());
        Callback::from(move |code: EnrolmentCode| {
            let facts = RowFacts {
                family: plan.enrolments.get(&code)?.clone(),
                state: states.state(&code),
                group: states.group(&code).cloned(),
            };
            Some((facts, false))
        })
    };
    let is_there = |location: &LocationId| props.location.as_ref().is_none_or(|id| location == id);
    let families = plan.enrolments.values();
    let of = families.filter(|family| is_there(&family.location)).count();
    let shown = html! { <span class="small muted" role="status">{ lang.rows_shown(codes.len(), of) }</span> };
    let body = html! {
        <>
            <QuickAdd ctx={ctx.clone()} location={props.location.clone()} />
            { filters(props, &filter) }
            <LongTable<EnrolmentCode, RowFacts> {lang} table={Same(columns)} id="enrolments-title" items={Same(codes.clone())} {row} height={46} />
            if !codes.is_empty() { <p class="pb xs muted hide-s">{ lang.intake_keys() }</p> }
        </>
    };
    panel("enrolments-title", lang.intake_enrolments(), shown, body)
}

/// A field for the code, a button per status with its count, and a list of routes.
fn filters(props: &TableProps, filter: &UseStateHandle<Filter>) -> Html {
    let (ctx, states) = (&props.ctx, &props.states.0);
    let (plan, lang) = (&ctx.model.plan, ctx.model.lang);
    let oncode = {
        let filter = filter.clone();
        Callback::from(move |event: InputEvent| {
            let input: web_sys::HtmlInputElement = event.target_unchecked_into();
            filter.set(Filter {
                code: input.value().trim().to_ascii_uppercase(),
                ..(*filter).clone()
            });
        })
    };
    let onroute = {
        let filter = filter.clone();
        Callback::from(move |route| {
            filter.set(Filter {
                route,
                ..(*filter).clone()
            });
        })
    };
    let routes = or_none(Route::ALL.map(Some)).chain([Some(None)]);
    let words = |route: &Option<Option<Route>>| match route {
        None => lang.all_routes(),
        Some(None) => lang.route_unknown(),
        Some(route) => lang.route(*route),
    };
    let state = |state: IntakeState| {
        let is_on = filter.states.contains(&state);
        let onclick = {
            let filter = filter.clone();
            Callback::from(move |_: MouseEvent| {
                let mut changed = (*filter).clone();
                if !changed.states.remove(&state) {
                    changed.states.insert(state);
                }
                filter.set(changed);
            })
        };
        let count = states.count(plan, props.location.as_ref(), state);
        html! {
            <button type="button" class="toggle" aria-pressed={is_on.to_string()} {onclick}>
                { lang.intake_state(state) }{ " " }<span class="muted">{ count }</span>
            </button>
        }
    };
    html! {
        <div class="bar tbar">
            <label class="filter"><span>{ lang.find_code() }</span>
                <input class="input" value={filter.code.clone()} oninput={oncode} autocomplete="off" spellcheck="false" maxlength="12" />
            </label>
            <div class="acts" role="group" aria-label={lang.filter_status()}>{ for IntakeState::ALL.map(state) }</div>
            { choose(routes, &filter.route, words, onroute).filter(lang.filter_route()) }
        </div>
    }
}
