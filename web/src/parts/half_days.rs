//! The half-days of the week as a table of ticks.

use super::form::tick;
use centering_core::calendar::{HalfDay, HalfDaySet, Part, Workday};
use centering_words::Lang;
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
        let set = Callback::from(move |is_on: bool| {
            report.emit(if is_on {
                value.with(half_day)
            } else {
                value.without(half_day)
            });
        });
        let words = html! { <span class="sr">{ lang.half_day(half_day) }</span> };
        tick(words, value.contains(half_day), set)
    };
    let row = |part: Part| {
        html! {
            <>
                <span class="part" aria-hidden="true">{ lang.part(part) }</span>
                { for Workday::ALL.map(|workday| tick(HalfDay { workday, part })) }
            </>
        }
    };
    // All mornings or afternoons at once: on, or off where all are on.
    let button = |part: Part| {
        let of_part = || Workday::ALL.map(|workday| HalfDay { workday, part });
        let is_on = of_part()
            .into_iter()
            .all(|half_day| value.contains(half_day));
        let changed = of_part().into_iter().fold(value, |value, half_day| {
            if is_on {
                value.without(half_day)
            } else {
                value.with(half_day)
            }
        });
        let onclick = props.onchange.reform(move |_: MouseEvent| changed);
        html! {
            <button type="button" class="btn s" aria-pressed={is_on.to_string()} {onclick}>{ lang.all_of_part(part) }</button>
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
            <div class="acts">{ button(Part::Morning) }{ button(Part::Afternoon) }</div>
            if let Some(error) = &props.error { <span class="err">{ error }</span> }
            if let Some(hint) = &props.hint { <span class="hint">{ hint }</span> }
        </fieldset>
    }
}
