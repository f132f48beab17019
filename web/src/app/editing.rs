//! Changes of the plan: edits, proposals, undo, another plan in its place; and what follows every change.

use super::keeping::SAVE_AFTER;
use super::{App, day_for};
use crate::host::until_midnight;
use crate::state::{
    Action, Cross, Dialog, Model, Notice, Planner, SaveState, Selection, files, planner,
    without_proposal,
};
use crate::store::is_too_large;
use crate::work::Work;
use centering_core::cohort::Proposed;
use centering_core::edit::{Edit, EditName, Refusal};
use centering_core::plan::Plan;
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use yew::Context;

impl App {
    /// Makes edits together, or none where one is refused, and then a proposal where one is asked for.
    pub(super) fn edits(&mut self, ctx: &Context<Self>, model: &mut Model, edits: &[Edit]) {
        let Some(planner) = planner() else { return };
        let (now, has_proposal) = without_proposal(edits);
        let mut joins = false;
        if !now.is_empty() {
            match (planner.edit)(&mut self.history, &mut model.plan, now, model.today) {
                Ok(name) => {
                    joins = true;
                    self.notify(ctx, model, Notice::Done(name.into()));
                    self.changed(ctx, model);
                }
                Err(refusal) => {
                    self.refuse(ctx, model, planner, &refusal);
                    // A proposal was asked for with what could not be done.
                    if refusal != Refusal::NoChange {
                        return;
                    }
                }
            }
        }
        if has_proposal {
            self.propose(ctx, model, planner, joins);
        }
    }

    fn refuse(
        &mut self,
        ctx: &Context<Self>,
        model: &mut Model,
        planner: &Planner,
        refusal: &Refusal,
    ) {
        let reason = (planner.refusal)(model.lang, &model.plan, refusal);
        self.notify(ctx, model, Notice::Refused(reason));
    }

    /// Begins a proposal; small ones are done at once. With `joins` one undo takes it back with the edit before.
    fn propose(
        &mut self,
        ctx: &Context<Self>,
        model: &mut Model,
        planner: &'static Planner,
        joins: bool,
    ) {
        let workers = &ctx.props().workers;
        let work = Work::start(workers, &self.act, planner, &model.plan, model.today, joins);
        self.work = Some(work);
        // After a list the screen comes first.
        if !joins {
            self.work_on(ctx, model);
        }
    }

    /// Does the next slice of work on the page.
    pub(super) fn work_on(&mut self, ctx: &Context<Self>, model: &mut Model) {
        let result = self.work.as_mut().and_then(|work| work.slice(&self.act));
        if let Some(groups) = result {
            self.adopt(ctx, model, groups);
        }
    }

    /// Takes over what a worker made; one of another version of the planner is not understood, and the work begins
    /// again on the page.
    pub(super) fn worker_done(&mut self, ctx: &Context<Self>, model: &mut Model, text: &str) {
        let Some(planner) = planner() else { return };
        match (planner.read_proposed)(text) {
            Some(groups) => self.adopt(ctx, model, groups),
            None => self.fall_back(planner),
        }
    }

    /// The worker cannot do the work: it begins again on the page.
    pub(super) fn fall_back(&mut self, planner: &'static Planner) {
        if let Some(work) = &mut self.work {
            work.fall_back(&self.act, planner);
        }
    }

    /// Takes the result of the work over; when the plan changed in the meantime, it begins again.
    pub(super) fn adopt(&mut self, ctx: &Context<Self>, model: &mut Model, groups: Proposed) {
        let Some(planner) = planner() else { return };
        let Some(work) = self.work.take() else {
            return;
        };
        self.end_work(model);
        if !work.fits(&model.plan) {
            self.propose(ctx, model, planner, false);
            return;
        }
        let joins = work.joins();
        let outcome = (planner.adopt)(&mut self.history, &mut model.plan, groups, joins);
        drop(work);
        self.draws_later = true;
        match outcome {
            Ok(name) => {
                self.notify(ctx, model, Notice::Done(name.into()));
                self.unchecked = true;
            }
            // A proposal after a list that changes nothing is no news.
            Err(Refusal::NoChange) if joins => {}
            Err(refusal) => self.refuse(ctx, model, planner, &refusal),
        }
    }

