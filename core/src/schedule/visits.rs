//! Who comes to a bijeenkomst as its jeugdarts: what keeps somebody from it, and a proposal for those to which nobody was
//! named. As many as can have one get one, shared out by the working weeks of the jeugdartsen. It changes nothing.

use super::bookings::{
    Meeting, assigned, is_physician, meeting, needs_physician, plans_physicians,
};
use super::hours::Hours;
use crate::calendar::{Date, HalfDay};
use crate::care::SessionNumber;
use crate::plan::{Group, GroupId, LocationId, Person, PersonId, Plan, Session};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Who comes to a bijeenkomst as its jeugdarts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    /// The group.
    pub group: GroupId,
    /// The bijeenkomst.
    pub session: SessionNumber,
    /// Who comes; `None` for nobody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub physician: Option<PersonId>,
}

/// What keeps somebody from a bijeenkomst as its jeugdarts; who lacks the least comes last.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hindrance {
    /// The half-day is not known, because the group has none, or there is none, because the day is in a weekend.
    NoHalfDay,
    /// The person is no jeugdarts.
    OtherRole,
    /// The person does not work there on this half-day.
    NotAtWork(HalfDay),
    /// The person is away that day.
    Away,
    /// The person is with another group at that time.
    Elsewhere(GroupId),
    /// The person has as many other half-days in that week as the working week holds.
    WeekFull,
}

/// What keeps a person from a bijeenkomst there and then, whatever else there is; the half-day only where it is known.
pub(crate) fn unable(
    person: &Person,
    location: &LocationId,
    date: Date,
    half_day: Option<HalfDay>,
) -> Option<Hindrance> {
    if !is_physician(person) {
        Some(Hindrance::OtherRole)
    } else if person.is_absent(date) {
        Some(Hindrance::Away)
    } else {
        let half_day = half_day.filter(|half_day| !person.works(location, *half_day));
        half_day.map(Hindrance::NotAtWork)
    }
}

/// A bijeenkomst, and how it is held.
type Held<'a> = (&'a Group, SessionNumber, Meeting<'a>);

/// From when to when somebody is with a bijeenkomst of a group.
type Stay<'a> = (Hours, &'a GroupId, SessionNumber);

