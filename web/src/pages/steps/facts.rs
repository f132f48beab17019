//! What the screen of the step plan shows: days, slack and chances of every step. Computed once per plan.

use centering_core::calendar::{Date, DateRange};
use centering_core::insight::{
    FirstGroup, GroupDeadline, Need, Offer, first_group, group_deadlines, needs, offers,
};
use centering_core::plan::Plan;
use centering_core::steps::{
    Conflict, Outlooks, Phase, Role, Step, StepFault, StepId, StepPlan, StepState, Timetable,
    WorkCalendar,
};
use centering_words::Lang;

/// One step with its days.
#[derive(Clone, Debug, PartialEq)]
pub struct StepFacts {
    pub id: StepId,
    pub title: String,
    /// What it is called in a sentence.
    pub name: String,
    pub deliverable: String,
    pub phase: Phase,
    pub role: Role,
    pub duration: i32,
    pub state: StepState,
    pub milestone: bool,
    pub decision: bool,
    /// First and last day; absent for a dropped step.
    pub days: Option<DateRange>,
    /// The last day on which it can end without moving the end of the plan.
    pub latest: Option<Date>,
    /// Working days; less than 0 where a set day is missed. Absent for a step without days.
    pub slack: Option<i32>,
    /// The part of it that moves no other step.
    pub free_slack: i32,
    pub critical: bool,
    /// The days that were agreed first.
    pub base: Option<DateRange>,
}

impl StepFacts {
    /// Whether it is left to do.
    pub fn is_open(&self) -> bool {
        matches!(self.state, StepState::Open | StepState::Busy)
    }
}

/// The steps of a phase.
#[derive(Clone, Debug, PartialEq)]
pub struct PhaseFacts {
    pub phase: Phase,
    pub steps: Vec<StepFacts>,
    /// From its first day to its last.
    pub days: Option<DateRange>,
}

impl PhaseFacts {
    /// The steps that count: all but the dropped ones.
    pub fn kept(&self) -> usize {
        let kept = |step: &&StepFacts| step.state != StepState::Dropped;
        self.steps.iter().filter(kept).count()
    }

    pub fn done(&self) -> usize {
        let done = |step: &&StepFacts| step.state == StepState::Done;
        self.steps.iter().filter(done).count()
    }
}

/// How far something is from where it was first planned, in working days; later is positive.
pub type Shift = Option<i32>;

/// Everything the screen shows.
#[derive(Debug, PartialEq)]
pub struct Facts {
    pub phases: Vec<PhaseFacts>,
    /// All days of the chart.
    pub days: Option<DateRange>,
    pub length: i32,
    pub end_shift: Shift,
    /// The set days that cannot be kept.
    pub conflicts: Vec<Conflict>,
    /// What keeps the days from being computed; then no step has one.
    pub fault: Option<StepFault>,
    /// The day on which the plan was to begin, where that is over and no step has begun.
    pub missed_start: Option<Date>,
    pub outlooks: Option<Outlooks>,
    /// The first group and its first day.
    pub first: Option<FirstGroup>,
    /// The first day that the steps allow for it, where that is later and its own day is still to come.
    pub first_possible: Option<Date>,
    /// The steps that the first group waits for.
    pub deadlines: Vec<GroupDeadline>,
    /// What each location needs.
    pub needs: Vec<Need>,
    /// The steps that the plan knows to be done.
    pub offers: Vec<Offer>,
}

/// The step in which the first groups meet. Source: `docs/domain.md#4.4` (U03).
pub const FIRST_GROUPS: &str = "U03";
/// The step of the handover (B07).
pub const HANDOVER: &str = "B07";

/// The days of all steps, none of the open ones before today; `None` for a plan without steps.
pub fn timetable(plan: &Plan, today: Option<Date>) -> Option<Result<Timetable, StepFault>> {
    let steps = plan.steps.as_ref()?;
    let calendar = WorkCalendar::from(&plan.settings);
    Some(match today {
        Some(today) => steps.forecast(&calendar, today),
        None => steps.timetable(&calendar),
    })
}

