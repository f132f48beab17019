//! Lists that are damaged, or that leave something open: no line is swallowed, no date is changed, and nothing is
//! kept that is not the planner's, unless the user says so.

use centering_core::calendar::Date;
use centering_core::edit::{Edit, History};
use centering_core::intake::{
    CellFault, Column, DateExample, DateOrder, GroupList, Intake, Question, read_enrolments,
};
use centering_core::plan::Plan;
use centering_tests::list::{List, births, candidates, codes, faults, lines, locations, today};
use centering_tests::planning::{date, import, make};

const OPEN_QUOTE: &str = include_str!("../data/aanhaling-open.csv");
const QUOTES_IN_CELL: &str = include_str!("../data/aanhaling-in-cel.csv");
const ONLY_CR: &str = include_str!("../data/alleen-cr.csv");
const MONTH_FIRST: &str = include_str!("../data/dag-maand-verwisseld.csv");

/// Surnames that stand in columns of the lists, and must stand nowhere else.
const SURNAMES: [&str; 20] = [
    "Jansen", "Bakker", "Visser", "Smit", "Meijer", "Mulder", "Bos", "Vos", "Peters", "Hendriks",
    "Dekker", "Brouwer", "Dijkstra", "Smits", "Koster", "Prins", "Blom", "Huisman", "Postma",
    "Kuiper",
];

/// The date question of a list; nothing where its dates are not asked about.
fn date_question(intake: &Intake) -> Option<&DateExample> {
    intake.questions.iter().find_map(|question| match question {
        Question::DateOrder(example) => Some(example),
        _ => None,
    })
}

/// The days that are asked about because they are far ahead.
fn far_ahead(intake: &Intake) -> Vec<String> {
    let days = intake
        .questions
        .iter()
        .filter_map(|question| match question {
            Question::FarAhead(days) => Some(days),
            _ => None,
        });
    days.flatten().map(|day| day.date.to_string()).collect()
}

/// Brings what was read into a plan, plans it, takes everything back, and gives all that is kept on the way.
fn kept(intake: &Intake) -> String {
    let mut plan = Plan::empty();
    let mut history = History::default();
    let import = intake.edit().expect("the list leaves nothing to ask");
    for edit in [import, Edit::Propose] {
        let (name, changes) = edit.named(&plan, today()).expect("it can be planned");
        history.commit(&mut plan, name, changes);
    }
    let mut kept = plan.to_json() + &format!("{history:?}");
    while history.undo(&mut plan).is_some() {}
    kept += &format!("{history:?}");
    kept
}

fn assert_no_surname(kept: &str) {
    assert!(kept.contains("NRD-0401"), "the families are kept");
    for surname in SURNAMES {
        assert!(!kept.contains(surname), "'{surname}' is kept");
    }
}

/// Twenty families with the surname of the mother and a remark; `change` makes a row from its cells.
fn twenty(change: impl Fn(usize, [String; 5]) -> [String; 5]) -> String {
    let rows = SURNAMES.iter().enumerate().map(|(number, surname)| {
        let cells = [
            format!("NRD-{:04}", 401 + number),
            surname.to_string(),
            format!("{}-1-2027", 1 + number % 19),
            "Noord".to_owned(),
            format!("belt {surname}"),
        ];
        change(number, cells).join(";") + "\r\n"
    });
    let headings = "Code;Naam moeder;Geboortedatum;Locatie;Opmerking\r\n";
    headings.to_owned() + &rows.collect::<String>()
}

#[test]
fn an_open_quote_in_a_column_that_is_not_used_takes_no_family() {
    for column in [1, 4] {
        let list = twenty(|number, mut cells| {
            if number == 5 {
                cells[column].insert(0, '"');
            }
            cells
        });
        let intake = List::of(&list).intake();
        assert_eq!(intake.faults, []);
        assert_eq!(intake.enrolments.len(), 20);
        assert_eq!(intake.lines, lines(20, 0, 1));
        assert_no_surname(&kept(&intake));
    }
}

