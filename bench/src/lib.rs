//! The laboratory: instances of the benchmark, the tasks that are measured on them, and what of the search only
//! they use. The product uses nothing of it.
//!
//! [`instance`] is the file format, [`input`] reads it into what is planned, [`job`] plans it: natively from
//! `src/bin/bench.rs`, in a page from `page`. [`schedule`] states session dates in days and compiles them for the
//! engine of core; [`replay`] tells what planning week by week loses. `examples/measure` is the command that
//! drives all of it, in `bench/README.md` stands what came out.

pub mod input;
pub mod instance;
pub mod job;
#[cfg(target_arch = "wasm32")]
mod page;
pub mod replay;
pub mod schedule;
