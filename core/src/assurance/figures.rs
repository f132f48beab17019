//! The figures on which the ten indicators rest, as plain counts. Who computes them from a plan, or asks the
//! user, fills in what is known; the rest stays unknown and is asked.

use super::rule::Amount;
use crate::calendar::Date;
use std::collections::BTreeMap;

/// Everything the indicators need. Each `None` and each empty map is unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// The trained begeleiders of each location, by what the location is called.
    pub trained: BTreeMap<String, u32>,
    /// For each person who drops out, by alias: the coming bijeenkomsten that keep two begeleiders, and all.
    pub kept_without: BTreeMap<String, (u32, u32)>,
    /// Whether a coordinator with a named back-up is there.
    pub coordinator_with_backup: Option<bool>,
    /// The begeleider places of each person in running and planned groups, by alias. The whole is the number
    /// of groups times two, also where a place is still free.
    pub places_of: BTreeMap<String, u32>,
    /// All begeleider places: the number of groups times two.
    pub places: u32,
    /// The bijeenkomsten with both begeleiders of their group, and all.
    pub fixed_pair: Option<(u32, u32)>,
    /// The families of each group at its start, by the code of the group.
    pub size_at_start: BTreeMap<String, u32>,
    /// The groups that start in the coming six months.
    pub starting: Option<u32>,
    /// The groups that the organisation wants to start in the coming six months.
    pub wanted: Option<u32>,
    /// The bijeenkomsten in their preferred window, and all.
    pub preferred: Option<(u32, u32)>,
    /// Whether group care is part of the budget.
    pub in_budget: Option<bool>,
    /// Whether it is part of the work plan.
    pub in_work_plan: Option<bool>,
    /// Whether it is part of the product catalogue.
    pub in_product_catalogue: Option<bool>,
    /// Whether an evaluation was held in the last twelve months; see [`within_a_year`].
    pub evaluated: Option<bool>,
}

/// An amount and the place, person or group it belongs to.
pub(super) type Found = (Amount, Option<String>);

impl Figures {
    pub(super) fn trained_per_location(&self) -> Vec<Found> {
        counts(&self.trained)
    }

    pub(super) fn resilience(&self) -> Vec<Found> {
        let shares = self.kept_without.iter();
        shares
            .map(|(person, kept)| (share(*kept), Some(person.clone())))
            .collect()
    }

    pub(super) fn largest_share(&self) -> Vec<Found> {
        let shares = self.places_of.iter();
        shares
            .map(|(person, places)| (share((*places, self.places)), Some(person.clone())))
            .collect()
    }

    pub(super) fn sizes_at_start(&self) -> Vec<Found> {
        counts(&self.size_at_start)
    }

    pub(super) fn intake_short(&self) -> Vec<Found> {
        let short = self.wanted.zip(self.starting);
        let short = short.map(|(wanted, starting)| wanted.saturating_sub(starting));
        short
            .map(|short| (Amount::Count(short), None))
            .into_iter()
            .collect()
    }

    /// How many of the three documents hold group care; unknown until all three are answered.
    pub(super) fn embedded(&self) -> Vec<Found> {
        let all = [self.in_budget, self.in_work_plan, self.in_product_catalogue];
        let mut count = 0;
        for answer in all {
            match answer {
                Some(yes) => count += u32::from(yes),
                None => return Vec::new(),
            }
        }
        vec![(Amount::Count(count), None)]
    }
}

pub(super) fn answer(yes: Option<bool>) -> Vec<Found> {
    let count = yes.map(|yes| Amount::Count(u32::from(yes)));
    count.map(|count| (count, None)).into_iter().collect()
}

pub(super) fn shared(parts: Option<(u32, u32)>) -> Vec<Found> {
    parts
        .map(|parts| (share(parts), None))
        .into_iter()
        .collect()
}

fn share((part, whole): (u32, u32)) -> Amount {
    Amount::Share { part, whole }
}

fn counts(of: &BTreeMap<String, u32>) -> Vec<Found> {
    let counts = of.iter();
    counts
        .map(|(name, count)| (Amount::Count(*count), Some(name.clone())))
        .collect()
}

/// Whether a day lies in the twelve months up to today.
pub fn within_a_year(day: Date, today: Date) -> bool {
    day <= today && today <= day.plus_months(12)
}
