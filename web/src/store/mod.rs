//! Everything the screens show, and where it is kept. Changes only through `app::Action`.

mod copying;
mod desk;
mod example;
mod example_assurance;
mod model;
mod same;
mod storage;

pub use desk::Desk;
pub use example::example_plan;
pub use model::{
    Ctx, Dialog, LastChange, Loading, Model, Notice, Page, PlaceFilter, ProblemFilter, Replacement,
    RosterView, SaveState, Selection, Theme,
};
pub use same::Same;
pub use storage::{Loaded, Preferences, SaveFault, Storage, is_other_tab, is_too_large};
