//! Edits on one bijeenkomst: its day, whether that is pinned, where it stands, who leads it and who comes as the jeugdarts.

use super::{EditName, Made, Refusal, TeamEdited, known_group};
use crate::calendar::Date;
use crate::care::SessionNumber;
use crate::plan::{Change, Group, GroupId, PersonId, Plan, Role, Session, Status};
use crate::replan::{Kept, SessionChange, StandIn, keep};
use crate::schedule::Visit;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What an edit did to a bijeenkomst.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionEdited {
    /// Its group.
    pub group: GroupId,
    /// Its number.
    pub session: SessionNumber,
    /// What was done.
    pub what: SessionDeed,
}

/// What can be done to a bijeenkomst.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is named after the edit it stands for")]
pub enum SessionDeed {
    Move,
    Pin,
    Unpin,
    SetStatus,
    HeldOn(Date),
    Substitute(PersonId),
    Physician(PersonId),
    NoPhysician,
}

fn named(group: &GroupId, session: SessionNumber, what: SessionDeed) -> EditName {
    let group = group.clone();
    let name = SessionEdited {
        group,
        session,
        what,
    };
    name.into()
}

pub(super) fn move_to(
    plan: &Plan,
    id: &GroupId,
    number: SessionNumber,
    date: Date,
    today: Option<Date>,
) -> Made {
    let (mut group, mut moved) = known_session(plan, id, number)?;
    if moved.is_past(today) {
        return Err(Refusal::Over(group.id, number));
    }
    if today.is_some_and(|today| date < today) {
        return Err(Refusal::Past(date));
    }
    moved.date = Some(date);
    moved.pinned = true;
    group.sessions.insert(number, moved);
    let name = named(id, number, SessionDeed::Move);
    Ok((name, vec![Change::group(group)]))
}

pub(super) fn pin(plan: &Plan, id: &GroupId, number: SessionNumber, pinned: bool) -> Made {
    let (mut group, mut changed) = known_session(plan, id, number)?;
    changed.pinned = pinned;
    group.sessions.insert(number, changed);
    let what = if pinned {
        SessionDeed::Pin
    } else {
        SessionDeed::Unpin
    };
    Ok((named(id, number, what), vec![Change::group(group)]))
}

pub(super) fn set_status(
    plan: &Plan,
    id: &GroupId,
    number: SessionNumber,
    status: Status,
    today: Option<Date>,
) -> Made {
    let (mut group, mut session) = known_session(plan, id, number)?;
    if matches!(status, Status::Shared | Status::Held) {
        let date = session
            .date
            .ok_or_else(|| Refusal::NoDay(id.clone(), number))?;
        if status == Status::Held && today.is_some_and(|today| date > today) {
            return Err(Refusal::ToCome(id.clone(), number));
        }
    }
    session.status = status;
    group.sessions.insert(number, session);
    let name = named(id, number, SessionDeed::SetStatus);
    Ok((name, vec![Change::group(group)]))
}

/// Says on which day a bijeenkomst was, whether a day was known or not: it happened, so no rule is asked.
pub(super) fn held_on(
    plan: &Plan,
    id: &GroupId,
    number: SessionNumber,
    date: Date,
    today: Option<Date>,
) -> Made {
    let mut group = known_group(plan, id)?.clone();
    if today.is_some_and(|today| date > today) {
        return Err(Refusal::ToCome(group.id, number));
    }
    // One whose time was over when the group was made may have no record yet.
    let is_known = plan.template().session(number).is_some();
    let known = group.sessions.remove(&number);
    let mut session = known
        .or_else(|| is_known.then(|| Session::draft(number, None)))
        .ok_or_else(|| Refusal::UnknownSession(id.clone(), number))?;
    session.hold(date);
    group.sessions.insert(number, session);
    let name = named(id, number, SessionDeed::HeldOn(date));
    Ok((name, vec![Change::group(group)]))
}

pub(super) fn substitute(
    plan: &Plan,
    id: &GroupId,
    number: SessionNumber,
    [absent, substitute]: [&PersonId; 2],
    today: Option<Date>,
) -> Made {
    let (mut group, session) = known_session(plan, id, number)?;
    let person = plan.people.get(substitute);
    let person = person.ok_or_else(|| Refusal::UnknownPerson(substitute.clone()))?;
    let date = session
        .date
        .ok_or_else(|| Refusal::NoDay(id.clone(), number))?;
    if today.is_some_and(|today| date < today) {
        return Err(Refusal::Over(id.clone(), number));
    }
    let kept = Kept::Substitutes(vec![StandIn {
        absent: absent.clone(),
        substitute: substitute.clone(),
    }]);
    let change = SessionChange {
        group: id.clone(),
        session: number,
        from: date,
        kept,
        within_notice: false,
        shared: session.status == Status::Shared,
    };
    keep(plan, &mut group, &change);
    // Who leads it says nothing about its day.
    if let Some(changed) = group.sessions.get_mut(&number) {
        changed.pinned = session.pinned;
    }
    let what = SessionDeed::Substitute(person.alias.clone());
    Ok((named(id, number, what), vec![Change::group(group)]))
}

/// One that is over keeps who came; of one without a day nobody can be asked to come.
pub(super) fn assign_physicians(plan: &Plan, visits: &[Visit], today: Option<Date>) -> Made {
    let mut changed: BTreeMap<&GroupId, Group> = BTreeMap::new();
    let mut what = SessionDeed::NoPhysician;
    for visit in visits {
        let (id, number) = (&visit.group, visit.session);
        let (group, session) = known_session(plan, id, number)?;
        if session.is_past(today) {
            return Err(Refusal::Over(group.id, number));
        }
        if let Some(id) = &visit.physician {
            let person = plan.people.get(id);
            let person = person.ok_or_else(|| Refusal::UnknownPerson(id.clone()))?;
            if person.role != Role::YouthPhysician {
                return Err(Refusal::NotPhysician(person.alias.clone()));
            }
            if session.date.is_none() {
                return Err(Refusal::NoDay(group.id, number));
            }
            what = SessionDeed::Physician(person.alias.clone());
        }
        let group = changed.entry(id).or_insert(group);
        if let Some(session) = group.sessions.get_mut(&number) {
            session.physician.clone_from(&visit.physician);
        }
    }
    let name = match visits {
        [only] => named(&only.group, only.session, what),
        several => {
            let sessions = several.len();
            TeamEdited::AssignPhysicians { sessions }.into()
        }
    };
    Ok((name, changed.into_values().map(Change::group).collect()))
}

/// A copy of the group and of one of its bijeenkomsten.
fn known_session(
    plan: &Plan,
    id: &GroupId,
    number: SessionNumber,
) -> Result<(Group, Session), Refusal> {
    let group = known_group(plan, id)?;
    let session = group
        .sessions
        .get(&number)
        .ok_or_else(|| Refusal::UnknownSession(id.clone(), number))?;
    Ok((group.clone(), session.clone()))
}
