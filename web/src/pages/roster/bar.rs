//! The bar above the roster: which view, which period, what is filtered, and the switches of the layers.

use super::RosterAct;
use super::calendar::Span;
use super::layers::{Layers, switches};
use super::overview::Overview;
use super::year::{days_from, from_month};
use crate::parts::{Icon, LocationFilter, small_icon, ways};
use crate::state::{Action, Ctx, RosterView, Same};
use centering_core::calendar::{Date, Month};
use centering_core::plan::LocationId;
use centering_words::Lang;
use std::rc::Rc;
use yew::prelude::*;

/// The buttons go so many months to and fro: what was last is then first.
const STEP: i32 = 12;

/// What the bar shows.
#[derive(Clone, Copy)]
pub struct Facts<'a> {
    pub first: Month,
    pub day: Date,
    pub overview: &'a Rc<Overview>,
    pub location: Option<&'a LocationId>,
    pub search: &'a str,
    pub layers: Layers,
}

pub fn bar(ctx: &Ctx, facts: Facts<'_>, on: &Callback<RosterAct>) -> Html {
    let (model, lang) = (&ctx.model, ctx.model.lang);
    let views = [
        (RosterView::Year, lang.roster_year()),
        (RosterView::Month, lang.roster_month()),
        (RosterView::Week, lang.roster_week()),
        (RosterView::Agenda, lang.roster_agenda()),
        (RosterView::Table, lang.roster_table()),
    ];
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
                { ways(lang.roster_view(), &model.roster_view, views, |to| ctx.on(Action::ShowRoster(to))) }
                { period(ctx, facts, on) }
                if has_search {
                    <label class="filter">
                        <span class="sr">{ lang.search_group() }</span>
                        <input class="input" type="search" maxlength="20" placeholder={lang.search_group()} value={facts.search.to_owned()} {oninput} />
                    </label>
                }
                if facts.overview.locations.len() > 1 {
                    <LocationFilter {lang} names={Same(facts.overview.names())} chosen={facts.location.cloned()} act={ctx.act.clone()} push={true} />
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
    let step = |later: i32, label: fn(Lang, &str) -> String, kind: Icon| {
        let to = from_month(facts.first, later);
        let label = label(lang, &lang.month_range(days_from(to)));
        button(RosterAct::ShowFrom(to), label, kind, to != facts.first)
    };
    let span = match model.roster_view {
        RosterView::Month => Some(Span::Month),
        RosterView::Week => Some(Span::Week),
        RosterView::Year | RosterView::Agenda | RosterView::Table => None,
    };
    let (before, name, after) = match span {
        None => (
            step(-STEP, Lang::months_before, Icon::Left),
            lang.month_range(days_from(facts.first)),
            step(STEP, Lang::months_after, Icon::Right),
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
    let shows_today = model
        .today
        .is_some_and(|today| days_from(facts.first).contains(today));
    let today = model.today.map(|today| {
        let on = on.clone();
        Callback::from(move |_: MouseEvent| on.emit(RosterAct::ShowDay(today)))
    });
    html! {
        <div class="acts years" role="group" aria-label={lang.period()}>
            { before }
            <b aria-live="polite">{ name }</b>
            { after }
            if let Some(onclick) = today.filter(|_| span.is_some() || !shows_today) {
                <button type="button" class="btn s q" {onclick}>{ lang.to_today() }</button>
            }
        </div>
    }
}
