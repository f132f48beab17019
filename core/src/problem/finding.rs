//! What can be wrong, one variant for each rule, with its code and how bad it is; and what a rule about days says when it
//! is broken. A finding more is its variant and its code here, and its words.

use super::{Severity, Side, TeamFinding};
use crate::calendar::{Date, DateRange, HalfDay, SchoolHolidayKind};
use crate::care::{
    IntervalReason, LooseDose, PlannedDose, SessionNumber, SessionWindow, TemplateFault,
    UnknownDose,
};
use crate::cohort::Unplaced;
use crate::plan::{EnrolmentCode, GroupId, LocationId};
use crate::schedule::{Against, ClosedBy, Days, Sieve, Violation, Windowed};
use serde::{Deserialize, Serialize};

/// What is wrong, with the facts of the case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Finding {
    /// PLN-01: A bijeenkomst has no day: no day is left after the rules.
    Unscheduled(Sieve),
    /// PLN-02: A bijeenkomst is cancelled: its families need appointments of their own.
    Lapsed {
        /// The last day of its allowed window.
        until: Date,
    },
    /// PLN-03: The day of a bijeenkomst is over, and nobody said whether it took place: its parents did not know the day.
    Unconfirmed,
    /// PLN-04: The time of these bijeenkomsten is over and they have no day: nobody said whether they took place.
    Unsaid(Vec<SessionNumber>),
    /// PLN-05: A bijeenkomst took place on a day before any child of the group was born.
    HeldBeforeBirth {
        /// The birth date of the oldest child.
        born: Date,
    },
    /// DAG-01: A bijeenkomst is on a closed day.
    Closed(ClosedBy),
    /// DAG-02: A bijeenkomst is not on the fixed weekday of its group; so many families did not name that half-day.
    OtherWeekday {
        /// The half-day of the bijeenkomst.
        half_day: HalfDay,
        /// Families that did not name it.
        families_cannot: usize,
    },
    /// UIT-01: The first bijeenkomst comes too soon to invite parents in time.
    ShortInvitation {
        /// Days from today.
        #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
        days: i32,
        /// The first day that would be in time.
        first: Date,
    },
    /// VEN-01: A bijeenkomst is outside its preferred window.
    OutsidePreferred {
        /// How many days outside.
        #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
        days: i32,
        /// On which side.
        side: Side,
    },
    /// VEN-02: A bijeenkomst is outside the window that the template allows.
    OutsideAllowed {
        /// How many days outside.
        #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
        days: i32,
        /// On which side.
        side: Side,
    },
    /// VAC-01: A vaccination would be given before the youngest child has the minimum age.
    BeforeDose {
        /// The vaccination.
        dose: PlannedDose,
        /// The first day on which it counts.
        first: Date,
    },
    /// VAC-02: A vaccination would be given after the oldest child has the maximum age.
    AfterDose {
        /// The vaccination.
        dose: PlannedDose,
        /// The last day on which it may be given.
        last: Date,
    },
    /// VAC-03: A vaccination would be given later than the programme advises for the oldest child.
    LateDose {
        /// The vaccination.
        dose: PlannedDose,
        /// The last day that is advised.
        last: Date,
    },
    /// INT-01: Too little time after an earlier bijeenkomst.
    TooSoon {
        /// The earlier bijeenkomst.
        after: SessionNumber,
        /// The first day that would do.
        first: Date,
        /// The rule.
        reason: IntervalReason,
    },
    /// INT-02: A bijeenkomst is not later than the one before it.
    OutOfOrder {
        /// The bijeenkomst that comes earlier in the template.
        after: SessionNumber,
    },
    /// VAK-01: A bijeenkomst is in a school holiday.
    SchoolHoliday(SchoolHolidayKind),
    /// VAK-02: All days of the preferred window on the weekday of the group are in one school holiday.
    WindowInSchoolHoliday(SchoolHolidayKind),
    /// VAK-03: The school holidays after this day are not known yet.
    SchoolHolidaysUnknown {
        /// The last day for which they are known.
        after: Date,
    },
    /// BOT-01: Another group of the location meets at the same time, and not both are on a line.
    SameTime {
        /// The other group.
        other: GroupId,
    },
    /// RSV-01: Children of the group get their RSV immunisation in this season, near this bijeenkomst.
    Rsv {
        /// September and October.
        season: DateRange,
        /// How many children, where the birth dates are known.
        children: usize,
        /// Of how many.
        of: usize,
    },
    /// SPR-01 and SPR-02: The birth dates lie further apart than advised: from 22 days a warning, from 28 a strong one.
    WideSpread {
        /// Youngest minus oldest, in days.
        #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
        days: i32,
    },
    /// GRO-01: Fewer families than the smallest group.
    TooFewFamilies {
        /// The families of the group.
        families: usize,
        /// The smallest size that is set.
        min: u8,
    },
    /// GRO-02: More families than the largest group.
    TooManyFamilies {
        /// The families of the group.
        families: usize,
        /// The largest size that is set.
        max: u8,
    },
    /// VOO-01: The group holds due dates that have not been replaced by birth dates.
    Provisional(Vec<EnrolmentCode>),
    /// DGD-01: Some families did not name the half-day of the group.
    HalfDay {
        /// The half-day.
        half_day: HalfDay,
        /// The families that cannot.
        families: Vec<EnrolmentCode>,
    },
    /// DOC-01: The group names families that the plan does not have.
    UnknownMembers(Vec<EnrolmentCode>),
    /// DOC-02: The location of a group or enrolment is not in the plan.
    UnknownLocation(LocationId),
    /// DOC-03: A family stands in more than one group.
    InTwoGroups(Vec<GroupId>),
    /// GEZ-01: A family has no group.
    NotPlaced(Unplaced),
    /// SJA-01: The template of the organisation cannot be used.
    Template(TemplateFault),
    /// SJA-02: A bijeenkomst of the template has vaccinations that the programme does not have: no limit holds for
    /// them.
    UnknownDoses {
        /// The bijeenkomst of the template.
        session: SessionNumber,
        /// Those vaccinations.
        doses: Vec<UnknownDose>,
    },
    /// SJA-03: No earlier bijeenkomst of the template gives the vaccination that others must come a time after.
    LooseDoses {
        /// The bijeenkomst of the template with the later ones.
        session: SessionNumber,
        /// Those vaccinations.
        doses: Vec<LooseDose>,
    },
    /// DOC-05: The plan has fields that the planner does not know, although no newer planner wrote it.
    UnknownFields(Vec<String>),
    /// Something is wrong with lines, rooms or people: LIJ, RUI, TEA, ART and DOC-04.
    Team(TeamFinding),
}

