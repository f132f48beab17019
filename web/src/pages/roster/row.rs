//! One group in the year: its label, its marks and windows, and the three ways to move a mark. A row only
//! says what the user does; the screen decides what comes of it.

use super::later_charts::use_chart;
use super::moving::nearest;
use super::row_view::RowView;
use crate::chart::{
    Backdrop, MARK_Y, ROW_HEIGHT, Scale, TRACK_Y, WindowLook, badge, mark_classes, mark_shapes,
    mark_stem, window_bars,
};
use crate::parts::is_outside;
use crate::state::SessionView;
use centering_core::calendar::Date;
use centering_core::care::SessionNumber;
use centering_core::plan::GroupId;
use centering_words::Lang;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// What the user does in a row.
#[derive(Clone, Debug, PartialEq)]
pub enum RowEvent {
    /// Chooses the group.
    Group,
    /// Chooses a bijeenkomst with the pointer.
    Choose(SessionNumber),
    /// Chooses a bijeenkomst without a pointer; once more goes to what is said of it.
    Enter(SessionNumber),
    /// Moves a bijeenkomst so many days from where it is or would go.
    Step(SessionNumber, i32),
    /// Drags a bijeenkomst over a day.
    Drag(SessionNumber, Date),
    /// Places what is being moved.
    Place,
    /// Stops moving.
    Cancel,
    /// Pins a bijeenkomst, or lets it go.
    Pin(SessionNumber),
}

/// What is being moved in this row.
#[derive(Clone, Debug, PartialEq)]
pub struct RowMove {
    pub number: SessionNumber,
    pub to: Date,
    pub candidates: Rc<Vec<Date>>,
}

#[derive(Clone, Properties)]
pub struct RowProps {
    pub row: Rc<RowView>,
    /// The worst that is wrong with each of its bijeenkomsten, in words.
    pub why: Vec<(SessionNumber, String)>,
    pub lang: Lang,
    pub scale: Scale,
    pub backdrop: Rc<Backdrop>,
    /// Whether the group is selected.
    pub is_selected: bool,
    /// The bijeenkomst of it that is selected.
    pub session: Option<SessionNumber>,
    pub moving: Option<RowMove>,
    /// Its place in the list.
    pub position: usize,
    /// Whether its chart is drawn with it, and not a moment later: see [`super::later_charts`].
    pub at_once: bool,
    pub on: Callback<(GroupId, RowEvent)>,
}

impl PartialEq for RowProps {
    fn eq(&self, other: &Self) -> bool {
        let is_same_row = Rc::ptr_eq(&self.row, &other.row) || self.row == other.row;
        let is_same_ground =
            Rc::ptr_eq(&self.backdrop, &other.backdrop) || self.backdrop == other.backdrop;
        is_same_row
            && is_same_ground
            && (
                self.lang,
                self.scale,
                self.is_selected,
                self.session,
                self.position,
            ) == (
                other.lang,
                other.scale,
                other.is_selected,
                other.session,
                other.position,
            )
            && self.moving == other.moving
            && self.why == other.why
            && self.on == other.on
    }
}

/// A press of the pointer on a mark, until it is let go.
struct Press {
    pointer: i32,
    number: SessionNumber,
    start: f64,
    /// How far from the middle of the mark it was taken, in pixels.
    grip: f64,
    is_drag: bool,
}

/// A pointer that moved less than this many pixels did not drag.
const DRAG_FROM: f64 = 5.0;
/// A press this near to a mark is one on the mark, in pixels.
const REACH: f64 = 16.0;

