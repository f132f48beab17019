//! How many trained begeleiders, lines and groups each location needs: what the steps of training and of
//! scaling up are about.

use super::figures::active;
use crate::assurance::{IndicatorId, Indicators, Rule};
use crate::calendar::{Date, HalfDay};
use crate::plan::{LineChoice, LocationId, Plan};
use std::collections::BTreeMap;

/// What the groups of a location ask.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Need {
    /// The location.
    pub location: LocationId,
    /// The groups that run or are planned.
    pub groups: usize,
    /// Those of them that have no line yet.
    pub without_line: usize,
    /// The lines of the location.
    pub lines: usize,
    /// The lines that still lack a room or one of the pair.
    pub incomplete: usize,
    /// The trained begeleiders who work there.
    pub trained: usize,
    /// The trained begeleiders that it needs: those of the busiest half-day, and no fewer than the limit of
    /// the indicator.
    pub needed: usize,
}

impl Need {
    /// How many people are still to be trained.
    pub fn to_train(&self) -> usize {
        self.needed.saturating_sub(self.trained)
    }
}

/// What each location with groups or lines needs, in order of location.
/// Without a day of [today](crate#today) no group has finished.
pub fn needs(plan: &Plan, today: Option<Date>) -> Vec<Need> {
    let least = least_trained(plan);
    let all = plan.locations.keys().map(|location| {
        let of_location = || active(plan, today).filter(|group| group.location == *location);
        let has_line = |choice: &LineChoice| plan.lines.contains_key(choice.line());
        let lines = || {
            plan.lines
                .values()
                .filter(|line| line.location == *location)
        };
        let mut at_once: BTreeMap<HalfDay, usize> = BTreeMap::new();
        for line in lines() {
            *at_once.entry(line.half_day).or_insert(0) += 2;
        }
        let people = plan.people.values().filter(|person| {
            person.trained && person.role.leads_groups() && person.locations.contains(location)
        });
        Need {
            location: location.clone(),
            groups: of_location().count(),
            without_line: of_location()
                .filter(|group| !group.line.as_ref().is_some_and(has_line))
                .count(),
            lines: lines().count(),
            incomplete: lines()
                .filter(|line| line.room.is_none() || !line.has_pair())
                .count(),
            trained: people.count(),
            needed: at_once.values().copied().max().unwrap_or(0).max(least),
        }
    });
    all.filter(|need| need.groups > 0 || need.lines > 0)
        .collect()
}

/// The fewest trained begeleiders of a location that are green.
pub(super) fn least_trained(plan: &Plan) -> usize {
    let id = IndicatorId::TrainedPerLocation;
    let own = plan.assurance.limits.get(&id).copied();
    let own = own.filter(|rule| rule.is_valid());
    let proposed = || Indicators::proposal().indicator(id).map(|one| one.rule);
    match own.or_else(proposed) {
        Some(Rule::AtLeast { green, .. }) => usize::try_from(green).unwrap_or(usize::MAX),
        _ => 0,
    }
}
