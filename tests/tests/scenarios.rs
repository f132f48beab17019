//! The acceptance scenarios of `docs/domain.md#8.2`, each a file that a coordinator can read.
//! The expected days and messages stand in the files, written by hand from the table.

use centering_tests::scenario::{Absence, Scenario, mismatches};
use std::fs;
use std::path::PathBuf;

/// One test per scenario file, and the list of all of them.
macro_rules! scenarios {
    ($($test:ident: $file:literal, $judge:ident;)*) => {
        const RUN: &[&str] = &[$($file),*];
        $(
            #[test]
            fn $test() {
                $judge($file);
            }
        )*
    };
}

scenarios! {
    spread_of_20_days_fits: "03-spreiding-20-dagen-past.txt", holds;
    holiday_and_alternative: "04-feestdag-en-alternatief.txt", holds;
    spread_of_27_days_does_not_fit: "05-spreiding-27-dagen-past-niet-op-donderdag.txt", holds;
    rsv_and_summer: "07-rsv-en-zomer.txt", holds;
    facilitator_drops_out: "09-begeleider-valt-uit.txt", team_holds;
    kings_day: "12-koningsdag-regel.txt", holds;
    not_plannable: "13-niet-te-plannen.txt", holds;
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("scenarios")
}

fn text(file: &str) -> String {
    fs::read_to_string(folder().join(file)).expect("the scenario file can be read")
}

fn holds(file: &str) {
    let scenario = Scenario::read(&text(file)).unwrap_or_else(|error| panic!("{file}, {error}"));
    let number = format!("{:02}-", scenario.number);
    assert!(file.starts_with(&number), "{file} is scenario {number}");
    let found = mismatches(&scenario).unwrap_or_else(|error| panic!("{file}: {error}"));
    assert!(found.is_empty(), "{file}\n{}", found.join("\n"));
}

fn team_holds(file: &str) {
    let scenario = Absence::read(&text(file)).unwrap_or_else(|error| panic!("{file}, {error}"));
    let number = format!("{:02}-", scenario.number);
    assert!(file.starts_with(&number), "{file} is scenario {number}");
    let found = scenario.mismatches();
    assert!(found.is_empty(), "{file}\n{}", found.join("\n"));
}

/// The runner itself: each line of the result matters.
#[test]
fn a_changed_expectation_of_an_absence_fails() {
    let text = text("09-begeleider-valt-uit.txt");
    let (_, expected) = text
        .split_once("verwacht\n")
        .expect("it has a part verwacht");
    for line in expected.lines().filter(|line| !line.trim().is_empty()) {
        let without = text.replace(&format!("{line}\n"), "");
        let changed = Absence::read(&without).expect("the lines are known");
        assert_ne!(changed.mismatches(), [""; 0], "without '{line}'");
    }
    let other = text.replace(
        "C1: di ochtend, di middag, do middag",
        "C1: di middag, do middag",
    );
    let changed = Absence::read(&other).expect("the lines are known");
    assert_ne!(
        changed.mismatches(),
        [""; 0],
        "C1 cannot stand in for G1 then"
    );
}

#[test]
fn every_scenario_file_is_run() {
    let mut files: Vec<String> = fs::read_dir(folder())
        .expect("the folder of the scenarios can be read")
        .map(|entry| {
            entry
                .expect("a file")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    files.sort();
    assert_eq!(
        files, RUN,
        "every file in tests/scenarios has a test in tests/tests/scenarios.rs"
    );
}

/// The runner itself: a scenario with one wrong line does not hold, whichever line of the result it is.
#[test]
fn a_changed_expectation_fails() {
    let text = text(RUN[0]);
    let changes = [
        ("B4: do 1-7-2027", "B4: do 24-6-2027"),
        ("spreiding: 20 dagen", "spreiding: 21 dagen"),
        ("voorkeur B2: 7-3-2027", "voorkeur B2: 6-3-2027"),
        ("vrije dagen B6: 14-10-2027, ", "vrije dagen B6: "),
        ("melding B1: VAK-02", "melding B1: VAK-01"),
        (
            "geen andere meldingen",
            "melding B2: VEN-01 1 dagen na voorkeur",
        ),
    ];
    for (right, wrong) in changes {
        assert!(text.contains(right), "the scenario says '{right}'");
        let changed = Scenario::read(&text.replace(right, wrong)).expect("the lines are known");
        assert_ne!(
            mismatches(&changed).expect("it is planned"),
            [""; 0],
            "{wrong}"
        );
    }
}

#[test]
fn a_line_that_is_not_understood_fails() {
    let text = text(RUN[0]);
    for (right, wrong) in [
        ("spreiding: 20 dagen", "spreidng: 20 dagen"),
        ("spreiding: 20 dagen", "spreiding 20 dagen"),
        ("B4: do 1-7-2027", "B4: wo 1-7-2027"),
        ("B4: do 1-7-2027", "B9: do 1-7-2027"),
        ("regio: Midden", "regio: Oost"),
        ("regio: Midden", "streek: Midden"),
    ] {
        assert!(
            Scenario::read(&text.replace(right, wrong)).is_err(),
            "{wrong}"
        );
    }
}
