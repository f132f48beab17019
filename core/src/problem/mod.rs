//! What is wrong with a plan, as data: a code, how bad it is, where it is, and what can be done.
//! Words are made elsewhere; nothing here changes a plan.

mod check;
mod check_group;
mod check_session;
mod moments;
mod people;
mod preview;
mod problems;
mod remedy;
mod remedy_team;
mod team;
mod touched;

pub use check::check;
pub use check_group::check_group;
pub use people::people_of;
pub use preview::{problems_among, problems_if_held_on};
pub use problems::Problems;
pub use remedy::{Remedy, remedies};
pub use team::TeamFinding;
pub use touched::Touched;

use crate::calendar::{Date, DateRange, HalfDay, SchoolHolidayKind};
use crate::care::{
    IntervalReason, LooseDose, PlannedDose, SessionNumber, TemplateFault, UnknownDose,
};
use crate::cohort::Unplaced;
use crate::plan::{EnrolmentCode, GroupId, LineId, LocationId};
use crate::schedule::{ClosedBy, Sieve};
use serde::Serialize;

/// How bad a problem is; ordered from the least to the worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
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
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
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

/// On which side of a window a day lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// Before it: the youngest child is too young.
    Before,
    /// After it: the oldest child is too old.
    After,
}

/// What is wrong, with the facts of the case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Finding {
    /// A bijeenkomst could not be planned.
    Unscheduled(Sieve),
    /// It is cancelled: its families need appointments of their own.
    Lapsed {
        /// The last day of its allowed window.
        until: Date,
    },
    /// A bijeenkomst is on a closed day.
    Closed(ClosedBy),
    /// A bijeenkomst is not on the fixed weekday of its group; so many families did not name that half-day.
    OtherWeekday {
        /// The half-day of the bijeenkomst.
        half_day: HalfDay,
        /// Families that did not name it.
        families_cannot: usize,
    },
    /// A bijeenkomst is outside its preferred window.
    OutsidePreferred {
        /// How many days outside.
        days: i32,
        /// On which side.
        side: Side,
    },
    /// A bijeenkomst is outside the window that the template allows.
    OutsideAllowed {
        /// How many days outside.
        days: i32,
        /// On which side.
        side: Side,
    },
    /// A vaccination would be given before the youngest child has the minimum age.
    BeforeDose {
        /// The vaccination.
        dose: PlannedDose,
        /// The first day on which it counts.
        first: Date,
    },
    /// A vaccination would be given after the oldest child has the maximum age.
    AfterDose {
        /// The vaccination.
        dose: PlannedDose,
        /// The last day on which it may be given.
        last: Date,
    },
    /// Too little time after an earlier bijeenkomst.
    TooSoon {
        /// The earlier bijeenkomst.
        after: SessionNumber,
        /// The first day that would do.
        first: Date,
        /// The rule.
        reason: IntervalReason,
    },
    /// A bijeenkomst is not after the one before it.
    OutOfOrder {
        /// The bijeenkomst that comes earlier in the template.
        after: SessionNumber,
    },
    /// A bijeenkomst is in a school holiday.
    SchoolHoliday(SchoolHolidayKind),
    /// All days of the preferred window that the group could use are in school holidays.
    WindowInSchoolHoliday(SchoolHolidayKind),
    /// The school holidays after this day are not known yet.
    SchoolHolidaysUnknown {
        /// The last day for which they are known.
        after: Date,
    },
    /// Another group of the location meets at the same time, and not both are on a line.
    SameTime {
        /// The other group.
        other: GroupId,
    },
    /// Children of the group get their RSV immunisation in this season, near this bijeenkomst.
    Rsv {
        /// September and October.
        season: DateRange,
        /// How many children, where the birth dates are known.
        children: usize,
        /// Of how many.
        of: usize,
    },
    /// The birth dates lie further apart than advised: from 22 days a warning, from 28 a strong one.
    WideSpread {
        /// Youngest minus oldest, in days.
        days: i32,
    },
    /// Fewer families than the smallest group.
    TooFewFamilies {
        /// The families of the group.
        families: usize,
        /// The smallest size that is set.
        min: u8,
    },
    /// More families than the largest group.
    TooManyFamilies {
        /// The families of the group.
        families: usize,
        /// The largest size that is set.
        max: u8,
    },
    /// The group holds due dates that have not been replaced by birth dates.
    Provisional(Vec<EnrolmentCode>),
    /// Some families did not name the half-day of the group.
    HalfDay {
        /// The half-day.
        half_day: HalfDay,
        /// The families that cannot.
        families: Vec<EnrolmentCode>,
    },
    /// The group names families that the plan does not have.
    UnknownMembers(Vec<EnrolmentCode>),
    /// The location of a group or enrolment is not in the plan.
    UnknownLocation(LocationId),
    /// A family stands in more than one group.
    InTwoGroups(Vec<GroupId>),
    /// A family has no group.
    NotPlaced(Unplaced),
    /// The template of the organisation cannot be used.
    Template(TemplateFault),
    /// A bijeenkomst of the template has vaccinations that the programme does not have: no limit holds for them.
    UnknownDoses {
        /// The bijeenkomst of the template.
        session: SessionNumber,
        /// Those vaccinations.
        doses: Vec<UnknownDose>,
    },
    /// No earlier bijeenkomst of the template gives the vaccination that others must come a time after.
    LooseDoses {
        /// The bijeenkomst of the template with the later ones.
        session: SessionNumber,
        /// Those vaccinations.
        doses: Vec<LooseDose>,
    },
    /// The plan has fields that the planner does not know, although no newer planner wrote it.
    UnknownFields(Vec<String>),
    /// Something is wrong with lines, rooms or people.
    Team(TeamFinding),
}

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The code under which the rule is documented, such as `VEN-01`.
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

