//! Who and where every bijeenkomst is held by, judged by code that knows nothing of core: no line, room or
//! person twice at one moment, nobody who is away, a jeugdarts where one is needed.

use crate::day::Day;
use crate::document::{Document, Group, Person, Room, Session};
use std::collections::{BTreeMap, BTreeSet};

/// A rule of the team that a plan breaks at a bijeenkomst that the planner chose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TeamRule {
    /// A line, room or person is needed twice at one moment.
    Twice(String, Day),
    /// Somebody who leads it is away.
    Away(String, Day),
    /// Its room is closed.
    RoomClosed(String, Day),
    /// It needs a jeugdarts and there are too few.
    NoPhysician(Day),
    /// Its line is of another location.
    OtherLocation(String),
}

/// A bijeenkomst with who and where it is held by.
struct Held<'a> {
    group: &'a Group,
    session: &'a Session,
    day: Day,
    half_day: &'a str,
    needs: Vec<String>,
    people: Vec<&'a str>,
    room: Option<&'a str>,
    needs_physician: bool,
    is_settled: bool,
    is_on_line: bool,
    line_location: Option<&'a str>,
}

/// Every rule of the team that is broken where the planner chose the day, with the group.
pub fn team_faults(plan: &Document, today: Option<Day>) -> Vec<(String, TeamRule)> {
    let held = all_held(plan, today);
    let mut found = Vec::new();
    let mut moments: BTreeMap<(Day, &str), Vec<&Held<'_>>> = BTreeMap::new();
    for one in &held {
        // The morning or the afternoon of the day.
        let part = one.half_day.get(4..).unwrap_or_default();
        moments.entry((one.day, part)).or_default().push(one);
        if one.is_settled {
            continue;
        }
        if let Some(location) = one.line_location.filter(|at| *at != one.group.location) {
            let location = location.to_owned();
            found.push((one.group.id.clone(), TeamRule::OtherLocation(location)));
        }
        for id in &one.people {
            let person = plan.people.iter().find(|person| person.id == *id);
            if person.is_some_and(|person| !person.is_there(one.day)) {
                found.push((
                    one.group.id.clone(),
                    TeamRule::Away((*id).to_owned(), one.day),
                ));
            }
        }
        let room = plan
            .rooms
            .iter()
            .find(|room| Some(room.id.as_str()) == one.room);
        let is_closed = room.is_some_and(|room| {
            let mut closures = room.closures.iter();
            closures.any(|own| own.first <= one.day && one.day <= own.last)
                || !is_ours(room, one.half_day)
        });
        if let (Some(room), true) = (one.room, is_closed) {
            found.push((
                one.group.id.clone(),
                TeamRule::RoomClosed(room.to_owned(), one.day),
            ));
        }
    }
    for ((day, _), at_once) in moments {
        let mut first: BTreeMap<&str, &Held<'_>> = BTreeMap::new();
        for one in &at_once {
            for need in &one.needs {
                if let Some(other) = first.insert(need, one)
                    && !(one.is_settled && other.is_settled)
                {
                    found.push((one.group.id.clone(), TeamRule::Twice(need.clone(), day)));
                }
            }
        }
        let visits: Vec<&Held<'_>> = at_once
            .into_iter()
            .filter(|one| needs_visit(plan, one))
            .collect();
        let chosen: Vec<&&Held<'_>> = visits.iter().filter(|one| !one.is_settled).collect();
        let settled: Vec<&Held<'_>> = visits
            .iter()
            .copied()
            .filter(|one| one.is_settled)
            .collect();
        let more = most_served(plan, day, &visits) - most_served(plan, day, &settled);
        if let Some(one) = chosen.first()
            && more < chosen.len()
        {
            found.push((one.group.id.clone(), TeamRule::NoPhysician(day)));
        }
    }
    found
}

