//! The edit that puts another bijeenkomst template in place.

use super::Refusal;
use crate::calendar::Date;
use crate::care::{Programme, SessionNumber, SessionTemplate};
use crate::plan::{Change, Group, Plan};
use std::collections::BTreeMap;

/// Sets the template, or goes back to the proposal of the planner. `kept` says which bijeenkomst of the old
/// template is which of the new one; groups keep the days of those. An open bijeenkomst that is in the new
/// template no more is taken out of the groups; one that was settled refuses the edit.
pub(super) fn set_template(
    plan: &Plan,
    template: Option<&SessionTemplate>,
    kept: &BTreeMap<SessionNumber, SessionNumber>,
    today: Option<Date>,
) -> Result<Vec<Change>, Refusal> {
    if let Some(template) = template {
        template.check().map_err(Refusal::Template)?;
        let programme = Programme::current();
        let unknown = template.unknown_doses(programme);
        if let Some((number, doses)) = unknown.into_iter().next() {
            return Err(Refusal::UnknownDoses(number, doses));
        }
        let relaxed = template.relaxed_limits(programme);
        if let Some((number, dose)) = relaxed.into_iter().next() {
            return Err(Refusal::VaccineLimit(number, dose));
        }
    }
    let mut changes = vec![Change::Template(template.cloned().map(Box::new))];
    for group in plan.groups.values() {
        let renumbered = renumbered(group, kept, today)?;
        if renumbered != *group {
            changes.push(Change::group(renumbered));
        }
    }
    Ok(changes)
}

fn renumbered(
    group: &Group,
    kept: &BTreeMap<SessionNumber, SessionNumber>,
    today: Option<Date>,
) -> Result<Group, Refusal> {
    let mut renumbered = group.clone();
    renumbered.sessions.clear();
    for (number, session) in &group.sessions {
        match kept.get(number) {
            Some(number) => {
                let mut session = session.clone();
                session.number = *number;
                renumbered.sessions.insert(*number, session);
            }
            None if session.is_settled(today) => {
                return Err(Refusal::SessionInUse(group.id.clone(), *number));
            }
            None => {}
        }
    }
    Ok(renumbered)
}
