use super::*;

#[test]
fn a_bijeenkomst_cannot_move_into_the_past() {
    let text = r#"{"format":"centering-plan","version":"1.0","locations":[{"id":"n","name":"N","prefix":"N"}],
        "groups":[{"id":"G","location":"n","known_births":{"oldest":"2027-01-04","youngest":"2027-01-24",
        "families":7,"children":7},"half_day":{"user":"thu-pm"}}]}"#;
    let mut plan = Plan::from_json(text).unwrap();
    let today = Date::new(2027, 2, 1);
    plan.apply_all(Edit::Propose.changes(&plan, today).unwrap());
    let date = Date::new(2027, 1, 31).unwrap();
    let back = Edit::Move {
        group: GroupId::new("G"),
        session: SessionNumber::new(1).unwrap(),
        date,
    };
    assert_eq!(back.changes(&plan, today), Err(Refusal::Past(date)));
}

use crate::care::SessionNumber as Number;
use crate::cohort;
use crate::edit::History;
use crate::plan::{LineChoice, Person, PersonFault, SettingsFault, Version, changed_dates};
use crate::schedule::test_plans::{day, make, person, plan_of, scenario_9};

fn families(codes: &[(&str, &str)]) -> String {
    let line = |(code, birth): &(&str, &str)| {
        format!(r#"{{"code":"{code}","birth":"{birth}","location":"noord"}}"#)
    };
    codes.iter().map(line).collect::<Vec<_>>().join(",")
}

/// Two groups that started, each of four families.
fn two_small_groups() -> Plan {
    let mut plan = plan_of(&format!(
        r#""enrolments":[{}],"groups":[
        {{"id":"A","location":"noord","members":["A1","A2","A3","A4"]}},
        {{"id":"B","location":"noord","members":["B1","B2","B3","B4"]}}]"#,
        families(&[
            ("A1", "2027-01-04"),
            ("A2", "2027-01-05"),
            ("A3", "2027-01-08"),
            ("A4", "2027-01-12"),
            ("B1", "2027-01-13"),
            ("B2", "2027-01-14"),
            ("B3", "2027-01-15"),
            ("B4", "2027-01-18"),
        ])
    ));
    for id in ["A", "B"] {
        make(&mut plan, &Edit::PlanDates(GroupId::new(id)), None);
    }
    plan
}

#[test]
fn a_merged_group_has_all_families_and_what_took_place_stays() {
    let mut plan = two_small_groups();
    let today = Some(day("2027-03-20"));
    let before = plan.clone();
    let merge = Edit::Merge {
        from: GroupId::new("B"),
        into: GroupId::new("A"),
    };
    let changes = merge.changes(&plan, today).unwrap();
    let preview = changed_dates(&plan, &changes);
    assert!(
        preview
            .iter()
            .any(|change| change.group.as_str() == "B" && change.to.is_none())
    );
    let back = plan.apply_all(changes);
    let merged = plan.groups.get(&GroupId::new("A")).unwrap();
    assert_eq!(plan.families(merged), 8);
    let left = plan.groups.get(&GroupId::new("B")).unwrap();
    assert_eq!(plan.families(left), 0);
    for session in left.sessions.values() {
        let is_over = session.date.is_some_and(|date| date < day("2027-03-20"));
        assert_eq!(session.status == Status::Cancelled, !is_over);
    }
    plan.apply_all(back);
    assert_eq!(plan, before);
    let itself = Edit::Merge {
        from: GroupId::new("A"),
        into: GroupId::new("A"),
    };
    assert_eq!(itself.changes(&plan, today), Err(Refusal::NotOnePool));
}

