use super::*;
use crate::edit::{Edit, Refusal};
use crate::plan::EnrolmentCode;
use crate::problem::check;
use crate::schedule::test_plans::{group, make, person, plan_of};

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

/// Two locations, each with one room, whose people work at both.
fn two_locations(rest: &str) -> Plan {
    let all = r#""mon-am","tue-am","wed-am","thu-am","fri-am""#;
    let people: Vec<String> = ["A1", "B1", "C1", "D1"]
        .map(|alias| person(alias, all).replace(r#"["noord"]"#, r#"["noord","zuid"]"#))
        .to_vec();
    let mut plan = plan_of(&format!(
        r#""rooms":[{{"id":"r1","location":"noord","label":"Zaal","capacity":19}},
        {{"id":"r2","location":"zuid","label":"Zaal","capacity":19}}],"people":[{}]{rest}"#,
        people.join(","),
    ));
    let mut zuid = plan.locations.values().next().unwrap().clone();
    zuid.id = "zuid".parse().unwrap();
    zuid.name = "Zuid".to_owned();
    zuid.prefix = "ZUI".to_owned();
    plan.locations.insert(zuid.id.clone(), zuid);
    for person in plan.people.values_mut() {
        person.fte = 30;
    }
    plan
}

/// How many lines each of the two locations has.
fn shares(found: &TeamLines) -> [usize; 2] {
    ["noord", "zuid"].map(|location| {
        let lines = found.lines.iter();
        lines
            .filter(|line| line.location.as_str() == location)
            .count()
    })
}

#[test]
fn lines_are_shared_out_by_the_groups_that_locations_need() {
    let groups = |noord: usize, zuid: usize| -> String {
        let of = |location: &str, count: usize| {
            let group = |number| {
                group(
                    &format!("{location}{number}"),
                    "2027-01-04",
                    "2027-01-18",
                    "",
                )
            };
            let groups = (0..count).map(group);
            groups
                .map(|group| {
                    group.replace(
                        r#""location":"noord""#,
                        &format!(r#""location":"{location}""#),
                    )
                })
                .collect::<Vec<_>>()
        };
        let all = [of("noord", noord), of("zuid", zuid)].concat();
        format!(r#","groups":[{}]"#, all.join(","))
    };
    // Four people with three half-days each make six lines.
    let found = team_lines(&two_locations(&groups(3, 5)), None);
    assert_eq!((found.complete, found.possible), (6, 6));
    assert_eq!(shares(&found), [2, 4]);
    assert_eq!(
        shares(&team_lines(&two_locations(&groups(5, 3)), None)),
        [4, 2]
    );
    // A location with groups has its line before any other has a second.
    let mut plan = two_locations(&groups(9, 1));
    for person in plan.people.values_mut() {
        person.fte = 10;
    }
    assert_eq!(shares(&team_lines(&plan, None)), [1, 1]);
    // Without groups, and without families, they are shared out evenly.
    assert_eq!(shares(&team_lines(&two_locations(""), None)), [3, 3]);
    assert_eq!(
        shares(&team_lines(&two_locations(&groups(1, 0)), None)),
        [5, 1]
    );
}

#[test]
fn waiting_families_count_for_the_groups_that_they_would_make() {
    let mut plan = two_locations("");
    for number in 0..24 {
        let code = EnrolmentCode::parse(&format!("F{number}")).unwrap();
        let family = crate::plan::Enrolment {
            code: code.clone(),
            birth: crate::schedule::test_plans::day("2027-01-04"),
            provisional: false,
            children: 1,
            location: "zuid".parse().unwrap(),
            half_days: Default::default(),
            language: Default::default(),
            status: Default::default(),
            route: None,
            extra: Map::new(),
        };
        plan.enrolments.insert(code, family);
    }
    assert_eq!(shares(&team_lines(&plan, None)), [1, 5]);
}

#[test]
fn lines_are_where_a_jeugdarts_can_come() {
    let mut plan = two_locations("");
    let physician = |half_days: &str, location: &str| {
        let text = person("J1", half_days).replace(r#"["noord"]"#, &format!(r#"["{location}"]"#));
        let mut physician: Person = serde_json::from_str(&text).unwrap();
        physician.role = Role::YouthPhysician;
        physician
    };
    let j1 = physician(r#""mon-am","tue-am","fri-am""#, "noord");
    plan.people.insert(j1.id.clone(), j1);
    let found = team_lines(&plan, None);
    let noord = found
        .lines
        .iter()
        .filter(|line| line.location.as_str() == "noord");
    for line in noord {
        assert!(
            !lacks_physician(&plan, &line.location, line.half_day),
            "{}",
            line.id
        );
    }
    assert_eq!(shares(&found), [3, 3], "at Zuid there is nothing to go by");
    // Where she works on afternoons only, and the team in the mornings, no line can be.
    let j1 = physician(r#""mon-pm""#, "noord");
    plan.people.insert(j1.id.clone(), j1);
    let found = team_lines(&plan, None);
    assert_eq!(shares(&found), [0, 5]);
    assert_eq!(found.without, [("noord".parse().unwrap(), Lack::Pair)]);
    for room in plan.rooms.values_mut() {
        room.half_days = "tue-am"
            .parse()
            .map(|half_day| [half_day].into_iter().collect())
            .unwrap();
    }
    let found = team_lines(&plan, None);
    assert_eq!(shares(&found), [0, 1]);
    assert_eq!(found.without, [("noord".parse().unwrap(), Lack::Physician)]);
}

#[test]
fn without_rooms_the_proposal_says_so() {
    let half_days = r#""tue-am""#;
    let people = ["A1", "B1"].map(|alias| person(alias, half_days));
    let noord = || "noord".parse().unwrap();
    let found = team_lines(&team(&people, 0), None);
    assert_eq!(found.without, [(noord(), Lack::Room)]);
    assert_eq!(team_lines(&team(&people, 1), None).without, []);
    let found = team_lines(&team(&people[..1], 1), None);
    assert_eq!(found.without, [(noord(), Lack::Pair)]);
}

#[test]
fn a_room_has_a_line_only_when_it_is_the_organisations() {
    let half_days = r#""mon-am","tue-am","thu-am""#;
    let people = ["A1", "B1"].map(|alias| person(alias, half_days));
    let mut plan = team(&people, 1);
    let room = plan.rooms.values_mut().next().unwrap();
    room.half_days = ["tue-am".parse().unwrap()].into_iter().collect();
    let found = team_lines(&plan, None);
    assert_eq!((found.complete, found.possible), (1, 1));
    assert_eq!(found.lines[0].half_day.to_string(), "tue-am");
}

#[test]
fn no_line_starts_in_a_room_before_another_is_over() {
    let half_days = r#""thu-am","thu-pm""#;
    let people = ["A1", "B1", "C1", "D1"].map(|alias| person(alias, half_days));
    let mut plan = team(&people, 1);
    let mut starts = |time: &str| {
        let noord = plan.locations.values_mut().next().unwrap();
        let morning = "thu-am".parse().unwrap();
        noord.start_times.insert(morning, time.parse().unwrap());
        team_lines(&plan, None).lines.len()
    };
    // 11.30 and two hours is 13.30: the times touch.
    assert_eq!(starts("11:30"), 2);
    assert_eq!(starts("12:00"), 1);
}
