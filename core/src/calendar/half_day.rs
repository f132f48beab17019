//! Half-days of the working week, sets of them, and times of day.

use super::Date;
use crate::text::{ParseError, as_text};
use chrono::Weekday;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// A day on which consultatiebureaus work: Monday to Friday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the days of the week name themselves")]
pub enum Workday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
}

impl Workday {
    /// Monday to Friday in order.
    pub const ALL: [Self; 5] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
    ];

    /// The working day of this date, or `None` at the weekend.
    pub fn of(date: Date) -> Option<Self> {
        match date.weekday() {
            Weekday::Mon => Some(Self::Monday),
            Weekday::Tue => Some(Self::Tuesday),
            Weekday::Wed => Some(Self::Wednesday),
            Weekday::Thu => Some(Self::Thursday),
            Weekday::Fri => Some(Self::Friday),
            Weekday::Sat | Weekday::Sun => None,
        }
    }

    /// Days after Monday, 0 to 4.
    pub fn index(self) -> u8 {
        self as u8
    }

    fn code(self) -> &'static str {
        match self {
            Self::Monday => "mon",
            Self::Tuesday => "tue",
            Self::Wednesday => "wed",
            Self::Thursday => "thu",
            Self::Friday => "fri",
        }
    }
}

/// The morning or the afternoon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the parts of the day name themselves")]
pub enum Part {
    Morning,
    Afternoon,
}

/// A half-day of the week (dagdeel), written `tue-am` or `tue-pm`; ordered from Monday morning to Friday
/// afternoon.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(with = "String", extend("enum" = HalfDay::all().collect::<Vec<_>>())))]
pub struct HalfDay {
    /// The working day.
    pub workday: Workday,
    /// Its morning or afternoon.
    pub part: Part,
}

impl HalfDay {
    /// All ten half-days in order.
    pub fn all() -> impl Iterator<Item = Self> {
        Workday::ALL
            .into_iter()
            .flat_map(|workday| [Part::Morning, Part::Afternoon].map(|part| Self { workday, part }))
    }

    /// The place in the week, 0 (Monday morning) to 9 (Friday afternoon).
    pub fn index(self) -> u8 {
        self.workday.index() * 2 + self.part as u8
    }

    /// The start time used where a location has set none: 9.30 or 13.30.
    pub fn default_start(self) -> ClockTime {
        match self.part {
            Part::Morning => ClockTime(9 * 60 + 30),
            Part::Afternoon => ClockTime(13 * 60 + 30),
        }
    }
}

impl fmt::Display for HalfDay {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let part = match self.part {
            Part::Morning => "am",
            Part::Afternoon => "pm",
        };
        write!(out, "{}-{part}", self.workday.code())
    }
}

impl fmt::Debug for HalfDay {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, out)
    }
}

impl FromStr for HalfDay {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        Self::all()
            .find(|half_day| half_day.to_string() == text)
            .ok_or(ParseError::new("a half-day", "mon-am to fri-pm"))
    }
}

/// A set of half-days. The empty set of a family means that it stated no preference.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(with = "Vec<HalfDay>"))]
pub struct HalfDaySet(u16);

impl HalfDaySet {
    /// The set with one more half-day.
    #[must_use]
    pub fn with(self, half_day: HalfDay) -> Self {
        Self(self.0 | 1 << half_day.index())
    }

    /// The set without this half-day.
    #[must_use]
    pub fn without(self, half_day: HalfDay) -> Self {
        Self(self.0 & !(1 << half_day.index()))
    }

    /// Whether the half-day is in the set.
    pub fn contains(self, half_day: HalfDay) -> bool {
        self.0 & (1 << half_day.index()) != 0
    }

    /// Whether a family with this set can come: it named the half-day, or named none at all.
    pub fn allows(self, half_day: HalfDay) -> bool {
        self.is_empty() || self.contains(half_day)
    }

    /// Whether no half-day is in the set.
    pub fn is_empty(&self) -> bool {
        self.0 == 0
    }

    /// The half-days of the set in the order of the week.
    pub fn iter(self) -> impl Iterator<Item = HalfDay> {
        HalfDay::all().filter(move |half_day| self.contains(*half_day))
    }
}

impl FromIterator<HalfDay> for HalfDaySet {
    fn from_iter<I: IntoIterator<Item = HalfDay>>(half_days: I) -> Self {
        half_days.into_iter().fold(Self::default(), Self::with)
    }
}

impl fmt::Debug for HalfDaySet {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_set().entries(self.iter()).finish()
    }
}

impl Serialize for HalfDaySet {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<'de> Deserialize<'de> for HalfDaySet {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Vec::<HalfDay>::deserialize(deserializer)?
            .into_iter()
            .collect())
    }
}

/// A time of day in whole minutes, written `09:30`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(with = "String", extend("pattern" = "^([01]?[0-9]|2[0-3])[:.][0-5][0-9]$")))]
pub struct ClockTime(u16);

impl ClockTime {
    /// The time at this hour (0-23) and minute (0-59); `None` outside these.
    pub fn new(hour: u16, minute: u16) -> Option<Self> {
        (hour < 24 && minute < 60).then_some(Self(hour * 60 + minute))
    }

    /// The hour, 0 to 23.
    pub fn hour(self) -> u16 {
        self.0 / 60
    }

    /// The minute of the hour, 0 to 59.
    pub fn minute(self) -> u16 {
        self.0 % 60
    }

    /// The time this many minutes later, at most 23:59.
    pub fn plus_minutes(self, minutes: u16) -> Self {
        Self(self.0.saturating_add(minutes).min(24 * 60 - 1))
    }
}

impl FromStr for ClockTime {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        let read = || {
            let (hour, minute) = text.split_once([':', '.'])?;
            let fits = minute.len() == 2 && (1..=2).contains(&hour.len());
            Self::new(hour.parse().ok()?, minute.parse().ok()?).filter(|_| fits)
        };
        read().ok_or(ParseError::new("a time", "hh:mm"))
    }
}

impl fmt::Display for ClockTime {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:02}:{:02}", self.hour(), self.minute())
    }
}

as_text!(HalfDay, ClockTime);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_days_are_numbered_through_the_week_and_read_back() {
        for (number, half_day) in HalfDay::all().enumerate() {
            assert_eq!(usize::from(half_day.index()), number);
            assert_eq!(half_day.to_string().parse(), Ok(half_day));
        }
        assert!("sat-am".parse::<HalfDay>().is_err());
    }

    #[test]
    fn no_preference_allows_every_half_day() {
        let tuesday: HalfDay = "tue-am".parse().unwrap();
        let friday: HalfDay = "fri-pm".parse().unwrap();
        let only_tuesday = HalfDaySet::default().with(tuesday);
        assert!(HalfDaySet::default().allows(friday));
        assert!(only_tuesday.allows(tuesday) && !only_tuesday.allows(friday));
    }

    #[test]
    fn times_are_read_with_a_colon_or_a_full_stop() {
        assert_eq!("9.30".parse::<ClockTime>().unwrap().to_string(), "09:30");
        for wrong in ["24:00", "9:3", "930", "9:60", ":30"] {
            assert!(wrong.parse::<ClockTime>().is_err(), "{wrong}");
        }
    }
}
