//! The fields of the family dialog: label, input, what is expected and what is wrong.

use super::draft::{CodeTrouble, Draft, Faults};
use crate::parts::{HalfDayTicks, Icon, small_icon};
use crate::text::Lang;
use centering_core::intake::language_names;
use centering_core::plan::{Enrolment, IntakeStatus, Language, LocationId, Plan, Route};
use yew::prelude::*;

/// The value of the choice for a location that is not in the list; no location has this id.
const OTHER: &str = "+";

/// What every field needs.
pub struct FieldProps {
    pub lang: Lang,
    pub draft: UseStateHandle<Draft>,
    pub faults: Faults,
}

impl FieldProps {
    /// A callback that changes the draft by what was typed.
    fn typed(&self, change: impl Fn(&mut Draft, String) + 'static) -> Callback<InputEvent> {
        let draft = self.draft.clone();
        Callback::from(move |event: InputEvent| {
            let input: web_sys::HtmlInputElement = event.target_unchecked_into();
            let mut changed = (*draft).clone();
            change(&mut changed, input.value());
            draft.set(changed);
        })
    }

    /// A callback that changes the draft by what was chosen.
    fn chosen(&self, change: impl Fn(&mut Draft, String) + 'static) -> Callback<Event> {
        let draft = self.draft.clone();
        Callback::from(move |event: Event| {
            let select: web_sys::HtmlSelectElement = event.target_unchecked_into();
            let mut changed = (*draft).clone();
            change(&mut changed, select.value());
            draft.set(changed);
        })
    }

    /// A callback that changes the draft by a tick.
    fn ticked(&self, change: impl Fn(&mut Draft, bool) + 'static) -> Callback<Event> {
        let draft = self.draft.clone();
        Callback::from(move |event: Event| {
            let input: web_sys::HtmlInputElement = event.target_unchecked_into();
            let mut changed = (*draft).clone();
            change(&mut changed, input.checked());
            draft.set(changed);
        })
    }
}

pub fn code(field: &FieldProps) -> Html {
    let lang = field.lang;
    let fault = field.faults.code.map(|trouble| match trouble {
        CodeTrouble::Fault(fault) => lang.code_fault(fault),
        CodeTrouble::Known => lang.family_code_known().to_owned(),
    });
    text(&Text {
        id: "family-code",
        label: lang.family_code(),
        hint: lang.family_code_hint().to_owned(),
        value: &field.draft.code,
        fault,
        is_first: true,
        oninput: field.typed(|draft, value| draft.code = value),
    })
}

/// The birth date; for a family with a due date the birth date that replaces it comes first.
pub fn date(field: &FieldProps, known: Option<&Enrolment>) -> Html {
    let (lang, draft) = (field.lang, &field.draft);
    let words = |fault: Option<_>| fault.map(|fault| lang.cell_fault(fault));
    let due = known.filter(|family| family.provisional);
    let label = if draft.provisional {
        lang.family_due_date()
    } else {
        lang.family_date()
    };
    html! {
        <>
            if let Some(family) = due {
                <div class="note accent">
                    { text(&Text {
                        id: "family-born-on",
                        label: lang.family_born_on(),
                        hint: lang.family_born_hint(&lang.day_month(family.birth, None)),
                        value: &draft.born_on,
                        fault: words(field.faults.born_on),
                        is_first: true,
                        oninput: field.typed(|draft, value| draft.born_on = value),
                    }) }
                </div>
            }
            { text(&Text {
                id: "family-date",
                label,
                hint: lang.family_date_hint().to_owned(),
                value: &draft.date,
                fault: words(field.faults.date),
                is_first: known.is_some() && due.is_none(),
                oninput: field.typed(|draft, value| draft.date = value),
            }) }
            <label class="check">
                <input type="checkbox" checked={draft.provisional} onchange={field.ticked(|draft, is_on| draft.provisional = is_on)} />
                { lang.family_provisional() }
            </label>
        </>
    }
}

pub fn location(field: &FieldProps, plan: &Plan) -> Html {
    let (lang, draft) = (field.lang, &field.draft);
    let fault = field.faults.location.map(|fault| lang.cell_fault(fault));
    let onchange = {
        let ids: Vec<LocationId> = plan
            .locations
            .keys()
            .chain(draft.location.as_ref())
            .cloned()
            .collect();
        field.chosen(move |draft, value| {
            draft.location = ids.iter().find(|id| id.as_str() == value).cloned();
        })
    };
    let unknown = draft
        .location
        .as_ref()
        .filter(|id| !plan.locations.contains_key(id));
    let name = |label: &'static str| {
        text(&Text {
            id: "family-location-name",
            label,
            hint: String::new(),
            value: &draft.location_name,
            fault: fault.clone(),
            is_first: false,
            oninput: field.typed(|draft, value| draft.location_name = value),
        })
    };
    if plan.locations.is_empty() && draft.location.is_none() {
        return name(lang.family_location());
    }
    html! {
        <>
            <div class="field">
                <label for="family-location">{ lang.family_location() }</label>
                <select id="family-location" class="select" {onchange}>
                    { for plan.locations.values().map(|one| html! {
                        <option key={one.id.to_string()} value={one.id.to_string()} selected={draft.location.as_ref() == Some(&one.id)}>{ &one.name }</option>
                    }) }
                    if let Some(id) = unknown { <option value={id.to_string()} selected=true>{ id.to_string() }</option> }
                    <option value={OTHER} selected={draft.location.is_none()}>{ lang.family_other_location() }</option>
                </select>
            </div>
            if draft.location.is_none() { { name(lang.family_location_name()) } }
        </>
    }
}

