//! From enrolments to groups: pools of families, the exact grouping of a pool, and why a family was not
//! placed; and how recruitment goes. Nothing here chooses days; see `schedule`.

mod exact;
mod fit;
mod forming;
#[cfg(test)]
mod forming_tests;
mod pools;
mod propose;
mod reach;
mod recruitment;
mod unplaced;

pub use exact::{Limits, best_groups};
pub use fit::{Fit, Joinable, fits, members_between};
pub use forming::{HalfDayPrice, HalfDayPricing};
pub use pools::{may_share, meeting_place, pool_of, share_families};
pub use propose::{Proposal, Proposed, adopt, is_free, new_group, propose, propose_prefix};
pub use recruitment::{Funnel, IntakeState, funnels, groups_in_tenths, intake_states};
pub use unplaced::{Unplaced, WhyUnplaced};
