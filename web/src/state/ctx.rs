//! What every screen gets: the model to show and the way to act.

use super::{Action, Dialog, Draft, Model, Replacement, planner};
use centering_core::edit::{Edit, Refusal};
use std::rc::Rc;
use yew::prelude::*;

/// The edits that are made at once, and whether a proposal follows, which is made in slices.
pub fn without_proposal(edits: &[Edit]) -> (&[Edit], bool) {
    match edits {
        [now @ .., Edit::Propose] => (now, true),
        now => (now, false),
    }
}

/// What every screen gets: the model to show and the way to act.
#[derive(Clone)]
pub struct Ctx {
    pub model: Rc<Model>,
    pub act: Callback<Action>,
}

impl Ctx {
    /// Does one thing.
    pub fn act(&self, action: Action) {
        self.act.emit(action);
    }

    /// Puts another plan in place, after a question when the present one holds anything.
    pub fn replace(&self, replacement: Replacement) -> Action {
        Self::replacing(self.model.is_empty(), replacement)
    }

    /// The same where it is known whether the present plan holds anything.
    pub fn replacing(is_empty: bool, replacement: Replacement) -> Action {
        if is_empty {
            Action::Replace(replacement)
        } else {
            Action::Open(Dialog::Replace(replacement))
        }
    }

    /// Makes an edit from a dialog and closes it. Where the edit is refused the dialog stays with what was
    /// typed, and the reason is given.
    pub fn edit_and_close(&self, edit: Edit) -> Result<(), String> {
        self.edits_and_close(vec![edit])
    }

    /// The same with several edits that are made together, and a proposal behind them where one is asked for.
    pub fn edits_and_close(&self, edits: Vec<Edit>) -> Result<(), String> {
        let (now, has_proposal) = without_proposal(&edits);
        let changes = self.changes_by(now)? || has_proposal;
        self.act(Action::CloseDialog);
        if changes {
            self.act(Action::edits(edits));
        }
        Ok(())
    }

    /// Whether these edits would change anything together, or why they are refused.
    pub fn changes_by(&self, edits: &[Edit]) -> Result<bool, String> {
        let preview =
            planner().map(|planner| (planner.preview)(&self.model.plan, edits, self.model.today));
        match preview {
            Some(Err(Refusal::NoChange)) => Ok(false),
            Some(Err(refusal)) => {
                let Model { lang, plan, .. } = &*self.model;
                let words = planner().map(|planner| (planner.refusal)(*lang, plan, &refusal));
                Err(words.unwrap_or_default())
            }
            _ => Ok(true),
        }
    }

    /// Tells that something was typed and is not stored; `what` names it for good.
    pub fn lose(&self, what: &str, label: &str, text: &str, fault: &str) {
        let draft = Draft {
            page: None,
            label: label.to_owned(),
            text: text.to_owned(),
            fault: fault.to_owned(),
        };
        self.act(Action::KeepDraft(what.to_owned(), draft));
    }

    /// A callback that does one thing, whatever the event.
    pub fn on<E: 'static>(&self, action: Action) -> Callback<E> {
        let act = self.act.clone();
        Callback::from(move |_| act.emit(action.clone()))
    }
}

impl PartialEq for Ctx {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.model, &other.model)
    }
}

/// The only property of a screen.
#[derive(PartialEq, Properties)]
pub struct PageProps {
    pub ctx: Ctx,
}
