use super::*;
use crate::plan::{Edit, Refusal};
use crate::problem::check;
use crate::schedule::test_plans::{make, person, plan_of};

fn team(people: &[String], rooms: usize) -> Plan {
    let rooms: Vec<String> = (1..=rooms)
        .map(|number| {
            format!(
                r#"{{"id":"r{number}","location":"noord","label":"Zaal {number}","capacity":19}}"#
            )
        })
        .collect();
    plan_of(&format!(
        r#""rooms":[{}],"people":[{}]"#,
        rooms.join(","),
        people.join(",")
    ))
}

#[test]
fn every_pair_of_half_days_becomes_a_line_and_that_is_proven() {
    let half_days = r#""tue-am","thu-am""#;
    let people = ["A1", "B1", "C1", "D1"].map(|alias| person(alias, half_days));
    let mut plan = team(&people, 2);
    let found = team_lines(&plan, None);
    assert_eq!((found.complete, found.possible), (4, 4));
    assert!(found.is_proven());
    make(&mut plan, &Edit::ProposeLines, None);
    assert_eq!(plan.lines.len(), 4);
    assert!(check(&plan, None).is_empty(), "{:?}", check(&plan, None));
    assert_eq!(
        Edit::ProposeLines.changes(&plan, None),
        Err(Refusal::NoChange)
    );
    // One room: one line for each half-day.
    assert_eq!(team_lines(&team(&people, 1), None).complete, 2);
}

#[test]
fn people_move_to_other_half_days_so_that_all_are_used() {
    let people = [
        person("A1", r#""mon-am","tue-am""#),
        person("B1", r#""mon-am","tue-am""#),
        person("C1", r#""mon-am""#),
        person("D1", r#""tue-am""#),
    ];
    let mut plan = team(&people, 1);
    for person in plan.people.values_mut() {
        person.fte = 10;
    }
    let found = team_lines(&plan, None);
    assert_eq!((found.complete, found.possible), (2, 2));
}

#[test]
fn untrained_people_and_small_working_weeks_give_no_lines() {
    let half_days = r#""tue-am","thu-am""#;
    let people = ["A1", "B1"].map(|alias| person(alias, half_days));
    let mut plan = team(&people, 1);
    plan.people.values_mut().next().unwrap().fte = 15;
    assert_eq!(team_lines(&plan, None).complete, 1);
    plan.people.values_mut().next().unwrap().trained = false;
    assert_eq!(team_lines(&plan, None).possible, 0);
    assert_eq!(possible_with_one_more(&plan, None), 2);
}

#[test]
fn lines_made_by_hand_stay_and_keep_their_people() {
    let half_days = r#""tue-am""#;
    let people = ["A1", "B1", "C1"].map(|alias| person(alias, half_days));
    let mut plan = team(&people, 2);
    let mut line = Line {
        id: LineId::new("own"),
        location: plan.locations.keys().next().unwrap().clone(),
        half_day: "tue-am".parse().unwrap(),
        room: None,
        facilitators: plan.people.keys().take(1).cloned().collect(),
        pinned: true,
        extra: Map::new(),
    };
    make(&mut plan, &Edit::SetLine(line.clone()), None);
    let found = team_lines(&plan, None);
    assert!(found.lines.contains(&line));
    assert_eq!(
        (found.complete, found.possible),
        (1, 1),
        "B1 and C1 make one"
    );
    line.pinned = false;
    make(&mut plan, &Edit::SetLine(line), None);
    make(&mut plan, &Edit::ProposeLines, None);
    assert!(!plan.lines.contains_key(&LineId::new("own")));
}
