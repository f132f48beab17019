//! The inhaalafspraken of a whole plan, kept beside it: after an edit only the groups that it touches are
//! looked at again.

use super::catch_up::{CatchUp, MissedDose, catch_up_of, missed_of};
use crate::calendar::Date;
use crate::care::SessionNumber;
use crate::plan::{GroupId, LocationId, Plan};
use std::collections::BTreeSet;
use std::rc::Rc;

/// The inhaalafspraken of every group of a plan. Cheap to copy.
#[derive(Clone, Debug, Default)]
pub struct CatchUps {
    today: Option<Date>,
    /// Groups that leave any over, in order of code.
    groups: Vec<Rc<OfGroup>>,
}

#[derive(Debug)]
struct OfGroup {
    id: GroupId,
    location: LocationId,
    found: Vec<CatchUp>,
    missed: Vec<MissedDose>,
}

impl CatchUps {
    /// Looks the whole plan through. Bijeenkomsten before `today` are not judged any more.
    pub fn of(plan: &Plan, today: Option<Date>) -> Self {
        let groups = plan.groups.keys();
        Self {
            today,
            groups: groups.filter_map(|id| of_group(plan, id, today)).collect(),
        }
    }

    /// Those after a change of the plan that touched only these groups, their families among them: see
    /// [`crate::problem::Touched::only_groups`].
    #[must_use]
    pub fn after(&self, plan: &Plan, groups: &BTreeSet<GroupId>) -> Self {
        let mut next = self.clone();
        for id in groups {
            let part = of_group(plan, id, self.today);
            match (next.groups.binary_search_by(|part| part.id.cmp(id)), part) {
                (Ok(place), Some(part)) => {
                    if let Some(slot) = next.groups.get_mut(place) {
                        *slot = part;
                    }
                }
                (Ok(place), None) => {
                    next.groups.remove(place);
                }
                (Err(place), Some(part)) => next.groups.insert(place, part),
                (Err(_), None) => {}
            }
        }
        next
    }

    /// What one bijeenkomst leaves over; `None` when that is nothing.
    pub fn of_session(&self, group: &GroupId, number: SessionNumber) -> Option<&CatchUp> {
        let place = self.groups.binary_search_by(|part| part.id.cmp(group));
        let part = self.groups.get(place.ok()?)?;
        part.found.iter().find(|found| found.number == number)
    }

    /// The vaccinations that were missed at a location, or at all, and that nobody saw to yet: those with the first last
    /// day first, then in order of group.
    pub fn missed(&self, location: Option<&LocationId>) -> Vec<MissedDose> {
        let parts = self.parts(location).flat_map(|part| &part.missed);
        let mut missed: Vec<MissedDose> = parts.filter(|dose| !dose.is_done).cloned().collect();
        missed.sort_by_key(|dose| (dose.until.is_none(), dose.until));
        missed
    }

    fn parts(&self, location: Option<&LocationId>) -> impl Iterator<Item = &Rc<OfGroup>> {
        let is_there = move |part: &&Rc<OfGroup>| location.is_none_or(|id| part.location == *id);
        self.groups.iter().filter(is_there)
    }

    /// Those of a location, or of all, in the order of [`super::catch_up`].
    pub fn list(&self, location: Option<&LocationId>) -> Vec<CatchUp> {
        let parts = self.parts(location);
        let mut found: Vec<&CatchUp> = parts.flat_map(|part| &part.found).collect();
        found.sort_by(|one, other| {
            (one.until, &one.group, one.number).cmp(&(other.until, &other.group, other.number))
        });
        found.into_iter().cloned().collect()
    }
}

fn of_group(plan: &Plan, id: &GroupId, today: Option<Date>) -> Option<Rc<OfGroup>> {
    let group = plan.groups.get(id)?;
    let found = catch_up_of(plan, group, today);
    let missed = missed_of(plan, group, today);
    (!found.is_empty() || !missed.is_empty()).then(|| {
        Rc::new(OfGroup {
            id: id.clone(),
            location: group.location.clone(),
            found,
            missed,
        })
    })
}
