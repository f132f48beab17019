//! Groups that run already come into a plan: by a list, from families of any age, and by saying when their bijeenkomsten
//! were; and what was missed is asked for once.

use centering_core::calendar::Date;
use centering_core::care::{BirthWindow, Scheme, SessionNumber};
use centering_core::edit::{Edit, History, Refusal};
use centering_core::intake::GroupList;
use centering_core::layers::{CatchUps, catch_up};
use centering_core::plan::{Enrolment, EnrolmentCode, GroupId, LocationId, Plan, Standing, Status};
use centering_core::problem::{Finding, Severity, check};
use centering_tests::list::List;
use centering_tests::planning::{date, make};
use std::collections::BTreeMap;

const TODAY: &str = "2027-03-22";
/// Days after the Monday on which the oldest child was born: each a Tuesday in the preferred window.
const OFFSETS: [i32; 8] = [50, 64, 113, 176, 232, 295, 386, 442];

fn today() -> Option<Date> {
    Some(date(TODAY))
}

fn number(number: u8) -> SessionNumber {
    SessionNumber::new(number).unwrap()
}

fn id(text: &str) -> GroupId {
    GroupId::parse(text).unwrap()
}

fn oldest(group: i32) -> Date {
    date("2026-03-02").plus_days(group * 14)
}

fn typed(date: Date) -> String {
    format!("{}-{}-{}", date.day(), date.month(), date.year())
}

/// Twelve groups, a row each, with the days until today; of the third group B2 is not known, and of the first the last
/// day, which is still to come, is.
fn list() -> String {
    let mut list =
        "Groep;Locatie;Gezinnen;Oudste;Jongste;B1;B2;B3;B4;B5;B6;B7;B8;Begeleider\n".to_owned();
    for group in 0..12 {
        let births = [oldest(group), oldest(group).plus_days(14)].map(typed);
        let days = OFFSETS.iter().enumerate().map(|(place, offset)| {
            let day = oldest(group).plus_days(*offset);
            let is_known = day <= date(TODAY) || (group, place) == (0, 7);
            let is_told = is_known && (group, place) != (2, 1);
            if is_told { typed(day) } else { String::new() }
        });
        let days: Vec<String> = days.collect();
        let row = format!(
            "Groep {};Noord;7;{};{};Anne\n",
            group + 1,
            births.join(";"),
            days.join(";")
        );
        list.push_str(&row);
    }
    list
}

fn read(text: &str, plan: &Plan) -> GroupList {
    List::of_groups(text, plan.clone()).groups_on(today())
}

fn errors(plan: &Plan, today: Option<Date>) -> Vec<Finding> {
    let problems = check(plan, today).into_iter();
    let errors = problems.filter(|problem| problem.finding.rule().1 == Severity::Error);
    errors.map(|problem| problem.finding).collect()
}

#[test]
fn twelve_running_groups_come_in_by_a_list() {
    let mut plan = Plan::empty();
    let list = read(&list(), &plan);
    assert_eq!(list.faults, []);
    assert_eq!((list.groups.len(), list.new, list.coming), (12, 12, 1));
    assert_eq!(list.dropped, ["Begeleider"]);
    let lines = list.lines;
    assert_eq!(
        (lines.total, lines.read, lines.rejected, lines.skipped),
        (13, 12, 0, 1)
    );
    let before = plan.clone();
    let done = plan.edit(&list.edit(true).unwrap(), today()).unwrap();

    let mut held = 0;
    for group in 0..12 {
        let known = &plan.groups[&id(&format!("Groep-{}", group + 1))];
        for (place, offset) in OFFSETS.iter().enumerate() {
            let day = oldest(group).plus_days(*offset);
            let session = &known.sessions[&number(place as u8 + 1)];
            if day <= date(TODAY) && (group, place) != (2, 1) {
                assert_eq!((session.date, session.status), (Some(day), Status::Held));
                held += 1;
            }
        }
    }
    assert_eq!(list.held, held);
    let told = &plan.groups[&id("Groep-1")].sessions[&number(8)];
    assert_eq!(told.standing(today()), Standing::Shared);
    assert_eq!(told.date, Some(oldest(0).plus_days(442)));
    assert_eq!(errors(&plan, today()), []);
    assert!(!plan.to_json().contains("Anne"));

    // What is still to come is planned, and a new proposal leaves all as it is.
    let undated = plan
        .groups
        .values()
        .flat_map(|group| group.sessions.values());
    let undated = undated.filter(|session| session.date.is_none());
    assert_eq!(undated.count(), 1);
    let entered = plan.clone();
    plan.edit(&Edit::Propose, today()).unwrap();
    assert_eq!(plan, entered);
    plan.apply_all(done.undo);
    assert_eq!(plan, before, "one undo takes all back");
}

