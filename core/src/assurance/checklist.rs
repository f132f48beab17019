//! Checklists for work that the planner cannot see: recruitment, the care system, and ordering the Handreiking.
//! A list is stored as a whole; every item can be ticked, edited, added and removed.

use crate::calendar::Date;
use crate::steps::{Role, StepId, Wording};
use crate::text::faults;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::sync::LazyLock;

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChecklistItem {
    /// What to do.
    pub text: Wording,
    /// Who does it.
    #[serde(default)]
    pub role: Role,
    /// When it is done, in words.
    #[serde(default)]
    pub when: Wording,
    /// Source keys of `docs/domain.md`, or `eigen voorstel`.
    #[serde(default)]
    pub source: String,
    /// The day on which it was ticked; absent while it is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ticked: Option<Date>,
    /// Fields of a newer minor version, kept as they were read.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A list of things to do that belongs to one or more steps; stored as a whole once it was ticked or edited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Checklist {
    /// Its code, such as `recruitment`.
    pub id: String,
    /// What it is called.
    pub title: Wording,
    /// The steps that carry it.
    #[serde(default)]
    pub steps: Vec<StepId>,
    /// The items in order.
    #[serde(default)]
    pub items: Vec<ChecklistItem>,
    /// Fields of a newer minor version, kept as they were read.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

faults! {
    /// Why an item cannot be changed.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum ChecklistFault {
        /// The list has no item at this place, from 0.
        NoItem(place: usize) => "the checklist has no item {place}, counted from 0";
        /// An item needs a text.
        NoText => "an item of a checklist needs a text";
    }
}

#[derive(Deserialize)]
struct File {
    source: Wording,
    checklists: Vec<Checklist>,
}

static PROPOSAL: LazyLock<(Wording, Vec<Checklist>)> = LazyLock::new(|| {
    // A test reads the file; were it ever unreadable, there would be no list.
    let file: Option<File> = serde_json::from_str(include_str!("../../data/checklists.json")).ok();
    file.map_or_else(
        || (Wording::default(), Vec::new()),
        |file| (file.source, file.checklists),
    )
});

impl Checklist {
    /// The lists that we propose: the Handreiking, recruitment, and the care system.
    pub fn proposals() -> &'static [Self] {
        &PROPOSAL.1
    }

    /// The proposed list with this code.
    pub fn proposed(id: &str) -> Option<&'static Self> {
        Self::proposals().iter().find(|list| list.id == id)
    }

    /// Where the proposed lists come from, to be shown with them.
    pub fn proposals_source() -> &'static Wording {
        &PROPOSAL.0
    }

    /// The number of ticked items and of all items.
    pub fn ticked(&self) -> (usize, usize) {
        let ticked = self.items.iter().filter(|item| item.ticked.is_some());
        (ticked.count(), self.items.len())
    }

    /// The list with an item ticked on a day, or open again.
    ///
    /// # Errors
    /// `ChecklistFault::NoItem` when there is no such item.
    pub fn with_tick(&self, place: usize, ticked: Option<Date>) -> Result<Self, ChecklistFault> {
        self.changed(place, |item| item.ticked = ticked)
    }

    /// The list with another text for an item. A new text is the organisation's own, in one language.
    ///
    /// # Errors
    /// `ChecklistFault::NoItem` when there is no such item; `ChecklistFault::NoText` for an empty text.
    pub fn with_text(&self, place: usize, text: &str) -> Result<Self, ChecklistFault> {
        let text = own_text(text)?;
        self.changed(place, |item| item.text = text)
    }

    /// The list with a new item at the end.
    ///
    /// # Errors
    /// `ChecklistFault::NoText` for an empty text.
    pub fn with_item(&self, text: &str, role: Role) -> Result<Self, ChecklistFault> {
        let mut list = self.clone();
        list.items.push(ChecklistItem {
            text: own_text(text)?,
            role,
            when: Wording::default(),
            source: String::new(),
            ticked: None,
            extra: Map::new(),
        });
        Ok(list)
    }

    /// The list without an item.
    ///
    /// # Errors
    /// `ChecklistFault::NoItem` when there is no such item.
    pub fn without_item(&self, place: usize) -> Result<Self, ChecklistFault> {
        if place >= self.items.len() {
            return Err(ChecklistFault::NoItem(place));
        }
        let mut list = self.clone();
        list.items.remove(place);
        Ok(list)
    }

    fn changed(
        &self,
        place: usize,
        change: impl FnOnce(&mut ChecklistItem),
    ) -> Result<Self, ChecklistFault> {
        let mut list = self.clone();
        let item = list.items.get_mut(place);
        change(item.ok_or(ChecklistFault::NoItem(place))?);
        Ok(list)
    }
}

fn own_text(text: &str) -> Result<Wording, ChecklistFault> {
    let text = text.trim();
    if text.is_empty() {
        return Err(ChecklistFault::NoText);
    }
    Ok(Wording::own(text))
}
