//! The screen team: the weekly lines of each location as a week, the people with their load, and the rooms.

mod facts;
mod proposal;
mod tables;
mod week;

use crate::parts::{Icon, empty_screen, small_icon};
use crate::state::{Action, Ctx, Dialog, Page, PageProps, Same};
use centering_core::cohort::is_free;
use centering_core::plan::{Group, LocationId};
use centering_core::schedule::{Lack, TeamLines, has_lines, possible_with_one_more, team_lines};
use facts::Facts;
use proposal::Proposal;
use yew::prelude::*;

#[component]
pub fn Team(props: &PageProps) -> Html {
    let ctx = &props.ctx;
    let lang = ctx.model.lang;
    let found = {
        let basis = (Same(ctx.model.plan.clone()), ctx.model.today);
        use_memo(basis, |(plan, today)| {
            let with_one_more = possible_with_one_more(&plan.0, *today);
            (
                Facts::of(&plan.0, *today),
                team_lines(&plan.0, *today),
                with_one_more,
            )
        })
    };
    let is_proposing = use_state_eq(|| false);
    let propose = |is_open: bool| {
        let is_proposing = is_proposing.clone();
        move || is_proposing.set(is_open)
    };
    let onpropose = {
        let open = propose(true);
        Callback::from(move |_: MouseEvent| open())
    };
    let onclose = {
        let close = propose(false);
        Callback::from(move |()| close())
    };
    let (facts, proposed, with_one_more) = &*found;
    if facts.locations.is_empty() || facts.people.is_empty() && facts.rooms.is_empty() {
        return empty(ctx, facts.locations.is_empty());
    }
    html! {
        <div class="stack">
            <div class="head">
                <div class="t">
                    <h1 tabindex="-1">{ lang.team_heading() }</h1>
                    <p class="sub">{ lang.team_counts(facts.people.len(), facts.rooms.len(), facts.lines) }</p>
                </div>
                <div class="acts">
                    <button type="button" class="btn" onclick={ctx.on(Action::Go(Page::Replan))}>
                        { small_icon(Icon::Warn) }{ lang.replan() }
                    </button>
                    { add_person(ctx, "btn") }
                    { add_team_list(ctx, "btn") }
                    { add_room(ctx, "btn") }
                    <button type="button" class={classes!("btn", (facts.lines == 0).then_some("p"))}
                        onclick={onpropose}>
                        { small_icon(Icon::Kring) }{ lang.propose_lines() }
                    </button>
                </div>
            </div>
            { proof(ctx, proposed, *with_one_more) }
            { next(ctx) }
            { for facts.locations.iter().map(|location| week::week(ctx, location)) }
            { tables::people(ctx, facts) }
            { tables::rooms(ctx, facts) }
            if *is_proposing { <Proposal ctx={ctx.clone()} {onclose} /> }
        </div>
    }
}

/// How many complete lines this team and these rooms allow, and how many with one more begeleider.
fn proof(ctx: &Ctx, proposed: &TeamLines, with_one_more: usize) -> Html {
    let (plan, lang) = (&ctx.model.plan, ctx.model.lang);
    let possible = proposed.possible;
    // Where nothing is possible, what to add first says more than how many.
    if possible == 0 && !proposed.without.is_empty() {
        return lacks(ctx, proposed, &Callback::noop());
    }
    let whole = plan
        .lines
        .values()
        .filter(|line| line.room.is_some() && line.has_pair());
    html! {
        <p class="note">
            { small_icon(Icon::Info) }
            <span>
                { lang.lines_possible(whole.count(), possible) }{ " " }
                { lang.lines_with_one_more(with_one_more.saturating_sub(possible)) }
            </span>
        </p>
    }
}

/// What the locations lack that get no line, each with the button that adds it; `before` is told that one was pressed.
fn lacks(ctx: &Ctx, proposed: &TeamLines, before: &Callback<()>) -> Html {
    let (plan, lang) = (&ctx.model.plan, ctx.model.lang);
    let lack = |(location, lack): &(LocationId, Lack)| {
        let (words, dialog) = match lack {
            Lack::Room => (lang.add_room(), Dialog::Room(None)),
            Lack::Pair | Lack::Physician => (lang.add_person(), Dialog::Person(None)),
        };
        let onclick = {
            let (ctx, before) = (ctx.clone(), before.clone());
            Callback::from(move |_: MouseEvent| {
                before.emit(());
                ctx.act(Action::Open(dialog.clone()));
            })
        };
        html! {
            <div class="note warn" key={location.to_string()}>
                { small_icon(Icon::Warn) }
                <div class="stack xt">
                    <span>{ lang.line_lack(plan.location_name(location), *lack) }</span>
                    <div class="acts"><button type="button" class="btn s" {onclick}>{ small_icon(Icon::Plus) }{ words }</button></div>
                </div>
            </div>
        }
    };
    html! { <>{ for proposed.without.iter().map(lack) }</> }
}

/// What follows once there are lines: groups that are still on none, or families that are in no group.
fn next(ctx: &Ctx) -> Html {
    let (plan, lang) = (&ctx.model.plan, ctx.model.lang);
    let is_free = |group: &&Group| group.line.is_none() && is_free(group, ctx.model.today);
    let mut waiting = plan
        .groups
        .values()
        .filter(is_free)
        .map(|group| &group.location);
    let waits = waiting.any(|location| has_lines(plan, location))
        || plan.groups.is_empty()
            && plan
                .unplaced()
                .any(|family| has_lines(plan, &family.location));
    if !waits {
        return Html::default();
    }
    html! {
        <div class="note">
            { small_icon(Icon::Info) }
            <div class="stack xt">
                <span>{ lang.lines_next() }</span>
                <div class="acts"><button type="button" class="btn s" onclick={ctx.on(Action::Go(Page::Groups))}>{ lang.to_groups() }</button></div>
            </div>
        </div>
    }
}

fn add_person(ctx: &Ctx, class: &'static str) -> Html {
    html! {
        <button type="button" {class} onclick={ctx.on(Action::Open(Dialog::Person(None)))}>
            { small_icon(Icon::Plus) }{ ctx.model.lang.add_person() }
        </button>
    }
}

fn add_team_list(ctx: &Ctx, class: &'static str) -> Html {
    html! {
        <button type="button" {class} onclick={ctx.on(Action::Open(Dialog::TeamList))}>
            { small_icon(Icon::List) }{ ctx.model.lang.add_team_list() }
        </button>
    }
}

fn add_room(ctx: &Ctx, class: &'static str) -> Html {
    html! {
        <button type="button" {class} onclick={ctx.on(Action::Open(Dialog::Room(None)))}>
            { small_icon(Icon::Plus) }{ ctx.model.lang.add_room() }
        </button>
    }
}

/// What to do first, where there is no team yet.
fn empty(ctx: &Ctx, needs_locations: bool) -> Html {
    let lang = ctx.model.lang;
    let acts = if needs_locations {
        html! {
            <button type="button" class="btn p l" onclick={ctx.on(Action::Open(Dialog::Import(None)))}>
                { small_icon(Icon::List) }{ lang.add_list() }
            </button>
        }
    } else {
        html! { <>{ add_person(ctx, "btn p l") }{ add_team_list(ctx, "btn l") }{ add_room(ctx, "btn l") }</> }
    };
    let text = html! {
        <>
            <p>{ lang.team_empty_text() }</p>
            if needs_locations { <p>{ lang.team_needs_locations() }</p> }
        </>
    };
    empty_screen(lang.team_heading(), lang.team_empty_title(), text, acts)
}
