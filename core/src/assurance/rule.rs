//! When a figure is green, orange or red. Figures are counts, or shares that are compared exactly: 99.9 per
//! cent is not 100.

use super::indicators::{IndicatorId, Indicators, Light, Unit};
use serde::{Deserialize, Serialize};

/// A figure of an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Amount {
    /// A number of things; a yes is 1 and a no is 0.
    Count(u32),
    /// So many of so many.
    Share {
        /// How many.
        part: u32,
        /// Of how many; a share of nothing is unknown.
        whole: u32,
    },
}

impl Amount {
    /// The share in whole per cents, rounded down, or the count.
    pub fn rounded(self) -> u32 {
        match self {
            Self::Count(count) => count,
            Self::Share { whole: 0, .. } => 0,
            Self::Share { part, whole } => {
                let percent = u64::from(part) * 100 / u64::from(whole);
                u32::try_from(percent).unwrap_or(u32::MAX)
            }
        }
    }

    /// The amount and what a limit means for it, on one scale.
    fn beside(self, limit: u32) -> (u64, u64) {
        match self {
            Self::Count(count) => (u64::from(count), u64::from(limit)),
            Self::Share { part, whole } => {
                (u64::from(part) * 100, u64::from(limit) * u64::from(whole))
            }
        }
    }
}

/// The limits of an indicator: counts, or per cents for shares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// More is better: green from one limit on, orange from a lower one on, red below it.
    AtLeast {
        /// The least that is green.
        green: u32,
        /// The least that is orange.
        amber: u32,
    },
    /// Less is better: green up to one limit, orange up to a higher one, red above it.
    AtMost {
        /// The most that is green.
        green: u32,
        /// The most that is orange.
        amber: u32,
    },
    /// Green between two limits, orange between two wider ones, red outside.
    Within {
        /// The least and the most that is green.
        green: (u32, u32),
        /// The least and the most that is orange.
        amber: (u32, u32),
    },
}

impl Rule {
    /// Whether the limits can be used: orange is no stricter than green, and no range is empty.
    pub fn is_valid(self) -> bool {
        match self {
            Self::AtLeast { green, amber } => amber <= green,
            Self::AtMost { green, amber } => green <= amber,
            Self::Within { green, amber } => {
                amber.0 <= green.0 && green.0 <= green.1 && green.1 <= amber.1
            }
        }
    }

    /// Whether these limits can be those of the indicator: of the same kind as the proposed ones, and at most
    /// 100 where it is a share.
    pub fn suits(self, indicator: IndicatorId) -> bool {
        let highest = match self {
            Self::AtLeast { green, .. } => green,
            Self::AtMost { amber, .. } => amber,
            Self::Within { amber, .. } => amber.1,
        };
        let most = match indicator.unit() {
            Unit::Share => 100,
            Unit::Count | Unit::OutOf(_) | Unit::YesOrNo => 1_000,
        };
        let proposed = Indicators::proposal().indicator(indicator);
        let is_same_kind = proposed.is_none_or(|proposed| {
            std::mem::discriminant(&proposed.rule) == std::mem::discriminant(&self)
        });
        is_same_kind && highest <= most
    }

    /// The light of this amount; unknown for a share of nothing.
    pub fn light(self, amount: Amount) -> Light {
        if matches!(amount, Amount::Share { whole: 0, .. }) {
            return Light::Unknown;
        }
        let at_least = |limit| {
            let (amount, limit) = amount.beside(limit);
            amount >= limit
        };
        let at_most = |limit| {
            let (amount, limit) = amount.beside(limit);
            amount <= limit
        };
        let (is_green, is_amber) = match self {
            Self::AtLeast { green, amber } => (at_least(green), at_least(amber)),
            Self::AtMost { green, amber } => (at_most(green), at_most(amber)),
            Self::Within { green, amber } => (
                at_least(green.0) && at_most(green.1),
                at_least(amber.0) && at_most(amber.1),
            ),
        };
        match (is_green, is_amber) {
            (true, _) => Light::Green,
            (false, true) => Light::Amber,
            (false, false) => Light::Red,
        }
    }
}

/// How far off an amount is, in hundredths of a per cent or of one; only to compare amounts of one rule.
pub(super) type Badness = i64;

impl Rule {
    /// How far an amount is off its green limits: 0 on them, negative inside.
    pub(super) fn badness(self, amount: Amount) -> Badness {
        let scaled = match amount {
            Amount::Count(count) => i64::from(count) * 100,
            Amount::Share { whole: 0, .. } => 0,
            Amount::Share { part, whole } => i64::from(part) * 10_000 / i64::from(whole),
        };
        let limit = |limit: u32| i64::from(limit) * 100;
        match self {
            Self::AtLeast { green, .. } => limit(green) - scaled,
            Self::AtMost { green, .. } => scaled - limit(green),
            Self::Within { green, .. } => (limit(green.0) - scaled).max(scaled - limit(green.1)),
        }
    }
}
