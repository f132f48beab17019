//! CP-SAT beside the planner, where Python and ortools are installed: runs `bench/reference.py` and checks its
//! plan with the same validator. The planner never uses it.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::sizes::Size;
use crate::{check, found};
use xtask::project::Project;
use xtask::run::{in_project, output_of};

/// How long CP-SAT may search, in seconds.
const LIMIT: &str = "20";
/// Larger instances take CP-SAT longer to write down than the planner to plan.
const MOST_BIRTHS: usize = 10_000;

/// The Python that has ortools.
#[must_use]
pub fn python() -> Option<String> {
    let has = |name: &str| {
        output_of(Command::new(name).args(["-c", "import ortools.sat.python.cp_model"])).is_some()
    };
    ["python3", "python"]
        .into_iter()
        .find(|name| has(name))
        .map(String::from)
}

/// Whether there is a model for the problem, at a size that CP-SAT can read.
#[must_use]
pub fn has(size: &Size, problem: &str) -> bool {
    matches!(problem, "a1" | "a2" | "b") && size.births < MOST_BIRTHS
}

/// What CP-SAT finds within its limit, in one line.
///
/// # Errors
/// When the script fails or its plan breaks a rule.
pub fn plan(
    project: &Project,
    python: &str,
    file: &Path,
    problem: &str,
    instance: &Value,
) -> Result<String> {
    let mut command = in_project(project, python);
    command
        .arg(project.root().join("bench/reference.py"))
        .arg(file)
        .args([problem, LIMIT]);
    let text = output_of(&mut command).context("bench/reference.py fails")?;
    let answer: Value = serde_json::from_str(&text)?;
    if answer["solution"].is_null() {
        return Ok(format!("no plan within {LIMIT} s"));
    }
    let result = found(&answer)?;
    check(problem, instance, &result.objective, &answer["solution"])
        .context("the plan of CP-SAT")?;
    Ok(format!(
        "{:?}, bound {:?}, {:.0} ms{}",
        result.objective,
        result.bound,
        result.milliseconds,
        match answer["proven"].as_bool() {
            Some(true) => ", proven",
            _ => "",
        }
    ))
}
