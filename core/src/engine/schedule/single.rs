//! One group on one line, solved exactly.
//! Each session first takes its cheapest free week; only where that breaks a gap does the
//! recursion over sessions run, so the usual case costs a few look-ups per session.

use super::model::{Choice, Floor, MOST_SESSIONS, Model, Window, cells};
use std::ops::Range;

/// The week chosen for a session, counted within its window; [`UNSCHEDULED`] when none.
pub(crate) type Weeks = [u8; MOST_SESSIONS];
/// No week at all.
pub(crate) const UNSCHEDULED: u8 = u8::MAX;
/// The price of a cell that cannot be used.
pub(crate) const BLOCKED: i32 = i32::MAX;

/// A cell that nobody holds.
pub(crate) const FREE: u16 = 0;
/// A cell that no group can hold.
pub(crate) const TAKEN: u16 = u16::MAX;

/// Where a cell's price comes from; zero is free of charge, [`BLOCKED`] cannot be used.
pub(crate) trait Prices {
    /// The price of a cell.
    fn price(&self, cell: u32) -> i32;
}

/// Cells are free or taken.
pub(crate) struct Occupancy<'a>(pub &'a [u16]);

impl Prices for Occupancy<'_> {
    #[inline(always)]
    fn price(&self, cell: u32) -> i32 {
        match self.0.get(cell as usize) {
            Some(&FREE) => 0,
            _ => BLOCKED,
        }
    }
}

/// Cells that another group holds can be had for a fee.
pub(crate) struct Claim<'a> {
    /// The holder of each cell.
    pub holders: &'a [u16],
    /// What taking over a cell costs.
    pub fee: i32,
}

impl Prices for Claim<'_> {
    #[inline(always)]
    fn price(&self, cell: u32) -> i32 {
        match self.holders.get(cell as usize) {
            Some(&FREE) => 0,
            Some(&TAKEN) | None => BLOCKED,
            Some(_) => self.fee,
        }
    }
}

/// Cells have a price.
pub(crate) struct PriceList<'a>(pub &'a [i32]);

impl Prices for PriceList<'_> {
    #[inline(always)]
    fn price(&self, cell: u32) -> i32 {
        self.0.get(cell as usize).copied().unwrap_or(BLOCKED)
    }
}

/// How costs are counted.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scale {
    /// What an unscheduled session costs.
    pub unscheduled: i64,
    /// What one unit of date cost counts for.
    pub date: i64,
}

/// A group on one of its lines, at today's prices.
pub(crate) struct Stand<'a, P> {
    model: &'a Model,
    choice: &'a Choice,
    windows: &'a [Window],
    /// What is left out of account when they do not hold: where a date may cost more than none.
    floors: &'a [Floor],
    prices: &'a P,
    scale: Scale,
}

impl<'a, P: Prices> Stand<'a, P> {
    /// A group with `sessions` sessions.
    #[inline]
    pub fn new(
        model: &'a Model,
        choice: &'a Choice,
        sessions: usize,
        prices: &'a P,
        scale: Scale,
    ) -> Self {
        Self {
            model,
            choice,
            windows: model.windows_of(choice, sessions),
            floors: match scale.unscheduled < scale.date * model.dearest {
                true => &[],
                false => model.floors_of(choice, sessions),
            },
            prices,
            scale,
        }
    }

    /// A floor in the scale of today.
    #[inline(always)]
    fn least(&self, floor: &Floor) -> i64 {
        self.scale.date * floor.date + self.scale.unscheduled * floor.missing
    }

    #[inline(always)]
    fn cheapest_week(&self, window: &Window) -> (i64, u8) {
        let Self {
            model,
            choice,
            prices,
            scale,
            ..
        } = *self;
        let mut best = (scale.unscheduled, UNSCHEDULED);
        for ranked in model.ranked_of(window) {
            let cost = scale.date * i64::from(ranked.cost);
            if cost >= best.0 {
                break;
            }
            let (line, doctor) = cells(choice, window, ranked.week);
            let (line, doctor) = (prices.price(line), prices.price(doctor));
            if line == BLOCKED || doctor == BLOCKED {
                continue;
            }
            let cost = cost + i64::from(line) + i64::from(doctor);
            if cost < best.0 {
                best = (cost, ranked.week);
            }
        }
        best
    }

