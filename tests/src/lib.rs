//! What the tests of the planner share: a validator and a brute-force search that know nothing of core, and
//! the scenario files.
//!
//! [`validator`] and [`brute_force`], with [`day`], [`programme`], [`document`], [`rules`], [`team`] and [`optimum`] beside them, read
//! plans as JSON and share no code with core, so that no mistake can hide in both; see [`scenario`] for the
//! files a coordinator can read.

pub mod brute_force;
pub mod command;
pub mod day;
pub mod document;
pub mod list;
pub mod optimum;
pub mod planning;
pub mod programme;
pub mod rules;
pub mod scenario;
pub mod schema;
pub mod team;
pub mod validator;

#[cfg(test)]
mod tests {
    /// The judges do not even name core or the helpers that use it.
    #[test]
    fn the_validator_and_the_brute_force_know_nothing_of_core() {
        for source in [
            include_str!("brute_force.rs"),
            include_str!("day.rs"),
            include_str!("document.rs"),
            include_str!("optimum.rs"),
            include_str!("programme.rs"),
            include_str!("rules.rs"),
            include_str!("team.rs"),
            include_str!("validator.rs"),
        ] {
            assert!(!source.contains("centering_core") && !source.contains("planning::"));
        }
    }
}
