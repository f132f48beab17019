//! The search engine: cohorts with a hard common half-day, and all groups of a location on shared weekly
//! lines, with proven bounds, reasons and re-planning. Works on plain day numbers; the documents of `plan`
//! do not reach it yet, the benchmark (`core/examples/bench`) does.
//!
//! ```
//! use centering_core::engine::cohort::{exact, rules::GroupRules};
//!
//! // Groups of 6 to 12, best 8, births at most 42 days apart.
//! let rules = GroupRules::new((6, 8, 12), 42, 5, 1)?;
//! let plan = exact::form(&[0, 3, 5, 9, 12, 20, 90], &rules)?;
//! assert_eq!((plan.placed, plan.cost), (6, 40));
//! # Ok::<(), centering_core::engine::cohort::rules::CohortProblem>(())
//! ```
//!
//! No input or output, no clock, no floating point: the same input, seed and budget give the
//! same plan natively and in the browser. Start at [`cohort`], [`schedule`] or [`search`];
//! [`replay`] tells what planning week by week loses.

pub mod cohort;
pub mod random;
pub mod replay;
pub mod schedule;
pub mod search;
