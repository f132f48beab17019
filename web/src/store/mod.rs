//! Where the state is kept in the browser, and the example plan, ready made.

#[cfg(test)]
mod example;
#[cfg(test)]
mod example_assurance;
mod ready_example;
mod storage;

pub use ready_example::ready_example;
pub use storage::{Loaded, Preferences, Storage, is_too_large, seen};
