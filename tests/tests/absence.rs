//! Scenario 9 of `docs/domain.md#8.2` without its figures of borging: one of three begeleiders is
//! away for 16 weeks, four groups run. The dates are written by hand: four of each group in those weeks.

use centering_core::calendar::DateRange;
use centering_core::care::SessionNumber;
use centering_core::edit::Edit;
use centering_core::plan::{GroupId, PersonId, Plan};
use centering_core::problem::{Finding, Place, TeamFinding, check};
use centering_core::remedy::{Remedy, remedies};
use centering_core::replan::{Event, Kept, StandIn, replan};
use centering_core::schedule::substitutes;
use centering_tests::document::Document;
use centering_tests::planning::{date, json, make};
use centering_tests::team::team_faults;
use serde_json::{Value, json};

const ALL: [&str; 4] = ["G1", "G2", "G3", "G4"];

/// G1 di-ochtend A+B, G2 do-ochtend A+B, G3 do-middag A+C, G4 di-middag B+C; A and B work di and do, C not on
/// do-ochtend. The first four bijeenkomsten of each group lie in the 16 weeks from 15-2-2027.
fn plan() -> Plan {
    let person = |alias: &str, half_days: &[&str]| json!({"id": alias, "alias": alias, "trained": true, "half_days": half_days, "locations": ["noord"]});
    let line = |half_day: &str, pair: [&str; 2]| {
        json!({"id": half_day, "location": "noord", "half_day": half_day, "room": "zaal",
               "facilitators": pair, "pinned": true})
    };
    let group = |id: &str, half_day: &str, dates: [&str; 4]| {
        let sessions: Vec<Value> = dates
            .iter()
            .enumerate()
            .map(|(at, day)| json!({"number": format!("B{}", at + 1), "date": day, "status": "shared"}))
            .collect();
        json!({"id": id, "location": "noord", "half_day": {"user": half_day}, "line": {"user": half_day},
               "known_births": {"oldest": "2027-01-11", "youngest": "2027-01-14", "families": 8, "children": 8},
               "sessions": sessions})
    };
    let all = ["tue-am", "tue-pm", "thu-am", "thu-pm"];
    let tuesdays = ["2027-02-23", "2027-03-16", "2027-04-20", "2027-06-01"];
    let thursdays = ["2027-02-25", "2027-03-18", "2027-04-22", "2027-06-03"];
    let document = json!({
        "format": "centering-plan",
        "version": "1.1",
        "locations": [{"id": "noord", "name": "Noord", "prefix": "NRD"}],
        "rooms": [{"id": "zaal", "location": "noord", "label": "Zaal", "capacity": 19}],
        "people": [person("A1", &all), person("B1", &all), person("C1", &["tue-am", "tue-pm", "thu-pm"])],
        "lines": [line("tue-am", ["A1", "B1"]), line("thu-am", ["A1", "B1"]),
                  line("thu-pm", ["A1", "C1"]), line("tue-pm", ["B1", "C1"])],
        "groups": [group("G1", "tue-am", tuesdays), group("G2", "thu-am", thursdays),
                   group("G3", "thu-pm", thursdays), group("G4", "tue-pm", tuesdays)],
    });
    Plan::from_json(&document.to_string()).expect("a plan")
}

fn person(alias: &str) -> PersonId {
    PersonId::parse(alias).expect("an alias")
}

fn away(alias: &str) -> Event {
    Event::PersonAbsent {
        person: person(alias),
        days: DateRange {
            first: date("2027-02-15"),
            last: date("2027-06-06"),
        },
    }
}

