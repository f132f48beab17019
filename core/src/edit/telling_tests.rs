use super::*;
use crate::calendar::ClockTime;
use crate::care::SessionNumber as Number;
use crate::layers::untold_of;
use crate::plan::{Session, Standing};
use crate::schedule::test_plans::{day, make, scenario_9};

const TODAY: &str = "2027-03-01";

/// The fourth bijeenkomst of the group on Tuesday morning, led by A1 and B1, which its parents know.
fn fourth(plan: &Plan) -> &Session {
    &plan.groups[&GroupId::new("G1")].sessions[&Number::new(4).unwrap()]
}

fn after(plan: &mut Plan, edit: Edit) -> &Session {
    make(plan, &edit, Some(day(TODAY)));
    fourth(plan)
}

fn move_to(date: Date) -> Edit {
    Edit::Move {
        group: GroupId::new("G1"),
        session: Number::new(4).unwrap(),
        date,
    }
}

fn set(status: Status) -> Edit {
    Edit::SetStatus {
        group: GroupId::new("G1"),
        session: Number::new(4).unwrap(),
        status,
    }
}

fn names(people: &BTreeMap<PersonId, Option<Date>>) -> Vec<&str> {
    people.keys().map(PersonId::as_str).collect()
}

#[test]
fn the_day_that_parents_know_stays_until_it_is_told_or_back() {
    let mut plan = scenario_9();
    let known = fourth(&plan).date.unwrap();
    let moved = after(&mut plan, move_to(known.plus_days(7)));
    assert_eq!(
        (moved.told, moved.told_start),
        (Some(known), ClockTime::new(9, 30))
    );
    assert_eq!(moved.standing(None), Standing::Changed);
    assert_eq!(names(&moved.untold), ["A1", "B1"]);
    // The oldest day stays: that is the one they know.
    assert_eq!(
        after(&mut plan, move_to(known.plus_days(14))).told,
        Some(known)
    );
    let back = after(&mut plan, move_to(known)).clone();
    assert_eq!(
        (back.told, back.told_start, back.untold.len()),
        (None, None, 0)
    );

    make(&mut plan, &move_to(known.plus_days(7)), Some(day(TODAY)));
    let group = plan.groups[&GroupId::new("G1")].clone();
    let untold = untold_of(&group, Some(day(TODAY))).unwrap();
    let [session] = untold.sessions.as_slice() else {
        panic!("{untold:?}")
    };
    assert_eq!(
        (session.told, session.now),
        (known, Some(known.plus_days(7)))
    );
    assert_eq!(untold.people.len(), 2);
    let told = after(&mut plan, Edit::Tell(Audience::Parents(GroupId::new("G1"))));
    assert_eq!(told.standing(None), Standing::Shared);
    assert_eq!(names(&told.untold), ["A1", "B1"]);
    // What parents were told says nothing of what the team knows.
    let group = plan.groups[&GroupId::new("G1")].clone();
    let untold = untold_of(&group, Some(day(TODAY))).unwrap();
    let days = untold.people.values().flatten().map(|one| one.told);
    assert_eq!(days.collect::<Vec<_>>(), [known, known]);
    let a1 = PersonId::parse("A1").unwrap();
    let told = after(&mut plan, Edit::Tell(Audience::Person(a1.clone())));
    assert_eq!(names(&told.untold), ["B1"]);
    let again = Edit::Tell(Audience::Person(a1)).changes(&plan, None);
    assert_eq!(again, Err(Refusal::NoChange));
}

