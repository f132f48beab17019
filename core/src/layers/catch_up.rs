//! The individual inhaalafspraken that a bijeenkomst leaves over: because it has no day, does not take place,
//! or has a day on which a vaccination may not be given to every child; and what was missed at those of which the time is
//! over. A planning aid: the jeugdarts decides.

use super::is_of;
use crate::calendar::Date;
use crate::care::{
    BirthWindow, Dose, DoseWindow, IntervalReason, PlannedDose, Programme, Scheme, SessionNumber,
    SessionWindow,
};
use crate::plan::{Group, GroupId, LocationId, Plan, Session, Standing, Status};
use crate::schedule::session_windows;
use std::collections::BTreeSet;

/// Why families need appointments of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CatchUpCause {
    /// The bijeenkomst has no day.
    NoDay,
    /// It does not take place.
    Cancelled,
    /// On its day a vaccination may not be given to every child.
    OutsideVaccine,
}

/// The inhaalafspraken that one bijeenkomst leaves over.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CatchUp {
    /// The group.
    pub group: GroupId,
    /// Where it meets.
    pub location: LocationId,
    /// Which bijeenkomst.
    pub number: SessionNumber,
    /// Why.
    pub cause: CatchUpCause,
    /// How many appointments: one a child, at most so many where a dose is for one scheme only or only the
    /// birth window of families is kept.
    pub appointments: usize,
    /// Whether fewer may do.
    pub at_most: bool,
    /// The vaccinations that have to be given there, in the order of the template, each once.
    pub doses: Vec<Dose>,
    /// The first day on which all of them are possible; `None` when the age alone decides.
    pub from: Option<Date>,
    /// The day on or before which they should be: the last one that the programme allows, otherwise the last
    /// one that the template allows, of the child for whom it comes first.
    pub until: Date,
    /// Whether `until` follows from the programme and not from the template alone.
    pub by_programme: bool,
}

/// The inhaalafspraken of all groups of a location, or of all, in order of the day before which they are
/// needed. Bijeenkomsten before `today` are not judged any more.
pub fn catch_up(plan: &Plan, location: Option<&LocationId>, today: Option<Date>) -> Vec<CatchUp> {
    let mut found: Vec<CatchUp> = plan
        .groups
        .values()
        .filter(|group| is_of(group, location))
        .flat_map(|group| catch_up_of(plan, group, today))
        .collect();
    found.sort_by(|one, other| {
        (one.until, &one.group, one.number).cmp(&(other.until, &other.group, other.number))
    });
    found
}

/// The inhaalafspraken of one group, in order of bijeenkomst.
/// Without a day of [today](crate#today) no bijeenkomst is over, and every window is open.
pub fn catch_up_of(plan: &Plan, group: &Group, today: Option<Date>) -> Vec<CatchUp> {
    let Some(births) = plan.births(group) else {
        return Vec::new();
    };
    let windows = session_windows(plan, group);
    windows
        .iter()
        .filter_map(|window| {
            let session = group.sessions.get(&window.number);
            if group.lost_by_stopping(session) {
                let is_open = !window.is_over(today);
                return is_open.then(|| of_all(plan, group, window, CatchUpCause::Cancelled));
            }
            match (session.map(|session| session.status), session_date(session)) {
                (Some(Status::Held), _) => None,
                // What was missed there is asked for by dose.
                (Some(Status::Cancelled), _) | (_, None) if window.is_over(today) => None,
                (Some(Status::Cancelled), _) => {
                    Some(of_all(plan, group, window, CatchUpCause::Cancelled))
                }
                (_, None) => Some(of_all(plan, group, window, CatchUpCause::NoDay)),
                (_, Some(date)) if today.is_some_and(|today| date < today) => None,
                (_, Some(date)) => outside(plan, group, births, window, date),
            }
        })
        .filter(|found| found.appointments > 0)
        .collect()
}

