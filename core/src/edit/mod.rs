//! Every edit a user can make. An edit looks at the plan and says which records change; applying the changes, undo and
//! redo are the same mechanism for all of them (`change`, `history`).
//!
//! A new edit is a variant of [`Edit`] with its line in `made`, a function in the file of its family, which says what it
//! changes and the name that it has in history, and its words.

mod assurance;
#[cfg(test)]
mod assurance_tests;
mod document;
mod done;
mod events;
mod families;
mod groups;
mod history;
mod intake;
mod lines;
mod refusal;
mod running;
mod sessions;
mod steps;
mod team;
mod telling;
#[cfg(test)]
mod telling_tests;
mod template;

pub use assurance::{AssuranceEdit, AssuranceEdited, AssuranceRefusal, happened};
pub use document::DocumentEdited;
pub use done::Done;
pub use events::EventEdited;
pub use families::FamiliesEdited;
pub use groups::GroupEdited;
pub use history::{History, Step};
pub use intake::IntakeEdited;
pub use lines::{LineEdited, LineName};
pub use refusal::Refusal;
pub use running::EnteredGroup;
pub use sessions::{SessionDeed, SessionEdited};
pub use steps::StepsEdited;
pub use team::TeamEdited;
pub use telling::Audience;
pub use template::TemplateEdited;

