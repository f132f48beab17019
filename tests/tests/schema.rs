//! The published JSON Schema holds for real documents, describes every field that is written, and refuses
//! wrong documents that core refuses as well.

use centering_core::care::SessionTemplate;
use centering_core::edit::{AssuranceEdit, Edit};
use centering_core::plan::Plan;
use centering_core::schema::plan_document;
use centering_core::steps::{
    Edge, Progress, Role, StepEdit, StepId, StepPlan, StepState, Wish, WorkCalendar,
};
use centering_tests::command::printed;
use centering_tests::planning::{LIST, date, json, make, planned};
use centering_tests::schema::{published, strict};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const EXAMPLE: &str = include_str!("../data/voorbeeldplan.json");

fn assert_described(name: &str, document: &Value) {
    assert_described_by(&[published(), strict()], name, document);
}

fn assert_described_by(schemas: &[Value], name: &str, document: &Value) {
    for schema in schemas {
        let validator = jsonschema::validator_for(schema).expect("a schema");
        let errors: Vec<String> = validator
            .iter_errors(document)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{name}\n{}", errors.join("\n"));
    }
}

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("data")
        .join(name)
}

fn file(name: &str, document: &Value) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, document.to_string()).expect("the file can be written");
    path
}

fn output(path: &Path) -> Value {
    printed(&[&path.to_string_lossy()])
}

#[test]
fn the_published_schema_is_that_of_the_types() {
    assert!(
        published() == plan_document().to_value(),
        "www/plan.schema.json is not what the types of core give; write it again: cargo xtask schema"
    );
}

#[test]
fn the_schema_is_a_schema_in_which_everything_is_described() {
    let schema = published();
    assert!(jsonschema::draft202012::meta::is_valid(&schema));
    let mut undescribed = Vec::new();
    find_undescribed(&schema, &schema, "", &mut undescribed);
    assert_eq!(undescribed, [""; 0], "these properties have no description");
}

/// Properties that neither have a description nor refer to a definition with one.
fn find_undescribed(root: &Value, schema: &Value, here: &str, found: &mut Vec<String>) {
    let Some(fields) = schema.as_object() else {
        return;
    };
    for (name, field) in fields {
        if name == "properties" {
            for (property, value) in field.as_object().into_iter().flatten() {
                let referred = value["$ref"].as_str().and_then(|to| root.pointer(&to[1..]));
                let is_described = [Some(value), referred]
                    .into_iter()
                    .flatten()
                    .any(|one| one["description"].is_string());
                if !is_described {
                    found.push(format!("{here}/{property}"));
                }
            }
        }
        find_undescribed(root, field, &format!("{here}/{name}"), found);
        for (index, item) in field.as_array().into_iter().flatten().enumerate() {
            find_undescribed(root, item, &format!("{here}/{name}/{index}"), found);
        }
    }
}

#[test]
fn real_documents_are_described() {
    let example: Value = serde_json::from_str(EXAMPLE).expect("it is JSON");
    assert_described("the example", &example);
    let oldest = fs::read_to_string(data("plan-1.0.json")).expect("the file is there");
    assert_described(
        "version 1.0",
        &serde_json::from_str(&oldest).expect("it is JSON"),
    );
    let with_team = fs::read_to_string(data("plan-1.1.json")).expect("the file is there");
    assert_described(
        "version 1.1",
        &serde_json::from_str(&with_team).expect("it is JSON"),
    );
    let newest = fs::read_to_string(data("plan-1.2.json")).expect("the file is there");
    assert_described(
        "version 1.2",
        &serde_json::from_str(&newest).expect("it is JSON"),
    );
    assert_described("the empty plan", &json(&Plan::empty()));
    let list = planned(LIST, Some(date("2026-07-01")));
    assert_described("the planned list", &json(&list));
}