#[test]
fn a_split_group_keeps_what_took_place_on_both_sides() {
    let mut plan = two_small_groups();
    let today = Some(day("2027-03-20"));
    let code = |text| EnrolmentCode::parse(text).unwrap();
    let split = Edit::Split {
        group: GroupId::new("A"),
        families: vec![code("A3"), code("A4")],
    };
    make(&mut plan, &split, today);
    let other = plan.group_of(&code("A3")).unwrap();
    let first = Number::new(1).unwrap();
    let held = plan
        .groups
        .get(&GroupId::new("A"))
        .unwrap()
        .sessions
        .get(&first)
        .unwrap()
        .date;
    assert_eq!(other.sessions.get(&first).unwrap().date, held);
    assert_eq!(plan.families(other), 2);
    let stranger = Edit::Split {
        group: GroupId::new("A"),
        families: vec![code("B1")],
    };
    assert_eq!(
        stranger.changes(&plan, today),
        Err(Refusal::NotPlaced(code("B1")))
    );
    let nobody = Edit::Split {
        group: GroupId::new("A"),
        families: Vec::new(),
    };
    assert_eq!(nobody.changes(&plan, today), Err(Refusal::NotOnePool));
}

#[test]
fn a_plan_keeps_its_version_until_it_holds_a_team() {
    let mut plan = Plan::empty();
    assert_eq!(plan.version, Version::FIRST);
    let alias = crate::plan::PersonId::parse("JV-1").unwrap();
    let edit = Edit::SetPerson(Box::new(Person::new(alias)));
    let changes = edit.changes(&plan, None).unwrap();
    let back = plan.apply_all(changes);
    assert_eq!(plan.version, Version::SECOND);
    plan.apply_all(back);
    assert_eq!(plan, Plan::empty());
}

