//! The example plan: three locations on 16 March 2027. Made by the planner itself from a synthetic list, so
//! it always shows what the planner does.

use super::example_assurance::add_assurance;
use centering_core::calendar::{Date, DateRange, HalfDay, HalfDaySet, Month};
use centering_core::care::{Scheme, SessionNumber};
use centering_core::edit::Edit;
use centering_core::intake::{Reading, Table, read_enrolments};
use centering_core::plan::{
    Absence, AbsenceKind, Enrolment, EnrolmentCode, GroupId, IntakeStatus, LocationId, Person,
    PersonId, Plan, Recruitment, Role, Room, RoomId, Route, Standing, Status,
};
use centering_core::steps::{Progress, StepEdit, StepId, StepPlan, StepState, WorkCalendar};

/// Synthetic families, none of them real.
const LIST: &str = include_str!("example.csv");
/// Families of Kerkplein whose group was put together by hand, with a spread of 27 days.
const BY_HAND: std::ops::RangeInclusive<u16> = 209..=216;

/// The example plan; `title` is its name in the language of the user.
pub fn example_plan(title: &str) -> Plan {
    let mut plan = Plan::empty();
    plan.title = title.to_owned();
    plan.example = true;
    let table = Table::read(LIST);
    let reading = Reading::guess(&table, &plan);
    let intake = read_enrolments(&table, &reading, &plan, None);
    let by_hand =
        BY_HAND.filter_map(|number| EnrolmentCode::parse(&format!("KPL-{number:04}")).ok());
    if let Some(import) = intake.edit() {
        make(&mut plan, &import, None);
    }
    add_team(&mut plan);
    make(&mut plan, &Edit::ProposeLines, None);
    make(&mut plan, &Edit::CreateGroup(by_hand.collect()), None);
    make(&mut plan, &Edit::Propose, None);
    plan.today = Date::new(2027, 3, 16);
    // Moved by hand to another day of the week.
    if let (Some(session), Some(date)) = (SessionNumber::new(7), Date::new(2027, 10, 28)) {
        let group = GroupId::new("KPL-2026-09-1");
        let moved = Edit::Move {
            group,
            session,
            date,
        };
        make(&mut plan, &moved, None);
    }
    let pinned = plan
        .groups
        .get(&GroupId::new("NRD-2027-01-1"))
        .and_then(|group| Some((group.id.clone(), *group.sessions.keys().nth(3)?)));
    if let Some((group, session)) = pinned {
        let pin = Edit::PinSession {
            group,
            session,
            pinned: true,
        };
        make(&mut plan, &pin, None);
    }
    let stops = create_group(&mut plan, "de-wetering", &STOPS);
    if let (Some(group), Some(from)) = (stops, Date::new(2027, 2, 1)) {
        make(&mut plan, &Edit::StopGroup { group, from }, None);
    }
    add_absence(&mut plan);
    add_intake(&mut plan);
    take_over(&mut plan);
    add_steps(&mut plan);
    add_assurance(&mut plan);
    plan
}

/// Families of De Wetering whose group began in autumn and stopped: days of birth in September 2026.
const STOPS: [(&str, u32); 6] = [
    ("WET-0801", 2),
    ("WET-0802", 4),
    ("WET-0803", 7),
    ("WET-0804", 11),
    ("WET-0805", 15),
    ("WET-0806", 18),
];
/// Days in June 2027 on which the families of a CenteringZwangerschap group of Kerkplein expect their child.
const EXPECTING: [(&str, u32); 7] = [
    ("CZ-01", 2),
    ("CZ-02", 5),
    ("CZ-03", 6),
    ("CZ-04", 10),
    ("CZ-05", 13),
    ("CZ-06", 17),
    ("CZ-07", 20),
];

