//! One location: its name, the start of its group codes, its region and when its bijeenkomsten start.

use crate::parts::{Modal, TextField, refusal_note, use_focus};
use crate::store::Ctx;
use crate::text::Lang;
use centering_core::calendar::{ClockTime, HalfDay, Region, Workday};
use centering_core::plan::{Edit, Location, LocationId, Plan};
use std::collections::{BTreeMap, BTreeSet};
use yew::prelude::*;

/// The most characters of the start of a group code.
const LONGEST_PREFIX: usize = 6;

/// The fields as they are typed.
#[derive(Clone, PartialEq)]
struct Draft {
    name: String,
    prefix: String,
    region: Option<Region>,
    times: BTreeMap<HalfDay, String>,
    /// Fields that the user left; only their faults are shown before saving.
    left: BTreeSet<String>,
    tried: bool,
}

#[derive(Default)]
struct Faults {
    name: Option<&'static str>,
    prefix: Option<&'static str>,
    times: BTreeSet<HalfDay>,
}

impl Draft {
    fn of(location: &Location, lang: Lang) -> Self {
        let time = |half_day| (half_day, lang.time(location.start(half_day)));
        Self {
            name: location.name.clone(),
            prefix: location.prefix.clone(),
            region: location.region,
            times: HalfDay::all().map(time).collect(),
            left: BTreeSet::new(),
            tried: false,
        }
    }

    /// The location as it is typed, or what is wrong with it. A time that is left out is the usual one.
    fn read(&self, plan: &Plan, before: &Location, lang: Lang) -> Result<Location, Faults> {
        let mut faults = Faults::default();
        let others = || {
            plan.locations
                .values()
                .filter(|other| other.id != before.id)
        };
        let name = self.name.trim();
        match LocationId::from_name(name) {
            None => faults.name = Some(lang.location_name_wrong()),
            Some(id) => {
                let is_other = |other: &Location| {
                    other.id == id || LocationId::from_name(&other.name).as_ref() == Some(&id)
                };
                if others().any(is_other) {
                    faults.name = Some(lang.location_name_twice());
                }
            }
        }
        let prefix = self.prefix.trim().to_uppercase();
        let is_prefix = (1..=LONGEST_PREFIX).contains(&prefix.len())
            && prefix.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if !is_prefix && prefix != before.prefix {
            faults.prefix = Some(lang.location_prefix_wrong());
        } else if others().any(|other| other.prefix == prefix) {
            faults.prefix = Some(lang.location_prefix_twice());
        }
        let mut start_times = BTreeMap::new();
        for (half_day, text) in &self.times {
            match text.trim().parse::<ClockTime>() {
                _ if text.trim().is_empty() => {}
                Ok(time) if time == half_day.default_start() => {}
                Ok(time) => {
                    start_times.insert(*half_day, time);
                }
                Err(()) => {
                    faults.times.insert(*half_day);
                }
            }
        }
        if faults.name.is_some() || faults.prefix.is_some() || !faults.times.is_empty() {
            return Err(faults);
        }
        Ok(Location {
            id: before.id.clone(),
            name: name.to_owned(),
            prefix,
            region: self.region,
            start_times,
            extra: before.extra.clone(),
        })
    }

    fn shows(&self, id: &str) -> bool {
        self.tried || self.left.contains(id)
    }
}

#[derive(PartialEq, Properties)]
pub struct LocationProps {
    pub ctx: Ctx,
    pub id: LocationId,
    pub onclose: Callback<()>,
}

