//! The edit that puts another bijeenkomst template in place.

use super::{Made, Refusal};
use crate::calendar::Date;
use crate::care::{Programme, SessionNumber, SessionTemplate};
use crate::plan::{Change, Group, Plan};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What an edit did to the template.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TemplateEdited {
    /// Another template was put in place.
    Set,
    /// It was set back to the proposal of the planner.
    Reset,
}

/// Sets the template, or goes back to the proposal of the planner. `kept` says which bijeenkomst of the old
/// template is which of the new one; groups keep the days of those. An open bijeenkomst that is in the new
/// template no more is taken out of the groups; one that was settled refuses the edit.
pub(super) fn set_template(
    plan: &Plan,
    template: Option<&SessionTemplate>,
    kept: &BTreeMap<SessionNumber, SessionNumber>,
    today: Option<Date>,
) -> Made {
    if let Some(template) = template {
        let set = template.can_be_set(Programme::current());
        set.map_err(Refusal::Template)?;
    }
    let mut changes = vec![Change::Template(template.cloned().map(Box::new))];
    for group in plan.groups.values() {
        let renumbered = renumbered(group, kept, today)?;
        if renumbered != *group {
            changes.push(Change::group(renumbered));
        }
    }
    let name = if template.is_some() {
        TemplateEdited::Set
    } else {
        TemplateEdited::Reset
    };
    Ok((name.into(), changes))
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
