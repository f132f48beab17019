//! One person of the team: add, change, or take out. An alias and a role; never a name, never the reason of
//! an absence.

mod draft;

use crate::app::Action;
use crate::pages::period::PeriodFault;
use crate::parts::{
    HalfDayTicks, Icon, Modal, TextField, chosen, refusal_note, small_icon, ticked, use_focus,
};
use crate::store::Ctx;
use centering_core::plan::{AbsenceKind, Edit, PersonId, Role};
use draft::{Change, Draft, Faults};
use yew::prelude::*;

const ROLES: [Role; 4] = [
    Role::Facilitator,
    Role::YouthNurse,
    Role::Assistant,
    Role::YouthPhysician,
];
const KINDS: [AbsenceKind; 3] = [
    AbsenceKind::Leave,
    AbsenceKind::Training,
    AbsenceKind::Unexpected,
];

#[derive(PartialEq, Properties)]
pub struct PersonProps {
    pub ctx: Ctx,
    /// The person to change; `None` to add one.
    pub id: Option<PersonId>,
}

/// The dialog of one person.
#[component]
pub fn PersonDialog(props: &PersonProps) -> Html {
    let ctx = &props.ctx;
    let (plan, lang) = (&ctx.model.plan, ctx.model.lang);
    let known = props.id.as_ref().and_then(|id| plan.people.get(id));
    let draft = use_reducer_eq(|| Draft::of(plan, known, lang));
    let is_tried = use_state_eq(|| false);
    let refused = use_state_eq(|| None::<String>);
    let form = use_node_ref();
    let focus = use_focus(form.clone());
    let close = ctx.on(Action::CloseDialog);
    if props.id.is_some() && known.is_none() {
        return html! {
            <Modal title={lang.people_title()} close_label={lang.close()} onclose={close}><p>{ lang.person_gone() }</p></Modal>
        };
    }
    let title = known.map_or_else(
        || lang.person_new().to_owned(),
        |person| lang.person_title(person.alias.as_str()),
    );
    let faults = match draft.read(plan, known, lang) {
        Err(faults) if *is_tried => faults,
        _ => Faults::default(),
    };
    let onsubmit = {
        let refused = refused.clone();
        let (ctx, draft, is_tried, focus) =
            (ctx.clone(), draft.clone(), is_tried.clone(), focus.clone());
        let (plan, known) = (plan.clone(), known.cloned());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            is_tried.set(true);
            match draft.read(&plan, known.as_ref(), lang) {
                Ok(person) => {
                    let edit = Edit::SetPerson(Box::new(person));
                    refused.set(ctx.edit_and_close(edit).err());
                }
                Err(_) => focus.emit("[aria-invalid=true]"),
            }
        })
    };
    let typed = |change: fn(String) -> Change| {
        let draft = draft.clone();
        Callback::from(move |text| draft.dispatch(change(text)))
    };
    let onrole = {
        let draft = draft.clone();
        Callback::from(move |event: Event| {
            if let Some(role) = chosen(&event).and_then(|index| ROLES.get(index)) {
                draft.dispatch(Change::Role(*role));
            }
        })
    };
    let ontrained = {
        let draft = draft.clone();
        Callback::from(move |event: Event| draft.dispatch(Change::Trained(ticked(&event))))
    };
    let onhalf_days = {
        let draft = draft.clone();
        Callback::from(move |half_days| draft.dispatch(Change::HalfDays(half_days)))
    };
    let onremove = props.id.clone().map(|id| {
        let act = ctx.act.clone();
        Callback::from(move |_: MouseEvent| {
            act.emit(Action::CloseDialog);
            act.emit(Action::edit(Edit::RemovePerson(id.clone())));
        })
    });
    let locations = plan.locations.values().map(|location| {
        let (draft, id) = (draft.clone(), location.id.clone());
        let is_on = draft.locations.contains(&id);
        let onchange = Callback::from(move |event: Event| {
            draft.dispatch(Change::Location(id.clone(), ticked(&event)));
        });
        html! {
            <label class="check" key={location.id.to_string()}><input type="checkbox" checked={is_on} {onchange} />{ &location.name }</label>
        }
    });
    let footer = html! {
        <>
            if let Some(onclick) = onremove {
                <button type="button" class="btn d push" {onclick}>{ small_icon(Icon::Trash) }{ lang.person_remove() }</button>
            }
            <button type="button" class="btn" onclick={ctx.on(Action::CloseDialog)}>{ lang.cancel() }</button>
            <button type="submit" form="person-form" class="btn p">{ lang.save() }</button>
        </>
    };
    html! {
        <Modal {title} close_label={lang.close()} onclose={close} {footer}>
            <form id="person-form" class="stack t" ref={form} novalidate={true} {onsubmit}>
                { refusal_note(refused.as_deref()) }
                <div class="pair">
                    <TextField id="person-alias" label={lang.person_alias()} value={draft.alias.clone()} hint={lang.person_alias_hint()}
                        autofocus={true} maxlength="12" oninput={typed(Change::Alias)} error={faults.alias.map(AttrValue::from)} />
                    <div class="field">
                        <label for="person-role">{ lang.person_role() }</label>
                        <select id="person-role" class="select" onchange={onrole}>
                            { for ROLES.map(|role| html! { <option selected={role == draft.role}>{ lang.role(role) }</option> }) }
                        </select>
                    </div>
                </div>
                if draft.role.leads_groups() {
                    <label class="check"><input type="checkbox" checked={draft.trained} onchange={ontrained} />{ lang.person_is_trained() }</label>
                }
                <HalfDayTicks {lang} legend={lang.person_half_days()} hint={lang.person_half_days_hint()}
                    value={draft.half_days} onchange={onhalf_days} />
                <TextField id="person-fte" label={lang.person_fte()} unit={lang.person_fte_unit()} value={draft.fte.clone()} inputmode="decimal"
                    hint={lang.person_fte_hint()} maxlength="4" oninput={typed(Change::Fte)} error={faults.fte.map(AttrValue::from)} />
                <fieldset class="field"><legend>{ lang.person_locations() }</legend><div class="checks">{ for locations }</div></fieldset>
                { absences(ctx, &draft, &faults.absences, &focus) }
            </form>
        </Modal>
    }
}

