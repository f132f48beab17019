//! The walk through session plans of one location: remove a few neighbouring groups, put each
//! back on its cheapest line by the exact recursion, keep or undo.
//! It knows one location only; [`super::lines`] hands out the budget.

use super::model::{ALWAYS_FREE, MOST_SESSIONS, Model, cells};
use super::part::Taken;
use super::seat::{Seat, floor};
use super::single::{Claim, FREE, Occupancy, Scale, Scratch, Stand, TAKEN, UNSCHEDULED, cheapest};
use crate::engine::random::Random;

/// How many groups a move looks at before it starts from one of them.
const CANDIDATES: u32 = 3;
/// The most groups one move removes.
const MOST_REMOVED: usize = 6;

/// The groups a move removed, and where they stood.
#[derive(Clone, Copy, Debug)]
struct Removed {
    groups: [(usize, Seat); MOST_REMOVED],
    count: usize,
}

impl Default for Removed {
    fn default() -> Self {
        Self {
            groups: [(0, Seat::EMPTY); MOST_REMOVED],
            count: 0,
        }
    }
}

impl Removed {
    fn list(&self) -> &[(usize, Seat)] {
        self.groups.get(..self.count).unwrap_or(&[])
    }

    fn list_mut(&mut self) -> &mut [(usize, Seat)] {
        self.groups.get_mut(..self.count).unwrap_or(&mut [])
    }
}

/// The state of one location's walk.
#[derive(Clone, Debug)]
pub(crate) struct Walk {
    random: Random,
    holders: Vec<u16>,
    seats: Vec<Seat>,
    rank: Vec<u32>,
    /// What each group costs at least.
    floors: Vec<i64>,
    scale: Scale,
    energy: i64,
    /// Unscheduled sessions.
    missing: i64,
    /// Unscheduled sessions and date cost of the best plan.
    best: (i64, i64),
    best_seats: Vec<Seat>,
    scratch: Scratch,
}

impl Walk {
    pub fn new(model: &Model, random: Random) -> Self {
        let dearest = model.cost.iter().copied().max().unwrap_or(0);
        let unscheduled = 1 + 3 * i64::from(dearest);
        let scale = Scale {
            unscheduled,
            date: 1,
        };
        let mut rank = vec![0; model.groups()];
        for (place, group) in model.by_birth.iter().enumerate() {
            if let Some(rank) = rank.get_mut(*group as usize) {
                *rank = place as u32;
            }
        }
        Self {
            random,
            holders: model
                .taken
                .iter()
                .map(|taken| if *taken { TAKEN } else { FREE })
                .collect(),
            seats: vec![Seat::EMPTY; model.groups()],
            rank,
            floors: (0..model.groups())
                .map(|group| floor(model, group, scale))
                .collect(),
            scale,
            energy: 0,
            missing: 0,
            best: (i64::MAX, i64::MAX),
            best_seats: Vec::new(),
            scratch: Scratch::default(),
        }
    }

    /// What an unscheduled session costs in the walk, in units of date cost.
    pub const fn unscheduled_cost(&self) -> i64 {
        self.scale.unscheduled
    }

    /// Unscheduled sessions and date cost of the best plan.
    pub const fn best(&self) -> (i64, i64) {
        self.best
    }

    /// The best plan by group.
    pub fn best_seats(&self) -> &[Seat] {
        &self.best_seats
    }

    /// Plans the groups one after the other in order of birth.
    pub fn construct(&mut self, model: &Model) {
        self.holders.clear();
        self.holders.extend(
            model
                .taken
                .iter()
                .map(|taken| if *taken { TAKEN } else { FREE }),
        );
        self.energy = 0;
        self.missing = 0;
        for group in &model.by_birth {
            self.place(model, *group as usize);
        }
        self.record();
    }

    /// Returns to the best plan.
    pub fn return_to_best(&mut self, model: &Model) {
        for group in 0..self.seats.len() {
            self.clear(model, group);
        }
        for group in 0..self.seats.len() {
            if let Some(seat) = self.best_seats.get(group).copied() {
                self.sit(model, group, seat);
            }
        }
    }