/// The dialog for one location.
#[component]
pub fn LocationDialog(props: &LocationProps) -> Html {
    let (ctx, onclose) = (&props.ctx, &props.onclose);
    let (plan, lang) = (ctx.model.plan.clone(), ctx.model.lang);
    let location = plan.locations.get(&props.id).cloned();
    let draft = {
        let location = location.clone();
        use_state_eq(move || location.map(|location| Draft::of(&location, lang)))
    };
    let refused = use_state_eq(|| None::<String>);
    let form = use_node_ref();
    let focus = use_focus(form.clone());
    // A location that is gone, after an undo, has nothing to show.
    let (Some(location), Some(now)) = (location, (*draft).clone()) else {
        return Html::default();
    };
    let faults = now.read(&plan, &location, lang).err().unwrap_or_default();
    let change = |change: fn(&mut Draft, String)| {
        let draft = draft.clone();
        Callback::from(move |text: String| {
            let mut changed = (*draft).clone();
            if let Some(changed) = &mut changed {
                change(changed, text);
            }
            draft.set(changed);
        })
    };
    let leave = |id: &str| {
        let (leave, id) = (
            change(|draft, id| {
                draft.left.insert(id);
            }),
            id.to_owned(),
        );
        Callback::from(move |()| leave.emit(id.clone()))
    };
    let onregion = {
        let draft = draft.clone();
        Callback::from(move |event: Event| {
            let index = crate::parts::chosen(&event);
            let region = index
                .and_then(|index| Region::ALL.get(index.checked_sub(1)?))
                .copied();
            let changed = (*draft).clone().map(|draft| Draft { region, ..draft });
            draft.set(changed);
        })
    };
    let onsubmit = {
        let (ctx, draft, focus, onclose) = (ctx.clone(), draft.clone(), focus, onclose.clone());
        let (plan, location, now) = (plan.clone(), location.clone(), now.clone());
        let refused = refused.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match now.read(&plan, &location, lang) {
                Ok(changed) => match ctx.edit_from_dialog(Edit::SetLocation(changed)) {
                    Ok(()) => onclose.emit(()),
                    Err(reason) => refused.set(Some(reason)),
                },
                Err(_) => {
                    draft.set(Some(Draft {
                        tried: true,
                        ..now.clone()
                    }));
                    focus.emit("[aria-invalid=true]");
                }
            }
        })
    };
    let close = {
        let onclose = onclose.clone();
        Callback::from(move |_: MouseEvent| onclose.emit(()))
    };
    let footer = html! {
        <>
            <button type="button" class="btn" onclick={close}>{ lang.cancel() }</button>
            <button type="submit" form="location-form" class="btn p">{ lang.save() }</button>
        </>
    };
    let error = |id: &str, fault: Option<&'static str>| {
        fault.filter(|_| now.shows(id)).map(AttrValue::from)
    };
    let prefix = now.prefix.trim().to_uppercase();
    html! {
        <Modal title={lang.location_title(&location.name)} close_label={lang.close()} onclose={onclose.clone()} id="location-title" {footer}>
            <form id="location-form" class="stack loc" ref={form} novalidate={true} {onsubmit}>
                { refusal_note(refused.as_deref()) }
                <TextField id="location-name" label={lang.location_name()} value={now.name.clone()} autofocus={true} maxlength="60"
                    oninput={change(|draft, text| draft.name = text)} onleave={leave("location-name")}
                    error={error("location-name", faults.name)} />
                <TextField id="location-prefix" label={lang.location_prefix()} value={now.prefix.clone()} maxlength="6"
                    hint={lang.location_prefix_hint(if prefix.is_empty() { "NRD" } else { &prefix })}
                    oninput={change(|draft, text| draft.prefix = text)} onleave={leave("location-prefix")}
                    error={error("location-prefix", faults.prefix)} />
                <div class="field">
                    <label for="location-region">{ lang.settings_region() }</label>
                    <select id="location-region" class="select" onchange={onregion}>
                        <option selected={now.region.is_none()}>{ lang.location_region_plan(lang.region(plan.settings.region)) }</option>
                        { for Region::ALL.map(|region| html! {
                            <option selected={now.region == Some(region)}>{ lang.region(region) }</option>
                        }) }
                    </select>
                </div>
                { times(lang, &now, &faults, &draft, leave) }
            </form>
        </Modal>
    }
}

/// The ten start times, a row for each day.
fn times(
    lang: Lang,
    now: &Draft,
    faults: &Faults,
    draft: &UseStateHandle<Option<Draft>>,
    leave: impl Fn(&str) -> Callback<()>,
) -> Html {
    let field = |half_day: HalfDay| {
        let id = format!("start-{half_day}");
        let value = now.times.get(&half_day).cloned().unwrap_or_default();
        let error = (faults.times.contains(&half_day) && now.shows(&id)).then(|| lang.time_wrong());
        let oninput = {
            let draft = draft.clone();
            Callback::from(move |text: String| {
                let mut changed = (*draft).clone();
                if let Some(changed) = &mut changed {
                    changed.times.insert(half_day, text);
                }
                draft.set(changed);
            })
        };
        html! {
            <TextField id={id.clone()} label={lang.half_day(half_day)} quiet={true} {value} maxlength="5"
                {oninput} onleave={leave(&id)} error={error.map(AttrValue::from)} />
        }
    };
    html! {
        <fieldset class="stack t" aria-describedby="times-hint">
            <legend>{ lang.location_times() }</legend>
            <p class="small muted" id="times-hint">{ lang.location_times_hint() }</p>
            <div class="times">
                <span class="th" aria-hidden="true"></span>
                { for HalfDay::all().take(2).map(|half_day| html! {
                    <span class="th" aria-hidden="true">{ lang.part(half_day.part) }</span>
                }) }
                { for Workday::ALL.map(|workday| html! {
                    <>
                        <span class="day" aria-hidden="true">{ lang.weekday(workday) }</span>
                        { for HalfDay::all().filter(|half_day| half_day.workday == workday).map(field) }
                    </>
                }) }
            </div>
        </fieldset>
    }
}
