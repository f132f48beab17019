//! What the app keeps in the browser, behind the keys: the plan a moment after the last edit, and what makes the next
//! edit quick; and what it does when something else stands there than it knows.

use super::editing::judge;
use super::{App, day_for, new_plan, take_view};
use crate::download;
use crate::host::browser_time;
use crate::place::SaveFault;
use crate::state::{
    Action, Drafts, Model, Notice, Other, Page, SaveState, Selection, files, planner,
};
use crate::store::{Loaded, is_too_large};
use centering_core::edit::History;
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use yew::Context;

/// How long after the last edit the plan is saved, in milliseconds.
pub(super) const SAVE_AFTER: u32 = 400;
/// How long after there was no room it is tried again, in milliseconds.
const TRY_AFTER: u32 = 5_000;

impl App {
    /// Takes the stored plan at the start, and shows it.
    pub(super) fn take_stored(&mut self, model: &mut Model) {
        let Some(files) = files() else { return };
        match self.storage.load(files) {
            Loaded::Plan(stored) => {
                model.plan = Rc::new(*stored);
                model.save = SaveState::Saved(None);
                self.take_history(model);
            }
            Loaded::Newer => model.save = SaveState::Newer,
            Loaded::Forbidden => model.save = SaveState::Forbidden,
            Loaded::Nothing | Loaded::Damaged => model.save = SaveState::Nothing,
        }
        self.read_variants(model);
        model.today = day_for(&model.plan, &self.host);
        judge(model);
        self.see_problems(model);
        if model.is_empty() {
            model.page = Page::Start;
            take_view(model, &self.host);
        } else if self.storage.page().is_none() {
            take_view(model, &self.host);
        }
    }

    /// Takes note of the problems of the plan, and of which are new since the day before. A plan that has a day of its own
    /// knows none before it.
    pub(super) fn see_problems(&self, model: &mut Model) {
        let day = model.today.filter(|_| model.plan.today.is_none());
        let news = match (planner(), day) {
            (Some(planner), Some(day)) if model.is_checked => {
                self.storage.see_problems(planner, day, &model.problems)
            }
            _ => Rc::default(),
        };
        if model.news != news {
            model.news = news;
        }
    }

    /// Takes what could be undone of the stored plan before the page was loaded again, once the planner is there.
    pub(super) fn take_history(&mut self, model: &Model) {
        let is_as_stored = model.save == SaveState::Saved(None);
        if let Some(planner) = planner().filter(|_| is_as_stored)
            && self.history.next_undo().is_none()
        {
            self.history = self.storage.history(planner).unwrap_or_default();
        }
    }

    pub(super) fn save_soon(&mut self, ctx: &Context<Self>, time: u32) {
        let link = ctx.link().clone();
        self.save_timer = Some(Timeout::new(time, move || {
            link.send_message(Action::SaveNow);
        }));
    }

    /// Saves, and goes on trying while the browser has no room.
    pub(super) fn save_or_retry(&mut self, ctx: &Context<Self>, model: &mut Model) {
        self.save_now(model);
        if model.save == SaveState::Full && !is_too_large(&model.plan) {
            self.save_soon(ctx, TRY_AFTER);
        }
    }

    pub(super) fn save_now(&mut self, model: &mut Model) {
        self.save_timer = None;
        if !matches!(model.save, SaveState::Waiting | SaveState::Full) {
            return;
        }
        // The plan is saved when the planner is there.
        let Some(planner) = planner() else { return };
        match self.storage.save(planner, &model.plan) {
            Ok(()) => {
                model.save = SaveState::Saved(browser_time());
                self.storage.keep_history(planner, &self.history);
                self.see_problems(model);
            }
            Err(SaveFault::OtherTab) => self.meet_other(model),
            Err(SaveFault::Damaged) => model.save = SaveState::Damaged,
            Err(SaveFault::Full) => model.save = SaveState::Full,
            Err(SaveFault::Forbidden) => model.save = SaveState::Forbidden,
        }
        self.see_set_aside(model);
    }

    /// A save may have set aside what could not be before.
    pub(super) fn see_set_aside(&self, model: &mut Model) {
        if model.damaged.iter().any(|text| !text.is_set_aside) {
            model.damaged = self.storage.damaged().into();
        }
    }

    /// Another tab changed an item of localStorage, or all of them.
    pub(super) fn stored(&mut self, ctx: &Context<Self>, model: &mut Model, key: Option<&str>) {
        let concerned = self.storage.concerns(key);
        if concerned.plan && !self.storage.is_as_known() && !self.follow_other(ctx, model) {
            self.meet_other(model);
        }
        // Who erased all leaves the variants to the choice that is asked; those without room are not stored at all.
        let is_erased = model.save == SaveState::OtherTab(Other::Erased);
        if concerned.variants && !is_erased && !model.variants_in_memory {
            self.read_variants(model);
        }
        if concerned.set_aside {
            model.damaged = self.storage.damaged().into();
        }
    }

