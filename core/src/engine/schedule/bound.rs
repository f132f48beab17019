//! Lower bounds on session plans of one location.
//! Prices on line-days and doctor cells replace "one group at a time"; each group then takes its
//! cheapest line by the same recursion as the search, and the total is a bound for any prices.

use super::model::{ALWAYS_FREE, Model, cells};
use super::problem::MOST_SESSIONS;
use super::single::{BLOCKED, PriceList, Scale, Scratch, Stand, UNSCHEDULED, Weeks, cheapest};

/// Prices are kept in this fraction of a day.
const FINE: i64 = 1 << 8;

/// The largest price, so that sums stay far from overflow.
const DEAREST: i64 = 1 << 28;
/// Directions are kept in this fraction of a unit of demand.
const SMOOTH: i64 = 64;
/// The first step, in 1024ths of the one that would meet the target at once.
const FIRST_FACTOR: i64 = 700;
/// Sweeps without a better bound after which the steps shrink.
const PATIENCE: u32 = 8;
/// How much faster the price of an unscheduled session moves than that of a cell.
const HASTE: i64 = 4;

/// A climb in the prices of one location, towards the best bound on one level.
#[derive(Clone, Debug)]
pub(crate) struct Bound {
    prices: Vec<i32>,
    demand: Vec<i32>,
    direction: Vec<i32>,
    scale: Scale,
    /// The number of unscheduled sessions that is free of charge, when their price may move.
    allowance: Option<i64>,
    unscheduled_direction: i64,
    best: i64,
    /// The step's factor in 1024ths.
    factor: i64,
    idle: u32,
    /// The sum of prices over cells that can be used.
    income: i64,
    scratch: Scratch,
    /// The choice of each group in the sweep before: tried first, it often is the cheapest again.
    before: Vec<usize>,
}

impl Bound {
    /// Bounds the number of unscheduled sessions.
    pub fn on_unscheduled(model: &Model) -> Self {
        Self::new(model, 1, 0, None)
    }

    /// Bounds the date cost of plans with at most `allowance` unscheduled sessions;
    /// `price` is a first guess of what one more of them would save.
    pub fn on_dates(model: &Model, price: i64, allowance: i64) -> Self {
        Self::new(model, price, 1, Some(allowance))
    }

    fn new(model: &Model, unscheduled: i64, date: i64, allowance: Option<i64>) -> Self {
        let cells = model.taken.len();
        Self {
            prices: model
                .taken
                .iter()
                .map(|taken| if *taken { BLOCKED } else { 0 })
                .collect(),
            demand: vec![0; cells],
            direction: vec![0; cells],
            scale: Scale {
                unscheduled: unscheduled * FINE,
                date: date * FINE,
            },
            allowance,
            unscheduled_direction: 0,
            best: i64::MIN,
            factor: FIRST_FACTOR,
            idle: 0,
            income: 0,
            scratch: Scratch::default(),
            before: vec![usize::MAX; model.groups()],
        }
    }

    /// Lowers the allowance; bounds found before stay true.
    pub fn allow(&mut self, unscheduled: i64) {
        if let Some(allowance) = &mut self.allowance {
            *allowance = unscheduled.min(*allowance);
        }
    }

    /// The proven bound in whole units: every plan costs at least this.
    pub fn value(&self) -> i64 {
        match self.best {
            i64::MIN => 0,
            best => (best + FINE - 1).div_euclid(FINE).max(0),
        }
    }

    /// One sweep over all groups, and a step towards `target`, the best plan's value.
    pub fn sweep(&mut self, model: &Model, target: i64) {
        self.demand.fill(0);
        let mut total = -self.income;
        let mut missing = 0;
        for group in 0..model.groups() {
            let (cost, unscheduled) = self.serve(model, group);
            total += cost;
            missing += unscheduled;
        }
        let excess = self.allowance.map_or(0, |allowance| {
            total -= allowance * self.scale.unscheduled;
            missing - allowance
        });
        if total > self.best {
            if total > self.best.saturating_add(FINE / 8) {
                self.idle = 0;
            }
            self.best = total;
        } else {
            self.idle += 1;
            if self.idle >= PATIENCE {
                self.idle = 0;
                self.factor = (self.factor * 3 / 4).max(16);
            }
        }
        self.step(target * FINE - total, excess);
    }

