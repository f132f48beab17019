//! The layers that can lie over the roster: which are on, what they add to one bijeenkomst, and their lists.

mod list;
mod listed;

use super::RosterAct;
use crate::parts::form::tick;
use crate::state::{Ctx, Layer, Model, Same};
use centering_core::calendar::DateRange;
use centering_core::care::SessionNumber;
use centering_core::layers::{
    CatchUp, CatchUps, ContactWeek, MissedDose, PhysicianHalfDay, RsvMoment, VaccinationMoment,
    physician_half_days, replaced_contacts, rsv_moments, vaccination_moments,
};
use centering_core::plan::{Group, GroupId, LocationId, Plan};
use centering_words::Lang;
use list::{List, Listed};
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::prelude::*;

/// The layers that are on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Layers([bool; 4]);

impl Layers {
    pub fn has(self, layer: Layer) -> bool {
        self.0.get(layer as usize).copied().unwrap_or_default()
    }

    pub fn toggled(mut self, layer: Layer) -> Self {
        if let Some(is_on) = self.0.get_mut(layer as usize) {
            *is_on = !*is_on;
        }
        self
    }
}

/// The switches of the layers.
pub fn switches(lang: Lang, layers: Layers, on: &Callback<RosterAct>) -> Html {
    html! {
        <fieldset class="layers">
            <legend>{ lang.layers() }</legend>
            { for Layer::ALL.map(|layer| {
                let on = on.reform(move |_: bool| RosterAct::ToggleLayer(layer));
                tick(html! { <span>{ layer.label(lang) }</span> }, layers.has(layer), on)
            }) }
        </fieldset>
    }
}

/// What the layers say of single bijeenkomsten; worked out while a layer that is on needs it.
#[derive(Clone, Default)]
pub struct Marks {
    catch_ups: Option<CatchUps>,
}

impl Marks {
    /// Looks the plan through where a layer that is on needs it.
    pub fn of(model: &Model, layers: Layers) -> Self {
        let is_on = layers.has(Layer::CatchUp);
        Self {
            catch_ups: is_on.then(|| CatchUps::of(&model.plan, model.today)),
        }
    }

    /// The marks after a change that touched only these groups.
    pub fn after(&self, model: &Model, groups: &BTreeSet<GroupId>) -> Self {
        let before = self.catch_ups.as_ref();
        Self {
            catch_ups: before.map(|before| before.after(&model.plan, groups)),
        }
    }
}

/// What the layers that are on say of one bijeenkomst, as small signs with words.
pub fn signs(
    lang: Lang,
    plan: &Plan,
    layers: Layers,
    marks: &Marks,
    group: &GroupId,
    number: SessionNumber,
) -> Vec<Html> {
    let mut signs = Vec::new();
    let (Some(known), Some(spec)) = (plan.groups.get(group), plan.template().session(number))
    else {
        return signs;
    };
    if layers.has(Layer::Physician) && spec.physician_minutes > 0 {
        let session = known.sessions.get(&number);
        let named = session.and_then(|session| session.physician.as_ref());
        let named = named.map(|id| plan.person_name(id));
        signs.push(html! { <span class="chip arts">{ lang.sign_physician(spec.physician_minutes, named) }</span> });
    }
    if layers.has(Layer::Vaccination) {
        if !spec.doses.is_empty() {
            signs.push(html! { <span class="chip line">{ lang.dose_names(&spec.doses) }</span> });
        }
        if let Some(rsv) = rsv_of(plan, known, number) {
            signs.push(html! { <span class="chip accent">{ lang.sign_rsv(rsv.children) }</span> });
        }
    }
    if layers.has(Layer::Contacts) && !spec.replaces.is_empty() {
        let children = plan.children(known);
        signs.push(html! { <span class="chip people">{ lang.sign_contacts(children, &moments(lang, &spec.replaces)) }</span> });
    }
    let catch_ups = marks.catch_ups.as_ref();
    if let Some(found) = catch_ups.and_then(|all| all.of_session(group, number)) {
        signs.push(
            html! { <span class="chip warn">{ lang.sign_catch_up(found.appointments) }</span> },
        );
    }
    signs
}

fn rsv_of(plan: &Plan, group: &Group, number: SessionNumber) -> Option<RsvMoment> {
    rsv_moments(plan, group)
        .into_iter()
        .find(|moment| moment.number == number)
}

/// The contact moments in words.
fn moments(lang: Lang, codes: &[String]) -> String {
    let names: Vec<String> = codes.iter().map(|code| lang.contact_moment(code)).collect();
    lang.list(&names)
}

#[derive(Clone, PartialEq, Properties)]
pub struct ListsProps {
    pub ctx: Ctx,
    pub layers: Layers,
    pub marks: Same<Marks>,
    pub location: Option<LocationId>,
    /// The days that the view shows.
    pub days: DateRange,
}

/// The lists of the layers that are on, over the days that the view shows.
#[component]
pub fn LayerLists(props: &ListsProps) -> Html {
    let plan = Same(props.ctx.model.plan.clone());
    let basis = (
        plan,
        props.marks.clone(),
        props.layers,
        props.location.clone(),
        props.days,
    );
    let lists = use_memo(basis, |(plan, marks, layers, location, days)| {
        let (plan, location) = (&plan.0, location.as_ref());
        let on = |layer: Layer| layers.has(layer).then_some(());
        let catch_ups = marks.0.catch_ups.as_ref();
        Lists {
            physicians: on(Layer::Physician)
                .map(|()| Rc::new(physician_half_days(plan, location, *days))),
            vaccinations: on(Layer::Vaccination)
                .map(|()| Rc::new(vaccination_moments(plan, location, *days))),
            contacts: on(Layer::Contacts)
                .map(|()| Rc::new(replaced_contacts(plan, location, *days))),
            catch_up: catch_ups.map(|all| Rc::new(all.list(location))),
            missed: catch_ups.map(|all| Rc::new(all.missed(location))),
        }
    });
    html! {
        <>
            { list(props, &lists.physicians) }
            { list(props, &lists.vaccinations) }
            { list(props, &lists.contacts) }
            { list(props, &lists.catch_up) }
            { list(props, &lists.missed) }
        </>
    }
}

fn list<T: Listed>(props: &ListsProps, found: &Option<Rc<Vec<T>>>) -> Html {
    let Some(found) = found.clone() else {
        return Html::default();
    };
    html! { <List<T> ctx={props.ctx.clone()} found={Same(found)} days={props.days} /> }
}

struct Lists {
    physicians: Option<Rc<Vec<PhysicianHalfDay>>>,
    vaccinations: Option<Rc<Vec<VaccinationMoment>>>,
    contacts: Option<Rc<Vec<ContactWeek>>>,
    catch_up: Option<Rc<Vec<CatchUp>>>,
    missed: Option<Rc<Vec<MissedDose>>>,
}
