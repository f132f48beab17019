//! The search engine: groups with a hard common half-day, and all groups of a location on shared weekly
//! lines, with proven bounds and repairs. It works on plain day numbers and numbered cells: `cohort` and
//! `schedule` compile documents for it, the package `centering-bench` the instances of the benchmark.
//! Hidden from the documentation: its face follows what these need, in any version.
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
//! same plan natively and in the browser. Start at [`cohort`], [`schedule`] or [`search`].

pub mod cohort;
pub mod random;
pub mod schedule;
pub mod search;