/// A plan with a step plan and everything that can be kept about borging.
fn with_steps_and_assurance() -> Plan {
    let today = Some(date("2027-03-16"));
    let mut plan = Plan::empty();
    let steps = StepPlan {
        start: Some(date("2027-01-04")),
        wish: Some(Wish {
            step: StepId::parse("B07").expect("a code"),
            edge: Edge::Finish,
            date: date("2029-03-01"),
            extra: serde_json::Map::new(),
        }),
        ..StepPlan::proposal().clone()
    };
    let step = |code: &str| StepId::parse(code).expect("a code");
    let calendar = WorkCalendar::from(&plan.settings);
    let mut edits = vec![Edit::StartSteps(Box::new(steps))];
    let mut change = |edit| edits.push(Edit::Steps(Box::new(edit)));
    change(StepEdit::KeepBaseline(calendar));
    change(StepEdit::SetLimit {
        role: Role::new("project_lead"),
        people: Some(1),
    });
    change(StepEdit::SetProgress {
        step: step("O01"),
        progress: Progress {
            state: StepState::Busy,
            started: Some(date("2027-01-04")),
            remaining: Some(2),
            notes: "eerst het team".to_owned(),
            who: "TM-1".to_owned(),
            ..Progress::default()
        },
    });
    change(StepEdit::SetDates {
        step: step("V11"),
        fixed_start: None,
        not_before: Some(date("2027-06-01")),
        deadline: Some(date("2027-12-01")),
    });
    let kept = json!({
        "measurements": [{"began": "2027-02-01", "respondents": [{"role": "planner", "scores": {"KSF1-1": 4}}]}],
        "answers": {"coordinator_with_backup": true, "in_budget": false, "evaluation": {"on": "2026-12-08"}, "groups_wanted": 4},
        "limits": {"resilience": {"at_least": {"green": 90, "amber": 70}},
                   "size_at_start": {"within": {"green": [6, 9], "amber": [5, 10]}}},
        "history": {"2027-03-01": {"known": {"resilience": ["red", {"share": {"part": 12, "whole": 16}}],
                                             "intake_short": ["amber", {"count": 1}]}}},
    });
    plan.assurance = serde_json::from_value(kept).expect("it can be read");
    for (item, done) in [(0, true), (1, true)] {
        let tick = AssuranceEdit::Tick {
            list: "recruitment".to_owned(),
            item,
            done,
        };
        edits.push(Edit::Assurance(Box::new(tick)));
    }
    for edit in edits {
        make(&mut plan, &edit, today);
    }
    plan
}

#[test]
fn step_plans_and_what_is_kept_about_borging_are_described() {
    let plan = with_steps_and_assurance();
    let document = json(&plan);
    assert_described("steps and borging", &document);
    assert_eq!(Plan::from_json(&document.to_string()), Ok(plan));
    let validator = jsonschema::validator_for(&published()).expect("a schema");
    let wrong = [
        ("/steps/steps/0/duration", json!("long")),
        ("/steps/steps/0/phase", json!("later")),
        ("/steps/baseline/kept_on", json!("1-1-2027")),
        (
            "/assurance/measurements/0/respondents/0/scores/KSF1-1",
            json!(6),
        ),
        ("/assurance/measurements/0/began", json!("soon")),
        ("/assurance/answers/evaluation", json!({"on": "yesterday"})),
        ("/assurance/answers/groups_wanted", json!(-1)),
        ("/assurance/limits/resilience", json!({"green": 90})),
        ("/assurance/checklists/0/items/0/ticked", json!(true)),
    ];
    for (place, value) in wrong {
        let mut document = document.clone();
        *document.pointer_mut(place).expect("the field is there") = value.clone();
        let name = format!("{place}: {value}");
        assert!(!validator.is_valid(&document), "the schema takes {name}");
        assert!(
            Plan::from_json(&document.to_string()).is_err(),
            "core takes {name}"
        );
    }
}

