//! Edits on what a plan keeps about borging: measurements, answers, limits, snapshots and checklists.

use super::{Made, Refusal};
use crate::assurance::{
    Checklist, ChecklistFault, IndicatorId, Measurement, Reading, Respondent, Rule, Score,
    Snapshot, StatementId, SuccessFactors,
};
use crate::calendar::Date;
use crate::plan::{Answers, Assurance, AssuranceChange, Change, Evaluation, Plan};
use crate::steps::Role;
use crate::text::faults;
use serde::{Deserialize, Serialize};

/// One edit of what is kept about borging.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AssuranceEdit {
    /// Begins a measurement of the success factors on a day.
    BeginMeasurement(Date),
    /// Removes a measurement with all its scores.
    RemoveMeasurement(Date),
    /// Adds a respondent by role.
    AddRespondent {
        /// The measurement.
        measurement: Date,
        /// The role of the respondent.
        role: Role,
    },
    /// Removes a respondent with all scores.
    RemoveRespondent {
        /// The measurement.
        measurement: Date,
        /// The place of the respondent in the measurement, from 0.
        respondent: usize,
    },
    /// Sets how far a respondent agrees with a statement.
    SetScore {
        /// The measurement.
        measurement: Date,
        /// The place of the respondent, from 0.
        respondent: usize,
        /// The statement.
        statement: StatementId,
        /// The score; `None` to leave the statement open.
        score: Option<Score>,
    },
    /// Sets the answers to what is asked.
    Answer(Box<Answers>),
    /// Sets the limits of an indicator; `None` for those of the proposal.
    SetLimit {
        /// The indicator.
        indicator: IndicatorId,
        /// Its limits.
        rule: Option<Rule>,
    },
    /// Keeps what the indicators say on a day, in place of what was kept of that day.
    KeepReadings {
        /// The day.
        on: Date,
        /// What they say.
        readings: Vec<Reading>,
    },
    /// Forgets what was kept of a day.
    ForgetReadings(Date),
    /// Ticks an item of a checklist today, or opens it again.
    Tick {
        /// The code of the list.
        list: String,
        /// The place of the item, from 0.
        item: usize,
        /// Whether it is ticked from now on.
        done: bool,
    },
    /// Changes the words of an item.
    SetItem {
        /// The code of the list.
        list: String,
        /// The place of the item, from 0.
        item: usize,
        /// What to do, in the words of the organisation.
        text: String,
    },
    /// Adds an item at the end of a list.
    AddItem {
        /// The code of the list.
        list: String,
        /// What to do.
        text: String,
        /// Who does it.
        role: Role,
    },
    /// Removes an item.
    RemoveItem {
        /// The code of the list.
        list: String,
        /// The place of the item, from 0.
        item: usize,
    },
    /// Puts the proposal back in place of a changed list; its ticks are gone.
    ResetList(String),
}

faults! {
    /// Why an edit on borging cannot be made. The plan stays as it is.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum AssuranceRefusal {
        /// There is no such measurement.
        NoMeasurement(day: Date) => "no measurement began on {day}";
        /// A measurement began on this day already.
        MeasurementThere(day: Date) => "a measurement began on {day} already";
        /// The measurement has no such respondent.
        NoRespondent => "the measurement has no such respondent";
        /// There is no such statement.
        NoStatement(statement: StatementId) => "there is no statement {statement}";
        /// The day lies after today.
        Future(day: Date) => "{day} lies after today";
        /// The limits contradict each other, or are above 100 per cent.
        Limits => "the limits contradict each other, or are above 100 per cent";
        /// There are no more than so many.
        TooMany(most: usize) => "there can be no more than {most}";
        /// There is no such checklist or item.
        NoItem => "there is no such checklist or item";
        /// A tick is the day on which it was made, and the day of today is not known.
        NoToday => "a tick is the day on which it is made; expected a day of today";
        /// An item needs a text.
        NoText => "an item of a checklist needs a text";
        /// The text is longer than so many characters.
        TooLong(most: usize) => "the text is longer than {most} characters";
    }
}

