//! Who may share a group: families with one language, of one location or of locations that share families.

use super::propose::is_too_old;
use crate::calendar::{Date, HalfDaySet};
use crate::plan::{Enrolment, EnrolmentCode, Language, LocationId, Plan};
use std::collections::BTreeMap;

/// A family that waits for a group: what forming groups needs of its enrolment.
#[derive(Clone, Debug)]
pub(super) struct Waiting {
    pub code: EnrolmentCode,
    pub birth: Date,
    pub location: LocationId,
    pub half_days: HalfDaySet,
}

/// Families that may share a group, in order of birth.
#[derive(Clone, Debug)]
pub(super) struct Pool {
    pub language: Language,
    pub families: Vec<Waiting>,
}

/// Whether families of the two locations may share a group: they are one location, or the settings put them
/// in one pool.
pub fn share_families(plan: &Plan, one: &LocationId, other: &LocationId) -> bool {
    one == other
        || plan
            .settings
            .shared_pools
            .iter()
            .any(|pool| pool.contains(one) && pool.contains(other))
}

/// The locations with whose families those of this one may share a group, itself among them.
pub fn pool_of<'a>(plan: &'a Plan, location: &'a LocationId) -> Vec<&'a LocationId> {
    let mut pools = plan.settings.shared_pools.iter();
    match pools.find(|pool| pool.contains(location)) {
        Some(pool) => pool.iter().collect(),
        None => vec![location],
    }
}

/// Whether two families may share a group, by location and language.
pub fn may_share(plan: &Plan, one: &Enrolment, other: &Enrolment) -> bool {
    one.language == other.language && share_families(plan, &one.location, &other.location)
}

/// The pools of the families without a group that are young enough for one, in order of location and
/// language.
pub(super) fn waiting_pools(plan: &Plan, today: Option<Date>) -> Vec<Pool> {
    let mut pools: BTreeMap<(&LocationId, &Language), Vec<Waiting>> = BTreeMap::new();
    let waiting = plan.unplaced();
    for family in waiting.filter(|family| !is_too_old(plan, family.birth, today)) {
        let shared = &plan.settings.shared_pools;
        let pool = shared.iter().find(|pool| pool.contains(&family.location));
        let first = pool.and_then(|pool| pool.first());
        pools
            .entry((first.unwrap_or(&family.location), &family.language))
            .or_default()
            .push(Waiting {
                code: family.code.clone(),
                birth: family.birth,
                location: family.location.clone(),
                half_days: family.half_days,
            });
    }
    let in_order = |((_, language), mut families): ((&LocationId, &Language), Vec<Waiting>)| {
        let key = |own: &Waiting| (own.birth, own.location.clone(), own.code.clone());
        families.sort_by_cached_key(key);
        Pool {
            language: language.clone(),
            families,
        }
    };
    pools.into_iter().map(in_order).collect()
}

/// Where a group of families of these locations meets: where most of them go, the first of equals; and how
/// many go elsewhere. `None` without families.
pub fn meeting_place<'a>(
    locations: impl Iterator<Item = &'a LocationId>,
) -> Option<(&'a LocationId, usize)> {
    let mut counts: BTreeMap<&LocationId, usize> = BTreeMap::new();
    for location in locations {
        *counts.entry(location).or_insert(0) += 1;
    }
    let all: usize = counts.values().sum();
    let most = counts.values().copied().max()?;
    let (place, _) = counts.into_iter().find(|(_, count)| *count == most)?;
    Some((place, all - most))
}
