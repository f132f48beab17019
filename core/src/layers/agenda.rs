//! The bijeenkomsten of some days in order of time: of all, a location, a room, a person or a group.

use crate::calendar::{ClockTime, Date, DateRange, HalfDay, Part, Workday};
use crate::care::SessionNumber;
use crate::plan::{Group, GroupId, LocationId, PersonId, Plan, Role, RoomId, Session, Status};
use crate::schedule::{half_day_of, meeting, start_of};
use serde::{Deserialize, Serialize};

/// Whose bijeenkomsten.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Of the whole plan.
    All,
    /// Of one location.
    Location(LocationId),
    /// Those held in one room.
    Room(RoomId),
    /// Those that one person leads; of a jeugdarts those to which this person comes, and where nobody was named those that
    /// need one where and when this person works.
    Person(PersonId),
    /// Of one group.
    Group(GroupId),
}

/// One bijeenkomst in an agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Entry {
    /// Its day.
    pub date: Date,
    /// Morning or afternoon; `None` for a group without a fixed half-day.
    pub part: Option<Part>,
    /// When it starts, by the times of its location.
    pub start: Option<ClockTime>,
    /// How long it lasts, in minutes; 0 when the template does not have it.
    pub minutes: u16,
    /// The group.
    pub group: GroupId,
    /// Which bijeenkomst.
    pub number: SessionNumber,
    /// Where the group meets.
    pub location: LocationId,
    /// The room, when one is known.
    pub room: Option<RoomId>,
    /// Who leads it, in order of id.
    pub facilitators: Vec<PersonId>,
    /// How long a jeugdarts is needed, in minutes; 0 for none.
    pub physician_minutes: u16,
    /// Who was named as the jeugdarts.
    pub physician: Option<PersonId>,
    /// Where it stands; never [`Status::Cancelled`].
    pub status: Status,
}

/// The bijeenkomsten on these days that take place, in order of day, time and group.
pub fn agenda(plan: &Plan, scope: &Scope, days: DateRange) -> Vec<Entry> {
    let groups: Box<dyn Iterator<Item = &Group>> = match scope {
        Scope::Group(id) => Box::new(plan.groups.get(id).into_iter()),
        Scope::Location(id) => Box::new(
            plan.groups
                .values()
                .filter(move |group| group.location == *id),
        ),
        Scope::All | Scope::Room(_) | Scope::Person(_) => Box::new(plan.groups.values()),
    };
    let mut entries = Vec::new();
    for group in groups {
        for session in group.sessions.values() {
            if session.date.is_some_and(|date| days.contains(date))
                && let Some(entry) = entry(plan, group, session)
                && is_in(plan, scope, &entry)
            {
                entries.push(entry);
            }
        }
    }
    entries.sort_by(|one, other| {
        let key = |entry: &Entry| (entry.date, entry.part, entry.start);
        key(one)
            .cmp(&key(other))
            .then_with(|| (&one.group, one.number).cmp(&(&other.group, other.number)))
    });
    entries
}

/// `None` for a bijeenkomst without a day, or one that does not take place.
fn entry(plan: &Plan, group: &Group, session: &Session) -> Option<Entry> {
    let date = session.date?;
    if session.status == Status::Cancelled {
        return None;
    }
    let held = meeting(plan, group, session);
    let spec = plan.template().session(session.number);
    Some(Entry {
        date,
        part: half_day_of(plan, group, session).map(|half_day| half_day.part),
        start: start_of(plan, group, session),
        minutes: spec.map_or(0, |spec| spec.duration_minutes),
        group: group.id.clone(),
        number: session.number,
        location: group.location.clone(),
        room: held.as_ref().and_then(|held| held.room.cloned()),
        facilitators: held
            .as_ref()
            .map_or_else(Vec::new, |held| held.facilitators.iter().cloned().collect()),
        physician_minutes: spec.map_or(0, |spec| spec.physician_minutes),
        physician: session.physician.clone(),
        status: session.status,
    })
}

fn is_in(plan: &Plan, scope: &Scope, entry: &Entry) -> bool {
    match scope {
        Scope::All => true,
        Scope::Location(id) => entry.location == *id,
        Scope::Group(id) => entry.group == *id,
        Scope::Room(id) => entry.room.as_ref() == Some(id),
        Scope::Person(id) => {
            entry.facilitators.contains(id)
                || entry.physician.as_ref() == Some(id)
                || plan.people.get(id).is_some_and(|person| {
                    let half_day = Workday::of(entry.date)
                        .zip(entry.part)
                        .map(|(workday, part)| HalfDay { workday, part });
                    person.role == Role::YouthPhysician
                        && entry.physician_minutes > 0
                        && entry.physician.is_none()
                        && !person.is_absent(entry.date)
                        && half_day.is_some_and(|half_day| person.works(&entry.location, half_day))
                })
        }
    }
}
