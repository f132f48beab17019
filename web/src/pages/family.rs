//! One family: add it, change it, replace its due date by the birth date, or remove it.

mod draft;
mod fields;

use crate::app::Action;
use crate::parts::{Icon, Modal, refusal_note, small_icon};
use crate::store::Ctx;
use centering_core::plan::{Edit, EnrolmentCode};
use draft::{Draft, Faults};
use fields::{FieldProps, children, code, date, half_days, language, location, route, status};
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// The id of the form, to which the button at the bottom belongs.
const FORM_ID: &str = "family-form";

#[derive(PartialEq, Properties)]
pub struct FamilyProps {
    pub ctx: Ctx,
    /// The family to change; `None` to add one.
    pub code: Option<EnrolmentCode>,
}

/// The dialog of one family.
#[component]
pub fn Family(props: &FamilyProps) -> Html {
    let ctx = &props.ctx;
    let (model, lang) = (&ctx.model, ctx.model.lang);
    let known = props
        .code
        .as_ref()
        .and_then(|code| model.plan.enrolments.get(code));
    let draft = use_state_eq(|| Draft::of(&model.plan, known, lang));
    let is_tried = use_state_eq(|| false);
    let refused = use_state_eq(|| None::<String>);
    let faults = draft.faults(&model.plan, known);
    let onsubmit = {
        let (ctx, draft, is_tried) = (ctx.clone(), (*draft).clone(), is_tried.clone());
        let refused = refused.clone();
        let (plan, known, faults) = (model.plan.clone(), known.cloned(), faults.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            is_tried.set(true);
            match draft.edits(&plan, known.as_ref()) {
                Some(edits) => refused.set(ctx.edits_and_close(edits).err()),
                None => focus_first_fault(&event, &faults),
            }
        })
    };
    let onremove = props.code.clone().map(|code| {
        let act = ctx.act.clone();
        Callback::from(move |_: MouseEvent| {
            act.emit(Action::CloseDialog);
            act.emit(Action::edit(Edit::RemoveEnrolment(code.clone())));
        })
    });
    let title = props.code.as_ref().map_or_else(
        || lang.family_new().to_owned(),
        |code| lang.family_title(code.as_str()),
    );
    let close = ctx.on(Action::CloseDialog);
    if props.code.is_some() && known.is_none() {
        return html! {
            <Modal {title} close_label={lang.close()} onclose={close}><p>{ lang.family_gone() }</p></Modal>
        };
    }
    let footer = html! {
        <>
            if let Some(onclick) = onremove {
                <button type="button" class="btn d push" {onclick}>{ small_icon(Icon::Trash) }{ lang.family_remove() }</button>
            }
            <button type="button" class="btn" onclick={ctx.on(Action::CloseDialog)}>{ lang.cancel() }</button>
            <button type="submit" form={FORM_ID} class="btn p">{ lang.save() }</button>
        </>
    };
    let shown_faults = if *is_tried { faults } else { Faults::default() };
    let field = FieldProps {
        lang,
        draft: draft.clone(),
        faults: shown_faults,
    };
    let group = props
        .code
        .as_ref()
        .and_then(|code| model.plan.group_of(code));
    html! {
        <Modal {title} close_label={lang.close()} onclose={close} {footer}>
            <form id={FORM_ID} class="stack t" novalidate=true autocomplete="off" {onsubmit}>
                { refusal_note(refused.as_deref()) }
                if let Some(group) = group {
                    <p class="small muted">{ lang.family_in_group(group.id.as_str()) }</p>
                }
                if known.is_none() { { code(&field) } }
                { date(&field, known) }
                { location(&field, &model.plan) }
                { half_days(&field) }
                <div class="pair">
                    { language(&field) }
                    { children(&field) }
                </div>
                <div class="pair">
                    { status(&field) }
                    { route(&field) }
                </div>
            </form>
        </Modal>
    }
}

/// Focus goes to the first field that must be corrected.
fn focus_first_fault(event: &SubmitEvent, faults: &Faults) {
    let Some(id) = faults.first_field() else {
        return;
    };
    let field = event
        .target_dyn_into::<web_sys::Element>()
        .and_then(|form| form.query_selector(&format!("#{id}")).ok().flatten())
        .and_then(|field| field.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(field) = field {
        // A field can always take focus.
        let _ = field.focus();
    }
}
