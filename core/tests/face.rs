//! Core as another crate sees it: `?` works with every fault, what is read is written again, and what is printed of a
//! list shows no cell of it.

use centering_core::calendar::{AgeOffset, ClockTime, Date, DateRange, HalfDay, Month};
use centering_core::care::{SessionNumber, TemplateFault};
use centering_core::cohort::{Limits, best_groups};
use centering_core::edit::{AssuranceRefusal, Done, Edit, Refusal};
use centering_core::intake::{CellFault, LineFault, Reading, Table, TeamFault, read_enrolments};
use centering_core::layers::{Entry, Scope, agenda};
use centering_core::plan::{
    CodeFault, EnrolmentCode, GroupId, Language, LineId, LocationId, PersonFault, PersonId, Plan,
    ReadError, RoomId,
};
use centering_core::replan::Event;
use centering_core::schedule::{Candidate, Slot, best_dates};
use centering_core::steps::{
    FactorId, LinkKind, Network, NetworkFault, Span, StepFault, StepId, StepPlan, StepRefusal, Tie,
    WorkCalendar,
};
use centering_core::{ParseError, assurance::ChecklistFault, assurance::StatementId};
use std::error::Error;
use std::fmt::{Debug, Display};
use std::str::FromStr;

#[test]
fn every_fault_is_an_error() {
    fn is_error<T: Error + Send + Sync + Clone + PartialEq + 'static>() {}
    is_error::<ParseError>();
    is_error::<CodeFault>();
    is_error::<CellFault>();
    is_error::<LineFault>();
    is_error::<TeamFault>();
    is_error::<ReadError>();
    is_error::<TemplateFault>();
    is_error::<StepFault>();
    is_error::<StepRefusal>();
    is_error::<NetworkFault>();
    is_error::<ChecklistFault>();
    is_error::<AssuranceRefusal>();
    is_error::<Refusal>();
}

#[test]
fn a_fault_names_the_place_and_what_is_expected() -> Result<(), Box<dyn Error>> {
    let plan = Plan::empty();
    let group = GroupId::parse("NRD-2027-01-1")?;
    let refusal = Edit::PlanDates(group).changes(&plan, None).unwrap_err();
    assert_eq!(refusal.to_string(), "the plan has no group NRD-2027-01-1");
    let mut settings = plan.settings.clone();
    settings.notice_days = 91;
    let refusal = Edit::Configure(Box::new(settings)).changes(&plan, None);
    assert_eq!(
        refusal.unwrap_err().to_string(),
        "the notice period is too long; expected at most 90 days"
    );
    let unread = "B100".parse::<SessionNumber>().unwrap_err();
    assert_eq!(unread.to_string(), "not a bijeenkomst; expected B1 to B99");
    Ok(())
}

/// A list without headings, with a name where a code is expected and a BSN.
#[test]
fn no_cell_of_a_list_is_printed_with_a_fault() {
    let table = Table::read(
        "Code;Geboortedatum;Locatie\nJansen;4-1-2027;Noord\n111222333;5-1-2027;Noord\n",
    );
    let plan = Plan::empty();
    let intake = read_enrolments(&table, &Reading::guess(&table, &plan), &plan, None);
    assert_eq!(intake.faults.len(), 2);
    for fault in &intake.faults {
        for printed in [
            fault.to_string(),
            format!("{fault:?}"),
            format!("{fault:#?}"),
        ] {
            assert!(!printed.contains("Jansen") && !printed.contains("111222333"));
        }
        assert!(
            fault
                .to_string()
                .starts_with(&format!("line {}, column Code: ", fault.line))
        );
    }
    for refused in ["Jansen", "111222333"] {
        let error = serde_json::from_str::<EnrolmentCode>(&format!("\"{refused}\"")).unwrap_err();
        assert!(error.to_string().contains("expected"), "{error}");
        assert!(!error.to_string().contains(refused), "{error}");
    }
}

#[test]
fn what_is_printed_is_read_again() {
    fn same<T>(text: &str)
    where
        T: FromStr<Err: Error> + Display + Debug + PartialEq,
        T: serde::Serialize + serde::de::DeserializeOwned,
    {
        let value: T = text
            .parse()
            .unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(value.to_string(), text);
        let json = serde_json::to_string(&value).unwrap();
        assert_eq!(json, format!("\"{text}\""));
        assert_eq!(serde_json::from_str::<T>(&json).unwrap(), value);
        assert!("".parse::<T>().is_err() && " ".parse::<T>().is_err());
    }
    same::<Date>("2027-03-16");
    same::<Month>("2027-03");
    same::<HalfDay>("tue-pm");
    same::<ClockTime>("09:30");
    same::<AgeOffset>("4m14d");
    same::<SessionNumber>("B8");
    same::<StatementId>("KSF2-4");
    same::<FactorId>("KSF7");
    same::<StepId>("V11");
    same::<LocationId>("de-wetering");
    same::<EnrolmentCode>("NRD-0312");
    same::<GroupId>("NRD-2027-01-1");
    same::<PersonId>("JV-1");
    same::<RoomId>("noord-1");
    same::<LineId>("NRD-tue-am-1");
    same::<Language>("nl");
}

fn families() -> Result<Plan, Box<dyn Error>> {
    let families = "Code;Geboortedatum;Locatie\nN1;4-1-2027;Noord\nN2;6-1-2027;Noord\nN3;9-1-2027;Noord\n\
                    N4;12-1-2027;Noord\nN5;20-1-2027;Noord\nN6;24-1-2027;Noord\n";
    let mut plan = Plan::empty();
    let table = Table::read(families);
    let intake = read_enrolments(&table, &Reading::guess(&table, &plan), &plan, None);
    plan.edit(&intake.edit().ok_or("a question is open")?, None)?;
    Ok(plan)
}

