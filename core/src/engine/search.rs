//! The one driver of every search: it hands out a budget of iterations in slices.
//! It never looks at a clock; the host decides how many slices it asks for.

/// Values by level, the most important first.
pub type Levels = Vec<i64>;

/// How far a search has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The best plan's value by level.
    pub best: Levels,
    /// The proven bound by level: no plan is better than this.
    pub bound: Levels,
    /// Iterations spent so far.
    pub iterations: u64,
    /// Whether the budget is spent or the plan is proven optimal.
    pub finished: bool,
}

/// A computation cut in small steps, whose state after n of them depends on n alone.
pub trait Search {
    /// Does one step and tells how many iterations it counts for: 1 for one move of a search,
    /// more for a step of a proof that takes longer. None when nothing is left to do.
    fn iterate(&mut self) -> Option<u64>;
    /// The best plan's value by level.
    fn best(&self) -> Levels;
    /// The proven bound by level.
    fn bound(&self) -> Levels;
}

/// Runs a search in slices.
#[derive(Clone, Debug)]
pub struct Driver<S> {
    search: S,
    iterations: u64,
    budget: u64,
    finished: bool,
}

impl<S: Search> Driver<S> {
    /// A driver that stops `search` once `budget` iterations are spent.
    pub const fn new(search: S, budget: u64) -> Self {
        Self {
            search,
            iterations: 0,
            budget,
            finished: false,
        }
    }

    /// Does about `iterations` more, and tells how far the search is; a last step that counts
    /// for several may go a little past them.
    ///
    /// The result after the whole budget is the same however it was cut in slices.
    pub fn step(&mut self, iterations: u64) -> Progress {
        let until = self.budget.min(self.iterations.saturating_add(iterations));
        while !self.finished && self.iterations < until {
            match self.search.iterate() {
                Some(count) => self.iterations += count.max(1),
                None => self.finished = true,
            }
        }
        Progress {
            best: self.search.best(),
            bound: self.search.bound(),
            iterations: self.iterations,
            finished: self.finished || self.iterations >= self.budget,
        }
    }

    /// The search itself, to read its plan.
    pub const fn search(&self) -> &S {
        &self.search
    }
}
