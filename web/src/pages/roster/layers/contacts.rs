//! What the bijeenkomsten take off the regular spreekuren, a week at a location a row.

use super::list::{List, location_name};
use crate::store::{Ctx, Same};
use centering_core::calendar::DateRange;
use centering_core::layers::{ContactWeek, replaced_contacts};
use centering_core::plan::{LocationId, Plan};
use std::rc::Rc;
use yew::prelude::*;

pub type Item = ContactWeek;

pub fn find(plan: &Plan, location: Option<&LocationId>, days: DateRange) -> Rc<Vec<Item>> {
    Rc::new(replaced_contacts(plan, location, days))
}

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub ctx: Ctx,
    pub found: Same<Vec<Item>>,
    pub days: DateRange,
}

#[component]
pub fn Contacts(props: &Props) -> Html {
    let (ctx, lang) = (&props.ctx, props.ctx.model.lang);
    let found = &props.found.0;
    let slots: usize = found.iter().map(ContactWeek::slots).sum();
    let near = Some(props.days.first);
    let rows = use_memo(
        (props.found.clone(), lang, props.days),
        |(found, lang, _)| -> Vec<Vec<String>> {
            let row = |week: &Item| {
                let moments = week.moments.iter();
                let names: Vec<String> = moments
                    .map(|(code, count)| format!("{count}× {}", lang.contact_moment(code)))
                    .collect();
                vec![
                    lang.week_from(week.monday, near),
                    location_name(ctx, &week.location),
                    week.sessions.to_string(),
                    names.join(", "),
                    week.slots().to_string(),
                ]
            };
            found.0.iter().map(row).collect()
        },
    );
    let go_to = use_memo((), |()| Vec::new());
    html! {
        <List ctx={ctx.clone()} id="layer-contacts" title={lang.layer_contacts_title()} text={lang.layer_contacts_text(slots)}
            none={lang.layer_contacts_none()} heads={Rc::from(lang.layer_contacts_heads())} {rows} {go_to} />
    }
}
