//! Session dates: every group of a location on the location's shared weekly lines.
//! [`model`] is the input, [`lines`] searches, `bound` proves by prices and `split` by parts, [`replan`]
//! repairs a published plan. Staff and rooms are settled before, by the lines.

mod bound;
pub mod dated;
pub mod holders;
pub mod lines;
pub mod model;
mod part;
pub mod replan;
mod seat;
mod single;
mod split;
mod walk;
