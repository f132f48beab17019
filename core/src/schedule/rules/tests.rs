//! Every rule, on the groups of scenario 9.

use super::*;
use crate::calendar::{HalfDaySet, SchoolHolidayKind};
use crate::care::SessionNumber;
use crate::plan::{Absence, AbsenceKind, Closure, GroupId, Role};
use crate::schedule::test_plans::{day, scenario_9};
use serde_json::Map;

const FIRST: &str = "G1";

/// Asks for the second bijeenkomst of a group, with the day that the first has.
fn ask(plan: &Plan, judge: impl FnOnce(Question<'_>, &SessionWindow, Date)) {
    let windowed = Windowed::of(plan, &plan.groups[&GroupId::new(FIRST)]);
    let [first, second] = [1, 2].map(|number| SessionNumber::new(number).unwrap());
    let window = windowed.window(second).unwrap();
    let asked = Question {
        window: Some(window),
        ..Question::at(plan, &windowed.group.location)
    };
    judge(asked, window, windowed.group.sessions[&first].date.unwrap());
}

fn line(plan: &Plan) -> &Line {
    let group = &plan.groups[&GroupId::new(FIRST)];
    &plan.lines[group.line.as_ref().unwrap().line()]
}

#[test]
fn a_closed_day_is_named_first_and_a_dear_one_forbids_nothing() {
    ask(&scenario_9(), |asked, window, _| {
        // Ascension day.
        let against = asked.against(day("2027-05-06"));
        assert!(matches!(against[0], Against::Closed(_)));
        assert_eq!(
            asked.forbidden_by(day("2027-05-06")),
            Some(against[0].clone())
        );
        let late = window.preferred.last.plus_days(1);
        let expected = Against::OutsidePreferred {
            days: 1,
            side: Side::After,
        };
        assert!(asked.against(late).contains(&expected));
        assert!(!asked.forbidding(late).contains(&expected));
        let holiday = Against::SchoolHoliday(SchoolHolidayKind::May);
        assert!(asked.against(day("2027-04-29")).contains(&holiday));
        assert!(!asked.forbidding(day("2027-04-29")).contains(&holiday));
    });
}

#[test]
fn windows_and_today_bound_the_days() {
    ask(&scenario_9(), |asked, window, _| {
        let early = asked.forbidding(window.template.first.plus_days(-2));
        assert!(early.contains(&Against::Outside {
            days: 2,
            side: Side::Before
        }));
        let (dose, first) = window
            .doses
            .iter()
            .find_map(|dose| Some((&dose.planned, dose.from?)))
            .unwrap();
        let young = asked.forbidding(first.plus_days(-1));
        assert!(young.contains(&Against::BeforeDose { dose, first }));
        let today = window.allowed.first.plus_days(3);
        let asked = Question {
            today: Some(today),
            ..asked
        };
        assert!(
            asked
                .forbidding(today.plus_days(-1))
                .contains(&Against::Past)
        );
        assert!(!asked.forbidding(today).contains(&Against::Past));
        assert_eq!(asked.range().first, today);
    });
}

#[test]
fn beside_its_group_the_order_and_the_weekday_count() {
    let plan = scenario_9();
    let windowed = Windowed::of(&plan, &plan.groups[&GroupId::new(FIRST)]);
    ask(&plan, |asked, _, first| {
        let asked = Question {
            beside: Some(&windowed),
            ..asked
        };
        let violated = |against: &Against<'_>| match against {
            Against::Interval(violation) => violation.other.get() == 1,
            _ => false,
        };
        assert!(asked.forbidding(first).iter().any(violated));
        let other = |against: &Against<'_>| matches!(against, Against::OtherWeekday { .. });
        assert!(!asked.against(first).iter().any(other));
        assert!(asked.against(first.plus_days(1)).iter().any(other));
    });
}

