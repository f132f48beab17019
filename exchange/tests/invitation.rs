//! The invitation of a group: what it says, what it leaves out, and that other programs read its calendar file.

use centering_core::prelude::*;
use centering_exchange::Invitation;
use centering_words::Lang;
use icalendar::{Calendar, CalendarComponent, Component};

/// A group with a bijeenkomst that was, one to come in winter, one in summer, one without a day and one that lapsed.
const PLAN: &str = r#"{"format":"centering-plan","version":"1.1","title":"",
    "locations":[{"id":"noord","name":"Noord; oost","prefix":"NRD","address":"Dorpsstraat 1, Utrecht"}],
    "enrolments":[{"code":"SECRET-7","birth":"2026-12-01","location":"noord"}],
    "groups":[{"id":"NRD-2027-01-1","location":"noord","members":["SECRET-7"],"half_day":{"planner":"mon-am"},"sessions":[
        {"number":"B1","date":"2026-12-28"},
        {"number":"B2","date":"2027-01-25","status":"shared"},
        {"number":"B3","date":"2027-07-05"},
        {"number":"B4","date":null},
        {"number":"B5","date":"2027-09-06","status":"cancelled"}]}]}"#;

fn invitation() -> Invitation {
    let plan = Plan::from_json(PLAN).unwrap();
    let group = "NRD-2027-01-1".parse().unwrap();
    Invitation::of(&plan, &group, Some("2027-01-04".parse().unwrap())).unwrap()
}

#[test]
fn parents_read_what_is_to_come_and_nothing_of_a_family() {
    let text = invitation().text(Lang::Nl);
    assert_eq!(
        text,
        "Welkom bij CenteringOuderschap\n\n\
         Jullie groep (NRD-2027-01-1) komt 2 keer bij elkaar.\n\
         Waar: Noord; oost, Dorpsstraat 1, Utrecht\n\n\
         2. maandag 25 januari 2027, 9.30 – 11.30 uur\n\
         3. maandag 5 juli 2027, 9.30 – 11.30 uur\n\
         De datum van bijeenkomst 4 hoor je later.\n\n\
         Kun je een keer niet? Laat het ons weten. De datums staan nu zo. Verandert er iets, dan hoor je het van ons.\n"
    );
    assert!(!text.contains("SECRET"));
}

#[test]
fn a_calendar_program_reads_every_event_at_its_moment() {
    let file = invitation().calendar(Lang::Nl);
    let calendar: Calendar = file.parse().unwrap();
    let events: Vec<_> = calendar
        .components
        .iter()
        .filter_map(CalendarComponent::as_event)
        .collect();
    let property = |name: &str| -> Vec<&str> {
        let values = events
            .iter()
            .map(|event| event.property_value(name).unwrap());
        values.collect()
    };
    assert_eq!(
        property("DTSTART"),
        ["20270125T083000Z", "20270705T073000Z"]
    );
    assert_eq!(property("DTEND"), ["20270125T103000Z", "20270705T093000Z"]);
    assert_eq!(
        property("UID"),
        [
            "NRD-2027-01-1-b2@centering-planner",
            "NRD-2027-01-1-b3@centering-planner"
        ]
    );
    assert_eq!(property("DTSTAMP"), ["20270104T000000Z"; 2]);
    assert!(file.contains(r"LOCATION:Noord\; oost\, Dorpsstraat 1\, Utrecht"));
    assert!(file.starts_with("BEGIN:VCALENDAR\r\n") && file.ends_with("END:VCALENDAR\r\n"));
    assert_eq!(file.matches("METHOD:PUBLISH").count(), 1);
    assert!(file.lines().all(|line| line.len() <= 75));
    for absent in ["SECRET", "ORGANIZER", "ATTENDEE", "VALARM"] {
        assert!(!file.contains(absent), "{absent}");
    }
}

#[test]
fn the_same_plan_and_day_give_the_same_bytes() {
    assert_eq!(
        invitation().calendar(Lang::En),
        invitation().calendar(Lang::En)
    );
}

#[test]
fn a_later_file_stands_above_an_earlier_one() {
    let plan = Plan::from_json(PLAN).unwrap();
    let group = "NRD-2027-01-1".parse().unwrap();
    let on = |day: &str| {
        let invitation = Invitation::of(&plan, &group, Some(day.parse().unwrap())).unwrap();
        let calendar: Calendar = invitation.calendar(Lang::Nl).parse().unwrap();
        let event = calendar
            .components
            .iter()
            .find_map(CalendarComponent::as_event);
        let sequence = event.unwrap().property_value("SEQUENCE").unwrap();
        sequence.parse::<u32>().unwrap()
    };
    assert_eq!(on("2027-01-05"), on("2027-01-04") + 1);
}

#[test]
fn without_a_half_day_an_event_lasts_the_whole_day() {
    let plan = Plan::from_json(&PLAN.replace(r#""half_day":{"planner":"mon-am"},"#, "")).unwrap();
    let group = "NRD-2027-01-1".parse().unwrap();
    let invitation = Invitation::of(&plan, &group, None).unwrap();
    assert!(
        invitation
            .text(Lang::Nl)
            .contains("1. maandag 28 december 2026\n")
    );
    let file = invitation.calendar(Lang::Nl);
    assert!(file.contains("DTSTART;VALUE=DATE:20261228\r\n"));
    assert!(file.contains("DTEND;VALUE=DATE:20261229\r\n"));
}

#[test]
fn a_group_that_is_gone_or_has_nothing_to_come_has_no_invitation() {
    let plan = Plan::from_json(PLAN).unwrap();
    let today = |day: &str| Some(day.parse().unwrap());
    assert_eq!(Invitation::of(&plan, &"NRD-9".parse().unwrap(), None), None);
    let group = "NRD-2027-01-1".parse().unwrap();
    assert_eq!(Invitation::of(&plan, &group, today("2028-01-01")), None);
}
