//! The step plan (stappenplan) of an organisation that introduces group care: steps with links, dates and
//! progress, their early and late days, the critical path, limits per role, and how sure the dates are.
//! Nothing here knows of groups; a plan document can hold a [`StepPlan`] as one optional field.
//!
//! Start at [`StepPlan`] for what is stored, [`StepPlan::timetable`] for the dates, [`StepEdit`] for what a
//! user can do. Days are counted as working days from the start of the plan; `WorkingDays` turns them into
//! dates.

mod baseline;
mod change;
mod difference;
mod draws;
mod edit;
mod fault;
mod ids;
mod limits;
mod model;
mod network;
mod outlook;
mod passes;
mod prepare;
mod proposal;
mod records;
mod timetable;
mod usage;
mod working_days;

pub use baseline::{Baseline, Shift};
pub use change::StepChange;
pub(crate) use change::set;
pub use difference::{Difference, StepDifference};
pub use edit::{StepEdit, StepRefusal};
pub use fault::StepFault;
pub use ids::{FactorId, Phase, Role, StepId, Wording};
pub use limits::LimitedPlan;
pub use model::{
    Edge, Estimate, Link, LinkKind, Progress, Step, StepPlan, StepState, Uncertainty, Wish,
};
pub use network::{Network, NetworkFault, Tie};
pub use outlook::{Driver, Outlook, Outlooks};
pub use passes::{Hold, Node, Pass};
pub use proposal::{NamedRole, roles};
pub use timetable::{Conflict, SetDate, Span, StepDays, Timetable};
pub use working_days::WorkCalendar;
