use crate::calendar::{DateRange, HalfDaySet};
use crate::edit::Edit;
use crate::plan::{Absence, AbsenceKind, GroupId, LineChoice, LineId, PersonId, Plan, Role};
use crate::problem::{Problem, check};
use crate::schedule::test_plans::{make, scenario_9};
use serde_json::Map;

fn codes(plan: &Plan) -> Vec<&'static str> {
    let mut codes: Vec<&str> = check(plan, None)
        .iter()
        .map(|problem: &Problem| problem.code)
        .filter(|code| {
            ["LIJ", "RUI", "TEA", "ART", "DOC", "BOT"]
                .iter()
                .any(|family| code.starts_with(family))
        })
        .collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

fn person(alias: &str) -> PersonId {
    PersonId::parse(alias).unwrap()
}

#[test]
fn a_team_that_fits_has_no_problems() {
    let none: [&str; 0] = [];
    assert_eq!(codes(&scenario_9()), none);
}

#[test]
fn every_rule_of_the_team_is_named() {
    let plan = scenario_9();
    let with = |alter: &dyn Fn(&mut Plan)| {
        let mut plan = plan.clone();
        alter(&mut plan);
        codes(&plan)
    };
    let alter_line = |plan: &mut Plan, alter: &dyn Fn(&mut crate::plan::Line)| {
        alter(plan.lines.get_mut(&LineId::new("NRD-tue-am-1")).unwrap());
    };
    assert_eq!(
        with(&|plan| alter_line(plan, &|line| {
            line.facilitators.pop_first();
        })),
        ["LIJ-03"]
    );
    assert_eq!(
        with(&|plan| alter_line(plan, &|line| line.room = None)),
        ["LIJ-04"]
    );
    assert_eq!(
        with(&|plan| drop(plan.people.remove(&person("A1")))),
        ["DOC-04"]
    );
    assert_eq!(
        with(&|plan| plan.people.get_mut(&person("A1")).unwrap().trained = false),
        ["TEA-04"]
    );
    let nothing = HalfDaySet::default();
    assert_eq!(
        with(&|plan| plan.people.get_mut(&person("A1")).unwrap().half_days = nothing),
        ["TEA-03"]
    );
    assert_eq!(
        with(&|plan| plan.rooms.values_mut().for_each(|room| room.capacity = 16)),
        ["RUI-02"]
    );
    assert_eq!(
        with(&|plan| plan.groups.get_mut(&GroupId::new("G1")).unwrap().line = None),
        ["LIJ-02"]
    );
    let lost = LineChoice::User(LineId::new("weg"));
    assert_eq!(
        with(&|plan| plan.groups.get_mut(&GroupId::new("G1")).unwrap().line = Some(lost.clone())),
        ["DOC-04"]
    );
    let dates = |plan: &Plan, id: &str| plan.groups.get(&GroupId::new(id)).unwrap().clone();
    assert_eq!(
        with(&|plan| {
            // G1 takes the line of G2, on the days of G2.
            let mut moved = dates(plan, "G2");
            moved.id = GroupId::new("G1");
            plan.groups.insert(moved.id.clone(), moved);
        }),
        ["LIJ-01"]
    );
    assert!(
        with(&|plan| {
            let days = DateRange {
                first: crate::calendar::Date::FIRST,
                last: crate::calendar::Date::LAST,
            };
            let absence = Absence {
                days,
                kind: AbsenceKind::Leave,
                extra: Map::new(),
            };
            plan.people
                .get_mut(&person("A1"))
                .unwrap()
                .absences
                .push(absence);
        })
        .contains(&"TEA-02")
    );
}

#[test]
fn two_lines_with_one_person_clash_and_so_do_their_groups() {
    let mut plan = scenario_9();
    let mut line = plan
        .lines
        .get(&LineId::new("NRD-thu-am-1"))
        .unwrap()
        .clone();
    line.id = LineId::new("second");
    line.room = None;
    make(&mut plan, &Edit::SetLine(line), None);
    let mut double = plan.groups.get(&GroupId::new("G2")).unwrap().clone();
    double.id = GroupId::new("G5");
    double.line = Some(LineChoice::User(LineId::new("second")));
    plan.groups.insert(double.id.clone(), double);
    assert_eq!(codes(&plan), ["LIJ-04", "LIJ-05", "TEA-01"]);
}

#[test]
fn a_jeugdarts_must_be_there_and_comes_to_one_group_at_a_time() {
    let mut plan = scenario_9();
    let mut doctor = plan.people.values().next().unwrap().clone();
    doctor.id = person("D1");
    doctor.alias = person("D1");
    doctor.role = Role::YouthPhysician;
    make(&mut plan, &Edit::SetPerson(Box::new(doctor.clone())), None);
    assert_eq!(codes(&plan), [""; 0]);
    doctor.half_days = ["tue-am".parse().unwrap()].into_iter().collect();
    make(&mut plan, &Edit::SetPerson(Box::new(doctor)), None);
    assert_eq!(codes(&plan), ["ART-01"]);
}

#[test]
fn clock_times_are_compared_beyond_the_half_day() {
    // 11.30 and two hours is 13.30: the times touch. From 12.00 the room and the pair are half an hour short.
    let with = |start: &str| {
        let mut plan = scenario_9();
        let noord = plan.locations.values_mut().next().unwrap();
        for half_day in ["tue-am", "thu-am"] {
            let half_day = half_day.parse().unwrap();
            noord.start_times.insert(half_day, start.parse().unwrap());
        }
        // G1 in the morning and G4 in the afternoon of the same Tuesdays.
        let dates = plan.groups[&GroupId::new("G1")].sessions.clone();
        let other = plan.groups.get_mut(&GroupId::new("G4")).unwrap();
        other.sessions = dates;
        codes(&plan)
    };
    assert_eq!(with("11:30"), [""; 0]);
    assert_eq!(with("12:00"), ["LIJ-05", "RUI-01"]);
}

#[test]
fn a_group_is_not_told_that_it_meets_at_the_same_time_as_itself() {
    let mut plan = scenario_9();
    let group = plan.groups.get_mut(&GroupId::new("G1")).unwrap();
    let [second, third] = [2, 3].map(|number| crate::care::SessionNumber::new(number).unwrap());
    group.sessions.get_mut(&third).unwrap().date = group.sessions[&second].date;
    assert_eq!(codes(&plan), [""; 0]);
    plan.groups.get_mut(&GroupId::new("G1")).unwrap().line = None;
    plan.lines.clear();
    assert!(!codes(&plan).contains(&"BOT-01"));
}

#[test]
fn a_room_that_is_not_ours_is_named_once_at_its_line() {
    let mut plan = scenario_9();
    let room = plan.rooms.values_mut().next().unwrap();
    room.half_days = ["tue-am".parse().unwrap()].into_iter().collect();
    let problems = check(&plan, None);
    let found = problems.iter().filter(|problem| problem.code == "RUI-04");
    let lines: Vec<_> = found.map(|problem| problem.place.clone()).collect();
    let line = |id| crate::problem::Place::Line(LineId::new(id));
    assert_eq!(
        lines,
        ["NRD-thu-am-1", "NRD-thu-pm-1", "NRD-tue-pm-1"].map(line)
    );
}
