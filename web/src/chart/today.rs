//! The word at the line of today.

use super::Scale;
use centering_core::calendar::Date;
use centering_words::Lang;
use yew::prelude::*;

/// `vandaag` above its line, `y` pixels from the top; near an end of the chart beside it, so that it is never cut.
pub fn today_label(lang: Lang, scale: Scale, today: Date, y: &'static str) -> Html {
    let class = match scale.fraction(today) {
        part if part < 0.08 => "today-l",
        part if part > 0.92 => "today-l end",
        _ => "today-l mid",
    };
    html! { <text {class} x={scale.middle_of(today)} {y}>{ lang.today() }</text> }
}