#[test]
fn the_output_of_the_command_is_described() {
    let example = output(&data("voorbeeldplan.json"));
    assert!(
        example["problems"]
            .as_array()
            .is_some_and(|problems| problems.len() > 2)
    );
    assert_described("the planned example", &example);
    assert_described("planned version 1.0", &output(&data("plan-1.0.json")));
    let list = json(&planned(LIST, Some(date("2026-07-01"))));
    assert_described(
        "the planned list",
        &output(&file("schema-list.json", &list)),
    );
}

/// A plan in which nearly everything is wrong that can be wrong.
fn wrong_in_every_way() -> Value {
    let family = |code: &str, birth: &str| json!({"code": code, "birth": birth, "location": "noord", "half_days": ["mon-am"]});
    let known = |oldest: &str, youngest: &str| json!({"oldest": oldest, "youngest": youngest, "families": 2, "children": 2});
    let pinned = |number: &str, day: &str| json!({"number": number, "date": day, "pinned": true});
    json!({
        "format": "centering-plan",
        "version": "1.0",
        "settings": {
            "group_size": {"min": 3, "target": 4, "max": 4},
            "spring": "forbid",
            "closures": [{"first": "2027-06-02", "last": "2027-06-04", "label": "studiedagen"}],
        },
        "locations": [{"id": "noord", "name": "Noord", "prefix": "NRD"}],
        "enrolments": [
            {"code": "P1", "birth": "2027-01-05", "location": "noord", "provisional": true},
            family("A1", "2027-01-04"), family("A2", "2027-01-30"), family("A3", "2027-02-05"),
            family("A4", "2027-08-01"),
            {"code": "Z1", "birth": "2027-01-04", "location": "zuid"},
        ],
        "groups": [
            {"id": "A", "location": "noord", "members": ["A1", "A2", "A3", "P1", "X9"], "half_day": {"user": "thu-am"},
             "sessions": [
                pinned("B1", "2027-02-25"), pinned("B2", "2027-02-27"), pinned("B3", "2027-06-24"),
                pinned("B4", "2027-06-01"), pinned("B5", "2027-06-02"), pinned("B6", "2027-12-30"),
                pinned("B7", "2027-04-27"), pinned("B8", "2030-09-05")]},
            {"id": "B", "location": "zuid", "members": ["A1", "Z1"], "half_day": {"user": "thu-am"}},
            {"id": "C", "location": "noord", "known_births": known("2027-02-02", "2027-03-15"),
             "half_day": {"user": "tue-pm"}},
            {"id": "D", "location": "noord", "known_births": known("2027-04-05", "2027-04-25"),
             "half_day": {"user": "tue-pm"}},
            {"id": "E", "location": "noord", "known_births": known("2027-04-05", "2027-04-30"),
             "half_day": {"user": "tue-pm"},
             "sessions": [{"number": "B8", "date": null, "status": "cancelled"}]},
        ],
    })
}

