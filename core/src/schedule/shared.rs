//! All groups of the locations that have lines, planned together: the search of the engine in slices, then
//! the exact days of every group beside the others. Deterministic: a fixed seed, a budget in iterations.

use super::bookings::{Bookings, needs_physician};
use super::compile::{Seat, Site, compile};
use super::days::Days;
use super::even_out::{even_out, imbalance};
use super::hours::Hours;
use super::on_line::{
    best_on_line, book_group, eligible_lines, half_day_cost, is_open_session, lines_of,
    release_group, sit,
};
use super::rules::{Question, invitation};
use super::windowed::Windowed;
use crate::calendar::Date;
use crate::care::SessionWindow;
use crate::engine::schedule::lines::SessionDates;
use crate::engine::schedule::model::Model;
use crate::engine::search::{Driver, Levels};
use crate::plan::{
    Group, GroupId, HalfDayChoice, Line, LineChoice, LineId, LocationId, Plan, Records,
};
use std::collections::{BTreeMap, BTreeSet};

/// The seed of every search that the product makes.
const SEED: u64 = 1;
/// The iterations that a search spends for each group, and beside them: a region is planned in about a
/// second, and a small location gets more than it can use.
const ITERATIONS_PER_GROUP: u64 = 150;
const ITERATIONS: u64 = 5_000;
/// Iterations for which a group counts where its location is compiled, and for which one step of mending counts;
/// they take about as long.
const COMPILING: u64 = 20;
const MENDING: u64 = 20;

/// How far a search has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Progress {
    /// Iterations spent so far.
    pub iterations: u64,
    /// Iterations that are spent at most.
    pub budget: u64,
    /// The best plan so far: bijeenkomsten without a day, then the cost of the days; at the end also how far the
    /// loads of begeleiders lie apart, the locations added up (see [`imbalance`]).
    pub objective: Levels,
    /// No plan on these lines is better than this, level by level.
    pub bound: Levels,
    /// Whether nothing is left to do.
    pub done: bool,
}

impl Progress {
    /// Whether the days are proven to be the best on these lines (bewezen optimaal). How evenly begeleiders are
    /// loaded comes after that and is bounded by 0 alone.
    pub fn is_proven(&self) -> bool {
        self.done && self.objective.iter().take(2).eq(self.bound.iter().take(2))
    }
}

/// The search for the days of groups that share lines.
#[derive(Clone, Debug)]
pub struct SharedDates {
    /// The plan in which the open bijeenkomsten of the groups get their days.
    plan: Plan,
    today: Option<Date>,
    sites: Vec<Site>,
    progress: Progress,
    planned: BTreeSet<GroupId>,
    /// The windows of the groups that are still to be planned: who is in a group stays.
    windows: BTreeMap<GroupId, Vec<SessionWindow>>,
    stage: Stage,
}

#[derive(Clone, Debug)]
enum Stage {
    Compiling(Compiling),
    Searching(Box<Driver<SessionDates>>),
    Mending(Mending),
    Done,
}

/// The first part, location by location: what the engine knows of it.
#[derive(Clone, Debug)]
struct Compiling {
    bookings: Bookings,
    /// Locations with their groups that are still to be compiled, the last one first.
    coming: Vec<(LocationId, Vec<GroupId>)>,
    models: Vec<Model>,
}

/// The last part of the search, group by group: the plan of the engine is taken over, then every group gets
/// its exact best days beside the others. That also mends what the engine could not know (see `compile`).
#[derive(Clone, Debug)]
struct Mending {
    bookings: Bookings,
    /// Groups that still take the plan of the engine over, the last one first.
    coming: Vec<(Seat, Option<LineId>, Vec<Option<Date>>)>,
    /// Groups that still get their best days, the last one first.
    seated: Vec<(GroupId, Line)>,
    /// Locations of which loads are still to be evened out, the last one first.
    uneven: Vec<LocationId>,
    unscheduled: i64,
    cost: i64,
    imbalance: i64,
}

