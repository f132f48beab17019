//! The names of things in a step plan: steps, roles, phases and success factors.
//! A role is a function in the organisation, never a person.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;
use std::str::FromStr;

/// The code of a step, such as `V11`; kept in capitals.
///
/// One to twelve letters, digits or hyphens.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct StepId(String);

impl StepId {
    /// The most characters of a code.
    pub const LONGEST: usize = 12;

    /// Reads a code; spaces around it do not count. `None` when it is empty, longer than twelve
    /// characters, or has one that is no letter, digit or hyphen.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let fits = (1..=Self::LONGEST).contains(&text.len())
            && text
                .chars()
                .all(|character| character.is_ascii_alphanumeric() || character == '-');
        fits.then(|| Self(text.to_ascii_uppercase()))
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

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

impl fmt::Display for StepId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for StepId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = crate::text::Text::deserialize(deserializer)?.0;
        Self::parse(&text).ok_or_else(|| {
            de::Error::custom(format_args!(
                "'{text}' is not the code of a step; expected 1 to 12 letters, digits or hyphens"
            ))
        })
    }
}

/// A function in the organisation, such as `project_lead`. The proposal names fourteen; an organisation may
/// have its own.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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

/// The phases of our own proposal (domain facts, section 4.1), in order. The phase names of the Handreiking
/// are not known to us.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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
/// Source: the headings of the second part of the Handreiking (domain facts, section 4.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let digits = text.strip_prefix("KSF").ok_or(())?;
        Self::new(digits.parse().map_err(|_| ())?).ok_or(())
    }
}

impl Serialize for FactorId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for FactorId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = crate::text::Text::deserialize(deserializer)?.0;
        text.parse().map_err(|()| {
            de::Error::custom(format_args!(
                "'{text}' is not a success factor; expected KSF1 to KSF7"
            ))
        })
    }
}

/// A text that an organisation may edit: Dutch, and English where there is one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording {
    /// The Dutch text.
    pub nl: String,
    /// The English text; absent for texts that the organisation wrote itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

impl Wording {
    /// A text that the organisation wrote, in its own language.
    pub fn own(text: &str) -> Self {
        Self {
            nl: text.to_owned(),
            en: None,
        }
    }

    /// The English text, or the Dutch one where there is no English.
    pub fn en(&self) -> &str {
        self.en.as_deref().unwrap_or(&self.nl)
    }
}
