//! A location compiled to flat arrays: numbered cells for line-days and doctor-half-days, and
//! for each group, weekday and session the weeks of its window in order of cost.
//! Closures, bookings and absences are cells that are taken from the start.

use super::problem::{Calendar, DateCosts, Doctor, Location};

/// The cell that is always free, for sessions without the doctor.
pub(crate) const ALWAYS_FREE: u32 = 0;

/// The weeks of one session on one weekday.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Window {
    /// The day of the first week.
    pub day: i32,
    /// The week number of the first week, counted from the weekday's first day.
    pub week: u32,
    /// Where its costs start in [`Model::cost`] and [`Model::order`].
    pub start: u32,
    /// The number of weeks.
    pub count: u32,
    /// The fewest days after the previous session.
    pub gap: i32,
    /// Whether the doctor must be there.
    pub doctor: bool,
}

/// A group on a line.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Choice {
    pub line: u32,
    /// The line's first cell.
    pub cells: u32,
    /// The half-day's first doctor cell.
    pub doctor_cells: u32,
    /// Where the windows of the group's sessions start in [`Model::windows`].
    pub windows: u32,
}

/// A compiled location.
#[derive(Clone, Debug, Default)]
pub(crate) struct Model {
    /// Whether a cell is closed, booked or without doctor from the start.
    pub taken: Vec<bool>,
    pub windows: Vec<Window>,
    /// The cost of each week of each window.
    pub cost: Vec<i32>,
    /// The weeks of each window in order of cost.
    pub order: Vec<u8>,
    pub choices: Vec<Choice>,
    /// The first choice of each group, and one past the last.
    pub first_choice: Vec<u32>,
    /// The number of sessions of each group.
    pub sessions: Vec<u32>,
    /// The birth order of groups: positions by the ideal day of their first session.
    pub by_birth: Vec<u32>,
}

impl Model {
    /// Compiles a location that passed [`super::problem::check`].
    pub fn new(calendar: &Calendar, costs: &DateCosts, location: &Location) -> Self {
        let mut model = Self {
            taken: vec![false],
            ..Self::default()
        };
        let line_cells: Vec<u32> = (location.lines.iter())
            .map(|line| model.open_cells(calendar, line.half_day, &line.booked))
            .collect();
        let mut doctor_cells = [ALWAYS_FREE; 10];
        for (half_day, cells) in doctor_cells.iter_mut().enumerate() {
            if location
                .lines
                .iter()
                .any(|line| usize::from(line.half_day) == half_day)
            {
                *cells = model.open_cells(calendar, half_day as u8, &location.doctor_absent);
            }
        }
        for group in &location.groups {
            model.first_choice.push(model.choices.len() as u32);
            model.sessions.push(group.sessions.len() as u32);
            let mut windows = [None; 5];
            for (position, line) in location.lines.iter().enumerate() {
                if group.half_days >> line.half_day & 1 == 0 {
                    continue;
                }
                let weekday = usize::from(line.half_day / 2);
                let known = windows.get(weekday).copied().flatten();
                let start = known.unwrap_or_else(|| {
                    let start = model.windows.len() as u32;
                    for session in &group.sessions {
                        model.open_window(calendar, costs, session, weekday as i32);
                    }
                    start
                });
                if let Some(slot) = windows.get_mut(weekday) {
                    *slot = Some(start);
                }
                model.choices.push(Choice {
                    line: position as u32,
                    cells: line_cells.get(position).copied().unwrap_or(ALWAYS_FREE),
                    doctor_cells: doctor_cells
                        .get(usize::from(line.half_day))
                        .copied()
                        .unwrap_or(ALWAYS_FREE),
                    windows: start,
                });
            }
        }
        model.first_choice.push(model.choices.len() as u32);
        model.by_birth = (0..location.groups.len() as u32).collect();
        let ideal = |group: &u32| {
            let sessions = location
                .groups
                .get(*group as usize)
                .map(|group| &group.sessions);
            sessions
                .and_then(|sessions| sessions.first())
                .map_or(0, |session| session.ideal)
        };
        model.by_birth.sort_by_key(ideal);
        model
    }

    /// The number of groups.
    pub fn groups(&self) -> usize {
        self.sessions.len()
    }

    /// The choices of a group.
    pub fn choices_of(&self, group: usize) -> std::ops::Range<usize> {
        let at = |place: usize| {
            self.first_choice
                .get(place)
                .map_or(0, |first| *first as usize)
        };
        at(group)..at(group + 1)
    }

    /// The windows of a group with `sessions` sessions on a line.
    pub fn windows_of(&self, choice: &Choice, sessions: usize) -> &[Window] {
        let from = choice.windows as usize;
        self.windows.get(from..from + sessions).unwrap_or(&[])
    }

    /// Adds a cell for each week of a half-day, taken where closed or named in `absent`.
    fn open_cells(&mut self, calendar: &Calendar, half_day: u8, absent: &[i32]) -> u32 {
        let start = self.taken.len();
        let first = first_day(calendar, i32::from(half_day / 2));
        let weeks = ((calendar.days - first).max(0) as usize).div_ceil(7);
        self.taken.resize(start + weeks, false);
        for day in calendar.closed.iter().chain(absent) {
            if *day >= first
                && *day < calendar.days
                && (day - first) % 7 == 0
                && let Some(taken) = self.taken.get_mut(start + ((day - first) / 7) as usize)
            {
                *taken = true;
            }
        }
        start as u32
    }

    /// Adds the weeks of a session on a weekday.
    fn open_window(
        &mut self,
        calendar: &Calendar,
        costs: &DateCosts,
        session: &super::problem::Session,
        weekday: i32,
    ) {
        let first = first_day(calendar, weekday);
        let from = session.allowed.first.max(first);
        let week = (from - first + 6) / 7;
        let day = first + 7 * week;
        let last = session.allowed.last.min(calendar.days - 1);
        let count = if last < day { 0 } else { (last - day) / 7 + 1 };
        let start = self.cost.len();
        for step in 0..count {
            let date = day + 7 * step;
            let mut cost = date.abs_diff(session.ideal).min(100_000) as i32;
            cost += costs.outside_preferred * session.preferred.distance(date).min(10_000);
            if calendar.discouraged.contains(&date) {
                cost += costs.discouraged;
            }
            self.cost.push(cost);
        }
        let from = self.order.len();
        self.order.extend(0..count as u8);
        if let (Some(order), Some(cost)) = (self.order.get_mut(from..), self.cost.get(start..)) {
            order.sort_by_key(|week| cost.get(usize::from(*week)).copied().unwrap_or(0));
        }
        self.windows.push(Window {
            day,
            week: week as u32,
            start: start as u32,
            count: count as u32,
            gap: session.gap.max(1),
            doctor: session.doctor == Doctor::Needed,
        });
    }
}

/// The first day of the horizon on a weekday, 0 Monday.
pub(crate) fn first_day(calendar: &Calendar, weekday: i32) -> i32 {
    (weekday - i32::from(calendar.weekday_of_day_zero)).rem_euclid(7)
}
