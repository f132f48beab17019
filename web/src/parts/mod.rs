//! Small building blocks that several screens use.

mod dialog;
mod field;
mod figure;
mod half_days;
mod icon;
mod print;
mod problem_card;
mod rows;
mod status;
mod typed;

pub use dialog::{Modal, refusal_note};
pub use field::{TextField, chosen, ticked, use_focus, use_leaving};
pub use figure::Figure;
pub use half_days::HalfDayTicks;
pub use icon::{Icon, icon, small_icon};
pub use print::print_page;
pub use problem_card::{ProblemNotes, Remedies};
pub use rows::{Room, Rows, gap, use_rows, use_rows_under_headings};
pub use status::{severity_icon, severity_mark};
pub use typed::{Typed, pass_all};