#[test]
fn what_was_missed_is_asked_once_for_each_group_and_dose_until_it_is_ticked_off() {
    let mut plan = Plan::empty();
    let edit = read(&list(), &plan).edit(true).unwrap();
    make(&mut plan, &edit, today());
    let unsaid: Vec<Finding> = check(&plan, today())
        .into_iter()
        .map(|problem| problem.finding)
        .filter(|finding| matches!(finding, Finding::Unsaid(_)))
        .collect();
    assert_eq!(unsaid, [Finding::Unsaid(vec![number(2)])]);
    assert_eq!(catch_up(&plan, None, today()), []);
    let missed = |plan: &Plan| -> BTreeMap<String, (usize, bool)> {
        let missed = CatchUps::of(plan, today()).missed(None).into_iter();
        missed
            .map(|one| {
                (
                    format!("{} {}", one.group, one.dose),
                    (one.children, one.at_most),
                )
            })
            .collect()
    };
    let expected = [("Groep-3 DKTP1", (7, true)), ("Groep-3 ROTA1", (7, false))];
    assert_eq!(
        missed(&plan),
        expected
            .map(|(name, count)| (name.to_owned(), count))
            .into()
    );

    // Once somebody counted who follows which scheme, that many.
    let schemes = Edit::SetSchemes {
        group: id("Groep-3"),
        schemes: [(Scheme::M2M3M5M12, 3)].into(),
    };
    let mut counted = plan.clone();
    make(&mut counted, &schemes, today());
    assert_eq!(missed(&counted)["Groep-3 DKTP1"], (3, false));

    let dose = plan.template().session(number(2)).unwrap().doses[0]
        .dose
        .clone();
    let mut history = History::default();
    let done = |done| Edit::CatchUp {
        group: id("Groep-3"),
        dose: dose.clone(),
        done,
    };
    let (name, changes) = done(true).named(&plan, today()).unwrap();
    history.commit(&mut plan, name, changes);
    assert_eq!(missed(&plan).len(), 1);
    assert_eq!(
        Plan::from_json(&plan.to_json()).unwrap(),
        plan,
        "it is stored"
    );
    history.undo(&mut plan).unwrap();
    assert_eq!(missed(&plan).len(), 2);

    // The same where it did not take place; once somebody says when it was, nothing was missed.
    let status = Edit::SetStatus {
        group: id("Groep-3"),
        session: number(2),
        status: Status::Cancelled,
    };
    make(&mut plan, &status, today());
    assert_eq!(missed(&plan).len(), 2);
    let held = Edit::HeldOn {
        group: id("Groep-3"),
        session: number(2),
        date: oldest(2).plus_days(64),
    };
    make(&mut plan, &held, today());
    assert_eq!(missed(&plan).len(), 0);
}