/// Quotes further down, of cells that are closed, do not close it.
#[test]
fn quotes_of_other_rows_do_not_close_an_open_one() {
    for end in ["", "\""] {
        let list = twenty(|number, mut cells| {
            match number {
                5 => cells[4].insert(0, '"'),
                11 => cells[4] = format!("\"{}; \"\"dringend\"\"\"", cells[4]),
                15 => cells[4].push_str(end),
                _ => (),
            }
            cells
        });
        let intake = List::of(&list).intake();
        assert_eq!(intake.lines, lines(20, 0, 1));
        assert_no_surname(&kept(&intake));
    }
}

#[test]
fn an_open_quote_in_the_location_rejects_its_own_line_only() {
    let list = twenty(|number, mut cells| {
        if number == 5 {
            cells[3].insert(0, '"');
        }
        cells
    });
    let intake = List::of(&list).intake();
    let [fault] = intake.faults.as_slice() else {
        panic!("one line is rejected: {:?}", intake.faults);
    };
    assert_eq!((fault.line, fault.column), (7, Column::Location));
    assert_eq!(
        (fault.value.as_str(), fault.fault),
        ("\"Noord", CellFault::OpenQuote)
    );
    assert_eq!(locations(&intake), ["Noord"]);
    assert_eq!(intake.lines, lines(19, 1, 1));
    assert_no_surname(&kept(&intake));
}

/// With a separator behind it the other cells of the row stand one column further.
#[test]
fn an_open_quote_that_moves_cells_rejects_its_line() {
    let list = twenty(|number, mut cells| {
        if number == 5 {
            cells[1] = "\"Mulder; Anna".to_owned();
        }
        cells
    });
    let intake = List::of(&list).intake();
    let [fault] = intake.faults.as_slice() else {
        panic!("one line is rejected: {:?}", intake.faults);
    };
    assert_eq!((fault.line, fault.column), (7, Column::Ignored));
    assert_eq!(fault.fault, CellFault::OpenQuote);
    assert_eq!(intake.lines, lines(19, 1, 1));
}

#[test]
fn a_quote_that_is_never_closed_is_named_and_the_lines_below_it_are_read() {
    let intake = List::of(OPEN_QUOTE).intake();
    assert_eq!(
        faults(&intake),
        [(4, Column::HalfDays, CellFault::OpenQuote)]
    );
    let expected = [1, 2, 4, 5, 6, 7, 8].map(|number| format!("NRD-040{number}"));
    assert_eq!(codes(&intake), expected);
    assert_eq!(intake.lines, lines(7, 1, 1));
}

#[test]
fn quotes_inside_a_name_are_kept() {
    let intake = List::of(QUOTES_IN_CELL).intake();
    assert_eq!(intake.lines, lines(5, 0, 1));
    assert_eq!(locations(&intake), ["Noord", "Noord \"oost\""]);
}

#[test]
fn a_file_with_cr_alone_has_lines() {
    let intake = List::of(ONLY_CR).intake();
    assert_eq!(intake.faults, []);
    assert_eq!(intake.lines, lines(6, 0, 1));
    assert_eq!(locations(&intake), ["Noord"]);
}

/// Blank lines and a remark of three lines are lines of the file, too.
#[test]
fn every_line_of_the_file_is_counted() {
    let list = "Code;Geboortedatum;Locatie;Opmerking\n\
        A1;4-1-2027;Noord;\"belt terug\n\nna 16 uur\"\n\n;;;\nJansen;4-1-2027;Noord;\nA2;5-1-2027;Noord;\n";
    let intake = List::of(list).intake();
    assert_eq!(codes(&intake), ["A1", "A2"]);
    assert_eq!(intake.lines, lines(2, 1, 5));
}

#[test]
fn surnames_without_a_heading_are_no_location_before_the_user_says_so() {
    let rows = SURNAMES
        .iter()
        .enumerate()
        .map(|(number, surname)| format!("A{number}\t{surname}\t{}-1-2027\n", 1 + number % 19));
    let mut list = List::of(&rows.collect::<String>());
    let asked = list.intake();
    assert_eq!(
        candidates(&asked),
        [(1, vec!["Jansen", "Bakker", "Visser"])]
    );
    assert!(asked.is_open && asked.edit().is_none());

    // Neither the column: then the user names the location.
    list.reading = list.reading.with_answer(Column::Location, None);
    list.reading.answers.location = Some("Noord".to_owned());
    let intake = list.intake();
    assert_eq!(locations(&intake), ["Noord"]);
    assert_eq!(intake.lines, lines(20, 0, 0));
    let edit = format!("{:?}", intake.edit().expect("it is answered"));
    assert!(SURNAMES.iter().all(|surname| !edit.contains(surname)));

    // Or it is the location after all, and then it is one.
    list.reading = list.reading.with_answer(Column::Location, Some(1));
    assert_eq!(list.intake().locations.len(), 20);
    assert!(!list.intake().is_open);
}

