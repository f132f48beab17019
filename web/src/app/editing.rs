//! Changes of the plan: edits, proposals, undo, another plan in its place; and what follows every change.

use super::keeping::SAVE_AFTER;
use super::{Action, App, day_for};
use crate::host::until_midnight;
use crate::later::{Cross, Planner, files, planner};
use crate::store::{
    Dialog, LastChange, Model, Notice, SaveState, Selection, is_too_large, without_proposal,
};
use crate::work::Work;
use centering_core::plan::{Edit, EditName, Plan, Refusal};
use centering_core::problem::Touched;
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
            match (planner.edit)(&mut self.desk, &mut model.plan, now, model.today) {
                Ok((name, touched)) => {
                    joins = true;
                    self.notify(ctx, model, Notice::Done(name));
                    self.changed(ctx, model, touched);
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
        let reason = (planner.refusal)(model.lang, refusal);
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
        let (workers, link) = (&ctx.props().workers, ctx.link());
        let work = Work::start(workers, link, planner, &model.plan, model.today, joins);
        self.work = Some(work);
        // After a list the screen comes first.
        if !joins {
            self.work_on(ctx, model);
        }
    }

    /// Does the next slice of work on the page.
    pub(super) fn work_on(&mut self, ctx: &Context<Self>, model: &mut Model) {
        let result = self.work.as_mut().and_then(|work| work.slice(ctx.link()));
        if let Some(groups) = result {
            self.adopt(ctx, model, &groups);
        }
    }

    /// Takes the result of the work over; when the plan changed in the meantime, it begins again.
    pub(super) fn adopt(&mut self, ctx: &Context<Self>, model: &mut Model, groups: &str) {
        let Some(planner) = planner() else { return };
        let Some(mut work) = self.work.take() else {
            return;
        };
        self.end_work(model);
        if !work.fits(&model.plan) {
            self.propose(ctx, model, planner, false);
            return;
        }
        let joins = work.joins();
        let outcome = (planner.adopt)(&mut self.desk, &mut model.plan, groups, joins);
        let Some(outcome) = outcome else {
            // A worker of another version of the planner.
            work.fall_back(ctx.link(), planner);
            self.work = Some(work);
            return;
        };
        drop(work);
        self.draws_later = true;
        match outcome {
            Ok((name, touched)) => {
                self.notify(ctx, model, Notice::Done(name));
                self.unchecked = Some(touched);
            }
            // A proposal after a list that changes nothing is no news.
            Err(Refusal::NoChange) if joins => {}
            Err(refusal) => self.refuse(ctx, model, planner, &refusal),
        }
    }

    /// Checks the plan after a proposal, in a task of its own unless something else happens before; says whether it was
    /// still to be done.
    pub(super) fn check_proposal(&mut self, ctx: &Context<Self>, model: &mut Model) -> bool {
        let touched = self.unchecked.take();
        let is_to_do = touched.is_some();
        if let Some(touched) = touched {
            self.changed(ctx, model, touched);
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
        if matches!(model.dialog, Some(Dialog::Working)) {
            model.dialog = None;
        }
    }

    /// Takes an edit back or makes it again; a proposal that is being made is then no longer wanted.
    pub(super) fn cross(
        &mut self,
        ctx: &Context<Self>,
        model: &mut Model,
        step: fn(&Planner) -> Cross,
        notice: fn(EditName) -> Notice,
    ) {
        let Some(planner) = planner() else { return };
        self.end_work(model);
        if let Some((name, touched)) = step(planner)(&mut self.desk, &mut model.plan) {
            self.notify(ctx, model, notice(name));
            self.changed(ctx, model, touched);
        }
    }

    /// Puts another plan in place.
    pub(super) fn open(&mut self, ctx: &Context<Self>, model: &mut Model, plan: Rc<Plan>) {
        let Some(files) = files() else { return };
        self.end_work(model);
        match (files.open)(&mut self.desk, &mut model.plan, plan) {
            Some((name, touched)) => {
                self.notify(ctx, model, Notice::Done(name));
                self.changed(ctx, model, touched);
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
        }
    }

    /// Has the day asked again when the next one begins.
    pub(super) fn ask_day_at_midnight(&mut self, ctx: &Context<Self>) {
        let link = ctx.link().clone();
        self.day_timer = Some(Timeout::new(until_midnight(), move || {
            link.send_message(Action::AskDay);
        }));
    }

    /// After every change of the plan: the day, the problems, what is selected, and saving.
    fn changed(&mut self, ctx: &Context<Self>, model: &mut Model, touched: Touched) {
        // The plan may have a day of its own.
        model.today = day_for(&model.plan, &self.host);
        judge_again(model, touched);
        if model.selected_group().is_none() && model.selected_step().is_none() {
            model.selection = Selection::Nothing;
        }
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
                self.save_soon(ctx);
            }
        }
        self.prepare_soon(ctx, SAVE_AFTER);
        self.host.tell("centering-change", &JsValue::NULL);
    }
}

/// The problems of the plan as it is now, once the planner is there.
pub(super) fn judge(model: &mut Model) {
    let found = planner().map(|planner| (planner.check)(&model.plan, model.today));
    model.is_checked = found.is_some();
    model.problems = Rc::new(found.unwrap_or_default());
    model.last = None;
}

/// The problems of the plan after a change of it.
fn judge_again(model: &mut Model, touched: Touched) {
    let Some(planner) = planner().filter(|_| model.is_checked) else {
        return judge(model);
    };
    let before = model.problems.clone();
    let found = (planner.check_again)(&before, &model.plan, model.today, &touched);
    model.problems = Rc::new(found);
    model.last = Some(LastChange {
        touched: Rc::new(touched),
        before,
    });
}
