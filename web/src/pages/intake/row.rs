//! One family in the table of enrolments, with the cells that are edited in place.

use super::facts::RowFacts;
use crate::app::Action;
use crate::parts::{Icon, Rows, chosen, small_icon};
use crate::store::{Dialog, Page, Same, Selection};
use crate::text::Lang;
use centering_core::cohort::IntakeState;
use centering_core::intake::{CellFault, read_date};
use centering_core::plan::{Edit, Enrolment, IntakeStatus, LocationId, Route};
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// Above so many locations each row would hold a list too long to look through; the dialog has it.
const MOST_CHOICES: usize = 30;
/// The columns of the table.
pub const COLUMNS: usize = 8;

#[derive(PartialEq, Properties)]
pub struct RowProps {
    pub facts: RowFacts,
    pub position: usize,
    pub lang: Lang,
    /// All locations with their names.
    pub locations: Same<Vec<(LocationId, String)>>,
    pub act: Callback<Action>,
    /// Goes to the same cell of the row above (-1) or below (1).
    pub walk: Callback<(usize, i32)>,
}

#[component]
pub fn Row(props: &RowProps) -> Html {
    let RowFacts {
        family,
        state,
        group,
        today,
    } = &props.facts;
    let (lang, act) = (props.lang, &props.act);
    let code = family.code.as_str();
    let open = {
        let (act, code) = (act.clone(), family.code.clone());
        Callback::from(move |_: MouseEvent| {
            act.emit(Action::Open(Dialog::Family(Some(code.clone()))));
        })
    };
    let half_days: Vec<String> = family
        .half_days
        .iter()
        .map(|half_day| lang.half_day_short(half_day))
        .collect();
    let half_days = if half_days.is_empty() {
        lang.any_half_day().to_owned()
    } else {
        half_days.join(", ")
    };
    let to_group = group.clone().map(|group| {
        let act = act.clone();
        let onclick = {
            let group = group.clone();
            Callback::from(move |_: MouseEvent| {
                act.emit(Action::GoTo(Page::Groups, Selection::Group(group.clone())));
            })
        };
        html! { <button type="button" class="link" {onclick}>{ group.as_str() }</button> }
    });
    let position = props.position;
    html! {
        <tr data-row={position.to_string()} aria-rowindex={Rows::row_index(position, 1)}
            class={classes!((*state == IntakeState::Stopped).then_some("gone"))}>
            <th scope="row"><button type="button" class="rowbtn" aria-label={lang.change_family(code)} onclick={open}>{ code }</button></th>
            <td data-l={lang.born_or_due()}><BirthCell family={family.clone()} {position} {lang} act={act.clone()} walk={props.walk.clone()} /></td>
            <td data-l={lang.location()}>{ location_cell(props, family) }</td>
            <td data-l={lang.filter_status()}>{ status_cell(props, *state) }</td>
            <td data-l={lang.route_word()}>{ route_cell(props, family) }</td>
            <td class="nw" data-l={lang.intake_group()}>{ to_group.unwrap_or_else(|| html! { <span class="muted">{ "–" }</span> }) }</td>
            <td class="wrap" data-l={lang.intake_half_days()}>{ half_days }</td>
            <td class="wrap" data-l={lang.language()}>
                { lang.language_name(&family.language) }
                if family.children > 1 { { ", " }{ lang.children(usize::from(family.children)) } }
                if family.birth < today.unwrap_or(family.birth) && family.provisional {
                    <span class="st warn">{ small_icon(Icon::Warn) }{ lang.enter_birth() }</span>
                }
            </td>
        </tr>
    }
}

#[derive(PartialEq, Properties)]
struct BirthProps {
    family: Enrolment,
    position: usize,
    lang: Lang,
    act: Callback<Action>,
    walk: Callback<(usize, i32)>,
}

