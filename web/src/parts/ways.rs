//! A row of buttons of which one is on: the ways to look at something.

use yew::prelude::*;

/// A button for each of these, with its words; `shown` is on. `onclick` gives what the button of one does.
pub fn ways<T: PartialEq>(
    label: &str,
    shown: &T,
    all: impl IntoIterator<Item = (T, impl AsRef<str>)>,
    onclick: impl Fn(T) -> Callback<MouseEvent>,
) -> Html {
    let button = |(one, words): (T, _)| {
        let pressed = (one == *shown).to_string();
        html! { <button type="button" aria-pressed={pressed} onclick={onclick(one)}>{ AsRef::<str>::as_ref(&words) }</button> }
    };
    html! {
        <div class="seg wraps" role="group" aria-label={label.to_owned()}>{ for all.into_iter().map(button) }</div>
    }
}