impl Facts {
    /// The facts; nothing for a plan without steps.
    pub fn of(plan: &Plan, today: Option<Date>, lang: Lang) -> Option<Self> {
        let steps = plan.steps.as_ref()?;
        let calendar = WorkCalendar::from(&plan.settings);
        let timetable = timetable(plan, today)?;
        let fault = timetable.as_ref().err().cloned();
        let timetable = timetable.ok();
        let facts = |step: &Step| step_facts(steps, step, timetable.as_ref(), lang);
        let phases = Phase::ALL.into_iter().map(|phase| {
            let of_phase = steps.steps.values().filter(|step| step.phase == phase);
            let mut steps: Vec<StepFacts> = of_phase.map(facts).collect();
            steps.sort_by(|one, other| one.id.cmp(&other.id));
            let days = || steps.iter().filter_map(|step| step.days);
            let first = days().map(|days| days.first).min();
            let last = days().map(|days| days.last).max();
            PhaseFacts {
                phase,
                days: first
                    .zip(last)
                    .map(|(first, last)| DateRange { first, last }),
                steps,
            }
        });
        let phases: Vec<PhaseFacts> = phases.filter(|phase| !phase.steps.is_empty()).collect();
        let has_begun =
            |step: &Step| !matches!(step.progress.state, StepState::Open | StepState::Dropped);
        let start = steps
            .start
            .filter(|start| today.is_some_and(|today| *start < today));
        let whole = |timetable: &Timetable| {
            let (first, last) = timetable.first_day().zip(timetable.last_day())?;
            Some(DateRange { first, last })
        };
        let dated = timetable.as_ref();
        let first = first_group(plan);
        Some(Self {
            days: dated.and_then(whole),
            length: dated.map_or(0, Timetable::length),
            end_shift: dated.and_then(|timetable| end_shift(steps, timetable)),
            conflicts: dated.map_or_else(Vec::new, |timetable| timetable.conflicts.clone()),
            missed_start: start.filter(|_| !steps.steps.values().any(has_begun)),
            outlooks: dated.and_then(|_| steps.outlook(&calendar, today).ok()),
            first_possible: dated.zip(first.as_ref()).and_then(|(timetable, first)| {
                start_of_first_groups(timetable)
                    .filter(|day| *day > first.day && today.is_none_or(|today| first.day >= today))
            }),
            first,
            deadlines: dated.map_or_else(Vec::new, |timetable| group_deadlines(plan, timetable)),
            needs: needs(plan, today),
            offers: offers(plan, today),
            fault,
            phases,
        })
    }

    /// What a step is called in a sentence.
    pub fn name(&self, id: &StepId) -> String {
        let step = self.steps().find(|step| step.id == *id);
        step.map_or_else(|| id.to_string(), |step| step.name.clone())
    }

    pub fn steps(&self) -> impl Iterator<Item = &StepFacts> {
        self.phases.iter().flat_map(|phase| &phase.steps)
    }

    pub fn count(&self, state: StepState) -> usize {
        self.steps().filter(|step| step.state == state).count()
    }

    pub fn kept(&self) -> usize {
        self.phases.iter().map(PhaseFacts::kept).sum()
    }

    /// The roles of the steps, each once.
    pub fn roles(&self) -> Vec<Role> {
        let mut roles: Vec<Role> = self.steps().map(|step| step.role.clone()).collect();
        roles.sort();
        roles.dedup();
        roles
    }
}

/// By how many working days the end of the plan comes later than was first planned.
fn end_shift(steps: &StepPlan, timetable: &Timetable) -> Shift {
    let shifts = steps.baseline.as_ref()?.shift(timetable);
    let all = timetable.steps.iter();
    let (last, _) = all.max_by_key(|(_, days)| days.early.finish)?;
    Some(shifts.get(last)?.finish)
}

fn step_facts(
    steps: &StepPlan,
    step: &Step,
    timetable: Option<&Timetable>,
    lang: Lang,
) -> StepFacts {
    let found = timetable.and_then(|timetable| timetable.steps.get(&step.id));
    let dates = |span| timetable.and_then(|timetable| timetable.dates(span));
    let base = steps.baseline.as_ref();
    StepFacts {
        id: step.id.clone(),
        title: lang.wording(&step.title).to_owned(),
        name: lang.step_short(&step.title).to_owned(),
        deliverable: lang.wording(&step.deliverable).to_owned(),
        phase: step.phase,
        role: step.role.clone(),
        duration: step.duration,
        state: step.progress.state,
        milestone: step.milestone,
        decision: step.decision,
        days: found.and_then(|days| dates(days.early)),
        latest: found
            .and_then(|days| dates(days.late))
            .map(|days| days.last),
        slack: found.map(|days| days.total_slack),
        free_slack: found.map_or(0, |days| days.free_slack),
        critical: found.is_some_and(|days| days.critical),
        base: base.and_then(|base| base.steps.get(&step.id)).copied(),
    }
}

/// The day on which the step begins in which the first groups meet.
fn start_of_first_groups(timetable: &Timetable) -> Option<Date> {
    let step = StepId::parse(FIRST_GROUPS).ok()?;
    Some(timetable.dates(timetable.steps.get(&step)?.early)?.first)
}
