use super::*;
use crate::cohort::Proposal;
use crate::edit::Edit;
use crate::plan::Status;
use crate::problem::{Severity, check};
use crate::schedule::test_plans::{day, group, make, person, plan_of};

/// Three groups of nearly the same age at a location with one line.
fn crowded() -> Plan {
    plan_of(&format!(
        r#""rooms":[{{"id":"r1","location":"noord","label":"Zaal","capacity":20}}],"people":[{},{}],
        "lines":[{{"id":"L","location":"noord","half_day":"tue-am","room":"r1","facilitators":["A1","B1"]}}],
        "groups":[{},{},{}]"#,
        person("A1", r#""tue-am""#),
        person("B1", r#""tue-am""#),
        group("G1", "2027-01-04", "2027-01-14", ""),
        group("G2", "2027-01-06", "2027-01-16", ""),
        group("G3", "2027-02-08", "2027-02-18", ""),
    ))
}

fn errors(plan: &Plan, today: Option<Date>) -> Vec<&'static str> {
    check(plan, today)
        .iter()
        .filter(|problem| problem.severity >= Severity::Strong)
        .map(|problem| problem.code)
        .collect()
}

#[test]
fn groups_that_share_a_line_never_meet_on_one_day() {
    let mut plan = crowded();
    make(&mut plan, &Edit::Propose, None);
    let mut dates: Vec<Date> = Vec::new();
    for group in plan.groups.values() {
        assert_eq!(
            group.line.as_ref().map(|choice| choice.line().as_str()),
            Some("L")
        );
        dates.extend(group.sessions.values().filter_map(|session| session.date));
    }
    let all = dates.len();
    dates.sort();
    dates.dedup();
    assert_eq!(dates.len(), all);
    assert!(all >= 22, "{all} of 24 have a day");
    assert!(!errors(&plan, None).contains(&"LIJ-01"));
}

#[test]
fn the_plan_is_the_same_however_it_is_cut_in_slices() {
    let plan = crowded();
    let whole = Proposal::new(&plan, None).into_groups();
    for slice in [1, 7, 100] {
        let mut proposal = Proposal::new(&plan, None);
        let mut before = 0;
        loop {
            let progress = proposal.advance(slice);
            assert!(progress.iterations >= before);
            before = progress.iterations;
            if progress.done {
                let [objective, bound] = [&progress.objective, &progress.bound];
                assert!(bound <= objective, "{bound:?} {objective:?}");
                break;
            }
        }
        assert_eq!(proposal.into_groups(), whole);
    }
}

#[test]
fn a_second_proposal_changes_nothing() {
    let mut plan = crowded();
    make(&mut plan, &Edit::Propose, None);
    let again = Edit::Propose.changes(&plan, None);
    assert_eq!(again, Err(crate::edit::Refusal::NoChange));
}

#[test]
fn told_dates_stay_and_the_others_plan_around_them() {
    let mut plan = crowded();
    make(&mut plan, &Edit::Propose, None);
    let first = GroupId::new("G1");
    make(&mut plan, &Edit::Share(vec![first.clone()]), None);
    let before = plan.groups.get(&first).cloned();
    plan.groups
        .get_mut(&GroupId::new("G2"))
        .unwrap()
        .sessions
        .clear();
    make(&mut plan, &Edit::Propose, day("2027-01-20").into());
    assert_eq!(plan.groups.get(&first).cloned(), before);
    assert!(!errors(&plan, None).contains(&"LIJ-01"));
}

#[test]
fn nobody_is_planned_while_away_and_the_jeugdarts_comes_once_at_a_time() {
    let mut plan = plan_of(&format!(
        r#""rooms":[{{"id":"r1","location":"noord","label":"Zaal","capacity":20}},
            {{"id":"r2","location":"noord","label":"Hal","capacity":20}}],
        "people":[{},{},{},{{"id":"D1","alias":"D1","role":"youth_physician","half_days":["tue-am"],"locations":["noord"]}},
            {{"id":"E1","alias":"E1","trained":true,"half_days":["tue-am"],"locations":["noord"],
            "absences":[{{"first":"2027-02-20","last":"2027-03-14"}}]}}],
        "lines":[{{"id":"L1","location":"noord","half_day":"tue-am","room":"r1","facilitators":["A1","B1"]}},
            {{"id":"L2","location":"noord","half_day":"tue-am","room":"r2","facilitators":["C1","E1"]}}],
        "groups":[{},{}]"#,
        person("A1", r#""tue-am""#),
        person("B1", r#""tue-am""#),
        person("C1", r#""tue-am""#),
        group("G1", "2027-01-04", "2027-01-14", ""),
        group("G2", "2027-01-06", "2027-01-16", ""),
    ));
    make(&mut plan, &Edit::Propose, None);
    let codes = errors(&plan, None);
    for code in ["TEA-01", "TEA-02", "ART-01", "ART-02", "LIJ-01", "RUI-01"] {
        assert!(!codes.contains(&code), "{code} in {codes:?}");
    }
    let mut visits: Vec<Date> = Vec::new();
    for group in plan.groups.values() {
        for session in group.sessions.values() {
            assert_eq!(session.status, Status::Draft);
            if crate::schedule::needs_physician(&plan, session.number) {
                visits.extend(session.date);
            }
        }
    }
    let all = visits.len();
    visits.sort();
    visits.dedup();
    assert_eq!(
        (visits.len(), all),
        (8, 8),
        "both groups have all visits, at different times"
    );
}

#[test]
fn one_group_alone_is_proven_to_have_the_best_days() {
    let mut plan = crowded();
    plan.groups.retain(|id, _| id.as_str() == "G1");
    let mut search = SharedDates::new(plan.clone(), &plan.groups.keys().cloned().collect(), None);
    let mut progress = search.advance(50);
    while !progress.done {
        progress = search.advance(50);
    }
    assert!(progress.is_proven(), "{progress:?}");
}

/// Four groups of other weeks, which one line could hold, and a second line on the same half-day.
#[test]
fn loads_are_spread_over_the_begeleiders_where_that_costs_nothing() {
    let plan = plan_of(&format!(
        r#""rooms":[{{"id":"r1","location":"noord","label":"Zaal","capacity":20}},{{"id":"r2","location":"noord","label":"Hal","capacity":20}}],
        "people":[{},{},{},{}],
        "lines":[{{"id":"L","location":"noord","half_day":"tue-am","room":"r1","facilitators":["A1","B1"]}},
        {{"id":"M","location":"noord","half_day":"tue-am","room":"r2","facilitators":["C1","D1"]}}],
        "groups":[{},{},{},{}]"#,
        person("A1", r#""tue-am""#),
        person("B1", r#""tue-am""#),
        person("C1", r#""tue-am""#),
        person("D1", r#""tue-am""#),
        group("G1", "2027-01-04", "2027-01-10", ""),
        group("G2", "2027-01-11", "2027-01-17", ""),
        group("G3", "2027-01-18", "2027-01-24", ""),
        group("G4", "2027-02-08", "2027-02-14", ""),
    ));
    let mut proposal = Proposal::new(&plan, None);
    let progress = loop {
        let progress = proposal.advance(1_000);
        if progress.done {
            break progress;
        }
    };
    assert_eq!(progress.objective.get(2), Some(&0), "{progress:?}");
    let mut planned = plan.clone();
    for (id, group) in proposal.into_groups() {
        planned.groups.extend(group.map(|group| (id, group)));
    }
    let on = |line: &str| {
        let on_line = |group: &&Group| group.line.as_ref().unwrap().line().as_str() == line;
        planned.groups.values().filter(on_line).count()
    };
    assert_eq!((on("L"), on("M")), (2, 2));
    let location = planned.locations.keys().next().unwrap().clone();
    assert_eq!(super::imbalance(&planned, &location), 0);
    // All on one line would be one begeleider with 32 bijeenkomsten, and one with none.
    for group in planned.groups.values_mut() {
        group.line = Some(LineChoice::Planner(LineId::new("L".to_owned())));
    }
    assert_eq!(
        super::imbalance(&planned, &location),
        32 * crate::schedule::LOAD_PARTS
    );
}
