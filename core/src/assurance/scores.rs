//! How people of the organisation score the statements, and what the scores say: a mean for each factor, how
//! far the respondents are apart, the weakest statements, and a second measurement beside the first.
//! Means are integers in hundredths of a point: 100 to 500.

use super::factors::{StatementId, SuccessFactor, SuccessFactors};
use crate::calendar::Date;
use crate::steps::{FactorId, Role, StepId};
use serde::{Deserialize, Deserializer, Serialize, de};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// How far somebody agrees with a statement: 1 (not at all) to 5 (fully).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(extend("minimum" = 1, "maximum" = 5)))]
#[serde(transparent)]
pub struct Score(u8);

impl Score {
    /// The score with this number of points; `None` outside 1 to 5.
    pub fn new(points: u8) -> Option<Self> {
        (1..=5).contains(&points).then_some(Self(points))
    }

    /// The points, 1 to 5.
    pub fn points(self) -> u8 {
        self.0
    }
}

impl<'de> Deserialize<'de> for Score {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let points = u8::deserialize(deserializer)?;
        Self::new(points)
            .ok_or_else(|| de::Error::custom(format_args!("{points} is not a score of 1 to 5")))
    }
}

/// One person who scored, by role; no name is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Respondent {
    /// The role of the person.
    pub role: Role,
    /// The scores; statements that were left open are absent.
    #[serde(default)]
    pub scores: BTreeMap<StatementId, Score>,
    /// Fields of a newer minor version, kept as they were read.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Respondent {
    /// The first statement that has no score yet, where the self-study goes on; `None` when all have one.
    pub fn next(&self, factors: &SuccessFactors) -> Option<StatementId> {
        factors
            .statements()
            .map(|statement| statement.id)
            .find(|id| !self.scores.contains_key(id))
    }

    /// The scores under a factor, without those of statements that no longer exist.
    fn of<'a>(&'a self, factor: &'a SuccessFactor) -> impl Iterator<Item = Score> + 'a {
        let statements = factor.statements.iter();
        statements.filter_map(|statement| self.scores.get(&statement.id).copied())
    }
}

/// A round of scoring (meting): several respondents in the same weeks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Measurement {
    /// The day on which it began; no two begin on one day.
    pub began: Date,
    /// The respondents, in the order in which they were added.
    #[serde(default)]
    pub respondents: Vec<Respondent>,
    /// Fields of a newer minor version, kept as they were read.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// What the scores of one statement say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct StatementResult {
    /// The statement.
    pub statement: StatementId,
    /// The mean, in hundredths.
    pub mean: i32,
    /// The lowest score.
    pub lowest: Score,
    /// The highest score.
    pub highest: Score,
    /// The number of scores.
    pub scores: usize,
    /// The steps that serve it.
    pub steps: Vec<StepId>,
}

/// What the scores of one factor say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct FactorResult {
    /// The factor.
    pub factor: FactorId,
    /// The mean of all scores, in hundredths; `None` when nobody scored.
    pub mean: Option<i32>,
    /// The respondents who scored at least one statement.
    pub respondents: usize,
    /// From the lowest to the highest mean of a respondent, in hundredths; 0 with fewer than two.
    pub spread: i32,
    /// Its scored statements, the weakest first.
    pub statements: Vec<StatementResult>,
}

/// One factor in two measurements.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct FactorChange {
    /// The factor.
    pub factor: FactorId,
    /// The mean of the first measurement, in hundredths.
    pub before: Option<i32>,
    /// The mean of the second.
    pub after: Option<i32>,
    /// The difference, where both have one; positive is better.
    pub change: Option<i32>,
}

impl Measurement {
    /// A measurement without respondents.
    pub fn begun(on: Date) -> Self {
        Self {
            began: on,
            respondents: Vec::new(),
            extra: Map::new(),
        }
    }

    /// The result of each of the seven factors, in order.
    ///
    /// Scores of statements that no longer exist do not count.
    pub fn results(&self, factors: &SuccessFactors) -> Vec<FactorResult> {
        factors
            .factors
            .iter()
            .map(|factor| {
                let mut statements: Vec<StatementResult> = factor
                    .statements
                    .iter()
                    .filter_map(|statement| self.statement(statement.id, &statement.steps))
                    .collect();
                statements.sort_by_key(|result| (result.mean, result.statement));
                let respondents = self.respondents.iter();
                let all = respondents.clone().flat_map(|one| one.of(factor));
                let means: Vec<i32> = respondents
                    .filter_map(|respondent| mean(respondent.of(factor)))
                    .collect();
                let spread = match (means.iter().min(), means.iter().max()) {
                    (Some(lowest), Some(highest)) => highest - lowest,
                    _ => 0,
                };
                FactorResult {
                    factor: factor.id,
                    mean: mean(all),
                    respondents: means.len(),
                    spread,
                    statements,
                }
            })
            .collect()
    }

    /// The weakest statements of all factors: the lowest means, and of equal ones the first asked.
    pub fn weakest(&self, factors: &SuccessFactors, most: usize) -> Vec<StatementResult> {
        let results = self.results(factors);
        let mut all: Vec<StatementResult> = results
            .into_iter()
            .flat_map(|factor| factor.statements)
            .collect();
        all.sort_by_key(|result| (result.mean, result.statement));
        all.truncate(most);
        all
    }

    fn statement(&self, id: StatementId, steps: &[StepId]) -> Option<StatementResult> {
        let scores: Vec<Score> = self
            .respondents
            .iter()
            .filter_map(|respondent| respondent.scores.get(&id).copied())
            .collect();
        Some(StatementResult {
            statement: id,
            mean: mean(scores.iter().copied())?,
            lowest: *scores.iter().min()?,
            highest: *scores.iter().max()?,
            scores: scores.len(),
            steps: steps.to_vec(),
        })
    }
}

/// A second measurement beside the first, factor by factor.
pub fn compare(
    before: &Measurement,
    after: &Measurement,
    factors: &SuccessFactors,
) -> Vec<FactorChange> {
    let rows = before
        .results(factors)
        .into_iter()
        .zip(after.results(factors));
    rows.map(|(before, after)| FactorChange {
        factor: before.factor,
        before: before.mean,
        after: after.mean,
        change: before.mean.zip(after.mean).map(|(old, new)| new - old),
    })
    .collect()
}

/// The mean in hundredths, half a hundredth rounded up; `None` without a score.
fn mean(scores: impl Iterator<Item = Score>) -> Option<i32> {
    let (mut sum, mut count) = (0_i64, 0_i64);
    for score in scores {
        sum += i64::from(score.points());
        count += 1;
    }
    if count == 0 {
        return None;
    }
    i32::try_from((sum * 200 + count) / (count * 2)).ok()
}
