//! What a plan itself says about introducing group care and keeping it: the figures of borging, who is missed
//! most, what the groups ask of the step plan, which steps are done already, and what asks for somebody today. It reads plans and changes
//! none; the rooms `steps` and `assurance` know nothing of groups.

mod compare;
mod deadlines;
mod done;
mod figures;
mod needs;
mod resilience;
#[cfg(test)]
mod tests;
mod today;
#[cfg(test)]
mod today_tests;

pub use compare::{Figures, date_differences};
pub use deadlines::{FirstGroup, GroupDeadline, first_group, group_deadlines};
pub use done::{Evidence, Offer, offers};
pub use figures::figures;
pub use needs::{Need, needs};
pub use resilience::{Missed, Resilience, TrainingAdvice, resilience};
pub use today::{AWAY_DAYS, INVITE_DAYS, STEP_DAYS, Task, marks, tasks};
