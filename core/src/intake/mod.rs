//! From a pasted or saved table to enrolments: reads cells, guesses the columns, keeps the good lines and
//! names every line that cannot be read. Columns that are not mapped are never kept.

mod cells;
mod columns;
mod enrolments;
mod table;

pub use cells::{
    CellFault, language_names, read_date, read_half_days, read_language, read_route, read_status,
};
pub use columns::{Column, guess_columns};
pub use enrolments::{Intake, LineFault, read_enrolments};
pub use table::{Row, Table};
