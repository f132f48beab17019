//! A bijeenkomst as a mark: a circle with its number, and what is drawn around it. Every meaning has its
//! own shape, so that none depends on colour.

use crate::state::MarkLook;
use centering_core::plan::Standing;
use centering_core::problem::Severity;
use yew::prelude::*;

/// How far from the top of a row the marks are drawn, in pixels.
pub const MARK_Y: i32 = 21;
/// How far from the top of a row the windows are drawn, in pixels.
pub const TRACK_Y: i32 = 46;
/// The height of a row, in pixels.
pub const ROW_HEIGHT: i32 = 60;

/// The class of what stands so: a mark, or an event of the calendar.
pub fn standing_class(standing: Standing) -> &'static str {
    match standing {
        Standing::Held => "past",
        Standing::Unconfirmed => "past ask",
        Standing::Shared => "set",
        Standing::Changed => "set untold",
        Standing::Draft => "draft",
        Standing::Undated => "none",
        Standing::Cancelled => "gone",
        Standing::CancelledUntold => "gone untold",
    }
}

/// Whether somebody has to hear or to say something of what stands so.
pub fn waits(standing: Standing) -> bool {
    matches!(
        standing,
        Standing::Changed | Standing::CancelledUntold | Standing::Unconfirmed
    )
}

/// The sign at the top left of a mark that waits for a word: to parents, or from who was there.
fn sign(standing: Standing) -> Html {
    match standing {
        Standing::Changed | Standing::CancelledUntold => html! {
            <g class="say"><path d="M-17 -18h11v8h-5l-3.5 3.5v-3.5h-2.5z" /><path class="x" d="M-14.5 -14h6" /></g>
        },
        Standing::Unconfirmed => html! {
            <g class="say"><path d="M-17 -19h11v10h-5l-3.5 3.5v-3.5h-2.5z" /><text x="-11.5" y="-10.8">{ "?" }</text></g>
        },
        _ => Html::default(),
    }
}

/// The classes of the mark.
pub fn mark_classes(look: MarkLook) -> Classes {
    classes!(
        "m",
        standing_class(look.standing),
        look.physician.then_some("arts"),
        look.vaccination.then_some("prik")
    )
}

/// The shapes of a mark around its own origin, `stem` pixels above its window.
pub fn mark(look: MarkLook, selected: bool, stem: i32) -> Html {
    html! { <>{ mark_stem(stem) }{ mark_shapes(look, selected, stem) }</> }
}

/// The line from a mark to its window, under everything else of it.
pub fn mark_stem(stem: i32) -> Html {
    html! { <line class="allow" y1="9" y2={stem.to_string()} /> }
}

/// The shapes of a mark without its stem.
pub fn mark_shapes(look: MarkLook, selected: bool, stem: i32) -> Html {
    let text = match look.standing {
        Standing::Undated => "?".to_owned(),
        _ => look.number.to_string(),
    };
    html! {
        <>
            if selected { <circle class="halo" r="16.5" /> }
            if look.physician { <circle class="ring" r="12.5" /> }
            <circle class="b" r="9" />
            <text y="4">{ text }</text>
            { sign(look.standing) }
            if look.vaccination {
                <path class="drop" d="M0 11c2.7 3.2 4 5 4 6.7a4 4 0 0 1-8 0c0-1.7 1.3-3.5 4-6.7z" />
            }
            if look.pinned {
                <rect class="pinf" x="-3.5" y={format!("{}.5", stem - 4)} width="7" height="7" rx="1" />
            }
        </>
    }
}

/// The badge of a problem at the top right of a mark; nothing for what is only good to know.
pub fn badge(severity: Severity) -> Html {
    match severity {
        Severity::Info => Html::default(),
        Severity::Warning | Severity::Strong => html! {
            <g class="badge bw"><path d="M11 -17.5 18 -5H4z" /><path class="x" d="M11 -13.4v3.6M11 -7.4v.1" /></g>
        },
        Severity::Error => html! {
            <g class="badge be"><path d="M8 -18h6l4 4v6l-4 4H8L4 -8v-6z" /><path class="x" d="M11 -15v4M11 -7.8v.1" /></g>
        },
    }
}
