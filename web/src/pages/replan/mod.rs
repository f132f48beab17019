//! The re-plan assistant: what happened, the fewest changes that answer it, each to accept or leave, and a
//! message for the parents of every group.

mod event;
mod variants;

use crate::pages::dialogs::date_changes;
use crate::pages::telling::{Preview, Telling};
use crate::parts::form::{put, tick};
use crate::parts::table::{By, Table, columns, panel};
use crate::parts::{Icon, sets, small_icon};
use crate::state::{Action, Ctx, Page, PageProps, planner};
use centering_core::calendar::Date;
use centering_core::edit::Edit;
use centering_core::layers::untold;
use centering_core::plan::{DateChange, changed_dates};
use centering_core::remedy::Left;
use centering_core::replan::{Event as Happening, Kept, Replanning, SessionChange, replan};
use event::EventForm;
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
    let onchange = sets(&answer, None);
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
            <Telling ctx={ctx.clone()} />
            <Variants ctx={ctx.clone()} />
        </div>
    }
}

/// What was found, in one sentence.
fn summary(ctx: &Ctx, found: &Answer) -> String {
    let lang = ctx.model.lang;
    let count = found.replanning.changes.len() + found.by_itself.len();
    if found.is_taken {
        taken(ctx).to_owned()
    } else if let (0, Some(left)) = (count, left_behind(ctx, found)) {
        lang.replan_left(left.group.as_str(), left.families)
    } else if count == 0 {
        lang.replan_none().to_owned()
    } else {
        format!("{count} {}", lang.replan_changes(count))
    }
}

/// That it was taken over, and whether somebody has to hear of it.
fn taken(ctx: &Ctx) -> &'static str {
    let (model, lang) = (&ctx.model, ctx.model.lang);
    if untold(&model.plan, model.today).is_empty() {
        lang.replan_taken_quiet()
    } else {
        lang.replan_taken()
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
                <p class="note ok">{ small_icon(Icon::Ok) }<span>{ taken(ctx) }</span></p>
                <div class="acts">
                    <button type="button" class="btn" onclick={ctx.on(Action::Go(Page::Roster))}>{ lang.to_roster() }</button>
                </div>
            </>
        };
    }
    if !found.by_itself.is_empty() {
        return html! {
            <>
                { cancelled(ctx, &found.by_itself) }
                <div class="acts"><button type="button" class="btn p" onclick={act(vec![fact.clone()])}>{ lang.replan_take() }</button></div>
                <Preview ctx={ctx.clone()} edits={vec![fact]} />
            </>
        };
    }
    let left = left_behind(ctx, found);
    if let (true, Some(left)) = (replanning.changes.is_empty(), &left) {
        return html! {
            <>
                { smaller(ctx, left, &|remedy| act(vec![fact.clone(), remedy])) }
                <div class="acts"><button type="button" class="btn p" onclick={act(vec![fact.clone()])}>{ lang.replan_only_fact() }</button></div>
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
            if let Some(left) = &left { { smaller(ctx, left, &|remedy| act(vec![fact.clone(), remedy])) } }
            { keys(ctx, replanning) }
            { table(ctx, found, answer) }
            <div class="acts">
                <button type="button" class="btn p" disabled={accepted.is_empty()} onclick={act(both.clone())}>
                    { small_icon(Icon::Ok) }{ lang.replan_accept(accepted.len()) }
                </button>
                <button type="button" class="btn" onclick={act(vec![fact])}>{ lang.replan_only_fact() }</button>
            </div>
            <Preview ctx={ctx.clone()} edits={both} />
        </>
    }
}

/// The group that a family leaves, where that is what happened.
fn left_behind(ctx: &Ctx, found: &Answer) -> Option<Left> {
    let Happening::Left(family) = &found.happening else {
        return None;
    };
    (planner()?.left)(&ctx.model.plan, family, ctx.model.today)
}

