//! The JSON Schema of the plan document, and a stricter one that knows no other fields: what core writes
//! must pass both, so that no field is left undescribed.

use serde_json::Value;

const SCHEMA: &str = include_str!("../../www/plan.schema.json");

/// The schema as it is published.
///
/// # Panics
/// When it is no JSON.
pub fn published() -> Value {
    serde_json::from_str(SCHEMA).expect("the schema is JSON")
}

/// The schema without room for fields that it does not describe.
pub fn strict() -> Value {
    let mut schema = published();
    close(&mut schema);
    schema
}

fn close(schema: &mut Value) {
    match schema {
        Value::Array(items) => items.iter_mut().for_each(close),
        Value::Object(fields) => {
            fields.values_mut().for_each(close);
            if fields.get("type") == Some(&"object".into()) && fields.contains_key("properties") {
                fields.insert("additionalProperties".to_owned(), false.into());
            }
        }
        _ => {}
    }
}