/// A plan with a team in which everything is wrong that can be wrong with one.
fn wrong_with_the_team() -> Value {
    let known =
        json!({"oldest": "2027-01-04", "youngest": "2027-01-14", "families": 8, "children": 8});
    let person = |alias: &str, half_days: &[&str]| json!({"id": alias, "alias": alias, "trained": true, "half_days": half_days, "locations": ["noord"]});
    let on =
        |line: &str, day: &str| json!({"number": "B1", "date": day, "pinned": true, "line": line});
    let group = |id: &str, first: Value| {
        json!({"id": id, "location": "noord", "known_births": known, "half_day": {"user": "tue-am"},
        "line": {"user": "L1"}, "pinned": true, "sessions": [first, {"number": "B2", "date": "2027-03-16", "pinned": true}]})
    };
    let line = |id: &str, half_day: &str, room: &str, pair: &[&str]| json!({"id": id, "location": "noord", "half_day": half_day, "room": room, "facilitators": pair});
    json!({
        "format": "centering-plan",
        "version": "1.2",
        "locations": [{"id": "noord", "name": "Noord", "prefix": "NRD"}],
        "rooms": [{"id": "r1", "location": "noord", "label": "Zaal", "capacity": 12,
                   "closures": [{"first": "2027-03-02", "last": "2027-03-02", "label": "verbouwing"}]},
                  {"id": "r2", "location": "noord", "label": "Hal", "capacity": 30},
                  {"id": "r3", "location": "noord", "label": "Kamer", "capacity": 30, "half_days": ["tue-am"]}],
        "people": [
            person("A1", &["tue-am"]), person("B1", &["tue-am", "thu-am"]), person("C1", &["tue-am"]),
            {"id": "D1", "alias": "D1", "half_days": ["tue-am"], "locations": ["noord"],
             "absences": [{"first": "2027-03-02", "last": "2027-03-02"}]},
            {"id": "J1", "alias": "J1", "role": "youth_physician", "half_days": ["tue-am"], "locations": ["noord"]},
        ],
        "lines": [
            line("L1", "tue-am", "r1", &["A1", "D1"]), line("L2", "tue-am", "r1", &["B1"]),
            line("L3", "thu-am", "r9", &["A1", "Z9"]), line("L4", "tue-am", "r2", &["B1", "C1"]),
            {"id": "L5", "location": "noord", "half_day": "fri-am"}, line("L6", "mon-am", "r3", &["C1"]),
        ],
        "groups": [
            group("A", on("L1", "2027-03-02")), group("B", on("L1", "2027-03-02")), group("C", on("L2", "2027-03-02")),
            group("D", on("L4", "2027-03-02")),
            group("E", json!({"number": "B1", "date": "2027-03-09", "pinned": true, "facilitators": ["B1", "J1"], "line": "L4"})),
            group("F", json!({"number": "B1", "date": "2027-03-11", "pinned": true, "facilitators": ["C1", "Z8"], "line": "L3", "room": "r8"})),
            group("G", on("L9", "2027-03-02")),
            {"id": "H", "location": "noord", "known_births": known, "half_day": {"user": "wed-am"}},
            group("I", json!({"number": "B1", "date": "2027-03-09", "pinned": true, "facilitators": ["D1", "A1"], "room": "r2", "line": "L2"})),
        ],
    })
}

/// Two groups that meet at the same hours, with jeugdartsen who cannot come as they were named.
fn wrong_with_the_physicians() -> Value {
    let person = |alias: &str, role: &str, half_days: &[&str]| json!({"id": alias, "alias": alias, "role": role, "half_days": half_days, "locations": ["noord", "zuid"]});
    let session = |number: &str, day: &str, physician: &str| json!({"number": number, "date": day, "pinned": true, "physician": physician});
    let group = |id: &str, location: &str, sessions: Value| {
        json!({"id": id, "location": location, "half_day": {"user": "tue-am"}, "pinned": true, "sessions": sessions,
               "known_births": {"oldest": "2027-01-25", "youngest": "2027-01-28", "families": 8, "children": 8}})
    };
    let mut away = person("J1", "youth_physician", &["tue-am"]);
    away["absences"] = json!([{"first": "2027-05-04", "last": "2027-05-04"}]);
    json!({
        "format": "centering-plan",
        "version": "1.2",
        "locations": [{"id": "noord", "name": "Noord", "prefix": "NRD"}, {"id": "zuid", "name": "Zuid", "prefix": "ZUI"}],
        "people": [away, person("J2", "youth_physician", &["wed-am"]), person("A1", "facilitator", &["tue-am"])],
        "groups": [
            group("N", "noord", json!([session("B1", "2027-03-02", "J1"), session("B3", "2027-05-04", "J1"),
                                       session("B6", "2027-09-07", "J2")])),
            group("Z", "zuid", json!([session("B1", "2027-03-02", "J1"), session("B6", "2027-09-07", "A1")])),
        ],
    })
}

