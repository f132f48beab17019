//! What is wrong with who, where and when is named, and with nothing too much: plans in which somebody found it missing.

use centering_core::calendar::{Date, MonthEnd};
use centering_core::care::{Scheme, SessionNumber};
use centering_core::edit::Edit;
use centering_core::layers::{CatchUpCause, catch_up};
use centering_core::plan::{GroupId, LineId, PersonId, Plan, Status};
use centering_core::problem::{Place, Problem, Severity, check, people_of};
use centering_core::remedy::{Remedy, remedies};
use centering_core::schedule::{session_windows, violated_intervals};
use centering_tests::planning::{date, make};

macro_rules! case {
    ($name:literal) => {
        Plan::from_json(include_str!(concat!("../data/plans/", $name, ".json"))).expect("a plan")
    };
}

fn proposed(mut plan: Plan, today: Option<Date>) -> Plan {
    make(&mut plan, &Edit::Propose, today);
    plan
}

fn number(number: u8) -> SessionNumber {
    SessionNumber::new(number).expect("a number")
}

fn person(alias: &str) -> PersonId {
    PersonId::parse(alias).expect("an alias")
}

/// The problems with this code.
fn named(plan: &Plan, code: &str) -> Vec<Problem> {
    let mut found = check(plan, plan.today);
    found.retain(|problem| problem.code == code);
    found
}

fn codes_of(plan: &Plan, group: &str, session: u8) -> Vec<&'static str> {
    let place = Place::Session(GroupId::new(group), number(session));
    let problems = check(plan, plan.today).into_iter();
    let here = problems.filter(|problem| problem.place == place);
    here.map(|problem| problem.code).collect()
}

#[test]
fn each_of_a_pair_that_does_not_work_on_the_day_of_a_moved_bijeenkomst_is_named() {
    let mut plan = case!("moved-to-day-pair-does-not-work");
    let found = named(&plan, "TEA-03");
    let place = Place::Session(GroupId::new("X-1"), number(2));
    assert!(found.iter().all(|problem| problem.place == place));
    let who: Vec<PersonId> = ["P-1", "P-2"].map(person).into();
    let by_name = |problem: &Problem| {
        let text = serde_json::to_string(&problem.finding).expect("it is written");
        who.iter()
            .filter(|id| text.contains(id.as_str()))
            .cloned()
            .collect::<Vec<_>>()
    };
    assert_eq!(found.iter().flat_map(by_name).collect::<Vec<_>>(), who);
    // On the day of the line the line speaks, and one who works on the other day is not named.
    let line = plan
        .lines
        .get(&LineId::new("NRD-thu-am-1"))
        .expect("the line")
        .clone();
    let one = plan.people.get_mut(&person("P-1")).expect("the person");
    one.half_days = ["thu-am", "fri-am"]
        .map(|half_day| half_day.parse().expect("one"))
        .into_iter()
        .collect();
    assert_eq!(named(&plan, "TEA-03").len(), 1);
    let thursday = Edit::Move {
        group: GroupId::new("X-1"),
        session: number(2),
        date: date("2027-03-11"),
    };
    make(&mut plan, &thursday, None);
    assert!(named(&plan, "TEA-03").is_empty() && line.has_pair());
}

#[test]
fn a_jeugdarts_in_a_pair_is_named_at_the_line_and_once_at_a_bijeenkomst() {
    let mut plan = proposed(case!("jeugdarts-in-pair"), None);
    let found = named(&plan, "TEA-05");
    let at_line = Place::Line(LineId::new("NRD-thu-am-1"));
    assert_eq!(
        found.iter().map(|one| &one.place).collect::<Vec<_>>(),
        [&at_line]
    );
    assert!(
        found
            .iter()
            .all(|one| people_of(&plan, one).contains(&person("P-2")))
    );
    // Who leads one bijeenkomst this once.
    let line = plan
        .lines
        .get_mut(&LineId::new("NRD-thu-am-1"))
        .expect("the line");
    line.facilitators.remove(&person("P-2"));
    let group = plan.groups.keys().next().expect("a group").clone();
    let held = plan
        .groups
        .get_mut(&group)
        .expect("the group")
        .sessions
        .get_mut(&number(2));
    held.expect("B2").facilitators = ["P-1", "P-2"].map(person).into();
    let found = named(&plan, "TEA-05");
    let places: Vec<&Place> = found.iter().map(|one| &one.place).collect();
    assert_eq!(places, [&Place::Session(group, number(2))]);
}

#[test]
fn lines_that_are_more_than_a_working_week_are_named() {
    let mut plan = case!("fte-one-half-day-three-lines");
    let lines = |plan: &Plan| -> Vec<String> {
        let found = named(plan, "TEA-06").into_iter();
        found
            .map(|one| serde_json::to_string(&one.place).expect("it is written"))
            .collect()
    };
    // One half-day each: of three lines two are too many, for both.
    let line = |id: &str| format!("{{\"line\":\"{id}\"}}");
    let expected = [
        "NRD-thu-am-1",
        "NRD-thu-am-1",
        "NRD-wed-am-1",
        "NRD-wed-am-1",
    ]
    .map(line);
    assert_eq!(lines(&plan), expected);
    for person in plan.people.values_mut() {
        person.fte = 30;
    }
    assert_eq!(lines(&plan), [""; 0]);
}