/// When jeugdartsen are with which groups.
#[derive(Default)]
struct Diary<'a> {
    days: BTreeMap<(Date, &'a PersonId), Vec<Stay<'a>>>,
    /// By Monday.
    weeks: BTreeMap<(Date, &'a PersonId), BTreeSet<HalfDay>>,
    /// Bijeenkomsten in all.
    loads: BTreeMap<&'a PersonId, u32>,
}

impl<'a> Diary<'a> {
    /// Of the bijeenkomsten that count: those that a jeugdarts leads, and those to which one was named, where that stands.
    fn of(
        plan: &'a Plan,
        counts: impl Fn(&Group, &Session) -> bool,
        stands: impl Fn(&Group, &Session) -> bool,
    ) -> Self {
        let physicians = plan.people.values().filter(|person| is_physician(person));
        let physicians: BTreeSet<&PersonId> = physicians.map(|person| &person.id).collect();
        let mut diary = Self::default();
        for group in plan.groups.values() {
            let counting = group.sessions.values();
            for session in counting.filter(|session| counts(group, session)) {
                let Some(held) = meeting(plan, group, session) else {
                    continue;
                };
                let held = (group, session.number, held);
                let named = session.physician.iter().filter(|_| stands(group, session));
                let people = held.2.facilitators.iter().chain(named);
                for person in people.filter(|person| physicians.contains(person)) {
                    diary.book(person, &held);
                }
            }
        }
        diary
    }

    fn book(&mut self, person: &'a PersonId, (group, number, held): &Held<'a>) {
        let taken = self.days.entry((held.date, person)).or_default();
        taken.push((held.hours, &group.id, *number));
        let week = self.weeks.entry((held.date.monday(), person)).or_default();
        week.extend(held.half_day());
        *self.loads.entry(person).or_default() += 1;
    }

    /// What keeps a person from a bijeenkomst.
    fn hindrance(&self, person: &Person, (group, number, held): &Held<'_>) -> Option<Hindrance> {
        let Some(half_day) = held.half_day() else {
            return Some(Hindrance::NoHalfDay);
        };
        let elsewhere = || {
            let taken = self.days.get(&(held.date, &person.id))?;
            let is_other = |other: &GroupId, own| *other != group.id || own != *number;
            let mut taken = taken.iter();
            let at_once =
                taken.find(|(hours, other, own)| is_other(other, *own) && hours.meet(held.hours));
            at_once.map(|(_, other, _)| Hindrance::Elsewhere((*other).clone()))
        };
        let is_full = || {
            let week = self.weeks.get(&(held.date.monday(), &person.id))?;
            let is_full = !week.contains(&half_day) && week.len() >= person.most_half_days();
            is_full.then_some(Hindrance::WeekFull)
        };
        unable(person, &group.location, held.date, Some(half_day))
            .or_else(elsewhere)
            .or_else(is_full)
    }

    /// What keeps who comes nearest of those who work there then from a bijeenkomst.
    fn nearest(&self, plan: &Plan, held: &Held<'_>) -> Hindrance {
        let (group, _, meeting) = held;
        let Some(half_day) = meeting.half_day() else {
            return Hindrance::NoHalfDay;
        };
        let people = plan.people.values().filter(|person| is_physician(person));
        let here = people.filter(|person| person.works(&group.location, half_day));
        let hindrances = here.filter_map(|person| self.hindrance(person, held));
        hindrances.max().unwrap_or(Hindrance::NotAtWork(half_day))
    }

    /// Bijeenkomsten for a full working week, in thousandths.
    fn load(&self, person: &Person) -> u32 {
        let own = self.loads.get(&person.id).copied().unwrap_or(0);
        own.saturating_mul(1_000) / u32::from(person.fte.max(1))
    }
}

/// A proposal of who comes to which bijeenkomst.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Visits {
    /// Bijeenkomsten to come that need a jeugdarts, those to which one was named among them.
    pub needed: usize,
    /// Whom to name, in order of day.
    pub proposed: Vec<Visit>,
    /// Where nobody can be named, with what keeps who comes nearest from it.
    pub without: Vec<(GroupId, SessionNumber, Hindrance)>,
}

