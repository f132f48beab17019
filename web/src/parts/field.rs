//! What fields share: what was chosen in one, leaving a form, and the focus that it asks for after it was drawn.

use wasm_bindgen::JsCast;
use yew::prelude::*;

/// The position of the option that was chosen in a list.
pub fn chosen(event: &Event) -> Option<usize> {
    let select: web_sys::HtmlSelectElement = event.target_unchecked_into();
    usize::try_from(select.selected_index()).ok()
}

/// Whether the box is ticked now.
pub fn ticked(event: &Event) -> bool {
    let input: web_sys::HtmlInputElement = event.target_unchecked_into();
    input.checked()
}

/// A callback that puts what it gets into a state.
pub fn setter<T: 'static>(state: &UseStateHandle<T>) -> Callback<T> {
    let state = state.clone();
    Callback::from(move |value| state.set(value))
}

/// A callback that puts this into a state, whatever the event.
pub fn sets<T: Clone + 'static, E: 'static>(state: &UseStateHandle<T>, value: T) -> Callback<E> {
    let state = state.clone();
    Callback::from(move |_| state.set(value.clone()))
}

/// Does something with what stands in a form with a button of its own when its screen is left, so that nothing that was
/// typed goes without a word.
#[hook]
pub fn use_leaving(leave: impl Fn() + 'static) {
    let last = use_mut_ref(|| None::<Box<dyn Fn()>>);
    *last.borrow_mut() = Some(Box::new(leave));
    use_effect_with((), move |()| {
        move || {
            if let Some(leave) = last.take() {
                leave();
            }
        }
    });
}

/// Moves focus, after the next drawing, to the first element inside `place` that a selector finds.
#[hook]
pub fn use_focus(place: NodeRef) -> Callback<AttrValue> {
    let wish = use_state(|| (0_u32, AttrValue::default()));
    {
        use_effect_with((*wish).clone(), move |(count, selector)| {
            let found = place
                .cast::<web_sys::Element>()
                .filter(|_| *count > 0)
                .and_then(|place| place.query_selector(selector).ok().flatten())
                .and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
            if let Some(element) = found {
                // An element that cannot take focus leaves it where it is.
                let _ = element.focus();
            }
        });
    }
    Callback::from(move |selector| wish.set((wish.0 + 1, selector)))
}