    /// The exact recursion over the sessions in order, and over the weeks of each in order.
    ///
    /// A session keeps its gap to the one before when that is planned, and otherwise comes after
    /// the last planned day. Entries that leave a session out are kept only when they cost less
    /// than those with an earlier day, so the cheapest predecessor is found by two pointers that
    /// only move forward.
    fn recursion(
        &self,
        windows: &[Window],
        weeks: &mut [u8],
        entries: &mut Vec<Entry>,
    ) -> Option<i64> {
        let Self {
            model,
            choice,
            prices,
            scale,
            ..
        } = *self;
        entries.clear();
        entries.push(Entry {
            day: i32::MIN / 2,
            total: 0,
            before: 0,
            week: UNSCHEDULED,
        });
        let mut planned = 0..0;
        let mut left_out = 0..1;
        for window in windows {
            let start = entries.len();
            let range = window.start as usize..(window.start + window.count) as usize;
            let (mut near, mut far) = (planned.clone(), left_out.clone());
            let mut least = (i64::MAX, 0);
            for (week, cost) in model.cost.get(range)?.iter().enumerate() {
                let day = window.day + 7 * week as i32;
                take_until(entries, &mut near, day - window.gap, &mut least);
                take_until(entries, &mut far, day - 1, &mut least);
                let (line, doctor) = cells(choice, window, week as u8);
                let (line, doctor) = (prices.price(line), prices.price(doctor));
                if line == BLOCKED || doctor == BLOCKED || least.0 == i64::MAX {
                    continue;
                }
                let cost = scale.date * i64::from(*cost) + i64::from(line) + i64::from(doctor);
                entries.push(Entry {
                    day,
                    total: least.0 + cost,
                    before: least.1,
                    week: week as u8,
                });
            }
            let end = entries.len();
            leave_out(entries, planned, left_out, scale.unscheduled);
            planned = start..end;
            left_out = end..entries.len();
        }
        let last = entries.iter().enumerate().skip(planned.start);
        let (mut at, best) = last
            .map(|(at, entry)| (at, entry.total))
            .min_by_key(|(_, total)| *total)?;
        for chosen in weeks.iter_mut().rev() {
            let entry = entries.get(at)?;
            *chosen = entry.week;
            at = entry.before as usize;
        }
        Some(best)
    }
}

/// Working memory of [`cheapest`], kept from call to call.
#[derive(Clone, Debug, Default)]
pub(crate) struct Scratch {
    costs: Costs,
    entries: Vec<Entry>,
}

/// The cost of each session at its chosen week.
type Costs = [i64; MOST_SESSIONS];

/// The cheapest weeks of a group's sessions on one line, or none when that costs `limit` or more.
#[inline]
pub(crate) fn cheapest<P: Prices>(
    stand: &Stand<'_, P>,
    limit: i64,
    weeks: &mut Weeks,
    scratch: &mut Scratch,
) -> Option<i64> {
    let mut total = 0;
    // What the sessions still to come cost at least.
    let mut floors = stand.floors.iter().map(|floor| stand.least(floor));
    if floors.next().is_some_and(|floor| floor >= limit) {
        return None;
    }
    // The last planned day.
    let mut previous = i32::MIN / 2;
    let mut skipped = false;
    let mut tight = false;
    let places = weeks.iter_mut().zip(&mut scratch.costs);
    for (window, (chosen, spent)) in stand.windows.iter().zip(places) {
        let (cost, week) = stand.cheapest_week(window);
        total += cost;
        if total + floors.next().unwrap_or(0) >= limit {
            return None;
        }
        (*chosen, *spent) = (week, cost);
        if week == UNSCHEDULED {
            skipped = true;
            continue;
        }
        let day = window.day + 7 * i32::from(week);
        tight |= day - previous < if skipped { 1 } else { window.gap };
        previous = day;
        skipped = false;
    }
    if !tight {
        return Some(total);
    }
    keep_gaps(stand, limit, weeks, scratch, total)
}