/// Headings that say little: the cells say the rest, names are not offered, and the user says the location.
#[test]
fn the_user_says_which_column_is_the_location() {
    let list = "Kind;Achternaam;Dag;Waar;Straat\nA1;Jansen;4-1-2027;Noord;Dorpsstraat 1\n\
        A2;Bakker;5-1-2027;Noord;Kerkweg 2\nA3;Visser;6-1-2027;Zuid;Molenpad 3\n\
        A4;Smit;7-1-2027;Noord;Dijk 4\nA5;Meijer;8-1-2027;Zuid;Laan 5\n";
    let mut list = List::of(list);
    assert!(list.intake().edit().is_none());
    let positions: Vec<usize> = candidates(&list.intake())
        .into_iter()
        .map(|(position, _)| position)
        .collect();
    assert_eq!(positions, [3]);
    assert_eq!(list.intake().lines, lines(5, 0, 1));
    list.reading = list.reading.with_answer(Column::Location, Some(3));
    let intake = list.intake();
    assert_eq!(locations(&intake), ["Noord", "Zuid"]);
    let edit = intake.edit().expect("it is answered");
    assert!(!format!("{edit:?}").contains("Jansen"));

    // Said in the list of columns it is said as well, and taking it back is an answer, too.
    let list = List::of("A1;Jansen;4-1-2027;Noord\nA2;Bakker;5-1-2027;Noord\n");
    for (kind, place) in [(Column::Location, 3), (Column::Ignored, 1)] {
        let mut reading = list.reading.clone().with_column(place, kind);
        reading.answers.location = Some("Zuid".to_owned());
        let intake = read_enrolments(&list.table, &reading, &list.plan, today());
        assert!(!intake.is_open, "{kind:?}");
    }
}

#[test]
fn places_that_the_plan_has_are_not_asked_about() {
    let mut plan = Plan::empty();
    let known = "Code;Geboortedatum;Locatie\nB1;4-1-2027;Noord\nB2;4-1-2027;Zuid\n";
    let known = import(known, &plan);
    make(&mut plan, &known, None);
    // The surnames come first, and still the places are found.
    let list = "A1;Jansen;4-1-2027;Noord\nA2;Bakker;5-1-2027;zuid\nA3;Visser;6-1-2027;Noord\n";
    let list = List::beside(list, plan.clone());
    let intake = list.intake();
    assert_eq!(intake.questions, []);
    assert_eq!(intake.locations, []);
    assert_eq!(
        list.reading.columns,
        [
            Column::Code,
            Column::Ignored,
            Column::Birth,
            Column::Location
        ]
    );
    // One known place among surnames does not make the others places.
    let list = "A1;Jansen;4-1-2027\nA2;Noord;5-1-2027\nA3;Visser;6-1-2027\n";
    assert!(List::beside(list, plan).intake().is_open);
}

