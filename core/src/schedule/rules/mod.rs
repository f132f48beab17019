//! May a bijeenkomst be held on this day? The one answer, for planning, the cells of the engine, the reasons behind
//! a day, re-planning and the checks. Each rule is a file of its own; [`RULES`] has them in the order in which they
//! speak.

mod closed;
mod dose;
mod interval;
pub(super) mod invitation;
mod past;
mod physician;
pub(super) mod preferred;
pub(super) mod school_holiday;
mod staffed;
mod taken;
#[cfg(test)]
mod tests;
mod weekday;
mod window;

pub(super) use interval::last_day_before;
pub use interval::{Violation, violated_intervals};
pub use preferred::OUTSIDE_PREFERRED_COST;
pub use window::Side;

use super::bookings::Bookings;
use super::days::{ClosedBy, Days};
use super::hours::Hours;
use super::windowed::Windowed;
use crate::calendar::{Date, DateRange, HalfDay, SchoolHolidayKind};
use crate::care::{PlannedDose, SessionWindow};
use crate::plan::{Line, LocationId, PersonId, Plan, RoomId};
use std::collections::BTreeSet;

/// What speaks against a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Against<'a> {
    /// Something closes it.
    Closed(ClosedBy),
    /// It is over.
    Past,
    /// It is so many days from today, and parents need until this day to be invited.
    ShortInvitation { days: i32, first: Date },
    /// It lies so many days outside the ages that the template allows.
    Outside { days: i32, side: Side },
    /// It lies so many days outside the preferred ages.
    OutsidePreferred { days: i32, side: Side },
    /// The youngest child is too young for a vaccination.
    BeforeDose { dose: &'a PlannedDose, first: Date },
    /// The oldest child is too old for a vaccination.
    AfterDose { dose: &'a PlannedDose, last: Date },
    /// The oldest child is older than the programme advises for a vaccination.
    LateDose { dose: &'a PlannedDose, last: Date },
    /// It is too close to another bijeenkomst of the group.
    Interval(Violation),
    /// It is not on the fixed weekday of the group.
    OtherWeekday {
        half_day: HalfDay,
        families_cannot: usize,
    },
    /// It is in a school holiday that is not allowed.
    SchoolHoliday(SchoolHolidayKind),
    /// School holidays are known until an earlier day.
    SchoolHolidaysUnknown { after: Date },
    /// The line, its room or its pair is taken.
    Taken,
    /// The room is closed.
    RoomClosed(&'a RoomId),
    /// The room is not the organisation's on that half-day.
    RoomNotOurs(&'a RoomId, HalfDay),
    /// Somebody who leads it is away.
    Absent(&'a PersonId),
    /// No jeugdarts can come.
    NoPhysician,
}

/// Where a rule says what it has against a day.
type Say<'s, 'a> = &'s mut dyn FnMut(Against<'a>);

type Check = for<'a> fn(&Question<'a>, Date, Say<'_, 'a>);

/// Whether a rule forbids a day, or a day that breaks it only costs more (see [`Days::cost`]), or is named only.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Weight {
    Hard,
    Cost,
}

const RULES: [(Weight, Check); 13] = [
    (Weight::Hard, closed::check),
    (Weight::Hard, past::check),
    (Weight::Cost, invitation::check),
    (Weight::Hard, window::check),
    (Weight::Cost, preferred::check),
    (Weight::Hard, dose::check),
    (Weight::Cost, dose::check_advice),
    (Weight::Hard, interval::check),
    (Weight::Cost, weekday::check),
    (Weight::Cost, school_holiday::check),
    (Weight::Hard, taken::check),
    (Weight::Hard, staffed::check),
    (Weight::Hard, physician::check),
];

/// When and in which room a bijeenkomst is held, and who leads it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Crew<'a> {
    pub hours: Hours,
    pub room: Option<&'a RoomId>,
    pub people: &'a BTreeSet<PersonId>,
}

/// A bijeenkomst whose days are asked for, as far as it is told: of what is `None` no rule speaks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Question<'a> {
    pub plan: &'a Plan,
    /// The calendar of its location.
    pub days: Option<Days<'a>>,
    /// The first day that is not over.
    pub today: Option<Date>,
    pub window: Option<&'a SessionWindow>,
    /// Its group, of which the other bijeenkomsten stay where they are.
    pub beside: Option<&'a Windowed<'a>>,
    /// The room, and who leads it.
    pub crew: Option<Crew<'a>>,
    /// The line that must be free beside all that is booked, and whether a jeugdarts must be.
    pub line: Option<(&'a Line, &'a Bookings, bool)>,
}

impl<'a> Question<'a> {
    /// Anywhere, at any time.
    pub fn of(plan: &'a Plan) -> Self {
        Self {
            plan,
            days: None,
            today: None,
            window: None,
            beside: None,
            crew: None,
            line: None,
        }
    }

    /// At this location.
    pub fn at(plan: &'a Plan, location: &LocationId) -> Self {
        Self {
            days: Some(Days::of(plan, location)),
            ..Self::of(plan)
        }
    }

    /// On this line beside all that is booked.
    pub fn on(self, line: &'a Line, bookings: &'a Bookings, needs_physician: bool) -> Self {
        Self {
            crew: Some(Crew {
                hours: Hours::of_line(self.plan, line),
                room: line.room.as_ref(),
                people: &line.facilitators,
            }),
            line: Some((line, bookings, needs_physician)),
            ..self
        }
    }

    /// The days of its window that are not over; every day where no window is told.
    pub fn range(&self) -> DateRange {
        let ever = DateRange {
            first: Date::FIRST,
            last: Date::LAST,
        };
        let allowed = self.window.map_or(ever, |window| window.allowed);
        let first = self
            .today
            .map_or(allowed.first, |today| allowed.first.max(today));
        DateRange { first, ..allowed }
    }

    /// All that speaks against the day, in the order of the rules.
    pub fn against(&self, date: Date) -> Vec<Against<'a>> {
        self.said(date, |_| true)
    }

    /// All that forbids the day.
    pub fn forbidding(&self, date: Date) -> Vec<Against<'a>> {
        self.said(date, |weight| weight == Weight::Hard)
    }

    fn said(&self, date: Date, is_asked: impl Fn(Weight) -> bool) -> Vec<Against<'a>> {
        let mut found = Vec::new();
        for (_, check) in RULES.iter().filter(|(weight, _)| is_asked(*weight)) {
            check(self, date, &mut |against| found.push(against));
        }
        found
    }

    /// The first that forbids the day; rules after it are not asked any more.
    pub fn forbidden_by(&self, date: Date) -> Option<Against<'a>> {
        let hard = RULES.iter().filter(|(weight, _)| *weight == Weight::Hard);
        let mut first = None;
        for (_, check) in hard {
            check(self, date, &mut |against| {
                first.get_or_insert(against);
            });
            if first.is_some() {
                break;
            }
        }
        first
    }

    /// Whether nothing forbids the day.
    pub fn is_open(&self, date: Date) -> bool {
        self.forbidden_by(date).is_none()
    }
}
