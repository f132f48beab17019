//! Undo and redo: a list of named steps, each with the changes that take it back.

use super::{DocumentEdited, EditName};
use crate::plan::{Change, Plan};
use serde::{Deserialize, Serialize};
use std::io;

/// One edit that was made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// What the user did.
    pub name: EditName,
    /// The changes that go to the other side of this step.
    changes: Vec<Change>,
}

/// What was done and what was undone. Unbounded while a program runs; [`History::newest`]
/// keeps some of it for the next run.
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
            name: DocumentEdited::Open.into(),
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

    /// The newest edits that can be taken back, as text of at most so many bytes: a line each, the newest first. They
    /// belong to the plan as it is now, and to no other.
    pub fn newest(&self, most: usize) -> String {
        let mut text = Bounded {
            bytes: Vec::new(),
            most,
        };
        for step in self.done.iter().rev() {
            let whole = text.bytes.len();
            if serde_json::to_writer(&mut text, step).is_err() || text.bytes.len() >= most {
                text.bytes.truncate(whole);
                break;
            }
            text.bytes.push(b'\n');
        }
        String::from_utf8(text.bytes).unwrap_or_default()
    }

    /// The history that [`History::newest`] wrote; `None` for any other text.
    pub fn from_newest(text: &str) -> Option<Self> {
        let steps = text.lines().rev().map(serde_json::from_str);
        let done = steps.collect::<Result<_, _>>().ok()?;
        Some(Self {
            done,
            undone: Vec::new(),
        })
    }

    /// The name of the edit that `undo` would take back.
    pub fn next_undo(&self) -> Option<&EditName> {
        self.done.last().map(|step| &step.name)
    }

    /// The changes that `undo` would apply, in their order.
    pub fn next_undo_changes(&self) -> &[Change] {
        self.done.last().map_or(&[], |step| &step.changes)
    }

    /// The name of the edit that `redo` would make again.
    pub fn next_redo(&self) -> Option<&EditName> {
        self.undone.last().map(|step| &step.name)
    }
}

/// Bytes up to a limit, beyond which nothing is written: a step can hold a whole plan.
struct Bounded {
    bytes: Vec<u8>,
    most: usize,
}

impl io::Write for Bounded {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.bytes.len() + bytes.len() > self.most {
            return Err(io::ErrorKind::StorageFull.into());
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::Edit;

    fn renamed(titles: &[&str]) -> (Plan, History) {
        let (mut plan, mut history) = (Plan::empty(), History::default());
        for title in titles {
            let edit = Edit::Rename((*title).to_owned());
            let (name, changes) = edit.named(&plan, None).unwrap();
            history.commit(&mut plan, name, changes);
        }
        (plan, history)
    }

    #[test]
    fn what_was_kept_is_taken_back_as_before() {
        let (mut plan, history) = renamed(&["a", "b", "c"]);
        let mut kept = History::from_newest(&history.newest(10_000)).unwrap();
        assert_eq!(kept.next_undo(), history.next_undo());
        let titles: Vec<String> = (0..3)
            .map(|_| {
                kept.undo(&mut plan).unwrap();
                plan.title.clone()
            })
            .collect();
        assert_eq!(titles, ["b", "a", ""]);
        assert_eq!(kept.undo(&mut plan), None);
        kept.redo(&mut plan).unwrap();
        assert_eq!(plan.title, "a");
    }

    #[test]
    fn the_newest_are_kept_when_there_is_no_room_for_all() {
        let (_, history) = renamed(&["a", "b", "c"]);
        let whole = history.newest(10_000);
        let lines = whole.lines().count();
        assert_eq!(lines, 3);
        for most in 0..whole.len() + 2 {
            let text = history.newest(most);
            assert!(text.len() <= most && whole.starts_with(&text), "{most}");
            let kept = History::from_newest(&text).unwrap();
            assert_eq!(kept.done.len(), text.lines().count());
        }
        assert!(History::from_newest("no history").is_none());
    }
}
