//! The re-plan assistant: what happened, the fewest changes that answer it, each to accept or leave, and a
//! message for the parents of every group.

mod event;
mod message;

use super::PageProps;
use crate::app::Action;
use crate::parts::{Icon, small_icon};
use crate::store::{Ctx, Page};
use centering_core::plan::Edit;
use centering_core::schedule::{Event as Happening, Kept, Replanning, SessionChange, replan};
use event::EventForm;
use message::Messages;
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::prelude::*;

/// What happened and what it asks for.
#[derive(Clone, PartialEq)]
struct Answer {
    happening: Happening,
    replanning: Rc<Replanning>,
    /// The changes that are not taken over, by their place in the list.
    left: BTreeSet<usize>,
}

impl Answer {
    fn accepted(&self) -> Vec<SessionChange> {
        let changes = self.replanning.changes.iter().enumerate();
        changes
            .filter(|(place, _)| !self.left.contains(place))
            .map(|(_, change)| change.clone())
            .collect()
    }
}

#[component]
pub fn Replan(props: &PageProps) -> Html {
    let ctx = &props.ctx;
    let lang = ctx.model.lang;
    let answer = use_state_eq(|| None::<Answer>);
    let onevent = {
        let (answer, model) = (answer.clone(), ctx.model.clone());
        Callback::from(move |happening: Happening| {
            let replanning = replan(&model.plan, &happening, model.today);
            answer.set(Some(Answer {
                happening,
                replanning: Rc::new(replanning),
                left: BTreeSet::new(),
            }));
        })
    };
    html! {
        <div class="stack">
            <div class="head">
                <div class="t">
                    <h1 tabindex="-1">{ lang.replan_title() }</h1>
                    <p class="sub">{ lang.replan_sub() }</p>
                </div>
            </div>
            <EventForm ctx={ctx.clone()} {onevent} />
            <div role="status" class="stack">
                if let Some(found) = &*answer { { result(ctx, found, &answer) } }
            </div>
        </div>
    }
}

fn result(ctx: &Ctx, found: &Answer, answer: &UseStateHandle<Option<Answer>>) -> Html {
    let lang = ctx.model.lang;
    let replanning = &found.replanning;
    let accepted = found.accepted();
    let act = |edits: Vec<Edit>| {
        let (ctx, answer) = (ctx.clone(), answer.clone());
        Callback::from(move |_: MouseEvent| {
            ctx.act(Action::Edits(edits.clone()));
            ctx.act(Action::Go(Page::Roster));
            answer.set(None);
        })
    };
    let fact = Edit::Happened(Box::new(found.happening.clone()));
    if replanning.changes.is_empty() {
        return html! {
            <>
                <p class="note ok">{ small_icon(Icon::Ok) }<span>{ lang.replan_none() }</span></p>
                <div class="acts"><button type="button" class="btn p" onclick={act(vec![fact])}>{ lang.replan_only_fact() }</button></div>
            </>
        };
    }
    let both = vec![fact.clone(), Edit::Replan(accepted.clone())];
    html! {
        <>
            { keys(ctx, replanning) }
            { table(ctx, found, answer) }
            <div class="acts">
                <button type="button" class="btn p" disabled={accepted.is_empty()} onclick={act(both)}>
                    { small_icon(Icon::Ok) }{ lang.replan_accept(accepted.len()) }
                </button>
                <button type="button" class="btn" onclick={act(vec![fact])}>{ lang.replan_only_fact() }</button>
            </div>
            <Messages ctx={ctx.clone()} changes={accepted} />
        </>
    }
}

/// How much changes, and how much less could.
fn keys(ctx: &Ctx, replanning: &Replanning) -> Html {
    let (lang, notice) = (ctx.model.lang, ctx.model.plan.settings.notice_days);
    let count = |is_meant: fn(&SessionChange) -> bool| {
        replanning
            .changes
            .iter()
            .filter(|change| is_meant(change))
            .count()
    };
    let all = replanning.changes.len();
    let proof = if replanning.is_proven() {
        lang.replan_proven().to_owned()
    } else {
        lang.replan_fewest(replanning.fewest)
    };
    html! {
        <dl class="keys">
            <div><dt>{ lang.replan_changes(all) }</dt><dd>{ all }</dd></div>
            <div><dt>{ lang.replan_shared() }{ ", " }{ proof }</dt><dd>{ replanning.shared() }</dd></div>
            <div><dt>{ lang.replan_soon(notice) }</dt><dd>{ count(|change| change.within_notice) }</dd></div>
            <div><dt>{ lang.replan_lapse() }</dt><dd>{ count(|change| change.kept == Kept::Lapses) }</dd></div>
        </dl>
    }
}

