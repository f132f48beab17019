//! Cohorts: which families form a group.
//! [`exact`] solves the problem without half-days, [`common`] the one where a group shares a half-day.
//! Nothing here knows about sessions, people or rooms.

pub mod common;
mod diagram;
pub mod exact;
mod moves;
mod pool;
mod prices;
pub mod rules;
mod team;
