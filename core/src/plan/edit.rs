//! Every edit a user can make, by name. An edit looks at the plan and says which records change; applying
//! the changes, undo and redo are the same mechanism for all of them (`change`, `history`).

use super::change::Change;
use super::ids::{EnrolmentCode, GroupId};
use super::model::{Enrolment, Group, HalfDayChoice, Location, Plan, Session};
use super::settings::Settings;
use crate::calendar::{Date, HalfDay};
use crate::care::SessionNumber;
use crate::cohort;
use crate::schedule::plan_group;
use std::collections::BTreeSet;

/// One edit on a plan.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Puts another plan in place of this one: a new plan, the example, or a file.
    Open(Box<Plan>),
    /// Gives the plan a title.
    Rename(String),
    /// Adds enrolments and the locations that they need; an enrolment with a known code replaces the old one.
    Import {
        /// Locations that the plan does not have yet.
        locations: Vec<Location>,
        /// The enrolments.
        enrolments: Vec<Enrolment>,
    },
    /// Replaces an enrolment by one with the same code, or adds it.
    SetEnrolment(Enrolment),
    /// Removes an enrolment, also from its group.
    RemoveEnrolment(EnrolmentCode),
    /// Replaces the due date of an enrolment by the birth date.
    ConfirmBirth {
        /// The enrolment.
        code: EnrolmentCode,
        /// The birth date.
        birth: Date,
    },
    /// Makes a new proposal: groups of the families without a settled group, and their days.
    Propose,
    /// Searches the days of a group again; settled days stay.
    PlanDates(GroupId),
    /// Makes a group of these families, who had none; the group is pinned.
    CreateGroup(Vec<EnrolmentCode>),
    /// Puts a family in a group and takes it out of its old one; the group is pinned.
    Place {
        /// The family.
        code: EnrolmentCode,
        /// Its new group.
        group: GroupId,
    },
    /// Takes a family out of its group; the group is pinned.
    TakeOut(EnrolmentCode),
    /// Removes a group; its families have none again.
    Dissolve(GroupId),
    /// Sets the half-day of a group, or leaves it to the planner, and searches its days again.
    SetHalfDay {
        /// The group.
        group: GroupId,
        /// The half-day; `None` to let the planner choose.
        half_day: Option<HalfDay>,
    },
    /// Puts a bijeenkomst on another day and pins it.
    Move {
        /// The group.
        group: GroupId,
        /// The bijeenkomst.
        session: SessionNumber,
        /// Its new day.
        date: Date,
    },
    /// Pins a bijeenkomst to its day, or lets it go.
    PinSession {
        /// The group.
        group: GroupId,
        /// The bijeenkomst.
        session: SessionNumber,
        /// Whether it is pinned from now on.
        pinned: bool,
    },
    /// Pins a group, or lets it go.
    PinGroup {
        /// The group.
        group: GroupId,
        /// Whether it is pinned from now on.
        pinned: bool,
    },
    /// Replaces the settings.
    Configure(Box<Settings>),
    /// Replaces a location by one with the same id, or adds it.
    SetLocation(Location),
}

/// Why an edit cannot be made. The plan stays as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The plan has no such group.
    UnknownGroup(GroupId),
    /// The plan has no such enrolment.
    UnknownFamily(EnrolmentCode),
    /// The plan has no such bijeenkomst.
    UnknownSession(GroupId, SessionNumber),
    /// The families of a new group are not of one location and language, or there are none.
    NotOnePool,
    /// The family is already in this group.
    AlreadyThere(EnrolmentCode),
    /// The family is in no group.
    NotPlaced(EnrolmentCode),
    /// The bijeenkomst took place: its day stays.
    Over(GroupId, SessionNumber),
    /// The day is before today.
    Past(Date),
    /// The group sizes do not satisfy 1 <= smallest <= target <= largest <= 30.
    Sizes,
    /// The spread is above the largest that can be set.
    Spread,
    /// A closure ends before it starts.
    Closure,
    /// Nothing would change.
    NoChange,
}