impl SharedDates {
    /// Prepares the search for the open bijeenkomsten of these groups of the plan. A group for which its
    /// location has no line is left out; see [`SharedDates::plans`].
    pub fn new(mut plan: Plan, groups: &BTreeSet<GroupId>, today: Option<Date>) -> Self {
        let mut planned = BTreeSet::new();
        let mut windows = BTreeMap::new();
        for id in groups {
            if let Some((group, own)) = entering(&plan, id, today) {
                plan.groups.insert(id.clone(), group);
                planned.insert(id.clone());
                windows.insert(id.clone(), own);
            }
        }
        let mut bookings = Bookings::of(&plan, |_, _| true);
        for id in &planned {
            if let Some(group) = on_a_line(&plan, &bookings, id, today) {
                book_group(&plan, &mut bookings, &group);
                plan.groups.insert(id.clone(), group);
            }
        }
        let mut of_location: BTreeMap<LocationId, Vec<GroupId>> = BTreeMap::new();
        for group in planned.iter().filter_map(|id| plan.groups.get(id)) {
            let groups = of_location.entry(group.location.clone()).or_default();
            groups.push(group.id.clone());
        }
        let steps =
            planned.len() as u64 * (COMPILING + 2 * MENDING) + of_location.len() as u64 * MENDING;
        let stage = match planned.is_empty() {
            true => Stage::Done,
            false => Stage::Compiling(Compiling {
                bookings,
                coming: of_location.into_iter().rev().collect(),
                models: Vec::new(),
            }),
        };
        Self {
            plan,
            today,
            progress: Progress {
                budget: budget(planned.len()) + steps,
                done: planned.is_empty(),
                ..Progress::default()
            },
            sites: Vec::new(),
            planned,
            windows,
            stage,
        }
    }

    /// Whether the search plans this group.
    pub fn plans(&self, group: &GroupId) -> bool {
        self.planned.contains(group)
    }

    /// Does about so many iterations more, and tells how far the search is. The plan at the end is the same
    /// however it was cut in slices.
    pub fn advance(&mut self, iterations: u64) -> Progress {
        let mut left = iterations.max(1);
        while left > 0 && !self.progress.done {
            let spent = match &mut self.stage {
                Stage::Compiling(_) => self.compile_next(),
                Stage::Searching(driver) => {
                    let step = driver.step(left);
                    self.progress.objective = step.best;
                    self.progress.bound = step.bound;
                    if step.finished {
                        self.start_mending();
                    }
                    let compiled = self.planned.len() as u64 * COMPILING;
                    (compiled + step.iterations).saturating_sub(self.progress.iterations)
                }
                Stage::Mending(_) | Stage::Done => {
                    self.mend();
                    MENDING
                }
            };
            self.progress.iterations += spent;
            left = left.saturating_sub(spent.max(1));
        }
        self.progress.clone()
    }

    /// How far the search is.
    pub fn progress(&self) -> Progress {
        self.progress.clone()
    }

    /// The groups as they were planned, by id; ends the search (stoppen als het goed genoeg is).
    pub fn into_groups(mut self) -> Records<Group> {
        while matches!(self.stage, Stage::Compiling(_)) {
            self.compile_next();
        }
        if let Stage::Searching(driver) = &mut self.stage {
            // At least the first plan of every location.
            driver.step(self.sites.len() as u64);
            self.start_mending();
        }
        while !self.progress.done {
            self.mend();
        }
        let mut groups = self.plan.groups;
        groups.retain(|id, _| self.planned.contains(id));
        groups
    }

    /// One location further; the iterations for which that counts.
    fn compile_next(&mut self) -> u64 {
        let Stage::Compiling(compiling) = &mut self.stage else {
            return 0;
        };
        let mut spent = 0;
        if let Some((location, ids)) = compiling.coming.pop() {
            let known = |id: &GroupId| {
                let (group, windows) = (self.plan.groups.get(id)?, self.windows.get(id)?);
                Some(Windowed::with(&self.plan, group, windows))
            };
            let entrants: Vec<Windowed<'_>> = ids.iter().filter_map(known).collect();
            let bookings = &compiling.bookings;
            let (site, model) = compile(&self.plan, &location, &entrants, bookings, self.today);
            self.sites.push(site);
            compiling.models.push(model);
            spent = ids.len() as u64 * COMPILING;
        }
        if compiling.coming.is_empty() {
            let models = std::mem::take(&mut compiling.models);
            let budget = budget(self.planned.len());
            let search = SessionDates::new(models, SEED, budget);
            self.stage = Stage::Searching(Box::new(Driver::new(search, budget)));
        }
        spent
    }

