//! Long lists of which only the rows near the part of the page that shows are drawn. The row that has focus
//! stays, wherever the page scrolls, so that the keyboard never falls out of the list.
//!
//! The element of `place` holds the rows and nothing else (a `<tbody>`, for example); every row that is drawn
//! carries its position as `data-row`. A table says with `aria-rowcount` and `aria-rowindex` how long it really
//! is: see [`Rows::row_count`] and [`Rows::row_index`]. Rows should be equally high, and so should the headings among
//! them, which carry `data-heading` as well: where a height is not what it is taken for, the page grows and shrinks
//! while it scrolls, and no frame has the same work as the next.

use super::settle::draw_now;
use super::typed::enter;
use crate::state::Same;
use gloo::events::{EventListener, EventListenerOptions};
use std::cell::{Cell, RefCell};
use std::fmt;
use std::ops::Range;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// Lists of more rows than fit in so many pixels are drawn in part.
const LONG: u32 = 2_400;
/// So many pixels of a long list are drawn before it is known what shows.
const AT_FIRST: u32 = 960;
/// How many rows above and below those that show are drawn, so that Tab always finds the next one, and a turn
/// of the wheel finds rows that are drawn.
const MARGIN: usize = 6;

/// A piece of the list, from its start to its end.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    /// Room for rows that are not drawn.
    Gap(Room),
    /// Rows that are drawn.
    Rows(Range<usize>),
}

/// A height in 64ths of a pixel, in which browsers lay out: rows and the room for them add up to the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Room(u64);

impl Room {
    /// No row is so high that this overflows.
    fn of(pixels: f64) -> Self {
        Self((pixels * 64.0).round() as u64)
    }

    fn pixels(self) -> f64 {
        self.0 as f64 / 64.0
    }
}

impl fmt::Display for Room {
    /// In pixels. Whole numbers are written with little code, and the first view of a plan has no other floats.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}.{:06}", self.0 / 64, self.0 % 64 * 15_625)
    }
}

/// How high rows and headings are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Heights {
    row: Room,
    heading: Room,
}

/// A list of rows, some of them headings.
#[derive(Clone, Copy)]
struct List<'a> {
    count: usize,
    /// The positions of the headings, in order.
    headings: &'a [usize],
    heights: Heights,
    /// About the height of a row in pixels.
    usual_height: u32,
}

impl List<'_> {
    /// Where the row at a position begins.
    fn start_of(&self, position: usize) -> Room {
        let headings = self.headings.partition_point(|heading| *heading < position);
        let rows = position.saturating_sub(headings);
        Room(rows as u64 * self.heights.row.0 + headings as u64 * self.heights.heading.0)
    }

    /// How many rows begin before so many pixels from the start of the list.
    fn begun_at(&self, pixels: f64) -> usize {
        let (mut least, mut most) = (0, self.count);
        while least < most {
            let middle = least.midpoint(most);
            if self.start_of(middle).pixels() < pixels {
                least = middle + 1;
            } else {
                most = middle;
            }
        }
        least
    }
}

/// How many rows of about this height there are in so many pixels.
fn rows_in(pixels: u32, usual_height: u32) -> usize {
    (pixels / usual_height.max(1)) as usize
}

/// Whether a list of so many rows is drawn in part.
fn is_long(count: usize, usual_height: u32) -> bool {
    count > rows_in(LONG, usual_height)
}

/// What is drawn of a list of so many rows.
#[derive(Clone)]
pub struct Rows {
    count: usize,
    pieces: Vec<Piece>,
    wish: UseStateHandle<Wish>,
}

/// The class of a row that stands for rows that are not drawn.
pub const GAP: &str = "gap";

/// The row that is to take focus after the next drawing: how often one was asked for, which row, and what
/// in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Wish {
    asked: u32,
    row: usize,
    selector: &'static str,
}

