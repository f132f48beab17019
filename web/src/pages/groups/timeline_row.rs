//! The births and groups of one location on the time axis. The groups are a list with one tab stop: arrows
//! walk along it, Enter selects.

use super::drag::DragEvent;
use super::facts::{Birth, GroupFacts, LocationFacts};
use super::focus::focus;
use super::lanes::{MARK_STEP, lanes, rows, stack};
use crate::chart::Scale;
use crate::parts::{EdgeScroll, is_outside};
use crate::state::{Drag, Edge, Held};
use centering_core::calendar::{Date, DateRange};
use centering_core::plan::{EnrolmentCode, GroupId};
use centering_core::schedule::Stage;
use centering_words::Lang;
use gloo::events::{EventListener, EventListenerOptions};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// Pixels above a bar for its code.
const LABEL: i32 = 18;
/// Pixels between the marks and the edge of their bar.
const PADDING: i32 = 7;
/// Bars are at least this wide, so that a finger can touch them.
const NARROWEST_BAR: i32 = 28;
/// About the width of a letter of a code.
const LETTER: i32 = 7;

#[derive(PartialEq, Properties)]
pub struct TimelineRowProps {
    pub location: LocationFacts,
    /// Its place in the list.
    pub position: usize,
    pub scale: Scale,
    /// The width of the chart in pixels.
    pub width: i32,
    pub today: Option<Date>,
    pub lang: Lang,
    pub period: String,
    pub selected: Option<GroupId>,
    pub select: Callback<GroupId>,
    /// The group on which what is dragged can be let go.
    pub over: Option<GroupId>,
    /// Whether something is being dragged.
    pub is_dragging: bool,
    pub on_drag: Callback<DragEvent>,
}

/// A group that can be seen, and where it is drawn.
struct Bar {
    group: Rc<GroupFacts>,
    days: DateRange,
    marks: Vec<usize>,
    top: i32,
    height: i32,
}

#[component]
pub fn TimelineRow(props: &TimelineRowProps) -> Html {
    let (location, lang, scale) = (&props.location, props.lang, props.scale);
    let walked_to = use_state_eq(|| None::<GroupId>);
    let held = use_mut_ref(|| None::<Pointer>);
    let chart = use_node_ref();
    let (bars, below) = layout(props);
    let waiting: Vec<&Birth> = location
        .waiting
        .iter()
        .map(|family| &family.birth)
        .filter(|birth| scale.range().contains(birth.date))
        .collect();
    let positions: Vec<i32> = waiting
        .iter()
        .map(|birth| x_of(props, birth.date))
        .collect();
    let waiting_marks = stack(&positions);
    let waiting_height = height_of(rows(&waiting_marks));
    let height = (below + waiting_height).max(56);
    let lowest = below + (height - below + waiting_height) / 2 - 12;

    // The one bar that the Tab key reaches.
    let is_shown = |id: &&GroupId| bars.iter().any(|bar| bar.group.id == **id);
    let stop = walked_to
        .as_ref()
        .filter(is_shown)
        .or(props.selected.as_ref().filter(is_shown))
        .or(bars.first().map(|bar| &bar.group.id))
        .cloned();
    let onkeydown = {
        let ids: Vec<GroupId> = bars.iter().map(|bar| bar.group.id.clone()).collect();
        let (stop, walked_to, select) = (stop.clone(), walked_to.clone(), props.select.clone());
        Callback::from(move |event: KeyboardEvent| {
            let Some(stop) = &stop else { return };
            let here = ids.iter().position(|id| id == stop).unwrap_or(0);
            let to = match event.key().as_str() {
                "ArrowRight" | "ArrowDown" => here + 1,
                "ArrowLeft" | "ArrowUp" => here.saturating_sub(1),
                "Home" => 0,
                "End" => ids.len() - 1,
                "Enter" | " " => {
                    event.prevent_default();
                    select.emit(stop.clone());
                    return;
                }
                _ => return,
            };
            event.prevent_default();
            if let Some(id) = ids.get(to) {
                walked_to.set(Some(id.clone()));
                if let Some(node) = event.target_dyn_into::<web_sys::Node>() {
                    focus(&node, &bar_id(id));
                }
            }
        })
    };
    let pointer = pointer_events(props, &chart, &held);
    {
        let held = held.clone();
        use_effect_with(props.is_dragging, move |is_dragging| {
            // Escape ends it while the pointer is still down.
            let is_over = |pointer: &Pointer| pointer.moved && !is_dragging;
            if held.borrow().as_ref().is_some_and(is_over) {
                held.take();
            }
        });
    }
    {
        let (chart, held) = (chart.clone(), held.clone());
        use_effect_with((), move |()| {
            // A finger on what can be dragged drags it, and does not move the page.
            let options = EventListenerOptions::enable_prevent_default();
            let listener = chart.cast::<web_sys::Element>().map(|chart| {
                EventListener::new_with_options(&chart, "touchmove", options, move |event| {
                    if held.borrow().is_some() {
                        event.prevent_default();
                    }
                })
            });
            move || drop(listener)
        });
    }
    let name = lang.row_name(&location.name, &props.period, bars.len(), waiting.len());
    let grid = scale.months().map(|month| {
        let x = scale.start_of(month);
        html! { <line class="grid" x1={x.clone()} x2={x} y1="0" y2="100%" /> }
    });
    html! {
        <div class="yline" data-row={props.position.to_string()}>
            <div class="yr">
                <b>{ &location.name }</b>
                <span>{ lang.placed(location.placed()) }</span>
                if !location.waiting.is_empty() { <span>{ lang.waiting(location.waiting.len()) }</span> }
            </div>
            <div class="yc births-c">
                <svg class="ch clip" ref={chart} height={height.to_string()} role={if bars.is_empty() { "img" } else { "listbox" }}
                    aria-label={name} aria-orientation={(!bars.is_empty()).then_some("horizontal")} {onkeydown}
                    onpointerdown={pointer.down} onpointermove={pointer.moves} onpointerup={pointer.up} onpointercancel={pointer.cancel}>
                    <g aria-hidden="true">
                        { for grid }
                        if let Some(today) = props.today.filter(|today| scale.range().contains(*today)) {
                            <line class="today" x1={scale.middle_of(today)} x2={scale.middle_of(today)} y1="0" y2="100%" />
                        }
                    </g>
                    { for bars.iter().map(|bar| draw_bar(props, bar, stop.as_ref() == Some(&bar.group.id))) }
                    <g aria-hidden="true">
                        { for waiting.iter().zip(&waiting_marks).map(|(birth, row)| {
                            draw_mark(lang, scale, birth, "fam out", lowest - MARK_STEP * to_i32(*row))
                        }) }
                    </g>
                </svg>
            </div>
        </div>
    }
}

