//! From the locations of [`super::problem`] to the models of the engine: a row of weeks for each line, one for
//! the doctor of each half-day, and for every group, weekday and session the cost of each week.

use super::problem::{
    Calendar, DateCosts, Doctor, Group, Location, ScheduleProblem, Session, check,
};
use centering_core::engine::schedule::lines::SessionDates;
use centering_core::engine::schedule::model::{ALWAYS_FREE, Model};

/// Iterations for each group in a usual budget.
const USUAL_PER_GROUP: u64 = 2_200;
/// The most iterations of a usual budget: some seconds for a whole country.
const MOST_USUAL: u64 = 4_000_000;

/// The budget, in iterations, that is worth its time for the groups of these locations.
#[must_use]
pub fn usual_budget(locations: &[Location]) -> u64 {
    let groups = locations
        .iter()
        .map(|location| location.groups.len() as u64);
    (1_000 + USUAL_PER_GROUP * groups.sum::<u64>()).min(MOST_USUAL)
}

/// Prepares the search; `budget` is the number of iterations its schedule is made for.
///
/// # Errors
/// The first rule of the input that is broken.
pub fn session_dates(
    calendar: &Calendar,
    costs: &DateCosts,
    locations: &[Location],
    seed: u64,
    budget: u64,
) -> Result<SessionDates, ScheduleProblem> {
    let mut models = Vec::with_capacity(locations.len());
    for location in locations {
        check(calendar, costs, location)?;
        models.push(compile(calendar, costs, location));
    }
    Ok(SessionDates::new(models, seed, budget))
}

/// Compiles a location that passed [`check`].
fn compile(calendar: &Calendar, costs: &DateCosts, location: &Location) -> Model {
    let mut model = Model::empty();
    let line_cells: Vec<u32> = (location.lines.iter())
        .map(|line| model.add_row(taken_weeks(calendar, line.half_day, &line.booked)))
        .collect();
    let mut doctor_cells = [ALWAYS_FREE; 10];
    for (half_day, cells) in (0..).zip(&mut doctor_cells) {
        if location.lines.iter().any(|line| line.half_day == half_day) {
            *cells = model.add_row(taken_weeks(calendar, half_day, &location.doctor_absent));
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
            let start = *windows[weekday]
                .get_or_insert_with(|| add_windows(&mut model, calendar, costs, group, weekday));
            let doctor_cells = doctor_cells[usize::from(line.half_day)];
            model.add_choice(position as u32, [line_cells[position], doctor_cells], start);
        }
    }
    let first_ideal = |group: &Group| group.sessions.first().map_or(0, |session| session.ideal);
    let ideals: Vec<i32> = location.groups.iter().map(first_ideal).collect();
    model.finish(&ideals);
    model
}

/// Whether each week of a half-day is closed or named in `absent`.
fn taken_weeks(calendar: &Calendar, half_day: u8, absent: &[i32]) -> Vec<bool> {
    let first = first_day(calendar, usize::from(half_day / 2));
    let weeks = ((calendar.days - first).max(0) as usize).div_ceil(7);
    let mut taken = vec![false; weeks];
    for day in calendar.closed.iter().chain(absent) {
        if (first..calendar.days).contains(day) && (day - first) % 7 == 0 {
            taken[((day - first) / 7) as usize] = true;
        }
    }
    taken
}

/// Adds the sessions of a group on a weekday and gives the place of the first.
fn add_windows(
    model: &mut Model,
    calendar: &Calendar,
    costs: &DateCosts,
    group: &Group,
    weekday: usize,
) -> u32 {
    let start = model.next_window();
    for session in &group.sessions {
        add_window(model, calendar, costs, session, weekday);
    }
    start
}

fn add_window(
    model: &mut Model,
    calendar: &Calendar,
    costs: &DateCosts,
    session: &Session,
    weekday: usize,
) {
    let first = first_day(calendar, weekday);
    let from = session.allowed.first.max(first);
    let week = (from - first + 6) / 7;
    let day = first + 7 * week;
    let last = session.allowed.last.min(calendar.days - 1);
    let cost = |date: i32| {
        let mut cost = date.abs_diff(session.ideal).min(100_000) as i32;
        cost += costs.outside_preferred * session.preferred.distance(date).min(10_000);
        if calendar.discouraged.contains(&date) {
            cost += costs.discouraged;
        }
        cost
    };
    let weeks: Vec<i32> = (day..=last).step_by(7).map(cost).collect();
    let is_open = |day| !calendar.closed.contains(&day);
    let needs_doctor = session.doctor == Doctor::Needed;
    model.add_window(
        (day, week as u32),
        &weeks,
        is_open,
        session.gap,
        needs_doctor,
    );
}

/// The first day of the horizon on a weekday, 0 Monday.
fn first_day(calendar: &Calendar, weekday: usize) -> i32 {
    (weekday as i32 - i32::from(calendar.weekday_of_day_zero)).rem_euclid(7)
}
