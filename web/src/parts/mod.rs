//! Small building blocks that several screens use.

mod dialog;
mod icon;
mod status;

pub use dialog::Modal;
pub use icon::{Icon, icon, small_icon};
pub use status::{severity_icon, severity_mark};
