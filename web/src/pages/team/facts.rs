//! What the team screen shows: who leads what, and how much is coming. Computed once per plan.

use centering_core::calendar::{Date, HalfDay};
use centering_core::plan::{Line, LineId, LocationId, Person, PersonId, Plan, Room, Session};
use centering_core::schedule::{Visit, Visits, lacks_physician, line_of, physician_visits};
use std::collections::{BTreeMap, BTreeSet};

/// A weekly line in the grid.
#[derive(Debug, PartialEq, Eq)]
pub struct LineFacts {
    pub id: LineId,
    pub half_day: HalfDay,
    pub room: Option<String>,
    /// The aliases of the pair.
    pub pair: Vec<String>,
    /// Groups with bijeenkomsten to come on this line.
    pub groups: usize,
    pub pinned: bool,
    /// Whether no jeugdarts works here then, and the template needs one.
    pub lacks_physician: bool,
}

/// A location with its lines and rooms.
#[derive(Debug, PartialEq, Eq)]
pub struct LocationFacts {
    pub id: LocationId,
    pub name: String,
    pub lines: Vec<LineFacts>,
    /// Which jeugdartsen could come to its groups.
    pub visits: Vec<Visit>,
}

/// A person of the team and what this person has to do.
#[derive(Debug, PartialEq, Eq)]
pub struct PersonFacts {
    pub person: Person,
    pub locations: Vec<String>,
    pub lines: usize,
    /// Bijeenkomsten to come that this person leads, or comes to as the jeugdarts.
    pub coming: usize,
    /// The first day of the month with the most of them, and how many.
    pub busiest: Option<(Date, usize)>,
}

/// Everything the screen shows.
#[derive(Debug, PartialEq, Eq)]
pub struct Facts {
    pub locations: Vec<LocationFacts>,
    pub people: Vec<PersonFacts>,
    pub rooms: Vec<(Room, String)>,
    pub lines: usize,
    /// Bijeenkomsten to come that need a jeugdarts, and who could come.
    pub visits: Visits,
}

impl Facts {
    pub fn of(plan: &Plan, today: Option<Date>) -> Self {
        let is_coming = |session: &Session| session.date.is_some() && session.is_to_come(today);
        let mut groups: BTreeMap<&LineId, usize> = BTreeMap::new();
        // By month.
        let mut coming: BTreeMap<&PersonId, BTreeMap<Date, usize>> = BTreeMap::new();
        for group in plan.groups.values() {
            let mut used = BTreeSet::new();
            for session in group.sessions.values().filter(|session| is_coming(session)) {
                let line = line_of(plan, group, session);
                used.extend(line.map(|line| &line.id));
                let Some(month) = session.date.map(Date::first_of_month) else {
                    continue;
                };
                for person in leaders(line, session).chain(&session.physician) {
                    let months = coming.entry(person).or_default();
                    *months.entry(month).or_default() += 1;
                }
            }
            for line in used {
                *groups.entry(line).or_default() += 1;
            }
        }
        let visits = physician_visits(plan, today, |_| true);
        let mut visits_at: BTreeMap<&LocationId, Vec<Visit>> = BTreeMap::new();
        for visit in &visits.proposed {
            if let Some(group) = plan.groups.get(&visit.group) {
                let here = visits_at.entry(&group.location).or_default();
                here.push(visit.clone());
            }
        }
        let locations = plan.locations.values().map(|location| {
            let mut lines: Vec<LineFacts> = plan
                .lines
                .values()
                .filter(|line| line.location == location.id)
                .map(|line| line_facts(plan, line, groups.get(&line.id).copied()))
                .collect();
            lines.sort_by(|one, other| (&one.room, &one.id).cmp(&(&other.room, &other.id)));
            LocationFacts {
                id: location.id.clone(),
                name: location.name.clone(),
                lines,
                visits: visits_at.remove(&location.id).unwrap_or_default(),
            }
        });
        let people = plan.people.values().map(|person| PersonFacts {
            locations: person
                .locations
                .iter()
                .map(|id| plan.location_name(id).to_owned())
                .collect(),
            lines: plan
                .lines
                .values()
                .filter(|line| line.facilitators.contains(&person.id))
                .count(),
            coming: coming
                .get(&person.id)
                .map_or(0, |months| months.values().sum()),
            busiest: coming.get(&person.id).and_then(|months| {
                let months = months.iter().map(|(month, count)| (*month, *count));
                months.rev().max_by_key(|(_, count)| *count)
            }),
            person: person.clone(),
        });
        let mut people: Vec<PersonFacts> = people.collect();
        people.sort_by(|one, other| {
            let order = |facts: &PersonFacts| (facts.person.role, facts.person.alias.clone());
            order(one).cmp(&order(other))
        });
        let rooms = plan.rooms.values();
        Self {
            locations: locations.collect(),
            people,
            rooms: rooms
                .map(|room| (room.clone(), plan.location_name(&room.location).to_owned()))
                .collect(),
            lines: plan.lines.len(),
            visits,
        }
    }
}

/// Who leads a bijeenkomst: whoever it names, or the pair of its line.
fn leaders<'a>(line: Option<&'a Line>, session: &'a Session) -> impl Iterator<Item = &'a PersonId> {
    let own = &session.facilitators;
    let pair = line.filter(|_| own.is_empty());
    own.iter()
        .chain(pair.into_iter().flat_map(|line| &line.facilitators))
}

fn line_facts(plan: &Plan, line: &Line, groups: Option<usize>) -> LineFacts {
    LineFacts {
        id: line.id.clone(),
        half_day: line.half_day,
        room: line
            .room
            .as_ref()
            .and_then(|room| plan.rooms.get(room))
            .map(|room| room.label.clone()),
        pair: line
            .facilitators
            .iter()
            .filter_map(|person| plan.people.get(person))
            .map(|person| person.alias.to_string())
            .collect(),
        groups: groups.unwrap_or_default(),
        pinned: line.pinned,
        lacks_physician: lacks_physician(plan, &line.location, line.half_day),
    }
}
