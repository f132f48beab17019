//! Every file ever saved can be read for ever: one document per version of the format, which is never
//! changed again, and the example that the README names.

use centering_core::calendar::{Observance, Region};
use centering_core::plan::{GroupId, HalfDayChoice, Plan, ReadError, Status, Treatment, Version};
use centering_tests::planning::{date, json};
use serde_json::Value;

const VERSION_1_0: &str = include_str!("../data/plan-1.0.json");
const VERSION_1_1: &str = include_str!("../data/plan-1.1.json");
const VERSION_1_2: &str = include_str!("../data/plan-1.2.json");
const EXAMPLE: &str = include_str!("../data/voorbeeldplan.json");

#[test]
fn a_plan_of_version_1_0_keeps_all_it_holds() {
    let plan = Plan::from_json(VERSION_1_0).expect("version 1.0 can be read");
    let document: Value = serde_json::from_str(VERSION_1_0).expect("it is JSON");
    assert_eq!(
        json(&plan),
        document,
        "nothing is lost or added when it is written again"
    );
    assert!(plan.extra.is_empty(), "every field is known");
}

#[test]
fn a_plan_of_version_1_1_keeps_all_it_holds() {
    let plan = Plan::from_json(VERSION_1_1).expect("version 1.1 can be read");
    let document: Value = serde_json::from_str(VERSION_1_1).expect("it is JSON");
    assert_eq!(
        json(&plan),
        document,
        "nothing is lost or added when it is written again"
    );
    assert!(plan.extra.is_empty(), "every field is known");
    assert_eq!(
        (plan.rooms.len(), plan.people.len(), plan.lines.len()),
        (2, 4, 2)
    );
}

#[test]
fn a_plan_of_version_1_2_keeps_all_it_holds() {
    let plan = Plan::from_json(VERSION_1_2).expect("version 1.2 can be read");
    let document: Value = serde_json::from_str(VERSION_1_2).expect("it is JSON");
    assert_eq!(json(&plan), document, "nothing is lost or added");
    assert!(plan.extra.is_empty(), "every field is known");
    let half_days = plan
        .rooms
        .values()
        .map(|room| room.half_days.iter().count());
    assert_eq!(half_days.collect::<Vec<_>>(), [2, 0]);
    assert_eq!(plan.settings.invitation_days, 14);
}

/// Fields of a newer minor version stay with every record of a team.
#[test]
fn unknown_fields_of_rooms_people_and_lines_are_kept() {
    let mut document: Value = serde_json::from_str(VERSION_1_1).expect("it is JSON");
    for place in [
        "/rooms/0",
        "/people/1",
        "/people/1/absences/0",
        "/lines/0",
        "/groups/0",
        "/groups/0/sessions/1",
        "/recruitment/0",
    ] {
        let record = document.pointer_mut(place).expect("the record is there");
        record["later"] = serde_json::json!({"deep": [1, 2]});
    }
    let plan = Plan::from_json(&document.to_string()).expect("it can be read");
    assert_eq!(json(&plan), document);
}

#[test]
fn a_plan_of_version_1_0_means_the_same_as_then() {
    let plan = Plan::from_json(VERSION_1_0).expect("version 1.0 can be read");
    assert_eq!(plan.version, Version { major: 1, minor: 0 });
    assert_eq!((plan.today, plan.example), (Some(date("2027-03-01")), true));
    let settings = &plan.settings;
    assert_eq!((settings.group_size.min, settings.group_size.max), (5, 9));
    assert_eq!(
        (settings.max_spread_days, settings.region),
        (18, Region::North)
    );
    assert_eq!(settings.holidays.good_friday, Observance::Always);
    assert_eq!(settings.may, Treatment::AvoidStrongly);
    assert_eq!(settings.closures[0].days.last, date("2027-10-05"));
    assert_eq!(plan.template().sessions.len(), 4);

    let group = &plan.groups[&GroupId::new("NRD-2027-01-1")];
    assert!(group.pinned && matches!(group.half_day, Some(HalfDayChoice::Planner(_))));
    let statuses: Vec<Status> = group
        .sessions
        .values()
        .map(|session| session.status)
        .collect();
    assert_eq!(
        statuses,
        [
            Status::Held,
            Status::Shared,
            Status::Draft,
            Status::Cancelled
        ]
    );
    assert_eq!((plan.families(group), plan.children(group)), (2, 3));

    let known = &plan.groups[&GroupId::new("WET-2026-11-1")];
    assert_eq!((plan.families(known), plan.children(known)), (7, 8));
    let births = plan.births(known).expect("a birth window");
    assert_eq!(births.spread_days(), 18);
}

/// What may be left out takes the value that it had in version 1.0.
#[test]
fn the_shortest_plan_of_version_1_0_has_the_defaults_of_then() {
    let plan = Plan::from_json(r#"{"format":"centering-plan","version":"1.0"}"#).expect("a plan");
    let expected = r#"{"group_size":{"min":6,"target":8,"max":8},"max_spread_days":21,"region":"middle","holidays":{"good_friday":"never","liberation_day":"every_fifth_year"},"autumn":"avoid","christmas":"avoid_strongly","spring":"avoid","may":"avoid","summer":"avoid_strongly","closures":[]}"#;
    assert_eq!(
        serde_json::to_string(&plan.settings).expect("settings are JSON"),
        expected
    );
    assert_eq!(plan, Plan::empty());
}

#[test]
fn the_example_stands_as_core_writes_it() {
    let plan = Plan::from_json(EXAMPLE).expect("the example can be read");
    assert_eq!(plan.to_json_pretty() + "\n", EXAMPLE);
    assert_eq!((plan.locations.len(), plan.enrolments.len()), (2, 17));
    assert!(plan.template.is_none() && !plan.settings.closures.is_empty());
    assert!(
        plan.enrolments
            .values()
            .any(|enrolment| enrolment.provisional)
    );
    let mut sessions = plan
        .groups
        .values()
        .flat_map(|group| group.sessions.values());
    assert!(sessions.any(|session| session.pinned));
}

#[test]
fn a_newer_major_version_is_refused_and_a_newer_minor_one_is_read() {
    let newer = VERSION_1_0.replace("\"1.0\"", "\"2.0\"");
    let refused = Plan::from_json(&newer);
    assert_eq!(
        refused,
        Err(ReadError::Newer(Version { major: 2, minor: 0 }))
    );
    let minor = VERSION_1_0.replace("\"1.0\"", "\"1.9\"");
    let read = Plan::from_json(&minor).expect("a newer minor version can be read");
    assert_eq!(json(&read)["version"], "1.9");
}
