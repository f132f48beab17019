//! Why an edit cannot be made. One more is its line here, and its words.

use super::AssuranceRefusal;
use crate::calendar::Date;
use crate::care::{SessionNumber, TemplateRefusal};
use crate::plan::{
    EnrolmentCode, EnrolmentFault, GroupId, LineFault, LineId, LocationFault, PersonFault,
    PersonId, RecruitmentFault, RoomFault, RoomId, SettingsFault,
};
use crate::steps::StepRefusal;
use crate::text::faults;
use serde::{Deserialize, Serialize};

faults! {
    /// Why an edit cannot be made. The plan stays as it is.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum Refusal {
        /// The plan has no such group.
        UnknownGroup(group: GroupId) => "the plan has no group {group}";
        /// The plan has no such enrolment.
        UnknownFamily(code: EnrolmentCode) => "the plan has no enrolment {code}";
        /// The plan has no such bijeenkomst.
        UnknownSession(group: GroupId, session: SessionNumber) => "group {group} has no bijeenkomst {session}";
        /// The families of a new group are not of one location and language, or there are none.
        NotOnePool => "there are no families, or they are not of one location (or of locations that share families) \
            and one language";
        /// The family is already in this group.
        AlreadyThere(code: EnrolmentCode) => "family {code} is in this group already";
        /// The family is in no group, or not in the one that is split.
        NotPlaced(code: EnrolmentCode) => "family {code} is not in the group";
        /// The bijeenkomst took place: its day stays.
        Over(group: GroupId, session: SessionNumber) => "{session} of group {group} took place; its day stays";
        /// The day is before today.
        Past(day: Date) => "{day} lies before today";
        /// The plan has no such room.
        UnknownRoom(room: RoomId) => "the plan has no room {room}";
        /// The plan has no such person.
        UnknownPerson(person: PersonId) => "the plan has no person {person}";
        /// The plan has no such line.
        UnknownLine(line: LineId) => "the plan has no line {line}";
        /// The room or line is of another location.
        OtherLocation => "the room or the line is of another location";
        /// The bijeenkomst has no day, so it was neither told nor held.
        NoDay(group: GroupId, session: SessionNumber)
            => "{session} of group {group} has no day, so it was neither told nor held";
        /// The bijeenkomst is still to come, so it was not held.
        ToCome(group: GroupId, session: SessionNumber)
            => "{session} of group {group} is still to come, so it was not held";
        /// The plan has no step plan.
        NoSteps => "the plan has no step plan";
        /// The step plan cannot be changed so.
        Steps(refusal: StepRefusal) => "{refusal}";
        /// What is kept about borging cannot be changed so.
        Assurance(refusal: AssuranceRefusal) => "{refusal}";
        /// The group has settled dates on another day of the week than the line.
        OtherDay(group: GroupId) => "group {group} has settled days on another day of the week than the line";
        /// What a location expects and whom it approached cannot be so.
        Recruitment(fault: RecruitmentFault) => "{fault}";
        /// More children are counted for the vaccination schemes than the group has.
        Schemes => "more children are counted for the vaccination schemes than the group has";
        /// The bijeenkomst that would go from the template has a settled day in this group.
        SessionInUse(group: GroupId, session: SessionNumber)
            => "{session} would go from the template and has a settled day in group {group}";
        /// The template cannot be so.
        Template(refusal: TemplateRefusal) => "{refusal}";
        /// The settings cannot be so.
        Settings(fault: SettingsFault) => "{fault}";
        /// The enrolment with this code cannot be so.
        Enrolment(code: EnrolmentCode, fault: EnrolmentFault) => "{code}: {fault}";
        /// The location cannot be so.
        Location(fault: LocationFault) => "{fault}";
        /// The room cannot be so.
        Room(fault: RoomFault) => "{fault}";
        /// Somebody of the team cannot be so.
        Person(fault: PersonFault) => "{fault}";
        /// The line cannot be so.
        Line(fault: LineFault) => "{fault}";
        /// Nothing would change.
        NoChange => "nothing would change";
    }
}

impl Refusal {
    /// Whether the edit is refused only because there is nothing to do.
    pub fn is_idle(&self) -> bool {
        matches!(self, Self::NoChange | Self::Steps(StepRefusal::NoChange))
    }
}
