//! Lists as people have them: saved by Excel in its ways, with titles and headings of their own, with dates and codes
//! as a spreadsheet shows them, and lists of families that the plan has.

use centering_core::intake::{Candidate, CellFault, Column, Intake, Question, decode};
use centering_core::plan::Plan;
use centering_tests::list::{List, births, codes, faults, lines, locations, read, read_beside};
use centering_tests::planning::{date, import, make};

const HEADINGS: &str = "Code;Geboortedatum;Locatie;Dagdelen";

/// Six families of one location, born from 4 to 9 January.
fn six(location: &str) -> String {
    let rows = (1..=6).map(|number| {
        format!(
            "NRD-040{number};{}-1-2027;{location};di ochtend, do ochtend\r\n",
            number + 3
        )
    });
    rows.collect()
}

/// Holds that the six families were read, with nothing left to ask.
fn assert_six(intake: &Intake, location: &str, skipped: usize) {
    let days = (4..=9).map(|day| format!("2027-01-{day:02}"));
    assert_eq!(births(intake), days.collect::<Vec<_>>());
    assert_eq!(locations(intake), [location]);
    assert_eq!(intake.enrolments[0].half_days.iter().count(), 2);
    assert_eq!(intake.lines, lines(6, 0, skipped));
    assert!(intake.edit().is_some(), "{:?}", intake.questions);
}

#[test]
fn a_title_or_a_heading_with_a_comma_does_not_split_the_rows() {
    let rows = six("Noord");
    for (above, skipped) in [
        (format!("Geboortelijst JGZ, regio Noord\r\n{HEADINGS}"), 2),
        (
            format!("Geboortelijst JGZ, regio Noord;;;\r\n;;;\r\n{HEADINGS}"),
            3,
        ),
        (format!("Geboortelijst\t\t\t\r\n{HEADINGS}"), 2),
        (HEADINGS.replace("datum", "datum (dag, maand, jaar)"), 1),
        (format!("sep=;\r\n{HEADINGS}"), 2),
    ] {
        assert_six(&read(&format!("{above}\r\n{rows}")), "Noord", skipped);
    }
    // Pasted with tabs, the title too.
    let pasted =
        format!("Geboortelijst JGZ, regio Noord;;;\r\n{HEADINGS}\r\n{rows}").replace(';', "\t");
    assert_six(&read(&pasted), "Noord", 2);
}

#[test]
fn a_fault_below_a_line_that_names_the_separator_has_the_line_of_the_file() {
    let intake = read("sep=;\r\nCode;Geboortedatum;Locatie\r\nA1;31-2-2027;N\r\n");
    assert_eq!(faults(&intake), [(3, Column::Birth, CellFault::NoSuchDay)]);
}

#[test]
fn a_file_is_read_as_excel_saved_it() {
    let list = format!("{HEADINGS}\r\n{}", six("Coördinatiepunt Één"));
    let tabs = list.replace(';', "\t");
    let utf_16: Vec<u8> = tabs.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let windows = list
        .chars()
        .map(|one| u8::try_from(u32::from(one)).expect("it is of Latin-1"));
    for bytes in [
        list.clone().into_bytes(),
        [&[0xFF, 0xFE], utf_16.as_slice()].concat(),
        utf_16,
        list.replace("\r\n", "\r").into_bytes(),
        windows.collect(),
    ] {
        assert_six(&read(&decode(&bytes)), "Coördinatiepunt Één", 1);
    }
}

#[test]
fn what_nobody_sees_is_no_part_of_a_code_a_date_or_a_place() {
    let list = "\u{feff}\"Code\";\"Geboortedatum\";\"Locatie\";\"Dagdelen\"\r\n\
        NRD-0401\u{200b};4-1-2027;Noord;di ochtend, do ochtend\r\n\
        NRD-0402\u{a0};5-1-2027\u{a0};Noord\u{a0};di\u{a0}ochtend\r\n\
        NRD-0403;6\u{2011}1\u{2011}2027;Noord;di ochtend\r\n\
        \u{feff}NRD-0404;7-1-2027;Noord;di ochtend\r\n\
        NRD-0405;8\u{2013}1\u{2013}2027;Noord;di ochtend\r\n\
        NRD-0406;9-1-2027\u{200b};Noord;di ochtend\r\n";
    assert_six(&read(list), "Noord", 1);
    let numbers = (1..=6).map(|number| format!("NRD-040{number}"));
    assert_eq!(codes(&read(list)), numbers.collect::<Vec<_>>());
    // An accent on its letter and one behind it are one name.
    let list = "Code;Geboortedatum;CB\nA1;4-1-2027;Noël\nA2;4-1-2027;Noe\u{308}l\n";
    assert_eq!(locations(&read(list)), ["Noël"]);
}

