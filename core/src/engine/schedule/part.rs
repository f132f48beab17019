//! A part of all plans of a location, prices to bound it, and what groups take of it at those prices.

use super::model::{ALWAYS_FREE, Model, cells};
use super::single::{UNSCHEDULED, Weeks};

/// Prices of cells, and of an unscheduled session.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tariff {
    pub cells: Vec<i32>,
    pub unscheduled: i64,
    /// The sum over cells that can be used.
    pub income: i64,
}

/// A cell that one group keeps for itself, or may not use.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reserve {
    pub cell: u32,
    pub group: usize,
    /// Whether the cell is for this group alone; otherwise it is for the others alone.
    pub is_kept: bool,
}

impl Reserve {
    /// Whether a group may not use the cell.
    pub const fn denies(&self, group: usize) -> bool {
        (self.group == group) != self.is_kept
    }
}

/// A part of all plans: those that do without some lines and cells.
#[derive(Clone, Debug, Default)]
pub(crate) struct Part {
    /// Whether each choice is left out; an empty list leaves out none.
    barred: Vec<bool>,
    pub reserves: Vec<Reserve>,
}

impl Part {
    /// Whether a choice is left out.
    #[inline(always)]
    pub fn bars(&self, choice: usize) -> bool {
        self.barred.get(choice) == Some(&true)
    }

    /// Leaves out a choice.
    pub fn bar(&mut self, model: &Model, choice: usize) {
        self.barred.resize(model.choices.len(), false);
        if let Some(barred) = self.barred.get_mut(choice) {
            *barred = true;
        }
    }

    /// Leaves out all choices of a group but one.
    pub fn settle(&mut self, model: &Model, group: usize, line: Option<usize>) {
        for choice in model.choices_of(group).filter(|at| Some(*at) != line) {
            self.bar(model, choice);
        }
    }
}

/// The choice that a group takes, and its weeks.
pub(crate) type Taken = (usize, Weeks);

/// A choice of a group, none where it has no session at all, and what it costs more than the cheapest.
pub(crate) type Offer = (Option<usize>, i64);

/// The cells that a group takes.
pub(crate) fn cells_of<'a>(
    model: &'a Model,
    group: usize,
    (at, weeks): &'a Taken,
) -> impl Iterator<Item = u32> + 'a {
    let sessions = model.sessions.get(group).map_or(0, |count| *count as usize);
    let places = model.choices.get(*at).into_iter().flat_map(move |choice| {
        let windows = model.windows_of(choice, sessions).iter().zip(weeks);
        let planned = windows.filter(|(_, week)| **week != UNSCHEDULED);
        planned.flat_map(|(window, week)| <[u32; 2]>::from(cells(choice, window, *week)))
    });
    places.filter(|cell| *cell != ALWAYS_FREE)
}

/// The dearest cell that two groups take, and the first of them.
pub(crate) fn contested(
    model: &Model,
    tariff: &Tariff,
    taken: &[Option<Taken>],
) -> Option<(u32, usize)> {
    let mut takers: Vec<Option<usize>> = vec![None; tariff.cells.len()];
    let mut dearest: Option<(i32, u32, usize)> = None;
    for (group, taken) in taken.iter().enumerate() {
        for cell in taken.iter().flat_map(|taken| cells_of(model, group, taken)) {
            let price = tariff.cells.get(cell as usize).copied().unwrap_or(0);
            match takers.get_mut(cell as usize) {
                Some(Some(first)) if dearest.is_none_or(|(most, ..)| price > most) => {
                    dearest = Some((price, cell, *first));
                }
                Some(taker @ None) => *taker = Some(group),
                _ => {}
            }
        }
    }
    dearest.map(|(_, cell, group)| (cell, group))
}