/// The periods in which a person is away.
fn absences(
    ctx: &Ctx,
    draft: &UseReducerHandle<Draft>,
    faults: &[PeriodFault],
    focus: &Callback<&'static str>,
) -> Html {
    let lang = ctx.model.lang;
    let rows = draft.absences.iter().enumerate().map(|(position, absence)| {
        let key = absence.key;
        let (first_fault, last_fault) = faults.get(position).cloned().unwrap_or_default();
        let typed = |change: fn(u32, String) -> Change| {
            let draft = draft.clone();
            Callback::from(move |text| draft.dispatch(change(key, text)))
        };
        let onkind = {
            let draft = draft.clone();
            Callback::from(move |event: Event| {
                if let Some(kind) = chosen(&event).and_then(|index| KINDS.get(index)) {
                    draft.dispatch(Change::Kind(key, *kind));
                }
            })
        };
        let onremove = {
            let (draft, focus) = (draft.clone(), focus.clone());
            Callback::from(move |_: MouseEvent| {
                draft.dispatch(Change::RemoveAbsence(key));
                focus.emit("#absence-add");
            })
        };
        let number = lang.absence_number(position + 1);
        html! {
            <li {key}>
                <fieldset class="closure">
                    <legend class="sr">{ &number }</legend>
                    <TextField id={format!("absence-first-{key}")} label={lang.closure_first()} value={absence.first.clone()}
                        placeholder={lang.day_example()} oninput={typed(Change::First)} error={first_fault.map(AttrValue::from)} />
                    <TextField id={format!("absence-last-{key}")} label={lang.closure_last()} value={absence.last.clone()}
                        placeholder={lang.day_example()} oninput={typed(Change::Last)} error={last_fault.map(AttrValue::from)} />
                    <div class="field">
                        <label for={format!("absence-kind-{key}")}>{ lang.absence_kind() }</label>
                        <select id={format!("absence-kind-{key}")} class="select" onchange={onkind}>
                            { for KINDS.map(|kind| html! { <option selected={kind == absence.kind}>{ lang.absence_kind_name(kind) }</option> }) }
                        </select>
                    </div>
                    <button type="button" class="btn i q" aria-label={format!("{}: {number}", lang.absence_remove())}
                        title={lang.absence_remove()} onclick={onremove}>{ small_icon(Icon::Trash) }</button>
                </fieldset>
            </li>
        }
    });
    let onadd = {
        let (draft, focus) = (draft.clone(), focus.clone());
        Callback::from(move |_: MouseEvent| {
            draft.dispatch(Change::AddAbsence);
            focus.emit(".closures > li:last-child input");
        })
    };
    html! {
        <fieldset class="field" aria-describedby="absences-hint">
            <legend>{ lang.person_absences() }</legend>
            if !draft.absences.is_empty() { <ul class="closures stack t">{ for rows }</ul> }
            <span class="hint" id="absences-hint">{ lang.person_absences_hint() }</span>
            <div class="acts">
                <button type="button" class="btn s" id="absence-add" onclick={onadd}>{ small_icon(Icon::Plus) }{ lang.absence_add() }</button>
            </div>
        </fieldset>
    }
}
