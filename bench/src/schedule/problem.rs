//! What the session planner is asked: absolute days, weekly lines, groups with their windows.
//! Ages and calendar months are already days here; the layer above computes them.

use super::event::Event;
pub use centering_core::engine::schedule::lines::GroupPlan;
pub use centering_core::engine::schedule::model::{MOST_SESSIONS, MOST_WEEKS};
use std::fmt;

/// The most groups of one location.
pub const MOST_GROUPS: usize = 10_000;
/// The longest horizon in days.
pub const LONGEST_HORIZON: i32 = 20_000;

/// Days from `first` to `last`, both included; absolute day numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// The first day.
    pub first: i32,
    /// The last day.
    pub last: i32,
}

impl Days {
    /// Whether `day` lies in the interval.
    #[must_use]
    pub const fn contains(&self, day: i32) -> bool {
        self.first <= day && day <= self.last
    }

    /// How many days `day` lies outside the interval; 0 inside.
    #[must_use]
    pub fn distance(&self, day: i32) -> i32 {
        (self.first - day).max(day - self.last).max(0)
    }
}

/// Whether the doctor must be present at a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doctor {
    /// The session takes place without the doctor.
    NotNeeded,
    /// The session needs a doctor who is present and not with another group in the same half-day.
    Needed,
}

/// One session of one group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// The days on which it may take place, minimum ages of vaccines included (hard).
    pub allowed: Days,
    /// The days on which it should take place.
    pub preferred: Days,
    /// The day it would best take place.
    pub ideal: i32,
    /// Whether the doctor must be there (hard).
    pub doctor: Doctor,
    /// The fewest days after the previous session, when both take place (hard); sessions are
    /// in order on different days in any case.
    pub gap: i32,
}

/// A group and its sessions in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The half-days the families share, bit 0 Monday morning to bit 9 Friday afternoon.
    pub half_days: u16,
    /// The sessions in order.
    pub sessions: Vec<Session>,
}

/// One weekly half-day of one fixed pair in one room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The half-day, 0 Monday morning to 9 Friday afternoon.
    pub half_day: u8,
    /// The days on which the line is taken by older groups or has no staff or room.
    pub booked: Vec<i32>,
}

/// The days of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// The weekday of day 0, 0 Monday to 6 Sunday.
    pub weekday_of_day_zero: u8,
    /// The number of days: sessions lie on days 0..days.
    pub days: i32,
    /// The days without any session.
    pub closed: Vec<i32>,
    /// The days on which a session is unwelcome, school holidays for instance.
    pub discouraged: Vec<i32>,
}

/// What a date costs besides its distance in days from the ideal one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DateCosts {
    /// For each day outside the preferred interval.
    pub outside_preferred: i32,
    /// For a discouraged day.
    pub discouraged: i32,
}

/// All groups of one location on its lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Location {
    /// The weekly lines.
    pub lines: Vec<Line>,
    /// The groups.
    pub groups: Vec<Group>,
    /// The days without a doctor.
    pub doctor_absent: Vec<i32>,
}

/// Why session input cannot be planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScheduleProblem {
    /// The weekday of day 0 must lie in 0..=6.
    WeekdayOutOfRange,
    /// The horizon must lie in 1..=[`LONGEST_HORIZON`] days.
    HorizonOutOfRange,
    /// A line's half-day must lie in 0..=9.
    HalfDayOutOfRange {
        /// Position of the line.
        line: usize,
    },
    /// A location has more than [`MOST_GROUPS`] groups.
    TooManyGroups,
    /// A group has more than [`MOST_SESSIONS`] sessions.
    TooManySessions {
        /// Position of the group.
        group: usize,
    },
    /// An allowed interval ends before it starts.
    WindowBackwards {
        /// Position of the group.
        group: usize,
        /// Position of the session.
        session: usize,
    },
    /// A day lies more than ten million days away, or an allowed interval is longer than
    /// [`MOST_WEEKS`] weeks.
    WindowOutOfRange {
        /// Position of the group.
        group: usize,
        /// Position of the session.
        session: usize,
    },
    /// A gap must lie in 0..=[`LONGEST_HORIZON`] days.
    GapOutOfRange {
        /// Position of the group.
        group: usize,
        /// Position of the session.
        session: usize,
    },
    /// A cost must lie in 0..=10,000.
    CostOutOfRange,
    /// Days of an event must lie within plus or minus ten million, in order, its lines in the location, and
    /// its notice and delay in 0..=[`LONGEST_HORIZON`] days.
    EventOutOfRange,
    /// A published plan does not have a row per group, a day per session and a known line.
    PlanDoesNotFit {
        /// Position of the group.
        group: usize,
    },
}

