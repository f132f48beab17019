//! The year: the rows of all groups by location on one scale, with their head and legend. Of a long list
//! only the rows near the part of the page that shows are drawn.

use super::layers::Layers;
use super::moving::Moving;
use super::overview::Overview;
use super::row::{RowEvent, RowMove, YearRow};
use super::row_view::RowView;
use crate::chart::{Backdrop, ROW_HEIGHT, Scale, year_head};
use crate::parts::{Room, gap, use_rows_under_headings};
use crate::state::{Layer, Model, Same, Selection};
use centering_core::calendar::{Date, DateRange, Month, Region};
use centering_core::care::SessionNumber;
use centering_core::plan::{GroupId, LocationId};
use centering_words::Lang;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use yew::prelude::*;

/// In a list of more lines than this charts are drawn a few at a time.
const LONG: usize = 60;
/// Those that show first are drawn at once.
const FIRST: usize = 12;

/// What lies behind the rows, by region; the same object as long as nothing of it changes.
pub type Backdrops = BTreeMap<Region, Rc<Backdrop>>;

#[derive(Clone, PartialEq, Properties)]
pub struct YearProps {
    pub lang: Lang,
    pub range: DateRange,
    pub overview: Same<Overview>,
    pub backdrops: Rc<Backdrops>,
    pub location: Option<LocationId>,
    /// Only groups whose code holds this text.
    pub search: String,
    pub layers: Layers,
    pub selection: Selection,
    pub moving: Option<Moving>,
    pub on: Callback<(GroupId, RowEvent)>,
}

/// So many months are shown at a time: a group meets for fourteen.
const MONTHS: u16 = 15;

/// The days that are shown from the beginning of a month on.
pub fn days_from(first: Month) -> DateRange {
    DateRange {
        first: first.first(),
        last: first.plus(MONTHS - 1).days().last,
    }
}

/// The month from which on that many are shown, this one or so many later or earlier ones; near the end of the calendar
/// the last from which there are that many.
pub fn from_month(first: Month, later: i32) -> Month {
    let last = Month::of(Date::LAST).number() - i32::from(MONTHS) + 1;
    Month::from_number((first.number() + later).min(last)).unwrap_or(first)
}

/// What lies behind the rows of each region in these days.
pub fn backdrops(model: &Model, overview: &Overview, range: DateRange) -> Backdrops {
    let scale = Scale::new(range);
    let regions = overview.locations.iter().map(|location| location.region);
    let regions = regions.chain([model.plan.settings.region]);
    // A country has hundreds of locations and three regions.
    let regions: BTreeSet<Region> = regions.collect();
    regions
        .into_iter()
        .map(|region| {
            let backdrop = Backdrop::new(&model.plan, region, scale, model.today);
            (region, Rc::new(backdrop))
        })
        .collect()
}

/// A line of the list: the name of a location by its place, or a group of it.
enum Line {
    Location(usize),
    /// With its place among all groups.
    Group(usize, usize),
}

#[component]
pub fn Year(props: &YearProps) -> Html {
    let lang = props.lang;
    let scale = Scale::new(props.range);
    let overview = &props.overview.0;
    let search = props.search.trim().to_uppercase();
    let lines = {
        // Not the overview itself: what is remembered would keep an old plan.
        let basis = (
            overview.ends_of_groups(),
            props.location.clone(),
            search.clone(),
            props.range.first,
        );
        let overview = overview.clone();
        use_memo(basis, move |(_, only, search, first)| {
            lines(&overview, only.as_ref(), *first, search)
        })
    };
    let body = use_node_ref();
    let headings = {
        let lines = lines.clone();
        use_memo(Same(lines.clone()), move |_| headings(&lines))
    };
    let height = ROW_HEIGHT.unsigned_abs();
    let drawn = use_rows_under_headings(&body, lines.len(), &headings, height);
    let is_long = lines.len() > LONG;
    let location = |line: &Line| {
        let (Line::Location(place) | Line::Group(place, _)) = line;
        overview.locations.get(*place)
    };
    let backdrop = |line: &Line| props.backdrops.get(&location(line)?.region);
    let head = lines
        .first()
        .and_then(backdrop)
        .or_else(|| props.backdrops.values().next());
    let draw = |position: usize| -> Option<Html> {
        let line = lines.get(position)?;
        match line {
            Line::Location(_) => {
                let location = location(line)?;
                Some(html! {
                    <div class="yl" key={location.id.as_str()} data-row={position.to_string()} data-heading="">
                        <h3>{ &location.name }</h3><span>{ lang.roster_location(location.started, location.preparing) }</span>
                    </div>
                })
            }
            Line::Group(_, group) => {
                let backdrop = backdrop(line)?.clone();
                Some(draw_row(
                    props,
                    scale,
                    overview.at(*group)?,
                    overview.at(*group).map(|row| overview.why(lang, row)),
                    backdrop,
                    position,
                    !is_long || position < FIRST,
                ))
            }
        }
    };
    let empty = |key: String, height: Room| html! { <div {key} class="ygap" aria-hidden="true">{ gap(height) }</div> };
    let emphasis = [
        props.layers.has(Layer::Physician).then_some("on-arts"),
        props.layers.has(Layer::Vaccination).then_some("on-prik"),
    ];
    html! {
        <>
            <div class="year">
                <div class="yh hd">{ lang.roster_group() }</div>
                <div class="yc hd">{ head.map(|backdrop| year_head(lang, scale, backdrop)) }</div>
            </div>
            <div class={classes!("year", "ybody", emphasis.to_vec())} ref={body}>
                { drawn.flat(empty, draw) }
            </div>
            <div role="status">if lines.is_empty() {
                <p class="yl none">{ lang.search_none() }</p>
            }</div>
        </>
    }
}

/// The lines of each location: its name and its groups that are not over before the first day; without groups only
/// its name, unless groups are searched.
fn lines(overview: &Overview, only: Option<&LocationId>, first: Date, search: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    for (place, location) in overview.locations.iter().enumerate() {
        if only.is_some_and(|id| *id != location.id) {
            continue;
        }
        let start = lines.len();
        lines.push(Line::Location(place));
        let groups = overview.groups_from(&location.id, first, search);
        lines.extend(groups.map(|group| Line::Group(place, group)));
        if lines.len() == start + 1 && !search.is_empty() {
            lines.truncate(start);
        }
    }
    lines
}

/// The positions of the names of locations.
fn headings(lines: &[Line]) -> Vec<usize> {
    let lines = lines.iter().enumerate();
    let headings = lines.filter(|(_, line)| matches!(line, Line::Location(_)));
    headings.map(|(position, _)| position).collect()
}

fn draw_row(
    props: &YearProps,
    scale: Scale,
    row: &Rc<RowView>,
    why: Option<Vec<(SessionNumber, String)>>,
    backdrop: Rc<Backdrop>,
    position: usize,
    at_once: bool,
) -> Html {
    let is_selected = props.selection.group() == Some(&row.id);
    let moving = props
        .moving
        .as_ref()
        .filter(|moving| moving.group == row.id)
        .map(|moving| RowMove {
            number: moving.number,
            to: moving.to,
            candidates: moving.candidates.clone(),
        });
    html! {
        <YearRow key={row.id.as_str()} row={row.clone()} why={why.unwrap_or_default()} lang={props.lang} {scale} {backdrop} {is_selected}
            session={props.selection.session().filter(|_| is_selected)} {moving} {position} {at_once} on={props.on.clone()} />
    }
}
