//! Session dates in days and weekly lines, for the engine of core, which knows numbered cells.
//! [`problem`] states the input, [`compile`] makes the engine's model of it, [`replan`] repairs a published plan
//! after an [`event`], [`reasons`] explains a gap.

pub mod compile;
pub mod event;
mod grid;
pub mod problem;
pub mod reasons;
pub mod replan;
mod tiers;
