//! Where prices alone prove no more: the plans of a location are split into parts, by the line of a group and,
//! once lines are settled, by who has a contested cell. Each part gets prices of its own.
//! Every plan lies in a part or costs as much as the best one known, so the least bound of the parts holds for
//! all.

use super::bound::{Bound, FINE};
use super::model::Model;
use super::part::{Part, Reserve, Taken, Tariff, contested};

/// Sweeps over a part before it is split.
const SWEEPS: u32 = 12;
/// How often a part climbs on in which nothing is left to split.
const TRIES: u32 = 4;
/// The most splits of which parts wait, each with prices of its own.
const MOST_WAITING: usize = 200;

/// What a part is limited to.
#[derive(Clone, Copy, Debug)]
enum Limit {
    /// The group has this line; without one it has no session.
    Line(usize, Option<usize>),
    Cell(Reserve),
}

/// Parts that wait, and the prices from which they climb.
#[derive(Clone, Debug)]
struct Waiting {
    tariff: Tariff,
    whole: Part,
    /// What each costs at least, in descending order.
    parts: Vec<(i64, Limit)>,
}

/// A proof for one location by parts.
#[derive(Clone, Debug)]
pub(crate) struct Split {
    climb: Bound,
    /// Where all plans start.
    root: (Tariff, i64),
    allowance: i64,
    waiting: Vec<Waiting>,
    /// What the part at work costs at least; none when none is at work.
    floor: Option<i64>,
    sweeps_left: u32,
    tries_left: u32,
    /// The least value of the best plan with which plans were left out.
    left_out: i64,
    /// What the parts cost at least that cannot be split.
    whole: i64,
    proven: i64,
    /// What each group takes in a plan that a part ended in.
    plan: Option<Vec<Option<Taken>>>,
}

impl Split {
    /// Starts at the prices that the climb has reached, for plans with at most so many sessions unscheduled.
    pub fn new(climb: Bound, unscheduled: i64) -> Self {
        let mut split = Self {
            root: (climb.tariff(), climb.fine()),
            allowance: unscheduled,
            waiting: Vec::new(),
            floor: None,
            sweeps_left: 0,
            tries_left: 0,
            left_out: i64::MAX,
            whole: i64::MAX,
            proven: climb.value(),
            plan: None,
            climb,
        };
        split.start();
        split
    }

    /// Lowers the number of unscheduled sessions that plans may have. What was left out may cost less than
    /// the best plan with so few, so all starts again; what is proven stays true.
    pub fn allow(&mut self, unscheduled: i64) {
        if unscheduled < self.allowance {
            self.allowance = unscheduled;
            self.start();
        }
    }

    fn start(&mut self) {
        self.climb.allow(self.allowance);
        self.climb.restart(&self.root.0, Part::default());
        self.waiting.clear();
        self.floor = Some(self.root.1);
        self.sweeps_left = SWEEPS;
        self.tries_left = TRIES;
        self.left_out = i64::MAX;
        self.whole = i64::MAX;
    }

    /// The proven bound in whole units: every plan costs at least this.
    pub const fn value(&self) -> i64 {
        self.proven
    }

    /// A plan that a part ended in, once: what each group takes.
    pub fn plan(&mut self) -> Option<Vec<Option<Taken>>> {
        self.plan.take()
    }

    /// One sweep over the part at work, or a split of it, against the best plan's value; false when nothing
    /// is left to do.
    pub fn step(&mut self, model: &Model, target: i64) -> bool {
        // A part that costs more than this holds no better plan.
        let enough = (target - 1).saturating_mul(FINE);
        loop {
            match self.floor {
                Some(floor) if floor <= enough => break,
                Some(_) => self.leave_out(target),
                None => {
                    if !self.take_next(model) {
                        self.renew();
                        return false;
                    }
                }
            }
        }
        if self.sweeps_left > 0 {
            self.sweeps_left -= 1;
            self.climb.sweep(model, target);
            self.floor = self.floor.max(Some(self.climb.fine()));
            if self.floor > Some(enough) {
                self.leave_out(target);
            }
        } else {
            self.split(model, enough, target);
        }
        self.renew();
        true
    }

