//! Session dates: every group of a location on the location's shared weekly lines.
//! [`problem`] states the input, [`lines`] searches, [`bound`] proves by prices and [`split`] by parts,
//! [`replan`] repairs a published plan, [`reasons`] explains a gap. Staff and rooms are settled before, by the
//! lines.

pub(crate) mod bound;
pub(crate) mod dated;
pub mod event;
pub(crate) mod grid;
pub mod lines;
pub(crate) mod model;
pub(crate) mod part;
pub mod problem;
pub mod reasons;
pub mod replan;
pub(crate) mod seat;
pub(crate) mod single;
pub(crate) mod split;
pub(crate) mod tiers;
mod walk;
