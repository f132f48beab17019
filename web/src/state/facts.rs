//! What screens, charts and words say of a bijeenkomst and of what lies over the dates.

use centering_core::calendar::Date;
use centering_core::care::{SessionNumber, SessionWindow};
use centering_core::plan::Standing;
use centering_core::problem::Severity;

/// How a mark looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MarkLook {
    pub number: u8,
    pub standing: Standing,
    pub physician: bool,
    pub vaccination: bool,
    pub pinned: bool,
}

impl MarkLook {
    /// How it looks while it is being moved: a proposal for the day under it.
    pub fn moving(self) -> Self {
        let standing = match self.standing {
            Standing::Undated => Standing::Draft,
            standing => standing,
        };
        Self { standing, ..self }
    }
}

/// Where the day of a bijeenkomst lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WindowState {
    NoDate,
    Preferred,
    Allowed,
    Outside,
}

/// One bijeenkomst of a group.
#[derive(Clone, Debug, PartialEq)]
pub struct SessionView {
    pub number: SessionNumber,
    pub date: Option<Date>,
    pub look: MarkLook,
    /// The worst of its problems.
    pub severity: Option<Severity>,
    pub window: SessionWindow,
    /// The number of free days; `None` for a group without a fixed half-day.
    pub free: Option<usize>,
    pub state: WindowState,
}

impl SessionView {
    /// Where its mark stands: on its day, or in its window while it has none.
    pub fn place(&self) -> Date {
        self.date.unwrap_or(self.window.ideal)
    }

    /// Whether its day can still change.
    pub fn can_move(&self) -> bool {
        matches!(
            self.look.standing,
            Standing::Undated | Standing::Draft | Standing::Shared | Standing::Changed
        )
    }

    /// Whether it is still to come with hardly a day to choose from.
    pub fn is_tight(&self) -> bool {
        self.can_move() && self.free.is_some_and(|free| free <= 1)
    }
}

/// A layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layer {
    Physician,
    Vaccination,
    Contacts,
    CatchUp,
}

impl Layer {
    pub const ALL: [Self; 4] = [
        Self::Physician,
        Self::Vaccination,
        Self::Contacts,
        Self::CatchUp,
    ];
}
