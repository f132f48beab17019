//! Which existing groups can take a family, and what each would cost by the same scoring as the grouping.

use super::exact::Limits;
use super::pools::share_families;
use crate::calendar::Date;
use crate::care::BirthWindow;
use crate::plan::{Enrolment, EnrolmentCode, Group, GroupId, Plan};
use serde::Serialize;
use std::collections::BTreeSet;

/// A group that a family could join.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fit {
    /// The group.
    pub group: GroupId,
    /// How much the cost of the group rises (it may fall).
    pub cost: i64,
    /// The spread of the group with the family, in days.
    pub spread_days: i32,
    /// The number of families with it.
    pub families: usize,
    /// Whether the family named the half-day of the group, or none at all.
    pub half_day_fits: bool,
}

/// The groups of the family's language, and its location or one that shares families with it, with room left whose last bijeenkomst is not over,
/// where the spread stays at most a week above the maximum; the cheapest first.
pub fn fits(plan: &Plan, family: &Enrolment, today: Option<Date>) -> Vec<Fit> {
    let limits = Limits::of(plan);
    let mut fits: Vec<Fit> = plan
        .groups
        .values()
        .filter(|group| {
            group.language == family.language
                && share_families(plan, &group.location, &family.location)
        })
        .filter(|group| group.stopped.is_none() && !group.members.contains(&family.code))
        .filter(|group| {
            let last = group
                .sessions
                .values()
                .filter_map(|session| session.date)
                .max();
            today.is_none() || last.is_none() || last >= today
        })
        .filter_map(|group| {
            let births = plan.births(group)?;
            let families = plan.families(group) + 1;
            let joined = BirthWindow::around([births.oldest, births.youngest, family.birth])?;
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
        })
        .collect();
    fits.sort_by(|one, other| {
        let rank = |fit: &Fit| (!fit.half_day_fits, fit.cost);
        rank(one)
            .cmp(&rank(other))
            .then_with(|| one.group.cmp(&other.group))
    });
    fits
}

/// The families of this group and those without a group, of its location and language, whose child is born in
/// the window, both ends included: the group as it would be with other edges.
pub fn members_between(plan: &Plan, group: &Group, window: BirthWindow) -> BTreeSet<EnrolmentCode> {
    let is_inside = |family: &&Enrolment| {
        family.location == group.location
            && family.language == group.language
            && (window.oldest..=window.youngest).contains(&family.birth)
    };
    plan.members(group)
        .chain(plan.unplaced())
        .filter(is_inside)
        .map(|family| family.code.clone())
        .collect()
}
