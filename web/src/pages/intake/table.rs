//! All enrolments as a table that is filtered, sorted and edited in place; only the rows near the screen are
//! drawn.

use super::facts::{Column, Filter, Kept, RowFacts, Sort, States};
use super::quick_add::QuickAdd;
use super::row::{COLUMNS, Row};
use crate::parts::{Icon, chosen, small_icon, use_rows};
use crate::store::{Ctx, Same};
use centering_core::cohort::IntakeState;
use centering_core::plan::{LocationId, Route};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct TableProps {
    pub ctx: Ctx,
    pub states: Same<States>,
    /// Only this location, or all.
    pub location: Option<LocationId>,
}

/// About the height of a row in pixels, until one was measured.
const ROW_HEIGHT: u32 = 46;

#[component]
pub fn Table(props: &TableProps) -> Html {
    let ctx = &props.ctx;
    let (plan, lang) = (&ctx.model.plan, ctx.model.lang);
    let states = &props.states.0;
    let filter = use_state_eq(Filter::default);
    let sort = use_state_eq(|| Sort {
        column: Column::Born,
        descending: false,
    });
    let kept = use_mut_ref(Kept::default);
    let asked = Filter {
        location: props.location.clone(),
        ..(*filter).clone()
    };
    kept.borrow_mut().update(plan, states, &asked, *sort);
    let order = kept.borrow().rows.clone();
    let body = use_node_ref();
    let rows = use_rows(&body, order.len(), ROW_HEIGHT);
    let walk = {
        let (rows, count) = (rows.clone(), order.len());
        Callback::from(move |(from, by): (usize, i32)| {
            let to = if by < 0 {
                from.checked_sub(1)
            } else {
                Some(from + 1)
            };
            // At the ends focus goes back to where it was.
            let to = to.filter(|row| *row < count).unwrap_or(from);
            rows.focus(to, "td input.cell");
        })
    };
    let locations = {
        let basis = Same(plan.clone());
        use_memo(basis, |plan| {
            let all = plan.0.locations.values();
            all.map(|one| (one.id.clone(), one.name.clone()))
                .collect::<Vec<_>>()
        })
    };
    let row = |position: usize| {
        let family = order
            .get(position)
            .and_then(|code| plan.enrolments.get(code));
        let Some(family) = family else {
            return Html::default();
        };
        let facts = RowFacts {
            family: family.clone(),
            state: states.state(&family.code),
            group: states.group(&family.code).cloned(),
            today: ctx.model.today,
        };
        html! {
            <Row key={family.code.to_string()} {facts} {position} {lang} locations={Same(locations.clone())}
                act={ctx.act.clone()} walk={walk.clone()} />
        }
    };
    let show_all = {
        let filter = filter.clone();
        Callback::from(move |_: MouseEvent| filter.set(Filter::default()))
    };
    let of = plan
        .enrolments
        .values()
        .filter(|family| {
            props
                .location
                .as_ref()
                .is_none_or(|id| family.location == *id)
        })
        .count();
    html! {
        <section class="panel itable" aria-labelledby="enrolments-title">
            <div class="ph">
                <h2 id="enrolments-title">{ lang.intake_enrolments() }</h2>
                <span class="small muted" role="status">{ lang.rows_shown(order.len(), of) }</span>
            </div>
            <QuickAdd ctx={ctx.clone()} location={props.location.clone()} />
            { filters(props, &filter) }
            if order.is_empty() {
                <div class="pb stack t">
                    <p>{ lang.rows_none() }</p>
                    <div class="acts"><button type="button" class="btn s" onclick={show_all}>{ lang.show_all_rows() }</button></div>
                </div>
            } else {
                <div class="tw" tabindex="0" role="region" aria-labelledby="enrolments-title">
                    <table class="tb cards" aria-labelledby="enrolments-title" aria-rowcount={rows.row_count(1)}>
                        <thead><tr aria-rowindex="1">
                            { heading(lang.code(), Some(Column::Code), &sort) }
                            { heading(lang.born_or_due(), Some(Column::Born), &sort) }
                            { heading(lang.location(), Some(Column::Location), &sort) }
                            { heading(lang.filter_status(), Some(Column::Status), &sort) }
                            { heading(lang.route_word(), Some(Column::Route), &sort) }
                            { heading(lang.intake_group(), Some(Column::Group), &sort) }
                            { heading(lang.intake_half_days(), None, &sort) }
                            { heading(lang.language(), None, &sort) }
                        </tr></thead>
                        <tbody ref={body.clone()}>{ rows.body(COLUMNS, row) }</tbody>
                    </table>
                </div>
                <p class="pb xs muted hide-s">{ lang.intake_keys() }</p>
            }
        </section>
    }
}

fn heading(text: &'static str, column: Option<Column>, sort: &UseStateHandle<Sort>) -> Html {
    let Some(column) = column else {
        return html! { <th scope="col">{ text }</th> };
    };
    let is_sorted = sort.column == column;
    let order = is_sorted.then_some(if sort.descending {
        "descending"
    } else {
        "ascending"
    });
    let onclick = {
        let sort = sort.clone();
        Callback::from(move |_: MouseEvent| sort.set(sort.by(column)))
    };
    html! {
        <th scope="col" aria-sort={order}>
            <button type="button" class="sort" {onclick}>
                { text }
                if is_sorted { { small_icon(if sort.descending { Icon::Down } else { Icon::Up }) } }
            </button>
        </th>
    }
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
        Callback::from(move |event: Event| {
            let route = match chosen(&event) {
                None | Some(0) => None,
                Some(index) => Some(Route::ALL.get(index - 1).copied()),
            };
            filter.set(Filter {
                route,
                ..(*filter).clone()
            });
        })
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
            <label class="filter"><span>{ lang.filter_route() }</span>
                <select class="select" aria-label={lang.filter_route()} onchange={onroute}>
                    <option selected={filter.route.is_none()}>{ lang.all_routes() }</option>
                    { for Route::ALL.map(|route| html! { <option selected={filter.route == Some(Some(route))}>{ lang.route(Some(route)) }</option> }) }
                    <option selected={filter.route == Some(None)}>{ lang.route_unknown() }</option>
                </select>
            </label>
        </div>
    }
}
