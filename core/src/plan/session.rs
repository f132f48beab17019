//! A bijeenkomst of a group: its day, where it stands, and what of that was told.

use super::ids::{LineId, PersonId, RoomId};
use super::model::is_false;
use crate::calendar::{ClockTime, Date};
use crate::care::SessionNumber;
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// Where a bijeenkomst stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// A proposal (concept).
    #[default]
    Draft,
    /// The date was told to the parents (gedeeld).
    Shared,
    /// It took place (geweest).
    Held,
    /// It does not take place (vervallen).
    Cancelled,
}

/// A bijeenkomst of a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Session {
    /// Its number in the template.
    pub number: SessionNumber,
    /// Its day; null when it could not be planned.
    #[cfg_attr(feature = "schema", schemars(extend("default" = null)))]
    pub date: Option<Date>,
    /// Whether the day stays as it is when the planner makes a new proposal (vastgezet).
    #[serde(default, skip_serializing_if = "is_false")]
    pub pinned: bool,
    /// Where it stands.
    #[serde(default)]
    pub status: Status,
    /// The line on which it is held this once, in place of that of the group. Since 1.1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<LineId>,
    /// The room in which it is held this once, in place of that of its line. Since 1.1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room: Option<RoomId>,
    /// Who leads it this once, in place of the pair of its line; empty when the pair does. A person of the
    /// pair who is missing here has a substitute (vervanger): the one here who is not of the pair.
    /// Since 1.1.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub facilitators: BTreeSet<PersonId>,
    /// Who comes as the jeugdarts; absent where nobody was named. It stays when the day changes. Since 1.2.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub physician: Option<PersonId>,
    /// The day on which the parents still expect it, while nobody told them what changed since: its day, its time, or
    /// that it lapses. Absent where they know how it stands, and where they were never told of it. Since 1.2.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told: Option<Date>,
    /// When it would start on that day, as far as they know; absent where that was never said. Since 1.2.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told_start: Option<ClockTime>,
    /// Who of the team has not been told yet what changed for them, with the day on which they still expect it; null for
    /// who expects it on none. Since 1.2; a list of people without days is read as well.
    #[serde(
        default,
        deserialize_with = "read_untold",
        skip_serializing_if = "BTreeMap::is_empty"
    )]
    pub untold: BTreeMap<PersonId, Option<Date>>,
    /// Fields of a newer minor version, kept as they were read.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Reads who has not been told, with the days they know or without.
fn read_untold<'de, D: Deserializer<'de>>(
    from: D,
) -> Result<BTreeMap<PersonId, Option<Date>>, D::Error> {
    struct Untold;
    impl<'de> Visitor<'de> for Untold {
        type Value = BTreeMap<PersonId, Option<Date>>;

        fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
            out.write_str("people with the day that they know")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut found = BTreeMap::new();
            while let Some((person, day)) = map.next_entry()? {
                found.insert(person, day);
            }
            Ok(found)
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
            let mut found = BTreeMap::new();
            while let Some(person) = list.next_element()? {
                found.insert(person, None);
            }
            Ok(found)
        }
    }
    from.deserialize_any(Untold)
}

/// Where a bijeenkomst stands on a day, for who shows it: its [`Status`], what parents were told, and whether it is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It has no day and takes place (nog geen datum).
    Undated,
    /// A proposal to come that the parents do not know (concept).
    Draft,
    /// To come, and the parents know it (gedeeld).
    Shared,
    /// To come, and it changed after the parents were told (gewijzigd, nog niet verteld).
    Changed,
    /// Its day is over and nobody said that it took place: it was a proposal that the parents did not know.
    Unconfirmed,
    /// It took place (geweest): somebody said so, or the parents knew the day and it is over.
    Held,
    /// It lapses, and the parents know that or never counted on it (vervallen).
    Cancelled,
    /// It lapses, and the parents still expect it (vervallen, nog niet verteld).
    CancelledUntold,
}

impl Session {
    /// A proposal for this bijeenkomst on this day, or without a day.
    pub fn draft(number: SessionNumber, date: Option<Date>) -> Self {
        Self {
            number,
            date,
            pinned: false,
            status: Status::Draft,
            line: None,
            room: None,
            facilitators: BTreeSet::new(),
            physician: None,
            told: None,
            told_start: None,
            untold: BTreeMap::new(),
            extra: Map::new(),
        }
    }

    /// Lets it have taken place on this day: whoever was there knows that.
    pub fn hold(&mut self, date: Date) {
        self.date = Some(date);
        self.status = Status::Held;
        self.told = None;
        self.untold.clear();
    }

    /// Whether its day is settled: pinned, told to the parents, over, or cancelled. Planning keeps it.
    /// Without a day of [today](crate#today) none is over.
    pub fn is_settled(&self, today: Option<Date>) -> bool {
        self.pinned || self.status != Status::Draft || self.is_past(today)
    }

    /// Whether its day is before [today](crate#today), whatever happened then.
    pub fn is_past(&self, today: Option<Date>) -> bool {
        matches!((self.date, today), (Some(date), Some(today)) if date < today)
    }

    /// Whether it took place, or its day is before [today](crate#today), whatever happened then: what stays with a group.
    pub fn is_over(&self, today: Option<Date>) -> bool {
        self.status == Status::Held || self.is_past(today)
    }

    /// Whether its day is [today](crate#today) or before it, and it [took or takes place](Self::is_agreed) on it.
    pub fn has_begun(&self, today: Option<Date>) -> bool {
        let has_come = matches!((self.date, today), (Some(date), Some(today)) if date <= today);
        has_come && self.is_agreed()
    }

    /// Whether it [took place](Standing::Held): somebody said so, or its day, which the parents knew, is before
    /// [today](crate#today).
    pub fn was_held(&self, today: Option<Date>) -> bool {
        self.standing(today) == Standing::Held
    }

    /// Whether it takes place, and its day is today, later, or not known: what is still judged, booked and planned.
    /// Without a day of [today](crate#today) every day is to come.
    pub fn is_to_come(&self, today: Option<Date>) -> bool {
        matches!(self.status, Status::Draft | Status::Shared) && !self.is_past(today)
    }

    /// The day on which the parents count: what they were told last, whatever changed since. `None` where they count on
    /// none.
    pub fn promised(&self) -> Option<Date> {
        let is_shared = self.status == Status::Shared;
        self.told.or(self.date.filter(|_| is_shared))
    }

    /// Whether it was said to take place, or counts as such: the parents know its day, and it was not cancelled. A
    /// proposal does not, even after its day.
    pub fn is_agreed(&self) -> bool {
        matches!(self.status, Status::Shared | Status::Held)
    }

    /// Says that the parents know how it stands.
    pub fn tell(&mut self) {
        self.told = None;
        self.told_start = None;
    }

    /// Where it stands on the day of [today](crate#today).
    pub fn standing(&self, today: Option<Date>) -> Standing {
        match self.status {
            Status::Held => Standing::Held,
            Status::Cancelled if self.told.is_some() => Standing::CancelledUntold,
            Status::Cancelled => Standing::Cancelled,
            Status::Draft | Status::Shared if self.date.is_none() => Standing::Undated,
            Status::Draft if self.is_past(today) => Standing::Unconfirmed,
            Status::Draft => Standing::Draft,
            Status::Shared if self.is_past(today) => Standing::Held,
            Status::Shared if self.told.is_some() => Standing::Changed,
            Status::Shared => Standing::Shared,
        }
    }
}
