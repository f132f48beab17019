//! The screens and the dialogs.

mod assurance;
mod dialogs;
mod family;
mod frame;
mod grouping;
mod groups;
mod import;
mod intake;
mod list;
mod problems;
mod replan;
mod roster;
mod settings;
mod start;
mod steps;
mod stored;
mod team;
mod telling;
mod today;

pub use assurance::Assurance;
pub use dialogs::{dialogs, list_dialogs, rare_dialogs};
pub use frame::{Foot, Head, Messages};
pub use groups::{DragBar, GroupInspector, Groups};
pub use intake::Intake;
pub use problems::Problems;
pub use replan::Replan;
pub use roster::Roster;
pub use start::Start;
pub use steps::Steps;
pub use stored::stored_notes;
pub use team::Team;
pub use today::Today;
