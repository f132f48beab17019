//! The agenda of one person, room or group over the months that are shown; made to be printed, too.

use super::calendar::standing;
use super::layers::{Layers, Marks, signs};
use crate::parts::table::{By, Table, columns};
use crate::parts::{Icon, print_page, small_icon};
use crate::state::{Action, Ctx, Same, Selection};
use centering_core::calendar::{Date, DateRange};
use centering_core::layers::{Entry, Scope, agenda};
use centering_core::plan::{GroupId, LocationId, Plan, Role, RoomId};
use centering_words::capital;
use yew::prelude::*;

/// More groups than this are chosen from by location.
const MOST_GROUPS: usize = 400;

#[derive(Clone, PartialEq, Properties)]
pub struct AgendaProps {
    pub ctx: Ctx,
    pub range: DateRange,
    pub location: Option<LocationId>,
    pub scope: Option<Scope>,
    pub layers: Layers,
    pub marks: Same<Marks>,
    pub on_scope: Callback<Scope>,
}

#[component]
pub fn Agenda(props: &AgendaProps) -> Html {
    let (ctx, lang, range) = (&props.ctx, props.ctx.model.lang, props.range);
    let plan = &ctx.model.plan;
    // What is selected in the agenda later does not change whose agenda it is.
    let at_first = use_memo(props.location.clone(), |location| {
        first_scope(ctx, location.as_ref())
    });
    let chosen = props.scope.clone().or_else(|| (*at_first).clone());
    let scope = chosen
        .filter(|scope| is_known(plan, scope))
        .or_else(|| first_scope(ctx, props.location.as_ref()));
    let found = {
        let basis = (Same(plan.clone()), scope.clone(), range);
        use_memo(basis, |(plan, scope, range)| {
            scope
                .as_ref()
                .map_or_else(Vec::new, |scope| agenda(&plan.0, scope, *range))
        })
    };
    let Some(scope) = scope else {
        return Html::default();
    };
    let whose = name(plan, &scope);
    let mut months: Vec<(Date, Vec<&Entry>)> = Vec::new();
    for entry in found.iter() {
        let first = entry.date.first_of_month();
        match months.last_mut() {
            Some((month, entries)) if *month == first => entries.push(entry),
            _ => months.push((first, vec![entry])),
        }
    }
    let print = Callback::from(|_: MouseEvent| print_page());
    html! {
        <section class="panel agenda" aria-labelledby="agenda-title">
            <div class="ph">
                <h2 id="agenda-title">{ lang.agenda_title(&whose, &lang.month_range(range)) }</h2>
                { chooser(props, &scope) }
                <button type="button" class="btn s" onclick={print}>{ small_icon(Icon::File) }{ lang.print() }</button>
            </div>
            { notes(ctx, &scope, range) }
            if months.is_empty() { <p class="pb">{ lang.agenda_none(&lang.month_range(range)) }</p> }
            { for months.into_iter().map(|(first, entries)| month(props, &scope, first, &entries)) }
        </section>
    }
}

fn month(props: &AgendaProps, scope: &Scope, first: Date, entries: &[&Entry]) -> Html {
    let id = format!("agenda-{first}");
    html! {
        <section aria-labelledby={id.clone()} key={first.number()}>
            <h3 id={id.clone()}>{ capital(&props.ctx.model.lang.month_name(first)) }</h3>
            { table(props, scope).rows(By::Id(&id), entries.iter().copied()) }
        </section>
    }
}

