//! The black-box entry of the benchmark: plans one instance and prints one line of JSON.
//! Usage: `bench -- FILE PROBLEM [--iterations N] [--seed S] [--out SOLUTION]`, PROBLEM a1, a2 or b.

#![allow(
    clippy::indexing_slicing,
    reason = "the generated instances are trusted"
)]

mod input;
mod instance;

use centering_core::engine::cohort::common::{CommonHalfDay, Pool};
use centering_core::engine::cohort::exact::{self, Workspace};
use centering_core::engine::cohort::rules::GroupRules;
use centering_core::engine::schedule::lines::SessionDates;
use centering_core::engine::schedule::problem::DateCosts;
use centering_core::engine::search::Driver;
use input::{calendar, locations};
use instance::Instance;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::error::Error;
use std::io::Write;
use std::time::{Duration, Instant};

struct Options {
    file: String,
    problem: String,
    iterations: Option<u64>,
    seed: u64,
    out: Option<String>,
}

struct Outcome {
    objective: Vec<i64>,
    bound: Vec<i64>,
    elapsed: Duration,
    iterations: u64,
    solution: Value,
}

fn main() -> Result<(), Box<dyn Error>> {
    let options = options()?;
    let instance: Instance = serde_json::from_slice(&std::fs::read(&options.file)?)?;
    let outcome = match options.problem.as_str() {
        "a1" => cohorts(&instance)?,
        "a2" => shared(&instance, &options)?,
        "b" => dates(&instance, &options)?,
        other => return Err(format!("unknown problem {other}").into()),
    };
    if let Some(path) = &options.out {
        std::fs::write(path, serde_json::to_vec(&outcome.solution)?)?;
    }
    let line = json!({
        "problem": options.problem,
        "objective": outcome.objective,
        "bound": outcome.bound,
        "milliseconds": outcome.elapsed.as_nanos() as f64 / 1e6,
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
    };
    while let Some(name) = arguments.next() {
        let value = arguments.next().ok_or(format!("{name} needs a value"))?;
        match name.as_str() {
            "--iterations" => options.iterations = Some(value.parse()?),
            "--seed" => options.seed = value.parse()?,
            "--out" => options.out = Some(value),
            _ => return Err(format!("unknown option {name}").into()),
        }
    }
    Ok(options)
}

/// Families by pool: Dutch by location, another language by region.
fn pools(instance: &Instance) -> Vec<Vec<usize>> {
    let children = &instance.children;
    let mut pools: BTreeMap<(u32, usize), Vec<usize>> = BTreeMap::new();
    for child in 0..children.birth.len() {
        if children.group_choice[child] != 1 {
            continue;
        }
        let location = children.loc[child];
        let place = match children.lang[child] {
            0 => location,
            _ => instance.locations[location].region as usize,
        };
        pools
            .entry((children.lang[child], place))
            .or_default()
            .push(child);
    }
    pools.into_values().collect()
}

fn rules(instance: &Instance) -> Result<GroupRules, Box<dyn Error>> {
    let group = &instance.group;
    Ok(GroupRules::new(
        (group.min, group.target, group.max),
        group.window_days,
        instance.cost.size_weight,
        instance.cost.span_weight,
    )?)
}

fn cohorts(instance: &Instance) -> Result<Outcome, Box<dyn Error>> {
    let rules = rules(instance)?;
    let pools = pools(instance);
    let births: Vec<Vec<i32>> = pools
        .iter()
        .map(|pool| {
            pool.iter()
                .map(|child| instance.children.birth[*child])
                .collect()
        })
        .collect();
    let mut workspace = Workspace::default();
    let mut best = Duration::MAX;
    let mut plans = Vec::new();
    for _ in 0..50 {
        let start = Instant::now();
        plans.clear();
        for births in &births {
            plans.push(exact::form_with(&mut workspace, births, &rules)?);
        }
        best = best.min(start.elapsed());
    }
    let objective = vec![
        plans.iter().map(|plan| plan.placed as i64).sum(),
        plans.iter().map(|plan| plan.cost).sum(),
    ];
    let solution = plans.iter().zip(&pools).flat_map(|(plan, pool)| {
        plan.groups
            .iter()
            .map(|group| json!([-1, pool[group.clone()]]))
    });
    Ok(Outcome {
        bound: objective.clone(),
        objective,
        elapsed: best,
        iterations: 1,
        solution: solution.collect(),
    })
}

fn shared(instance: &Instance, options: &Options) -> Result<Outcome, Box<dyn Error>> {
    let rules = rules(instance)?;
    let pools = pools(instance);
    let input: Vec<Pool> = pools
        .iter()
        .map(|pool| Pool {
            births: pool
                .iter()
                .map(|child| instance.children.birth[*child])
                .collect(),
            half_days: pool
                .iter()
                .map(|child| instance.children.slots[*child])
                .collect(),
        })
        .collect();
    let budget = options.iterations.unwrap_or(1_500_000);
    let start = Instant::now();
    let mut driver = Driver::new(
        CommonHalfDay::new(&input, &rules, options.seed, budget)?,
        budget,
    );
    let progress = driver.step(u64::MAX);
    let elapsed = start.elapsed();
    let plan = driver.search().plan();
    let solution = plan.iter().zip(&pools).flat_map(|(groups, pool)| {
        groups.iter().map(|group| {
            let members: Vec<usize> = group.members.iter().map(|member| pool[*member]).collect();
            json!([group.half_day, members])
        })
    });
    Ok(Outcome {
        objective: progress.best,
        bound: progress.bound,
        elapsed,
        iterations: progress.iterations,
        solution: solution.collect(),
    })
}

fn dates(instance: &Instance, options: &Options) -> Result<Outcome, Box<dyn Error>> {
    let (locations, lines, rows) = locations(instance);
    let calendar = calendar(instance);
    let budget = options.iterations.unwrap_or(200_000);
    let start = Instant::now();
    let search = SessionDates::new(
        &calendar,
        &DateCosts::default(),
        &locations,
        options.seed,
        budget,
    )?;
    let mut driver = Driver::new(search, budget);
    let progress = driver.step(u64::MAX);
    let elapsed = start.elapsed();
    let mut solution = vec![Value::Null; instance.cohorts.rows.len()];
    for ((plans, lines), rows) in driver.search().plan().iter().zip(&lines).zip(&rows) {
        for (plan, row) in plans.iter().zip(rows) {
            let line = plan.line.map_or(-1, |line| lines[line] as i64);
            let days: Vec<i32> = plan.days.iter().map(|day| day.unwrap_or(-1)).collect();
            solution[*row] = json!([line, days]);
        }
    }
    Ok(Outcome {
        objective: progress.best,
        bound: progress.bound,
        elapsed,
        iterations: progress.iterations,
        solution: solution.into(),
    })
}
