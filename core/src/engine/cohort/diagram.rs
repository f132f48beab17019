//! A decision diagram over the families of one pool in order of birth: it asks whether more
//! than a given number can be placed with a shared half-day, and so lowers the upper bound.
//! A layer holds the distinct sets of open groups; states that the prices of
//! [`super::prices`] show to be hopeless are dropped. Layers are worked through in portions.

use super::pool::{Families, HALF_DAYS};
use super::prices::{DEAD, FINE, HalfDayTable, Open, Prices, end_of, open, size_of};

/// The open groups of all half-days, twelve bits each.
type Key = u128;
const BITS: usize = 12;
const MASK: Key = (1 << BITS) - 1;
/// No state has all bits set: the last two half-days would need 4096 families.
const EMPTY: Key = Key::MAX;
/// Table slots worked through in one portion.
const PORTION: usize = 64;

/// Whether pools of this many families fit the twelve bits of an open group.
pub(crate) const MOST_PLACES: usize = 254;

/// What one portion of work led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// There is more to do.
    Unfinished,
    /// No plan places more than this.
    AtMost(i64),
    /// A layer outgrew its limit; the largest number of states does not answer the question.
    TooLarge,
}

/// Distinct states of a layer with the most families placed in each: an open-addressing
/// table whose hash has no randomness, so that its order is the same everywhere.
#[derive(Clone, Debug)]
struct Layer {
    slots: Vec<(Key, i32)>,
    len: usize,
}

impl Layer {
    fn with_room(states: usize) -> Self {
        Self {
            slots: vec![(EMPTY, 0); (2 * states).next_power_of_two().max(64)],
            len: 0,
        }
    }

    #[expect(clippy::indexing_slicing, reason = "slots are taken modulo the room")]
    fn insert(&mut self, key: Key, value: i32) {
        if 2 * self.len >= self.slots.len() {
            let mut larger = Self::with_room(self.slots.len());
            for (key, value) in &self.slots {
                if *key != EMPTY {
                    larger.insert(*key, *value);
                }
            }
            *self = larger;
        }
        let folded = key as u64 ^ ((key >> 64) as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let mixed = folded.wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mask = self.slots.len() - 1;
        let mut slot = (mixed >> 20) as usize & mask;
        while self.slots[slot].0 != EMPTY && self.slots[slot].0 != key {
            slot = (slot + 1) & mask;
        }
        if self.slots[slot].0 == EMPTY {
            self.slots[slot] = (key, value);
            self.len += 1;
        } else {
            self.slots[slot].1 = self.slots[slot].1.max(value);
        }
    }
}

/// One question under way.
#[derive(Clone, Debug)]
pub(crate) struct Diagram {
    floor: i64,
    limit: usize,
    layer: Layer,
    next: Layer,
    /// The next slot of `layer` to work through.
    slot: usize,
    /// The family whose choice the layer makes.
    family: usize,
    before: [usize; HALF_DAYS],
    after: [usize; HALF_DAYS],
    /// The prices of the families behind the layer, in [`FINE`] units.
    rest: i64,
}

impl Diagram {
    /// Asks whether more than `floor` families can be placed, with at most `limit` states.
    ///
    /// The prices must have settled, and stay the same until the answer.
    pub fn new(families: &Families, prices: &Prices, floor: i64, limit: usize) -> Self {
        let mut layer = Layer::with_room(1);
        layer.insert(0, 0);
        let mut diagram = Self {
            floor,
            limit,
            layer,
            next: Layer::with_room(1),
            slot: 0,
            family: 0,
            before: [0; HALF_DAYS],
            after: [0; HALF_DAYS],
            rest: prices.price.iter().map(|price| i64::from(*price)).sum(),
        };
        diagram.enter(families, prices);
        diagram
    }

    /// Works through one portion.
    pub fn advance(&mut self, families: &Families, prices: &Prices) -> Outcome {
        if self.family >= families.births.len() {
            let values = self.layer.slots.iter().filter(|(key, _)| *key != EMPTY);
            let most = values.map(|(_, value)| i64::from(*value)).max();
            return Outcome::AtMost(most.unwrap_or(0).max(self.floor));
        }
        for _ in 0..PORTION {
            let Some((key, value)) = self.layer.slots.get(self.slot).copied() else {
                if self.next.len == 0 {
                    return Outcome::AtMost(self.floor);
                }
                self.layer = std::mem::replace(&mut self.next, Layer::with_room(1));
                self.slot = 0;
                self.family += 1;
                self.enter(families, prices);
                return Outcome::Unfinished;
            };
            self.slot += 1;
            if key != EMPTY {
                self.branch(families, prices, key, value);
            }
        }
        match self.next.len > self.limit {
            true => Outcome::TooLarge,
            false => Outcome::Unfinished,
        }
    }

    /// Moves the places of the half-days past the family of the layer.
    fn enter(&mut self, families: &Families, prices: &Prices) {
        self.before = self.after;
        let set = families.half_days.get(self.family).copied().unwrap_or(0);
        for (half_day, place) in self.after.iter_mut().enumerate() {
            *place += usize::from(set >> half_day & 1);
        }
        self.rest -= prices
            .price
            .get(self.family)
            .map_or(0, |price| i64::from(*price));
    }

    /// Leaves the family out, lets it join an open group or start one.
    fn branch(&mut self, families: &Families, prices: &Prices, key: Key, value: i32) {
        let set = families.half_days.get(self.family).copied().unwrap_or(0);
        let mut free = false;
        let places = prices.tables.iter().zip(self.before);
        for (half_day, (table, place)) in places.enumerate() {
            if set >> half_day & 1 == 0 {
                continue;
            }
            let shift = BITS * half_day;
            let state = (key >> shift & MASK) as Open;
            let clear = key & !(MASK << shift);
            let end = table.end.get(place).map_or(0, |end| usize::from(*end));
            let complete = state != 0 && size_of(state) == table.smallest();
            if state != 0 && !complete {
                let joined = open(end_of(state), size_of(state) + 1);
                self.push(prices, clear | Key::from(joined) << shift, value + 1);
                continue;
            }
            free |= complete;
            self.push(prices, clear | Key::from(open(end, 1)) << shift, value + 1);
        }
        // A complete group that is still open takes the family at no loss.
        self.push(prices, key, value + i32::from(free));
    }

    /// Adds a state to the next layer unless it is dead or hopeless.
    fn push(&mut self, prices: &Prices, mut key: Key, value: i32) {
        let mut hope = self.rest + i64::from(value) * i64::from(FINE);
        for (half_day, (table, place)) in prices.tables.iter().zip(self.after).enumerate() {
            let shift = BITS * half_day;
            let state = (key >> shift & MASK) as Open;
            if state != 0 && end_of(state) < place && size_of(state) == table.smallest() {
                key &= !(MASK << shift);
            }
            let worth = table.value(place, state);
            if worth <= DEAD / 2 {
                return;
            }
            hope += i64::from(worth);
        }
        if hope >= (self.floor + 1) * i64::from(FINE) {
            self.next.insert(key, value);
        }
    }
}

/// Whether a pool's half-days are short enough for the diagram's states.
pub(crate) fn fits(tables: &[HalfDayTable]) -> bool {
    tables
        .iter()
        .all(|table| table.families.len() <= MOST_PLACES)
}