/// Families of a location that are new to the plan, by code and day.
fn families(
    plan: &Plan,
    location: &str,
    (year, month): (i32, u32),
    days: &[(&str, u32)],
) -> Vec<Enrolment> {
    let known = plan
        .enrolments
        .values()
        .find(|family| family.location.as_str() == location);
    let days = days.iter().filter_map(|(code, day)| {
        let code = EnrolmentCode::parse(code).ok()?;
        Some((code, Date::new(year, month, *day)?))
    });
    known
        .into_iter()
        .flat_map(|known| {
            days.clone().map(|(code, birth)| Enrolment {
                code,
                birth,
                provisional: false,
                children: 1,
                half_days: HalfDaySet::default(),
                status: IntakeStatus::Registered,
                route: Some(Route::HomeVisit),
                ..known.clone()
            })
        })
        .collect()
}

/// A group of new families, put together by hand.
fn create_group(plan: &mut Plan, location: &str, days: &[(&str, u32)]) -> Option<GroupId> {
    let families = families(plan, location, (2026, 9), days);
    let codes: Vec<EnrolmentCode> = families.iter().map(|family| family.code.clone()).collect();
    let first = codes.first()?.clone();
    let import = Edit::Import {
        locations: Vec::new(),
        enrolments: families,
    };
    make(plan, &import, None);
    make(plan, &Edit::CreateGroup(codes), None);
    plan.group_of(&first).map(|group| group.id.clone())
}

/// A CenteringZwangerschap group that goes on as a whole.
fn take_over(plan: &mut Plan) {
    let mut families = families(plan, "kerkplein", (2027, 6), &EXPECTING);
    for family in &mut families {
        family.provisional = true;
        family.route = Some(Route::CenteringPregnancy);
    }
    let take_over = Edit::TakeOver {
        locations: Vec::new(),
        families,
    };
    make(plan, &take_over, plan.today);
}

/// Births a month and families of a hundred that take part, by location.
const EXPECTED: [(&str, u16, u8); 3] = [
    ("noord", 18, 50),
    ("kerkplein", 14, 45),
    ("de-wetering", 9, 40),
];
/// Invited families of Noord that have not answered, and one that stopped, with the day of birth.
const INVITED: [(&str, u32, IntakeStatus); 4] = [
    ("NRD-0901", 3, IntakeStatus::Invited),
    ("NRD-0902", 9, IntakeStatus::Invited),
    ("NRD-0903", 12, IntakeStatus::Invited),
    ("NRD-0904", 5, IntakeStatus::Stopped),
];

/// Routes and statuses of the families, expected births, whom the team approached, and the schemes of a group.
fn add_intake(plan: &mut Plan) {
    let families: Vec<Enrolment> = plan.enrolments.values().cloned().collect();
    let waiting: Vec<EnrolmentCode> = plan.unplaced().map(|family| family.code.clone()).collect();
    let mut changed: Vec<Enrolment> = Vec::new();
    for (number, mut family) in families.into_iter().enumerate() {
        family.route = match number % 7 {
            0..=2 => Some(Route::HomeVisit),
            3 => Some(Route::CenteringPregnancy),
            4 => Some(Route::Midwife),
            5 => Some(Route::SignUpLink),
            _ => None,
        };
        if waiting
            .iter()
            .skip(1)
            .step_by(3)
            .any(|code| *code == family.code)
        {
            family.status = IntakeStatus::Waitlisted;
        }
        changed.push(family);
    }
    let known = changed
        .iter()
        .find(|family| family.location.as_str() == "noord")
        .cloned();
    for (code, day, status) in INVITED {
        let family = EnrolmentCode::parse(code).ok().zip(Date::new(2027, 3, day));
        if let (Some((code, birth)), Some(known)) = (family, known.clone()) {
            changed.push(Enrolment {
                code,
                birth,
                provisional: false,
                children: 1,
                half_days: HalfDaySet::default(),
                status,
                route: Some(Route::HomeVisit),
                ..known
            });
        }
    }
    let import = Edit::Import {
        locations: Vec::new(),
        enrolments: changed,
    };
    make(plan, &import, plan.today);
    let this_month = plan.today.map(Month::of);
    let Some((first, now)) = Date::new(2026, 8, 1).map(Month::of).zip(this_month) else {
        return;
    };
    for (name, births, participation) in EXPECTED {
        let Some(location) = plan
            .locations
            .keys()
            .find(|id| id.as_str() == name)
            .cloned()
        else {
            continue;
        };
        let mut expected = Recruitment::new(location);
        expected.participation = participation;
        for later in 0..12 {
            let month = now.plus(later);
            expected.births.insert(month, births + later % 3);
        }
        for later in 0..8_u16 {
            let routes = [
                (Route::HomeVisit, births / 2 + later % 4),
                (Route::CenteringPregnancy, 3 + later % 2),
                (Route::Midwife, 2 + later % 3),
                (Route::SignUpLink, 2 + later % 2),
            ];
            expected.approached.insert(first.plus(later), routes.into());
        }
        make(plan, &Edit::SetRecruitment(Box::new(expected)), plan.today);
    }
    let schemes = Edit::SetSchemes {
        group: GroupId::new("NRD-2027-01-1"),
        schemes: [(Scheme::M3M5M12, 6), (Scheme::M2M3M5M12, 1)].into(),
    };
    make(plan, &schemes, plan.today);
}