/// What kind of edit was made: the name under which it is undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is named after the edit it stands for")]
pub enum EditKind {
    Open,
    Rename,
    Import,
    SetEnrolment,
    RemoveEnrolment,
    ConfirmBirth,
    Propose,
    PlanDates,
    CreateGroup,
    Place,
    TakeOut,
    Dissolve,
    SetHalfDay,
    Move,
    PinSession,
    UnpinSession,
    PinGroup,
    UnpinGroup,
    Configure,
    SetLocation,
}

/// The name of an edit, with what it was done to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditName {
    /// What was done.
    pub kind: EditKind,
    /// The group it was done to.
    pub group: Option<GroupId>,
    /// The bijeenkomst it was done to.
    pub session: Option<SessionNumber>,
    /// The family it was done to.
    pub family: Option<EnrolmentCode>,
    /// How many records it added, where it added many.
    pub count: usize,
}

impl Edit {
    /// The name under which the edit is undone.
    pub fn name(&self) -> EditName {
        let name = |kind| EditName {
            kind,
            group: None,
            session: None,
            family: None,
            count: 0,
        };
        let of_group = |kind, group: &GroupId| EditName {
            group: Some(group.clone()),
            ..name(kind)
        };
        let of_family = |kind, code: &EnrolmentCode| EditName {
            family: Some(code.clone()),
            ..name(kind)
        };
        let of_session = |kind, group: &GroupId, session| EditName {
            session: Some(session),
            ..of_group(kind, group)
        };
        match self {
            Self::Open(_) => name(EditKind::Open),
            Self::Rename(_) => name(EditKind::Rename),
            Self::Import { enrolments, .. } => EditName {
                count: enrolments.len(),
                ..name(EditKind::Import)
            },
            Self::SetEnrolment(enrolment) => of_family(EditKind::SetEnrolment, &enrolment.code),
            Self::RemoveEnrolment(code) => of_family(EditKind::RemoveEnrolment, code),
            Self::ConfirmBirth { code, .. } => of_family(EditKind::ConfirmBirth, code),
            Self::Propose => name(EditKind::Propose),
            Self::PlanDates(group) => of_group(EditKind::PlanDates, group),
            Self::CreateGroup(codes) => EditName {
                count: codes.len(),
                ..name(EditKind::CreateGroup)
            },
            Self::Place { code, group } => EditName {
                group: Some(group.clone()),
                ..of_family(EditKind::Place, code)
            },
            Self::TakeOut(code) => of_family(EditKind::TakeOut, code),
            Self::Dissolve(group) => of_group(EditKind::Dissolve, group),
            Self::SetHalfDay { group, .. } => of_group(EditKind::SetHalfDay, group),
            Self::Move { group, session, .. } => of_session(EditKind::Move, group, *session),
            Self::PinSession {
                group,
                session,
                pinned,
            } => {
                let kind = if *pinned {
                    EditKind::PinSession
                } else {
                    EditKind::UnpinSession
                };
                of_session(kind, group, *session)
            }
            Self::PinGroup { group, pinned } => {
                let kind = if *pinned {
                    EditKind::PinGroup
                } else {
                    EditKind::UnpinGroup
                };
                of_group(kind, group)
            }
            Self::Configure(_) => name(EditKind::Configure),
            Self::SetLocation(_) => name(EditKind::SetLocation),
        }
    }