/// How many families a group has left, and what helps where they are few, each with the button that does it too.
fn smaller(ctx: &Ctx, left: &Left, act: &dyn Fn(Edit) -> Callback<MouseEvent>) -> Html {
    let (plan, lang) = (&ctx.model.plan, ctx.model.lang);
    let text = lang.replan_left(left.group.as_str(), left.families);
    if !left.is_small {
        return html! { <p class="note ok">{ small_icon(Icon::Ok) }<span>{ text }</span></p> };
    }
    let helps = left.remedies.iter().filter_map(|remedy| {
        let (what, consequence) = (planner()?.remedy)(lang, plan, remedy);
        let onclick = act(remedy.edit()?);
        let word = lang.replan_also();
        Some(html! {
            <li key={what.clone()}>
                <span>{ &what }</span>
                <span class="c">{ consequence }</span>
                <button type="button" class="btn s" aria-label={format!("{word}: {what}")} {onclick}>{ word }</button>
            </li>
        })
    });
    let helps: Vec<Html> = helps.collect();
    let min = plan.settings.group_size.min;
    html! {
        <div class="note warn">
            { small_icon(Icon::Warn) }
            <div class="stack xt">
                <span>{ text }{ " " }{ lang.replan_small(min) }</span>
                if helps.is_empty() { <p>{ lang.replan_small_nothing() }</p> } else { <ul class="fixes">{ for helps }</ul> }
            </div>
        </div>
    }
}

/// The bijeenkomsten that what happened cancels by itself.
fn cancelled(ctx: &Ctx, changes: &[DateChange]) -> Html {
    let (lang, today) = (ctx.model.lang, ctx.model.today);
    let table = date_changes(ctx)
        .column(lang.replan_becomes(), |change| {
            let to = change.to.map(|to| lang.day(to, today));
            to.unwrap_or_else(|| lang.replan_lapse().to_owned())
        })
        .rows(By::Id("cancelled-title"), changes);
    let body = table;
    panel("cancelled-title", lang.replan_list(), Html::default(), body)
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
    let (lang, today) = (ctx.model.lang, ctx.model.today);
    let notice = ctx.model.plan.settings.notice_days;
    let name = |change: &SessionChange| {
        let session = lang.session_number(change.session.get());
        format!("{}, {session}", change.group)
    };
    let take = |(place, change): &(usize, &SessionChange)| {
        let (answer, found, place) = (answer.clone(), found.clone(), *place);
        let is_taken = !found.left.contains(&place);
        let set = Callback::from(move |is_on: bool| {
            let mut changed = found.clone();
            put(&mut changed.left, &place, !is_on);
            answer.set(Some(changed));
        });
        tick(html! { <span>{ name(change) }</span> }, is_taken, set)
    };
    let was = |(_, change): &(usize, &SessionChange)| {
        html! {
            <>
                { lang.day(change.from, today) }
                if change.within_notice { { " " }<span class="chip warn">{ lang.replan_soon(notice) }</span> }
            </>
        }
    };
    let table = columns! { Table::of(|(_, change): &(usize, &SessionChange)| name(change));
        name(lang.replan_take(), take);
        column(lang.replan_was(), was);
        column(lang.replan_becomes(), |(_, change)| becomes(ctx, change));
        column(lang.replan_families(), |(_, change)| for_parents(ctx, change));
    };
    table.panel(
        "changes-title",
        lang.replan_list(),
        found.replanning.changes.iter().enumerate(),
    )
}

fn becomes(ctx: &Ctx, change: &SessionChange) -> String {
    let (plan, lang, today) = (&ctx.model.plan, ctx.model.lang, ctx.model.today);
    let alias = |id| {
        let person = plan.people.get(id);
        person.map_or_else(|| format!("{id}"), |person| person.alias.to_string())
    };
    let facts = |day: Date, preferred: bool| {
        let group = plan.groups.get(&change.group);
        group.map_or_else(String::new, |group| {
            lang.day_facts(plan, &group.location, day, preferred)
        })
    };
    let other_date = |day: Date, preferred: bool| {
        let becomes = lang.replan_other_date(&lang.day(day, today));
        format!("{becomes}. {}", facts(day, preferred))
    };
    match &change.kept {
        Kept::OtherDate(day) => other_date(*day, true),
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
            let line = lang.line_name(plan, line);
            let becomes = lang.replan_other_line(&lang.day(*date, today), &line);
            format!("{becomes}. {}", facts(*date, true))
        }
        Kept::Wider(day) => other_date(*day, false),
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
    let known = lang.parents_know(change.shared);
    format!("{}, {known}", lang.families(families))
}
