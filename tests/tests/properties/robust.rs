//! Nothing that a user types, pastes or opens makes core panic or hang, however odd.

use crate::random::{cases, family, plan, settings, start};
use centering_core::calendar::Date;
use centering_core::edit::{Edit, History};
use centering_core::intake::{
    Column, DateOrder, GroupReading, Intake, LineCount, Question, Reading, Table, decode,
    read_enrolments, read_groups,
};
use centering_core::plan::{Plan, ReadError};
use centering_core::problem::{Problem, check};
use centering_core::remedy::{Remedy, remedies};
use centering_core::schedule::sieve;
use proptest::prelude::*;
use serde_json::{Value, json};

/// A plan that is written is read as the same plan.
fn is_kept(plan: &Plan) {
    assert_eq!(Plan::from_json(&plan.to_json()).as_ref(), Ok(plan));
}

/// Everything that the app does with a plan that was opened.
fn use_all(mut plan: Plan, today: Option<Date>) {
    is_kept(&plan);
    let opened = plan.to_json();
    let mut history = History::default();
    for edit in [None, Some(Edit::Propose)] {
        if let Some(edit) = edit
            && let Ok((name, changes)) = edit.named(&plan, today)
        {
            history.commit(&mut plan, name, changes);
            is_kept(&plan);
        }
        for problem in check(&plan, today) {
            let group = problem.place.group();
            assert!(
                group.is_none_or(|group| plan.groups.contains_key(group)),
                "{problem:?} is of no group"
            );
            let found = remedies(&plan, &problem, today);
            let told = (problem, found);
            let written = serde_json::to_string(&told).expect("every problem can be written");
            let read: (Problem, Vec<Remedy>) =
                serde_json::from_str(&written).unwrap_or_else(|error| panic!("{written}: {error}"));
            assert_eq!(read, told, "what is written is read again");
        }
        for group in plan.groups.values() {
            for number in group.sessions.keys() {
                let _ = sieve(&plan, group, *number, today);
            }
        }
    }
    for group in plan.groups.keys() {
        let _ = Edit::PlanDates(group.clone()).changes(&plan, today);
    }
    while history.undo(&mut plan).is_some() {}
    assert_eq!(plan.to_json(), opened, "undo takes the proposal back");
}

/// Cells as lists have them, and some they should not have.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Z]{1,3}-?[0-9]{0,9}",
        "[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{2,5}",
        "(di|do|ochtend|middag|en|,| |/|alle){0,6}",
        Just("Geboortedatum".to_owned()),
        Just("Code".to_owned()),
        Just("Locatie".to_owned()),
        "(B[0-9]{1,2}|Groep|Nr|vervallen)",
        "\\PC{0,10}",
        ".{0,4}",
    ]
}

fn list() -> impl Strategy<Value = String> {
    let row = prop::collection::vec(cell(), 0..6);
    let separator = prop::sample::select(vec![";", "\t", ",", "\";", "\r\n"]);
    (prop::collection::vec(row, 0..12), separator).prop_map(|(rows, separator)| {
        let rows: Vec<String> = rows.iter().map(|row| row.join(separator)).collect();
        rows.join("\n")
    })
}

fn read(text: &str, columns: Option<Vec<Column>>) {
    let table = Table::read(text);
    let mut reading = Reading::guess(&table, &Plan::empty());
    let above = reading.first_row;
    reading.columns = columns.unwrap_or(reading.columns);
    let read = |reading: &Reading| {
        read_enrolments(&table, reading, &Plan::empty(), Date::new(2027, 1, 20))
    };
    for default in [None, Some("Noord"), Some("")] {
        reading.answers.location = default.map(str::to_owned);
        let intake = read(&reading);
        assert_eq!(
            intake.enrolments.len() + intake.faults.len(),
            table.rows.len() - above,
            "no line is lost"
        );
        let LineCount {
            total,
            read: good,
            rejected,
            skipped,
        } = intake.lines;
        assert_eq!(total, lines_of(text), "the lines of {text:?}");
        assert_eq!(total, good + rejected + skipped, "every line of {text:?}");
        assert_eq!(intake.edit().is_none(), intake.is_open);
        mend(&table, &reading, &intake);
        // Whatever is asked can be answered, one question after the other, as long as there are columns for it.
        let mut answered = reading.clone();
        answered.answers.location = Some("Noord".to_owned());
        let mut intake = read(&answered);
        for _ in 0..40 {
            answered = answer(answered, &intake.questions);
            intake = read(&answered);
        }
        let columns = intake.questions.iter().all(|question| {
            !matches!(question, Question::Column(column, all) if *column != Column::Location && all.is_empty())
        });
        assert_eq!(intake.is_open, !columns, "{:?}", intake.questions);
        let Some(edit) = intake.edit() else {
            continue;
        };
        let mut plan = Plan::empty();
        if let Ok(changes) = edit.changes(&plan, None) {
            plan.apply_all(changes);
            assert_eq!(Plan::from_json(&plan.to_json()).as_ref(), Ok(&plan));
        }
    }
}

