//! What is told when something changed: to the parents of a group, and to who leads its bijeenkomsten or comes as their
//! jeugdarts. In plain words, without
//! the reason of an absence and without anything of a family.

use crate::invitation::{Meeting, place};
use centering_core::calendar::{Date, DateRange};
use centering_core::care::SessionNumber;
use centering_core::edit::Audience;
use centering_core::layers::{Entry, Scope, Untold, agenda, untold, untold_of};
use centering_core::plan::{Group, GroupId, PersonId, Plan, Role};
use centering_words::Lang;
use std::collections::BTreeSet;
use std::slice;

/// A message that waits to be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// For whom.
    pub audience: Audience,
    /// What it says, lines ended by `\n`.
    pub text: String,
}

impl Message {
    /// Everything that waits to be told: for parents in order of group, then for the team in order of id.
    pub fn all(plan: &Plan, today: Option<Date>, lang: Lang) -> Vec<Self> {
        let waiting = untold(plan, today);
        Self::about(plan, &waiting, &waiting, lang)
    }

    /// What waits to be told to the parents of one group, and to those of the team who have to hear of it; they are told
    /// of all groups at once.
    pub fn of_group(plan: &Plan, group: &GroupId, today: Option<Date>, lang: Lang) -> Vec<Self> {
        let known = plan.groups.get(group);
        // Of most groups there is nothing to tell.
        let Some(waits) = known.and_then(|known| untold_of(known, today)) else {
            return Vec::new();
        };
        Self::about(plan, &untold(plan, today), slice::from_ref(&waits), lang)
    }

    /// The messages for whom these groups concern, of all that waits.
    fn about(plan: &Plan, waiting: &[Untold], groups: &[Untold], lang: Lang) -> Vec<Self> {
        let to_parents = groups.iter().filter_map(|waits| {
            Some(Self {
                audience: Audience::Parents(waits.group.clone()),
                text: to_parents(plan, waits, lang)?,
            })
        });
        let people = groups.iter().flat_map(|waits| waits.people.keys());
        let people: BTreeSet<&PersonId> = people.collect();
        let to_people = people.into_iter().filter_map(|id| {
            Some(Self {
                audience: Audience::Person(id.clone()),
                text: to_person(plan, waiting, id, lang)?,
            })
        });
        to_parents.chain(to_people).collect()
    }
}

/// What the parents of a group are told; `None` where they know everything.
fn to_parents(plan: &Plan, waits: &Untold, lang: Lang) -> Option<String> {
    let group = plan.groups.get(&waits.group)?;
    if waits.sessions.is_empty() {
        return None;
    }
    let mut lines = vec![lang.message_hello(waits.group.as_str()), String::new()];
    for session in &waits.sessions {
        let number = session.number.get();
        if session.lapses {
            lines.push(lang.message_lapses(number, session.told, session.told_start));
            continue;
        }
        lines.push(lang.message_not_on(number, session.told, session.told_start));
        lines.push(match entry(plan, group, session.number) {
            None => lang.message_day_later().to_owned(),
            Some(entry) => {
                let Meeting { date, times, .. } = Meeting::of(&entry);
                let line = lang.invitation_line(date, times);
                lang.message_now(&line, &where_it_is(plan, &entry))
            }
        });
    }
    lines.extend([String::new(), lang.message_bye().to_owned(), String::new()]);
    Some(lines.join("\n"))
}

/// What somebody of the team is told, of all groups.
fn to_person(plan: &Plan, waiting: &[Untold], id: &PersonId, lang: Lang) -> Option<String> {
    let person = plan.people.get(id)?;
    let mut lines = vec![lang.message_colleague(person.alias.as_str()), String::new()];
    for waits in waiting {
        let group = plan.groups.get(&waits.group)?;
        for session in waits.people.get(id).into_iter().flatten() {
            let name = lang.message_session(waits.group.as_str(), session.number.get());
            let visits = person.role == Role::YouthPhysician;
            let line = match entry(plan, group, session.number) {
                None if session.lapses => lang.message_is_off(&name, session.told),
                None => lang.message_leads_not(&name, session.told, visits),
                Some(entry)
                    if !entry.facilitators.contains(id) && entry.physician.as_ref() != Some(id) =>
                {
                    lang.message_leads_not(&name, session.told, visits)
                }
                Some(entry) => {
                    let Meeting { date, times, .. } = Meeting::of(&entry);
                    let when = lang.invitation_line(date, times);
                    let was = Some(session.told).filter(|told| *told != date);
                    let place = where_it_is(plan, &entry);
                    let visits = !entry.facilitators.contains(id);
                    lang.message_leads(&name, &when, &place, was, visits)
                }
            };
            lines.push(line);
        }
    }
    lines.push(String::new());
    Some(lines.join("\n"))
}

/// The bijeenkomst as it is held now; `None` where it has no day or lapses.
fn entry(plan: &Plan, group: &Group, number: SessionNumber) -> Option<Entry> {
    let date = group.sessions.get(&number)?.date?;
    let day = DateRange {
        first: date,
        last: date,
    };
    let entries = agenda(plan, &Scope::Group(group.id.clone()), day).into_iter();
    entries.into_iter().find(|entry| entry.number == number)
}

fn where_it_is(plan: &Plan, entry: &Entry) -> String {
    let location = plan.locations.get(&entry.location);
    let room = entry.room.as_ref().and_then(|room| plan.rooms.get(room));
    place([
        plan.location_name(&entry.location),
        location.map_or("", |location| &location.address),
        room.map_or("", |room| &room.label),
    ])
}
