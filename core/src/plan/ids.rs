//! The names of things in a plan: locations, enrolments, groups, rooms, people, lines and languages.
//! Codes are checked so that no name of a person and no citizen service number can hide in them.

use crate::text::{ParseError, Text, faults, text_id};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::cmp::Ordering;
use std::fmt;
use std::ops::Deref;

/// A location by a short name in lower case, made from what the user calls it: `De Wetering` is
/// `de-wetering`. Two spellings that differ only in case or punctuation are one location.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(extend("minLength" = 1)))]
#[serde(transparent)]
pub struct LocationId(String);

impl LocationId {
    /// The id of a location with this name; `None` when the name has no letter or digit.
    pub fn from_name(name: &str) -> Option<Self> {
        let mut id = String::new();
        for part in name.split(|character: char| !character.is_alphanumeric()) {
            if part.is_empty() {
                continue;
            }
            if !id.is_empty() {
                id.push('-');
            }
            id.extend(part.chars().flat_map(char::to_lowercase));
        }
        (!id.is_empty()).then_some(Self(id))
    }
}

/// What [`checked_code`] takes, but for the eleven test.
#[cfg(feature = "schema")]
const CODE: &str = r"^\s*(?=[A-Za-z-]*[0-9])[A-Za-z0-9-]{1,12}\s*$";

/// The organisation's own code of an enrolment, such as `NRD-0312`; kept in capitals.
///
/// One to twelve letters, digits or hyphens with at least one digit, and never a nine-digit number that
/// passes the eleven test of a citizen service number (BSN).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(extend("pattern" = CODE)))]
#[serde(transparent)]
pub struct EnrolmentCode(Code);

faults! {
    /// Why a text cannot be the code of an enrolment.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
    #[serde(rename_all = "snake_case")]
    pub enum CodeFault {
        /// There is no code.
        Missing => "there is no code; {EXPECTED}";
        /// It has more than twelve characters.
        TooLong => "the code is too long; {EXPECTED}";
        /// It has a space or another character that is no letter, digit or hyphen.
        Characters => "the code has a space or another character that it cannot have; {EXPECTED}";
        /// It has no digit, so it could be a name.
        NoDigit => "the code has no digit, so it could be a name; {EXPECTED}";
        /// It is a number that passes the eleven test of a BSN.
        CitizenNumber => "the code could be a citizen service number; {EXPECTED}";
    }
}

const EXPECTED: &str =
    "expected 1 to 12 letters, digits or hyphens, at least one digit, and no BSN";

impl EnrolmentCode {
    /// The most characters of a code.
    pub const LONGEST: usize = 12;
}

/// The text of a code where the code itself is, not elsewhere in memory: families are looked up by it more than by
/// anything else. Zeros follow it.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Code([u8; 16]);

impl Code {
    /// Of a text that is short enough.
    fn in_capitals(text: &str) -> Self {
        let mut code = [0; 16];
        for (place, byte) in code.iter_mut().zip(text.bytes()) {
            *place = byte.to_ascii_uppercase();
        }
        Self(code)
    }
}

impl Deref for Code {
    type Target = str;

    fn deref(&self) -> &str {
        let text = self.0.split(|byte| *byte == 0).next();
        str::from_utf8(text.unwrap_or_default()).unwrap_or_default()
    }
}

impl Ord for Code {
    fn cmp(&self, other: &Self) -> Ordering {
        u128::from_be_bytes(self.0).cmp(&u128::from_be_bytes(other.0))
    }
}

impl PartialOrd for Code {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, out)
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Code {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        str::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        str::json_schema(generator)
    }
}

/// A code in capitals that can hide neither a name nor a BSN.
fn checked_code(text: &str) -> Result<Code, CodeFault> {
    if text.is_empty() {
        return Err(CodeFault::Missing);
    }
    if !text
        .chars()
        .all(|character| character.is_ascii_alphanumeric() || character == '-')
    {
        return Err(CodeFault::Characters);
    }
    if text.len() > EnrolmentCode::LONGEST {
        return Err(CodeFault::TooLong);
    }
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return Err(CodeFault::NoDigit);
    }
    if is_citizen_number(text) {
        return Err(CodeFault::CitizenNumber);
    }
    Ok(Code::in_capitals(text))
}