    /// The changes that this edit makes to the plan. `today` bounds the days that may still be chosen.
    ///
    /// # Errors
    /// The reason why the edit cannot be made; nothing has changed then.
    pub fn changes(&self, plan: &Plan, today: Option<Date>) -> Result<Vec<Change>, Refusal> {
        let changes = match self {
            Self::Open(other) => vec![Change::Plan(other.clone())],
            Self::Rename(title) => vec![Change::Title(title.trim().to_owned())],
            Self::Import {
                locations,
                enrolments,
            } => locations
                .iter()
                .cloned()
                .map(Change::location)
                .chain(enrolments.iter().cloned().map(Change::enrolment))
                .collect(),
            Self::SetEnrolment(enrolment) => vec![Change::enrolment(enrolment.clone())],
            Self::RemoveEnrolment(code) => {
                known_family(plan, code)?;
                let mut changes = leave_group(plan, code, today);
                changes.push(Change::Enrolment(code.clone(), None));
                changes
            }
            Self::ConfirmBirth { code, birth } => {
                let mut enrolment = known_family(plan, code)?.clone();
                enrolment.birth = *birth;
                enrolment.provisional = false;
                vec![Change::enrolment(enrolment)]
            }
            Self::Propose => cohort::propose(plan, today)
                .into_iter()
                .filter(|(id, group)| plan.groups.get(id) != group.as_ref())
                .map(|(id, group)| Change::Group(id, group.map(Box::new)))
                .collect(),
            Self::PlanDates(group) => {
                vec![Change::group(plan_group(
                    plan,
                    known_group(plan, group)?,
                    today,
                ))]
            }
            Self::CreateGroup(codes) => create_group(plan, codes, today)?,
            Self::Place { code, group } => place(plan, code, group, today)?,
            Self::TakeOut(code) => {
                if plan.group_of(code).is_none() {
                    return Err(Refusal::NotPlaced(code.clone()));
                }
                leave_group(plan, code, today)
            }
            Self::Dissolve(group) => {
                known_group(plan, group)?;
                vec![Change::Group(group.clone(), None)]
            }
            Self::SetHalfDay { group, half_day } => {
                let mut group = known_group(plan, group)?.clone();
                group.half_day = half_day.map(HalfDayChoice::User);
                vec![Change::group(plan_group(plan, &group, today))]
            }
            Self::Move {
                group,
                session,
                date,
            } => {
                let (mut group, mut moved) = known_session(plan, group, *session)?;
                if matches!((moved.date, today), (Some(date), Some(today)) if date < today) {
                    return Err(Refusal::Over(group.id, *session));
                }
                if today.is_some_and(|today| *date < today) {
                    return Err(Refusal::Past(*date));
                }
                moved.date = Some(*date);
                moved.pinned = true;
                group.sessions.insert(*session, moved);
                vec![Change::group(group)]
            }
            Self::PinSession {
                group,
                session,
                pinned,
            } => {
                let (mut group, mut changed) = known_session(plan, group, *session)?;
                changed.pinned = *pinned;
                group.sessions.insert(*session, changed);
                vec![Change::group(group)]
            }
            Self::PinGroup { group, pinned } => {
                let mut group = known_group(plan, group)?.clone();
                group.pinned = *pinned;
                vec![Change::group(group)]
            }
            Self::Configure(settings) => {
                check_settings(settings)?;
                vec![Change::Settings(settings.clone())]
            }
            Self::SetLocation(location) => vec![Change::location(location.clone())],
        };
        if changes.iter().all(|change| change.is_idle(plan)) {
            return Err(Refusal::NoChange);
        }
        Ok(changes)
    }
}

fn known_group<'a>(plan: &'a Plan, id: &GroupId) -> Result<&'a Group, Refusal> {
    plan.groups
        .get(id)
        .ok_or_else(|| Refusal::UnknownGroup(id.clone()))
}

fn known_family<'a>(plan: &'a Plan, code: &EnrolmentCode) -> Result<&'a Enrolment, Refusal> {
    plan.enrolments
        .get(code)
        .ok_or_else(|| Refusal::UnknownFamily(code.clone()))
}

