//! Who and where: the people of the team, the rooms, and the weekly lines that join them.
//! A person is an alias and a role; no name, no reason of an absence and no note is ever stored.

use super::ids::{LineId, LocationId, PersonId, RoomId};
use super::model::is_false;
use super::settings::Closure;
use crate::calendar::{Date, DateRange, HalfDay, HalfDaySet};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// A groepsruimte of a location.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Room {
    /// Its id in the plan.
    pub id: RoomId,
    /// Where it is.
    pub location: LocationId,
    /// What the organisation calls it.
    pub label: String,
    /// How many adults fit in, staff included; a group of n families needs 2n + 3.
    pub capacity: u16,
    /// The half-days on which the organisation has the room; an empty set means every one. Since 1.2.
    #[serde(default, skip_serializing_if = "HalfDaySet::is_empty")]
    pub half_days: HalfDaySet,
    /// When the room cannot be used, in order of date.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub closures: Vec<Closure>,
    /// Fields of a newer minor version, kept as they were read.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Room {
    /// A room that is named as its id, there on every half-day, without closures, for a group of eight families.
    pub fn new(id: RoomId, location: LocationId) -> Self {
        Self {
            location,
            label: id.to_string(),
            capacity: u16::try_from(Self::adults(8)).unwrap_or(u16::MAX),
            half_days: HalfDaySet::default(),
            closures: Vec::new(),
            extra: Map::new(),
            id,
        }
    }

    /// The adults of a group of so many families: two a family and three of the staff.
    /// Source: `docs/domain.md#1.3` (calculated; staff 2 to 3, the larger taken).
    pub fn adults(families: usize) -> usize {
        families.saturating_mul(2).saturating_add(3)
    }

    /// Whether the room cannot be used on this day.
    pub fn is_closed(&self, date: Date) -> bool {
        self.closures
            .iter()
            .any(|closure| closure.days.contains(date))
    }

    /// Whether the organisation has the room on this half-day of the week.
    pub fn is_ours(&self, half_day: HalfDay) -> bool {
        self.half_days.allows(half_day)
    }

    /// Whether a group of so many families fits in.
    pub fn fits(&self, families: usize) -> bool {
        Self::adults(families) <= usize::from(self.capacity)
    }
}

/// What a person does in group care. Source of the terms: `docs/domain.md#9`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Leads groups (begeleider).
    #[default]
    Facilitator,
    /// Leads groups as a jeugdverpleegkundige.
    YouthNurse,
    /// Leads groups as a (dokters)assistent.
    Assistant,
    /// Comes to the bijeenkomsten that need one (jeugdarts); leads no group.
    YouthPhysician,
}

impl Role {
    /// Whether the planner puts this role in the pair of a line.
    pub fn leads_groups(self) -> bool {
        self != Self::YouthPhysician
    }
}

/// What kind of absence it is; never its reason.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AbsenceKind {
    /// Known long before (verlof).
    #[default]
    Leave,
    /// A course or another duty (scholing).
    Training,
    /// It came up (uitval).
    Unexpected,
}

/// Days on which a person is away; never the reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Absence {
    /// The days, both ends included.
    #[serde(flatten)]
    pub days: DateRange,
    /// What kind it is.
    #[serde(default)]
    pub kind: AbsenceKind,
    /// Fields of a newer minor version, kept as they were read.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A member of the team: an alias and a role, never a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Person {
    /// The key in the plan; it never changes.
    pub id: PersonId,
    /// What the team calls this person in plans: initials with a digit or another code, never a name.
    pub alias: PersonId,
    /// What the person does.
    #[serde(default)]
    pub role: Role,
    /// Whether the person followed the Centering training.
    #[serde(default, skip_serializing_if = "is_false")]
    pub trained: bool,
    /// The working week in hundredths of a full one; 100 is full time, ten half-days; at most 150 can
    /// be set.
    #[serde(default = "full_time")]
    pub fte: u16,
    /// The half-days on which the person can be planned; an empty set means none.
    #[serde(default, skip_serializing_if = "HalfDaySet::is_empty")]
    pub half_days: HalfDaySet,
    /// Where the person works.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub locations: BTreeSet<LocationId>,
    /// When the person is away, in order of date.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub absences: Vec<Absence>,
    /// Fields of a newer minor version, kept as they were read.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

