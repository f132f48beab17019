//! Where a jeugdarts is needed: a half-day at a location a row, with the bijeenkomsten that share it.

use super::list::{List, location_name};
use crate::store::{Ctx, Same};
use centering_core::calendar::DateRange;
use centering_core::layers::{PhysicianHalfDay, physician_half_days};
use centering_core::plan::{LocationId, Plan};
use std::rc::Rc;
use yew::prelude::*;

pub type Item = PhysicianHalfDay;

pub fn find(plan: &Plan, location: Option<&LocationId>, days: DateRange) -> Rc<Vec<Item>> {
    Rc::new(physician_half_days(plan, location, days))
}

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub ctx: Ctx,
    pub found: Same<Vec<Item>>,
    pub days: DateRange,
}

#[component]
pub fn Physicians(props: &Props) -> Html {
    let (ctx, lang) = (&props.ctx, props.ctx.model.lang);
    let found = &props.found.0;
    let combined = found
        .iter()
        .filter(|half_day| half_day.is_combined())
        .count();
    let near = Some(props.days.first);
    let rows = use_memo(
        (props.found.clone(), lang, props.days),
        |(found, lang, _)| -> Vec<Vec<String>> {
            let row = |half_day: &Item| {
                let sessions = half_day.sessions.iter();
                let names: Vec<String> = sessions
                    .map(|(group, number)| format!("{group} {number}"))
                    .collect();
                vec![
                    lang.day(half_day.date, near),
                    lang.part(half_day.part).to_owned(),
                    location_name(ctx, &half_day.location),
                    names.join(", "),
                    lang.minutes(half_day.minutes),
                    lang.physicians_present(half_day.present),
                ]
            };
            found.0.iter().map(row).collect()
        },
    );
    let go_to = use_memo(props.found.clone(), |found| {
        let first = |half_day: &Item| half_day.sessions.first().cloned();
        found.0.iter().map(first).collect::<Vec<_>>()
    });
    html! {
        <List ctx={ctx.clone()} id="layer-physician" title={lang.layer_physician_title()} text={lang.layer_physician_text(found.len(), combined)}
            none={lang.layer_physician_none()} heads={Rc::from(lang.layer_physician_heads())} {rows} {go_to} />
    }
}
