//! The parts of the program that come after the start screen: which are needed now, and what happens when one is
//! there or cannot be loaded.

use super::App;
use super::editing::judge;
use crate::state::{Action, Loading, Model, Page, Part};
use yew::Context;
use yew::html::Scope;

/// Loads everything behind the start screen, one part after the other: what a plan is shown with, of this page first,
/// does not share a slow line with the rest. A part that fails is no news: who needs it loads it again and tells.
pub(super) fn load_rest(link: &Scope<App>, page: Page) {
    let first = page.part().unwrap_or(Part::Today);
    let others = Part::ALL.into_iter().filter(move |part| *part != first);
    let told = link.clone();
    link.send_future_batch(async move {
        for part in [Part::Files, first].into_iter().chain(others) {
            if part.load().await {
                told.send_message(Action::Loaded(part, true));
            }
        }
        Vec::new()
    });
}

impl App {
    /// Whether something that was asked needs this part.
    pub(super) fn waits_for(&self, part: Part) -> bool {
        let mut waiting = self.waiting.iter();
        waiting.any(|action| action.needs() == Some(part))
    }

    /// Whether the user waits for this part.
    fn is_awaited(&self, model: &Model, part: Part) -> bool {
        let is_shown = model.page.part() == Some(part);
        is_shown || model.has_dialog(part) || self.waits_for(part)
    }

    /// Whether this part is needed now: the user waits for it, or a plan that is shown is to be checked.
    fn wants(&self, model: &Model, part: Part) -> bool {
        let is_check = part == Part::Planner && model.page != Page::Start;
        is_check || self.is_awaited(model, part)
    }

    /// Fetches the parts that are needed now, and says so where the user waits.
    pub(super) fn fetch_missing(&mut self, ctx: &Context<Self>, model: &mut Model) {
        if model.loading == Loading::Failed {
            return;
        }
        let missing = Part::ALL.into_iter().filter(|part| !part.is_there());
        let (awaited, others): (Vec<Part>, Vec<Part>) =
            missing.partition(|part| self.is_awaited(model, *part));
        model.loading = if awaited.is_empty() {
            Loading::No
        } else {
            Loading::Busy
        };
        let now = if awaited.is_empty() { others } else { awaited };
        for part in now {
            if self.wants(model, part) && !self.coming.contains(&part) {
                self.coming.push(part);
                ctx.link()
                    .send_future(async move { Action::Loaded(part, part.load().await) });
            }
        }
    }

    /// A part is there, or could not be loaded.
    pub(super) fn loaded(
        &mut self,
        ctx: &Context<Self>,
        model: &mut Model,
        part: Part,
        is_there: bool,
    ) {
        self.coming.retain(|coming| *coming != part);
        if !is_there {
            if self.wants(model, part) {
                model.loading = Loading::Failed;
            }
            return;
        }
        // Before what was asked meanwhile is done.
        self.take_history(model);
        for action in std::mem::take(&mut self.waiting) {
            self.act(ctx, model, action);
        }
        if part == Part::Planner {
            if !model.is_checked {
                judge(model);
            }
            self.see_problems(model);
            self.save_now(model);
        }
    }
}