/// Who could come to the bijeenkomsten of some groups that need a jeugdarts from [`today`](crate#today) on; nothing where
/// their location has no jeugdartsen. Whoever was named stays, but for who is away that day, is not in the plan or is no jeugdarts.
/// At each half-day as many bijeenkomsten as possible get one, and of those who can come the one who has the fewest for the
/// working week goes.
pub fn physician_visits(
    plan: &Plan,
    today: Option<Date>,
    among: impl Fn(&Group) -> bool,
) -> Visits {
    let mut found = Visits::default();
    let among = |group: &Group| among(group) && plans_physicians(plan, &group.location);
    let stands = |session: &Session| {
        let named = session
            .physician
            .as_ref()
            .and_then(|id| plan.people.get(id));
        named
            .zip(session.date)
            .is_some_and(|(person, date)| is_physician(person) && !person.is_absent(date))
    };
    let is_open = |group: &Group, session: &Session| {
        among(group) && needs_physician(plan, session.number) && !stands(session)
    };
    let coming = |_: &Group, session: &Session| session.is_to_come(today);
    let mut diary = Diary::of(plan, coming, |group, session| !is_open(group, session));
    let mut moments: BTreeMap<(Date, HalfDay), Vec<Held<'_>>> = BTreeMap::new();
    for group in plan.groups.values().filter(|group| among(group)) {
        let coming = group.to_come(today).filter(|one| one.date.is_some());
        for session in coming.filter(|session| needs_physician(plan, session.number)) {
            found.needed += 1;
            if stands(session) {
                continue;
            }
            let held = meeting(plan, group, session);
            match held.and_then(|held| Some((held.half_day()?, held))) {
                Some((half_day, held)) => {
                    let at_once = moments.entry((held.date, half_day)).or_default();
                    at_once.push((group, session.number, held));
                }
                None => {
                    let without = (group.id.clone(), session.number, Hindrance::NoHalfDay);
                    found.without.push(without);
                }
            }
        }
    }
    for ((_, half_day), open) in moments {
        let here: BTreeSet<&LocationId> = open.iter().map(|(group, ..)| &group.location).collect();
        let is_near = |person: &&Person| {
            let mut locations = person.locations.iter();
            person.half_days.contains(half_day) && locations.any(|own| here.contains(own))
        };
        let people = plan.people.values().filter(|person| is_physician(person));
        let mut people: Vec<&Person> = people.filter(is_near).collect();
        people.sort_by_key(|person| (diary.load(person), &person.id));
        let can = |person: usize, visit: usize| {
            let pair = people.get(person).zip(open.get(visit));
            pair.is_some_and(|(person, held)| diary.hindrance(person, held).is_none())
        };
        let visit_of = assigned(people.len(), open.len(), &can);
        let goes = |at: usize| {
            let mut pairs = visit_of.iter().zip(&people);
            pairs
                .find(|(own, _)| **own == Some(at))
                .map(|(_, person)| *person)
        };
        for (at, held) in open.iter().enumerate() {
            if let Some(person) = goes(at) {
                diary.book(&person.id, held);
                found.proposed.push(Visit {
                    group: held.0.id.clone(),
                    session: held.1,
                    physician: Some(person.id.clone()),
                });
            }
        }
        for (at, held) in open.iter().enumerate() {
            if goes(at).is_none() {
                let nearest = diary.nearest(plan, held);
                found.without.push((held.0.id.clone(), held.1, nearest));
            }
        }
    }
    found
}

