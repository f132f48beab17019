//! From a location of a document to the cells of the engine: a row of weeks per line, a row per half-day for
//! the jeugdarts, and for every group its open bijeenkomsten with the cost of each week.
//!
//! Where the engine cannot say a rule (an interval in months or over several bijeenkomsten, people who work
//! at two locations at once), it is left out here: the bound stays true, and `shared` mends the plan.

use super::bookings::{Bookings, needs_physician, plans_physicians};
use super::days::Days;
use super::hours::clash;
use super::on_line::{eligible_lines, half_day_cost, is_open_session, lines_of};
use super::rules::{Question, invitation, last_day_before, preferred, school_holiday};
use super::windowed::Windowed;
use crate::calendar::{AgeOffset, Date, DateRange, HalfDay};
use crate::care::SessionWindow;
use crate::engine::schedule::model::{ALWAYS_FREE, MOST_SESSIONS, MOST_WEEKS, Model};
use crate::plan::{GroupId, Line, LineId, LocationId, Plan, Status};
use std::collections::BTreeMap;

/// A group that is planned: its lines, and which of its bijeenkomsten are open.
#[derive(Clone, Debug)]
pub(super) struct Seat {
    pub group: GroupId,
    /// Positions of the bijeenkomsten in the windows of the group.
    pub open: Vec<usize>,
}

/// A compiled location.
#[derive(Clone, Debug)]
pub(super) struct Site {
    pub location: LocationId,
    pub lines: Vec<LineId>,
    pub seats: Vec<Seat>,
}

/// Compiles a location; the bookings hold all that is settled.
pub(super) fn compile(
    plan: &Plan,
    location: &LocationId,
    entrants: &[Windowed<'_>],
    bookings: &Bookings,
    today: Option<Date>,
) -> (Site, Model) {
    let lines: Vec<&Line> = lines_of(plan, location).collect();
    let mut site = Site {
        location: location.clone(),
        lines: lines.iter().map(|line| line.id.clone()).collect(),
        seats: Vec::new(),
    };
    let open: Vec<Vec<(usize, DateRange)>> = entrants
        .iter()
        .map(|entrant| open_ranges(entrant, today))
        .collect();
    let ranges = || open.iter().flatten().map(|(_, range)| range);
    let first = ranges().map(|range| range.first).min();
    let last = ranges().map(|range| range.last).max();
    let (Some(first), Some(last)) = (first, last) else {
        return (site, Model::empty());
    };
    // The Monday from which weeks are counted; days keep their own number.
    let base = first.monday().number();
    let weeks = usize::try_from(last.number() - base).unwrap_or(0) / 7 + 1;
    let days = Days::of(plan, location);
    let mut compiler = Compiler {
        plan,
        asked: Question::at(plan, location),
        base,
        with_physicians: plans_physicians(plan, location),
        holidays: (base..=last.number())
            .map(|day| school_holiday::cost(days, Date::from_number(day)))
            .collect(),
        model: Model::empty(),
    };
    let rows = compiler.line_rows(&lines, weeks, bookings);
    let doctors = if compiler.with_physicians {
        compiler.physician_rows(location, &lines, weeks, bookings)
    } else {
        Vec::new()
    };
    for (entrant, open) in entrants.iter().zip(open) {
        compiler.add_group(entrant, &open, &lines, &rows, &doctors, today);
        site.seats.push(Seat {
            group: entrant.group.id.clone(),
            open: open.into_iter().map(|(position, _)| position).collect(),
        });
    }
    let mut model = compiler.model;
    let first_ideal = |entrant: &Windowed<'_>| {
        let first = entrant.windows.first();
        first.map_or(0, |window| window.ideal.number())
    };
    let ideals: Vec<i32> = entrants.iter().map(first_ideal).collect();
    model.finish(&ideals);
    (site, model)
}

