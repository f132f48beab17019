//! The days on which a session of a published plan could take place after an event, tier by
//! tier. It lists possibilities and chooses nothing; [`super::replan`] does.

use super::event::{Event, Tier};
use super::grid::Grid;
use super::problem::{DateCosts, GroupPlan, Location, Session};
use centering_core::engine::schedule::dated::{Agenda, Dated};
use centering_core::engine::schedule::holders::NOTHING;
use centering_core::engine::schedule::replan::{Cells, Spot};

/// What the possibilities follow from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tiers<'a> {
    pub location: &'a Location,
    pub published: &'a [GroupPlan],
    pub costs: &'a DateCosts,
    pub event: &'a Event,
    pub grid: &'a Grid,
}

impl Tiers<'_> {
    /// The days each session of a group could take, in order.
    pub fn agendas_of(&self, group: usize) -> Vec<Agenda<Spot<Tier>>> {
        let rows = self
            .location
            .groups
            .get(group)
            .zip(self.published.get(group));
        let Some((input, plan)) = rows else {
            return Vec::new();
        };
        let Some(line) = plan.line else {
            let left_out = Agenda {
                days: Vec::new(),
                gap: 0,
                without: [1, 0, 0, 0],
            };
            return vec![left_out; input.sessions.len()];
        };
        let sessions = input.sessions.iter().zip(&plan.days);
        sessions
            .map(|(session, day)| self.agenda(session, input.half_days, line, *day))
            .collect()
    }

    fn agenda(
        &self,
        session: &Session,
        half_days: u16,
        line: usize,
        published: Option<i32>,
    ) -> Agenda<Spot<Tier>> {
        let Event { today, notice, .. } = *self.event;
        let free_from = today + notice;
        let mut days = Vec::new();
        let took_place = published.is_some_and(|day| day < today);
        let lost = published.is_some_and(|day| !took_place && self.is_lost(session, line, day));
        if let Some(day) = published.filter(|_| !lost) {
            days.push(self.spot(session, line, day, Tier::AsPublished, [0, 0]));
        }
        let urgent = lost && published.is_some_and(|day| day < free_from);
        let may_move = lost || published.is_none_or(|day| day >= free_from);
        if may_move {
            // A session that lost its day within the notice period may move within it.
            let from = if urgent { today } else { free_from };
            self.add_dates(session, line, published, from, urgent, &mut days);
        }
        if lost {
            self.add_substitutes(session, line, published, urgent, &mut days);
        }
        if lost || published.is_none() {
            let from = if urgent { today } else { free_from };
            self.add_other_lines(session, half_days, line, from, &mut days);
        }
        days.sort_by_key(|dated| (dated.day, dated.price));
        Agenda {
            days,
            gap: session.gap,
            without: [1, i64::from(published.is_some()), 0, 0],
        }
    }

    /// Whether a published session cannot take place as published.
    fn is_lost(&self, session: &Session, line: usize, day: i32) -> bool {
        self.is_impossible(session, line, day) || self.lacks_pair(line, day)
    }

    fn is_impossible(&self, session: &Session, line: usize, day: i32) -> bool {
        self.grid.is_closed(day)
            || self.grid.lacks_doctor(session, day)
            || self.grid.is_booked(line, day)
    }

    fn lacks_pair(&self, line: usize, day: i32) -> bool {
        let mut lost = self.event.pairs_lost.iter();
        lost.any(|lost| lost.line == line && lost.days.contains(day))
    }

    fn add_dates(
        &self,
        session: &Session,
        line: usize,
        published: Option<i32>,
        from: i32,
        urgent: bool,
        days: &mut Vec<Dated<Spot<Tier>>>,
    ) {
        let changed = i64::from(published.is_some());
        let mut day = self.grid.first_from(line, session.allowed.first.max(from));
        let last = session.allowed.last + self.event.later.clamp(0, 10_000);
        while day <= last {
            if Some(day) != published && !self.is_lost(session, line, day) {
                let late = day - session.allowed.last;
                let (tier, rank) = match late {
                    ..=0 => (Tier::OtherDate, i64::from(urgent)),
                    days => (Tier::Later { days }, 3),
                };
                days.push(self.spot(session, line, day, tier, [changed, rank]));
            }
            day += 7;
        }
    }

    fn add_substitutes(
        &self,
        session: &Session,
        line: usize,
        published: Option<i32>,
        urgent: bool,
        days: &mut Vec<Dated<Spot<Tier>>>,
    ) {
        let Some(day) = published.filter(|day| !self.is_impossible(session, line, *day)) else {
            return;
        };
        for (substitute, person) in self.event.substitutes.iter().enumerate() {
            let free = person.half_days >> self.grid.half_day(line) & 1 == 1;
            if !free || person.away.iter().any(|away| away.contains(day)) {
                continue;
            }
            let rank = i64::from(!urgent);
            let tier = Tier::Substitute { substitute };
            let mut dated = self.spot(session, line, day, tier, [1, rank]);
            let [.., person, _] = &mut dated.detail.cells;
            *person = self.grid.substitute_cell(substitute, line, day);
            days.push(dated);
        }
    }

    fn add_other_lines(
        &self,
        session: &Session,
        half_days: u16,
        line: usize,
        from: i32,
        days: &mut Vec<Dated<Spot<Tier>>>,
    ) {
        for other in (0..self.location.lines.len()).filter(|other| *other != line) {
            if half_days >> self.grid.half_day(other) & 1 == 0 {
                continue;
            }
            let mut day = self.grid.first_from(other, session.allowed.first.max(from));
            while day <= session.allowed.last {
                if !self.is_lost(session, other, day) {
                    let tier = Tier::OtherLine { line: other };
                    days.push(self.spot(session, other, day, tier, [1, 2]));
                }
                day += 7;
            }
        }
    }

    fn spot(
        &self,
        session: &Session,
        line: usize,
        day: i32,
        tier: Tier,
        [changes, rank]: [i64; 2],
    ) -> Dated<Spot<Tier>> {
        let outside = i64::from(session.preferred.distance(day));
        let mut cost = i64::from(day.abs_diff(session.ideal));
        cost += i64::from(self.costs.outside_preferred) * outside;
        if self.grid.is_discouraged(day) {
            cost += i64::from(self.costs.discouraged);
        }
        let cells: Cells = [
            self.grid.line_cell(line, day),
            self.grid.doctor_cell(session, line, day),
            NOTHING,
            NOTHING,
        ];
        let detail = Spot {
            cells,
            is_kept: tier == Tier::AsPublished,
            way: tier,
        };
        Dated {
            day,
            price: [0, changes, rank, cost],
            detail,
        }
    }
}