fn table(ctx: &Ctx, found: &Answer, answer: &UseStateHandle<Option<Answer>>) -> Html {
    let lang = ctx.model.lang;
    html! {
        <section class="panel">
            <div class="ph"><h2 id="changes-title">{ lang.replan_list() }</h2></div>
            <div class="tw" tabindex="0" role="region" aria-labelledby="changes-title">
                <table class="tb cards" aria-labelledby="changes-title">
                    <thead><tr>
                        <th scope="col">{ lang.replan_take() }</th>
                        <th scope="col">{ lang.replan_was() }</th>
                        <th scope="col">{ lang.replan_becomes() }</th>
                        <th scope="col">{ lang.replan_families() }</th>
                    </tr></thead>
                    <tbody>
                        { for found.replanning.changes.iter().enumerate().map(|(place, change)| row(ctx, found, answer, place, change)) }
                    </tbody>
                </table>
            </div>
        </section>
    }
}

fn row(
    ctx: &Ctx,
    found: &Answer,
    answer: &UseStateHandle<Option<Answer>>,
    place: usize,
    change: &SessionChange,
) -> Html {
    let (lang, notice) = (ctx.model.lang, ctx.model.plan.settings.notice_days);
    let onchange = {
        let (answer, found) = (answer.clone(), found.clone());
        Callback::from(move |event: Event| {
            let input: web_sys::HtmlInputElement = event.target_unchecked_into();
            let mut changed = found.clone();
            if input.checked() {
                changed.left.remove(&place);
            } else {
                changed.left.insert(place);
            }
            answer.set(Some(changed));
        })
    };
    let name = format!(
        "{}, {}",
        change.group,
        lang.session_number(change.session.get())
    );
    html! {
        <tr key={name.clone()}>
            <th scope="row">
                <label class="check">
                    <input type="checkbox" checked={!found.left.contains(&place)} {onchange} />
                    <span>{ name }</span>
                </label>
            </th>
            <td data-l={lang.replan_was()}>
                { lang.day(change.from, ctx.model.today) }
                if change.within_notice { { " " }<span class="chip warn">{ lang.replan_soon(notice) }</span> }
            </td>
            <td data-l={lang.replan_becomes()}>{ becomes(ctx, change) }</td>
            <td data-l={lang.replan_families()}>{ for_parents(ctx, change) }</td>
        </tr>
    }
}

fn becomes(ctx: &Ctx, change: &SessionChange) -> String {
    let (plan, lang, today) = (&ctx.model.plan, ctx.model.lang, ctx.model.today);
    let alias = |id| {
        let person = plan.people.get(id);
        person.map_or_else(|| format!("{id}"), |person| person.alias.to_string())
    };
    match &change.kept {
        Kept::OtherDate(day) => lang.replan_other_date(&lang.day(*day, today)),
        Kept::Substitute { absent, substitute } => {
            lang.replan_substitute(&alias(substitute), &alias(absent))
        }
        Kept::OtherLine { line, date } => {
            lang.replan_other_line(&lang.day(*date, today), &lang.line_name(plan, line))
        }
        Kept::Wider(day) => lang.replan_wider(&lang.day(*day, today)),
        Kept::Lapses => lang.replan_lapses().to_owned(),
    }
}

/// What it costs the families.
fn for_parents(ctx: &Ctx, change: &SessionChange) -> String {
    let (plan, lang) = (&ctx.model.plan, ctx.model.lang);
    if matches!(change.kept, Kept::Substitute { .. }) {
        return lang.replan_same_day().to_owned();
    }
    let families = plan
        .groups
        .get(&change.group)
        .map_or(0, |group| plan.families(group));
    let known = if change.shared {
        lang.replan_known()
    } else {
        lang.replan_unknown()
    };
    format!("{}, {known}", lang.families(families))
}
