//! Undo and redo: a list of named steps, each with the changes that take it back.

use super::change::Change;
use super::edit::{EditKind, EditName};
use super::model::Plan;

/// One edit that was made.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What the user did.
    pub name: EditName,
    /// The changes that go to the other side of this step.
    changes: Vec<Change>,
}

/// What was done and what was undone. Unbounded within a session of the user; never stored.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
}

impl History {
    /// Applies the changes of an edit and remembers how to take them back. What was undone is forgotten.
    pub fn commit(&mut self, plan: &mut Plan, name: EditName, changes: Vec<Change>) {
        let changes = plan.apply_all(changes);
        self.done.push(Step { name, changes });
        self.undone.clear();
    }

    /// Remembers that another plan took the place of this one, as [`super::Edit::Open`] would.
    pub fn opened(&mut self, before: Box<Plan>) {
        self.done.push(Step {
            name: EditName::plain(EditKind::Open),
            changes: vec![Change::Plan(before)],
        });
        self.undone.clear();
    }

    /// Applies the changes of an edit as part of the last one, so that one undo takes both back under the new
    /// name; where nothing was done before, it is an edit of its own.
    pub fn join(&mut self, plan: &mut Plan, name: EditName, changes: Vec<Change>) {
        let Some(before) = self.done.pop() else {
            self.commit(plan, name, changes);
            return;
        };
        let mut changes = plan.apply_all(changes);
        changes.extend(before.changes);
        self.done.push(Step { name, changes });
        self.undone.clear();
    }

    /// Takes the last edit back and returns its name; `None` when there is none.
    pub fn undo(&mut self, plan: &mut Plan) -> Option<EditName> {
        Self::cross(plan, &mut self.done, &mut self.undone)
    }

    /// Makes the last undone edit again and returns its name; `None` when there is none.
    pub fn redo(&mut self, plan: &mut Plan) -> Option<EditName> {
        Self::cross(plan, &mut self.undone, &mut self.done)
    }

    fn cross(plan: &mut Plan, from: &mut Vec<Step>, to: &mut Vec<Step>) -> Option<EditName> {
        let Step { name, changes } = from.pop()?;
        let changes = plan.apply_all(changes);
        to.push(Step {
            name: name.clone(),
            changes,
        });
        Some(name)
    }

    /// The name of the edit that `undo` would take back.
    pub fn next_undo(&self) -> Option<&EditName> {
        self.done.last().map(|step| &step.name)
    }

    /// The changes that `undo` would apply, in their order.
    pub fn next_undo_changes(&self) -> &[Change] {
        self.done.last().map_or(&[], |step| &step.changes)
    }

    /// The changes that `redo` would apply, in their order.
    pub fn next_redo_changes(&self) -> &[Change] {
        self.undone.last().map_or(&[], |step| &step.changes)
    }

    /// The name of the edit that `redo` would make again.
    pub fn next_redo(&self) -> Option<&EditName> {
        self.undone.last().map(|step| &step.name)
    }
}