    /// The cheapest line of a group at today's prices, and how many sessions it leaves out.
    fn serve(&mut self, model: &Model, group: usize) -> (i64, i64) {
        let sessions = model.sessions.get(group).map_or(0, |count| *count as usize);
        let mut least = self.scale.unscheduled * sessions as i64;
        let mut chosen: Option<(usize, Weeks)> = None;
        let mut weeks = [UNSCHEDULED; MOST_SESSIONS];
        let before = self.before.get(group).copied().unwrap_or(usize::MAX);
        let others = model.choices_of(group).filter(|at| *at != before);
        for at in std::iter::once(before).chain(others) {
            let Some(choice) = model.choices.get(at) else {
                continue;
            };
            let prices = PriceList(&self.prices);
            let stand = Stand::new(model, choice, sessions, &prices, self.scale);
            let found = cheapest(&stand, least, &mut weeks, &mut self.scratch);
            if let Some(cost) = found {
                least = cost;
                chosen = Some((at, weeks));
            }
        }
        let Some((choice, weeks)) = chosen else {
            return (least, sessions as i64);
        };
        if let Some(before) = self.before.get_mut(group) {
            *before = choice;
        }
        let mut missing = 0;
        if let Some(choice) = model.choices.get(choice) {
            for (window, week) in model.windows_of(choice, sessions).iter().zip(&weeks) {
                if *week == UNSCHEDULED {
                    missing += 1;
                    continue;
                }
                let (line, doctor) = cells(choice, window, *week);
                for cell in [line, doctor] {
                    if let Some(demand) = self.demand.get_mut(cell as usize) {
                        *demand += 1;
                    }
                }
            }
        }
        (least, missing)
    }

    /// Raises the prices of cells asked for more than once, lowers those nobody asks for.
    ///
    /// The direction remembers the previous ones, which keeps the climb from swinging.
    fn step(&mut self, distance: i64, excess: i64) {
        let cells = self
            .prices
            .iter()
            .zip(&self.demand)
            .zip(&mut self.direction);
        let mut norm = 0_i64;
        for (cell, ((price, demand), direction)) in cells.enumerate() {
            let slack = demand - 1;
            let rests = *price == 0 && slack < 0 && *direction <= 0;
            *direction = match cell as u32 == ALWAYS_FREE || *price == BLOCKED || rests {
                true => 0,
                false => (SMOOTH as i32 * slack * 3 + *direction * 2) / 5,
            };
            norm += i64::from(*direction) * i64::from(*direction);
        }
        self.unscheduled_direction = (SMOOTH * excess * 3 + self.unscheduled_direction * 2) / 5;
        norm += HASTE * self.unscheduled_direction * self.unscheduled_direction;
        if norm == 0 {
            return;
        }
        // The step in price for one unit of direction, with 20 binary digits after the point.
        let distance = distance.clamp(FINE / 4, DEAREST);
        let stride = (((distance << 20) / norm * self.factor) >> 10) * SMOOTH;
        let mut income = 0;
        for (price, direction) in self.prices.iter_mut().zip(&self.direction) {
            if *price == BLOCKED {
                continue;
            }
            let change = (stride * i64::from(*direction)) >> 20;
            *price = (i64::from(*price) + change).clamp(0, DEAREST) as i32;
            income += i64::from(*price);
        }
        self.income = income;
        if self.allowance.is_some() {
            let change = (stride * HASTE * self.unscheduled_direction) >> 20;
            self.scale.unscheduled = (self.scale.unscheduled + change).clamp(0, DEAREST);
        }
    }
}

/// The fewest sessions that stay unscheduled even when every group has the lines to itself.
pub(crate) fn unavoidable(model: &Model) -> i64 {
    let prices: Vec<i32> = model
        .taken
        .iter()
        .map(|taken| if *taken { BLOCKED } else { 0 })
        .collect();
    let scale = Scale {
        unscheduled: 1,
        date: 0,
    };
    let mut weeks = [UNSCHEDULED; MOST_SESSIONS];
    let mut scratch = Scratch::default();
    let mut sum = 0;
    for group in 0..model.groups() {
        let sessions = model.sessions.get(group).map_or(0, |count| *count as usize);
        let mut least = sessions as i64;
        for choice in model.choices.get(model.choices_of(group)).unwrap_or(&[]) {
            let prices = PriceList(&prices);
            let stand = Stand::new(model, choice, sessions, &prices, scale);
            if let Some(cost) = cheapest(&stand, least, &mut weeks, &mut scratch) {
                least = cost;
            }
        }
        sum += least;
    }
    sum
}
