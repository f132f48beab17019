//! Edits on rooms, people and lines, and on where a bijeenkomst stands.

use super::{Refusal, known_group, known_session};
use crate::calendar::{Date, Workday};
use crate::care::SessionNumber;
use crate::plan::{
    Change, Group, GroupId, HalfDayChoice, Line, LineChoice, LineId, Person, PersonId, Plan, Room,
    RoomId, Session, Status,
};
use crate::schedule::{
    Kept, SessionChange, StandIn, keep, plan_group, team_lines, without_lost_line,
};

pub(super) fn set_person(plan: &Plan, person: &Person) -> Result<Vec<Change>, Refusal> {
    if person.fte > Person::LARGEST_FTE {
        return Err(Refusal::WorkingWeek);
    }
    if person
        .absences
        .iter()
        .any(|absence| absence.days.is_empty())
    {
        return Err(Refusal::Absence);
    }
    let is_taken = plan
        .people
        .values()
        .any(|other| other.id != person.id && other.alias == person.alias);
    if is_taken {
        return Err(Refusal::AliasTaken(person.alias.clone()));
    }
    let mut person = person.clone();
    person.merge_absences();
    Ok(vec![Change::person(person)])
}

/// A room that goes to another location leaves the lines and bijeenkomsten of its old one.
pub(super) fn set_room(plan: &Plan, room: &Room) -> Vec<Change> {
    let moves = plan
        .rooms
        .get(&room.id)
        .is_some_and(|before| before.location != room.location);
    let mut changes = Vec::new();
    if moves {
        changes = without_room(plan, &room.id);
    }
    changes.push(Change::room(room.clone()));
    changes
}

pub(super) fn remove_room(plan: &Plan, id: &RoomId) -> Result<Vec<Change>, Refusal> {
    if !plan.rooms.contains_key(id) {
        return Err(Refusal::UnknownRoom(id.clone()));
    }
    let mut changes = without_room(plan, id);
    changes.push(Change::Room(id.clone(), None));
    Ok(changes)
}

/// Takes the room off every line and bijeenkomst.
fn without_room(plan: &Plan, id: &RoomId) -> Vec<Change> {
    let mut changes = lines_with(plan, |line| {
        if line.room.as_ref() == Some(id) {
            line.room = None;
        }
    });
    changes.extend(groups_with(plan, |session| {
        if session.room.as_ref() == Some(id) {
            session.room = None;
        }
    }));
    changes
}

pub(super) fn remove_person(plan: &Plan, id: &PersonId) -> Result<Vec<Change>, Refusal> {
    if !plan.people.contains_key(id) {
        return Err(Refusal::UnknownPerson(id.clone()));
    }
    let mut changes = lines_with(plan, |line| {
        line.facilitators.remove(id);
    });
    changes.extend(groups_with(plan, |session| {
        session.facilitators.remove(id);
    }));
    changes.push(Change::Person(id.clone(), None));
    Ok(changes)
}

pub(super) fn set_line(plan: &Plan, line: &Line) -> Result<Vec<Change>, Refusal> {
    if let Some(id) = &line.room {
        let room = plan
            .rooms
            .get(id)
            .ok_or_else(|| Refusal::UnknownRoom(id.clone()))?;
        if room.location != line.location {
            return Err(Refusal::OtherLocation);
        }
    }
    let unknown = line
        .facilitators
        .iter()
        .find(|id| !plan.people.contains_key(*id));
    match unknown {
        Some(id) => Err(Refusal::UnknownPerson(id.clone())),
        None => Ok(vec![Change::line(line.clone())]),
    }
}

pub(super) fn remove_line(plan: &Plan, id: &LineId) -> Result<Vec<Change>, Refusal> {
    known_line(plan, id)?;
    let mut changes: Vec<Change> = plan
        .groups
        .values()
        .filter_map(|group| {
            let mut freed = group.clone();
            freed.line = freed.line.filter(|choice| choice.line() != id);
            for session in freed.sessions.values_mut() {
                session.line = session.line.take().filter(|line| line != id);
            }
            (freed != *group).then(|| Change::group(freed))
        })
        .collect();
    changes.push(Change::Line(id.clone(), None));
    Ok(changes)
}