#[test]
fn another_time_is_told_also_when_it_comes_by_the_line_or_the_location() {
    let mut plan = scenario_9();
    let known = fourth(&plan).date.unwrap();
    let mut line = plan
        .lines
        .values()
        .find(|line| line.half_day.to_string() == "tue-am")
        .unwrap()
        .clone();
    let usual = line.clone();
    line.half_day = "tue-pm".parse().unwrap();
    let late = after(&mut plan, Edit::SetLine(line));
    assert_eq!(
        (late.date, late.told, late.told_start),
        (Some(known), Some(known), ClockTime::new(9, 30))
    );
    // On its old day it is still at another time, so it is not as it was told.
    make(&mut plan, &move_to(known.plus_days(7)), Some(day(TODAY)));
    assert_eq!(after(&mut plan, move_to(known)).told, Some(known));
    assert_eq!(after(&mut plan, Edit::SetLine(usual)).told, None);

    let mut location = plan.locations.values().next().unwrap().clone();
    location
        .start_times
        .insert("tue-am".parse().unwrap(), ClockTime::new(8, 45).unwrap());
    assert_eq!(
        after(&mut plan, Edit::SetLocation(location)).told,
        Some(known)
    );
    // What is over needs no word.
    let first = &plan.groups[&GroupId::new("G1")].sessions[&Number::new(1).unwrap()];
    assert!(first.is_past(Some(day(TODAY))) && first.told.is_none());
}

#[test]
fn what_lapses_is_told_and_what_is_over_is_not() {
    let mut plan = scenario_9();
    let known = fourth(&plan).date.unwrap();
    let lapsed = after(&mut plan, set(Status::Cancelled));
    assert_eq!(lapsed.standing(None), Standing::CancelledUntold);
    assert_eq!(names(&lapsed.untold), ["A1", "B1"]);
    let from = day(TODAY);
    make(
        &mut plan,
        &Edit::StopGroup {
            group: GroupId::new("G1"),
            from,
        },
        Some(from),
    );
    // Parents who were never told that it lapses know it as soon as the group goes on.
    let on = after(&mut plan, Edit::ResumeGroup(GroupId::new("G1")));
    assert_eq!(
        (on.standing(None), on.date),
        (Standing::Shared, Some(known))
    );

    let late = Some(known.plus_days(1));
    make(&mut plan, &set(Status::Cancelled), late);
    assert_eq!(fourth(&plan).standing(late), Standing::Cancelled);
    make(&mut plan, &set(Status::Held), late);
    assert_eq!(fourth(&plan).standing(late), Standing::Held);
}

#[test]
fn who_stands_in_and_who_is_stood_in_for_are_told_and_the_parents_are_not() {
    let mut plan = scenario_9();
    let [absent, substitute] = ["A1", "C1"].map(|id| PersonId::parse(id).unwrap());
    let changed = after(
        &mut plan,
        Edit::Substitute {
            group: GroupId::new("G1"),
            session: Number::new(4).unwrap(),
            absent,
            substitute,
        },
    );
    assert_eq!(names(&changed.untold), ["A1", "C1"]);
    assert_eq!(changed.standing(None), Standing::Shared);
    let c1 = PersonId::parse("C1").unwrap();
    let gone = after(&mut plan, Edit::RemovePerson(c1));
    assert!(!names(&gone.untold).contains(&"C1"));
}

#[test]
fn one_that_lapses_is_put_back_and_parents_have_nothing_to_hear() {
    let mut plan = scenario_9();
    let known = fourth(&plan).date;
    let lapsed = after(&mut plan, set(Status::Cancelled));
    assert_eq!(lapsed.standing(None), Standing::CancelledUntold);
    assert_eq!(lapsed.promised(), known);
    let back = after(&mut plan, set(Status::Shared));
    assert_eq!((back.standing(None), back.date), (Standing::Shared, known));
}

#[test]
fn a_list_of_people_without_the_days_they_know_is_read() {
    let read = |untold: &str| {
        let text = format!(r#"{{"number": "B4", "date": null, "untold": {untold}}}"#);
        serde_json::from_str::<Session>(&text)
    };
    let days = |untold: &str| {
        read(untold)
            .unwrap()
            .untold
            .into_values()
            .collect::<Vec<_>>()
    };
    assert_eq!(days(r#"["A1", "B1"]"#), [None, None]);
    assert_eq!(
        days(r#"{"A1": "2027-03-22", "B1": null}"#),
        [Some(day("2027-03-22")), None]
    );
    let fault = read("7").unwrap_err().to_string();
    assert!(
        fault.contains("people with the day that they know"),
        "{fault}"
    );
}
