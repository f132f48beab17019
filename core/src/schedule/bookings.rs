//! Who and what is taken at which moment: the lines, rooms and people of every bijeenkomst that has a day,
//! and the visits of the jeugdarts. It keeps count and chooses nothing.

use super::hours::Hours;
use super::nearby::Nearby;
use super::rules::Crew;
use crate::calendar::{ClockTime, Date, HalfDay, Part, Workday};
use crate::care::SessionNumber;
use crate::plan::{
    Group, Line, LineChoice, LineId, LocationId, Person, PersonId, Plan, Role, RoomId, Session,
    Status,
};
use std::collections::{BTreeMap, BTreeSet};

/// When, where and by whom a bijeenkomst is held, with what it changes this once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting<'a> {
    /// The day.
    pub date: Date,
    /// The morning or the afternoon.
    pub part: Part,
    /// When by the clock.
    pub hours: Hours,
    /// The line: that of the group, or another this once.
    pub line: Option<&'a Line>,
    /// The room.
    pub room: Option<&'a RoomId>,
    /// Who leads it.
    pub facilitators: &'a BTreeSet<PersonId>,
    /// Whether a jeugdarts comes.
    pub needs_physician: bool,
}

impl<'a> Meeting<'a> {
    /// The half-day on which it is held; `None` in a weekend.
    pub fn half_day(&self) -> Option<HalfDay> {
        let workday = Workday::of(self.date)?;
        let part = self.part;
        Some(HalfDay { workday, part })
    }

    /// Where and by whom, for the rules.
    pub(crate) fn crew(&self) -> Crew<'a> {
        Crew {
            hours: self.hours,
            room: self.room,
            people: self.facilitators,
        }
    }

    /// Whether the visit of a jeugdarts is planned: one is needed, and the group is on a line.
    fn needs_visit(&self) -> bool {
        self.needs_physician && self.line.is_some()
    }
}

/// The line of a bijeenkomst: its own this once, or that of its group; `None` where the plan has no such line.
pub fn line_of<'a>(plan: &'a Plan, group: &'a Group, session: &'a Session) -> Option<&'a Line> {
    let id = session
        .line
        .as_ref()
        .or_else(|| group.line.as_ref().map(LineChoice::line))?;
    plan.lines.get(id)
}

/// When a bijeenkomst starts by the times of its location; `None` without a day, half-day or known location. One that was
/// moved to another day of the week keeps its part of the day.
pub fn start_of(plan: &Plan, group: &Group, session: &Session) -> Option<ClockTime> {
    let location = plan.locations.get(&group.location)?;
    Some(location.start(half_day_of(plan, group, session)?))
}

/// The half-day on which a bijeenkomst is held, on the weekday of its day; `None` without a day or half-day.
pub fn half_day_of(plan: &Plan, group: &Group, session: &Session) -> Option<HalfDay> {
    let date = session.date?;
    let line = line_of(plan, group, session).map(|line| line.half_day);
    let usual = line.or_else(|| group.half_day.map(|choice| choice.half_day()))?;
    let workday = Workday::of(date).unwrap_or(usual.workday);
    Some(HalfDay { workday, ..usual })
}

/// How a bijeenkomst is held; `None` when it has no day or half-day, or does not take place.
pub fn meeting<'a>(plan: &'a Plan, group: &'a Group, session: &'a Session) -> Option<Meeting<'a>> {
    static NOBODY: BTreeSet<PersonId> = BTreeSet::new();
    let date = session.date?;
    if session.status == Status::Cancelled || group.lost_by_stopping(Some(session)) {
        return None;
    }
    let line = line_of(plan, group, session);
    let held_on = half_day_of(plan, group, session)?;
    let facilitators = match line {
        _ if !session.facilitators.is_empty() => &session.facilitators,
        Some(line) => &line.facilitators,
        None => &NOBODY,
    };
    Some(Meeting {
        date,
        part: held_on.part,
        hours: Hours::of(plan, &group.location, held_on, Some(session.number)),
        line,
        room: session
            .room
            .as_ref()
            .or_else(|| line.and_then(|line| line.room.as_ref())),
        facilitators,
        needs_physician: needs_physician(plan, session.number),
    })
}

/// Whether a jeugdarts comes to this bijeenkomst of the template.
pub fn needs_physician(plan: &Plan, number: SessionNumber) -> bool {
    let sessions = &plan.template().sessions;
    sessions
        .iter()
        .any(|spec| spec.number == number && spec.physician_minutes > 0)
}

/// Whether the plan knows jeugdartsen of the location; without any their presence is not planned there. Those of another
/// location say nothing of this one.
pub fn plans_physicians(plan: &Plan, location: &LocationId) -> bool {
    let mut people = plan.people.values();
    people.any(|person| is_physician(person) && person.locations.contains(location))
}

