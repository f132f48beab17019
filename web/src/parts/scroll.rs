//! Scrolls whatever an element stands in: the page, or a part of the page around the planner.

use wasm_bindgen::JsCast;
use web_sys::{Element, ShadowRoot};

/// Scrolls the nearest ancestor that can still scroll by so many pixels, downwards when positive; says whether one
/// did.
pub fn scroll_by(element: &Element, pixels: f64) -> bool {
    // A screen is never higher than an i32 counts pixels.
    let pixels = pixels.round() as i32;
    let mut next = parent(element);
    while let Some(place) = next {
        let before = place.scroll_top();
        place.set_scroll_top(before + pixels);
        if place.scroll_top() != before {
            return true;
        }
        next = parent(&place);
    }
    false
}

/// The parent, out of a shadow root as well.
fn parent(element: &Element) -> Option<Element> {
    element.parent_element().or_else(|| {
        let shadow = element.get_root_node().dyn_into::<ShadowRoot>().ok()?;
        Some(shadow.host())
    })
}
