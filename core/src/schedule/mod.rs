//! From a group to dated bijeenkomsten: which days are open, what a day costs, the best eight days of one
//! group by exact dynamic programming, and the reasons behind each day.
//! Nothing here decides who is in a group; see `cohort`.

mod bookings;
mod compile;
mod dates;
mod days;
mod even_out;
mod group;
mod nearby;
mod on_line;
mod overview;
mod reasons;
mod replan;
mod shared;
mod staffing;
mod team_lines;
#[cfg(test)]
pub(crate) mod test_plans;

pub use bookings::{Meeting, line_of, meeting, most_served, needs_physician, plans_physicians};
pub use dates::{Candidate, Chosen, Slot, UNSCHEDULED_COST, best_dates};
pub use days::{ClosedBy, Days, OUTSIDE_PREFERRED_COST};
pub use even_out::{LOAD_PARTS, imbalance};
pub use group::{plan_group, session_windows};
pub use nearby::Nearby;
pub use on_line::{lines_of, substitutes};
pub use overview::{Stage, families_that_can, free_days, stage, tightest};
pub use reasons::{
    Alternative, Sieve, Violation, alternatives, reasons, reasons_near, sieve, violated_intervals,
};
pub(crate) use replan::keep;
pub use replan::{
    Covered, Event, Kept, Replanning, SessionChange, StandIn, accept, coming_pairs, cover, facts,
    replan,
};
pub use shared::{Progress, SharedDates, has_lines};
pub(crate) use team_lines::without_lost_line;
pub use team_lines::{TeamLines, line_id, possible_with_one_more, team_lines};