/// A vaccination that children of a group missed, because the time of its bijeenkomst is over and that had no day or did
/// not take place: one inhaalafspraak for each child, until somebody says that it was seen to.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct MissedDose {
    /// The group.
    pub group: GroupId,
    /// Where it meets.
    pub location: LocationId,
    /// The vaccination.
    pub dose: Dose,
    /// The bijeenkomsten at which it would have been given, in order.
    pub numbers: Vec<SessionNumber>,
    /// How many children.
    pub children: usize,
    /// Whether it may be fewer: only those of one scheme get it, and nobody counted them.
    pub at_most: bool,
    /// The last day on which the oldest child may get it; `None` where the programme has no such day.
    pub until: Option<Date>,
    /// Whether somebody saw to it ([`Group::caught_up`]).
    pub is_done: bool,
}

/// The vaccinations that children of a group missed, in order of bijeenkomst, each once.
/// Without a day of [today](crate#today) nothing is over.
pub fn missed_of(plan: &Plan, group: &Group, today: Option<Date>) -> Vec<MissedDose> {
    let mut found: Vec<MissedDose> = Vec::new();
    let mut schemes: Vec<BTreeSet<Option<Scheme>>> = Vec::new();
    for window in session_windows(plan, group) {
        let session = group.sessions.get(&window.number);
        let standing = session.map_or(Standing::Undated, |session| session.standing(today));
        let was_missed = group.lost_by_stopping(session)
            || matches!(
                standing,
                Standing::Undated | Standing::Cancelled | Standing::CancelledUntold
            );
        if !(was_missed && window.is_over(today)) {
            continue;
        }
        for DoseWindow { planned, until, .. } in window.doses {
            let known = found.iter().position(|known| known.dose == planned.dose);
            let place = known.unwrap_or_else(|| {
                found.push(MissedDose {
                    group: group.id.clone(),
                    location: group.location.clone(),
                    is_done: group.caught_up.contains(&planned.dose),
                    dose: planned.dose,
                    numbers: Vec::new(),
                    children: 0,
                    at_most: false,
                    until: None,
                });
                schemes.push(BTreeSet::new());
                found.len() - 1
            });
            if let (Some(dose), Some(schemes)) = (found.get_mut(place), schemes.get_mut(place)) {
                dose.until = dose.until.into_iter().chain(until).min();
                if !dose.numbers.contains(&window.number) {
                    dose.numbers.push(window.number);
                }
                schemes.insert(planned.scheme);
            }
        }
    }
    for (dose, schemes) in found.iter_mut().zip(schemes) {
        (dose.children, dose.at_most) = children_of(plan, group, &schemes);
    }
    found.retain(|dose| dose.children > 0);
    found
}

/// How many children of the group follow one of these schemes, and whether that is not known. Without a scheme all do.
fn children_of(plan: &Plan, group: &Group, schemes: &BTreeSet<Option<Scheme>>) -> (usize, bool) {
    let all = plan.children(group);
    if schemes.contains(&None) {
        return (all, false);
    }
    let is_counted = !group.schemes.is_empty();
    let counted = schemes.iter().flatten();
    let counted = counted.filter_map(|scheme| group.schemes.get(scheme));
    let counted: usize = counted.map(|children| usize::from(*children)).sum();
    if is_counted {
        (counted, false)
    } else {
        // Every child follows one of the two.
        (all, schemes.len() < 2)
    }
}

fn session_date(session: Option<&Session>) -> Option<Date> {
    session.and_then(|session| session.date)
}

/// Every child needs an appointment in place of the bijeenkomst.
fn of_all(plan: &Plan, group: &Group, window: &SessionWindow, cause: CatchUpCause) -> CatchUp {
    let by_dose = window.doses.iter().filter_map(|dose| dose.until).min();
    let template = window.template.last;
    let until = by_dose.map_or(template, |last| last.min(template));
    CatchUp {
        group: group.id.clone(),
        location: group.location.clone(),
        number: window.number,
        cause,
        appointments: plan.children(group),
        at_most: false,
        doses: each_once(window.doses.iter().map(|dose| &dose.planned)),
        from: None,
        until,
        by_programme: by_dose.is_some_and(|last| last <= template),
    }
}