    fn leave_out(&mut self, target: i64) {
        self.left_out = self.left_out.min(target);
        self.floor = None;
    }

    /// The waiting part that could cost least comes to work; false when that would prove no more.
    fn take_next(&mut self, model: &Model) -> bool {
        let least = |waiting: &Waiting| waiting.parts.last().map_or(i64::MAX, |part| part.0);
        let floors = self.waiting.iter().map(least).enumerate();
        let Some((at, floor)) = floors.min_by_key(|(_, floor)| *floor) else {
            return false;
        };
        if floor >= self.whole {
            return false;
        }
        let Some(waiting) = self.waiting.get_mut(at) else {
            return false;
        };
        if let Some((floor, limit)) = waiting.parts.pop() {
            let mut part = waiting.whole.clone();
            match limit {
                Limit::Line(group, line) => part.settle(model, group, line),
                Limit::Cell(reserve) => part.reserves.push(reserve),
            }
            self.climb.restart(&waiting.tariff, part);
            self.sweeps_left = SWEEPS;
            self.tries_left = TRIES;
            self.floor = Some(floor);
        }
        if waiting.parts.is_empty() {
            self.waiting.swap_remove(at);
        }
        true
    }

    /// Splits the part at work by the line of the group that went to and fro most, or else by a cell.
    fn split(&mut self, model: &Model, enough: i64, target: i64) {
        let Some(floor) = self.floor.take() else {
            return;
        };
        self.climb.return_to_best();
        let found = self.climb.fine();
        let mut part = self.climb.part().clone();
        let mut parts = Vec::new();
        let mut steadiest = u32::MAX;
        for group in 0..model.groups() {
            let offers = self.climb.offers(model, group, enough - found);
            let is_offered = |at: usize| offers.iter().any(|(offered, _)| *offered == Some(at));
            for at in model.choices_of(group).filter(|at| !is_offered(*at)) {
                part.bar(model, at);
            }
            let times = |offer: &Option<usize>| offer.map_or(0, |at| self.climb.times_chosen(at));
            let most = offers.iter().map(|(offer, _)| times(offer)).max();
            let steady = most.unwrap_or(0);
            if offers.len() > 1 && steady < steadiest {
                steadiest = steady;
                let limits = offers
                    .iter()
                    .map(|(line, above)| (floor.max(found + above), Limit::Line(group, *line)));
                parts = limits.collect();
            }
        }
        self.left_out = self.left_out.min(target);
        let tariff = self.climb.tariff();
        if parts.is_empty() {
            let taken = self.climb.taken(model);
            if let Some((cell, group)) = contested(model, &tariff, &taken) {
                let limit = |is_kept| {
                    Limit::Cell(Reserve {
                        cell,
                        group,
                        is_kept,
                    })
                };
                parts = vec![(floor, limit(true)), (floor, limit(false))];
            } else {
                self.plan = Some(taken);
                if self.tries_left > 0 {
                    self.tries_left -= 1;
                    self.sweeps_left = SWEEPS;
                    self.floor = Some(floor);
                    return;
                }
            }
        }
        if parts.is_empty() || self.waiting.len() >= MOST_WAITING {
            self.whole = self.whole.min(floor);
            return;
        }
        parts.sort_by_key(|(floor, _)| std::cmp::Reverse(*floor));
        self.waiting.push(Waiting {
            tariff,
            whole: part,
            parts,
        });
    }

    /// The least of all parts is proven for the whole.
    fn renew(&mut self) {
        let waiting = self
            .waiting
            .iter()
            .filter_map(|waiting| waiting.parts.last());
        let floors = waiting.map(|(floor, _)| *floor).chain(self.floor);
        let least = floors.fold(self.whole, i64::min);
        let units = least.saturating_add(FINE - 1).div_euclid(FINE);
        let proven = match least {
            i64::MAX => self.left_out,
            _ => units.min(self.left_out),
        };
        if proven < i64::MAX {
            self.proven = self.proven.max(proven);
        }
    }
}
