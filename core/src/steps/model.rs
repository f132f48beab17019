//! The step plan as it is stored: steps with their links, dates and progress, and the choices of the plan.
//! Nothing here computes; see `timetable`. A stored plan may have any fault that `StepFault` names.

use super::baseline::Baseline;
use super::fault::StepFault;
use super::ids::{FactorId, Phase, Role, StepId, Wording};
use super::records;
use crate::calendar::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// What a link ties together.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum LinkKind {
    /// The step starts after the earlier one has finished.
    #[default]
    FinishStart,
    /// The step starts after the earlier one has started.
    StartStart,
    /// The step finishes after the earlier one has finished.
    FinishFinish,
}

/// That a step comes after another one.
///
/// Written as the code of the earlier step alone where it is an ordinary link: finish to start, no lag.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(with = "AnyLink"))]
pub struct Link {
    /// The earlier step.
    pub step: StepId,
    /// What is tied together.
    pub kind: LinkKind,
    /// Working days between the two; negative when they may overlap.
    pub lag: i32,
    /// Fields of a newer minor version, kept as they were read.
    pub extra: Map<String, Value>,
}

impl Link {
    /// The ordinary link: the step starts when this one has finished.
    pub fn after(step: StepId) -> Self {
        Self {
            step,
            kind: LinkKind::FinishStart,
            lag: 0,
            extra: Map::new(),
        }
    }
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(inline))]
struct WrittenLink {
    step: StepId,
    #[serde(default)]
    kind: LinkKind,
    /// Working days between the two; negative when they may overlap.
    #[serde(default)]
    lag: i32,
    #[serde(flatten)]
    extra: Map<String, Value>,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
enum AnyLink {
    Code(StepId),
    Whole(WrittenLink),
}

impl Serialize for Link {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.kind == LinkKind::FinishStart && self.lag == 0 && self.extra.is_empty() {
            return self.step.serialize(serializer);
        }
        let whole = WrittenLink {
            step: self.step.clone(),
            kind: self.kind,
            lag: self.lag,
            extra: self.extra.clone(),
        };
        whole.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Link {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(match AnyLink::deserialize(deserializer)? {
            AnyLink::Code(step) => Self::after(step),
            AnyLink::Whole(whole) => Self {
                step: whole.step,
                kind: whole.kind,
                lag: whole.lag,
                extra: whole.extra,
            },
        })
    }
}

/// Where a step stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum StepState {
    /// Not started.
    #[default]
    Open,
    /// Started (bezig).
    Busy,
    /// Finished (klaar).
    Done,
    /// Not part of the plan (vervallen). Steps after it still wait for those before it.
    Dropped,
}

/// What happened with a step so far.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Progress {
    /// Where it stands.
    pub state: StepState,
    /// The day on which it started.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub started: Option<Date>,
    /// The day on which it finished.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub finished: Option<Date>,
    /// The working days still needed, today included, where the user said so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remaining: Option<i32>,
    /// Notes of the user; never about families.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// Who does it: a function or an alias, no name.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub who: String,
    /// Fields of a newer minor version, kept as they were read.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Progress {
    fn is_untouched(&self) -> bool {
        *self == Self::default()
    }
}

/// How long a step takes if all goes well, and if much goes wrong, in working days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Estimate {
    /// If all goes well; at most the likely duration.
    pub optimistic: i32,
    /// If much goes wrong; at least the likely duration.
    pub pessimistic: i32,
    /// Fields of a newer minor version, kept as they were read.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// One step of the plan (stap).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Step {
    /// Its code.
    pub id: StepId,
    /// What is done.
    pub title: Wording,
    /// The phase to which it belongs.
    pub phase: Phase,
    /// Who is responsible.
    #[serde(default)]
    pub role: Role,
    /// How many people of the role it needs while it runs; counts only where the role is limited.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub people: u16,
    /// The success factor that it serves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub factor: Option<FactorId>,
    /// What is there when it is done.
    #[serde(default)]
    pub deliverable: Wording,
    /// The lead time that is most likely, in working days, 0 to 10,000.
    pub duration: i32,
    /// The lead times if all goes well or much goes wrong; absent for those of the plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub estimate: Option<Estimate>,
    /// The steps after which it comes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub after: Vec<Link>,
    /// The day on which it must start, no earlier and no later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fixed_start: Option<Date>,
    /// The first day on which it may start.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_before: Option<Date>,
    /// The last day on which it should be finished.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Date>,
    /// Whether its finish is a milestone (mijlpaal).
    #[serde(default, skip_serializing_if = "is_false")]
    pub milestone: bool,
    /// Whether it is a decision to go on or to stop (go/no-go).
    #[serde(default, skip_serializing_if = "is_false")]
    pub decision: bool,
    /// What happened with it so far.
    #[serde(default, skip_serializing_if = "Progress::is_untouched")]
    pub progress: Progress,
    /// Fields of a newer minor version, kept as they were read.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

fn one() -> u16 {
    1
}

fn is_one(people: &u16) -> bool {
    *people == 1
}

fn is_false(value: &bool) -> bool {
    !value
}

impl Step {
    /// The longest duration of a step and the longest lag of a link, in working days: forty years.
    pub const LONGEST: i32 = 10_000;

