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
mod period;
mod problems;
mod replan;
mod roster;
mod settings;
mod start;
mod steps;
mod stored;
mod team;

pub use assurance::Assurance;
pub use dialogs::Dialogs;
pub use frame::{Foot, Head, Messages};
pub use groups::{Drag, DragBar, GroupInspector, Groups};
pub use import::ListFile;
pub use intake::Intake;
pub use problems::Problems;
pub use replan::Replan;
pub use roster::{Layer, Roster, SessionView, WindowState};
pub use start::Start;
pub use steps::Steps;
pub use stored::stored_notes;
pub use team::Team;

use crate::store::Ctx;
use yew::prelude::*;

/// What every screen gets.
#[derive(PartialEq, Properties)]
pub struct PageProps {
    pub ctx: Ctx,
}
