//! One room: add it, change it, or remove it.

use super::room_closures::{ClosureDraft, Closures, drafts_of, read};
use crate::app::Action;
use crate::parts::{Icon, Modal, TextField, refusal_note, small_icon, use_focus};
use crate::store::Ctx;
use crate::text::Lang;
use centering_core::plan::{Edit, LocationId, Plan, Room, RoomId};
use yew::prelude::*;

/// The most adults that can be set.
const MOST_ADULTS: u16 = 200;

/// The fields as they are typed.
#[derive(Clone, PartialEq)]
struct Draft {
    label: String,
    capacity: String,
    location: Option<LocationId>,
    closures: Vec<ClosureDraft>,
}

impl Draft {
    fn of(plan: &Plan, known: Option<&Room>, lang: Lang) -> Self {
        match known {
            Some(room) => Self {
                label: room.label.clone(),
                capacity: room.capacity.to_string(),
                location: Some(room.location.clone()),
                closures: drafts_of(known, lang),
            },
            None => Self {
                label: String::new(),
                capacity: String::new(),
                location: plan.locations.keys().next().cloned(),
                closures: Vec::new(),
            },
        }
    }

    fn capacity(&self) -> Option<u16> {
        let capacity = self.capacity.trim().parse().ok()?;
        (1..=MOST_ADULTS).contains(&capacity).then_some(capacity)
    }

    /// The room as it is typed, or nothing when something is wrong.
    fn read(&self, plan: &Plan, known: Option<&Room>, lang: Lang) -> Option<Room> {
        let label = self.label.trim();
        let location = self.location.clone()?;
        Some(Room {
            id: known.map_or_else(|| new_id(plan, &location), |room| room.id.clone()),
            location,
            label: (!label.is_empty()).then(|| label.to_owned())?,
            capacity: self.capacity()?,
            closures: read(&self.closures, lang).ok()?,
            extra: known.map(|room| room.extra.clone()).unwrap_or_default(),
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
    let draft = use_state_eq(|| Draft::of(plan, known, lang));
    let is_tried = use_state_eq(|| false);
    let refused = use_state_eq(|| None::<String>);
    let form = use_node_ref();
    let focus = use_focus(form.clone());
    let close = ctx.on(Action::CloseDialog);
    if props.id.is_some() && known.is_none() {
        return html! {
            <Modal title={lang.rooms_title()} close_label={lang.close()} onclose={close}><p>{ lang.room_gone() }</p></Modal>
        };
    }
    let title = known.map_or_else(
        || lang.room_new().to_owned(),
        |room| lang.room_title(&room.label),
    );
    let onsubmit = {
        let (ctx, draft, is_tried, focus) =
            (ctx.clone(), draft.clone(), is_tried.clone(), focus.clone());
        let refused = refused.clone();
        let (plan, known) = (plan.clone(), known.cloned());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            is_tried.set(true);
            match draft.read(&plan, known.as_ref(), lang) {
                Some(room) => refused.set(ctx.edit_and_close(Edit::SetRoom(room)).err()),
                None => focus.emit("[aria-invalid=true]"),
            }
        })
    };
    let typed = |change: fn(&mut Draft, String)| {
        let draft = draft.clone();
        Callback::from(move |text: String| {
            let mut changed = (*draft).clone();
            change(&mut changed, text);
            draft.set(changed);
        })
    };
    let onlocation = {
        let (draft, ids) = (
            draft.clone(),
            plan.locations.keys().cloned().collect::<Vec<_>>(),
        );
        Callback::from(move |event: Event| {
            let select: web_sys::HtmlSelectElement = event.target_unchecked_into();
            let location = ids.iter().find(|id| id.as_str() == select.value()).cloned();
            draft.set(Draft {
                location,
                ..(*draft).clone()
            });
        })
    };
    let onremove = props.id.clone().map(|id| {
        let act = ctx.act.clone();
        Callback::from(move |_: MouseEvent| {
            act.emit(Action::CloseDialog);
            act.emit(Action::edit(Edit::RemoveRoom(id.clone())));
        })
    });
    let label_fault = (*is_tried && draft.label.trim().is_empty()).then(|| lang.room_label_wrong());
    let capacity_fault =
        (*is_tried && draft.capacity().is_none()).then(|| lang.room_capacity_wrong());
    let closure_faults = match read(&draft.closures, lang) {
        Err(faults) if *is_tried => faults,
        _ => Vec::new(),
    };
    let onclosures = {
        let draft = draft.clone();
        Callback::from(move |closures| {
            draft.set(Draft {
                closures,
                ..(*draft).clone()
            });
        })
    };
    let largest = usize::from(plan.settings.group_size.max);
    let footer = html! {
        <>
            if let Some(onclick) = onremove {
                <button type="button" class="btn d push" {onclick}>{ small_icon(Icon::Trash) }{ lang.room_remove() }</button>
            }
            <button type="button" class="btn" onclick={ctx.on(Action::CloseDialog)}>{ lang.cancel() }</button>
            <button type="submit" form="room-form" class="btn p">{ lang.save() }</button>
        </>
    };
    html! {
        <Modal {title} close_label={lang.close()} onclose={close} {footer}>
            <form id="room-form" class="stack t" ref={form} novalidate={true} {onsubmit}>
                { refusal_note(refused.as_deref()) }
                <TextField id="room-label" label={lang.room_label()} value={draft.label.clone()} hint={lang.room_label_hint()}
                    autofocus={true} maxlength="40" oninput={typed(|draft, text| draft.label = text)} error={label_fault} />
                <div class="field">
                    <label for="room-location">{ lang.room_location() }</label>
                    <select id="room-location" class="select" onchange={onlocation}>
                        { for plan.locations.values().map(|one| html! {
                            <option value={one.id.to_string()} selected={draft.location.as_ref() == Some(&one.id)}>{ &one.name }</option>
                        }) }
                    </select>
                </div>
                <TextField id="room-capacity" label={lang.room_capacity_label()} value={draft.capacity.clone()} unit={lang.room_capacity_unit()}
                    hint={lang.room_capacity_hint(largest, Room::adults(largest))} inputmode="numeric" maxlength="3"
                    oninput={typed(|draft, text| draft.capacity = text)} error={capacity_fault} />
                <Closures {lang} drafts={draft.closures.clone()} faults={closure_faults} onchange={onclosures} {focus} />
            </form>
        </Modal>
    }
}
