//! The command for scripts, `cargo run -p centering-core --example plan`: what it prints, and when it stops.

use centering_tests::command::{command, printed, run};
use centering_tests::planning::json;
use serde_json::{Value, json};
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::Stdio;

/// A file with this content, for one test.
fn file(name: &str, content: &str) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, content).expect("the file can be written");
    path.to_string_lossy().into_owned()
}

/// Six families born in January 2027.
fn families() -> Value {
    let births = [4, 8, 12, 16, 20, 24];
    let enrolments: Vec<Value> = births
        .iter()
        .map(|day| json!({"code": format!("N{day}"), "birth": format!("2027-01-{day:02}"), "location": "noord"}))
        .collect();
    json!({
        "format": "centering-plan",
        "version": "1.0",
        "locations": [{"id": "noord", "name": "Noord", "prefix": "NRD"}],
        "enrolments": enrolments,
    })
}

#[test]
fn a_plan_is_printed_with_its_problems() {
    let path = file("plan.json", &families().to_string());
    let output = printed(&[&path]);
    assert_eq!(output["groups"][0]["id"], "NRD-2027-01-1");
    assert_eq!(
        output["groups"][0]["sessions"].as_array().map(Vec::len),
        Some(8)
    );
    let mut plan = output.clone();
    let problems = plan
        .as_object_mut()
        .and_then(|plan| plan.remove("problems"));
    assert!(problems.is_some_and(|problems| problems.is_array()));
    centering_tests::validator::assert_valid(&plan, None);
    let again = file("again.json", &output.to_string());
    assert_eq!(
        printed(&[&again]),
        output,
        "its own output is planned to the same plan"
    );
}

#[test]
fn what_cannot_be_planned_is_a_problem_and_no_failure() {
    let mut plan = families();
    plan["enrolments"] = json!([]);
    plan["groups"] = json!([{
        "id": "NRD-2027-02-1",
        "location": "noord",
        "known_births": {"oldest": "2027-02-02", "youngest": "2027-03-15", "families": 6, "children": 6},
        "half_day": {"user": "tue-pm"},
    }]);
    let output = printed(&[&file("unplannable.json", &plan.to_string())]);
    let problems = output["problems"].as_array().expect("a list");
    let unplanned = problems
        .iter()
        .find(|problem| problem["code"] == "PLN-01")
        .expect("B2 has no day");
    assert_eq!(
        unplanned["place"],
        json!({"session": ["NRD-2027-02-1", "B2"]})
    );
    let closed = json!([["2027-04-27", {"public_holiday": "kings_day"}]]);
    assert_eq!(unplanned["finding"]["unscheduled"]["closed"], closed);
    assert_eq!(unplanned["remedies"][0]["move"]["to"]["date"], "2027-05-03");
}

#[test]
fn a_template_that_cannot_be_used_is_a_problem_and_no_failure() {
    let mut plan = families();
    plan["template"] = json!({"source": "own", "version": "2027-01-01", "sessions": []});
    let output = printed(&[&file("template.json", &plan.to_string())]);
    assert_eq!(output["problems"][0]["code"], "SJA-01");
}

/// The vaccination of the first bijeenkomst has no limit, so eight families are planned at sixteen days: what core says
/// of it is an error, and the independent validator does not let it pass either.
#[test]
fn a_slip_in_a_dose_is_named_and_is_kept_in_the_file() {
    let families = (0..8)
        .map(|at| json!({"code": format!("F{at}"), "birth": "2027-02-03", "location": "noord"}));
    let with = |dose: &str| {
        json!({
            "format": "centering-plan", "version": "1.1", "today": "2027-02-05",
            "template": {"source": "own", "version": "2027-01-01", "sessions": [{
                "number": "B1", "name": "x", "duration_minutes": 120, "doses": [
                    {"dose": dose, "scheme": "2-3-5-12"}, {"dose": "ROTA1"},
                ],
                "preferred": {"from": "0m10d", "to": "2m0d"}, "allowed": {"from": "0m10d", "to": "2m0d"},
            }]},
            "locations": [{"id": "noord", "name": "Noord", "prefix": "NRD"}],
            "enrolments": families.clone().collect::<Vec<_>>(),
        })
    };
    for (dose, meant) in [
        ("DTKP1", Some("DKTP1")),
        ("dktp1", Some("DKTP1")),
        ("DKTP 1", Some("DKTP1")),
        ("DKTP", None),
    ] {
        let output = printed(&[&file("dose.json", &with(dose).to_string())]);
        let mut unknown = json!({"planned": {"dose": dose, "scheme": "2-3-5-12"}});
        if let Some(meant) = meant {
            unknown["meant"] = json!(meant);
        }
        let problem = &output["problems"][0];
        assert_eq!(problem["code"], "SJA-02");
        assert_eq!(problem["severity"], "error");
        assert_eq!(
            problem["finding"]["unknown_doses"],
            json!({"session": "B1", "doses": [unknown]})
        );
        let all = output["problems"].as_array().expect("a list");
        let named = all.iter().filter(|one| one["code"] == "SJA-02").count();
        assert_eq!(named, 1, "once, however many groups there are");
        assert_eq!(output["template"]["sessions"][0]["doses"][0]["dose"], dose);
        // Six weeks is the limit of the other dose of the bijeenkomst.
        let day = output["groups"][0]["sessions"][0]["date"]
            .as_str()
            .expect("a day");
        assert!(day >= "2027-03-17", "{day}");
        let mut plan = output.clone();
        plan.as_object_mut().map(|plan| plan.remove("problems"));
        let faults = centering_tests::validator::faults(&plan, None);
        let rule = centering_tests::validator::Rule::UnknownDose("B1".to_owned(), dose.to_owned());
        assert!(faults.iter().any(|fault| fault.rule == rule), "{faults:?}");
    }
    let right = printed(&[&file("right-dose.json", &with("DKTP1").to_string())]);
    assert_eq!(right["problems"], json!([]));
}

