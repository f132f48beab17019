//! Our own proposal of 46 steps, as data with its source. It is not the plan of Stichting Centering
//! Nederland; its label stays with it, and every word of it can be edited.

use super::ids::{Role, Wording};
use super::model::{Step, StepPlan};
use serde::Deserialize;
use std::sync::LazyLock;

/// A role with its name.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct NamedRole {
    /// Its code in steps.
    pub id: Role,
    /// What people call it.
    pub name: Wording,
}

#[derive(Deserialize)]
struct File {
    source: Wording,
    roles: Vec<NamedRole>,
    steps: Vec<Step>,
}

static PROPOSAL: LazyLock<(StepPlan, Vec<NamedRole>)> = LazyLock::new(|| {
    // A test reads the file; were it ever unreadable, the proposal would be empty.
    let file: Option<File> = serde_json::from_str(include_str!("../../data/stappenplan.json")).ok();
    let (source, roles, steps) = file.map_or_else(
        || (Wording::default(), Vec::new(), Vec::new()),
        |file| (file.source, file.roles, file.steps),
    );
    let plan = StepPlan {
        source,
        ..StepPlan::of(steps).unwrap_or_default()
    };
    (plan, roles)
});

impl StepPlan {
    /// The proposal: 46 steps in five phases, without dates. Source: `docs/domain.md#4.4`.
    pub fn proposal() -> &'static Self {
        &PROPOSAL.0
    }
}

/// The roles that the proposal names. Source: `docs/domain.md#4.4`.
pub fn roles() -> &'static [NamedRole] {
    &PROPOSAL.1
}
