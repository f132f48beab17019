//! The names of things in a step plan: steps, roles, phases and success factors.
//! A role is a function in the organisation, never a person.

use crate::text::{ParseError, as_text, text_id};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::fmt;
use std::str::FromStr;

/// The code of a step, such as `V11`; kept in capitals.
///
/// One to twelve letters, digits or hyphens.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(extend("pattern" = "^[A-Za-z0-9-]{1,12}$")))]
pub struct StepId(String);

impl StepId {
    /// The most characters of a code.
    pub const LONGEST: usize = 12;

    /// The code as a number with the same order, which is compared much faster than text.
    pub(super) fn key(&self) -> u128 {
        // A code has at most twelve characters, so none is lost.
        let mut bytes = [0_u8; 16];
        for (place, byte) in bytes.iter_mut().zip(self.0.bytes()) {
            *place = byte;
        }
        u128::from_be_bytes(bytes)
    }
}

/// A code in capitals.
fn checked_code(text: &str) -> Result<String, ParseError> {
    let fits = (1..=StepId::LONGEST).contains(&text.len())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    fits.then(|| text.to_ascii_uppercase())
        .ok_or(ParseError::new(
            "the code of a step",
            "1 to 12 letters, digits or hyphens",
        ))
}

text_id! {
    StepId: checked_code => ParseError;
}

/// A function in the organisation, such as `project_lead`. The proposal names fourteen; an organisation may
/// have its own.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "StepRole"))]
#[serde(transparent)]
pub struct Role(String);

impl Role {
    /// The role with this code.
    pub fn new(code: &str) -> Self {
        Self(code.trim().to_owned())
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The phases of our own proposal (`docs/domain.md#4.1`), in order. The phase names of the Handreiking
/// are not known to us.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Oriëntatie.
    Orientation,
    /// Voorbereiding.
    Preparation,
    /// Uitvoering, the pilot.
    Execution,
    /// Opschaling.
    ScaleUp,
    /// Borging.
    Embedding,
}

impl Phase {
    /// The five phases in order.
    pub const ALL: [Self; 5] = [
        Self::Orientation,
        Self::Preparation,
        Self::Execution,
        Self::ScaleUp,
        Self::Embedding,
    ];
}

/// One of the seven critical success factors (kritische succesfactor), written `KSF1` to `KSF7`.
///
/// Source: the headings of the second part of the Handreiking (`docs/domain.md#4.2`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(with = "String", extend("pattern" = "^KSF[1-7]$")))]
pub struct FactorId(u8);

impl FactorId {
    /// The number of success factors.
    pub const COUNT: u8 = 7;

    /// The factor with this number; `None` outside 1 to 7.
    pub fn new(number: u8) -> Option<Self> {
        (1..=Self::COUNT).contains(&number).then_some(Self(number))
    }

    /// The number, 1 to 7.
    pub fn get(self) -> u8 {
        self.0
    }

    /// The seven factors in order.
    pub fn all() -> impl Iterator<Item = Self> {
        (1..=Self::COUNT).map(Self)
    }
}

impl fmt::Display for FactorId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "KSF{}", self.0)
    }
}

impl FromStr for FactorId {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        let read = || Self::new(text.strip_prefix("KSF")?.parse().ok()?);
        read().ok_or(ParseError::new("a success factor", "KSF1 to KSF7"))
    }
}

as_text!(StepId, FactorId);

/// A text that an organisation may edit: Dutch, and in other languages where it is there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Wording {
    /// The Dutch text.
    pub nl: String,
    /// The English text; absent for texts that the organisation wrote itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
    /// The text in more languages, each by its tag; and fields of a newer minor version, kept as they were read.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Wording {
    /// A text that the organisation wrote, in its own language.
    pub fn own(text: &str) -> Self {
        Self {
            nl: text.to_owned(),
            ..Self::default()
        }
    }

    /// The English text, or the Dutch one where there is no English.
    pub fn en(&self) -> &str {
        self.of("en")
    }

    /// The text in the language with this tag, such as `en`; the Dutch one where there is none.
    pub fn of(&self, tag: &str) -> &str {
        let text = match tag {
            "nl" => None,
            "en" => self.en.as_deref(),
            tag => self.extra.get(tag).and_then(Value::as_str),
        };
        text.unwrap_or(&self.nl)
    }

    /// With what the organisation wrote in the language with this tag. A changed Dutch text no longer has the old ones in
    /// other languages.
    #[must_use]
    pub fn reworded(&self, tag: &str, text: &str) -> Self {
        if text == self.of(tag) {
            return self.clone();
        }
        let mut all = self.clone();
        if tag == "nl" {
            all.en = None;
            all.extra.retain(|_, value| !value.is_string());
        }
        if tag == "nl" || all.nl.is_empty() {
            text.clone_into(&mut all.nl);
        }
        match tag {
            "nl" => {}
            "en" => all.en = Some(text.to_owned()),
            tag => drop(all.extra.insert(tag.to_owned(), text.into())),
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_kept_in_every_language_until_the_dutch_one_changes() {
        let read = |text: &str| serde_json::from_str::<Wording>(text).unwrap();
        let known = read(r#"{"nl":"een","en":"one","de":"eins","later":[1]}"#);
        assert_eq!(
            ["nl", "en", "de", "fr"].map(|tag| known.of(tag)),
            ["een", "one", "eins", "een"]
        );
        assert_eq!(known.reworded("de", "eins"), known);
        let written = |known: &Wording| serde_json::to_string(known).unwrap();
        assert_eq!(
            written(&known.reworded("de", "Eins")),
            r#"{"nl":"een","en":"one","de":"Eins","later":[1]}"#
        );
        assert_eq!(
            written(&known.reworded("nl", "twee")),
            r#"{"nl":"twee","later":[1]}"#
        );
        let new = Wording::default().reworded("en", "one");
        assert_eq!(written(&new), r#"{"nl":"one","en":"one"}"#);
    }
}
