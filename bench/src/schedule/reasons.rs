//! Why a session has no date: how many days each rule removed, in order, and the smallest
//! single relaxation that would make it fit, each found by planning the group again.
//! It explains a plan and never changes one.

use super::grid::Grid;
use super::problem::{
    Calendar, DateCosts, GroupPlan, Location, ScheduleProblem, Session, check, check_plan,
};
use centering_core::engine::schedule::dated::{Agenda, Dated, cheapest_days};
use centering_core::engine::schedule::holders::{Holders, OPEN};

/// How many days each rule removes, one rule after the other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sieve {
    /// Days of the line's weekday in the allowed interval.
    pub in_window: u32,
    /// Of these, closed.
    pub closed: u32,
    /// Of the rest, without the doctor the session needs.
    pub doctor_absent: u32,
    /// Of the rest, taken on the line by older groups or without staff or room.
    pub booked: u32,
    /// Of the rest, with the doctor at another group.
    pub doctor_busy: u32,
    /// Of the rest, with another group of this plan on the line.
    pub other_group: u32,
    /// Of the rest, too close to the sessions before and after it.
    pub gap: u32,
    /// The days that remain.
    pub left: u32,
}

/// A single rule to relax.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relaxation {
    /// Another group's session moves to a day that is free for it.
    OtherGroupMoves {
        /// Position of the other group.
        group: usize,
        /// Position of its session.
        session: usize,
        /// The day it leaves.
        from: i32,
        /// The day it takes.
        to: i32,
    },
    /// The doctor comes on this day.
    DoctorComes {
        /// The day.
        day: i32,
    },
    /// Another line of the location, on one of the group's half-days, is used once.
    OtherLineOnce {
        /// Position of the line.
        line: usize,
        /// The day.
        day: i32,
    },
    /// The line is opened on a day it is taken by older groups or lacks staff.
    LineOpens {
        /// The day.
        day: i32,
    },
    /// The session takes place after its allowed interval, never before it: minimum ages hold.
    LaterThanAllowed {
        /// The day.
        day: i32,
        /// Days after the interval.
        days: i32,
    },
    /// The location opens on a closed day.
    OpensOnClosedDay {
        /// The day.
        day: i32,
    },
    /// The session follows the one before, or precedes the one after, sooner than its gap.
    ShorterGap {
        /// The day.
        day: i32,
    },
}

/// A relaxation and what the group's plan costs with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Remedy {
    /// The rule to relax.
    pub relaxation: Relaxation,
    /// The change of the group's date cost, the newly placed session included.
    pub cost: i64,
}

/// Why a session has no date, and what would help.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reason {
    /// The days that each rule removed on the group's line.
    pub sieve: Sieve,
    /// At most one remedy for each rule, the cheapest first.
    pub remedies: Vec<Remedy>,
}

/// How far after the allowed interval a date is looked for, in days.
const LATEST: i32 = 28;

/// A location's plan, ready to be asked for reasons.
#[derive(Clone, Debug)]
pub struct Explainer<'a> {
    costs: DateCosts,
    location: &'a Location,
    plan: &'a [GroupPlan],
    grid: Grid,
    holders: Holders,
}

/// The rule that keeps a session from a day, when it is the only one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Obstacle {
    None,
    Closed,
    DoctorAbsent,
    Booked,
    DoctorBusy(u32),
    OtherGroup(u32),
    Several,
}

impl<'a> Explainer<'a> {
    /// Reads a plan with one row for each group of the location.
    ///
    /// # Errors
    /// The first rule of the input that is broken, or a plan that does not fit the location.
    pub fn new(
        calendar: &Calendar,
        costs: &DateCosts,
        location: &'a Location,
        plan: &'a [GroupPlan],
    ) -> Result<Self, ScheduleProblem> {
        check(calendar, costs, location)?;
        check_plan(calendar, location, plan)?;
        let grid = Grid::new(calendar, location, 0);
        let mut explainer = Self {
            costs: *costs,
            location,
            plan,
            holders: Holders::of_cells(grid.cells()),
            grid,
        };
        for group in 0..plan.len() {
            explainer.mark(group, group as u32);
        }
        Ok(explainer)
    }

    /// Explains one session; none when the group or session does not exist or the group has
    /// no line.
    pub fn explain(&mut self, group: usize, session: usize) -> Option<Reason> {
        let line = self.plan.get(group)?.line?;
        self.location.groups.get(group)?.sessions.get(session)?;
        self.mark(group, OPEN);
        let reason = Reason {
            sieve: self.sieve(group, session, line),
            remedies: self.remedies(group, session, line),
        };
        self.mark(group, group as u32);
        Some(reason)
    }

    fn mark(&mut self, group: usize, holder: u32) {
        let rows = self.plan.get(group).zip(self.location.groups.get(group));
        let Some((Some(line), plan, input)) = rows.map(|(plan, input)| (plan.line, plan, input))
        else {
            return;
        };
        for (session, day) in input.sessions.iter().zip(&plan.days) {
            if let Some(day) = *day {
                let doctor_cell = self.grid.doctor_cell(session, line, day);
                self.holders.set(self.grid.line_cell(line, day), holder);
                self.holders.set(doctor_cell, holder);
            }
        }
    }