#[test]
fn many_new_names_under_a_heading_of_locations_are_asked_about() {
    let list = |names: &[&str], times: usize| {
        let rows = (0..names.len() * times)
            .map(|number| format!("A{number};4-1-2027;{}\n", names[number % names.len()]));
        format!("Code;Geboortedatum;Bureau\n{}", rows.collect::<String>())
    };
    let mut asked = List::of(&list(&SURNAMES, 1));
    assert!(asked.intake().edit().is_none());
    assert_eq!(
        candidates(&asked.intake()),
        [(2, vec!["Jansen", "Bakker", "Visser"])]
    );
    asked.reading = asked.reading.with_answer(Column::Location, None);
    // The question stays to be seen, and the answer can be changed.
    assert_eq!(candidates(&asked.intake()).len(), 1);
    assert!(asked.intake().is_open, "the location must be named");
    asked.reading.answers.location = Some("Noord".to_owned());
    assert!(!asked.intake().is_open);
    assert_eq!(locations(&asked.intake()), ["Noord"]);
    asked.reading = asked.reading.with_answer(Column::Location, Some(2));
    assert_eq!(asked.intake().locations.len(), 20);

    // Beside a place that the plan knows the others are shown.
    let plan = {
        let mut plan = Plan::empty();
        let known = import("Code;Geboortedatum;CB\nB1;4-1-2027;Noord\n", &plan);
        make(&mut plan, &known, None);
        plan
    };
    let names: Vec<&str> = ["Noord"].into_iter().chain(SURNAMES).collect();
    assert_eq!(
        candidates(&List::beside(&list(&names, 1), plan).intake()),
        [(2, vec!["Jansen", "Bakker", "Visser"])]
    );

    // Three new clinics, or many with three families each, are what lists have.
    for usual in [list(&SURNAMES[..3], 1), list(&SURNAMES, 3)] {
        assert_eq!(List::of(&usual).intake().questions, []);
    }
}

#[test]
fn a_name_of_a_location_is_short_and_stands_on_one_line() {
    let [long, longest] = [61, 60].map(|length| "x".repeat(length));
    let list = format!(
        "Code;Geboortedatum;Locatie;Taal\nA1;4-1-2027;{long};\nA2;4-1-2027;\"Noord\nbelt terug\";\n\
         A3;4-1-2027;{longest};\n"
    );
    let intake = List::of(&list).intake();
    assert_eq!(
        faults(&intake),
        [
            (2, Column::Location, CellFault::LocationName),
            (3, Column::Location, CellFault::LocationName)
        ]
    );
    assert_eq!(codes(&intake), ["A3"]);
    assert_eq!(intake.lines, lines(1, 2, 2));
}

const JANUARY: [&str; 6] = ["01/04", "01/05", "01/08", "01/09", "01/11", "01/12"];

fn list_of(dates: &[&str]) -> String {
    let rows = dates
        .iter()
        .enumerate()
        .map(|(number, date)| format!("A{number};{date};Noord\n"));
    format!("Code;Geboortedatum;Locatie\n{}", rows.collect::<String>())
}

#[test]
fn births_after_today_that_are_plausible_with_the_month_first_are_asked_about() {
    let dates = JANUARY.map(|date| format!("{date}/2027"));
    let mut list = List::of(&list_of(&dates.each_ref().map(String::as_str)));
    let asked = list.intake();
    assert!(asked.edit().is_none());
    assert_eq!(
        asked.questions,
        [Question::DateOrder(DateExample {
            cell: "01/04/2027".to_owned(),
            day_first: Some(date("2027-04-01")),
            month_first: date("2027-01-04"),
        })]
    );
    list.reading.answers.order = Some(DateOrder::MonthFirst);
    let january = [4, 5, 8, 9, 11, 12].map(|day| format!("2027-01-{day:02}"));
    assert_eq!(births(&list.intake()), january);
    assert!(list.intake().edit().is_some());
    list.reading.answers.order = Some(DateOrder::DayFirst);
    let first_of_month = [4, 5, 8, 9, 11, 12].map(|month| format!("2027-{month:02}-01"));
    assert_eq!(births(&list.intake()), first_of_month);
    // Then two of them are more than nine months ahead.
    assert_eq!(far_ahead(&list.intake()), ["2027-11-01", "2027-12-01"]);
    assert!(list.intake().is_open);
    // Without a day of today nothing is odd about them.
    list.reading.answers.order = None;
    assert_eq!(list.intake_on(None).questions, []);
}