#[test]
fn nothing_to_do_is_no_fault_and_what_is_done_can_be_taken_back() -> Result<(), Refusal> {
    let mut plan = families().unwrap();
    let before = plan.clone();
    let done = plan.edit(&Edit::Propose, None)?;
    assert_eq!(done.dates.len(), 8);
    let again = plan.edit(&Edit::Propose, None)?;
    assert_eq!(again, Done::default());
    assert_eq!(Edit::Propose.changes(&plan, None), Err(Refusal::NoChange));
    plan.apply_all(done.undo);
    assert_eq!(plan, before);
    Ok(())
}

/// What happened to somebody who is not in the plan is not "nothing happened".
#[test]
fn an_event_of_something_unknown_is_refused() {
    let mut plan = families().unwrap();
    let day = Date::new(2027, 5, 3).unwrap();
    let days = DateRange {
        first: day,
        last: day,
    };
    let never = DateRange {
        first: day,
        last: day.plus_days(-1),
    };
    let person = PersonId::parse("A1").unwrap();
    let room = RoomId::new("noord-1");
    let group = GroupId::new("NOO-2027-01-1");
    let code = EnrolmentCode::parse("N9").unwrap();
    let absent = |days| Event::PersonAbsent {
        person: person.clone(),
        days,
    };
    let before = plan.clone();
    for (event, refusal) in [
        (absent(days), Refusal::UnknownPerson(person.clone())),
        (absent(never), Refusal::Person(PersonFault::Absence)),
        (
            Event::RoomLost {
                room: room.clone(),
                days,
            },
            Refusal::UnknownRoom(room),
        ),
        (Event::Left(code.clone()), Refusal::UnknownFamily(code)),
        (Event::Stopped(group.clone()), Refusal::UnknownGroup(group)),
    ] {
        let edit = Edit::Happened(Box::new(event));
        assert_eq!(plan.edit(&edit, None), Err(refusal));
    }
    assert_eq!(plan, before);
}

/// The names under which a script writes edits, and reads why one is refused.
#[test]
fn edits_and_refusals_are_written_by_name() {
    let json = r#"{"move":{"group":"NOO-2027-01-1","session":"B2","date":"2027-03-09"}}"#;
    let edit: Edit = serde_json::from_str(json).unwrap();
    assert_eq!(serde_json::to_string(&edit).unwrap(), json);
    assert_eq!(
        serde_json::from_str::<Edit>(r#""propose""#).unwrap(),
        Edit::Propose
    );
    let refusal = edit.changes(&Plan::empty(), None).unwrap_err();
    let json = serde_json::to_string(&refusal).unwrap();
    assert_eq!(json, r#"{"unknown_group":"NOO-2027-01-1"}"#);
    assert_eq!(serde_json::from_str::<Refusal>(&json).unwrap(), refusal);
    let mut plan = families().unwrap();
    let done = plan.edit(&Edit::Propose, None).unwrap();
    let json = serde_json::to_string(&done).unwrap();
    assert_eq!(serde_json::from_str::<Done>(&json).unwrap(), done);
    let all = DateRange {
        first: Date::FIRST,
        last: Date::LAST,
    };
    let agenda = agenda(&plan, &Scope::All, all);
    let json = serde_json::to_string(&agenda).unwrap();
    assert_eq!(serde_json::from_str::<Vec<Entry>>(&json).unwrap(), agenda);
}

/// Debug builds stop at an overflow; no number of a caller may lead to one.
#[test]
fn extreme_numbers_overflow_nowhere() {
    let limits = Limits {
        min: 1,
        target: usize::MAX,
        max: 2,
        max_spread: i32::MAX,
    };
    assert!(limits.cost(0, i32::MIN) > 0 && limits.cost(1, i32::MAX) > 0);
    let groups = best_groups(&[i32::MIN, 0, i32::MAX], limits, |_| Some(usize::MAX));
    assert_eq!(groups.iter().map(ExactSizeIterator::len).sum::<usize>(), 3);
    let day = Date::LAST;
    let slot = |cost| Slot::Free {
        candidates: vec![Candidate { date: day, cost }],
        after: Vec::new(),
    };
    let chosen = best_dates(&[slot(i64::MAX), slot(i64::MAX)]);
    assert_eq!(chosen.dates.len(), 2);
    assert_eq!(
        Network::new(usize::MAX, &[]).unwrap_err(),
        NetworkFault::TooMany
    );
    let tie = Tie {
        from: u32::MAX,
        to: u32::MAX,
        kind: LinkKind::FinishStart,
        lag: i32::MAX,
    };
    assert_eq!(
        Network::new(1, &[tie]).unwrap_err(),
        NetworkFault::Unknown(tie)
    );
    let steps = StepPlan {
        start: Date::new(2027, 1, 4),
        ..StepPlan::proposal().clone()
    };
    let timetable = steps.timetable(&WorkCalendar::default()).unwrap();
    for start in [i32::MIN, 0, i32::MAX] {
        for finish in [i32::MIN, 0, i32::MAX] {
            let days = timetable.dates(Span { start, finish });
            assert!(days.is_none_or(|days| !days.is_empty()), "{start} {finish}");
        }
    }
}
