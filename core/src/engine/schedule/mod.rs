//! Session dates: every group of a location on the location's shared weekly lines.
//! [`problem`] states the input, [`lines`] searches, [`bound`] proves, [`replan`] repairs a
//! published plan, [`reasons`] explains a gap. Staff and rooms are settled before, by the lines.

pub(crate) mod bound;
mod dated;
pub mod event;
mod grid;
pub mod lines;
pub(crate) mod model;
pub mod problem;
pub mod reasons;
pub mod replan;
pub(crate) mod single;
mod tiers;
mod walk;
