//! The ten indicators of borging with their limits, their lights, and what to do about a red one. Our own
//! proposal (domain facts, section 4.3); limits can be edited.

use super::figures::{Figures, Found, answer, shared};
use super::rule::{Amount, Rule};
use crate::calendar::Date;
use crate::steps::{Step, StepId, Wording};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// One of the ten indicators.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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

/// An indicator with its limits.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Indicator {
    /// Which one.
    pub id: IndicatorId,
    /// What it is called.
    pub name: Wording,
    /// Its limits.
    pub rule: Rule,
    /// Source keys or the section of the domain facts.
    pub source: String,
    /// The steps that can be added when it is not green.
    pub measures: Vec<StepId>,
}

/// The ten indicators, and the steps that they name.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reading {
    /// Which one.
    pub indicator: IndicatorId,
    /// Its colour.
    pub light: Light,
    /// Its figure; `None` when it is not known.
    pub amount: Option<Amount>,
    /// The location, person or group that decides it, where there is one.
    pub place: Option<String>,
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
    /// The indicators with the limits that we propose. Source: domain facts, section 4.3.
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
                indicator.reading(indicator.id.figures(figures), rule)
            })
            .collect()
    }

    /// The indicator with this name.
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
    /// The worst of what was found decides; among equal lights the figure that is furthest off, then the
    /// first by name.
    fn reading(&self, found: Vec<Found>, rule: Rule) -> Reading {
        let worst = found
            .into_iter()
            .map(|(amount, place)| (rule.light(amount), rule.badness(amount), amount, place))
            .filter(|(light, ..)| *light != Light::Unknown)
            .reduce(|worst, next| {
                if (next.0, next.1) > (worst.0, worst.1) {
                    next
                } else {
                    worst
                }
            });
        let Some((light, _, amount, place)) = worst else {
            return Reading {
                indicator: self.id,
                light: Light::Unknown,
                amount: None,
                place: None,
                measures: Vec::new(),
            };
        };
        Reading {
            indicator: self.id,
            light,
            amount: Some(amount),
            place,
            measures: match light {
                Light::Amber | Light::Red => self.measures.clone(),
                Light::Green | Light::Unknown => Vec::new(),
            },
        }
    }
}

impl IndicatorId {
    /// Whether its figure is a share, in per cents; otherwise it is a count, or a yes or no.
    pub fn is_share(self) -> bool {
        matches!(
            self,
            Self::Resilience | Self::LargestShare | Self::FixedPair | Self::PreferredWindow
        )
    }

    /// Whether it is a yes or a no; its limits cannot be changed.
    pub fn is_yes_or_no(self) -> bool {
        matches!(self, Self::CoordinatorWithBackup | Self::Evaluated)
    }

    fn figures(self, figures: &Figures) -> Vec<Found> {
        match self {
            Self::TrainedPerLocation => figures.trained_per_location(),
            Self::Resilience => figures.resilience(),
            Self::CoordinatorWithBackup => answer(figures.coordinator_with_backup),
            Self::LargestShare => figures.largest_share(),
            Self::FixedPair => shared(figures.fixed_pair),
            Self::SizeAtStart => figures.sizes_at_start(),
            Self::IntakeShort => figures.intake_short(),
            Self::PreferredWindow => shared(figures.preferred),
            Self::Embedded => figures.embedded(),
            Self::Evaluated => answer(figures.evaluated),
        }
    }
}