/// The birth date or due date, and whether it is a due date.
#[component]
fn BirthCell(props: &BirthProps) -> Html {
    let (family, lang, position) = (&props.family, props.lang, props.position);
    let code = family.code.as_str();
    // What was typed and cannot be read stays until it can.
    let typed = use_state_eq(|| None::<(String, CellFault)>);
    let shown = typed
        .as_ref()
        .map_or_else(|| lang.day_typed(family.birth), |(text, _)| text.clone());
    let onchange = {
        let (typed, act, family) = (typed.clone(), props.act.clone(), family.clone());
        Callback::from(move |event: Event| {
            let input: web_sys::HtmlInputElement = event.target_unchecked_into();
            let text = input.value();
            match read_date(&text) {
                Ok(birth) => {
                    typed.set(None);
                    if birth != family.birth {
                        let family = Enrolment {
                            birth,
                            ..family.clone()
                        };
                        act.emit(Action::edit(Edit::SetEnrolment(family)));
                    }
                }
                Err(fault) => typed.set(Some((text, fault))),
            }
        })
    };
    let onprovisional = {
        let (act, family) = (props.act.clone(), family.clone());
        Callback::from(move |event: Event| {
            let input: web_sys::HtmlInputElement = event.target_unchecked_into();
            let family = Enrolment {
                provisional: input.checked(),
                ..family.clone()
            };
            act.emit(Action::edit(Edit::SetEnrolment(family)));
        })
    };
    let onkeydown = {
        let walk = props.walk.clone();
        Callback::from(move |event: KeyboardEvent| {
            let by = match event.key().as_str() {
                "ArrowDown" | "Enter" => 1,
                "ArrowUp" => -1,
                _ => return,
            };
            event.prevent_default();
            // The browser tells of the change when focus leaves the field.
            if let Some(input) = event
                .target()
                .and_then(|target| target.dyn_into::<web_sys::HtmlElement>().ok())
            {
                let _ = input.blur();
            }
            walk.emit((position, by));
        })
    };
    let error_id = format!("birth-error-{code}");
    html! {
        <span class="birth">
            <input class="input cell" value={shown} autocomplete="off" spellcheck="false" maxlength="20" placeholder={lang.day_example()}
                aria-label={lang.of_family(lang.born_or_due(), code)} aria-invalid={typed.is_some().then_some("true")}
                aria-describedby={typed.is_some().then(|| error_id.clone())} {onchange} {onkeydown} />
            <label class="check small">
                <input type="checkbox" checked={family.provisional} onchange={onprovisional} />
                <span>{ lang.provisional() }<span class="sr">{ ": " }{ code }</span></span>
            </label>
            if let Some((_, fault)) = &*typed {
                <span class="err" id={error_id} role="alert">{ small_icon(Icon::Error) }<span>{ lang.cell_fault(*fault) }</span></span>
            }
        </span>
    }
}

fn location_cell(props: &RowProps, family: &Enrolment) -> Html {
    let lang = props.lang;
    let locations = props.locations.0.clone();
    if locations.len() > MOST_CHOICES {
        let known = locations.iter().find(|(id, _)| *id == family.location);
        let name = known.map_or_else(|| family.location.to_string(), |(_, name)| name.clone());
        return html! { { name } };
    }
    let is_known = locations.iter().any(|(id, _)| *id == family.location);
    let onchange = {
        let (act, family, locations) = (props.act.clone(), family.clone(), locations.clone());
        Callback::from(move |event: Event| {
            if let Some((location, _)) = chosen(&event).and_then(|index| locations.get(index)) {
                let family = Enrolment {
                    location: location.clone(),
                    ..family.clone()
                };
                act.emit(Action::edit(Edit::SetEnrolment(family)));
            }
        })
    };
    html! {
        <select class="select cell" aria-label={lang.of_family(lang.location(), family.code.as_str())} {onchange}>
            { for locations.iter().map(|(id, name)| html! {
                <option selected={*id == family.location}>{ name }</option>
            }) }
            if !is_known { <option selected=true>{ family.location.to_string() }</option> }
        </select>
    }
}

/// Where the family stands; who has a group and gets another status leaves that group.
fn status_cell(props: &RowProps, state: IntakeState) -> Html {
    let (lang, family) = (props.lang, &props.facts.family);
    let is_in_group = props.facts.group.is_some();
    let onchange = {
        let (act, code) = (props.act.clone(), family.code.clone());
        Callback::from(move |event: Event| {
            let first = usize::from(is_in_group);
            let index = chosen(&event).and_then(|index| index.checked_sub(first));
            let Some(status) = index
                .and_then(|index| IntakeStatus::ALL.get(index))
                .copied()
            else {
                return;
            };
            let set = Edit::SetIntakeStatus {
                codes: vec![code.clone()],
                status,
            };
            // Who stops leaves the group by that alone.
            let mut edits = Vec::new();
            if is_in_group && status != IntakeStatus::Stopped {
                edits.push(Edit::TakeOut(code.clone()));
            }
            edits.push(set);
            act.emit(Action::edits(edits));
        })
    };
    html! {
        <select class="select cell" aria-label={lang.of_family(lang.filter_status(), family.code.as_str())} {onchange}>
            if is_in_group { <option selected=true>{ lang.intake_state(state) }</option> }
            { for IntakeStatus::ALL.map(|status| html! {
                <option selected={!is_in_group && status == family.status}>{ lang.intake_status(status) }</option>
            }) }
        </select>
    }
}

fn route_cell(props: &RowProps, family: &Enrolment) -> Html {
    let lang = props.lang;
    let onchange = {
        let (act, family) = (props.act.clone(), family.clone());
        Callback::from(move |event: Event| {
            let route = chosen(&event)
                .and_then(|index| index.checked_sub(1))
                .and_then(|index| Route::ALL.get(index))
                .copied();
            let family = Enrolment {
                route,
                ..family.clone()
            };
            act.emit(Action::edit(Edit::SetEnrolment(family)));
        })
    };
    html! {
        <select class="select cell" aria-label={lang.of_family(lang.route_word(), family.code.as_str())} {onchange}>
            <option selected={family.route.is_none()}>{ lang.route_unknown() }</option>
            { for Route::ALL.map(|route| html! {
                <option selected={family.route == Some(route)}>{ lang.route(Some(route)) }</option>
            }) }
        </select>
    }
}
