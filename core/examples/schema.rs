//! Writes the JSON Schema of a plan document to a file; `cargo xtask schema` calls it for `www/plan.schema.json`.

use centering_core::schema::plan_document;
use std::io::Error;

fn main() -> Result<(), Error> {
    let path = std::env::args()
        .nth(1)
        .ok_or_else(|| Error::other("usage: schema OUT.json"))?;
    let text = serde_json::to_string_pretty(&plan_document())?;
    std::fs::write(path, text + "\n")
}
