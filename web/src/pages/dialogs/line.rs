//! One weekly line: where, when, in which room and with which pair; add it, change it, or remove it.

use crate::parts::form::{gone, or_none, put, use_form};
use crate::parts::{Icon, small_icon};
use crate::state::Ctx;
use centering_core::calendar::HalfDay;
use centering_core::edit::Edit;
use centering_core::plan::{Line, LineFault, LineId, LocationId, Person, Plan, Room, RoomId};
use centering_core::schedule::{lacks_physician, line_id};
use centering_words::Lang;
use centering_words::capital;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct LineProps {
    pub ctx: Ctx,
    /// The line to change; `None` to add one.
    pub id: Option<LineId>,
    /// Where and when a new line is.
    pub place: Option<(LocationId, HalfDay)>,
}

/// A line that was made by hand, without room and pair yet.
fn new_line(plan: &Plan, place: Option<&(LocationId, HalfDay)>) -> Option<Line> {
    let (location, half_day) = match place {
        Some(place) => place.clone(),
        None => (
            plan.locations.keys().next()?.clone(),
            HalfDay::all().next()?,
        ),
    };
    let known: Vec<Line> = plan.lines.values().cloned().collect();
    let id = line_id(plan, &known, &location, half_day);
    let mut rooms = plan.rooms.values().filter(|room| room.location == location);
    let room = rooms.next().map(|room| room.id.clone());
    Some(Line {
        id,
        location,
        half_day,
        room,
        facilitators: std::collections::BTreeSet::new(),
        pinned: true,
        extra: Default::default(),
    })
}

/// A change of the line that is there.
fn on<T>(set: impl Fn(&mut Line, T)) -> impl Fn(&mut Option<Line>, T) {
    move |line, value| {
        if let Some(line) = line {
            set(line, value);
        }
    }
}

/// The dialog of one weekly line.
#[component]
pub fn LineDialog(props: &LineProps) -> Html {
    let ctx = &props.ctx;
    let (plan, lang) = (&ctx.model.plan, ctx.model.lang);
    let known = props.id.as_ref().and_then(|id| plan.lines.get(id));
    let form = use_form(|| {
        let new = || new_line(plan, props.place.as_ref());
        known.cloned().or_else(new)
    });
    let (false, Some(line)) = (props.id.is_some() && known.is_none(), form.draft()) else {
        return gone(ctx, lang.person_lines(), lang.line_gone());
    };
    let location = plan.location_name(&line.location);
    let title = if known.is_some() {
        lang.line_title(&capital(&lang.half_day(line.half_day)), location)
    } else {
        format!("{}: {location}", lang.line_new())
    };
    let faults = line.faults(plan);
    let pair_fault = form.is_tried() && faults.contains(&LineFault::Pair);
    let rooms = plan.rooms.values();
    let rooms = rooms
        .filter(|room| room.location == line.location)
        .map(|room| room.id.clone());
    let room = |id: &Option<RoomId>| {
        let room = id.as_ref().and_then(|id| plan.rooms.get(id));
        room.map_or_else(|| lang.no_room().to_owned(), |room| room.label.clone())
    };
    let person = |person: &Person| {
        let id = person.id.clone();
        let words = html! {
            <span>
                { person.alias.to_string() }{ ", " }{ lang.role(person.role) }
                if let Some(doubt) = doubt(lang, person, line) { <span class="muted">{ " · " }{ doubt }</span> }
            </span>
        };
        let is_on = line.facilitators.contains(&id);
        form.tick(
            words,
            is_on,
            on(move |line, is_on| put(&mut line.facilitators, &id, is_on)),
        )
    };
    let people = plan.people.values();
    let people: Vec<&Person> = people.filter(|person| person.role.leads_groups()).collect();
    let groups = plan.groups.values().filter(|group| {
        let own = group.line.as_ref().map(|choice| choice.line());
        own == Some(&line.id)
    });
    let groups = groups.count();
    let places: Vec<LocationId> = plan.locations.keys().cloned().collect();
    let has_no_physician = lacks_physician(plan, &line.location, line.half_day);
    let fields = html! {
        <>
            if has_no_physician {
                <p class="note" role="status">{ small_icon(Icon::Info) }<span>{ capital(lang.no_physician_then()) }</span></p>
            }
            if groups > 0 { <p class="small muted">{ lang.line_used(groups) }</p> }
            if known.is_some_and(|known| groups > 0 && known.location != line.location) {
                <p class="note warn" role="status">{ small_icon(Icon::Warn) }<span>{ lang.line_moves(groups) }</span></p>
            }
            { form.choice("line-location", lang.line_location(), places, &line.location, |id| plan.location_name(id).to_owned(), {
                let rooms: Vec<Room> = plan.rooms.values().cloned().collect();
                on(move |line: &mut Line, location: LocationId| {
                    let room = rooms.iter().find(|room| room.location == location);
                    line.room = room.map(|room| room.id.clone());
                    line.location = location;
                })
            }) }
            <div class="pair">
                { form.choice("line-half-day", lang.line_half_day(), HalfDay::all(), &line.half_day, |half_day| lang.half_day(*half_day),
                    on(|line, half_day| line.half_day = half_day)) }
                { form.choice("line-room", lang.line_room(), or_none(rooms), &line.room, room,
                    on(|line, room| line.room = room)) }
            </div>
            <fieldset class="field">
                <legend>{ lang.line_pair() }</legend>
                if people.is_empty() { <p class="small">{ lang.line_pair_none() }</p> }
                else { <div class="checks">{ for people.into_iter().map(person) }</div> }
                if pair_fault {
                    <span class="err" role="alert">{ small_icon(Icon::Error) }<span>{ lang.line_set_fault(LineFault::Pair) }</span></span>
                }
                <span class="hint">{ lang.line_pair_hint() }</span>
            </fieldset>
            { form.tick(lang.line_pinned(), line.pinned, on(|line, is_on| line.pinned = is_on)) }
        </>
    };
    let edits = faults.is_empty().then(|| vec![Edit::SetLine(line.clone())]);
    form.dialog(ctx, "line-form", title, edits)
        .remove(lang.line_remove(), props.id.clone().map(Edit::RemoveLine))
        .show(fields)
}

/// Why a person is an odd choice for a line, if so.
fn doubt(lang: Lang, person: &Person, line: &Line) -> Option<&'static str> {
    if !person.works(&line.location, line.half_day) {
        return Some(lang.not_there());
    }
    (!person.trained).then(|| lang.not_trained())
}
