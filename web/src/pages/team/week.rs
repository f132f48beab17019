//! The weekly lines of one location as a week: mornings and afternoons as rows, workdays as columns.

use super::facts::{LineFacts, LocationFacts};
use crate::app::Action;
use crate::parts::{Icon, small_icon};
use crate::store::{Ctx, Dialog};
use centering_core::calendar::{HalfDay, Part, Workday};
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
            <td>
                <div class="slots">
                    { for lines.map(|line| slot(ctx, line)) }
                    <button type="button" class="slot add" aria-label={label.clone()} title={label} onclick={ctx.on(Action::Open(add))}>
                        { small_icon(Icon::Plus) }
                    </button>
                </div>
            </td>
        }
    };
    let row = |part: Part| {
        html! {
            <tr>
                <th scope="row">{ lang.part(part) }</th>
                { for Workday::ALL.map(|workday| cell(HalfDay { workday, part })) }
            </tr>
        }
    };
    html! {
        <section class="panel" key={location.id.to_string()}>
            <div class="ph"><h2 id={title.clone()}>{ lang.week_title(&location.name) }</h2></div>
            <div class="tw" tabindex="0" role="region" aria-labelledby={title.clone()}>
                <table class="tb weekgrid" aria-labelledby={title}>
                    <thead><tr>
                        <th scope="col"><span class="sr">{ lang.week_part() }</span></th>
                        { for Workday::ALL.map(|workday| html! { <th scope="col">{ lang.weekday(workday) }</th> }) }
                    </tr></thead>
                    <tbody>{ row(Part::Morning) }{ row(Part::Afternoon) }</tbody>
                </table>
            </div>
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
            <span class="muted">
                { lang.line_groups(line.groups) }
                if line.pinned { { small_icon(Icon::Pin) }<span class="sr">{ lang.pinned() }</span> }
            </span>
        </button>
    }
}
