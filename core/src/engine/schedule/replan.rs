//! A published plan after something was lost: as few changes as possible, tier by tier.
//! What took place never changes, and inside the notice period only what itself lost its line,
//! doctor, room or day. The result is a list of changes to accept one by one.

use super::dated::{Agenda, Dated, Price, cheapest_days, sum};
use super::holders::{Holders, NOTHING, OPEN};
use crate::engine::random::Random;
use crate::engine::search::{Levels, Search};

/// What a day can take: a line, a doctor, and one cell for each of a pair that is replaced.
pub type Cells = [usize; 4];

/// The cells a day takes.
#[derive(Clone, Copy, Debug)]
pub struct Spot<W = ()> {
    /// The cells.
    pub cells: Cells,
    /// Whether the session stays as it was published.
    pub is_kept: bool,
    /// What it means to whoever listed it.
    pub way: W,
}

/// The repair of one location's plan.
#[derive(Clone, Debug)]
pub struct Replan<W = ()> {
    holders: Holders,
    agendas: Vec<Vec<Agenda<Spot<W>>>>,
    chosen: Vec<Vec<Option<usize>>>,
    prices: Vec<Price>,
    /// The groups that lost a session or miss one.
    hit: Vec<usize>,
    random: Random,
    best: Price,
    best_chosen: Vec<Vec<Option<usize>>>,
    bound: Price,
}

impl<W: Clone> Replan<W> {
    /// Makes the first repair: for each group and session the days it can take, whose cells are below `cells`.
    #[must_use]
    pub fn new(agendas: Vec<Vec<Agenda<Spot<W>>>>, cells: usize, seed: u64) -> Self {
        let mut replan = Self {
            holders: Holders::of_cells(cells),
            chosen: vec![Vec::new(); agendas.len()],
            prices: vec![[0; 4]; agendas.len()],
            agendas,
            hit: Vec::new(),
            random: Random::new(seed),
            best: [i64::MAX; 4],
            best_chosen: Vec::new(),
            bound: [0; 4],
        };
        replan.start();
        replan
    }

    /// The days that were listed for each group and session.
    #[must_use]
    pub fn agendas(&self) -> &[Vec<Agenda<Spot<W>>>] {
        &self.agendas
    }

    /// For each group and session the position of its day in its agenda, in the best plan.
    #[must_use]
    pub fn best_chosen(&self) -> &[Vec<Option<usize>>] {
        &self.best_chosen
    }

    /// Plans every hit group once on its own, then removes what stands in the way of the bound.
    fn start(&mut self) {
        for group in 0..self.agendas.len() {
            self.keep_published(group);
        }
        let mut bound = [0; 4];
        let misses = |group: &usize| {
            self.chosen
                .get(*group)
                .is_some_and(|chosen| chosen.iter().any(Option::is_none))
        };
        self.hit = (0..self.agendas.len()).filter(misses).collect();
        for group in &self.hit {
            let [unscheduled, changes, ..] = self.least(*group);
            bound = sum(bound, [unscheduled, changes, 0, 0]);
        }
        self.bound = bound;
        for group in self.hit.clone() {
            self.place(group);
        }
        self.record();
    }

    /// Takes the published days that are still possible.
    fn keep_published(&mut self, group: usize) {
        let agendas = self.agendas.get(group).map_or(&[][..], Vec::as_slice);
        let mut price = [0; 4];
        let mut chosen = Vec::with_capacity(agendas.len());
        for agenda in agendas {
            let kept = agenda.days.iter().position(|dated| dated.detail.is_kept);
            let spot = kept.and_then(|at| agenda.days.get(at));
            price = sum(price, spot.map_or(agenda.without, |spot| spot.price));
            for cell in spot.map_or([NOTHING; 4], |spot| spot.detail.cells) {
                self.holders.set(cell, group as u32);
            }
            chosen.push(kept);
        }
        if let (Some(place), Some(old)) = (self.chosen.get_mut(group), self.prices.get_mut(group)) {
            *place = chosen;
            *old = price;
        }
    }

    /// What a hit group costs at least: taking a line's day from a group that was not hit
    /// moves that group's session, a change that no other hit group's cost contains.
    fn least(&self, group: usize) -> Price {
        let mut agendas = self.agendas.get(group).cloned().unwrap_or_default();
        for dated in agendas.iter_mut().flat_map(|agenda| &mut agenda.days) {
            let [line_cell, ..] = dated.detail.cells;
            let holder = self.holders.holder(line_cell) as usize;
            if holder < self.agendas.len() && !self.hit.contains(&holder) {
                dated.price = sum(dated.price, [0, 1, 0, 0]);
            }
        }
        cheapest_days(&agendas, |_, _| true).0
    }

    /// Releases a group's cells.
    fn release(&mut self, group: usize) {
        for cell in self.cells_of(group) {
            self.holders.set(cell, OPEN);
        }
    }