use crate::calendar::{Date, HalfDay};
use crate::care::{Dose, Scheme, SessionNumber, SessionTemplate};
use crate::plan::{
    Change, Enrolment, EnrolmentCode, Group, GroupId, IntakeStatus, Line, LineId, Location,
    LocationId, Person, PersonId, Plan, Recruitment, Room, RoomId, Settings, Status,
};
use crate::replan::{Event, SessionChange};
use crate::schedule::Visit;
use crate::steps::{StepEdit, StepPlan};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// One edit on a plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
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
    /// Marks what changed as told to them: the parents of a group, or somebody of the team.
    Tell(Audience),
    /// Says where a bijeenkomst stands.
    SetStatus {
        /// The group.
        group: GroupId,
        /// The bijeenkomst.
        session: SessionNumber,
        /// Where it stands from now on.
        status: Status,
    },
    /// Says on which day a bijeenkomst was; any day until today, also one on which no bijeenkomst may be planned.
    HeldOn {
        /// The group.
        group: GroupId,
        /// The bijeenkomst.
        session: SessionNumber,
        /// The day on which it was.
        date: Date,
    },
    /// Brings groups in that run already, with their families and days, and the locations that they need. A group that
    /// the plan has gets what is said of it here, and keeps the rest.
    EnterGroups {
        /// Locations that the plan does not have yet.
        locations: Vec<Location>,
        /// The groups.
        groups: Vec<EnteredGroup>,
        /// Whether the parents know the days that are still to come.
        shared: bool,
    },
    /// Says whether a vaccination that children of a group missed was seen to.
    CatchUp {
        /// The group.
        group: GroupId,
        /// The vaccination.
        dose: Dose,
        /// Whether it was.
        done: bool,
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
    /// Says who comes to bijeenkomsten as the jeugdarts, or that nobody was named.
    AssignPhysicians(Vec<Visit>),
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

/// Makes the one type of all names, which each family of edits has for its own.
macro_rules! names {
    ($($family:ident($name:ident) $doc:literal;)+) => {
        /// What an edit did, with what it was done to as the user knows it in the plan before it: the name under which it
        /// is told and undone. Small, unlike the edit itself, which can hold a whole plan.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum EditName {
            $(#[doc = $doc] $family($name)),+
        }

        $(impl From<$name> for EditName {
            fn from(name: $name) -> Self {
                Self::$family(name)
            }
        })+
    };
}

names! {
    Document(DocumentEdited) "To the plan as a whole.";
    Template(TemplateEdited) "To the bijeenkomst template.";
    Intake(IntakeEdited) "To what comes in.";
    Families(FamiliesEdited) "To the families of groups.";
    Group(GroupEdited) "To groups.";
    Session(SessionEdited) "To a bijeenkomst.";
    Line(LineEdited) "To weekly lines.";
    Team(TeamEdited) "To rooms and people.";
    Event(EventEdited) "After an event.";
    Steps(StepsEdited) "To the step plan.";
    Assurance(AssuranceEdited) "To what is kept about borging.";
}

/// What an edit comes to: its name in history, and the changes that it makes.
type Made = Result<(EditName, Vec<Change>), Refusal>;

impl Edit {
    /// What the edit comes to in this plan; each is told where it lives. Those that change nothing are not refused yet.
    fn made(&self, plan: &Plan, today: Option<Date>) -> Made {
        match self {
            Self::Open(other) => document::open(other),
            Self::Rename(title) => document::rename(title),
            Self::Import {
                locations,
                enrolments,
            } => intake::import(plan, locations, enrolments, today),
            Self::SetEnrolment(enrolment) => intake::set_enrolment(plan, enrolment, today),
            Self::SetIntakeStatus { codes, status } => {
                intake::set_intake_status(plan, codes, *status, today)
            }
            Self::TakeOver {
                locations,
                families,
            } => intake::take_over(plan, locations, families, today),
            Self::SetRecruitment(recruitment) => intake::set_recruitment(plan, recruitment),
            Self::RemoveEnrolment(code) => intake::remove_enrolment(plan, code, today),
            Self::ConfirmBirth { code, birth } => intake::confirm_birth(plan, code, *birth),
            Self::Propose => groups::propose(plan, today),
            Self::PlanDates(group) => groups::plan_dates(plan, group, today),
            Self::CreateGroup(codes) => families::create_group(plan, codes, today),
            Self::Place { code, group } => families::place(plan, code, group, today),
            Self::SetMembers { group, members } => {
                families::set_members(plan, group, members, today)
            }
            Self::TakeOut(code) => families::take_out(plan, code, today),
            Self::Dissolve(group) => groups::dissolve(plan, group),
            Self::Merge { from, into } => families::merge(plan, from, into, today),
            Self::Split { group, families } => families::split(plan, group, families, today),
            Self::SetHalfDay { group, half_day } => {
                groups::set_half_day(plan, group, *half_day, today)
            }
            Self::Move {
                group,
                session,
                date,
            } => sessions::move_to(plan, group, *session, *date, today),
            Self::PinSession {
                group,
                session,
                pinned,
            } => sessions::pin(plan, group, *session, *pinned),
            Self::PinGroup { group, pinned } => groups::pin(plan, group, *pinned),
            Self::StopGroup { group, from } => groups::stop(plan, group, *from),
            Self::ResumeGroup(group) => groups::resume(plan, group, today),
            Self::SetSchemes { group, schemes } => groups::set_schemes(plan, group, schemes),
            Self::SetTemplate { template, kept } => {
                template::set_template(plan, template.as_deref(), kept, today)
            }
            Self::Configure(settings) => document::configure(settings),
            Self::SetLocation(location) => document::set_location(plan, location),
            Self::SetRoom(room) => team::set_room(plan, room),
            Self::RemoveRoom(room) => team::remove_room(plan, room),
            Self::SetPerson(person) => team::set_person(plan, person),
            Self::RemovePerson(person) => team::remove_person(plan, person),
            Self::SetLine(line) => lines::set_line(plan, line),
            Self::RemoveLine(line) => lines::remove_line(plan, line),
            Self::AssignLine { group, line } => {
                lines::assign_line(plan, group, line.as_ref(), today)
            }
            Self::ProposeLines => lines::propose_lines(plan, today),
            Self::TakeLines { lines, removed } => lines::take_lines(plan, lines, removed),
            Self::Share(groups) => groups::share(plan, groups, today),
            Self::Tell(audience) => telling::tell(plan, audience),
            Self::SetStatus {
                group,
                session,
                status,
            } => sessions::set_status(plan, group, *session, *status, today),
            Self::HeldOn {
                group,
                session,
                date,
            } => sessions::held_on(plan, group, *session, *date, today),
            Self::EnterGroups {
                locations,
                groups,
                shared,
            } => running::enter_groups(plan, locations, groups, *shared, today),
            Self::CatchUp { group, dose, done } => groups::catch_up(plan, group, dose, *done),
            Self::Substitute {
                group,
                session,
                absent,
                substitute,
            } => sessions::substitute(plan, group, *session, [absent, substitute], today),
            Self::AssignPhysicians(visits) => sessions::assign_physicians(plan, visits, today),
            Self::Happened(event) => events::happened(plan, event, today),
            Self::Replan(accepted) => events::replan(plan, accepted),
            Self::StartSteps(steps) => steps::start(steps, today),
            Self::RemoveSteps => steps::remove(),
            Self::Steps(edit) => steps::edit(plan, edit, today),
            Self::Assurance(edit) => assurance::edit(plan, edit, today),
        }
    }

    /// The name under which the edit is told and undone, and the changes that it makes to the plan: for who keeps a
    /// [`History`]. [`today`](crate#today) bounds the days that may still be chosen.
    ///
    /// # Errors
    /// The reason why the edit cannot be made, also where [nothing](Refusal::is_idle) would change; nothing has
    /// changed then.
    pub fn named(
        &self,
        plan: &Plan,
        today: Option<Date>,
    ) -> Result<(EditName, Vec<Change>), Refusal> {
        let (name, changes) = self.made(plan, today)?;
        if changes.iter().all(|change| change.is_idle(plan)) {
            return Err(Refusal::NoChange);
        }
        let changes = telling::remembering(self, plan, changes, today);
        Ok((name, with_version(plan, changes)))
    }

    /// The changes that this edit makes to the plan, for who looks at them first; [`Plan::edit`] applies them at once.
    ///
    /// # Errors
    /// As [`Edit::named`].
    pub fn changes(&self, plan: &Plan, today: Option<Date>) -> Result<Vec<Change>, Refusal> {
        self.named(plan, today).map(|(_, changes)| changes)
    }

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
            return edit.named(plan, today);
        }
        let mut draft = plan.clone();
        let mut together = Vec::new();
        let mut last = None;
        for edit in edits {
            let (name, changes) = match edit.named(&draft, today) {
                Err(Refusal::NoChange) => continue,
                outcome => outcome?,
            };
            last = Some(name);
            draft.apply_all(changes.clone());
            together.extend(changes);
        }
        Ok((last.ok_or(Refusal::NoChange)?, together))
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

/// Refuses a record with a fault, by the first of them.
fn no_fault<T>(faults: Vec<T>, refusal: impl FnOnce(T) -> Refusal) -> Result<(), Refusal> {
    let first = faults.into_iter().next();
    first.map_or(Ok(()), |fault| Err(refusal(fault)))
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

/// The name of a location as people know it.
fn location_name(plan: &Plan, id: &LocationId) -> String {
    let known = plan.locations.get(id);
    known.map_or_else(|| id.to_string(), |known| known.name.clone())
}

#[cfg(test)]
mod tests;
