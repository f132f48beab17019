//! Plans with lines, rooms and people: nothing is used twice, nobody who is away is planned, undo takes all
//! back, and bad teams give problems and never a panic.

use crate::edits::{edit, wish};
use crate::random::{Family, cases, family, location_id, plan, settings, start};
use centering_core::calendar::{Date, DateRange, HalfDay, HalfDaySet, Part};
use centering_core::cohort::Proposal;
use centering_core::edit::Edit;
use centering_core::plan::{
    Absence, AbsenceKind, Line, Person, PersonId, Plan, Role, Room, RoomId, Settings,
};
use centering_core::problem::{Place, check};
use centering_core::remedy::remedies;
use centering_core::replan::{Event, replan};
use centering_core::schedule::{line_id, physician_visits, team_lines};
use centering_tests::document::Document;
use centering_tests::planning::{again, day, json, make};
use centering_tests::team::{VisitRule, free_physicians, team_faults, visit_faults};
use centering_tests::validator::faults;
use proptest::prelude::*;
use serde_json::Map;
use std::collections::BTreeSet;

/// A person as choices among what the plan has.
pub type Member = (u8, bool, u16, u16, u8, Vec<(i32, i32)>);

pub fn member() -> impl Strategy<Value = Member> {
    (
        0_u8..5,
        prop::bool::weighted(0.85),
        0_u16..120,
        any::<u16>(),
        1_u8..4,
        prop::collection::vec((0..700, 0..60), 0..3),
    )
}

fn half_days(bits: u16) -> HalfDaySet {
    HalfDay::all()
        .enumerate()
        .filter(|(place, _)| bits >> place & 1 == 1)
        .map(|(_, half_day)| half_day)
        .collect()
}

pub fn person(position: usize, member: &Member, start: Date) -> Person {
    let (role, trained, fte, days, places, absences) = member;
    let mut person = Person::new(PersonId::parse(&format!("P{position}")).expect("an alias"));
    person.role = [
        Role::Facilitator,
        Role::Facilitator,
        Role::YouthNurse,
        Role::Assistant,
        Role::YouthPhysician,
    ][usize::from(*role)];
    person.trained = *trained;
    person.fte = *fte;
    person.half_days = half_days(*days);
    let places = (0..2).filter(|place| places >> place & 1 == 1);
    person.locations = places.map(location_id).collect();
    person.absences = absences
        .iter()
        .map(|(first, length)| Absence {
            days: DateRange {
                first: start.plus_days(*first),
                last: start.plus_days(first + length),
            },
            kind: AbsenceKind::Leave,
            extra: Map::new(),
        })
        .collect();
    person
}

pub fn room(position: usize, capacity: u16) -> Room {
    let location = location_id(position % 2);
    Room {
        id: RoomId::new(format!("r{position}")),
        location,
        label: format!("Zaal {position}"),
        capacity,
        // Some rooms are there in the mornings only.
        half_days: HalfDay::all()
            .filter(|half_day| capacity % 4 == 3 && half_day.part == Part::Morning)
            .collect(),
        closures: Vec::new(),
        extra: Map::new(),
    }
}

/// A line made by hand of whatever the plan has, also when it makes no sense.
pub fn line(
    plan: &Plan,
    (place, half_day, room, one, other): (u8, usize, usize, usize, usize),
) -> Line {
    let location = location_id(usize::from(place % 2));
    let half_day = HalfDay::all().nth(half_day % 10).expect("ten");
    let lines: Vec<Line> = plan.lines.values().cloned().collect();
    let person = |at: usize| {
        plan.people
            .keys()
            .nth(at % (plan.people.len() + 1))
            .cloned()
    };
    let rooms = plan.rooms.values().filter(|room| room.location == location);
    let rooms: Vec<RoomId> = rooms.map(|room| room.id.clone()).collect();
    Line {
        id: line_id(plan, &lines, &location, half_day),
        location,
        half_day,
        room: rooms.get(room % (rooms.len() + 1)).cloned(),
        facilitators: [person(one), person(other)].into_iter().flatten().collect(),
        pinned: true,
        extra: Map::new(),
    }
}

