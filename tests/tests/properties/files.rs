//! Plan files: reading what was written gives the same plan, and fields that a newer minor version added
//! are still there afterwards, wherever they stand.

use crate::random::{cases, family, plan, settings, start};
use centering_core::calendar::Date;
use centering_core::care::SessionTemplate;
use centering_core::edit::Edit;
use centering_core::plan::Plan;
use centering_core::problem::{Problem, check};
use centering_core::remedy::remedies;
use centering_tests::planning::json;
use centering_tests::schema::strict;
use proptest::prelude::*;
use serde_json::Value;
use std::sync::LazyLock;

static SCHEMA: LazyLock<jsonschema::Validator> =
    LazyLock::new(|| jsonschema::validator_for(&strict()).expect("a schema"));

/// The problems of a plan as the command prints them.
fn problems(plan: &Plan, today: Option<Date>) -> Value {
    let entry = |problem: Problem| {
        let mut entry = serde_json::to_value(&problem).expect("a problem is JSON");
        entry["remedies"] =
            serde_json::to_value(remedies(plan, &problem, today)).expect("remedies are JSON");
        entry
    };
    check(plan, today).into_iter().map(entry).collect()
}

/// Where the format has no record with fields: a choice of one, and times by half-day.
const NO_RECORD: [&str; 2] = ["half_day", "start_times"];

/// Adds a field to every record of the document, and counts them.
fn add_unknown_fields(value: &mut Value, unknown: &Value) -> usize {
    match value {
        Value::Array(items) => items
            .iter_mut()
            .map(|item| add_unknown_fields(item, unknown))
            .sum(),
        Value::Object(fields) => {
            let below = fields
                .iter_mut()
                .filter(|(name, _)| !NO_RECORD.contains(&name.as_str()))
                .map(|(_, field)| add_unknown_fields(field, unknown))
                .sum::<usize>();
            fields.insert("added_later".to_owned(), unknown.clone());
            below + 1
        }
        _ => 0,
    }
}

fn unknown() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        ".{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(2, 8, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
            prop::collection::btree_map("[a-z]{1,4}", inner, 0..3)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(cases(40))]

    /// Whatever core writes, plan or problem, is described by the schema down to the last field.
    #[test]
    fn the_schema_describes_everything(
        families in prop::collection::vec(family(), 0..20),
        start in start(),
        settings in settings(),
        moves in prop::collection::vec((0_usize..40, -30..500), 0..12),
        today in prop::option::of(0..300),
    ) {
        let today = today.map(|days| start.plus_days(days));
        let mut plan = plan(&families, start, settings);
        if let Ok(changes) = Edit::Propose.changes(&plan, None) {
            plan.apply_all(changes);
        }
        let mut sessions: Vec<_> = plan.groups.values_mut().flat_map(|group| group.sessions.values_mut()).collect();
        for (index, days) in moves {
            let among = sessions.len().max(1);
            if let Some(session) = sessions.get_mut(index % among) {
                session.date = Some(start.plus_days(days));
            }
        }
        let mut printed = json(&plan);
        printed["problems"] = problems(&plan, today);
        let errors: Vec<String> = SCHEMA.iter_errors(&printed).map(|error| error.to_string()).collect();
        prop_assert_eq!(errors, [""; 0]);
    }

    #[test]
    fn reading_what_was_written_gives_the_same_plan(
        families in prop::collection::vec(family(), 0..20),
        start in start(),
        settings in settings(),
        unknown in unknown(),
    ) {
        let mut plan = plan(&families, start, settings);
        if let Ok(changes) = Edit::Propose.changes(&plan, None) {
            plan.apply_all(changes);
        }
        plan.template = Some(SessionTemplate::proposal().clone());
        if let Some(group) = plan.groups.values_mut().next() {
            let known = serde_json::json!({
                "oldest": "2027-01-04", "youngest": "2027-01-24", "families": 7, "children": 8
            });
            group.known_births = serde_json::from_value(known).ok();
        }
        for text in [plan.to_json(), plan.to_json_pretty()] {
            let read = Plan::from_json(&text);
            prop_assert_eq!(read.as_ref(), Ok(&plan));
        }
        let mut document = json(&plan);
        let records = add_unknown_fields(&mut document, &unknown);
        prop_assert!(records > 40, "every record of the template has one at least");
        let read = Plan::from_json(&document.to_string()).expect("a newer minor version is read");
        prop_assert_eq!(json(&read), document);
    }
}
