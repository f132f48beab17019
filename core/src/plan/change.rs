//! The smallest steps of every edit: one record of the plan is set, replaced or removed.
//! Applying a change gives the change that takes it back, so undo needs no code of its own.

use super::assurance::AssuranceChange;
use super::file::Version;
use super::ids::{EnrolmentCode, GroupId, LineId, LocationId, PersonId, RoomId};
use super::model::{Enrolment, Group, Location, Plan};
use super::records::{Record, Records};
use super::recruitment::{IntakeStatus, Recruitment};
use super::settings::Settings;
use super::team::{Line, Person, Room};
use crate::care::SessionTemplate;
use crate::steps::{StepChange, StepPlan};
use serde::{Deserialize, Serialize};
use std::mem;

/// One record of the plan is set (`Some`) or removed (`None`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// The whole plan.
    Plan(Box<Plan>),
    /// The version of the format: raised by the first record that older planners do not know.
    Version(Version),
    /// The title of the plan.
    Title(String),
    /// The settings as a whole.
    Settings(Box<Settings>),
    /// The organisation's own template.
    Template(Option<Box<SessionTemplate>>),
    /// A location.
    Location(LocationId, Option<Box<Location>>),
    /// An enrolment.
    Enrolment(EnrolmentCode, Option<Box<Enrolment>>),
    /// A group with its bijeenkomsten.
    Group(GroupId, Option<Box<Group>>),
    /// A room.
    Room(RoomId, Option<Box<Room>>),
    /// A person of the team.
    Person(PersonId, Option<Box<Person>>),
    /// A line.
    Line(LineId, Option<Box<Line>>),
    /// What a location expects and whom it approached.
    Recruitment(LocationId, Option<Box<Recruitment>>),
    /// The step plan as a whole.
    StepPlan(Option<Box<StepPlan>>),
    /// A record of the step plan; nothing where the plan has none.
    Step(StepChange),
    /// A record of what is kept about borging.
    Assurance(AssuranceChange),
}

impl Change {
    /// A change that sets this group.
    pub fn group(group: Group) -> Self {
        Self::Group(group.id.clone(), Some(Box::new(group)))
    }

    /// A change that sets this enrolment.
    pub fn enrolment(enrolment: Enrolment) -> Self {
        Self::Enrolment(enrolment.code.clone(), Some(Box::new(enrolment)))
    }

    /// A change that sets this room.
    pub fn room(room: Room) -> Self {
        Self::Room(room.id.clone(), Some(Box::new(room)))
    }

    /// A change that sets this person.
    pub fn person(person: Person) -> Self {
        Self::Person(person.id.clone(), Some(Box::new(person)))
    }

    /// A change that sets this line.
    pub fn line(line: Line) -> Self {
        Self::Line(line.id.clone(), Some(Box::new(line)))
    }

    /// The version of the format that can hold what is set.
    pub(crate) fn version(&self) -> Version {
        if self.is_newest() {
            return Version::CURRENT;
        }
        let is_new = match self {
            Self::Location(_, Some(location)) => !location.address.is_empty(),
            Self::Room(_, record) => record.is_some(),
            Self::Person(_, record) => record.is_some(),
            Self::Line(_, record) => record.is_some(),
            Self::StepPlan(steps) => steps.is_some(),
            Self::Recruitment(_, record) => record.is_some(),
            Self::Enrolment(_, Some(enrolment)) => {
                enrolment.status != IntakeStatus::default() || enrolment.route.is_some()
            }
            Self::Settings(settings) => {
                settings.notice_days != Settings::USUAL_NOTICE
                    || settings.hard_half_days
                    || !settings.shared_pools.is_empty()
            }
            Self::Assurance(change) => change.sets(),
            Self::Group(_, Some(group)) => {
                let has_own = |session: &super::session::Session| {
                    session.line.is_some()
                        || session.room.is_some()
                        || !session.facilitators.is_empty()
                };
                let is_new =
                    group.line.is_some() || group.stopped.is_some() || !group.schemes.is_empty();
                is_new || group.sessions.values().any(has_own)
            }
            _ => false,
        };
        if is_new {
            Version::SECOND
        } else {
            Version::FIRST
        }
    }

