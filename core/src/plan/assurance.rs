//! What a plan keeps about borging: measurements of the success factors, the answers that only people can
//! give, changed limits, what the indicators said before, and checklists that differ from the proposal.
//! Nothing here judges; see `assurance` for what follows from it and `insight` for what the plan itself says.

use super::file::keyed;
use crate::assurance::{Checklist, History, IndicatorId, Measurement, Rule, Snapshot};
use crate::calendar::Date;
use crate::steps::set;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::mem;

/// Whether and when an evaluation was held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Evaluation {
    /// The last one was held on this day.
    On(Date),
    /// None was held yet.
    Never,
}

/// What the planner cannot see and asks: the indicators of `docs/domain.md#4.3`. What is absent was not answered yet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Answers {
    /// Whether there is a coordinator with a named back-up (achtervang).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub coordinator_with_backup: Option<bool>,
    /// Whether group care is part of the budget.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_budget: Option<bool>,
    /// Whether it is part of the work plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_work_plan: Option<bool>,
    /// Whether it is part of the product catalogue (productenboek).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_product_catalogue: Option<bool>,
    /// The last evaluation with parents and begeleiders.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evaluation: Option<Evaluation>,
    /// The groups that the organisation wants to start in the coming six months.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub groups_wanted: Option<u16>,
    /// Fields of a newer minor version, kept as they were read.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Answers {
    fn is_empty(&self) -> bool {
        let Self {
            coordinator_with_backup,
            in_budget,
            in_work_plan,
            in_product_catalogue,
            evaluation,
            groups_wanted,
            extra,
        } = self;
        let answers = [
            coordinator_with_backup,
            in_budget,
            in_work_plan,
            in_product_catalogue,
        ];
        answers.iter().all(|answer| answer.is_none())
            && evaluation.is_none()
            && groups_wanted.is_none()
            && extra.is_empty()
    }
}

/// What is kept about borging.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Assurance {
    /// The measurements of the success factors, by the day on which they began.
    #[serde(with = "keyed", skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<Measurement>"))]
    pub measurements: BTreeMap<Date, Measurement>,
    /// What only people can answer.
    #[serde(skip_serializing_if = "Answers::is_empty")]
    pub answers: Answers,
    /// The limits that the organisation changed; the others are those of the proposal.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(
        feature = "schema",
        schemars(with = "crate::schema::Named<IndicatorId, Rule>")
    )]
    pub limits: BTreeMap<IndicatorId, Rule>,
    /// What the indicators said on days that were kept.
    #[serde(skip_serializing_if = "History::is_empty")]
    pub history: History,
    /// The checklists that were ticked or edited, by code; the others are those of the proposal.
    #[serde(with = "keyed", skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<Checklist>"))]
    pub checklists: BTreeMap<String, Checklist>,
    /// Fields of a newer minor version, kept as they were read.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// One record of it is set, or removed where it is `None`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AssuranceChange {
    /// A measurement.
    Measurement(Date, Option<Box<Measurement>>),
    /// The answers as a whole.
    Answers(Box<Answers>),
    /// The limits of an indicator.
    Limit(IndicatorId, Option<Rule>),
    /// What the indicators said on a day.
    Snapshot(Date, Option<Box<Snapshot>>),
    /// A checklist.
    Checklist(String, Option<Box<Checklist>>),
}

impl AssuranceChange {
    /// A change that sets this measurement.
    pub fn measurement(measurement: Measurement) -> Self {
        Self::Measurement(measurement.began, Some(Box::new(measurement)))
    }

    /// A change that sets this checklist.
    pub fn checklist(list: Checklist) -> Self {
        Self::Checklist(list.id.clone(), Some(Box::new(list)))
    }

    /// Whether a record is set, and not removed.
    pub(super) fn sets(&self) -> bool {
        match self {
            Self::Measurement(_, record) => record.is_some(),
            Self::Answers(answers) => !answers.is_empty(),
            Self::Limit(_, record) => record.is_some(),
            Self::Snapshot(_, record) => record.is_some(),
            Self::Checklist(_, record) => record.is_some(),
        }
    }

    /// Whether everything would stay as it is.
    pub(super) fn is_idle(&self, kept: &Assurance) -> bool {
        match self {
            Self::Measurement(day, record) => kept.measurements.get(day) == record.as_deref(),
            Self::Answers(answers) => kept.answers == **answers,
            Self::Limit(indicator, rule) => kept.limits.get(indicator) == rule.as_ref(),
            Self::Snapshot(day, record) => kept.history.on(*day) == record.as_deref(),
            Self::Checklist(id, record) => kept.checklists.get(id) == record.as_deref(),
        }
    }
}

impl Assurance {
    /// The most measurements of a plan.
    pub const MOST_MEASUREMENTS: usize = 60;
    /// The most respondents of a measurement.
    pub const MOST_RESPONDENTS: usize = 60;
    /// The most days of which the indicators are kept.
    pub const MOST_SNAPSHOTS: usize = 400;
    /// The most items of a checklist.
    pub const MOST_ITEMS: usize = 100;
    /// The most characters of an item of a checklist.
    pub const LONGEST_ITEM: usize = 300;
    /// The most groups that can be wanted.
    pub const MOST_GROUPS: u16 = 999;

    /// Whether nothing is kept. Field by field: the start screen asks it, and comparing them all is much code.
    pub fn is_empty(&self) -> bool {
        let Self {
            measurements,
            answers,
            limits,
            history,
            checklists,
            extra,
        } = self;
        measurements.is_empty()
            && answers.is_empty()
            && limits.is_empty()
            && history.is_empty()
            && checklists.is_empty()
            && extra.is_empty()
    }

    /// The checklists: those of the proposal, as the organisation changed them, then its own.
    pub fn lists(&self) -> Vec<&Checklist> {
        let proposed = Checklist::proposals().iter();
        let mut lists: Vec<&Checklist> = proposed
            .map(|list| self.checklists.get(&list.id).unwrap_or(list))
            .collect();
        let own = self.checklists.values();
        lists.extend(own.filter(|list| Checklist::proposed(&list.id).is_none()));
        lists
    }

    /// The checklist with this code: the changed one, or that of the proposal.
    pub fn list(&self, id: &str) -> Option<&Checklist> {
        self.checklists.get(id).or_else(|| Checklist::proposed(id))
    }

    /// Applies a change and returns the one that takes it back.
    pub fn apply(&mut self, change: AssuranceChange) -> AssuranceChange {
        match change {
            AssuranceChange::Measurement(day, record) => {
                let before = set(&mut self.measurements, &day, record.map(|record| *record));
                AssuranceChange::Measurement(day, before.map(Box::new))
            }
            AssuranceChange::Answers(answers) => {
                AssuranceChange::Answers(Box::new(mem::replace(&mut self.answers, *answers)))
            }
            AssuranceChange::Limit(indicator, rule) => {
                let before = set(&mut self.limits, &indicator, rule);
                AssuranceChange::Limit(indicator, before)
            }
            AssuranceChange::Snapshot(day, record) => {
                let before = self.history.set(day, record.map(|record| *record));
                AssuranceChange::Snapshot(day, before.map(Box::new))
            }
            AssuranceChange::Checklist(id, record) => {
                let before = set(&mut self.checklists, &id, record.map(|record| *record));
                AssuranceChange::Checklist(id, before.map(Box::new))
            }
        }
    }
}
