//! The project's own commands, in Rust so that they need no shell: `cargo xtask serve`, `build`,
//! `test`, `size` and `bench`. The browser tests use [`serve`] too; nothing of this is part of the planner.
//! Start at [`site`] for how the site is made and at [`check`] for how it is checked.

pub mod bench;
pub mod cache;
pub mod check;
pub mod machine;
pub mod pack;
pub mod project;
pub mod run;
pub mod serve;
pub mod site;
pub mod size;
pub mod split;
pub mod tools;
