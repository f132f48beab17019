//! What is dragged on the birth timeline.

use centering_core::calendar::Date;
use centering_core::plan::{EnrolmentCode, GroupId};

/// Which edge of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    Oldest,
    Youngest,
}

/// What is dragged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Held {
    Family(EnrolmentCode),
    Edge(GroupId, Edge),
}

/// What is dragged, and where it is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drag {
    pub held: Held,
    /// The group under the pointer.
    pub over: Option<GroupId>,
    /// The day under the pointer.
    pub day: Date,
}
