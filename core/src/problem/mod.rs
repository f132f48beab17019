//! What is wrong with a plan, as data: a code, how bad it is, where it is, and what can be done.
//! Words are made elsewhere; nothing here changes a plan.

mod check;
mod check_group;
mod check_session;
mod finding;
mod moments;
mod people;
mod preview;
mod problems;
mod team;
mod touched;

pub use crate::schedule::Side;
pub use check::check;
pub use check_group::check_group;
pub use finding::Finding;
pub use people::people_of;
pub(crate) use preview::Preview;
pub use preview::problems_if_held_on;
pub use problems::Problems;
pub use team::TeamFinding;
pub(crate) use team::check_lines;
pub use touched::Touched;

use crate::care::SessionNumber;
use crate::plan::{EnrolmentCode, GroupId, LineId, LocationId};
use serde::{Deserialize, Deserializer, Serialize};

/// How bad a problem is; ordered from the least to the worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Good to know (ter info).
    Info,
    /// Look at it (let op).
    Warning,
    /// Look at it before you go on (let goed op).
    Strong,
    /// This cannot stay so (kan niet).
    Error,
}

/// Where a problem is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// The plan as a whole.
    Plan,
    /// A location.
    Location(LocationId),
    /// A line.
    Line(LineId),
    /// An enrolment.
    Enrolment(EnrolmentCode),
    /// A group.
    Group(GroupId),
    /// A bijeenkomst of a group.
    Session(GroupId, SessionNumber),
}

impl Place {
    /// The group in which the problem is, if any.
    pub fn group(&self) -> Option<&GroupId> {
        match self {
            Self::Group(group) | Self::Session(group, _) => Some(group),
            Self::Plan | Self::Location(_) | Self::Line(_) | Self::Enrolment(_) => None,
        }
    }
}

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Problem {
    /// The rule by its code, such as `VEN-01`, which never changes; what it says stands with the finding.
    #[cfg_attr(feature = "schema", schemars(extend("enum" = crate::schema::codes::<Finding>())))]
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// Where it is.
    pub place: Place,
    /// What it is.
    pub finding: Finding,
}

impl Problem {
    /// A problem at this place; code and severity follow from the finding.
    pub fn new(place: Place, finding: Finding) -> Self {
        let (code, severity) = finding.rule();
        Self {
            code,
            severity,
            place,
            finding,
        }
    }
}

impl<'de> Deserialize<'de> for Problem {
    /// Code and severity follow from the finding, whatever is written of them.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Written {
            place: Place,
            finding: Finding,
        }
        let written = Written::deserialize(deserializer)?;
        Ok(Self::new(written.place, written.finding))
    }
}
