use super::*;
use crate::calendar::DateRange;
use crate::edit::Edit;
use crate::plan::{Closure, EnrolmentCode, IntakeStatus};
use crate::schedule::test_plans::{day, make, plan_of, scenario_9};

fn person(alias: &str) -> PersonId {
    PersonId::parse(alias).unwrap()
}

fn away(alias: &str, first: &str, last: &str) -> Event {
    Event::PersonAbsent {
        person: person(alias),
        days: DateRange {
            first: day(first),
            last: day(last),
        },
    }
}

/// The day of the first bijeenkomst of G1.
fn first_day_of_g1(plan: &Plan) -> Date {
    let group = plan.groups.get(&GroupId::new("G1"));
    let first = group.and_then(|group| group.sessions.values().next()?.date);
    first.unwrap()
}

/// Scenario 9 of `docs/domain.md#8.2` without its figures of borging: A is away for 16 weeks.
#[test]
fn substitutes_keep_the_dates_of_groups_that_have_one() {
    let plan = scenario_9();
    let today = Some(day("2027-02-20"));
    let event = away("A1", "2027-02-21", "2027-06-12");
    let found = replan(&plan, &event, today);
    let of_group = |id: &str| -> Vec<&SessionChange> {
        let id = GroupId::new(id);
        found
            .changes
            .iter()
            .filter(|change| change.group == id)
            .collect()
    };
    for (id, substitute) in [("G1", "C1"), ("G3", "B1")] {
        let changes = of_group(id);
        assert!(!changes.is_empty());
        for change in changes {
            // Another day of the line would lie in the absence too, unless the window reaches past it.
            if let Kept::Substitutes(found) = &change.kept {
                let expected = StandIn {
                    absent: person("A1"),
                    substitute: person(substitute),
                };
                assert_eq!(*found, [expected], "{id}");
            }
            assert_ne!(change.kept, Kept::Lapses, "{id}");
        }
        assert!(
            of_group(id)
                .iter()
                .any(|change| matches!(change.kept, Kept::Substitutes(_)))
        );
    }
    // Nobody can stand in on Thursday morning.
    assert!(
        of_group("G2")
            .iter()
            .all(|change| !matches!(change.kept, Kept::Substitutes(_)))
    );
    assert!(
        of_group("G4")
            .iter()
            .all(|change| change.kept != Kept::Lapses)
    );
    assert!((found.lost, found.fewest) <= (found.lapses(), found.shared()));
}

#[test]
fn accepting_all_changes_leaves_nobody_who_is_away() {
    let mut plan = scenario_9();
    let today = Some(day("2027-02-20"));
    let event = away("A1", "2027-02-21", "2027-06-12");
    let found = replan(&plan, &event, today);
    make(&mut plan, &Edit::Happened(Box::new(event)), today);
    make(&mut plan, &Edit::Replan(found.changes), today);
    let codes: Vec<&str> = crate::problem::check(&plan, today)
        .iter()
        .map(|problem| problem.code)
        .collect();
    for code in [
        "TEA-01", "TEA-02", "LIJ-01", "RUI-01", "INT-01", "INT-02", "VEN-02", "VAC-01",
    ] {
        assert!(!codes.contains(&code), "{code} in {codes:?}");
    }
}

#[test]
fn changes_within_the_notice_period_come_first_and_get_a_substitute_first() {
    let plan = scenario_9();
    let first = first_day_of_g1(&plan);
    let today = Some(first.plus_days(-3));
    let event = Event::PersonAbsent {
        person: person("B1"),
        days: DateRange {
            first: first.plus_days(-3),
            last: first.plus_days(40),
        },
    };
    let found = replan(&plan, &event, today);
    let change = found.changes.first().unwrap();
    assert!(change.within_notice && change.group.as_str() == "G1");
    assert!(matches!(change.kept, Kept::Substitutes(_)), "{change:?}");
    let order: Vec<bool> = found
        .changes
        .iter()
        .map(|change| change.within_notice)
        .collect();
    assert!(order.is_sorted_by_key(|within| !within));
}

