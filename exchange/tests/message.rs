//! What is told when something changed: what parents and colleagues read, and that it stays until it is told.

use centering_core::edit::Audience;
use centering_core::prelude::*;
use centering_core::schedule::Visit;
use centering_exchange::Message;
use centering_words::Lang;

/// A group on a line of two people, whose parents know two days.
const PLAN: &str = r#"{"format":"centering-plan","version":"1.1","title":"",
    "locations":[{"id":"noord","name":"Noord","prefix":"NRD","address":"Dorpsstraat 1, Utrecht"}],
    "enrolments":[{"code":"SECRET-7","birth":"2026-12-01","location":"noord"}],
    "rooms":[{"id":"zaal","location":"noord","label":"zaal","capacity":20}],
    "people":[{"id":"A1","alias":"BG-1"},{"id":"B1","alias":"BG-2"},{"id":"C1","alias":"BG-3"}],
    "lines":[{"id":"l","location":"noord","half_day":"mon-am","room":"zaal","facilitators":["A1","B1"]}],
    "groups":[{"id":"NRD-2027-01-1","location":"noord","members":["SECRET-7"],"half_day":{"user":"mon-am"},"line":{"user":"l"},"sessions":[
        {"number":"B2","date":"2027-01-25","status":"shared"},
        {"number":"B3","date":"2027-04-05","status":"shared"}]}]}"#;

#[test]
fn parents_and_colleagues_read_what_changed_until_it_is_told() {
    let mut plan = Plan::from_json(PLAN).unwrap();
    let today = Some("2027-01-04".parse().unwrap());
    let group: GroupId = "NRD-2027-01-1".parse().unwrap();
    let number = |number| SessionNumber::new(number).unwrap();
    assert!(Message::all(&plan, today, Lang::Nl).is_empty());
    let edits = [
        Edit::Move {
            group: group.clone(),
            session: number(2),
            date: "2027-02-01".parse().unwrap(),
        },
        Edit::Substitute {
            group: group.clone(),
            session: number(2),
            absent: "A1".parse().unwrap(),
            substitute: "C1".parse().unwrap(),
        },
        Edit::SetStatus {
            group: group.clone(),
            session: number(3),
            status: Status::Cancelled,
        },
    ];
    for edit in edits {
        plan.edit(&edit, today).unwrap();
    }
    let messages = Message::all(&plan, today, Lang::Nl);
    let texts: Vec<&str> = messages.iter().map(|one| one.text.as_str()).collect();
    assert_eq!(
        texts,
        [
            "Beste ouders van groep NRD-2027-01-1,\n\n\
             Bijeenkomst 2 is niet op maandag 25 januari 2027 om 9.30 uur.\n\
             Nieuw: maandag 1 februari 2027, 9.30 – 11.30 uur. Waar: Noord, Dorpsstraat 1, Utrecht, zaal.\n\
             Bijeenkomst 3 op maandag 5 april 2027 om 9.30 uur gaat niet door. We bellen je voor een eigen afspraak.\n\n\
             Vragen? Bel ons gerust.\n",
            "Voor BG-1: er is iets veranderd.\n\n\
             Groep NRD-2027-01-1, bijeenkomst 2 (maandag 25 januari 2027): jij begeleidt deze niet meer.\n\
             Groep NRD-2027-01-1, bijeenkomst 3 (maandag 5 april 2027) gaat niet door.\n",
            "Voor BG-2: er is iets veranderd.\n\n\
             Groep NRD-2027-01-1, bijeenkomst 2: jij begeleidt deze op maandag 1 februari 2027, 9.30 – 11.30 uur. \
             Waar: Noord, Dorpsstraat 1, Utrecht, zaal. Eerst was dat maandag 25 januari 2027.\n\
             Groep NRD-2027-01-1, bijeenkomst 3 (maandag 5 april 2027) gaat niet door.\n",
            "Voor BG-3: er is iets veranderd.\n\n\
             Groep NRD-2027-01-1, bijeenkomst 2: jij begeleidt deze op maandag 1 februari 2027, 9.30 – 11.30 uur. \
             Waar: Noord, Dorpsstraat 1, Utrecht, zaal. Eerst was dat maandag 25 januari 2027.\n",
        ]
    );
    for message in &messages {
        assert!(!message.text.contains("SECRET"));
        plan.edit(&Edit::Tell(message.audience.clone()), today)
            .unwrap();
    }
    assert_eq!(messages[0].audience, Audience::Parents(group));
    assert!(Message::all(&plan, today, Lang::Nl).is_empty());
}

#[test]
fn a_jeugdarts_reads_where_she_comes_and_where_not_any_more() {
    let mut plan = Plan::from_json(PLAN).unwrap();
    let today = Some("2027-01-04".parse().unwrap());
    for alias in ["J1", "J2"] {
        let mut person = Person::new(alias.parse().unwrap());
        person.role = Role::YouthPhysician;
        let edit = Edit::SetPerson(Box::new(person));
        plan.edit(&edit, today).unwrap();
    }
    let comes = |alias: &str| {
        Edit::AssignPhysicians(vec![Visit {
            group: "NRD-2027-01-1".parse().unwrap(),
            session: SessionNumber::new(3).unwrap(),
            physician: Some(alias.parse().unwrap()),
        }])
    };
    plan.edit(&comes("J1"), today).unwrap();
    plan.edit(&comes("J2"), today).unwrap();
    let messages = Message::all(&plan, today, Lang::Nl);
    let texts: Vec<&str> = messages.iter().map(|one| one.text.as_str()).collect();
    assert_eq!(
        texts,
        [
            "Voor J1: er is iets veranderd.\n\n\
             Groep NRD-2027-01-1, bijeenkomst 3 (maandag 5 april 2027): jij bent hier niet meer de jeugdarts.\n",
            "Voor J2: er is iets veranderd.\n\n\
             Groep NRD-2027-01-1, bijeenkomst 3: jij bent hier de jeugdarts op maandag 5 april 2027, 9.30 – 11.30 uur. \
             Waar: Noord, Dorpsstraat 1, Utrecht, zaal.\n",
        ]
    );
}
