//! Which vaccinations of the programme are given at which bijeenkomst, with the RSV marks.

use super::list::List;
use crate::store::{Ctx, Same};
use centering_core::calendar::DateRange;
use centering_core::layers::{VaccinationMoment, vaccination_moments};
use centering_core::plan::{LocationId, Plan};
use std::rc::Rc;
use yew::prelude::*;

pub type Item = VaccinationMoment;

pub fn find(plan: &Plan, location: Option<&LocationId>, days: DateRange) -> Rc<Vec<Item>> {
    Rc::new(vaccination_moments(plan, location, days))
}

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub ctx: Ctx,
    pub found: Same<Vec<Item>>,
    pub days: DateRange,
}

#[component]
pub fn Vaccinations(props: &Props) -> Html {
    let (ctx, lang) = (&props.ctx, props.ctx.model.lang);
    let near = Some(props.days.first);
    let rows = use_memo(
        (props.found.clone(), lang, props.days),
        |(found, lang, _)| -> Vec<Vec<String>> {
            let row = |moment: &Item| {
                vec![
                    format!("{} {}", moment.group, moment.number),
                    lang.day(moment.date, near),
                    moment.children.to_string(),
                    lang.doses(&moment.doses),
                    moment
                        .rsv
                        .as_ref()
                        .map_or_else(String::new, |rsv| lang.sign_rsv(rsv.children)),
                ]
            };
            found.0.iter().map(row).collect()
        },
    );
    let go_to = use_memo(props.found.clone(), |found| {
        let target = |moment: &Item| Some((moment.group.clone(), moment.number));
        found.0.iter().map(target).collect::<Vec<_>>()
    });
    html! {
        <List ctx={ctx.clone()} id="layer-vaccination" title={lang.layer_vaccination_title()} text={lang.layer_vaccination_text()}
            none={lang.layer_vaccination_none()} heads={Rc::from(lang.layer_vaccination_heads())} {rows} {go_to} />
    }
}
