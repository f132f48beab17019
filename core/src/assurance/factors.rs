//! The seven critical success factors and the statements under them, as data with a source for each. The
//! names are the headings of the second part of the Handreiking; the statements are our own.

use crate::calendar::Date;
use crate::steps::{FactorId, StepId, Wording};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

/// A statement of a factor, written `KSF2-4`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StatementId {
    /// The factor.
    pub factor: FactorId,
    /// The number of the statement under its factor, from 1.
    pub number: u8,
}

impl fmt::Display for StatementId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}-{}", self.factor, self.number)
    }
}

impl FromStr for StatementId {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (factor, number) = text.split_once('-').ok_or(())?;
        let number = number.parse().map_err(|_| ())?;
        if number == 0 {
            return Err(());
        }
        Ok(Self {
            factor: factor.parse()?,
            number,
        })
    }
}

impl Serialize for StatementId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for StatementId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = crate::text::Text::deserialize(deserializer)?.0;
        text.parse().map_err(|()| {
            de::Error::custom(format_args!(
                "'{text}' is not a statement; expected for example KSF2-4"
            ))
        })
    }
}

/// A statement that respondents agree with more or less.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Statement {
    /// Its name.
    pub id: StatementId,
    /// What it says.
    pub text: Wording,
    /// Source keys of the domain facts on which it rests, or `eigen voorstel`.
    pub source: String,
    /// The steps of the proposal that serve it.
    pub steps: Vec<StepId>,
}

/// A critical success factor (kritische succesfactor).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct SuccessFactor {
    /// Its name.
    pub id: FactorId,
    /// What it is called.
    pub name: Wording,
    /// Its statements, in the order in which they are asked.
    pub statements: Vec<Statement>,
}

/// The seven factors with their statements.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct SuccessFactors {
    /// Where they come from; shown with them.
    pub source: Wording,
    /// The day of this version.
    pub version: Date,
    /// The factors in order.
    pub factors: Vec<SuccessFactor>,
}

static CURRENT: LazyLock<SuccessFactors> = LazyLock::new(|| {
    // A test reads the file; were it ever unreadable, there would be nothing to ask.
    serde_json::from_str(include_str!("../../data/success-factors.json")).unwrap_or(
        SuccessFactors {
            source: Wording::default(),
            version: Date::FIRST,
            factors: Vec::new(),
        },
    )
});

impl SuccessFactors {
    /// The factors as they stand in the data file. Source: domain facts, section 4.2.
    pub fn current() -> &'static Self {
        &CURRENT
    }

    /// Every statement, factor by factor.
    pub fn statements(&self) -> impl Iterator<Item = &Statement> {
        self.factors.iter().flat_map(|factor| &factor.statements)
    }

    /// The statement with this name.
    pub fn statement(&self, id: StatementId) -> Option<&Statement> {
        self.statements().find(|statement| statement.id == id)
    }
}
