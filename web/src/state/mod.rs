//! What every screen is made from: the model that screens show, everything that can happen, and the tables of the
//! parts of the program that come later. It changes only through [`Action`].

mod action;
mod ctx;
mod drafts;
mod drag;
mod exports;
mod facts;
mod model;
mod program;
mod same;
mod screens;

pub use action::Action;
pub use ctx::{Ctx, PageProps, without_proposal};
pub use drafts::{Draft, Drafts};
pub use drag::{Drag, Edge, Held};
pub use exports::Export;
pub use facts::{Layer, MarkLook, SessionView, WindowState};
pub use model::{
    Dialog, ListFile, Loading, Model, Notice, Other, PlaceFilter, ProblemFilter, Replacement,
    RosterView, SaveState, Selection, Theme,
};
pub use program::{
    Cross, Draw, Files, News, Planner, bring_files, bring_planner, bring_screen, draw, edit_name,
    files, notes, notice, planner, stored_notes,
};
pub use same::Same;
pub use screens::{Page, Part, SCREENS};