pub type Made = (u8, usize, usize, usize, usize);

/// People, the capacities of rooms, and lines made by hand.
pub type Team = (Vec<Member>, Vec<u16>, Vec<Made>);

/// A team as locations have it.
pub fn team() -> impl Strategy<Value = Team> {
    (
        prop::collection::vec(member(), 1..8),
        prop::collection::vec(10_u16..40, 1..4),
        prop::collection::vec(made(), 1..4),
    )
}

pub fn with_team(
    mut plan: Plan,
    people: &[Member],
    rooms: &[u16],
    lines: &[Made],
    start: Date,
) -> Plan {
    let try_edit = |plan: &mut Plan, edit: Edit| {
        if let Ok(changes) = edit.changes(plan, None) {
            plan.apply_all(changes);
        }
    };
    for (position, capacity) in rooms.iter().enumerate() {
        try_edit(&mut plan, Edit::SetRoom(room(position, *capacity)));
    }
    for (position, member) in people.iter().enumerate() {
        try_edit(
            &mut plan,
            Edit::SetPerson(Box::new(person(position, member, start))),
        );
    }
    for made in lines {
        let line = line(&plan, *made);
        try_edit(&mut plan, Edit::SetLine(line));
    }
    plan
}

pub fn made() -> impl Strategy<Value = Made> {
    (
        any::<u8>(),
        0_usize..10,
        0_usize..4,
        0_usize..12,
        0_usize..12,
    )
}

pub(crate) fn propose(plan: &mut Plan, today: Option<Date>) {
    if let Ok(changes) = Edit::Propose.changes(plan, today) {
        plan.apply_all(changes);
    }
}

/// Settings under which few families make a group already.
pub fn small_groups() -> Settings {
    let mut settings = Settings::default();
    settings.group_size.min = 2;
    settings.group_size.target = 4;
    settings.group_size.max = 5;
    settings
}

pub fn crowd() -> impl Strategy<Value = Vec<Family>> {
    prop::collection::vec(family(), 4..28)
}