/// What is over took place. Groups that meet already know their dates; one of their begeleiders falls out in spring.
fn add_absence(plan: &mut Plan) {
    let today = plan.today;
    let over: Vec<Edit> = plan
        .groups
        .values()
        .flat_map(|group| {
            let asked = group.sessions.values();
            let asked = asked.filter(|one| one.standing(today) == Standing::Unconfirmed);
            asked.map(|one| Edit::SetStatus {
                group: group.id.clone(),
                session: one.number,
                status: Status::Held,
            })
        })
        .collect();
    for edit in over {
        make(plan, &edit, today);
    }
    let meeting = plan
        .groups
        .keys()
        .filter(|id| id.as_str().contains("-2026-"));
    make(plan, &Edit::Share(meeting.cloned().collect()), plan.today);
    let days = Date::new(2027, 4, 5).zip(Date::new(2027, 5, 14));
    let person = PersonId::parse("BG-2").ok();
    let person = person.and_then(|id| plan.people.get(&id)).cloned();
    if let (Some((first, last)), Some(mut person)) = (days, person) {
        person.absences.push(Absence {
            days: DateRange { first, last },
            kind: AbsenceKind::Unexpected,
            extra: Default::default(),
        });
        make(plan, &Edit::SetPerson(Box::new(person)), None);
    }
}

/// Aliases, with the location where each works and the working week in hundredths.
const BEGELEIDERS: [(&str, &str, u16); 8] = [
    ("BG-1", "noord", 80),
    ("BG-2", "noord", 70),
    ("BG-3", "noord", 60),
    ("BG-4", "noord", 60),
    ("BG-5", "kerkplein", 70),
    ("BG-6", "kerkplein", 60),
    ("BG-7", "de-wetering", 60),
    ("BG-8", "de-wetering", 50),
];
/// Rooms with their location and the adults they hold.
const ROOMS: [(&str, &str, u16); 4] = [
    ("Zaal 1", "noord", 24),
    ("Zaal 2", "noord", 20),
    ("Kringzaal", "kerkplein", 22),
    ("Huiskamer", "de-wetering", 19),
];

