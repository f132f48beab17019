//! Plans a plan document from the command line and prints it with its problems.
//!
//! Usage: `plan [--today yyyy-mm-dd] IN.json`. Exit code 0 also when something could not be planned; 2 and
//! one line on unreadable input.
#![expect(
    clippy::print_stdout,
    reason = "a command-line program prints its result"
)]

use centering_core::calendar::Date;
use centering_core::plan::{Edit, Plan, Refusal};
use centering_core::problem::{Problem, Remedy, check, remedies};
use serde::Serialize;
use std::process::ExitCode;

#[derive(Serialize)]
struct Output {
    #[serde(flatten)]
    plan: Plan,
    problems: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    #[serde(flatten)]
    problem: Problem,
    remedies: Vec<Remedy>,
}

fn main() -> ExitCode {
    match run(std::env::args().skip(1)) {
        Ok(text) => {
            println!("{text}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            // One line, whatever the file holds.
            eprintln!("{}", message.replace(['\n', '\r'], " "));
            ExitCode::from(2)
        }
    }
}

fn run(mut arguments: impl Iterator<Item = String>) -> Result<String, String> {
    const USAGE: &str = "usage: plan [--today yyyy-mm-dd] IN.json";
    let (mut today, mut path) = (None, None);
    while let Some(argument) = arguments.next() {
        if argument == "--today" {
            let value = arguments.next().unwrap_or_default();
            let day = Date::parse_iso(&value)
                .ok_or_else(|| format!("--today '{value}': expected yyyy-mm-dd, 1900 to 2199"))?;
            today = Some(day);
        } else if path.replace(argument).is_some() {
            return Err(USAGE.to_owned());
        }
    }
    let path = path.ok_or(USAGE)?;
    let text = std::fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
    let mut plan = Plan::from_json(&text).map_err(|error| format!("{path}: {error}"))?;
    // Written by this program and not part of a plan.
    plan.extra.remove("problems");
    let today = today.or(plan.today);
    match Edit::Propose.changes(&plan, today) {
        Ok(changes) => drop(plan.apply_all(changes)),
        Err(Refusal::NoChange) => {}
        Err(refusal) => return Err(format!("{path}: the plan cannot be planned: {refusal:?}")),
    }
    let problems = check(&plan, today)
        .into_iter()
        .map(|problem| Entry {
            remedies: remedies(&plan, &problem, today),
            problem,
        })
        .collect();
    serde_json::to_string_pretty(&Output { plan, problems }).map_err(|error| error.to_string())
}
