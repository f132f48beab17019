//! Long lists of which only the rows near the part of the page that shows are drawn. The row that has focus
//! stays, wherever the page scrolls, so that the keyboard never falls out of the list.
//!
//! The element of `place` holds the rows and nothing else (a `<tbody>`, for example); every row that is drawn
//! carries its position as `data-row`. A table says with `aria-rowcount` and `aria-rowindex` how long it really
//! is: see [`Rows::row_count`] and [`Rows::row_index`]. Rows should be about equally high.

use gloo::events::{EventListener, EventListenerOptions};
use std::cell::{Cell, RefCell};
use std::ops::Range;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// Lists of more rows than this are drawn in part.
const MANY: usize = 60;
/// So many are drawn of a long list before it is known what shows.
const AT_FIRST: usize = 24;
/// How many rows above and below those that show are drawn, so that Tab always finds the next one, and a turn
/// of the wheel finds rows that are drawn.
const MARGIN: usize = 6;
/// The window moves in steps of so many rows: few, so that no frame waits for many of them.
const STEP: usize = 2;

/// A piece of the list, from its start to its end.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    /// Room for rows that are not drawn, so many pixels high.
    Gap(u32),
    /// Rows that are drawn.
    Rows(Range<usize>),
}

/// What is drawn of a list of so many rows.
#[derive(Clone)]
pub struct Rows {
    count: usize,
    pieces: Vec<Piece>,
    wish: UseStateHandle<Wish>,
}

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
    /// A row that is drawn as well: it has focus.
    held: Option<usize>,
    /// The height of a row in hundredths of a pixel.
    height: u32,
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
        let empty = |key: String, height: u32| {
            html! {
                <tr {key} class="gap" aria-hidden="true"><td colspan={columns.to_string()}>{ gap(height) }</td></tr>
            }
        };
        self.flat(empty, |position| Some(row(position)))
    }

    /// The rows of a list that is no table; `empty` draws a gap with its key and height, `row` the row at a
    /// position with a key of its own.
    pub fn flat(
        &self,
        empty: impl Fn(String, u32) -> Html,
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
pub fn gap(height: u32) -> Html {
    html! { <svg width="1" height={height.to_string()} aria-hidden="true" /> }
}

/// What is to be drawn of a list of `count` rows in `place`; `usual_height` is about that of a row in pixels,
/// until one was measured.
#[hook]
pub fn use_rows(place: &NodeRef, count: usize, usual_height: u32) -> Rows {
    let view = use_state_eq(|| View {
        shown: 0..AT_FIRST,
        held: None,
        height: usual_height * 100,
    });
    let wish = use_state_eq(Wish::default);
    let focused = use_mut_ref(|| None::<usize>);
    // Measured once for a width: other rows that come into view must not change where they themselves are.
    let measured = use_mut_ref(|| None::<f64>);
    // Paper wants all rows, as long as it is printed.
    let printing = use_memo((), |()| Cell::new(false));
    let look = {
        let (place, view, focused) = (place.clone(), view.setter(), focused.clone());
        let measured = measured.clone();
        let printing = printing.clone();
        move || {
            if printing.get() {
                return;
            }
            let mut height = *measured.borrow();
            let row = *focused.borrow();
            let seen = look_at(&place, count, &mut height, usual_height, row);
            *measured.borrow_mut() = height;
            if let Some(seen) = seen {
                view.set(seen);
            }
        }
    };
    {
        // What stands above the list can push it down at every drawing.
        let look = look.clone();
        use_effect(move || {
            if count > MANY {
                look();
            }
        });
    }
    {
        let (place, view) = (place.clone(), view.setter());
        use_effect_with((count, place.clone()), move |_| {
            let again = move || {
                measured.take();
            };
            let listeners =
                (count > MANY).then(|| listen(&place, look, again, view, count, focused, printing));
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
            if let Some(element) = found {
                // It scrolls into view by that; an element that cannot take focus leaves it where it is.
                let _ = element.focus();
            }
        });
    }
    let wished = (wish.asked > 0).then_some(wish.row);
    Rows {
        count,
        pieces: pieces(count, &view, wished),
        wish,
    }
}

/// Everything after which other rows may show: scrolling, another width, focus, and printing, which wants all.
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
                height: 100,
            });
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
fn position_of(element: &web_sys::Element) -> Option<usize> {
    let row = element.closest("[data-row]").ok().flatten()?;
    row.get_attribute("data-row")?.parse().ok()
}

