//! The charts of a long list, drawn a few in each frame: where many rows come into view together they have their
//! labels at once and most of their charts a moment later, so that no frame waits for many of them.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use yew::prelude::*;

/// So many are drawn in a frame, with their rows as far as they go: who scrolls along the list meets no row without.
const IN_A_FRAME: usize = 4;
/// So many where frames take longer than [`LONG_FRAME`]: as many as a turn of the wheel brings.
const IN_A_LONG_FRAME: usize = 2;
/// In milliseconds.
const LONG_FRAME: f64 = 25.0;

/// A row that waits for its chart.
struct Waiting {
    setter: UseStateSetter<bool>,
    /// Whether the row is gone by now.
    is_gone: Rc<Cell<bool>>,
}

#[derive(Default)]
struct Queue {
    waiting: VecDeque<Waiting>,
    /// Whether the next frame is asked for.
    is_asked: bool,
    /// How many were drawn since the last frame, and when that was.
    drawn: usize,
    last: f64,
    is_slow: bool,
}

impl Queue {
    fn left(&self) -> usize {
        let most = if self.is_slow {
            IN_A_LONG_FRAME
        } else {
            IN_A_FRAME
        };
        most.saturating_sub(self.drawn)
    }

    /// Whether another chart can be drawn with its row.
    fn has_room(&mut self) -> bool {
        self.ask();
        let has_room = self.left() > 0;
        self.drawn += usize::from(has_room);
        has_room
    }

    fn ask(&mut self) {
        if !self.is_asked
            && let Some(window) = web_sys::window()
        {
            let frame = Closure::once_into_js(frame);
            let asked = window.request_animation_frame(frame.unchecked_ref());
            self.is_asked = asked.is_ok();
        }
    }

    /// What a frame begins with: those that wait and have room, and rows that were scrolled by no longer wait.
    fn next(&mut self, now: f64) -> Vec<UseStateSetter<bool>> {
        self.is_asked = false;
        // What was long ago says nothing of the frames of now.
        let time = now - self.last;
        self.is_slow = time > LONG_FRAME && time < 10.0 * LONG_FRAME;
        self.last = now;
        self.waiting.retain(|row| !row.is_gone.get());
        let count = self.left().min(self.waiting.len());
        let some = self.waiting.drain(..count);
        let some = some.map(|row| row.setter).collect();
        self.drawn = 0;
        if !self.waiting.is_empty() {
            self.ask();
        }
        some
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
                QUEUE.with_borrow_mut(|queue| {
                    queue.waiting.push_back(Waiting { setter, is_gone });
                    queue.ask();
                });
            }
            move || is_gone.set(true)
        });
    }
    *is_drawn
}

fn frame(now: f64) {
    let some = QUEUE.with_borrow_mut(|queue| queue.next(now));
    for setter in some {
        setter.set(true);
    }
}
