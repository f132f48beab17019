//! Moves focus between parts of the screen by the ids of elements.

use wasm_bindgen::JsCast;

/// Focuses the element with this id in the same shadow root; says whether there is one.
pub fn focus(near: &web_sys::Node, id: &str) -> bool {
    let element = root(near).and_then(|root| root.get_element_by_id(id));
    let Some(element) = element else {
        return false;
    };
    // An element that cannot take focus leaves it where it is.
    if let Some(element) = element.dyn_ref::<web_sys::HtmlElement>() {
        let _ = element.focus();
    } else if let Some(element) = element.dyn_ref::<web_sys::SvgElement>() {
        let _ = element.focus();
    }
    true
}

/// The id of the element that has focus, where it has one.
pub fn focused(near: &web_sys::Node) -> Option<String> {
    let id = root(near)?.active_element()?.id();
    (!id.is_empty()).then_some(id)
}

/// Whether no element of the shadow root has focus, because the one that had it is gone.
pub fn is_lost(near: &web_sys::Node) -> bool {
    root(near).is_some_and(|root| root.active_element().is_none())
}

fn root(near: &web_sys::Node) -> Option<web_sys::ShadowRoot> {
    near.get_root_node().dyn_into::<web_sys::ShadowRoot>().ok()
}
