//! Whether group care will last (borging): the seven success factors as scored by the organisation, the
//! indicators with their lights and what to do about a red one, and checklists for work that the planner
//! cannot see. Nothing here reads a plan or plans anything; figures come in as plain counts.
//!
//! Start at [`SuccessFactors`] for the statements, [`Measurement`] for scores, [`Indicators::read`] for the
//! lights, [`Checklist`] for lists.

mod checklist;
mod factors;
mod figures;
mod history;
#[cfg(test)]
mod indicator_tests;
mod indicators;
mod rule;
mod scores;
#[cfg(test)]
mod tests;

pub use checklist::{Checklist, ChecklistFault, ChecklistItem};
pub use factors::{Statement, StatementId, SuccessFactor, SuccessFactors};
pub use figures::{Figure, Figures, within_a_year};
pub use history::{History, Snapshot};
pub use indicators::{Basis, Indicator, IndicatorId, Indicators, Light, Reading, Unit};
pub use rule::{Amount, Rule};
pub use scores::{
    FactorChange, FactorResult, Measurement, Respondent, Score, StatementResult, compare,
};
