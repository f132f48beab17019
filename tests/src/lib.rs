//! What the tests of the planner share: a validator and a brute-force search that know nothing of core, and
//! the scenario files.
//!
//! [`validator`] and [`brute_force`], with [`day`], [`programme`], [`document`], [`rules`] and [`optimum`] beside them, read
//! plans as JSON and share no code with core, so that no mistake can hide in both; see [`scenario`] for the
//! files a coordinator can read.

pub mod brute_force;
pub mod command;
pub mod day;
pub mod document;
pub mod optimum;
pub mod planning;
pub mod programme;
pub mod rules;
pub mod scenario;
pub mod schema;
pub mod validator;