    fn cells_of(&self, group: usize) -> Vec<usize> {
        let rows = self.chosen.get(group).zip(self.agendas.get(group));
        let spots = rows.into_iter().flat_map(|(chosen, agendas)| {
            chosen
                .iter()
                .zip(agendas)
                .filter_map(|(at, agenda)| agenda.days.get((*at)?))
        });
        spots
            .flat_map(|spot| spot.detail.cells)
            .filter(|cell| *cell != NOTHING)
            .collect()
    }

    /// Puts a group on its cheapest free days.
    fn place(&mut self, group: usize) {
        self.release(group);
        let Some(agendas) = self.agendas.get(group) else {
            return;
        };
        let free = |_: usize, dated: &Dated<Spot<W>>| {
            dated
                .detail
                .cells
                .iter()
                .all(|cell| self.holders.holder(*cell) == OPEN)
        };
        let (price, chosen) = cheapest_days(agendas, free);
        self.take(group, price, chosen);
    }

    fn take(&mut self, group: usize, price: Price, chosen: Vec<Option<usize>>) {
        if let (Some(place), Some(old)) = (self.chosen.get_mut(group), self.prices.get_mut(group)) {
            *place = chosen;
            *old = price;
        }
        for cell in self.cells_of(group) {
            self.holders.set(cell, group as u32);
        }
    }

    /// A group that holds a cell which a random session of `group` could use.
    fn rival(&mut self, group: usize) -> Option<usize> {
        let agendas = self.agendas.get(group)?;
        let session = self.random.index(agendas.len());
        let changed = |at: &usize| {
            let chosen = self
                .chosen
                .get(group)
                .and_then(|chosen| chosen.get(*at))
                .copied()
                .flatten();
            let dated = agendas
                .get(*at)
                .zip(chosen)
                .and_then(|(agenda, at)| agenda.days.get(at));
            dated.is_none_or(|dated| !dated.detail.is_kept)
        };
        // Mostly a session that is changed or missing, now and then any other.
        let order = (session..agendas.len()).chain(0..session);
        let session = match self.random.below(4) {
            0 => session,
            _ => order.into_iter().find(changed)?,
        };
        let days = &agendas.get(session)?.days;
        let [line_cell, doctor_cell, ..] = days.get(self.random.index(days.len()))?.detail.cells;
        let holders = [
            self.holders.holder(line_cell),
            self.holders.holder(doctor_cell),
        ];
        let others = holders.into_iter().map(|holder| holder as usize);
        others
            .into_iter()
            .find(|holder| *holder < self.agendas.len() && *holder != group)
    }

    fn record(&mut self) {
        let total = self.prices.iter().copied().fold([0; 4], sum);
        if total < self.best {
            self.best = total;
            self.best_chosen.clone_from(&self.chosen);
        }
    }
}

impl<W: Clone> Search for Replan<W> {
    /// Replans a hit group together with a few groups that share its line, in random order.
    fn iterate(&mut self) -> Option<u64> {
        let [unscheduled, changes, ..] = self.best;
        let [least_unscheduled, least_changes, ..] = self.bound;
        if self.hit.is_empty() || (unscheduled == least_unscheduled && changes == least_changes) {
            return None;
        }
        let first = self.random.index(self.hit.len());
        let first = self.hit.get(first).copied()?;
        let mut moved = vec![first];
        for _ in 0..=self.random.below(2) {
            if let Some(rival) = self.rival(first)
                && !moved.contains(&rival)
            {
                moved.push(rival);
            }
        }
        let before: Vec<_> = moved
            .iter()
            .map(|group| {
                (
                    self.prices.get(*group).copied(),
                    self.chosen.get(*group).cloned(),
                )
            })
            .collect();
        let total = |prices: &[Price]| prices.iter().copied().fold([0; 4], sum);
        let old = total(&self.prices);
        for group in &moved {
            self.release(*group);
            if let Some(chosen) = self.chosen.get_mut(*group) {
                chosen.fill(None);
            }
        }
        let mut order = moved.clone();
        self.random.shuffle(&mut order);
        for group in order {
            self.place(group);
        }
        if total(&self.prices) > old {
            for group in &moved {
                self.release(*group);
            }
            for (group, (price, chosen)) in moved.iter().zip(before) {
                if let (Some(price), Some(chosen)) = (price, chosen) {
                    self.take(*group, price, chosen);
                }
            }
        }
        self.record();
        Some(1)
    }

    /// Unscheduled sessions, changes, tiers and date cost.
    fn best(&self) -> Levels {
        self.best.to_vec()
    }

    /// Unscheduled sessions and changes that no plan avoids: what each group that lost
    /// something needs at least, with the groups it pushes aside.
    fn bound(&self) -> Levels {
        let [unscheduled, changes, ..] = self.bound;
        vec![unscheduled, changes]
    }
}
