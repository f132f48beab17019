//! Long work: a proposal in slices, beside the page in a worker, or on the page where no worker may start.
//! Both do the same slices and give the same plan.

use crate::app::{Action, App};
use crate::later::{Part, Planner, files, planner};
use centering_core::calendar::Date;
use centering_core::plan::Plan;
use centering_core::schedule::Progress;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, Worker};
use yew::Callback;
use yew::html::Scope;

/// Work that is done slice by slice.
pub trait Slices {
    /// Does about so many iterations, and tells how far the work is.
    fn advance(&mut self, iterations: u64) -> Progress;
    /// Ends the work as far as it came; the groups as text, for [`Planner::adopt`].
    fn finish(self: Box<Self>) -> String;
}

/// How long a slice on the page may take, in milliseconds; the limit is 16.
const PAGE_SLICE: f64 = 6.0;
/// The iterations of the first turn on the page, before anything is known of their speed.
const FIRST_TURN: f64 = 20.0;
/// Work that takes longer than this shows its progress, in milliseconds.
const SHOW_AFTER: f64 = 250.0;
/// A worker that is not there after so long is taken for lost, in milliseconds. Its program is mostly in the browser's
/// store already; where it is still on its way, the page is quicker.
const SILENCE: u32 = 5_000;

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
    fn of(progress: &Progress) -> Self {
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
    fn told(self) -> String {
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

    fn heard(text: &str) -> Option<Self> {
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

/// Work in a worker, as the JavaScript of the worker drives it.
#[wasm_bindgen]
pub struct Job(Option<Box<dyn Slices>>);

/// Loads what the work in a worker needs; says whether it is there.
#[wasm_bindgen]
pub async fn load_job() -> bool {
    Part::Files.load().await && Part::Planner.load().await
}

/// Starts the work on a plan in a worker; `None` where it is not loaded or the plan cannot be read.
#[wasm_bindgen]
pub fn start_job(plan: &str, today: &str) -> Option<Job> {
    let (files, planner) = files().zip(planner())?;
    let plan = (files.read)(plan).ok()?;
    Some(Job(Some((planner.begin)(&plan, Date::parse_iso(today)))))
}

#[wasm_bindgen]
impl Job {
    /// Does about so many iterations; gives how far the work is, starting with `1` when it is done.
    pub fn advance(&mut self, iterations: f64) -> String {
        let sight = self.0.as_mut().map_or_else(Sight::default, |slices| {
            // An iteration count is a positive number far below 2^53.
            Sight::of(&slices.advance(iterations as u64))
        });
        sight.told()
    }

    /// Ends the work and gives the groups.
    pub fn finish(&mut self) -> String {
        self.0
            .take()
            .map_or_else(String::new, |slices| slices.finish())
    }
}

/// The way to start a worker, from the loader of the page.
#[derive(Clone, PartialEq)]
pub struct Workers(js_sys::Function);

impl Workers {
    pub fn new(start: js_sys::Function) -> Self {
        Self(start)
    }

    /// A worker; `None` where the page or its policy allows none.
    fn start(&self) -> Option<Worker> {
        self.0.call0(&JsValue::NULL).ok()?.dyn_into().ok()
    }
}

enum Runner {
    Worker {
        worker: Worker,
        /// Ends the wait for a worker that never says anything.
        watch: Option<Timeout>,
        /// Go with the worker.
        _listeners: [EventListener; 2],
    },
    Page {
        slices: Box<dyn Slices>,
        iterations: f64,
        next: Option<Timeout>,
    },
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
fn one_slice(work: &mut dyn Slices, iterations: &mut f64) -> Progress {
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
pub fn on_the_side(work: Box<dyn Slices>, done: Callback<String>) -> Side {
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

fn side_slice(
    mut work: Box<dyn Slices>,
    mut iterations: f64,
    done: Callback<String>,
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

/// Work that runs.
pub struct Work {
    /// The plan it started from: what comes out fits only that.
    plan: Rc<Plan>,
    today: Option<Date>,
    joins: bool,
    runner: Runner,
    started: f64,
}

fn now() -> f64 {
    js_sys::Date::now()
}

impl Work {
    /// Starts a proposal for the plan: a search in a worker, where it may start, and what takes less time than that
    /// on the page. With `joins` one undo is to take its result back with the edit before.
    pub fn start(
        workers: &Workers,
        link: &Scope<App>,
        planner: &'static Planner,
        plan: &Rc<Plan>,
        today: Option<Date>,
        joins: bool,
    ) -> Self {
        let is_search = !plan.lines.is_empty() || plan.settings.hard_half_days;
        let worker = is_search.then(|| workers.start()).flatten();
        let runner = match worker {
            Some(worker) => in_worker(worker, link, planner, plan, today),
            None => on_page(link, planner, plan, today),
        };
        Self {
            plan: plan.clone(),
            today,
            joins,
            runner,
            started: now(),
        }
    }

    /// The worker is there, and does the work.
    pub fn is_heard(&mut self) {
        if let Runner::Worker { watch, .. } = &mut self.runner {
            *watch = None;
        }
    }

    /// The worker could not start or failed: the work begins again, on the page.
    pub fn fall_back(&mut self, link: &Scope<App>, planner: &'static Planner) {
        if let Runner::Worker { worker, .. } = &self.runner {
            worker.terminate();
            self.runner = on_page(link, planner, &self.plan, self.today);
        }
    }

    /// Does the next slice on the page; gives the result when it was the last.
    pub fn slice(&mut self, link: &Scope<App>) -> Option<String> {
        let Runner::Page {
            slices,
            iterations,
            next,
        } = &mut self.runner
        else {
            return None;
        };
        let progress = one_slice(slices.as_mut(), iterations);
        if progress.done {
            return self.finish();
        }
        *next = Some(next_slice(link));
        link.send_message(Action::WorkSeen(Sight::of(&progress)));
        None
    }

    /// Stops as far as the work came. On the page the result is there at once, from a worker it comes.
    pub fn finish(&mut self) -> Option<String> {
        match &mut self.runner {
            Runner::Worker { worker, .. } => {
                // A worker that is gone tells so by itself.
                let _ = worker.post_message(&JsValue::from_str("stop"));
                None
            }
            Runner::Page { slices, next, .. } => {
                *next = None;
                let slices = std::mem::replace(slices, Box::new(Nothing));
                Some(slices.finish())
            }
        }
    }

    /// Whether the plan is still the one that the work started from.
    pub fn fits(&self, plan: &Rc<Plan>) -> bool {
        Rc::ptr_eq(&self.plan, plan)
    }

    /// Whether one undo is to take the result back with the edit before.
    pub fn joins(&self) -> bool {
        self.joins
    }

    /// Whether it takes so long that its progress is shown.
    pub fn is_long(&self) -> bool {
        now() - self.started > SHOW_AFTER
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        if let Runner::Worker { worker, .. } = &self.runner {
            worker.terminate();
        }
    }
}

/// What stands in the place of finished work.
struct Nothing;

impl Slices for Nothing {
    fn advance(&mut self, _: u64) -> Progress {
        Progress::default()
    }

    fn finish(self: Box<Self>) -> String {
        String::new()
    }
}

fn in_worker(
    worker: Worker,
    link: &Scope<App>,
    planner: &'static Planner,
    plan: &Rc<Plan>,
    today: Option<Date>,
) -> Runner {
    let heard = link.clone();
    let on_message = EventListener::new(&worker, "message", move |event| {
        let text = event
            .dyn_ref::<MessageEvent>()
            .and_then(|event| event.data().as_string())
            .unwrap_or_default();
        heard.send_message(match text.split_once('\n') {
            Some(("done", groups)) => Action::WorkDone(Rc::from(groups)),
            _ if text == "ready" => Action::WorkHeard,
            _ => Sight::heard(&text).map_or(Action::WorkFailed, Action::WorkSeen),
        });
    });
    let failed = link.clone();
    let on_error = EventListener::new(&worker, "error", move |event| {
        // Told to the console by us, in words, once the work goes on here.
        event.prevent_default();
        failed.send_message(Action::WorkFailed);
    });
    let today = today.map_or_else(String::new, |day| day.to_string());
    let question = format!("{today}\n{}", (planner.write)(plan));
    if worker.post_message(&JsValue::from_str(&question)).is_err() {
        link.send_message(Action::WorkFailed);
    }
    let silent = link.clone();
    let watch = Timeout::new(SILENCE, move || silent.send_message(Action::WorkFailed));
    Runner::Worker {
        worker,
        watch: Some(watch),
        _listeners: [on_message, on_error],
    }
}

fn on_page(
    link: &Scope<App>,
    planner: &'static Planner,
    plan: &Rc<Plan>,
    today: Option<Date>,
) -> Runner {
    Runner::Page {
        slices: (planner.begin)(plan, today),
        iterations: FIRST_TURN,
        next: Some(next_slice(link)),
    }
}

fn next_slice(link: &Scope<App>) -> Timeout {
    let link = link.clone();
    Timeout::new(0, move || link.send_message(Action::WorkSlice))
}
