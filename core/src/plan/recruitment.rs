//! What comes in (instroom): where an enrolment stands, along which route it came, and per location the births
//! that are expected and the families that were approached (werving).

use super::ids::LocationId;
use crate::calendar::Month;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Where an enrolment stands. That a family is placed (geplaatst) is not stored: it follows from its group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum IntakeStatus {
    /// The family was asked and has not answered yet (uitgenodigd). No group is planned for it.
    Invited,
    /// The family wants to take part (aangemeld).
    #[default]
    Registered,
    /// The family wants to take part and was told that it has to wait (op wachtlijst). Planned like any other.
    Waitlisted,
    /// The family does not take part any more (gestopt). No group is planned for it.
    Stopped,
}

impl IntakeStatus {
    /// Every status, in the order in which a family goes through them.
    pub const ALL: [Self; 4] = [
        Self::Invited,
        Self::Registered,
        Self::Waitlisted,
        Self::Stopped,
    ];

    /// Whether the planner looks for a group for a family with this status.
    pub fn wants_group(self) -> bool {
        matches!(self, Self::Registered | Self::Waitlisted)
    }

    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde hands fields over by reference"
    )]
    pub(super) fn is_usual(&self) -> bool {
        *self == Self::default()
    }
}

/// Along which way a family came to the group. Source: `docs/domain.md#1.5`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Route {
    /// Asked at the home visit, about two weeks after the birth (huisbezoek).
    HomeVisit,
    /// Came along from a CenteringZwangerschap group (doorgaande lijn).
    CenteringPregnancy,
    /// Told of it by a midwife (verloskundige).
    Midwife,
    /// Signed up by a link (aanmeldlink).
    SignUpLink,
}

impl Route {
    /// Every route.
    pub const ALL: [Self; 4] = [
        Self::HomeVisit,
        Self::CenteringPregnancy,
        Self::Midwife,
        Self::SignUpLink,
    ];
}

/// What a location expects and whom it approached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Recruitment {
    /// The location.
    pub location: LocationId,
    /// The births that are expected in the area of the location, by month.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub births: BTreeMap<Month, u16>,
    /// How many of a hundred families are expected to take part, 1 to 100.
    #[serde(default = "usual_participation")]
    pub participation: u8,
    /// How many families were approached, by the month in which their child is born and by route.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(
        feature = "schema",
        schemars(with = "BTreeMap<Month, crate::schema::Named<Route, u16>>")
    )]
    pub approached: BTreeMap<Month, BTreeMap<Route, u16>>,
    /// Fields of a newer minor version, kept as they were read.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

fn usual_participation() -> u8 {
    Recruitment::USUAL_PARTICIPATION
}

impl Recruitment {
    /// The participation until an organisation knows its own: 40 of 100. A proposal of the planner, the lower
    /// one of the examples in `docs/domain.md#6.3`; no Dutch figures were found.
    pub const USUAL_PARTICIPATION: u8 = 40;
    /// The births of a location in a month in the Netherlands on average, rounded down: 164,013 births in 2024
    /// at about 880 locations are 15.5. Source: `docs/domain.md#6.1` (S55, S56).
    pub const AVERAGE_BIRTHS: u16 = 15;

    /// Nothing is known of the location yet.
    pub fn new(location: LocationId) -> Self {
        Self {
            location,
            births: BTreeMap::new(),
            participation: Self::USUAL_PARTICIPATION,
            approached: BTreeMap::new(),
            extra: Map::new(),
        }
    }
}