/// What shows of the list now; `None` when it is not on the page.
fn look_at(
    place: &NodeRef,
    count: usize,
    height: &mut Option<f64>,
    usual_height: u32,
    focused: Option<usize>,
) -> Option<View> {
    let place = place.cast::<web_sys::Element>()?;
    let screen = web_sys::window()?.inner_height().ok()?.as_f64()?;
    let measured = match *height {
        Some(height) => height,
        None => match row_height(&place) {
            Some(found) => *height.insert(found),
            None => f64::from(usual_height),
        },
    };
    let top = -place.get_bounding_client_rect().top();
    // A row that lost focus to something outside need not stay.
    let root = place.get_root_node().dyn_into::<web_sys::ShadowRoot>().ok();
    let has_focus = root
        .and_then(|root| root.active_element())
        .is_some_and(|active| place.contains(Some(&active)));
    let shown = rows_between(top / measured, (top + screen) / measured, count);
    Some(View {
        held: focused.filter(|row| has_focus && !shown.contains(row)),
        shown,
        // No row is so high that this overflows.
        height: (measured * 100.0).round() as u32,
    })
}

/// The height of a row on average; `None` while none is drawn.
fn row_height(place: &web_sys::Element) -> Option<f64> {
    let rows = place.query_selector_all("[data-row]").ok()?;
    let heights = (0..rows.length()).filter_map(|index| {
        let row = rows.item(index)?.dyn_into::<web_sys::Element>().ok()?;
        Some(row.get_bounding_client_rect().height())
    });
    let height = heights.sum::<f64>() / f64::from(rows.length());
    (height >= 1.0).then_some(height)
}

/// The rows from one position to another with a margin around them, in steps.
fn rows_between(first: f64, last: f64, count: usize) -> Range<usize> {
    // Negative numbers become 0.
    let first = (first.floor() as usize).saturating_sub(MARGIN) / STEP * STEP;
    let last = (last.ceil().max(0.0) as usize + MARGIN).div_ceil(STEP) * STEP;
    let last = last.min(count);
    first.min(last.saturating_sub(AT_FIRST))..last
}

/// What is drawn, with the room between: the rows that show, the one with focus, and the one that is to get it.
fn pieces(count: usize, view: &View, wished: Option<usize>) -> Vec<Piece> {
    if count <= MANY {
        return vec![Piece::Rows(0..count)];
    }
    let shown = view.shown.start.min(count)..view.shown.end.min(count);
    let mut drawn = vec![shown.clone()];
    for row in [view.held, wished].into_iter().flatten() {
        let is_drawn = drawn.iter().any(|range| range.contains(&row));
        if row < count && !is_drawn {
            drawn.push(row..row + 1);
        }
    }
    drawn.sort_by_key(|range| range.start);
    let gap = |rows: usize| {
        let pixels = rows as u64 * u64::from(view.height) / 100;
        (rows > 0).then(|| Piece::Gap(u32::try_from(pixels).unwrap_or(u32::MAX)))
    };
    let mut pieces = Vec::new();
    let mut at = 0;
    for range in drawn {
        pieces.extend(gap(range.start.saturating_sub(at)));
        at = range.end;
        pieces.push(Piece::Rows(range));
    }
    pieces.extend(gap(count.saturating_sub(at)));
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(shown: Range<usize>, held: Option<usize>) -> View {
        View {
            shown,
            held,
            height: 4_050,
        }
    }

    #[test]
    fn a_short_list_is_drawn_whole() {
        assert_eq!(pieces(60, &view(0..10, None), None), [Piece::Rows(0..60)]);
    }

    #[test]
    fn all_rows_have_room_whatever_is_drawn() {
        for (shown, held, wished) in [
            (0..60, None, None),
            (100..160, Some(3), None),
            (100..160, Some(161), Some(990)),
            (940..1000, Some(939), Some(120)),
            (400..460, None, Some(1_200)),
        ] {
            let pieces = pieces(1_000, &view(shown, held), wished);
            let rows: usize = pieces
                .iter()
                .map(|piece| match piece {
                    Piece::Gap(height) => (f64::from(*height) / 40.5).round() as usize,
                    Piece::Rows(rows) => rows.len(),
                })
                .sum();
            assert_eq!(rows, 1_000);
        }
    }

    #[test]
    fn the_row_with_focus_stays_in_its_place() {
        assert_eq!(
            pieces(1_000, &view(100..160, Some(3)), None),
            [
                Piece::Gap(121),
                Piece::Rows(3..4),
                Piece::Gap(3_888),
                Piece::Rows(100..160),
                Piece::Gap(34_020),
            ]
        );
    }

    #[test]
    fn the_window_has_a_margin_and_moves_in_steps() {
        assert_eq!(rows_between(-30.0, 12.4, 1_000), 0..20);
        assert_eq!(rows_between(200.0, 222.0, 1_000), 194..228);
        assert_eq!(rows_between(201.0, 222.0, 1_000), 194..228);
        assert_eq!(rows_between(980.0, 1_002.0, 1_000), 974..1000);
        // Above and below the screen there is still a row to go to.
        assert_eq!(rows_between(-500.0, -400.0, 1_000), 0..6);
        assert_eq!(rows_between(5_000.0, 5_030.0, 1_000), 976..1000);
    }
}