proptest! {
    #![proptest_config(cases(40))]

    /// Whatever the team: no line, room or person twice, nobody who is away, and every rule of the children.
    #[test]
    fn a_proposal_on_lines_keeps_every_rule(
        families in crowd(),
        start in start(),
        settings in settings(),
        people in prop::collection::vec(member(), 0..10),
        rooms in prop::collection::vec(0_u16..40, 0..5),
        lines in prop::collection::vec(made(), 0..4),
        proposes_lines in any::<bool>(),
        today in prop::option::of(-20..200),
    ) {
        let today = today.map(|days| start.plus_days(days));
        let mut plan = with_team(plan(&families, start, settings), &people, &rooms, &lines, start);
        if proposes_lines && let Ok(changes) = Edit::ProposeLines.changes(&plan, today) {
            plan.apply_all(changes);
        }
        propose(&mut plan, today);
        let found = faults(&json(&plan), today.map(day));
        prop_assert!(found.is_empty(), "{:?}", found);
        for problem in check(&plan, today) {
            let clashes = ["LIJ-01", "RUI-01", "RUI-03", "TEA-01", "TEA-02", "ART-01", "ART-02"];
            prop_assert!(!clashes.contains(&problem.code), "{:?}", problem);
            remedies(&plan, &problem, today);
        }
        let before = plan.to_json();
        propose(&mut plan, today);
        prop_assert_eq!(before, plan.to_json(), "a second proposal is the first");
    }

    /// Lines that the planner sets up have a room that nobody else has and people who can, and never more than
    /// the bound.
    #[test]
    fn proposed_lines_fit_the_team(
        families in crowd(),
        start in start(),
        people in prop::collection::vec(member(), 0..14),
        rooms in prop::collection::vec(10_u16..40, 0..5),
        lines in prop::collection::vec(made(), 0..3),
    ) {
        let settings = small_groups();
        let plan = with_team(plan(&families, start, settings), &people, &rooms, &lines, start);
        let found = team_lines(&plan, None);
        prop_assert!(found.complete <= found.possible);
        let new: Vec<&Line> = found.lines.iter().filter(|line| !line.pinned).collect();
        for line in &new {
            prop_assert_eq!(line.facilitators.len(), 2);
            for id in &line.facilitators {
                prop_assert!(plan.people[id].can_lead(&line.location, line.half_day));
            }
            let twice = found.lines.iter().filter(|other| other.half_day == line.half_day && (
                other.room == line.room || !other.facilitators.is_disjoint(&line.facilitators)
            ));
            prop_assert_eq!(twice.count(), 1);
        }
        for person in plan.people.values() {
            let load = |lines: &[Line]| {
                let own = lines.iter().filter(|line| line.facilitators.contains(&person.id));
                own.map(|line| line.half_day).collect::<std::collections::BTreeSet<_>>().len()
            };
            let by_hand = load(&plan.lines.values().cloned().collect::<Vec<_>>());
            prop_assert!(load(&found.lines) <= person.most_half_days().max(by_hand));
        }
    }

    /// After an absence, all changes accepted: nobody who is away is left, and what took place is as it was.
    #[test]
    fn re_planning_leaves_nobody_who_is_away(
        families in crowd(),
        start in start(),
        people in prop::collection::vec(member(), 4..14),
        rooms in prop::collection::vec(20_u16..40, 1..5),
        away in (0_usize..9, 60..300, 1..120),
        today in 40..200,
    ) {
        let settings = small_groups();
        let mut plan = with_team(plan(&families, start, settings), &people, &rooms, &[], start);
        if let Ok(changes) = Edit::ProposeLines.changes(&plan, None) {
            plan.apply_all(changes);
        }
        propose(&mut plan, None);
        let groups = plan.groups.keys().cloned().collect();
        if let Ok(changes) = Edit::Share(groups).changes(&plan, None) {
            plan.apply_all(changes);
        }
        let today = Some(start.plus_days(today));
        let (who, first, length) = away;
        let person = plan.people.keys().nth(who % plan.people.len()).expect("a person").clone();
        let first = start.plus_days(first);
        let days = DateRange { first, last: first.plus_days(length) };
        let event = Event::PersonAbsent { person: person.clone(), days };
        let found = replan(&plan, &event, today);
        prop_assert_eq!(&again(&found), &found);
        prop_assert!((found.lost, found.fewest) <= (found.lapses(), found.shared()), "{:?}", found);
        let before = plan.clone();
        for edit in [Edit::Happened(Box::new(event)), Edit::Replan(found.changes.clone())] {
            if let Ok(changes) = edit.changes(&plan, today) {
                plan.apply_all(changes);
            }
        }
        for (id, group) in &before.groups {
            for (number, session) in &group.sessions {
                let is_over = session.date.is_some_and(|date| Some(date) < today);
                let is_named = found.changes.iter().any(|change| change.group == *id && change.session == *number);
                if is_over || !is_named {
                    prop_assert_eq!(session, &plan.groups[id].sessions[number]);
                }
            }
        }
        let coming = team_faults(&Document::read(&json(&plan)), None);
        for (group, fault) in &coming {
            prop_assert!(false, "{} {:?}", group, fault);
        }
        for problem in check(&plan, today) {
            let wrong = ["TEA-01", "TEA-02", "LIJ-01", "RUI-01", "INT-01", "INT-02", "VEN-02", "VAC-01", "VAC-02"];
            prop_assert!(!wrong.contains(&problem.code), "{:?}", problem);
        }
    }

    /// Whatever was done: what a check says of who was named as the jeugdarts is what the validator says; who is proposed
    /// breaks none of its rules, and nobody could still come where nobody is proposed.
    #[test]
    fn jeugdartsen_are_named_as_the_rules_allow(
        families in crowd(),
        start in start(),
        people in prop::collection::vec(member(), 3..12),
        rooms in prop::collection::vec(20_u16..40, 1..4),
        lines in prop::collection::vec(made(), 1..4),
        wishes in prop::collection::vec(wish(), 0..12),
        today in prop::option::of(-20..200),
    ) {
        let today = today.map(|days| start.plus_days(days));
        let settings = small_groups();
        let mut plan = with_team(plan(&families, start, settings.clone()), &people, &rooms, &lines, start);
        let physician = |position: usize, days| (4, true, 100, days, 3, vec![(40 * position as i32, 60)]);
        let physicians = [physician(20, 0x3ff), physician(21, 0x155)];
        for (position, member) in physicians.iter().enumerate() {
            let person = person(20 + position, member, start);
            make(&mut plan, &Edit::SetPerson(Box::new(person)), None);
        }
        propose(&mut plan, today);
        let make = |plan: &mut Plan, edit: &Edit| {
            if let Ok(changes) = edit.changes(plan, today) {
                plan.apply_all(changes);
            }
        };
        let named = |plan: &Plan| physician_visits(plan, today, |_| true);
        let found = named(&plan);
        prop_assert_eq!(named(&plan), found.clone());
        make(&mut plan, &Edit::AssignPhysicians(found.proposed));
        let found = named(&plan);
        prop_assert_eq!(found.proposed, []);
        for wish in wishes {
            let edit = edit(wish, &plan, &families, start, &settings);
            make(&mut plan, &edit);
        }
        let rules = |plan: &Plan| visit_faults(&Document::read(&json(plan)), today.map(day));
        let broken = rules(&plan);
        let problems = check(&plan, today);
        let said = |code: &str| -> BTreeSet<(String, String)> {
            let like = problems.iter().filter(|one| one.code == code);
            let places = like.filter_map(|one| match &one.place {
                Place::Session(group, number) => Some((group.to_string(), number.to_string())),
                _ => None,
            });
            places.collect()
        };
        let by = |rule: VisitRule| -> BTreeSet<(String, String)> {
            let like = broken.iter().filter(|(_, _, own)| *own == rule);
            like.map(|(group, number, _)| (group.clone(), number.clone())).collect()
        };
        prop_assert_eq!(said("ART-03"), by(VisitRule::Away));
        prop_assert_eq!(said("ART-04"), by(VisitRule::NotThere));
        prop_assert_eq!(said("ART-06"), by(VisitRule::OtherRole));
        // Of two at once the later one is named.
        prop_assert!(said("ART-05").is_subset(&by(VisitRule::Twice)));
        prop_assert_eq!(said("ART-05").is_empty(), by(VisitRule::Twice).is_empty());
        let found = named(&plan);
        make(&mut plan, &Edit::AssignPhysicians(found.proposed.clone()));
        let document = Document::read(&json(&plan));
        let after = rules(&plan);
        for visit in &found.proposed {
            // Who leads it can be in two places as before.
            let is_new = |one: &&(String, String, VisitRule)| !broken.contains(*one);
            let is_here = |(group, number, _): &&(String, String, VisitRule)| {
                *group == visit.group.to_string() && *number == visit.session.to_string()
            };
            prop_assert_eq!(after.iter().filter(is_new).find(is_here), None, "{:?}", visit);
        }
        for (group, number, why) in &found.without {
            let (group, number) = (group.to_string(), number.to_string());
            let free = free_physicians(&document, &group, &number, today.map(day));
            prop_assert!(free.is_empty(), "{} {} {:?}: {:?}", group, number, why, free);
        }
    }

    /// However it is cut in slices, the plan is the same.
    #[test]
    fn slices_make_no_difference(
        families in crowd(),
        start in start(),
        people in prop::collection::vec(member(), 4..14),
        rooms in prop::collection::vec(20_u16..40, 1..5),
        slice in 1_u64..200,
    ) {
        let settings = small_groups();
        let mut plan = with_team(plan(&families, start, settings), &people, &rooms, &[], start);
        if let Ok(changes) = Edit::ProposeLines.changes(&plan, None) {
            plan.apply_all(changes);
        }
        let whole = Proposal::new(&plan, None).into_groups();
        let mut proposal = Proposal::new(&plan, None);
        while !proposal.advance(slice).done {}
        prop_assert_eq!(proposal.into_groups(), whole);
    }
}
