//! What would be wrong with a bijeenkomst on another day, before anything is moved.

use super::check::same_time;
use super::check_group::check_group;
use super::moments::check_moments;
use super::{Finding, Place, Problem};
use crate::calendar::Date;
use crate::care::SessionNumber;
use crate::plan::{Group, GroupId, Plan};

/// What would be wrong if this bijeenkomst were held on `date`: its own problems, and those of other
/// bijeenkomsten that would come too close to it. Empty for a group or bijeenkomst that the plan does not have.
pub fn problems_if_held_on(
    plan: &Plan,
    group: &GroupId,
    number: SessionNumber,
    date: Date,
    today: Option<Date>,
) -> Vec<Problem> {
    problems_among(plan, plan.groups.values(), group, number, date, today)
}

/// The same where it is known which groups there are at the location of this one; others may be among them.
pub fn problems_among<'a>(
    plan: &'a Plan,
    groups: impl Iterator<Item = &'a Group>,
    group: &GroupId,
    number: SessionNumber,
    date: Date,
    today: Option<Date>,
) -> Vec<Problem> {
    let Some(mut moved) = plan.groups.get(group).cloned() else {
        return Vec::new();
    };
    let Some(session) = moved.sessions.get_mut(&number) else {
        return Vec::new();
    };
    session.date = Some(date);
    let mut problems: Vec<Problem> = check_group(plan, &moved, today)
        .into_iter()
        .filter(|problem| concerns(problem, group, number))
        .collect();
    let here = groups.filter(|other| other.location == moved.location && other.id != *group);
    let here: Vec<&Group> = here.collect();
    let of_location = here.into_iter();
    // The moved group comes last, so that it is the one that is named.
    let same_time = same_time(of_location.clone().chain([&moved]), today);
    let same_moment = check_moments(plan, of_location.chain([&moved]), today);
    for problem in same_time.into_iter().chain(same_moment) {
        if problem.place == Place::Session(group.clone(), number) {
            problems.push(problem);
        }
    }
    problems
}

/// Whether the problem is one of this bijeenkomst, or of a later one that follows it too soon.
fn concerns(problem: &Problem, group: &GroupId, number: SessionNumber) -> bool {
    let Place::Session(place, session) = &problem.place else {
        return false;
    };
    let follows_too_soon = matches!(
        &problem.finding,
        Finding::TooSoon { after, .. } | Finding::OutOfOrder { after } if *after == number
    );
    place == group && (*session == number || follows_too_soon)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::{Reading, Table, read_enrolments};
    use crate::plan::Edit;

    fn day(text: &str) -> Date {
        Date::parse_iso(text).unwrap()
    }

    /// Groups of one location on Thursday morning, of children born on these days of January 2027.
    fn plan_of(births: &[u8]) -> Plan {
        let mut list = "Code;Geboortedatum;Locatie;Dagdelen\n".to_owned();
        for (line, day) in births.iter().enumerate() {
            list += &format!("N{line};{day}-1-2027;Noord;do ochtend\n");
        }
        let table = Table::read(&list);
        let mut plan = Plan::empty();
        let reading = Reading::guess(&table, &plan);
        let intake = read_enrolments(&table, &reading, &plan, None);
        for edit in [intake.edit().unwrap(), Edit::Propose] {
            let changes = edit.changes(&plan, None).unwrap();
            plan.apply_all(changes);
        }
        plan
    }

    #[test]
    fn tells_what_a_move_would_break_and_nothing_else() {
        // Scenario 3 of section 8.2 of the domain facts.
        let plan = plan_of(&[4, 6, 9, 12, 20, 24]);
        let group = plan.groups.values().next().unwrap();
        let third = SessionNumber::new(3).unwrap();
        let codes = |date| -> Vec<&str> {
            problems_if_held_on(&plan, &group.id, third, day(date), None)
                .iter()
                .map(|problem| problem.code)
                .collect()
        };
        // Ascension day is outside the preferred window, too, and B4 on 1-7 follows exactly 56 days later.
        assert!(codes("2027-05-06").starts_with(&["DAG-01", "VEN-01"]));
        assert!(!codes("2027-05-06").contains(&"INT-01"));
        assert!(codes("2027-05-13").contains(&"INT-01"));
        assert_eq!(codes("2027-05-04"), ["DAG-02"]);
    }

    #[test]
    fn another_group_at_the_same_time_is_named_at_the_moved_bijeenkomst() {
        let plan = plan_of(&[4, 4, 6, 6, 9, 9, 12, 12, 20, 20, 24, 24]);
        let mut groups = plan.groups.values();
        let (first, other) = (groups.next().unwrap(), groups.next().unwrap());
        let third = SessionNumber::new(3).unwrap();
        let taken = other.sessions.get(&third).unwrap().date.unwrap();
        let problems = problems_if_held_on(&plan, &first.id, third, taken, None);
        assert!(problems.iter().any(|problem| {
            problem.place == Place::Session(first.id.clone(), third)
                && problem.finding
                    == Finding::SameTime {
                        other: other.id.clone(),
                    }
        }));
    }

    #[test]
    fn an_unknown_group_has_no_problems() {
        let third = SessionNumber::new(3).unwrap();
        let nowhere = GroupId::new("X");
        let problems = problems_if_held_on(&Plan::empty(), &nowhere, third, Date::FIRST, None);
        assert!(problems.is_empty());
    }
}
