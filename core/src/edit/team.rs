//! Edits on rooms and people.

use super::{Made, Refusal, no_fault};
use crate::plan::{Change, Group, Line, Person, PersonId, Plan, Room, RoomId, Session};
use serde::{Deserialize, Serialize};

/// What an edit did to the team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TeamEdited {
    /// A room was added; its label.
    AddRoom(String),
    /// A room was changed; its label.
    SetRoom(String),
    /// A room was removed; its label.
    RemoveRoom(String),
    /// A person was added.
    AddPerson(PersonId),
    /// A person was changed.
    SetPerson(PersonId),
    /// A person was removed.
    RemovePerson(PersonId),
    /// A person was told what changed.
    Tell(PersonId),
    /// It was said who comes as the jeugdarts.
    AssignPhysicians {
        /// To so many bijeenkomsten.
        sessions: usize,
    },
}

pub(super) fn set_person(plan: &Plan, person: &Person) -> Made {
    no_fault(person.faults(plan), Refusal::Person)?;
    let mut person = person.clone();
    person.merge_absences();
    let edited = match plan.people.contains_key(&person.alias) {
        true => TeamEdited::SetPerson,
        false => TeamEdited::AddPerson,
    };
    let name = edited(person.alias.clone());
    Ok((name.into(), vec![Change::person(person)]))
}

/// A room that goes to another location leaves the lines and bijeenkomsten of its old one.
pub(super) fn set_room(plan: &Plan, room: &Room) -> Made {
    no_fault(room.faults(plan), Refusal::Room)?;
    let before = plan.rooms.get(&room.id);
    let moves = before.is_some_and(|before| before.location != room.location);
    let mut changes = Vec::new();
    if moves {
        changes = without_room(plan, &room.id);
    }
    changes.push(Change::room(room.clone()));
    let edited = match before {
        Some(_) => TeamEdited::SetRoom,
        None => TeamEdited::AddRoom,
    };
    Ok((edited(room.label.clone()).into(), changes))
}

pub(super) fn remove_room(plan: &Plan, id: &RoomId) -> Made {
    let room = plan.rooms.get(id);
    let room = room.ok_or_else(|| Refusal::UnknownRoom(id.clone()))?;
    let mut changes = without_room(plan, id);
    changes.push(Change::Room(id.clone(), None));
    Ok((TeamEdited::RemoveRoom(room.label.clone()).into(), changes))
}

/// Takes the room off every line and bijeenkomst.
fn without_room(plan: &Plan, id: &RoomId) -> Vec<Change> {
    let mut changes = lines_with(plan, |line| {
        if line.room.as_ref() == Some(id) {
            line.room = None;
        }
    });
    changes.extend(groups_with(plan, |session| {
        if session.room.as_ref() == Some(id) {
            session.room = None;
        }
    }));
    changes
}

pub(super) fn remove_person(plan: &Plan, id: &PersonId) -> Made {
    let person = plan.people.get(id);
    let person = person.ok_or_else(|| Refusal::UnknownPerson(id.clone()))?;
    let mut changes = lines_with(plan, |line| {
        line.facilitators.remove(id);
    });
    changes.extend(groups_with(plan, |session| {
        session.facilitators.remove(id);
        session.untold.remove(id);
        session.physician.take_if(|own| own == id);
    }));
    changes.push(Change::Person(id.clone(), None));
    let name = TeamEdited::RemovePerson(person.alias.clone());
    Ok((name.into(), changes))
}

/// A change for every line that `alter` changes.
fn lines_with(plan: &Plan, alter: impl Fn(&mut Line)) -> Vec<Change> {
    plan.lines
        .values()
        .filter_map(|line| {
            let mut altered = line.clone();
            alter(&mut altered);
            (altered != *line).then(|| Change::line(altered))
        })
        .collect()
}

/// A change for every group of which `alter` changes a bijeenkomst.
fn groups_with(plan: &Plan, alter: impl Fn(&mut Session)) -> Vec<Change> {
    let altered = |group: &Group| {
        let mut altered = group.clone();
        altered.sessions.values_mut().for_each(&alter);
        altered
    };
    plan.groups
        .values()
        .filter_map(|group| {
            let altered = altered(group);
            (altered != *group).then(|| Change::group(altered))
        })
        .collect()
}
