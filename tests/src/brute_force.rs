//! The best days and the best groups by trying everything: slow, plain, and without any code of core.
//! The exact planner must find the same.

use crate::day::Day;
use crate::document::{Document, Group};
use crate::rules::{self, SessionRules, UNSCHEDULED};

/// The cheapest days of a group on one weekday (0 for Monday): their cost, and per bijeenkomst of the template
/// its day. Of equal plans the one with the earlier days, the first bijeenkomst first.
pub fn best_dates(
    plan: &Document,
    group: &Group,
    weekday: i32,
    today: Option<Day>,
) -> (i64, Vec<Option<Day>>) {
    let rules = rules::of_group(plan, group);
    let choices: Vec<Choice> = rules
        .iter()
        .map(|rule| Choice::of(plan, group, rule, weekday, today))
        .collect();
    // What the bijeenkomsten from each position on cost at least.
    let mut least = vec![0; choices.len() + 1];
    for (position, choice) in choices.iter().enumerate().rev() {
        least[position] = least[position + 1] + choice.least();
    }
    let mut search = Search {
        rules: &rules,
        choices: &choices,
        least: &least,
        chosen: Vec::new(),
        best: (i64::MAX, Vec::new()),
    };
    search.from(0);
    search.best
}

/// What may be chosen for one bijeenkomst.
enum Choice {
    /// Nothing: this day, or none, was settled by a person.
    Settled(Option<Day>),
    /// One of these days at this cost, or none.
    Free(Vec<(Day, i64)>),
}

impl Choice {
    fn of(
        plan: &Document,
        group: &Group,
        rule: &SessionRules,
        weekday: i32,
        today: Option<Day>,
    ) -> Self {
        if let Some(session) = group.session(&rule.number)
            && session.is_settled(today)
        {
            return Self::Settled(session.date.filter(|_| session.status != "cancelled"));
        }
        let (first, last) = rule.allowed;
        let days = (first.0..=last.0)
            .map(Day)
            .filter(|day| day.weekday() == weekday && rule.holds(*day))
            .filter(|day| today.is_none_or(|today| today <= *day))
            .filter(|day| rules::closed_by(plan, &group.location, *day).is_none())
            .map(|day| {
                let from = rules::invited_from(plan, group, &rule.number, today);
                let cost = rules::cost(plan, &group.location, rule, day);
                (day, cost + rules::short_cost(from, day))
            });
        Self::Free(days.collect())
    }

    fn least(&self) -> i64 {
        match self {
            Self::Settled(_) => 0,
            Self::Free(days) => days
                .iter()
                .map(|(_, cost)| *cost)
                .min()
                .unwrap_or(UNSCHEDULED),
        }
    }
}

/// Depth first in order of day, no day last: the first plan of a cost is the one that wins a tie.
struct Search<'a> {
    rules: &'a [SessionRules],
    choices: &'a [Choice],
    least: &'a [i64],
    chosen: Vec<Option<Day>>,
    best: (i64, Vec<Option<Day>>),
}

impl Search<'_> {
    fn from(&mut self, cost: i64) {
        let position = self.chosen.len();
        if cost + self.least[position] >= self.best.0 {
            return;
        }
        let Some(choice) = self.choices.get(position) else {
            self.best = (cost, self.chosen.clone());
            return;
        };
        match choice {
            Choice::Settled(day) => self.take(*day, cost),
            Choice::Free(days) => {
                for &(day, price) in days {
                    if self.is_open(position, day) {
                        self.take(Some(day), cost + price);
                    }
                }
                self.take(None, cost + UNSCHEDULED);
            }
        }
    }

    fn take(&mut self, day: Option<Day>, cost: i64) {
        self.chosen.push(day);
        self.from(cost);
        self.chosen.pop();
    }

    /// Whether a free bijeenkomst on this day keeps the rules with those before it and the settled ones after.
    fn is_open(&self, position: usize, day: Day) -> bool {
        let before = self.chosen.iter().enumerate().all(|(earlier, chosen)| {
            chosen.is_none_or(|chosen| self.rules[position].may_follow(earlier, chosen, day))
        });
        let later = self.choices.iter().enumerate().skip(position + 1);
        before
            && later.into_iter().all(|(other, choice)| match choice {
                Choice::Settled(Some(settled)) => {
                    self.rules[other].may_follow(position, day, *settled)
                }
                _ => true,
            })
    }
}

/// The sizes and the spread of groups.
#[derive(Clone, Copy, Debug)]
#[expect(missing_docs, reason = "named as in the settings of a plan")]
pub struct Limits {
    pub min: usize,
    pub target: usize,
    pub max: usize,
    pub max_spread: i32,
}

impl Limits {
    /// The cost of a group: its spread, and five for the square of each family away from the target.
    pub fn cost(&self, births: &[i32]) -> i64 {
        let (oldest, youngest) = (births.iter().min(), births.iter().max());
        let spread = youngest.unwrap_or(&0) - oldest.unwrap_or(&0);
        let away = births.len() as i64 - self.target as i64;
        i64::from(spread) + 5 * away * away
    }
}

/// The most families that can be placed, and the least cost of the groups that place them, over every way to
/// divide the pool into groups, whether or not the families of a group follow each other in birth order. A group
/// born between two days can be one when `can_meet` says so.
pub fn best_grouping(
    births: &[i32],
    limits: Limits,
    can_meet: &dyn Fn(i32, i32) -> bool,
) -> (usize, i64) {
    let Some((&first, rest)) = births.split_first() else {
        return (0, 0);
    };
    let mut best = best_grouping(rest, limits, can_meet);
    for chosen in 0_u32..1 << rest.len() {
        let size = chosen.count_ones() as usize + 1;
        if size < limits.min || size > limits.max {
            continue;
        }
        let is_chosen = |position: usize| chosen & (1 << position) != 0;
        let (mut group, mut others) = (vec![first], Vec::new());
        for (position, birth) in rest.iter().enumerate() {
            if is_chosen(position) {
                group.push(*birth);
            } else {
                others.push(*birth);
            }
        }
        let (oldest, youngest) = (group.iter().min(), group.iter().max());
        let (oldest, youngest) = (*oldest.unwrap_or(&0), *youngest.unwrap_or(&0));
        if youngest - oldest > limits.max_spread || !can_meet(oldest, youngest) {
            continue;
        }
        let (placed, cost) = best_grouping(&others, limits, can_meet);
        let found = (placed + size, cost + limits.cost(&group));
        if found.0 > best.0 || (found.0 == best.0 && found.1 < best.1) {
            best = found;
        }
    }
    best
}