    /// What keeps a session from a day on a line.
    fn obstacle(&self, session: &Session, line: usize, day: i32) -> Obstacle {
        let doctor = self
            .holders
            .holder(self.grid.doctor_cell(session, line, day));
        let other = self.holders.holder(self.grid.line_cell(line, day));
        let found = [
            self.grid.is_closed(day).then_some(Obstacle::Closed),
            self.grid
                .lacks_doctor(session, day)
                .then_some(Obstacle::DoctorAbsent),
            self.grid.is_booked(line, day).then_some(Obstacle::Booked),
            (doctor != OPEN && doctor != other).then_some(Obstacle::DoctorBusy(doctor)),
            (other != OPEN).then_some(Obstacle::OtherGroup(other)),
        ];
        let mut found = found.into_iter().flatten();
        match (found.next(), found.next()) {
            (None, _) => Obstacle::None,
            (Some(obstacle), None) => obstacle,
            (Some(_), Some(_)) => Obstacle::Several,
        }
    }

    fn sieve(&self, group: usize, session: usize, line: usize) -> Sieve {
        let mut sieve = Sieve::default();
        let Some(input) = self
            .location
            .groups
            .get(group)
            .and_then(|group| group.sessions.get(session))
        else {
            return sieve;
        };
        for day in self.weekdays(line, input.allowed.first, input.allowed.last) {
            sieve.in_window += 1;
            let doctor = self.holders.holder(self.grid.doctor_cell(input, line, day));
            let place = if self.grid.is_closed(day) {
                &mut sieve.closed
            } else if self.grid.lacks_doctor(input, day) {
                &mut sieve.doctor_absent
            } else if self.grid.is_booked(line, day) {
                &mut sieve.booked
            } else if doctor != OPEN {
                &mut sieve.doctor_busy
            } else if self.holders.holder(self.grid.line_cell(line, day)) != OPEN {
                &mut sieve.other_group
            } else if self.breaks_gap(group, session, day) {
                &mut sieve.gap
            } else {
                &mut sieve.left
            };
            *place += 1;
        }
        sieve
    }

    fn breaks_gap(&self, group: usize, session: usize, day: i32) -> bool {
        let Some((plan, input)) = self.plan.get(group).zip(self.location.groups.get(group)) else {
            return false;
        };
        let planned = |at: usize| plan.days.get(at).copied().flatten().map(|day| (at, day));
        // Only neighbours keep a gap; others merely stay in order.
        let gap = |early: usize, late: usize| match late - early {
            1 => input
                .sessions
                .get(late)
                .map_or(1, |session| session.gap.max(1)),
            _ => 1,
        };
        let before = (0..session).rev().find_map(planned);
        let after = (session + 1..plan.days.len()).find_map(planned);
        before.is_some_and(|(at, before)| day - before < gap(at, session))
            || after.is_some_and(|(at, after)| after - day < gap(session, at))
    }

    fn weekdays(&self, line: usize, first: i32, last: i32) -> impl Iterator<Item = i32> {
        let start = self.grid.first_from(line, first);
        (0..)
            .map(move |week| start + 7 * week)
            .take_while(move |day| *day <= last)
    }

    fn cost(&self, session: &Session, day: i32) -> i64 {
        let outside = session.preferred.distance(day);
        let mut cost = i64::from(day.abs_diff(session.ideal));
        cost += i64::from(self.costs.outside_preferred) * i64::from(outside);
        if self.grid.is_discouraged(day) {
            cost += i64::from(self.costs.discouraged);
        }
        cost
    }

    /// One attempt for each rule; the group's other sessions may move to free days.
    fn remedies(&self, group: usize, session: usize, line: usize) -> Vec<Remedy> {
        let base: Vec<Agenda<Relaxed>> = self.agendas(group, line);
        let (before, _) = cheapest_days(&base, |_, _| true);
        let mut remedies = Vec::new();
        for rule in RULES {
            let mut agendas = base.clone();
            let Some(agenda) = agendas.get_mut(session) else {
                continue;
            };
            agenda.days = self.relaxed_days(group, session, line, rule);
            if rule == Rule::Gap {
                agenda.gap = 0;
                if let Some(next) = agendas.get_mut(session + 1) {
                    next.gap = 0;
                }
            }
            let found = cheapest_days(&agendas, |_, _| true);
            let chosen = found.1.get(session).copied().flatten();
            let day = agendas
                .get(session)
                .zip(chosen)
                .and_then(|(agenda, at)| agenda.days.get(at));
            let planned = agendas.iter().zip(&found.1);
            let mut days = planned.filter_map(|(agenda, at)| at.and_then(|at| agenda.days.get(at)));
            if let Some(relaxed) = day
                && !days.any(|dated| collides(relaxed.detail, dated.day))
                && found.0.first() < before.first()
                && let Some(relaxation) = relaxed.detail
            {
                remedies.push(Remedy {
                    relaxation,
                    cost: found.0.last().copied().unwrap_or(0)
                        - before.last().copied().unwrap_or(0),
                });
            }
        }
        remedies.sort_by_key(|remedy| (remedy.cost, remedy.relaxation));
        remedies
    }

