//! Edits on a group as a whole: that it stops or goes on, and how many children follow which scheme.

use super::{Refusal, known_group};
use crate::calendar::Date;
use crate::care::Scheme;
use crate::plan::{Change, Group, GroupId, Plan, Session, Status};
use crate::schedule::plan_group;
use std::collections::BTreeMap;

/// The group as it is once it does not meet any more from this day on: what was still to come is cancelled.
/// Stopping is not deleting: its families and what took place stay.
pub(crate) fn stopped(group: &Group, from: Date) -> Group {
    let mut group = group.clone();
    for session in group.sessions.values_mut() {
        if is_open(session, from) {
            session.status = Status::Cancelled;
        }
    }
    group.stopped = Some(from);
    group.pinned = true;
    group
}

fn is_open(session: &Session, from: Date) -> bool {
    let is_over = session.date.is_some_and(|date| date < from);
    !is_over && matches!(session.status, Status::Draft | Status::Shared)
}

pub(super) fn stop(plan: &Plan, id: &GroupId, from: Date) -> Result<Vec<Change>, Refusal> {
    Ok(vec![Change::group(stopped(known_group(plan, id)?, from))])
}

/// Lets a group that had stopped go on: what was cancelled from that day is open again, and its days are
/// searched.
pub(super) fn resume(
    plan: &Plan,
    id: &GroupId,
    today: Option<Date>,
) -> Result<Vec<Change>, Refusal> {
    let mut group = known_group(plan, id)?.clone();
    let Some(from) = group.stopped.take() else {
        return Err(Refusal::NoChange);
    };
    for session in group.sessions.values_mut() {
        let was_coming = session.date.is_none_or(|date| date >= from);
        if was_coming && session.status == Status::Cancelled {
            session.status = Status::Draft;
        }
    }
    Ok(vec![Change::group(plan_group(plan, &group, today))])
}

pub(super) fn set_schemes(
    plan: &Plan,
    id: &GroupId,
    schemes: &BTreeMap<Scheme, u8>,
) -> Result<Vec<Change>, Refusal> {
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
    Ok(vec![Change::group(group)])
}
