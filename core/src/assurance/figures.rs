//! The figures on which the indicators rest. Who computes them from a plan and the answers of the user fills in what is
//! known; the rest stays unknown and is asked.

use super::indicators::IndicatorId;
use super::rule::Amount;
use crate::calendar::Date;
use std::collections::BTreeMap;

/// What is known of each indicator: one figure, or one for each place, person or group. What is absent or empty is
/// unknown.
pub type Figures = BTreeMap<IndicatorId, Vec<Figure>>;

/// A figure of an indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Figure {
    /// How much it is.
    pub amount: Amount,
    /// What the location, person or group is called that it belongs to, where it belongs to one.
    pub place: Option<String>,
    /// Where the amount is what lacks: so many there are, of so many that are wanted.
    pub parts: Option<(u32, u32)>,
}

impl Figure {
    /// A number of things.
    pub fn count(count: u32) -> Self {
        Self {
            amount: Amount::Count(count),
            place: None,
            parts: None,
        }
    }

    /// So many of so many.
    pub fn share((part, whole): (u32, u32)) -> Self {
        Self {
            amount: Amount::Share { part, whole },
            ..Self::count(0)
        }
    }

    /// A yes or a no.
    pub fn answer(yes: bool) -> Self {
        Self::count(u32::from(yes))
    }

    /// How many lack, of what there is and what is wanted.
    pub fn short(is: u32, wanted: u32) -> Self {
        Self {
            parts: Some((is, wanted)),
            ..Self::count(wanted.saturating_sub(is))
        }
    }

    /// The same, of this location, person or group.
    #[must_use]
    pub fn at(self, place: &str) -> Self {
        Self {
            place: Some(place.to_owned()),
            ..self
        }
    }
}

/// Whether a day lies in the twelve months up to today.
pub fn within_a_year(day: Date, today: Date) -> bool {
    day <= today && today <= day.plus_months(12)
}
