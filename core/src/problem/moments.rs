//! Checks moments: lines, rooms, people and jeugdartsen that two bijeenkomsten need at once.

use super::team::TeamFinding;
use super::{Finding, Place, Problem};
use crate::calendar::{Date, HalfDay, Part};
use crate::care::SessionNumber;
use crate::plan::{Group, GroupId, LineId, LocationId, Person, PersonId, Plan, Role, RoomId};
use crate::schedule::{Hindrance, Hours, meeting, most_served, unable};
use std::collections::{BTreeMap, BTreeSet};

type Moment = (Date, Part);

/// Lines, rooms, people and jeugdartsen that are needed twice at one moment. The later group in the given
/// order is named, each pair of groups by its closest reason: the line, else the room, else the person; who was named as
/// the jeugdarts is another reason.
pub(super) fn check_moments<'a>(
    plan: &'a Plan,
    groups: impl Iterator<Item = &'a Group>,
    today: Option<Date>,
) -> Vec<Problem> {
    let mut lines: Claims<'_, LineId> = BTreeMap::new();
    let mut rooms: Claims<'_, RoomId> = BTreeMap::new();
    let mut people: Claims<'_, PersonId> = BTreeMap::new();
    let mut comers: Claims<'_, PersonId> = BTreeMap::new();
    let mut visits: BTreeMap<Moment, Vec<Visit<'a>>> = BTreeMap::new();
    let mut problems = Vec::new();
    let known = plan.people.values();
    let known = known.filter(|person| person.role == Role::YouthPhysician);
    let known: Vec<&Person> = known.collect();
    let with_physicians: BTreeSet<&LocationId> =
        known.iter().flat_map(|person| &person.locations).collect();
    for group in groups {
        for session in group.to_come(today) {
            let Some(meeting) = meeting(plan, group, session) else {
                continue;
            };
            let moment = (meeting.date, meeting.part);
            let claimed = (meeting.hours, &group.id);
            let mut found: Option<TeamFinding> = None;
            for person in meeting.facilitators {
                if let Some(other) = claim(&mut people, (meeting.date, person), claimed) {
                    let person = person.clone();
                    found = Some(TeamFinding::SamePerson { person, other });
                }
            }
            if let Some(room) = meeting.room
                && let Some(other) = claim(&mut rooms, (meeting.date, room), claimed)
            {
                let room = room.clone();
                found = Some(TeamFinding::SameRoom { room, other });
            }
            if let Some(line) = meeting.line
                && let Some(other) = claim(&mut lines, (meeting.date, &line.id), claimed)
            {
                let line = line.id.clone();
                found = Some(TeamFinding::SameLine { line, other });
            }
            let named = session.physician.as_ref();
            let mut twice = named.and_then(|person| {
                let key = (meeting.date, person);
                let leads = other_at_once(&people, key, claimed);
                let other = claim(&mut comers, key, claimed).or(leads)?;
                Some((person, other))
            });
            for person in meeting.facilitators {
                let other = other_at_once(&comers, (meeting.date, person), claimed);
                twice = twice.or(other.map(|other| (person, other)));
            }
            let twice = twice.map(|(person, other)| {
                let person = person.clone();
                TeamFinding::PhysicianElsewhere { person, other }
            });
            let place = || Place::Session(group.id.clone(), session.number);
            let found = found.into_iter().chain(twice);
            problems.extend(found.map(|finding| Problem::new(place(), Finding::Team(finding))));
            // Who comes though she does not work there then takes nobody from others.
            let comes_beside = named.is_some_and(|id| {
                let known = plan.people.get(id);
                let why = known.and_then(|person| {
                    unable(person, &group.location, meeting.date, meeting.half_day())
                });
                matches!(why, Some(Hindrance::NotAtWork(_)))
            });
            let is_planned = meeting.line.is_some() && with_physicians.contains(&group.location);
            if meeting.needs_physician && is_planned && !comes_beside {
                visits.entry(moment).or_default().push(Visit {
                    group: &group.id,
                    number: session.number,
                    location: &group.location,
                });
            }
        }
    }
    for (moment, visits) in visits {
        problems.extend(physicians(&known, moment, &visits));
    }
    problems
}

/// Which groups have something on a day, and when.
type Claims<'a, K> = BTreeMap<(Date, &'a K), Vec<(Hours, &'a GroupId)>>;

/// The first other group that has it at the same time; this one has it from now on, too.
fn claim<'a, K: Ord>(
    claims: &mut Claims<'a, K>,
    key: (Date, &'a K),
    (hours, group): (Hours, &'a GroupId),
) -> Option<GroupId> {
    let found = other_at_once(claims, key, (hours, group));
    claims.entry(key).or_default().push((hours, group));
    found
}

/// The first other group that has it at the same time.
fn other_at_once<'a, K: Ord>(
    claims: &Claims<'a, K>,
    key: (Date, &'a K),
    (hours, group): (Hours, &'a GroupId),
) -> Option<GroupId> {
    let mut known = claims.get(&key)?.iter();
    let found = known.find(|(other, id)| *id != group && other.meet(hours));
    found.map(|(_, id)| (*id).clone())
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
