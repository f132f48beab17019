//! The acceptance scenarios: text files in Dutch that a coordinator can read, and how they are held against
//! the planner. A line that is not understood is an error, so that nothing is skipped in silence.

mod absence;
mod lines;
mod read;
mod run;
mod words;

pub use absence::Absence;
pub use lines::{day as read_day, range as read_range};
pub use read::{Expected, Family, Scenario, Spot};
pub use run::mismatches;