#[component]
pub fn YearRow(props: &RowProps) -> Html {
    let RowProps {
        row, lang, scale, ..
    } = props.clone();
    let chart = use_node_ref();
    let is_drawn = use_chart(props.at_once);
    let press = use_mut_ref(|| None::<Press>);
    // Whether the pointer has done what the click that follows it would do.
    let is_done = use_mut_ref(|| false);
    let walked_to = use_state_eq(|| None::<SessionNumber>);
    let emit = {
        let (on, id) = (props.on.clone(), row.id.clone());
        Callback::from(move |event: RowEvent| on.emit((id.clone(), event)))
    };
    let range = scale.range();
    let place = |session: &SessionView| match &props.moving {
        Some(moving) if moving.number == session.number => moving.to,
        _ => session.place(),
    };
    let shown: Vec<&SessionView> = row
        .sessions
        .iter()
        .filter(|session| range.contains(place(session)))
        .collect();
    let earlier = numbers_of(row.sessions.iter().filter(|one| place(one) < range.first));
    let later = numbers_of(row.sessions.iter().filter(|one| place(one) > range.last));
    let is_shown = |number: SessionNumber| shown.iter().any(|session| session.number == number);
    let tab_stop = props
        .session
        .filter(|number| is_shown(*number))
        .or_else(|| walked_to.filter(|number| is_shown(*number)))
        .or_else(|| shown.first().map(|session| session.number));

    let focus = {
        let (chart, walked_to) = (chart.clone(), walked_to.clone());
        Callback::from(move |number: SessionNumber| {
            walked_to.set(Some(number));
            let found = chart
                .cast::<web_sys::Element>()
                .and_then(|chart| {
                    chart
                        .query_selector(&format!("[data-n='{}']", number.get()))
                        .ok()
                        .flatten()
                })
                .and_then(|mark| mark.dyn_into::<web_sys::SvgElement>().ok());
            if let Some(mark) = found {
                // A mark that cannot take focus leaves it where it is.
                let _ = mark.focus();
            }
        })
    };

    // One for all marks of the row: the event says which.
    let onkeydown = {
        let numbers: Vec<SessionNumber> = shown.iter().map(|session| session.number).collect();
        let moving = props.moving.as_ref().map(|moving| moving.number);
        let (emit, focus, press) = (emit.clone(), focus.clone(), press.clone());
        Callback::from(move |event: KeyboardEvent| {
            let Some(number) = number_of(&event).filter(|number| numbers.contains(number)) else {
                return;
            };
            if event.ctrl_key() || event.meta_key() {
                return;
            }
            let is_moving = moving == Some(number);
            let days = if event.shift_key() { 1 } else { 7 };
            let moves = event.alt_key() || is_moving;
            let position = numbers
                .iter()
                .position(|other| *other == number)
                .unwrap_or(0);
            let walk = |to: Option<&SessionNumber>| {
                if let Some(to) = to {
                    focus.emit(*to);
                }
            };
            match event.key().as_str() {
                "ArrowLeft" if moves => emit.emit(RowEvent::Step(number, -days)),
                "ArrowRight" if moves => emit.emit(RowEvent::Step(number, days)),
                "ArrowLeft" => walk(
                    position
                        .checked_sub(1)
                        .and_then(|before| numbers.get(before)),
                ),
                "ArrowRight" => walk(numbers.get(position + 1)),
                "Home" => walk(numbers.first()),
                "End" => walk(numbers.last()),
                "Enter" | " " => emit.emit(RowEvent::Enter(number)),
                "Escape" if is_moving => {
                    *press.borrow_mut() = None;
                    emit.emit(RowEvent::Cancel);
                }
                "p" | "P" => emit.emit(RowEvent::Pin(number)),
                _ => return,
            }
            event.prevent_default();
            event.stop_propagation();
        })
    };

    // The edge and the width of the chart, in pixels.
    let measure = {
        let chart = chart.clone();
        move || {
            let chart = chart.cast::<web_sys::Element>()?;
            let rect = chart.get_bounding_client_rect();
            Some((chart, rect.left(), rect.width()))
        }
    };
    let onpointerdown = {
        let marks: Vec<(SessionNumber, f64)> = shown
            .iter()
            .map(|session| (session.number, scale.fraction(place(session))))
            .collect();
        let (measure, press, focus, is_done) = (
            measure.clone(),
            press.clone(),
            focus.clone(),
            is_done.clone(),
        );
        Callback::from(move |event: PointerEvent| {
            let Some((chart, left, width)) = measure().filter(|_| event.button() == 0) else {
                return;
            };
            let x = f64::from(event.client_x()) - left;
            let found = marks
                .iter()
                .map(|(number, fraction)| (*number, x - fraction * width))
                .min_by(|(_, one), (_, other)| one.abs().total_cmp(&other.abs()))
                .filter(|(_, grip)| grip.abs() <= REACH);
            if let Some((number, grip)) = found {
                focus.emit(number);
                is_done.replace(false);
                // Without capture the drag ends where the pointer leaves the row.
                let _ = chart.set_pointer_capture(event.pointer_id());
                *press.borrow_mut() = Some(Press {
                    pointer: event.pointer_id(),
                    number,
                    start: x,
                    grip,
                    is_drag: false,
                });
            }
        })
    };
    // Focus is on the mark already; the ground beside it would take it away.
    let onmousedown = {
        let press = press.clone();
        Callback::from(move |event: MouseEvent| {
            if press.borrow().is_some() {
                event.prevent_default();
            }
        })
    };
    let onpointermove = {
        let (press, emit, row, measure) =
            (press.clone(), emit.clone(), row.clone(), measure.clone());
        let now = props.moving.as_ref().map(|moving| moving.to);
        Callback::from(move |event: PointerEvent| {
            let mut pressed = press.borrow_mut();
            let (Some(press), Some((_, left, width))) = (pressed.as_mut(), measure()) else {
                return;
            };
            let x = f64::from(event.client_x()) - left;
            let can_move = row.session(press.number).is_some_and(SessionView::can_move);
            if press.pointer != event.pointer_id() || !can_move {
                return;
            }
            if !press.is_drag && (x - press.start).abs() < DRAG_FROM {
                return;
            }
            press.is_drag = true;
            let day = scale
                .day_at(x - press.grip, width)
                .clamp(range.first, range.last);
            let to = match row.half_day {
                Some(half_day) if !event.shift_key() => nearest(day, half_day.workday),
                _ => day,
            };
            if now != Some(to) {
                let number = press.number;
                // The screen may draw the row again at once, which borrows the press.
                drop(pressed);
                emit.emit(RowEvent::Drag(number, to));
            }
        })
    };
    let onpointerup = {
        let (press, emit, is_done) = (press.clone(), emit.clone(), is_done.clone());
        Callback::from(move |event: PointerEvent| {
            let taken = press.borrow_mut().take();
            match taken {
                Some(press) if press.is_drag && is_outside(&event) => emit.emit(RowEvent::Cancel),
                Some(press) if press.is_drag => emit.emit(RowEvent::Place),
                Some(press) => {
                    is_done.replace(true);
                    emit.emit(RowEvent::Choose(press.number));
                }
                None => {}
            }
        })
    };
    // A screen reader, a voice or a switch clicks without a pointer.
    let onmark = {
        let (emit, is_done) = (emit.clone(), is_done.clone());
        Callback::from(move |event: MouseEvent| {
            if let Some(number) = number_of(&event).filter(|_| !is_done.replace(false)) {
                emit.emit(RowEvent::Enter(number));
            }
        })
    };
    let onpointercancel = {
        let (press, emit) = (press.clone(), emit.clone());
        Callback::from(move |_: PointerEvent| {
            let taken = press.borrow_mut().take();
            if taken.is_some_and(|press| press.is_drag) {
                emit.emit(RowEvent::Cancel);
            }
        })
    };

    let onclick = emit.reform(move |_: MouseEvent| RowEvent::Group);
    let selected = props.is_selected.then_some("sel");
    let windows: Vec<_> = row
        .sessions
        .iter()
        .map(|session| (&session.window, window_look(props, session)))
        .collect();
    let height = ROW_HEIGHT.to_string();
    let name = [
        Some(lang.roster_row(row.id.as_str(), &lang.month_range(range), shown.len())),
        earlier
            .as_deref()
            .map(|numbers| lang.months_before(numbers)),
        later.as_deref().map(|numbers| lang.months_after(numbers)),
    ];
    let name: Vec<String> = name.into_iter().flatten().collect();
    let why = |number: SessionNumber| {
        let known = props.why.iter().find(|(known, _)| *known == number);
        known.map_or("", |(_, text)| text)
    };
    html! {
        <div class="yline" data-row={props.position.to_string()}>
            <div class={classes!("yr", selected)}>
                <b>
                    <button type="button" class="rowbtn" aria-pressed={props.is_selected.to_string()} {onclick}>{ row.id.as_str() }</button>
                </b>
                <span class="pairs">{ lang.roster_when(row.half_day, row.start, row.families) }</span>
                <span>{ row.tightest.map(|(number, free)| lang.roster_tightest(free, number.get())) }</span>
                <span class="nx">{ row.next.map(|(number, date)| lang.roster_next(number.get(), &lang.day(date, Some(range.first)))) }</span>
            </div>
            <div class={classes!("yc", selected)}>
                if is_drawn {
                <svg class={classes!("ch", "yrow", props.moving.is_some().then_some("busy"))} {height} ref={chart} role={if shown.is_empty() { "img" } else { "listbox" }}
                    aria-label={name.join(". ")} aria-orientation={(!shown.is_empty()).then_some("horizontal")}
                    {onkeydown} onclick={onmark} {onpointerdown} {onmousedown} {onpointermove} {onpointerup} {onpointercancel}>
                    <g aria-hidden="true">
                        { props.backdrop.draw(scale, "100%") }
                        { window_bars(scale, &windows, TRACK_Y, ROW_HEIGHT) }
                        { for ghosts(props) }
                        if let Some(numbers) = earlier { <text class="lab beyond" x="0%" y="100%" dy="-3">{ format!("‹ {numbers}") }</text> }
                        if let Some(numbers) = later { <text class="lab beyond end" x="100%" y="100%" dy="-3">{ format!("{numbers} ›") }</text> }
                    </g>
                    // A list of its own, all of it with keys: a mark that moves keeps its element, and so the focus.
                    <g>{ for shown.iter().map(|session| {
                        let number = session.number;
                        let is_selected = props.session == Some(number);
                        let is_moving = is_moving(props, session);
                        let look = if is_moving { session.look.moving() } else { session.look };
                        let classes = classes!(mark_classes(look), is_moving.then_some("moving"));
                        html! {
                            <svg key={number.get()} role="none" class={classes} x={scale.middle_of(place(session))} y={MARK_Y.to_string()} overflow="visible">
                                <g role="option" class="hold" data-n={number.get().to_string()} data-mark={format!("{}/{}", row.id, number)}
                                    tabindex={if tab_stop == Some(number) { "0" } else { "-1" }}
                                    aria-selected={is_selected.to_string()} aria-label={session.words(lang, row.id.as_str(), row.start, why(number))}>
                                    { mark_stem(TRACK_Y - MARK_Y) }
                                    <circle class="hit" r="17.5" />
                                    { mark_shapes(look, is_selected || is_moving, TRACK_Y - MARK_Y) }
                                </g>
                            </svg>
                        }
                    }) }</g>
                    <g aria-hidden="true">{ for shown.iter().filter(|session| !is_moving(props, session)).filter_map(|session| {
                        let severity = session.severity?;
                        Some(html! {
                            <svg class="m over" x={scale.middle_of(place(session))} y={MARK_Y.to_string()} overflow="visible">{ badge(severity) }</svg>
                        })
                    }) }</g>
                </svg>
                }
            </div>
        </div>
    }
}

