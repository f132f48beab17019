//! The plan document: what is stored, how it is read and written, and every edit a user can make.
//! Nothing here searches for dates or groups (see `schedule` and `cohort`) or judges them (`problem`).

mod assurance;
mod change;
mod compare;
mod dates;
mod edit;
mod file;
mod history;
mod ids;
mod model;
mod recruitment;
mod settings;
mod team;
mod unknown;

pub use assurance::{Answers, Assurance, AssuranceChange, Evaluation};
pub use change::Change;
pub use compare::{Figures, date_differences};
pub use dates::{DateChange, changed_dates};
pub(crate) use edit::stopped;
pub use edit::{AssuranceEdit, AssuranceRefusal, Edit, EditKind, EditName, Refusal};
pub use file::{ReadError, Version};
pub use history::{History, Step};
pub use ids::{CodeFault, EnrolmentCode, GroupId, Language, LineId, LocationId, PersonId, RoomId};
pub use model::{Enrolment, Group, HalfDayChoice, KnownBirths, Location, Plan, Session, Status};
pub use recruitment::{IntakeStatus, Recruitment, Route};
pub use settings::{Closure, GroupSize, Settings, Treatment};
pub use team::{Absence, AbsenceKind, Line, LineChoice, Person, Role, Room};
pub use unknown::unknown_fields;
