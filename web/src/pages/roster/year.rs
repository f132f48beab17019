//! The year: the rows of all groups by location on one scale, with their head and legend. Of a long list
//! only the rows near the part of the page that shows are drawn.

use super::moving::Moving;
use super::overview::{LocationView, Overview, RowView};
use super::row::{RowEvent, RowMove, YearRow};
use crate::chart::{Backdrop, Scale, year_head};
use crate::store::{Model, Same, Selection};
use crate::text::Lang;
use centering_core::calendar::{Date, DateRange, Region};
use centering_core::plan::{GroupId, LocationId};
use gloo::events::{EventListener, EventListenerOptions};
use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;
use yew::prelude::*;

/// Lists of more rows than this are drawn in part.
const MANY_ROWS: usize = 60;
/// How many rows above and below the visible ones are drawn.
const MARGIN: f64 = 20.0;

/// What lies behind the rows, by region; the same object as long as nothing of it changes.
pub type Backdrops = BTreeMap<Region, Rc<Backdrop>>;

#[derive(Clone, PartialEq, Properties)]
pub struct YearProps {
    pub lang: Lang,
    pub year: i32,
    pub overview: Same<Overview>,
    pub backdrops: Rc<Backdrops>,
    pub location: Option<LocationId>,
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

#[component]
pub fn Year(props: &YearProps) -> Html {
    let lang = props.lang;
    let scale = Scale::new(days_of(props.year));
    let overview = &props.overview.0;
    let groups: Vec<(&LocationView, Vec<&Rc<RowView>>)> = overview
        .locations
        .iter()
        .filter(|location| props.location.as_ref().is_none_or(|id| *id == location.id))
        .map(|location| {
            let rows = overview.rows.iter();
            let rows = rows.filter(|row| row.location == location.id && row.is_in(scale.range()));
            (location, rows.collect())
        })
        .collect();
    let count: usize = groups.iter().map(|(_, rows)| rows.len()).sum();
    let grid = use_node_ref();
    let drawn = use_drawn(&grid, count);
    let head = groups
        .first()
        .and_then(|(location, _)| props.backdrops.get(&location.region))
        .or_else(|| props.backdrops.values().next());
    let mut position = 0;
    html! {
        <div class="year" ref={grid}>
            <div class="yh hd">{ lang.roster_group() }</div>
            <div class="yc hd">{ head.map(|backdrop| year_head(lang, scale, backdrop)) }</div>
            { for groups.iter().map(|(location, rows)| {
                let name = html! { <div class="yl" key={location.id.as_str()}><b>{ &location.name }</b><span>{ lang.roster_location(location.started, location.preparing) }</span></div> };
                let backdrop = props.backdrops.get(&location.region).cloned();
                let rows: Vec<Html> = rows
                    .iter()
                    .filter_map(|row| {
                        position += 1;
                        Some(draw_row(props, scale, row, backdrop.clone()?, drawn.contains(&position)))
                    })
                    .collect();
                html! { <>{ name }{ for rows }</> }
            }) }
            if count == 0 { <p class="yl none">{ lang.roster_none_in(props.year) }</p> }
        </div>
    }
}

fn draw_row(
    props: &YearProps,
    scale: Scale,
    row: &Rc<RowView>,
    backdrop: Rc<Backdrop>,
    is_drawn: bool,
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
            session={props.selection.session().filter(|_| is_selected)} {moving} {is_drawn} on={props.on.clone()} />
    }
}

/// The positions of the rows to draw, counted from 1.
#[hook]
fn use_drawn(grid: &NodeRef, count: usize) -> Range<usize> {
    let drawn = use_state_eq(|| 0..MANY_ROWS);
    {
        let (grid, drawn) = (grid.clone(), drawn.clone());
        use_effect_with(count, move |count| {
            let count = *count;
            let look = move || {
                if let Some(range) = visible_rows(&grid, count) {
                    drawn.set(range);
                }
            };
            let listeners = (count > MANY_ROWS).then(|| {
                look();
                // Any box around the planner may be the one that scrolls.
                let options = EventListenerOptions {
                    passive: true,
                    ..EventListenerOptions::run_in_capture_phase()
                };
                let window = web_sys::window();
                let again = look.clone();
                window.map(|window| {
                    [
                        EventListener::new_with_options(&window, "scroll", options, move |_| {
                            look()
                        }),
                        EventListener::new(&window, "resize", move |_| again()),
                    ]
                })
            });
            move || drop(listeners)
        });
    }
    if count > MANY_ROWS {
        (*drawn).clone()
    } else {
        0..count + 1
    }
}

/// The rows near the part of the page that shows, in steps of ten so that most scrolling draws nothing.
fn visible_rows(grid: &NodeRef, count: usize) -> Option<Range<usize>> {
    let rect = grid.cast::<web_sys::Element>()?.get_bounding_client_rect();
    let height = web_sys::window()?.inner_height().ok()?.as_f64()?;
    // A little less than the count, because the head and the locations take room, too.
    let row = rect.height() / count as f64;
    if row <= 0.0 {
        return None;
    }
    let first = (-rect.top() / row - MARGIN) / 10.0;
    let last = ((height - rect.top()) / row + MARGIN) / 10.0;
    // Negative numbers become 0.
    Some(first.floor() as usize * 10..last.ceil() as usize * 10)
}