    /// Keeps a plan that was found elsewhere, where it is better than the best so far.
    pub fn adopt(&mut self, model: &Model, plan: &[Option<Taken>]) {
        let groups = plan.iter().enumerate();
        let seats: Vec<Seat> = groups
            .map(|(group, taken)| Seat::of(model, group, *taken, self.scale))
            .collect();
        let missing = seats.iter().map(|seat| i64::from(seat.missing)).sum();
        let energy = seats.iter().map(|seat| seat.cost).sum();
        let value = self.levels(missing, energy);
        if value < self.best {
            self.best = value;
            self.best_seats = seats;
        }
    }

    /// Unscheduled sessions, and the date cost in an energy.
    const fn levels(&self, missing: i64, energy: i64) -> (i64, i64) {
        (missing, energy - missing * self.scale.unscheduled)
    }

    /// Tries one move; `heat` is the accepted worsening in 1024ths of a day, on average.
    /// True when the best plan improved.
    pub fn iterate(&mut self, model: &Model, heat: i64) -> bool {
        let count = model.groups();
        if count == 0 {
            return false;
        }
        let before = self.energy;
        let mut removed = Removed::default();
        let first = self.worst_of_some(count);
        match self.random.below(4) > 0 {
            true => self.claim(model, first, &mut removed),
            false => self.shuffle_neighbours(model, first, &mut removed),
        }
        let removed = removed.list();
        let allowed = (heat * self.random.exponential()) >> 20;
        if self.energy > before + allowed {
            for (group, _) in removed.iter() {
                self.clear(model, *group);
            }
            for (group, seat) in removed.iter() {
                self.sit(model, *group, *seat);
            }
        }
        self.record()
    }

    /// Of a few random groups the one that stands farthest above what it costs at least.
    fn worst_of_some(&mut self, count: usize) -> usize {
        let mut worst = (i64::MIN, 0);
        for _ in 0..CANDIDATES {
            let group = self.random.index(count);
            let cost = self.seats.get(group).map_or(0, |seat| seat.cost);
            let excess = cost - self.floors.get(group).copied().unwrap_or(0);
            if excess > worst.0 {
                worst = (excess, group);
            }
        }
        worst.1
    }

    /// Removes a group and some of its neighbours by birth, and puts them back in random order.
    fn shuffle_neighbours(&mut self, model: &Model, first: usize, removed: &mut Removed) {
        let wanted = 2 + self.random.index(3);
        self.take(model, first, removed);
        let reach = 1 + self.random.below(12);
        let rank = self.rank.get(first).map_or(0, |rank| i64::from(*rank));
        for _ in 0..16 {
            if removed.count == wanted {
                break;
            }
            let shift = i64::from(self.random.below(2 * reach + 1)) - i64::from(reach);
            let Ok(rank) = usize::try_from(rank + shift) else {
                continue;
            };
            if let Some(other) = model.by_birth.get(rank) {
                self.take(model, *other as usize, removed);
            }
        }
        let mut order = *removed;
        self.random.shuffle(order.list_mut());
        for (group, _) in order.list() {
            self.place(model, *group);
        }
    }

