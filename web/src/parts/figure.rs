//! A whole number in a table: typed, checked and passed on when the field is left or Enter is pressed.

use super::icon::{Icon, small_icon};
use crate::text::Lang;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct FigureProps {
    pub lang: Lang,
    pub label: AttrValue,
    pub value: Option<u16>,
    pub most: u16,
    pub onset: Callback<Option<u16>>,
}

/// A number from 0 to `most`, or nothing.
#[component]
pub fn Figure(props: &FigureProps) -> Html {
    // What was typed and cannot be read stays until it can.
    let typed = use_state_eq(|| None::<String>);
    let shown = typed.as_ref().cloned().unwrap_or_else(|| {
        props
            .value
            .map_or_else(String::new, |value| value.to_string())
    });
    let is_wrong = typed.is_some();
    let onchange = {
        let (typed, onset, most) = (typed.clone(), props.onset.clone(), props.most);
        Callback::from(move |event: Event| {
            let input: web_sys::HtmlInputElement = event.target_unchecked_into();
            let text = input.value();
            let text = text.trim();
            match text.parse::<u16>() {
                _ if text.is_empty() => {
                    typed.set(None);
                    onset.emit(None);
                }
                Ok(value) if value <= most => {
                    typed.set(None);
                    onset.emit(Some(value));
                }
                _ => typed.set(Some(text.to_owned())),
            }
        })
    };
    html! {
        <span class="figure">
            <input class="input cell num" value={shown} inputmode="numeric" maxlength="5" autocomplete="off"
                aria-label={props.label.clone()} aria-invalid={is_wrong.then_some("true")} {onchange} />
            if is_wrong {
                <span class="err" role="alert">{ small_icon(Icon::Error) }<span>{ props.lang.figure_wrong(props.most) }</span></span>
            }
        </span>
    }
}