    /// The free days of each session of a group on its line.
    fn agendas(&self, group: usize, line: usize) -> Vec<Agenda<Relaxed>> {
        let sessions = self
            .location
            .groups
            .get(group)
            .map_or(&[][..], |group| &group.sessions);
        let agenda = |session: &Session| {
            let days = self.weekdays(line, session.allowed.first, session.allowed.last);
            let free = days.filter(|day| self.obstacle(session, line, *day) == Obstacle::None);
            Agenda {
                days: free.map(|day| self.dated(session, day, None)).collect(),
                gap: session.gap,
                without: [1, 0, 0, 0],
            }
        };
        sessions.iter().map(agenda).collect()
    }

    fn dated(&self, session: &Session, day: i32, relaxation: Relaxed) -> Dated<Relaxed> {
        Dated {
            day,
            price: [0, 0, 0, self.cost(session, day)],
            detail: relaxation,
        }
    }

    /// The days that only `rule` keeps the session from.
    fn relaxed_days(
        &self,
        group: usize,
        session: usize,
        line: usize,
        rule: Rule,
    ) -> Vec<Dated<Relaxed>> {
        let group = self.location.groups.get(group);
        let Some((group, input)) =
            group.and_then(|group| Some((group, group.sessions.get(session)?)))
        else {
            return Vec::new();
        };
        let allowed = input.allowed;
        let mut found = Vec::new();
        match rule {
            Rule::OtherLine => {
                let fits = |other: &usize| group.half_days >> self.grid.half_day(*other) & 1 == 1;
                for other in
                    (0..self.location.lines.len()).filter(|other| *other != line && fits(other))
                {
                    for day in self.weekdays(other, allowed.first, allowed.last) {
                        if self.obstacle(input, other, day) == Obstacle::None {
                            let relaxation = Relaxation::OtherLineOnce { line: other, day };
                            found.push(self.dated(input, day, Some(relaxation)));
                        }
                    }
                }
                found.sort_by_key(|dated| dated.day);
            }
            Rule::Window => {
                for day in self.weekdays(line, allowed.last + 1, allowed.last + LATEST) {
                    let days = allowed.distance(day);
                    if self.obstacle(input, line, day) == Obstacle::None {
                        let relaxation = Relaxation::LaterThanAllowed { day, days };
                        found.push(self.dated(input, day, Some(relaxation)));
                    }
                }
            }
            _ => {
                for day in self.weekdays(line, allowed.first, allowed.last) {
                    let relaxation = match (rule, self.obstacle(input, line, day)) {
                        (Rule::Closed, Obstacle::Closed) => {
                            Some(Relaxation::OpensOnClosedDay { day })
                        }
                        (Rule::Doctor, Obstacle::DoctorAbsent) => {
                            Some(Relaxation::DoctorComes { day })
                        }
                        (Rule::Booked, Obstacle::Booked) => Some(Relaxation::LineOpens { day }),
                        (Rule::Gap, Obstacle::None) => Some(Relaxation::ShorterGap { day }),
                        (
                            Rule::OtherGroup,
                            Obstacle::OtherGroup(other) | Obstacle::DoctorBusy(other),
                        ) => self.evade(other as usize, day),
                        _ => None,
                    };
                    if relaxation.is_some() {
                        found.push(self.dated(input, day, relaxation));
                    }
                }
            }
        }
        found
    }

    /// The nearest free day of another group's session that now lies on `from`.
    fn evade(&self, group: usize, from: i32) -> Relaxed {
        let plan = self.plan.get(group)?;
        let line = plan.line?;
        let session = plan.days.iter().position(|day| *day == Some(from))?;
        let input = self.location.groups.get(group)?.sessions.get(session)?;
        let days = self.weekdays(line, input.allowed.first, input.allowed.last);
        let free = days.filter(|day| {
            self.obstacle(input, line, *day) == Obstacle::None
                && !self.breaks_gap(group, session, *day)
        });
        let to = free.min_by_key(|day| (self.cost(input, *day), *day))?;
        Some(Relaxation::OtherGroupMoves {
            group,
            session,
            from,
            to,
        })
    }
}

/// Whether another group would move to a day that this group itself takes.
fn collides(relaxation: Relaxed, day: i32) -> bool {
    matches!(relaxation, Some(Relaxation::OtherGroupMoves { to, .. }) if to == day)
}

type Relaxed = Option<Relaxation>;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rule {
    OtherGroup,
    Doctor,
    OtherLine,
    Booked,
    Window,
    Closed,
    Gap,
}

const RULES: [Rule; 7] = [
    Rule::OtherGroup,
    Rule::Doctor,
    Rule::OtherLine,
    Rule::Booked,
    Rule::Window,
    Rule::Closed,
    Rule::Gap,
];
