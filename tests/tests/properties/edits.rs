//! Sequences of edits as a user could make them: undo takes all back, redo makes all again, and what is
//! pinned or settled stays when the planner makes a new proposal.

use crate::random::{
    Family, cases, closure, code, enrolment, family, is_usual, location, location_id, plan, search,
    settings, start,
};
use crate::team::{line, person, room, team, with_team};
use centering_core::calendar::{ClockTime, Date, DateRange, HalfDay, Month, Region};
use centering_core::care::{Scheme, SessionNumber, SessionTemplate};
use centering_core::edit::{AssuranceEdit, Audience, Edit, EnteredGroup, History};
use centering_core::plan::{
    Change, Closure, GroupId, IntakeStatus, LineId, PersonId, Plan, Record, Records, Recruitment,
    Role as PlanRole, RoomId, Settings, Status,
};
use centering_core::replan::{Event, replan};
use centering_core::schedule::{Visit, physician_visits, start_of};
use centering_core::steps::{Role, StepEdit, StepId, StepPlan};
use centering_tests::document::Document;
use centering_tests::planning::{again, day, json};
use centering_tests::validator::faults;
use proptest::prelude::*;
use serde_json::Map;
use std::cell::RefCell;
use std::collections::BTreeMap;

/// Makes a type of the kinds of edits. A new edit does not compile until it stands here, and then not until `edit`
/// makes it; every kind that stands here is drawn.
macro_rules! kinds {
    ($($kind:ident)*) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Kind { $($kind),* }

        impl Kind {
            const ALL: &[Self] = &[$(Self::$kind),*];

            fn of(edit: &Edit) -> Self {
                match edit { $(Edit::$kind { .. } => Self::$kind),* }
            }
        }
    };
}

kinds! {
    Open Rename Import SetEnrolment SetIntakeStatus TakeOver SetRecruitment RemoveEnrolment ConfirmBirth Propose
    PlanDates CreateGroup Place SetMembers TakeOut Dissolve Merge Split SetHalfDay Move PinSession PinGroup StopGroup
    ResumeGroup SetSchemes SetTemplate Configure SetLocation SetRoom RemoveRoom SetPerson RemovePerson SetLine
    RemoveLine AssignLine ProposeLines TakeLines Share Tell SetStatus HeldOn EnterGroups CatchUp Substitute
    AssignPhysicians Happened Replan StartSteps RemoveSteps Steps Assurance
}

/// An edit still without the plan it is made on: the numbers choose among what the plan has.
pub type Wish = (Kind, usize, usize, i32);

/// Any kind of edit.
pub fn wish() -> impl Strategy<Value = Wish> {
    let kind = prop::sample::select(Kind::ALL);
    (kind, 0_usize..50, 0_usize..50, 0..200)
}

/// One of what a plan has; where it has none, what it does not know.
fn pick<R: Record>(records: &Records<R>, place: usize, unknown: impl FnOnce() -> R::Key) -> R::Key {
    let known = records.keys().nth(place % records.len().max(1));
    known.cloned().unwrap_or_else(unknown)
}

