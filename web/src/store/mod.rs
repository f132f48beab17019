//! Everything the screens show, and where it is kept. Changes only through `app::Action`.

mod example;
mod model;
mod storage;

pub use example::example_plan;
pub use model::{
    Ctx, Dialog, Loading, Model, Notice, Page, Replacement, RosterView, SaveState, Selection, Theme,
};
pub use storage::{Loaded, Preferences, SaveFault, Storage, is_other_tab};
