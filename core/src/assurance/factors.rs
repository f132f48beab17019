//! The seven critical success factors and the statements under them, as data with a source for each. The
//! names are the headings of the second part of the Handreiking; the statements are our own.

use crate::calendar::Date;
use crate::steps::{FactorId, StepId, Wording};
use crate::text::{ParseError, as_text};
use serde::Deserialize;
use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

/// A statement of a factor, written `KSF2-4`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(with = "String", extend("pattern" = "^KSF[1-7]-[1-9][0-9]{0,2}$")))]
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
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        let read = || {
            let (factor, number) = text.split_once('-')?;
            let (factor, number) = (factor.parse().ok()?, number.parse().ok()?);
            (number > 0).then_some(Self { factor, number })
        };
        read().ok_or(ParseError::new("a statement", "for example KSF2-4"))
    }
}

as_text!(StatementId);

/// A statement that respondents agree with more or less.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Statement {
    /// Its name.
    pub id: StatementId,
    /// What it says.
    pub text: Wording,
    /// Source keys of `docs/domain.md` on which it rests, or `eigen voorstel`.
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
    /// The factors as they stand in the data file. Source: `docs/domain.md#4.2`.
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