#[test]
fn days_that_exist_only_with_the_month_first_are_asked_about() {
    for today in [today(), None] {
        let mut list = List::of(MONTH_FIRST);
        let asked = list.intake_on(today);
        assert!(asked.edit().is_none());
        let example = date_question(&asked).expect("the order is asked");
        assert_eq!(example.cell, "01/04/2027");
        list.reading.answers.order = Some(DateOrder::MonthFirst);
        let intake = list.intake_on(today);
        assert_eq!(intake.faults, []);
        let january = [4, 5, 8, 13, 19, 21].map(|day| format!("2027-01-{day:02}"));
        assert_eq!(births(&intake), january);
    }
    // A cell that is no day at all changes nothing.
    let with_typo = MONTH_FIRST.replace("01/13/2027", "13/32/2027");
    assert!(date_question(&List::of(&with_typo).intake()).is_some());
    // Where none of the dates exists with the day first, the example says so. Without headings it is a date all the same.
    let list = List::of("A1;01/13/2027;Noord\nA2;01/14/2027;Noord\n");
    let intake = list.intake();
    assert_eq!(list.reading.position(Column::Birth), Some(1));
    assert_eq!(date_question(&intake).map(|one| one.day_first), Some(None));
}

#[test]
fn otherwise_a_date_is_day_month_year() {
    // Alone; with a day that exists only so; with a day that is odd either way; with the year in front.
    for (dates, expected) in [
        (vec!["02-06-2026"], vec!["2026-06-02"]),
        (
            vec!["4-1-2027", "5-2-2027", "13-1-2027"],
            vec!["2027-01-04", "2027-02-05", "2027-01-13"],
        ),
        (vec!["4-1-2072"], vec![]),
        (vec!["31-2-2027", "32-1-2027"], vec![]),
        (
            vec!["2027-04-01", "4-1-2027"],
            vec!["2027-04-01", "2027-01-04"],
        ),
        // With the month first one would be four years old, or not born yet.
        (
            vec!["1-10-2027", "9-1-2023"],
            vec!["2027-10-01", "2023-01-09"],
        ),
        (
            vec!["1-2-2027", "9-2-2027", "12-3-2027"],
            vec!["2027-02-01", "2027-02-09", "2027-03-12"],
        ),
    ] {
        let list = List::of(&list_of(&dates));
        let intake = list.intake();
        assert_eq!(intake.questions, [], "{dates:?}");
        assert_eq!(births(&intake), expected, "{dates:?}");
    }
}

#[test]
fn due_dates_after_today_are_not_asked_about() {
    for list in [
        "Code;Geboortedatum;Voorlopig;Locatie\nA1;1-4-2027;ja;N\nA2;1-5-2027;ja;N\nA3;4-1-2027;;N\n",
        "Code;Geboortedatum;Uitgerekende datum;Locatie\nA1;;1-4-2027;N\nA2;;1-5-2027;N\nA3;4-1-2027;;N\n",
        "Code;Geboorte- of uitgerekende datum;Locatie\nA1;1-4-2027;N\nA2;1-5-2027;N\nA3;4-1-2027;N\n",
    ] {
        let intake = List::of(list).intake();
        assert_eq!(intake.questions, [], "{list}");
        assert_eq!(births(&intake), ["2027-04-01", "2027-05-01", "2027-01-04"]);
    }
}

#[test]
fn due_dates_that_are_too_far_ahead_are_asked_about() {
    // Nine months after 20-1-2027 is 20-10-2027; the month first gives 11 and 12 January, less than six weeks ago.
    let due = "Code;Uitgerekende datum;Locatie\nA1;01/12/2027;N\nA2;01/11/2027;N\n";
    let mut list = List::of(due);
    assert!(list.intake().edit().is_none());
    list.reading.answers.order = Some(DateOrder::MonthFirst);
    assert_eq!(births(&list.intake()), ["2027-01-12", "2027-01-11"]);
    assert!(list.intake().enrolments[0].provisional);
    // A month and a half later those two would be no due dates any more.
    list.reading.answers.order = None;
    assert_eq!(list.intake_on(Some(date("2027-03-01"))).questions, []);
}

/// The answer holds for a column that is in doubt or says nothing, not for one that says otherwise itself.
#[test]
fn each_column_of_dates_is_judged_as_a_whole() {
    let list = |due: &str| {
        format!(
            "Code;Geboortedatum;Uitgerekende datum;Locatie\nA1;01/13/2027;;N\nA2;;{due};N\nA3;;3/2/2027;N\n"
        )
    };
    for (due, expected) in [
        ("4/3/2027", ["2027-01-13", "2027-04-03", "2027-03-02"]),
        ("25/3/2027", ["2027-01-13", "2027-03-25", "2027-02-03"]),
    ] {
        let mut list = List::of(&list(due));
        assert!(list.intake().is_open);
        list.reading.answers.order = Some(DateOrder::MonthFirst);
        assert_eq!(births(&list.intake()), expected);
    }
    // Another column of dates is another question.
    let mut list = List::of(&list_of(&["01/13/2027"]));
    list.reading.answers.order = Some(DateOrder::MonthFirst);
    let moved = list.reading.with_column(1, Column::DueDate);
    assert_eq!(moved.answers.order, None);
}

