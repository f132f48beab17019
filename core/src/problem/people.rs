//! Whom of the team a problem concerns.

use super::team::TeamFinding;
use super::{Finding, Place, Problem};
use crate::plan::{LineChoice, PersonId, Plan};
use crate::schedule::meeting;
use std::collections::BTreeSet;

/// The people of the team whom a problem concerns: who leads the bijeenkomst, the pair of the line or of the
/// group's line, and whoever the finding names.
pub fn people_of(plan: &Plan, problem: &Problem) -> BTreeSet<PersonId> {
    let pair = |line| plan.lines.get(line).map(|line| line.facilitators.clone());
    let mut people = match &problem.place {
        Place::Line(line) => pair(line),
        Place::Group(group) => plan
            .groups
            .get(group)
            .and_then(|group| group.line.as_ref())
            .map(LineChoice::line)
            .and_then(pair),
        Place::Session(group, number) => plan.groups.get(group).and_then(|group| {
            let session = group.sessions.get(number)?;
            let held = meeting(plan, group, session).map(|meeting| meeting.facilitators.clone());
            held.or_else(|| group.line.as_ref().map(LineChoice::line).and_then(pair))
        }),
        Place::Plan | Place::Location(_) | Place::Enrolment(_) => None,
    }
    .unwrap_or_default();
    if let Finding::Team(
        TeamFinding::SamePerson { person, .. }
        | TeamFinding::Absent { person }
        | TeamFinding::NotAvailable { person, .. }
        | TeamFinding::NotTrained { person }
        | TeamFinding::PhysicianLeads { person }
        | TeamFinding::PhysicianAbsent { person }
        | TeamFinding::PhysicianNotAvailable { person, .. }
        | TeamFinding::PhysicianElsewhere { person, .. }
        | TeamFinding::NotPhysician { person }
        | TeamFinding::LineNotAvailable { person }
        | TeamFinding::LineNotTrained { person }
        | TeamFinding::LineLedByPhysician { person }
        | TeamFinding::WeekTooShort { person, .. },
    ) = &problem.finding
    {
        people.insert(person.clone());
    }
    people
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::DateRange;
    use crate::edit::Edit;
    use crate::plan::{Absence, AbsenceKind};
    use crate::problem::check;
    use crate::schedule::test_plans::{day, make, scenario_9};

    #[test]
    fn an_absence_concerns_who_is_away_and_who_is_left_alone() {
        let mut plan = scenario_9();
        let away = PersonId::parse("C1").unwrap();
        let mut person = plan.people.get(&away).unwrap().clone();
        person.absences.push(Absence {
            days: DateRange {
                first: day("2027-01-01"),
                last: day("2028-12-31"),
            },
            kind: AbsenceKind::Unexpected,
            extra: Default::default(),
        });
        make(&mut plan, &Edit::SetPerson(Box::new(person)), None);
        let problems = check(&plan, None);
        let absent: Vec<&Problem> = problems.iter().filter(|one| one.code == "TEA-02").collect();
        assert!(!absent.is_empty());
        for problem in absent {
            let people = people_of(&plan, problem);
            assert!(people.contains(&away) && people.len() == 2, "{people:?}");
        }
        let nobody = problems.iter().find(|one| matches!(one.place, Place::Plan));
        assert!(nobody.is_none_or(|problem| people_of(&plan, problem).is_empty()));
    }
}
