//! Edits that move families between groups.

use super::intake::joins;
use super::{Made, Refusal, known_family, known_group};
use crate::calendar::Date;
use crate::care::BirthWindow;
use crate::cohort;
use crate::plan::{Change, EnrolmentCode, Group, GroupId, KnownBirths, Plan, Session, Status};
use crate::schedule::plan_group;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What an edit did to the families of groups.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is named after the edit it stands for")]
pub enum FamiliesEdited {
    CreateGroup {
        families: usize,
    },
    Place {
        family: EnrolmentCode,
        group: GroupId,
    },
    SetMembers {
        group: GroupId,
        families: usize,
    },
    TakeOut(EnrolmentCode),
    Merge {
        from: GroupId,
        into: GroupId,
    },
    Split {
        group: GroupId,
        families: usize,
    },
}

pub(super) fn create_group(plan: &Plan, codes: &[EnrolmentCode], today: Option<Date>) -> Made {
    let mut families = Vec::new();
    for code in codes {
        families.push(known_family(plan, code)?);
    }
    let first = families.first().ok_or(Refusal::NotOnePool)?;
    let one_pool = families
        .iter()
        .all(|family| cohort::may_share(plan, first, family));
    if !one_pool {
        return Err(Refusal::NotOnePool);
    }
    let mut draft = plan.clone();
    let mut changes = Vec::new();
    for code in codes {
        let joined = plan.enrolments.get(code).and_then(joins);
        for change in leave_group(&draft, code, today).into_iter().chain(joined) {
            draft.apply(change.clone());
            changes.push(change);
        }
    }
    let births = crate::care::BirthWindow::around(families.iter().map(|family| family.birth))
        .ok_or(Refusal::NotOnePool)?;
    let members: BTreeSet<EnrolmentCode> = codes.iter().cloned().collect();
    let locations = families.iter().map(|family| &family.location);
    let (location, _) = cohort::meeting_place(locations).ok_or(Refusal::NotOnePool)?;
    let mut group = cohort::new_group(&draft, location, &first.language, members, births);
    group.pinned = true;
    changes.push(Change::group(plan_group(&draft, &group, today)));
    let name = FamiliesEdited::CreateGroup {
        families: codes.len(),
    };
    Ok((name.into(), changes))
}

pub(super) fn place(plan: &Plan, code: &EnrolmentCode, id: &GroupId, today: Option<Date>) -> Made {
    let family = known_family(plan, code)?;
    if known_group(plan, id)?.members.contains(code) {
        return Err(Refusal::AlreadyThere(code.clone()));
    }
    let mut draft = plan.clone();
    let mut changes = leave_group(plan, code, today);
    changes.extend(joins(family));
    draft.apply_all(changes.clone());
    let mut group = known_group(&draft, id)?.clone();
    group.members.insert(code.clone());
    group.pinned = true;
    changes.push(Change::group(plan_group(&draft, &group, today)));
    let name = FamiliesEdited::Place {
        family: code.clone(),
        group: id.clone(),
    };
    Ok((name.into(), changes))
}

pub(super) fn set_members(
    plan: &Plan,
    id: &GroupId,
    members: &BTreeSet<EnrolmentCode>,
    today: Option<Date>,
) -> Made {
    let before = known_group(plan, id)?;
    if members.is_empty() && before.known_births.is_none() {
        return Err(Refusal::NotOnePool);
    }
    let mut draft = plan.clone();
    let mut changes = Vec::new();
    for code in members.difference(&before.members) {
        let joined = joins(known_family(plan, code)?);
        for change in leave_group(&draft, code, today).into_iter().chain(joined) {
            draft.apply(change.clone());
            changes.push(change);
        }
    }
    let mut group = known_group(&draft, id)?.clone();
    group.members = members.clone();
    group.pinned = true;
    draft.apply(Change::group(group.clone()));
    changes.push(Change::group(plan_group(&draft, &group, today)));
    let name = FamiliesEdited::SetMembers {
        group: id.clone(),
        families: members.len(),
    };
    Ok((name.into(), changes))
}

pub(super) fn take_out(plan: &Plan, code: &EnrolmentCode, today: Option<Date>) -> Made {
    if plan.group_of(code).is_none() {
        return Err(Refusal::NotPlaced(code.clone()));
    }
    let name = FamiliesEdited::TakeOut(code.clone());
    Ok((name.into(), leave_group(plan, code, today)))
}

