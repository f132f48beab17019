//! Edits on what comes in: enrolments and where they stand, and what a location expects.

use super::families::{create_group, leave_group};
use super::{Made, Refusal, known_family, location_name};
use crate::calendar::Date;
use crate::plan::{
    Change, Enrolment, EnrolmentCode, IntakeStatus, Location, Plan, Recruitment, Route,
};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// What an edit did to what comes in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is named after the edit it stands for")]
pub enum IntakeEdited {
    Import {
        families: usize,
    },
    AddEnrolment(EnrolmentCode),
    SetEnrolment(EnrolmentCode),
    SetStatus(EnrolmentCode),
    SetStatuses {
        families: usize,
    },
    TakeOver {
        families: usize,
    },
    /// The name of the location.
    SetRecruitment(String),
    RemoveEnrolment(EnrolmentCode),
    ConfirmBirth(EnrolmentCode),
}

pub(super) fn import(
    plan: &Plan,
    locations: &[Location],
    enrolments: &[Enrolment],
    today: Option<Date>,
) -> Made {
    let mut changes = added(plan, locations, enrolments)?;
    changes.extend(set_enrolments(plan, enrolments, today));
    let name = IntakeEdited::Import {
        families: enrolments.len(),
    };
    Ok((name.into(), changes))
}

pub(super) fn set_enrolment(plan: &Plan, enrolment: &Enrolment, today: Option<Date>) -> Made {
    no_fault(enrolment, plan)?;
    let changes = set_enrolments(plan, std::slice::from_ref(enrolment), today);
    let edited = match plan.enrolments.contains_key(&enrolment.code) {
        true => IntakeEdited::SetEnrolment,
        false => IntakeEdited::AddEnrolment,
    };
    let name = edited(enrolment.code.clone());
    Ok((name.into(), changes))
}

pub(super) fn remove_enrolment(plan: &Plan, code: &EnrolmentCode, today: Option<Date>) -> Made {
    known_family(plan, code)?;
    let mut changes = leave_group(plan, code, today);
    changes.push(Change::Enrolment(code.clone(), None));
    let name = IntakeEdited::RemoveEnrolment(code.clone());
    Ok((name.into(), changes))
}

pub(super) fn confirm_birth(plan: &Plan, code: &EnrolmentCode, birth: Date) -> Made {
    let mut enrolment = known_family(plan, code)?.clone();
    enrolment.birth = birth;
    enrolment.provisional = false;
    let name = IntakeEdited::ConfirmBirth(code.clone());
    Ok((name.into(), vec![Change::enrolment(enrolment)]))
}

/// Refuses an enrolment with a fault.
pub(super) fn no_fault(enrolment: &Enrolment, plan: &Plan) -> Result<(), Refusal> {
    let refusal = |fault| Refusal::Enrolment(enrolment.code.clone(), fault);
    super::no_fault(enrolment.faults(plan), refusal)
}

/// The changes that add these locations, to which the enrolments may go beside those of the plan.
fn added(
    plan: &Plan,
    locations: &[Location],
    enrolments: &[Enrolment],
) -> Result<Vec<Change>, Refusal> {
    let mut changes = Vec::new();
    let mut plan = Cow::Borrowed(plan);
    for location in locations {
        super::no_fault(location.faults(&plan), Refusal::Location)?;
        let change = Change::location(location.clone());
        plan.to_mut().apply(change.clone());
        changes.push(change);
    }
    enrolments
        .iter()
        .try_for_each(|enrolment| no_fault(enrolment, &plan))?;
    Ok(changes)
}

/// Sets enrolments; a family that stopped leaves its group.
fn set_enrolments(plan: &Plan, enrolments: &[Enrolment], today: Option<Date>) -> Vec<Change> {
    let is_placed = |one: &&Enrolment| plan.group_of(&one.code).is_some();
    let leaves = |one: &&Enrolment| one.status == IntakeStatus::Stopped && is_placed(one);
    let leaving: Vec<&EnrolmentCode> = enrolments
        .iter()
        .filter(leaves)
        .map(|one| &one.code)
        .collect();
    let mut changes = Vec::new();
    if !leaving.is_empty() {
        let mut draft = plan.clone();
        for code in leaving {
            for change in leave_group(&draft, code, today) {
                draft.apply(change.clone());
                changes.push(change);
            }
        }
    }
    changes.extend(enrolments.iter().cloned().map(Change::enrolment));
    changes
}

pub(super) fn set_intake_status(
    plan: &Plan,
    codes: &[EnrolmentCode],
    status: IntakeStatus,
    today: Option<Date>,
) -> Made {
    let changed = codes.iter().map(|code| {
        let mut enrolment = known_family(plan, code)?.clone();
        enrolment.status = status;
        Ok(enrolment)
    });
    let changed: Vec<Enrolment> = changed.collect::<Result<_, _>>()?;
    let name = match codes {
        [family] => IntakeEdited::SetStatus(family.clone()),
        codes => IntakeEdited::SetStatuses {
            families: codes.len(),
        },
    };
    Ok((name.into(), set_enrolments(plan, &changed, today)))
}

/// The change after which a family that is placed by hand takes part, if it did not.
pub(super) fn joins(enrolment: &Enrolment) -> Option<Change> {
    (!enrolment.status.wants_group()).then(|| {
        let mut joined = enrolment.clone();
        joined.status = IntakeStatus::Registered;
        Change::enrolment(joined)
    })
}

/// Adds the families of a CenteringZwangerschap group and makes one group of them (doorgaande lijn).
pub(super) fn take_over(
    plan: &Plan,
    locations: &[Location],
    families: &[Enrolment],
    today: Option<Date>,
) -> Made {
    let mut changes = added(plan, locations, families)?;
    let families: Vec<Enrolment> = families
        .iter()
        .map(|family| Enrolment {
            status: IntakeStatus::Registered,
            route: Some(Route::CenteringPregnancy),
            ..family.clone()
        })
        .collect();
    changes.extend(set_enrolments(plan, &families, today));
    let mut draft = plan.clone();
    draft.apply_all(changes.clone());
    let codes: Vec<EnrolmentCode> = families.into_iter().map(|family| family.code).collect();
    let (_, grouped) = create_group(&draft, &codes, today)?;
    changes.extend(grouped);
    let name = IntakeEdited::TakeOver {
        families: codes.len(),
    };
    Ok((name.into(), changes))
}

pub(super) fn set_recruitment(plan: &Plan, recruitment: &Recruitment) -> Made {
    super::no_fault(recruitment.faults(plan), Refusal::Recruitment)?;
    let mut recruitment = recruitment.clone();
    recruitment
        .approached
        .retain(|_, routes| !routes.is_empty());
    let location = recruitment.location.clone();
    let is_empty = recruitment == Recruitment::new(location.clone());
    let record = (!is_empty).then(|| Box::new(recruitment));
    let name = IntakeEdited::SetRecruitment(location_name(plan, &location));
    Ok((name.into(), vec![Change::Recruitment(location, record)]))
}
