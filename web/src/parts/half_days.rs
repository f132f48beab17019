//! The half-days of the week as a table of ticks.

use crate::text::Lang;
use centering_core::calendar::{HalfDay, HalfDaySet, Part, Workday};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct HalfDayTicksProps {
    pub lang: Lang,
    pub legend: AttrValue,
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// What is wrong with the choice.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    pub value: HalfDaySet,
    pub onchange: Callback<HalfDaySet>,
}

/// A tick for each half-day of the week.
#[component]
pub fn HalfDayTicks(props: &HalfDayTicksProps) -> Html {
    let (lang, value) = (props.lang, props.value);
    let tick = |half_day: HalfDay| {
        let report = props.onchange.clone();
        let onchange = Callback::from(move |event: Event| {
            let input: web_sys::HtmlInputElement = event.target_unchecked_into();
            report.emit(if input.checked() {
                value.with(half_day)
            } else {
                value.without(half_day)
            });
        });
        html! {
            <label class="check">
                <input type="checkbox" checked={value.contains(half_day)} {onchange} />
                <span class="sr">{ lang.half_day(half_day) }</span>
            </label>
        }
    };
    let row = |part: Part| {
        html! {
            <>
                <span class="part" aria-hidden="true">{ lang.part(part) }</span>
                { for Workday::ALL.map(|workday| tick(HalfDay { workday, part })) }
            </>
        }
    };
    html! {
        <fieldset class="field">
            <legend>{ &props.legend }</legend>
            <div class="week">
                <span />
                { for Workday::ALL.map(|workday| html! { <span class="day" aria-hidden="true">{ lang.weekday_short(workday) }</span> }) }
                { row(Part::Morning) }
                { row(Part::Afternoon) }
            </div>
            if let Some(error) = &props.error { <span class="err">{ error }</span> }
            if let Some(hint) = &props.hint { <span class="hint">{ hint }</span> }
        </fieldset>
    }
}