/// Every jeugdarts of the plan, with what keeps this person from a bijeenkomst of the group: those who can come first, then in
/// order of id. Empty for one without a day or half-day.
pub fn physicians_for<'a>(
    plan: &'a Plan,
    group: &Group,
    number: SessionNumber,
    today: Option<Date>,
) -> Vec<(&'a Person, Option<Hindrance>)> {
    let session = group.sessions.get(&number);
    let Some(meeting) = session.and_then(|session| meeting(plan, group, session)) else {
        return Vec::new();
    };
    let week = meeting.date.monday();
    let held = (group, number, meeting);
    let is_near = |_: &Group, one: &Session| {
        one.is_to_come(today) && one.date.is_some_and(|date| date.monday() == week)
    };
    let is_other = |other: &Group, one: &Session| other.id != group.id || one.number != number;
    let diary = Diary::of(plan, is_near, is_other);
    let people = plan.people.values().filter(|person| is_physician(person));
    let mut found: Vec<(&Person, Option<Hindrance>)> = people
        .map(|person| (person, diary.hindrance(person, &held)))
        .collect();
    found.sort_by_key(|(_, hindrance)| hindrance.is_some());
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::DateRange;
    use crate::edit::{Edit, Refusal};
    use crate::plan::{Absence, AbsenceKind, Role};
    use crate::schedule::test_plans::{make, scenario_9};

    /// Scenario 9 with two jeugdartsen, one of them in part time.
    fn with_two() -> Plan {
        let mut plan = scenario_9();
        for (alias, fte) in [("J1", 100), ("J2", 50)] {
            let mut person = Person::new(PersonId::parse(alias).unwrap());
            person.role = Role::YouthPhysician;
            person.fte = fte;
            person.half_days = HalfDay::all().collect();
            person.locations = plan.locations.keys().cloned().collect();
            make(&mut plan, &Edit::SetPerson(Box::new(person)), None);
        }
        plan
    }

    fn all(plan: &Plan) -> Visits {
        physician_visits(plan, None, |_| true)
    }

    fn of(alias: &str, visits: &[Visit]) -> usize {
        let own = PersonId::parse(alias).ok();
        visits.iter().filter(|visit| visit.physician == own).count()
    }

    #[test]
    fn visits_are_shared_out_by_working_weeks() {
        assert_eq!(all(&scenario_9()), Visits::default());
        let plan = with_two();
        // Four groups with four bijeenkomsten each that need one.
        let found = all(&plan);
        assert_eq!((found.needed, found.without.as_slice()), (16, &[][..]));
        let (one, other) = (of("J1", &found.proposed), of("J2", &found.proposed));
        assert_eq!(one + other, 16);
        assert!((10..=11).contains(&one), "two thirds: {one} and {other}");
        // From a day on only what comes.
        let last = found.proposed.last().unwrap();
        let date = plan.groups[&last.group].sessions[&last.session].date;
        assert!(physician_visits(&plan, date, |_| true).needed < 3);
    }

    #[test]
    fn whoever_was_named_stays_and_who_is_away_is_replaced() {
        let mut plan = with_two();
        let found = all(&plan);
        let mut first = found.proposed.first().unwrap().clone();
        first.physician = PersonId::parse("J2").ok();
        make(
            &mut plan,
            &Edit::AssignPhysicians(vec![first.clone()]),
            None,
        );
        let more = all(&plan);
        assert_eq!((more.needed, more.proposed.len()), (16, 15));
        assert!(!more.proposed.contains(&first));
        make(&mut plan, &Edit::AssignPhysicians(more.proposed), None);
        assert_eq!(all(&plan).proposed, []);
        let date = plan.groups[&first.group].sessions[&first.session]
            .date
            .unwrap();
        let mut away = plan.people[&PersonId::parse("J2").unwrap()].clone();
        away.absences.push(Absence {
            days: DateRange {
                first: date,
                last: date,
            },
            kind: AbsenceKind::Unexpected,
            extra: Default::default(),
        });
        make(&mut plan, &Edit::SetPerson(Box::new(away)), None);
        let instead = all(&plan);
        assert_eq!(instead.proposed.len(), 1);
        assert_eq!(of("J1", &instead.proposed), 1);
        let group = &plan.groups[&first.group];
        let who = physicians_for(&plan, group, first.session, None);
        let who: Vec<_> = who
            .into_iter()
            .map(|(one, why)| (one.id.as_str(), why))
            .collect();
        assert_eq!(who, [("J1", None), ("J2", Some(Hindrance::Away))]);
    }

    #[test]
    fn only_a_jeugdarts_is_named_and_what_cannot_be_filled_says_why() {
        let mut plan = with_two();
        let mut visit = all(&plan).proposed.first().unwrap().clone();
        visit.physician = PersonId::parse("A1").ok();
        let edit = Edit::AssignPhysicians(vec![visit.clone()]);
        let refused = edit.changes(&plan, None);
        assert_eq!(
            refused,
            Err(Refusal::NotPhysician(PersonId::parse("A1").unwrap()))
        );
        for alias in ["J1", "J2"] {
            let mut person = plan.people[&PersonId::parse(alias).unwrap()].clone();
            person.half_days = HalfDay::all()
                .take(if alias == "J1" { 2 } else { 0 })
                .collect();
            make(&mut plan, &Edit::SetPerson(Box::new(person)), None);
        }
        // They meet on Tuesday and Thursday.
        let found = all(&plan);
        assert_eq!((found.proposed.len(), found.without.len()), (0, 16));
        let is_not_there = |(_, _, why): &(GroupId, SessionNumber, Hindrance)| {
            matches!(why, Hindrance::NotAtWork(_))
        };
        assert!(
            found.without.iter().all(is_not_there),
            "{:?}",
            found.without
        );
    }
}
