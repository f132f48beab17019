//! What a move would mean, in words and at once, with the buttons that place it or go back.

use super::RosterAct;
use super::moving::Moving;
use crate::parts::{Icon, severity_icon, small_icon};
use centering_core::problem::Severity;
use centering_words::Lang;
use yew::prelude::*;

/// The bar that stays in sight while a bijeenkomst is being moved.
pub fn move_bar(lang: Lang, moving: &Moving, on: &Callback<RosterAct>) -> Html {
    let button = |class: &'static str, text: &'static str, key: &'static str, act: RosterAct| {
        let on = on.clone();
        let onclick = Callback::from(move |_: MouseEvent| on.emit(act.clone()));
        html! { <button type="button" {class} {onclick}>{ text }{ " " }<kbd aria-hidden="true">{ key }</kbd></button> }
    };
    let said = moving.verdict(lang);
    let cannot_be = said
        .iter()
        .any(|(severity, _)| *severity == Some(Severity::Error));
    html! {
        <section class="movebar" aria-label={lang.move_title(moving.number.get(), moving.group.as_str())}>
            <div class="words">
                <p><b>{ lang.day(moving.to, None) }</b>{ " " }<span class="muted">{ lang.move_title(moving.number.get(), moving.group.as_str()) }</span></p>
                { verdict(lang, moving) }
            </div>
            <div class="acts">
                { button("btn q", lang.move_back(), "Esc", RosterAct::Cancel) }
                // A day that cannot be is no main thing to do.
                { match cannot_be {
                    true => button("btn", lang.move_anyway(), "Enter", RosterAct::Place),
                    false => button("btn p", lang.move_place(), "Enter", RosterAct::Place),
                } }
            </div>
        </section>
    }
}

/// What is said of the day of a move, in the bar and beside the roster.
pub fn verdict(lang: Lang, moving: &Moving) -> Html {
    html! {
        <ul class="verdict">
            { for moving.verdict(lang).into_iter().map(|(severity, text)| {
                let (class, kind) = match severity {
                    None => ("st ok", Icon::Ok),
                    Some(Severity::Error) => ("st error", Icon::Error),
                    Some(severity @ Severity::Info) => ("st none", severity_icon(severity)),
                    Some(severity) => ("st warn", severity_icon(severity)),
                };
                html! {
                    <li>
                        <span {class}>{ small_icon(kind) }<span class="sr">{ severity.map(|severity| lang.severity(severity)) }</span></span>
                        <span>{ text }</span>
                    </li>
                }
            }) }
        </ul>
    }
}

/// The same in one text, for screen readers.
pub fn announcement(lang: Lang, moving: &Moving) -> String {
    let texts = moving
        .verdict(lang)
        .into_iter()
        .map(|(severity, text)| match severity {
            Some(severity) => format!("{}: {text}", lang.severity(severity)),
            None => text,
        });
    let texts: Vec<String> = texts.collect();
    format!("{}. {}", lang.day_long(moving.to), texts.join(" "))
}
