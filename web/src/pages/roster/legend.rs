//! What the shapes of the year mean.

use crate::chart::{MarkLook, Stage, badge, mark, mark_classes};
use crate::text::Lang;
use centering_core::problem::Severity;
use yew::prelude::*;

#[derive(Clone, Copy, PartialEq, Properties)]
pub struct LegendProps {
    pub lang: Lang,
    /// Whether dates were told to parents.
    pub has_shared: bool,
}

/// The legend below the year.
#[component]
pub fn Legend(props: &LegendProps) -> Html {
    let LegendProps { lang, has_shared } = *props;
    let plain = MarkLook {
        number: 3,
        stage: Stage::Draft,
        physician: false,
        vaccination: false,
        pinned: false,
    };
    let item = |look: MarkLook, text: &'static str| {
        html! {
            <li>
                <svg class="ch one" width="26" height="34" viewBox="-13 -14 26 34"><g class={mark_classes(look)}>{ mark(look, false, 9) }</g></svg>
                { text }
            </li>
        }
    };
    html! {
        <ul class="legend marks">
            { item(MarkLook { stage: Stage::Over, ..plain }, lang.roster_over()) }
            if has_shared { { item(MarkLook { stage: Stage::Shared, ..plain }, lang.roster_shared()) } }
            { item(plain, lang.roster_draft()) }
            { item(MarkLook { stage: Stage::Missing, ..plain }, lang.roster_missing()) }
            { item(MarkLook { physician: true, ..plain }, lang.roster_with_physician()) }
            { item(MarkLook { vaccination: true, ..plain }, lang.roster_with_vaccination()) }
            <li><svg width="8" height="8"><rect class="pinf" width="8" height="8" rx="1" /></svg>{ lang.roster_pinned() }</li>
            <li>
                <svg width="40" height="14"><path class="allow" d="M1 7h38" /><path class="allow-e" d="M1 3.5v7M39 3.5v7" /><rect class="pref" x="12" y="3" width="16" height="8" rx="2" /></svg>
                { lang.roster_windows() }
            </li>
            <li>
                <svg width="30" height="18"><rect class="pref tight" x="5" y="5" width="20" height="8" rx="2" /><path class="bracket" d="M5 1h-4v16h4M25 1h4v16h-4" /></svg>
                { lang.roster_tightest_window() }
            </li>
            <li><svg width="16" height="16"><rect class="closed" width="16" height="16" /></svg>{ lang.roster_school_holiday() }</li>
            <li><svg width="4" height="16"><line class="pub" x1="2" x2="2" y1="0" y2="16" /></svg>{ lang.roster_public_holiday() }</li>
            <li><svg width="18" height="18" viewBox="2 -20 18 18">{ badge(Severity::Warning) }</svg>{ lang.severity(Severity::Warning).to_lowercase() }</li>
            <li><svg width="18" height="18" viewBox="2 -20 18 18">{ badge(Severity::Error) }</svg>{ lang.severity(Severity::Error).to_lowercase() }</li>
        </ul>
    }
}