impl From<ChecklistFault> for AssuranceRefusal {
    fn from(fault: ChecklistFault) -> Self {
        match fault {
            ChecklistFault::NoItem(_) => Self::NoItem,
            ChecklistFault::NoText => Self::NoText,
        }
    }
}

/// What an edit did to what is kept about borging.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is named after the edit it stands for")]
pub enum AssuranceEdited {
    BeginMeasurement,
    RemoveMeasurement,
    ChangeRespondents,
    SetScore(StatementId),
    Answer,
    SetLimit,
    KeepReadings,
    ForgetReadings,
    Tick,
    Untick,
    ChangeItems,
    ResetList,
}

pub(super) fn edit(plan: &Plan, edit: &AssuranceEdit, today: Option<Date>) -> Made {
    let change = edit.change(&plan.assurance, today);
    let change = Change::Assurance(change.map_err(Refusal::Assurance)?);
    Ok((edit.name().into(), vec![change]))
}

impl AssuranceEdit {
    fn name(&self) -> AssuranceEdited {
        match self {
            Self::BeginMeasurement(_) => AssuranceEdited::BeginMeasurement,
            Self::RemoveMeasurement(_) => AssuranceEdited::RemoveMeasurement,
            Self::AddRespondent { .. } | Self::RemoveRespondent { .. } => {
                AssuranceEdited::ChangeRespondents
            }
            Self::SetScore { statement, .. } => AssuranceEdited::SetScore(*statement),
            Self::Answer(_) => AssuranceEdited::Answer,
            Self::SetLimit { .. } => AssuranceEdited::SetLimit,
            Self::KeepReadings { .. } => AssuranceEdited::KeepReadings,
            Self::ForgetReadings(_) => AssuranceEdited::ForgetReadings,
            Self::Tick { done: true, .. } => AssuranceEdited::Tick,
            Self::Tick { done: false, .. } => AssuranceEdited::Untick,
            Self::SetItem { .. } | Self::AddItem { .. } | Self::RemoveItem { .. } => {
                AssuranceEdited::ChangeItems
            }
            Self::ResetList(_) => AssuranceEdited::ResetList,
        }
    }

