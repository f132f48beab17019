//! Checks a whole plan, and in it the groups of a location against each other and its families.

use super::{Finding, Place, Problem, Problems};
use crate::calendar::{Date, Part};
use crate::care::SessionNumber;
use crate::cohort::WhyUnplaced;
use crate::plan::{Enrolment, EnrolmentCode, Group, GroupId, LocationId, Plan, Status};
use std::collections::BTreeMap;

/// Everything that is wrong with the plan, in the order of [`Problems`].
/// Bijeenkomsten before [`today`](crate#today) are not judged any more.
pub fn check(plan: &Plan, today: Option<Date>) -> Vec<Problem> {
    Problems::of(plan, today).iter().cloned().collect()
}

/// Two groups of one location on one date and part of the day, of which not both are on a line. The later
/// group in the given order is named.
pub(super) fn same_time<'a>(
    groups: impl Iterator<Item = &'a Group>,
    today: Option<Date>,
) -> Vec<Problem> {
    type Moment<'a> = (&'a LocationId, Date, Part);
    let mut first: BTreeMap<Moment<'_>, &Group> = BTreeMap::new();
    let mut problems: Vec<(&GroupId, SessionNumber, &GroupId)> = Vec::new();
    for group in groups {
        let Some(choice) = group.half_day else {
            continue;
        };
        for session in group.sessions.values() {
            let Some(date) = session.date else { continue };
            let is_lost =
                session.status == Status::Cancelled || group.lost_by_stopping(Some(session));
            if is_lost || today.is_some_and(|today| date < today) {
                continue;
            }
            let moment = (&group.location, date, choice.half_day().part);
            match first.get(&moment) {
                // Lines say themselves what they share.
                Some(other) if other.line.is_some() && group.line.is_some() => {}
                // Of two bijeenkomsten of one group the rule of their order speaks.
                Some(other) if other.id == group.id => {}
                Some(other) => problems.push((&group.id, session.number, &other.id)),
                None => {
                    first.insert(moment, group);
                }
            }
        }
    }
    problems
        .into_iter()
        .map(|(group, number, other)| {
            let other = other.clone();
            Problem::new(
                Place::Session(group.clone(), number),
                Finding::SameTime { other },
            )
        })
        .collect()
}

/// Those of `families` in no group or in several, and those of an unknown location; `unplaced` knows why one has no
/// group, and `groups` those that families are in.
pub(super) fn families_of(
    plan: &Plan,
    families: &[&Enrolment],
    unplaced: &WhyUnplaced<'_>,
    groups: &BTreeMap<&EnrolmentCode, Vec<&GroupId>>,
) -> Vec<Problem> {
    let mut problems = Vec::new();
    for enrolment in families {
        let place = || Place::Enrolment(enrolment.code.clone());
        if !plan.locations.contains_key(&enrolment.location) {
            let finding = Finding::UnknownLocation(enrolment.location.clone());
            problems.push(Problem::new(place(), finding));
        }
        match groups.get(&enrolment.code).map(Vec::as_slice) {
            None | Some([]) if !enrolment.status.wants_group() => {}
            None | Some([]) => {
                let finding = Finding::NotPlaced(unplaced.of(enrolment));
                problems.push(Problem::new(place(), finding));
            }
            Some([_]) => {}
            Some(several) => {
                let several = several.iter().map(|id| (*id).clone()).collect();
                problems.push(Problem::new(place(), Finding::InTwoGroups(several)));
            }
        }
    }
    problems
}