fn table<'a>(props: &'a AgendaProps, scope: &Scope) -> Table<'a, Entry> {
    let (ctx, lang, plan) = (&props.ctx, props.ctx.model.lang, &props.ctx.model.plan);
    let selection = |entry: &Entry| Selection::Session(entry.group.clone(), entry.number);
    let time = move |entry: &Entry| {
        let start = entry.start?;
        let end = start.plus_minutes(entry.minutes);
        Some(format!("{} – {}", lang.time(start), lang.time(end)))
    };
    let people = move |entry: &Entry| {
        let people = entry
            .facilitators
            .iter()
            .map(|person| plan.person_name(person).to_owned());
        let physician = entry.physician.as_ref().map(|id| {
            let (name, role) = (plan.person_name(id), lang.role(Role::YouthPhysician));
            format!("{name} ({role})")
        });
        people.chain(physician).collect::<Vec<_>>().join(", ")
    };
    let signs = move |entry: &Entry| {
        let (layers, marks) = (props.layers, &props.marks.0);
        signs(lang, plan, layers, marks, &entry.group, entry.number)
    };
    let mut table = columns! { Table::of(|entry: &Entry| format!("{}/{}", entry.group, entry.number)).chosen(move |entry| ctx.model.selection == selection(entry));
        button(lang.col_date(), move |entry| lang.day(entry.date, Some(entry.date)), move |entry| ctx.on(Action::Select(selection(entry))));
        column(lang.col_time(), time).nowrap();
    };
    if !matches!(scope, Scope::Group(_)) {
        table = table
            .column(lang.roster_group(), |entry| entry.group.to_string())
            .nowrap();
    }
    table
        .column(lang.col_session(), |entry| entry.number.to_string())
        .nowrap()
        .column(lang.col_status(), move |entry| {
            lang.standing(standing(ctx, entry))
        })
        .column(lang.col_where(), move |entry| place(plan, entry))
        .column(lang.col_with(), people)
        .column(lang.col_layers(), signs)
        .class("signs")
}

/// Absences of the person or closures of the room in these days, and what the agenda of a jeugdarts is.
fn notes(ctx: &Ctx, scope: &Scope, days: DateRange) -> Html {
    let (plan, lang) = (&ctx.model.plan, ctx.model.lang);
    let within = |range: DateRange| !range.and(days).is_empty();
    let list = |ranges: Vec<DateRange>| {
        let words: Vec<String> = ranges
            .into_iter()
            .filter(|range| within(*range))
            .map(|range| lang.range(range, Some(days.first)))
            .collect();
        (!words.is_empty()).then(|| lang.list(&words))
    };
    match scope {
        Scope::Person(id) => plan.people.get(id).map_or_else(Html::default, |person| {
            let away = list(person.absences.iter().map(|absence| absence.days).collect());
            html! {
                <>
                    if person.role == Role::YouthPhysician { <p class="pb small">{ lang.agenda_physician() }</p> }
                    if let Some(away) = away { <p class="pb small">{ lang.agenda_away(&away) }</p> }
                </>
            }
        }),
        Scope::Room(id) => {
            let closures = plan.rooms.get(id).and_then(|room| {
                list(room.closures.iter().map(|closure| closure.days).collect())
            });
            closures.map_or_else(Html::default, |closed| {
                html! { <p class="pb small">{ lang.agenda_closed(&closed) }</p> }
            })
        }
        Scope::All | Scope::Location(_) | Scope::Group(_) => Html::default(),
    }
}