pub(super) fn assign_line(
    plan: &Plan,
    id: &GroupId,
    line: Option<&LineId>,
    today: Option<Date>,
) -> Result<Vec<Change>, Refusal> {
    let mut group = known_group(plan, id)?.clone();
    match line {
        Some(line) => {
            let line = known_line(plan, line)?;
            if line.location != group.location {
                return Err(Refusal::OtherLocation);
            }
            let stays = |session: &Session| {
                let coming = session
                    .date
                    .filter(|date| today.is_none_or(|today| *date >= today));
                let is_kept = session.is_settled(today) && session.status != Status::Cancelled;
                coming.filter(|_| is_kept).and_then(Workday::of)
            };
            let mut settled = group.sessions.values().filter_map(stays);
            if settled.any(|workday| workday != line.half_day.workday) {
                return Err(Refusal::OtherDay(id.clone()));
            }
            group.line = Some(LineChoice::User(line.id.clone()));
            group.half_day = Some(HalfDayChoice::User(line.half_day));
        }
        None => {
            group.line = None;
            group.half_day = group
                .half_day
                .map(|choice| HalfDayChoice::Planner(choice.half_day()));
        }
    }
    Ok(vec![Change::group(plan_group(plan, &group, today))])
}

/// Lines that stay keep their record; the others give way. Groups on a line that goes keep their dates until
/// the next proposal puts them on another one.
pub(super) fn propose_lines(plan: &Plan, today: Option<Date>) -> Vec<Change> {
    let lines = team_lines(plan, today).lines;
    let is_gone = |id: &LineId| !lines.iter().any(|line| line.id == *id);
    let gone = plan.lines.keys().filter(|id| is_gone(id));
    let mut changes: Vec<Change> = gone.map(|id| Change::Line(id.clone(), None)).collect();
    let freed = plan.groups.values();
    changes.extend(
        freed
            .filter_map(|group| without_lost_line(group, &lines))
            .map(Change::group),
    );
    changes.extend(lines.into_iter().map(Change::line));
    changes.retain(|change| !change.is_idle(plan));
    changes
}

pub(super) fn take_lines(
    plan: &Plan,
    lines: &[Line],
    removed: &[LineId],
) -> Result<Vec<Change>, Refusal> {
    let mut draft = plan.clone();
    let mut all = Vec::new();
    for id in removed {
        let changes = remove_line(&draft, id)?;
        draft.apply_all(changes.clone());
        all.extend(changes);
    }
    for line in lines {
        all.extend(set_line(plan, line)?);
    }
    Ok(all)
}

pub(super) fn share(
    plan: &Plan,
    groups: &[GroupId],
    today: Option<Date>,
) -> Result<Vec<Change>, Refusal> {
    groups
        .iter()
        .map(|id| {
            let mut group = known_group(plan, id)?.clone();
            for session in group.sessions.values_mut() {
                let is_coming = session
                    .date
                    .is_some_and(|date| today.is_none_or(|today| date >= today));
                if is_coming && session.status == Status::Draft {
                    session.status = Status::Shared;
                }
            }
            Ok(Change::group(group))
        })
        .collect()
}

pub(super) fn set_status(
    plan: &Plan,
    id: &GroupId,
    number: SessionNumber,
    status: Status,
    today: Option<Date>,
) -> Result<Vec<Change>, Refusal> {
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
    Ok(vec![Change::group(group)])
}

pub(super) fn substitute(
    plan: &Plan,
    id: &GroupId,
    number: SessionNumber,
    [absent, substitute]: [&PersonId; 2],
    today: Option<Date>,
) -> Result<Vec<Change>, Refusal> {
    let (mut group, session) = known_session(plan, id, number)?;
    if !plan.people.contains_key(substitute) {
        return Err(Refusal::UnknownPerson(substitute.clone()));
    }
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
    Ok(vec![Change::group(group)])
}

fn known_line<'a>(plan: &'a Plan, id: &LineId) -> Result<&'a Line, Refusal> {
    plan.lines
        .get(id)
        .ok_or_else(|| Refusal::UnknownLine(id.clone()))
}

/// A change for every line that `alter` changes.
fn lines_with(plan: &Plan, alter: impl Fn(&mut Line)) -> Vec<Change> {
    plan.lines
        .values()
        .filter_map(|line| {
            let mut altered = line.clone();
            alter(&mut altered);
            (altered != *line).then(|| Change::line(altered))
        })
        .collect()
}

/// A change for every group of which `alter` changes a bijeenkomst.
fn groups_with(plan: &Plan, alter: impl Fn(&mut Session)) -> Vec<Change> {
    let altered = |group: &Group| {
        let mut altered = group.clone();
        altered.sessions.values_mut().for_each(&alter);
        altered
    };
    plan.groups
        .values()
        .filter_map(|group| {
            let altered = altered(group);
            (altered != *group).then(|| Change::group(altered))
        })
        .collect()
}
