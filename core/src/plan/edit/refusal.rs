//! Why an edit cannot be made.

use super::AssuranceRefusal;
use crate::calendar::Date;
use crate::care::{Dose, SessionNumber, TemplateFault, UnknownDose};
use crate::plan::{EnrolmentCode, GroupId, LineId, PersonId, RoomId};
use crate::steps::StepRefusal;

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
    /// The notice period is longer than can be set.
    Notice,
    /// Half-days cannot be hard with groups of these sizes.
    HardSizes,
    /// A location is in two sets of locations that share families.
    Pools,
    /// The plan has no such room.
    UnknownRoom(RoomId),
    /// The plan has no such person.
    UnknownPerson(PersonId),
    /// The plan has no such line.
    UnknownLine(LineId),
    /// The room or line is of another location.
    OtherLocation,
    /// Another person has this alias.
    AliasTaken(PersonId),
    /// The working week is larger than can be set.
    WorkingWeek,
    /// An absence ends before it starts.
    Absence,
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
    /// The template has a fault.
    Template(TemplateFault),
    /// The programme does not have these vaccinations of a bijeenkomst of the template, so no limit would hold.
    UnknownDoses(SessionNumber, Vec<UnknownDose>),
    /// A window of the template would allow this dose before or after the limit of the vaccination programme.
    VaccineLimit(SessionNumber, Dose),
    /// The bijeenkomst that would go from the template has a settled day in this group.
    SessionInUse(GroupId, SessionNumber),
    /// Nothing would change.
    NoChange,
}
