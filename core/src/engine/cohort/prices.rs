//! An upper bound on the families placed with a shared half-day, by prices.
//! Each family pays a price wherever it is placed, so that it need not be placed only once; each
//! half-day is then solved exactly on its own. The tables also guide [`super::diagram`].
//! The largest size is left out of account, which only raises the bound.

use super::pool::{Families, HALF_DAYS};
use super::rules::GroupRules;

/// One family placed, in the fraction in which prices are kept.
pub(crate) const FINE: i32 = 1 << 10;
/// The value of a state that cannot be completed.
pub(crate) const DEAD: i32 = i32::MIN / 4;

/// The most families of a pool whose bound is computed: places take twelve bits.
const MOST_FAMILIES: usize = 4_000;
/// The most states in a pool's tables: 64 megabytes.
const MOST_STATES: usize = 1 << 24;

/// Whether a pool is small enough for tables of prices.
pub(crate) fn is_provable(families: &Families, rules: &GroupRules) -> bool {
    let births = &families.births;
    let together = |(place, birth): (usize, &i32)| {
        let end = births.partition_point(|other| *other <= birth + rules.spread());
        end - place
    };
    let reach = births.iter().enumerate().map(together).max().unwrap_or(0);
    let states = HALF_DAYS * (births.len() + 1) * reach * (rules.smallest() + 1);
    births.len() <= MOST_FAMILIES && states <= MOST_STATES
}

/// The open group of a half-day: 0 for none, else the last place in the half-day's list that
/// can still join, and the size up to the smallest.
pub(crate) type Open = u16;

/// Packs an open group that can be joined up to place `end` and has `size` members.
#[inline]
pub(crate) const fn open(end: usize, size: usize) -> Open {
    ((end as Open + 1) << 4) | size as Open
}

/// The last place that can still join.
#[inline]
pub(crate) const fn end_of(open: Open) -> usize {
    (open >> 4) as usize - 1
}

/// The size up to the smallest.
#[inline]
pub(crate) const fn size_of(open: Open) -> usize {
    (open & 15) as usize
}

/// The families of one half-day and the value of every state from every place on.
#[derive(Clone, Debug)]
pub(crate) struct HalfDayTable {
    /// Families that can come, in order of birth.
    pub families: Vec<u32>,
    /// For each place, the last place whose family may share a group that starts here.
    pub end: Vec<u16>,
    /// How many places an end may lie ahead, plus one.
    reach: usize,
    sizes: usize,
    value: Vec<i32>,
}

impl HalfDayTable {
    /// The smallest size of a group.
    #[inline]
    pub const fn smallest(&self) -> usize {
        self.sizes
    }

    #[inline]
    fn at(&self, place: usize, ahead: usize, size: usize) -> usize {
        (place * self.reach + ahead) * (self.sizes + 1) + size
    }

    /// The most that can still be earned from `place` on with an open group.
    #[inline]
    pub fn value(&self, place: usize, open: Open) -> i32 {
        let index = match open {
            0 => self.at(place, 0, 0),
            open => {
                let end = end_of(open);
                if end < place {
                    return match size_of(open) == self.sizes {
                        true => self.value(place, 0),
                        false => DEAD,
                    };
                }
                self.at(place, end - place, size_of(open))
            }
        };
        self.value.get(index).copied().unwrap_or(DEAD)
    }

    /// Fills the table backwards for the rewards of families.
    #[expect(
        clippy::indexing_slicing,
        reason = "places, ends and sizes stay within the table"
    )]
    fn fill(&mut self, reward: &[i32]) {
        let (count, smallest) = (self.families.len(), self.sizes);
        let from = self.at(count, 0, 0);
        self.value[from..].fill(0);
        for place in (0..count).rev() {
            let earned = reward[self.families[place] as usize];
            let fresh = open(usize::from(self.end[place]), 1);
            let start = earned + self.value(place + 1, fresh);
            let none = self.value(place + 1, 0).max(start);
            let index = self.at(place, 0, 0);
            self.value[index] = none;
            let ahead = usize::from(self.end[place]).min(count - 1) - place;
            for ahead in 0..=ahead {
                for size in 1..=smallest {
                    let state = open(place + ahead, size);
                    let next = open(place + ahead, (size + 1).min(smallest));
                    let skip = self.value(place + 1, state);
                    let mut best = skip.max(earned + self.value(place + 1, next));
                    if size == smallest {
                        best = best.max(start);
                    }
                    let index = self.at(place, ahead, size);
                    self.value[index] = best.max(DEAD);
                }
            }
        }
    }
}

/// The climb in prices, towards the lowest upper bound.
#[derive(Clone, Debug)]
pub(crate) struct Prices {
    pub tables: Vec<HalfDayTable>,
    /// The price of each family, at most one placement.
    pub price: Vec<i32>,
    reward: Vec<i32>,
    count: Vec<i32>,
    factor: i64,
    idle: u32,
    /// The lowest bound, in [`FINE`] units, and the prices that gave it.
    best: i64,
    best_price: Vec<i32>,
}