/// The edit that a wish stands for.
pub fn edit(
    wish: Wish,
    plan: &Plan,
    families: &[Family],
    start: Date,
    settings: &Settings,
) -> Edit {
    let (kind, one, other, days) = wish;
    let group_at = |place| pick(&plan.groups, place, || GroupId::new("X"));
    let person_at = |place| {
        let unknown = || PersonId::parse("P99").expect("an alias");
        pick(&plan.people, place, unknown)
    };
    let room_at = |place| pick(&plan.rooms, place, || RoomId::new("x"));
    let line_at = |place| pick(&plan.lines, place, || LineId::new("x"));
    let group = group_at(one);
    let members = || plan.groups.get(&group).map(|known| known.members.clone());
    let sessions = &plan.template().sessions;
    let session = sessions[other % sessions.len()].number;
    let family = code(other % (families.len() + 1));
    let half_day = HalfDay::all().nth(other % 11);
    let is_even = other % 2 == 0;
    let some_families = |count: usize| -> Vec<_> {
        (0..count)
            .map(|more| enrolment(one % 40 + more, &families[more % families.len()], start))
            .collect()
    };
    let first = start.plus_days(one as i32 * 20);
    let period = DateRange {
        first,
        last: first.plus_days(other as i32 * 4),
    };
    let closed = || Closure {
        days: period,
        label: "dicht".to_owned(),
        extra: Map::new(),
    };
    let made = (other as u8, one, other, one, other);
    match kind {
        Kind::Open => Edit::Open(Box::new(Plan::empty())),
        Kind::Rename => Edit::Rename(format!("plan {one}")),
        Kind::Import => Edit::Import {
            locations: Vec::new(),
            enrolments: some_families(other % 5),
        },
        Kind::SetEnrolment => Edit::SetEnrolment(enrolment(
            one % 40,
            &families[other % families.len()],
            start,
        )),
        Kind::SetIntakeStatus => Edit::SetIntakeStatus {
            codes: vec![family],
            status: IntakeStatus::ALL[other % 4],
        },
        Kind::TakeOver => Edit::TakeOver {
            locations: Vec::new(),
            families: some_families(other % 5),
        },
        Kind::SetRecruitment => {
            let location = pick(&plan.locations, other, || location_id(0));
            let mut recruitment = Recruitment::new(location);
            let births = u16::try_from(one).expect("small");
            recruitment.births = [(Month::of(first), births)].into();
            Edit::SetRecruitment(Box::new(recruitment))
        }
        Kind::RemoveEnrolment => Edit::RemoveEnrolment(family),
        Kind::ConfirmBirth => Edit::ConfirmBirth {
            code: family,
            birth: start.plus_days(days),
        },
        Kind::Propose => Edit::Propose,
        Kind::PlanDates => Edit::PlanDates(group),
        Kind::CreateGroup => {
            let chosen = (0..3).map(|more| code((other + more) % families.len()));
            Edit::CreateGroup(chosen.collect())
        }
        Kind::Place => Edit::Place {
            code: family,
            group,
        },
        Kind::SetMembers => {
            let mut members = members().unwrap_or_default();
            if !members.remove(&family) {
                members.insert(family);
            }
            Edit::SetMembers { group, members }
        }
        Kind::TakeOut => Edit::TakeOut(family),
        Kind::Dissolve => Edit::Dissolve(group),
        Kind::Merge => Edit::Merge {
            from: group_at(one),
            into: group_at(one + 1 + other % 2),
        },
        Kind::Split => {
            let families = members().unwrap_or_default();
            Edit::Split {
                group,
                families: families.into_iter().take(1 + other % 3).collect(),
            }
        }
        Kind::SetHalfDay => Edit::SetHalfDay { group, half_day },
        Kind::Move => Edit::Move {
            group,
            session,
            date: start.plus_days(days * 4),
        },
        Kind::PinSession => Edit::PinSession {
            group,
            session,
            pinned: is_even,
        },
        Kind::PinGroup => Edit::PinGroup {
            group,
            pinned: is_even,
        },
        Kind::StopGroup => Edit::StopGroup {
            group,
            from: start.plus_days(days * 3),
        },
        Kind::ResumeGroup => {
            let mut groups = plan.groups.values();
            let stopped = groups.find(|known| known.stopped.is_some());
            Edit::ResumeGroup(stopped.map_or(group, |stopped| stopped.id.clone()))
        }
        Kind::SetSchemes => Edit::SetSchemes {
            group,
            schemes: [(Scheme::M3M5M12, u8::try_from(other % 9).expect("small"))].into(),
        },
        Kind::SetTemplate => seven_sessions(),
        Kind::Configure => Edit::Configure(Box::new(settings.clone())),
        Kind::SetLocation => {
            let known = plan.locations.values().nth(other % 2).cloned();
            let mut location = known.unwrap_or_else(|| location(other % 2));
            location.region = Region::ALL.get(one % 4).copied();
            Edit::SetLocation(location)
        }
        Kind::SetRoom => Edit::SetRoom(room(one % 6, other as u16)),
        Kind::RemoveRoom => Edit::RemoveRoom(room_at(other)),
        Kind::SetPerson => {
            let bits = (one as u16) << 5 | other as u16;
            let away = vec![(days, one as i32)];
            let member = (
                other as u8 % 5,
                is_even,
                100,
                bits,
                1 + other as u8 % 3,
                away,
            );
            Edit::SetPerson(Box::new(person(one % 12, &member, start)))
        }
        Kind::RemovePerson => Edit::RemovePerson(person_at(one)),
        Kind::SetLine => Edit::SetLine(line(plan, made)),
        Kind::RemoveLine => Edit::RemoveLine(line_at(other)),
        Kind::AssignLine => Edit::AssignLine {
            group,
            line: (other % 3 > 0).then(|| line_at(other)),
        },
        Kind::ProposeLines => Edit::ProposeLines,
        Kind::TakeLines => Edit::TakeLines {
            lines: vec![line(plan, made)],
            removed: plan.lines.keys().skip(other % 3).take(1).cloned().collect(),
        },
        Kind::Share => Edit::Share(vec![group]),
        Kind::Tell => Edit::Tell(if is_even {
            Audience::Parents(group)
        } else {
            Audience::Person(person_at(one))
        }),
        Kind::SetStatus => Edit::SetStatus {
            group,
            session,
            status: [
                Status::Draft,
                Status::Shared,
                Status::Held,
                Status::Cancelled,
            ][one % 4],
        },
        Kind::HeldOn => Edit::HeldOn {
            group,
            session,
            date: first,
        },
        Kind::EnterGroups => {
            let location = pick(&plan.locations, one, || location_id(0));
            let mut entered = EnteredGroup::new(group_at(one), location);
            entered.dates = [(session, first)].into();
            if other % 5 == 0 {
                entered.lapsed = [session].into();
            }
            entered.families = [family].into();
            if one % 3 > 0 {
                entered.id = GroupId::new(format!("RUN-{one}"));
            }
            Edit::EnterGroups {
                locations: Vec::new(),
                groups: vec![entered],
                shared: other % 2 == 0,
            }
        }
        Kind::CatchUp => Edit::CatchUp {
            group,
            dose: SessionTemplate::proposal().sessions[1].doses[0]
                .dose
                .clone(),
            done: one % 2 == 0,
        },
        Kind::Substitute => {
            // Somebody who leads the bijeenkomst, where the line of the group has a pair.
            let line = plan
                .groups
                .get(&group)
                .and_then(|known| known.line.as_ref());
            let line = line.and_then(|choice| plan.lines.get(choice.line()));
            let absent = line.and_then(|line| line.facilitators.first().cloned());
            Edit::Substitute {
                group,
                session,
                absent: absent.unwrap_or_else(|| person_at(one)),
                substitute: person_at(other),
            }
        }
        Kind::AssignPhysicians if other % 5 == 0 => {
            Edit::AssignPhysicians(physician_visits(plan, None, |_| true).proposed)
        }
        Kind::AssignPhysicians => {
            let mut known = plan.people.values();
            let physician = known.find(|person| person.role == PlanRole::YouthPhysician);
            let physician = physician.map(|person| person.id.clone());
            let physician = physician
                .filter(|_| is_even)
                .unwrap_or_else(|| person_at(one));
            Edit::AssignPhysicians(vec![Visit {
                group,
                session,
                physician: (other % 7 > 0).then_some(physician),
            }])
        }
        Kind::Happened => Edit::Happened(Box::new(match other % 6 {
            0 => Event::PersonAbsent {
                person: person_at(one),
                days: period,
            },
            1 => Event::RoomLost {
                room: room_at(one),
                days: period,
            },
            2 => Event::Closed(closed()),
            3 => Event::Enrolled(some_families(3)),
            4 => Event::Left(family),
            _ => Event::Stopped(group),
        })),
        Kind::Replan => {
            let event = if is_even {
                Event::PersonAbsent {
                    person: person_at(one),
                    days: period,
                }
            } else {
                Event::Closed(closed())
            };
            Edit::Replan(replan(plan, &event, None).changes)
        }
        Kind::StartSteps => Edit::StartSteps(Box::new(steps_from(start.plus_days(days)))),
        Kind::RemoveSteps => Edit::RemoveSteps,
        Kind::Steps => Edit::Steps(Box::new(step_edit(plan, one, other, start))),
        Kind::Assurance => {
            let on = start.plus_days(one as i32 % 3);
            Edit::Assurance(Box::new(match other % 5 {
                0 => AssuranceEdit::BeginMeasurement(on),
                1 => AssuranceEdit::RemoveMeasurement(on),
                2 => AssuranceEdit::AddRespondent {
                    measurement: on,
                    role: Role::new("planner"),
                },
                3 => AssuranceEdit::KeepReadings {
                    on,
                    readings: Vec::new(),
                },
                _ => AssuranceEdit::ForgetReadings(on),
            }))
        }
    }
}