/// Whether the line of the group could take one of its bijeenkomsten without a day on this day, as far as
/// lines, rooms and people go; true for a group without a line.
pub fn can_hold(plan: &Document, group: &Group, session: &Session, day: Day) -> bool {
    let mut moved = session.clone();
    moved.date = Some(day);
    moved.line = None;
    moved.room = None;
    moved.facilitators.clear();
    let Some(own) = held(plan, group, &moved, None).filter(|own| own.is_on_line) else {
        return true;
    };
    let all = all_held(plan, None);
    let at_once: Vec<&Held<'_>> = all
        .iter()
        .filter(|one| one.day == day && one.half_day.get(4..) == own.half_day.get(4..))
        .collect();
    let is_free = !at_once
        .iter()
        .any(|one| one.needs.iter().any(|need| own.needs.contains(need)));
    let is_staffed = own.people.iter().all(|id| {
        let person = plan.people.iter().find(|person| person.id == *id);
        person.is_none_or(|person| person.is_there(day))
    });
    let room = plan
        .rooms
        .iter()
        .find(|room| Some(room.id.as_str()) == own.room);
    let is_open = room.is_none_or(|room| {
        let mut closures = room.closures.iter();
        !closures.any(|own| own.first <= day && day <= own.last) && is_ours(room, own.half_day)
    });
    let has_physician = !needs_visit(plan, &own) || {
        let mut visits: Vec<&Held<'_>> = at_once
            .into_iter()
            .filter(|one| needs_visit(plan, one))
            .collect();
        let before = most_served(plan, day, &visits);
        visits.push(&own);
        most_served(plan, day, &visits) > before
    };
    is_free && is_staffed && is_open && has_physician
}

/// Whether the organisation has the room on a half-day.
fn is_ours(room: &Room, half_day: &str) -> bool {
    room.half_days.is_empty() || room.half_days.iter().any(|own| own == half_day)
}

/// What is wrong with a jeugdarts who was named for a bijeenkomst that is to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum VisitRule {
    /// Who was named is no jeugdarts.
    OtherRole,
    /// The jeugdarts is away.
    Away,
    /// The jeugdarts does not work there then.
    NotThere,
    /// The jeugdarts is with two groups at once.
    Twice,
}

/// Every rule that is broken by who was named as the jeugdarts, with the group and the bijeenkomst.
pub fn visit_faults(plan: &Document, today: Option<Day>) -> BTreeSet<(String, String, VisitRule)> {
    let coming = coming(plan, today);
    let mut found = BTreeSet::new();
    let mut add = |one: &Held<'_>, rule| {
        let number = one.session.number.clone();
        found.insert((one.group.id.clone(), number, rule));
    };
    for (at, one) in coming.iter().enumerate() {
        let named = one.session.physician.as_ref();
        if let Some(person) = named.and_then(|id| plan.people.iter().find(|own| own.id == *id)) {
            if !is_physician(person) {
                add(one, VisitRule::OtherRole);
            } else if !person.is_there(one.day) {
                add(one, VisitRule::Away);
            } else if one
                .weekday()
                .is_some_and(|half_day| !works(person, one, &half_day))
            {
                add(one, VisitRule::NotThere);
            }
        }
        for (before, other) in coming.iter().enumerate() {
            let is_here = |id: &str, held: &Held<'_>| held.session.physician.as_deref() == Some(id);
            let is_shared = |id: &str| {
                (is_here(id, one) && (is_here(id, other) || other.people.contains(&id)))
                    || (one.people.contains(&id) && is_here(id, other))
            };
            let mut people = plan.people.iter();
            if before != at
                && one.group.id != other.group.id
                && one.is_at_once(other)
                && people.any(|person| is_shared(&person.id))
            {
                add(one, VisitRule::Twice);
            }
        }
    }
    found
}

/// The jeugdartsen who could still come to a bijeenkomst to which nobody was named: at work there, not away, with no other
/// group and with a half-day left in that week.
pub fn free_physicians<'a>(
    plan: &'a Document,
    group: &str,
    number: &str,
    today: Option<Day>,
) -> Vec<&'a str> {
    let coming = coming(plan, today);
    let asked = |one: &&Held<'_>| one.group.id == group && one.session.number == number;
    let Some(one) = coming.iter().find(asked) else {
        return Vec::new();
    };
    let Some(half_day) = one.weekday() else {
        return Vec::new();
    };
    let monday = |day: Day| day.plus(-day.weekday());
    let is_free = |person: &&Person| {
        let own = coming.iter().filter(|held| {
            let named = held.session.physician.as_deref();
            named == Some(&person.id) || held.people.contains(&person.id.as_str())
        });
        let own: Vec<&Held<'_>> = own.collect();
        let week = own
            .iter()
            .filter(|held| monday(held.day) == monday(one.day));
        let week: BTreeSet<String> = week.filter_map(|held| held.weekday()).collect();
        let most = (person.fte / 10).min(person.half_days.len());
        is_physician(person)
            && person.is_there(one.day)
            && works(person, one, &half_day)
            && !own.iter().any(|held| !asked(held) && held.is_at_once(one))
            && (week.contains(&half_day) || week.len() < most)
    };
    let free = plan.people.iter().filter(is_free);
    free.map(|person| person.id.as_str()).collect()
}