/// A copy of the group and of one of its bijeenkomsten.
fn known_session(
    plan: &Plan,
    id: &GroupId,
    number: SessionNumber,
) -> Result<(Group, Session), Refusal> {
    let group = known_group(plan, id)?;
    let session = group
        .sessions
        .get(&number)
        .ok_or_else(|| Refusal::UnknownSession(id.clone(), number))?;
    Ok((group.clone(), session.clone()))
}

fn create_group(
    plan: &Plan,
    codes: &[EnrolmentCode],
    today: Option<Date>,
) -> Result<Vec<Change>, Refusal> {
    let mut families = Vec::new();
    for code in codes {
        families.push(known_family(plan, code)?);
    }
    let first = families.first().ok_or(Refusal::NotOnePool)?;
    let one_pool = families
        .iter()
        .all(|family| family.location == first.location && family.language == first.language);
    if !one_pool {
        return Err(Refusal::NotOnePool);
    }
    let mut draft = plan.clone();
    let mut changes = Vec::new();
    for code in codes {
        for change in leave_group(&draft, code, today) {
            draft.apply(change.clone());
            changes.push(change);
        }
    }
    let births = crate::care::BirthWindow::around(families.iter().map(|family| family.birth))
        .ok_or(Refusal::NotOnePool)?;
    let members: BTreeSet<EnrolmentCode> = codes.iter().cloned().collect();
    let mut group = cohort::new_group(&draft, &first.location, &first.language, members, births);
    group.pinned = true;
    changes.push(Change::group(plan_group(&draft, &group, today)));
    Ok(changes)
}

fn place(
    plan: &Plan,
    code: &EnrolmentCode,
    id: &GroupId,
    today: Option<Date>,
) -> Result<Vec<Change>, Refusal> {
    known_family(plan, code)?;
    if known_group(plan, id)?.members.contains(code) {
        return Err(Refusal::AlreadyThere(code.clone()));
    }
    let mut draft = plan.clone();
    let mut changes = leave_group(plan, code, today);
    draft.apply_all(changes.clone());
    let mut group = known_group(&draft, id)?.clone();
    group.members.insert(code.clone());
    group.pinned = true;
    changes.push(Change::group(plan_group(&draft, &group, today)));
    Ok(changes)
}

/// Takes a family out of its group, if it has one: the group is pinned and its open days are searched
/// again; a group that is left without families is removed.
fn leave_group(plan: &Plan, code: &EnrolmentCode, today: Option<Date>) -> Vec<Change> {
    let Some(group) = plan.group_of(code) else {
        return Vec::new();
    };
    let mut group = group.clone();
    group.members.remove(code);
    group.pinned = true;
    if group.members.is_empty() && group.known_births.is_none() {
        return vec![Change::Group(group.id, None)];
    }
    vec![Change::group(plan_group(plan, &group, today))]
}

fn check_settings(settings: &Settings) -> Result<(), Refusal> {
    if !settings.group_size.is_valid() {
        return Err(Refusal::Sizes);
    }
    if settings.max_spread_days > Settings::LARGEST_SPREAD {
        return Err(Refusal::Spread);
    }
    if settings.closures.iter().any(|own| own.days.is_empty()) {
        return Err(Refusal::Closure);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bijeenkomst_cannot_move_into_the_past() {
        let text = r#"{"format":"centering-plan","version":"1.0","locations":[{"id":"n","name":"N","prefix":"N"}],
            "groups":[{"id":"G","location":"n","known_births":{"oldest":"2027-01-04","youngest":"2027-01-24",
            "families":7,"children":7},"half_day":{"user":"thu-pm"}}]}"#;
        let mut plan = Plan::from_json(text).unwrap();
        let today = Date::new(2027, 2, 1);
        plan.apply_all(Edit::Propose.changes(&plan, today).unwrap());
        let date = Date::new(2027, 1, 31).unwrap();
        let back = Edit::Move {
            group: GroupId::new("G"),
            session: SessionNumber::new(1).unwrap(),
            date,
        };
        assert_eq!(back.changes(&plan, today), Err(Refusal::Past(date)));
    }
}