    fn start_mending(&mut self) {
        let Stage::Searching(driver) = &self.stage else {
            return;
        };
        let plans = driver.search().plan();
        let mut coming = Vec::with_capacity(self.planned.len());
        for (site, plans) in self.sites.iter().zip(plans) {
            for (seat, plan) in site.seats.iter().zip(plans) {
                let line = plan.line.and_then(|line| site.lines.get(line)).cloned();
                let dates = plan.days.iter().map(|day| day.map(Date::from_number));
                coming.push((seat.clone(), line, dates.collect()));
            }
        }
        coming.reverse();
        self.stage = Stage::Mending(Mending {
            bookings: Bookings::of(&self.plan, |_, _| true),
            coming,
            seated: Vec::new(),
            uneven: self
                .sites
                .iter()
                .rev()
                .map(|site| site.location.clone())
                .collect(),
            unscheduled: 0,
            cost: 0,
            imbalance: 0,
        });
    }

    /// One group further.
    fn mend(&mut self) {
        let Stage::Mending(mut mending) = std::mem::replace(&mut self.stage, Stage::Done) else {
            return;
        };
        if let Some((seat, line, dates)) = mending.coming.pop() {
            self.take_over(&mut mending, &seat, line, &dates);
            if mending.coming.is_empty() {
                mending.seated.reverse();
            }
        } else if let Some((id, line)) = mending.seated.pop() {
            self.perfect(&mut mending, &id, &line);
        } else if let Some(location) = mending.uneven.pop() {
            self.spread(&mut mending, &location);
        }
        if mending.coming.is_empty() && mending.seated.is_empty() && mending.uneven.is_empty() {
            let Mending {
                unscheduled,
                cost,
                imbalance,
                ..
            } = mending;
            self.progress.objective = vec![unscheduled, cost, imbalance];
            self.progress.bound.resize(3, 0);
            self.progress.done = true;
        } else {
            self.stage = Stage::Mending(mending);
        }
    }

    /// Puts a group where the engine has it, as far as that is possible.
    fn take_over(
        &mut self,
        mending: &mut Mending,
        seat: &Seat,
        line: Option<LineId>,
        days: &[Option<Date>],
    ) {
        let Some(group) = self.plan.groups.get(&seat.group) else {
            return;
        };
        let line = line.and_then(|id| self.plan.lines.get(&id));
        // A group for which the engine found no day at all still meets on a line.
        let line = line.or_else(|| {
            eligible_lines(&self.plan, group, self.today)
                .first()
                .copied()
        });
        let Some(line) = line.cloned() else { return };
        let mut group = group.clone();
        let windows = self.windows.get(&seat.group).map_or(&[][..], Vec::as_slice);
        let mut dates = vec![None; windows.len()];
        release_group(&self.plan, &mut mending.bookings, &group);
        for (position, date) in seat.open.iter().zip(days) {
            let date = date.filter(|date| {
                windows.get(*position).is_some_and(|window| {
                    let needs_physician = needs_physician(&self.plan, window.number);
                    Question::of(&self.plan)
                        .on(&line, &mending.bookings, needs_physician)
                        .is_open(*date)
                })
            });
            if let Some(place) = dates.get_mut(*position) {
                *place = date;
            }
        }
        sit(&mut group, &line, windows, &dates, self.today);
        book_group(&self.plan, &mut mending.bookings, &group);
        mending.seated.push((group.id.clone(), line));
        self.plan.groups.insert(group.id.clone(), group);
    }

    /// Evens out the loads at a location.
    fn spread(&mut self, mending: &mut Mending, location: &LocationId) {
        let bookings = &mut mending.bookings;
        let here = |id: &&GroupId| {
            let group = self.plan.groups.get(*id);
            group.is_some_and(|group| group.location == *location)
        };
        let groups: Vec<GroupId> = self.planned.iter().filter(here).cloned().collect();
        even_out(&mut self.plan, bookings, location, &groups, self.today);
        for id in &groups {
            self.fill(mending, id);
        }
        mending.imbalance += imbalance(&self.plan, location);
    }

    /// Searches again for a group that has a bijeenkomst without a day: the line that it came to may have one.
    fn fill(&mut self, mending: &mut Mending, id: &GroupId) {
        let Some(known) = self.plan.groups.get(id) else {
            return;
        };
        let mut sessions = known.sessions.values();
        let has_gap =
            sessions.any(|session| session.date.is_none() && is_open_session(session, self.today));
        let line = known
            .line
            .as_ref()
            .and_then(|choice| self.plan.lines.get(choice.line()));
        let (true, Some(line)) = (has_gap, line.cloned()) else {
            return;
        };
        let before = Windowed::of(&self.plan, known);
        let windows = before.windows.to_vec();
        let (missing, own) = value(&before, &line, self.today);
        mending.unscheduled -= missing;
        mending.cost -= own;
        self.windows.insert(id.clone(), windows);
        self.perfect(mending, id, &line);
    }

