//! The plan document: what is stored, how it is read and written, what its records must satisfy, and the changes of
//! which edits are made. Nothing here searches for dates or groups (see `schedule` and `cohort`) or judges them (`problem`).

mod assurance;
mod change;
mod dates;
mod faults;
mod file;
mod ids;
mod model;
mod records;
mod recruitment;
mod session;
mod settings;
mod team;
mod unknown;

pub use assurance::{Answers, Assurance, AssuranceChange, Evaluation};
pub use change::Change;
pub use dates::{DateChange, changed_dates};
pub use faults::{
    EnrolmentFault, LineFault, LocationFault, PersonFault, RecruitmentFault, RoomFault,
    SettingsFault,
};
pub use file::{ReadError, Version};
pub use ids::{CodeFault, EnrolmentCode, GroupId, Language, LineId, LocationId, PersonId, RoomId};
pub use model::{Enrolment, Group, HalfDayChoice, KnownBirths, Location, Plan};
pub use records::{Record, Records};
pub use recruitment::{IntakeStatus, Recruitment, Route};
pub use session::{Session, Standing, Status};
pub use settings::{Closure, GroupSize, Settings, Treatment};
pub use team::{Absence, AbsenceKind, Line, LineChoice, Person, Role, Room};
pub use unknown::unknown_fields;
