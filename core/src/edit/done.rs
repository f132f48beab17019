//! Making an edit: the one call for who keeps a plan and no history of it.

use super::{Edit, Refusal};
use crate::calendar::Date;
use crate::plan::{Change, DateChange, Plan, changed_dates};
use serde::{Deserialize, Serialize};

/// What an edit did. All is empty where nothing was to be done.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Done {
    /// The days of bijeenkomsten that moved, came or went.
    pub dates: Vec<DateChange>,
    /// The changes that take it back: [`Plan::apply_all`] of them is the undo.
    pub undo: Vec<Change>,
}

impl Plan {
    /// Makes an edit. One that has nothing to do, such as a second proposal, is done at once and changed nothing.
    ///
    /// Without a day of [today](crate#today) nothing is over and no day is too early. See [`History`](super::History)
    /// for undo and redo of many edits, and [`Edit::together`] for edits that are made all or none.
    ///
    /// ```
    /// use centering_core::edit::Edit;
    /// use centering_core::plan::Plan;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let mut plan = Plan::empty();
    /// let done = plan.edit(&Edit::Rename("Noord".to_owned()), None)?;
    /// assert_eq!(plan.title, "Noord");
    /// assert!(plan.edit(&Edit::Propose, None)?.undo.is_empty());
    /// plan.apply_all(done.undo);
    /// assert_eq!(plan, Plan::empty());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// The reason why the edit cannot be made; the plan is as it was then.
    pub fn edit(&mut self, edit: &Edit, today: Option<Date>) -> Result<Done, Refusal> {
        match edit.changes(self, today) {
            Ok(changes) => Ok(Done {
                dates: changed_dates(self, &changes),
                undo: self.apply_all(changes),
            }),
            Err(refusal) if refusal.is_idle() => Ok(Done::default()),
            Err(refusal) => Err(refusal),
        }
    }
}
