//! The names of edits, under which they are undone and told.

use super::{AssuranceEdit, Edit};
use crate::calendar::HalfDay;
use crate::care::SessionNumber;
use crate::plan::{EnrolmentCode, GroupId, Line, LocationId, Plan};
use crate::steps::StepEdit;

/// What kind of edit was made: the name under which it is undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is named after the edit it stands for")]
pub enum EditKind {
    Open,
    Rename,
    Import,
    SetEnrolment,
    SetIntakeStatus,
    TakeOver,
    SetRecruitment,
    RemoveEnrolment,
    ConfirmBirth,
    Propose,
    PlanDates,
    CreateGroup,
    Place,
    SetMembers,
    TakeOut,
    Dissolve,
    Merge,
    Split,
    SetHalfDay,
    Move,
    PinSession,
    UnpinSession,
    PinGroup,
    UnpinGroup,
    StopGroup,
    ResumeGroup,
    SetSchemes,
    SetTemplate,
    ResetTemplate,
    Configure,
    SetLocation,
    SetRoom,
    RemoveRoom,
    SetPerson,
    RemovePerson,
    SetLine,
    RemoveLine,
    AssignLine,
    ProposeLines,
    TakeLines,
    Share,
    SetStatus,
    Substitute,
    Happened,
    Replan,
    StartSteps,
    RemoveSteps,
    ChangeSteps,
    ChangeStep,
    RemoveStep,
    StepProgress,
    DateSteps,
    BeginMeasurement,
    RemoveMeasurement,
    ChangeRespondents,
    SetScore,
    Answer,
    SetLimit,
    KeepReadings,
    ForgetReadings,
    TickItem,
    UntickItem,
    ChangeItem,
    ResetList,
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
    /// The room, person or line it was done to, as the user knows it.
    pub record: Option<String>,
    /// The half-day of the line it was done to; `record` is then its location.
    pub half_day: Option<HalfDay>,
    /// How many records it added or changed, where it did so to many.
    pub count: usize,
}

impl EditName {
    /// The name of an edit that was done to the plan as a whole.
    pub fn plain(kind: EditKind) -> Self {
        Self {
            kind,
            group: None,
            session: None,
            family: None,
            record: None,
            half_day: None,
            count: 0,
        }
    }
}

impl Edit {
    /// The name under which the edit is undone, with records as the user knows them in the plan before it: a
    /// line by its location and half-day, a room by its label, a person by the alias.
    pub fn name_in(&self, plan: &Plan) -> EditName {
        let mut name = self.name();
        let location = |id: &LocationId| {
            let known = plan.locations.get(id);
            known.map_or_else(|| id.to_string(), |known| known.name.clone())
        };
        let line = |line: &Line| (Some(location(&line.location)), Some(line.half_day));
        let known_line = |id| plan.lines.get(id).map(line);
        let found = match self {
            Self::SetLine(set) => Some(line(set)),
            Self::RemoveLine(id) => known_line(id),
            Self::AssignLine { line, .. } => line.as_ref().and_then(known_line),
            Self::RemoveRoom(id) => plan
                .rooms
                .get(id)
                .map(|room| (Some(room.label.clone()), None)),
            Self::RemovePerson(id) | Self::Substitute { substitute: id, .. } => plan
                .people
                .get(id)
                .map(|person| (Some(person.alias.to_string()), None)),
            Self::SetRecruitment(set) => Some((Some(location(&set.location)), None)),
            _ => None,
        };
        if let Some((record, half_day)) = found {
            name.record = record;
            name.half_day = half_day;
        }
        name
    }

