//! A line that adds a family with what is needed at least: code, date and location. Focus goes back to the code,
//! so that several can be typed after each other.

use crate::parts::form::{location_words, use_form};
use crate::parts::{Icon, small_icon, use_leaving};
use crate::state::{Action, Ctx};
use centering_core::edit::Edit;
use centering_core::intake::{DateOrder, read_birth};
use centering_core::plan::{Enrolment, EnrolmentCode, LocationId};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct QuickAddProps {
    pub ctx: Ctx,
    /// The location that is shown; the first one when all are.
    pub location: Option<LocationId>,
}

#[derive(Clone, Default)]
struct Draft {
    code: String,
    date: String,
    provisional: bool,
    location: Option<LocationId>,
    added: Option<String>,
}

#[component]
pub fn QuickAdd(props: &QuickAddProps) -> Html {
    let ctx = &props.ctx;
    let (plan, lang) = (&ctx.model.plan, ctx.model.lang);
    let form = use_form(Draft::default);
    let draft = form.draft();
    let location = (draft.location.clone())
        .or_else(|| props.location.clone())
        .filter(|id| plan.locations.contains_key(id))
        .or_else(|| plan.locations.keys().next().cloned());
    let code = EnrolmentCode::parse(&draft.code);
    let code_fault = match &code {
        Err(fault) => Some(lang.code_fault(*fault)),
        Ok(code) if plan.enrolments.contains_key(code) => Some(lang.family_code_known().to_owned()),
        Ok(_) => None,
    };
    let today = ctx.model.today;
    let date = read_birth(&draft.date, DateOrder::DayFirst, today);
    let date_fault = date.err().map(|fault| lang.cell_fault(fault));
    let save = match (code, date, location.clone()) {
        (Ok(code), Ok(birth), Some(location)) if code_fault.is_none() => {
            let family = Enrolment {
                provisional: draft.provisional || today.is_some_and(|today| birth > today),
                ..Enrolment::new(code, birth, location)
            };
            let (act, form) = (ctx.act.clone(), form.clone());
            Some(Callback::from(move |()| {
                let added = family.code.to_string();
                form.begin(move |draft| {
                    *draft = Draft {
                        provisional: draft.provisional,
                        location: draft.location.take(),
                        added: Some(added),
                        ..Draft::default()
                    };
                });
                form.focus.emit("input".into());
                act.emit(Action::edit(Edit::SetEnrolment(family.clone())));
                Ok(())
            }))
        }
        _ => None,
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
    html! {
        <form class="quick" ref={form.place()} novalidate=true autocomplete="off" aria-label={lang.quick_add()} onsubmit={form.onsubmit(save)}>
            { form.text("quick-code", lang.code(), &draft.code, |draft, text| draft.code = text).most(12).fault(code_fault) }
            { form.text("quick-date", lang.born_or_due(), &draft.date, |draft, text| draft.date = text)
                .example(lang.day_example()).most(20).fault(date_fault) }
            { form.tick(lang.provisional(), draft.provisional, |draft, is_on| draft.provisional = is_on) }
            { form.choice("quick-location", lang.location(), plan.locations.keys().cloned().map(Some), &location, location_words(plan, ""),
                |draft, id| draft.location = id) }
            <button type="submit" class="btn">{ small_icon(Icon::Plus) }{ lang.quick_add_do() }</button>
            <span class="sr" role="status">{ draft.added.as_ref().map(|code| lang.quick_added(code)) }</span>
        </form>
    }
}