impl Finding {
    /// The spread from which the warning is a strong one: no day of the narrowest preferred window is left.
    /// Source: domain facts, section 2.1.
    const STRONG_SPREAD: i32 = 28;

    /// The code of the rule and how bad breaking it is.
    pub fn rule(&self) -> (&'static str, Severity) {
        use Severity::{Error, Info, Strong, Warning};
        match self {
            Self::Unscheduled(_) => ("PLN-01", Error),
            Self::Lapsed { .. } => ("PLN-02", Warning),
            Self::Closed(_) => ("DAG-01", Error),
            Self::OtherWeekday { .. } => ("DAG-02", Info),
            Self::OutsidePreferred { .. } => ("VEN-01", Warning),
            Self::OutsideAllowed { .. } => ("VEN-02", Error),
            Self::BeforeDose { .. } => ("VAC-01", Error),
            Self::AfterDose { .. } => ("VAC-02", Error),
            Self::TooSoon { .. } => ("INT-01", Error),
            Self::OutOfOrder { .. } => ("INT-02", Error),
            Self::SchoolHoliday(_) => ("VAK-01", Warning),
            Self::WindowInSchoolHoliday(_) => ("VAK-02", Warning),
            Self::SchoolHolidaysUnknown { .. } => ("VAK-03", Info),
            // Possible with two rooms and two pairs, of which a plan without lines does not know. With lines a
            // real clash is an error of its own (LIJ-01, RUI-01, TEA-01).
            Self::SameTime { .. } => ("BOT-01", Warning),
            Self::Rsv { .. } => ("RSV-01", Info),
            Self::WideSpread { days } if *days >= Self::STRONG_SPREAD => ("SPR-02", Strong),
            Self::WideSpread { .. } => ("SPR-01", Warning),
            Self::TooFewFamilies { .. } => ("GRO-01", Warning),
            Self::TooManyFamilies { .. } => ("GRO-02", Warning),
            Self::Provisional(_) => ("VOO-01", Warning),
            Self::HalfDay { .. } => ("DGD-01", Warning),
            Self::UnknownMembers(_) => ("DOC-01", Error),
            Self::UnknownLocation(_) => ("DOC-02", Error),
            Self::InTwoGroups(_) => ("DOC-03", Error),
            Self::NotPlaced(_) => ("GEZ-01", Info),
            Self::Template(_) => ("SJA-01", Error),
            Self::UnknownDoses { .. } => ("SJA-02", Error),
            Self::LooseDoses { .. } => ("SJA-03", Warning),
            Self::UnknownFields(_) => ("DOC-05", Warning),
            Self::Team(finding) => finding.rule(),
        }
    }
}
