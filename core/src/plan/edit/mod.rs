//! Every edit a user can make, by name. An edit looks at the plan and says which records change; applying
//! the changes, undo and redo are the same mechanism for all of them (`change`, `history`).

mod assurance;
#[cfg(test)]
mod assurance_tests;
mod families;
mod groups;
mod intake;
mod name;
mod refusal;
mod team;
mod template;

pub use assurance::{AssuranceEdit, AssuranceRefusal};
pub(crate) use groups::stopped;
pub use name::{EditKind, EditName};
pub use refusal::Refusal;

use super::change::Change;
use super::ids::{EnrolmentCode, GroupId, LineId, PersonId, RoomId};
use super::model::{Enrolment, Group, HalfDayChoice, Location, Plan, Session, Status};
use super::recruitment::{IntakeStatus, Recruitment};
use super::settings::Settings;
use super::team::{Line, Person, Room};
use crate::calendar::{Date, HalfDay};
use crate::care::{Scheme, SessionNumber, SessionTemplate};
use crate::cohort;
use crate::schedule::{Event, SessionChange, accept, facts, plan_group};
use crate::steps::{StepEdit, StepPlan, StepRefusal};
use families::{create_group, leave_group, merge, place, split};
use std::collections::{BTreeMap, BTreeSet};

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
    /// Says where enrolments stand; a family that stopped leaves its group.
    SetIntakeStatus {
        /// The enrolments.
        codes: Vec<EnrolmentCode>,
        /// Where they stand from now on.
        status: IntakeStatus,
    },
    /// Adds the families of a CenteringZwangerschap group and makes one group of them (doorgaande lijn).
    TakeOver {
        /// Locations that the plan does not have yet.
        locations: Vec<Location>,
        /// The families, most of them with a due date.
        families: Vec<Enrolment>,
    },
    /// Replaces what a location expects and whom it approached.
    SetRecruitment(Box<Recruitment>),
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
    /// Says which families a group has; others join it from their groups or leave it. The group is pinned.
    SetMembers {
        /// The group.
        group: GroupId,
        /// Its families from now on.
        members: BTreeSet<EnrolmentCode>,
    },
    /// Takes a family out of its group; the group is pinned.
    TakeOut(EnrolmentCode),
    /// Removes a group; its families have none again.
    Dissolve(GroupId),
    /// Puts all families of a group in another one; that group is pinned.
    Merge {
        /// The group that they leave.
        from: GroupId,
        /// The group that they join.
        into: GroupId,
    },
    /// Moves some families of a group to a new group of their own; both are pinned.
    Split {
        /// The group.
        group: GroupId,
        /// The families that go.
        families: Vec<EnrolmentCode>,
    },
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
    /// Stops a group from this day on: what is still to come is cancelled. Stopping is not deleting.
    StopGroup {
        /// The group.
        group: GroupId,
        /// The first day on which it does not meet any more.
        from: Date,
    },
    /// Lets a group that had stopped go on.
    ResumeGroup(GroupId),
    /// Says how many children of a group follow each vaccination scheme.
    SetSchemes {
        /// The group.
        group: GroupId,
        /// How many children; a scheme that nobody follows is left out.
        schemes: BTreeMap<Scheme, u8>,
    },
    /// Puts another bijeenkomst template in place, or the proposal of the planner. Days of groups stay with
    /// the bijeenkomsten that stay.
    SetTemplate {
        /// The template; `None` for the proposal of the planner.
        template: Option<Box<SessionTemplate>>,
        /// The bijeenkomsten that stay: the old number and the new one.
        kept: BTreeMap<SessionNumber, SessionNumber>,
    },
    /// Replaces the settings.
    Configure(Box<Settings>),
    /// Replaces a location by one with the same id, or adds it.
    SetLocation(Location),
    /// Replaces a room by one with the same id, or adds it.
    SetRoom(Room),
    /// Removes a room, also from the lines and bijeenkomsten that use it.
    RemoveRoom(RoomId),
    /// Replaces a person of the team by one with the same id, or adds one.
    SetPerson(Box<Person>),
    /// Removes a person, also from the lines and bijeenkomsten that this person leads.
    RemovePerson(PersonId),
    /// Replaces a line by one with the same id, or adds it. Groups keep their dates.
    SetLine(Line),
    /// Removes a line; its groups have none again and keep their dates.
    RemoveLine(LineId),
    /// Puts a group on a line of its location, or leaves that to the planner, and searches its open days
    /// again.
    AssignLine {
        /// The group.
        group: GroupId,
        /// The line; `None` to let the planner choose.
        line: Option<LineId>,
    },
    /// Proposes the weekly lines of all locations; those made by hand and those that groups need stay.
    ProposeLines,
    /// Takes over some lines of a proposal: sets these, and removes those.
    TakeLines {
        /// The lines to set.
        lines: Vec<Line>,
        /// The lines to remove.
        removed: Vec<LineId>,
    },
    /// Marks the coming dates of these groups as told to the parents (gedeeld).
    Share(Vec<GroupId>),
    /// Says where a bijeenkomst stands.
    SetStatus {
        /// The group.
        group: GroupId,
        /// The bijeenkomst.
        session: SessionNumber,
        /// Where it stands from now on.
        status: Status,
    },
    /// Lets somebody else lead a bijeenkomst this once.
    Substitute {
        /// The group.
        group: GroupId,
        /// The bijeenkomst.
        session: SessionNumber,
        /// Who cannot.
        absent: PersonId,
        /// Who stands in.
        substitute: PersonId,
    },
    /// Says what happened: a person is away, a room is lost, families come or leave. Repairs nothing.
    Happened(Box<Event>),
    /// Carries changes of a re-planning out.
    Replan(Vec<SessionChange>),
    /// Starts a step plan, or replaces the one there is.
    StartSteps(Box<StepPlan>),
    /// Removes the step plan.
    RemoveSteps,
    /// Changes the step plan.
    Steps(Box<StepEdit>),
    /// Changes what is kept about borging.
    Assurance(Box<AssuranceEdit>),
}

