//! One person of the team: add, change, or take out. An alias and a role; never a name, never the reason of
//! an absence.

use crate::parts::HalfDayTicks;
use crate::parts::form::{Entries, Period, PeriodList, gone, put, use_form};
use crate::state::Ctx;
use centering_core::calendar::HalfDaySet;
use centering_core::edit::Edit;
use centering_core::plan::{Location, LocationId, Person, PersonFault, PersonId, Plan, Role};
use centering_words::Lang;
use std::collections::BTreeSet;
use yew::prelude::*;

const ROLES: [Role; 4] = [
    Role::Facilitator,
    Role::YouthNurse,
    Role::Assistant,
    Role::YouthPhysician,
];

/// The fields as they stand.
#[derive(Clone)]
struct Draft {
    alias: String,
    role: Role,
    trained: bool,
    fte: String,
    half_days: HalfDaySet,
    locations: BTreeSet<LocationId>,
    absences: Entries<Period>,
}

impl Draft {
    fn of(plan: &Plan, known: Option<&Person>, lang: Lang) -> Self {
        let Some(person) = known else {
            return Self {
                alias: String::new(),
                role: Role::Facilitator,
                trained: true,
                fte: lang.fte(100),
                half_days: HalfDaySet::default(),
                // One location: there is nothing to choose.
                locations: match plan.locations.len() {
                    1 => plan.locations.keys().cloned().collect(),
                    _ => BTreeSet::new(),
                },
                absences: Entries::default(),
            };
        };
        Self {
            alias: person.alias.to_string(),
            role: person.role,
            trained: person.trained,
            fte: lang.fte(person.fte),
            half_days: person.half_days,
            locations: person.locations.clone(),
            absences: Period::of_absences(&person.absences, lang),
        }
    }
}

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
    let form = use_form(|| Draft::of(plan, known, lang));
    if props.id.is_some() && known.is_none() {
        return gone(ctx, lang.people_title(), lang.person_gone());
    }
    let draft = form.draft();
    let alias = PersonId::parse(&draft.alias);
    let fte = Person::read_fte(&draft.fte);
    let absences = draft.absences.absences(lang);
    let person = alias.as_ref().ok().map(|alias| Person {
        alias: alias.clone(),
        role: draft.role,
        trained: draft.trained,
        fte: fte.unwrap_or(0),
        half_days: draft.half_days,
        locations: draft.locations.clone(),
        absences: absences.clone().unwrap_or_default(),
        ..known.cloned().unwrap_or_else(|| Person::new(alias.clone()))
    });
    let faults = person.as_ref().map(|person| person.faults(plan));
    let faults = faults.unwrap_or_default();
    // The key of somebody new is the alias.
    let is_taken = |person: &Person| {
        faults.contains(&PersonFault::AliasTaken)
            || known.is_none() && plan.people.contains_key(&person.id)
    };
    let alias_fault = match (&alias, &person) {
        (Err(fault), _) => Some(lang.code_fault(*fault)),
        (_, Some(person)) if is_taken(person) => {
            Some(lang.person_fault(PersonFault::AliasTaken).to_owned())
        }
        _ => None,
    };
    let fte_fault = fte
        .is_none()
        .then(|| lang.person_fault(PersonFault::WorkingWeek));
    let is_good = faults.is_empty() && alias_fault.is_none() && absences.is_ok();
    let edits = person
        .filter(|_| is_good)
        .map(|person| vec![Edit::SetPerson(Box::new(person))]);
    let title = known.map_or_else(
        || lang.person_new().to_owned(),
        |person| lang.person_title(person.alias.as_str()),
    );
    let location = |location: &Location| {
        let id = location.id.clone();
        let is_on = draft.locations.contains(&id);
        form.tick(&location.name, is_on, move |draft, is_on| {
            put(&mut draft.locations, &id, is_on);
        })
    };
    let away = PeriodList {
        name: "absence",
        legend: lang.person_absences(),
        hint: lang.person_absences_hint(),
        none: None,
        number: |lang, number| lang.absence_number(number),
        add: lang.absence_add(),
        remove: lang.absence_remove(),
        is_absence: true,
        rows: |draft: &mut Draft| &mut draft.absences,
    };
    let fields = html! {
        <>
            <div class="pair">
                { form.text("person-alias", lang.person_alias(), &draft.alias, |draft, text| draft.alias = text)
                    .hint(lang.person_alias_hint()).first(true).most(12).fault(alias_fault) }
                { form.choice("person-role", lang.person_role(), ROLES, &draft.role, |role| lang.role(*role), |draft, role| draft.role = role).hint(lang.person_role_hint()) }
            </div>
            if draft.role.leads_groups() {
                { form.tick(lang.person_is_trained(), draft.trained, |draft, is_on| draft.trained = is_on) }
            }
            <HalfDayTicks {lang} legend={lang.person_half_days()} hint={lang.person_half_days_hint()}
                value={draft.half_days} onchange={form.on(|draft, half_days| draft.half_days = half_days)} />
            { form.text("person-fte", lang.person_fte(), &draft.fte, |draft, text| draft.fte = text)
                .hint(lang.person_fte_hint()).unit(lang.person_fte_unit()).keys("decimal").most(4).fault(fte_fault) }
            <fieldset class="field">
                <legend>{ lang.person_locations() }</legend>
                <div class="checks">{ for plan.locations.values().map(location) }</div>
                if draft.locations.is_empty() { <span class="hint">{ lang.person_nowhere() }</span> }
            </fieldset>
            { form.periods(lang, &draft.absences, &away, absences.as_ref().err()) }
        </>
    };
    form.dialog(ctx, "person-form", title, edits)
        .remove(
            lang.person_remove(),
            props.id.clone().map(Edit::RemovePerson),
        )
        .show(fields)
}