/// The same text as a list of groups.
fn read_as_groups(text: &str) {
    let table = Table::read(text);
    let mut reading = GroupReading::guess(&table, &Plan::empty());
    let read = |table: &Table, reading: &GroupReading| {
        read_groups(table, reading, &Plan::empty(), Date::new(2027, 1, 20))
    };
    for _ in 0..2 {
        let list = read(&table, &reading);
        let lines = list.lines;
        assert_eq!(lines.total, lines_of(text), "the lines of {text:?}");
        assert_eq!(lines.total, lines.read + lines.rejected + lines.skipped);
        assert_eq!(
            list.edit(true).is_none(),
            list.is_open || list.groups.is_empty()
        );
        let mut plan = Plan::empty();
        if let Some(Ok(changes)) = list.edit(false).map(|edit| edit.changes(&plan, None)) {
            plan.apply_all(changes);
            is_kept(&plan);
        }
        for fault in &list.faults {
            if let Some(position) = fault.position {
                let mended = read(&table.mended(fault.line, position, "vervallen"), &reading);
                assert_eq!(mended.lines.total, list.lines.total);
            }
        }
        reading.answers.order = Some(DateOrder::MonthFirst);
        reading.answers.location = Some("Noord".to_owned());
        for question in &list.questions {
            if let Question::Place(near) = question {
                reading
                    .answers
                    .places
                    .insert(near.id.clone(), near.known.clone());
            }
        }
    }
    assert!(!read(&table, &reading).is_open, "all is answered: {text:?}");
}

/// Answers every question in some way.
fn answer(mut reading: Reading, questions: &[Question]) -> Reading {
    for question in questions {
        match question {
            Question::Column(Column::Location, _) => {
                let position = reading.position(Column::Location);
                reading = reading.with_answer(Column::Location, position);
            }
            Question::Column(column, candidates) => {
                let place = reading.position(*column);
                let is_free = |place: &usize| reading.columns.get(*place) == Some(&Column::Ignored);
                let mut free = candidates.iter().map(|one| one.position).filter(is_free);
                if place.is_none() || !reading.is_said(*column) {
                    let order = reading.answers.order;
                    let place = place.or(free.next());
                    reading = reading.with_answer(*column, place);
                    reading.answers.order = order;
                }
            }
            Question::DateOrder(_) => reading.answers.order = Some(DateOrder::MonthFirst),
            Question::FarAhead(_) => reading.answers.far_ahead = Some(false),
            Question::Place(near) => {
                reading
                    .answers
                    .places
                    .insert(near.id.clone(), near.known.clone());
            }
        }
    }
    reading
}

/// A mended cell changes no count of lines, and reads what stands there now.
fn mend(table: &Table, reading: &Reading, intake: &Intake) {
    for fault in intake.faults.iter().take(3) {
        let Some(position) = fault.position else {
            continue;
        };
        let mended = table.mended(fault.line, position, "N999");
        let again = read_enrolments(&mended, reading, &Plan::empty(), Date::new(2027, 1, 20));
        assert_eq!(again.lines.total, intake.lines.total);
        let LineCount {
            read,
            rejected,
            skipped,
            ..
        } = again.lines;
        assert_eq!(again.lines.total, read + rejected + skipped);
    }
}

/// The lines of a text, counted in another way than core does. What nobody sees is no line.
fn lines_of(text: &str) -> usize {
    let is_unseen = |character: char| {
        let number = u32::from(character);
        matches!(number, 0 | 0xAD | 0xFEFF | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x2069)
    };
    let seen: String = text.chars().filter(|one| !is_unseen(*one)).collect();
    seen.replace("\r\n", "\n")
        .replace('\r', "\n")
        .lines()
        .count()
}

/// Values that a file could hold where another one belongs.
fn extreme() -> impl Strategy<Value = Value> {
    prop::sample::select(vec![
        json!("1900-01-01"),
        json!("2199-12-31"),
        json!("2027-02-28"),
        json!("2000-02-29"),
        json!(0),
        json!(1),
        json!(7),
        json!(255),
        json!(65_535),
        json!(-1),
        json!("forbid"),
        json!("always"),
        json!("cancelled"),
        json!("held"),
        json!("B1"),
        json!("B99"),
        json!("F1"),
        json!("0m0d"),
        json!("3m0d"),
        json!("5000m5000d"),
        json!("tue-am"),
        json!([]),
        json!({}),
        json!(null),
        json!(true),
        json!(""),
        json!("x-2027-01-1"),
    ])
}

