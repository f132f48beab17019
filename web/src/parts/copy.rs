//! A button that copies: a table to a spreadsheet, or another text.

use crate::clipboard;
use centering_words::Lang;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct CopyProps {
    pub lang: Lang,
    /// Gives what is copied.
    pub text: Callback<(), String>,
    /// What the button is called, where what it shows does not say enough.
    #[prop_or_default]
    pub name: Option<String>,
    /// What the button shows; that it copies a table where nothing is said.
    #[prop_or_default]
    pub shown: Option<Html>,
    /// What is said when it worked; that the table can be pasted where nothing is said.
    #[prop_or_default]
    pub copied: Option<&'static str>,
    /// How it looks.
    #[prop_or("btn s")]
    pub class: &'static str,
}

/// A button that copies a table or another text, and what came of it.
#[component]
pub fn CopyButton(props: &CopyProps) -> Html {
    let lang = props.lang;
    let copied = use_state_eq(|| None::<bool>);
    let onclick = {
        let (copied, text) = (copied.setter(), props.text.clone());
        Callback::from(move |event: MouseEvent| {
            let copied = copied.clone();
            clipboard::copy(&event, text.emit(()), move |is_done| {
                copied.set(Some(is_done));
            });
        })
    };
    let shown = props.shown.clone();
    let said = props.copied.unwrap_or(lang.table_copied());
    html! {
        <>
            <button type="button" class={props.class} aria-label={props.name.clone()} {onclick}>{ shown.unwrap_or_else(|| lang.table_copy().into()) }</button>
            <span class="small" role="status">{ copied.map(|is_done| if is_done { said } else { lang.table_not_copied() }) }</span>
        </>
    }
}
