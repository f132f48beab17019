//! A text field with its label, unit, hint and what is wrong with it, tied together for screen readers.

use crate::parts::icon::{Icon, small_icon};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct TextFieldProps {
    /// Unique in the planner.
    pub id: AttrValue,
    pub label: AttrValue,
    pub value: AttrValue,
    /// Gets what stands in the field after each key.
    pub oninput: Callback<String>,
    /// The user left the field.
    #[prop_or_default]
    pub onblur: Callback<FocusEvent>,
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
    let unit_id = format!("{}-unit", props.id);
    let mut described = Vec::new();
    if props.unit.is_some() {
        described.push(unit_id.clone());
    }
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
    // What a dialog begins with is mostly replaced.
    let onfocus = props.autofocus.then(|| {
        Callback::from(|event: FocusEvent| {
            let input: web_sys::HtmlInputElement = event.target_unchecked_into();
            input.select();
        })
    });
    let input = html! {
        <input id={props.id.clone()} class="input" value={props.value.clone()} inputmode={props.inputmode.clone()}
            placeholder={props.placeholder.clone()} maxlength={props.maxlength.clone()} autocomplete="off" spellcheck="false"
            autofocus={props.autofocus} aria-invalid={props.error.is_some().then_some("true")}
            aria-describedby={described} {onfocus} {oninput} onblur={props.onblur.clone()} />
    };
    html! {
        <div class="field">
            <label for={props.id.clone()} class={props.quiet.then_some("sr")}>{ &props.label }</label>
            if let Some(unit) = &props.unit {
                <span class="measure">{ input }<span id={unit_id}>{ unit }</span></span>
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
