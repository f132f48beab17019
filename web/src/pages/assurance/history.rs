//! The days on which the indicators were kept, as a table.

use super::indicators::mark;
use crate::parts::table::{Table, columns};
use crate::parts::{Icon, icon};
use crate::state::{Action, Ctx};
use centering_core::assurance::{Indicators, Snapshot};
use centering_core::calendar::Date;
use centering_core::edit::{AssuranceEdit, Edit};
use yew::prelude::*;

pub fn history(ctx: &Ctx) -> Html {
    let (lang, kept) = (ctx.model.lang, &ctx.model.plan.assurance.history);
    let mut days: Vec<(Date, &Snapshot)> = kept.snapshots().collect();
    days.reverse();
    let mut table = columns! { Table::of(|(day, _): &(Date, &Snapshot)| day.to_string()).look("history").scrolls();
        name(lang.history_day(), |(day, _)| lang.day_typed(*day));
    };
    for indicator in &Indicators::proposal().indicators {
        table = table
            .column(lang.wording(&indicator.name).to_owned(), |(_, snapshot)| {
                let (light, amount) = snapshot.known.get(&indicator.id)?;
                let amount = lang.amount(indicator.id, *amount);
                Some(mark(
                    *light,
                    html! { <><span class="sr">{ lang.light(*light) }{ " " }</span>{ amount }</> },
                ))
            })
            .nowrap()
            .dash();
    }
    let forget = |(day, _): &(Date, &Snapshot)| {
        let edit = Edit::Assurance(Box::new(AssuranceEdit::ForgetReadings(*day)));
        html! {
            <button type="button" class="btn i s q" aria-label={lang.history_forget(&lang.day_full(*day))} onclick={ctx.on(Action::edit(edit))}>
                { icon(Icon::Trash) }
            </button>
        }
    };
    let table = table
        .acts(lang.history_title(), forget)
        .none(lang.history_none());
    table.panel("history-title", lang.history_title(), days)
}
