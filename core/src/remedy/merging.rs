//! The groups that another one could join, each tried on the plan: how it fits, and what could not stay.

use crate::calendar::Date;
use crate::care::SessionNumber;
use crate::edit::Edit;
use crate::plan::{Group, GroupId, Plan};
use crate::problem::{Place, Severity, check_group};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A group as it would be with the families of another one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Merged {
    /// The group that they join.
    pub into: GroupId,
    /// Its families then.
    pub families: usize,
    /// Its spread then, in days.
    #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
    pub spread_days: i32,
    /// The bijeenkomsten that cannot be held any more then: without a day, or on one that a rule forbids, which were
    /// not so in either group.
    pub impossible: usize,
    /// Whether it has more families then than the largest group.
    pub is_full: bool,
}

/// The groups of the location and language of this one that go on and that it could join, the best fit first: those
/// with room, then the fewest bijeenkomsten that become impossible, then the smallest spread.
pub fn merges(plan: &Plan, group: &Group, today: Option<Date>) -> Vec<Merged> {
    let others = plan.groups.values().filter(|other| {
        other.id != group.id
            && other.stopped.is_none()
            && !is_over(other, today)
            && other.location == group.location
            && other.language == group.language
    });
    let mut found: Vec<Merged> = others
        .filter_map(|other| merged(plan, group, other, today))
        .collect();
    found.sort_by_key(|fit| {
        let worse = (fit.is_full, fit.impossible, fit.spread_days);
        (worse, fit.into.clone())
    });
    found
}

/// What merging these two gives; `None` where it is refused.
fn merged(plan: &Plan, from: &Group, into: &Group, today: Option<Date>) -> Option<Merged> {
    let edit = Edit::Merge {
        from: from.id.clone(),
        into: into.id.clone(),
    };
    let mut after = plan.clone();
    after.apply_all(edit.changes(plan, today).ok()?);
    let joined = after.groups.get(&into.id)?;
    let families = after.families(joined);
    let before = [from, into].map(|group| impossible(plan, group, today));
    let new = impossible(&after, joined, today);
    let new = new
        .iter()
        .filter(|number| before.iter().all(|was| !was.contains(number)));
    Some(Merged {
        into: into.id.clone(),
        families,
        spread_days: after.births(joined)?.spread_days(),
        impossible: new.count(),
        is_full: families > usize::from(plan.settings.group_size.max),
    })
}

/// The bijeenkomsten of a group that cannot be held as they stand.
fn impossible(plan: &Plan, group: &Group, today: Option<Date>) -> BTreeSet<SessionNumber> {
    let problems = check_group(plan, group, today).into_iter();
    let errors = problems.filter(|problem| problem.severity == Severity::Error);
    errors
        .filter_map(|problem| match problem.place {
            Place::Session(_, number) => Some(number),
            _ => None,
        })
        .collect()
}

/// Whether all its bijeenkomsten are over.
fn is_over(group: &Group, today: Option<Date>) -> bool {
    let last = group.sessions.values().filter_map(|session| session.date);
    matches!((last.max(), today), (Some(last), Some(today)) if last < today)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::check;
    use crate::remedy::{Remedy, left, remedies};
    use crate::schedule::test_plans::{make, plan_of};

    /// Groups of four, three and seven families; the last is the nearest in age to the first.
    fn plan() -> Plan {
        let group = |id: &str, day: &str, families: u8| {
            format!(
                r#"{{"id":"{id}","location":"noord","known_births":{{"oldest":"{day}","youngest":"{day}","families":{families},"children":{families}}},"pinned":true}}"#
            )
        };
        let mut plan = plan_of(&format!(
            r#""groups":[{},{},{}]"#,
            group("A", "2027-01-11", 4),
            group("B", "2027-01-18", 3),
            group("C", "2027-01-12", 7),
        ));
        for id in ["A", "B", "C"] {
            make(&mut plan, &Edit::PlanDates(GroupId::new(id)), None);
        }
        plan
    }

    #[test]
    fn the_group_with_room_comes_first_though_a_full_one_is_nearer_in_age() {
        let plan = plan();
        let found = merges(&plan, &plan.groups[&GroupId::new("A")], None);
        let told = found.iter().map(|merged| {
            let into = merged.into.as_str();
            (into, merged.families, merged.spread_days, merged.is_full)
        });
        let told: Vec<_> = told.collect();
        assert_eq!(told, [("B", 7, 7, false), ("C", 11, 1, true)]);
        assert_eq!(found[0].impossible, 0);
    }

    #[test]
    fn bijeenkomsten_that_fall_out_are_counted() {
        let mut plan = plan();
        let far = plan.groups.get_mut(&GroupId::new("B")).unwrap();
        let births = far.known_births.as_mut().unwrap();
        let day = crate::schedule::test_plans::day("2027-03-15");
        births.window = crate::care::BirthWindow::new(day, day);
        make(&mut plan, &Edit::PlanDates(GroupId::new("B")), None);
        let found = merges(&plan, &plan.groups[&GroupId::new("A")], None);
        let into_b = found
            .iter()
            .find(|merged| merged.into.as_str() == "B")
            .unwrap();
        assert!(into_b.impossible > 0 && into_b.spread_days == 63);
    }

    #[test]
    fn a_small_group_is_offered_to_merge() {
        let plan = plan();
        let problems = check(&plan, None);
        let small = problems.iter().find(|problem| {
            problem.code == "GRO-01" && problem.place == Place::Group(GroupId::new("A"))
        });
        let found = remedies(&plan, small.unwrap(), None);
        let merge = found.iter().find_map(|remedy| match remedy {
            Remedy::Merge { merged, .. } => Some(merged.into.as_str()),
            _ => None,
        });
        assert_eq!(merge, Some("B"));
        assert!(found.iter().all(|remedy| remedy.edit().is_some()));
    }

    #[test]
    fn a_family_that_stops_says_what_its_group_becomes() {
        use crate::plan::{EnrolmentCode, IntakeStatus};
        let mut plan = plan();
        let codes = ["F1", "F2"].map(|code| EnrolmentCode::parse(code).unwrap());
        for code in &codes {
            let text = format!(r#"{{"code":"{code}","birth":"2027-01-12","location":"noord"}}"#);
            plan.enrolments
                .insert(code.clone(), serde_json::from_str(&text).unwrap());
        }
        let group = plan.groups.get_mut(&GroupId::new("C")).unwrap();
        group.known_births.as_mut().unwrap().families = 5;
        group.members.insert(codes[0].clone());
        let found = left(&plan, &codes[0], None).unwrap();
        assert_eq!((found.families, found.is_small), (5, true));
        let fills = found
            .remedies
            .iter()
            .any(|remedy| matches!(remedy, Remedy::Place { family, .. } if *family == codes[1]));
        assert!(fills, "{:?}", found.remedies);
        assert_eq!(left(&plan, &codes[1], None), None);
        assert_ne!(plan.enrolments[&codes[0]].status, IntakeStatus::Stopped);
    }
}
