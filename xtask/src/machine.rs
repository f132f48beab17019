//! Makes a machine ready: for building it installs the tools of the project only, for testing it also
//! installs browsers and drivers from Debian's packages. Where something cannot be had, it stops
//! with the name of the thing and the command that installs it.

use std::fs;
use std::process::Command;

use anyhow::{Result, bail};

use crate::project::Project;
use crate::run::{find_program, output_of, run, say, shown};
use crate::site::{self, Profile};
use crate::tools;

/// A program that the tests need and the Debian package it is in.
struct Program {
    /// The first of these names that is found will do.
    names: &'static [&'static str],
    package: &'static str,
    on_ubuntu: Ubuntu,
}

/// Ubuntu's packages of these names only point to a snap, and not everywhere can snaps be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ubuntu {
    SamePackage,
    Snap(&'static str),
}

/// Node and npm come first: the wasm tests need no more.
const PROGRAMS: [Program; 9] = [
    debian(&["node"], "nodejs"),
    debian(&["npm"], "npm"),
    Program {
        names: &["chromium"],
        package: "chromium",
        on_ubuntu: Ubuntu::Snap("snap install chromium"),
    },
    Program {
        names: &["chromedriver"],
        package: "chromium-driver",
        on_ubuntu: Ubuntu::Snap(
            "ln -s /snap/bin/chromium.chromedriver /usr/local/bin/chromedriver",
        ),
    },
    Program {
        names: &["firefox-esr", "firefox"],
        package: "firefox-esr",
        on_ubuntu: Ubuntu::Snap("snap install firefox"),
    },
    debian(&["WebKitWebDriver"], "webkit2gtk-driver"),
    debian(&["xvfb-run"], "xvfb"),
    debian(&["xauth"], "xauth"),
    debian(&["dbus-run-session"], "dbus"),
];

const fn debian(names: &'static [&'static str], package: &'static str) -> Program {
    Program {
        names,
        package,
        on_ubuntu: Ubuntu::SamePackage,
    }
}

/// Installs what building the site needs. Without Node the site is built too, only larger.
///
/// # Errors
/// When a tool cannot be had.
pub fn prepare_build(project: &Project, profile: Profile) -> Result<()> {
    tools::install_wasm_target(project)?;
    if !tools::is_there(project, &tools::WASM_PACK) {
        // Both have long stretches for one core, so the app is compiled beside it. What goes wrong with that, is
        // told when wasm-pack compiles it.
        let mut ahead = site::compile_ahead(project, profile).spawn()?;
        let installed = tools::install_cargo_tool(project, &tools::WASM_PACK);
        ahead.wait()?;
        installed?;
    }
    if profile == Profile::Web && tools::has_node() {
        tools::install_npm_packages(project)?;
    }
    Ok(())
}

/// Installs Node where it is missing, and the npm packages.
///
/// # Errors
/// When Node or a package is missing and this command cannot install it.
pub fn prepare_node(project: &Project) -> Result<()> {
    install(&PROGRAMS[..2])?;
    tools::install_npm_packages(project)
}

/// Installs Chromium and its driver where one is missing.
///
/// # Errors
/// When one is missing and this command cannot install it.
pub fn prepare_chromium() -> Result<()> {
    install(&PROGRAMS[2..4])
}

/// Installs the browsers, their drivers and Node where one is missing.
///
/// # Errors
/// When something is missing and this command cannot install it.
pub fn prepare_browsers(project: &Project) -> Result<()> {
    install(&PROGRAMS)?;
    tools::install_cargo_tool(project, &tools::GECKODRIVER)
}

fn missing(programs: &[Program]) -> Vec<&Program> {
    let is_there = |name: &&str| find_program(name).is_some();
    programs
        .iter()
        .filter(|program| !program.names.iter().any(is_there))
        .collect()
}

