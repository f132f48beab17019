//! The names that most programs need, to be imported together. `Role` is that of a person in a team; the roles of the step
//! plan are [`steps::Role`](crate::steps::Role).

pub use crate::ParseError;
pub use crate::calendar::{
    AgeOffset, Date, DateRange, HalfDay, HalfDaySet, Month, MonthEnd, Part, Region, Workday,
};
pub use crate::care::{
    BirthWindow, Programme, Scheme, SessionNumber, SessionTemplate, SessionWindow, windows,
};
pub use crate::edit::{Done, Edit, History, Refusal};
pub use crate::intake::{Intake, LineFault, Reading, Table, read_enrolments};
pub use crate::layers::{Entry, Scope, agenda};
pub use crate::plan::{
    Absence, AbsenceKind, Change, Closure, DateChange, Enrolment, EnrolmentCode, Group, GroupId,
    GroupSize, IntakeStatus, Language, Line, LineId, Location, LocationId, Person, PersonId, Plan,
    ReadError, Recruitment, Role, Room, RoomId, Session, Settings, Status,
};
pub use crate::problem::{Place, Problem, Severity, check, problems_if_held_on};
pub use crate::remedy::{Remedy, remedies};
pub use crate::replan::{Event, Kept, Replanning, SessionChange, replan};
pub use crate::steps::{StepEdit, StepId, StepPlan, Timetable, WorkCalendar};
