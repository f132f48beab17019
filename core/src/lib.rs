//! Planning of CenteringOuderschap: from a list of births to groups of families with dated bijeenkomsten.
//!
//! Everything here is pure: no input or output, no clock, no randomness, no words for people. The same plan,
//! edit and day give the same result everywhere, natively and in the browser.
//!
//! ```
//! use centering_core::calendar::Date;
//! use centering_core::intake::{Reading, Table, read_enrolments};
//! use centering_core::plan::{Edit, Plan};
//! use centering_core::problem::check;
//!
//! let list = "Code;Geboortedatum;Locatie\n\
//!     N1;4-1-2027;Noord\nN2;6-1-2027;Noord\nN3;9-1-2027;Noord\n\
//!     N4;12-1-2027;Noord\nN5;20-1-2027;Noord\nN6;24-1-2027;Noord\n";
//! let today = Date::new(2027, 1, 25);
//! let mut plan = Plan::empty();
//! let table = Table::read(list);
//! let reading = Reading::guess(&table, &plan);
//! let intake = read_enrolments(&table, &reading, &plan, today);
//!
//! let import = intake.edit().expect("the headings leave nothing to ask");
//! for edit in [import, Edit::Propose] {
//!     let changes = edit.changes(&plan, today).expect("the list has families of one location");
//!     plan.apply_all(changes);
//! }
//!
//! let group = plan.groups.values().next().expect("six families make a group");
//! assert_eq!(group.id.as_str(), "NOO-2027-01-1");
//! assert!(group.sessions.values().all(|session| session.date.is_some()));
//! for problem in check(&plan, today) {
//!     println!("{} {:?}", problem.code, problem.place);
//! }
//! ```
//!
//! Where to look: [`calendar`] for days, [`care`] for what must happen when, [`intake`] for lists,
//! [`cohort`] for groups, [`schedule`] for dates, [`layers`] for what lies over them, [`plan`] for the document
//! and its edits, [`problem`] for what is wrong, [`steps`] and [`assurance`] for introducing group care and keeping it, [`insight`] for what
//! the plan itself says about both.

pub mod assurance;
pub mod calendar;
pub mod care;
pub mod cohort;
pub mod engine;
pub mod insight;
pub mod intake;
pub mod layers;
pub mod plan;
pub mod problem;
pub mod schedule;
pub mod steps;
mod text;
