//! Who comes as the jeugdarts: the planner proposes, the user decides, and what becomes impossible is said with who else can.
//! Two groups of two locations meet at the same hours; J1 works at both, J2 only in Zuid, J3 only in Noord and not always.

use centering_core::calendar::{Date, DateRange};
use centering_core::care::SessionNumber;
use centering_core::edit::{Edit, History, Refusal};
use centering_core::layers::{Scope, agenda, untold};
use centering_core::plan::{GroupId, PersonId, Plan};
use centering_core::problem::{Finding, Problem, TeamFinding, check, problems_if_held_on};
use centering_core::remedy::{Remedy, remedies};
use centering_core::replan::Event;
use centering_core::schedule::{Hindrance, Visit, physician_visits, physicians_for};
use centering_tests::document::Document;
use centering_tests::planning::{date, json, make};
use centering_tests::team::{VisitRule, visit_faults};
use serde_json::json;

fn plan() -> Plan {
    let person = |alias: &str, role: &str, half_days: &[&str], locations: &[&str]| json!({"id": alias, "alias": alias, "role": role, "trained": true, "half_days": half_days, "locations": locations});
    let group = |id: &str, location: &str| {
        let sessions = [
            ("B1", "2027-03-02"),
            ("B3", "2027-05-04"),
            ("B6", "2027-09-07"),
        ];
        let sessions = sessions
            .map(|(number, day)| json!({"number": number, "date": day, "status": "shared"}));
        json!({"id": id, "location": location, "half_day": {"user": "tue-am"},
               "known_births": {"oldest": "2027-01-25", "youngest": "2027-01-28", "families": 8, "children": 8},
               "sessions": sessions})
    };
    let document = json!({
        "format": "centering-plan",
        "version": "1.1",
        "locations": [{"id": "noord", "name": "Noord", "prefix": "NRD"}, {"id": "zuid", "name": "Zuid", "prefix": "ZUI"}],
        "people": [
            person("A1", "facilitator", &["tue-am"], &["noord"]),
            person("J1", "youth_physician", &["tue-am"], &["noord", "zuid"]),
            person("J2", "youth_physician", &["tue-am"], &["zuid"]),
            person("J3", "youth_physician", &["wed-am"], &["noord"]),
        ],
        "groups": [group("N", "noord"), group("Z", "zuid")],
    });
    Plan::from_json(&document.to_string()).expect("a plan")
}

fn today() -> Option<Date> {
    Some(date("2027-02-01"))
}

fn person(alias: &str) -> PersonId {
    PersonId::parse(alias).expect("an alias")
}

fn number(number: u8) -> SessionNumber {
    SessionNumber::new(number).expect("a number")
}

fn named(group: &str, session: u8, physician: Option<&str>) -> Edit {
    Edit::AssignPhysicians(vec![Visit {
        group: GroupId::new(group),
        session: number(session),
        physician: physician.map(person),
    }])
}

/// The problems about who was named.
fn wrong(plan: &Plan) -> Vec<Problem> {
    let mut problems = check(plan, today());
    problems.retain(|problem| problem.code.starts_with("ART"));
    problems
}

fn valid(plan: &Plan) -> Vec<VisitRule> {
    let document = Document::read(&json(plan));
    let faults = visit_faults(&document, None).into_iter();
    faults.map(|(_, _, rule)| rule).collect()
}

/// The plan with whom the planner proposes.
fn assigned() -> Plan {
    let mut plan = plan();
    let found = physician_visits(&plan, today(), |_| true);
    make(&mut plan, &Edit::AssignPhysicians(found.proposed), today());
    plan
}

fn who(plan: &Plan, group: &str) -> Vec<String> {
    let sessions = plan.groups[&GroupId::new(group)].sessions.values();
    let named = sessions.map(|session| session.physician.as_ref());
    named
        .map(|id| id.map_or_else(String::new, ToString::to_string))
        .collect()
}

#[test]
fn the_planner_names_who_can_and_one_undo_takes_all_back() {
    let mut plan = plan();
    let before = plan.to_json();
    assert!(
        wrong(&plan).is_empty(),
        "where nobody was named nothing is wrong"
    );
    let found = physician_visits(&plan, today(), |_| true);
    assert_eq!((found.needed, found.without.as_slice()), (6, &[][..]));
    let edit = Edit::AssignPhysicians(found.proposed);
    let (name, changes) = edit.named(&plan, today()).expect("it is possible");
    let mut history = History::default();
    history.commit(&mut plan, name, changes);
    // Only J1 can come to Noord.
    assert_eq!(who(&plan, "N"), ["J1", "J1", "J1"]);
    assert_eq!(who(&plan, "Z"), ["J2", "J2", "J2"]);
    assert!(wrong(&plan).is_empty() && valid(&plan).is_empty());
    assert_eq!(Plan::from_json(&plan.to_json()).as_ref(), Ok(&plan));
    let year = DateRange {
        first: date("2027-01-01"),
        last: date("2027-12-31"),
    };
    let of = |alias: &str| agenda(&plan, &Scope::Person(person(alias)), year).len();
    assert_eq!((of("J1"), of("J2"), of("J3")), (3, 3, 0));
    // Parents know the days, so the jeugdartsen have to hear of them.
    let waits = untold(&plan, today());
    assert!(
        waits
            .iter()
            .all(|one| one.sessions.is_empty() && one.people.len() == 1)
    );
    history.undo(&mut plan).expect("it can be taken back");
    assert_eq!(plan.to_json(), before);
}

