//! Which jeugdarts could come to which bijeenkomst: as many as can have one, shared out by the working weeks of the
//! jeugdartsen. A proposal for the team; nothing of it is stored.

use super::bookings::{assigned, meeting, plans_physicians};
use crate::calendar::{Date, HalfDay};
use crate::care::SessionNumber;
use crate::plan::{GroupId, LocationId, Person, PersonId, Plan, Role};
use std::collections::BTreeMap;

/// A bijeenkomst that needs a jeugdarts, and who could come.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Visit {
    /// The group.
    pub group: GroupId,
    /// The bijeenkomst.
    pub number: SessionNumber,
    /// Who comes; `None` where nobody is left.
    pub physician: Option<PersonId>,
}

/// The coming visits of the jeugdartsen from [`today`](crate#today) on, in order of day; none where the plan has no
/// jeugdartsen. At each half-day as many bijeenkomsten as possible have one, and of those who can come the one who
/// has the fewest visits so far for the working week goes.
pub fn physician_visits(plan: &Plan, today: Option<Date>) -> Vec<Visit> {
    if !plans_physicians(plan) {
        return Vec::new();
    }
    let mut moments: BTreeMap<(Date, HalfDay), Vec<(Visit, &LocationId)>> = BTreeMap::new();
    for group in plan.groups.values() {
        for session in group.sessions.values() {
            let held = meeting(plan, group, session).filter(|_| session.is_to_come(today));
            let held = held.filter(|held| held.needs_physician && held.line.is_some());
            let Some((held, half_day)) = held.and_then(|held| Some((held.date, held.half_day()?)))
            else {
                continue;
            };
            let visit = Visit {
                group: group.id.clone(),
                number: session.number,
                physician: None,
            };
            let at_once = moments.entry((held, half_day)).or_default();
            at_once.push((visit, &group.location));
        }
    }
    let physicians = || {
        plan.people
            .values()
            .filter(|one| one.role == Role::YouthPhysician)
    };
    let mut loads: BTreeMap<&PersonId, u32> = BTreeMap::new();
    let mut visits = Vec::new();
    for ((date, half_day), at_once) in moments {
        let is_there = |one: &&Person| one.half_days.contains(half_day) && !one.is_absent(date);
        let mut present: Vec<&Person> = physicians().filter(is_there).collect();
        // Visits for a full working week.
        let load = |one: &&Person| {
            let own = loads.get(&one.id).copied().unwrap_or(0);
            own.saturating_mul(1_000) / u32::from(one.fte.max(1))
        };
        present.sort_by_key(|one| (load(one), &one.id));
        let locations: Vec<&LocationId> = at_once.iter().map(|(_, location)| *location).collect();
        let visit_of = assigned(&present, &locations);
        for (at, (mut visit, _)) in at_once.into_iter().enumerate() {
            let goes = visit_of
                .iter()
                .zip(&present)
                .find(|(own, _)| **own == Some(at));
            if let Some((_, person)) = goes {
                *loads.entry(&person.id).or_default() += 1;
                visit.physician = Some(person.id.clone());
            }
            visits.push(visit);
        }
    }
    visits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::Edit;
    use crate::schedule::test_plans::{make, scenario_9};

    #[test]
    fn visits_are_shared_out_by_working_weeks() {
        let mut plan = scenario_9();
        assert_eq!(physician_visits(&plan, None), []);
        let mut physician = |alias: &str, fte: u16| {
            let mut person = Person::new(PersonId::parse(alias).unwrap());
            person.role = Role::YouthPhysician;
            person.fte = fte;
            person.half_days = HalfDay::all().collect();
            person.locations = plan.locations.keys().cloned().collect();
            make(&mut plan, &Edit::SetPerson(Box::new(person)), None);
        };
        physician("J1", 100);
        physician("J2", 50);
        let visits = physician_visits(&plan, None);
        let of = |alias: &str| {
            let own = PersonId::parse(alias).ok();
            visits.iter().filter(|visit| visit.physician == own).count()
        };
        // Four groups with four bijeenkomsten each that need one.
        assert_eq!(visits.len(), 16);
        let (one, other) = (of("J1"), of("J2"));
        assert_eq!(one + other, 16);
        assert!((10..=11).contains(&one), "two thirds: {one} and {other}");
        // From a day on only what comes.
        let last = visits.last().unwrap();
        let date = plan.groups[&last.group].sessions[&last.number].date;
        assert!(physician_visits(&plan, date).len() < 3);
    }
}