/// The proposal of a step plan, counted from this day.
fn steps_from(start: Date) -> StepPlan {
    StepPlan {
        start: Some(start),
        ..StepPlan::proposal().clone()
    }
}

/// An edit of a step, or of the whole step plan.
fn step_edit(plan: &Plan, one: usize, other: usize, start: Date) -> StepEdit {
    let mut steps = plan.steps.iter().flat_map(|plan| plan.steps.keys());
    let step = steps.nth(one % 46).cloned();
    let step = step.unwrap_or_else(|| StepId::parse("X01").expect("a code"));
    match other % 4 {
        0 => StepEdit::SetDuration {
            step,
            duration: other as i32,
        },
        1 => StepEdit::RemoveStep(step),
        2 => StepEdit::SetStart(Some(start.plus_days(one as i32))),
        _ => StepEdit::SetLimit {
            role: Role::new("project_lead"),
            people: u16::try_from(one % 3).ok().filter(|people| *people > 0),
        },
    }
}

/// A template without its last bijeenkomst.
fn seven_sessions() -> Edit {
    let mut template = SessionTemplate::proposal().clone();
    template.sessions.pop();
    let numbers = template.sessions.iter().map(|spec| spec.number);
    Edit::SetTemplate {
        kept: numbers.map(|number| (number, number)).collect(),
        template: Some(Box::new(template)),
    }
}

