//! What happened to a published plan, and the changes that answer it.
//! Data only; [`super::replan`] makes the changes.

use super::problem::Days;

/// Someone who can stand in at lines of the location.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Substitute {
    /// The half-days this person is free, bit 0 Monday morning to bit 9 Friday afternoon.
    pub half_days: u16,
    /// When this person is away.
    pub away: Vec<Days>,
}

/// A line without its pair during some days; a substitute can keep it going.
///
/// A lost room, closure or doctor is told by the location and the calendar instead, as
/// nobody can stand in for those.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PairLost {
    /// Position of the line.
    pub line: usize,
    /// The days without the pair.
    pub days: Days,
}

/// What happened, and what may be done about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Event {
    /// The day on which the plan is made: earlier sessions took place.
    pub today: i32,
    /// Days of notice: sessions within them change only when they themselves were lost.
    pub notice: i32,
    /// The lines that lost their pair.
    pub pairs_lost: Vec<PairLost>,
    /// Who can stand in.
    pub substitutes: Vec<Substitute>,
    /// Days by which the allowed interval may be passed at its end, never before it starts.
    pub later: i32,
}

/// How a session is kept, in the order in which the tiers are tried outside the notice period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// Published day, line and pair.
    AsPublished,
    /// The same line on another day.
    OtherDate,
    /// A substitute on the published day.
    Substitute {
        /// Position of the substitute.
        substitute: usize,
    },
    /// Another line of the location, once.
    OtherLine {
        /// Position of the line.
        line: usize,
    },
    /// The same line, later than the allowed interval.
    Later {
        /// Days after the interval's last day.
        days: i32,
    },
    /// No day could be found: the session lapses.
    Lapses,
}

/// One change to accept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// Whether the published day lies within the notice period; these come first.
    pub within_notice: bool,
    /// Position of the group.
    pub group: usize,
    /// Position of the session.
    pub session: usize,
    /// The published day, none for a session that had none.
    pub from: Option<i32>,
    /// The new day, none when it lapses.
    pub to: Option<i32>,
    /// How it is kept.
    pub tier: Tier,
}
