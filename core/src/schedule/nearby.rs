//! Who and what is at each location, so that a question about one group need not look through a country.

use crate::plan::{Group, GroupId, Line, LineId, LocationId, Person, PersonId, Plan, Room, RoomId};
use std::collections::{BTreeMap, BTreeSet};

/// The groups, people, rooms and lines of a plan by location.
///
/// It says nothing of dates or members: it holds until a group, person, room or line comes or goes, or changes its
/// locations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Nearby {
    groups: BTreeMap<LocationId, Vec<GroupId>>,
    people: BTreeMap<LocationId, Vec<PersonId>>,
    rooms: BTreeMap<LocationId, Vec<RoomId>>,
    lines: BTreeMap<LocationId, Vec<LineId>>,
}

impl Nearby {
    /// Looks the plan through.
    pub fn of(plan: &Plan) -> Self {
        let mut found = Self::default();
        for group in plan.groups.values() {
            add(&mut found.groups, &group.location, &group.id);
        }
        for person in plan.people.values() {
            for location in &person.locations {
                add(&mut found.people, location, &person.id);
            }
        }
        for room in plan.rooms.values() {
            add(&mut found.rooms, &room.location, &room.id);
        }
        for line in plan.lines.values() {
            add(&mut found.lines, &line.location, &line.id);
        }
        found
    }

    /// The groups of a location, in order of code.
    pub fn groups<'a>(
        &'a self,
        plan: &'a Plan,
        location: &LocationId,
    ) -> impl Iterator<Item = &'a Group> {
        at(&self.groups, location).filter_map(|id| plan.groups.get(id))
    }

    /// Who works at a location, in order of alias.
    pub fn people<'a>(
        &'a self,
        plan: &'a Plan,
        location: &LocationId,
    ) -> impl Iterator<Item = &'a Person> {
        at(&self.people, location).filter_map(|id| plan.people.get(id))
    }

    /// The rooms of a location, in order of id.
    pub fn rooms<'a>(
        &'a self,
        plan: &'a Plan,
        location: &LocationId,
    ) -> impl Iterator<Item = &'a Room> {
        at(&self.rooms, location).filter_map(|id| plan.rooms.get(id))
    }

    /// The lines of a location, in order of id.
    pub fn lines<'a>(
        &'a self,
        plan: &'a Plan,
        location: &LocationId,
    ) -> impl Iterator<Item = &'a Line> {
        at(&self.lines, location).filter_map(|id| plan.lines.get(id))
    }

    /// Who works at any of these locations, in order of alias.
    pub(super) fn people_of<'a>(
        &'a self,
        plan: &'a Plan,
        locations: &BTreeSet<&LocationId>,
    ) -> impl Iterator<Item = &'a Person> {
        let here = locations.iter().flat_map(|one| at(&self.people, one));
        let here: BTreeSet<&PersonId> = here.collect();
        here.into_iter().filter_map(|id| plan.people.get(id))
    }

    /// The groups of these locations.
    pub(super) fn groups_of<'a>(
        &'a self,
        plan: &'a Plan,
        locations: &BTreeSet<&LocationId>,
    ) -> impl Iterator<Item = &'a Group> {
        let here = locations.iter().flat_map(|one| at(&self.groups, one));
        let here: Vec<&GroupId> = here.collect();
        here.into_iter().filter_map(|id| plan.groups.get(id))
    }
}

/// What is known of a location.
fn at<'a, T>(
    by_location: &'a BTreeMap<LocationId, Vec<T>>,
    location: &LocationId,
) -> impl Iterator<Item = &'a T> {
    by_location.get(location).into_iter().flatten()
}

fn add<T: Clone>(by_location: &mut BTreeMap<LocationId, Vec<T>>, location: &LocationId, id: &T) {
    match by_location.get_mut(location) {
        Some(here) => here.push(id.clone()),
        None => {
            by_location.insert(location.clone(), vec![id.clone()]);
        }
    }
}
