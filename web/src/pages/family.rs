//! One family: add it, change it, replace its due date by the birth date, or remove it.

mod draft;

use crate::parts::HalfDayTicks;
use crate::parts::form::{Form, gone, location_words, or_none, use_form};
use crate::state::Ctx;
use centering_core::edit::Edit;
use centering_core::intake::language_names;
use centering_core::plan::{
    Enrolment, EnrolmentCode, IntakeStatus, Language, LocationId, Plan, Route,
};
use centering_words::Lang;
use draft::{CodeTrouble, Draft, Faults};
use yew::prelude::*;

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
    let (plan, lang) = (&ctx.model.plan, ctx.model.lang);
    let code = props.code.as_ref();
    let known = code.and_then(|code| plan.enrolments.get(code));
    let form = use_form(|| Draft::of(plan, known, lang, ctx.model.today));
    let title = code.map_or_else(
        || lang.family_new().to_owned(),
        |code| lang.family_title(code.as_str()),
    );
    if code.is_some() && known.is_none() {
        return gone(ctx, title, lang.family_gone());
    }
    let draft = form.draft();
    let faults = draft.faults(plan, known);
    let code_fault = faults.code.map(|trouble| match trouble {
        CodeTrouble::Fault(fault) => lang.code_fault(fault),
        CodeTrouble::Known => lang.family_code_known().to_owned(),
    });
    let group = code.and_then(|code| plan.group_of(code));
    let languages = language_names().iter();
    let mut languages: Vec<Language> = languages
        .filter_map(|(code, ..)| Language::parse(code).ok())
        .collect();
    if !languages.contains(&draft.language) {
        languages.push(draft.language.clone());
    }
    let route = |route: &Option<Route>| match route {
        None => lang.route_unknown(),
        route => lang.route(*route),
    };
    let fields = html! {
        <>
            if let Some(group) = group {
                <p class="small muted">{ lang.family_in_group(group.id.as_str()) }</p>
            }
            if known.is_none() {
                { form.text("family-code", lang.family_code(), &draft.code, |draft, text| draft.code = text)
                    .hint(lang.family_code_hint()).first(true).fault(code_fault) }
            }
            { date(lang, &form, &faults, known) }
            { location(lang, &form, &faults, plan) }
            <HalfDayTicks {lang} legend={lang.family_half_days()} hint={lang.family_half_days_hint()}
                value={draft.half_days} onchange={form.on(|draft, half_days| draft.half_days = half_days)} />
            <div class="pair">
                { form.choice("family-language", lang.family_language(), languages, &draft.language, |language| lang.language_name(language),
                    |draft, language| draft.language = language) }
                { form.choice("family-children", lang.family_children(), Enrolment::CHILDREN, &draft.children, u8::to_string,
                    |draft, children| draft.children = children).hint(lang.family_children_hint()) }
            </div>
            <div class="pair">
                { form.choice("family-status", lang.filter_status(), IntakeStatus::ALL, &draft.status, |status| lang.intake_status(*status),
                    |draft, status| draft.status = status) }
                { form.choice("family-route", lang.route_word(), or_none(Route::ALL), &draft.route, route, |draft, route| draft.route = route) }
            </div>
        </>
    };
    form.dialog(ctx, "family-form", title, draft.edits(plan, known))
        .remove(
            lang.family_remove(),
            code.cloned().map(Edit::RemoveEnrolment),
        )
        .show(fields)
}

/// The birth date; for a family with a due date the birth date that replaces it comes first.
fn date(lang: Lang, form: &Form<Draft>, faults: &Faults, known: Option<&Enrolment>) -> Html {
    let draft = form.draft();
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
                    { form.text("family-born-on", lang.family_born_on(), &draft.born_on, |draft, text| draft.born_on = text)
                        .hint(lang.family_born_hint(&lang.day_month(family.birth, None))).first(true)
                        .fault(faults.born_on.map(|fault| lang.cell_fault(fault))) }
                </div>
            }
            { form.text("family-date", label, &draft.date, |draft, text| draft.date = text)
                .hint(lang.family_date_hint()).first(known.is_some() && due.is_none())
                .fault(faults.date.map(|fault| lang.cell_fault(fault))) }
            { form.tick(lang.family_provisional(), draft.provisional, |draft, is_on| draft.provisional = is_on) }
        </>
    }
}

/// A location of the plan, or another one by its name.
fn location(lang: Lang, form: &Form<Draft>, faults: &Faults, plan: &Plan) -> Html {
    let draft = form.draft();
    let name = |label: &'static str| {
        form.text(
            "family-location-name",
            label,
            &draft.location_name,
            |draft, text| draft.location_name = text,
        )
        .fault(faults.location.map(|fault| lang.cell_fault(fault)))
    };
    if plan.locations.is_empty() && draft.location.is_none() {
        return name(lang.family_location()).into();
    }
    let mut ids: Vec<Option<LocationId>> = plan.locations.keys().cloned().map(Some).collect();
    if !ids.contains(&draft.location) {
        ids.extend(draft.location.clone().map(Some));
    }
    ids.push(None);
    let words = location_words(plan, lang.family_other_location());
    html! {
        <>
            { form.choice("family-location", lang.family_location(), ids, &draft.location, words, |draft, id| draft.location = id) }
            if draft.location.is_none() { { name(lang.family_location_name()) } }
        </>
    }
}
