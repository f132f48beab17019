//! The black-box entry of the benchmark: plans one instance and prints one line of JSON.
//! Usage: `bench -- FILE PROBLEM [--iterations N] [--seed S] [--out SOLUTION] [--repeat N]`, PROBLEM a1, a2
//! or b; replan and reasons measure one lost line and one reason on average. Without `--iterations` the
//! budget is the usual one. `milliseconds` is the mean of the repeats; a1 repeats 50 times by itself.

use centering_bench::instance::Instance;
use centering_bench::job::{Job, Outcome};
use serde_json::json;
use std::error::Error;
use std::io::Write;
use std::time::Instant;

/// a1 takes microseconds: one run would measure the clock.
const REPEATS_OF_A1: u32 = 50;

struct Options {
    file: String,
    problem: String,
    iterations: Option<u64>,
    seed: u64,
    out: Option<String>,
    repeat: Option<u32>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let options = options()?;
    let instance: Instance = serde_json::from_slice(&std::fs::read(&options.file)?)?;
    let mut job = Job::new(
        &instance,
        &options.problem,
        options.iterations,
        options.seed,
    )?;
    let usual = match options.problem.as_str() {
        "a1" => REPEATS_OF_A1,
        _ => 1,
    };
    let repeat = options.repeat.unwrap_or(usual).max(1);
    let mut outcome = Outcome::default();
    let start = Instant::now();
    for _ in 0..repeat {
        outcome = job.run()?;
    }
    let runs = f64::from(repeat) * outcome.tasks.max(1) as f64;
    let milliseconds = start.elapsed().as_nanos() as f64 / 1e6 / runs;
    if let Some(path) = &options.out {
        std::fs::write(path, serde_json::to_vec(&job.solution())?)?;
    }
    let line = json!({
        "problem": options.problem,
        "objective": outcome.objective,
        "bound": outcome.bound,
        "milliseconds": milliseconds,
        "iterations": outcome.iterations,
    });
    writeln!(std::io::stdout(), "{line}")?;
    Ok(())
}

fn options() -> Result<Options, Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let mut options = Options {
        file: arguments.next().ok_or("no file given")?,
        problem: arguments.next().ok_or("no problem given")?,
        iterations: None,
        seed: 1,
        out: None,
        repeat: None,
    };
    while let Some(name) = arguments.next() {
        let value = arguments.next().ok_or(format!("{name} needs a value"))?;
        match name.as_str() {
            "--iterations" => options.iterations = Some(value.parse()?),
            "--seed" => options.seed = value.parse()?,
            "--out" => options.out = Some(value),
            "--repeat" => options.repeat = Some(value.parse()?),
            _ => return Err(format!("unknown option {name}").into()),
        }
    }
    Ok(options)
}
