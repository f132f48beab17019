//! What an edit does to dates, before it is made: the preview of a merge, a split or a re-planning.

use super::change::Change;
use super::ids::GroupId;
use super::model::{Group, Plan};
use super::session::{Session, Status};
use crate::calendar::Date;
use crate::care::SessionNumber;
use serde::{Deserialize, Serialize};

/// A bijeenkomst of which changes move, cancel or add the day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DateChange {
    /// The group.
    pub group: GroupId,
    /// The bijeenkomst.
    pub session: SessionNumber,
    /// The day before; `None` when it had none or is new.
    pub from: Option<Date>,
    /// The day after; `None` when it has none or is cancelled.
    pub to: Option<Date>,
    /// Whether the day before was told to the parents.
    pub shared: bool,
}

/// The days that changes alter, in order of group and number.
pub fn changed_dates(plan: &Plan, changes: &[Change]) -> Vec<DateChange> {
    let mut found = Vec::new();
    for change in changes {
        let Change::Group(id, after) = change else {
            continue;
        };
        let before = plan.groups.get(id);
        let sessions = |group: Option<&Group>| -> Vec<SessionNumber> {
            let sessions = group.into_iter().flat_map(|group| group.sessions.keys());
            sessions.copied().collect()
        };
        let mut numbers = sessions(before);
        numbers.extend(sessions(after.as_deref()));
        numbers.sort_unstable();
        numbers.dedup();
        for number in numbers {
            let old = before.and_then(|group| group.sessions.get(&number));
            let new = after
                .as_deref()
                .and_then(|group| group.sessions.get(&number));
            let (from, to) = (day(old), day(new));
            if from != to {
                found.push(DateChange {
                    group: id.clone(),
                    session: number,
                    from,
                    to,
                    shared: old.is_some_and(|session| session.status == Status::Shared),
                });
            }
        }
    }
    found.sort_by(|one, other| (&one.group, one.session).cmp(&(&other.group, other.session)));
    found
}

fn day(session: Option<&Session>) -> Option<Date> {
    session
        .filter(|session| session.status != Status::Cancelled)
        .and_then(|session| session.date)
}