/// The bars that can be seen, and how high all of them together are.
fn layout(props: &TimelineRowProps) -> (Vec<Bar>, i32) {
    let mut shown: Vec<(Rc<GroupFacts>, DateRange)> = props
        .location
        .groups
        .iter()
        .filter_map(|group| {
            let births = group.births?;
            let days = DateRange {
                first: births.oldest(),
                last: births.youngest(),
            };
            props.scale.visible(days)?;
            Some((group.clone(), around(props, days)))
        })
        .collect();
    shown.sort_by_key(|(_, days)| days.first);
    let spans: Vec<(i32, i32)> = shown
        .iter()
        .map(|(group, days)| {
            let start = x_of(props, days.first).max(0);
            let label = to_i32(group.id.as_str().len()) * LETTER;
            (
                start,
                x_of(props, days.last.plus_days(1)).max(start + label) + 4,
            )
        })
        .collect();
    let lane_of = lanes(&spans);
    let mut bars: Vec<(usize, Bar)> = shown
        .into_iter()
        .zip(lane_of)
        .map(|((group, days), lane)| {
            let positions: Vec<i32> = group
                .members
                .iter()
                .map(|birth| x_of(props, birth.date))
                .collect();
            let marks = stack(&positions);
            (
                lane,
                Bar {
                    group,
                    days,
                    marks,
                    top: 0,
                    height: 0,
                },
            )
        })
        .collect();
    let count = bars.iter().map(|(lane, _)| lane + 1).max().unwrap_or(0);
    let mut top = 6;
    for lane in 0..count {
        let of_lane = || bars.iter().filter(|(own, _)| *own == lane);
        let height = of_lane()
            .map(|(_, bar)| height_of(rows(&bar.marks).max(2)))
            .max()
            .unwrap_or(0);
        for (_, bar) in bars.iter_mut().filter(|(own, _)| *own == lane) {
            bar.top = top + LABEL;
            bar.height = height;
        }
        top += LABEL + height + 8;
    }
    (bars.into_iter().map(|(_, bar)| bar).collect(), top)
}

/// The days with some room on both sides, so that the first and the last mark lie inside.
fn around(props: &TimelineRowProps, days: DateRange) -> DateRange {
    let width = x_of(props, days.last.plus_days(1)) - x_of(props, days.first);
    let per_day = (props.width / props.scale.range().days().max(1)).max(1);
    let room = ((NARROWEST_BAR - width) / 2).max(PADDING) / per_day;
    let room = room.max(1);
    DateRange {
        first: days.first.plus_days(-room),
        last: days.last.plus_days(room),
    }
}

