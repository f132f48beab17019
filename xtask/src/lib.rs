//! The project's own commands, in Rust so that they need no shell: `cargo xtask serve`, `build`,
//! `test` and `size`; `bench` is handed on to the package `centering-bench`, which uses this library, as the
//! browser tests do. Nothing of it is part of the planner.
//! Start at [`site`] for how the site is made, at [`dev`] for `serve --dev` and at [`check`] for how it is checked.

pub mod cache;
pub mod check;
pub mod dev;
pub mod lean;
pub mod machine;
pub mod pack;
pub mod project;
pub mod run;
pub mod serve;
pub mod site;
pub mod size;
pub mod split;
pub mod tools;
pub mod traps;
pub mod wasm_opt;
