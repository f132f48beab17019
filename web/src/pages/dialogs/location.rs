//! One location: its name, the start of its group codes, its address, its region and when its bijeenkomsten start.

use crate::parts::form::{Form, or_none, use_form};
use crate::state::Ctx;
use centering_core::calendar::{ClockTime, HalfDay, Region, Workday};
use centering_core::edit::Edit;
use centering_core::plan::{Location, LocationFault, LocationId};
use centering_words::Lang;
use std::collections::{BTreeMap, BTreeSet};
use yew::prelude::*;

/// The fields as they are typed.
#[derive(Clone, Default)]
struct Draft {
    name: String,
    prefix: String,
    address: String,
    region: Option<Region>,
    times: BTreeMap<HalfDay, String>,
}

impl Draft {
    fn of(location: &Location, lang: Lang) -> Self {
        let time = |half_day| (half_day, lang.time(location.start(half_day)));
        Self {
            name: location.name.clone(),
            prefix: location.prefix.clone(),
            address: location.address.clone(),
            region: location.region,
            times: HalfDay::all().map(time).collect(),
        }
    }

    /// The start times, and the half-days of which it cannot be read. One that is left out is the usual one.
    fn start_times(&self) -> (BTreeMap<HalfDay, ClockTime>, BTreeSet<HalfDay>) {
        let mut times = BTreeMap::new();
        let mut faults = BTreeSet::new();
        for (half_day, text) in &self.times {
            match text.trim().parse::<ClockTime>() {
                _ if text.trim().is_empty() => {}
                Ok(time) if time == half_day.default_start() => {}
                Ok(time) => {
                    times.insert(*half_day, time);
                }
                Err(_) => {
                    faults.insert(*half_day);
                }
            }
        }
        (times, faults)
    }
}

#[derive(PartialEq, Properties)]
pub struct LocationProps {
    pub ctx: Ctx,
    pub id: LocationId,
}

/// The dialog for one location.
#[component]
pub fn LocationDialog(props: &LocationProps) -> Html {
    let ctx = &props.ctx;
    let (plan, lang) = (&ctx.model.plan, ctx.model.lang);
    let known = plan.locations.get(&props.id);
    let form = use_form(|| known.map_or_else(Draft::default, |location| Draft::of(location, lang)));
    // A location that is gone, after an undo, has nothing to show.
    let Some(before) = known else {
        return Html::default();
    };
    let draft = form.draft();
    let (start_times, wrong_times) = draft.start_times();
    let prefix = draft.prefix.trim().to_uppercase();
    let location = Location {
        name: draft.name.trim().to_owned(),
        prefix: prefix.clone(),
        address: draft.address.trim().to_owned(),
        region: draft.region,
        start_times,
        ..before.clone()
    };
    let faults = location.faults(plan);
    let fault = |of: &[LocationFault]| {
        let fault = faults.iter().find(|fault| of.contains(fault));
        fault.map(|fault| lang.location_fault(*fault))
    };
    let edits = (faults.is_empty() && wrong_times.is_empty())
        .then(|| vec![Edit::SetLocation(location.clone())]);
    let region = |region: &Option<Region>| {
        let as_plan = || lang.location_region_plan(lang.region(plan.settings.region));
        region.map_or_else(as_plan, |region| lang.region(region).to_owned())
    };
    let example = if prefix.is_empty() { "NRD" } else { &prefix };
    let fields = html! {
        <>
            { form.text("location-name", lang.location_name(), &draft.name, |draft, text| draft.name = text)
                .first(true).most(60).fault(fault(&[LocationFault::Name, LocationFault::NameTaken])) }
            { form.text("location-prefix", lang.location_prefix(), &draft.prefix, |draft, text| draft.prefix = text)
                .hint(lang.location_prefix_hint(example)).most(Location::LONGEST_PREFIX)
                .fault(fault(&[LocationFault::Prefix, LocationFault::PrefixTaken])) }
            { form.text("location-address", lang.location_address(), &draft.address, |draft, text| draft.address = text)
                .hint(lang.location_address_hint()).most(Location::LONGEST_ADDRESS).fault(fault(&[LocationFault::Address])) }
            { form.choice("location-region", lang.settings_region(), or_none(Region::ALL), &draft.region, region,
                |draft, region| draft.region = region) }
            { times(lang, &form, &wrong_times) }
        </>
    };
    let title = lang.location_title(&before.name);
    form.dialog(ctx, "location-form", title, edits)
        .class("stack loc")
        .show(fields)
}

/// The ten start times, a row for each day.
fn times(lang: Lang, form: &Form<Draft>, wrong: &BTreeSet<HalfDay>) -> Html {
    let field = |half_day: HalfDay| {
        let value = form.draft().times.get(&half_day);
        let value = value.map_or("", String::as_str);
        form.text(
            format!("start-{half_day}"),
            lang.half_day(half_day),
            value,
            move |draft, text| {
                draft.times.insert(half_day, text);
            },
        )
        .quiet()
        .most(5)
        .fault(wrong.contains(&half_day).then(|| lang.time_wrong()))
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
