//! The bijeenkomsten with hardly a day to choose from, the tightest first.

use super::overview::{Overview, Tight as TightOne};
use super::row_view::{RowView, SessionView, WindowState};
use crate::app::Action;
use crate::store::{Ctx, Same, Selection};
use crate::text::capital;
use centering_core::calendar::DateRange;
use centering_core::plan::LocationId;
use centering_core::schedule::{ClosedBy, Days};
use std::rc::Rc;
use yew::prelude::*;

/// So many stand in the table before the user asks for all.
const AT_FIRST: usize = 10;

#[derive(Clone, Properties)]
pub struct TightProps {
    pub ctx: Ctx,
    /// Of the plan in the model.
    pub overview: Same<Overview>,
    pub range: DateRange,
    pub location: Option<LocationId>,
}

impl PartialEq for TightProps {
    /// What else is in the model does not show here: it changes with every action.
    fn eq(&self, other: &Self) -> bool {
        let (model, before) = (&self.ctx.model, &other.ctx.model);
        self.overview == other.overview
            && self.range == other.range
            && self.location == other.location
            && Rc::ptr_eq(&model.plan, &before.plan)
            && (model.lang, &model.selection) == (before.lang, &before.selection)
            && self.ctx.act == other.ctx.act
    }
}

#[component]
pub fn Tight(props: &TightProps) -> Html {
    let lang = props.ctx.model.lang;
    let shows_all = use_state_eq(|| false);
    let basis = (
        props.overview.clone(),
        props.location.clone(),
        props.range,
        *shows_all,
    );
    let found = use_memo(basis, |(overview, location, range, shows_all)| {
        let most = if *shows_all { usize::MAX } else { AT_FIRST };
        tightest(&overview.0, location.as_ref(), *range, most)
    });
    let (count, tight) = &*found;
    let count = *count;
    if count == 0 {
        return Html::default();
    }
    let tight = tight
        .iter()
        .filter_map(|(row, position)| Some((row, row.sessions.get(*position)?)));
    let show_all = {
        let shows_all = shows_all.clone();
        Callback::from(move |_: MouseEvent| shows_all.set(true))
    };
    html! {
        <div class="panel">
            <div class="ph"><h2 id="roster-tight">{ lang.tight_title() }</h2><span class="small muted">{ lang.tight_text() }</span></div>
            <div class="tw" tabindex="0" role="region" aria-labelledby="roster-tight">
                <table class="tb cards flow">
                    <caption class="sr">{ lang.tight_title() }</caption>
                    <thead>
                        <tr>
                            <th scope="col">{ lang.roster_group() }</th>
                            <th scope="col">{ lang.col_session() }</th>
                            <th scope="col">{ lang.col_preferred() }</th>
                            <th scope="col" class="num">{ lang.col_free() }</th>
                            <th scope="col">{ lang.col_now() }</th>
                            <th scope="col">{ lang.col_reason() }</th>
                        </tr>
                    </thead>
                    <tbody>{ for tight.map(|(row, session)| line(props, row, session)) }</tbody>
                </table>
            </div>
            if count > AT_FIRST && !*shows_all {
                <p class="pb"><button type="button" class="btn s" onclick={show_all}>{ lang.show_all(count) }</button></p>
            }
        </div>
    }
}

/// How many there are, and at most so many of them, the tightest first: the row and the position in it.
fn tightest(
    overview: &Overview,
    location: Option<&LocationId>,
    range: DateRange,
    most: usize,
) -> (usize, Vec<(Rc<RowView>, usize)>) {
    // Places are in order of code, and numbers are compared faster.
    let is_at = |place: usize, id: &LocationId| {
        let row = overview.at(place);
        row.is_some_and(|row| row.location == *id)
    };
    let is_shown = |(_, date, place, _): &&TightOne| {
        range.contains(*date) && location.is_none_or(|id| is_at(*place, id))
    };
    let mut tight: Vec<TightOne> = overview.tight().iter().filter(is_shown).copied().collect();
    let count = tight.len();
    if count > most {
        // Of thousands only the first few are put in order.
        tight.select_nth_unstable(most);
        tight.truncate(most);
    }
    tight.sort_unstable();
    let found = tight.into_iter();
    let found =
        found.filter_map(|(_, _, place, position)| Some((overview.at(place)?.clone(), position)));
    (count, found.collect())
}

fn line(props: &TightProps, row: &Rc<RowView>, session: &SessionView) -> Html {
    let (ctx, lang) = (&props.ctx, props.ctx.model.lang);
    let selection = Selection::Session(row.id.clone(), session.number);
    let is_selected = ctx.model.selection == selection;
    let near = Some(props.range.first);
    let preferred = session.window.preferred.and(session.window.allowed);
    let window = if preferred.is_empty() {
        lang.no_preferred_days().to_owned()
    } else {
        lang.range(preferred, near)
    };
    let now = match (session.date, session.state) {
        (None, _) => lang.roster_missing().to_owned(),
        (Some(date), WindowState::Preferred) => lang.day(date, near),
        (Some(date), _) => lang.day_outside(&lang.day(date, near)),
    };
    html! {
        <tr key={format!("{}/{}", row.id, session.number)} class={classes!(is_selected.then_some("sel"))}>
            <th scope="row">
                <button type="button" class="rowbtn" aria-pressed={is_selected.to_string()} aria-label={lang.tight_choose(row.id.as_str(), session.number.get())}
                    onclick={ctx.on(Action::Select(selection))}>{ row.id.as_str() }</button>
            </th>
            <td class="chipc" data-l={lang.col_session()}>{ session.number.to_string() }</td>
            <td class="nw dot" data-l={lang.col_preferred()}>{ window }</td>
            <td class="num tr" data-l={lang.col_free()} data-u={lang.free_unit()}><b>{ session.free }</b></td>
            <td class="nw pre dot" data-l={lang.now()}>{ now }</td>
            <td data-l={lang.col_reason()}>{ reason(props, row, session, preferred) }</td>
        </tr>
    }
}

/// What takes the days away: what closes those on the fixed weekday, or a window too short for one.
fn reason(
    props: &TightProps,
    row: &RowView,
    session: &SessionView,
    preferred: DateRange,
) -> String {
    let (model, lang) = (&props.ctx.model, props.ctx.model.lang);
    let Some(half_day) = row.half_day else {
        return String::new();
    };
    let days = Days::of(&model.plan, &row.location);
    let on_weekday: Vec<_> = preferred.on_weekday(half_day.workday).collect();
    if on_weekday.is_empty() {
        let spread = model
            .plan
            .groups
            .get(&row.id)
            .and_then(|group| model.plan.births(group))
            .map_or(0, |births| births.spread_days());
        return lang.reason_no_weekday(half_day.workday, spread);
    }
    let mut names: Vec<String> = Vec::new();
    for date in on_weekday
        .iter()
        .filter(|date| !days.is_free(&session.window, **date))
    {
        let name = match (days.closed_by(*date), days.school_holiday(*date)) {
            (Some(ClosedBy::PublicHoliday(holiday)), _) => lang.public_holiday(holiday).to_owned(),
            (Some(ClosedBy::Closure(label)), _) => label,
            (_, Some(kind)) => lang.school_holiday(kind).to_owned(),
            _ => continue,
        };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    if names.is_empty() {
        lang.reason_short().to_owned()
    } else {
        capital(&lang.list(&names))
    }
}