/// What shows, and what was measured.
#[derive(Clone, Debug, PartialEq, Eq)]
struct View {
    shown: Range<usize>,
    /// A row that is drawn as well, with its neighbours: it has focus.
    held: Option<usize>,
    heights: Heights,
}

impl Rows {
    /// For `aria-rowcount`, with so many rows of headings above.
    pub fn row_count(&self, headings: usize) -> String {
        (self.count + headings).to_string()
    }

    /// For `aria-rowindex` of the row at this position, with so many rows of headings above.
    pub fn row_index(position: usize, headings: usize) -> String {
        (position + headings + 1).to_string()
    }

    /// The rows of a table body of so many columns; `row` draws the one at a position and gives it a key.
    pub fn body(&self, columns: usize, row: impl Fn(usize) -> Html) -> Html {
        let empty = |key: String, height: Room| {
            html! {
                <tr {key} class={GAP} aria-hidden="true"><td colspan={columns.to_string()}>{ gap(height) }</td></tr>
            }
        };
        self.flat(empty, |position| Some(row(position)))
    }

    /// The rows of a list that is no table; `empty` draws a gap with its key and height, `row` the row at a
    /// position with a key of its own.
    pub fn flat(
        &self,
        empty: impl Fn(String, Room) -> Html,
        row: impl Fn(usize) -> Option<Html>,
    ) -> Html {
        // One flat list in which all have a key: rows that stay are never drawn anew when a gap comes or goes.
        // A gap is named after the row where it begins, so that keys never change their order: an element that is
        // moved in the page would lose focus.
        let mut drawn: Vec<Html> = Vec::new();
        let mut at = 0;
        for piece in &self.pieces {
            match piece {
                Piece::Gap(height) => drawn.push(empty(format!("gap {at}"), *height)),
                Piece::Rows(rows) => {
                    at = rows.end;
                    drawn.extend(rows.clone().filter_map(&row));
                }
            }
        }
        drawn.into_iter().collect()
    }

    /// Draws the row at this position wherever it is, and gives focus to what the selector finds in it.
    pub fn focus(&self, row: usize, selector: &'static str) {
        self.wish.set(Wish {
            asked: self.wish.asked.wrapping_add(1),
            row,
            selector,
        });
    }
}

/// Room for rows that are not drawn; its height is in an attribute, as the content policy asks.
pub fn gap(height: Room) -> Html {
    html! { <svg width="1" height={height.to_string()} aria-hidden="true" /> }
}

/// What is to be drawn of a list of `count` rows in `place`; `usual_height` is about that of a row in pixels,
/// until one was measured.
#[hook]
pub fn use_rows(place: &NodeRef, count: usize, usual_height: u32) -> Rows {
    let none = use_memo((), |()| Vec::new());
    use_rows_under_headings(place, count, &none, usual_height)
}