impl Edit {
    /// The changes of several edits that belong together, each made on what those before it leave, with the name
    /// of the last that changes something. Those that change nothing beside others are passed over.
    ///
    /// # Errors
    /// The reason why one of them cannot be made, [`Refusal::NoChange`] where none changes anything; then none
    /// is made.
    pub fn together(
        edits: &[Self],
        plan: &Plan,
        today: Option<Date>,
    ) -> Result<(EditName, Vec<Change>), Refusal> {
        if let [edit] = edits {
            return Ok((edit.name_in(plan), edit.changes(plan, today)?));
        }
        let mut draft = plan.clone();
        let mut together = Vec::new();
        let mut name = None;
        for edit in edits {
            let changes = match edit.changes(&draft, today) {
                Err(Refusal::NoChange) => continue,
                outcome => outcome?,
            };
            name = Some(edit.name_in(&draft));
            draft.apply_all(changes.clone());
            together.extend(changes);
        }
        Ok((name.ok_or(Refusal::NoChange)?, together))
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
                .chain(intake::set_enrolments(plan, enrolments, today))
                .collect(),
            Self::SetEnrolment(enrolment) => {
                intake::set_enrolments(plan, std::slice::from_ref(enrolment), today)
            }
            Self::SetIntakeStatus { codes, status } => {
                intake::set_intake_status(plan, codes, *status, today)?
            }
            Self::TakeOver {
                locations,
                families,
            } => intake::take_over(plan, locations, families, today)?,
            Self::SetRecruitment(recruitment) => intake::set_recruitment(plan, recruitment)?,
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
            Self::Propose => cohort::adopt(plan, cohort::propose(plan, today)),
            Self::PlanDates(group) => {
                vec![Change::group(plan_group(
                    plan,
                    known_group(plan, group)?,
                    today,
                ))]
            }
            Self::CreateGroup(codes) => create_group(plan, codes, today)?,
            Self::Place { code, group } => place(plan, code, group, today)?,
            Self::SetMembers { group, members } => {
                families::set_members(plan, group, members, today)?
            }
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
            Self::Merge { from, into } => merge(plan, from, into, today)?,
            Self::Split { group, families } => split(plan, group, families, today)?,
            Self::SetHalfDay { group, half_day } => {
                let mut group = known_group(plan, group)?.clone();
                // The planner finds the line of the new half-day.
                group.line = None;
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
            Self::StopGroup { group, from } => groups::stop(plan, group, *from)?,
            Self::ResumeGroup(group) => groups::resume(plan, group, today)?,
            Self::SetSchemes { group, schemes } => groups::set_schemes(plan, group, schemes)?,
            Self::SetTemplate { template, kept } => {
                template::set_template(plan, template.as_deref(), kept, today)?
            }
            Self::Configure(settings) => {
                check_settings(settings)?;
                vec![Change::Settings(settings.clone())]
            }
            Self::SetLocation(location) => vec![Change::location(location.clone())],
            Self::SetRoom(room) => team::set_room(plan, room),
            Self::RemoveRoom(room) => team::remove_room(plan, room)?,
            Self::SetPerson(person) => team::set_person(plan, person)?,
            Self::RemovePerson(person) => team::remove_person(plan, person)?,
            Self::SetLine(line) => team::set_line(plan, line)?,
            Self::RemoveLine(line) => team::remove_line(plan, line)?,
            Self::AssignLine { group, line } => {
                team::assign_line(plan, group, line.as_ref(), today)?
            }
            Self::ProposeLines => team::propose_lines(plan, today),
            Self::TakeLines { lines, removed } => team::take_lines(plan, lines, removed)?,
            Self::Share(groups) => team::share(plan, groups, today)?,
            Self::Substitute {
                group,
                session,
                absent,
                substitute,
            } => team::substitute(plan, group, *session, [absent, substitute], today)?,
            Self::Happened(event) => facts(plan, event, today),
            Self::Replan(accepted) => accept(plan, accepted),
            Self::SetStatus {
                group,
                session,
                status,
            } => team::set_status(plan, group, *session, *status, today)?,
            Self::StartSteps(steps) => {
                let whole = |fault| Refusal::Steps(StepRefusal::Fault(fault));
                steps.check().map_err(whole)?;
                if let Some(day) = steps.far_off(today) {
                    return Err(Refusal::Steps(StepRefusal::FarOff(day)));
                }
                vec![Change::StepPlan(Some(steps.clone()))]
            }
            Self::RemoveSteps => vec![Change::StepPlan(None)],
            Self::Steps(edit) => {
                let steps = plan.steps.as_ref().ok_or(Refusal::NoSteps)?;
                let changes = edit.changes(steps, today).map_err(Refusal::Steps)?;
                changes.into_iter().map(Change::Step).collect()
            }
            Self::Assurance(edit) => {
                let change = edit.change(&plan.assurance, today);
                vec![Change::Assurance(change.map_err(Refusal::Assurance)?)]
            }
        };
        if changes.iter().all(|change| change.is_idle(plan)) {
            return Err(Refusal::NoChange);
        }
        Ok(with_version(plan, changes))
    }
}

/// The changes, after one that raises the version of the plan where older planners do not know what is set.
fn with_version(plan: &Plan, mut changes: Vec<Change>) -> Vec<Change> {
    let version = changes.iter().map(Change::version).max();
    if let Some(version) = version.filter(|version| *version > plan.version) {
        let replaces_plan = matches!(changes.first(), Some(Change::Plan(_)));
        if !replaces_plan {
            changes.insert(0, Change::Version(version));
        }
    }
    changes
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
    if settings.notice_days > Settings::LONGEST_NOTICE {
        return Err(Refusal::Notice);
    }
    let size = &settings.group_size;
    let sizes = Settings::HARD_SIZES;
    if settings.hard_half_days && !(sizes.contains(&size.min) && sizes.contains(&size.max)) {
        return Err(Refusal::HardSizes);
    }
    let mut shared = settings.shared_pools.iter().flatten();
    let mut seen = BTreeSet::new();
    if !shared.all(|location| seen.insert(location)) {
        return Err(Refusal::Pools);
    }
    Ok(())
}

#[cfg(test)]
mod tests;
