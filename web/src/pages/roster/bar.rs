//! The bar above the roster: which view, which period, what is filtered, and the switches of the layers.

use super::RosterAct;
use super::calendar::Span;
use super::layers::{Layers, switches};
use super::overview::Overview;
use crate::app::Action;
use crate::parts::{Icon, small_icon};
use crate::store::{Ctx, RosterView, Same};
use crate::text::Lang;
use centering_core::calendar::Date;
use centering_core::plan::LocationId;
use std::rc::Rc;
use yew::prelude::*;

/// What the bar shows.
#[derive(Clone, Copy)]
pub struct Facts<'a> {
    pub year: i32,
    pub day: Date,
    pub overview: &'a Rc<Overview>,
    pub location: Option<&'a LocationId>,
    pub search: &'a str,
    pub layers: Layers,
}

pub fn bar(ctx: &Ctx, facts: Facts<'_>, on: &Callback<RosterAct>) -> Html {
    let (model, lang) = (&ctx.model, ctx.model.lang);
    let view = |view: RosterView, text: &'static str| {
        html! {
            <button type="button" aria-pressed={(model.roster_view == view).to_string()} onclick={ctx.on(Action::ShowRoster(view))}>{ text }</button>
        }
    };
    let has_search = matches!(model.roster_view, RosterView::Year | RosterView::Table);
    let oninput = {
        let on = on.clone();
        Callback::from(move |event: InputEvent| {
            let input: web_sys::HtmlInputElement = event.target_unchecked_into();
            on.emit(RosterAct::Search(input.value()));
        })
    };
    html! {
        <>
            <div class="bar">
                <div class="seg wraps" role="group" aria-label={lang.roster_view()}>
                    { view(RosterView::Year, lang.roster_year()) }
                    { view(RosterView::Month, lang.roster_month()) }
                    { view(RosterView::Week, lang.roster_week()) }
                    { view(RosterView::Agenda, lang.roster_agenda()) }
                    { view(RosterView::Table, lang.roster_table()) }
                </div>
                { period(ctx, facts, on) }
                if has_search {
                    <label class="filter">
                        <span class="sr">{ lang.search_group() }</span>
                        <input class="input" type="search" maxlength="20" placeholder={lang.search_group()} value={facts.search.to_owned()} {oninput} />
                    </label>
                }
                if facts.overview.locations.len() > 1 {
                    <LocationFilter {lang} names={Same(facts.overview.names())} chosen={facts.location.cloned()} on={on.clone()} />
                }
            </div>
            { switches(lang, facts.layers, on) }
        </>
    }
}

/// The period with the buttons to the ones beside it.
fn period(ctx: &Ctx, facts: Facts<'_>, on: &Callback<RosterAct>) -> Html {
    let (model, lang) = (&ctx.model, ctx.model.lang);
    // Nothing lies beyond the ends of the calendar.
    let button = |act: RosterAct, label: String, kind: Icon, is_known: bool| {
        let on = on.clone();
        let onclick = Callback::from(move |_: MouseEvent| on.emit(act.clone()));
        html! { <button type="button" class="btn i q" aria-label={label} disabled={!is_known} {onclick}>{ small_icon(kind) }</button> }
    };
    let is_known = |year: i32| Date::new(year, 1, 1).is_some();
    let span = match model.roster_view {
        RosterView::Month => Some(Span::Month),
        RosterView::Week => Some(Span::Week),
        RosterView::Year | RosterView::Agenda | RosterView::Table => None,
    };
    let (before, name, after) = match span {
        None => (
            button(
                RosterAct::ShowYear(facts.year - 1),
                lang.year_before(facts.year - 1),
                Icon::Left,
                is_known(facts.year - 1),
            ),
            facts.year.to_string(),
            button(
                RosterAct::ShowYear(facts.year + 1),
                lang.year_after(facts.year + 1),
                Icon::Right,
                is_known(facts.year + 1),
            ),
        ),
        Some(span) => {
            let first = span.around(facts.day).first;
            let name = match span {
                Span::Month => lang.month_name(first),
                Span::Week => lang.week_name(first),
            };
            let step = |forward: bool, label: &str, kind: Icon| {
                let day = span.step(facts.day, forward);
                let is_other = !span.around(facts.day).contains(day);
                button(RosterAct::ShowDay(day), label.to_owned(), kind, is_other)
            };
            (
                step(false, lang.period_before(), Icon::Left),
                name,
                step(true, lang.period_after(), Icon::Right),
            )
        }
    };
    let today = model.today.map(|today| {
        let on = on.clone();
        Callback::from(move |_: MouseEvent| on.emit(RosterAct::ShowDay(today)))
    });
    html! {
        <div class="acts years" role="group" aria-label={lang.period()}>
            { before }
            <b aria-live="polite">{ name }</b>
            { after }
            if let Some(onclick) = today.filter(|_| span.is_some()) {
                <button type="button" class="btn s q" {onclick}>{ lang.to_today() }</button>
            }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct FilterProps {
    lang: Lang,
    names: Same<Vec<(LocationId, String)>>,
    chosen: Option<LocationId>,
    on: Callback<RosterAct>,
}

/// Which location is shown. A country has hundreds: they are not drawn again by every action.
#[component]
fn LocationFilter(props: &FilterProps) -> Html {
    let lang = props.lang;
    let names = &props.names.0;
    let onchange = {
        let (on, names) = (props.on.clone(), names.clone());
        Callback::from(move |event: Event| {
            let select: web_sys::HtmlSelectElement = event.target_unchecked_into();
            let value = select.value();
            let found = names.iter().find(|(id, _)| id.as_str() == value);
            on.emit(RosterAct::ShowLocation(found.map(|(id, _)| id.clone())));
        })
    };
    html! {
        <label class="filter push">
            <span>{ lang.location() }</span>
            <select class="input select" {onchange}>
                <option value="" selected={props.chosen.is_none()}>{ lang.all_locations() }</option>
                { for names.iter().map(|(id, name)| html! {
                    <option value={id.as_str().to_owned()} selected={props.chosen.as_ref() == Some(id)}>{ name }</option>
                }) }
            </select>
        </label>
    }
}
