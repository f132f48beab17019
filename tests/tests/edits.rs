//! Every edit and its names: how it is written as JSON, which scripts and stored histories rely on, and what it is called
//! in history in each language.

use centering_core::edit::{Edit, EditName};
use centering_core::plan::Plan;
use centering_tests::planning::again;
use centering_words::Lang;
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeSet;

/// An edit of the example plan, and what it is called.
#[derive(Deserialize)]
struct Case {
    /// Edits that must be made first, so that it has something to do.
    #[serde(default)]
    before: Vec<Edit>,
    edit: Value,
    nl: String,
    en: String,
}

const EXAMPLE: &str = include_str!("../../web/src/store/ready_example.json");
const CASES: &str = include_str!("../data/edits.json");

#[test]
fn every_edit_is_written_and_named_as_ever() {
    let example = Plan::from_json(EXAMPLE).unwrap();
    let today = example.today;
    let cases: Vec<Case> = serde_json::from_str(CASES).unwrap();
    for case in &cases {
        let mut plan = example.clone();
        for edit in &case.before {
            plan.edit(edit, today).unwrap();
        }
        let edit: Edit = serde_json::from_value(case.edit.clone()).unwrap();
        assert_eq!(serde_json::to_value(&edit).unwrap(), case.edit);
        let made = edit.named(&plan, today);
        let (name, _): (EditName, _) = made.unwrap_or_else(|why| panic!("{}: {why}", case.edit));
        assert_eq!(Lang::Nl.edit_name(&name), case.nl);
        assert_eq!(Lang::En.edit_name(&name), case.en);
        assert_eq!(again(&name), name);
    }
    let keys = cases.iter().map(|case| match &case.edit {
        Value::Object(fields) => fields.keys().next().unwrap().clone(),
        word => word.as_str().unwrap().to_owned(),
    });
    let keys: BTreeSet<String> = keys.collect();
    assert_eq!(keys, known(), "a case for each edit");
}

/// The edits that core reads: it names them where it does not know one.
fn known() -> BTreeSet<String> {
    let fault = serde_json::from_str::<Edit>(r#""?""#)
        .unwrap_err()
        .to_string();
    let names = fault.split('`').skip(3).step_by(2);
    names.map(str::to_owned).collect()
}
