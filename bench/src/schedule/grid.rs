//! Which days of one location can be used, and the numbers of its cells: every (line, day),
//! (half-day's doctor, day) and (substitute, half-day) is one.

use super::problem::{Calendar, Doctor, Line, Location, Session};
use centering_core::engine::schedule::holders::NOTHING;

/// The cells of one location.
#[derive(Clone, Debug)]
pub(crate) struct Grid {
    days: usize,
    lines: usize,
    closed: Vec<bool>,
    discouraged: Vec<bool>,
    absent: Vec<bool>,
    half_days: Vec<u8>,
    weekday_of_day_zero: i32,
    booked: Vec<bool>,
    cells: usize,
}

fn marked(days: usize, marks: &[i32]) -> Vec<bool> {
    let mut marked = vec![false; days];
    for day in marks {
        if let Some(place) = usize::try_from(*day)
            .ok()
            .and_then(|day| marked.get_mut(day))
        {
            *place = true;
        }
    }
    marked
}

impl Grid {
    pub fn new(calendar: &Calendar, location: &Location, substitutes: usize) -> Self {
        let days = usize::try_from(calendar.days).unwrap_or(0);
        let lines = location.lines.len();
        let booked = location
            .lines
            .iter()
            .flat_map(|line| marked(days, &line.booked))
            .collect();
        Self {
            days,
            lines,
            closed: marked(days, &calendar.closed),
            discouraged: marked(days, &calendar.discouraged),
            absent: marked(days, &location.doctor_absent),
            half_days: location
                .lines
                .iter()
                .map(|line: &Line| line.half_day)
                .collect(),
            weekday_of_day_zero: i32::from(calendar.weekday_of_day_zero),
            booked,
            cells: 1 + days * (lines + 10 + 2 * substitutes),
        }
    }

    /// One more than the highest cell.
    pub const fn cells(&self) -> usize {
        self.cells
    }

    fn flag(flags: &[bool], day: i32) -> bool {
        usize::try_from(day)
            .ok()
            .and_then(|day| flags.get(day))
            .copied()
            .unwrap_or(true)
    }

    /// Whether no session takes place anywhere on a day; true outside the horizon.
    pub fn is_closed(&self, day: i32) -> bool {
        Self::flag(&self.closed, day)
    }

    /// Whether a session on a day is unwelcome.
    pub fn is_discouraged(&self, day: i32) -> bool {
        Self::flag(&self.discouraged, day)
    }

    /// Whether a session lacks its doctor on a day.
    pub fn lacks_doctor(&self, session: &Session, day: i32) -> bool {
        session.doctor == Doctor::Needed && Self::flag(&self.absent, day)
    }

    /// Whether older groups have the line on a day.
    pub fn is_booked(&self, line: usize, day: i32) -> bool {
        let day = usize::try_from(day).ok().filter(|day| *day < self.days);
        day.and_then(|day| self.booked.get(line * self.days + day))
            .copied()
            .unwrap_or(true)
    }

    /// The half-day of a line.
    pub fn half_day(&self, line: usize) -> u8 {
        self.half_days.get(line).copied().unwrap_or(0)
    }

    /// The first day on or after `day` that falls on the line's weekday.
    pub fn first_from(&self, line: usize, day: i32) -> i32 {
        let weekday = i32::from(self.half_day(line) / 2);
        day + (weekday - self.weekday_of_day_zero - day).rem_euclid(7)
    }

    fn cell(&self, row: usize, day: i32) -> usize {
        1 + row * self.days + usize::try_from(day).unwrap_or(0)
    }

    /// The cell of a line on a day within the horizon.
    pub fn line_cell(&self, line: usize, day: i32) -> usize {
        self.cell(line, day)
    }

    /// The cell of the doctor a session needs on a line's half-day, [`NOTHING`] without one.
    pub fn doctor_cell(&self, session: &Session, line: usize, day: i32) -> usize {
        match session.doctor {
            Doctor::Needed => self.cell(self.lines + usize::from(self.half_day(line)), day),
            Doctor::NotNeeded => NOTHING,
        }
    }

    /// The cell of a substitute on a line's half-day.
    pub fn substitute_cell(&self, substitute: usize, line: usize, day: i32) -> usize {
        let daypart = usize::from(self.half_day(line) % 2);
        self.cell(self.lines + 10 + 2 * substitute + daypart, day)
    }
}
