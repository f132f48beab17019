//! Small building blocks that several screens use.

mod choosing;
mod copy;
mod dialog;
mod drag;
mod empty;
mod field;
mod figure;
mod focus;
pub mod form;
mod half_days;
mod icon;
mod locations;
mod print;
mod problem_card;
mod rows;
mod scroll;
mod status;
pub mod table;
mod typed;

pub use choosing::ChoiceKeeper;
pub use copy::CopyButton;
pub use dialog::{Modal, refusal_note};
pub use drag::{EdgeScroll, is_outside};
pub use empty::{empty_screen, no_families};
pub use field::{sets, setter, ticked, use_leaving};
pub use figure::Figure;
pub use focus::FocusKeeper;
pub use form::TextField;
pub use half_days::HalfDayTicks;
pub use icon::{Icon, icon, small_icon};
pub use locations::LocationFilter;
pub use print::print_page;
pub use problem_card::{ProblemNotes, Remedies};
pub use rows::{Room, Rows, gap, use_rows, use_rows_under_headings};
pub use status::{severity_icon, severity_mark};
pub use typed::{Typed, pass_all};