impl Finding {
    /// The spread from which the warning is a strong one: no day of the narrowest preferred window is left.
    /// Source: `docs/domain.md#2.1`.
    pub const STRONG_SPREAD: i32 = 28;

    /// The spread from which the planner warns. Source: `docs/domain.md#2.1`.
    pub const WIDE_SPREAD: i32 = 22;

    /// The code of the rule and how bad breaking it is.
    pub fn rule(&self) -> (&'static str, Severity) {
        use Severity::{Error, Info, Strong, Warning};
        match self {
            Self::Unscheduled(_) => ("PLN-01", Error),
            Self::Lapsed { .. } => ("PLN-02", Warning),
            Self::Unconfirmed => ("PLN-03", Warning),
            Self::Unsaid(_) => ("PLN-04", Info),
            Self::HeldBeforeBirth { .. } => ("PLN-05", Warning),
            Self::Closed(_) => ("DAG-01", Error),
            Self::OtherWeekday { .. } => ("DAG-02", Info),
            Self::ShortInvitation { .. } => ("UIT-01", Warning),
            Self::OutsidePreferred { .. } => ("VEN-01", Warning),
            Self::OutsideAllowed { .. } => ("VEN-02", Error),
            Self::BeforeDose { .. } => ("VAC-01", Error),
            Self::AfterDose { .. } => ("VAC-02", Error),
            Self::LateDose { .. } => ("VAC-03", Warning),
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

    /// What a check says of what speaks against the day of a bijeenkomst. Broken intervals are named at the later of the two bijeenkomsten.
    pub(super) fn of_day(
        windowed: &Windowed<'_>,
        window: &SessionWindow,
        against: Against<'_>,
    ) -> Option<Self> {
        Some(match against {
            Against::Closed(by) => Self::Closed(by),
            Against::Outside { days, side } => Self::OutsideAllowed { days, side },
            Against::ShortInvitation { days, first } => Self::ShortInvitation { days, first },
            Against::OutsidePreferred { days, side } => Self::OutsidePreferred { days, side },
            Against::BeforeDose { dose, first } => Self::BeforeDose {
                dose: dose.clone(),
                first,
            },
            Against::AfterDose { dose, last } => Self::AfterDose {
                dose: dose.clone(),
                last,
            },
            Against::LateDose { dose, last } => Self::LateDose {
                dose: dose.clone(),
                last,
            },
            Against::Interval(violation) if violation.other > window.number => return None,
            Against::Interval(Violation {
                other,
                limit,
                reason,
            }) => match reason {
                None => Self::OutOfOrder { after: other },
                Some(reason) => Self::TooSoon {
                    after: other,
                    first: limit,
                    reason,
                },
            },
            Against::OtherWeekday {
                half_day,
                families_cannot,
            } => Self::OtherWeekday {
                half_day,
                families_cannot,
            },
            Against::SchoolHoliday(kind) => school_finding(windowed, window, kind),
            Against::SchoolHolidaysUnknown { after } => Self::SchoolHolidaysUnknown { after },
            // Of who and where it is held by `team` speaks.
            Against::Past
            | Against::Taken
            | Against::RoomClosed(_)
            | Against::RoomNotOurs(..)
            | Against::Absent(_)
            | Against::NoPhysician => return None,
        })
    }
}

/// In a school holiday, or with no other day to choose.
fn school_finding(
    windowed: &Windowed<'_>,
    window: &SessionWindow,
    kind: SchoolHolidayKind,
) -> Finding {
    let Windowed { plan, group, .. } = windowed;
    let days = Days::of(plan, &group.location);
    let preferred = group.half_day.map_or_else(Vec::new, |choice| {
        let workday = choice.half_day().workday;
        window
            .preferred
            .and(window.allowed)
            .on_weekday(workday)
            .collect()
    });
    let is_of_kind = |day: &Date| days.school_holiday(*day) == Some(kind);
    if !preferred.is_empty() && preferred.iter().all(is_of_kind) {
        Finding::WindowInSchoolHoliday(kind)
    } else {
        Finding::SchoolHoliday(kind)
    }
}
