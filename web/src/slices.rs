//! Work that is done slice by slice, so that a page or a worker can show how far it is and end it.

use centering_core::schedule::Progress;
use gloo::timers::callback::Timeout;
use std::cell::Cell;
use std::rc::Rc;
use yew::Callback;

/// How long a slice on the page may take, in milliseconds; the limit is 16.
const PAGE_SLICE: f64 = 6.0;
/// The iterations of the first turn on the page, before anything is known of their speed.
pub const FIRST_TURN: f64 = 20.0;

/// Work that is done slice by slice, and what comes out.
pub trait Slices<T> {
    /// Does about so many iterations, and tells how far the work is.
    fn advance(&mut self, iterations: u64) -> Progress;
    /// Ends the work as far as it came.
    fn finish(self: Box<Self>) -> T;
}

/// How far the work is, in what the screen shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sight {
    pub iterations: u64,
    pub budget: u64,
    /// Bijeenkomsten without a day in the best plan so far, and no plan has fewer than this.
    pub unscheduled: i64,
    pub fewest: i64,
    /// The cost of the days in the best plan so far, and what no plan can be below.
    pub cost: i64,
    pub cheapest: i64,
    pub is_done: bool,
}

impl Sight {
    pub fn of(progress: &Progress) -> Self {
        let level = |levels: &[i64], place: usize| levels.get(place).copied().unwrap_or_default();
        Self {
            iterations: progress.iterations,
            budget: progress.budget,
            unscheduled: level(&progress.objective, 0),
            fewest: level(&progress.bound, 0),
            cost: level(&progress.objective, 1),
            cheapest: level(&progress.bound, 1),
            is_done: progress.done,
        }
    }

    /// As a worker tells it: numbers with spaces between.
    pub fn told(self) -> String {
        let Self {
            iterations,
            budget,
            unscheduled,
            fewest,
            cost,
            cheapest,
            is_done,
        } = self;
        let done = u8::from(is_done);
        format!("{done} {iterations} {budget} {unscheduled} {fewest} {cost} {cheapest}")
    }

    pub fn heard(text: &str) -> Option<Self> {
        let mut words = text.split(' ');
        let mut next = || words.next()?.parse::<i64>().ok();
        Some(Self {
            is_done: next()? != 0,
            iterations: next()?.unsigned_abs(),
            budget: next()?.unsigned_abs(),
            unscheduled: next()?,
            fewest: next()?,
            cost: next()?,
            cheapest: next()?,
        })
    }
}

/// The iterations of the next turn: as many as fit in a slice by what these took since then. At most twice as many,
/// because the clock is coarse and some iterations weigh more than others.
fn next_turn(iterations: f64, since: f64) -> f64 {
    let took = (now() - since).max(0.5);
    (iterations * PAGE_SLICE / took)
        .max(1.0)
        .min(iterations * 2.0)
}

/// Does turns of work until a slice is over or the work is done; the iterations of a turn become those of the next.
pub fn one_slice<T>(work: &mut dyn Slices<T>, iterations: &mut f64) -> Progress {
    let start = now();
    loop {
        let begun = now();
        // An iteration count is a positive number far below 2^53.
        let progress = work.advance(*iterations as u64);
        *iterations = next_turn(*iterations, begun);
        if progress.done || now() - start >= PAGE_SLICE {
            return progress;
        }
    }
}

/// Does small work on the page, slice by slice, and tells how it ended; not when it is let go before.
pub fn on_the_side<T: 'static>(work: Box<dyn Slices<T>>, done: Callback<T>) -> Side {
    let side = Side(Rc::new(Cell::new(true)));
    side_slice(work, FIRST_TURN, done, side.0.clone());
    side
}

/// Small work that runs as long as this is kept.
pub struct Side(Rc<Cell<bool>>);

impl Drop for Side {
    fn drop(&mut self) {
        self.0.set(false);
    }
}

fn side_slice<T: 'static>(
    mut work: Box<dyn Slices<T>>,
    mut iterations: f64,
    done: Callback<T>,
    is_wanted: Rc<Cell<bool>>,
) {
    let slice = move || {
        if !is_wanted.get() {
            return;
        }
        if one_slice(work.as_mut(), &mut iterations).done {
            done.emit(work.finish());
        } else {
            side_slice(work, iterations, done, is_wanted);
        }
    };
    Timeout::new(0, slice).forget();
}

pub fn now() -> f64 {
    js_sys::Date::now()
}
