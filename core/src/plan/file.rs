//! Reading and writing a plan as JSON: the version, what is refused, and records kept as lists.
//! Every version that was ever written can be read; a newer major version is refused and left alone.

use super::ids::{EnrolmentCode, GroupId, LineId, LocationId, PersonId, RoomId};
use super::model::{Enrolment, Group, Location, Plan};
use super::records::{Record, each_once};
use super::recruitment::Recruitment;
use super::session::Session;
use super::team::{Line, Person, Room};
use crate::assurance::{Checklist, Measurement};
use crate::calendar::Date;
use crate::care::SessionNumber;
use crate::text::faults;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;

/// A version of the plan format. A minor version only adds fields; a reader of an older one keeps them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(with = "String", extend("pattern" = r"^1\.[0-9]{1,5}$")))]
pub struct Version {
    /// Raised when an older planner would misread the plan.
    pub major: u16,
    /// Raised when fields are added.
    pub minor: u16,
}

impl Version {
    /// The first version, which a plan keeps as long as nothing of a later one is in it.
    pub const FIRST: Self = Self { major: 1, minor: 0 };
    /// The version of a plan with people, rooms, lines or anything else that the first version did not know.
    pub const SECOND: Self = Self { major: 1, minor: 1 };
    /// The newest version that this planner writes: of a plan with half-days of rooms or a time to invite of its own.
    pub const CURRENT: Self = Self { major: 1, minor: 2 };
}

impl fmt::Display for Version {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}.{}", self.major, self.minor)
    }
}

impl Serialize for Version {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Version {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = crate::text::Text::deserialize(deserializer)?.0;
        let parse = || {
            let (major, minor) = text.split_once('.')?;
            Some(Self {
                major: major.parse().ok()?,
                minor: minor.parse().ok()?,
            })
        };
        parse().ok_or_else(|| {
            de::Error::custom(format_args!("'{text}' is not a version; expected 1.0"))
        })
    }
}

faults! {
    /// Why a text is not a plan that can be opened.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub enum ReadError {
        /// It is a plan of a newer major version. It is left as it is.
        Newer(version: Version)
            => "the plan has version {version}; this planner reads up to {}.x", Version::CURRENT.major;
        /// It is JSON, but not a plan of this planner.
        NotAPlan => "the file is not a plan; expected the field \"format\": \"{}\"", Plan::FORMAT;
        /// It cannot be read; the line and column where reading stopped (both from 1) and what was expected.
        Damaged {
            /// The line, from 1.
            line: usize,
            /// The column, from 1.
            column: usize,
            /// What was expected, in English.
            expected: String,
        } => "line {line}, column {column}: {expected}";
    }
}

impl From<serde_json::Error> for ReadError {
    fn from(error: serde_json::Error) -> Self {
        let (line, column) = (error.line(), error.column());
        let text = error.to_string();
        let place = format!(" at line {line} column {column}");
        Self::Damaged {
            line,
            column,
            expected: text.strip_suffix(&place).unwrap_or(&text).to_owned(),
        }
    }
}

#[derive(Deserialize)]
struct Header {
    format: Option<String>,
    version: Option<Version>,
}

impl Plan {
    /// Reads a plan from JSON.
    ///
    /// # Errors
    /// See [`ReadError`]; nothing is changed or lost.
    pub fn from_json(text: &str) -> Result<Self, ReadError> {
        let text = text.trim_start_matches('\u{feff}');
        // The header is read by itself only where the plan is refused: a large file is read once.
        let read: Result<Self, serde_json::Error> = serde_json::from_str(text);
        let (format, version) = match &read {
            Ok(plan) => (Some(plan.format.clone()), Some(plan.version)),
            Err(_) => {
                let header: Header = serde_json::from_str(text)?;
                (header.format, header.version)
            }
        };
        let version = match (format.as_deref(), version) {
            (Some(Self::FORMAT), Some(version)) => version,
            _ => return Err(ReadError::NotAPlan),
        };
        if version.major > Version::CURRENT.major {
            return Err(ReadError::Newer(version));
        }
        Ok(read?)
    }

    /// Writes the plan as compact JSON; reading it again gives the same plan.
    pub fn to_json(&self) -> String {
        whole(serde_json::to_string(self))
    }

    /// Writes the plan as indented JSON, for people.
    pub fn to_json_pretty(&self) -> String {
        whole(serde_json::to_string_pretty(self))
    }
}

/// The text of a plan. Writing cannot fail, as every key of a document is a text and every number is whole; should a new
/// field ever break that, every test that writes a plan stops here.
fn whole(written: serde_json::Result<String>) -> String {
    debug_assert!(written.is_ok(), "a plan is not written: {written:?}");
    written.unwrap_or_default()
}