#[test]
fn a_group_of_families_of_any_age_has_no_error_and_says_when_it_met() {
    let today = Some(date("2026-11-29"));
    let mut plan = Plan::empty();
    let noord = LocationId::from_name("Noord").unwrap();
    let families = (1..=6).map(|family| {
        let code = EnrolmentCode::parse(&format!("N{family}")).unwrap();
        Enrolment::new(
            code,
            date("2026-04-01").plus_days(family * 2),
            noord.clone(),
        )
    });
    let families: Vec<Enrolment> = families.collect();
    let import = centering_tests::planning::import(
        "Code;Geboortedatum;Locatie\nX1;13-4-2026;Noord\nX2;14-4-2026;Noord\n",
        &plan,
    );
    make(&mut plan, &import, today);
    for family in &families {
        make(&mut plan, &Edit::SetEnrolment(family.clone()), today);
    }
    let codes = families.iter().map(|family| family.code.clone());
    make(&mut plan, &Edit::CreateGroup(codes.collect()), today);
    let group = plan.groups.keys().next().unwrap().clone();
    assert_eq!(errors(&plan, today), []);
    let unsaid = |plan: &Plan| {
        let mut problems = check(plan, today).into_iter();
        problems.find_map(|problem| match problem.finding {
            Finding::Unsaid(numbers) => Some(numbers),
            _ => None,
        })
    };
    assert_eq!(unsaid(&plan), Some((1..=4).map(number).collect()));

    // A Sunday, a day before the window and the last of all days that can be.
    let held = |session: u8, day: &str| Edit::HeldOn {
        group: group.clone(),
        session: number(session),
        date: date(day),
    };
    let days = [
        "2026-05-10",
        "2026-06-02",
        "2026-07-14",
        "2026-09-15",
        "2026-11-29",
    ];
    let edits: Vec<Edit> = (1..)
        .zip(days)
        .map(|(session, day)| held(session, day))
        .collect();
    let before = plan.clone();
    let (_, changes) = Edit::together(&edits, &plan, today).unwrap();
    let undo = plan.apply_all(changes);
    assert_eq!(unsaid(&plan), None);
    assert_eq!(errors(&plan, today), []);
    let sessions = &plan.groups[&group].sessions;
    assert!((1..=5).all(|session| sessions[&number(session)].status == Status::Held));
    plan.edit(&Edit::PlanDates(group.clone()), today).unwrap();
    assert_eq!(
        plan.groups[&group].sessions[&number(1)].date,
        Some(date("2026-05-10"))
    );
    assert_eq!(
        held(6, "2026-11-30").changes(&plan, today),
        Err(Refusal::ToCome(group.clone(), number(6)))
    );
    assert_eq!(
        held(9, "2026-11-01").changes(&plan, today),
        Err(Refusal::UnknownSession(group.clone(), number(9)))
    );
    plan.apply_all(undo);
    assert_eq!(plan.groups, before.groups);

    // Before the births it is said, and not refused.
    make(&mut plan, &held(1, "2026-03-10"), today);
    let born = BirthWindow::around(families.iter().map(|one| one.birth))
        .unwrap()
        .oldest();
    let problems = check(&plan, today).into_iter();
    let findings: Vec<Finding> = problems.map(|problem| problem.finding).collect();
    assert!(findings.contains(&Finding::HeldBeforeBirth { born }));
    assert_eq!(errors(&plan, today), []);
}

/// Whatever a list calls it, with the day on which it would have been or without one.
#[test]
fn a_bijeenkomst_that_lapsed_comes_in_as_one() {
    let mut plan = Plan::empty();
    let text = "Groep;Locatie;B1;B2;B3;B4;B5\n\
        G1;Noord;5-1-2027;vervallen;Niet doorgegaan (2-3-2027);25-5-2027;cancelled\n";
    let list = read(text, &plan);
    assert_eq!(list.faults, []);
    assert_eq!((list.held, list.coming, list.lapsed), (1, 1, 3));
    make(&mut plan, &list.edit(true).unwrap(), today());
    let known: Vec<(Status, Option<Date>)> = plan.groups[&id("G1")]
        .sessions
        .values()
        .take(5)
        .map(|session| (session.status, session.date))
        .collect();
    let expected = [
        (Status::Held, Some(date("2027-01-05"))),
        (Status::Cancelled, None),
        (Status::Cancelled, Some(date("2027-03-02"))),
        (Status::Shared, Some(date("2027-05-25"))),
        (Status::Cancelled, None),
    ];
    assert_eq!(known, expected);
    let number_2 = &plan.groups[&id("G1")].sessions[&number(2)];
    assert_eq!(number_2.standing(today()), Standing::Cancelled);
    assert_eq!(errors(&plan, today()), []);

    // In the other form; a day that cannot be read beside it is a fault, and two lines that differ are.
    let list = read(
        "Groep;Nr;Datum;Locatie\nG2;1;gaat niet door;Noord\nG2;2;vervallen 31-2-2027;Noord\nG2;1;5-1-2027;Noord\n",
        &plan,
    );
    let at: Vec<usize> = list.faults.iter().map(|fault| fault.line).collect();
    assert_eq!((list.lapsed, at), (1, vec![3, 4]));
    // One that the plan has keeps its day, and takes place again where a list says when.
    let list = read("Groep;B1;B2\nG1;afgelast;16-2-2027\n", &plan);
    make(&mut plan, &list.edit(true).unwrap(), today());
    let sessions = &plan.groups[&id("G1")].sessions;
    let now = [1, 2].map(|one| (sessions[&number(one)].status, sessions[&number(one)].date));
    assert_eq!(
        now,
        [
            (Status::Cancelled, Some(date("2027-01-05"))),
            (Status::Held, Some(date("2027-02-16")))
        ]
    );
}
