//! The names of things in a plan: locations, enrolments, groups, rooms, people, lines and languages.
//! Codes are checked so that no name of a person and no citizen service number can hide in them.

use serde::{Deserialize, Deserializer, Serialize, de};
use std::fmt;

/// A location by a short name in lower case, made from what the user calls it: `De Wetering` is
/// `de-wetering`. Two spellings that differ only in case or punctuation are one location.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for LocationId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// The organisation's own code of an enrolment, such as `NRD-0312`; kept in capitals.
///
/// One to twelve letters, digits or hyphens with at least one digit, and never a nine-digit number that
/// passes the eleven test of a citizen service number (BSN).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct EnrolmentCode(String);

/// Why a text cannot be the code of an enrolment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CodeFault {
    /// There is no code.
    Missing,
    /// It has more than twelve characters.
    TooLong,
    /// It has a space or another character that is no letter, digit or hyphen.
    Characters,
    /// It has no digit, so it could be a name.
    NoDigit,
    /// It is a number that passes the eleven test of a BSN.
    CitizenNumber,
}

impl EnrolmentCode {
    /// The most characters of a code.
    pub const LONGEST: usize = 12;

    /// Reads a code; spaces around it do not count.
    ///
    /// # Errors
    /// The first rule that the text breaks.
    pub fn parse(text: &str) -> Result<Self, CodeFault> {
        checked_code(text).map(Self)
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A code in capitals that can hide neither a name nor a BSN.
fn checked_code(text: &str) -> Result<String, CodeFault> {
    let text = text.trim();
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
    Ok(text.to_ascii_uppercase())
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

impl fmt::Display for EnrolmentCode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for EnrolmentCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = crate::text::Text::deserialize(deserializer)?.0;
        // The refused text is not repeated: it could be a name or a BSN.
        Self::parse(&text).map_err(|_| {
            de::Error::custom(
                "a code of an enrolment has 1 to 12 letters, digits or hyphens, at least one digit, and is no BSN",
            )
        })
    }
}

/// The code of a group, `<location>-<year>-<month>-<number>`, such as `NRD-2027-01-1`. It never changes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct GroupId(String);

impl GroupId {
    /// A group id from its text.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for GroupId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// A member of the team by an alias such as `JV-1`; kept in capitals. It follows the rules of an
/// [`EnrolmentCode`], so that it can hide neither a name nor a BSN.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct PersonId(String);

impl PersonId {
    /// Reads an id or alias; spaces around it do not count.
    ///
    /// # Errors
    /// The first rule that the text breaks.
    pub fn parse(text: &str) -> Result<Self, CodeFault> {
        checked_code(text).map(Self)
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PersonId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for PersonId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = crate::text::Text::deserialize(deserializer)?.0;
        // The refused text is not repeated: it could be a name or a BSN.
        Self::parse(&text).map_err(|_| {
            de::Error::custom(
                "the alias of a person has 1 to 12 letters, digits or hyphens, at least one digit, and is no BSN",
            )
        })
    }
}

/// A groepsruimte, such as `noord-1`. It never changes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RoomId(String);

impl RoomId {
    /// A room id from its text.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for RoomId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// A line (vast dagdeel), such as `NRD-tue-am-1`. It never changes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct LineId(String);

impl LineId {
    /// A line id from its text.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for LineId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// The language of a family or group as an ISO 639 code: two or three letters in lower case.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Language(String);

impl Language {
    /// The language with this code; `None` when it is not two or three letters.
    pub fn new(code: &str) -> Option<Self> {
        let code = code.trim().to_ascii_lowercase();
        ((2..=3).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_lowercase()))
            .then_some(Self(code))
    }

    /// Dutch, the language of a family for which none is named.
    pub fn dutch() -> Self {
        Self("nl".to_owned())
    }

    /// The ISO 639 code.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for Language {
    fn default() -> Self {
        Self::dutch()
    }
}

impl<'de> Deserialize<'de> for Language {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = crate::text::Text::deserialize(deserializer)?.0;
        Self::new(&text).ok_or_else(|| {
            de::Error::custom("a language is an ISO 639 code of two or three letters, such as nl")
        })
    }
}

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