    /// Checks the plan after a proposal, in a task of its own unless something else happens before; says whether it was
    /// still to be done.
    pub(super) fn check_proposal(&mut self, ctx: &Context<Self>, model: &mut Model) -> bool {
        let is_to_do = std::mem::take(&mut self.unchecked);
        if is_to_do {
            self.changed(ctx, model);
        }
        is_to_do
    }

    /// Whether the first groups are being made of families that were just put in.
    pub(super) fn makes_first_groups(&self) -> bool {
        self.model.plan.groups.is_empty() && self.work.as_ref().is_some_and(Work::joins)
    }

    pub(super) fn end_work(&mut self, model: &mut Model) {
        self.work = None;
        model.work = None;
        model.dialogs.retain(|dialog| *dialog != Dialog::Working);
    }

    /// Takes an edit back or makes it again; a proposal that is being made is then no longer wanted.
    pub(super) fn cross(
        &mut self,
        ctx: &Context<Self>,
        model: &mut Model,
        step: fn(&Planner) -> Cross,
        notice: fn(Rc<EditName>) -> Notice,
    ) {
        let Some(planner) = planner() else { return };
        self.end_work(model);
        if let Some(name) = step(planner)(&mut self.history, &mut model.plan) {
            self.notify(ctx, model, notice(name.into()));
            self.changed(ctx, model);
        }
    }

    /// Puts another plan in place.
    pub(super) fn open(&mut self, ctx: &Context<Self>, model: &mut Model, plan: Rc<Plan>) {
        let Some(files) = files() else { return };
        self.end_work(model);
        self.storage.forget_problems();
        match (files.open)(&mut self.history, &mut model.plan, plan) {
            Some(name) => {
                self.notify(ctx, model, Notice::Done(name.into()));
                self.changed(ctx, model);
            }
            None => {
                let reason = model.lang.no_change().to_owned();
                self.notify(ctx, model, Notice::Refused(reason));
            }
        }
    }

    /// Asks which day it is: midnight may have passed, or the computer have slept. On another day the plan has other
    /// problems.
    pub(super) fn ask_day(&self, model: &mut Model) {
        let today = day_for(&model.plan, &self.host);
        if today != model.today {
            model.today = today;
            judge(model);
            self.see_problems(model);
        }
    }

    /// Has the day asked again when the next one begins.
    pub(super) fn ask_day_at_midnight(&mut self, ctx: &Context<Self>) {
        let link = ctx.link().clone();
        self.day_timer = Some(Timeout::new(until_midnight(), move || {
            link.send_message(Action::AskDay);
        }));
    }

    /// After every change of the plan: the day, the problems and what is selected.
    pub(super) fn shows_another(&self, model: &mut Model) {
        // The plan may have a day of its own.
        model.today = day_for(&model.plan, &self.host);
        judge_again(model);
        if model.selected_group().is_none() && model.selected_step().is_none() {
            model.selection = Selection::Nothing;
        }
    }

    /// After every change of the plan that was made here: what follows from it, and saving.
    fn changed(&mut self, ctx: &Context<Self>, model: &mut Model) {
        self.shows_another(model);
        if matches!(
            model.save,
            SaveState::Nothing
                | SaveState::Saved(_)
                | SaveState::Full
                | SaveState::Damaged
                | SaveState::Waiting
        ) {
            // What has no room stays so; the message about it does not come and go.
            if model.save != SaveState::Full || !is_too_large(&model.plan) {
                model.save = SaveState::Waiting;
                self.save_soon(ctx, SAVE_AFTER);
            }
        }
        self.host.tell("centering-change", &JsValue::NULL);
    }
}

/// The problems of the plan as it is now, once the planner is there.
pub(super) fn judge(model: &mut Model) {
    let found = planner().map(|planner| (planner.check)(&model.plan, model.today));
    model.is_checked = found.is_some();
    model.problems = Rc::new(found.unwrap_or_default());
}

/// The problems of the plan after a change of it.
fn judge_again(model: &mut Model) {
    let Some(planner) = planner().filter(|_| model.is_checked) else {
        return judge(model);
    };
    let found = (planner.check_again)(&model.problems, &model.plan, model.today);
    model.problems = Rc::new(found);
}
