//! A published plan after something was lost, for the repair of the engine: what took place never changes, and
//! inside the notice period only what itself lost its line, doctor, room or day. The result is a list of changes
//! to accept one by one.

use super::event::{Change, Event, Tier};
use super::grid::Grid;
use super::problem::{
    Calendar, DateCosts, GroupPlan, Location, ScheduleProblem, check, check_event, check_plan,
};
use super::tiers::Tiers;
use centering_core::engine::schedule::replan;
use centering_core::engine::search::{Levels, Search};

/// The repair of one location's plan.
#[derive(Clone, Debug)]
pub struct Replan<'a> {
    published: &'a [GroupPlan],
    event: &'a Event,
    repair: replan::Replan<Tier>,
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
        let grid = Grid::new(calendar, location, event.substitutes.len());
        let tiers = Tiers {
            location,
            published,
            costs,
            event,
            grid: &grid,
        };
        let agendas = (0..published.len()).map(|group| tiers.agendas_of(group));
        let agendas = agendas.collect();
        Ok(Self {
            published,
            event,
            repair: replan::Replan::new(agendas, grid.cells(), seed),
        })
    }

    /// The changes of the best plan, those within the notice period first.
    #[must_use]
    pub fn changes(&self) -> Vec<Change> {
        let mut changes = Vec::new();
        let groups = self.repair.best_chosen().iter().zip(self.repair.agendas());
        for (group, ((chosen, agendas), plan)) in groups.zip(self.published).enumerate() {
            for (session, ((at, agenda), from)) in
                chosen.iter().zip(agendas).zip(&plan.days).enumerate()
            {
                let way = at.map(|at| &agenda.days[at]);
                let tier = way.map_or(Tier::Lapses, |way| way.detail.way);
                let to = way.map(|way| way.day);
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
}

impl Search for Replan<'_> {
    fn iterate(&mut self) -> Option<u64> {
        self.repair.iterate()
    }

    /// Unscheduled sessions, changes, tiers and date cost.
    fn best(&self) -> Levels {
        self.repair.best()
    }

    /// Unscheduled sessions and changes that no plan avoids.
    fn bound(&self) -> Levels {
        self.repair.bound()
    }
}
