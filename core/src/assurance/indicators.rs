//! The indicators of borging with their limits, their lights, and what to do about a red one. Our own
//! proposal (`docs/domain.md#4.3`); limits can be edited.
//!
//! An indicator more is its line in `core/data/assurance.json`, with all that screens say of it, its name here, and how
//! it is read from a plan in `insight::figures`.

use super::figures::{Figure, Figures};
use super::rule::{Amount, Rule};
use crate::calendar::Date;
use crate::steps::{Step, StepId, Wording};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// One of the indicators.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum IndicatorId {
    /// Trained begeleiders of the location that has the fewest.
    TrainedPerLocation,
    /// Uitvalbestendigheid: the share of coming bijeenkomsten that keep two begeleiders when one person drops
    /// out, for the person who is missed most.
    Resilience,
    /// A coordinator with a named back-up (achtervang).
    CoordinatorWithBackup,
    /// The share of begeleider places of the person who has most.
    LargestShare,
    /// The share of bijeenkomsten with the fixed pair of the group.
    FixedPair,
    /// Families at the start of the group that is furthest from the size that is aimed for.
    SizeAtStart,
    /// How many groups fewer start in the coming six months than the organisation wants.
    IntakeShort,
    /// The share of bijeenkomsten in their preferred window.
    PreferredWindow,
    /// In how many of budget, work plan and product catalogue group care is.
    Embedded,
    /// An evaluation in the last twelve months.
    Evaluated,
}

/// The colour of an indicator; always shown with its word and figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Light {
    /// Nothing to do.
    Green,
    /// To watch (oranje).
    Amber,
    /// To act on.
    Red,
    /// The figure is not known: it is asked.
    Unknown,
}

/// What the amount of an indicator is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// A number of things.
    #[default]
    Count,
    /// A part of a whole, in per cents.
    Share,
    /// A number out of this many.
    OutOf(u32),
    /// A yes or a no; its limits cannot be changed.
    YesOrNo,
}

/// From what an indicator is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// From the plan alone.
    #[default]
    Plan,
    /// From the plan and an answer of the user.
    PlanAndAnswer,
    /// From answers of the user.
    Answer,
}

/// An indicator with its limits.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct Indicator {
    /// Which one.
    pub id: IndicatorId,
    /// What it is called.
    pub name: Wording,
    /// What its amount is.
    #[serde(default)]
    pub unit: Unit,
    /// From what it is read.
    #[serde(default)]
    pub basis: Basis,
    /// On what its limits rest; `None` where they are our own proposal.
    #[serde(default)]
    pub norm: Option<Wording>,
    /// What is said of the location, person or group that decides it, which stands in place of
    /// [`Indicator::PLACE`]; `None` where none does.
    #[serde(default)]
    pub place: Option<Wording>,
    /// Its limits.
    pub rule: Rule,
    /// Source keys or the section of `docs/domain.md`.
    pub source: String,
    /// The steps that can be added when it is not green.
    pub measures: Vec<StepId>,
}

/// The indicators, and the steps that they name.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct Indicators {
    /// Where they come from; shown with them.
    pub source: Wording,
    /// The day of this version.
    pub version: Date,
    /// The indicators, in the order in which they are shown.
    pub indicators: Vec<Indicator>,
    /// Steps that are no part of the proposal and can be added to a plan.
    pub measures: Vec<Step>,
}

/// What an indicator says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Reading {
    /// Which one.
    pub indicator: IndicatorId,
    /// Its colour.
    pub light: Light,
    /// Its figure; `None` when it is not known.
    pub amount: Option<Amount>,
    /// The location, person or group that decides it, where there is one.
    pub place: Option<String>,
    /// Where the figure is what lacks: so many there are, of so many that are wanted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parts: Option<(u32, u32)>,
    /// The steps that can be added; empty when it is green or unknown.
    pub measures: Vec<StepId>,
}

static PROPOSAL: LazyLock<Indicators> = LazyLock::new(|| {
    // A test reads the file; were it ever unreadable, no indicator would be shown.
    serde_json::from_str(include_str!("../../data/assurance.json")).unwrap_or(Indicators {
        source: Wording::default(),
        version: Date::FIRST,
        indicators: Vec::new(),
        measures: Vec::new(),
    })
});

impl Indicators {
    /// The indicators with the limits that we propose. Source: `docs/domain.md#4.3`.
    pub fn proposal() -> &'static Self {
        &PROPOSAL
    }

    /// Reads every indicator. `limits` holds the limits that the organisation changed; a rule that cannot be
    /// used is ignored.
    pub fn read(&self, figures: &Figures, limits: &BTreeMap<IndicatorId, Rule>) -> Vec<Reading> {
        self.indicators
            .iter()
            .map(|indicator| {
                let own = limits.get(&indicator.id).filter(|rule| rule.is_valid());
                let rule = own.copied().unwrap_or(indicator.rule);
                let found = figures.get(&indicator.id).map_or(&[][..], Vec::as_slice);
                indicator.reading(found, rule)
            })
            .collect()
    }

    /// The indicator with this name; `None` only in a set that was put together without it.
    pub fn indicator(&self, id: IndicatorId) -> Option<&Indicator> {
        self.indicators.iter().find(|indicator| indicator.id == id)
    }

    /// The steps with these codes that can be added to a plan.
    pub fn steps<'a>(&'a self, codes: &'a [StepId]) -> impl Iterator<Item = &'a Step> {
        codes
            .iter()
            .filter_map(|code| self.measures.iter().find(|step| step.id == *code))
    }
}

impl Indicator {
    /// What stands in [`Indicator::place`] where its name goes.
    pub const PLACE: &'static str = "{place}";

    /// The worst of what was found decides; among equal lights the figure that is furthest off, then the
    /// first.
    fn reading(&self, found: &[Figure], rule: Rule) -> Reading {
        let badness = |figure: &Figure| (rule.light(figure.amount), rule.badness(figure.amount));
        let known = found.iter().filter(|one| badness(one).0 != Light::Unknown);
        let worst = known.reduce(|worst, next| {
            if badness(next) > badness(worst) {
                next
            } else {
                worst
            }
        });
        let light = worst.map_or(Light::Unknown, |figure| rule.light(figure.amount));
        Reading {
            indicator: self.id,
            light,
            amount: worst.map(|figure| figure.amount),
            place: worst.and_then(|figure| figure.place.clone()),
            parts: worst.and_then(|figure| figure.parts),
            measures: match light {
                Light::Amber | Light::Red => self.measures.clone(),
                Light::Green | Light::Unknown => Vec::new(),
            },
        }
    }
}

impl IndicatorId {
    /// What its amount is.
    pub fn unit(self) -> Unit {
        let indicator = Indicators::proposal().indicator(self);
        indicator.map_or(Unit::Count, |indicator| indicator.unit)
    }
}