    /// Shows what another tab made of the plan, where nothing was done in this one that could be lost by that. Says whether
    /// it did.
    fn follow_other(&mut self, ctx: &Context<Self>, model: &mut Model) -> bool {
        let is_untouched = matches!(model.save, SaveState::Saved(_))
            && self.history.next_undo().is_none()
            && self.history.next_redo().is_none()
            && model.dialogs.is_empty()
            && model.drafts.is_empty();
        let Some(files) = files().filter(|_| is_untouched) else {
            return false;
        };
        if !matches!(self.storage.look(files), Loaded::Plan(_)) {
            return false;
        }
        let Loaded::Plan(plan) = self.storage.load(files) else {
            return false;
        };
        self.end_work(model);
        model.plan = Rc::from(plan);
        model.save = SaveState::Saved(None);
        self.shows_another(model);
        self.notify(ctx, model, Notice::Followed);
        true
    }

    /// Something else is stored than this tab knows.
    fn meet_other(&mut self, model: &mut Model) {
        self.save_timer = None;
        // Without the part that reads it is seen before anything is done with it.
        let Some(files) = files() else {
            model.save = SaveState::OtherTab(Other::Changed);
            return;
        };
        let other = self.storage.look(files);
        // What can be taken back is of another plan than the one that is stored; of none, where that was erased.
        self.storage.forget_history();
        if matches!(other, Loaded::Damaged) {
            // Sets it aside.
            self.storage.load(files);
        }
        self.tell_other(model, &other);
    }

    /// Tells what stands in the place of this plan.
    fn tell_other(&mut self, model: &mut Model, other: &Loaded) {
        model.damaged = self.storage.damaged().into();
        model.save = match other {
            Loaded::Plan(_) => SaveState::OtherTab(Other::Changed),
            Loaded::Nothing => SaveState::OtherTab(Other::Erased),
            Loaded::Damaged => SaveState::OtherTab(Other::Damaged),
            Loaded::Newer => SaveState::Newer,
            Loaded::Forbidden => SaveState::Forbidden,
        };
    }

    /// Takes over what another tab made of the stored plan, as an edit. Nothing is written: it stands there.
    pub(super) fn take_other(&mut self, ctx: &Context<Self>, model: &mut Model) {
        let Some(files) = files() else { return };
        match self.storage.load(files) {
            Loaded::Plan(plan) => {
                self.open(ctx, model, Rc::from(plan));
                model.save = SaveState::Saved(None);
            }
            Loaded::Nothing => {
                self.open(ctx, model, Rc::new(new_plan(&self.host)));
                self.read_variants(model);
                model.selection = Selection::Nothing;
                model.location = None;
                model.page = Page::Start;
                model.save = SaveState::Nothing;
            }
            other => self.tell_other(model, &other),
        }
    }

    /// Saves this plan in the place of what another tab made of it; never in that of a newer planner's.
    pub(super) fn keep_mine(&mut self, model: &mut Model) {
        let Some(files) = files() else { return };
        let other = self.storage.load(files);
        if matches!(other, Loaded::Newer | Loaded::Forbidden) {
            return self.tell_other(model, &other);
        }
        model.damaged = self.storage.damaged().into();
        model.save = SaveState::Waiting;
        self.save_now(model);
        if matches!(other, Loaded::Nothing) {
            self.keep_erased_variants(model);
        }
    }

    /// Offers a text that could not be read as a file.
    pub(super) fn save_damaged(&mut self, model: &mut Model, place: usize) {
        let Some(text) = model.damaged.get(place).cloned() else {
            return;
        };
        let offered = download::offer(
            "centering-planner-beschadigd.txt",
            "text/plain",
            text.text(),
        );
        // A browser without downloads leaves the message on the screen.
        if offered.is_ok() {
            self.storage.downloaded(&text);
            self.save_again(model);
        }
    }

    /// Lets go of a text that could not be read.
    pub(super) fn let_go(&mut self, model: &mut Model, place: usize) {
        if let Some(text) = model.damaged.get(place) {
            self.storage.let_go(text);
            self.save_again(model);
        }
    }

    /// Saves what had no room, or was not to be saved over a damaged text.
    fn save_again(&mut self, model: &mut Model) {
        if matches!(model.save, SaveState::Damaged | SaveState::Full) {
            model.save = SaveState::Waiting;
            self.save_now(model);
        }
        if model.variants_in_memory {
            let variants = (*model.variants).clone();
            self.keep(model, variants);
        }
        model.damaged = self.storage.damaged().into();
    }

    /// Removes everything from this browser.
    pub(super) fn erase(&mut self, model: &mut Model) {
        self.end_work(model);
        self.storage.erase();
        self.history = History::default();
        self.save_timer = None;
        model.plan = Rc::new(new_plan(&self.host));
        model.save = SaveState::Nothing;
        model.damaged = Rc::default();
        model.variants = Rc::default();
        model.variants_in_memory = false;
        self.removed_variant = None;
        model.selection = Selection::Nothing;
        model.location = None;
        model.dialogs.clear();
        model.notice = None;
        model.page = Page::Start;
        model.drafts = Drafts::new(Page::Start);
        judge(model);
    }
}