/// The open bijeenkomsten of a group with the days that its settled ones leave them.
fn open_ranges(entrant: &Windowed<'_>, today: Option<Date>) -> Vec<(usize, DateRange)> {
    let session = |window: &SessionWindow| entrant.group.sessions.get(&window.number);
    let settled = |window: &SessionWindow| {
        session(window)
            .filter(|session| !is_open_session(session, today))
            .filter(|session| session.status != Status::Cancelled)
            .and_then(|session| session.date)
    };
    let is_open = |window: &SessionWindow| {
        session(window).is_none_or(|session| is_open_session(session, today))
    };
    let windows = &entrant.windows;
    let mut open = Vec::new();
    for (position, window) in windows.iter().enumerate().filter(|(_, own)| is_open(own)) {
        let mut range = window.allowed;
        range.first = today.map_or(range.first, |today| range.first.max(today));
        for (other_position, other) in windows.iter().enumerate() {
            let Some(date) = settled(other) else { continue };
            if other_position < position {
                range = range.after(date);
                for at_least in intervals(window, other) {
                    range.first = range.first.max(at_least.on(date));
                }
            } else {
                range = range.before(date);
                for at_least in intervals(other, window) {
                    range.last = range.last.min(last_day_before(at_least, date));
                }
            }
        }
        open.push((position, range));
    }
    open.truncate(MOST_SESSIONS);
    open
}

/// The least times that `later` asks for after `earlier`.
fn intervals<'a>(
    later: &'a SessionWindow,
    earlier: &'a SessionWindow,
) -> impl Iterator<Item = AgeOffset> + 'a {
    later
        .after
        .iter()
        .filter(|rule| rule.session == earlier.number)
        .map(|rule| rule.at_least)
}

struct Compiler<'a> {
    plan: &'a Plan,
    /// What is asked of every day of the location.
    asked: Question<'a>,
    base: i32,
    with_physicians: bool,
    /// What the school holidays add to the cost of each day from `base` on.
    holidays: Vec<i64>,
    model: Model,
}

