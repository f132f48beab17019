//! Long work: a proposal in slices, beside the page in a worker, or on the page where no worker may start.
//! Both do the same slices and give the same plan.

use crate::slices::{FIRST_TURN, Sight, Slices, now, one_slice};
use crate::state::{Action, Part, Planner, files, planner};
use centering_core::calendar::Date;
use centering_core::cohort::Proposed;
use centering_core::plan::Plan;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, Worker};
use yew::Callback;

/// Work that takes longer than this shows its progress, in milliseconds.
const SHOW_AFTER: f64 = 250.0;
/// A worker that is not there after so long is taken for lost, in milliseconds. Its program is mostly in the browser's
/// store already; where it is still on its way, the page is quicker.
const SILENCE: u32 = 5_000;

/// Work in a worker, as the JavaScript of the worker drives it.
#[wasm_bindgen]
pub struct Job(Option<Box<dyn Slices<Proposed>>>);

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

    /// Ends the work and gives the groups as text.
    pub fn finish(&mut self) -> String {
        let work = self.0.take().zip(planner());
        work.map_or_else(String::new, |(slices, planner)| {
            (planner.write_proposed)(&slices.finish())
        })
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
        /// Gone when the work is finished.
        slices: Option<Box<dyn Slices<Proposed>>>,
        iterations: f64,
        next: Option<Timeout>,
    },
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

impl Work {
    /// Starts a proposal for the plan: a search in a worker, where it may start, and what takes less time than that
    /// on the page. With `joins` one undo is to take its result back with the edit before.
    pub fn start(
        workers: &Workers,
        act: &Callback<Action>,
        planner: &'static Planner,
        plan: &Rc<Plan>,
        today: Option<Date>,
        joins: bool,
    ) -> Self {
        let is_search = !plan.lines.is_empty() || plan.settings.hard_half_days;
        let worker = is_search.then(|| workers.start()).flatten();
        let runner = match worker {
            Some(worker) => in_worker(worker, act, planner, plan, today),
            None => on_page(act, planner, plan, today),
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
    pub fn fall_back(&mut self, act: &Callback<Action>, planner: &'static Planner) {
        if let Runner::Worker { worker, .. } = &self.runner {
            worker.terminate();
            self.runner = on_page(act, planner, &self.plan, self.today);
        }
    }

    /// Does the next slice on the page; gives the result when it was the last.
    pub fn slice(&mut self, act: &Callback<Action>) -> Option<Proposed> {
        let Runner::Page {
            slices: Some(slices),
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
        *next = Some(next_slice(act));
        act.emit(Action::WorkSeen(Sight::of(&progress)));
        None
    }

    /// Stops as far as the work came. On the page the result is there at once, from a worker it comes.
    pub fn finish(&mut self) -> Option<Proposed> {
        match &mut self.runner {
            Runner::Worker { worker, .. } => {
                // A worker that is gone tells so by itself.
                let _ = worker.post_message(&JsValue::from_str("stop"));
                None
            }
            Runner::Page { slices, next, .. } => {
                *next = None;
                slices.take().map(|slices| slices.finish())
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

fn in_worker(
    worker: Worker,
    act: &Callback<Action>,
    planner: &'static Planner,
    plan: &Rc<Plan>,
    today: Option<Date>,
) -> Runner {
    let heard = act.clone();
    let on_message = EventListener::new(&worker, "message", move |event| {
        let text = event
            .dyn_ref::<MessageEvent>()
            .and_then(|event| event.data().as_string())
            .unwrap_or_default();
        heard.emit(match text.split_once('\n') {
            Some(("done", groups)) => Action::WorkDone(Rc::from(groups)),
            _ if text == "ready" => Action::WorkHeard,
            _ => Sight::heard(&text).map_or(Action::WorkFailed, Action::WorkSeen),
        });
    });
    let failed = act.clone();
    let on_error = EventListener::new(&worker, "error", move |event| {
        // Told to the console by us, in words, once the work goes on here.
        event.prevent_default();
        failed.emit(Action::WorkFailed);
    });
    let today = today.map_or_else(String::new, |day| day.to_string());
    let question = format!("{today}\n{}", (planner.write)(plan));
    if worker.post_message(&JsValue::from_str(&question)).is_err() {
        act.emit(Action::WorkFailed);
    }
    let silent = act.clone();
    let watch = Timeout::new(SILENCE, move || silent.emit(Action::WorkFailed));
    Runner::Worker {
        worker,
        watch: Some(watch),
        _listeners: [on_message, on_error],
    }
}

fn on_page(
    act: &Callback<Action>,
    planner: &'static Planner,
    plan: &Rc<Plan>,
    today: Option<Date>,
) -> Runner {
    Runner::Page {
        slices: Some((planner.begin)(plan, today)),
        iterations: FIRST_TURN,
        next: Some(next_slice(act)),
    }
}

fn next_slice(act: &Callback<Action>) -> Timeout {
    let act = act.clone();
    Timeout::new(0, move || act.emit(Action::WorkSlice))
}
