//! The bijeenkomsten with hardly a day to choose from, the tightest first.

use super::overview::{Overview, Tight as TightOne};
use super::row_view::RowView;
use crate::parts::table::{By, Phone, Table, columns, panel, show_all};
use crate::state::{Action, Ctx, Same, Selection, SessionView, WindowState};
use centering_core::calendar::DateRange;
use centering_core::plan::{LocationId, Standing};
use centering_core::schedule::{ClosedBy, Days};
use centering_words::capital;
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
    let text = html! { <span class="small muted">{ lang.tight_text() }</span> };
    let more = (count > AT_FIRST).then(|| show_all(lang, count, &shows_all));
    let body = html! {
        <>{ table(props).rows(By::Id("roster-tight"), tight) }{ more }</>
    };
    panel("roster-tight", lang.tight_title(), text, body)
}

/// A group with one of its bijeenkomsten.
type Row<'a> = (&'a Rc<RowView>, &'a SessionView);

fn table<'a>(props: &'a TightProps) -> Table<'a, Row<'a>> {
    let (ctx, lang, near) = (&props.ctx, props.ctx.model.lang, Some(props.range.first));
    let selection = |(row, session): &Row<'_>| Selection::Session(row.id.clone(), session.number);
    let preferred = |session: &SessionView| session.window.preferred.and(session.window.allowed);
    let choose = move |row: &Row<'_>| ctx.on(Action::Select(selection(row)));
    let window = move |(_, session): &Row<'_>| match preferred(session) {
        none if none.is_empty() => lang.no_preferred_days().to_owned(),
        days => lang.range(days, near),
    };
    let now = move |(_, session): &Row<'_>| match (session.date, session.state) {
        (None, _) => lang.standing(Standing::Undated).to_owned(),
        (Some(date), WindowState::Preferred) => lang.day(date, near),
        (Some(date), _) => lang.day_outside(&lang.day(date, near)),
    };
    columns! { Table::of(|(row, session): &Row<'_>| format!("{}/{}", row.id, session.number)).chosen(move |row| ctx.model.selection == selection(row));
        button(lang.roster_group(), |(row, _)| row.id.to_string(), choose).button_label(move |(row, session)| lang.tight_choose(row.id.as_str(), session.number.get()));
        column(lang.col_session(), |(_, session)| session.number.to_string()).phone(Phone::Beside);
        column(lang.col_preferred(), window).nowrap().phone(Phone::Run);
        number(lang.col_free(), move |(_, session)| html! { <><b>{ session.free }</b><span class="unit-s">{ lang.free_unit() }</span></> }).phone(Phone::Corner);
        column(lang.col_now(), now).nowrap().phone(Phone::Told).called(lang.now());
        column(lang.col_reason(), move |(row, session)| reason(props, row, session, preferred(session))).phone(Phone::Run);
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
