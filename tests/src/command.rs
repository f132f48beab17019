//! The command for scripts, built once by the cargo that runs the tests: the example `plan` of core.

use serde_json::Value;
use std::path::PathBuf;
use std::process::{Command, Output};
use std::sync::OnceLock;

fn program() -> &'static PathBuf {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        let built = Command::new(env!("CARGO"))
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .args([
                "build",
                "--quiet",
                "--profile",
                "test",
                "--message-format",
                "json",
            ])
            // Of the whole workspace, as the tests: for one package alone cargo compiles core once more.
            .args(["--workspace", "--example", "plan"])
            .output()
            .expect("cargo can be started");
        assert!(
            built.status.success(),
            "{}",
            String::from_utf8_lossy(&built.stderr)
        );
        String::from_utf8_lossy(&built.stdout)
            .lines()
            .filter_map(|line| serde_json::from_str::<Value>(line).ok())
            .find_map(|message| message["executable"].as_str().map(PathBuf::from))
            .expect("cargo names the program it built")
    })
}

/// The command, for who feeds it.
///
/// # Panics
/// When it cannot be built.
pub fn command() -> Command {
    Command::new(program())
}

/// Runs the command.
///
/// # Panics
/// When it cannot be built or started.
pub fn run(arguments: &[&str]) -> Output {
    command()
        .args(arguments)
        .output()
        .expect("the program starts")
}

/// The document that the command prints.
///
/// # Panics
/// When the command fails or says anything else.
pub fn printed(arguments: &[&str]) -> Value {
    let output = run(arguments);
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!((output.status.code(), errors.as_str()), (Some(0), ""));
    serde_json::from_slice(&output.stdout).expect("a document is printed")
}