#[test]
fn a_line_of_another_location_is_named() {
    let plan = case!("line-of-other-location");
    let found = named(&plan, "LIJ-06");
    let places: Vec<(&Place, Severity)> =
        found.iter().map(|one| (&one.place, one.severity)).collect();
    assert_eq!(
        places,
        [(&Place::Group(GroupId::new("X-1")), Severity::Error)]
    );
}

#[test]
fn of_what_a_group_lost_by_stopping_nothing_is_asked_but_its_vaccinations() {
    let plan = case!("stopped-with-draft-dates");
    let worse = |plan: &Plan| -> Vec<&str> {
        let problems = check(plan, plan.today).into_iter();
        let worse = problems.filter(|one| one.severity > Severity::Info);
        worse.map(|one| one.code).collect()
    };
    assert_eq!(worse(&plan), [""; 0]);
    // Nor when the pair is away on a day that was only a draft, or another group has the line then.
    let mut busy = plan.clone();
    let pair = busy.people.get_mut(&person("P-1")).expect("the person");
    pair.half_days = Default::default();
    let found = named(&busy, "TEA-03");
    assert!(
        found.iter().all(|one| matches!(one.place, Place::Line(_))),
        "{found:?}"
    );
    // A day that was planned, one that never was and one that is cancelled leave the same over.
    let left = |plan: &Plan| -> Vec<(u8, CatchUpCause, Vec<String>)> {
        let found = catch_up(plan, None, plan.today).into_iter();
        let doses = |one: &[centering_core::care::Dose]| {
            one.iter().map(|dose| dose.code().to_owned()).collect()
        };
        found
            .map(|one| (one.number.get(), one.cause, doses(&one.doses)))
            .collect()
    };
    let found = left(&plan);
    let numbers: Vec<u8> = found.iter().map(|(number, ..)| *number).collect();
    assert_eq!(numbers, [2, 3, 4, 5, 6, 7, 8]);
    assert!(
        found
            .iter()
            .all(|(_, cause, _)| *cause == CatchUpCause::Cancelled)
    );
    assert_eq!(found[0].2, ["ROTA1", "DKTP1"]);
    let mut cancelled = plan.clone();
    let group = cancelled
        .groups
        .get_mut(&GroupId::new("X-1"))
        .expect("the group");
    group.sessions.get_mut(&number(2)).expect("B2").status = Status::Cancelled;
    assert_eq!(left(&cancelled), found);
}

/// RVP, tijdstip van vaccinaties: the first DKTP at two months is given at 6, 7, 8 or 9 weeks.
#[test]
fn a_first_dktp_at_two_months_after_nine_weeks_is_named() {
    let mut plan = case!("moved-to-day-pair-does-not-work");
    // The oldest is 9 weeks and 6 days on 14 March.
    let moved = |plan: &Plan, day: &str| {
        let mut plan = plan.clone();
        let edit = Edit::Move {
            group: GroupId::new("X-1"),
            session: number(2),
            date: date(day),
        };
        make(&mut plan, &edit, None);
        codes_of(&plan, "X-1", 2)
    };
    assert!(!moved(&plan, "2027-03-11").contains(&"VAC-03"));
    let late = moved(&plan, "2027-03-15");
    assert!(
        late.contains(&"VAC-03") && !late.contains(&"VAC-02"),
        "{late:?}"
    );
    // At most 12 weeks and 6 days, as before.
    assert!(moved(&plan, "2027-04-02").contains(&"VAC-03"));
    let group = plan
        .groups
        .get_mut(&GroupId::new("X-1"))
        .expect("the group");
    group.schemes = [(Scheme::M3M5M12, 6)].into();
    assert!(!moved(&plan, "2027-03-15").contains(&"VAC-03"));
    let group = plan
        .groups
        .get_mut(&GroupId::new("X-1"))
        .expect("the group");
    group.schemes = [(Scheme::M3M5M12, 5), (Scheme::M2M3M5M12, 1)].into();
    assert!(moved(&plan, "2027-03-15").contains(&"VAC-03"));
}

