//! What an organisation may set: sizes, spread, region, holidays and closures, with the defaults of
//! `docs/domain.md`.

use super::ids::LocationId;
use super::model::is_false;
use crate::calendar::{DateRange, HolidayRules, MonthEnd, Region, SchoolHolidayKind};
use crate::steps::WorkCalendar;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// How many families a group has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GroupSize {
    /// The fewest families of a group that the planner forms.
    pub min: u8,
    /// The number of families the planner aims for.
    pub target: u8,
    /// The most families of a group that the planner forms; at most 30 can be set.
    pub max: u8,
    /// Fields of a newer minor version, kept as they were read.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Default for GroupSize {
    /// 6 to 8 families, aiming for 8. Source: `docs/domain.md#1.1` (S1, S2, S3).
    fn default() -> Self {
        Self {
            min: 6,
            target: 8,
            max: 8,
            extra: Map::new(),
        }
    }
}

impl GroupSize {
    /// The most families of a group that can be set.
    pub const MOST: u8 = 30;
}

/// How the planner treats the days of a school holiday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Treatment {
    /// As any other day.
    Allow,
    /// Rather not: costs 1,000.
    Avoid,
    /// Only when there is hardly another day: costs 2,000.
    AvoidStrongly,
    /// Never: no bijeenkomst on these days.
    Forbid,
}

/// Days on which the organisation, or one location, is closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Closure {
    /// The closed days, both ends included.
    #[serde(flatten)]
    pub days: DateRange,
    /// What the days are called, such as "studiedag".
    pub label: String,
    /// Fields of a newer minor version, kept as they were read.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The settings of a plan. Absent fields of a stored plan take the defaults.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Settings {
    /// How many families a group has.
    pub group_size: GroupSize,
    /// The most days between the oldest and the youngest child of a group that the planner forms.
    /// Default 21, at most 60 can be set; above 21 the narrowest preferred window has no day left for every weekday
    /// (`docs/domain.md#2.1`).
    pub max_spread_days: u16,
    /// The region of the school holidays of the locations that name none.
    pub region: Region,
    /// The public holidays that employers treat differently.
    pub holidays: HolidayRules,
    /// How the autumn holiday is treated.
    pub autumn: Treatment,
    /// How the Christmas holiday is treated.
    pub christmas: Treatment,
    /// How the spring holiday is treated.
    pub spring: Treatment,
    /// How the May holiday is treated.
    pub may: Treatment,
    /// How the summer holiday is treated.
    pub summer: Treatment,
    /// The organisation's own closed days, in order of date.
    pub closures: Vec<Closure>,
    /// Days of notice that parents get: within them a date that they know changes only when the bijeenkomst
    /// itself lost its begeleider, jeugdarts, room or day. Default 14, at most 90 can be set. Since 1.1.
    #[serde(skip_serializing_if = "is_usual_notice")]
    pub notice_days: u16,
    /// Days between the day on which a group is planned and its first bijeenkomst, so that parents can be invited
    /// in time: an earlier day is chosen only when no other is left. Default 21, at most 90 can be set. Since 1.2.
    #[serde(skip_serializing_if = "is_usual_invitation")]
    pub invitation_days: u16,
    /// Whether every family of a group that the planner forms can come on its half-day. Otherwise half-days are
    /// wishes: the planner takes one that most families can. Default false, for hard half-days leave many
    /// families without a group (`docs/domain.md#10.1`). Needs groups of 2 to 15 families. Since 1.1.
    #[serde(skip_serializing_if = "is_false")]
    pub hard_half_days: bool,
    /// Locations that share families: those of each set form groups together. A location is in one set at most.
    /// Since 1.1.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub shared_pools: Vec<BTreeSet<LocationId>>,
    /// When a child reaches a least age in months on a day that does not exist. Default the last day of that month; the
    /// other only tightens windows, by a day. Since 1.2.
    #[serde(skip_serializing_if = "is_last_day")]
    pub month_end: MonthEnd,
    /// Fields of a newer minor version, kept as they were read.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands fields over by reference"
)]
fn is_last_day(month_end: &MonthEnd) -> bool {
    *month_end == MonthEnd::LastDay
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands fields over by reference"
)]
fn is_usual_notice(days: &u16) -> bool {
    *days == Settings::USUAL_NOTICE
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands fields over by reference"
)]
fn is_usual_invitation(days: &u16) -> bool {
    *days == Settings::USUAL_INVITATION
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            group_size: GroupSize::default(),
            max_spread_days: 21,
            region: Region::Middle,
            holidays: HolidayRules::default(),
            autumn: Treatment::Avoid,
            christmas: Treatment::AvoidStrongly,
            spring: Treatment::Avoid,
            may: Treatment::Avoid,
            summer: Treatment::AvoidStrongly,
            closures: Vec::new(),
            notice_days: Self::USUAL_NOTICE,
            invitation_days: Self::USUAL_INVITATION,
            hard_half_days: false,
            shared_pools: Vec::new(),
            month_end: MonthEnd::LastDay,
            extra: Map::new(),
        }
    }
}

impl Settings {
    /// The days of notice unless the organisation sets others.
    pub const USUAL_NOTICE: u16 = 14;
    /// The most days of notice that can be set.
    pub const LONGEST_NOTICE: u16 = 90;

    /// The days to invite parents in unless the organisation sets others. Source: `docs/domain.md#2.1` (our choice).
    pub const USUAL_INVITATION: u16 = 21;
    /// The most days to invite parents in that can be set.
    pub const LONGEST_INVITATION: u16 = 90;

    /// The largest spread that can be set, in days.
    pub const LARGEST_SPREAD: u16 = 60;

    /// The largest group that can be set while half-days are hard, and the smallest: the search counts
    /// from 2 to 15.
    pub const HARD_SIZES: std::ops::RangeInclusive<u8> = 2..=15;

    /// How the days of this school holiday are treated.
    pub fn treatment(&self, kind: SchoolHolidayKind) -> Treatment {
        match kind {
            SchoolHolidayKind::Autumn => self.autumn,
            SchoolHolidayKind::Christmas => self.christmas,
            SchoolHolidayKind::Spring => self.spring,
            SchoolHolidayKind::May => self.may,
            SchoolHolidayKind::Summer => self.summer,
        }
    }

    /// Sets how the days of this school holiday are treated.
    pub fn set_treatment(&mut self, kind: SchoolHolidayKind, treatment: Treatment) {
        let field = match kind {
            SchoolHolidayKind::Autumn => &mut self.autumn,
            SchoolHolidayKind::Christmas => &mut self.christmas,
            SchoolHolidayKind::Spring => &mut self.spring,
            SchoolHolidayKind::May => &mut self.may,
            SchoolHolidayKind::Summer => &mut self.summer,
        };
        *field = treatment;
    }
}

impl From<&Settings> for WorkCalendar {
    fn from(settings: &Settings) -> Self {
        let closed = settings.closures.iter().map(|own| own.days).collect();
        Self::new(settings.holidays.clone(), closed)
    }
}
