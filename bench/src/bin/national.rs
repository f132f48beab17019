//! Writes the plan of an invented country for the benchmark of the screens: 9,000 groups of 900 locations with
//! their 72,000 bijeenkomsten, every date planned by core. The same bytes everywhere; no family in it exists.
//!
//! Usage: `national OUT.json [LOCATIONS]`, ten groups a location.
#![expect(
    clippy::print_stdout,
    reason = "a command-line program prints its result"
)]

use centering_core::calendar::{Date, HalfDay, HalfDaySet, Region};
use centering_core::edit::Edit;
use centering_core::engine::random::Random;
use centering_core::plan::{
    Change, Enrolment, EnrolmentCode, Group, GroupId, Language, Location, LocationId, Person,
    PersonId, Plan, Role, Room, RoomId, Status,
};
use centering_core::problem::check;
use serde_json::Map;
use std::collections::{BTreeMap, BTreeSet};
use std::process::ExitCode;
use std::time::Instant;

const LOCATIONS: u32 = 900;
const GROUPS: u32 = 10;
/// The days between the first births of two groups of a location.
const BETWEEN_GROUPS: i32 = 38;

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let (file, locations) = (words.next(), words.next());
    let locations = match locations.map(|text| text.parse()) {
        None => LOCATIONS,
        Some(Ok(count)) => count,
        Some(Err(_)) => return fail("LOCATIONS is a number"),
    };
    let Some(file) = file else {
        return fail("usage: national OUT.json [LOCATIONS]");
    };
    let Some(plan) = country(locations) else {
        return fail("the country cannot be made");
    };
    let text = plan.to_json();
    if let Err(error) = std::fs::write(&file, &text) {
        return fail(&error.to_string());
    }
    let start = Instant::now();
    let problems = check(&plan, plan.today).len();
    let sessions: usize = plan.groups.values().map(|group| group.sessions.len()).sum();
    println!(
        "{file}: {} locations, {} families, {} groups, {sessions} bijeenkomsten, {problems} problems (checked in {} ms), {} bytes",
        plan.locations.len(),
        plan.enrolments.len(),
        plan.groups.len(),
        start.elapsed().as_millis(),
        text.len()
    );
    ExitCode::SUCCESS
}

fn fail(message: &str) -> ExitCode {
    eprintln!("{message}");
    ExitCode::from(2)
}

/// All locations, each planned by itself: they share nothing.
fn country(locations: u32) -> Option<Plan> {
    let mut whole = Plan::empty();
    whole.title = "Heel het land, verzonnen".to_owned();
    whole.today = Date::new(2027, 3, 16);
    for number in 0..locations {
        let part = location(number, whole.today)?;
        whole.version = whole.version.max(part.version);
        whole.locations.extend(part.locations);
        whole.enrolments.extend(part.enrolments);
        whole.groups.extend(part.groups);
        whole.rooms.extend(part.rooms);
        whole.people.extend(part.people);
        whole.lines.extend(part.lines);
    }
    Some(whole)
}

/// One location with a room, four people, its weekly lines, and ten groups born one after the other.
fn location(number: u32, today: Option<Date>) -> Option<Plan> {
    let mut random = Random::new(u64::from(number) + 1);
    let mut plan = Plan::empty();
    let name = format!("Locatie {:03}", number + 1);
    let id = LocationId::from_name(&name)?;
    let region = *Region::ALL.get(random.below(3) as usize)?;
    plan.locations.insert(
        id.clone(),
        Location {
            id: id.clone(),
            name,
            prefix: format!("L{:03}", number + 1),
            region: Some(region),
            address: String::new(),
            start_times: BTreeMap::new(),
            extra: Map::new(),
        },
    );
    make(&mut plan, &Edit::SetRoom(room(number, &id)))?;
    for place in 0..4 {
        make(
            &mut plan,
            &Edit::SetPerson(Box::new(person(number, place, &id)?)),
        )?;
    }
    let first = Date::new(2026, 1, 5)?;
    let mut ids = Vec::new();
    for place in 0..GROUPS {
        let start = first.plus_days(place as i32 * BETWEEN_GROUPS + random.below(14) as i32);
        let mut members = BTreeSet::new();
        for family in 0..6 + random.below(3) {
            let code = EnrolmentCode::parse(&format!("L{:03}-{place}{family}", number + 1)).ok()?;
            members.insert(code.clone());
            let birth = start.plus_days(random.below(20) as i32);
            plan.enrolments
                .insert(code.clone(), family_of(code, birth, &id, &mut random)?);
        }
        let code = format!("L{:03}-{}-{:02}-1", number + 1, start.year(), start.month());
        let mut group = Group::new(
            GroupId::new(&code),
            id.clone(),
            Language::default(),
            members,
        );
        while plan.groups.contains_key(&group.id) {
            group.id = GroupId::new(format!("{code}{place}"));
        }
        ids.push(group.id.clone());
        plan.groups.insert(group.id.clone(), group);
    }
    make(&mut plan, &Edit::ProposeLines)?;
    for id in &ids {
        make(&mut plan, &Edit::PlanDates(id.clone()))?;
    }
    // What is over took place; what comes in the next months was told to the parents.
    let today = today?;
    for group in plan.groups.values_mut() {
        for session in group.sessions.values_mut() {
            session.status = match session.date {
                Some(date) if date < today => Status::Held,
                Some(date) if date < today.plus_days(90) => Status::Shared,
                _ => Status::Draft,
            };
        }
    }
    Some(plan)
}

fn make(plan: &mut Plan, edit: &Edit) -> Option<()> {
    // A location where nothing can be proposed stays as it is.
    let changes: Vec<Change> = edit.changes(plan, None).unwrap_or_default();
    plan.apply_all(changes);
    Some(())
}

fn room(number: u32, location: &LocationId) -> Room {
    Room {
        id: RoomId::new(format!("zaal-{:03}", number + 1)),
        location: location.clone(),
        label: "Groepsruimte".to_owned(),
        capacity: 24,
        half_days: HalfDaySet::default(),
        closures: Vec::new(),
        extra: Map::new(),
    }
}

/// Three begeleiders and a jeugdarts, each three or four days a week.
fn person(number: u32, place: u32, location: &LocationId) -> Option<Person> {
    let mut person = Person::new(PersonId::parse(&format!("P{:03}-{place}", number + 1)).ok()?);
    if place == 3 {
        person.role = Role::YouthPhysician;
    }
    let days: HalfDaySet = HalfDay::all()
        .filter(|half_day| place == 3 || u32::from(half_day.index()) % 5 != place)
        .collect();
    person.half_days = days;
    person.locations = BTreeSet::from([location.clone()]);
    Some(person)
}

fn family_of(
    code: EnrolmentCode,
    birth: Date,
    location: &LocationId,
    random: &mut Random,
) -> Option<Enrolment> {
    Some(Enrolment {
        children: 1 + u8::from(random.below(60) == 0),
        ..Enrolment::new(code, birth, location.clone())
    })
}
