//! The tools of this project, each with its one version: installed when missing, once for all checkouts of a user
//! (`centering-planner/tools` in the user's cache). Nothing else outside the target folder changes, except the wasm32
//! target of the Rust toolchain.
//! Programs of the machine itself (browsers, Node) are in [`crate::machine`].

use std::fs;
use std::io::IsTerminal;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::project::Project;
use crate::run::{cargo, find_program, in_project, output_of, run, say};
use crate::site::TARGET;

/// Runs the wasm tests; the site is built with its library. Must be the version of the `wasm-bindgen` crate in
/// `Cargo.lock`; a test below holds it to that.
pub const WASM_BINDGEN: CargoTool = CargoTool {
    package: "wasm-bindgen-cli",
    program: "wasm-bindgen",
    version: "0.2.130",
    // Its own lock file can name versions that are gone.
    lock: Lock::Newest,
};

/// Builds the web crate and calls wasm-bindgen.
pub const WASM_PACK: CargoTool = CargoTool {
    package: "wasm-pack",
    program: "wasm-pack",
    version: "0.15.1",
    lock: Lock::Newest,
};

/// Drives Firefox in the browser tests.
pub const GECKODRIVER: CargoTool = CargoTool {
    package: "geckodriver",
    program: "geckodriver",
    version: "0.37.0",
    lock: Lock::AsPublished,
};

/// wasm-opt, which makes the wasm smaller.
pub const BINARYEN: NpmPackage = NpmPackage {
    name: "binaryen",
    version: "132.0.0",
};

/// The accessibility checks of the browser tests.
pub const AXE: NpmPackage = NpmPackage {
    name: "axe-core",
    version: "4.14.1",
};

/// The tools are used for minutes, not for years: what counts is how fast they are built.
const CHEAP_BUILD: [(&str, &str); 5] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "false"),
    ("CARGO_PROFILE_RELEASE_STRIP", "true"),
];