pub fn half_days(field: &FieldProps) -> Html {
    let (lang, draft) = (field.lang, &field.draft);
    let onchange = {
        let draft = draft.clone();
        Callback::from(move |half_days| {
            draft.set(Draft {
                half_days,
                ..(*draft).clone()
            });
        })
    };
    html! {
        <HalfDayTicks {lang} legend={lang.family_half_days()} hint={lang.family_half_days_hint()}
            value={draft.half_days} {onchange} />
    }
}

pub fn language(field: &FieldProps) -> Html {
    let (lang, draft) = (field.lang, &field.draft);
    let listed: Vec<Language> = language_names()
        .iter()
        .filter_map(|(code, ..)| Language::new(code))
        .collect();
    let unlisted = (!listed.contains(&draft.language)).then(|| draft.language.clone());
    let onchange = field.chosen(|draft, value| {
        if let Some(language) = Language::new(&value) {
            draft.language = language;
        }
    });
    html! {
        <div class="field">
            <label for="family-language">{ lang.family_language() }</label>
            <select id="family-language" class="select" {onchange}>
                { for listed.into_iter().chain(unlisted).map(|language| html! {
                    <option key={language.as_str().to_owned()} value={language.as_str().to_owned()} selected={language == draft.language}>
                        { lang.language_name(&language) }
                    </option>
                }) }
            </select>
        </div>
    }
}

pub fn children(field: &FieldProps) -> Html {
    let (lang, draft) = (field.lang, &field.draft);
    let onchange = field.chosen(|draft, value| {
        if let Ok(count) = value.parse() {
            draft.children = count;
        }
    });
    html! {
        <div class="field">
            <label for="family-children">{ lang.family_children() }</label>
            <select id="family-children" class="select" aria-describedby="family-children-hint" {onchange}>
                { for (1..=9_u8).map(|count| html! {
                    <option key={count} value={count.to_string()} selected={count == draft.children}>{ count }</option>
                }) }
            </select>
            <span class="hint" id="family-children-hint">{ lang.family_children_hint() }</span>
        </div>
    }
}

/// Where the enrolment stands; that a family is placed follows from its group.
pub fn status(field: &FieldProps) -> Html {
    let (lang, draft) = (field.lang, &field.draft);
    let onchange = field.chosen(|draft, value| {
        let found = value
            .parse()
            .ok()
            .and_then(|index: usize| IntakeStatus::ALL.get(index));
        draft.status = found.copied().unwrap_or_default();
    });
    html! {
        <div class="field">
            <label for="family-status">{ lang.filter_status() }</label>
            <select id="family-status" class="select" {onchange}>
                { for IntakeStatus::ALL.into_iter().enumerate().map(|(index, status)| html! {
                    <option key={index} value={index.to_string()} selected={status == draft.status}>{ lang.intake_status(status) }</option>
                }) }
            </select>
        </div>
    }
}

/// Along which way the family came.
pub fn route(field: &FieldProps) -> Html {
    let (lang, draft) = (field.lang, &field.draft);
    let onchange = field.chosen(|draft, value| {
        draft.route = value
            .parse()
            .ok()
            .and_then(|index: usize| Route::ALL.get(index))
            .copied();
    });
    html! {
        <div class="field">
            <label for="family-route">{ lang.route_word() }</label>
            <select id="family-route" class="select" {onchange}>
                <option value="" selected={draft.route.is_none()}>{ lang.route_unknown() }</option>
                { for Route::ALL.into_iter().enumerate().map(|(index, route)| html! {
                    <option key={index} value={index.to_string()} selected={Some(route) == draft.route}>{ lang.route(Some(route)) }</option>
                }) }
            </select>
        </div>
    }
}

/// A line of text to type.
struct Text<'a> {
    id: &'static str,
    label: &'static str,
    hint: String,
    value: &'a str,
    fault: Option<String>,
    /// Whether it takes focus when the dialog opens.
    is_first: bool,
    oninput: Callback<InputEvent>,
}

fn text(field: &Text<'_>) -> Html {
    let (hint_id, fault_id) = (format!("{}-hint", field.id), format!("{}-fault", field.id));
    let mut described_by = Vec::new();
    if field.fault.is_some() {
        described_by.push(fault_id.clone());
    }
    // What is wrong says what is expected as well.
    let has_hint = !field.hint.is_empty() && field.fault.is_none();
    if has_hint {
        described_by.push(hint_id.clone());
    }
    html! {
        <div class="field">
            <label for={field.id}>{ field.label }</label>
            <input id={field.id} class="input" value={field.value.to_owned()} oninput={field.oninput.clone()}
                autocomplete="off" spellcheck="false" autofocus={field.is_first}
                aria-invalid={field.fault.is_some().then_some("true")}
                aria-describedby={(!described_by.is_empty()).then(|| described_by.join(" "))} />
            if let Some(fault) = &field.fault {
                <span class="err" id={fault_id}>{ small_icon(Icon::Error) }{ fault.clone() }</span>
            }
            if has_hint { <span class="hint" id={hint_id}>{ field.hint.clone() }</span> }
        </div>
    }
}
