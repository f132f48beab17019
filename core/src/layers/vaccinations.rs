//! Which vaccinations of the programme are given at which bijeenkomst, and near which one the children born
//! from April to September get their RSV immunisation. A planning aid: the jeugdarts decides.

use super::is_of;
use crate::calendar::{Date, DateRange};
use crate::care::{PlannedDose, SessionNumber, rsv_season};
use crate::plan::{Group, GroupId, LocationId, Plan, Status};
use std::collections::BTreeMap;

/// The bijeenkomst nearest to a season in which children of the group get their RSV immunisation.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RsvMoment {
    /// Which bijeenkomst.
    pub number: SessionNumber,
    /// September and October.
    pub season: DateRange,
    /// How many children, where the birth dates are known.
    pub children: usize,
}

/// The bijeenkomsten nearest to each September and October in which children of the group get their RSV
/// immunisation, in order of season. Source: `docs/domain.md#3.2`.
pub fn rsv_moments(plan: &Plan, group: &Group) -> Vec<RsvMoment> {
    let mut per_season: BTreeMap<Date, (DateRange, usize)> = BTreeMap::new();
    for member in plan.members(group) {
        if let Some(season) = rsv_season(member.birth) {
            let (_, children) = per_season.entry(season.first).or_insert((season, 0));
            *children += usize::from(member.children);
        }
    }
    if let Some(known) = &group.known_births {
        for birth in [known.window.oldest(), known.window.youngest()] {
            if let Some(season) = rsv_season(birth) {
                per_season.entry(season.first).or_insert((season, 0));
            }
        }
    }
    per_season
        .into_values()
        .filter_map(|(season, children)| {
            Some(RsvMoment {
                number: nearest(group, season)?,
                season,
                children,
            })
        })
        .collect()
}

/// The first bijeenkomst inside the range, otherwise the one with the fewest days to it.
fn nearest(group: &Group, range: DateRange) -> Option<SessionNumber> {
    group
        .sessions
        .values()
        .filter(|session| session.status != Status::Cancelled)
        .filter_map(|session| {
            let date = session.date?;
            let away = range
                .first
                .days_since(date)
                .max(date.days_since(range.last));
            Some((away.max(0), date, session.number))
        })
        .min()
        .map(|(_, _, number)| number)
}

/// A bijeenkomst at which something of the programme is given.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct VaccinationMoment {
    /// Its day.
    pub date: Date,
    /// The group.
    pub group: GroupId,
    /// Which bijeenkomst.
    pub number: SessionNumber,
    /// The doses of the template, each with the scheme for which it holds.
    pub doses: Vec<PlannedDose>,
    /// How many children the group has; of a dose of one scheme at most so many get it.
    pub children: usize,
    /// Whether the RSV immunisation of children of the group lies nearest to this bijeenkomst.
    pub rsv: Option<RsvMoment>,
}

/// The bijeenkomsten on these days with a vaccination or an RSV mark, in order of day and group.
pub fn vaccination_moments(
    plan: &Plan,
    location: Option<&LocationId>,
    days: DateRange,
) -> Vec<VaccinationMoment> {
    let template = plan.template();
    let mut moments = Vec::new();
    for group in plan.groups.values().filter(|group| is_of(group, location)) {
        let mut known: Option<(usize, Vec<RsvMoment>)> = None;
        for session in group.sessions.values() {
            let date = session.date.filter(|date| days.contains(*date));
            let Some(date) = date.filter(|_| session.status != Status::Cancelled) else {
                continue;
            };
            let (children, rsv) =
                known.get_or_insert_with(|| (plan.children(group), rsv_moments(plan, group)));
            let rsv = rsv.iter().find(|rsv| rsv.number == session.number).cloned();
            let doses = template
                .session(session.number)
                .map_or_else(Vec::new, |spec| spec.doses.clone());
            if doses.is_empty() && rsv.is_none() {
                continue;
            }
            moments.push(VaccinationMoment {
                date,
                group: group.id.clone(),
                number: session.number,
                doses,
                children: *children,
                rsv,
            });
        }
    }
    moments.sort_by(|one, other| {
        (one.date, &one.group, one.number).cmp(&(other.date, &other.group, other.number))
    });
    moments
}