/// All places of a document.
fn pointers(value: &Value, here: &str, found: &mut Vec<String>) {
    found.push(here.to_owned());
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                pointers(item, &format!("{here}/{index}"), found);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                pointers(field, &format!("{here}/{name}"), found);
            }
        }
        _ => {}
    }
}

/// A value of the same kind as the one it replaces, so that most documents stay readable.
fn replace(document: &mut Value, place: &prop::sample::Index, value: &Value) {
    let mut places = Vec::new();
    pointers(document, "", &mut places);
    let is_alike = |old: &Value| {
        let is_day = |text: &Value| {
            text.as_str()
                .is_some_and(|text| Date::parse_iso(text).is_some())
        };
        let is_age = |text: &Value| text.as_str().is_some_and(|text| text.ends_with('d'));
        std::mem::discriminant(old) == std::mem::discriminant(value)
            && is_day(old) == is_day(value)
            && is_age(old) == is_age(value)
    };
    let alike: Vec<&String> = places
        .iter()
        .filter(|place| document.pointer(place).is_some_and(is_alike))
        .collect();
    let chosen = if alike.is_empty() {
        places[place.index(places.len())].clone()
    } else {
        (*place.get(&alike)).clone()
    };
    if let Some(field) = document.pointer_mut(&chosen) {
        *field = value.clone();
    }
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn any_text_can_be_pasted(text in "\\PC{0,60}|(?s).{0,60}") {
        read(&text, None);
        read_as_groups(&text);
        prop_assert!(Plan::from_json(&text).is_err());
    }

    #[test]
    fn any_bytes_can_be_opened(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
        read(&decode(&bytes), None);
    }

    #[test]
    fn no_line_is_lost_whatever_is_quoted(text in "(\u{feff}?([A;\t,\" ]{0,3}|\"\"|N1;1-1-2027;x)(\r\n|\r|\n)?){0,12}") {
        read(&text, None);
        read_as_groups(&text);
    }

    #[test]
    fn any_list_can_be_pasted_with_any_columns(
        text in list(),
        columns in prop::option::of(prop::collection::vec(
            prop::sample::select(
                Column::KEPT.into_iter().chain([Column::Ignored]).collect::<Vec<_>>()
            ),
            0..8,
        )),
    ) {
        read_as_groups(&text);
        read(&text, columns);
    }
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn any_document_can_be_opened(
        families in prop::collection::vec(family(), 2..12),
        start in start(),
        settings in settings(),
        has_template in any::<bool>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), extreme()), 1..12),
        today in prop::sample::select(vec![None, Some(Date::FIRST), Some(Date::LAST), Date::new(2027, 3, 1)]),
    ) {
        let mut plan = plan(&families, start, settings);
        if let Ok(changes) = Edit::Propose.changes(&plan, None) {
            plan.apply_all(changes);
        }
        if has_template {
            plan.template = Some(centering_core::care::SessionTemplate::proposal().clone());
        }
        let mut document = centering_tests::planning::json(&plan);
        for (place, value) in &changes {
            let before = document.clone();
            replace(&mut document, place, value);
            // What cannot be read any more is refused; the search goes on with what can.
            match Plan::from_json(&document.to_string()) {
                Ok(read) => use_all(read, today),
                Err(_) => document = before,
            }
        }
    }

    #[test]
    fn a_damaged_file_is_refused_or_read(
        families in prop::collection::vec(family(), 1..4),
        start in start(),
        cut in any::<prop::sample::Index>(),
        byte in any::<u8>(),
    ) {
        let plan = plan(&families, start, centering_core::plan::Settings::default());
        let text = plan.to_json();
        let place = cut.index(text.len());
        let cut = Plan::from_json(&text[..place]).expect_err("half a plan is no plan");
        assert_named(&cut, place, &plan);
        let mut bytes = text.into_bytes();
        bytes[place] = byte;
        let damaged = String::from_utf8_lossy(&bytes);
        match Plan::from_json(&damaged) {
            Ok(read) => is_kept(&read),
            Err(error) => assert_named(&error, damaged.len(), &plan),
        }
    }
}

/// What cannot be read is refused with the place and what was expected there, and without what a family filled in.
fn assert_named(error: &ReadError, length: usize, plan: &Plan) {
    let ReadError::Damaged { line, column, .. } = error else {
        // Its name or version was hit.
        return;
    };
    assert!(*line == 1 && *column <= length, "{error} of {length}");
    let words = error.to_string();
    for (code, family) in &plan.enrolments {
        let birth = family.birth.to_string();
        assert!(
            !words.contains(code.as_str()) && !words.contains(&birth),
            "{words}"
        );
    }
}