/// A plan whose first bijeenkomst is in eight days, while parents know nothing.
fn too_soon_to_invite() -> Value {
    json!({
        "format": "centering-plan",
        "version": "1.2",
        "today": "2027-02-08",
        "locations": [{"id": "noord", "name": "Noord", "prefix": "NRD"}],
        "groups": [{
            "id": "A", "location": "noord", "half_day": {"user": "tue-am"}, "pinned": true,
            "known_births": {"oldest": "2027-01-04", "youngest": "2027-01-18", "families": 8, "children": 8},
            "sessions": [{"number": "B1", "date": "2027-02-16", "pinned": true}],
        }],
    })
}

/// A group that ran before it came into the plan: it met before anybody was born, and of B2 nobody said when it was.
fn running() -> Value {
    let mut document = too_soon_to_invite();
    document["today"] = json!("2027-07-01");
    document["groups"][0]["sessions"] = json!([{"number": "B1", "date": "2026-12-01", "status": "held"}, {"number": "B2", "date": "2027-03-08"}]);
    document
}

#[test]
fn problems_of_every_kind_are_described() {
    let mut codes = BTreeSet::new();
    let mut without_template = wrong_in_every_way();
    without_template["template"] = json!({
        "source": "own", "version": "2027-01-01",
        "sessions": [{
            "number": "B2", "name": "x", "duration_minutes": 60,
            "preferred": {"from": "0m28d", "to": "0m56d"}, "allowed": {"from": "0m21d", "to": "0m63d"},
        }],
    });
    let mut slips = wrong_in_every_way();
    slips["template"] = serde_json::to_value(SessionTemplate::proposal()).expect("it is JSON");
    slips["template"]["sessions"][1]["doses"][0]["dose"] = json!("rota1");
    slips["settings"]["closure"] = json!([]);
    let mut early = wrong_in_every_way();
    early["settings"]["group_size"] = json!({"min": 1, "target": 2, "max": 2});
    let case = |text: &str| -> Value { serde_json::from_str(text).expect("it is JSON") };
    // The oldest is nine weeks and six days on the day before.
    let mut late = case(include_str!(
        "../data/plans/moved-to-day-pair-does-not-work.json"
    ));
    late["groups"][0]["sessions"][0]["date"] = json!("2027-03-15");
    for (name, document) in [
        ("wrong.json", wrong_in_every_way()),
        ("template-fault.json", without_template),
        ("slips.json", slips),
        ("sizes.json", early),
        ("team.json", wrong_with_the_team()),
        ("physicians.json", wrong_with_the_physicians()),
        ("soon.json", too_soon_to_invite()),
        ("running.json", running()),
        ("late.json", late),
        (
            "physician-leads.json",
            case(include_str!("../data/plans/jeugdarts-in-pair.json")),
        ),
        (
            "week.json",
            case(include_str!(
                "../data/plans/fte-one-half-day-three-lines.json"
            )),
        ),
        (
            "elsewhere.json",
            case(include_str!("../data/plans/line-of-other-location.json")),
        ),
    ] {
        let output = output(&file(name, &document));
        // A slip in the name of a field is in no schema that knows every field.
        if name == "slips.json" {
            assert_described_by(&[published()], name, &output);
        } else {
            assert_described(name, &output);
        }
        for problem in output["problems"].as_array().into_iter().flatten() {
            codes.insert(problem["code"].as_str().unwrap_or_default().to_owned());
        }
    }
    let described = published()["$defs"]["Problem"]["properties"]["code"]["enum"].clone();
    let described: BTreeSet<String> = described
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|code| code.as_str().map(str::to_owned))
        .collect();
    let missing: Vec<&String> = described.difference(&codes).collect();
    assert_eq!(
        missing, [""; 0],
        "the documents of this test have every problem"
    );
}