impl fmt::Display for ScheduleProblem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{self:?}")
    }
}

impl std::error::Error for ScheduleProblem {}

/// Checks the calendar, the costs and one location.
///
/// # Errors
/// The first rule of the input that is broken.
pub fn check(
    calendar: &Calendar,
    costs: &DateCosts,
    location: &Location,
) -> Result<(), ScheduleProblem> {
    if calendar.weekday_of_day_zero > 6 {
        return Err(ScheduleProblem::WeekdayOutOfRange);
    }
    if !(1..=LONGEST_HORIZON).contains(&calendar.days) {
        return Err(ScheduleProblem::HorizonOutOfRange);
    }
    let fine = 0..=10_000;
    if !fine.contains(&costs.outside_preferred) || !fine.contains(&costs.discouraged) {
        return Err(ScheduleProblem::CostOutOfRange);
    }
    if let Some(line) = location.lines.iter().position(|line| line.half_day > 9) {
        return Err(ScheduleProblem::HalfDayOutOfRange { line });
    }
    if location.groups.len() > MOST_GROUPS {
        return Err(ScheduleProblem::TooManyGroups);
    }
    for (group, input) in location.groups.iter().enumerate() {
        if input.sessions.len() > MOST_SESSIONS {
            return Err(ScheduleProblem::TooManySessions { group });
        }
        for (session, input) in input.sessions.iter().enumerate() {
            check_session(input, group, session)?;
        }
    }
    Ok(())
}

fn check_session(input: &Session, group: usize, session: usize) -> Result<(), ScheduleProblem> {
    let (allowed, preferred) = (input.allowed, input.preferred);
    if allowed.first > allowed.last || preferred.first > preferred.last {
        return Err(ScheduleProblem::WindowBackwards { group, session });
    }
    let days = [
        allowed.first,
        allowed.last,
        preferred.first,
        preferred.last,
        input.ideal,
    ];
    let far = days.iter().any(|day| day.abs_diff(0) > 10_000_000);
    if far || allowed.last - allowed.first > 7 * MOST_WEEKS as i32 {
        return Err(ScheduleProblem::WindowOutOfRange { group, session });
    }
    if !(0..=LONGEST_HORIZON).contains(&input.gap) {
        return Err(ScheduleProblem::GapOutOfRange { group, session });
    }
    Ok(())
}

/// Checks that a plan has a row for each group, a day of the horizon or none for each
/// session, and known lines.
///
/// # Errors
/// The first group whose row does not fit.
pub fn check_plan(
    calendar: &Calendar,
    location: &Location,
    plan: &[GroupPlan],
) -> Result<(), ScheduleProblem> {
    let fits = |group: usize| {
        let rows = location.groups.get(group).zip(plan.get(group));
        rows.is_some_and(|(input, plan)| {
            plan.days.len() == input.sessions.len()
                && plan.line.is_none_or(|line| line < location.lines.len())
                && plan
                    .days
                    .iter()
                    .flatten()
                    .all(|day| (0..calendar.days).contains(day))
                && (plan.line.is_some() || plan.days.iter().all(Option::is_none))
        })
    };
    match (0..location.groups.len().max(plan.len())).find(|group| !fits(*group)) {
        Some(group) => Err(ScheduleProblem::PlanDoesNotFit { group }),
        None => Ok(()),
    }
}

/// Checks that an event can be answered at a location.
///
/// # Errors
/// [`ScheduleProblem::EventOutOfRange`].
pub fn check_event(location: &Location, event: &Event) -> Result<(), ScheduleProblem> {
    let lines = event.pairs_lost.iter().map(|lost| lost.line);
    let lost = event.pairs_lost.iter().map(|lost| lost.days);
    let away = event.substitutes.iter().flat_map(|person| &person.away);
    let are_days = |days: Days| {
        days.first <= days.last && [days.first, days.last].iter().all(|day| is_near(*day))
    };
    let is_good = is_near(event.today)
        && [event.notice, event.later]
            .iter()
            .all(|days| (0..=LONGEST_HORIZON).contains(days))
        && lines.max().is_none_or(|line| line < location.lines.len())
        && lost.chain(away.copied()).all(are_days);
    match is_good {
        true => Ok(()),
        false => Err(ScheduleProblem::EventOutOfRange),
    }
}

/// Whether sums with this day stay far from overflow.
const fn is_near(day: i32) -> bool {
    day.abs_diff(0) <= 10_000_000
}
