//! What can be done with the team: other lines for a group, substitutes, and another jeugdarts.

use super::{MOST_DAYS, Remedy};
use crate::calendar::Date;
use crate::care::SessionNumber;
use crate::plan::{Group, HalfDayChoice, LineChoice, LineId, Plan};
use crate::problem::TeamFinding;
use crate::schedule::{lines_of, physicians_for, plan_group, substitutes};

/// People who can stand in where the finding is about one person.
pub(super) fn stand_ins(
    plan: &Plan,
    group: &Group,
    number: SessionNumber,
    finding: &TeamFinding,
) -> Vec<Remedy> {
    let (TeamFinding::Absent { person }
    | TeamFinding::NotAvailable { person, .. }
    | TeamFinding::NotTrained { person }
    | TeamFinding::PhysicianLeads { person }
    | TeamFinding::SamePerson { person, .. }) = finding
    else {
        return Vec::new();
    };
    substitutes(plan, group, number, person)
        .into_iter()
        .take(MOST_DAYS)
        .map(|substitute| Remedy::Substitute {
            group: group.id.clone(),
            session: number,
            absent: person.clone(),
            substitute,
        })
        .collect()
}

/// Jeugdartsen who can come where the finding is about who was named.
pub(super) fn other_physicians(
    plan: &Plan,
    group: &Group,
    number: SessionNumber,
    finding: &TeamFinding,
    today: Option<Date>,
) -> Vec<Remedy> {
    let (TeamFinding::PhysicianAbsent { person }
    | TeamFinding::PhysicianNotAvailable { person, .. }
    | TeamFinding::PhysicianElsewhere { person, .. }
    | TeamFinding::NotPhysician { person }) = finding
    else {
        return Vec::new();
    };
    let session = group.sessions.get(&number);
    // Of two groups at once the finding can be about who leads this one.
    let is_named = session.is_some_and(|session| session.physician.as_ref() == Some(person));
    let all = is_named.then(|| physicians_for(plan, group, number, today));
    let able = all.into_iter().flatten().filter(|(_, why)| why.is_none());
    able.take(MOST_DAYS)
        .map(|(able, _)| Remedy::Physician {
            group: group.id.clone(),
            session: number,
            physician: able.id.clone(),
        })
        .collect()
}

/// Those of the [other lines](other_lines) on which fewer bijeenkomsten stay without a day than now.
pub(super) fn better_lines(plan: &Plan, group: &Group, today: Option<Date>) -> Vec<Remedy> {
    let sessions = group.sessions.values();
    let now = sessions.filter(|session| session.date.is_none()).count();
    let is_better = |remedy: &Remedy| {
        let Remedy::Line { unscheduled, .. } = remedy else {
            return false;
        };
        *unscheduled < now
    };
    let lines = other_lines(plan, group, today).into_iter();
    lines.filter(is_better).take(MOST_DAYS).collect()
}

/// The other lines of the location on which the group can be planned, those with the fewest bijeenkomsten
/// without a day first.
pub(super) fn other_lines(plan: &Plan, group: &Group, today: Option<Date>) -> Vec<Remedy> {
    let families = plan.families(group);
    let own = group.line.as_ref().map(LineChoice::line);
    let mut found: Vec<(usize, &LineId)> = lines_of(plan, &group.location)
        .filter(|line| Some(&line.id) != own)
        .filter(|line| {
            let room = line.room.as_ref().and_then(|room| plan.rooms.get(room));
            room.is_none_or(|room| room.fits(families))
        })
        .map(|line| {
            let mut tried = group.clone();
            tried.line = Some(LineChoice::User(line.id.clone()));
            tried.half_day = Some(HalfDayChoice::User(line.half_day));
            let tried = plan_group(plan, &tried, today);
            let sessions = tried.sessions.values();
            let unscheduled = sessions.filter(|session| session.date.is_none()).count();
            (unscheduled, &line.id)
        })
        .collect();
    found.sort();
    found
        .into_iter()
        .map(|(unscheduled, line)| Remedy::Line {
            group: group.id.clone(),
            line: line.clone(),
            unscheduled,
        })
        .collect()
}