fn install(programs: &[Program]) -> Result<()> {
    let absent = missing(programs);
    if absent.is_empty() {
        return Ok(());
    }
    let os = fs::read_to_string("/etc/os-release").unwrap_or_default();
    match advice(&absent, System::of(&os), is_root()) {
        Advice::Install(packages) => apt_install(&packages)?,
        Advice::ByHand(text) => bail!("{text}"),
    }
    match missing(programs).first() {
        Some(program) => bail!(
            "{} is installed, but there is no program {} on the PATH",
            program.package,
            program.names[0]
        ),
        None => Ok(()),
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum System {
    Debian,
    Ubuntu,
    Other,
}

impl System {
    fn of(os_release: &str) -> Self {
        let value = |key: &str| {
            os_release
                .lines()
                .find_map(|line| line.strip_prefix(key)?.strip_prefix('='))
                .unwrap_or_default()
                .trim_matches('"')
        };
        let ids = || std::iter::once(value("ID")).chain(value("ID_LIKE").split_whitespace());
        if ids().any(|id| id == "ubuntu") {
            Self::Ubuntu
        } else if ids().any(|id| id == "debian") {
            Self::Debian
        } else {
            Self::Other
        }
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Advice {
    Install(Vec<&'static str>),
    ByHand(String),
}

fn advice(missing: &[&Program], system: System, root: bool) -> Advice {
    let names = missing
        .iter()
        .map(|program| program.names[0])
        .collect::<Vec<_>>()
        .join(", ");
    let mut packages = Vec::new();
    let mut snaps = Vec::new();
    for program in missing {
        match (system, program.on_ubuntu) {
            (System::Ubuntu, Ubuntu::Snap(command)) => snaps.push(command),
            _ => packages.push(program.package),
        }
    }
    let by_apt = format!("apt-get install {}", packages.join(" "));
    match system {
        System::Other => Advice::ByHand(format!(
            "the tests need {names}: install them, or run on Debian: {by_apt}"
        )),
        _ if !snaps.is_empty() => Advice::ByHand(format!(
            "the tests need {names}, and on Ubuntu the browsers are snaps: {}",
            snaps
                .into_iter()
                .map(String::from)
                .chain((!packages.is_empty()).then_some(by_apt))
                .collect::<Vec<_>>()
                .join(" && ")
        )),
        _ if !root => Advice::ByHand(format!("the tests need {names}: sudo {by_apt}")),
        _ => Advice::Install(packages),
    }
}

fn is_root() -> bool {
    output_of(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0")
}

fn apt_install(packages: &[&str]) -> Result<()> {
    say(&format!("Machine: apt-get install {}", packages.join(" ")));
    apt(&["update"])?;
    let options = ["install", "--yes", "--no-install-recommends"];
    apt(&[&options, packages].concat())
}

fn apt(words: &[&str]) -> Result<()> {
    let mut command = Command::new("apt-get");
    command
        .arg("-qq")
        .args(words)
        .env("DEBIAN_FRONTEND", "noninteractive");
    run(&mut command).map_err(|error| {
        error.context(format!(
            "packages are missing; try it by hand: {}",
            shown(&command)
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const UBUNTU: &str = "NAME=\"Ubuntu\"\nID=ubuntu\nID_LIKE=debian\n";

    #[test]
    fn systems_are_told_apart() {
        assert_eq!(System::of("ID=debian\n"), System::Debian);
        assert_eq!(System::of(UBUNTU), System::Ubuntu);
        assert_eq!(
            System::of("ID=mint\nID_LIKE=\"ubuntu debian\""),
            System::Ubuntu
        );
        assert_eq!(System::of("ID=fedora\n"), System::Other);
        assert_eq!(System::of(""), System::Other);
    }

    #[test]
    fn debian_with_root_installs_by_itself() {
        let missing: Vec<_> = PROGRAMS.iter().collect();
        let Advice::Install(packages) = advice(&missing, System::Debian, true) else {
            panic!("installs");
        };
        assert_eq!(packages.len(), PROGRAMS.len());
    }

    #[test]
    fn others_are_told_what_to_type() {
        let missing: Vec<_> = PROGRAMS[1..3].iter().collect();
        let text = |system, root| match advice(&missing, system, root) {
            Advice::ByHand(text) => text,
            Advice::Install(packages) => panic!("would install {packages:?}"),
        };
        assert!(text(System::Debian, false).contains("sudo apt-get install npm chromium"));
        assert!(text(System::Other, true).contains("npm, chromium"));
        assert!(
            text(System::Ubuntu, true).contains("snap install chromium && apt-get install npm")
        );
    }
}
