//! From a group to dated bijeenkomsten: which days are open, what a day costs, the best eight days of one
//! group by exact dynamic programming, and the reasons behind each day.
//! Nothing here decides who is in a group; see `cohort`.

mod bookings;
mod compile;
mod dates;
mod days;
mod even_out;
mod group;
mod hours;
mod nearby;
mod on_line;
mod overview;
mod reasons;
mod rules;
mod shared;
mod staffing;
mod team_lines;
#[cfg(test)]
pub(crate) mod test_plans;
mod visits;
mod windowed;

pub(crate) use bookings::Bookings;
pub use bookings::{
    Meeting, half_day_of, line_of, meeting, most_served, needs_physician, plans_physicians,
    start_of,
};
pub use dates::{Candidate, Chosen, Slot, UNSCHEDULED_COST, best_dates};
pub use days::{ClosedBy, Days};
pub use even_out::{LOAD_PARTS, imbalance};
pub use group::plan_group;
pub(crate) use hours::clash;
pub use hours::{Hours, at_once};
pub use nearby::Nearby;
pub use on_line::{lines_of, substitutes};
pub(crate) use overview::families_that_cannot;
pub use overview::{Stage, families_that_can, stage};
pub use reasons::{Alternative, Sieve, sieve};
pub(crate) use reasons::{alternatives_of, reasons_of, sieve_of};
pub(crate) use rules::{Against, Question};
pub use rules::{OUTSIDE_PREFERRED_COST, Side, Violation, violated_intervals};
pub use shared::{Progress, SharedDates, has_lines};
pub(crate) use team_lines::without_lost_line;
pub use team_lines::{
    Lack, TeamLines, lacks_physician, line_id, possible_with_one_more, team_lines,
};
pub(crate) use visits::unable;
pub use visits::{Hindrance, Visit, Visits, physician_visits, physicians_for};
pub use windowed::{Windowed, free_days, session_windows, tightest};
