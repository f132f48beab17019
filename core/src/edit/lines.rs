//! Edits on weekly lines, and on which group is on which.

use super::{Made, Refusal, known_group, location_name, no_fault};
use crate::calendar::{Date, HalfDay, Workday};
use crate::plan::{
    Change, Group, GroupId, HalfDayChoice, Line, LineChoice, LineId, Plan, Session, Status,
};
use crate::schedule::{plan_group, team_lines, without_lost_line};
use serde::{Deserialize, Serialize};

/// What an edit did to lines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is named after the edit it stands for")]
pub enum LineEdited {
    Add(LineName),
    Set(LineName),
    Remove(LineName),
    Assign { group: GroupId, line: LineName },
    LeaveToPlanner(GroupId),
    Propose,
    Take { lines: usize },
}

/// A line as people know it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineName {
    /// The name of its location.
    pub location: String,
    /// Its half-day.
    pub half_day: HalfDay,
}

impl LineName {
    fn of(plan: &Plan, line: &Line) -> Self {
        Self {
            location: location_name(plan, &line.location),
            half_day: line.half_day,
        }
    }
}

pub(super) fn set_line(plan: &Plan, line: &Line) -> Made {
    no_fault(line.faults(plan), Refusal::Line)?;
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
    if let Some(id) = unknown {
        return Err(Refusal::UnknownPerson(id.clone()));
    }
    // Groups of its old location do not go along.
    let before = plan.lines.get(&line.id);
    let moves = before.is_some_and(|before| before.location != line.location);
    let mut changes = if moves {
        without_line(plan, &line.id)
    } else {
        Vec::new()
    };
    changes.push(Change::line(line.clone()));
    let edited = match before {
        Some(_) => LineEdited::Set,
        None => LineEdited::Add,
    };
    let name = edited(LineName::of(plan, line));
    Ok((name.into(), changes))
}

pub(super) fn remove_line(plan: &Plan, id: &LineId) -> Made {
    let name = LineName::of(plan, known_line(plan, id)?);
    let mut changes = without_line(plan, id);
    changes.push(Change::Line(id.clone(), None));
    Ok((LineEdited::Remove(name).into(), changes))
}

/// Takes every group and bijeenkomst off the line.
fn without_line(plan: &Plan, id: &LineId) -> Vec<Change> {
    let off = |group: &Group| {
        let mut freed = group.clone();
        freed.line = freed.line.filter(|choice| choice.line() != id);
        for session in freed.sessions.values_mut() {
            session.line = session.line.take().filter(|line| line != id);
        }
        (freed != *group).then(|| Change::group(freed))
    };
    plan.groups.values().filter_map(off).collect()
}

pub(super) fn assign_line(
    plan: &Plan,
    id: &GroupId,
    line: Option<&LineId>,
    today: Option<Date>,
) -> Made {
    let mut group = known_group(plan, id)?.clone();
    let name = match line {
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
            LineEdited::Assign {
                group: id.clone(),
                line: LineName::of(plan, line),
            }
        }
        None => {
            group.line = None;
            group.half_day = group
                .half_day
                .map(|choice| HalfDayChoice::Planner(choice.half_day()));
            LineEdited::LeaveToPlanner(id.clone())
        }
    };
    let dated = plan_group(plan, &group, today);
    Ok((name.into(), vec![Change::group(dated)]))
}

/// Lines that stay keep their record; the others give way. Groups on a line that goes keep their dates until
/// the next proposal puts them on another one.
pub(super) fn propose_lines(plan: &Plan, today: Option<Date>) -> Made {
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
    Ok((LineEdited::Propose.into(), changes))
}

pub(super) fn take_lines(plan: &Plan, lines: &[Line], removed: &[LineId]) -> Made {
    let mut draft = plan.clone();
    let mut all = Vec::new();
    for id in removed {
        let (_, changes) = remove_line(&draft, id)?;
        draft.apply_all(changes.clone());
        all.extend(changes);
    }
    for line in lines {
        all.extend(set_line(plan, line)?.1);
    }
    let name = LineEdited::Take {
        lines: lines.len() + removed.len(),
    };
    Ok((name.into(), all))
}

fn known_line<'a>(plan: &'a Plan, id: &LineId) -> Result<&'a Line, Refusal> {
    plan.lines
        .get(id)
        .ok_or_else(|| Refusal::UnknownLine(id.clone()))
}