/// The team of the example: eight begeleiders, a jeugdarts who goes everywhere, and four rooms.
fn add_team(plan: &mut Plan) {
    let ids: Vec<LocationId> = plan.locations.keys().cloned().collect();
    let location = |name: &str| ids.iter().find(|id| id.as_str() == name).cloned();
    for (place, (label, name, capacity)) in ROOMS.into_iter().enumerate() {
        if let Some(location) = location(name) {
            let room = Room {
                id: RoomId::new(format!("zaal-{}", place + 1)),
                location,
                label: label.to_owned(),
                capacity,
                half_days: HalfDaySet::default(),
                closures: Vec::new(),
                extra: Default::default(),
            };
            make(plan, &Edit::SetRoom(room), None);
        }
    }
    let all_week = HalfDay::all().fold(HalfDaySet::default(), HalfDaySet::with);
    for (alias, name, fte) in BEGELEIDERS {
        let Ok(alias) = PersonId::parse(alias) else {
            continue;
        };
        let person = Person {
            fte,
            half_days: all_week,
            locations: location(name).into_iter().collect(),
            ..Person::new(alias)
        };
        make(plan, &Edit::SetPerson(Box::new(person)), None);
    }
    if let Ok(alias) = PersonId::parse("JA-1") {
        let physician = Person {
            role: Role::YouthPhysician,
            half_days: all_week,
            locations: ids.iter().cloned().collect(),
            ..Person::new(alias)
        };
        make(plan, &Edit::SetPerson(Box::new(physician)), None);
    }
}

/// The step plan of the example: begun in January 2026, followed as planned up to a month ago.
fn add_steps(plan: &mut Plan) {
    let (start, until) = (Date::new(2026, 1, 5), Date::new(2027, 2, 16));
    let steps = StepPlan {
        start,
        ..StepPlan::proposal().clone()
    };
    let calendar = WorkCalendar::from(&plan.settings);
    let Ok(timetable) = steps.timetable(&calendar) else {
        return;
    };
    let planned: Vec<(StepId, DateRange)> = timetable
        .steps
        .iter()
        .filter_map(|(id, days)| Some((id.clone(), timetable.dates(days.early)?)))
        .collect();
    make(plan, &Edit::StartSteps(Box::new(steps)), None);
    let keep = StepEdit::KeepBaseline(calendar);
    make(plan, &Edit::Steps(Box::new(keep)), start);
    for (step, days) in planned {
        let is_over = until.is_some_and(|until| days.last <= until);
        let has_begun = until.is_some_and(|until| days.first <= until);
        let state = match (is_over, has_begun) {
            (true, _) => StepState::Done,
            (false, true) => StepState::Busy,
            (false, false) => continue,
        };
        let progress = Progress {
            state,
            started: Some(days.first),
            finished: is_over.then_some(days.last),
            ..Progress::default()
        };
        let edit = StepEdit::SetProgress { step, progress };
        make(plan, &Edit::Steps(Box::new(edit)), until);
    }
}

/// Makes an edit; the edits of the example are known to be possible, and a test holds that.
pub(super) fn make(plan: &mut Plan, edit: &Edit, today: Option<Date>) {
    if let Ok(changes) = edit.changes(plan, today) {
        plan.apply_all(changes);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use centering_core::problem::check;

    #[test]
    fn the_example_has_twelve_groups_three_locations_and_something_to_see() {
        let plan = example_plan("Voorbeeld");
        assert_eq!(plan.locations.len(), 3);
        assert_eq!(plan.groups.len(), 12);
        let has = |is_meant: fn(&&centering_core::plan::Group) -> bool| {
            plan.groups.values().filter(is_meant).count()
        };
        assert_eq!(has(|group| group.stopped.is_some()), 1);
        // Taken over whole: its children are not born yet.
        assert_eq!(has(|group| group.id.as_str() == "KPL-2027-06-1"), 1);
        let codes: Vec<&str> = check(&plan, plan.today)
            .iter()
            .map(|problem| problem.code)
            .collect();
        let kept = &plan.assurance;
        assert_eq!((kept.measurements.len(), kept.history.days()), (2, 4));
        assert!(
            kept.measurements
                .values()
                .all(|one| one.respondents.len() > 2)
        );
        assert_eq!(
            kept.list("handreiking").map(|list| list.ticked()),
            Some((8, 8))
        );
        for code in [
            "SPR-01", "VOO-01", "VEN-01", "VAK-02", "GEZ-01", "RSV-01", "TEA-02", "DAG-02",
        ] {
            assert!(codes.contains(&code), "{code} is missing in {codes:?}");
        }
    }
}