#[test]
fn codes_that_excel_changed_are_doubted_and_none_is_a_silent_winner() {
    let list = "Code;Geboortedatum;Locatie;Dagdelen\r\n1-feb;4-1-2027;Noord;\r\n2-feb;5-1-2027;Noord;\r\n\
        01-02-2027;6-1-2027;Noord;\r\n0012;7-1-2027;Noord;\r\n12;8-1-2027;Noord;\r\n1,23E+05;9-1-2027;Noord;\r\n\
        nrd-0407;10-1-2027;Noord;\r\nNRD-0407;11-1-2027;Noord;\r\n";
    let intake = read(list);
    assert_eq!(codes(&intake), ["0012", "12", "NRD-0407"]);
    let changed = [2, 3, 4, 7].map(|line| (line, Column::Code, CellFault::CodeChanged));
    let twice = (9, Column::Code, CellFault::CodeTwice { first_line: 8 });
    assert_eq!(faults(&intake), [&changed[..], &[twice]].concat());
    assert_eq!(births(&intake)[2], "2027-01-10");
}

#[test]
fn dates_are_read_as_spreadsheets_show_them_and_that_is_told() {
    let list = "Code;Geboortedatum;Locatie;Dagdelen\r\nNRD-0401;4-jan-27;Noord;\r\nNRD-0402;4 mrt 2027;Noord;\r\n\
        NRD-0403;12-mei-2027;Noord;\r\nNRD-0404;1-okt-2027;Noord;\r\nNRD-0405;4-1-27;Noord;\r\nNRD-0406;46391;Noord;\r\n\
        NRD-0407;ma 4-1-2027;Noord;\r\nNRD-0408;22-10-26;Noord;\r\nNRD-0409;4-1-2027;Noord;\r\n";
    let intake = read(list);
    let days = [
        "2027-01-04",
        "2027-03-04",
        "2027-05-12",
        "2027-10-01",
        "2027-01-04",
        "2027-01-04",
        "2027-01-04",
        "2026-10-22",
        "2027-01-04",
    ];
    assert_eq!(births(&intake), days);
    // All but the last are told; those after today are due dates.
    let told: Vec<_> = intake
        .dates
        .iter()
        .map(|one| (one.line, one.date))
        .collect();
    let expected = days[..8]
        .iter()
        .enumerate()
        .map(|(row, day)| (row + 2, date(day)));
    assert_eq!(told, expected.collect::<Vec<_>>());
    let due: Vec<bool> = intake
        .enrolments
        .iter()
        .map(|one| one.provisional)
        .collect();
    assert_eq!(
        due,
        [false, true, true, true, false, false, false, false, false]
    );
    assert_eq!(intake.became_due, 3);
}

#[test]
fn unlikely_years_are_named_and_days_far_ahead_are_asked_about() {
    let list = "Code;Geboortedatum;Locatie;Dagdelen\r\nNRD-0401;1-1-1900;Noord;\r\nNRD-0402;4-1-2072;Noord;\r\n\
        NRD-0403;4-1-0027;Noord;\r\nNRD-0404;29-2-2027;Noord;\r\nNRD-0405;29-2-2028;Noord;\r\nNRD-0406;31-4-2027;Noord;\r\n";
    let mut list = List::of(list);
    let intake = list.intake();
    let unlikely = [2, 3, 4].map(|line| (line, Column::Birth, CellFault::UnlikelyYear));
    let no_days = [5, 7].map(|line| (line, Column::Birth, CellFault::NoSuchDay));
    assert_eq!(faults(&intake), [unlikely.as_slice(), &no_days].concat());
    assert!(intake.edit().is_none(), "thirteen months ahead");
    let [Question::FarAhead(days)] = intake.questions.as_slice() else {
        panic!("{:?}", intake.questions);
    };
    assert_eq!((days[0].line, days[0].date), (6, date("2028-02-29")));

    list.answers().far_ahead = Some(true);
    let kept = list.intake();
    assert_eq!(births(&kept), ["2028-02-29"]);
    assert!(kept.enrolments[0].provisional && kept.edit().is_some());
    list.answers().far_ahead = Some(false);
    let refused = list.intake();
    assert_eq!(refused.lines, lines(0, 6, 1));
    assert!(faults(&refused).contains(&(6, Column::Birth, CellFault::FarAhead)));
    assert_eq!(
        refused.questions, intake.questions,
        "the answer can be changed"
    );
}

