//! Edits on what comes in: enrolments and where they stand, and what a location expects.

use super::families::{create_group, leave_group};
use super::{Refusal, known_family};
use crate::calendar::Date;
use crate::plan::{
    Change, Enrolment, EnrolmentCode, IntakeStatus, Location, Plan, Recruitment, Route,
};

/// Sets enrolments; a family that stopped leaves its group.
pub(super) fn set_enrolments(
    plan: &Plan,
    enrolments: &[Enrolment],
    today: Option<Date>,
) -> Vec<Change> {
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
) -> Result<Vec<Change>, Refusal> {
    let changed = codes.iter().map(|code| {
        let mut enrolment = known_family(plan, code)?.clone();
        enrolment.status = status;
        Ok(enrolment)
    });
    let changed: Vec<Enrolment> = changed.collect::<Result<_, _>>()?;
    Ok(set_enrolments(plan, &changed, today))
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
) -> Result<Vec<Change>, Refusal> {
    let mut changes: Vec<Change> = locations.iter().cloned().map(Change::location).collect();
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
    changes.extend(create_group(&draft, &codes, today)?);
    Ok(changes)
}

pub(super) fn set_recruitment(
    plan: &Plan,
    recruitment: &Recruitment,
) -> Result<Vec<Change>, Refusal> {
    if !plan.locations.contains_key(&recruitment.location) {
        return Err(Refusal::OtherLocation);
    }
    if !recruitment.is_valid() {
        return Err(Refusal::Recruitment);
    }
    let mut recruitment = recruitment.clone();
    recruitment
        .approached
        .retain(|_, routes| !routes.is_empty());
    let location = recruitment.location.clone();
    let is_empty = recruitment == Recruitment::new(location.clone());
    let record = (!is_empty).then(|| Box::new(recruitment));
    Ok(vec![Change::Recruitment(location, record)])
}
