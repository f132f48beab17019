//! From a pasted or saved table to enrolments: reads cells, guesses the columns, asks what a list leaves open,
//! keeps the good lines and names every line that cannot be read. Columns that are not mapped are never kept.

mod cells;
mod columns;
mod enrolments;
mod questions;
mod reading;
mod table;

pub use cells::{
    CellFault, DateOrder, language_names, read_date, read_date_in, read_half_days, read_language,
    read_route, read_status,
};
pub use columns::Column;
pub use enrolments::{Intake, LONGEST_LOCATION_NAME, LineCount, LineFault, read_enrolments};
pub use questions::{Candidate, DateExample, Question};
pub use reading::{BirthDates, Reading};
pub use table::{Row, Table};