/// Where a day lies, in pixels from the left edge of the chart.
fn x_of(props: &TimelineRowProps, date: Date) -> i32 {
    let range = props.scale.range();
    date.days_since(range.first) * props.width / range.days().max(1)
}

fn height_of(rows: usize) -> i32 {
    match rows {
        0 => 0,
        rows => MARK_STEP * to_i32(rows) + 2 * PADDING - 2,
    }
}

/// Counts on a screen are small.
fn to_i32(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX / 1_000)
}

fn bar_id(id: &GroupId) -> String {
    format!("bar-{id}")
}

fn draw_bar(props: &TimelineRowProps, bar: &Bar, is_stop: bool) -> Html {
    let (lang, scale, group) = (props.lang, props.scale, &bar.group);
    let is_selected = props.selected.as_ref() == Some(&group.id);
    let births = group
        .births
        .map_or_else(String::new, |births| lang.births_range(births, None));
    let name = lang.bar_name(
        group.id.as_str(),
        &births,
        group.spread,
        group.families,
        lang.stage(group.stage),
    );
    let class = classes!(
        "grpbar",
        matches!(group.stage, Stage::Preparing | Stage::Planned).then_some("pre"),
        group.is_wide.then_some("wrn"),
        is_selected.then_some("sel"),
        (props.over.as_ref() == Some(&group.id)).then_some("over"),
    );
    let (x, width) = (scale.start_of(bar.days.first), scale.width_of(bar.days));
    let (y, height) = (bar.top.to_string(), bar.height.to_string());
    let radius = (bar.height / 2).min(14).to_string();
    let middle = bar.top + bar.height / 2;
    let base = middle + (to_i32(rows(&bar.marks)) - 1) * MARK_STEP / 2;
    // The code stays inside the chart when the bar does not.
    let label_width = to_i32(group.id.as_str().len()) * LETTER;
    let starts_before = bar.days.first < scale.range().first;
    let ends_after = x_of(props, bar.days.first) + label_width > props.width;
    let (label_x, label_class) = if ends_after {
        ("100%".to_owned(), "lab t-b end")
    } else if starts_before {
        ("0%".to_owned(), "lab t-b")
    } else {
        (x.clone(), "lab t-b")
    };
    let onclick = {
        let (select, id) = (props.select.clone(), group.id.clone());
        Callback::from(move |_: MouseEvent| select.emit(id.clone()))
    };
    html! {
        <g class="grpg" data-group={group.id.to_string()} id={bar_id(&group.id)} key={group.id.to_string()} role="option" aria-selected={is_selected.to_string()}
            aria-label={name.clone()} tabindex={if is_stop { "0" } else { "-1" }} {onclick}>
            <title>{ name }</title>
            <rect class="ring" x={x.clone()} width={width.clone()} y={y.clone()} height={height.clone()} rx={radius.clone()} />
            <rect class="gap" x={x.clone()} width={width.clone()} y={y.clone()} height={height.clone()} rx={radius.clone()} />
            <rect {class} x={x.clone()} {width} y={y.clone()} height={height.clone()} rx={radius} />
            { edge(&bar.group.id, Edge::Oldest, x, &y, &height) }
            { edge(&bar.group.id, Edge::Youngest, scale.end_of(bar.days.last), &y, &height) }
            <text class={label_class} x={label_x} y={(bar.top - 5).to_string()} aria-hidden="true">{ group.id.as_str() }</text>
            <g aria-hidden="true">
                { for group.members.iter().zip(&bar.marks).map(|(birth, row)| {
                    let class = if birth.provisional { "fam exp" } else { "fam" };
                    draw_mark(lang, scale, birth, class, base - MARK_STEP * to_i32(*row))
                }) }
            </g>
        </g>
    }
}

/// The end of a bar, to be dragged.
fn edge(group: &GroupId, edge: Edge, x: String, y: &str, height: &str) -> Html {
    let name = match edge {
        Edge::Oldest => "oldest",
        Edge::Youngest => "youngest",
    };
    html! {
        <svg {x} overflow="visible" aria-hidden="true">
            <rect class="edge" data-edge={name} data-of={group.to_string()} x="-5" width="10" y={y.to_owned()} height={height.to_owned()} />
        </svg>
    }
}

/// What the pointer holds, and where it went down.
#[derive(Clone)]
struct Pointer {
    held: Held,
    start: (i32, i32),
    /// Where it is now.
    at: (i32, i32),
    moved: bool,
    edge: Rc<EdgeScroll>,
}

