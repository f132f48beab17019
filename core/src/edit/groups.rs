//! Edits on a group as a whole: that it is proposed, dated, pinned or told, that it stops or goes on, and how many
//! children follow which scheme.

use super::{Made, Refusal, known_group};
use crate::calendar::{Date, HalfDay};
use crate::care::{Dose, Scheme};
use crate::cohort;
use crate::plan::{Change, GroupId, HalfDayChoice, Plan, Status};
use crate::schedule::plan_group;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What an edit did to a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is named after the edit it stands for")]
pub enum GroupEdited {
    Propose,
    PlanDates(GroupId),
    Dissolve(GroupId),
    SetHalfDay(GroupId),
    Pin(GroupId),
    Unpin(GroupId),
    Stop(GroupId),
    Resume(GroupId),
    SetSchemes(GroupId),
    Enter { groups: usize },
    CaughtUp(GroupId),
    NotCaughtUp(GroupId),
    Share(GroupId),
    ShareAll { groups: usize },
    Tell(GroupId),
}

pub(super) fn propose(plan: &Plan, today: Option<Date>) -> Made {
    let changes = cohort::adopt(plan, cohort::propose(plan, today));
    Ok((GroupEdited::Propose.into(), changes))
}

pub(super) fn plan_dates(plan: &Plan, id: &GroupId, today: Option<Date>) -> Made {
    let dated = plan_group(plan, known_group(plan, id)?, today);
    let name = GroupEdited::PlanDates(id.clone());
    Ok((name.into(), vec![Change::group(dated)]))
}

pub(super) fn dissolve(plan: &Plan, id: &GroupId) -> Made {
    known_group(plan, id)?;
    let name = GroupEdited::Dissolve(id.clone());
    Ok((name.into(), vec![Change::Group(id.clone(), None)]))
}

pub(super) fn set_half_day(
    plan: &Plan,
    id: &GroupId,
    half_day: Option<HalfDay>,
    today: Option<Date>,
) -> Made {
    let mut group = known_group(plan, id)?.clone();
    // The planner finds the line of the new half-day.
    group.line = None;
    group.half_day = half_day.map(HalfDayChoice::User);
    let name = GroupEdited::SetHalfDay(id.clone());
    let dated = plan_group(plan, &group, today);
    Ok((name.into(), vec![Change::group(dated)]))
}

pub(super) fn pin(plan: &Plan, id: &GroupId, pinned: bool) -> Made {
    let mut group = known_group(plan, id)?.clone();
    group.pinned = pinned;
    let name = if pinned {
        GroupEdited::Pin(id.clone())
    } else {
        GroupEdited::Unpin(id.clone())
    };
    Ok((name.into(), vec![Change::group(group)]))
}

pub(super) fn stop(plan: &Plan, id: &GroupId, from: Date) -> Made {
    let stopped = known_group(plan, id)?.stopping(from);
    let name = GroupEdited::Stop(id.clone());
    Ok((name.into(), vec![Change::group(stopped)]))
}

/// Lets a group that had stopped go on: what was cancelled from that day is open again, and its days are
/// searched.
pub(super) fn resume(plan: &Plan, id: &GroupId, today: Option<Date>) -> Made {
    let mut group = known_group(plan, id)?.clone();
    let Some(from) = group.stopped.take() else {
        return Err(Refusal::NoChange);
    };
    for session in group.sessions.values_mut() {
        let was_coming = session.date.is_none_or(|date| date >= from);
        if was_coming && session.status == Status::Cancelled {
            // Parents who were not told that it lapses still count on its day.
            session.status = match session.told {
                Some(_) => Status::Shared,
                None => Status::Draft,
            };
        }
    }
    let name = GroupEdited::Resume(id.clone());
    let dated = plan_group(plan, &group, today);
    Ok((name.into(), vec![Change::group(dated)]))
}

pub(super) fn set_schemes(plan: &Plan, id: &GroupId, schemes: &BTreeMap<Scheme, u8>) -> Made {
    let mut group = known_group(plan, id)?.clone();
    group.schemes = schemes.clone();
    group.schemes.retain(|_, children| *children > 0);
    let counted: usize = group
        .schemes
        .values()
        .map(|count| usize::from(*count))
        .sum();
    if counted > plan.children(&group) {
        return Err(Refusal::Schemes);
    }
    let name = GroupEdited::SetSchemes(id.clone());
    Ok((name.into(), vec![Change::group(group)]))
}

pub(super) fn catch_up(plan: &Plan, id: &GroupId, dose: &Dose, done: bool) -> Made {
    let mut group = known_group(plan, id)?.clone();
    let name = if done {
        group.caught_up.insert(dose.clone());
        GroupEdited::CaughtUp(id.clone())
    } else {
        group.caught_up.remove(dose);
        GroupEdited::NotCaughtUp(id.clone())
    };
    Ok((name.into(), vec![Change::group(group)]))
}

pub(super) fn share(plan: &Plan, groups: &[GroupId], today: Option<Date>) -> Made {
    let changes = groups.iter().map(|id| {
        let mut group = known_group(plan, id)?.clone();
        for session in group.sessions.values_mut() {
            if session.date.is_some() && session.is_to_come(today) {
                session.status = Status::Shared;
                session.tell();
            }
        }
        Ok(Change::group(group))
    });
    let name = match groups {
        [group] => GroupEdited::Share(group.clone()),
        groups => GroupEdited::ShareAll {
            groups: groups.len(),
        },
    };
    Ok((name.into(), changes.collect::<Result<_, _>>()?))
}
