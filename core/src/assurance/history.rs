//! What the indicators said before: one snapshot a day, so that a trend can be shown.

use super::indicators::{IndicatorId, Light, Reading};
use super::rule::Amount;
use crate::calendar::Date;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// What the indicators said on one day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Snapshot {
    /// The colour and the figure of each indicator that was known.
    #[serde(default)]
    #[cfg_attr(
        feature = "schema",
        schemars(with = "crate::schema::Named<IndicatorId, (Light, Amount)>")
    )]
    pub known: BTreeMap<IndicatorId, (Light, Amount)>,
    /// Fields of a newer minor version, kept as they were read.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The snapshots by day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct History(BTreeMap<Date, Snapshot>);

impl Snapshot {
    /// What these readings say; fields of a newer version stay with the snapshot before.
    pub fn of(readings: &[Reading], before: Option<&Self>) -> Self {
        let known = readings
            .iter()
            .filter_map(|reading| Some((reading.indicator, (reading.light, reading.amount?))))
            .collect();
        let extra = before.map_or_else(Map::new, |before| before.extra.clone());
        Self { known, extra }
    }
}

impl History {
    /// Whether no day was kept.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The number of days that were kept.
    pub fn days(&self) -> usize {
        self.0.len()
    }

    /// What was kept of a day.
    pub fn on(&self, day: Date) -> Option<&Snapshot> {
        self.0.get(&day)
    }

    /// Sets or removes what was kept of a day, and returns what was there.
    pub fn set(&mut self, day: Date, snapshot: Option<Snapshot>) -> Option<Snapshot> {
        match snapshot {
            Some(snapshot) => self.0.insert(day, snapshot),
            None => self.0.remove(&day),
        }
    }

    /// Keeps the readings of a day, in place of earlier ones of the same day.
    pub fn keep(&mut self, on: Date, readings: &[Reading]) {
        let snapshot = Snapshot::of(readings, self.on(on));
        self.set(on, Some(snapshot));
    }

    /// The snapshots in order of day.
    pub fn snapshots(&self) -> impl Iterator<Item = (Date, &Snapshot)> {
        self.0.iter().map(|(day, snapshot)| (*day, snapshot))
    }

    /// What one indicator said over time, in order of day; days on which it was not known are left out.
    pub fn trend(&self, indicator: IndicatorId) -> Vec<(Date, Light, Amount)> {
        self.snapshots()
            .filter_map(|(day, snapshot)| {
                let (light, amount) = snapshot.known.get(&indicator)?;
                Some((day, *light, *amount))
            })
            .collect()
    }
}
