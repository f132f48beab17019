//! A text field with its label, unit, hint and what is wrong with it, tied together for screen readers;
//! and the focus that a form asks for after it was drawn.

use super::icon::{Icon, small_icon};
use wasm_bindgen::JsCast;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct TextFieldProps {
    /// Unique in the planner.
    pub id: AttrValue,
    pub label: AttrValue,
    pub value: AttrValue,
    /// Gets what stands in the field after each key.
    pub oninput: Callback<String>,
    /// The user left the field.
    #[prop_or_default]
    pub onleave: Callback<()>,
    /// What is wrong with the value, and what is expected.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// A word behind the field, such as `dagen`.
    #[prop_or_default]
    pub unit: Option<AttrValue>,
    #[prop_or_default]
    pub placeholder: Option<AttrValue>,
    #[prop_or("text".into())]
    pub inputmode: AttrValue,
    /// The label is only for screen readers.
    #[prop_or_default]
    pub quiet: bool,
    #[prop_or_default]
    pub autofocus: bool,
    #[prop_or_default]
    pub maxlength: Option<AttrValue>,
}

/// A text field.
#[component]
pub fn TextField(props: &TextFieldProps) -> Html {
    let (hint_id, error_id) = (format!("{}-hint", props.id), format!("{}-error", props.id));
    let mut described = Vec::new();
    if props.hint.is_some() {
        described.push(hint_id.clone());
    }
    if props.error.is_some() {
        described.push(error_id.clone());
    }
    let described = (!described.is_empty()).then(|| described.join(" "));
    let oninput = {
        let oninput = props.oninput.clone();
        Callback::from(move |event: InputEvent| {
            let input: web_sys::HtmlInputElement = event.target_unchecked_into();
            oninput.emit(input.value());
        })
    };
    let onblur = {
        let onleave = props.onleave.clone();
        Callback::from(move |_: FocusEvent| onleave.emit(()))
    };
    let input = html! {
        <input id={props.id.clone()} class="input" value={props.value.clone()} inputmode={props.inputmode.clone()}
            placeholder={props.placeholder.clone()} maxlength={props.maxlength.clone()} autocomplete="off" spellcheck="false"
            autofocus={props.autofocus} aria-invalid={props.error.is_some().then_some("true")}
            aria-describedby={described} {oninput} {onblur} />
    };
    html! {
        <div class="field">
            <label for={props.id.clone()} class={props.quiet.then_some("sr")}>{ &props.label }</label>
            if let Some(unit) = &props.unit {
                <span class="measure">{ input }<span aria-hidden="true">{ unit }</span></span>
            } else {
                { input }
            }
            if let Some(error) = &props.error {
                <span class="err" id={error_id}>{ small_icon(Icon::Error) }<span>{ error }</span></span>
            }
            if let Some(hint) = &props.hint {
                <span class="hint" id={hint_id}>{ hint }</span>
            }
        </div>
    }
}

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
pub fn use_focus(place: NodeRef) -> Callback<&'static str> {
    let wish = use_state(|| (0_u32, ""));
    {
        use_effect_with(*wish, move |(count, selector)| {
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
