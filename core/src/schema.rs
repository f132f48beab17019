//! The JSON Schema of a plan document, from the types and what is written beside them. Only for development:
//! `cargo xtask schema` writes `www/plan.schema.json` with it, and a test holds that file.

use crate::plan::Plan;
use crate::problem::Problem;
use crate::remedy::Remedy;
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::marker::PhantomData;

/// The schema of a plan document, with what the command for scripts adds to it.
pub fn plan_document() -> Schema {
    SchemaSettings::draft2020_12()
        .with_transform(RecursiveTransform(tidy))
        .into_generator()
        .into_root_schema_for::<Document>()
}

/// A plan for CenteringOuderschap groups: locations, enrolments, groups with their dated bijeenkomsten, the
/// rooms, people and weekly lines that they share, the step plan and what is kept about borging. Keys follow
/// the English glossary. A minor version only adds fields; fields that are not described here are kept when
/// a plan is read and written. A document never holds a name, an address or a citizen service number. The
/// command `plan` prints the same document with `problems`.
#[derive(JsonSchema)]
#[schemars(
    title = "Plan document of centering-planner, version 1",
    extend("$id" = "https://centering-planner.invalid/plan.schema.json")
)]
#[expect(dead_code, reason = "only its schema is used")]
struct Document {
    #[schemars(flatten)]
    plan: Plan,
    /// Only in the output of the command `plan`: what is wrong with the plan. Ignored when the output is
    /// read as a plan.
    #[schemars(default)]
    problems: Vec<Told>,
}

/// One thing that is wrong, where, and what helps.
#[derive(JsonSchema)]
#[schemars(rename = "Problem")]
#[expect(dead_code, reason = "only its schema is used")]
struct Told {
    #[schemars(flatten)]
    problem: Problem,
    /// What can be done, the best first; each was tried on the plan.
    remedies: Vec<Remedy>,
}

/// A map of which every name is a `K`, for a `K` that is one of a few words: schemars holds names to patterns only.
pub(crate) struct Named<K, V>(PhantomData<(K, V)>);

impl<K: JsonSchema, V: JsonSchema> JsonSchema for Named<K, V> {
    fn schema_name() -> Cow<'static, str> {
        format!("{}By{}", V::schema_name(), K::schema_name()).into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "object",
            "propertyNames": generator.subschema_for::<K>(),
            "additionalProperties": generator.subschema_for::<V>(),
        })
    }
}

/// The codes of rules, such as `VEN-01`, that stand in the descriptions of a type.
pub(crate) fn codes<T: JsonSchema>() -> BTreeSet<String> {
    let schema = SchemaGenerator::default().into_root_schema_for::<T>();
    let text = schema.to_value().to_string();
    let words = text.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-');
    let is_code = |word: &&str| match word.split_once('-') {
        Some((rule, number)) => {
            let is_rule = rule.bytes().all(|letter| letter.is_ascii_uppercase());
            (rule.len(), number.len()) == (3, 2) && is_rule && number.parse::<u8>().is_ok()
        }
        None => false,
    };
    words.filter(is_code).map(str::to_owned).collect()
}

/// What the types give, made as strict and as readable as the document is.
fn tidy(schema: &mut Schema) {
    let Some(fields) = schema.as_object_mut() else {
        return;
    };
    forbid_null(fields);
    if fields.get("type") == Some(&"integer".into()) {
        // The names of Rust's integers are no formats of JSON Schema; some validators refuse them.
        fields.remove("format");
    }
    if let Some(Value::String(text)) = fields.get_mut("description") {
        // From an example in Rust on it is for readers of the code.
        let words = text.split("```").next().unwrap_or_default();
        *text = words.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    if let Some(Value::Array(variants)) = fields.get_mut("oneOf") {
        variants.iter_mut().for_each(describe_variant);
    }
}

/// A field without a value is left out and never null, unless null is what it is without one.
fn forbid_null(fields: &mut Map<String, Value>) {
    if fields.get("default") == Some(&Value::Null) {
        return;
    }
    for keyword in ["type", "anyOf"] {
        let Some(Value::Array(options)) = fields.get_mut(keyword) else {
            continue;
        };
        options.retain(|option| *option != "null" && option["type"] != "null");
        if let [only] = options.as_mut_slice() {
            let only = only.take();
            fields.remove(keyword);
            match only {
                Value::Object(only) => fields.extend(only),
                only => drop(fields.insert(keyword.to_owned(), only)),
            }
        }
    }
}

/// A variant with data is described where its name stands.
fn describe_variant(variant: &mut Value) {
    let description = variant.get("description").cloned();
    let data = variant.get_mut("properties").and_then(Value::as_object_mut);
    if let (Some(description), Some(data)) = (description, data) {
        for named in data.values_mut().filter_map(Value::as_object_mut) {
            named.insert("description".to_owned(), description.clone());
        }
        variant.as_object_mut().map(|all| all.remove("description"));
    }
}
