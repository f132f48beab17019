//! The charts of a long list, drawn a few at a time: a row that comes into view has its label at once and its
//! chart a moment later, so that no frame waits for many of them.

use gloo::timers::callback::Timeout;
use std::cell::RefCell;
use std::collections::VecDeque;
use yew::prelude::*;

/// So many charts are drawn at a time.
const AT_A_TIME: usize = 2;
/// The time between, in milliseconds: less than a frame.
const BETWEEN: u32 = 12;

#[derive(Default)]
struct Queue {
    waiting: VecDeque<UseStateSetter<bool>>,
    timer: Option<Timeout>,
}

thread_local! {
    // Shared by all planners of a page, as the frames are.
    static QUEUE: RefCell<Queue> = RefCell::default();
}

/// Whether the chart of this row is drawn by now.
#[hook]
pub fn use_chart(at_once: bool) -> bool {
    let is_drawn = use_state_eq(|| at_once);
    {
        let setter = is_drawn.setter();
        use_effect_with((), move |()| {
            if !at_once {
                QUEUE.with_borrow_mut(|queue| queue.waiting.push_back(setter));
                soon();
            }
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
        let count = AT_A_TIME.min(queue.waiting.len());
        queue.waiting.drain(..count).collect()
    });
    // Setting draws; a row that is gone by now draws nothing.
    for setter in some {
        setter.set(true);
    }
    soon();
}