    /// The change that this edit makes. `today` bounds what can have happened, and is the day of a tick.
    ///
    /// # Errors
    /// The reason why the edit cannot be made; nothing has changed then.
    fn change(
        &self,
        kept: &Assurance,
        today: Option<Date>,
    ) -> Result<AssuranceChange, AssuranceRefusal> {
        Ok(match self {
            Self::BeginMeasurement(day) => {
                happened(*day, today)?;
                if kept.measurements.contains_key(day) {
                    return Err(AssuranceRefusal::MeasurementThere(*day));
                }
                limited(kept.measurements.len(), Assurance::MOST_MEASUREMENTS)?;
                AssuranceChange::measurement(Measurement::begun(*day))
            }
            Self::RemoveMeasurement(day) => {
                known(kept, *day)?;
                AssuranceChange::Measurement(*day, None)
            }
            Self::AddRespondent { measurement, role } => {
                let mut changed = known(kept, *measurement)?.clone();
                limited(changed.respondents.len(), Assurance::MOST_RESPONDENTS)?;
                changed.respondents.push(Respondent {
                    role: role.clone(),
                    ..Respondent::default()
                });
                AssuranceChange::measurement(changed)
            }
            Self::RemoveRespondent {
                measurement,
                respondent,
            } => {
                let mut changed = known(kept, *measurement)?.clone();
                if *respondent >= changed.respondents.len() {
                    return Err(AssuranceRefusal::NoRespondent);
                }
                changed.respondents.remove(*respondent);
                AssuranceChange::measurement(changed)
            }
            Self::SetScore {
                measurement,
                respondent,
                statement,
                score,
            } => {
                if SuccessFactors::current().statement(*statement).is_none() {
                    return Err(AssuranceRefusal::NoStatement(*statement));
                }
                let mut changed = known(kept, *measurement)?.clone();
                let person = changed.respondents.get_mut(*respondent);
                let scores = &mut person.ok_or(AssuranceRefusal::NoRespondent)?.scores;
                match score {
                    Some(score) => scores.insert(*statement, *score),
                    None => scores.remove(statement),
                };
                AssuranceChange::measurement(changed)
            }
            Self::Answer(answers) => {
                if let Some(Evaluation::On(day)) = answers.evaluation {
                    happened(day, today)?;
                }
                if answers
                    .groups_wanted
                    .is_some_and(|groups| groups > Assurance::MOST_GROUPS)
                {
                    return Err(AssuranceRefusal::TooMany(Assurance::MOST_GROUPS.into()));
                }
                AssuranceChange::Answers(answers.clone())
            }
            Self::SetLimit { indicator, rule } => {
                if rule.is_some_and(|rule| !rule.is_valid() || !rule.suits(*indicator)) {
                    return Err(AssuranceRefusal::Limits);
                }
                AssuranceChange::Limit(*indicator, *rule)
            }
            Self::KeepReadings { on, readings } => {
                happened(*on, today)?;
                let before = kept.history.on(*on);
                if before.is_none() {
                    limited(kept.history.days(), Assurance::MOST_SNAPSHOTS)?;
                }
                let snapshot = Snapshot::of(readings, before);
                AssuranceChange::Snapshot(*on, Some(Box::new(snapshot)))
            }
            Self::ForgetReadings(on) => AssuranceChange::Snapshot(*on, None),
            Self::Tick { list, item, done } => {
                let ticked = if *done { today } else { None };
                if *done && ticked.is_none() {
                    return Err(AssuranceRefusal::NoToday);
                }
                AssuranceChange::checklist(listed(kept, list)?.with_tick(*item, ticked)?)
            }
            Self::SetItem { list, item, text } => {
                short_enough(text)?;
                AssuranceChange::checklist(listed(kept, list)?.with_text(*item, text)?)
            }
            Self::AddItem { list, text, role } => {
                short_enough(text)?;
                let before = listed(kept, list)?;
                limited(before.items.len(), Assurance::MOST_ITEMS)?;
                AssuranceChange::checklist(before.with_item(text, role.clone())?)
            }
            Self::RemoveItem { list, item } => {
                AssuranceChange::checklist(listed(kept, list)?.without_item(*item)?)
            }
            Self::ResetList(list) => AssuranceChange::Checklist(list.clone(), None),
        })
    }
}

fn known(kept: &Assurance, day: Date) -> Result<&Measurement, AssuranceRefusal> {
    kept.measurements
        .get(&day)
        .ok_or(AssuranceRefusal::NoMeasurement(day))
}

fn listed<'a>(kept: &'a Assurance, id: &str) -> Result<&'a Checklist, AssuranceRefusal> {
    kept.list(id).ok_or(AssuranceRefusal::NoItem)
}

/// Holds that something can have happened on this day: not after [`today`](crate#today).
///
/// # Errors
/// [`AssuranceRefusal::Future`] for a day that is still to come.
pub fn happened(day: Date, today: Option<Date>) -> Result<(), AssuranceRefusal> {
    if today.is_some_and(|today| day > today) {
        return Err(AssuranceRefusal::Future(day));
    }
    Ok(())
}

fn limited(count: usize, most: usize) -> Result<(), AssuranceRefusal> {
    if count >= most {
        return Err(AssuranceRefusal::TooMany(most));
    }
    Ok(())
}

fn short_enough(text: &str) -> Result<(), AssuranceRefusal> {
    if text.trim().chars().count() > Assurance::LONGEST_ITEM {
        return Err(AssuranceRefusal::TooLong(Assurance::LONGEST_ITEM));
    }
    Ok(())
}