impl Compiler<'_> {
    fn date(&self, half_day: HalfDay, week: usize) -> Date {
        let week = i32::try_from(week).unwrap_or(0);
        Date::from_number(self.base + i32::from(half_day.workday.index()) + 7 * week)
    }

    fn add_row(&mut self, weeks: usize, is_taken: impl Fn(&Self, usize) -> bool) -> u32 {
        let row: Vec<bool> = (0..weeks).map(|week| is_taken(self, week)).collect();
        self.model.add_row(row)
    }

    /// The row of each line. Lines that share a room or a person on one half-day share a row, so that the
    /// engine never holds two groups there at once.
    fn line_rows(&mut self, lines: &[&Line], weeks: usize, bookings: &Bookings) -> Vec<u32> {
        let plan = self.plan;
        let mut rows: Vec<u32> = Vec::with_capacity(lines.len());
        for (position, line) in lines.iter().enumerate() {
            let earlier = lines.iter().take(position).zip(&rows);
            let shared = earlier
                .clone()
                .find(|(other, _)| clash(plan, line, other))
                .map(|(_, row)| *row);
            let row = shared.unwrap_or_else(|| {
                let sharing = lines.iter().skip(position + 1);
                let sharing = sharing.filter(|other| clash(plan, line, other));
                let asked: Vec<Question<'_>> = std::iter::once(line)
                    .chain(sharing)
                    .map(|line| self.asked.on(line, bookings, false))
                    .collect();
                self.add_row(weeks, |compiler, week| {
                    let date = compiler.date(line.half_day, week);
                    !asked.iter().any(|asked| asked.is_open(date))
                })
            });
            rows.push(row);
        }
        rows
    }

    /// The row of the jeugdarts for each line: one for all lines of a half-day where at most one can come.
    fn physician_rows(
        &mut self,
        location: &LocationId,
        lines: &[&Line],
        weeks: usize,
        bookings: &Bookings,
    ) -> Vec<u32> {
        let mut of_half_day: BTreeMap<HalfDay, (u32, usize)> = BTreeMap::new();
        lines
            .iter()
            .map(|line| {
                let half_day = line.half_day;
                if let Some((row, most)) = of_half_day.get(&half_day)
                    && *most <= 1
                {
                    return *row;
                }
                let left: Vec<usize> = (0..weeks)
                    .map(|week| {
                        let date = self.date(half_day, week);
                        bookings.physicians_left(location, half_day, date)
                    })
                    .collect();
                let most = left.iter().copied().max().unwrap_or(0);
                let row = self.add_row(weeks, |_, week| {
                    left.get(week).is_none_or(|left| *left == 0)
                });
                of_half_day.insert(half_day, (row, most));
                row
            })
            .collect()
    }

    fn add_group(
        &mut self,
        entrant: &Windowed<'_>,
        open: &[(usize, DateRange)],
        lines: &[&Line],
        rows: &[u32],
        doctors: &[u32],
        today: Option<Date>,
    ) {
        self.model.add_group(open.len());
        let eligible = eligible_lines(self.plan, entrant.group, today);
        let mut known: BTreeMap<HalfDay, u32> = BTreeMap::new();
        for (position, line) in lines.iter().enumerate() {
            if !eligible.iter().any(|other| other.id == line.id) {
                continue;
            }
            let windows = match known.get(&line.half_day) {
                Some(windows) => *windows,
                None => {
                    let start = self.model.next_window();
                    let more = half_day_cost(self.plan, entrant.group, line.half_day);
                    for at in 0..open.len() {
                        self.add_window(entrant, open, at, line.half_day, more, today);
                    }
                    known.insert(line.half_day, start);
                    start
                }
            };
            let cells = rows.get(position).copied().unwrap_or(ALWAYS_FREE);
            let doctor_cells = doctors.get(position).copied().unwrap_or(ALWAYS_FREE);
            self.model
                .add_choice(position as u32, [cells, doctor_cells], windows);
        }
    }

    fn add_window(
        &mut self,
        entrant: &Windowed<'_>,
        open: &[(usize, DateRange)],
        at: usize,
        half_day: HalfDay,
        more: i64,
        today: Option<Date>,
    ) {
        let Some((window, range)) = open
            .get(at)
            .and_then(|(position, range)| Some((entrant.windows.get(*position)?, *range)))
        else {
            return;
        };
        let before = at
            .checked_sub(1)
            .and_then(|before| open.get(before))
            .and_then(|(position, _)| entrant.windows.get(*position));
        let gap = before.map_or(1, |before| {
            let fewest = |at_least: AgeOffset| {
                i32::from(at_least.months()) * SHORTEST_MONTH + i32::from(at_least.days())
            };
            intervals(window, before).map(fewest).fold(1, i32::max)
        });
        let invited = invitation::first_day(entrant, window.number, today);
        let costs: Vec<i32> = range
            .on_weekday(half_day.workday)
            .take(MOST_WEEKS)
            .map(|date| {
                let at = usize::try_from(date.number() - self.base).unwrap_or(0);
                let holiday = self.holidays.get(at).copied().unwrap_or(0);
                let own = preferred::cost(window, date) + invitation::cost(invited, date);
                let cost = own + holiday + more;
                i32::try_from(cost).unwrap_or(i32::MAX / 4)
            })
            .collect();
        let weekday = self.base + i32::from(half_day.workday.index());
        let first = range.on_weekday(half_day.workday).next();
        let day = first.map_or(weekday, Date::number);
        let week = u32::try_from((day - weekday).div_euclid(7)).unwrap_or(0);
        let needs_physician = self.with_physicians && needs_physician(self.plan, window.number);
        self.model
            .add_window((day, week), &costs, |_| true, gap, needs_physician);
    }
}

/// Days of the shortest month: an interval in months is at least so long.
const SHORTEST_MONTH: i32 = 28;
