//! One room: add it, change it, or remove it.

use crate::parts::HalfDayTicks;
use crate::parts::form::{Entries, Period, PeriodList, gone, location_words, use_form};
use crate::state::Ctx;
use centering_core::calendar::HalfDaySet;
use centering_core::edit::Edit;
use centering_core::plan::{LocationId, Plan, Room, RoomFault, RoomId};
use centering_words::Lang;
use yew::prelude::*;

/// The fields as they are typed.
#[derive(Clone, Default)]
struct Draft {
    label: String,
    capacity: String,
    location: Option<LocationId>,
    half_days: HalfDaySet,
    closures: Entries<Period>,
}

impl Draft {
    fn of(plan: &Plan, known: Option<&Room>, lang: Lang) -> Self {
        let new = || Self {
            location: plan.locations.keys().next().cloned(),
            ..Self::default()
        };
        known.map_or_else(new, |room| Self {
            label: room.label.clone(),
            capacity: room.capacity.to_string(),
            location: Some(room.location.clone()),
            half_days: room.half_days,
            closures: Period::of_closures(&room.closures, lang),
        })
    }
}

/// The first free id of a room of the location: `noord-1`.
fn new_id(plan: &Plan, location: &LocationId) -> RoomId {
    (1_u32..)
        .map(|number| RoomId::new(format!("{location}-{number}")))
        .find(|id| !plan.rooms.contains_key(id))
        .unwrap_or_else(|| RoomId::new(location.as_str()))
}

#[derive(PartialEq, Properties)]
pub struct RoomProps {
    pub ctx: Ctx,
    /// The room to change; `None` to add one.
    pub id: Option<RoomId>,
}

/// The dialog of one room.
#[component]
pub fn RoomDialog(props: &RoomProps) -> Html {
    let ctx = &props.ctx;
    let (plan, lang) = (&ctx.model.plan, ctx.model.lang);
    let known = props.id.as_ref().and_then(|id| plan.rooms.get(id));
    let form = use_form(|| Draft::of(plan, known, lang));
    if props.id.is_some() && known.is_none() {
        return gone(ctx, lang.rooms_title(), lang.room_gone());
    }
    let draft = form.draft();
    let closures = draft.closures.closures(lang);
    let room = draft.location.clone().map(|location| Room {
        id: known.map_or_else(|| new_id(plan, &location), |room| room.id.clone()),
        location,
        label: draft.label.trim().to_owned(),
        // What is no number is no capacity.
        capacity: draft.capacity.trim().parse().unwrap_or(0),
        half_days: draft.half_days,
        closures: closures.clone().unwrap_or_default(),
        extra: known.map(|room| room.extra.clone()).unwrap_or_default(),
    });
    let faults = room.as_ref().map(|room| room.faults(plan));
    let faults = faults.unwrap_or_default();
    let fault = |fault| faults.contains(&fault).then(|| lang.room_fault(fault));
    let good = room.filter(|_| faults.is_empty() && closures.is_ok());
    let title = known.map_or_else(
        || lang.room_new().to_owned(),
        |room| lang.room_title(&room.label),
    );
    let largest = usize::from(plan.settings.group_size.max);
    let closed = PeriodList {
        name: "room-closure",
        legend: lang.room_closures(),
        hint: lang.room_closures_hint(),
        none: None,
        number: |lang, number| lang.room_closure_number(number),
        add: lang.room_closure_add(),
        remove: lang.closure_remove(),
        is_absence: false,
        rows: |draft: &mut Draft| &mut draft.closures,
    };
    let fields = html! {
        <>
            { form.text("room-label", lang.room_label(), &draft.label, |draft, text| draft.label = text)
                .hint(lang.room_label_hint()).most(40).first(true).fault(fault(RoomFault::Label)) }
            { form.choice("room-location", lang.room_location(), plan.locations.keys().cloned().map(Some), &draft.location, location_words(plan, ""),
                |draft, id| draft.location = id) }
            { form.text("room-capacity", lang.room_capacity_label(), &draft.capacity, |draft, text| draft.capacity = text)
                .hint(lang.room_capacity_hint(largest, Room::adults(largest))).unit(lang.room_capacity_unit())
                .keys("numeric").most(3).fault(fault(RoomFault::Capacity)) }
            <HalfDayTicks {lang} legend={lang.room_half_days()} hint={lang.room_half_days_hint()}
                value={draft.half_days} onchange={form.on(|draft, half_days| draft.half_days = half_days)} />
            { form.periods(lang, &draft.closures, &closed, closures.as_ref().err()) }
        </>
    };
    let edits = good.map(|room| vec![Edit::SetRoom(room)]);
    form.dialog(ctx, "room-form", title, edits)
        .remove(lang.room_remove(), props.id.clone().map(Edit::RemoveRoom))
        .show(fields)
}
