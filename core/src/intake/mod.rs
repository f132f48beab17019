//! From a pasted or saved table to enrolments: bytes to text (`decode`), text to rows (`table`), which column holds
//! what (`reading`), what only the user can say (`questions`), and what cells mean (`cells`, `enrolments`). Good lines
//! are kept, and every line that cannot be read is named. The same for a team (`team`) and for groups that run already
//! (`group_columns`, `running`). Columns that are not mapped are never kept.

mod cells;
mod columns;
mod decode;
mod enrolments;
mod group_columns;
mod questions;
mod reading;
mod running;
mod table;
mod team;

pub use cells::{
    CellFault, DateOrder, language_names, read_birth, read_date, read_half_days, read_language,
    read_route, read_status,
};
pub use columns::Column;
pub use decode::decode;
pub use enrolments::{
    Intake, LONGEST_LOCATION_NAME, LineCount, LineFault, Replaced, read_enrolments,
};
pub use group_columns::{GroupColumn, GroupReading};
pub use questions::{Answers, Candidate, DateExample, DateRead, NearPlace, Question};
pub use reading::{BirthDates, Reading};
pub use running::{GroupFault, GroupLineFault, GroupList, read_groups};
pub use table::{Row, Table};
pub use team::{TeamColumn, TeamFault, TeamList, read_team};
