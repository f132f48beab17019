//! The individual inhaalafspraken that are needed, the first deadline first; of all days, because a deadline
//! that the view does not show is one all the same.

use super::list::{List, location_name};
use crate::store::{Ctx, Same};
use centering_core::calendar::DateRange;
use centering_core::layers::CatchUp;
use std::rc::Rc;
use yew::prelude::*;

pub type Item = CatchUp;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub ctx: Ctx,
    pub found: Same<Vec<Item>>,
    pub days: DateRange,
}

#[component]
pub fn CatchUps(props: &Props) -> Html {
    let (ctx, lang) = (&props.ctx, props.ctx.model.lang);
    let found = &props.found.0;
    let appointments: usize = found.iter().map(|one| one.appointments).sum();
    let near = Some(props.days.first);
    let rows = use_memo(
        (props.found.clone(), lang, props.days),
        |(found, lang, _)| -> Vec<Vec<String>> {
            let row = |one: &Item| {
                vec![
                    format!("{} {}", one.group, one.number),
                    location_name(ctx, &one.location),
                    lang.catch_up_cause(one.cause).to_owned(),
                    lang.catch_up_count(one.appointments, one.at_most),
                    lang.catch_up_when(one.from, one.until, one.by_programme, near),
                    lang.dose_names(one.doses.iter()),
                ]
            };
            found.0.iter().map(row).collect()
        },
    );
    let go_to = use_memo(props.found.clone(), |found| {
        let target = |one: &Item| Some((one.group.clone(), one.number));
        found.0.iter().map(target).collect::<Vec<_>>()
    });
    html! {
        <List ctx={ctx.clone()} id="layer-catch-up" title={lang.layer_catch_up_title()} text={lang.layer_catch_up_text(appointments)}
            none={lang.layer_catch_up_none()} heads={Rc::from(lang.layer_catch_up_heads())} {rows} {go_to} />
    }
}