pub(super) fn is_physician(person: &Person) -> bool {
    person.role == Role::YouthPhysician
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Resource {
    Line(LineId),
    Room(RoomId),
    Person(PersonId),
}

type Moment = (Date, Part);

/// The moments at which lines, rooms and people are taken.
#[derive(Clone, Debug, Default)]
pub(crate) struct Bookings {
    taken: BTreeMap<(Date, Resource), Vec<Hours>>,
    /// Where a jeugdarts is needed, a location as often as bijeenkomsten need one there; by area.
    visits: BTreeMap<(Moment, Area), Vec<LocationId>>,
    areas: Areas,
}

/// A number for locations that are tied to each other by jeugdartsen who work at several; `None` for a location
/// without any.
type Area = Option<usize>;

/// The jeugdartsen by area: who goes where is settled within an area, never in the whole country at once.
#[derive(Clone, Debug, Default)]
struct Areas {
    of_location: BTreeMap<LocationId, usize>,
    physicians: Vec<Vec<Person>>,
}

impl Areas {
    /// Of the jeugdartsen among these people.
    fn of<'a>(people: impl Iterator<Item = &'a Person>) -> Self {
        let mut areas = Self::default();
        for person in people.filter(|person| is_physician(person)) {
            let known = person.locations.iter();
            let mut joined: Vec<usize> = known
                .filter_map(|location| areas.of_location.get(location).copied())
                .collect();
            joined.sort_unstable();
            joined.dedup();
            let area = joined.first().copied().unwrap_or(areas.physicians.len());
            if area == areas.physicians.len() {
                areas.physicians.push(Vec::new());
            }
            for other in joined.into_iter().skip(1) {
                let moved = areas.physicians.get_mut(other).map(std::mem::take);
                if let Some(here) = areas.physicians.get_mut(area) {
                    here.extend(moved.into_iter().flatten());
                }
                for own in areas.of_location.values_mut().filter(|own| **own == other) {
                    *own = area;
                }
            }
            for location in &person.locations {
                areas.of_location.insert(location.clone(), area);
            }
            if let Some(here) = areas.physicians.get_mut(area) {
                here.push(person.clone());
            }
        }
        areas
    }

    fn area(&self, location: &LocationId) -> Area {
        self.of_location.get(location).copied()
    }

    /// The jeugdartsen of an area who work on this half-day and are not away.
    fn present(&self, area: Area, half_day: HalfDay, date: Date) -> impl Iterator<Item = &Person> {
        area.and_then(|area| self.physicians.get(area))
            .into_iter()
            .flatten()
            .filter(move |person| person.half_days.contains(half_day) && !person.is_absent(date))
    }
}

impl Bookings {
    /// The bookings of the bijeenkomsten of the plan that `counts`.
    pub fn of(plan: &Plan, counts: impl Fn(&Group, &Session) -> bool) -> Self {
        let (people, groups) = (plan.people.values(), plan.groups.values());
        Self::among(plan, people, groups, counts)
    }

    /// The same for some locations only, which share nobody with any other.
    pub fn around(
        plan: &Plan,
        nearby: Option<&Nearby>,
        locations: &BTreeSet<&LocationId>,
        counts: impl Fn(&Group, &Session) -> bool,
    ) -> Self {
        if let Some(nearby) = nearby {
            let people = nearby.people_of(plan, locations);
            let groups = nearby.groups_of(plan, locations);
            return Self::among(plan, people, groups, counts);
        }
        // Who comes to none of them cannot serve any there.
        let is_near = |person: &&Person| {
            let mut known = person.locations.iter();
            known.any(|location| locations.contains(location))
        };
        let people = plan.people.values().filter(is_near);
        let groups = plan.groups.values();
        let groups = groups.filter(|group| locations.contains(&group.location));
        Self::among(plan, people, groups, counts)
    }