/// What stands at the edge of the chart for bijeenkomsten beyond it, such as `B1–B3`; nothing when there are none.
fn numbers_of<'a>(beyond: impl Iterator<Item = &'a SessionView>) -> Option<String> {
    let numbers: Vec<SessionNumber> = beyond.map(|session| session.number).collect();
    match numbers.as_slice() {
        [] => None,
        [only] => Some(format!("B{}", only.get())),
        [first, .., last] => Some(format!("B{}–B{}", first.get(), last.get())),
    }
}

/// The bijeenkomst whose mark an event is of.
fn number_of(event: &web_sys::Event) -> Option<SessionNumber> {
    let target = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    let mark = target.closest("[data-n]").ok().flatten()?;
    SessionNumber::new(mark.get_attribute("data-n")?.parse().ok()?)
}

fn is_moving(props: &RowProps, session: &SessionView) -> bool {
    props
        .moving
        .as_ref()
        .is_some_and(|moving| moving.number == session.number)
}

fn window_look(props: &RowProps, session: &SessionView) -> WindowLook {
    if is_moving(props, session) {
        WindowLook::Strong
    } else if props.moving.is_some() {
        WindowLook::Faint
    } else if props
        .row
        .tightest
        .is_some_and(|(number, _)| number == session.number)
    {
        WindowLook::Tight
    } else {
        WindowLook::Plain
    }
}

/// While moving: the days that fit, and where the bijeenkomst came from.
fn ghosts(props: &RowProps) -> Vec<Html> {
    let Some(moving) = &props.moving else {
        return Vec::new();
    };
    let ghost = |date: Date, r: &'static str| {
        html! { <circle class="ghost" cx={props.scale.middle_of(date)} cy={MARK_Y.to_string()} {r} /> }
    };
    let from = props
        .row
        .session(moving.number)
        .and_then(|session| session.date);
    let is_elsewhere = |date: &Date| *date != moving.to && props.scale.range().contains(*date);
    let candidates = moving
        .candidates
        .iter()
        .copied()
        .filter(|date| is_elsewhere(date) && Some(*date) != from);
    candidates
        .map(|date| ghost(date, "4"))
        .chain(from.filter(is_elsewhere).map(|date| ghost(date, "9")))
        .collect()
}
