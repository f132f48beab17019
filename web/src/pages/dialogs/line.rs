//! One weekly line: where, when, in which room and with which pair; add it, change it, or remove it.

use crate::app::Action;
use crate::parts::{Icon, Modal, refusal_note, small_icon};
use crate::store::Ctx;
use crate::text::{Lang, capital};
use centering_core::calendar::HalfDay;
use centering_core::plan::{Edit, Line, LineId, LocationId, Person, Plan};
use yew::prelude::*;

/// What a field of the dialog does to the line.
type Change = dyn Fn(&mut Line, &web_sys::HtmlElement);

/// The people of a line.
const PAIR: usize = 2;

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
    let prefix = &plan.locations.get(&location)?.prefix;
    let id = (1_u32..)
        .map(|number| LineId::new(format!("{prefix}-{half_day}-{number}")))
        .find(|id| !plan.lines.contains_key(id))?;
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

/// The dialog of one weekly line.
#[component]
pub fn LineDialog(props: &LineProps) -> Html {
    let ctx = &props.ctx;
    let (plan, lang) = (&ctx.model.plan, ctx.model.lang);
    let known = props.id.as_ref().and_then(|id| plan.lines.get(id));
    let draft = use_state_eq(|| {
        known
            .cloned()
            .or_else(|| new_line(plan, props.place.as_ref()))
    });
    let is_tried = use_state_eq(|| false);
    let refused = use_state_eq(|| None::<String>);
    let close = ctx.on(Action::CloseDialog);
    let (false, Some(line)) = (props.id.is_some() && known.is_none(), (*draft).clone()) else {
        return html! {
            <Modal title={lang.person_lines()} close_label={lang.close()} onclose={close}><p>{ lang.line_gone() }</p></Modal>
        };
    };
    let location = plan
        .locations
        .get(&line.location)
        .map_or_else(String::new, |location| location.name.clone());
    let title = if known.is_some() {
        lang.line_title(&capital(&lang.half_day(line.half_day)), &location)
    } else {
        format!("{}: {location}", lang.line_new())
    };
    let is_too_many = line.facilitators.len() > PAIR;
    let onsubmit = {
        let (ctx, line, is_tried) = (ctx.clone(), line.clone(), is_tried.clone());
        let refused = refused.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            is_tried.set(true);
            if line.facilitators.len() > PAIR {
                return;
            }
            refused.set(ctx.edit_and_close(Edit::SetLine(line.clone())).err());
        })
    };
    let change = |change: Box<Change>| {
        let (draft, line) = (draft.clone(), line.clone());
        Callback::from(move |event: Event| {
            let mut changed = line.clone();
            change(&mut changed, &event.target_unchecked_into());
            draft.set(Some(changed));
        })
    };
    let onhalf_day = change(Box::new(|line, field| {
        let chosen = index_of(field).and_then(|index| HalfDay::all().nth(index));
        line.half_day = chosen.unwrap_or(line.half_day);
    }));
    let rooms: Vec<_> = plan
        .rooms
        .values()
        .filter(|room| room.location == line.location)
        .collect();
    let ids: Vec<_> = rooms.iter().map(|room| room.id.clone()).collect();
    let onroom = change(Box::new(move |line, field| {
        line.room = index_of(field)
            .and_then(|index| ids.get(index.checked_sub(1)?))
            .cloned();
    }));
    let onpinned = change(Box::new(|line, field| line.pinned = is_ticked(field)));
    let person = |person: &Person| {
        let id = person.id.clone();
        let onchange = change(Box::new(move |line, field| {
            if is_ticked(field) {
                line.facilitators.insert(id.clone());
            } else {
                line.facilitators.remove(&id);
            }
        }));
        html! {
            <label class="check" key={person.id.to_string()}>
                <input type="checkbox" checked={line.facilitators.contains(&person.id)} {onchange} />
                <span>
                    { person.alias.to_string() }{ ", " }{ lang.role(person.role) }
                    if let Some(doubt) = doubt(lang, person, &line) { <span class="muted">{ " · " }{ doubt }</span> }
                </span>
            </label>
        }
    };
    let people: Vec<_> = plan
        .people
        .values()
        .filter(|person| person.role.leads_groups())
        .collect();
    let onremove = props.id.clone().map(|id| {
        let act = ctx.act.clone();
        Callback::from(move |_: MouseEvent| {
            act.emit(Action::CloseDialog);
            act.emit(Action::edit(Edit::RemoveLine(id.clone())));
        })
    });
    let groups = plan.groups.values().filter(|group| {
        let own = group.line.as_ref().map(|choice| choice.line());
        own == Some(&line.id)
    });
    let groups = groups.count();
    let footer = html! {
        <>
            if let Some(onclick) = onremove {
                <button type="button" class="btn d push" {onclick}>{ small_icon(Icon::Trash) }{ lang.line_remove() }</button>
            }
            <button type="button" class="btn" onclick={ctx.on(Action::CloseDialog)}>{ lang.cancel() }</button>
            <button type="submit" form="line-form" class="btn p">{ lang.save() }</button>
        </>
    };
    html! {
        <Modal {title} close_label={lang.close()} onclose={close} {footer}>
            <form id="line-form" class="stack t" novalidate={true} {onsubmit}>
                { refusal_note(refused.as_deref()) }
                if groups > 0 { <p class="small muted">{ lang.line_used(groups) }</p> }
                <div class="pair">
                    <div class="field">
                        <label for="line-half-day">{ lang.line_half_day() }</label>
                        <select id="line-half-day" class="select" onchange={onhalf_day}>
                            { for HalfDay::all().map(|half_day| html! {
                                <option selected={half_day == line.half_day}>{ lang.half_day(half_day) }</option>
                            }) }
                        </select>
                    </div>
                    <div class="field">
                        <label for="line-room">{ lang.line_room() }</label>
                        <select id="line-room" class="select" onchange={onroom}>
                            <option selected={line.room.is_none()}>{ lang.no_room() }</option>
                            { for rooms.iter().map(|room| html! {
                                <option selected={line.room.as_ref() == Some(&room.id)}>{ &room.label }</option>
                            }) }
                        </select>
                    </div>
                </div>
                <fieldset class="field">
                    <legend>{ lang.line_pair() }</legend>
                    if people.is_empty() { <p class="small">{ lang.line_pair_none() }</p> }
                    else { <div class="checks">{ for people.into_iter().map(person) }</div> }
                    if *is_tried && is_too_many {
                        <span class="err" role="alert">{ small_icon(Icon::Error) }<span>{ lang.line_pair_wrong() }</span></span>
                    }
                    <span class="hint">{ lang.line_pair_hint() }</span>
                </fieldset>
                <label class="check">
                    <input type="checkbox" checked={line.pinned} onchange={onpinned} />{ lang.line_pinned() }
                </label>
            </form>
        </Modal>
    }
}

/// Why a person is an odd choice for a line, if so.
fn doubt(lang: Lang, person: &Person, line: &Line) -> Option<&'static str> {
    if !person.works(&line.location, line.half_day) {
        return Some(lang.not_there());
    }
    (!person.trained).then(|| lang.not_trained())
}

fn index_of(field: &web_sys::HtmlElement) -> Option<usize> {
    use wasm_bindgen::JsCast;
    let select = field.dyn_ref::<web_sys::HtmlSelectElement>()?;
    usize::try_from(select.selected_index()).ok()
}

fn is_ticked(field: &web_sys::HtmlElement) -> bool {
    use wasm_bindgen::JsCast;
    field
        .dyn_ref::<web_sys::HtmlInputElement>()
        .is_some_and(web_sys::HtmlInputElement::checked)
}
