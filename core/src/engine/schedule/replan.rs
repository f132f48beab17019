//! A published plan after something was lost: as few changes as possible, tier by tier.
//! What took place never changes, and inside the notice period only what itself lost its line,
//! doctor, room or day. The result is a list of changes to accept one by one.

use super::dated::{Agenda, Dated, Price, cheapest_days, sum};
use super::event::{Change, Event, Tier};
use super::grid::{Grid, NOTHING, OPEN};
use super::problem::{
    Calendar, DateCosts, GroupPlan, Location, ScheduleProblem, check, check_event, check_plan,
};
use super::tiers::{Spot, Tiers};
use crate::engine::random::Random;
use crate::engine::search::{Levels, Search};

/// The repair of one location's plan.
#[derive(Clone, Debug)]
pub struct Replan<'a> {
    published: &'a [GroupPlan],
    event: &'a Event,
    grid: Grid,
    agendas: Vec<Vec<Agenda<Spot>>>,
    chosen: Vec<Vec<Option<usize>>>,
    prices: Vec<Price>,
    /// The groups that lost a session or miss one.
    hit: Vec<usize>,
    random: Random,
    best: Price,
    best_chosen: Vec<Vec<Option<usize>>>,
    bound: Price,
}

impl<'a> Replan<'a> {
    /// Reads the published plan and the event, and makes the first repair.
    ///
    /// # Errors
    /// The first rule of the input that is broken, or a plan that does not fit the location.
    pub fn new(
        calendar: &Calendar,
        costs: &DateCosts,
        location: &Location,
        published: &'a [GroupPlan],
        event: &'a Event,
        seed: u64,
    ) -> Result<Self, ScheduleProblem> {
        check(calendar, costs, location)?;
        check_plan(calendar, location, published)?;
        check_event(location, event)?;
        let mut replan = Self {
            published,
            event,
            grid: Grid::new(calendar, location, event.substitutes.len()),
            agendas: Vec::new(),
            chosen: vec![Vec::new(); published.len()],
            prices: vec![[0; 4]; published.len()],
            hit: Vec::new(),
            random: Random::new(seed),
            best: [i64::MAX; 4],
            best_chosen: Vec::new(),
            bound: [0; 4],
        };
        let tiers = Tiers {
            location,
            published,
            costs,
            event,
            grid: &replan.grid,
        };
        replan.agendas = (0..published.len())
            .map(|group| tiers.agendas_of(group))
            .collect();
        replan.start();
        Ok(replan)
    }

    /// The repair of sessions whose possible days are listed already, as documents do; `published` has a
    /// row for each group, and the cells of the agendas are below `cells`.
    pub(crate) fn compiled(
        published: &'a [GroupPlan],
        event: &'a Event,
        agendas: Vec<Vec<Agenda<Spot>>>,
        cells: usize,
        seed: u64,
    ) -> Self {
        let mut replan = Self {
            published,
            event,
            grid: Grid::of_cells(cells),
            agendas,
            chosen: vec![Vec::new(); published.len()],
            prices: vec![[0; 4]; published.len()],
            hit: Vec::new(),
            random: Random::new(seed),
            best: [i64::MAX; 4],
            best_chosen: Vec::new(),
            bound: [0; 4],
        };
        replan.start();
        replan
    }

    /// For each group and session the position of its day in its agenda, in the best plan.
    pub(crate) fn best_chosen(&self) -> &[Vec<Option<usize>>] {
        &self.best_chosen
    }

    /// The changes of the best plan, those within the notice period first.
    #[must_use]
    pub fn changes(&self) -> Vec<Change> {
        let mut changes = Vec::new();
        for (group, (chosen, agendas)) in self.best_chosen.iter().zip(&self.agendas).enumerate() {
            let published = self.published.get(group).map_or(&[][..], |plan| &plan.days);
            for (session, ((at, agenda), from)) in
                chosen.iter().zip(agendas).zip(published).enumerate()
            {
                let spot = at.and_then(|at| agenda.days.get(at));
                let tier = spot.map_or(Tier::Lapses, |spot| spot.detail.tier);
                let to = spot.map(|spot| spot.day);
                if tier == Tier::AsPublished || (from.is_none() && to.is_none()) {
                    continue;
                }
                changes.push(Change {
                    within_notice: from
                        .is_some_and(|day| day < self.event.today + self.event.notice),
                    group,
                    session,
                    from: *from,
                    to,
                    tier,
                });
            }
        }
        changes.sort_by_key(|change| (!change.within_notice, change.group, change.session));
        changes
    }

    /// Plans every hit group once on its own, then removes what stands in the way of the bound.
    fn start(&mut self) {
        for group in 0..self.published.len() {
            self.keep_published(group);
        }
        let mut bound = [0; 4];
        let misses = |group: &usize| {
            self.chosen
                .get(*group)
                .is_some_and(|chosen| chosen.iter().any(Option::is_none))
        };
        self.hit = (0..self.published.len()).filter(misses).collect();
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
            let kept = agenda
                .days
                .iter()
                .position(|dated| dated.detail.tier == Tier::AsPublished);
            let spot = kept.and_then(|at| agenda.days.get(at));
            price = sum(price, spot.map_or(agenda.without, |spot| spot.price));
            for cell in spot.map_or([NOTHING; 4], |spot| spot.detail.cells) {
                self.grid.set(cell, group as u32);
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
            let holder = self.grid.holder(line_cell) as usize;
            if holder < self.published.len() && !self.hit.contains(&holder) {
                dated.price = sum(dated.price, [0, 1, 0, 0]);
            }
        }
        cheapest_days(&agendas, |_, _| true).0
    }

    /// Releases a group's cells.
    fn release(&mut self, group: usize) {
        for cell in self.cells_of(group) {
            self.grid.set(cell, OPEN);
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
        let free = |_: usize, dated: &Dated<Spot>| {
            dated
                .detail
                .cells
                .iter()
                .all(|cell| self.grid.holder(*cell) == OPEN)
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
            self.grid.set(cell, group as u32);
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
            dated.is_none_or(|dated| dated.detail.tier != Tier::AsPublished)
        };
        // Mostly a session that is changed or missing, now and then any other.
        let order = (session..agendas.len()).chain(0..session);
        let session = match self.random.below(4) {
            0 => session,
            _ => order.into_iter().find(changed)?,
        };
        let days = &agendas.get(session)?.days;
        let [line_cell, doctor_cell, ..] = days.get(self.random.index(days.len()))?.detail.cells;
        let holders = [self.grid.holder(line_cell), self.grid.holder(doctor_cell)];
        let others = holders.into_iter().map(|holder| holder as usize);
        others
            .into_iter()
            .find(|holder| *holder < self.published.len() && *holder != group)
    }

    fn record(&mut self) {
        let total = self.prices.iter().copied().fold([0; 4], sum);
        if total < self.best {
            self.best = total;
            self.best_chosen.clone_from(&self.chosen);
        }
    }
}

impl Search for Replan<'_> {
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