#[test]
fn people_and_lines_that_make_no_sense_are_refused() {
    let plan = plan_of(&format!(
        r#""people":[{}],"rooms":[{{"id":"r1","location":"elders","label":"Zaal","capacity":9}}],
        "lines":[{{"id":"L","location":"elders","half_day":"tue-am"}}],"groups":[{{"id":"G","location":"noord"}}]"#,
        person("A1", r#""tue-am""#)
    ));
    let known = plan.people.values().next().unwrap().clone();
    let refused = |edit: Edit| edit.changes(&plan, None).unwrap_err();
    let mut twin = known.clone();
    twin.id = crate::plan::PersonId::parse("A2").unwrap();
    assert_eq!(
        refused(Edit::SetPerson(Box::new(twin))),
        Refusal::Person(PersonFault::AliasTaken)
    );
    let mut eager = known;
    eager.fte = 151;
    assert_eq!(
        refused(Edit::SetPerson(Box::new(eager))),
        Refusal::Person(PersonFault::WorkingWeek)
    );
    let mut line = plan.lines.values().next().unwrap().clone();
    line.location = plan.locations.keys().next().unwrap().clone();
    line.room = Some(RoomId::new("r1"));
    assert_eq!(refused(Edit::SetLine(line.clone())), Refusal::OtherLocation);
    line.room = Some(RoomId::new("r2"));
    assert_eq!(
        refused(Edit::SetLine(line)),
        Refusal::UnknownRoom(RoomId::new("r2"))
    );
    let assign = Edit::AssignLine {
        group: GroupId::new("G"),
        line: Some(LineId::new("L")),
    };
    assert_eq!(refused(assign), Refusal::OtherLocation);
}

#[test]
fn removing_a_line_or_person_leaves_no_trace_of_them() {
    let mut plan = scenario_9();
    let person = plan.people.keys().next().unwrap().clone();
    make(&mut plan, &Edit::RemovePerson(person.clone()), None);
    assert!(
        plan.lines
            .values()
            .all(|line| !line.facilitators.contains(&person))
    );
    let line = plan.lines.keys().next().unwrap().clone();
    make(&mut plan, &Edit::RemoveLine(line.clone()), None);
    let has = |group: &Group| {
        group
            .line
            .as_ref()
            .is_some_and(|choice: &LineChoice| *choice.line() == line)
    };
    assert!(!plan.groups.values().any(has));
}

#[test]
fn only_coming_dates_are_shared_and_only_past_ones_were_held() {
    let mut plan = two_small_groups();
    let today = Some(day("2027-03-20"));
    let id = GroupId::new("A");
    make(&mut plan, &Edit::Share(vec![id.clone()]), today);
    let group = plan.groups.get(&id).unwrap().clone();
    for session in group.sessions.values() {
        let is_coming = session.date.is_some_and(|date| date >= day("2027-03-20"));
        assert_eq!(session.status == Status::Shared, is_coming);
    }
    assert_eq!(
        Edit::Share(vec![id.clone()]).changes(&plan, today),
        Err(Refusal::NoChange)
    );
    let last = *group.sessions.keys().next_back().unwrap();
    let held = Edit::SetStatus {
        group: id.clone(),
        session: last,
        status: Status::Held,
    };
    assert_eq!(held.changes(&plan, today), Err(Refusal::ToCome(id, last)));
}

#[test]
fn a_room_that_moves_to_another_location_leaves_its_lines() {
    let mut plan = scenario_9();
    let line = plan
        .lines
        .values()
        .find(|line| line.room.is_some())
        .unwrap()
        .clone();
    let id = line.room.clone().unwrap();
    let mut room = plan.rooms.get(&id).unwrap().clone();
    room.label = "Other".to_owned();
    make(&mut plan, &Edit::SetRoom(room.clone()), None);
    assert_eq!(plan.lines.get(&line.id).unwrap().room, Some(id));
    let mut elsewhere = plan.locations.values().next().unwrap().clone();
    elsewhere.id = crate::plan::LocationId::from_name("Elders").unwrap();
    elsewhere.name = "Elders".to_owned();
    elsewhere.prefix = "ELD".to_owned();
    make(&mut plan, &Edit::SetLocation(elsewhere.clone()), None);
    room.location = elsewhere.id;
    make(&mut plan, &Edit::SetRoom(room), None);
    assert_eq!(plan.lines.get(&line.id).unwrap().room, None);
}

#[test]
fn a_group_with_settled_dates_stays_on_its_day_of_the_week() {
    let mut plan = scenario_9();
    let group = plan.groups.values().next().unwrap().clone();
    let today = Some(day("2026-01-01"));
    let workday = group.half_day.unwrap().half_day().workday;
    let mut line = plan.lines.values().next().unwrap().clone();
    line.id = LineId::new("other");
    line.half_day = HalfDay::all()
        .find(|half_day| half_day.workday != workday)
        .unwrap();
    line.location = group.location.clone();
    make(&mut plan, &Edit::SetLine(line.clone()), today);
    let assign = Edit::AssignLine {
        group: group.id.clone(),
        line: Some(line.id),
    };
    assert_eq!(
        assign.changes(&plan, today),
        Err(Refusal::OtherDay(group.id))
    );
}

#[test]
fn joined_edits_are_undone_together() {
    let mut plan = two_small_groups();
    let before = plan.clone();
    let mut history = crate::edit::History::default();
    for (edit, joins) in [
        (Edit::Rename("One".to_owned()), false),
        (Edit::Dissolve(GroupId::new("B")), true),
    ] {
        let (name, changes) = edit.named(&plan, None).unwrap();
        if joins {
            history.join(&mut plan, name, changes);
        } else {
            history.commit(&mut plan, name, changes);
        }
    }
    let after = plan.clone();
    let dissolved = GroupEdited::Dissolve(GroupId::new("B"));
    assert_eq!(history.undo(&mut plan), Some(dissolved.into()));
    assert_eq!(plan, before);
    history.redo(&mut plan).unwrap();
    assert_eq!(plan, after);
    assert!(history.next_redo().is_none());
}

#[test]
fn a_group_that_stops_is_stopped_and_its_families_need_appointments() {
    use crate::layers::{CatchUpCause, catch_up_of};
    use crate::problem::{Finding, check};
    use crate::replan::Event;
    use crate::schedule::{Stage, stage};
    let mut plan = two_small_groups();
    let today = Some(day("2027-03-20"));
    let id = GroupId::new("A");
    let stops = Event::Stopped(id.clone());
    make(&mut plan, &Edit::Happened(Box::new(stops)), today);
    let group = plan.groups.get(&id).unwrap();
    assert_eq!(stage(group, today), Stage::Stopped);
    let cancelled = group
        .sessions
        .values()
        .filter(|one| one.status == Status::Cancelled);
    let needed = catch_up_of(&plan, group, today);
    assert!(
        needed
            .iter()
            .all(|one| one.cause == CatchUpCause::Cancelled && one.appointments > 0)
    );
    assert_eq!(needed.len(), cancelled.count());
    // That is what stopping means, and no problem beside it.
    let problems = check(&plan, today);
    let mut findings = problems.iter().map(|problem| &problem.finding);
    assert!(!findings.any(|finding| matches!(finding, Finding::Lapsed { .. })));
}

#[test]
fn a_group_that_stops_keeps_its_history_and_can_go_on() {
    use crate::schedule::{Stage, stage};
    let mut plan = two_small_groups();
    let (today, id) = (Some(day("2027-03-20")), GroupId::new("A"));
    let before = plan.groups.get(&id).unwrap().clone();
    let stop = Edit::StopGroup {
        group: id.clone(),
        from: day("2027-03-20"),
    };
    make(&mut plan, &stop, today);
    let group = plan.groups.get(&id).unwrap().clone();
    assert_eq!(stage(&group, today), Stage::Stopped);
    assert_eq!(group.members, before.members);
    for (number, session) in &group.sessions {
        let was_over = before.sessions[number].date.unwrap() < day("2027-03-20");
        assert_eq!(session.date, before.sessions[number].date);
        assert_eq!(session.status == Status::Cancelled, !was_over);
    }
    // Nobody is put in it any more, and the planner leaves it alone.
    let family = plan.enrolments.values().next().unwrap();
    assert!(
        cohort::fits(&plan, family, today)
            .iter()
            .all(|fit| fit.group != id)
    );
    let proposed = cohort::propose(&plan, today);
    assert!(!proposed.contains_key(&id));
    // Its last family leaves it: what took place stays.
    for code in &before.members {
        make(&mut plan, &Edit::TakeOut(code.clone()), today);
    }
    assert!(plan.groups.contains_key(&id));
    let mut plan = two_small_groups();
    make(&mut plan, &stop, today);
    make(&mut plan, &Edit::ResumeGroup(id.clone()), today);
    let group = plan.groups.get(&id).unwrap();
    assert_eq!(group.stopped, None);
    assert!(
        group
            .sessions
            .values()
            .all(|session| session.status == Status::Draft)
    );
    let again = Edit::ResumeGroup(id);
    assert_eq!(again.changes(&plan, today), Err(Refusal::NoChange));
}

#[test]
fn schemes_are_counts_and_no_more_than_the_children() {
    let mut plan = two_small_groups();
    let set = |long, short| Edit::SetSchemes {
        group: GroupId::new("A"),
        schemes: [(Scheme::M3M5M12, long), (Scheme::M2M3M5M12, short)].into(),
    };
    assert_eq!(set(3, 2).changes(&plan, None), Err(Refusal::Schemes));
    make(&mut plan, &set(4, 0), None);
    let group = plan.groups.get(&GroupId::new("A")).unwrap();
    assert_eq!(group.schemes, [(Scheme::M3M5M12, 4)].into());
    assert_eq!(plan.version, Version::SECOND);
    let text = plan.to_json();
    assert!(text.contains(r#""schemes":{"3-5-12":4}"#));
    assert_eq!(Plan::from_json(&text).unwrap(), plan);
}

#[test]
fn a_template_is_refused_or_changes_windows_and_keeps_days() {
    use crate::care::{SessionTemplate, TemplateFault, TemplateRefusal};
    use crate::schedule::session_windows;
    let mut plan = two_small_groups();
    let number = |number| Number::new(number).unwrap();
    let all = |count: u8| (1..=count).map(|one| (number(one), number(one))).collect();
    let set = |template: SessionTemplate, kept| Edit::SetTemplate {
        template: Some(Box::new(template)),
        kept,
    };
    let mut wrong = SessionTemplate::proposal().clone();
    wrong.sessions[4].allowed.to = "5m0d".parse().unwrap();
    assert_eq!(
        set(wrong, all(8)).changes(&plan, None),
        Err(Refusal::Template(TemplateRefusal::Fault(
            TemplateFault::EndsBeforeStart(number(5))
        )))
    );
    // Three months is the limit of the first DKTP in scheme 3-5-12.
    let mut early = SessionTemplate::proposal().clone();
    early.sessions[2].allowed.from = "2m20d".parse().unwrap();
    assert!(matches!(
        set(early, all(8)).changes(&plan, None),
        Err(Refusal::Template(TemplateRefusal::VaccineLimit(third, _))) if third == number(3)
    ));
    // A day of the version before the vaccine was in the programme, or at the end of the calendar, changes nothing.
    let mut measles = SessionTemplate::proposal().clone();
    measles.sessions[6].allowed.from = "11m0d".parse().unwrap();
    for version in ["2010-01-01", "2199-12-31"] {
        measles.version = Date::parse_iso(version).unwrap();
        assert!(matches!(
            set(measles.clone(), all(8)).changes(&plan, None),
            Err(Refusal::Template(TemplateRefusal::VaccineLimit(seventh, _))) if seventh == number(7)
        ));
    }
    // A slip in a code or a scheme would switch its limit off.
    let proposal = serde_json::to_string(SessionTemplate::proposal()).unwrap();
    for (right, slip, meant) in [
        (r#""dose":"ROTA1""#, r#""dose":"rota1""#, Some("ROTA1")),
        (r#""dose":"ROTA1""#, r#""dose":"ROTA9""#, None),
        (
            r#""dose":"ROTA1""#,
            r#""dose":"DKTP4","scheme":"3-5-12""#,
            None,
        ),
    ] {
        let slip = proposal.replacen(right, slip, 1);
        let refused = set(serde_json::from_str(&slip).unwrap(), all(8)).changes(&plan, None);
        let Err(Refusal::Template(TemplateRefusal::UnknownDoses(second, doses))) = refused else {
            panic!("{refused:?}");
        };
        assert_eq!((second, doses.len()), (number(2), 1));
        assert_eq!(doses[0].meant.as_ref().map(|dose| dose.code()), meant);
    }
    let before = plan.clone();
    let id = GroupId::new("A");
    let mut wider = SessionTemplate::proposal().clone();
    wider.sessions[4].allowed.to = "9m0d".parse().unwrap();
    let changes = set(wider, all(8)).changes(&plan, None).unwrap();
    let back = plan.apply_all(changes);
    let last = |plan: &Plan| session_windows(plan, &plan.groups[&id])[4].allowed.last;
    assert!(last(&plan) > last(&before));
    assert_eq!(plan.groups, before.groups);
    plan.apply_all(back);
    assert_eq!(plan, before);
    // Without the fifth the others move up, with their days.
    let mut seven = SessionTemplate::proposal().clone();
    seven.sessions.remove(4);
    for (spec, at) in seven.sessions.iter_mut().zip(1..) {
        spec.number = number(at);
        for interval in &mut spec.after {
            let now = interval.session.get();
            interval.session = number(if now > 5 { now - 1 } else { now });
        }
    }
    let kept: BTreeMap<Number, Number> = (1..=8)
        .filter(|one| *one != 5)
        .map(|one: u8| (number(one), number(if one > 5 { one - 1 } else { one })))
        .collect();
    make(&mut plan, &set(seven.clone(), kept.clone()), None);
    let group = &plan.groups[&id];
    assert_eq!(group.sessions.len(), 7);
    assert_eq!(
        group.sessions[&number(5)].date,
        before.groups[&id].sessions[&number(6)].date
    );
    let mut shared = before.clone();
    make(&mut shared, &Edit::Share(vec![id.clone()]), None);
    assert_eq!(
        set(seven, kept).changes(&shared, None),
        Err(Refusal::SessionInUse(id, number(5)))
    );
}

#[test]
fn some_lines_of_a_proposal_are_taken_and_absences_that_overlap_are_one() {
    let mut plan = scenario_9();
    let gone = plan.lines.keys().next().unwrap().clone();
    let mut changed = plan.lines.values().nth(1).unwrap().clone();
    changed.facilitators.clear();
    let take = Edit::TakeLines {
        lines: vec![changed.clone()],
        removed: vec![gone.clone()],
    };
    make(&mut plan, &take, None);
    assert!(!plan.lines.contains_key(&gone));
    assert_eq!(plan.lines[&changed.id], changed);
    use crate::calendar::DateRange;
    use crate::plan::{Absence, AbsenceKind};
    let away = |first: &str, last: &str, kind| Absence {
        days: DateRange {
            first: day(first),
            last: day(last),
        },
        kind,
        extra: Default::default(),
    };
    let mut person = plan.people.values().next().unwrap().clone();
    use AbsenceKind::{Leave, Unexpected};
    person.absences = vec![
        away("2027-05-10", "2027-05-12", Leave),
        away("2027-05-01", "2027-05-10", Unexpected),
        away("2027-05-13", "2027-05-14", Unexpected),
        away("2027-06-01", "2027-06-02", Leave),
        away("2027-06-03", "2027-06-03", Unexpected),
    ];
    make(&mut plan, &Edit::SetPerson(Box::new(person.clone())), None);
    assert_eq!(
        plan.people[&person.id].absences,
        [
            away("2027-05-01", "2027-05-14", Unexpected),
            away("2027-06-01", "2027-06-02", Leave),
            away("2027-06-03", "2027-06-03", Unexpected),
        ]
    );
}

#[test]
fn the_edge_of_a_group_takes_in_who_waits_and_lets_go_who_falls_outside() {
    use crate::care::BirthWindow;
    use crate::cohort::members_between;
    let mut plan = two_small_groups();
    let id = GroupId::new("A");
    let code = |text| EnrolmentCode::parse(text).unwrap();
    make(&mut plan, &Edit::TakeOut(code("B1")), None);
    let before = plan.clone();
    let births = |oldest, youngest| BirthWindow::new(day(oldest), day(youngest));
    // B1, born on the last day, waits; B2, a day later, has a group of its own.
    let far = members_between(&plan, &plan.groups[&id], births("2027-01-05", "2027-01-31"));
    let wider = members_between(&plan, &plan.groups[&id], births("2027-01-05", "2027-01-13"));
    assert_eq!(far, wider);
    let names: Vec<&str> = wider.iter().map(EnrolmentCode::as_str).collect();
    assert_eq!(names, ["A2", "A3", "A4", "B1"]);
    let edit = Edit::SetMembers {
        group: id.clone(),
        members: wider.clone(),
    };
    let back = plan.apply_all(edit.changes(&plan, None).unwrap());
    assert_eq!(plan.groups[&id].members, wider);
    assert!(plan.groups[&id].pinned);
    assert_eq!(plan.group_of(&code("A1")), None);
    plan.apply_all(back);
    assert_eq!(plan, before);
    let nobody = Edit::SetMembers {
        group: id,
        members: BTreeSet::new(),
    };
    assert_eq!(nobody.changes(&plan, None), Err(Refusal::NotOnePool));
}

#[test]
fn a_plan_that_was_opened_is_undone_like_the_edit() {
    let plan = two_small_groups();
    let mut other = plan.clone();
    other.title = "Another".to_owned();
    let edit = Edit::Open(Box::new(other.clone()));
    let (mut by_edit, mut by_name) = (History::default(), History::default());
    let mut opened = plan.clone();
    let (name, changes) = edit.named(&plan, None).unwrap();
    by_edit.commit(&mut opened, name, changes);
    by_name.opened(Box::new(plan.clone()));
    assert_eq!(by_name.next_undo(), by_edit.next_undo());
    assert_eq!(by_name.next_undo_changes(), by_edit.next_undo_changes());
    by_name.undo(&mut other);
    assert_eq!(other, plan);
}

#[test]
fn edits_that_belong_together_are_all_made_or_none() {
    let mut plan = two_small_groups();
    let today = Some(day("2027-02-01"));
    let code = |text: &str| EnrolmentCode::parse(text).unwrap();
    let out = Edit::TakeOut(code("A1"));
    let waits = |text: &str| Edit::SetIntakeStatus {
        codes: vec![code(text)],
        status: IntakeStatus::Waitlisted,
    };
    // The second is refused, so the first is not made either.
    let unknown = [out.clone(), waits("Z9")];
    let refusal = Refusal::UnknownFamily(code("Z9"));
    assert_eq!(Edit::together(&unknown, &plan, today), Err(refusal));
    // What changes nothing beside others is passed over; the name is that of the last that changes something.
    let both = [out.clone(), waits("A1"), waits("A1")];
    let (name, changes) = Edit::together(&both, &plan, today).unwrap();
    assert_eq!(name, IntakeEdited::SetStatus(code("A1")).into());
    let before = plan.clone();
    let mut history = History::default();
    history.commit(&mut plan, name, changes);
    assert!(plan.group_of(&code("A1")).is_none());
    assert_eq!(
        plan.enrolments[&code("A1")].status,
        IntakeStatus::Waitlisted
    );
    let again = [waits("A1"), waits("A1")];
    assert_eq!(Edit::together(&again, &plan, today), Err(Refusal::NoChange));
    assert_eq!(Edit::together(&[], &plan, today), Err(Refusal::NoChange));
    // One undo takes all back.
    history.undo(&mut plan);
    assert_eq!(plan, before);
}

#[test]
fn a_line_that_moves_to_another_location_leaves_its_groups() {
    let mut plan = scenario_9();
    let mut elsewhere = plan.locations.values().next().unwrap().clone();
    elsewhere.id = crate::plan::LocationId::from_name("Elders").unwrap();
    elsewhere.name = "Elders".to_owned();
    elsewhere.prefix = "ELD".to_owned();
    make(&mut plan, &Edit::SetLocation(elsewhere.clone()), None);
    let group = plan.groups.values().next().unwrap().clone();
    let id = group.line.as_ref().unwrap().line().clone();
    let mut line = plan.lines[&id].clone();
    line.room = None;
    make(&mut plan, &Edit::SetLine(line.clone()), None);
    assert_eq!(plan.groups[&group.id].line, group.line);
    line.location = elsewhere.id;
    make(&mut plan, &Edit::SetLine(line), None);
    let freed = &plan.groups[&group.id];
    assert_eq!(freed.line, None);
    for (number, session) in &freed.sessions {
        assert_eq!(session.date, group.sessions[number].date, "its dates stay");
        assert_eq!(session.told, None, "they are not at another time");
        assert_eq!(
            session.untold.len(),
            2,
            "its pair hears that it is theirs no more"
        );
    }
}

#[test]
fn what_only_the_newest_planner_knows_raises_the_version() {
    let mut plan = scenario_9();
    let mut room = plan.rooms.values().next().unwrap().clone();
    room.half_days = HalfDay::all().take(1).collect();
    make(&mut plan, &Edit::SetRoom(room), None);
    assert_eq!(plan.version, Version::CURRENT);
    let mut settings = Plan::empty().settings;
    settings.invitation_days = 14;
    let mut plan = Plan::empty();
    make(
        &mut plan,
        &Edit::Configure(Box::new(settings.clone())),
        None,
    );
    assert_eq!(plan.version, Version::CURRENT);
    settings.invitation_days = 91;
    let edit = Edit::Configure(Box::new(settings));
    assert_eq!(
        edit.changes(&plan, None),
        Err(Refusal::Settings(SettingsFault::Invitation))
    );
}