/// The same for a list in which the rows at these positions, in order, are headings; the same object as long as
/// they are.
#[hook]
pub fn use_rows_under_headings(
    place: &NodeRef,
    count: usize,
    headings: &Rc<Vec<usize>>,
    usual_height: u32,
) -> Rows {
    let usual = Room::of(usual_height.into());
    let usual = Heights {
        row: usual,
        heading: usual,
    };
    let view = use_state_eq(|| View {
        shown: 0..rows_in(AT_FIRST, usual_height),
        held: None,
        heights: usual,
    });
    let is_long = is_long(count, usual_height);
    let wish = use_state_eq(Wish::default);
    let focused = use_mut_ref(|| None::<usize>);
    // Measured once for a width: other rows that come into view must not change where they themselves are.
    let measured = use_mut_ref(|| None::<Heights>);
    // Paper wants all rows, as long as it is printed.
    let printing = use_memo((), |()| Cell::new(false));
    let look = {
        let (place, view, focused) = (place.clone(), view.setter(), focused.clone());
        let measured = measured.clone();
        let printing = printing.clone();
        let headings = headings.clone();
        move || {
            if printing.get() {
                return;
            }
            let Some(place) = place.cast::<web_sys::Element>() else {
                return;
            };
            let known = *measured.borrow();
            let known = known.or_else(|| measure(&place, usual));
            *measured.borrow_mut() = known;
            let list = List {
                count,
                headings: &headings,
                heights: known.unwrap_or(usual),
                usual_height,
            };
            let row = *focused.borrow();
            if let Some(seen) = look_at(&place, list, row) {
                view.set(seen);
            }
        }
    };
    {
        // What stands above the list can push it down at every drawing.
        let look = look.clone();
        use_effect(move || {
            if is_long {
                look();
            }
        });
    }
    {
        let (place, view) = (place.clone(), view.setter());
        let basis = (count, Same(headings.clone()), place.clone());
        use_effect_with(basis, move |_| {
            let again = move || {
                measured.take();
            };
            let listeners =
                is_long.then(|| listen(&place, look, again, view, count, focused, printing));
            move || drop(listeners)
        });
    }
    {
        let place = place.clone();
        use_effect_with(*wish, move |wish| {
            let selector = format!("[data-row='{}'] {}", wish.row, wish.selector);
            let found = place
                .cast::<web_sys::Element>()
                .filter(|_| wish.asked > 0)
                .and_then(|place| place.query_selector(&selector).ok().flatten())
                .and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
            // It scrolls into view by that.
            match found.map(JsCast::dyn_into::<web_sys::HtmlInputElement>) {
                Some(Ok(field)) => enter(&field),
                // An element that cannot take focus leaves it where it is.
                Some(Err(element)) => drop(element.focus()),
                None => {}
            }
        });
    }
    let wished = (wish.asked > 0).then_some(wish.row);
    let list = List {
        count,
        headings,
        heights: view.heights,
        usual_height,
    };
    Rows {
        count,
        pieces: pieces(list, &view, wished),
        wish,
    }
}

/// Everything after which other rows may show: scrolling, another width, focus, and printing, which wants all at
/// once.
fn listen(
    place: &NodeRef,
    look: impl Fn() + Clone + 'static,
    measure_again: impl Fn() + 'static,
    view: UseStateSetter<View>,
    count: usize,
    focused: Rc<RefCell<Option<usize>>>,
    printing: Rc<Cell<bool>>,
) -> Vec<EventListener> {
    // Any box around the planner may be the one that scrolls, and any inside its shadow root as well.
    let options = EventListenerOptions {
        passive: true,
        ..EventListenerOptions::run_in_capture_phase()
    };
    let mut listeners = Vec::new();
    let again = |target: &web_sys::EventTarget, event: &'static str| {
        let look = look.clone();
        EventListener::new_with_options(target, event, options, move |_| look())
    };
    if let Some(window) = web_sys::window() {
        listeners.push(again(&window, "scroll"));
        {
            let (look, printing) = (look.clone(), printing.clone());
            listeners.push(EventListener::new(&window, "afterprint", move |_| {
                printing.set(false);
                look();
            }));
        }
        let look = look.clone();
        listeners.push(EventListener::new(&window, "resize", move |_| {
            measure_again();
            look();
        }));
        listeners.push(EventListener::new(&window, "beforeprint", move |_| {
            printing.set(true);
            view.set(View {
                shown: 0..count,
                held: None,
                // Nothing is left out.
                heights: Heights::default(),
            });
            draw_now();
        }));
    }
    if let Some(place) = place.cast::<web_sys::Element>() {
        listeners.push(again(&place.get_root_node(), "scroll"));
        listeners.push(EventListener::new(&place, "focusin", move |event| {
            let target = event
                .target()
                .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
            *focused.borrow_mut() = target.as_ref().and_then(position_of);
        }));
    }
    listeners
}

/// The position of the row that an element is in.
pub fn position_of(element: &web_sys::Element) -> Option<usize> {
    let row = element.closest("[data-row]").ok().flatten()?;
    row.get_attribute("data-row")?.parse().ok()
}