/// Of how many of its four bijeenkomsten each group can keep the date when this person is away, and by whom.
fn kept_by(alias: &str) -> Vec<(&'static str, usize, Vec<String>)> {
    let mut plan = plan();
    make(&mut plan, &Edit::Happened(Box::new(away(alias))), None);
    ALL.into_iter()
        .map(|id| {
            let group = &plan.groups[&GroupId::new(id)];
            let mut by: Vec<String> = Vec::new();
            let mut kept = 0;
            for (number, session) in &group.sessions {
                let line = &plan.lines[group.line.as_ref().expect("a line").line()];
                assert!(session.date.is_some());
                if !line.facilitators.contains(&person(alias)) {
                    kept += 1;
                    continue;
                }
                let found = substitutes(&plan, group, *number, &person(alias));
                kept += usize::from(!found.is_empty());
                by.extend(found.iter().map(ToString::to_string));
            }
            by.sort();
            by.dedup();
            (id, kept, by)
        })
        .collect()
}

#[test]
fn without_a_the_second_group_has_nobody_and_the_others_have_a_substitute() {
    let by = |who: &[&str]| who.iter().map(|who| (*who).to_owned()).collect::<Vec<_>>();
    assert_eq!(
        kept_by("A1"),
        [
            ("G1", 4, by(&["C1"])),
            ("G2", 0, by(&[])),
            ("G3", 4, by(&["B1"])),
            ("G4", 4, by(&[])),
        ]
    );
}

#[test]
fn of_the_sixteen_bijeenkomsten_twelve_keep_their_pair_without_a_or_b_and_all_without_c() {
    let kept = |alias| {
        kept_by(alias)
            .iter()
            .map(|(_, kept, _)| kept)
            .sum::<usize>()
    };
    assert_eq!([kept("A1"), kept("B1"), kept("C1")], [12, 12, 16]);
}

#[test]
fn the_problems_of_the_absence_name_the_substitute() {
    let mut plan = plan();
    make(&mut plan, &Edit::Happened(Box::new(away("A1"))), None);
    let absent = Finding::Team(TeamFinding::Absent {
        person: person("A1"),
    });
    let problems: Vec<_> = check(&plan, None)
        .into_iter()
        .filter(|problem| problem.finding == absent)
        .collect();
    assert_eq!(problems.len(), 12, "four each of G1, G2 and G3");
    for problem in problems {
        let Place::Session(group, number) = &problem.place else {
            panic!("{:?} is no bijeenkomst", problem.place);
        };
        let found = remedies(&plan, &problem, None);
        let first = found.iter().find_map(|remedy| match remedy {
            Remedy::Substitute { substitute, .. } => Some(substitute.to_string()),
            _ => None,
        });
        let expected = match group.as_str() {
            "G1" => Some("C1".to_owned()),
            "G3" => Some("B1".to_owned()),
            _ => None,
        };
        assert_eq!(first, expected, "{group} {number}");
    }
}

#[test]
fn re_planning_brings_every_bijeenkomst_that_can_be_kept_to_two_begeleiders() {
    let mut plan = plan();
    let today = Some(date("2027-02-14"));
    let event = away("A1");
    let found = replan(&plan, &event, today);
    // Within 14 days a substitute comes first, so the date that parents know stays.
    let near: Vec<_> = found
        .changes
        .iter()
        .take_while(|change| change.within_notice)
        .collect();
    let of = |id: &str| {
        let one = near.iter().find(|change| change.group.as_str() == id);
        one.map(|change| (change.session, change.kept.clone()))
    };
    let first = SessionNumber::new(1).expect("a number");
    let by = |who: &str| {
        Kept::Substitutes(vec![StandIn {
            absent: person("A1"),
            substitute: person(who),
        }])
    };
    assert_eq!(of("G1"), Some((first, by("C1"))));
    assert_eq!(of("G3"), Some((first, by("B1"))));
    assert!(
        found
            .changes
            .iter()
            .all(|change| change.group.as_str() != "G4")
    );
    make(&mut plan, &Edit::Happened(Box::new(event)), today);
    make(&mut plan, &Edit::Replan(found.changes), today);
    assert_eq!(team_faults(&Document::read(&json(&plan)), None), []);
    let is_left = |problem: &centering_core::problem::Problem| problem.code == "TEA-02";
    assert!(!check(&plan, today).iter().any(is_left));
}
