//! What can happen to a plan, and what is true of the plan afterwards before anything is repaired.

use crate::calendar::{Date, DateRange};
use crate::cohort::fits;
use crate::plan::{
    Absence, AbsenceKind, Change, Closure, Enrolment, EnrolmentCode, Group, GroupId, IntakeStatus,
    PersonId, Plan, RoomId,
};
use serde::{Deserialize, Serialize};
use serde_json::Map;

/// Something that happened (wat is er gebeurd?).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// A begeleider or jeugdarts is away.
    PersonAbsent {
        /// Who it is.
        person: PersonId,
        /// The days, both ends included.
        days: DateRange,
    },
    /// A room cannot be used.
    RoomLost {
        /// The room.
        room: RoomId,
        /// The days, both ends included.
        days: DateRange,
    },
    /// The organisation is closed.
    Closed(Closure),
    /// Families enrolled; each joins the existing group that it fits best, if there is one.
    Enrolled(Vec<Enrolment>),
    /// A family takes part no more: it leaves its group, and its enrolment says that it stopped.
    Left(EnrolmentCode),
    /// A group stops: its coming bijeenkomsten are cancelled. Stopping is not deleting.
    Stopped(GroupId),
}

/// The changes that say what happened, and nothing more; none when the event names something unknown.
/// Without a day of [today](crate#today) a group that stops does so from its first day.
pub fn facts(plan: &Plan, event: &Event, today: Option<Date>) -> Vec<Change> {
    match event {
        Event::PersonAbsent { person, days } => {
            let known = plan.people.get(person).filter(|_| !days.is_empty());
            let away = known.cloned().map(|mut person| {
                person.absences.push(Absence {
                    days: *days,
                    kind: AbsenceKind::Unexpected,
                    extra: Map::new(),
                });
                person.merge_absences();
                Change::person(person)
            });
            away.into_iter().collect()
        }
        Event::RoomLost { room, days } => {
            let known = plan.rooms.get(room).filter(|_| !days.is_empty());
            let lost = known.cloned().map(|mut room| {
                room.closures.push(Closure {
                    days: *days,
                    label: String::new(),
                    extra: Map::new(),
                });
                room.closures
                    .sort_by_key(|closure| (closure.days.first, closure.days.last));
                Change::room(room)
            });
            lost.into_iter().collect()
        }
        Event::Closed(closure) if closure.days.is_empty() => Vec::new(),
        Event::Closed(closure) => {
            let mut settings = plan.settings.clone();
            settings.closures.push(closure.clone());
            settings
                .closures
                .sort_by_key(|closure| (closure.days.first, closure.days.last));
            vec![Change::Settings(Box::new(settings))]
        }
        Event::Enrolled(families) => enrolled(plan, families, today),
        Event::Left(code) => left(plan, code),
        Event::Stopped(group) => {
            let stopped = plan.groups.get(group).map(|group| {
                let from = today.unwrap_or_else(|| first_day(group));
                Change::group(group.stopping(from))
            });
            stopped.into_iter().collect()
        }
    }
}

/// Each family joins the group with the lowest cost that its half-days allow.
fn enrolled(plan: &Plan, families: &[Enrolment], today: Option<Date>) -> Vec<Change> {
    let mut draft = plan.clone();
    let mut changes = Vec::new();
    for family in families {
        let change = Change::enrolment(family.clone());
        draft.apply(change.clone());
        changes.push(change);
        if draft.group_of(&family.code).is_some() {
            continue;
        }
        let best = fits(&draft, family, today)
            .into_iter()
            .find(|fit| fit.half_day_fits);
        let group = best.and_then(|fit| draft.groups.get(&fit.group)).cloned();
        if let Some(mut group) = group {
            group.members.insert(family.code.clone());
            group.pinned = true;
            let change = Change::group(group);
            draft.apply(change.clone());
            changes.push(change);
        }
    }
    changes
}

fn left(plan: &Plan, code: &EnrolmentCode) -> Vec<Change> {
    let mut changes = Vec::new();
    if let Some(group) = plan.group_of(code) {
        let mut group = group.clone();
        group.members.remove(code);
        group.pinned = true;
        let is_empty = group.members.is_empty() && group.known_births.is_none();
        changes.push(if is_empty {
            Change::Group(group.id, None)
        } else {
            Change::group(group)
        });
    }
    if let Some(family) = plan.enrolments.get(code) {
        changes.push(Change::enrolment(Enrolment {
            status: IntakeStatus::Stopped,
            ..family.clone()
        }));
    }
    changes
}

/// The first day of a group, for plans that know no today.
fn first_day(group: &Group) -> Date {
    let dates = group.sessions.values().filter_map(|session| session.date);
    dates.min().unwrap_or(Date::FIRST)
}
