//! A line that adds a family with what is needed at least: code, date and location. Focus goes back to the code,
//! so that several can be typed after each other.

use crate::app::Action;
use crate::parts::{Icon, TextField, small_icon, use_focus, use_leaving};
use crate::store::Ctx;
use centering_core::intake::read_date;
use centering_core::plan::{Edit, Enrolment, EnrolmentCode, Language, LocationId};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct QuickAddProps {
    pub ctx: Ctx,
    /// The location that is shown; the first one when all are.
    pub location: Option<LocationId>,
}

#[derive(Clone, Default, PartialEq)]
struct Draft {
    code: String,
    date: String,
    provisional: bool,
    location: Option<LocationId>,
    tried: bool,
    added: Option<String>,
}

#[component]
pub fn QuickAdd(props: &QuickAddProps) -> Html {
    let ctx = &props.ctx;
    let (plan, lang) = (&ctx.model.plan, ctx.model.lang);
    let draft = use_state_eq(Draft::default);
    let place = use_node_ref();
    let focus = use_focus(place.clone());
    let locations: Vec<LocationId> = plan.locations.keys().cloned().collect();
    let location = (draft.location.clone())
        .or_else(|| props.location.clone())
        .filter(|id| plan.locations.contains_key(id))
        .or_else(|| locations.first().cloned());
    let code = EnrolmentCode::parse(&draft.code);
    let code_fault = match &code {
        Err(fault) => Some(lang.code_fault(*fault)),
        Ok(code) if plan.enrolments.contains_key(code) => Some(lang.family_code_known().to_owned()),
        Ok(_) => None,
    };
    let date = read_date(&draft.date);
    let date_fault = date.err().map(|fault| lang.cell_fault(fault));
    let (shown_code, shown_date) = if draft.tried {
        (code_fault.clone(), date_fault.clone())
    } else {
        (None, None)
    };
    let onsubmit = {
        let (act, draft, location) = (ctx.act.clone(), draft.clone(), location.clone());
        let is_good = code_fault.is_none() && date_fault.is_none();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let (Ok(code), Ok(birth), Some(location), true) =
                (code.clone(), date, location.clone(), is_good)
            else {
                draft.set(Draft {
                    tried: true,
                    added: None,
                    ..(*draft).clone()
                });
                focus.emit("[aria-invalid=true]");
                return;
            };
            draft.set(Draft {
                provisional: draft.provisional,
                location: draft.location.clone(),
                added: Some(code.to_string()),
                ..Draft::default()
            });
            focus.emit("input");
            act.emit(Action::edit(Edit::SetEnrolment(Enrolment {
                code,
                birth,
                provisional: draft.provisional,
                children: 1,
                location,
                half_days: Default::default(),
                language: Language::dutch(),
                status: Default::default(),
                route: None,
                extra: Default::default(),
            })));
        })
    };
    {
        let (ctx, draft) = (ctx.clone(), draft.clone());
        use_leaving(move || {
            let words = [draft.code.trim(), draft.date.trim()];
            let text = words.join(" ");
            if !text.trim().is_empty() {
                ctx.lose(
                    "quick",
                    lang.quick_add(),
                    text.trim(),
                    lang.button_not_used(),
                );
            }
        });
    }
    let typed = |change: fn(&mut Draft, String)| {
        let draft = draft.clone();
        Callback::from(move |text: String| {
            let mut changed = (*draft).clone();
            change(&mut changed, text);
            draft.set(changed);
        })
    };
    let onlocation = {
        let (draft, locations) = (draft.clone(), locations.clone());
        Callback::from(move |event: Event| {
            let location = crate::parts::chosen(&event).and_then(|index| locations.get(index));
            draft.set(Draft {
                location: location.cloned(),
                ..(*draft).clone()
            });
        })
    };
    let onprovisional = {
        let draft = draft.clone();
        Callback::from(move |event: Event| {
            let input: web_sys::HtmlInputElement = event.target_unchecked_into();
            draft.set(Draft {
                provisional: input.checked(),
                ..(*draft).clone()
            });
        })
    };
    html! {
        <form class="quick" ref={place} novalidate=true autocomplete="off" aria-label={lang.quick_add()} {onsubmit}>
            <TextField id="quick-code" label={lang.code()} value={draft.code.clone()} maxlength="12"
                oninput={typed(|draft, text| draft.code = text)} error={shown_code.map(AttrValue::from)} />
            <TextField id="quick-date" label={lang.born_or_due()} value={draft.date.clone()} placeholder={lang.day_example()} maxlength="20"
                oninput={typed(|draft, text| draft.date = text)} error={shown_date.map(AttrValue::from)} />
            <label class="check small"><input type="checkbox" checked={draft.provisional} onchange={onprovisional} />{ lang.provisional() }</label>
            <div class="field">
                <label for="quick-location">{ lang.location() }</label>
                <select id="quick-location" class="select" onchange={onlocation}>
                    { for plan.locations.values().map(|one| html! { <option selected={location.as_ref() == Some(&one.id)}>{ &one.name }</option> }) }
                </select>
            </div>
            <button type="submit" class="btn">{ small_icon(Icon::Plus) }{ lang.quick_add_do() }</button>
            <span class="sr" role="status">{ draft.added.as_ref().map(|code| lang.quick_added(code)) }</span>
        </form>
    }
}