/// The days of all groups in order: `G1 B1 2027-01-05`.
fn days(list: &GroupList) -> Vec<String> {
    let groups = list.groups.iter();
    let days = groups.flat_map(|group| {
        let dates = group.dates.iter();
        dates.map(|(number, date)| format!("{} {number} {date}", group.id))
    });
    days.collect()
}

fn groups_today() -> Option<Date> {
    Some(date("2027-03-22"))
}

fn order_question(list: &GroupList) -> Option<&DateExample> {
    list.questions.iter().find_map(|question| match question {
        Question::DateOrder(example) => Some(example),
        _ => None,
    })
}

/// In either form of the list, days that exist only with the month first are asked about, once.
#[test]
fn groups_with_days_that_exist_only_with_the_month_first_are_asked_about() {
    for text in [
        "Groep;Locatie;B1;B2\nG1;Noord;12-22-2026;1-5-2027\nG2;Noord;1/5/2027;1/19/2027\n",
        "Groep;Nr;Datum;Locatie\nG1;1;12-22-2026;Noord\nG1;2;1-5-2027;Noord\nG2;1;1/5/2027;Noord\nG2;2;1/19/2027;Noord\n",
    ] {
        let mut list = List::of_groups(text, Plan::empty());
        let asked = list.groups_on(groups_today());
        assert_eq!(asked.questions.len(), 1, "{text}");
        assert!(order_question(&asked).is_some());
        assert!(asked.is_open && asked.edit(true).is_none());
        list.reading.answers.order = Some(DateOrder::MonthFirst);
        let read = list.groups_on(groups_today());
        assert_eq!(read.faults, []);
        let expected = [
            "G1 B1 2026-12-22",
            "G1 B2 2027-01-05",
            "G2 B1 2027-01-05",
            "G2 B2 2027-01-19",
        ];
        assert_eq!(days(&read), expected, "{text}");
        assert!(read.edit(true).is_some());
    }
}

/// Days that all exist in either order: read with the day first they are on weekends, or B2 is before B1.
#[test]
fn a_column_of_days_of_groups_that_is_swapped_is_asked_about() {
    for (swapped, day) in [
        // A Saturday in May for a Tuesday in January.
        ("G1;Noord;01/05/2027;19-1-2027;2-3-2027", "2027-01-05"),
        // 1 July is after B2 and B3, and a Thursday.
        ("G1;Noord;01/07/2027;19-1-2027;2-3-2027", "2027-01-07"),
    ] {
        let text = format!("Groep;Locatie;B1;B2;B3\n{swapped}\n");
        let mut list = List::of_groups(&text, Plan::empty());
        let asked = list.groups_on(groups_today());
        let month_first = order_question(&asked).map(|example| example.month_first);
        assert_eq!(month_first, Some(date(day)), "{text}");
        list.reading.answers.order = Some(DateOrder::MonthFirst);
        // The other columns show themselves that the day comes first, or are asked about with it.
        let read = list.groups_on(groups_today());
        assert_eq!(days(&read)[0], format!("G1 B1 {day}"));
        assert_eq!(days(&read)[1], "G1 B2 2027-01-19");
    }
    // Births are judged as those of families.
    let births = "Groep;Locatie;Gezinnen;Oudste;Jongste\nG1;Noord;7;01/04/2027;01/18/2027\n";
    assert!(
        order_question(&List::of_groups(births, Plan::empty()).groups_on(groups_today())).is_some()
    );
}

