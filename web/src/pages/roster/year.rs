//! The year: the rows of all groups by location on one scale, with their head and legend. Of a long list
//! only the rows near the part of the page that shows are drawn.

use super::layers::{Layer, Layers};
use super::moving::Moving;
use super::overview::{LocationView, Overview, RowView};
use super::row::{RowEvent, RowMove, YearRow};
use crate::chart::{Backdrop, ROW_HEIGHT, Scale, year_head};
use crate::parts::{Piece, gap, use_rows};
use crate::store::{Model, Same, Selection};
use crate::text::Lang;
use centering_core::calendar::{Date, DateRange, Region};
use centering_core::plan::{GroupId, LocationId};
use std::collections::BTreeMap;
use std::rc::Rc;
use yew::prelude::*;

/// What lies behind the rows, by region; the same object as long as nothing of it changes.
pub type Backdrops = BTreeMap<Region, Rc<Backdrop>>;

#[derive(Clone, PartialEq, Properties)]
pub struct YearProps {
    pub lang: Lang,
    pub year: i32,
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

/// The days of a year.
pub fn days_of(year: i32) -> DateRange {
    DateRange {
        first: Date::new(year, 1, 1).unwrap_or(Date::FIRST),
        last: Date::new(year, 12, 31).unwrap_or(Date::LAST),
    }
}

/// What lies behind the rows of each region in a year.
pub fn backdrops(model: &Model, overview: &Overview, year: i32) -> Backdrops {
    let scale = Scale::new(days_of(year));
    let regions = overview.locations.iter().map(|location| location.region);
    regions
        .chain([model.plan.settings.region])
        .map(|region| {
            let backdrop = Backdrop::new(&model.plan, region, scale, model.today);
            (region, Rc::new(backdrop))
        })
        .collect()
}

/// A line of the list: the name of a location, or a group of it.
enum Line<'a> {
    Location(&'a LocationView),
    Group(&'a LocationView, &'a Rc<RowView>),
}

#[component]
pub fn Year(props: &YearProps) -> Html {
    let lang = props.lang;
    let scale = Scale::new(days_of(props.year));
    let overview = &props.overview.0;
    let search = props.search.trim().to_uppercase();
    let lines: Vec<Line<'_>> = overview
        .locations
        .iter()
        .filter(|location| props.location.as_ref().is_none_or(|id| *id == location.id))
        .flat_map(|location| lines(overview, location, scale.range(), &search))
        .collect();
    let body = use_node_ref();
    let drawn = use_rows(&body, lines.len(), ROW_HEIGHT.unsigned_abs());
    let head = lines
        .first()
        .and_then(|line| props.backdrops.get(&line.location().region))
        .or_else(|| props.backdrops.values().next());
    let draw = |position: usize| match lines.get(position) {
        None => Html::default(),
        Some(Line::Location(location)) => html! {
            <div class="yl" key={location.id.as_str()} data-row={position.to_string()}>
                <b>{ &location.name }</b><span>{ lang.roster_location(location.started, location.preparing) }</span>
            </div>
        },
        Some(Line::Group(location, row)) => {
            let backdrop = props.backdrops.get(&location.region).cloned();
            backdrop.map_or_else(Html::default, |backdrop| {
                draw_row(props, scale, row, backdrop, position)
            })
        }
    };
    let is_emphasised = [
        props.layers.has(Layer::Physician).then_some("on-arts"),
        props.layers.has(Layer::Vaccination).then_some("on-prik"),
    ];
    html! {
        <>
            <div class="year">
                <div class="yh hd">{ lang.roster_group() }</div>
                <div class="yc hd">{ head.map(|backdrop| year_head(lang, scale, backdrop)) }</div>
            </div>
            <div class={classes!("year", "ybody", is_emphasised.to_vec())} ref={body}>
                { for drawn.pieces().iter().map(|piece| match piece {
                    Piece::Gap(height) => html! { <div class="ygap" aria-hidden="true">{ gap(*height) }</div> },
                    Piece::Rows(rows) => rows.clone().map(&draw).collect(),
                }) }
            </div>
            if lines.is_empty() {
                <p class="yl none">{ if search.is_empty() { lang.roster_none_in(props.year) } else { lang.search_none().to_owned() } }</p>
            }
        </>
    }
}

impl<'a> Line<'a> {
    fn location(&self) -> &'a LocationView {
        match self {
            Self::Location(location) | Self::Group(location, _) => location,
        }
    }
}

/// The lines of a location: its name and its groups of the year, or nothing where it has none.
fn lines<'a>(
    overview: &'a Overview,
    location: &'a LocationView,
    range: DateRange,
    search: &str,
) -> Vec<Line<'a>> {
    let rows = overview.rows_of(&location.id);
    let rows = rows.filter(|row| row.is_in(range) && row.matches(search));
    let mut lines: Vec<Line<'a>> = rows.map(|row| Line::Group(location, row)).collect();
    if !lines.is_empty() || search.is_empty() {
        lines.insert(0, Line::Location(location));
    }
    lines
}

fn draw_row(
    props: &YearProps,
    scale: Scale,
    row: &Rc<RowView>,
    backdrop: Rc<Backdrop>,
    position: usize,
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
        <YearRow key={row.id.as_str()} row={row.clone()} lang={props.lang} {scale} {backdrop} {is_selected}
            session={props.selection.session().filter(|_| is_selected)} {moving} {position} on={props.on.clone()} />
    }
}