    /// The name under which the edit is undone.
    pub fn name(&self) -> EditName {
        let name = EditName::plain;
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
        let of_record = |kind, record: &dyn std::fmt::Display| EditName {
            record: Some(record.to_string()),
            ..name(kind)
        };
        match self {
            Self::Open(_) => name(EditKind::Open),
            Self::Rename(_) => name(EditKind::Rename),
            Self::Import { enrolments, .. } => EditName {
                count: enrolments.len(),
                ..name(EditKind::Import)
            },
            Self::SetEnrolment(enrolment) => of_family(EditKind::SetEnrolment, &enrolment.code),
            Self::SetIntakeStatus { codes, .. } => EditName {
                family: codes.first().filter(|_| codes.len() == 1).cloned(),
                count: codes.len(),
                ..name(EditKind::SetIntakeStatus)
            },
            Self::TakeOver { families, .. } => EditName {
                count: families.len(),
                ..name(EditKind::TakeOver)
            },
            Self::SetRecruitment(recruitment) => {
                of_record(EditKind::SetRecruitment, &recruitment.location)
            }
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
            Self::SetMembers { group, members } => EditName {
                count: members.len(),
                ..of_group(EditKind::SetMembers, group)
            },
            Self::TakeOut(code) => of_family(EditKind::TakeOut, code),
            Self::Dissolve(group) => of_group(EditKind::Dissolve, group),
            Self::Merge { from, into } => EditName {
                record: Some(from.to_string()),
                ..of_group(EditKind::Merge, into)
            },
            Self::Split { group, families } => EditName {
                count: families.len(),
                ..of_group(EditKind::Split, group)
            },
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
            Self::StopGroup { group, .. } => of_group(EditKind::StopGroup, group),
            Self::ResumeGroup(group) => of_group(EditKind::ResumeGroup, group),
            Self::SetSchemes { group, .. } => of_group(EditKind::SetSchemes, group),
            Self::SetTemplate { template, .. } => name(if template.is_some() {
                EditKind::SetTemplate
            } else {
                EditKind::ResetTemplate
            }),
            Self::Configure(_) => name(EditKind::Configure),
            Self::SetLocation(_) => name(EditKind::SetLocation),
            Self::SetRoom(room) => of_record(EditKind::SetRoom, &room.label),
            Self::RemoveRoom(room) => of_record(EditKind::RemoveRoom, room),
            Self::SetPerson(person) => of_record(EditKind::SetPerson, &person.alias),
            Self::RemovePerson(person) => of_record(EditKind::RemovePerson, person),
            Self::SetLine(line) => of_record(EditKind::SetLine, &line.id),
            Self::RemoveLine(line) => of_record(EditKind::RemoveLine, line),
            Self::AssignLine { group, line } => EditName {
                record: line.as_ref().map(ToString::to_string),
                ..of_group(EditKind::AssignLine, group)
            },
            Self::ProposeLines => name(EditKind::ProposeLines),
            Self::TakeLines { lines, removed } => EditName {
                count: lines.len() + removed.len(),
                ..name(EditKind::TakeLines)
            },
            Self::Share(groups) => EditName {
                group: groups.first().filter(|_| groups.len() == 1).cloned(),
                count: groups.len(),
                ..name(EditKind::Share)
            },
            Self::Substitute {
                group,
                session,
                substitute,
                ..
            } => EditName {
                record: Some(substitute.to_string()),
                ..of_session(EditKind::Substitute, group, *session)
            },
            Self::Happened(_) => name(EditKind::Happened),
            Self::Replan(changes) => EditName {
                count: changes.len(),
                ..name(EditKind::Replan)
            },
            Self::SetStatus { group, session, .. } => {
                of_session(EditKind::SetStatus, group, *session)
            }
            Self::StartSteps(_) => name(EditKind::StartSteps),
            Self::RemoveSteps => name(EditKind::RemoveSteps),
            Self::Steps(edit) => match &**edit {
                StepEdit::SetStep(step) => of_record(EditKind::ChangeStep, &step.id),
                StepEdit::RemoveStep(step) => of_record(EditKind::RemoveStep, step),
                StepEdit::SetProgress { step, .. } => of_record(EditKind::StepProgress, step),
                StepEdit::SetDuration { step, .. }
                | StepEdit::SetEstimate { step, .. }
                | StepEdit::SetDates { step, .. }
                | StepEdit::AddLink { step, .. }
                | StepEdit::RemoveLink { step, .. } => of_record(EditKind::ChangeStep, step),
                StepEdit::CountFrom { .. } => name(EditKind::DateSteps),
                StepEdit::Replace(_)
                | StepEdit::AddSteps(_)
                | StepEdit::SetStart(_)
                | StepEdit::SetWish(_)
                | StepEdit::SetLimit { .. }
                | StepEdit::SetUncertainty(_)
                | StepEdit::KeepBaseline(_)
                | StepEdit::ForgetBaseline => name(EditKind::ChangeSteps),
            },
            Self::Assurance(edit) => match &**edit {
                AssuranceEdit::BeginMeasurement(_) => name(EditKind::BeginMeasurement),
                AssuranceEdit::RemoveMeasurement(_) => name(EditKind::RemoveMeasurement),
                AssuranceEdit::AddRespondent { .. } | AssuranceEdit::RemoveRespondent { .. } => {
                    name(EditKind::ChangeRespondents)
                }
                AssuranceEdit::SetScore { statement, .. } => {
                    of_record(EditKind::SetScore, statement)
                }
                AssuranceEdit::Answer(_) => name(EditKind::Answer),
                AssuranceEdit::SetLimit { .. } => name(EditKind::SetLimit),
                AssuranceEdit::KeepReadings { .. } => name(EditKind::KeepReadings),
                AssuranceEdit::ForgetReadings(_) => name(EditKind::ForgetReadings),
                AssuranceEdit::Tick { done: true, .. } => name(EditKind::TickItem),
                AssuranceEdit::Tick { done: false, .. } => name(EditKind::UntickItem),
                AssuranceEdit::SetItem { .. }
                | AssuranceEdit::AddItem { .. }
                | AssuranceEdit::RemoveItem { .. } => name(EditKind::ChangeItem),
                AssuranceEdit::ResetList(_) => name(EditKind::ResetList),
            },
        }
    }
}