    /// Whether only the newest version can hold what is set.
    fn is_newest(&self) -> bool {
        match self {
            Self::Room(_, Some(room)) => !room.half_days.is_empty(),
            Self::Settings(settings) => settings.invitation_days != Settings::USUAL_INVITATION,
            Self::Group(_, Some(group)) => {
                let mut sessions = group.sessions.values();
                !group.caught_up.is_empty()
                    || sessions.any(|session| {
                        session.told.is_some()
                            || !session.untold.is_empty()
                            || session.physician.is_some()
                    })
            }
            _ => false,
        }
    }

    /// Whether the plan would stay as it is.
    pub fn is_idle(&self, plan: &Plan) -> bool {
        match self {
            Self::Plan(other) => **other == *plan,
            Self::Version(version) => plan.version == *version,
            Self::Title(title) => plan.title == *title,
            Self::Settings(settings) => plan.settings == **settings,
            Self::Template(template) => plan.template.as_ref() == template.as_deref(),
            Self::Location(id, location) => plan.locations.get(id) == location.as_deref(),
            Self::Enrolment(code, enrolment) => plan.enrolments.get(code) == enrolment.as_deref(),
            Self::Group(id, group) => plan.groups.get(id) == group.as_deref(),
            Self::Room(id, room) => plan.rooms.get(id) == room.as_deref(),
            Self::Person(id, person) => plan.people.get(id) == person.as_deref(),
            Self::Line(id, line) => plan.lines.get(id) == line.as_deref(),
            Self::Recruitment(id, record) => plan.recruitment.get(id) == record.as_deref(),
            Self::StepPlan(steps) => plan.steps.as_ref() == steps.as_deref(),
            Self::Step(change) => plan
                .steps
                .as_ref()
                .is_none_or(|steps| change.is_idle(steps)),
            Self::Assurance(change) => change.is_idle(&plan.assurance),
        }
    }

    /// A change that sets this location.
    pub fn location(location: Location) -> Self {
        Self::Location(location.id.clone(), Some(Box::new(location)))
    }
}

impl Plan {
    /// Applies a change and returns the one that takes it back.
    pub fn apply(&mut self, change: Change) -> Change {
        match change {
            Change::Plan(plan) => Change::Plan(Box::new(mem::replace(self, *plan))),
            Change::Version(version) => Change::Version(mem::replace(&mut self.version, version)),
            Change::Title(title) => Change::Title(mem::replace(&mut self.title, title)),
            Change::Settings(settings) => {
                Change::Settings(Box::new(mem::replace(&mut self.settings, *settings)))
            }
            Change::Template(template) => Change::Template(
                mem::replace(&mut self.template, template.map(|boxed| *boxed)).map(Box::new),
            ),
            Change::Location(id, location) => {
                let before = set(&mut self.locations, &id, location);
                Change::Location(id, before)
            }
            Change::Enrolment(code, enrolment) => {
                let before = set(&mut self.enrolments, &code, enrolment);
                Change::Enrolment(code, before)
            }
            Change::Group(id, group) => {
                let before = set(&mut self.groups, &id, group);
                Change::Group(id, before)
            }
            Change::Room(id, room) => {
                let before = set(&mut self.rooms, &id, room);
                Change::Room(id, before)
            }
            Change::Person(id, person) => {
                let before = set(&mut self.people, &id, person);
                Change::Person(id, before)
            }
            Change::Line(id, line) => {
                let before = set(&mut self.lines, &id, line);
                Change::Line(id, before)
            }
            Change::Recruitment(id, record) => {
                let before = set(&mut self.recruitment, &id, record);
                Change::Recruitment(id, before)
            }
            Change::StepPlan(steps) => {
                let before = mem::replace(&mut self.steps, steps.map(|boxed| *boxed));
                Change::StepPlan(before.map(Box::new))
            }
            Change::Step(change) => match &mut self.steps {
                Some(steps) => Change::Step(steps.apply(change)),
                None => Change::Step(change),
            },
            Change::Assurance(change) => Change::Assurance(self.assurance.apply(change)),
        }
    }

    /// Applies changes in order and returns those that take them back, in the order in which to apply them.
    pub fn apply_all(&mut self, changes: impl IntoIterator<Item = Change>) -> Vec<Change> {
        let mut back: Vec<Change> = changes
            .into_iter()
            .map(|change| self.apply(change))
            .collect();
        back.reverse();
        back
    }
}

fn set<R: Record>(
    records: &mut Records<R>,
    key: &R::Key,
    record: Option<Box<R>>,
) -> Option<Box<R>> {
    match record {
        Some(record) => records.insert(key.clone(), *record),
        None => records.remove(key),
    }
    .map(Box::new)
}
