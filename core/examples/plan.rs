//! Plans a plan document from the command line and prints it with its problems. Exit code 0 also when something could not
//! be planned; 2 and one line on unreadable input.

use centering_core::calendar::Date;
use centering_core::edit::Edit;
use centering_core::plan::{Plan, Version};
use centering_core::problem::{Problem, check};
use centering_core::remedy::{Remedy, remedies};
use serde::Serialize;
use std::io::{self, ErrorKind, Read, Write};
use std::process::ExitCode;

const USAGE: &str = "usage: plan [--today yyyy-mm-dd] IN.json";
const HELP: &str = "\
Plans a plan document and prints it with its problems and what could be done about each.

  IN.json               the document; - reads it from standard input
  --today yyyy-mm-dd    the day to plan from; without it the field `today` of the document. Without either
                        nothing is over and no day is too early
  -h, --help            this text
  --version             the version of the planner and of the documents that it reads

The exit code is 0 also when something could not be planned: that is a problem in the output. It is 2, with one
line on standard error, when the input cannot be read.";

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
    let printed = run(std::env::args().skip(1)).and_then(|text| {
        match writeln!(io::stdout(), "{text}") {
            // Who reads has seen enough, as `head` does.
            Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
            outcome => outcome.map_err(|error| error.to_string()),
        }
    });
    match printed {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            // One line, whatever the file holds.
            eprintln!("{}", message.replace(['\n', '\r'], " "));
            ExitCode::from(2)
        }
    }
}

fn run(mut arguments: impl Iterator<Item = String>) -> Result<String, String> {
    let (mut today, mut path, mut options) = (None, None, true);
    while let Some(argument) = arguments.next() {
        let (name, value) = match argument.split_once('=') {
            Some((name, value)) => (name, Some(value.to_owned())),
            None => (argument.as_str(), None),
        };
        match name {
            "--today" if options => {
                let value = value.or_else(|| arguments.next()).unwrap_or_default();
                let day: Result<Date, _> = value.parse();
                today = Some(day.map_err(|error| format!("--today '{value}': {error}"))?);
            }
            "-h" | "--help" if options => return Ok(format!("{USAGE}\n\n{HELP}")),
            "--version" if options => {
                let (own, reads) = (env!("CARGO_PKG_VERSION"), Version::CURRENT);
                return Ok(format!("plan {own}, documents up to version {reads}"));
            }
            "--" if options => options = false,
            _ if options && argument.starts_with("--") || path.is_some() => {
                return Err(format!("'{argument}' is not expected; {USAGE}"));
            }
            _ => path = Some(argument),
        }
    }
    planned(&path.ok_or(USAGE)?, today)
}

fn planned(path: &str, today: Option<Date>) -> Result<String, String> {
    let at = |error: &dyn std::fmt::Display| format!("{path}: {error}");
    let text = if path == "-" {
        let mut text = String::new();
        io::stdin().read_to_string(&mut text).map(|_| text)
    } else {
        std::fs::read_to_string(path)
    };
    let text = text.map_err(|error| at(&error))?;
    let mut plan = Plan::from_json(&text).map_err(|error| match text.trim_start().get(..1) {
        Some("{") => at(&error),
        _ => at(&format_args!(
            "{error}; expected a plan document, which is JSON"
        )),
    })?;
    // Written by this program and not part of a plan.
    plan.extra.remove("problems");
    let today = today.or(plan.today);
    plan.edit(&Edit::Propose, today)
        .map_err(|refusal| at(&refusal))?;
    let problems = check(&plan, today)
        .into_iter()
        .map(|problem| Entry {
            remedies: remedies(&plan, &problem, today),
            problem,
        })
        .collect();
    serde_json::to_string_pretty(&Output { plan, problems }).map_err(|error| error.to_string())
}