/// By which of its fields each record is found.
macro_rules! records {
    ($($record:ident: $key:ident = $field:ident;)+) => {$(
        impl Record for $record {
            type Key = $key;

            fn key(&self) -> &$key {
                &self.$field
            }
        }
    )+};
}

records! {
    Location: LocationId = id;
    Enrolment: EnrolmentCode = code;
    Group: GroupId = id;
    Room: RoomId = id;
    Person: PersonId = id;
    Line: LineId = id;
    Measurement: Date = began;
    Checklist: String = id;
    Recruitment: LocationId = location;
    Session: SessionNumber = number;
}

/// Maps are written as lists of their records, which people read and write more easily.
pub(super) mod keyed {
    use super::{Deserialize, Deserializer, Record, Serialize, Serializer, each_once};
    use std::collections::BTreeMap;

    pub fn serialize<S: Serializer, V: Record + Serialize>(
        records: &BTreeMap<V::Key, V>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(records.values())
    }

    pub fn deserialize<'de, D: Deserializer<'de>, V: Record + Deserialize<'de>>(
        deserializer: D,
    ) -> Result<BTreeMap<V::Key, V>, D::Error> {
        let mut records = BTreeMap::new();
        each_once(deserializer, |key, record| records.insert(key, record))?;
        Ok(records)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_newer_major_version_is_refused_and_a_newer_minor_one_kept() {
        let newer = r#"{"format":"centering-plan","version":"2.0"}"#;
        let refused = Plan::from_json(newer);
        assert_eq!(
            refused.unwrap_err(),
            ReadError::Newer(Version { major: 2, minor: 0 })
        );
        let minor = r#"{"format":"centering-plan","version":"1.7","settings":{"later":[1]},"guests":{"a":1}}"#;
        let plan = Plan::from_json(minor).unwrap();
        let written = plan.to_json();
        assert!(written.contains(r#""later":[1]"#) && written.contains(r#""guests":{"a":1}"#));
        assert!(written.contains(r#""version":"1.7""#));
        assert_eq!(Plan::from_json(&written).unwrap(), plan);
    }

    #[test]
    fn records_out_of_order_are_read_like_those_in_order() {
        let plan = |codes: [&str; 3]| {
            let families = codes
                .map(|code| format!(r#"{{"code":"{code}","birth":"2027-02-03","location":"x"}}"#));
            let families = families.join(",");
            let text = format!(
                r#"{{"format":"centering-plan","version":"1.0","enrolments":[{families}]}}"#
            );
            Plan::from_json(&text).unwrap()
        };
        assert_eq!(plan(["B2", "A1", "C3"]), plan(["A1", "B2", "C3"]));
    }

    #[test]
    fn what_is_refused_is_told_by_its_header_first() {
        // A plan of another shape and a newer version is newer, not damaged.
        let newer = r#"{"format":"centering-plan","version":"2.0","groups":"elsewhere"}"#;
        let version = Version { major: 2, minor: 0 };
        assert_eq!(Plan::from_json(newer), Err(ReadError::Newer(version)));
        let other = r#"{"format":"other","version":"1.0","groups":7}"#;
        assert_eq!(Plan::from_json(other), Err(ReadError::NotAPlan));
        let whole = r#"{"format":"other","version":"1.0"}"#;
        assert_eq!(Plan::from_json(whole), Err(ReadError::NotAPlan));
    }

    #[test]
    fn damage_is_named_by_its_place() {
        let text = "{\"format\":\"centering-plan\",\"version\":\"1.0\",\n\"enrolments\":[{\"code\":\"A1\",\"birth\":\"2027-02-30\",\"location\":\"x\"}]}";
        let Err(ReadError::Damaged { line, expected, .. }) = Plan::from_json(text) else {
            panic!("a day that does not exist was read");
        };
        assert_eq!(line, 2);
        assert!(expected.contains("2027-02-30"));
        assert!(Plan::from_json("[]").is_err());
        assert_eq!(Plan::from_json("{}"), Err(ReadError::NotAPlan));
    }

    #[test]
    fn a_record_that_stands_twice_is_refused() {
        let text = r#"{"format":"centering-plan","version":"1.0","enrolments":[
            {"code":"A1","birth":"2027-02-03","location":"x"},{"code":"a1","birth":"2027-02-03","location":"x"}]}"#;
        let error = Plan::from_json(text).unwrap_err();
        assert!(error.to_string().contains("'A1' stands in the list twice"));
    }
}