/// What a new proposal may not touch is the same as before.
fn assert_kept(before: &Plan, after: &Plan, edit: &Edit, today: Option<Date>) {
    let (old, new) = (Document::read(&json(before)), Document::read(&json(after)));
    for group in old
        .groups
        .iter()
        .filter(|group| !group.is_free(today.map(day)))
    {
        let id = GroupId::new(group.id.clone());
        if !matches!(edit, Edit::Propose) || group.sessions.is_empty() {
            continue;
        }
        let (known, again) = (&before.groups[&id], &after.groups[&id]);
        let has_lines = before
            .lines
            .values()
            .any(|line| line.location == known.location);
        if !has_lines || known.pinned && known.line.is_some() {
            assert_eq!(known, again, "{id} was not the planner's");
            continue;
        }
        // The days of the others at this location that are still open go to the lines.
        assert_eq!(known.members, again.members, "{id} was not the planner's");
        for (number, session) in &known.sessions {
            let is_settled = session.pinned || session.is_settled(today);
            let day = again.sessions[number].date;
            assert!(
                !is_settled || day == session.date,
                "{id} {number} was settled"
            );
        }
    }
    for (id, group) in &before.groups {
        let (true, Some(again)) = (matches!(edit, Edit::PlanDates(_)), after.groups.get(id)) else {
            continue;
        };
        for (number, session) in &group.sessions {
            let is_settled = session.pinned || session.is_settled(today);
            assert!(
                !is_settled || again.sessions[number] == *session,
                "{id} {number} was settled"
            );
        }
    }
    if matches!(edit, Edit::Propose | Edit::PlanDates(_) | Edit::Replan(_)) {
        for (id, group) in &before.groups {
            let held = group.sessions.values();
            for session in held.filter(|session| session.status == Status::Held) {
                let again = after.groups.get(id);
                let again = again.and_then(|group| group.sessions.get(&session.number));
                assert_eq!(again, Some(session), "{id} {} was held", session.number);
            }
        }
    }
    if matches!(edit, Edit::Propose) {
        let free: Vec<&str> = new
            .groups
            .iter()
            .filter(|group| group.is_free(today.map(day)))
            .map(|group| group.id.as_str())
            .collect();
        let found = faults(&json(after), today.map(day));
        let own: Vec<_> = found
            .iter()
            .filter(|fault| free.contains(&fault.group.as_str()))
            .collect();
        assert!(own.is_empty(), "{own:?}");
    }
}