/// What shows of the list now.
fn look_at(place: &web_sys::Element, list: List<'_>, focused: Option<usize>) -> Option<View> {
    let screen = web_sys::window()?.inner_height().ok()?.as_f64()?;
    let top = -place.get_bounding_client_rect().top();
    // A row that lost focus to something outside need not stay.
    let root = place.get_root_node().dyn_into::<web_sys::ShadowRoot>().ok();
    let has_focus = root
        .and_then(|root| root.active_element())
        .is_some_and(|active| place.contains(Some(&active)));
    // The row that begins before the top of the screen still shows.
    let first = list.begun_at(top).saturating_sub(1);
    let shown = with_margin(first..list.begun_at(top + screen), &list);
    Some(View {
        held: focused.filter(|row| {
            let beside = beside(*row, list.count);
            has_focus && !(shown.start <= beside.start && beside.end <= shown.end)
        }),
        shown,
        heights: list.heights,
    })
}

/// The heights of what is drawn, on average; `None` while no row is.
fn measure(place: &web_sys::Element, usual: Heights) -> Option<Heights> {
    let height = |selector: &str| {
        let rows = place.query_selector_all(selector).ok()?;
        let heights = (0..rows.length()).filter_map(|index| {
            let row = rows.item(index)?.dyn_into::<web_sys::Element>().ok()?;
            Some(row.get_bounding_client_rect().height())
        });
        let height = heights.sum::<f64>() / f64::from(rows.length());
        (height >= 1.0).then(|| Room::of(height))
    };
    let row = height("[data-row]:not([data-heading])")?;
    let heading = height("[data-heading]").unwrap_or(usual.heading);
    Some(Heights { row, heading })
}

/// The rows that show with a margin around them. They come one by one: in steps no row would come in one frame and
/// many in the next.
fn with_margin(shown: Range<usize>, list: &List<'_>) -> Range<usize> {
    let first = shown.start.saturating_sub(MARGIN);
    let last = (shown.end + MARGIN).min(list.count);
    first.min(last.saturating_sub(rows_in(AT_FIRST, list.usual_height)))..last
}

/// A row with those above and below it: whoever types goes to them, and what is typed next must find them there.
fn beside(row: usize, count: usize) -> Range<usize> {
    let row = row.min(count);
    row.saturating_sub(1)..(row + 2).min(count)
}