/// Each of these breaks one rule of the format; the schema and core both refuse it.
#[test]
fn wrong_documents_are_refused_by_the_schema_and_by_core() {
    let wrong = [
        ("/format", json!("other-plan")),
        ("/version", json!("2.0")),
        ("/version", json!(1)),
        ("/title", json!(7)),
        ("/today", json!("1-3-2027")),
        ("/settings", json!([])),
        ("/settings/group_size/min", json!("six")),
        ("/settings/group_size", json!({"min": 6})),
        ("/settings/max_spread_days", json!(-1)),
        ("/settings/region", json!("east")),
        ("/settings/summer", json!("never")),
        ("/settings/holidays/good_friday", json!(true)),
        ("/settings/closures/0/first", json!("2027-13-01")),
        ("/settings/closures/0", json!({"first": "2027-01-01"})),
        ("/locations", json!({})),
        ("/locations/0/name", json!(null)),
        ("/locations/0/start_times", json!({"sat-am": "09:00"})),
        ("/locations/0/start_times", json!({"tue-am": "25:00"})),
        ("/enrolments/0/code", json!("Jansen")),
        ("/enrolments/0/code", json!("NRD 1")),
        ("/enrolments/0/code", json!("NRD-123456789")),
        ("/enrolments/0/birth", json!(20270101)),
        ("/enrolments/0/half_days", json!(["sunday"])),
        ("/enrolments/0/children", json!(1.5)),
        ("/enrolments/0/language", json!("Nederlands")),
        ("/groups/0/members", json!("NRD-0101")),
        ("/groups/0/half_day", json!("tue-am")),
        (
            "/groups/0/half_day",
            json!({"planner": "tue-am", "user": "tue-am"}),
        ),
        ("/groups/0/known_births", json!({"oldest": "2027-01-01"})),
        ("/groups/0/sessions/0/number", json!("B0")),
        ("/groups/0/sessions/0/date", json!("soon")),
        ("/groups/0/sessions/0/status", json!("done")),
        ("/groups/0/pinned", json!("yes")),
        ("/enrolments/0/status", json!("placed")),
        ("/enrolments/0/route", json!("friend")),
        ("/groups/0/stopped", json!(true)),
        ("/groups/0/schemes", json!({"4-6": 1})),
        (
            "/recruitment",
            json!([{"location": "noord", "births": {"maart": 1}}]),
        ),
        ("/groups/0/line", json!("NRD-tue-am-1")),
        (
            "/rooms",
            json!([{"id": "r1", "location": "noord", "label": "Zaal"}]),
        ),
        ("/people", json!([{"id": "Jansen", "alias": "Jansen"}])),
        ("/people", json!([{"id": "A1"}])),
        (
            "/people",
            json!([{"id": "A1", "alias": "A1", "role": "manager"}]),
        ),
        (
            "/lines",
            json!([{"id": "L1", "location": "noord", "half_day": "sun-am"}]),
        ),
    ];
    let validator = jsonschema::validator_for(&published()).expect("a schema");
    let example: Value = serde_json::from_str(EXAMPLE).expect("it is JSON");
    for (place, value) in wrong {
        let mut document = example.clone();
        let (record, field) = place.rsplit_once('/').expect("a place");
        match document.pointer_mut(record).expect("the record is there") {
            Value::Array(items) => items[0] = value.clone(),
            fields => fields[field] = value.clone(),
        }
        let name = format!("{place}: {value}");
        assert!(!validator.is_valid(&document), "the schema takes {name}");
        assert!(
            Plan::from_json(&document.to_string()).is_err(),
            "core takes {name}"
        );
    }
    for required in ["format", "version"] {
        let mut document = example.clone();
        document.as_object_mut().map(|plan| plan.remove(required));
        assert!(!validator.is_valid(&document), "without {required}");
        assert!(
            Plan::from_json(&document.to_string()).is_err(),
            "without {required}"
        );
    }
}