#[test]
fn an_empty_plan_stays_empty() {
    let path = file(
        "empty.json",
        r#"{"format":"centering-plan","version":"1.0"}"#,
    );
    let output = printed(&[&path]);
    assert_eq!(output["groups"], json!([]));
    assert_eq!(output["problems"], json!([]));
}

/// In June the first bijeenkomst of children born in January is over.
#[test]
fn today_comes_from_the_document_or_from_the_command_line() {
    let groups = |output: &Value| output["groups"].as_array().map(Vec::len);
    let mut plan = families();
    let undated = file("undated.json", &plan.to_string());
    assert_eq!(
        groups(&printed(&["--today", "2027-06-01", &undated])),
        Some(0)
    );
    assert_eq!(
        groups(&printed(&[&undated, "--today", "2027-02-01"])),
        Some(1)
    );
    plan["today"] = json!("2027-06-01");
    let dated = file("dated.json", &plan.to_string());
    let late = printed(&[&dated]);
    assert_eq!(groups(&late), Some(0));
    assert_eq!(late["today"], "2027-06-01");
    assert_eq!(
        late["problems"][0]["finding"],
        json!({"not_placed": "too_old"})
    );
    let early = printed(&["--today", "2027-02-01", &dated]);
    assert_eq!(
        groups(&early),
        Some(1),
        "the command line goes before the document"
    );
}

#[test]
fn unreadable_input_stops_with_code_2_and_one_line() {
    let good = file("good.json", &families().to_string());
    let newer = file(
        "newer.json",
        r#"{"format":"centering-plan","version":"2.0"}"#,
    );
    let other = file("other.json", r#"{"some":"json"}"#);
    let text = file("text.json", "geen json\nmaar twee regels");
    let empty = file("nothing.json", "");
    let mut plan = families();
    plan["enrolments"][0]["birth"] = json!("2027\n02\n30");
    let wrong_day = file("day.json", &plan.to_string());
    let cases: &[(&[&str], &str)] = &[
        (&[&newer], "version 2.0"),
        (&[&other], "centering-plan"),
        (&[&text], "line 1"),
        (&[&empty], "nothing.json"),
        (&[&wrong_day], "is not a day"),
        (&["no such file.json"], "no such file.json"),
        (&["--today", "1-2-2027", &good], "yyyy-mm-dd"),
        (&["--today", "2027-02-30", &good], "2027-02-30"),
        (&[&good, "--today"], "yyyy-mm-dd"),
        (&[&good, &good], "usage"),
        (&[], "usage"),
    ];
    for (arguments, part) in cases {
        let output = run(arguments);
        let message = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stdout.is_empty(), "{arguments:?}");
        assert_eq!(
            message.matches('\n').count(),
            1,
            "{arguments:?}: {message:?}"
        );
        assert!(
            message.ends_with('\n') && message.contains(part),
            "{arguments:?}: {message:?}"
        );
    }
}

#[test]
fn help_and_version_are_printed() {
    for (argument, part) in [
        ("--help", "usage: plan"),
        ("-h", "--today"),
        ("--version", "plan 0."),
    ] {
        let output = run(&[argument]);
        assert_eq!(output.status.code(), Some(0), "{argument}");
        assert!(output.stderr.is_empty(), "{argument}");
        assert!(
            String::from_utf8_lossy(&output.stdout).contains(part),
            "{argument}"
        );
    }
    let unknown = run(&["--todya"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&unknown.stderr).contains("'--todya' is not expected; usage"));
}

#[test]
fn the_day_of_today_may_be_joined_by_an_equals_sign() {
    let path = file("joined.json", &families().to_string());
    assert_eq!(
        printed(&["--today=2027-06-01", "--", &path])["groups"],
        json!([])
    );
    let wrong = run(&["--today=2027-13-01", &path]);
    let message = String::from_utf8_lossy(&wrong.stderr).into_owned();
    assert_eq!(
        message,
        "--today '2027-13-01': not a day; expected yyyy-mm-dd, 1900 to 2199\n"
    );
}

#[test]
fn a_document_comes_from_standard_input_and_its_reader_may_stop() {
    let mut child = command()
        .arg("-")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("it reads");
    // The reader goes before anything is printed.
    drop(child.stdout.take());
    stdin
        .write_all(families().to_string().as_bytes())
        .expect("it reads");
    drop(stdin);
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
fn the_command_plans_as_the_library_does() {
    let today = Some(centering_tests::planning::date("2026-07-01"));
    let plan = centering_tests::planning::planned(centering_tests::planning::LIST, today);
    let mut unplanned = json(&plan);
    unplanned["groups"] = json!([]);
    let path = file("list.json", &unplanned.to_string());
    let mut output = printed(&["--today", "2026-07-01", &path]);
    output
        .as_object_mut()
        .and_then(|plan| plan.remove("problems"));
    assert_eq!(output, json(&plan));
}