fn full_time() -> u16 {
    100
}

impl Person {
    /// The smallest part of a working week that can be set, in hundredths.
    pub const SMALLEST_FTE: u16 = 10;
    /// The largest part of a working week, in hundredths.
    pub const LARGEST_FTE: u16 = 150;

    /// A trained begeleider with this alias who works full time at no location yet.
    pub fn new(alias: PersonId) -> Self {
        Self {
            id: alias.clone(),
            alias,
            role: Role::Facilitator,
            trained: true,
            fte: full_time(),
            half_days: HalfDaySet::default(),
            locations: BTreeSet::new(),
            absences: Vec::new(),
            extra: Map::new(),
        }
    }

    /// The half-days that the working week holds: a tenth of a full week each.
    pub fn half_days_a_week(&self) -> usize {
        usize::from(self.fte / 10)
    }

    /// The most half-days a week the person can be planned.
    pub fn most_half_days(&self) -> usize {
        self.half_days_a_week().min(self.half_days.iter().count())
    }

    /// Puts the absences in order of date and makes one of those that overlap or follow each other without a
    /// day between; of two kinds the one that came up counts.
    pub fn merge_absences(&mut self) {
        self.absences
            .sort_by_key(|absence| (absence.days.first, absence.days.last));
        let mut merged: Vec<Absence> = Vec::new();
        for absence in std::mem::take(&mut self.absences) {
            match merged.last_mut() {
                Some(last)
                    if absence.days.first <= last.days.last
                        || (absence.kind == last.kind
                            && absence.days.first == last.days.last.plus_days(1)) =>
                {
                    last.days.last = last.days.last.max(absence.days.last);
                    last.kind = last.kind.max(absence.kind);
                    last.extra.extend(absence.extra);
                }
                _ => merged.push(absence),
            }
        }
        self.absences = merged;
    }

    /// Whether the person is away on this day.
    pub fn is_absent(&self, date: Date) -> bool {
        self.absences
            .iter()
            .any(|absence| absence.days.contains(date))
    }

    /// Whether the person works at the location on this half-day of the week.
    pub fn works(&self, location: &LocationId, half_day: HalfDay) -> bool {
        self.half_days.contains(half_day) && self.locations.contains(location)
    }

    /// Whether the person may lead groups of the location on this half-day: trained and at work there.
    pub fn can_lead(&self, location: &LocationId, half_day: HalfDay) -> bool {
        self.role.leads_groups() && self.trained && self.works(location, half_day)
    }
}

/// A weekly half-day of one fixed pair of begeleiders in one room of a location (vast dagdeel). Groups share
/// lines: one group a date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Line {
    /// Its id in the plan.
    pub id: LineId,
    /// Where it is.
    pub location: LocationId,
    /// The half-day of the week.
    pub half_day: HalfDay,
    /// The room; absent when there is none yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room: Option<RoomId>,
    /// The fixed pair; fewer than two while it is not complete.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub facilitators: BTreeSet<PersonId>,
    /// Whether the line stays as it is when the planner proposes lines: it was made by hand.
    #[serde(default, skip_serializing_if = "is_false")]
    pub pinned: bool,
    /// Fields of a newer minor version, kept as they were read.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The line of a group, and who chose it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum LineChoice {
    /// The planner chose it and may choose another one.
    Planner(LineId),
    /// The user set it; it stays.
    User(LineId),
}

impl LineChoice {
    /// The line itself.
    pub fn line(&self) -> &LineId {
        match self {
            Self::Planner(line) | Self::User(line) => line,
        }
    }
}