#[test]
fn a_line_must_be_free_and_staffed() {
    let mut plan = scenario_9();
    let own = line(&plan).clone();
    let mut date = Date::FIRST;
    ask(&plan, |_, _, first| date = first);
    let all = Bookings::of(&plan, |_, _| true);
    let asked = Question::of(&plan).on(&own, &all, false);
    assert_eq!(asked.forbidden_by(date), Some(Against::Taken));
    let none = Bookings::of(&plan, |_, _| false);
    assert!(Question::of(&plan).on(&own, &none, true).is_open(date));

    let days = DateRange {
        first: date,
        last: date,
    };
    let person = own.facilitators.first().unwrap();
    plan.people.get_mut(person).unwrap().absences.push(Absence {
        days,
        kind: AbsenceKind::Unexpected,
        extra: Map::new(),
    });
    let room = own.room.as_ref().unwrap();
    plan.rooms.get_mut(room).unwrap().closures.push(Closure {
        days,
        label: String::new(),
        extra: Map::new(),
    });
    // A jeugdarts of the location who never works is known and never there.
    let mut physician = plan.people[person].clone();
    physician.id = serde_json::from_str("\"J1\"").unwrap();
    physician.role = Role::YouthPhysician;
    physician.half_days = HalfDaySet::default();
    plan.people.insert(physician.id.clone(), physician);
    let none = Bookings::of(&plan, |_, _| false);
    let asked = Question::of(&plan).on(&own, &none, true);
    let expected = [
        Against::RoomClosed(room),
        Against::Absent(person),
        Against::NoPhysician,
    ];
    assert_eq!(asked.forbidding(date), expected);
    assert_eq!(asked.forbidding(date.plus_days(7)), [Against::NoPhysician]);
}

#[test]
fn a_room_that_is_not_ours_then_forbids_the_day() {
    let mut plan = scenario_9();
    let own = line(&plan).clone();
    let room = own.room.clone().unwrap();
    let none = Bookings::of(&plan, |_, _| false);
    let mut date = Date::FIRST;
    ask(&plan, |_, _, first| date = first);
    let other = HalfDay::all().find(|half_day| *half_day != own.half_day);
    plan.rooms.get_mut(&room).unwrap().half_days = other.into_iter().collect();
    let asked = Question::of(&plan).on(&own, &none, false);
    let expected = Against::RoomNotOurs(&room, own.half_day);
    assert_eq!(asked.forbidden_by(date), Some(expected));
}

#[test]
fn the_first_day_after_an_interval_is_an_open_one() {
    // 28 days after 30 March is Koningsdag.
    let mut plan = scenario_9();
    let [second, third] = [2, 3].map(|number| SessionNumber::new(number).unwrap());
    let group = plan.groups.get_mut(&GroupId::new(FIRST)).unwrap();
    group.sessions.get_mut(&second).unwrap().date = Some(day("2027-03-30"));
    let windowed = Windowed::of(&plan, &plan.groups[&GroupId::new(FIRST)]);
    let asked = Question {
        window: windowed.window(third),
        beside: Some(&windowed),
        ..Question::at(&plan, &windowed.group.location)
    };
    let against = asked.against(day("2027-04-26"));
    let limit = against.iter().find_map(|against| match against {
        Against::Interval(violation) if violation.other == second => Some(violation.limit),
        _ => None,
    });
    assert_eq!(limit, Some(day("2027-04-28")));
}

#[test]
fn parents_are_invited_in_time_while_a_day_is_left_for_that() {
    use crate::schedule::plan_group;
    let mut plan = scenario_9();
    let group = plan.groups.get_mut(&GroupId::new(FIRST)).unwrap();
    for session in group.sessions.values_mut() {
        *session = crate::plan::Session::draft(session.number, None);
    }
    let first = SessionNumber::new(1).unwrap();
    let mut planned = |today: &str, days: u16| {
        plan.settings.invitation_days = days;
        let today = Some(day(today));
        let group = plan_group(&plan, &plan.groups[&GroupId::new(FIRST)], today);
        let date = group.sessions[&first].date.unwrap();
        let mut after = plan.clone();
        after.groups.insert(group.id.clone(), group);
        let group = &after.groups[&GroupId::new(FIRST)];
        let problems = crate::problem::check_group(&after, group, today);
        let codes: Vec<&str> = problems.iter().map(|problem| problem.code).collect();
        (date, codes.contains(&"UIT-01"))
    };
    // Born from 4 to 18 January: B1 from 8 February to 8 March, best on the 15th or later.
    let today = "2027-02-08";
    let (soon, _) = planned(today, 0);
    let (in_time, is_told) = planned(today, 21);
    assert!(soon < day("2027-03-01"), "{soon}");
    assert!(in_time >= day("2027-03-01") && !is_told, "{in_time}");
    // Four weeks are not left: the day is chosen all the same, and that is told.
    let (late, is_told) = planned(today, 60);
    assert!(late < day("2027-04-09") && is_told, "{late}");
}