    /// An open step without links or dates.
    pub fn new(id: StepId, title: &str, phase: Phase, duration: i32) -> Self {
        Self {
            id,
            title: Wording::own(title),
            phase,
            role: Role::default(),
            people: 1,
            factor: None,
            deliverable: Wording::default(),
            duration,
            estimate: None,
            after: Vec::new(),
            fixed_start: None,
            not_before: None,
            deadline: None,
            milestone: false,
            decision: false,
            progress: Progress::default(),
            extra: Map::new(),
        }
    }

    /// Every day that somebody set for it.
    pub(super) fn days(&self) -> Vec<Date> {
        let set = [self.fixed_start, self.not_before, self.deadline];
        let happened = [self.progress.started, self.progress.finished];
        set.into_iter().chain(happened).flatten().collect()
    }

    /// Whether it is no part of the plan (vervallen).
    pub fn is_dropped(&self) -> bool {
        self.progress.state == StepState::Dropped
    }
}

/// Which end of a step a wished date belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Edge {
    /// Its first day.
    Start,
    /// Its last day.
    Finish,
}

/// A date to plan back from, such as the first bijeenkomst of the first group or the handover.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Wish {
    /// The step.
    pub step: StepId,
    /// Whether it starts or finishes on the day.
    pub edge: Edge,
    /// The day.
    pub date: Date,
    /// Fields of a newer minor version, kept as they were read.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// How uncertain durations are where a step does not say so itself, and how they are drawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Uncertainty {
    /// The optimistic duration as a share of the likely one, in hundredths, rounded up to whole days.
    pub optimistic_percent: i32,
    /// The pessimistic duration as a share of the likely one, in hundredths, rounded up to whole days.
    pub pessimistic_percent: i32,
    /// The seed of the draws; the same seed gives the same dates everywhere.
    pub seed: u64,
    /// How often the plan is drawn, 1 to 100,000.
    pub draws: u32,
    /// Fields of a newer minor version, kept as they were read.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Default for Uncertainty {
    /// 0.7 and 1.8 times the likely duration: our own proposal. 1,000 draws put P80 within about two
    /// working days on the proposed plan.
    fn default() -> Self {
        Self {
            optimistic_percent: 70,
            pessimistic_percent: 180,
            seed: 1,
            draws: 1_000,
            extra: Map::new(),
        }
    }
}

/// A plan of steps (stappenplan). The steps of the proposal are our own and no official plan of Stichting
/// Centering Nederland.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StepPlan {
    /// Where the steps come from; the label of our own proposal stays with it.
    #[serde(default)]
    pub source: Wording,
    /// The first day; absent when it follows from the wish, or is not known yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<Date>,
    /// The date to plan back from. With a start date it is only compared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wish: Option<Wish>,
    /// How many people of a role there are, for roles that the user limited. By default none.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub limits: BTreeMap<Role, u16>,
    /// How uncertain durations are.
    #[serde(default)]
    pub uncertainty: Uncertainty,
    /// The dates to compare with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<Baseline>,
    /// The steps, each code once.
    #[serde(default, with = "records")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<Step>"))]
    pub steps: BTreeMap<StepId, Step>,
    /// Fields of a newer minor version, kept as they were read.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl StepPlan {
    /// The most steps of a plan.
    pub const MOST_STEPS: usize = 20_000;
    /// How many years before or after today a day of the plan may lie. Introducing group care takes about
    /// two (`docs/domain.md#4.1`); ten times that is a slip of the pen.
    pub const FARTHEST: u16 = 20;

    /// Whether a day lies too far from today to be meant; never without a day of today.
    pub fn is_far_off(day: Date, today: Option<Date>) -> bool {
        let months = Self::FARTHEST * 12;
        today
            .is_some_and(|today| day > today.plus_months(months) || today > day.plus_months(months))
    }

    /// Every day that somebody set.
    pub(super) fn days(&self) -> Vec<Date> {
        let counted = self
            .start
            .into_iter()
            .chain(self.wish.iter().map(|wish| wish.date));
        counted
            .chain(self.steps.values().flat_map(Step::days))
            .collect()
    }

    /// The first day that lies too far from today to be meant.
    pub fn far_off(&self, today: Option<Date>) -> Option<Date> {
        self.days()
            .into_iter()
            .find(|day| Self::is_far_off(*day, today))
    }

    /// The circle that closes where a step comes after an earlier one: the steps from it to the earlier one, each
    /// after the one before it; `None` where the earlier one does not wait for the step.
    pub(super) fn circle(&self, step: &StepId, earlier: &StepId) -> Option<Vec<StepId>> {
        // Of each step that was reached the one that waits for it.
        let mut waiting = BTreeMap::from([(earlier, earlier)]);
        let mut open = vec![earlier];
        while let Some(current) = open.pop() {
            if current == step {
                let mut circle = vec![step.clone()];
                let mut at = current;
                while at != earlier {
                    at = waiting.get(at).copied()?;
                    circle.push(at.clone());
                }
                return Some(circle);
            }
            let known = self.steps.get(current);
            for link in known.into_iter().flat_map(|known| &known.after) {
                if let Entry::Vacant(place) = waiting.entry(&link.step) {
                    place.insert(current);
                    open.push(&link.step);
                }
            }
        }
        None
    }

    /// A plan of these steps without a date.
    ///
    /// # Errors
    /// `StepFault::Duplicate` when two steps have one code.
    pub fn of(steps: impl IntoIterator<Item = Step>) -> Result<Self, StepFault> {
        Ok(Self {
            steps: records::collect(steps)?,
            ..Self::default()
        })
    }
}
