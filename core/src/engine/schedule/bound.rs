//! Lower bounds on session plans of one location.
//! Prices on line-days and doctor cells replace "one group at a time"; each group then takes its
//! cheapest line by the same recursion as the search, and the total is a bound for any prices.

use super::model::{ALWAYS_FREE, MOST_SESSIONS, Model, cells};
use super::part::{Offer, Part, Taken, Tariff};
use super::single::{BLOCKED, PriceList, Scale, Scratch, Stand, UNSCHEDULED, Weeks, cheapest};

/// Prices are kept in this fraction of a day.
pub(crate) const FINE: i64 = 1 << 8;

/// The largest price, so that sums stay far from overflow.
const DEAREST: i64 = 1 << 28;
/// Directions are kept in this fraction of a unit of demand.
const SMOOTH: i64 = 64;
/// The first step, in 1024ths of the one that would meet the target at once.
const FIRST_FACTOR: i64 = 700;
/// Sweeps without a better bound after which the steps shrink.
const PATIENCE: u32 = 8;
/// Steps with this factor hardly move prices.
const FLAT: i64 = 60;
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
    /// The plans that are bounded.
    part: Part,
    /// How often each choice was the cheapest of its group.
    chosen: Vec<u32>,
    /// The prices of the best bound, remembered for parts of the plans only.
    best_tariff: Option<Tariff>,
    /// The prices of cells that are blocked for the group at hand.
    held: Vec<(u32, i32)>,
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
            part: Part::default(),
            chosen: vec![0; model.choices.len()],
            best_tariff: None,
            held: Vec::new(),
        }
    }

    /// Starts a climb from these prices for a part of all plans.
    pub fn restart(&mut self, tariff: &Tariff, part: Part) {
        self.prices.clone_from(&tariff.cells);
        self.scale.unscheduled = tariff.unscheduled;
        self.income = tariff.income;
        self.direction.fill(0);
        self.unscheduled_direction = 0;
        self.best = i64::MIN;
        self.factor = FIRST_FACTOR;
        self.idle = 0;
        self.part = part;
        self.chosen.fill(0);
        self.best_tariff = Some(tariff.clone());
    }

    /// Today's prices.
    pub fn tariff(&self) -> Tariff {
        Tariff {
            cells: self.prices.clone(),
            unscheduled: self.scale.unscheduled,
            income: self.income,
        }
    }

    /// Returns to the prices of the best bound since the last restart.
    pub fn return_to_best(&mut self) {
        if let Some(tariff) = &self.best_tariff {
            self.prices.clone_from(&tariff.cells);
            self.scale.unscheduled = tariff.unscheduled;
            self.income = tariff.income;
        }
    }

    /// The plans that are bounded.
    pub const fn part(&self) -> &Part {
        &self.part
    }

    /// The best bound since the last restart, in [`FINE`] parts.
    pub const fn fine(&self) -> i64 {
        self.best
    }

    /// Whether the steps have become so small that prices hardly move.
    pub const fn is_flat(&self) -> bool {
        self.factor <= FLAT
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
            if let Some(tariff) = &mut self.best_tariff {
                tariff.cells.clone_from(&self.prices);
                tariff.unscheduled = self.scale.unscheduled;
                tariff.income = self.income;
            }
        } else {
            self.idle += 1;
            if self.idle >= PATIENCE {
                self.idle = 0;
                self.factor = (self.factor * 3 / 4).max(16);
            }
        }
        self.step(target * FINE - total, excess);
    }

    /// The cost of a group at today's prices, and how many sessions it leaves out.
    fn serve(&mut self, model: &Model, group: usize) -> (i64, i64) {
        let sessions = model.sessions.get(group).map_or(0, |count| *count as usize);
        let (least, taken) = self.cheapest_of(model, group);
        let Some((at, weeks)) = taken else {
            return (least, sessions as i64);
        };
        if let Some(before) = self.before.get_mut(group) {
            *before = at;
        }
        if let Some(chosen) = self.chosen.get_mut(at) {
            *chosen += 1;
        }
        let mut missing = 0;
        if let Some(choice) = model.choices.get(at) {
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

    /// The cheapest line of a group at today's prices, with its weeks; none where no session pays.
    fn cheapest_of(&mut self, model: &Model, group: usize) -> (i64, Option<Taken>) {
        let sessions = model.sessions.get(group).map_or(0, |count| *count as usize);
        let mut least = self.scale.unscheduled * sessions as i64;
        let mut taken = None;
        let mut weeks = [UNSCHEDULED; MOST_SESSIONS];
        let before = self.before.get(group).copied().unwrap_or(usize::MAX);
        let others = model.choices_of(group).filter(|at| *at != before);
        self.reserve(group);
        for at in std::iter::once(before).chain(others) {
            if let Some(cost) = self.cost_on(model, sessions, at, least, &mut weeks) {
                least = cost;
                taken = Some((at, weeks));
            }
        }
        self.release();
        (least, taken)
    }

    /// What a choice costs at today's prices; none when it is left out, or that is `limit` or more.
    #[inline]
    fn cost_on(
        &mut self,
        model: &Model,
        sessions: usize,
        at: usize,
        limit: i64,
        weeks: &mut Weeks,
    ) -> Option<i64> {
        let choice = model.choices.get(at)?;
        if self.part.bars(at) {
            return None;
        }
        let prices = PriceList(&self.prices);
        let stand = Stand::new(model, choice, sessions, &prices, self.scale);
        cheapest(&stand, limit, weeks, &mut self.scratch)
    }

    /// Blocks the cells that the part denies to a group.
    fn reserve(&mut self, group: usize) {
        for reserve in &self.part.reserves {
            if reserve.denies(group)
                && let Some(price) = self.prices.get_mut(reserve.cell as usize)
            {
                self.held.push((reserve.cell, *price));
                *price = BLOCKED;
            }
        }
    }

    fn release(&mut self) {
        while let Some((cell, held)) = self.held.pop() {
            if let Some(price) = self.prices.get_mut(cell as usize) {
                *price = held;
            }
        }
    }

    /// What each choice of a group costs more than its cheapest at today's prices, where that is no more
    /// than `slack`. Without a line, no session takes place.
    pub fn offers(&mut self, model: &Model, group: usize, slack: i64) -> Vec<Offer> {
        let sessions = model.sessions.get(group).map_or(0, |count| *count as usize);
        let mut least = self.scale.unscheduled * sessions as i64;
        let mut offers = vec![(None, least)];
        let mut weeks = [UNSCHEDULED; MOST_SESSIONS];
        self.reserve(group);
        for at in model.choices_of(group) {
            let limit = least.saturating_add(slack).saturating_add(1);
            if let Some(cost) = self.cost_on(model, sessions, at, limit, &mut weeks) {
                offers.push((Some(at), cost));
                least = least.min(cost);
            }
        }
        self.release();
        offers.retain_mut(|(_, cost)| {
            *cost -= least;
            *cost <= slack
        });
        offers
    }

    /// How often a choice was the cheapest of its group since the last restart.
    pub fn times_chosen(&self, choice: usize) -> u32 {
        self.chosen.get(choice).copied().unwrap_or(0)
    }

    /// What all groups take at today's prices.
    pub fn taken(&mut self, model: &Model) -> Vec<Option<Taken>> {
        let groups = 0..model.groups();
        groups
            .map(|group| self.cheapest_of(model, group).1)
            .collect()
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
