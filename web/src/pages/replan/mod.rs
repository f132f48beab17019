//! The re-plan assistant: what happened, the fewest changes that answer it, each to accept or leave, and a
//! message for the parents of every group.

mod event;
mod message;
mod variants;

use super::PageProps;
use crate::app::Action;
use crate::parts::{Icon, small_icon};
use crate::store::{Ctx, Page};
use centering_core::plan::{DateChange, Edit, changed_dates};
use centering_core::schedule::{Event as Happening, Kept, Replanning, SessionChange, replan};
use event::EventForm;
use message::Messages;
use std::collections::BTreeSet;
use std::rc::Rc;
use variants::Variants;
use yew::prelude::*;

/// What happened and what it asks for.
#[derive(Clone, PartialEq)]
struct Answer {
    happening: Happening,
    replanning: Rc<Replanning>,
    /// The changes that are not taken over, by their place in the list.
    left: BTreeSet<usize>,
    /// The days that what happened changes by itself: of a group that stops.
    by_itself: Vec<DateChange>,
    /// Whether it was taken over; the messages stay.
    is_taken: bool,
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
            // A bijeenkomst is cancelled only when somebody says so.
            let lapses = replanning.changes.iter().enumerate();
            let lapses = lapses.filter(|(_, change)| change.kept == Kept::Lapses);
            let left = lapses.map(|(place, _)| place).collect();
            let by_itself = changed_dates(&model.plan, &replanning.facts);
            answer.set(Some(Answer {
                happening,
                replanning: Rc::new(replanning),
                left,
                by_itself,
                is_taken: false,
            }));
        })
    };
    // What was found answers the form as it was.
    let onchange = {
        let answer = answer.clone();
        Callback::from(move |()| answer.set(None))
    };
    html! {
        <div class="stack">
            <div class="head">
                <div class="t">
                    <h1 tabindex="-1">{ lang.replan_title() }</h1>
                    <p class="sub">{ lang.replan_sub() }</p>
                </div>
            </div>
            <EventForm ctx={ctx.clone()} {onevent} {onchange} />
            <p class="sr" role="status">
                if let Some(found) = &*answer { { summary(ctx, found) } }
            </p>
            if let Some(found) = &*answer { { result(ctx, found, &answer) } }
            <Variants ctx={ctx.clone()} />
        </div>
    }
}

/// What was found, in one sentence.
fn summary(ctx: &Ctx, found: &Answer) -> String {
    let lang = ctx.model.lang;
    let count = found.replanning.changes.len() + found.by_itself.len();
    if found.is_taken {
        lang.replan_taken().to_owned()
    } else if count == 0 {
        lang.replan_none().to_owned()
    } else {
        format!("{count} {}", lang.replan_changes(count))
    }
}

fn result(ctx: &Ctx, found: &Answer, answer: &UseStateHandle<Option<Answer>>) -> Html {
    let lang = ctx.model.lang;
    let replanning = &found.replanning;
    let accepted = found.accepted();
    let act = |edits: Vec<Edit>| {
        let (ctx, answer, found) = (ctx.clone(), answer.clone(), found.clone());
        Callback::from(move |_: MouseEvent| {
            let is_refused = ctx.changes_by(&edits).is_err();
            ctx.act(Action::edits(edits.clone()));
            answer.set(Some(Answer {
                is_taken: !is_refused,
                ..found.clone()
            }));
        })
    };
    let fact = Edit::Happened(Box::new(found.happening.clone()));
    if found.is_taken {
        return html! {
            <>
                <p class="note ok">{ small_icon(Icon::Ok) }<span>{ lang.replan_taken() }</span></p>
                <div class="acts">
                    <button type="button" class="btn" onclick={ctx.on(Action::Go(Page::Roster))}>{ lang.to_roster() }</button>
                </div>
                <Messages ctx={ctx.clone()} changes={accepted} cancelled={found.by_itself.clone()} />
            </>
        };
    }
    if !found.by_itself.is_empty() {
        return html! {
            <>
                { cancelled(ctx, &found.by_itself) }
                <div class="acts"><button type="button" class="btn p" onclick={act(vec![fact])}>{ lang.replan_take() }</button></div>
                <Messages ctx={ctx.clone()} changes={accepted} cancelled={found.by_itself.clone()} />
            </>
        };
    }
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
            <Messages ctx={ctx.clone()} changes={accepted} cancelled={Vec::new()} />
        </>
    }
}

/// The bijeenkomsten that what happened cancels by itself.
fn cancelled(ctx: &Ctx, changes: &[DateChange]) -> Html {
    let (lang, today) = (ctx.model.lang, ctx.model.today);
    html! {
        <section class="panel">
            <div class="ph"><h2 id="cancelled-title">{ lang.replan_list() }</h2></div>
            <div class="tw" tabindex="0" role="region" aria-labelledby="cancelled-title">
                <table class="tb cards" aria-labelledby="cancelled-title">
                    <thead><tr>
                        <th scope="col">{ lang.regroup_session() }</th>
                        <th scope="col">{ lang.replan_was() }</th>
                        <th scope="col">{ lang.replan_becomes() }</th>
                    </tr></thead>
                    <tbody>{ for changes.iter().map(|change| {
                        let name = format!("{}, {}", change.group, lang.session_number(change.session.get()));
                        let day = |day| Option::map_or(day, "–".to_owned(), |day| lang.day(day, today));
                        html! {
                            <tr key={name.clone()}>
                                <th scope="row">{ name }</th>
                                <td data-l={lang.replan_was()}>{ day(change.from) }</td>
                                <td data-l={lang.replan_becomes()}>
                                    { change.to.map_or_else(|| lang.replan_lapse().to_owned(), |to| lang.day(to, today)) }
                                </td>
                            </tr>
                        }
                    }) }</tbody>
                </table>
            </div>
        </section>
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
        Kept::Substitutes(stand_ins) => {
            let told = stand_ins.iter().map(|stand_in| {
                lang.replan_stands_in(&alias(&stand_in.substitute), &alias(&stand_in.absent))
            });
            lang.replan_substitutes(&told.collect::<Vec<_>>())
        }
        Kept::OtherRoom(room) => {
            let room = plan.rooms.get(room);
            lang.replan_other_room(room.map_or("", |room| &room.label))
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
    if matches!(change.kept, Kept::Substitutes(_)) {
        return lang.replan_same_day().to_owned();
    }
    if matches!(change.kept, Kept::OtherRoom(_)) {
        return lang.replan_same_time().to_owned();
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
