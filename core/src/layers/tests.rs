use super::*;
use crate::calendar::{Date, DateRange, Part};
use crate::care::SessionNumber;
use crate::edit::Edit;
use crate::plan::{Plan, Status};
use crate::schedule::test_plans::{day, group, make, plan_of, scenario_9};

fn number(number: u8) -> SessionNumber {
    SessionNumber::new(number).unwrap()
}

fn days(first: &str, last: &str) -> DateRange {
    DateRange {
        first: day(first),
        last: day(last),
    }
}

/// Scenario 3 of `docs/domain.md#8.2` as a whole: six enrolments on Thursday morning.
fn scenario_3() -> Plan {
    let births = ["04", "06", "09", "12", "20", "24"].map(|day| {
        format!(r#"{{"code":"N{day}","birth":"2027-01-{day}","location":"noord","half_days":["thu-am"]}}"#)
    });
    let mut plan = plan_of(&format!(r#""enrolments":[{}]"#, births.join(",")));
    make(&mut plan, &Edit::Propose, None);
    plan
}

fn only_group(plan: &Plan) -> crate::plan::Group {
    plan.groups.values().next().unwrap().clone()
}

fn set(plan: &mut Plan, session: u8, date: Option<&str>, status: Status) {
    let group = plan.groups.values_mut().next().unwrap();
    let session = group.sessions.get_mut(&number(session)).unwrap();
    session.date = date.map(day);
    session.status = status;
}

#[test]
fn an_agenda_is_in_order_of_time_and_ends_at_its_last_day() {
    let plan = scenario_3();
    let found = agenda(&plan, &Scope::All, days("2027-02-25", "2027-04-29"));
    let dates: Vec<String> = found.iter().map(|entry| entry.date.to_string()).collect();
    assert_eq!(dates, ["2027-02-25", "2027-03-11", "2027-04-29"]);
    let first = &found[0];
    assert_eq!(
        (first.part, first.minutes, first.physician_minutes),
        (Some(Part::Morning), 120, 60)
    );
    assert_eq!(
        first.start.map(|start| start.to_string()).as_deref(),
        Some("09:30")
    );
}

#[test]
fn an_agenda_of_a_person_or_room_has_only_what_is_theirs() {
    let plan = scenario_9();
    let year = days("2027-01-01", "2028-12-31");
    let of = |id: &str| {
        let person = plan
            .people
            .values()
            .find(|person| person.id.as_str() == id)
            .unwrap();
        agenda(&plan, &Scope::Person(person.id.clone()), year)
    };
    // A and B lead three groups each, C two; eight bijeenkomsten a group, each with a day.
    assert_eq!(
        [of("A1").len(), of("B1").len(), of("C1").len()],
        [24, 24, 16]
    );
    let room = plan.rooms.keys().next().unwrap().clone();
    assert_eq!(agenda(&plan, &Scope::Room(room), year).len(), 32);
    let group = plan.groups.keys().next().unwrap().clone();
    assert_eq!(agenda(&plan, &Scope::Group(group), year).len(), 8);
}

#[test]
fn a_cancelled_bijeenkomst_is_in_no_agenda_and_replaces_nothing() {
    let mut plan = scenario_3();
    set(&mut plan, 2, Some("2027-03-11"), Status::Cancelled);
    let spring = days("2027-02-25", "2027-04-29");
    assert_eq!(agenda(&plan, &Scope::All, spring).len(), 2);
    let weeks = replaced_contacts(&plan, None, spring);
    assert!(weeks.iter().all(|week| !week.moments.contains_key("C08w")));
}

#[test]
fn a_week_counts_one_slot_a_child_of_each_contact() {
    let mut plan = scenario_3();
    plan.enrolments.values_mut().next().unwrap().children = 2;
    let weeks = replaced_contacts(&plan, None, days("2027-02-01", "2027-03-31"));
    let found: Vec<(String, usize, Option<usize>)> = weeks
        .iter()
        .map(|week| {
            (
                week.monday.to_string(),
                week.slots(),
                week.moments.get("C04w").copied(),
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            ("2027-02-22".to_owned(), 7, Some(7)),
            ("2027-03-08".to_owned(), 7, None)
        ]
    );
}

#[test]
fn bijeenkomsten_of_one_half_day_share_the_visit_of_a_jeugdarts() {
    // Two groups of one age on Tuesday morning and afternoon, and one of the morning again.
    let mut plan = scenario_9();
    let year = days("2027-01-01", "2028-12-31");
    let apart = physician_half_days(&plan, None, year);
    // B1, B3, B6 and B8 of four groups.
    let sessions = |found: &[PhysicianHalfDay]| -> usize {
        found.iter().map(|half_day| half_day.sessions.len()).sum()
    };
    assert_eq!(sessions(&apart), 16);
    assert!(apart.iter().all(|half_day| half_day.present.is_none()));
    let (first, other) = {
        let mut ids = plan.groups.keys().cloned();
        (ids.next().unwrap(), ids.nth(2).unwrap())
    };
    let date = plan.groups[&first].sessions[&number(1)].date;
    let line = plan.groups[&first].line.clone();
    let moved = plan.groups.get_mut(&other).unwrap();
    moved.line = line;
    moved.sessions.get_mut(&number(1)).unwrap().date = date;
    let together = physician_half_days(&plan, None, year);
    let combined: Vec<_> = together
        .iter()
        .filter(|half_day| half_day.is_combined())
        .collect();
    assert_eq!(sessions(&together), 16);
    assert!(
        combined
            .iter()
            .any(|half_day| Some(half_day.date) == date && half_day.minutes == 120)
    );
}

#[test]
fn rsv_is_marked_once_for_summer_births() {
    // Scenario 7 of `docs/domain.md#8.2`.
    let births = ["05", "12", "19", "21", "23", "25"].map(|day| {
        format!(r#"{{"code":"N{day}","birth":"2027-04-{day}","location":"noord","half_days":["tue-am"]}}"#)
    });
    let mut plan = plan_of(&format!(r#""enrolments":[{}]"#, births.join(",")));
    make(&mut plan, &Edit::Propose, None);
    let found = vaccination_moments(&plan, None, days("2027-01-01", "2028-12-31"));
    let marked: Vec<_> = found.iter().filter(|moment| moment.rsv.is_some()).collect();
    assert_eq!(marked.len(), 1);
    assert_eq!(
        (marked[0].number, marked[0].date),
        (number(4), day("2027-09-28"))
    );
    assert_eq!(marked[0].rsv.as_ref().map(|rsv| rsv.children), Some(6));
    let numbers: Vec<u8> = found.iter().map(|moment| moment.number.get()).collect();
    assert_eq!(numbers, [2, 3, 4, 7, 8]);
}

#[test]
fn a_plan_inside_all_windows_needs_no_catch_up() {
    assert_eq!(catch_up(&scenario_3(), None, None), []);
}

#[test]
fn a_bijeenkomst_without_a_day_needs_one_appointment_a_child() {
    let mut plan = scenario_3();
    set(&mut plan, 3, None, Status::Draft);
    let found = catch_up(&plan, None, None);
    assert_eq!(found.len(), 1);
    let three = &found[0];
    assert_eq!(
        (three.number, three.cause, three.appointments),
        (number(3), CatchUpCause::NoDay, 6)
    );
    // The template ends for the oldest on 18-5; the rotavirus series would end on 20-6.
    assert_eq!(
        (three.until, three.by_programme),
        (day("2027-05-18"), false)
    );
    assert_eq!(three.doses.len(), 4);
}

#[test]
fn a_day_too_early_for_some_counts_only_those() {
    let mut plan = scenario_3();
    // On 13-4 the children of 4, 6, 9 and 12 January are three months old, those of 20 and 24 are not.
    set(&mut plan, 3, Some("2027-04-13"), Status::Draft);
    let found = catch_up_of(&plan, &only_group(&plan), None);
    let three = found
        .iter()
        .find(|found| found.number == number(3))
        .unwrap();
    assert_eq!(
        (three.cause, three.appointments),
        (CatchUpCause::OutsideVaccine, 2)
    );
    assert_eq!(three.from, Some(day("2027-04-24")));
    // Only the DKTP of the scheme 3-5-12 may not be given before three months.
    let doses: Vec<&str> = three.doses.iter().map(|dose| dose.code()).collect();
    assert_eq!(
        (doses.as_slice(), three.at_most),
        (["DKTP1"].as_slice(), true)
    );
}

#[test]
fn a_day_too_soon_after_the_dose_before_counts_all() {
    let mut plan = scenario_3();
    set(&mut plan, 3, Some("2027-05-13"), Status::Draft);
    set(&mut plan, 4, Some("2027-07-01"), Status::Draft);
    let found = catch_up_of(&plan, &only_group(&plan), None);
    let four = found
        .iter()
        .find(|found| found.number == number(4))
        .unwrap();
    assert_eq!((four.appointments, four.from), (6, Some(day("2027-07-08"))));
    // Nothing is said of what is over.
    assert!(
        catch_up_of(&plan, &only_group(&plan), Some(day("2027-07-02")))
            .iter()
            .all(|found| found.number != number(4))
    );
}

#[test]
fn a_day_too_late_for_the_oldest_asks_for_a_day_before() {
    let mut plan = plan_of(&format!(
        r#""groups":[{}]"#,
        group(
            "G1",
            "2027-01-04",
            "2027-01-18",
            r#","half_day":{"user":"tue-am"}"#
        )
    ));
    make(&mut plan, &Edit::Propose, None);
    // The oldest is 167 days old on 20-6: the last day for rota2.
    set(&mut plan, 3, Some("2027-06-22"), Status::Draft);
    let found = catch_up_of(&plan, &only_group(&plan), None);
    let three = found
        .iter()
        .find(|found| found.number == number(3))
        .unwrap();
    assert_eq!(
        (three.until, three.by_programme, three.at_most),
        (day("2027-06-20"), true, true)
    );
    assert_eq!(three.appointments, 7);
}

#[test]
fn a_cancelled_bijeenkomst_is_named_as_long_as_its_window_is_open() {
    let mut plan = scenario_3();
    set(&mut plan, 8, Some("2028-03-23"), Status::Cancelled);
    let causes = |today: Option<Date>| -> Vec<CatchUpCause> {
        catch_up(&plan, None, today)
            .iter()
            .map(|found| found.cause)
            .collect()
    };
    assert_eq!(causes(None), [CatchUpCause::Cancelled]);
    assert_eq!(causes(Some(day("2028-05-05"))), []);
}
