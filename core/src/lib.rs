//! Planning of CenteringOuderschap: from a list of births to groups of families with dated bijeenkomsten.
//!
//! Everything here is pure: no input or output, no clock, no randomness, no words for people who plan (faults print in
//! English, for developers). The same plan, edit and day give the same result everywhere, natively and in the browser.
//!
//! ```
//! use centering_core::prelude::*;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let list = "Code;Geboortedatum;Locatie\n\
//!     N1;4-1-2027;Noord\nN2;6-1-2027;Noord\nN3;9-1-2027;Noord\n\
//!     N4;12-1-2027;Noord\nN5;20-1-2027;Noord\nN6;24-1-2027;Noord\n";
//! let today = Some("2027-01-25".parse()?);
//! let mut plan = Plan::empty();
//! let table = Table::read(list);
//! let intake = read_enrolments(&table, &Reading::guess(&table, &plan), &plan, today);
//!
//! let import = intake.edit().ok_or("something about the list must be asked first")?;
//! plan.edit(&import, today)?;
//! let done = plan.edit(&Edit::Propose, today)?;
//! assert_eq!(done.dates.len(), 8);
//!
//! let group = plan.groups.values().next().ok_or("six families make a group")?;
//! assert_eq!(group.id.as_str(), "NOO-2027-01-1");
//! for problem in check(&plan, today) {
//!     println!("{} {:?}", problem.code, problem.place);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! Where to look: the [`recipes`] for tasks from beginning to end, and the [`prelude`] for the names that they need.
//! [`calendar`] for days, [`care`] for what must happen when, [`intake`] for lists, [`cohort`] for groups, [`schedule`]
//! for dates, [`replan`] for what happens after an absence, [`layers`] for what lies over the dates, [`plan`] for the
//! document and [`edit`] for its edits, [`problem`] for what is wrong and [`remedy`] for what helps, [`steps`] and
//! [`assurance`] for introducing group care and keeping it, [`insight`] for what the plan itself says about both.
//!
//! # Today
//!
//! There is no clock, so the day of today is an argument wherever it matters. With `Some` day nothing is planned before
//! it, and bijeenkomsten before it that parents know of took place: their days stay. A day that nobody was told is
//! asked about. **`None` means that no day is known: nothing is over,
//! nothing is too early, and a proposal for children who were born long ago has days in the past.** That is for plans
//! that are compared or tested. The field [`today`](plan::Plan::today) of a document is never read here; who wants it
//! to count hands it in, as `today.or(plan.today)`.
//!
//! # What stays
//!
//! Documents: every plan that was ever written can be read for ever, and fields of newer versions are kept. Names in
//! JSON (edits, refusals, findings and their codes) only grow within a major version. What is found and answered
//! (problems, remedies, refusals, edits, re-plannings) is written and read by serde. The Rust interface is that of a
//! version before 1.0: a minor version may rename or add fields, and `CHANGELOG.md` says what. What is hidden in this
//! documentation may change in any version.
//!
//! Kinds of findings, remedies, edits, refusals and faults are enums that can be matched completely, and they grow. A kind
//! more is a change that breaks such a match, on purpose: whoever puts them into words must learn from the compiler that
//! words are missing. So it comes in a version that may break: a minor one before 1.0, a major one after. Who has
//! nothing to say of each kind writes a last arm, and is never broken. Results that are only read, such as
//! [`problem::Problem`] or [`edit::Done`], are `#[non_exhaustive]` and can get fields in any version. Records of a
//! document are written by others too: make them with `new`, and change what differs.

pub mod assurance;
pub mod calendar;
pub mod care;
pub mod cohort;
pub mod edit;
#[doc(hidden)]
pub mod engine;
pub mod insight;
pub mod intake;
pub mod layers;
pub mod plan;
pub mod prelude;
pub mod problem;
pub mod recipes;
pub mod remedy;
pub mod replan;
pub mod schedule;
#[cfg(feature = "schema")]
pub mod schema;
pub mod steps;
mod text;

/// Unknown fields of a document are kept as its values.
pub use serde_json;
pub use text::ParseError;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}
