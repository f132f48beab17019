//! The best day for every bijeenkomst of one group, exact: dynamic programming over the bijeenkomsten.
//! Works on candidates with costs; knows nothing of calendars or children.

use crate::calendar::{AgeOffset, Date};

/// The cost of a bijeenkomst that gets no day. Source: `docs/domain.md#2.1` (proposal).
pub const UNSCHEDULED_COST: i64 = 10_000_000;

/// A day on which a bijeenkomst may be held, and its cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The day.
    pub date: Date,
    /// What it costs, 0 or more.
    pub cost: i64,
}

/// One bijeenkomst to plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slot {
    /// Any of these candidates in order of date, or none at all.
    Free {
        /// The days to choose from, in order of date, each at most once.
        candidates: Vec<Candidate>,
        /// The least times after earlier slots, by their position.
        after: Vec<(usize, AgeOffset)>,
    },
    /// This day, whatever the rules say.
    Settled {
        /// The day.
        date: Date,
        /// The least times after earlier slots, by their position.
        after: Vec<(usize, AgeOffset)>,
    },
    /// Not held: no day, no cost, no rule.
    Skipped,
}

/// The chosen days, one per slot, and their cost.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Chosen {
    /// The sum of the costs.
    pub cost: i64,
    /// Per slot its day, or `None`.
    pub dates: Vec<Option<Date>>,
}

/// A partial plan that matters for what follows only by the first candidate that each later slot may take.
struct State {
    first_free: Vec<usize>,
    cost: i64,
    dates: Vec<Option<Date>>,
}

impl State {
    /// Cheaper first, then the earlier dates from the first slot on; no date counts as the latest.
    fn is_better_than(&self, other: &Self) -> bool {
        let order = |state: &Self| -> Vec<i32> {
            let number = |date: &Option<Date>| date.map_or(i32::MAX, Date::number);
            state.dates.iter().map(number).collect()
        };
        self.cost < other.cost || (self.cost == other.cost && order(self) < order(other))
    }
}

/// The cheapest days for all slots together: days strictly increase and every interval is kept.
///
/// Exact. Of plans with the same cost it returns the one with the earlier days, the first slot first.
/// Settled days are taken even where they break a rule between them; free ones never break one with them.
pub fn best_dates(slots: &[Slot]) -> Chosen {
    let mut states = vec![State {
        first_free: vec![0; slots.len()],
        cost: 0,
        dates: Vec::new(),
    }];
    for position in 0..slots.len() {
        let mut next: Vec<State> = Vec::new();
        for state in &states {
            for reached in options(slots, position, state) {
                match next
                    .iter_mut()
                    .find(|known| known.first_free == reached.first_free)
                {
                    Some(known) if reached.is_better_than(known) => *known = reached,
                    Some(_) => {}
                    None => next.push(reached),
                }
            }
        }
        states = next;
    }
    // After the last slot nothing distinguishes states any more: exactly one is left.
    states.pop().map_or(
        Chosen {
            cost: 0,
            dates: Vec::new(),
        },
        |state| Chosen {
            cost: state.cost,
            dates: state.dates,
        },
    )
}

/// Every way to fill the slot at `position` after `state`.
fn options(slots: &[Slot], position: usize, state: &State) -> Vec<State> {
    let first_free = state.first_free.get(position).copied().unwrap_or(0);
    match slots.get(position) {
        None | Some(Slot::Skipped) => vec![extended(slots, position, state, None, 0)],
        Some(Slot::Settled { date, .. }) => {
            vec![extended(slots, position, state, Some(*date), 0)]
        }
        Some(Slot::Free { candidates, .. }) => candidates
            .iter()
            .skip(first_free)
            .filter(|candidate| keeps_settled(slots, position, candidate.date))
            .map(|candidate| {
                let (date, cost) = (Some(candidate.date), candidate.cost);
                extended(slots, position, state, date, cost)
            })
            .chain([extended(slots, position, state, None, UNSCHEDULED_COST)])
            .collect(),
    }
}

