//! What leaves a plan: the dates of a group for its parents, as text and as calendar file, and what is told when they change. Formats live here, so that
//! `centering_core` has none. Nothing reads a clock: the same plan, day and language give the same bytes everywhere.
#![doc = include_str!("../README.md")]

mod calendar;
mod clock;
mod invitation;
mod message;

pub use invitation::{Invitation, Line, Meeting};
pub use message::Message;
