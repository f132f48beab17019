//! What a move would mean, in words and at once, with the buttons that place it or go back.

use super::RosterAct;
use super::moving::Moving;
use crate::parts::{Icon, severity_icon, small_icon};
use crate::text::Lang;
use centering_core::problem::Severity;
use yew::prelude::*;

/// The bar that stays in sight while a bijeenkomst is being moved.
pub fn move_bar(lang: Lang, moving: &Moving, on: &Callback<RosterAct>) -> Html {
    let button = |class: &'static str, text: &'static str, key: &'static str, act: RosterAct| {
        let on = on.clone();
        let onclick = Callback::from(move |_: MouseEvent| on.emit(act.clone()));
        html! { <button type="button" {class} {onclick}>{ text }{ " " }<kbd aria-hidden="true">{ key }</kbd></button> }
    };
    html! {
        <section class="movebar" aria-label={lang.move_title(moving.number.get(), moving.group.as_str())}>
            <div class="words">
                <p><b>{ lang.day(moving.to, None) }</b>{ " " }<span class="muted">{ lang.move_title(moving.number.get(), moving.group.as_str()) }</span></p>
                <ul>
                    { for consequences(lang, moving).into_iter().map(|(severity, text)| {
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
            </div>
            <div class="acts">
                { button("btn q", lang.move_back(), "Esc", RosterAct::Cancel) }
                { button("btn p", lang.move_place(), "Enter", RosterAct::Place) }
            </div>
        </section>
    }
}

/// Everything that follows from the move, the worst first; what is right has no severity.
fn consequences(lang: Lang, moving: &Moving) -> Vec<(Option<Severity>, String)> {
    let mut problems: Vec<_> = moving.problems.iter().collect();
    problems.sort_by_key(|problem| std::cmp::Reverse(problem.severity));
    let mut found: Vec<(Option<Severity>, String)> = problems
        .into_iter()
        .map(|problem| {
            let mut text = format!("{}.", lang.problem_title(&moving.draft, problem));
            // Why a day is impossible matters at once; the rest stands with the problem once it is placed.
            if problem.severity == Severity::Error {
                text.push(' ');
                text.push_str(&lang.problem_detail(&moving.draft, problem));
            }
            (Some(problem.severity), text)
        })
        .collect();
    if moving
        .window
        .preferred
        .and(moving.window.allowed)
        .contains(moving.to)
    {
        found.push((None, lang.move_preferred().to_owned()));
    } else if moving.window.allowed.contains(moving.to) {
        found.push((None, lang.move_allowed().to_owned()));
    }
    found
}

/// The same in one text, for screen readers.
pub fn announcement(lang: Lang, moving: &Moving) -> String {
    let texts = consequences(lang, moving)
        .into_iter()
        .map(|(severity, text)| match severity {
            Some(severity) => format!("{}: {text}", lang.severity(severity)),
            None => text,
        });
    let texts: Vec<String> = texts.collect();
    format!("{}. {}", lang.day_long(moving.to), texts.join(" "))
}
