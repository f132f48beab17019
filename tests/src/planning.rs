//! Short names for what every test does with core: read a list, make an edit, take the plan as JSON.
//! The validator and the brute force never use it.

use crate::day::Day;
use centering_core::calendar::Date;
use centering_core::edit::Edit;
use centering_core::intake::{Intake, Reading, Table, read_enrolments};
use centering_core::plan::Plan;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// The list of two years and three locations.
pub const LIST: &str = include_str!("../data/aanmeldingen.csv");

/// The day of core with this ISO date.
///
/// # Panics
/// When there is no such day.
pub fn date(text: &str) -> Date {
    Date::parse_iso(text).unwrap_or_else(|| panic!("'{text}' is no day"))
}

/// The same day for the validator.
pub fn day(date: Date) -> Day {
    Day(date.number())
}

/// What core reads from a list as it guesses that it is read.
pub fn read_list(text: &str, plan: &Plan) -> Intake {
    let table = Table::read(text);
    read_enrolments(&table, &Reading::guess(&table, plan), plan, None)
}

/// The edit that brings a list into a plan.
///
/// # Panics
/// When something about the list must be asked first.
pub fn import(text: &str, plan: &Plan) -> Edit {
    let edit = read_list(text, plan).edit();
    edit.expect("the list leaves nothing to ask")
}

/// Makes an edit that must be possible.
///
/// # Panics
/// When core refuses it.
pub fn make(plan: &mut Plan, edit: &Edit, today: Option<Date>) {
    let changes = edit
        .changes(plan, today)
        .unwrap_or_else(|refusal| panic!("{edit:?} was refused: {refusal:?}"));
    plan.apply_all(changes);
}

/// The value as it is read from the JSON that it is written as.
///
/// # Panics
/// When it cannot be written or read.
pub fn again<T: Serialize + DeserializeOwned>(value: &T) -> T {
    let json = serde_json::to_string(value).expect("it is written");
    serde_json::from_str(&json).unwrap_or_else(|error| panic!("{error}: {json}"))
}

/// A plan of this list, proposed on this day.
pub fn planned(list: &str, today: Option<Date>) -> Plan {
    let mut plan = Plan::empty();
    let edit = import(list, &plan);
    make(&mut plan, &edit, today);
    make(&mut plan, &Edit::Propose, today);
    plan
}

/// The plan document as JSON.
///
/// # Panics
/// When it is no JSON.
pub fn json(plan: &Plan) -> Value {
    serde_json::from_str(&plan.to_json()).expect("a plan is written as JSON")
}
