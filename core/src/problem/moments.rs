//! Checks moments: lines, rooms, people and jeugdartsen that two bijeenkomsten need at once.

use super::team::{TeamFinding, is_judged};
use super::{Finding, Place, Problem};
use crate::calendar::{Date, HalfDay, Part};
use crate::care::SessionNumber;
use crate::plan::{Group, GroupId, LineId, LocationId, Person, PersonId, Plan, Role, RoomId};
use crate::schedule::{meeting, most_served, plans_physicians};
use std::collections::{BTreeMap, BTreeSet};

type Moment = (Date, Part);

/// Lines, rooms, people and jeugdartsen that are needed twice at one moment. The later group in the given
/// order is named, each pair of groups by its closest reason: the line, else the room, else the person.
pub(super) fn check_moments<'a>(
    plan: &'a Plan,
    groups: impl Iterator<Item = &'a Group>,
    today: Option<Date>,
) -> Vec<Problem> {
    let mut lines: BTreeMap<(Moment, &LineId), &GroupId> = BTreeMap::new();
    let mut rooms: BTreeMap<(Moment, &RoomId), &GroupId> = BTreeMap::new();
    let mut people: BTreeMap<(Moment, &PersonId), &GroupId> = BTreeMap::new();
    let mut visits: BTreeMap<Moment, Vec<Visit<'a>>> = BTreeMap::new();
    let mut problems = Vec::new();
    for group in groups {
        for session in group
            .sessions
            .values()
            .filter(|session| is_judged(session, today))
        {
            let Some(meeting) = meeting(plan, group, session) else {
                continue;
            };
            let moment = (meeting.date, meeting.part);
            let mut found: Option<(&GroupId, TeamFinding)> = None;
            for person in meeting.facilitators {
                if let Some(other) = claim(&mut people, (moment, person), &group.id) {
                    let person = person.clone();
                    let of = other.clone();
                    found = Some((other, TeamFinding::SamePerson { person, other: of }));
                }
            }
            if let Some(room) = meeting.room
                && let Some(other) = claim(&mut rooms, (moment, room), &group.id)
            {
                let room = room.clone();
                let of = other.clone();
                found = Some((other, TeamFinding::SameRoom { room, other: of }));
            }
            if let Some(line) = meeting.line
                && let Some(other) = claim(&mut lines, (moment, &line.id), &group.id)
            {
                let line = line.id.clone();
                let of = other.clone();
                found = Some((other, TeamFinding::SameLine { line, other: of }));
            }
            let place = Place::Session(group.id.clone(), session.number);
            problems.extend(found.map(|(_, finding)| Problem::new(place, Finding::Team(finding))));
            if meeting.needs_physician && meeting.line.is_some() {
                visits.entry(moment).or_default().push(Visit {
                    group: &group.id,
                    number: session.number,
                    location: &group.location,
                });
            }
        }
    }
    if plans_physicians(plan) && !visits.is_empty() {
        let here: BTreeSet<&LocationId> = visits
            .values()
            .flatten()
            .map(|visit| visit.location)
            .collect();
        let known: Vec<&Person> = plan
            .people
            .values()
            .filter(|person| person.role == Role::YouthPhysician)
            .filter(|person| {
                person
                    .locations
                    .iter()
                    .any(|location| here.contains(location))
            })
            .collect();
        for (moment, visits) in visits {
            problems.extend(physicians(&known, moment, &visits));
        }
    }
    problems
}

/// Takes the place, or gives the group that has it.
fn claim<'a, K: Ord>(
    taken: &mut BTreeMap<K, &'a GroupId>,
    key: K,
    group: &'a GroupId,
) -> Option<&'a GroupId> {
    if let Some(other) = taken.get(&key) {
        return Some(other);
    }
    taken.insert(key, group);
    None
}

struct Visit<'a> {
    group: &'a GroupId,
    number: SessionNumber,
    location: &'a LocationId,
}

/// The bijeenkomsten at one moment that get no jeugdarts.
fn physicians(known: &[&Person], (date, part): Moment, visits: &[Visit<'_>]) -> Vec<Problem> {
    let Some(workday) = crate::calendar::Workday::of(date) else {
        return Vec::new();
    };
    let half_day = HalfDay { workday, part };
    let present: Vec<&Person> = known
        .iter()
        .copied()
        .filter(|person| person.half_days.contains(half_day) && !person.is_absent(date))
        .collect();
    let mut served: Vec<&LocationId> = Vec::new();
    let mut with_physician: Vec<&Visit<'_>> = Vec::new();
    let mut problems = Vec::new();
    for visit in visits {
        served.push(visit.location);
        if most_served(&present, &served) == served.len() {
            with_physician.push(visit);
            continue;
        }
        served.pop();
        let is_possible = present
            .iter()
            .any(|person| person.locations.contains(visit.location));
        let other = with_physician.last().filter(|_| is_possible);
        let finding = other.map_or(TeamFinding::NoPhysician { half_day }, |other| {
            TeamFinding::PhysicianBusy {
                other: other.group.clone(),
            }
        });
        let place = Place::Session(visit.group.clone(), visit.number);
        problems.push(Problem::new(place, Finding::Team(finding)));
    }
    problems
}
