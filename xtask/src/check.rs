//! The checks of the project, one step after the other: each says in one line what it does, and the
//! first that fails ends the run with the command that repeats only that step.
//! What a step needs and is missing, it installs first.

use std::time::{Instant, SystemTime};

use anyhow::{Context, Result};

use crate::project::Project;
use crate::run::{cargo, run, say};
use crate::site::{self, Profile};
use crate::{machine, size, tools};

/// One kind of check, in the order in which they are run: the quick ones first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// rustfmt finds nothing to change.
    Format,
    /// clippy has no warning, natively and for wasm32.
    Clippy,
    /// The native tests of every package.
    Native,
    /// The tests of core inside a wasm machine.
    Wasm,
    /// The site is built and within its size budget.
    Size,
    /// The pages work in Chromium, Firefox and WebKitGTK.
    Browser,
}

impl Step {
    /// All of them, in order.
    pub const ALL: [Self; 6] = [
        Self::Format,
        Self::Clippy,
        Self::Native,
        Self::Wasm,
        Self::Size,
        Self::Browser,
    ];

    /// The step that `--only` names.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.name() == name)
    }

    /// The word for `--only`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Format => "fmt",
            Self::Clippy => "clippy",
            Self::Native => "native",
            Self::Wasm => "wasm",
            Self::Size => "size",
            Self::Browser => "browser",
        }
    }

    fn purpose(self) -> &'static str {
        match self {
            Self::Format => "every Rust file is formatted",
            Self::Clippy => "no warning from clippy, natively and for wasm32",
            Self::Native => "the native tests of every package",
            Self::Wasm => "core gives the same answers as wasm",
            Self::Size => "the site is built and within its size budget",
            Self::Browser => "the pages work in Chromium, Firefox and WebKitGTK",
        }
    }

    fn run(self, project: &Project) -> Result<()> {
        match self {
            Self::Format => format(project),
            Self::Clippy => clippy(project),
            Self::Native => native(project),
            Self::Wasm => wasm(project),
            Self::Size => measure(project),
            Self::Browser => browser(project),
        }
    }
}

/// Runs every step, until one fails.
///
/// # Errors
/// When a step fails, with its name and the command that repeats it.
pub fn all(project: &Project) -> Result<()> {
    let start = Instant::now();
    // Linking the app keeps one core busy for minutes: it is done beside the tests. What goes wrong with it, is told
    // when the site is built.
    tools::install_wasm_target(project)?;
    let mut ahead = site::compile_ahead(project, Profile::Web).spawn()?;
    let steps = Step::ALL.into_iter().try_for_each(|step| {
        if step == Step::Size {
            ahead.wait()?;
        }
        only(project, step)
    });
    if steps.is_err() {
        drop(ahead.kill());
    }
    ahead.wait()?;
    steps?;
    say(&format!("All steps done in {}", seconds(start)));
    say(&format!("steps: {} passed, 0 failed", Step::ALL.len()));
    Ok(())
}

/// Runs one step.
///
/// # Errors
/// When it fails, with its name and the command that repeats it.
pub fn only(project: &Project, step: Step) -> Result<()> {
    let name = step.name();
    let start = Instant::now();
    say(&format!("Step {name}: {}", step.purpose()));
    step.run(project).with_context(|| {
        format!("step {name} failed; repeat only it with `cargo xtask test --only {name}`")
    })?;
    say(&format!("Step {name}: done in {}", seconds(start)));
    Ok(())
}

fn seconds(start: Instant) -> String {
    format!("{} s", start.elapsed().as_secs_f32().round())
}

fn format(project: &Project) -> Result<()> {
    tools::install_component(project, "fmt", "rustfmt")?;
    run(cargo(project).args(["fmt", "--all", "--check"]))
}

fn clippy(project: &Project) -> Result<()> {
    const DENY: [&str; 3] = ["--", "--deny", "warnings"];
    const WASM: [&str; 12] = [
        "--package",
        "centering-core",
        "--package",
        "centering-words",
        "--package",
        "centering-exchange",
        "--package",
        "centering-web",
        "--package",
        "centering-bench",
        "--target",
        "wasm32-unknown-unknown",
    ];
    tools::install_component(project, "clippy", "clippy")?;
    tools::install_wasm_target(project)?;
    let native = ["clippy", "--quiet", "--workspace", "--all-targets"];
    run(cargo(project).args(native).args(DENY))?;
    run(cargo(project)
        .args(["clippy", "--quiet"])
        .args(WASM)
        .args(DENY))
}

fn native(project: &Project) -> Result<()> {
    run(cargo(project)
        .args(["test", "--quiet", "--workspace"])
        .env_remove("CENTERING_BROWSER")
        // Always the same cases, so that a change is not blamed for a case that nobody drew before.
        .env_remove("CENTERING_SEED")
        .env_remove("CENTERING_CASES"))
}

/// Runs the properties with a seed of its own, by the clock unless it is given, on ten times as many cases.
///
/// # Errors
/// When one of them fails, with the command that draws the same cases again.
pub fn properties(project: &Project, seed: Option<u64>) -> Result<()> {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    let seed = seed.unwrap_or(now.map_or(1, |now| now.as_secs()));
    say(&format!("Properties with seed {seed}"));
    run(cargo(project)
        // Of the whole workspace, as the native tests: for one package alone cargo compiles core once more.
        .args(["test", "--quiet", "--workspace", "--test", "properties"])
        .env("CENTERING_SEED", seed.to_string())
        .env("CENTERING_CASES", "10"))
    .with_context(|| {
        format!("a property failed; draw the same cases again with `cargo xtask properties --seed {seed}`")
    })
}

fn wasm(project: &Project) -> Result<()> {
    machine::prepare_node(project)?;
    tools::install_wasm_target(project)?;
    tools::install_cargo_tool(project, &tools::WASM_BINDGEN)?;
    // Not quiet: cargo would pass that word on to the runner, which does not know it.
    run(cargo(project)
        .args(["test", "--package", "centering-core"])
        .args(["--package", "centering-bench"])
        .args(["--target", "wasm32-unknown-unknown"])
        // Both have one of that name.
        .args(["--test", "wasm"])
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
            "wasm-bindgen-test-runner",
        ))
}

fn measure(project: &Project) -> Result<()> {
    machine::prepare_node(project)?;
    machine::prepare_build(project, Profile::Web)?;
    let wasm = site::build(project)?;
    size::check(project, wasm)
}

fn browser(project: &Project) -> Result<()> {
    machine::prepare_browsers(project)?;
    machine::prepare_build(project, Profile::Web)?;
    site::build(project)?;
    run(cargo(project)
        // Of the whole workspace, as the native tests: for one package alone cargo compiles core once more.
        .args(["test", "--workspace", "--test", "browser"])
        .env("CENTERING_BROWSER", "1")
        .env("CENTERING_SITE", project.site())
        .env("CENTERING_TOOLS", project.tools_bin())
        .env("CENTERING_AXE", tools::axe(project)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_is_found_by_its_name() {
        for step in Step::ALL {
            assert_eq!(Step::named(step.name()), Some(step));
        }
        assert_eq!(Step::named("all"), None);
    }
}
