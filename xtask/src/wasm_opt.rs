//! Makes wasm smaller with binaryen, in processes that live as long as there is wasm: there are a hundred parts, and
//! starting one takes longer than most parts do. As many run side by side as ask at the same time.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Stdio};
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result, ensure};

use crate::project::Project;
use crate::run::in_project;
use crate::tools;

/// What Node runs.
const SCRIPT: &str = include_str!("wasm_opt.mjs");

/// The processes, started when they are needed.
pub struct WasmOpt<'a> {
    project: &'a Project,
    idle: Mutex<Vec<Process>>,
}

impl<'a> WasmOpt<'a> {
    /// None yet.
    #[must_use]
    pub fn new(project: &'a Project) -> Self {
        Self {
            project,
            idle: Mutex::default(),
        }
    }

    /// What its results depend on, beside the wasm.
    #[must_use]
    pub fn step() -> String {
        format!("{:?} {SCRIPT}", tools::BINARYEN)
    }

    /// Makes one file smaller; the path beside it is free for that.
    ///
    /// # Errors
    /// When Node cannot be started or binaryen fails.
    pub fn smaller(&self, wasm: &[u8], beside: &Path) -> Result<Vec<u8>> {
        let file = beside.with_extension("wasm");
        fs::write(&file, wasm)?;
        let idle = || self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        let process = idle().pop();
        let mut process = process.map_or_else(|| Process::start(self.project), Ok)?;
        let answer = process.ask(&file)?;
        ensure!(
            answer == "ok",
            "wasm-opt cannot make the wasm smaller: {answer}"
        );
        idle().push(process);
        Ok(fs::read(&file)?)
    }
}

/// One process: a path goes in, an answer comes out.
struct Process {
    child: Child,
    paths: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
}

impl Process {
    fn start(project: &Project) -> Result<Self> {
        let mut command = in_project(project, "node");
        command
            .arg(project.root().join("xtask/src/wasm_opt.mjs"))
            .arg(tools::binaryen(project))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            // It warns about names that are left out in the same step.
            .stderr(Stdio::null());
        let mut child = command.spawn().context("cannot start node")?;
        Ok(Self {
            paths: child.stdin.take(),
            answers: BufReader::new(child.stdout.take().context("node says nothing")?),
            child,
        })
    }

    fn ask(&mut self, path: &Path) -> Result<String> {
        let paths = self.paths.as_mut().context("node does not listen")?;
        writeln!(paths, "{}", path.display())?;
        let mut answer = String::new();
        self.answers.read_line(&mut answer)?;
        Ok(answer.trim_end().to_owned())
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // No more paths: it ends.
        self.paths.take();
        drop(self.child.wait());
    }
}
