//! The days on which the indicators were kept, as a table.

use super::indicators::mark;
use crate::app::Action;
use crate::parts::{Icon, icon};
use crate::store::Ctx;
use centering_core::assurance::{Indicators, Snapshot};
use centering_core::calendar::Date;
use centering_core::plan::{AssuranceEdit, Edit};
use yew::prelude::*;

pub fn history(ctx: &Ctx) -> Html {
    let (lang, kept) = (ctx.model.lang, &ctx.model.plan.assurance.history);
    let mut days: Vec<(Date, &Snapshot)> = kept.snapshots().collect();
    days.reverse();
    html! {
        <section class="panel">
            <div class="ph"><h2 id="history-title">{ lang.history_title() }</h2></div>
            if days.is_empty() {
                <div class="pb"><p>{ lang.history_none() }</p></div>
            } else {
                <div class="tw" tabindex="0" role="region" aria-labelledby="history-title">
                    <table class="tb history" aria-labelledby="history-title">
                        <thead><tr>
                            <th scope="col">{ lang.history_day() }</th>
                            { for Indicators::proposal().indicators.iter().map(|indicator| html! {
                                <th scope="col">{ lang.wording(&indicator.name) }</th>
                            }) }
                            <th scope="col"><span class="sr">{ lang.history_title() }</span></th>
                        </tr></thead>
                        <tbody>{ for days.into_iter().map(|(day, snapshot)| row(ctx, day, snapshot)) }</tbody>
                    </table>
                </div>
            }
        </section>
    }
}

fn row(ctx: &Ctx, day: Date, snapshot: &Snapshot) -> Html {
    let lang = ctx.model.lang;
    let forget = Edit::Assurance(Box::new(AssuranceEdit::ForgetReadings(day)));
    html! {
        <tr key={day.to_string()}>
            <th scope="row">{ lang.day_typed(day) }</th>
            { for Indicators::proposal().indicators.iter().map(|indicator| {
                match snapshot.known.get(&indicator.id) {
                    Some((light, amount)) => html! {
                        <td class="nw">{ mark(*light, html! { <><span class="sr">{ lang.light(*light) }{ " " }</span>{ lang.amount(indicator.id, *amount) }</> }) }</td>
                    },
                    None => html! { <td>{ "–" }</td> },
                }
            }) }
            <td>
                <button type="button" class="btn i s q" aria-label={lang.history_forget(&lang.day_full(day))} onclick={ctx.on(Action::edit(forget))}>
                    { icon(Icon::Trash) }
                </button>
            </td>
        </tr>
    }
}