#[test]
fn a_group_by_itself_and_what_cannot_be_filled_says_why() {
    let mut plan = plan();
    make(&mut plan, &named("Z", 1, Some("J1")), today());
    let found = physician_visits(&plan, today(), |group| group.id.as_str() == "N");
    assert_eq!((found.needed, found.proposed.len()), (3, 2));
    let elsewhere = Hindrance::Elsewhere(GroupId::new("Z"));
    assert_eq!(
        found.without,
        [(GroupId::new("N"), number(1), elsewhere.clone())]
    );
    let group = &plan.groups[&GroupId::new("N")];
    let who = physicians_for(&plan, group, number(1), today()).into_iter();
    let who: Vec<_> = who.map(|(one, why)| (one.alias.as_str(), why)).collect();
    let half_day = "tue-am".parse().expect("a half-day");
    let expected = [
        ("J1", Some(elsewhere)),
        ("J2", Some(Hindrance::NotAtWork(half_day))),
        ("J3", Some(Hindrance::NotAtWork(half_day))),
    ];
    assert_eq!(who, expected);
}

#[test]
fn only_a_jeugdarts_is_named_and_never_for_what_is_over() {
    let plan = plan();
    let refused = |edit: Edit, today| edit.changes(&plan, today).expect_err("it is refused");
    let no_physician = Refusal::NotPhysician(person("A1"));
    assert_eq!(refused(named("N", 1, Some("A1")), today()), no_physician);
    let unknown = Refusal::UnknownPerson(person("X9"));
    assert_eq!(refused(named("N", 1, Some("X9")), today()), unknown);
    let over = Refusal::Over(GroupId::new("N"), number(1));
    let later = Some(date("2027-04-01"));
    assert_eq!(refused(named("N", 1, Some("J1")), later), over);
    assert_eq!(refused(named("N", 1, None), today()), Refusal::NoChange);
}

#[test]
fn who_is_away_is_named_with_who_else_can() {
    let mut plan = assigned();
    let event = Event::PersonAbsent {
        person: person("J2"),
        days: DateRange {
            first: date("2027-05-01"),
            last: date("2027-05-31"),
        },
    };
    make(&mut plan, &Edit::Happened(Box::new(event)), today());
    let found = wrong(&plan);
    let finding = TeamFinding::PhysicianAbsent {
        person: person("J2"),
    };
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].finding, Finding::Team(finding));
    assert_eq!(valid(&plan), [VisitRule::Away]);
    // J1 is in Noord then; without Noord she can come.
    let physicians = |plan: &Plan| -> Vec<Remedy> {
        let all = remedies(plan, &wrong(plan)[0], today()).into_iter();
        all.filter(|one| matches!(one, Remedy::Physician { .. }))
            .collect()
    };
    assert_eq!(physicians(&plan), []);
    make(&mut plan, &named("N", 3, None), today());
    let remedy = Remedy::Physician {
        group: GroupId::new("Z"),
        session: number(3),
        physician: person("J1"),
    };
    assert_eq!(physicians(&plan), std::slice::from_ref(&remedy));
    // The proposal replaces who is away as well.
    let found = physician_visits(&plan, today(), |group| group.id.as_str() == "Z");
    assert_eq!(remedy.edit(), Some(Edit::AssignPhysicians(found.proposed)));
    make(&mut plan, &remedy.edit().expect("an edit"), today());
    assert!(wrong(&plan).is_empty() && valid(&plan).is_empty());
}

#[test]
fn two_places_and_a_moved_day_are_named() {
    let mut plan = assigned();
    make(&mut plan, &named("Z", 1, Some("J1")), today());
    let codes = |plan: &Plan| -> Vec<&str> { wrong(plan).iter().map(|one| one.code).collect() };
    assert_eq!(codes(&plan), ["ART-05"]);
    assert_eq!(valid(&plan), [VisitRule::Twice, VisitRule::Twice]);
    make(&mut plan, &named("Z", 1, Some("J2")), today());
    let wednesday = date("2027-03-03");
    let seen = problems_if_held_on(&plan, &GroupId::new("N"), number(1), wednesday, today());
    assert!(seen.iter().any(|one| one.code == "ART-04"), "{seen:?}");
    let moved = Edit::Move {
        group: GroupId::new("N"),
        session: number(1),
        date: wednesday,
    };
    make(&mut plan, &moved, today());
    assert_eq!(who(&plan, "N")[0], "J1", "who was named stays");
    assert_eq!(codes(&plan), ["ART-04"]);
    assert_eq!(valid(&plan), [VisitRule::NotThere]);
    let offered = remedies(&plan, &wrong(&plan)[0], today());
    let able = offered.iter().find_map(|one| match one {
        Remedy::Physician { physician, .. } => Some(physician),
        _ => None,
    });
    assert_eq!(able, Some(&person("J3")));
}