/// Both of the pair of G1 are away on one Tuesday morning; two others are free then.
#[test]
fn a_whole_pair_gets_two_substitutes_within_the_notice_period() {
    let mut plan = scenario_9();
    let first = first_day_of_g1(&plan);
    let today = Some(first.plus_days(-3));
    let day = first.to_string();
    let both = |plan: &mut Plan| {
        make(
            plan,
            &Edit::Happened(Box::new(away("A1", &day, &day))),
            today,
        );
        replan(plan, &away("B1", &day, &day), today)
    };
    // Only C is left: one substitute does not make a pair.
    let alone = both(&mut plan.clone());
    assert!(
        !alone
            .changes
            .iter()
            .any(|change| change.group.as_str() == "G1"
                && matches!(change.kept, Kept::Substitutes(_)))
    );

    let other =
        r#"{"id":"D1","alias":"D1","trained":true,"half_days":["tue-am"],"locations":["noord"]}"#;
    let other: crate::plan::Person = serde_json::from_str(other).unwrap();
    plan.people.insert(other.id.clone(), other);
    let found = both(&mut plan);
    let change = found
        .changes
        .iter()
        .find(|change| change.group.as_str() == "G1")
        .unwrap();
    let stand_in = |absent: &str, substitute: &str| StandIn {
        absent: person(absent),
        substitute: person(substitute),
    };
    let expected = vec![stand_in("A1", "C1"), stand_in("B1", "D1")];
    assert_eq!(change.kept, Kept::Substitutes(expected));
    plan.apply_all(found.facts.clone());
    plan.apply_all(accept(&plan, &found.changes));
    let codes: Vec<&str> = crate::problem::check(&plan, today)
        .iter()
        .map(|problem| problem.code)
        .collect();
    assert!(
        !codes.contains(&"TEA-01") && !codes.contains(&"TEA-02"),
        "{codes:?}"
    );
}

#[test]
fn a_family_that_leaves_stays_in_the_list_as_stopped() {
    let code = EnrolmentCode::parse("Z1").unwrap();
    let mut plan = plan_of(
        r#""enrolments":[{"code":"Z1","birth":"2027-01-04","location":"noord"},{"code":"Z2","birth":"2027-01-05","location":"noord"}],
        "groups":[{"id":"G1","location":"noord","members":["Z1","Z2"]}]"#,
    );
    make(
        &mut plan,
        &Edit::Happened(Box::new(Event::Left(code.clone()))),
        None,
    );
    let family = plan.enrolments.get(&code).unwrap();
    assert_eq!(family.status, IntakeStatus::Stopped);
    assert!(plan.group_of(&code).is_none());
    assert_eq!(plan.groups.len(), 1);
}

#[test]
fn what_was_not_hit_is_not_changed() {
    let plan = scenario_9();
    let today = Some(day("2027-02-20"));
    let nothing = replan(&plan, &away("A1", "2030-01-01", "2030-02-01"), today);
    assert!(nothing.changes.is_empty() && nothing.is_proven());
    let date = plan
        .groups
        .get(&GroupId::new("G2"))
        .and_then(|group| group.sessions.values().nth(4)?.date)
        .unwrap();
    let closed = Event::Closed(Closure {
        days: DateRange {
            first: date,
            last: date,
        },
        label: "studiedag".to_owned(),
        extra: serde_json::Map::new(),
    });
    let found = replan(&plan, &closed, today);
    assert!(
        found.changes.len() <= 2,
        "G2 and G3 meet that day: {:?}",
        found.changes
    );
    assert!(found.is_proven());
    assert!(
        found
            .changes
            .iter()
            .all(|change| change.from == date && change.shared)
    );
}

#[test]
fn a_group_that_stops_is_cancelled_and_frees_its_line() {
    let mut plan = scenario_9();
    let today = Some(day("2027-04-01"));
    let event = Event::Stopped(GroupId::new("G1"));
    let found = replan(&plan, &event, today);
    assert!(found.changes.is_empty());
    make(&mut plan, &Edit::Happened(Box::new(event)), today);
    let group = plan.groups.get(&GroupId::new("G1")).unwrap();
    for session in group.sessions.values() {
        let is_over = session.date.is_some_and(|date| date < day("2027-04-01"));
        assert_eq!(session.status == Status::Cancelled, !is_over);
    }
}