/// Case 9: by the usual rule, and by that of CDSi. The one only tightens.
#[test]
fn a_month_end_may_count_a_day_later_in_windows_limits_and_times_between() {
    let born = |birth: &str, month_end: MonthEnd| {
        let mut plan = case!("moved-to-day-pair-does-not-work");
        for family in plan.enrolments.values_mut() {
            family.birth = date(birth);
        }
        plan.settings.month_end = month_end;
        plan
    };
    let windows =
        |plan: &Plan| session_windows(plan, plan.groups.values().next().expect("a group"));
    let allowed = |birth: &str, month_end| -> Vec<(String, String)> {
        let windows = windows(&born(birth, month_end)).into_iter();
        let days = windows.map(|own| (own.allowed.first.to_string(), own.allowed.last.to_string()));
        days.collect()
    };
    let (usual, next) = (MonthEnd::LastDay, MonthEnd::NextMonth);
    let own = |first: &str, last: &str| (first.to_owned(), last.to_owned());
    let found = allowed("2026-08-31", usual);
    assert_eq!(found[2], own("2026-11-30", "2027-01-14"));
    assert_eq!(found[4], own("2027-02-28", "2027-05-14"));
    assert_eq!(found[6], own("2027-08-31", "2027-10-31"));
    assert_eq!(found[7], own("2027-09-30", "2027-12-31"));
    let found = allowed("2026-08-31", next);
    assert_eq!(found[2], own("2026-12-01", "2027-01-14"));
    assert_eq!(found[4], own("2027-03-01", "2027-05-14"));
    assert_eq!(found[6], own("2027-08-31", "2027-10-31"));
    assert_eq!(found[7], own("2027-10-01", "2027-12-31"));
    assert_eq!(allowed("2027-01-31", usual)[3].0, "2027-06-14");
    assert_eq!(allowed("2027-01-31", usual)[3].1, "2027-08-31");
    // Six months after the last day of August.
    let between = |month_end: MonthEnd, day: &str| {
        let mut plan = born("2027-01-31", month_end);
        let group = plan.groups.values_mut().next().expect("a group");
        for (session, day) in [(4, "2027-08-31"), (7, day)] {
            let mut held = group.sessions.values().next().expect("B2").clone();
            (held.number, held.date) = (number(session), Some(date(day)));
            group.sessions.insert(held.number, held);
        }
        let group = plan.groups.values().next().expect("a group");
        let found = violated_intervals(group, &windows(&plan), number(7), date(day));
        found.first().map(|one| one.limit.to_string())
    };
    assert_eq!(between(usual, "2028-02-29"), None);
    assert_eq!(between(usual, "2028-02-28").as_deref(), Some("2028-02-29"));
    assert_eq!(between(next, "2028-02-29").as_deref(), Some("2028-03-01"));
    assert_eq!(between(next, "2028-03-01"), None);
    // The same day is refused by the check, as a window and as a limit of a vaccination.
    let mut plan = born("2026-08-31", next);
    let edit = Edit::Move {
        group: GroupId::new("X-1"),
        session: number(3),
        date: date("2026-11-30"),
    };
    let group = plan.groups.values_mut().next().expect("a group");
    let mut third = group.sessions.values().next().expect("B2").clone();
    third.number = number(3);
    group.sessions.insert(third.number, third);
    make(&mut plan, &edit, None);
    let codes = codes_of(&plan, "X-1", 3);
    assert!(
        codes.contains(&"VEN-02") && codes.contains(&"VAC-01"),
        "{codes:?}"
    );
    plan.settings.month_end = usual;
    let codes = codes_of(&plan, "X-1", 3);
    assert!(
        !codes.contains(&"VEN-02") && !codes.contains(&"VAC-01"),
        "{codes:?}"
    );
    // It is written only where it was chosen.
    assert!(!plan.to_json().contains("month_end"));
    plan.settings.month_end = next;
    assert_eq!(Plan::from_json(&plan.to_json()).as_ref(), Ok(&plan));
}

#[test]
fn a_jeugdarts_of_another_location_says_nothing_of_this_one() {
    let plan = proposed(case!("arts-other-location"), None);
    let group = plan.groups.values().next().expect("a group");
    let undated = group
        .sessions
        .values()
        .filter(|session| session.date.is_none());
    assert_eq!((group.sessions.len(), undated.count()), (8, 0));
    let problems = check(&plan, None);
    let of_physicians = problems.iter().filter(|one| one.code.starts_with("ART"));
    assert_eq!(of_physicians.count(), 0);
    // The day it comes to this location too, it counts there.
    let mut here = plan.clone();
    let physician = here.people.get_mut(&person("JA-1")).expect("the jeugdarts");
    physician.locations.insert(group.location.clone());
    physician.half_days = ["mon-am".parse().expect("one")].into_iter().collect();
    assert_eq!(named(&here, "ART-01").len(), 4);
}

/// A group at a location with lines meets on one of them, and what is offered holds in the check.
#[test]
fn no_remedy_names_a_half_day_without_a_line_or_a_day_that_is_refused() {
    let cases = [
        case!("arts-other-location"),
        case!("jeugdarts-other-half-day"),
        case!("moved-to-day-pair-does-not-work"),
        case!("jeugdarts-in-pair"),
    ];
    for plan in cases.map(|plan| proposed(plan, None)) {
        let errors = |plan: &Plan| {
            let problems = check(plan, None).into_iter();
            problems
                .filter(|one| one.severity == Severity::Error)
                .count()
        };
        for problem in check(&plan, None) {
            for remedy in remedies(&plan, &problem, None) {
                assert!(!matches!(remedy, Remedy::HalfDay { .. }), "{remedy:?}");
                if let Some(edit) = remedy.edit() {
                    let mut after = plan.clone();
                    make(&mut after, &edit, None);
                    assert!(errors(&after) <= errors(&plan), "{remedy:?}");
                }
            }
        }
    }
}
