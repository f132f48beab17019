//! What coming bijeenkomsten lack, before and after an event: their day, window, room, begeleider or jeugdarts.

use crate::calendar::Date;
use crate::care::SessionNumber;
use crate::plan::{GroupId, LocationId, PersonId, Plan, RoomId, Session};
use crate::schedule::{Against, Bookings, Meeting, Question, Windowed, meeting};
use std::collections::{BTreeMap, BTreeSet};

/// A location where an event took something away, and what it took.
pub(super) struct Site {
    pub location: LocationId,
    pub lost: BTreeSet<(GroupId, SessionNumber)>,
}

/// Why a bijeenkomst cannot be held as it stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Lack {
    Day,
    Window,
    Room,
    Physician,
    Person(PersonId),
}

type Lacks = BTreeSet<(LocationId, GroupId, SessionNumber, Lack)>;

/// What coming bijeenkomsten lacked before an event, and what they lack after it.
pub(super) struct Losses {
    then: Lacks,
    now: Lacks,
}

/// A bijeenkomst, and its location.
pub(super) type Place = (LocationId, GroupId, SessionNumber);

impl Losses {
    pub fn of(before: &Plan, after: &Plan, today: Option<Date>) -> Self {
        Self {
            then: lacks(before, today),
            now: lacks(after, today),
        }
    }

    /// The same event, with what is lacked in another plan after it.
    pub fn with(self, after: &Plan, today: Option<Date>) -> Self {
        Self {
            now: lacks(after, today),
            ..self
        }
    }

    /// What the event took away, by bijeenkomst.
    fn by_session(&self) -> BTreeMap<Place, Vec<&Lack>> {
        let mut lost: BTreeMap<Place, Vec<&Lack>> = BTreeMap::new();
        for (location, group, session, lack) in self.now.difference(&self.then) {
            let place = (location.clone(), group.clone(), *session);
            lost.entry(place).or_default().push(lack);
        }
        lost
    }

    /// The locations where a coming bijeenkomst lacks something that it had before the event.
    pub fn sites(&self) -> Vec<Site> {
        let mut sites: BTreeMap<LocationId, BTreeSet<(GroupId, SessionNumber)>> = BTreeMap::new();
        for (location, group, session) in self.by_session().into_keys() {
            sites.entry(location).or_default().insert((group, session));
        }
        sites
            .into_iter()
            .map(|(location, lost)| Site { location, lost })
            .collect()
    }

    /// The coming bijeenkomsten that lack a room and nothing else since the event.
    pub fn roomless(&self) -> Vec<Place> {
        self.by_session()
            .into_iter()
            .filter(|(_, lacks)| lacks.iter().all(|lack| **lack == Lack::Room))
            .map(|(place, _)| place)
            .collect()
    }
}

/// Another room of the location that is open, free and large enough for a bijeenkomst as it stands.
pub(super) fn other_room(plan: &Plan, place: &Place) -> Option<RoomId> {
    let (location, group, session) = place;
    let group = plan.groups.get(group)?;
    let held = meeting(plan, group, group.sessions.get(session)?)?;
    let bookings = Bookings::of(plan, |_, _| true);
    let families = plan.families(group);
    plan.rooms
        .values()
        .filter(|room| room.location == *location && held.room != Some(&room.id))
        .find(|room| {
            room.fits(families)
                && !room.is_closed(held.date)
                && held
                    .half_day()
                    .is_none_or(|half_day| room.is_ours(half_day))
                && !bookings.is_occupied(&room.id, held.date, held.hours)
        })
        .map(|room| room.id.clone())
}

/// What coming bijeenkomsten lack: their day is closed or outside the allowed window, or their room,
/// begeleider or jeugdarts is not there.
fn lacks(plan: &Plan, today: Option<Date>) -> Lacks {
    let visits = Bookings::of(plan, |_, session| is_coming(session, today));
    let mut found = Lacks::new();
    for group in plan.groups.values() {
        let windowed = Windowed::of(plan, group);
        let here = Question::at(plan, &group.location);
        for session in group
            .sessions
            .values()
            .filter(|session| is_coming(session, today))
        {
            let Some(date) = session.date else { continue };
            let mut add = |lack| {
                let place = (group.location.clone(), group.id.clone(), session.number);
                found.insert((place.0, place.1, place.2, lack));
            };
            let held = meeting(plan, group, session);
            let asked = Question {
                window: windowed.window(session.number),
                crew: held.as_ref().map(Meeting::crew),
                ..here
            };
            for against in asked.forbidding(date) {
                add(match against {
                    Against::Closed(_) => Lack::Day,
                    Against::RoomClosed(_) | Against::RoomNotOurs(..) => Lack::Room,
                    Against::Absent(person) => Lack::Person(person.clone()),
                    _ => Lack::Window,
                });
            }
            let Some(held) = held else { continue };
            if lacks_physician(&visits, &group.location, &held) {
                add(Lack::Physician);
            }
        }
    }
    found
}

/// Whether the bijeenkomst is still to come and takes place.
pub(super) fn is_coming(session: &Session, today: Option<Date>) -> bool {
    session.date.is_some() && session.is_to_come(today)
}

/// Who of those who lead it is away.
pub(super) fn absent<'a>(plan: &Plan, meeting: &Meeting<'a>) -> Vec<&'a PersonId> {
    let people = meeting.facilitators.iter();
    people
        .filter(|id| {
            let person = plan.people.get(*id);
            person.is_some_and(|person| person.is_absent(meeting.date))
        })
        .collect()
}

/// Whether no jeugdarts who works there is present at all; who is with which group is not settled here.
fn lacks_physician(visits: &Bookings, location: &LocationId, meeting: &Meeting<'_>) -> bool {
    let Some(line) = meeting.line.filter(|_| meeting.needs_physician) else {
        return false;
    };
    visits.plans_physicians(location)
        && visits.physicians_unserved(location, line.half_day, meeting.date)
}