/// A program that `cargo install` builds.
#[derive(Debug)]
pub struct CargoTool {
    package: &'static str,
    program: &'static str,
    /// What is built, and no other.
    pub version: &'static str,
    lock: Lock,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lock {
    AsPublished,
    Newest,
}

/// A package of the npm registry.
#[derive(Debug)]
pub struct NpmPackage {
    name: &'static str,
    version: &'static str,
}

/// Adds the wasm32 target to the Rust toolchain where it is missing.
///
/// # Errors
/// When rustup is missing or cannot fetch the target.
pub fn install_wasm_target(project: &Project) -> Result<()> {
    let sysroot = output_of(in_project(project, "rustc").args(["--print", "sysroot"]))
        .context("rustc is missing: install Rust with rustup")?;
    let libraries = PathBuf::from(sysroot.trim()).join("lib/rustlib");
    if libraries.join(TARGET).join("lib").is_dir() {
        return Ok(());
    }
    say(&format!("Tool: the Rust target {TARGET}"));
    run(in_project(project, "rustup").args(["target", "add", TARGET]))
        .with_context(|| format!("the target {TARGET} is missing: rustup target add {TARGET}"))
}

/// Adds a component of the Rust toolchain, such as clippy, where `cargo NAME` does not work.
///
/// # Errors
/// When rustup is missing or cannot fetch the component.
pub fn install_component(project: &Project, subcommand: &str, component: &str) -> Result<()> {
    if output_of(cargo(project).args([subcommand, "--version"])).is_some() {
        return Ok(());
    }
    say(&format!("Tool: the Rust component {component}"));
    run(in_project(project, "rustup").args(["component", "add", component]))
        .with_context(|| format!("{component} is missing: rustup component add {component}"))
}

/// Whether the right version of the tool is there.
#[must_use]
pub fn is_there(project: &Project, tool: &CargoTool) -> bool {
    let path = project.tools_bin().join(tool.program);
    let installed = output_of(Command::new(path).arg("--version"));
    installed.as_deref().and_then(version_in) == Some(tool.version)
}

/// Builds the tool unless its right version is there.
///
/// # Errors
/// When it cannot be downloaded or built.
pub fn install_cargo_tool(project: &Project, tool: &CargoTool) -> Result<()> {
    if is_there(project, tool) {
        return Ok(());
    }
    let CargoTool {
        package, version, ..
    } = tool;
    say(&format!(
        "Tool: {package} {version}, built once, takes a few minutes"
    ));
    let mut install = cargo(project);
    install
        .args(["install", package, "--version", version, "--force"])
        .arg("--root")
        .arg(project.tools());
    if tool.lock == Lock::AsPublished {
        install.arg("--locked");
    }
    if !std::io::stderr().is_terminal() {
        install.arg("--quiet");
    }
    install.envs(CHEAP_BUILD);
    run(&mut install).with_context(|| format!("{package} {version} cannot be installed"))
}

/// The version in what `--version` prints: its first word that starts with a digit.
fn version_in(output: &str) -> Option<&str> {
    output
        .split_whitespace()
        .find(|word| word.starts_with(|first: char| first.is_ascii_digit()))
}

/// Whether npm packages can be had and run on this machine.
#[must_use]
pub fn has_node() -> bool {
    find_program("node").is_some() && find_program("npm").is_some()
}

/// Has npm fetch its packages unless their right versions are there.
///
/// # Errors
/// When npm cannot download them.
pub fn install_npm_packages(project: &Project) -> Result<()> {
    let packages = [&BINARYEN, &AXE];
    if packages.iter().all(|package| has_npm(project, package)) {
        return Ok(());
    }
    let names = packages.map(|package| format!("{}@{}", package.name, package.version));
    say(&format!("Tool: {} from npm", names.join(" and ")));
    fs::create_dir_all(project.npm())?;
    let mut install = npm();
    install
        .args(["install", "--no-save", "--no-package-lock"])
        .args(["--no-audit", "--no-fund", "--ignore-scripts"])
        .args(["--loglevel", "error", "--prefix"])
        .arg(project.npm())
        .args(&names);
    run(&mut install).with_context(|| format!("{} cannot be installed", names.join(", ")))
}

/// The program npm.
#[must_use]
pub fn npm() -> Command {
    Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

fn has_npm(project: &Project, package: &NpmPackage) -> bool {
    let manifest = project.npm_file(&format!("{}/package.json", package.name));
    fs::read(manifest)
        .ok()
        .and_then(|text| serde_json::from_slice::<serde_json::Value>(&text).ok())
        .is_some_and(|manifest| manifest["version"] == package.version)
}

/// The library of wasm-opt, for scripts.
#[must_use]
pub fn binaryen(project: &Project) -> PathBuf {
    project.npm_file("binaryen/index.js")
}

/// The program wasm-opt, to be run with `node`.
#[must_use]
pub fn wasm_opt(project: &Project) -> PathBuf {
    project.npm_file("binaryen/bin/wasm-opt")
}

/// The script that the browser tests put into a page to check its accessibility.
#[must_use]
pub fn axe(project: &Project) -> PathBuf {
    project.npm_file("axe-core/axe.min.js")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_found_in_what_tools_print() {
        assert_eq!(version_in("wasm-bindgen 0.2.130\n"), Some("0.2.130"));
        assert_eq!(version_in("wasm-pack 0.15.1"), Some("0.15.1"));
        let geckodriver = "geckodriver 0.37.0 (abc 2025-01-01)\n\nThe source code of";
        assert_eq!(version_in(geckodriver), Some("0.37.0"));
        assert_eq!(version_in("no version"), None);
    }

    #[test]
    fn the_tool_has_the_version_of_the_crate() {
        let project = Project::find().unwrap();
        let lock = fs::read_to_string(project.root().join("Cargo.lock")).unwrap();
        let lock = lock.replace("\r\n", "\n");
        let (_, entry) = lock.split_once("name = \"wasm-bindgen\"\n").unwrap();
        let version = format!("version = \"{}\"", WASM_BINDGEN.version);
        assert_eq!(entry.lines().next(), Some(version.as_str()));
    }
}
