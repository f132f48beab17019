//! What is told when something changed: to the parents of a group, and to who leads its bijeenkomsten or comes as their
//! jeugdarts. In plain words, without
//! the reason of an absence and without anything of a family.

use crate::invitation::{Meeting, place};
use centering_core::calendar::{Date, DateRange};
use centering_core::care::SessionNumber;
use centering_core::edit::Audience;
use centering_core::layers::{Entry, Scope, Untold, agenda, untold};
use centering_core::plan::{Group, PersonId, Plan, Role, Status};
use centering_words::Lang;
use std::collections::BTreeSet;

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
        let mut messages: Vec<Self> = waiting
            .iter()
            .filter_map(|waits| {
                Some(Self {
                    audience: Audience::Parents(waits.group.clone()),
                    text: to_parents(plan, waits, lang)?,
                })
            })
            .collect();
        let people: BTreeSet<&PersonId> = waiting
            .iter()
            .flat_map(|waits| waits.people.keys())
            .collect();
        messages.extend(people.into_iter().filter_map(|id| {
            Some(Self {
                audience: Audience::Person(id.clone()),
                text: to_person(plan, &waiting, id, lang)?,
            })
        }));
        messages
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
        for number in waits.people.get(id).into_iter().flatten() {
            let name = lang.message_session(waits.group.as_str(), number.get());
            let session = group.sessions.get(number)?;
            let known = session.promised().or(session.date);
            let visits = person.role == Role::YouthPhysician;
            let line = match entry(plan, group, *number) {
                None if session.status == Status::Cancelled => lang.message_is_off(&name, known),
                None => lang.message_leads_not(&name, known, visits),
                Some(entry)
                    if !entry.facilitators.contains(id) && entry.physician.as_ref() != Some(id) =>
                {
                    lang.message_leads_not(&name, Some(entry.date), visits)
                }
                Some(entry) => {
                    let Meeting { date, times, .. } = Meeting::of(&entry);
                    let when = lang.invitation_line(date, times);
                    let was = session.told.filter(|told| *told != date);
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