/// What is drawn, with the room between: the rows that show, the one with focus and its neighbours, and the one that
/// is to get focus.
fn pieces(list: List<'_>, view: &View, wished: Option<usize>) -> Vec<Piece> {
    let count = list.count;
    if !is_long(count, list.usual_height) {
        return vec![Piece::Rows(0..count)];
    }
    let shown = view.shown.start.min(count)..view.shown.end.min(count);
    let mut drawn = vec![shown];
    drawn.extend(view.held.map(|row| beside(row, count)));
    drawn.extend(wished.filter(|row| *row < count).map(|row| row..row + 1));
    drawn.sort_by_key(|range| range.start);
    drawn.dedup_by(|next, range| {
        let is_one = next.start <= range.end;
        if is_one {
            range.end = range.end.max(next.end);
        }
        is_one
    });
    let gap = |rows: Range<usize>| {
        let (start, end) = (list.start_of(rows.start), list.start_of(rows.end));
        (!rows.is_empty()).then(|| Piece::Gap(Room(end.0.saturating_sub(start.0))))
    };
    let mut pieces = Vec::new();
    let mut at = 0;
    for range in drawn {
        pieces.extend(gap(at..range.start));
        at = range.end;
        pieces.push(Piece::Rows(range));
    }
    pieces.extend(gap(at..count));
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEIGHTS: Heights = Heights {
        row: Room(64 * 40 + 32),
        heading: Room(64 * 20),
    };

    fn list(count: usize, headings: &[usize]) -> List<'_> {
        List {
            count,
            headings,
            heights: HEIGHTS,
            usual_height: 40,
        }
    }

    fn view(shown: Range<usize>, held: Option<usize>) -> View {
        View {
            shown,
            held,
            heights: HEIGHTS,
        }
    }

    #[test]
    fn room_is_written_as_it_is() {
        assert_eq!(Room::of(68.1875).to_string(), "68.187500");
        assert_eq!(Room::of(3_888.0).to_string(), "3888.000000");
        assert_eq!(Room::of(0.015_625).to_string(), "0.015625");
    }

    #[test]
    fn a_short_list_is_drawn_whole() {
        assert_eq!(
            pieces(list(60, &[]), &view(0..10, None), None),
            [Piece::Rows(0..60)]
        );
    }

    #[test]
    fn all_rows_have_room_whatever_is_drawn() {
        let headings: Vec<usize> = (0..1_000).step_by(11).collect();
        let list = list(1_000, &headings);
        for (shown, held, wished) in [
            (0..60, None, None),
            (100..160, Some(3), None),
            (100..160, Some(161), Some(990)),
            (940..1000, Some(939), Some(120)),
            (400..460, None, Some(1_200)),
        ] {
            let pieces = pieces(list, &view(shown, held), wished);
            let room = |row: usize| match headings.contains(&row) {
                true => HEIGHTS.heading.0,
                false => HEIGHTS.row.0,
            };
            let whole: u64 = pieces
                .iter()
                .map(|piece| match piece {
                    Piece::Gap(height) => height.0,
                    Piece::Rows(rows) => rows.clone().map(room).sum(),
                })
                .sum();
            assert_eq!(whole, 91 * 64 * 20 + 909 * (64 * 40 + 32));
        }
    }

    #[test]
    fn rows_are_found_where_they_begin() {
        let headings = [0, 3, 6];
        let list = list(8, &headings);
        let starts: Vec<f64> = (0..=8)
            .map(|position| list.start_of(position).pixels())
            .collect();
        assert_eq!(
            starts,
            [0.0, 20.0, 60.5, 101.0, 121.0, 161.5, 202.0, 222.0, 262.5]
        );
        for (pixels, begun) in [(-5.0, 0), (0.0, 0), (0.5, 1), (20.0, 1), (100.9, 3)] {
            assert_eq!(list.begun_at(pixels), begun, "{pixels}");
        }
        assert_eq!(list.begun_at(5_000.0), 8);
    }

    #[test]
    fn the_row_with_focus_stays_in_its_place_between_its_neighbours() {
        let room = |pixels: f64| Piece::Gap(Room::of(pixels));
        let far = |held: usize| pieces(list(1_000, &[]), &view(100..160, Some(held)), None);
        assert_eq!(
            far(3),
            [
                room(81.0),
                Piece::Rows(2..5),
                room(3_847.5),
                Piece::Rows(100..160),
                room(34_020.0),
            ]
        );
        // The first and the last have one neighbour; what borders on the rows that show, is one with them.
        assert_eq!(far(0)[0], Piece::Rows(0..2));
        assert_eq!(far(999)[3], Piece::Rows(998..1_000));
        assert_eq!(far(159)[1], Piece::Rows(100..161));
        assert_eq!(far(98)[1], Piece::Rows(97..160));
    }

    #[test]
    fn the_window_has_a_margin() {
        assert_eq!(with_margin(0..13, &list(1_000, &[])), 0..19);
        assert_eq!(with_margin(0..30, &list(1_000, &[])), 0..36);
        assert_eq!(with_margin(201..222, &list(1_000, &[])), 195..228);
        assert_eq!(with_margin(980..1_000, &list(1_000, &[])), 974..1000);
        // Above and below the screen there is still a row to go to.
        assert_eq!(with_margin(0..0, &list(1_000, &[])), 0..6);
        assert_eq!(with_margin(1_000..1_000, &list(1_000, &[])), 976..1000);
    }
}