impl Prices {
    pub fn new(families: &Families, rules: &GroupRules) -> Self {
        let total = families.births.len();
        let tables = (0..HALF_DAYS)
            .map(|half_day| table(families, rules, half_day))
            .collect();
        let choices = families
            .half_days
            .iter()
            .map(|set| (set & 0x3FF).count_ones());
        let price: Vec<i32> = choices
            .map(|choices| if choices > 1 { FINE / 4 } else { 0 })
            .collect();
        Self {
            tables,
            reward: vec![0; total],
            count: vec![0; total],
            factor: 1024,
            idle: 0,
            best: i64::MAX,
            best_price: price.clone(),
            price,
        }
    }

    /// The most families that any plan places.
    pub const fn bound(&self) -> i64 {
        if self.best == i64::MAX {
            return i64::MAX;
        }
        self.best.div_euclid(FINE as i64)
    }

    /// The number of states in the tables: what a sweep has to compute.
    pub fn states(&self) -> u64 {
        self.tables
            .iter()
            .map(|table| table.value.len() as u64)
            .sum()
    }

    /// Solves every half-day at today's prices and moves the prices towards `target` families.
    pub fn sweep(&mut self, target: i64) {
        let total = self.evaluate();
        if total < self.best {
            if total + i64::from(FINE) / 8 < self.best {
                self.idle = 0;
            }
            self.best = total;
            self.best_price.clone_from(&self.price);
        } else {
            self.idle += 1;
            if self.idle >= 10 {
                self.idle = 0;
                self.factor = (self.factor * 3 / 4).max(32);
                self.price.clone_from(&self.best_price);
            }
        }
        let mut norm = 0;
        for (count, price) in self.count.iter_mut().zip(&self.price) {
            let slack = *count - 1;
            *count = if *price == 0 && slack < 0 { 0 } else { slack };
            norm += i64::from(*count * *count);
        }
        if norm == 0 {
            return;
        }
        let distance = (total - target * i64::from(FINE)).max(i64::from(FINE) / 2);
        let stride = ((distance * self.factor / norm) >> 10).max(1);
        for (price, slack) in self.price.iter_mut().zip(&self.count) {
            *price =
                (i64::from(*price) + stride * i64::from(*slack)).clamp(0, i64::from(FINE)) as i32;
        }
    }

    /// Leaves the tables at the best prices found.
    pub fn settle(&mut self) {
        self.price.clone_from(&self.best_price);
        self.evaluate();
    }

    /// Fills the tables at today's prices; returns the bound and counts the placements.
    fn evaluate(&mut self) -> i64 {
        for (reward, price) in self.reward.iter_mut().zip(&self.price) {
            *reward = FINE - price;
        }
        self.count.fill(0);
        let mut total: i64 = self.price.iter().map(|price| i64::from(*price)).sum();
        for table in &mut self.tables {
            table.fill(&self.reward);
            total += i64::from(table.value(0, 0));
            place(table, &self.reward, &mut self.count);
        }
        total
    }
}

/// Follows the best choices through a table and counts who is placed.
#[expect(
    clippy::indexing_slicing,
    reason = "places run over the half-day's families"
)]
fn place(table: &HalfDayTable, reward: &[i32], count: &mut [i32]) {
    let mut state = 0;
    for (place, family) in table.families.iter().enumerate() {
        let family = *family as usize;
        let here = table.value(place, state);
        let fresh = open(usize::from(table.end[place]), 1);
        let skip = table.value(place + 1, state);
        if here == skip {
            continue;
        }
        count[family] += 1;
        let mut next = fresh;
        if state != 0 && end_of(state) >= place {
            let joined = open(end_of(state), (size_of(state) + 1).min(table.sizes));
            if here == reward[family] + table.value(place + 1, joined) {
                next = joined;
            }
        }
        state = next;
    }
}

#[expect(
    clippy::indexing_slicing,
    reason = "ends stay within the half-day's families"
)]
fn table(families: &Families, rules: &GroupRules, half_day: usize) -> HalfDayTable {
    let comes = |family: &u32| families.half_days[*family as usize] >> half_day & 1 == 1;
    let list: Vec<u32> = (0..families.births.len() as u32).filter(comes).collect();
    let birth = |place: usize| families.births[list[place] as usize];
    let mut end = Vec::with_capacity(list.len());
    let mut last = 0;
    for place in 0..list.len() {
        while last + 1 < list.len() && birth(last + 1) - birth(place) <= rules.spread() {
            last += 1;
        }
        last = last.max(place);
        end.push(last as u16);
    }
    let reach = 1 + end
        .iter()
        .enumerate()
        .map(|(place, end)| usize::from(*end) - place)
        .max()
        .unwrap_or(0);
    let sizes = rules.smallest();
    HalfDayTable {
        value: vec![DEAD; (list.len() + 1) * reach * (sizes + 1)],
        families: list,
        end,
        reach,
        sizes,
    }
}
