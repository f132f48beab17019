//! Small building blocks that several screens use.

mod dialog;
mod field;
mod icon;
mod problem_card;
mod status;

pub use dialog::Modal;
pub use field::{TextField, use_focus};
pub use icon::{Icon, icon, small_icon};
pub use problem_card::{ProblemNotes, Remedies};
pub use status::{severity_icon, severity_mark};
