//! The charts of a long list, drawn a few at a time: where many rows come into view together they have their
//! labels at once and most of their charts a moment later, so that no frame waits for many of them.

use gloo::timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use yew::prelude::*;

/// So many charts are drawn at a time.
const AT_A_TIME: usize = 2;
/// The time between, in milliseconds: less than a frame.
const BETWEEN: u32 = 8;

/// So many are drawn with their rows in the time of a frame: who scrolls along the list meets no row without.
const WITH_ROWS: usize = 3;
/// About the time of a frame, in milliseconds.
const FRAME: f64 = 14.0;

/// A row that waits for its chart.
struct Waiting {
    setter: UseStateSetter<bool>,
    /// Whether the row is gone by now.
    is_gone: Rc<Cell<bool>>,
}

#[derive(Default)]
struct Queue {
    waiting: VecDeque<Waiting>,
    timer: Option<Timeout>,
    /// How many were drawn with their rows since this time.
    with_rows: usize,
    since: f64,
}

impl Queue {
    /// Whether another chart can be drawn with its row.
    fn has_room(&mut self) -> bool {
        let now = js_sys::Date::now();
        if now - self.since >= FRAME {
            self.since = now;
            self.with_rows = 0;
        }
        self.with_rows += 1;
        self.with_rows <= WITH_ROWS
    }
}

thread_local! {
    // Shared by all planners of a page, as the frames are.
    static QUEUE: RefCell<Queue> = RefCell::default();
}

/// Whether the chart of this row is drawn by now.
#[hook]
pub fn use_chart(at_once: bool) -> bool {
    let is_drawn = use_state_eq(|| at_once || QUEUE.with_borrow_mut(Queue::has_room));
    let waits = !*is_drawn;
    {
        let setter = is_drawn.setter();
        use_effect_with((), move |()| {
            let is_gone = Rc::new(Cell::new(false));
            if waits {
                let is_gone = is_gone.clone();
                QUEUE.with_borrow_mut(|queue| queue.waiting.push_back(Waiting { setter, is_gone }));
                soon();
            }
            move || is_gone.set(true)
        });
    }
    *is_drawn
}

fn soon() {
    QUEUE.with_borrow_mut(|queue| {
        if queue.timer.is_none() && !queue.waiting.is_empty() {
            queue.timer = Some(Timeout::new(BETWEEN, next));
        }
    });
}

fn next() {
    let some: Vec<UseStateSetter<bool>> = QUEUE.with_borrow_mut(|queue| {
        queue.timer = None;
        // Rows that were scrolled by keep none waiting that shows.
        queue.waiting.retain(|row| !row.is_gone.get());
        let count = AT_A_TIME.min(queue.waiting.len());
        let some = queue.waiting.drain(..count);
        some.map(|row| row.setter).collect()
    });
    for setter in some {
        setter.set(true);
    }
    soon();
}