    /// Gives a group its best days on its line beside all others.
    fn perfect(&mut self, mending: &mut Mending, id: &GroupId, line: &Line) {
        let (known, windows) = (self.plan.groups.get(id), self.windows.remove(id));
        let (Some(known), Some(windows)) = (known, windows) else {
            return;
        };
        let bookings = &mut mending.bookings;
        release_group(&self.plan, bookings, known);
        let windowed = Windowed::with(&self.plan, known, &windows);
        let chosen = best_on_line(&windowed, bookings, line, self.today);
        let mut group = known.clone();
        sit(&mut group, line, &windows, &chosen.dates, self.today);
        book_group(&self.plan, bookings, &group);
        let windowed = Windowed::with(&self.plan, &group, &windows);
        let (missing, own) = value(&windowed, line, self.today);
        mending.unscheduled += missing;
        mending.cost += own;
        self.plan.groups.insert(group.id.clone(), group);
    }
}

/// The iterations of the search for so many groups.
fn budget(groups: usize) -> u64 {
    match groups as u64 {
        0 => 0,
        groups => ITERATIONS + groups * ITERATIONS_PER_GROUP,
    }
}

/// The group as it enters the search: without days for its open bijeenkomsten, on a line where dates are
/// settled; `None` when it has no families, no line or nothing open.
fn entering(plan: &Plan, id: &GroupId, today: Option<Date>) -> Option<(Group, Vec<SessionWindow>)> {
    let found = plan.groups.get(id)?;
    let mut group = found.clone();
    let windows = Windowed::of(plan, found).windows.into_owned();
    let lines = eligible_lines(plan, found, today);
    let is_open = |group: &Group| {
        windows.iter().any(|window| {
            let session = group.sessions.get(&window.number);
            session.is_none_or(|session| is_open_session(session, today))
        })
    };
    if lines.is_empty() || !is_open(&group) {
        return None;
    }
    for session in group.sessions.values_mut() {
        if is_open_session(session, today) {
            session.date = None;
            session.line = None;
            session.room = None;
            session.facilitators.clear();
        }
    }
    Some((group, windows))
}

/// The group on the line with the fewest other groups on its settled days; `None` when it has a line, or no
/// such days.
fn on_a_line(plan: &Plan, bookings: &Bookings, id: &GroupId, today: Option<Date>) -> Option<Group> {
    let found = plan.groups.get(id)?;
    let dates: Vec<Date> = found
        .sessions
        .values()
        .filter_map(|session| session.date)
        .collect();
    let lines = eligible_lines(plan, found, today);
    let has_own = lines.iter().any(|line| {
        found
            .line
            .as_ref()
            .is_some_and(|choice| *choice.line() == line.id)
    });
    if dates.is_empty() || has_own {
        return None;
    }
    let clashes = |line: &&&Line| {
        dates
            .iter()
            .filter(|date| !bookings.is_free(line, Hours::of_line(plan, line), **date))
            .count()
    };
    let line = lines.iter().min_by_key(clashes)?;
    let mut group = found.clone();
    group.line = Some(LineChoice::Planner(line.id.clone()));
    if group.half_day.is_none() {
        group.half_day = Some(HalfDayChoice::Planner(line.half_day));
    }
    Some(group)
}

/// The open bijeenkomsten without a day, and what the days of the others cost.
fn value(windowed: &Windowed<'_>, line: &Line, today: Option<Date>) -> (i64, i64) {
    let (plan, group) = (windowed.plan, windowed.group);
    let days = Days::of(plan, &group.location);
    let more = half_day_cost(plan, group, line.half_day);
    let mut value = (0, 0);
    for window in windowed.windows.iter() {
        let session = group.sessions.get(&window.number);
        let Some(session) = session.filter(|session| is_open_session(session, today)) else {
            continue;
        };
        match session.date {
            Some(date) => {
                let first = invitation::first_day(windowed, window.number, today);
                value.1 += days.cost(window, date) + invitation::cost(first, date) + more;
            }
            None => value.0 += 1,
        }
    }
    value
}

/// Whether groups of the location are planned on lines.
pub fn has_lines(plan: &Plan, location: &LocationId) -> bool {
    lines_of(plan, location).next().is_some()
}

#[cfg(test)]
#[path = "shared_tests.rs"]
mod tests;
