//! A whole number in a table.

use super::typed::Typed;
use crate::state::Action;
use centering_words::Lang;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct FigureProps {
    pub lang: Lang,
    /// Names the value for good; see [`Typed`].
    pub name: AttrValue,
    pub label: AttrValue,
    pub value: Option<u16>,
    pub most: u16,
    /// Brings the number into the plan, where it differs.
    pub onset: Callback<Option<u16>>,
    pub act: Callback<Action>,
}

/// A number from 0 to `most`, or nothing.
#[component]
pub fn Figure(props: &FigureProps) -> Html {
    let value = props
        .value
        .map_or_else(String::new, |value| value.to_string());
    let onset = {
        let (onset, lang, most) = (props.onset.clone(), props.lang, props.most);
        Callback::from(move |text: String| {
            let text = text.trim();
            let read = (!text.is_empty()).then(|| text.parse::<u16>());
            let figure = read.transpose().ok().filter(|figure| *figure <= Some(most));
            onset.emit(figure.ok_or_else(|| lang.figure_wrong(most))?);
            Ok(())
        })
    };
    html! {
        <Typed key={props.name.to_string()} name={props.name.clone()} class="figure" input_class="cell num" {value} {onset} act={props.act.clone()}
            label={props.label.clone()} inputmode="numeric" maxlength="5" />
    }
}
