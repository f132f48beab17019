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
    /// Where its costs start in [`Model::cost`] and [`Model::ranked`].
    pub start: u32,
    /// The number of weeks.
    pub count: u32,
    /// How many of them are not closed: these are ranked.
    pub open: u32,
    /// The fewest days after the previous session.
    pub gap: i32,
    /// Whether the doctor must be there.
    pub doctor: bool,
}

/// A week of a window with its cost.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Ranked {
    pub cost: i32,
    pub week: u8,
}

/// What the sessions from one on cost at least on a line, whoever else is planned.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Floor {
    /// The date cost of those that have a week.
    pub date: i64,
    /// The sessions that have none.
    pub missing: i64,
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
    /// Where the floors of the group's sessions start in [`Model::floors`].
    pub floors: u32,
}

/// The two cells of a week.
#[inline(always)]
pub(crate) fn cells(choice: &Choice, window: &Window, week: u8) -> (u32, u32) {
    let week = window.week + u32::from(week);
    let doctor = match window.doctor {
        true => choice.doctor_cells + week,
        false => ALWAYS_FREE,
    };
    (choice.cells + week, doctor)
}

/// A compiled location.
#[derive(Clone, Debug, Default)]
pub(crate) struct Model {
    /// Whether a cell is closed, booked or without doctor from the start.
    pub taken: Vec<bool>,
    pub windows: Vec<Window>,
    /// The cost of each week of each window.
    pub cost: Vec<i32>,
    /// The open weeks of each window in order of cost, with room for as many as there are costs.
    pub ranked: Vec<Ranked>,
    /// For each choice, one for each session.
    pub floors: Vec<Floor>,
    /// The highest cost of a week.
    pub dearest: i64,
    /// The choices of each group, the one that could cost least first.
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
            model.add_group(group.sessions.len());
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
                let doctor_cells = doctor_cells
                    .get(usize::from(line.half_day))
                    .copied()
                    .unwrap_or(ALWAYS_FREE);
                let cells = line_cells.get(position).copied().unwrap_or(ALWAYS_FREE);
                model.add_choice(position as u32, [cells, doctor_cells], start);
            }
        }
        let first_ideal = |group: &super::problem::Group| {
            let first = group.sessions.first();
            first.map_or(0, |session| session.ideal)
        };
        let ideals: Vec<i32> = location.groups.iter().map(first_ideal).collect();
        model.finish(&ideals);
        model
    }

    /// A location without lines and groups, for callers that compile their own.
    pub fn empty() -> Self {
        Self {
            taken: vec![false],
            ..Self::default()
        }
    }

    /// Adds a row of cells, one a week, and gives its first cell.
    pub fn add_row(&mut self, taken: impl IntoIterator<Item = bool>) -> u32 {
        let start = self.taken.len() as u32;
        self.taken.extend(taken);
        start
    }

    /// Starts the next group; its windows and choices follow.
    pub fn add_group(&mut self, sessions: usize) {
        self.first_choice.push(self.choices.len() as u32);
        self.sessions.push(sessions as u32);
    }

    /// Adds the next session of the latest group: the day and week of its first week, the cost of each of its
    /// weeks, and which of them are open. Gives its place among the windows.
    pub fn add_window(
        &mut self,
        (day, week): (i32, u32),
        costs: &[i32],
        is_open: impl Fn(i32) -> bool,
        gap: i32,
        doctor: bool,
    ) -> u32 {
        let start = self.cost.len();
        self.cost.extend_from_slice(costs);
        let dearest = costs.iter().copied().max().unwrap_or(0);
        self.dearest = self.dearest.max(i64::from(dearest));
        let days = (day..).step_by(7).zip(0_u8..).zip(costs);
        let open = days.filter(|((day, _), _)| is_open(*day));
        self.ranked
            .extend(open.map(|((_, week), cost)| Ranked { cost: *cost, week }));
        let ranked = self.ranked.get_mut(start..).unwrap_or(&mut []);
        ranked.sort_by_key(|ranked| ranked.cost);
        let open = ranked.len() as u32;
        self.ranked.resize(self.cost.len(), Ranked::default());
        self.windows.push(Window {
            day,
            week,
            start: start as u32,
            count: costs.len() as u32,
            open,
            gap: gap.max(1),
            doctor,
        });
        (self.windows.len() - 1) as u32
    }

    /// Adds a line that the latest group can have: the first cells of the line and of its doctor, and where
    /// the windows of the group on it start.
    pub fn add_choice(&mut self, line: u32, [cells, doctor_cells]: [u32; 2], windows: u32) {
        self.choices.push(Choice {
            line,
            cells,
            doctor_cells,
            windows,
            floors: self.floors.len() as u32,
        });
        let sessions = self
            .sessions
            .last()
            .map_or(0, |sessions| *sessions as usize);
        self.add_floors(sessions);
    }

    /// Ends the list of groups; `ideals` are the ideal days of their first sessions.
    pub fn finish(&mut self, ideals: &[i32]) {
        self.first_choice.push(self.choices.len() as u32);
        for group in 0..self.groups() {
            let range = self.choices_of(group);
            let floors = &self.floors;
            if let Some(choices) = self.choices.get_mut(range) {
                let floor = |choice: &Choice| floors.get(choice.floors as usize);
                choices
                    .sort_by_key(|choice| floor(choice).map(|floor| (floor.missing, floor.date)));
            }
        }
        self.by_birth = (0..ideals.len() as u32).collect();
        self.by_birth
            .sort_by_key(|group| ideals.get(*group as usize).copied());
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

    /// Adds the floors of the latest choice.
    fn add_floors(&mut self, sessions: usize) {
        let Some(choice) = self.choices.last() else {
            return;
        };
        let mut floors = vec![Floor::default(); sessions];
        let mut floor = Floor::default();
        for (place, window) in floors
            .iter_mut()
            .zip(self.windows_of(choice, sessions))
            .rev()
        {
            let is_free = |ranked: &&Ranked| {
                let (line, doctor) = cells(choice, window, ranked.week);
                let is_taken = |cell: u32| self.taken.get(cell as usize).copied().unwrap_or(true);
                !is_taken(line) && !is_taken(doctor)
            };
            match self.ranked_of(window).iter().find(is_free) {
                Some(ranked) => floor.date += i64::from(ranked.cost),
                None => floor.missing += 1,
            }
            *place = floor;
        }
        self.floors.append(&mut floors);
    }

    /// The open weeks of a window in order of cost.
    #[inline]
    pub fn ranked_of(&self, window: &Window) -> &[Ranked] {
        let from = window.start as usize;
        self.ranked
            .get(from..from + window.open as usize)
            .unwrap_or(&[])
    }

    /// The floors of a group with `sessions` sessions on a line.
    #[inline]
    pub fn floors_of(&self, choice: &Choice, sessions: usize) -> &[Floor] {
        let from = choice.floors as usize;
        self.floors.get(from..from + sessions).unwrap_or(&[])
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
        let mut weeks = Vec::with_capacity(count.max(0) as usize);
        for step in 0..count {
            let date = day + 7 * step;
            let mut cost = date.abs_diff(session.ideal).min(100_000) as i32;
            cost += costs.outside_preferred * session.preferred.distance(date).min(10_000);
            if calendar.discouraged.contains(&date) {
                cost += costs.discouraged;
            }
            weeks.push(cost);
        }
        let is_open = |day| !calendar.closed.contains(&day);
        let needs_doctor = session.doctor == Doctor::Needed;
        self.add_window(
            (day, week as u32),
            &weeks,
            is_open,
            session.gap,
            needs_doctor,
        );
    }
}

/// The first day of the horizon on a weekday, 0 Monday.
pub(crate) fn first_day(calendar: &Calendar, weekday: i32) -> i32 {
    (weekday - i32::from(calendar.weekday_of_day_zero)).rem_euclid(7)
}
