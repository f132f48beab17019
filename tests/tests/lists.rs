//! The two lists of `tests/data`: the one without errors is read, planned and kept free of remarks, and of
//! the other each bad line is named as its README says.

use centering_core::calendar::Date;
use centering_core::edit::{Edit, History};
use centering_core::intake::{CellFault, Column, LineFault};
use centering_core::plan::{CodeFault, Plan};
use centering_core::problem::{Finding, check};
use centering_tests::document::Document;
use centering_tests::optimum::assert_best_dates;
use centering_tests::planning::{LIST, date, day, import, json, planned, read_list};
use centering_tests::validator::assert_valid;
use std::collections::BTreeMap;

const FAULTY_LIST: &str = include_str!("../data/met-fouten.csv");
const README: &str = include_str!("../data/README.md");

fn today() -> Option<Date> {
    Some(date("2026-07-01"))
}

#[test]
fn the_list_is_read_without_a_fault() {
    let intake = read_list(LIST, &Plan::empty());
    assert_eq!(intake.faults, []);
    assert_eq!(intake.enrolments.len(), 769);
    assert_eq!(intake.dropped, ["Opmerking"]);
    let mut names: Vec<&str> = intake
        .locations
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    names.sort_unstable();
    assert_eq!(names, ["De Wetering", "Kerkplein", "Noord"]);

    let mut per_location: BTreeMap<&str, usize> = BTreeMap::new();
    for enrolment in &intake.enrolments {
        *per_location.entry(enrolment.location.as_str()).or_default() += 1;
    }
    let expected = [("de-wetering", 150), ("kerkplein", 229), ("noord", 390)];
    assert_eq!(per_location, BTreeMap::from(expected));
    let count = |is_meant: fn(&centering_core::plan::Enrolment) -> bool| {
        intake.enrolments.iter().filter(|one| is_meant(one)).count()
    };
    assert_eq!(count(|one| one.provisional), 121);
    assert_eq!(count(|one| one.half_days.is_empty()), 39);
    assert_eq!(count(|one| one.children == 2), 12);
    assert_eq!(count(|one| one.language.as_str() != "nl"), 27);
}

#[test]
fn the_planned_list_keeps_every_rule_and_has_the_best_days() {
    let plan = planned(LIST, today());
    assert_valid(&json(&plan), today().map(day));
    let document = Document::read(&json(&plan));
    for group in &document.groups {
        assert_best_dates(&document, group, today().map(day));
    }
}

#[test]
fn every_family_has_a_group_or_a_reason() {
    let plan = planned(LIST, today());
    let placed: usize = plan.groups.values().map(|group| group.members.len()).sum();
    let problems = check(&plan, today());
    let waiting = problems
        .iter()
        .filter(|problem| matches!(problem.finding, Finding::NotPlaced(_)));
    assert_eq!(placed + waiting.count(), 769);
    assert!(placed > 600, "most families have a group: {placed}");
}

#[test]
fn no_remark_is_kept_anywhere() {
    let remarks = remarks();
    assert_eq!(remarks.len(), 11, "the list has eleven different remarks");
    let mut plan = Plan::empty();
    let mut history = History::default();
    for edit in [import(LIST, &plan), Edit::Propose] {
        let (name, changes) = edit.named(&plan, today()).expect("the list can be planned");
        history.commit(&mut plan, name, changes);
    }
    let after = format!("{history:?}");
    let document = plan.to_json();
    while history.undo(&mut plan).is_some() {}
    let undone = format!("{history:?}");
    for remark in remarks {
        for (place, kept) in [("plan", &document), ("undo", &after), ("redo", &undone)] {
            assert!(!kept.contains(&remark), "'{remark}' is in the {place}");
        }
    }
}

/// The words of the remarks, taken from the last column; of quoted ones the part without quotes.
fn remarks() -> Vec<String> {
    let mut remarks: Vec<String> = LIST
        .lines()
        .skip(1)
        .filter_map(|line| line.splitn(8, ';').nth(7))
        .map(|cell| {
            cell.trim_matches('"')
                .split("\"\"")
                .next()
                .unwrap_or_default()
        })
        .filter(|remark| !remark.is_empty())
        .map(str::to_owned)
        .collect();
    remarks.sort();
    remarks.dedup();
    remarks
}

/// A file of Excel starts with a byte order mark, which is no part of the first code.
#[test]
fn a_list_without_headings_is_read_from_its_first_line() {
    let body = FAULTY_LIST.lines().nth(1).expect("line 2 is good");
    let intake = read_list(&format!("\u{feff}{body}\r\n"), &Plan::empty());
    assert_eq!((intake.enrolments.len(), intake.faults), (1, Vec::new()));
    assert_eq!(intake.enrolments[0].code.as_str(), "NRD-0402");
}

/// A line of the table in the README of the data.
struct Row {
    line: usize,
    column: String,
    value: String,
    is_read: bool,
    reason: String,
}