fn works(person: &Person, one: &Held<'_>, half_day: &str) -> bool {
    person.half_days.iter().any(|own| own == half_day)
        && person.locations.contains(&one.group.location)
}

/// The bijeenkomsten that are still to come.
fn coming(plan: &Document, today: Option<Day>) -> Vec<Held<'_>> {
    let mut held = all_held(plan, today);
    held.retain(|one| one.session.status != "held" && today.is_none_or(|today| today <= one.day));
    held
}

impl Held<'_> {
    /// The half-day of its day; none in a weekend.
    fn weekday(&self) -> Option<String> {
        let day = ["mon", "tue", "wed", "thu", "fri"].get(self.day.weekday() as usize)?;
        Some(format!("{day}{}", self.half_day.get(3..)?))
    }

    fn is_at_once(&self, other: &Self) -> bool {
        self.day == other.day && self.half_day.get(3..) == other.half_day.get(3..)
    }
}

fn all_held(plan: &Document, today: Option<Day>) -> Vec<Held<'_>> {
    plan.groups
        .iter()
        .flat_map(|group| {
            let sessions = group.sessions.iter();
            sessions.filter_map(move |session| held(plan, group, session, today))
        })
        .collect()
}

/// Whether the visit of a jeugdarts is planned: of a location without any nothing is.
fn needs_visit(plan: &Document, one: &Held<'_>) -> bool {
    let works_here = |person: &Person| person.locations.contains(&one.group.location);
    let mut people = plan.people.iter();
    one.needs_physician
        && one.is_on_line
        && people.any(|person| is_physician(person) && works_here(person))
}

fn is_physician(person: &Person) -> bool {
    person.role == "youth_physician"
}

/// The most visits that have a jeugdarts of their own, tried in every way.
fn most_served(plan: &Document, day: Day, visits: &[&Held<'_>]) -> usize {
    fn rest(people: &[&Person], visits: &[&Held<'_>]) -> usize {
        let Some((visit, others)) = visits.split_first() else {
            return 0;
        };
        let without = rest(people, others);
        let can = |person: &Person| {
            person.half_days.iter().any(|one| one == visit.half_day)
                && person.locations.contains(&visit.group.location)
        };
        let with = (0..people.len()).filter(|at| can(people[*at])).map(|at| {
            let mut left = people.to_vec();
            left.remove(at);
            1 + rest(&left, others)
        });
        with.max().map_or(without, |with| with.max(without))
    }
    let present: Vec<&Person> = plan
        .people
        .iter()
        .filter(|person| is_physician(person) && person.is_there(day))
        .collect();
    rest(&present, visits)
}

fn held<'a>(
    plan: &'a Document,
    group: &'a Group,
    session: &'a Session,
    today: Option<Day>,
) -> Option<Held<'a>> {
    let day = session.date?;
    // What would have come after a group stopped does not take place.
    let is_lost = session.status != "held" && group.stopped.is_some_and(|from| from <= day);
    if session.status == "cancelled" || is_lost {
        return None;
    }
    let own = group.line.as_ref().map(|choice| choice.chosen());
    let id = session.line.as_deref().or(own);
    let line = plan.lines.iter().find(|line| Some(line.id.as_str()) == id);
    let half_day = match line {
        Some(line) => line.half_day.as_str(),
        None => group.half_day.as_ref()?.chosen(),
    };
    let pair = line.map_or(&[][..], |line| &line.facilitators);
    let people: Vec<&str> = if session.facilitators.is_empty() {
        pair.iter().map(String::as_str).collect()
    } else {
        session.facilitators.iter().map(String::as_str).collect()
    };
    let room = session
        .room
        .as_deref()
        .or_else(|| line.and_then(|line| line.room.as_deref()));
    let mut needs: Vec<String> = people.iter().map(|id| format!("person {id}")).collect();
    needs.extend(line.map(|line| format!("line {}", line.id)));
    needs.extend(room.map(|room| format!("room {room}")));
    let spec = plan
        .template()
        .sessions
        .iter()
        .find(|spec| spec.number == session.number);
    Some(Held {
        group,
        session,
        day,
        half_day,
        needs,
        people,
        room,
        needs_physician: spec.is_some_and(|spec| spec.physician_minutes > 0),
        is_settled: session.is_settled(today),
        is_on_line: line.is_some(),
        line_location: line.map(|line| line.location.as_str()),
    })
}