/// What parents count on: the day and time of each bijeenkomst that they were told, kept here apart from core.
#[derive(Default)]
struct Told(BTreeMap<(GroupId, SessionNumber), (Option<Date>, Option<ClockTime>)>);

impl Told {
    /// Follows an edit that was made, and asserts that core says which bijeenkomsten differ from what was told.
    fn follow(&mut self, edit: &Edit, before: &Plan, plan: &Plan, today: Option<Date>) {
        if let Edit::Open(_) = edit {
            self.0.clear();
        }
        if let Edit::SetTemplate { kept, .. } = edit {
            let told = std::mem::take(&mut self.0).into_iter();
            let renumbered = |((group, number), known)| Some(((group, *kept.get(&number)?), known));
            self.0.extend(told.filter_map(renumbered));
        }
        let has = |plan: &Plan, (group, number): &(GroupId, SessionNumber)| {
            let group = plan.groups.get(group);
            group.is_some_and(|group| group.sessions.contains_key(number))
        };
        self.0.retain(|place, _| has(plan, place));
        // A group that takes the code of one that the edit removes is another group.
        for change in edit.changes(before, today).into_iter().flatten() {
            if let Change::Group(id, None) = change {
                self.0.retain(|(group, _), _| *group != id);
            }
        }
        for group in plan.groups.values() {
            for session in group.sessions.values() {
                let place = (group.id.clone(), session.number);
                let now = (session.date, start_of(plan, group, session));
                let says = match edit {
                    Edit::Share(groups) => {
                        groups.contains(&group.id)
                            && session.date.is_some()
                            && session.is_to_come(today)
                    }
                    Edit::Tell(Audience::Parents(told)) => *told == group.id,
                    Edit::SetStatus {
                        group: of,
                        session: number,
                        status,
                    } => {
                        (of, *number) == (&group.id, session.number) && *status != Status::Cancelled
                    }
                    _ => false,
                };
                // A group that is split off takes what took place along.
                let is_new = !has(before, &place) && !matches!(edit, Edit::SetTemplate { .. });
                if says || is_new {
                    self.0.remove(&place);
                    if session.status == Status::Shared {
                        self.0.insert(place, now);
                    }
                    continue;
                }
                let Some(known) = self.0.get(&place) else {
                    assert_eq!(session.told, None, "{place:?} was never told");
                    continue;
                };
                let is_over =
                    |day: Option<Date>| day.zip(today).is_some_and(|(day, today)| day < today);
                if is_over(known.0) || is_over(session.date) || session.status == Status::Held {
                    continue;
                }
                let differs = *known != now || session.status == Status::Cancelled;
                assert_eq!(
                    session.told,
                    known.0.filter(|_| differs),
                    "{place:?} after {edit:?}"
                );
                if differs {
                    assert_eq!(session.told_start, known.1, "{place:?} after {edit:?}");
                }
            }
        }
    }
}

/// Whatever is done: a bijeenkomst of which parents know the day says that they were not told, exactly as long as it
/// differs from what they know.
#[test]
fn what_parents_know_is_never_changed_without_a_word() {
    let cases = (
        prop::collection::vec(family(), 6..24),
        start(),
        settings(),
        team(),
        prop::collection::vec(wish(), 1..40),
        prop::option::of(-20..100),
    );
    search(
        256,
        &cases,
        |(families, start, settings, (people, rooms, lines), wishes, today)| {
            let today = today.map(|days| start.plus_days(days));
            let mut plan = plan(&families, start, settings.clone());
            plan = with_team(plan, &people, &rooms, &lines, start);
            let mut told = Told::default();
            let share = |plan: &Plan| Edit::Share(plan.groups.keys().cloned().collect());
            let mut make = |plan: &mut Plan, edit: Edit| {
                let before = plan.clone();
                if let Ok(changes) = edit.changes(plan, today) {
                    plan.apply_all(changes);
                    told.follow(&edit, &before, plan, today);
                }
            };
            make(&mut plan, Edit::Propose);
            let shared = share(&plan);
            make(&mut plan, shared);
            for wish in wishes {
                let edit = edit(wish, &plan, &families, start, &settings);
                make(&mut plan, edit);
            }
            Ok(())
        },
    );
}

