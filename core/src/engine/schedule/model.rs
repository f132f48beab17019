//! A location compiled to flat arrays: numbered cells for line-days and doctor-half-days, and
//! for each group, weekday and session the weeks of its window in order of cost.
//! Closures, bookings and absences are cells that are taken from the start.

/// The most sessions a group may have.
pub const MOST_SESSIONS: usize = 32;
/// The most weeks an allowed interval may cover.
pub const MOST_WEEKS: usize = 200;
/// The cell that is always free, for sessions without the doctor.
pub const ALWAYS_FREE: u32 = 0;

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
pub struct Model {
    /// Whether a cell is closed, booked or without doctor from the start.
    pub(super) taken: Vec<bool>,
    pub(super) windows: Vec<Window>,
    /// The cost of each week of each window.
    pub(super) cost: Vec<i32>,
    /// The open weeks of each window in order of cost, with room for as many as there are costs.
    pub(super) ranked: Vec<Ranked>,
    /// For each choice, one for each session.
    pub(super) floors: Vec<Floor>,
    /// The highest cost of a week.
    pub(super) dearest: i64,
    /// The choices of each group, the one that could cost least first.
    pub(super) choices: Vec<Choice>,
    /// The first choice of each group, and one past the last.
    pub(super) first_choice: Vec<u32>,
    /// The number of sessions of each group.
    pub(super) sessions: Vec<u32>,
    /// The birth order of groups: positions by the ideal day of their first session.
    pub(super) by_birth: Vec<u32>,
}

impl Model {
    /// A location without lines and groups, for callers that compile their own.
    #[must_use]
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

    /// The place that the next window gets.
    #[must_use]
    pub const fn next_window(&self) -> u32 {
        self.windows.len() as u32
    }

    /// Adds the next session of the latest group: the day and week of its first week, the cost of each of its
    /// weeks, and which of them are open.
    pub fn add_window(
        &mut self,
        (day, week): (i32, u32),
        costs: &[i32],
        is_open: impl Fn(i32) -> bool,
        gap: i32,
        doctor: bool,
    ) {
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
    pub(super) fn groups(&self) -> usize {
        self.sessions.len()
    }

    /// The choices of a group.
    pub(super) fn choices_of(&self, group: usize) -> std::ops::Range<usize> {
        let at = |place: usize| {
            self.first_choice
                .get(place)
                .map_or(0, |first| *first as usize)
        };
        at(group)..at(group + 1)
    }

    /// The windows of a group with `sessions` sessions on a line.
    pub(super) fn windows_of(&self, choice: &Choice, sessions: usize) -> &[Window] {
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
    pub(super) fn ranked_of(&self, window: &Window) -> &[Ranked] {
        let from = window.start as usize;
        self.ranked
            .get(from..from + window.open as usize)
            .unwrap_or(&[])
    }

    /// The floors of a group with `sessions` sessions on a line.
    #[inline]
    pub(super) fn floors_of(&self, choice: &Choice, sessions: usize) -> &[Floor] {
        let from = choice.floors as usize;
        self.floors.get(from..from + sessions).unwrap_or(&[])
    }
}