/// The state after this slot got this day: later slots may only take days that the rules leave.
fn extended(
    slots: &[Slot],
    position: usize,
    state: &State,
    date: Option<Date>,
    cost: i64,
) -> State {
    let first_free = slots
        .iter()
        .zip(&state.first_free)
        .enumerate()
        .map(|(later, (slot, first))| match date {
            _ if later <= position => 0,
            None => *first,
            Some(date) => (*first).max(first_candidate_after(slot, position, date)),
        })
        .collect();
    let mut dates = state.dates.clone();
    dates.push(date);
    State {
        first_free,
        cost: state.cost.saturating_add(cost),
        dates,
    }
}

/// Whether every settled slot after `position` keeps its rules when the slot there has this day.
fn keeps_settled(slots: &[Slot], position: usize, date: Date) -> bool {
    slots.iter().skip(position + 1).all(|slot| match slot {
        Slot::Settled {
            date: settled,
            after,
        } => earliest_after(after, position, date).is_some_and(|earliest| earliest <= *settled),
        Slot::Free { .. } | Slot::Skipped => true,
    })
}

/// The position of the first candidate that a slot may take once the slot at `earlier` has this day.
fn first_candidate_after(slot: &Slot, earlier: usize, date: Date) -> usize {
    match slot {
        Slot::Skipped | Slot::Settled { .. } => 0,
        Slot::Free { candidates, after } => {
            let earliest = earliest_after(after, earlier, date);
            earliest.map_or(candidates.len(), |earliest| {
                candidates.partition_point(|candidate| candidate.date < earliest)
            })
        }
    }
}

/// The first day that the rules leave for a slot once the slot at `earlier` has this day; none at the end of the
/// calendar.
fn earliest_after(after: &[(usize, AgeOffset)], earlier: usize, date: Date) -> Option<Date> {
    let rules = after.iter().filter(|(session, _)| *session == earlier);
    let days = rules.map(|(_, at_least)| at_least.on(date));
    date.next().map(|next| days.fold(next, Date::max))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(number: i32) -> Date {
        Date::from_number(number)
    }

    fn free(days: &[(i32, i64)], after: &[(usize, u16)]) -> Slot {
        Slot::Free {
            candidates: days
                .iter()
                .map(|&(number, cost)| Candidate {
                    date: day(number),
                    cost,
                })
                .collect(),
            after: after
                .iter()
                .map(|&(slot, days)| (slot, AgeOffset::new(0, days).unwrap()))
                .collect(),
        }
    }

    fn numbers(chosen: &Chosen) -> Vec<Option<i32>> {
        chosen
            .dates
            .iter()
            .map(|date| date.map(Date::number))
            .collect()
    }

    #[test]
    fn nothing_follows_on_the_last_day_of_the_calendar() {
        let last = Date::LAST.number();
        let slots = [free(&[(last, 0)], &[]), free(&[(last, 0)], &[])];
        assert_eq!(numbers(&best_dates(&slots)), [Some(last), None]);
    }

    #[test]
    fn an_interval_over_an_unscheduled_slot_still_holds() {
        let slots = [
            free(&[(0, 0), (7, 5)], &[]),
            free(&[], &[]),
            free(&[(20, 0), (27, 1)], &[(0, 25)]),
        ];
        let chosen = best_dates(&slots);
        assert_eq!(numbers(&chosen), [Some(0), None, Some(27)]);
        assert_eq!(chosen.cost, UNSCHEDULED_COST + 1);
    }

    #[test]
    fn equal_cost_takes_the_earlier_days_first_slot_first() {
        let slots = [free(&[(0, 1), (7, 1)], &[]), free(&[(7, 3), (14, 3)], &[])];
        assert_eq!(numbers(&best_dates(&slots)), [Some(0), Some(7)]);
    }

    #[test]
    fn free_slots_give_way_to_settled_days() {
        let settled = Slot::Settled {
            date: day(7),
            after: Vec::new(),
        };
        let slots = [free(&[(7, 0), (14, 0)], &[]), settled];
        assert_eq!(numbers(&best_dates(&slots)), [None, Some(7)]);
    }

    #[test]
    fn a_free_slot_breaks_no_rule_with_settled_days_that_break_one_themselves() {
        let settled = |number| Slot::Settled {
            date: day(number),
            after: Vec::new(),
        };
        let slots = [settled(7), free(&[(14, 0)], &[]), settled(7)];
        assert_eq!(numbers(&best_dates(&slots)), [Some(7), None, Some(7)]);
    }
}