    /// Gives a group the weeks it likes on one of its lines, removes who held them, and puts
    /// those back in random order.
    fn claim(&mut self, model: &Model, first: usize, removed: &mut Removed) {
        let choices = model.choices_of(first);
        if choices.start == choices.end {
            return;
        }
        let at = choices.start + self.random.index(choices.len());
        let Some(choice) = model.choices.get(at) else {
            return;
        };
        self.take(model, first, removed);
        let sessions = model.sessions.get(first).map_or(0, |count| *count as usize);
        let mut weeks = [UNSCHEDULED; MOST_SESSIONS];
        let claim = Claim {
            holders: &self.holders,
            fee: self.random.below(30) as i32,
        };
        let stand = Stand::new(model, choice, sessions, &claim, self.scale);
        cheapest(&stand, i64::MAX, &mut weeks, &mut self.scratch);
        let windows = model.windows_of(choice, sessions);
        for (window, week) in windows.iter().zip(&mut weeks) {
            if *week == UNSCHEDULED {
                continue;
            }
            let (line, doctor) = cells(choice, window, *week);
            for cell in [line, doctor] {
                let holder = self.holders.get(cell as usize).copied().unwrap_or(FREE);
                if holder != FREE
                    && holder != TAKEN
                    && !self.take(model, usize::from(holder) - 1, removed)
                {
                    *week = UNSCHEDULED;
                }
            }
        }
        let seat = Seat::of(model, first, Some((at, weeks)), self.scale);
        self.sit(model, first, seat);
        let mut order = *removed;
        let others = order.list_mut().get_mut(1..).unwrap_or(&mut []);
        self.random.shuffle(others);
        for (group, _) in others.iter() {
            self.place(model, *group);
        }
    }

    /// Removes a group from the plan; false when the move is full.
    fn take(&mut self, model: &Model, group: usize, removed: &mut Removed) -> bool {
        if removed.list().iter().any(|(other, _)| *other == group) {
            return true;
        }
        let Some(seat) = self.seats.get(group).copied() else {
            return false;
        };
        match removed.groups.get_mut(removed.count) {
            Some(place) => *place = (group, seat),
            None => return false,
        }
        removed.count += 1;
        self.clear(model, group);
        true
    }

    fn record(&mut self) -> bool {
        let value = self.levels(self.missing, self.energy);
        let better = value < self.best;
        if better {
            self.best = value;
            self.best_seats.clone_from(&self.seats);
        }
        better
    }

    /// Puts a group on its cheapest line.
    fn place(&mut self, model: &Model, group: usize) {
        let sessions = model.sessions.get(group).map_or(0, |count| *count as usize);
        let mut best = Seat::idle(sessions, self.scale);
        let mut weeks = [UNSCHEDULED; MOST_SESSIONS];
        let choices = model.choices_of(group);
        for at in choices {
            let Some(choice) = model.choices.get(at) else {
                continue;
            };
            let prices = Occupancy(&self.holders);
            let stand = Stand::new(model, choice, sessions, &prices, self.scale);
            let found = cheapest(&stand, best.cost, &mut weeks, &mut self.scratch);
            if let Some(cost) = found {
                best = Seat::at(cost, (at, weeks), sessions);
            }
        }
        self.sit(model, group, best);
    }

    fn sit(&mut self, model: &Model, group: usize, seat: Seat) {
        self.energy += seat.cost;
        self.missing += i64::from(seat.missing);
        self.mark(model, group, &seat, group as u16 + 1);
        if let Some(place) = self.seats.get_mut(group) {
            *place = seat;
        }
    }

    fn clear(&mut self, model: &Model, group: usize) {
        if let Some(seat) = self.seats.get(group).copied() {
            self.energy -= seat.cost;
            self.missing -= i64::from(seat.missing);
            self.mark(model, group, &seat, FREE);
        }
        if let Some(place) = self.seats.get_mut(group) {
            *place = Seat::EMPTY;
        }
    }

    fn mark(&mut self, model: &Model, group: usize, seat: &Seat, value: u16) {
        let Some(choice) = model.choices.get(seat.choice as usize) else {
            return;
        };
        let sessions = model.sessions.get(group).map_or(0, |count| *count as usize);
        let windows = model.windows_of(choice, sessions);
        for (window, week) in windows.iter().zip(&seat.weeks) {
            if *week == UNSCHEDULED {
                continue;
            }
            let (line, doctor) = cells(choice, window, *week);
            if let Some(used) = self.holders.get_mut(line as usize) {
                *used = value;
            }
            if doctor != ALWAYS_FREE
                && let Some(used) = self.holders.get_mut(doctor as usize)
            {
                *used = value;
            }
        }
    }
}
