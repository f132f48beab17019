//! When a bijeenkomst is held by the clock, and whether two are at once. A half-day is taken as a whole; a
//! bijeenkomst that goes on into the next one takes that as far as the clock says.

use crate::calendar::{HalfDay, Part};
use crate::care::SessionNumber;
use crate::plan::{Line, LocationId, Plan};

/// The hours of a bijeenkomst on its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hours {
    pub(super) part: Part,
    /// Minutes after midnight: from, and until when that is over.
    from: u16,
    until: u16,
}

impl Hours {
    /// Of a bijeenkomst of the template at this location; without a number, of the longest one.
    pub fn of(
        plan: &Plan,
        location: &LocationId,
        half_day: HalfDay,
        number: Option<SessionNumber>,
    ) -> Self {
        let known = plan.locations.get(location);
        let start = known.map_or_else(
            || half_day.default_start(),
            |location| location.start(half_day),
        );
        let sessions = plan.template().sessions.iter();
        let meant = sessions.filter(|spec| number.is_none_or(|number| spec.number == number));
        let minutes = meant.map(|spec| spec.duration_minutes).max().unwrap_or(0);
        let from = start.hour() * 60 + start.minute();
        Self {
            part: half_day.part,
            from,
            until: from.saturating_add(minutes),
        }
    }

    /// Of any bijeenkomst on a line.
    pub fn of_line(plan: &Plan, line: &Line) -> Self {
        Self::of(plan, &line.location, line.half_day, None)
    }

    /// The half-day as a whole, whatever the clock says.
    pub(super) fn whole(part: Part) -> Self {
        Self {
            part,
            from: 0,
            until: 0,
        }
    }

    /// Whether nobody and no room can be at both on one day: they are on one half-day, or one is not over when
    /// the other starts. Times that touch do not meet.
    pub fn meet(self, other: Self) -> bool {
        self.part == other.part || (self.from < other.until && other.from < self.until)
    }
}

/// Whether two lines are at the same time of the week.
pub fn at_once(plan: &Plan, one: &Line, other: &Line) -> bool {
    one.half_day == other.half_day
        || (one.half_day.workday == other.half_day.workday
            && Hours::of_line(plan, one).meet(Hours::of_line(plan, other)))
}

/// Whether two lines need the same room or person at the same time.
pub(crate) fn clash(plan: &Plan, one: &Line, other: &Line) -> bool {
    let share = (one.room.is_some() && one.room == other.room)
        || !one.facilitators.is_disjoint(&other.facilitators);
    share && at_once(plan, one, other)
}
