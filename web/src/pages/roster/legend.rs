//! What the shapes of the year mean.

use crate::chart::{badge, mark, mark_classes, standing_class};
use crate::state::MarkLook;
use centering_core::plan::Standing;
use centering_core::problem::Severity;
use centering_words::Lang;
use yew::prelude::*;

#[derive(Clone, Copy, PartialEq, Properties)]
pub struct LegendProps {
    pub lang: Lang,
    /// Whether dates were told to parents.
    pub has_shared: bool,
}

/// Where a bijeenkomst with a day can stand.
const STANDINGS: [Standing; 7] = [
    Standing::Held,
    Standing::Unconfirmed,
    Standing::Shared,
    Standing::Changed,
    Standing::Draft,
    Standing::Cancelled,
    Standing::CancelledUntold,
];

/// Whether it stands so only after its parents were told of it.
fn is_known(standing: Standing) -> bool {
    matches!(
        standing,
        Standing::Shared | Standing::Changed | Standing::CancelledUntold
    )
}

/// How the bijeenkomsten of a month or a week are drawn.
pub fn calendar_legend(lang: Lang) -> Html {
    let item = |standing: Standing| {
        html! { <li><span class={classes!("ev", "sample", standing_class(standing))} aria-hidden="true"></span>{ lang.standing(standing) }</li> }
    };
    html! {
        <ul class="legend">
            { for STANDINGS.map(item) }
        </ul>
    }
}

/// The legend below the year.
#[component]
pub fn Legend(props: &LegendProps) -> Html {
    let LegendProps { lang, has_shared } = *props;
    let plain = MarkLook {
        number: 3,
        standing: Standing::Draft,
        physician: false,
        vaccination: false,
        pinned: false,
    };
    let item = |look: MarkLook, text: &'static str| {
        html! {
            <li>
                <svg aria-hidden="true" class="ch one" width="26" height="34" viewBox="-13 -14 26 34"><g class={mark_classes(look)}>{ mark(look, false, 9) }</g></svg>
                { text }
            </li>
        }
    };
    html! {
        <ul class="legend marks">
            { for STANDINGS.into_iter().filter(|one| has_shared || !is_known(*one))
                .chain([Standing::Undated])
                .map(|standing| item(MarkLook { standing, ..plain }, lang.standing(standing))) }
            { item(MarkLook { physician: true, ..plain }, lang.roster_with_physician()) }
            { item(MarkLook { vaccination: true, ..plain }, lang.roster_with_vaccination()) }
            <li><svg aria-hidden="true" width="8" height="8"><rect class="pinf" width="8" height="8" rx="1" /></svg>{ lang.roster_pinned() }</li>
            <li>
                <svg aria-hidden="true" width="40" height="14"><path class="allow" d="M1 7h38" /><path class="allow-e" d="M1 3.5v7M39 3.5v7" /><rect class="pref" x="12" y="3" width="16" height="8" rx="2" /></svg>
                { lang.roster_windows() }
            </li>
            <li>
                <svg aria-hidden="true" width="30" height="18"><rect class="pref tight" x="5" y="5" width="20" height="8" rx="2" /><path class="bracket" d="M5 1h-4v16h4M25 1h4v16h-4" /></svg>
                { lang.roster_tightest_window() }
            </li>
            <li><svg aria-hidden="true" width="16" height="16"><rect class="closed" width="16" height="16" /></svg>{ lang.roster_school_holiday() }</li>
            <li><svg aria-hidden="true" width="4" height="16"><line class="pub" x1="2" x2="2" y1="0" y2="16" /></svg>{ lang.roster_public_holiday() }</li>
            <li><svg aria-hidden="true" width="18" height="18" viewBox="2 -20 18 18">{ badge(Severity::Warning) }</svg>{ lang.severity(Severity::Warning).to_lowercase() }</li>
            <li><svg aria-hidden="true" width="18" height="18" viewBox="2 -20 18 18">{ badge(Severity::Error) }</svg>{ lang.severity(Severity::Error).to_lowercase() }</li>
        </ul>
    }
}