/// Below this distance in pixels it is a click.
const SLOP: i32 = 4;

struct PointerEvents {
    down: Callback<PointerEvent>,
    moves: Callback<PointerEvent>,
    up: Callback<PointerEvent>,
    cancel: Callback<PointerEvent>,
}

/// What the element under the pointer stands for: a family, or an edge of a group.
fn held_by(element: &web_sys::Element) -> Option<Held> {
    if let Some(code) = element.get_attribute("data-family") {
        return EnrolmentCode::parse(&code).ok().map(Held::Family);
    }
    let edge = match element.get_attribute("data-edge")?.as_str() {
        "oldest" => Edge::Oldest,
        _ => Edge::Youngest,
    };
    Some(Held::Edge(
        GroupId::new(element.get_attribute("data-of")?),
        edge,
    ))
}

fn pointer_events(
    props: &TimelineRowProps,
    chart: &NodeRef,
    held: &Rc<RefCell<Option<Pointer>>>,
) -> PointerEvents {
    // Over what it is now, and what that means.
    let drag = {
        let (held, chart, on_drag, scale) = (
            held.clone(),
            chart.clone(),
            props.on_drag.clone(),
            props.scale,
        );
        move || {
            let now = held.borrow().clone().filter(|pointer| pointer.moved);
            let (Some(pointer), Some(chart)) = (now, chart.cast::<web_sys::Element>()) else {
                return;
            };
            let (x, y) = pointer.at;
            let place = chart.get_bounding_client_rect();
            let root = chart.get_root_node().dyn_into::<web_sys::ShadowRoot>().ok();
            let under = root
                .and_then(|root| root.element_from_point(x as f32, y as f32))
                .and_then(|element| element.closest("[data-group]").ok().flatten())
                .and_then(|group| group.get_attribute("data-group"));
            on_drag.emit(DragEvent::Move(Drag {
                over: match &pointer.held {
                    Held::Family(_) => under.map(GroupId::new),
                    Held::Edge(group, _) => Some(group.clone()),
                },
                held: pointer.held,
                day: scale.day_at(f64::from(x) - place.left(), place.width()),
            }));
        }
    };
    let down = {
        let (held, chart, drag) = (held.clone(), chart.clone(), drag.clone());
        Callback::from(move |event: PointerEvent| {
            let element = event.target_dyn_into::<web_sys::Element>();
            let found = element.as_ref().and_then(held_by);
            let (Some(found), Some(chart)) = (found, chart.cast::<web_sys::Element>()) else {
                return;
            };
            if event.is_primary() && event.button() == 0 {
                event.prevent_default();
                let at = (event.client_x(), event.client_y());
                *held.borrow_mut() = Some(Pointer {
                    held: found,
                    start: at,
                    at,
                    moved: false,
                    edge: Rc::new(EdgeScroll::new(&chart, drag.clone())),
                });
                // Without capture the drag ends where the pointer leaves the chart.
                let _ = chart.set_pointer_capture(event.pointer_id());
            }
        })
    };
    let moves = {
        let held = held.clone();
        Callback::from(move |event: PointerEvent| {
            let (x, y) = (event.client_x(), event.client_y());
            let Some(mut pointer) = held.borrow().clone() else {
                return;
            };
            let (across, down) = (x - pointer.start.0, y - pointer.start.1);
            if !pointer.moved && across.abs().max(down.abs()) < SLOP {
                return;
            }
            pointer.moved = true;
            pointer.at = (x, y);
            pointer.edge.at(y);
            *held.borrow_mut() = Some(pointer);
            drag();
        })
    };
    let end = |ends_well: bool| {
        let (held, on_drag) = (held.clone(), props.on_drag.clone());
        let is_dragging = props.is_dragging;
        Callback::from(move |event: PointerEvent| {
            let taken = held.take();
            if taken.is_some_and(|pointer| pointer.moved) && is_dragging {
                on_drag.emit(if ends_well && !is_outside(&event) {
                    DragEvent::Drop
                } else {
                    DragEvent::Cancel
                });
            }
        })
    };
    PointerEvents {
        down,
        moves,
        up: end(true),
        cancel: end(false),
    }
}

fn draw_mark(lang: Lang, scale: Scale, birth: &Birth, class: &'static str, y: i32) -> Html {
    let date = lang.day(birth.date, None);
    let date = if birth.provisional {
        lang.due(&date)
    } else {
        date
    };
    html! {
        <circle class={classes!(class, "hold")} data-family={birth.code.to_string()} cx={scale.middle_of(birth.date)} cy={y.to_string()} r="4.5">
            <title>{ format!("{}, {date}", birth.code) }</title>
        </circle>
    }
}