/// The children for whom a dose is not possible on the day.
fn outside(
    plan: &Plan,
    group: &Group,
    births: BirthWindow,
    window: &SessionWindow,
    date: Date,
) -> Option<CatchUp> {
    let spec = plan.template().session(window.number)?;
    let mut missed: Vec<&PlannedDose> = Vec::new();
    let mut from: Option<Date> = None;
    let mut until: Option<(Date, bool)> = None;
    let mut members = vec![false; group.members.len()];
    let mut known = false;
    for dose in window.doses.iter().map(|dose| &dose.planned) {
        let too_soon = after_earlier_dose(group, window, dose, date);
        let limits = |birth: Date| Limits::of(plan, dose, births, birth);
        let mut is_missed = false;
        let mut miss = |birth: Date, until: &mut Option<(Date, bool)>| {
            let limits = limits(birth);
            let is_out = too_soon.is_some() || !limits.contain(date);
            if is_out {
                is_missed = true;
                from = from
                    .max(too_soon)
                    .max(limits.from.filter(|first| date < *first));
                let by_template = spec.allowed.to.on(birth);
                let last = limits
                    .until
                    .map_or((by_template, false), |last| (last, true));
                *until = Some(until.map_or(last, |known| known.min(last)));
            }
            is_out
        };
        for (member, is_out) in plan.members(group).zip(&mut members) {
            *is_out |= miss(member.birth, &mut until);
        }
        if let Some(kept) = &group.known_births {
            for birth in [kept.window.oldest(), kept.window.youngest()] {
                known |= miss(birth, &mut until);
            }
        }
        if is_missed {
            missed.push(dose);
        }
    }
    let (until, by_programme) = until?;
    let of_members: usize = plan
        .members(group)
        .zip(&members)
        .filter(|(_, is_out)| **is_out)
        .map(|(member, _)| usize::from(member.children))
        .sum();
    let kept = group.known_births.as_ref().filter(|_| known);
    let has_scheme = missed.iter().all(|dose| dose.scheme.is_some());
    Some(CatchUp {
        group: group.id.clone(),
        location: group.location.clone(),
        number: window.number,
        cause: CatchUpCause::OutsideVaccine,
        appointments: of_members + kept.map_or(0, |kept| usize::from(kept.children)),
        at_most: has_scheme || kept.is_some(),
        doses: each_once(missed.into_iter()),
        from,
        until,
        by_programme,
    })
}

/// The first day on which the dose may follow the earlier one of its series, when `date` is before it.
fn after_earlier_dose(
    group: &Group,
    window: &SessionWindow,
    planned: &PlannedDose,
    date: Date,
) -> Option<Date> {
    let of_dose = |reason: &IntervalReason| matches!(reason, IntervalReason::Dose(dose) if *dose == planned.dose);
    window
        .after
        .iter()
        .filter(|rule| of_dose(&rule.reason))
        .filter_map(|rule| {
            let earlier = group.sessions.get(&rule.session)?;
            let takes_place = earlier.status != Status::Cancelled;
            Some(rule.at_least.on(earlier.date.filter(|_| takes_place)?))
        })
        .filter(|first| date < *first)
        .max()
}

/// The days on which one child may get a dose.
struct Limits {
    from: Option<Date>,
    until: Option<Date>,
}

impl Limits {
    fn of(plan: &Plan, planned: &PlannedDose, births: BirthWindow, birth: Date) -> Self {
        let limits =
            || Programme::current().limits_of(&planned.dose, planned.scheme, births.youngest());
        let first = limits()
            .filter_map(|limit| limit.min_age)
            .map(|age| age.at_least(plan.settings.month_end).on(birth));
        let last = limits()
            .filter_map(|limit| limit.max_age)
            .map(|age| age.on(birth));
        Self {
            from: first.max(),
            until: last.min(),
        }
    }

    fn contain(&self, date: Date) -> bool {
        self.from.is_none_or(|first| first <= date) && self.until.is_none_or(|last| date <= last)
    }
}

fn each_once<'a>(planned: impl Iterator<Item = &'a PlannedDose>) -> Vec<Dose> {
    let mut doses: Vec<Dose> = Vec::new();
    for one in planned {
        if !doses.contains(&one.dose) {
            doses.push(one.dose.clone());
        }
    }
    doses
}
