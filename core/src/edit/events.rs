//! Edits that say what happened, and that carry out what answers it.

use super::intake::no_fault;
use super::{Made, Refusal, known_family, known_group};
use crate::calendar::Date;
use crate::plan::{Closure, PersonFault, Plan, RoomFault, SettingsFault};
use crate::replan::{Event, SessionChange, accept, facts};
use serde::{Deserialize, Serialize};

/// What an edit said of events.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is named after the edit it stands for")]
pub enum EventEdited {
    Happened,
    Replan { changes: usize },
}

pub(super) fn happened(plan: &Plan, event: &Event, today: Option<Date>) -> Made {
    known_event(plan, event)?;
    Ok((EventEdited::Happened.into(), facts(plan, event, today)))
}

pub(super) fn replan(plan: &Plan, accepted: &[SessionChange]) -> Made {
    let name = EventEdited::Replan {
        changes: accepted.len(),
    };
    Ok((name.into(), accept(plan, accepted)))
}

/// That the plan has what an event names, and that its days are in order.
fn known_event(plan: &Plan, event: &Event) -> Result<(), Refusal> {
    match event {
        Event::PersonAbsent { days, .. } if days.is_empty() => {
            Err(Refusal::Person(PersonFault::Absence))
        }
        Event::RoomLost { days, .. } if days.is_empty() => Err(Refusal::Room(RoomFault::Closure)),
        Event::Closed(Closure { days, .. }) if days.is_empty() => {
            Err(Refusal::Settings(SettingsFault::Closure))
        }
        Event::PersonAbsent { person, .. } if !plan.people.contains_key(person) => {
            Err(Refusal::UnknownPerson(person.clone()))
        }
        Event::RoomLost { room, .. } if !plan.rooms.contains_key(room) => {
            Err(Refusal::UnknownRoom(room.clone()))
        }
        Event::Left(code) if plan.group_of(code).is_none() => known_family(plan, code).map(drop),
        Event::Stopped(group) => known_group(plan, group).map(drop),
        Event::Enrolled(families) => families.iter().try_for_each(|one| no_fault(one, plan)),
        Event::PersonAbsent { .. } | Event::RoomLost { .. } | Event::Closed(_) | Event::Left(_) => {
            Ok(())
        }
    }
}
