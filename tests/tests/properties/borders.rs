//! Dates at the ends of the calendar, where days stand still: everything that a screen asks of a plan ends there,
//! too, and answers. A loop over days that waits for a day after the last one hangs this test.

use crate::random::{Family, cases, family, plan, settings};
use crate::team::{made, member, propose, with_team};
use centering_core::calendar::{Date, DateRange};
use centering_core::edit::Edit;
use centering_core::insight::{figures, first_group, group_deadlines, needs, offers, resilience};
use centering_core::layers::{
    Scope, agenda, catch_up, physician_half_days, replaced_contacts, vaccination_moments,
};
use centering_core::plan::{Absence, AbsenceKind, Closure, IntakeStatus, Plan, Settings, Status};
use centering_core::problem::check;
use centering_core::remedy::{reasons, remedies};
use centering_core::replan::{Event, cover, replan};
use centering_core::schedule::{free_days, session_windows, sieve, tightest};
use centering_core::steps::{Baseline, Difference, StepPlan, WorkCalendar};
use centering_tests::planning::date;
use proptest::prelude::*;
use serde_json::Map;

/// The whole calendar.
const ALL: DateRange = DateRange {
    first: Date::FIRST,
    last: Date::LAST,
};

/// A day at one of the ends, near it, or in between.
fn border() -> impl Strategy<Value = Date> {
    let end = prop::sample::select(vec![Date::FIRST, Date::LAST, date("2027-03-01")]);
    let away = prop_oneof![Just(0), -3..3, -700..700];
    (end, away).prop_map(|(end, away)| end.plus_days(away))
}

/// Days between two of those, or up to an end.
fn stretch() -> impl Strategy<Value = DateRange> {
    let ends = (border(), border());
    prop_oneof![
        1 => Just(ALL),
        4 => ends.prop_map(|(one, other)| DateRange {
            first: one.min(other),
            last: one.max(other),
        }),
    ]
}

fn closure(days: DateRange) -> Closure {
    Closure {
        days,
        label: "verbouwing".to_owned(),
        extra: Map::new(),
    }
}

/// What the screens ask of groups and families.
fn look_at(plan: &Plan, today: Option<Date>) {
    for problem in check(plan, today) {
        remedies(plan, &problem, today);
    }
    for group in plan.groups.values() {
        for window in session_windows(plan, group) {
            sieve(plan, group, window.number, today);
            reasons(plan, None, group, window.number, today, 3);
        }
        free_days(plan, group);
        tightest(plan, group, today);
    }
    let year = DateRange {
        first: date("2199-01-01"),
        last: Date::LAST,
    };
    for days in [ALL, year] {
        agenda(plan, &Scope::All, days);
        replaced_contacts(plan, None, days);
        physician_half_days(plan, None, days);
        vaccination_moments(plan, None, days);
    }
    catch_up(plan, None, today);
    let found = resilience(plan, today);
    figures(plan, &found, today);
    needs(plan, today);
    offers(plan, today);
    first_group(plan);
    for person in plan.people.keys() {
        cover(plan, person, today);
    }
}

/// What the screen of the step plan asks.
fn look_at_steps(plan: &Plan, steps: &StepPlan, today: Option<Date>) {
    let calendar = WorkCalendar::from(&plan.settings);
    let Ok(timetable) = steps.timetable(&calendar) else {
        return;
    };
    for days in timetable.steps.values() {
        timetable.dates(days.early);
        timetable.dates(days.late);
    }
    group_deadlines(plan, &timetable);
    if let Some(today) = today {
        Baseline::keep(&timetable, today);
        if let Ok(forecast) = steps.forecast(&calendar, today) {
            Difference::between(&timetable, &forecast);
        }
    }
}