/// The rows of the table of `met-fouten.csv`, without the empty lines at its end.
fn table() -> Vec<Row> {
    let (_, below) = README.split_once("## met-fouten.csv").expect("the heading");
    below
        .lines()
        .filter(|line| line.starts_with("| ") && !line.starts_with("| Line"))
        .map(|line| line.split('|').map(str::trim).collect::<Vec<_>>())
        .filter(|cells| cells[4] != "skipped")
        .map(|cells| Row {
            line: cells[1].parse().expect("a line number"),
            column: cells[2].to_owned(),
            value: cells[3].trim_matches('`').to_owned(),
            is_read: cells[4] == "read",
            reason: cells[5].to_owned(),
        })
        .collect()
}

/// What the reasons of the README are called in core.
fn fault(reason: &str) -> CellFault {
    let reasons = [
        ("the code is missing", CellFault::Code(CodeFault::Missing)),
        (
            "a code has at least one digit",
            CellFault::Code(CodeFault::NoDigit),
        ),
        (
            "a code has no space",
            CellFault::Code(CodeFault::Characters),
        ),
        ("13 characters;", CellFault::Code(CodeFault::TooLong)),
        (
            "nine digits that pass the eleven test",
            CellFault::Code(CodeFault::CitizenNumber),
        ),
        (
            "a code has only letters",
            CellFault::Code(CodeFault::Characters),
        ),
        ("this day does not exist", CellFault::NoSuchDay),
        ("the date is missing", CellFault::DateMissing),
        ("the year has two digits", CellFault::DateYear),
        ("no known half-day", CellFault::HalfDay),
        (
            "the code is already on line 2",
            CellFault::CodeTwice { first_line: 2 },
        ),
        ("the location is missing", CellFault::LocationMissing),
        ("at least 1 child", CellFault::Children),
        ("not a number in digits", CellFault::Children),
        (
            "2 columns where the header has 8",
            CellFault::LocationMissing,
        ),
    ];
    let found = reasons.iter().find(|(start, _)| reason.starts_with(start));
    found
        .unwrap_or_else(|| panic!("'{reason}' is no reason of core"))
        .1
}

fn column(name: &str) -> Column {
    match name {
        "Code" => Column::Code,
        "Geboortedatum" => Column::Birth,
        "Dagdelen" => Column::HalfDays,
        "Kinderen" => Column::Children,
        // Line 27 stops before its location.
        "Locatie" | "" => Column::Location,
        other => panic!("'{other}' is no column in which a line can be refused"),
    }
}

/// The place of a column in the list, from 0.
fn position(column: Column) -> usize {
    use Column::*;
    let columns = [
        Code,
        Birth,
        Provisional,
        Location,
        HalfDays,
        Language,
        Children,
    ];
    let found = columns.iter().position(|one| *one == column);
    found.unwrap_or_else(|| panic!("{column:?} is no column of the list"))
}

#[test]
fn every_bad_line_is_named_with_its_column_value_and_reason() {
    let table = table();
    assert_eq!(table.len(), 27, "the README has lines 2 to 28");
    let intake = read_list(FAULTY_LIST, &Plan::empty());
    let expected: Vec<LineFault> = table
        .iter()
        .filter(|row| !row.is_read)
        .map(|row| LineFault {
            line: row.line,
            column: column(&row.column),
            position: Some(position(column(&row.column))),
            value: match row.column.as_str() {
                "" => String::new(),
                _ => row.value.replace("empty", ""),
            },
            fault: fault(&row.reason),
        })
        .collect();
    assert_eq!(expected.len(), 16);
    assert_eq!(intake.faults, expected);
    assert_eq!(intake.dropped, ["Opmerking"]);
}

#[test]
fn the_good_lines_between_them_are_kept() {
    let intake = read_list(FAULTY_LIST, &Plan::empty());
    let codes: Vec<&str> = intake
        .enrolments
        .iter()
        .map(|one| one.code.as_str())
        .collect();
    let expected = [
        "NRD-0402",
        "NRD-2027-405",
        "123456789",
        "NRD-0411",
        "NRD-0414",
        "NRD-0416",
        "NRD-0417",
        "KRK-0420",
        "WET-0423",
        "NRD-0426",
        "NRD-0428",
    ];
    assert_eq!(codes, expected);
    assert_eq!(
        table().iter().filter(|row| row.is_read).count(),
        expected.len()
    );
    let [leap_day, twins, due] = ["NRD-0414", "KRK-0420", "WET-0423"].map(|code| {
        let found = intake
            .enrolments
            .iter()
            .find(|one| one.code.as_str() == code);
        found.expect("it was read")
    });
    assert_eq!(leap_day.birth, date("2028-02-29"));
    assert!(leap_day.half_days.is_empty(), "no preference");
    assert_eq!(twins.children, 2);
    assert!(due.provisional && due.language.as_str() == "pl");
}
