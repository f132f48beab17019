//! Which existing groups can take a family, and what each would cost by the same scoring as the grouping.

use super::exact::Limits;
use super::pools::pool_of;
use crate::calendar::Date;
use crate::care::BirthWindow;
use crate::plan::{Enrolment, EnrolmentCode, Group, GroupId, LocationId, Plan};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A group that a family could join.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Fit {
    /// The group.
    pub group: GroupId,
    /// How much the cost of the group rises (it may fall).
    pub cost: i64,
    /// The spread of the group with the family, in days.
    #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
    pub spread_days: i32,
    /// The number of families with it.
    pub families: usize,
    /// Whether the family named the half-day of the group, or none at all.
    pub half_day_fits: bool,
}

/// The groups of the family's language, and its location or one that shares families with it, with room left whose last bijeenkomst is not over,
/// where the spread stays at most a week above the maximum; the cheapest first.
/// Without a day of [today](crate#today) no group is over.
pub fn fits(plan: &Plan, family: &Enrolment, today: Option<Date>) -> Vec<Fit> {
    Joinable::new(plan, today).fits(family)
}

/// The groups that families can still join, for who asks of many families; see [`fits`].
#[derive(Clone, Debug)]
pub struct Joinable<'a> {
    plan: &'a Plan,
    limits: Limits,
    /// By where they meet.
    groups: BTreeMap<&'a LocationId, Vec<&'a Group>>,
}

impl<'a> Joinable<'a> {
    /// The groups that have not stopped and whose last bijeenkomst is not over.
    pub fn new(plan: &'a Plan, today: Option<Date>) -> Self {
        let mut groups: BTreeMap<&LocationId, Vec<&Group>> = BTreeMap::new();
        for group in plan.groups.values() {
            let dates = group.sessions.values().filter_map(|session| session.date);
            let last = dates.max();
            let is_on = today.is_none() || last.is_none() || last >= today;
            if is_on && group.stopped.is_none() {
                groups.entry(&group.location).or_default().push(group);
            }
        }
        Self {
            plan,
            limits: Limits::of(plan),
            groups,
        }
    }

    /// Those that can take this family; see [`fits`].
    pub fn fits(&self, family: &Enrolment) -> Vec<Fit> {
        let places = pool_of(self.plan, &family.location);
        let groups = places.iter().filter_map(|place| self.groups.get(place));
        let mut fits: Vec<Fit> = groups
            .flatten()
            .filter(|group| {
                group.language == family.language && !group.members.contains(&family.code)
            })
            .filter_map(|group| self.fit(group, family))
            .collect();
        fits.sort_by(|one, other| {
            let rank = |fit: &Fit| (!fit.half_day_fits, fit.cost);
            rank(one)
                .cmp(&rank(other))
                .then_with(|| one.group.cmp(&other.group))
        });
        fits
    }

    fn fit(&self, group: &Group, family: &Enrolment) -> Option<Fit> {
        let Self { plan, limits, .. } = self;
        let births = plan.births(group)?;
        let families = plan.families(group) + 1;
        let joined = BirthWindow::around([births.oldest(), births.youngest(), family.birth])?;
        let spread_days = joined.spread_days();
        if families > limits.max || spread_days > limits.max_spread + 7 {
            return None;
        }
        let half_day_fits = group
            .half_day
            .is_none_or(|choice| family.half_days.allows(choice.half_day()));
        Some(Fit {
            group: group.id.clone(),
            cost: limits.cost(families, spread_days)
                - limits.cost(families - 1, births.spread_days()),
            spread_days,
            families,
            half_day_fits,
        })
    }
}

/// The families of this group and those without a group, of its location and language, whose child is born in
/// the window, both ends included: the group as it would be with other edges.
pub fn members_between(plan: &Plan, group: &Group, window: BirthWindow) -> BTreeSet<EnrolmentCode> {
    let is_inside = |family: &&Enrolment| {
        family.location == group.location
            && family.language == group.language
            && (window.oldest()..=window.youngest()).contains(&family.birth)
    };
    plan.members(group)
        .chain(plan.unplaced())
        .filter(is_inside)
        .map(|family| family.code.clone())
        .collect()
}