/// Takes a family out of its group, if it has one: the group is pinned and its open days are searched
/// again; a group that is left without families is removed.
pub(super) fn leave_group(plan: &Plan, code: &EnrolmentCode, today: Option<Date>) -> Vec<Change> {
    let Some(group) = plan.group_of(code) else {
        return Vec::new();
    };
    let mut group = group.clone();
    group.members.remove(code);
    group.pinned = true;
    // What took place in a group that stopped stays in the plan.
    if group.members.is_empty() && group.known_births.is_none() && group.stopped.is_none() {
        return vec![Change::Group(group.id, None)];
    }
    vec![Change::group(plan_group(plan, &group, today))]
}

/// Puts all families of a group in another one of the same location and language, and searches the open days
/// of that one again. The group they leave is removed, or kept with what took place.
pub(super) fn merge(plan: &Plan, from: &GroupId, into: &GroupId, today: Option<Date>) -> Made {
    let mut left = known_group(plan, from)?.clone();
    let mut joined = known_group(plan, into)?.clone();
    let one_pool = left.language == joined.language
        && cohort::share_families(plan, &left.location, &joined.location);
    if from == into || !one_pool {
        return Err(Refusal::NotOnePool);
    }
    joined.members.append(&mut left.members);
    joined.known_births = both(joined.known_births, left.known_births.take());
    joined.pinned = true;
    let left = close(left, today);
    let mut draft = plan.clone();
    draft.apply(left.clone());
    draft.apply(Change::group(joined.clone()));
    let joined = plan_group(&draft, &joined, today);
    let name = FamiliesEdited::Merge {
        from: from.clone(),
        into: into.clone(),
    };
    Ok((name.into(), vec![left, Change::group(joined)]))
}

fn both(one: Option<KnownBirths>, other: Option<KnownBirths>) -> Option<KnownBirths> {
    let (Some(mut one), Some(other)) = (one.clone(), other.clone()) else {
        return one.or(other);
    };
    let births = [one.window, other.window];
    one.window = BirthWindow::around(births.iter().flat_map(|own| [own.oldest(), own.youngest()]))?;
    one.families = one.families.saturating_add(other.families);
    one.children = one.children.saturating_add(other.children);
    Some(one)
}

/// What is left of a group without families: what took place, or nothing.
fn close(mut group: Group, today: Option<Date>) -> Change {
    let is_over = |session: &Session| session.is_over(today);
    if !group.sessions.values().any(is_over) {
        return Change::Group(group.id, None);
    }
    for session in group.sessions.values_mut() {
        if !is_over(session) {
            session.status = Status::Cancelled;
        }
    }
    group.pinned = true;
    Change::group(group)
}

/// Moves some families of a group to a new group of their own, which keeps what took place; the open days of
/// both are searched again.
pub(super) fn split(
    plan: &Plan,
    id: &GroupId,
    families: &[EnrolmentCode],
    today: Option<Date>,
) -> Made {
    let mut rest = known_group(plan, id)?.clone();
    let moved: BTreeSet<EnrolmentCode> = families.iter().cloned().collect();
    if let Some(stranger) = moved.iter().find(|code| !rest.members.contains(*code)) {
        return Err(Refusal::NotPlaced(stranger.clone()));
    }
    let births = moved.iter().filter_map(|code| plan.enrolments.get(code));
    let births = BirthWindow::around(births.map(|family| family.birth));
    let is_all = moved.len() == rest.members.len() && rest.known_births.is_none();
    let Some(births) = births.filter(|_| !is_all) else {
        return Err(Refusal::NotOnePool);
    };
    rest.members.retain(|code| !moved.contains(code));
    rest.pinned = true;
    let mut other = cohort::new_group(plan, &rest.location, &rest.language, moved, births);
    other.pinned = true;
    let took_place = rest.sessions.values();
    let took_place = took_place.filter(|session| session.is_over(today));
    // What is still to be told of it is told in the group that they leave.
    let took_place = took_place.cloned().map(|mut session| {
        session.tell();
        session.untold.clear();
        (session.number, session)
    });
    other.sessions = took_place.collect();
    other.half_day = rest.half_day;
    let mut draft = plan.clone();
    draft.apply(Change::group(rest.clone()));
    draft.apply(Change::group(other.clone()));
    let rest = plan_group(&draft, &rest, today);
    draft.apply(Change::group(rest.clone()));
    let other = plan_group(&draft, &other, today);
    let name = FamiliesEdited::Split {
        group: id.clone(),
        families: families.len(),
    };
    let changes = vec![Change::group(rest), Change::group(other)];
    Ok((name.into(), changes))
}
