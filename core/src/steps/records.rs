//! Maps of records are written as lists, which people read and write more easily; a record that stands in
//! the list twice is refused by its name.

use super::fault::StepFault;
use super::ids::StepId;
use super::model::Step;
use serde::{Deserialize, Deserializer, Serializer, de};
use std::collections::BTreeMap;

/// Puts steps in order of code.
///
/// # Errors
/// `StepFault::Duplicate` with the first code that stands there twice.
pub(super) fn collect(
    steps: impl IntoIterator<Item = Step>,
) -> Result<BTreeMap<StepId, Step>, StepFault> {
    let mut records = BTreeMap::new();
    for step in steps {
        if let Some(twice) = records.insert(step.id.clone(), step) {
            return Err(StepFault::Duplicate(twice.id));
        }
    }
    Ok(records)
}

pub(super) fn serialize<S: Serializer>(
    records: &BTreeMap<StepId, Step>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(records.values())
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<BTreeMap<StepId, Step>, D::Error> {
    collect(Vec::<Step>::deserialize(deserializer)?).map_err(|fault| match fault {
        StepFault::Duplicate(id) => {
            de::Error::custom(format_args!("'{id}' stands in the list twice"))
        }
        other => de::Error::custom(format_args!("{other:?}")),
    })
}
