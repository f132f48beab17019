//! The command `cargo xtask bench`: plans the benchmark's instances natively and as wasm in headless Chromium, in turns on
//! the same bytes, holds every plan against a validator of its own, and prints what was found in what time.
//! What the figures mean and which were reached is in `bench/README.md`.

mod browser;
mod days;
mod generate;
mod reference;
mod screens;
mod sizes;
mod validate;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};

use browser::Browser;
use screens::Figure;
use sizes::Size;
use xtask::project::Project;
use xtask::run::{cargo, in_project, output_of, run, say};
use xtask::serve::{Options, Server};
use xtask::{machine, tools};

/// What is planned of each instance.
const PROBLEMS: [&str; 5] = ["a1", "a2", "b", "replan", "reasons"];
/// The seed of every run.
const SEED: u32 = 1;
/// How often a task is measured that takes at most so many milliseconds, others once; the least time counts,
/// because a disturbance only adds to it.
const ROUNDS: [(f64, u32); 2] = [(600.0, 5), (4_000.0, 3)];
/// Runs shorter than this are repeated inside one measurement.
const WORTH_MEASURING: f64 = 60.0;
const MOST_REPEATS: f64 = 20_000.0;
const WASM_OPT: [&str; 8] = [
    "-O4",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--strip-debug",
];

/// What the command was asked for.
#[derive(Debug, Default, PartialEq, Eq)]
struct Wanted {
    /// Names of instances; none means all.
    names: Vec<String>,
    /// Whether CP-SAT plans too.
    reference: bool,
    /// Whether the screens are measured, in place of the planner.
    screens: bool,
    /// What of the screens; none means all.
    figures: Vec<Figure>,
}

impl Wanted {
    /// Reads the words after `cargo xtask bench`.
    fn read(words: &[&str]) -> Result<Self> {
        let mut wanted = Self::default();
        for word in words {
            match *word {
                "--reference" => wanted.reference = true,
                "screens" => wanted.screens = true,
                name if wanted.screens => match Figure::ALL.iter().find(|one| one.name() == name) {
                    Some(figure) => wanted.figures.push(*figure),
                    None => {
                        let names = Figure::ALL.map(Figure::name).join(" ");
                        bail!("not a figure of the screens: {name}; there are {names}");
                    }
                },
                name if sizes::ALL.iter().any(|size| size.name == name) => {
                    wanted.names.push(name.to_owned());
                }
                other => {
                    let names = sizes::ALL.map(|size| size.name).join(" ");
                    bail!("not an instance: {other}; there are {names}");
                }
            }
        }
        Ok(wanted)
    }

    fn has(&self, size: &Size) -> bool {
        self.names.is_empty() || self.names.iter().any(|name| name == size.name)
    }
}