/// The list of whose agenda it can be.
fn chooser(props: &AgendaProps, scope: &Scope) -> Html {
    let (ctx, lang) = (&props.ctx, props.ctx.model.lang);
    let plan = &ctx.model.plan;
    let here = |location: &LocationId| props.location.as_ref().is_none_or(|id| id == location);
    let people = plan
        .people
        .values()
        .filter(|person| person.locations.is_empty() || person.locations.iter().any(&here));
    let people: Vec<Scope> = people
        .map(|person| Scope::Person(person.id.clone()))
        .collect();
    let rooms = plan.rooms.values().filter(|room| here(&room.location));
    let rooms: Vec<Scope> = rooms.map(|room| Scope::Room(room.id.clone())).collect();
    let groups = plan.groups.values().filter(|group| here(&group.location));
    let mut groups: Vec<Scope> = groups.map(|group| Scope::Group(group.id.clone())).collect();
    let is_many = groups.len() > MOST_GROUPS;
    if is_many {
        groups.retain(|group| group == scope);
    }
    let all = [
        (lang.agenda_people(), people),
        (lang.agenda_rooms(), rooms),
        (lang.agenda_groups(), groups),
    ];
    let onchange = {
        let (on_scope, plan) = (props.on_scope.clone(), plan.clone());
        Callback::from(move |event: Event| {
            let select: web_sys::HtmlSelectElement = event.target_unchecked_into();
            if let Some(scope) = read(&plan, &select.value()) {
                on_scope.emit(scope);
            }
        })
    };
    html! {
        <label class="filter">
            <span>{ lang.agenda_of() }</span>
            <select class="input select" aria-label={lang.agenda_of()} {onchange} aria-describedby={is_many.then_some("agenda-many")}>
                { for all.into_iter().filter(|(_, scopes)| !scopes.is_empty()).map(|(label, scopes)| html! {
                    <optgroup {label}>
                        { for scopes.iter().map(|one| html! { <option value={value(one)} selected={one == scope}>{ name(plan, one) }</option> }) }
                    </optgroup>
                }) }
            </select>
            if is_many { <span class="small muted" id="agenda-many">{ lang.agenda_pick_location() }</span> }
        </label>
    }
}

fn value(scope: &Scope) -> String {
    match scope {
        Scope::Person(id) => format!("p {id}"),
        Scope::Room(id) => format!("r {id}"),
        Scope::Group(id) => format!("g {id}"),
        Scope::All | Scope::Location(_) => String::new(),
    }
}

fn read(plan: &Plan, value: &str) -> Option<Scope> {
    let (kind, id) = value.split_once(' ')?;
    match kind {
        "p" => {
            let known = plan.people.keys().find(|known| known.as_str() == id)?;
            Some(Scope::Person(known.clone()))
        }
        "r" => Some(Scope::Room(RoomId::new(id))),
        "g" => Some(Scope::Group(GroupId::new(id))),
        _ => None,
    }
}

fn is_known(plan: &Plan, scope: &Scope) -> bool {
    match scope {
        Scope::Person(id) => plan.people.contains_key(id),
        Scope::Room(id) => plan.rooms.contains_key(id),
        Scope::Group(id) => plan.groups.contains_key(id),
        Scope::All | Scope::Location(_) => false,
    }
}

/// The selected group, otherwise the first person, otherwise the first group.
fn first_scope(ctx: &Ctx, location: Option<&LocationId>) -> Option<Scope> {
    let (model, plan) = (&ctx.model, &ctx.model.plan);
    let here = |id: &LocationId| location.is_none_or(|location| id == location);
    let selected = model
        .selected_group()
        .map(|group| Scope::Group(group.id.clone()));
    let person = || {
        let mut people = plan.people.values();
        let found = people.find(|person| person.locations.iter().any(&here))?;
        Some(Scope::Person(found.id.clone()))
    };
    let group = || {
        let mut groups = plan.groups.values();
        let found = groups.find(|group| here(&group.location))?;
        Some(Scope::Group(found.id.clone()))
    };
    selected.or_else(person).or_else(group)
}

fn name(plan: &Plan, scope: &Scope) -> String {
    match scope {
        Scope::Person(id) => plan.person_name(id).to_owned(),
        Scope::Room(id) => room_name(plan, id),
        Scope::Group(id) => id.to_string(),
        Scope::All | Scope::Location(_) => String::new(),
    }
}

fn room_name(plan: &Plan, id: &RoomId) -> String {
    let Some(room) = plan.rooms.get(id) else {
        return id.to_string();
    };
    let location = plan.locations.get(&room.location);
    location.map_or_else(
        || room.label.clone(),
        |location| format!("{}, {}", room.label, location.name),
    )
}

fn place(plan: &Plan, entry: &Entry) -> String {
    match &entry.room {
        Some(room) => room_name(plan, room),
        None => plan.location_name(&entry.location).to_owned(),
    }
}
