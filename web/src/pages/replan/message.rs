//! A message for the parents of every group of which a day that they know changes, in plain words and without
//! the reason of an absence.

use crate::clipboard;
use crate::parts::{Icon, small_icon};
use crate::store::Ctx;
use centering_core::calendar::{ClockTime, Date, HalfDay};
use centering_core::plan::{DateChange, GroupId, Plan};
use centering_core::schedule::{Kept, SessionChange};
use std::collections::BTreeMap;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct MessagesProps {
    pub ctx: Ctx,
    pub changes: Vec<SessionChange>,
    /// Bijeenkomsten that are cancelled without a choice.
    pub cancelled: Vec<DateChange>,
}

/// The messages, one a group.
#[component]
pub fn Messages(props: &MessagesProps) -> Html {
    let ctx = &props.ctx;
    let lang = ctx.model.lang;
    let copied = use_state_eq(|| None::<GroupId>);
    let messages = messages(ctx, &props.changes, &props.cancelled);
    if messages.is_empty() {
        return Html::default();
    }
    html! {
        <section class="panel">
            <div class="ph"><h2>{ lang.replan_messages() }</h2></div>
            <div class="pb stack">
                <p class="small muted">{ lang.replan_messages_hint() }</p>
                { for messages.into_iter().map(|(group, text)| {
                    let onclick = {
                        let (copied, group, text) = (copied.clone(), group.clone(), text.clone());
                        Callback::from(move |event: MouseEvent| {
                            let (copied, group) = (copied.clone(), group.clone());
                            clipboard::copy(&event, text.clone(), move |is_done| {
                                copied.set(is_done.then_some(group));
                            });
                        })
                    };
                    let is_copied = copied.as_ref() == Some(&group);
                    html! {
                        <article class="message stack xt" key={group.to_string()}>
                            <h3>{ group.to_string() }</h3>
                            <pre>{ text }</pre>
                            <div class="acts">
                                <button type="button" class="btn s" aria-label={lang.replan_copy_of(group.as_str())} {onclick}>
                                    { small_icon(Icon::List) }{ lang.replan_copy() }
                                </button>
                                <span role="status" class="small">{ if is_copied { lang.replan_copied() } else { "" } }</span>
                            </div>
                        </article>
                    }
                }) }
            </div>
        </section>
    }
}

fn messages(
    ctx: &Ctx,
    changes: &[SessionChange],
    cancelled: &[DateChange],
) -> BTreeMap<GroupId, String> {
    let (plan, lang) = (&ctx.model.plan, ctx.model.lang);
    let mut lines: BTreeMap<GroupId, Vec<String>> = BTreeMap::new();
    let mut known: Vec<&SessionChange> = changes.iter().filter(|change| change.shared).collect();
    known.sort_by_key(|change| (change.group.clone(), change.session));
    for change in known {
        let number = change.session.get();
        let moved = |to: Date| {
            let time = start(plan, change)?;
            Some(lang.message_moves(number, change.from, to, time))
        };
        let line = match &change.kept {
            Kept::OtherDate(to) | Kept::Wider(to) => moved(*to),
            Kept::OtherLine { date, .. } => moved(*date),
            Kept::Substitutes(_) | Kept::OtherRoom(_) => None,
            Kept::Lapses => Some(lang.message_lapses(number, change.from)),
        };
        if let Some(line) = line {
            lines.entry(change.group.clone()).or_default().push(line);
        }
    }
    for change in cancelled
        .iter()
        .filter(|change| change.shared && change.to.is_none())
    {
        if let Some(from) = change.from {
            let line = lang.message_lapses(change.session.get(), from);
            lines.entry(change.group.clone()).or_default().push(line);
        }
    }
    let whole = |lines: Vec<String>| {
        format!(
            "{}\n\n{}\n\n{}",
            lang.message_hello(),
            lines.join("\n"),
            lang.message_bye()
        )
    };
    lines
        .into_iter()
        .map(|(group, lines)| (group, whole(lines)))
        .collect()
}

/// When the changed bijeenkomst starts: by the half-day of its line.
fn start(plan: &Plan, change: &SessionChange) -> Option<ClockTime> {
    let group = plan.groups.get(&change.group)?;
    let location = plan.locations.get(&group.location)?;
    let line = match &change.kept {
        Kept::OtherLine { line, .. } => plan.lines.get(line),
        _ => None,
    };
    let half_day: HalfDay = match line {
        Some(line) => line.half_day,
        None => group.half_day?.half_day(),
    };
    Some(location.start(half_day))
}