/// The headings of nine organisations; the third is of an export with columns that the planner has no use for.
#[test]
fn usual_headings_are_known() {
    for headings in [
        "Dossiernummer;Geboortedatum kind;Consultatiebureau",
        "Kind ID;Geb.dat.;Locatie CB",
        "Cliëntnummer;Geb. datum;CB",
        "Clientnr;geboren;Vestiging",
        "Nr;DOB;Plaats",
        "Zaaknummer;Geboortedatum;Team",
        "Kindnummer;Uitgerekende datum;Wijk",
        "code;datum;bureau",
        "Registratie;Dag van geboorte;Waar",
    ] {
        let intake = read(&format!(
            "{headings}\nA1;4-1-2027;Noord\nA2;5-1-2027;Noord\n"
        ));
        let is_asked = |question: &Question| {
            matches!(question, Question::Column(Column::Code | Column::Birth, _))
        };
        assert!(!intake.questions.iter().any(is_asked), "{headings}");
        assert_eq!(births(&intake), ["2027-01-04", "2027-01-05"], "{headings}");
        assert_eq!(
            (locations(&intake), intake.lines),
            (vec!["Noord"], lines(2, 0, 1)),
            "{headings}"
        );
    }
    let list = "Opmerking;CB;Naam ouder;Geb. datum;Cliëntnummer;Geboortedatum moeder\n\
        belt;Noord;Jansen;4-1-2027;A1;1-1-1994\n;Noord;Bakker;5-1-2027;A2;1-1-1995\n";
    let intake = read(list);
    assert_eq!(births(&intake), ["2027-01-04", "2027-01-05"]);
    assert_eq!(
        intake.dropped,
        ["Opmerking", "Naam ouder", "Geboortedatum moeder"]
    );
    let edit = format!("{:?}", intake.edit().expect("nothing is asked"));
    assert!(!edit.contains("Jansen") && !edit.contains("belt"));
}

/// One question about a column that is missing, with its first values, and no cause per line.
#[test]
fn a_missing_column_is_asked_about_once() {
    let list = "Kenmerk ouder;Geboortedatum;CB;Soort\nx-1;4-1-2027;Noord;a 1\nx-2;5-1-2027;Noord;b\nx-3;6-1-2027;Noord;c\n\
        x-4;7-1-2027;Noord;d\n";
    let mut list = List::of(list);
    let intake = list.intake();
    assert!(intake.is_open);
    let candidate = |position, values: [&str; 3]| Candidate {
        position,
        values: values.map(str::to_owned).to_vec(),
    };
    let candidates = vec![
        candidate(0, ["x-1", "x-2", "x-3"]),
        candidate(3, ["a 1", "b", "c"]),
    ];
    assert_eq!(
        intake.questions,
        [Question::Column(Column::Code, candidates.clone())]
    );
    list.reading = list.reading.with_answer(Column::Code, Some(0));
    let intake = list.intake();
    assert_eq!(
        (codes(&intake), intake.lines),
        (vec!["X-1", "X-2", "X-3", "X-4"], lines(4, 0, 1))
    );
    assert!(intake.edit().is_some());

    // The location can be in no column; then the user names it.
    let mut list =
        List::of("Code;Geboortedatum;Naam ouder\nA1;4-1-2027;Jansen\nA2;5-1-2027;Bakker\n");
    let intake = list.intake();
    assert_eq!(
        intake.questions,
        [Question::Column(Column::Location, Vec::new())]
    );
    assert!(intake.is_open);
    list.answers().location = Some("Noord".to_owned());
    let intake = list.intake();
    assert_eq!((locations(&intake), intake.is_open), (vec!["Noord"], false));
    // One that is missing in a row only is named there.
    let intake = read("Code;Geboortedatum;CB\nA1;4-1-2027;Noord\nA2;5-1-2027;\n");
    assert_eq!(
        faults(&intake),
        [(3, Column::Location, CellFault::LocationMissing)]
    );
    assert!(!intake.is_open);
}