    fn among<'a>(
        plan: &Plan,
        people: impl Iterator<Item = &'a Person>,
        groups: impl Iterator<Item = &'a Group>,
        counts: impl Fn(&Group, &Session) -> bool,
    ) -> Self {
        let mut bookings = Self {
            areas: Areas::of(people),
            ..Self::default()
        };
        for group in groups {
            for session in group.sessions.values() {
                if counts(group, session)
                    && let Some(meeting) = meeting(plan, group, session)
                {
                    bookings.book(&group.location, &meeting);
                }
            }
        }
        bookings
    }

    /// Takes what a bijeenkomst needs.
    pub fn book(&mut self, location: &LocationId, meeting: &Meeting<'_>) {
        let moment = (meeting.date, meeting.part);
        for resource in resources(meeting) {
            let taken = self.taken.entry((meeting.date, resource)).or_default();
            taken.push(meeting.hours);
        }
        if meeting.needs_visit() {
            let area = self.areas.area(location);
            self.visits
                .entry((moment, area))
                .or_default()
                .push(location.clone());
        }
    }

    /// Gives back what a bijeenkomst took.
    pub fn release(&mut self, location: &LocationId, meeting: &Meeting<'_>) {
        let moment = (meeting.date, meeting.part);
        for resource in resources(meeting) {
            if let Some(taken) = self.taken.get_mut(&(meeting.date, resource))
                && let Some(at) = taken.iter().position(|hours| *hours == meeting.hours)
            {
                taken.swap_remove(at);
            }
        }
        if meeting.needs_visit()
            && let Some(visits) = self.visits.get_mut(&(moment, self.areas.area(location)))
            && let Some(at) = visits.iter().position(|visit| visit == location)
        {
            visits.remove(at);
        }
    }

    fn is_taken(&self, date: Date, hours: Hours, resource: Resource) -> bool {
        self.taken
            .get(&(date, resource))
            .is_some_and(|taken| taken.iter().any(|other| other.meet(hours)))
    }

    /// Whether the person leads something at this time.
    pub fn is_busy(&self, person: &PersonId, date: Date, hours: Hours) -> bool {
        self.is_taken(date, hours, Resource::Person(person.clone()))
    }

    /// Whether something is held in the room at this time.
    pub fn is_occupied(&self, room: &RoomId, date: Date, hours: Hours) -> bool {
        self.is_taken(date, hours, Resource::Room(room.clone()))
    }

    /// Whether the line, its room and its pair are all free at these hours of the line on this day.
    pub fn is_free(&self, line: &Line, hours: Hours, date: Date) -> bool {
        let (room, mut pair) = (line.room.as_ref(), line.facilitators.iter());
        !self.is_taken(date, hours, Resource::Line(line.id.clone()))
            && room.is_none_or(|room| !self.is_occupied(room, date, hours))
            && !pair.any(|person| self.is_busy(person, date, hours))
    }

    /// How many more bijeenkomsten of a location a jeugdarts can come to on this half-day.
    ///
    /// A jeugdarts is with one group at a time. Visits that are planned, also at other locations, keep
    /// theirs as far as they have one.
    pub fn physicians_left(&self, location: &LocationId, half_day: HalfDay, date: Date) -> usize {
        let area = self.areas.area(location);
        let planned = self.visits.get(&((date, half_day.part), area));
        let mut visits: Vec<&LocationId> = planned.into_iter().flatten().collect();
        let works = |person: &&Person| person.locations.contains(location);
        let present = self.areas.present(area, half_day, date);
        if visits.is_empty() {
            return present.filter(works).count();
        }
        let present: Vec<&Person> = present.collect();
        let served = most_served(&present, &visits);
        let mut left = 0;
        while left < present.len() {
            visits.push(location);
            if most_served(&present, &visits) <= served + left {
                break;
            }
            left += 1;
        }
        left
    }

    /// Whether the plan knows jeugdartsen of the location.
    pub fn plans_physicians(&self, location: &LocationId) -> bool {
        self.areas.area(location).is_some()
    }

    /// Whether not every visit at this moment, of the location and those that it shares jeugdartsen with, can
    /// have a jeugdarts, one of the location among them.
    pub fn physicians_unserved(
        &self,
        location: &LocationId,
        half_day: HalfDay,
        date: Date,
    ) -> bool {
        let area = self.areas.area(location);
        let present: Vec<&Person> = self.areas.present(area, half_day, date).collect();
        let planned = self.visits.get(&((date, half_day.part), area));
        let visits: Vec<&LocationId> = planned.into_iter().flatten().collect();
        visits.contains(&location) && most_served(&present, &visits) < visits.len()
    }
}

fn resources(meeting: &Meeting<'_>) -> Vec<Resource> {
    let people = meeting.facilitators.iter().cloned().map(Resource::Person);
    let line = meeting.line.map(|line| Resource::Line(line.id.clone()));
    let room = meeting.room.cloned().map(Resource::Room);
    people.chain(line).chain(room).collect()
}

/// The most visits that get a jeugdarts who works there, each person at one of them: augmenting paths.
pub fn most_served(present: &[&Person], visits: &[&LocationId]) -> usize {
    let can = |person: usize, visit: usize| {
        let pair = present.get(person).zip(visits.get(visit));
        pair.is_some_and(|(person, location)| person.locations.contains(*location))
    };
    let visit_of = assigned(present.len(), visits.len(), &can);
    visit_of.iter().flatten().count()
}

/// To which visit each of so many people goes, so that as many as can be have one; who comes first is asked first.
pub(super) fn assigned(
    people: usize,
    visits: usize,
    can: &impl Fn(usize, usize) -> bool,
) -> Vec<Option<usize>> {
    let mut visit_of: Vec<Option<usize>> = vec![None; people];
    for visit in 0..visits {
        let mut tried = vec![false; people];
        serve(visit, can, &mut visit_of, &mut tried);
    }
    visit_of
}

fn serve(
    visit: usize,
    can: &impl Fn(usize, usize) -> bool,
    visit_of: &mut [Option<usize>],
    tried: &mut [bool],
) -> bool {
    for at in 0..visit_of.len() {
        // Who cannot go here can still be asked for another visit.
        if !can(at, visit) {
            continue;
        }
        let is_new = tried
            .get_mut(at)
            .is_some_and(|tried| !std::mem::replace(tried, true));
        if !is_new {
            continue;
        }
        let other = visit_of.get(at).copied().flatten();
        let is_free = other.is_none_or(|other| serve(other, can, visit_of, tried));
        if is_free && let Some(place) = visit_of.get_mut(at) {
            *place = Some(visit);
            return true;
        }
    }
    false
}
