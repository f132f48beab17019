//! From a group to dated bijeenkomsten: which days are open, what a day costs, the best eight days of one
//! group by exact dynamic programming, and the reasons behind each day.
//! Nothing here decides who is in a group; see `cohort`.

mod dates;
mod days;
mod group;
mod overview;
mod reasons;

pub use dates::{Candidate, Chosen, Slot, UNSCHEDULED_COST, best_dates};
pub use days::{ClosedBy, Days, OUTSIDE_PREFERRED_COST};
pub use group::{plan_group, session_windows};
pub use overview::{Stage, families_that_can, free_days, stage, tightest};
pub use reasons::{Alternative, Sieve, Violation, alternatives, sieve, violated_intervals};
