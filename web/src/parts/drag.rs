//! What every drag with the pointer shares: the page scrolls where the pointer waits at its edge, and what is let go
//! outside the planner lands nowhere.

use super::scroll::scroll_by;
use gloo::timers::callback::Interval;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};

/// This near to the edge of the window the page scrolls, in pixels.
const EDGE: f64 = 48.0;
/// So far at a time, in pixels, and so often, in milliseconds.
const STEP: f64 = 14.0;
const EVERY: u32 = 24;

/// Scrolls the page while the pointer that drags is at its edge, until it is dropped.
pub struct EdgeScroll {
    y: Rc<Cell<f64>>,
    _timer: Interval,
}

impl EdgeScroll {
    /// While something of this element is dragged; `scrolled` is told of every step.
    pub fn new(element: &Element, scrolled: impl Fn() + 'static) -> Self {
        let y = Rc::new(Cell::new(f64::NAN));
        let (place, element) = (y.clone(), element.clone());
        let timer = Interval::new(EVERY, move || {
            let pixels = step(place.get(), height());
            if pixels != 0.0 && scroll_by(&element, pixels) {
                scrolled();
            }
        });
        Self { y, _timer: timer }
    }

    /// The pointer is so many pixels below the top of the window.
    pub fn at(&self, y: i32) {
        self.y.set(f64::from(y));
    }
}

/// How far the page scrolls while the pointer is here.
fn step(y: f64, height: f64) -> f64 {
    if y < EDGE {
        -STEP
    } else if y > height - EDGE {
        STEP
    } else {
        0.0
    }
}

fn height() -> f64 {
    let window = web_sys::window();
    let height = window.and_then(|window| window.inner_height().ok()?.as_f64());
    height.unwrap_or(f64::INFINITY)
}

/// Whether the pointer is outside the planner or the window: who lets go there wants nothing.
pub fn is_outside(event: &PointerEvent) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let planner = target.and_then(|element| element.closest(".cp").ok().flatten());
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    planner.is_some_and(|planner| {
        let place = planner.get_bounding_client_rect();
        let is_over = (place.left()..=place.right()).contains(&x)
            && (place.top().max(0.0)..=place.bottom().min(height())).contains(&y);
        !is_over
    })
}

#[cfg(test)]
mod tests {
    use super::step;

    #[test]
    fn the_page_scrolls_at_its_edges_only() {
        let at = |y: f64| step(y, 800.0);
        assert!(at(10.0) < 0.0 && at(790.0) > 0.0);
        assert_eq!((at(60.0), at(400.0), at(740.0)), (0.0, 0.0, 0.0));
        // Before the first move it is not known where the pointer is.
        assert_eq!(step(f64::NAN, 800.0), 0.0);
    }
}
