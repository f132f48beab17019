//! Everything the screens show, and where it is kept. Changes only through `app::Action`.

mod copying;
mod desk;
mod drafts;
#[cfg(test)]
mod example;
#[cfg(test)]
mod example_assurance;
mod model;
mod place;
mod ready_example;
mod same;
mod storage;

pub use desk::Desk;
pub use drafts::{Draft, Drafts};
pub use model::{
    Ctx, Dialog, LastChange, Loading, Model, Notice, Other, Page, PlaceFilter, ProblemFilter,
    Replacement, RosterView, SaveState, Selection, Theme, without_proposal,
};
pub use place::{Damaged, Kind, SaveFault};
pub use ready_example::ready_example;
pub use same::Same;
pub use storage::{Loaded, Preferences, Storage, is_too_large};
