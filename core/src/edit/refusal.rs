//! Why an edit cannot be made.

use super::AssuranceRefusal;
use crate::calendar::Date;
use crate::care::{SessionNumber, TemplateRefusal};
use crate::plan::{
    EnrolmentCode, EnrolmentFault, GroupId, LineFault, LineId, LocationFault, PersonFault,
    PersonId, Recruitment, RoomFault, RoomId, SettingsFault,
};
use crate::steps::StepRefusal;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Why an edit cannot be made. The plan stays as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
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
    /// The family is in no group, or not in the one that is split.
    NotPlaced(EnrolmentCode),
    /// The bijeenkomst took place: its day stays.
    Over(GroupId, SessionNumber),
    /// The day is before today.
    Past(Date),
    /// The plan has no such room.
    UnknownRoom(RoomId),
    /// The plan has no such person.
    UnknownPerson(PersonId),
    /// The person is no jeugdarts.
    NotPhysician(PersonId),
    /// The plan has no such line.
    UnknownLine(LineId),
    /// The room or line is of another location.
    OtherLocation,
    /// The bijeenkomst has no day, so it was neither told nor held.
    NoDay(GroupId, SessionNumber),
    /// The bijeenkomst is still to come, so it was not held.
    ToCome(GroupId, SessionNumber),
    /// The plan has no step plan.
    NoSteps,
    /// The step plan cannot be changed so.
    Steps(StepRefusal),
    /// What is kept about borging cannot be changed so.
    Assurance(AssuranceRefusal),
    /// The group has settled dates on another day of the week than the line.
    OtherDay(GroupId),
    /// A figure of the expected births or of the werving is larger than can be set.
    Recruitment,
    /// More children are counted for the vaccination schemes than the group has.
    Schemes,
    /// The bijeenkomst that would go from the template has a settled day in this group.
    SessionInUse(GroupId, SessionNumber),
    /// The template cannot be so.
    Template(TemplateRefusal),
    /// The settings cannot be so.
    Settings(SettingsFault),
    /// The enrolment with this code cannot be so.
    Enrolment(EnrolmentCode, EnrolmentFault),
    /// The location cannot be so.
    Location(LocationFault),
    /// The room cannot be so.
    Room(RoomFault),
    /// Somebody of the team cannot be so.
    Person(PersonFault),
    /// The line cannot be so.
    Line(LineFault),
    /// Nothing would change.
    NoChange,
}

impl Refusal {
    /// Whether the edit is refused only because there is nothing to do.
    pub fn is_idle(&self) -> bool {
        matches!(self, Self::NoChange | Self::Steps(StepRefusal::NoChange))
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownGroup(group) => write!(out, "the plan has no group {group}"),
            Self::UnknownFamily(code) => write!(out, "the plan has no enrolment {code}"),
            Self::UnknownSession(group, session) => {
                write!(out, "group {group} has no bijeenkomst {session}")
            }
            Self::NotOnePool => out.write_str(
                "there are no families, or they are not of one location (or of locations that share families) \
                 and one language",
            ),
            Self::AlreadyThere(code) => write!(out, "family {code} is in this group already"),
            Self::NotPlaced(code) => write!(out, "family {code} is not in the group"),
            Self::Over(group, session) => {
                write!(out, "{session} of group {group} took place; its day stays")
            }
            Self::Past(day) => write!(out, "{day} lies before today"),
            Self::UnknownRoom(room) => write!(out, "the plan has no room {room}"),
            Self::UnknownPerson(person) => write!(out, "the plan has no person {person}"),
            Self::NotPhysician(person) => write!(out, "{person} is no jeugdarts"),
            Self::UnknownLine(line) => write!(out, "the plan has no line {line}"),
            Self::OtherLocation => out.write_str("the room or the line is of another location"),
            Self::NoDay(group, session) => write!(
                out,
                "{session} of group {group} has no day, so it was neither told nor held"
            ),
            Self::ToCome(group, session) => {
                write!(out, "{session} of group {group} is still to come, so it was not held")
            }
            Self::NoSteps => out.write_str("the plan has no step plan"),
            Self::Steps(refusal) => refusal.fmt(out),
            Self::Assurance(refusal) => refusal.fmt(out),
            Self::OtherDay(group) => write!(
                out,
                "group {group} has settled days on another day of the week than the line"
            ),
            Self::Recruitment => write!(
                out,
                "a figure of the expected births or of the werving is too large; expected at most {} and 100 per cent",
                Recruitment::MOST
            ),
            Self::Schemes => out.write_str(
                "more children are counted for the vaccination schemes than the group has",
            ),
            Self::SessionInUse(group, session) => write!(
                out,
                "{session} would go from the template and has a settled day in group {group}"
            ),
            Self::Template(refusal) => refusal.fmt(out),
            Self::Settings(fault) => fault.fmt(out),
            Self::Enrolment(code, fault) => write!(out, "{code}: {fault}"),
            Self::Location(fault) => fault.fmt(out),
            Self::Room(fault) => fault.fmt(out),
            Self::Person(fault) => fault.fmt(out),
            Self::Line(fault) => fault.fmt(out),
            Self::NoChange => out.write_str("nothing would change"),
        }
    }
}

impl std::error::Error for Refusal {}