/// The eleven test (elfproef) of a BSN: nine digits weighted 9, 8, ... 2 and -1 add up to a multiple of 11.
/// Hyphens are left out first, because people write 123-456-782.
fn is_citizen_number(text: &str) -> bool {
    let mut digits = Vec::new();
    for byte in text.bytes() {
        match byte {
            b'0'..=b'9' => digits.push(i32::from(byte - b'0')),
            b'-' => {}
            _ => return false,
        }
    }
    let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
    digits.len() == weights.len()
        && digits
            .iter()
            .zip(weights)
            .map(|(digit, weight)| digit * weight)
            .sum::<i32>()
            % 11
            == 0
}

/// The code of a group, `<location>-<year>-<month>-<number>`, such as `NRD-2027-01-1`. It never changes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(extend("minLength" = 1)))]
#[serde(transparent)]
pub struct GroupId(String);

/// A member of the team by an alias such as `JV-1`; kept in capitals. It follows the rules of the
/// code of an enrolment, so that it can hide neither a name nor a BSN.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(extend("pattern" = CODE)))]
#[serde(transparent)]
pub struct PersonId(Code);

/// A groepsruimte, such as `noord-1`. It never changes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct RoomId(String);

/// A line (vast dagdeel), such as `NRD-tue-am-1`. It never changes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct LineId(String);

/// The language of a family or group as an ISO 639 code: two or three letters in lower case.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(extend("pattern" = "^[A-Za-z]{2,3}$")))]
#[serde(transparent)]
pub struct Language(String);

impl Language {
    /// Dutch, the language of a family for which none is named.
    pub fn dutch() -> Self {
        Self("nl".to_owned())
    }
}

impl Default for Language {
    fn default() -> Self {
        Self::dutch()
    }
}

fn checked_language(text: &str) -> Result<String, ParseError> {
    let code = text.to_ascii_lowercase();
    let letters = code.bytes().all(|byte| byte.is_ascii_lowercase());
    (letters && (2..=3).contains(&code.len()))
        .then_some(code)
        .ok_or(ParseError::new(
            "a language",
            "an ISO 639 code of two or three letters, such as nl",
        ))
}

/// An id that the planner or the user makes: any text at all.
fn some_text(text: &str) -> Result<String, ParseError> {
    let is_some = !text.is_empty();
    is_some
        .then(|| text.to_owned())
        .ok_or(ParseError::new("an id", "a text"))
}

text_id! {
    LocationId: some_text => ParseError;
    EnrolmentCode: checked_code => CodeFault;
    GroupId: some_text => ParseError;
    PersonId: checked_code => CodeFault;
    RoomId: some_text => ParseError;
    LineId: some_text => ParseError;
    Language: checked_language => ParseError;
}

/// Ids without rules, made where it is known that there is a text.
macro_rules! made_of_text {
    ($($name:ident),+) => {$(
        impl $name {
            /// The id with this text, as it stands.
            pub fn new(text: impl Into<String>) -> Self {
                Self(text.into())
            }
        }
    )+};
}

made_of_text!(GroupId, RoomId, LineId);

/// Ids with rules, read from a document. What is refused is not repeated: it could be a name or a BSN.
macro_rules! read_unseen {
    ($($name:ident),+) => {$(
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Self::parse(&Text::deserialize(deserializer)?.0).map_err(de::Error::custom)
            }
        }
    )+};
}

read_unseen!(EnrolmentCode, PersonId, Language);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_location_is_the_same_in_every_spelling() {
        let id = LocationId::from_name(" De  Wetering ").unwrap();
        assert_eq!(id.as_str(), "de-wetering");
        assert_eq!(LocationId::from_name("de wetering"), Some(id));
        assert_eq!(LocationId::from_name(" - "), None);
    }

    #[test]
    fn codes_that_could_name_a_person_are_refused() {
        let fault = |text| EnrolmentCode::parse(text).unwrap_err();
        assert_eq!(fault(" "), CodeFault::Missing);
        assert_eq!(fault("Jansen"), CodeFault::NoDigit);
        assert_eq!(fault("NRD 12"), CodeFault::Characters);
        assert_eq!(fault("NRD-0000000012"), CodeFault::TooLong);
        assert_eq!(fault("111222333"), CodeFault::CitizenNumber);
        assert_eq!(fault("111-222-333"), CodeFault::CitizenNumber);
        assert_eq!(
            EnrolmentCode::parse("111222334").unwrap().as_str(),
            "111222334"
        );
        assert_eq!(EnrolmentCode::parse("nrd-1").unwrap().as_str(), "NRD-1");
    }
}