#[test]
fn a_mended_cell_makes_its_line_count_again() {
    let list = "Code;Geboortedatum;Locatie\nA1;31-2-2027;Noord\nA2;5-1-2027\nA3;6-1-2027;\"Noord\n";
    let mut list = List::of(list);
    let intake = list.intake();
    assert_eq!(intake.lines, lines(0, 3, 1));
    for (fault, text) in intake.faults.iter().zip(["28-2-2027", "Noord", "Noord"]) {
        list.table =
            list.table
                .mended(fault.line, fault.position.expect("one cell mends it"), text);
    }
    let intake = list.intake();
    assert_eq!(
        (codes(&intake), intake.lines),
        (vec!["A1", "A2", "A3"], lines(3, 0, 1))
    );
    // What is mended wrongly stays named.
    list.table = list.table.mended(2, 0, "Jansen");
    assert_eq!(list.intake().lines, lines(2, 1, 1));
}

fn plan_of(list: &str) -> Plan {
    let mut plan = Plan::empty();
    let known = import(list, &plan);
    make(&mut plan, &known, None);
    plan
}

#[test]
fn families_that_would_change_are_shown_as_they_are_and_as_they_would_be() {
    let plan = plan_of(
        "Code;Geboortedatum;CB;Dagdelen;Taal;Kinderen\nA1;4-1-2027;Noord;di ochtend;pools;2\nA2;5-1-2027;Noord;;;\n",
    );
    let intake = read_beside(
        "Code;Geboortedatum;CB\nA1;6-1-2027;Zuid\nA2;5-1-2027;Noord\nA3;5-1-2027;Noord\n",
        &plan,
    );
    assert_eq!(intake.known, 2);
    let [changed] = intake.replaced.as_slice() else {
        panic!("{:?}", intake.replaced);
    };
    assert_eq!(changed.columns(), [Column::Birth, Column::Location]);
    assert_eq!(
        (changed.before.birth, changed.after.birth),
        (date("2027-01-04"), date("2027-01-06"))
    );
    // What the list has no column for is as it was.
    let family = &intake.enrolments[0];
    assert_eq!((family.children, family.language.as_str()), (2, "pl"));
    assert_eq!(family.half_days.iter().count(), 1);
    // A list without a location leaves them where they are.
    let list = "Code;Geboortedatum\nA1;6-1-2027\nA2;5-1-2027\n";
    let moved = read_beside(list, &plan);
    assert_eq!(moved.enrolments[0].location.as_str(), "noord");
    assert!(!moved.is_open);
}

#[test]
fn a_name_that_nearly_equals_a_known_place_is_asked_about() {
    let plan = plan_of("Code;Geboortedatum;CB\nA1;4-1-2027;Zeist\n");
    let list =
        "Code;Geboortedatum;CB\nB1;4-1-2027;Zeisst\nB2;4-1-2027;Driebergen\nB3;5-1-2027;Zeisst\n";
    let mut list = List::beside(list, plan);
    let intake = list.intake();
    let [Question::Place(near)] = intake.questions.as_slice() else {
        panic!("{:?}", intake.questions);
    };
    assert_eq!(
        (near.name.as_str(), near.rows, near.known_name.as_str()),
        ("Zeisst", 2, "Zeist")
    );
    assert!(intake.is_open && !format!("{near:?}").contains("Zeisst"));
    for (meant, new) in [
        (&near.known, vec!["Driebergen"]),
        (&near.id, vec!["Zeisst", "Driebergen"]),
    ] {
        list.answers().places.insert(near.id.clone(), meant.clone());
        let intake = list.intake();
        assert_eq!((locations(&intake), intake.is_open), (new, false));
        assert_eq!(intake.enrolments[0].location, *meant);
    }
    // Beside one that has many more rows in the list, too; its name is the one that is kept.
    let rows = (2..8).map(|number| format!("B{number};4-1-2027;Zeist\n"));
    let list = format!(
        "Code;Geboortedatum;CB\nB1;4-1-2027;Zeisst\n{}",
        rows.collect::<String>()
    );
    let mut list = List::of(&list);
    let intake = list.intake();
    let [Question::Place(near)] = intake.questions.as_slice() else {
        panic!("{:?}", intake.questions);
    };
    let known = near.known.clone();
    list.answers().places.insert(near.id.clone(), known);
    assert_eq!(locations(&list.intake()), ["Zeist"]);
    // Other figures are other places.
    assert_eq!(
        read("Code;Geboortedatum;CB\nB1;4-1-2027;Noord 1\nB2;4-1-2027;Noord 2\n").questions,
        []
    );
}
