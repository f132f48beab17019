//! The windows of all bijeenkomsten of one group, each on a scale of its own, with the day that was chosen
//! and the number of free days.

use crate::chart::{Scale, standing_class, waits};
use crate::parts::form::tick;
use crate::state::{Action, Ctx, Dialog, Page, Selection};
use centering_core::calendar::{Date, DateRange};
use centering_core::care::SessionWindow;
use centering_core::edit::Edit;
use centering_core::layers::missed_of;
use centering_core::plan::{Group, Standing};
use centering_core::schedule::Windowed;
use centering_words::Lang;
use yew::prelude::*;

/// A bijeenkomst with at most this many free days is tight.
const TIGHT: usize = 1;

/// The list of windows; a click shows the bijeenkomst in the roster.
pub fn windows_list(ctx: &Ctx, group: &Group) -> Html {
    let (model, lang) = (&ctx.model, ctx.model.lang);
    let windowed = Windowed::of(&model.plan, group);
    let (windows, free) = (&windowed.windows, windowed.free_days());
    html! {
        <section aria-labelledby="windows-title">
            <h3 id="windows-title">{ lang.windows_title(windows.len()) }</h3>
            <ol class="wins go">
                { for windows.iter().map(|window| {
                    let days = free.iter().find(|(number, _)| *number == window.number).map(|(_, days)| *days);
                    item(ctx, group, window, days)
                }) }
            </ol>
            { legend(lang) }
            if !windowed.can_be_held(model.today).is_empty() {
                <div class="acts">
                    <button type="button" class="btn s" onclick={ctx.on(Action::Open(Dialog::Held(group.id.clone(), None)))}>{ lang.held_all_button() }</button>
                </div>
            }
            { missed_list(ctx, group) }
        </section>
    }
}

/// The vaccinations that its children missed, each with a tick for when it was seen to.
fn missed_list(ctx: &Ctx, group: &Group) -> Html {
    let lang = ctx.model.lang;
    let missed = missed_of(&ctx.model.plan, group, ctx.model.today);
    if missed.is_empty() {
        return Html::default();
    }
    html! {
        <fieldset class="stack t part">
            <legend>{ lang.missed_title() }</legend>
            <p class="small muted">{ if missed.iter().all(|one| one.is_done) { lang.missed_none() } else { lang.missed_text() } }</p>
            { for missed.into_iter().map(|one| {
                let words = lang.missed_dose(&one);
                let act = ctx.act.reform(move |done| Action::edit(Edit::CatchUp {
                    group: one.group.clone(),
                    dose: one.dose.clone(),
                    done,
                }));
                tick(words, one.is_done, act)
            }) }
        </fieldset>
    }
}

fn item(ctx: &Ctx, group: &Group, window: &SessionWindow, free: Option<usize>) -> Html {
    let (model, lang, today) = (&ctx.model, ctx.model.lang, ctx.model.today);
    let number = window.number;
    let session = group.sessions.get(&number);
    let date = session.and_then(|session| session.date);
    let standing = session.map_or(Standing::Undated, |session| session.standing(today));
    let date_text = date.map_or_else(
        || lang.not_planned().to_owned(),
        |date| lang.day_tight(date, today),
    );
    // A day that stays has no days beside it.
    let stands = !matches!(
        standing,
        Standing::Undated | Standing::Draft | Standing::Shared
    );
    let (state, is_tight) = match free {
        _ if stands => (lang.standing(standing).to_owned(), false),
        _ if date.is_none() && window.is_over(today) => (lang.unsaid_window().to_owned(), false),
        Some(days) => (lang.days_free(days), days <= TIGHT),
        None => (String::new(), false),
    };
    let has_physician = model
        .plan
        .template()
        .session(number)
        .is_some_and(|spec| spec.physician_minutes > 0);
    let is_pinned = session.is_some_and(|session| session.pinned);
    let mark = match standing {
        Standing::Draft if is_pinned => standing_class(Standing::Shared),
        standing => standing_class(standing),
    };
    let go = Action::GoTo(Page::Roster, Selection::Session(group.id.clone(), number));
    html! {
        <li key={number.get()}>
            <button type="button" onclick={ctx.on(go)} title={lang.to_roster()}>
                <span class={classes!("n", mark, has_physician.then_some("arts"))}>
                    <span class="sr">{ lang.session_word() }{ " " }</span>{ number.get() }
                </span>
                <span class="nw">{ date_text }</span>
                { chart(window, date, is_tight) }
                <span class={classes!("k", is_tight.then_some("t"), waits(standing).then_some("waits"))}>{ state }</span>
            </button>
        </li>
    }
}

fn chart(window: &SessionWindow, date: Option<Date>, is_tight: bool) -> Html {
    let ranges = [window.allowed, window.preferred];
    let shown = || ranges.into_iter().filter(|range| !range.is_empty());
    let first = shown().map(|range| range.first).chain(date).min();
    let last = shown().map(|range| range.last).chain(date).max();
    let (Some(first), Some(last)) = (first, last) else {
        return html! { <span /> };
    };
    let scale = Scale::new(DateRange {
        first: first.plus_days(-2),
        last: last.plus_days(2),
    });
    html! {
        <svg class="ch" height="22" aria-hidden="true">
            if !window.allowed.is_empty() {
                <line class="allow" x1={scale.start_of(window.allowed.first)} x2={scale.end_of(window.allowed.last)} y1="11" y2="11" />
                { for [scale.start_of(window.allowed.first), scale.end_of(window.allowed.last)].map(|x| html! {
                    <line class="allow-e" x1={x.clone()} x2={x} y1="8" y2="14" />
                }) }
            }
            if !window.preferred.is_empty() {
                <rect class={classes!("pref", is_tight.then_some("tight"))} x={scale.start_of(window.preferred.first)}
                    width={scale.width_of(window.preferred)} y="6" height="10" rx="2" />
            }
            if let Some(date) = date {
                <line class="today" x1={scale.middle_of(date)} x2={scale.middle_of(date)} y1="2" y2="20" />
            }
        </svg>
    }
}

fn legend(lang: Lang) -> Html {
    html! {
        <>
            <ul class="legend">
                <li><svg width="26" height="14" aria-hidden="true"><rect class="pref" x="1" y="3" width="24" height="8" rx="2" /></svg>{ lang.preferred() }</li>
                <li><svg width="26" height="14" aria-hidden="true"><path class="allow" d="M1 7h24M1 4v6M25 4v6" fill="none" /></svg>{ lang.allowed() }</li>
                <li><svg width="6" height="16" aria-hidden="true"><path class="today" d="M3 0v16" /></svg>{ lang.chosen_day() }</li>
                <li><svg width="18" height="18" aria-hidden="true"><circle class="artsring" cx="9" cy="9" r="7" /></svg>{ lang.legend_physician() }</li>
            </ul>
            <p class="xs muted">{ lang.free_means() }</p>
        </>
    }
}