fn people_and_rooms_away(plan: &mut Plan, days: &[DateRange]) {
    for (person, days) in plan.people.values_mut().zip(days) {
        person.absences.push(Absence {
            days: *days,
            kind: AbsenceKind::Unexpected,
            extra: Map::new(),
        });
        person.merge_absences();
    }
    for (room, days) in plan.rooms.values_mut().zip(days.iter().rev()) {
        room.closures.push(closure(*days));
    }
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn a_plan_at_the_ends_of_the_calendar_is_planned_checked_and_shown(
        families in prop::collection::vec((family(), prop::option::weighted(0.2, border())), 2..16),
        start in border(),
        settings in prop_oneof![settings(), Just(Settings::default())],
        closed in prop::option::weighted(0.3, stretch()),
        people in prop::collection::vec(member(), 0..6),
        rooms in prop::collection::vec(10_u16..40, 0..3),
        lines in prop::collection::vec(made(), 0..3),
        away in prop::collection::vec(stretch(), 0..3),
        dates in prop::collection::vec((any::<prop::sample::Index>(), border(), 0_u8..4), 0..12),
        today in prop::option::of(border()),
        lost in stretch(),
    ) {
        let own: Vec<Family> = families.iter().map(|(family, _)| family.clone()).collect();
        let mut plan = plan(&own, start, settings);
        plan.settings.closures.extend(closed.map(closure));
        for (enrolment, (_, birth)) in plan.enrolments.values_mut().zip(&families) {
            enrolment.birth = birth.unwrap_or(enrolment.birth);
            enrolment.status = IntakeStatus::default();
        }
        let mut plan = with_team(plan, &people, &rooms, &lines, start);
        people_and_rooms_away(&mut plan, &away);
        propose(&mut plan, today);
        look_at(&plan, today);

        // Dates as a file may have them.
        let mut sessions: Vec<_> = plan.groups.values_mut().flat_map(|group| group.sessions.values_mut()).collect();
        let count = sessions.len();
        for (place, date, status) in dates.iter().filter(|_| count > 0) {
            let session = &mut sessions[place.index(count)];
            session.date = Some(*date);
            session.pinned = *status == 3;
            session.status = [Status::Draft, Status::Shared, Status::Held, Status::Draft][usize::from(*status)];
        }
        look_at(&plan, today);
        for group in plan.groups.keys() {
            let _ = Edit::PlanDates(group.clone()).changes(&plan, today);
        }
        if let Some(person) = plan.people.keys().next() {
            replan(&plan, &Event::PersonAbsent { person: person.clone(), days: lost }, today);
        }
        replan(&plan, &Event::Closed(closure(lost)), today);
        propose(&mut plan, today);
    }

    #[test]
    fn steps_at_the_ends_of_the_calendar_are_planned_or_a_fault_is_named(
        start in border(),
        set in prop::collection::vec((any::<prop::sample::Index>(), border(), 0_u8..4), 0..6),
        closed in prop::option::of(stretch()),
        today in prop::option::of(border()),
        group in prop::option::of(border()),
    ) {
        let mut plan = Plan::empty();
        plan.settings.closures.extend(closed.map(closure));
        let mut steps = StepPlan::proposal().clone();
        steps.start = Some(start);
        let codes: Vec<_> = steps.steps.keys().cloned().collect();
        for (place, date, what) in set {
            let step = steps.steps.get_mut(place.get(&codes)).expect("it is there");
            let date = Some(date);
            match what {
                0 => step.fixed_start = date,
                1 => step.not_before = date,
                2 => step.deadline = date,
                _ => step.progress.started = date,
            }
        }
        plan.steps = Some(steps.clone());
        // The first group of one bijeenkomst is the deadline of some steps.
        if let Some(day) = group {
            let text = format!(r#"{{"id":"A","location":"noord","sessions":[{{"number":"B1","date":"{day}"}}]}}"#);
            let group: centering_core::plan::Group = serde_json::from_str(&text).expect("a group");
            plan.groups.insert(group.id.clone(), group);
        }
        look_at_steps(&plan, &steps, today);
    }
}