#[test]
fn unknown_people_rooms_and_families_change_nothing() {
    let plan = scenario_9();
    let days = DateRange {
        first: day("2027-06-02"),
        last: day("2027-06-01"),
    };
    for event in [
        away("Z9", "2027-01-01", "2027-12-31"),
        Event::PersonAbsent {
            person: person("A1"),
            days,
        },
        Event::RoomLost {
            room: crate::plan::RoomId::new("nergens"),
            days,
        },
        Event::Left(EnrolmentCode::parse("Z9").unwrap()),
        Event::Stopped(GroupId::new("Z")),
        Event::Enrolled(Vec::new()),
    ] {
        let found = replan(&plan, &event, None);
        assert!(found.facts.is_empty() && found.changes.is_empty());
    }
}

#[test]
fn a_room_that_is_lost_moves_to_days_after_it() {
    let plan = scenario_9();
    let date = plan
        .groups
        .get(&GroupId::new("G4"))
        .and_then(|group| group.sessions.values().nth(5)?.date)
        .unwrap();
    let event = Event::RoomLost {
        room: crate::plan::RoomId::new("r1"),
        days: DateRange {
            first: date,
            last: date,
        },
    };
    let found = replan(&plan, &event, Some(day("2027-02-01")));
    assert!(!found.changes.is_empty());
    for change in &found.changes {
        assert!(matches!(
            change.kept,
            Kept::OtherDate(_) | Kept::Wider(_) | Kept::OtherLine { .. }
        ));
    }
}

/// A room is lost while another one is free: nothing changes for the families.
#[test]
fn a_free_room_takes_over_before_any_date_moves() {
    let mut plan = scenario_9();
    let mut other = plan.rooms.values().next().unwrap().clone();
    let lost = other.id.clone();
    other.id = RoomId::new("spare");
    other.label = "Spare".to_owned();
    make(&mut plan, &Edit::SetRoom(other), None);
    let event = Event::RoomLost {
        room: lost,
        days: DateRange {
            first: day("2027-02-21"),
            last: day("2027-06-12"),
        },
    };
    let found = replan(&plan, &event, Some(day("2027-02-20")));
    assert!(!found.changes.is_empty());
    for change in &found.changes {
        assert_eq!(change.kept, Kept::OtherRoom(RoomId::new("spare")));
    }
    assert!(found.is_proven());
    plan.apply_all(found.facts.clone());
    let accepted = accept(&plan, &found.changes);
    plan.apply_all(accepted);
    let problems = crate::problem::check(&plan, Some(day("2027-02-20")));
    assert!(
        problems
            .iter()
            .all(|problem| !problem.code.starts_with("RUI"))
    );
}

/// The days of the preferred window before the summer holiday are closed, and that holiday is used only when there is
/// hardly another day: one before the window is.
#[test]
fn a_day_that_parents_know_goes_into_no_holiday_while_another_is_free() {
    use crate::calendar::SchoolHolidayKind;
    use crate::schedule::Days;
    let mut plan = plan_of(
        r#""groups":[{"id":"G1","location":"noord","half_day":{"user":"fri-am"},"pinned":true,"known_births":{"oldest":"2026-10-20","youngest":"2026-10-20","families":8,"children":8}}]"#,
    );
    let (group, sixth) = (GroupId::new("G1"), SessionNumber::new(6).unwrap());
    make(&mut plan, &Edit::PlanDates(group.clone()), None);
    make(&mut plan, &Edit::Share(vec![group.clone()]), None);
    let known = &plan.groups[&group];
    let window = session_windows(&plan, known).into_iter();
    let window = window.into_iter().find(|one| one.number == sixth).unwrap();
    assert_eq!(known.sessions[&sixth].date, Some(day("2027-07-16")));
    let closure = Closure {
        days: DateRange {
            first: window.preferred.first,
            last: day("2027-07-16"),
        },
        label: "dicht".to_owned(),
        extra: Default::default(),
    };
    let found = replan(&plan, &Event::Closed(closure), Some(day("2027-05-20")));
    let [change] = found.changes.as_slice() else {
        panic!("{:?}", found.changes)
    };
    let Kept::Wider(to) = change.kept else {
        panic!("{change:?}")
    };
    let days = Days::of(&plan, &known.location);
    let summer = Some(SchoolHolidayKind::Summer);
    assert_eq!(days.school_holiday(to), None);
    assert_eq!(days.school_holiday(day("2027-07-23")), summer);
    assert!(window.preferred.contains(day("2027-07-23")));
}
