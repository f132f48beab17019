//! The smallest steps of every edit: one record of the plan is set, replaced or removed.
//! Applying a change gives the change that takes it back, so undo needs no code of its own.

use super::ids::{EnrolmentCode, GroupId, LocationId};
use super::model::{Enrolment, Group, Location, Plan};
use super::settings::Settings;
use crate::care::SessionTemplate;
use std::collections::BTreeMap;
use std::mem;

/// One record of the plan is set (`Some`) or removed (`None`).
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// The whole plan.
    Plan(Box<Plan>),
    /// The title of the plan.
    Title(String),
    /// The settings as a whole.
    Settings(Box<Settings>),
    /// The organisation's own template.
    Template(Option<Box<SessionTemplate>>),
    /// A location.
    Location(LocationId, Option<Box<Location>>),
    /// An enrolment.
    Enrolment(EnrolmentCode, Option<Box<Enrolment>>),
    /// A group with its bijeenkomsten.
    Group(GroupId, Option<Box<Group>>),
}

impl Change {
    /// A change that sets this group.
    pub fn group(group: Group) -> Self {
        Self::Group(group.id.clone(), Some(Box::new(group)))
    }

    /// A change that sets this enrolment.
    pub fn enrolment(enrolment: Enrolment) -> Self {
        Self::Enrolment(enrolment.code.clone(), Some(Box::new(enrolment)))
    }

    /// Whether the plan would stay as it is.
    pub fn is_idle(&self, plan: &Plan) -> bool {
        match self {
            Self::Plan(other) => **other == *plan,
            Self::Title(title) => plan.title == *title,
            Self::Settings(settings) => plan.settings == **settings,
            Self::Template(template) => plan.template.as_ref() == template.as_deref(),
            Self::Location(id, location) => plan.locations.get(id) == location.as_deref(),
            Self::Enrolment(code, enrolment) => plan.enrolments.get(code) == enrolment.as_deref(),
            Self::Group(id, group) => plan.groups.get(id) == group.as_deref(),
        }
    }

    /// A change that sets this location.
    pub fn location(location: Location) -> Self {
        Self::Location(location.id.clone(), Some(Box::new(location)))
    }
}

impl Plan {
    /// Applies a change and returns the one that takes it back.
    pub fn apply(&mut self, change: Change) -> Change {
        match change {
            Change::Plan(plan) => Change::Plan(Box::new(mem::replace(self, *plan))),
            Change::Title(title) => Change::Title(mem::replace(&mut self.title, title)),
            Change::Settings(settings) => {
                Change::Settings(Box::new(mem::replace(&mut self.settings, *settings)))
            }
            Change::Template(template) => Change::Template(
                mem::replace(&mut self.template, template.map(|boxed| *boxed)).map(Box::new),
            ),
            Change::Location(id, location) => {
                let before = set(&mut self.locations, &id, location);
                Change::Location(id, before)
            }
            Change::Enrolment(code, enrolment) => {
                let before = set(&mut self.enrolments, &code, enrolment);
                Change::Enrolment(code, before)
            }
            Change::Group(id, group) => {
                let before = set(&mut self.groups, &id, group);
                Change::Group(id, before)
            }
        }
    }

    /// Applies changes in order and returns those that take them back, in the order in which to apply them.
    pub fn apply_all(&mut self, changes: impl IntoIterator<Item = Change>) -> Vec<Change> {
        let mut back: Vec<Change> = changes
            .into_iter()
            .map(|change| self.apply(change))
            .collect();
        back.reverse();
        back
    }
}

fn set<K: Ord + Clone, V>(
    records: &mut BTreeMap<K, V>,
    key: &K,
    record: Option<Box<V>>,
) -> Option<Box<V>> {
    match record {
        Some(record) => records.insert(key.clone(), *record),
        None => records.remove(key),
    }
    .map(Box::new)
}
