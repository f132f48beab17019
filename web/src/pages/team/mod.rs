//! The screen team: the weekly lines of each location as a week, the people with their load, and the rooms.

mod facts;
mod proposal;
mod tables;
mod week;

use super::PageProps;
use crate::app::Action;
use crate::parts::{Icon, small_icon};
use crate::store::{Ctx, Dialog, Page, Same};
use centering_core::schedule::{possible_with_one_more, team_lines};
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
            let possible = team_lines(&plan.0, *today).possible;
            let with_one_more = possible_with_one_more(&plan.0, *today);
            (Facts::of(&plan.0, *today), possible, with_one_more)
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
    let (facts, possible, with_one_more) = &*found;
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
                    { add_room(ctx, "btn") }
                    <button type="button" class={classes!("btn", (facts.lines == 0).then_some("p"))}
                        onclick={onpropose}>
                        { small_icon(Icon::Kring) }{ lang.propose_lines() }
                    </button>
                </div>
            </div>
            { proof(ctx, *possible, *with_one_more) }
            { for facts.locations.iter().map(|location| week::week(ctx, location)) }
            { tables::people(ctx, facts) }
            { tables::rooms(ctx, facts) }
            if *is_proposing { <Proposal ctx={ctx.clone()} {onclose} /> }
        </div>
    }
}

/// How many complete lines this team and these rooms allow, and how many with one more begeleider.
fn proof(ctx: &Ctx, possible: usize, with_one_more: usize) -> Html {
    let (plan, lang) = (&ctx.model.plan, ctx.model.lang);
    let whole = plan
        .lines
        .values()
        .filter(|line| line.room.is_some() && line.facilitators.len() > 1);
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

fn add_person(ctx: &Ctx, class: &'static str) -> Html {
    html! {
        <button type="button" {class} onclick={ctx.on(Action::Open(Dialog::Person(None)))}>
            { small_icon(Icon::Plus) }{ ctx.model.lang.add_person() }
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
    html! {
        <div class="stack">
            <div class="head"><div class="t"><h1 tabindex="-1">{ lang.team_heading() }</h1></div></div>
            <section class="panel empty" aria-labelledby="empty-title">
                <h2 id="empty-title">{ lang.team_empty_title() }</h2>
                <p>{ lang.team_empty_text() }</p>
                if needs_locations {
                    <p>{ lang.team_needs_locations() }</p>
                    <div class="acts">
                        <button type="button" class="btn p l" onclick={ctx.on(Action::Open(Dialog::Import(None)))}>
                            { small_icon(Icon::List) }{ lang.add_list() }
                        </button>
                    </div>
                } else {
                    <div class="acts">{ add_person(ctx, "btn p l") }{ add_room(ctx, "btn l") }</div>
                }
            </section>
        </div>
    }
}
