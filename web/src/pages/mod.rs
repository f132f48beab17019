//! The screens and the dialogs.

mod dialogs;
mod family;
mod frame;
mod groups;
mod import;
mod problems;
mod roster;
mod settings;
mod start;

pub use dialogs::Dialogs;
pub use frame::{Foot, Head, Messages};
pub use groups::Groups;
pub use import::ListFile;
pub use problems::Problems;
pub use roster::{Roster, SessionView, WindowState};
pub use start::Start;

use crate::store::Ctx;
use yew::prelude::*;

/// What every screen gets.
#[derive(PartialEq, Properties)]
pub struct PageProps {
    pub ctx: Ctx,
}
