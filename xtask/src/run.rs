//! Runs other programs and says what is being done, one line each.
//! A failing program becomes an error that names it and, where known, the command that helps.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::project::Project;

/// Prints one line for the person who started the command.
#[expect(clippy::print_stdout, reason = "a command line tool speaks on stdout")]
pub fn say(line: &str) {
    println!("{line}");
}

/// Looks a program up on the `PATH`.
#[must_use]
pub fn find_program(name: &str) -> Option<PathBuf> {
    let endings: &[&str] = if cfg!(windows) {
        &[".exe", ".cmd"]
    } else {
        &[""]
    };
    env::split_paths(&env::var_os("PATH")?)
        .flat_map(|folder| {
            endings
                .iter()
                .map(move |ending| folder.join(format!("{name}{ending}")))
        })
        .find(|path| path.is_file())
}

/// The cargo that runs this command, in the project's root and with the project's tools on the `PATH`.
#[must_use]
pub fn cargo(project: &Project) -> Command {
    in_project(
        project,
        env::var_os("CARGO").unwrap_or_else(|| "cargo".into()),
    )
}

/// Any program, in the project's root and with the project's tools on the `PATH`.
#[must_use]
pub fn in_project(project: &Project, program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(project.root());
    command.env("PATH", path_with_tools(project));
    command
}

fn path_with_tools(project: &Project) -> OsString {
    let old = env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(project.tools_bin()).chain(env::split_paths(&old));
    env::join_paths(folders).unwrap_or(old)
}

/// Runs the program and lets it speak; anything but success is an error.
///
/// # Errors
/// When the program cannot be started or ends with another code than 0.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command
        .stdin(Stdio::null())
        .status()
        .with_context(|| format!("cannot start {}", shown(command)))?;
    if !status.success() {
        bail!("{} failed ({status})", shown(command));
    }
    Ok(())
}

/// Runs the program in silence; where it fails, what it said is part of the error.
///
/// # Errors
/// When the program cannot be started or ends with another code than 0.
pub fn run_quietly(command: &mut Command) -> Result<()> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("cannot start {}", shown(command)))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("{} failed ({}): {said}", shown(command), output.status);
    }
    Ok(())
}

/// Runs the program in silence and gives what it wrote to its standard output.
#[must_use]
pub fn output_of(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The command as a person would type it.
#[must_use]
pub fn shown(command: &Command) -> String {
    let program = PathBuf::from(command.get_program());
    let name = program.file_stem().unwrap_or_default().to_owned();
    std::iter::once(name.as_os_str())
        .chain(command.get_args())
        .map(|word| word.to_string_lossy().into_owned())
        .collect::<Vec<_>>()
        .join(" ")
}
