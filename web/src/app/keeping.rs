//! What the app keeps in the browser, behind the keys: the plan a moment after the last edit, the variants, and what
//! makes the next edit quick.

use super::editing::judge;
use super::{Action, App, take_view};
use crate::host::browser_time;
use crate::later::{files, planner};
use crate::store::{Loaded, Model, Page, SaveFault, SaveState};
use centering_core::plan::Plan;
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use yew::Context;

/// How long after the last edit the plan is saved, in milliseconds.
pub(super) const SAVE_AFTER: u32 = 400;
/// How long a slice of making ready for the next edit may take, and the time between two, in milliseconds.
const PREPARE_SLICE: f64 = 4.0;
const PREPARE_PAUSE: u32 = 20;

impl App {
    /// Takes the stored plan at the start, and shows it.
    pub(super) fn take_stored(&mut self, model: &mut Model) {
        let Some(files) = files() else { return };
        match self.storage.load(files) {
            Loaded::Nothing => {}
            Loaded::Plan(stored) => {
                model.plan = Rc::new(*stored);
                model.save = SaveState::Saved(None);
            }
            Loaded::Newer => model.save = SaveState::Newer,
            Loaded::Damaged(text) => model.set_aside = Some(Rc::from(text)),
            Loaded::Forbidden => model.save = SaveState::Forbidden,
        }
        model.variants = Rc::new(self.storage.load_variants(files));
        model.today = model.plan.today.or_else(|| self.host.today());
        judge(model);
        if model.is_empty() {
            model.page = Page::Start;
            take_view(model, &self.host);
        } else if self.storage.page().is_none() {
            take_view(model, &self.host);
        }
    }

    /// Keeps these variants, in the browser where it has room.
    pub(super) fn keep(&mut self, model: &mut Model, variants: Vec<Rc<Plan>>) {
        let Some(planner) = planner() else { return };
        model.variants_in_memory = !self.storage.save_variants(planner, &variants);
        model.variants = Rc::new(variants);
    }

    pub(super) fn save_soon(&mut self, ctx: &Context<Self>) {
        let link = ctx.link().clone();
        self.save_timer = Some(Timeout::new(SAVE_AFTER, move || {
            link.send_message(Action::SaveNow);
        }));
    }

    pub(super) fn prepare_soon(&mut self, ctx: &Context<Self>, time: u32) {
        let link = ctx.link().clone();
        self.prepare_timer = Some(Timeout::new(time, move || {
            link.send_message(Action::Prepare);
        }));
    }

    /// Makes ready for the next edit, a slice at a time.
    pub(super) fn prepare(&mut self, ctx: &Context<Self>) {
        self.prepare_timer = None;
        let Some(planner) = planner() else { return };
        let start = js_sys::Date::now();
        let is_time = || js_sys::Date::now() - start < PREPARE_SLICE;
        if !(planner.prepare)(&mut self.desk, &self.model.plan, &is_time) {
            self.prepare_soon(ctx, PREPARE_PAUSE);
        }
    }

    pub(super) fn save_now(&mut self, model: &mut Model) {
        self.save_timer = None;
        if model.save != SaveState::Waiting {
            return;
        }
        // The plan is saved when the planner is there.
        let Some(planner) = planner() else { return };
        model.save = match self.storage.save(planner, &model.plan) {
            Ok(()) => SaveState::Saved(browser_time()),
            Err(SaveFault::OtherTab) => SaveState::OtherTab,
            Err(SaveFault::Full) => SaveState::Full,
            Err(SaveFault::Forbidden) => SaveState::Forbidden,
        };
    }
}
