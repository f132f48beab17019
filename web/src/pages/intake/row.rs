//! One family in the table of enrolments, with the cells that are edited in place.

use super::facts::RowFacts;
use crate::app::Action;
use crate::parts::{Icon, Rows, Typed, chosen, small_icon, ticked};
use crate::store::{Dialog, Page, Same, Selection};
use crate::text::Lang;
use centering_core::cohort::IntakeState;
use centering_core::intake::read_date;
use centering_core::plan::{Edit, Enrolment, EnrolmentCode, IntakeStatus, LocationId, Route};
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

/// Changes one thing of a family, as the family is by then.
fn change(act: &Callback<Action>, code: &EnrolmentCode, change: impl Fn(&mut Enrolment) + 'static) {
    let code = code.clone();
    act.emit(Action::change(move |plan| {
        let family = plan.enrolments.get(&code)?;
        let mut changed = family.clone();
        change(&mut changed);
        (changed != *family).then_some(Edit::SetEnrolment(changed))
    }));
}

/// The birth date or due date, and whether it is a due date.
#[component]
fn BirthCell(props: &BirthProps) -> Html {
    let (family, lang, position) = (&props.family, props.lang, props.position);
    let code = family.code.as_str();
    let onset = {
        let (act, code) = (props.act.clone(), family.code.clone());
        Callback::from(move |text: String| {
            let birth = read_date(&text).map_err(|fault| lang.cell_fault(fault))?;
            change(&act, &code, move |family| family.birth = birth);
            Ok(())
        })
    };
    let onprovisional = {
        let (act, code) = (props.act.clone(), family.code.clone());
        Callback::from(move |event: Event| {
            let provisional = ticked(&event);
            change(&act, &code, move |family| family.provisional = provisional);
        })
    };
    let walk = {
        let walk = props.walk.clone();
        Callback::from(move |by: i32| walk.emit((position, by)))
    };
    html! {
        <Typed name={format!("birth {code}")} class="birth" input_class="cell" value={lang.day_typed(family.birth)} {onset} act={props.act.clone()}
            label={lang.of_family(lang.born_or_due(), code)} maxlength="20" placeholder={lang.day_example()} {walk}>
            <label class="check small">
                <input type="checkbox" checked={family.provisional} onchange={onprovisional} />
                <span>{ lang.provisional() }<span class="sr">{ ": " }{ code }</span></span>
            </label>
        </Typed>
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
        let (act, code, locations) = (props.act.clone(), family.code.clone(), locations.clone());
        Callback::from(move |event: Event| {
            if let Some((location, _)) = chosen(&event).and_then(|index| locations.get(index)) {
                let location = location.clone();
                change(&act, &code, move |family| {
                    family.location = location.clone();
                });
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
        let (act, code) = (props.act.clone(), family.code.clone());
        Callback::from(move |event: Event| {
            let route = chosen(&event)
                .and_then(|index| index.checked_sub(1))
                .and_then(|index| Route::ALL.get(index))
                .copied();
            change(&act, &code, move |family| family.route = route);
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
