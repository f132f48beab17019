//! What lies over the dates of a plan: where a jeugdarts is needed, which vaccinations are given when, which
//! individual contacts a bijeenkomst replaces, and which inhaalafspraken are needed; what was not told yet. And the dates themselves
//! as an agenda of a location, a room, a person or a group. It counts and chooses nothing.

mod agenda;
mod catch_up;
mod catch_ups;
mod contacts;
mod physicians;
mod untold;
mod vaccinations;

pub use agenda::{Entry, Scope, agenda};
pub use catch_up::{CatchUp, CatchUpCause, MissedDose, catch_up, catch_up_of, missed_of};
pub use catch_ups::CatchUps;
pub use contacts::{ContactWeek, replaced_contacts};
pub use physicians::{PhysicianHalfDay, physician_half_days};
pub use untold::{Untold, UntoldSession, untold, untold_of};
pub use vaccinations::{RsvMoment, VaccinationMoment, rsv_moments, vaccination_moments};

use crate::plan::{Group, LocationId};

/// Whether the group is of the location; of any when none is named.
fn is_of(group: &Group, location: Option<&LocationId>) -> bool {
    location.is_none_or(|location| group.location == *location)
}

#[cfg(test)]
mod tests;