/// With the seed of CI every kind of edit is drawn and changes a plan; another seed may pass one over.
#[test]
fn undo_takes_everything_back_and_redo_makes_it_again() {
    let cases = (
        prop::collection::vec(family(), 4..24),
        start(),
        settings(),
        team(),
        closure(),
        prop::collection::vec(wish(), 1..40),
        prop::option::of(-20..300),
    );
    // Of each kind: how often it was drawn, and how often it changed a plan.
    let drawn: RefCell<BTreeMap<Kind, (u32, u32)>> = RefCell::default();
    search(
        256,
        &cases,
        |(families, start, settings, (people, rooms, lines), closure, wishes, today)| {
            let today = today.map(|days| start.plus_days(days));
            let mut plan = plan(&families, start, settings.clone());
            plan = with_team(plan, &people, &rooms, &lines, start);
            plan.steps = Some(steps_from(start));
            if let Ok(changes) = Edit::Propose.changes(&plan, today) {
                plan.apply_all(changes);
            }
            let mut other_settings = settings;
            other_settings.closures.push(closure);
            let at_start = plan.to_json();
            let mut history = History::default();
            for wish in wishes {
                let edit = edit(wish, &plan, &families, start, &other_settings);
                let before = plan.clone();
                let outcome = edit.named(&plan, today);
                let mut drawn = drawn.borrow_mut();
                let counted = drawn.entry(Kind::of(&edit)).or_default();
                counted.0 += 1;
                let Ok((name, changes)) = outcome else {
                    continue;
                };
                prop_assert_eq!(&before, &plan, "looking for the changes changes nothing");
                prop_assert_eq!(&again(&edit), &edit);
                prop_assert_eq!(&again(&changes), &changes);
                prop_assert_eq!(&again(&name), &name);
                history.commit(&mut plan, name, changes);
                counted.1 += u32::from(before != plan);
                assert_kept(&before, &plan, &edit, today);
                let read = Plan::from_json(&plan.to_json());
                prop_assert_eq!(read.as_ref(), Ok(&plan));
            }
            let at_end = plan.to_json();
            while history.undo(&mut plan).is_some() {}
            prop_assert_eq!(&plan.to_json(), &at_start);
            while history.redo(&mut plan).is_some() {}
            prop_assert_eq!(&plan.to_json(), &at_end);
            Ok(())
        },
    );
    let drawn = drawn.into_inner();
    let times = |kind| drawn.get(kind).copied().unwrap_or_default();
    let all = Kind::ALL.iter().map(|kind| (kind, times(kind)));
    let idle: Vec<_> = all.filter(|(_, times)| times.1 == 0).collect();
    assert!(
        idle.is_empty() || !is_usual(),
        "how often these were drawn, and never changed a plan: {idle:?}"
    );
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn the_same_input_gives_the_same_bytes(
        families in prop::collection::vec(family(), 0..24),
        start in start(),
        settings in settings(),
    ) {
        let planned = || {
            let mut plan = plan(&families, start, settings.clone());
            if let Ok(changes) = Edit::Propose.changes(&plan, None) {
                plan.apply_all(changes);
            }
            let problems = centering_core::problem::check(&plan, None);
            (plan.to_json(), serde_json::to_string(&problems).expect("problems are JSON"))
        };
        prop_assert_eq!(planned(), planned());
    }

    /// Families in another order, or read in two parts, give the same plan.
    #[test]
    fn the_order_of_the_list_does_not_matter(
        families in prop::collection::vec(family(), 0..24),
        start in start(),
        first in any::<prop::sample::Index>(),
    ) {
        let whole = plan(&families, start, Settings::default());
        let mut parts = plan(&[], start, Settings::default());
        let enrolments: Vec<_> = whole.enrolments.values().cloned().collect();
        let (one, other) = enrolments.split_at(first.index(enrolments.len() + 1));
        for part in [other, one] {
            let edit = Edit::Import { locations: Vec::new(), enrolments: part.to_vec() };
            if let Ok(changes) = edit.changes(&parts, None) {
                parts.apply_all(changes);
            }
        }
        prop_assert_eq!(whole.to_json(), parts.to_json());
    }
}
