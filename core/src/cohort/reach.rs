//! How far apart the children of a group may be born for its windows to be met, closures counted: the narrowest
//! window caps the spread. Feedback from the days to the groups (`docs/domain.md#10.2a`).

use crate::calendar::{Date, DateRange, Workday};
use crate::care::{BirthWindow, Programme, allowed_days};
use crate::plan::{LocationId, Plan};
use crate::schedule::{Question, lines_of};
use std::collections::{BTreeMap, BTreeSet};

/// Adding months to two births can move the days between them by so many: months have 28 to 31 days.
const MONTH_END: i32 = 3;

/// Whether groups of a location can meet in every one of their windows.
#[derive(Clone, Debug)]
pub(super) struct Reach<'a> {
    plan: &'a Plan,
    today: Option<Date>,
    /// The days of the week on which groups can meet: those of the lines, or all five.
    workdays: Vec<Workday>,
    open: OpenDays,
    /// For families born on a day: the days of their shortest window, and the bijeenkomsten that have no open
    /// day on the best day of the week.
    alone: BTreeMap<Date, (i32, usize)>,
    /// So many days in a row always hold an open one on the best day of the week.
    enough: i32,
}

impl<'a> Reach<'a> {
    /// For families of the location born between these days.
    pub fn new(
        plan: &'a Plan,
        location: &LocationId,
        births: BirthWindow,
        today: Option<Date>,
    ) -> Self {
        let on_lines: BTreeSet<Workday> = lines_of(plan, location)
            .map(|line| line.half_day.workday)
            .collect();
        let workdays = if on_lines.is_empty() {
            Workday::ALL.to_vec()
        } else {
            on_lines.into_iter().collect()
        };
        let mut reach = Self {
            plan,
            today,
            workdays,
            open: OpenDays::default(),
            alone: BTreeMap::new(),
            enough: 0,
        };
        let of = |birth| reach.windows(birth, birth);
        let first = of(births.oldest()).iter().map(|own| own.first).min();
        let last = of(births.youngest()).iter().map(|own| own.last).max();
        if let (Some(first), Some(last)) = (first, last) {
            reach.open = OpenDays::new(Question::at(plan, location), DateRange { first, last });
            let longest = |workday: &Workday| reach.open.longest_closed(*workday);
            let shortest = reach.workdays.iter().map(longest).min();
            reach.enough = 7 * (shortest.unwrap_or(0) + 1);
        }
        reach
    }

    /// Whether a group of the families born on these days, in order, misses no more windows than each of them
    /// would alone. With the births of all families of a pool between the oldest and the youngest, a part of such
    /// a period is one too, which keeps [`super::best_groups`] exact.
    pub fn can_meet(&mut self, births: impl Iterator<Item = Date> + Clone) -> bool {
        let (Some(oldest), Some(youngest)) = (births.clone().next(), births.clone().last()) else {
            return false;
        };
        let (shortest, _) = self.alone(youngest);
        if shortest - youngest.days_since(oldest) - MONTH_END >= self.enough {
            return true;
        }
        let missing = self.missing(&self.windows(oldest, youngest));
        let mut alone = births.map(|birth| self.alone(birth).1);
        missing == 0 || alone.all(|own| missing <= own)
    }

    fn alone(&mut self, birth: Date) -> (i32, usize) {
        if let Some(known) = self.alone.get(&birth) {
            return *known;
        }
        let windows = self.windows(birth, birth);
        let lengths = windows
            .iter()
            .map(|days| days.last.days_since(days.first) + 1);
        let found = (lengths.min().unwrap_or(0), self.missing(&windows));
        self.alone.insert(birth, found);
        found
    }

    /// The windows of a group born between these days, from today on.
    fn windows(&self, oldest: Date, youngest: Date) -> Vec<DateRange> {
        let births = BirthWindow::new(oldest, youngest);
        let sessions = self.plan.template().sessions.iter();
        let windows = sessions.map(|spec| {
            let month_end = self.plan.settings.month_end;
            let days = allowed_days(spec, Programme::current(), births, month_end);
            let first = self.today.map_or(days.first, |today| days.first.max(today));
            DateRange { first, ..days }
        });
        windows.collect()
    }

    /// The windows without an open day, on the day of the week that has the fewest.
    fn missing(&self, windows: &[DateRange]) -> usize {
        let on = |workday: Workday| {
            let has_day = |window: &&DateRange| self.open.has_one(**window, workday);
            windows.len() - windows.iter().filter(has_day).count()
        };
        let fewest = self.workdays.iter().map(|workday| on(*workday)).min();
        fewest.unwrap_or(0)
    }
}

/// Which days of a range are open.
#[derive(Clone, Debug, Default)]
struct OpenDays {
    /// The number of the first day of the range.
    first: i32,
    /// For every day of the range, after how many days the same weekday is open: none where the day itself is,
    /// and [`Self::NEVER`] where the range ends before.
    wait: Vec<i32>,
}

impl OpenDays {
    const NEVER: i32 = i32::MAX;

    fn new(asked: Question<'_>, range: DateRange) -> Self {
        let (first, last) = (range.first.number(), range.last.number());
        let mut wait = vec![Self::NEVER; usize::try_from(last - first + 1).unwrap_or(0)];
        for at in (0..wait.len()).rev() {
            let date = range
                .first
                .plus_days(i32::try_from(at).unwrap_or(Self::NEVER));
            let after = wait.get(at + 7).copied().unwrap_or(Self::NEVER);
            if let Some(own) = wait.get_mut(at) {
                *own = match asked.is_open(date) {
                    true => 0,
                    false if after == Self::NEVER => Self::NEVER,
                    false => after + 7,
                };
            }
        }
        Self { first, wait }
    }

    fn wait(&self, date: Date) -> i32 {
        let at = usize::try_from(date.number() - self.first).ok();
        at.and_then(|at| self.wait.get(at))
            .copied()
            .unwrap_or(Self::NEVER)
    }

    /// Whether these days, inside the range, hold an open one on this weekday.
    fn has_one(&self, days: DateRange, workday: Workday) -> bool {
        let start = days.on_weekday(workday).next();
        start.is_some_and(|start| self.wait(start) <= days.last.days_since(start))
    }

    /// The most weeks in a row that are closed on a weekday.
    fn longest_closed(&self, workday: Workday) -> i32 {
        let range = DateRange {
            first: Date::from_number(self.first),
            last: Date::from_number(self.first)
                .plus_days(i32::try_from(self.wait.len()).unwrap_or(0) - 1),
        };
        let (mut run, mut longest) = (0, 0);
        for date in range.on_weekday(workday) {
            run = if self.wait(date) == 0 { 0 } else { run + 1 };
            longest = longest.max(run);
        }
        longest
    }
}
