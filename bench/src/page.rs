//! The tasks in a page: loads an instance once and plans it as often as asked.
//! It measures nothing itself; `bench/page` does, and `examples/measure` drives it.

use crate::instance::Instance;
use crate::job::{Job, Outcome};
use serde_json::json;
use wasm_bindgen::prelude::wasm_bindgen;

/// One planning task.
#[wasm_bindgen]
pub struct Task {
    job: Job,
    outcome: Outcome,
}

#[wasm_bindgen]
impl Task {
    /// Prepares a problem on the text of an instance; 0 iterations are the product's own budget.
    ///
    /// # Errors
    /// What is wrong with the instance or the problem, in words.
    #[wasm_bindgen(constructor)]
    pub fn new(text: &str, problem: &str, iterations: u32, seed: u32) -> Result<Self, String> {
        let instance: Instance = serde_json::from_str(text).map_err(|error| error.to_string())?;
        let iterations = (iterations > 0).then_some(u64::from(iterations));
        let job = Job::new(&instance, problem, iterations, u64::from(seed));
        Ok(Self {
            job: job.map_err(|error| error.to_string())?,
            outcome: Outcome::default(),
        })
    }

    /// Plans; the page measures this.
    ///
    /// # Errors
    /// What the planner says, in words.
    pub fn run(&mut self) -> Result<(), String> {
        self.outcome = self.job.run().map_err(|error| error.to_string())?;
        Ok(())
    }

    /// What the last run found: one line of JSON, its milliseconds left to the page.
    #[must_use]
    pub fn found(&self) -> String {
        let outcome = &self.outcome;
        json!({
            "objective": outcome.objective,
            "bound": outcome.bound,
            "iterations": outcome.iterations,
            "tasks": outcome.tasks,
        })
        .to_string()
    }

    /// The plan of the last run.
    #[must_use]
    pub fn solution(&self) -> String {
        self.job.solution().to_string()
    }
}