#[test]
fn usual_days_of_groups_are_not_asked_about() {
    for text in [
        "Groep;Locatie;B1;B2;B3\nG1;Noord;5-1-2027;2-2-2027;2-3-2027\n",
        "Groep;Locatie;B1;B2;B3\nG1;Noord;5-1-2027;vervallen;2-3-2027\nG2;Noord;7-1-2027;4-2-2027;-\n",
        // A Sunday that happened, and the rest of its column.
        "Groep;Locatie;B1\nG1;Noord;10-1-2027\nG2;Noord;19-1-2027\n",
        // To come, more than a year ahead.
        "Groep;Locatie;B1;B8\nG1;Noord;2-3-2027;6-4-2028\n",
    ] {
        let list = List::of_groups(text, Plan::empty()).groups_on(groups_today());
        assert_eq!((list.questions, list.faults), (vec![], vec![]), "{text}");
        assert!(!list.is_open);
    }
}

#[test]
fn a_location_of_groups_that_nearly_equals_a_known_one_is_asked_about() {
    let mut plan = Plan::empty();
    let known = import("Code;Geboortedatum;CB\nA1;4-1-2027;Zeist\n", &plan);
    make(&mut plan, &known, None);
    let text = "Groep;Locatie;B1\nG1;Zeisst;5-1-2027\nG2;Driebergen;5-1-2027\n";
    let mut list = List::of_groups(text, plan);
    let asked = list.groups_on(groups_today());
    let [Question::Place(near)] = asked.questions.as_slice() else {
        panic!("{:?}", asked.questions);
    };
    assert!(asked.is_open && asked.edit(true).is_none());
    for (meant, new) in [(&near.known, 1), (&near.id, 2)] {
        let answers = &mut list.reading.answers;
        answers.places.insert(near.id.clone(), meant.clone());
        let read = list.groups_on(groups_today());
        assert_eq!((read.locations.len(), read.is_open), (new, false));
        assert_eq!(read.groups[0].location, *meant);
    }
}

#[test]
fn a_mended_cell_of_a_list_of_groups_counts_again() {
    let text = "Groep;Locatie;B1;B2\nG1;Noord;31-2-2027;2-3-2027\nAnne;Noord;5-1-2027;\nG3;;\"5-1-2027;2-3-2027\n";
    let mut list = List::of_groups(text, Plan::empty());
    let read = list.groups_on(groups_today());
    assert_eq!(read.lines, lines(1, 2, 1));
    let places: Vec<(usize, Option<usize>)> = read
        .faults
        .iter()
        .map(|fault| (fault.line, fault.position))
        .collect();
    assert_eq!(places, [(2, Some(2)), (3, Some(0)), (4, Some(2))]);
    assert!(!format!("{:?}", read.faults).contains("Anne"));
    for (line, position, text) in [
        (2, 2, "28-2-2027"),
        (3, 0, "G2"),
        (4, 2, "5-1-2027"),
        (4, 1, "Noord"),
    ] {
        list.table = list.table.mended(line, position, text);
    }
    let read = list.groups_on(groups_today());
    assert_eq!((read.faults.len(), read.lines), (0, lines(3, 0, 1)));
}

/// Without headings a column of words is no location, unless the plan knows its places.
#[test]
fn names_in_a_list_of_groups_without_headings_are_no_locations() {
    let text = "G1;Jansen;5-1-2027\nG2;Bakker;5-1-2027\n";
    let mut list = List::of_groups(text, Plan::empty());
    let asked = list.groups_on(groups_today());
    assert!(asked.needs_location && asked.is_open);
    list.reading.answers.location = Some("Noord".to_owned());
    let edit = list.groups_on(groups_today()).edit(true);
    let edit = format!("{:?}", edit.expect("the location is named"));
    assert!(!edit.contains("Jansen") && !edit.contains("Bakker"));

    let mut plan = Plan::empty();
    let known = "Code;Geboortedatum;CB\nA1;4-1-2027;Noord\nA2;4-1-2027;Zuid\n";
    let known = import(known, &plan);
    make(&mut plan, &known, None);
    let text = "G1;Zuid;5-1-2027\nG2;noord;5-1-2027\n";
    let read = List::of_groups(text, plan).groups_on(groups_today());
    let at: Vec<&str> = read
        .groups
        .iter()
        .map(|group| group.location.as_str())
        .collect();
    assert_eq!(at, ["zuid", "noord"]);
}
