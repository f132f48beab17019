//! The weekly lines of one location as a week: mornings and afternoons as rows, workdays as columns.

use super::facts::{LineFacts, LocationFacts};
use crate::parts::table::{By, Table};
use crate::parts::{Icon, small_icon};
use crate::state::{Action, Ctx, Dialog};
use centering_core::calendar::{HalfDay, Part, Workday};
use centering_core::edit::Edit;
use yew::prelude::*;

/// The week of one location.
pub fn week(ctx: &Ctx, location: &LocationFacts) -> Html {
    let lang = ctx.model.lang;
    let title = format!("week-{}", location.id);
    let cell = |half_day: HalfDay| {
        let lines = location
            .lines
            .iter()
            .filter(|line| line.half_day == half_day);
        let add = Dialog::Line(None, Some((location.id.clone(), half_day)));
        let label = lang.add_line_at(&lang.half_day(half_day), &location.name);
        html! {
            <div class="slots">
                { for lines.map(|line| slot(ctx, line)) }
                <button type="button" class="slot add" aria-label={label.clone()} title={label} onclick={ctx.on(Action::Open(add))}>
                    { small_icon(Icon::Plus) }
                </button>
            </div>
        }
    };
    let mut table = Table::of(|part: &Part| format!("{part:?}"))
        .look("weekgrid")
        .scrolls()
        .name(lang.week_part(), |part| lang.part(*part))
        .silent();
    for workday in Workday::ALL {
        table = table.column(lang.weekday(workday), move |part| {
            cell(HalfDay {
                workday,
                part: *part,
            })
        });
    }
    let assign = Edit::AssignPhysicians(location.visits.clone());
    html! {
        <section class="panel" key={location.id.to_string()} aria-labelledby={title.clone()}>
            <div class="ph">
                <h2 id={title.clone()}>{ lang.week_title(&location.name) }</h2>
                if !location.visits.is_empty() {
                    <button type="button" class="btn s" aria-label={lang.assign_physicians_at(&location.name)} onclick={ctx.on(Action::edit(assign))}>
                        { lang.assign_physicians() }
                    </button>
                }
            </div>
            { table.rows(By::Id(&title), [Part::Morning, Part::Afternoon]) }
        </section>
    }
}

/// One line: room, pair and groups; opens its dialog.
fn slot(ctx: &Ctx, line: &LineFacts) -> Html {
    let lang = ctx.model.lang;
    let room = line.room.clone();
    let pair = match line.pair.as_slice() {
        [] => lang.no_pair().to_owned(),
        [alias] => lang.half_pair(alias),
        pair => lang.list(pair),
    };
    let is_whole = line.pair.len() > 1 && room.is_some();
    let open = Dialog::Line(Some(line.id.clone()), None);
    html! {
        <button type="button" key={line.id.to_string()} class={classes!("slot", (!is_whole).then_some("open"))}
            onclick={ctx.on(Action::Open(open))}>
            <b>{ pair }</b>
            <span>{ room.unwrap_or_else(|| lang.no_room().to_owned()) }</span>
            if line.lacks_physician { <span class="muted">{ lang.no_physician_then() }</span> }
            <span class="muted">
                { lang.line_groups(line.groups) }
                if line.pinned { { small_icon(Icon::Pin) }<span class="sr">{ lang.pinned() }</span> }
            </span>
        </button>
    }
}