/// What one run of the planner found.
#[derive(Debug, Clone, PartialEq)]
struct Found {
    objective: Vec<i64>,
    bound: Vec<i64>,
    iterations: u64,
    milliseconds: f64,
}

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match Wanted::read(&words).and_then(|wanted| all(&Project::find()?, &wanted)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bench: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Plans everything that is wanted and prints a line for each task.
fn all(project: &Project, wanted: &Wanted) -> Result<()> {
    if wanted.screens {
        return screens::all(project, &wanted.figures);
    }
    let bench = Bench::prepare(project)?;
    let server = Server::start(&bench.folder, Options::default())?;
    let page = Browser::open(&format!("http://{}/", server.address()))?;
    bench.warm_up(&page)?;
    let python = match wanted.reference {
        true => reference::python(),
        false => None,
    };
    if wanted.reference && python.is_none() {
        say("CP-SAT: not here, it needs python3 with ortools (pip install ortools)");
    }
    say(&format!(
        "{:<9} {:<8}{:>18} {:>18} {:>11} {:>12} {:>12} {:>6}",
        "instance", "problem", "objective", "bound", "iterations", "native ms", "wasm ms", "ratio"
    ));
    let mut ratios = Vec::new();
    for size in sizes::ALL.iter().filter(|size| wanted.has(size)) {
        let instance = bench.write(size)?;
        for problem in PROBLEMS {
            let (native, wasm) = bench.measure(&page, size, problem, &instance)?;
            if problem == "reasons" && native.objective == [0] {
                // Every session of this plan has a date.
                continue;
            }
            let ratio = wasm.milliseconds / native.milliseconds;
            ratios.push(ratio);
            say(&row(size, problem, &native, &wasm));
            if let Some(python) = &python
                && reference::has(size, problem)
            {
                let file = bench.file(size);
                let found = reference::plan(project, python, &file, problem, &instance)?;
                say(&format!("{:<9} {:<8}{found}", "", "CP-SAT"));
            }
        }
    }
    let mean = (ratios.iter().map(|ratio| ratio.ln()).sum::<f64>() / ratios.len() as f64).exp();
    say(&format!(
        "wasm against native, geometric mean of {} rows: {mean:.2}",
        ratios.len()
    ));
    say(
        "every plan was checked: all rules kept, objectives as stated, native and wasm plans equal",
    );
    Ok(())
}

fn row(size: &Size, problem: &str, native: &Found, wasm: &Found) -> String {
    let levels = |levels: &[i64]| {
        let levels: Vec<String> = levels.iter().map(i64::to_string).collect();
        levels.join(" / ")
    };
    format!(
        "{:<9} {:<8}{:>18} {:>18} {:>11} {:>12.4} {:>12.4} {:>6.2}",
        size.name,
        problem,
        levels(&native.objective),
        levels(&native.bound),
        native.iterations,
        native.milliseconds,
        wasm.milliseconds,
        wasm.milliseconds / native.milliseconds
    )
}

/// The planner in both forms, and the folder that is served.
struct Bench {
    folder: PathBuf,
    native: PathBuf,
}

impl Bench {
    fn prepare(project: &Project) -> Result<Self> {
        machine::prepare_node(project)?;
        machine::prepare_chromium()?;
        tools::install_wasm_target(project)?;
        tools::install_cargo_tool(project, &tools::WASM_BINDGEN)?;
        let folder = project.bench();
        fs::create_dir_all(&folder)?;
        for page in ["index.html", "bench.js"] {
            fs::copy(
                project.root().join("bench/page").join(page),
                folder.join(page),
            )?;
        }
        run(cargo(project)
            .args(["build", "--quiet", "--release", "--package"])
            .args(["centering-bench", "--bin", "bench"]))?;
        const TARGET: &str = "wasm32-unknown-unknown";
        // As a cdylib alone: only then is it optimised as a whole, like the native program.
        run(cargo(project)
            .args([
                "rustc",
                "--quiet",
                "--release",
                "--package",
                "centering-bench",
            ])
            .args(["--lib", "--crate-type", "cdylib", "--target", TARGET]))?;
        let compiled = project
            .target()
            .join(TARGET)
            .join("release/centering_bench.wasm");
        let out = folder.join("pkg");
        run(in_project(project, "wasm-bindgen")
            .arg(compiled)
            .args(["--target", "web", "--no-typescript", "--out-name", "bench"])
            .arg("--out-dir")
            .arg(&out))?;
        let wasm = out.join("bench_bg.wasm");
        run(in_project(project, "node")
            .arg(tools::wasm_opt(project))
            .args(WASM_OPT)
            .arg(&wasm)
            .arg("-o")
            .arg(&wasm))?;
        let native = project.target().join("release/bench");
        Ok(Self { folder, native })
    }

    /// Plans everything once in the page: a browser starts with code that is quick to compile, and replaces
    /// it while it runs.
    fn warm_up(&self, page: &Browser) -> Result<()> {
        const ENOUGH: u32 = 3;
        for size in sizes::ALL.iter().filter(|size| size.name == "medium") {
            self.write(size)?;
            for problem in PROBLEMS {
                self.in_page(page, size, problem, ENOUGH)?;
            }
        }
        Ok(())
    }

    fn file(&self, size: &Size) -> PathBuf {
        self.folder.join(format!("{}.json", size.name))
    }

    /// Writes an instance where the page can fetch it, and reads it as the validator does.
    fn write(&self, size: &Size) -> Result<Value> {
        let text = generate::instance(size);
        let found = format!("{:x}", md5::compute(text.as_bytes()));
        ensure!(
            found == size.md5,
            "{} has other bytes here: md5 {found} instead of {}",
            size.name,
            size.md5
        );
        fs::write(self.file(size), &text)?;
        Ok(serde_json::from_str(&text)?)
    }

    /// Plans natively and in the page in turns, and checks both plans.
    fn measure(
        &self,
        page: &Browser,
        size: &Size,
        problem: &str,
        instance: &Value,
    ) -> Result<(Found, Found)> {
        let name = || format!("{} {problem}", size.name);
        let (first, plan) = self.native(size, problem, 1).with_context(name)?;
        let runs = (WORTH_MEASURING / first.milliseconds.max(1e-6)).clamp(1.0, MOST_REPEATS);
        let repeat = match problem {
            // One run of these is already the mean of many.
            "replan" | "reasons" => (runs / 30.0).max(1.0) as u32,
            _ => runs as u32,
        };
        let rounds = ROUNDS.iter().find(|(most, _)| first.milliseconds <= *most);
        let rounds = rounds.map_or(1, |(_, rounds)| *rounds);
        let (mut native, mut wasm) = (first, None::<Found>);
        for _ in 0..rounds {
            let (again, same) = self.native(size, problem, repeat).with_context(name)?;
            ensure!(same == plan, "{}: two runs, two plans", name());
            native.milliseconds = match wasm {
                Some(_) => native.milliseconds.min(again.milliseconds),
                None => again.milliseconds,
            };
            let (found, other) = self
                .in_page(page, size, problem, repeat)
                .with_context(name)?;
            ensure!(other == plan, "{}: another plan in the browser", name());
            let least = wasm.map_or(f64::INFINITY, |wasm| wasm.milliseconds);
            wasm = Some(Found {
                milliseconds: found.milliseconds.min(least),
                ..found
            });
        }
        let wasm = wasm.context("no rounds")?;
        ensure!(
            native.objective == wasm.objective && native.bound == wasm.bound,
            "{}: another objective in the browser",
            name()
        );
        check(problem, instance, &native.objective, &plan).with_context(name)?;
        Ok((native, wasm))
    }

    fn native(&self, size: &Size, problem: &str, repeat: u32) -> Result<(Found, Value)> {
        let out = self.folder.join("solution.json");
        let mut command = Command::new(&self.native);
        command
            .arg(self.file(size))
            .args([problem, "--seed", &SEED.to_string()])
            .args(["--repeat", &repeat.to_string(), "--out"])
            .arg(&out);
        let line = output_of(&mut command).context("the native planner fails")?;
        let found = found(&serde_json::from_str(&line)?)?;
        Ok((found, read(&out)?))
    }

    fn in_page(
        &self,
        page: &Browser,
        size: &Size,
        problem: &str,
        repeat: u32,
    ) -> Result<(Found, Value)> {
        let file = format!("{}.json", size.name);
        let answer = page.call("plan", &json!([file, problem, 0, SEED, repeat]))?;
        let solution = answer["solution"].as_str().context("no solution")?;
        Ok((found(&answer)?, serde_json::from_str(solution)?))
    }
}

/// Holds a plan against the rules, and the stated objective against the plan.
fn check(problem: &str, instance: &Value, objective: &[i64], plan: &Value) -> Result<()> {
    let computed = match problem {
        "a1" => validate::groups(instance, plan, false)?,
        "a2" => validate::groups(instance, plan, true)?,
        "b" => validate::sessions(instance, plan)?,
        _ => return Ok(()),
    };
    ensure!(
        computed == objective,
        "the plan is worth {computed:?}, not {objective:?}"
    );
    Ok(())
}

fn read(path: &Path) -> Result<Value> {
    let bytes = fs::read(path).with_context(|| path.display().to_string())?;
    Ok(serde_json::from_slice(&bytes)?)
}

fn found(answer: &Value) -> Result<Found> {
    let levels = |name: &str| -> Result<Vec<i64>> {
        let list = answer[name].as_array().context("no levels")?;
        list.iter()
            .map(|level| level.as_i64().context("no level"))
            .collect()
    };
    Ok(Found {
        objective: levels("objective")?,
        bound: levels("bound")?,
        iterations: answer["iterations"].as_u64().context("no iterations")?,
        milliseconds: answer["milliseconds"].as_f64().context("no time")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instances_are_the_same_bytes_everywhere() {
        for size in sizes::ALL.iter().filter(|size| size.births < 10_000) {
            let text = generate::instance(size);
            assert_eq!(
                format!("{:x}", md5::compute(text.as_bytes())),
                size.md5,
                "{}",
                size.name
            );
        }
    }

    #[test]
    fn the_validator_names_nothing_of_the_planner() {
        let text = include_str!("validate.rs");
        assert!(!text.contains("centering_") && !text.contains("crate::"));
    }

    #[test]
    fn the_words_of_the_command_are_read() {
        let wanted = Wanted::read(&["screens", "example"]).unwrap();
        assert!(wanted.screens && wanted.figures == [Figure::Example]);
        assert!(Wanted::read(&["example"]).is_err());
        assert!(Wanted::read(&["screens", "medium-8"]).is_err());
        let wanted = Wanted::read(&["--reference", "medium-8"]).unwrap();
        assert!(wanted.reference && wanted.names == ["medium-8"]);
        assert!(Wanted::read(&["huge"]).is_err());
        assert!(sizes::ALL.iter().all(|size| Wanted::default().has(size)));
    }
}
