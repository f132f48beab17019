//! Edits on the plan as a whole: which plan it is, its title, settings and locations.

use super::{Made, Refusal, no_fault};
use crate::plan::{Change, Location, Plan, Settings};
use serde::{Deserialize, Serialize};

/// What an edit did to the plan as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is named after the edit it stands for")]
pub enum DocumentEdited {
    Open,
    Rename,
    Configure,
    AddLocation,
    SetLocation,
}

pub(super) fn open(other: &Plan) -> Made {
    let whole = Change::Plan(Box::new(other.clone()));
    Ok((DocumentEdited::Open.into(), vec![whole]))
}

pub(super) fn rename(title: &str) -> Made {
    let title = Change::Title(title.trim().to_owned());
    Ok((DocumentEdited::Rename.into(), vec![title]))
}

pub(super) fn configure(settings: &Settings) -> Made {
    no_fault(settings.faults(), Refusal::Settings)?;
    let settings = Change::Settings(Box::new(settings.clone()));
    Ok((DocumentEdited::Configure.into(), vec![settings]))
}

pub(super) fn set_location(plan: &Plan, location: &Location) -> Made {
    no_fault(location.faults(plan), Refusal::Location)?;
    let edited = match plan.locations.contains_key(&location.id) {
        true => DocumentEdited::SetLocation,
        false => DocumentEdited::AddLocation,
    };
    let location = Change::location(location.clone());
    Ok((edited.into(), vec![location]))
}