/// Replans the sessions around each gap that is broken, until none is.
///
/// Sessions whose cheapest weeks break no gap may stay: with the exact cheapest weeks of the
/// stretches between them the total is still no more than any plan costs, and once no gap is
/// broken it is a plan.
fn keep_gaps<P: Prices>(
    stand: &Stand<'_, P>,
    limit: i64,
    weeks: &mut Weeks,
    scratch: &mut Scratch,
    mut total: i64,
) -> Option<i64> {
    // The sessions replanned so far: for each the first and last of its stretch.
    let mut stretch: [(u8, u8); MOST_SESSIONS] = std::array::from_fn(|at| (at as u8, at as u8));
    while let Some((first, last)) = broken_gap(stand.windows, weeks) {
        let from = usize::from(stretch.get(first)?.0);
        let until = usize::from(stretch.get(last)?.1);
        let part = stand.windows.get(from..=until)?;
        let spent: i64 = scratch.costs.get(from..=until)?.iter().sum();
        let chosen = weeks.get_mut(from..=until)?;
        let cost = stand.recursion(part, chosen, &mut scratch.entries)?;
        total += cost - spent;
        if total >= limit {
            return None;
        }
        let costs = scratch.costs.get_mut(from..=until)?;
        costs.fill(0);
        if let Some(sum) = costs.first_mut() {
            *sum = cost;
        }
        stretch
            .get_mut(from..=until)?
            .fill((from as u8, until as u8));
    }
    Some(total)
}

/// The first two planned sessions, with none planned between them, that lie too close.
fn broken_gap(windows: &[Window], weeks: &Weeks) -> Option<(usize, usize)> {
    let mut before: Option<(usize, i32)> = None;
    for (at, (window, week)) in windows.iter().zip(weeks).enumerate() {
        if *week == UNSCHEDULED {
            continue;
        }
        let day = window.day + 7 * i32::from(*week);
        if let Some((previous, earlier)) = before {
            let gap = if previous + 1 == at { window.gap } else { 1 };
            if day - earlier < gap {
                return Some((previous, at));
            }
        }
        before = Some((at, day));
    }
    None
}

/// A session on a day, or left out after that day: the cost up to here and the entry before.
#[derive(Clone, Copy, Debug)]
struct Entry {
    day: i32,
    total: i64,
    before: u32,
    week: u8,
}

/// Moves past the entries up to a day and remembers the cheapest.
fn take_until(entries: &[Entry], range: &mut Range<usize>, day: i32, least: &mut (i64, u32)) {
    while let Some(entry) = entries.get(range.clone()).and_then(|range| range.first()) {
        if entry.day > day {
            break;
        }
        if entry.total < least.0 {
            *least = (entry.total, range.start as u32);
        }
        range.start += 1;
    }
}

/// Adds the entries that leave a session out, in order of day and of falling cost.
fn leave_out(entries: &mut Vec<Entry>, planned: Range<usize>, left_out: Range<usize>, cost: i64) {
    let (mut planned, mut left_out) = (planned, left_out);
    let mut least = i64::MAX;
    loop {
        let head =
            |range: &Range<usize>| entries.get(range.clone()).and_then(|range| range.first());
        let early = match (head(&planned), head(&left_out)) {
            (None, None) => return,
            (Some(a), Some(b)) if a.day < b.day => &mut planned,
            (Some(_), None) => &mut planned,
            (_, Some(_)) => &mut left_out,
        };
        let at = early.start;
        early.start += 1;
        if let Some(entry) = entries.get(at).copied()
            && entry.total < least
        {
            least = entry.total;
            entries.push(Entry {
                day: entry.day,
                total: entry.total + cost,
                before: at as u32,
                week: UNSCHEDULED,
            });
        }
    }
}
