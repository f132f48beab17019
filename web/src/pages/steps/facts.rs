//! What the screen of the step plan shows: days, slack and chances of every step. Computed once per plan.

use crate::text::Lang;
use centering_core::calendar::{Date, DateRange};
use centering_core::insight::{
    self, FirstGroup as First, GroupDeadline, Need, Offer, group_deadlines, needs, offers,
};
use centering_core::plan::Plan;
use centering_core::steps::{
    Conflict, Outlooks, Phase, Role, Step, StepFault, StepId, StepPlan, StepState, Timetable,
    WorkCalendar,
};

/// One step with its days.
#[derive(Clone, Debug, PartialEq)]
pub struct StepFacts {
    pub id: StepId,
    pub title: String,
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
    pub slack: i32,
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
    pub conflicts: Vec<Conflict>,
    pub outlooks: Option<Outlooks>,
    /// The first group of the roster with its first day, and the day by which the steps allow one.
    pub first_group: Option<FirstGroup>,
    /// The day from which the steps are forecast; absent before anything has happened.
    pub counts_from: Option<Date>,
    /// The first group and its first day.
    pub first: Option<First>,
    /// The steps that the first group waits for.
    pub deadlines: Vec<GroupDeadline>,
    /// What each location needs.
    pub needs: Vec<Need>,
    /// The steps that the plan knows to be done.
    pub offers: Vec<Offer>,
}

/// The first group of the roster against the step plan.
#[derive(Clone, Debug, PartialEq)]
pub struct FirstGroup {
    pub group: String,
    pub day: Date,
    /// By how many working days the steps come later; 0 or less when they fit.
    pub late: i32,
}

/// The step in which the first groups meet. Source: domain facts, section 4.4 (U03).
pub const FIRST_GROUPS: &str = "U03";
/// The step of the handover (B07).
pub const HANDOVER: &str = "B07";

/// The day from which the steps are forecast. Before anything has happened the plan is as it was made, also
/// when its start has passed.
fn counts_from(steps: &StepPlan, today: Option<Date>) -> Option<Date> {
    let has_begun = |step: &Step| step.progress.state != StepState::Open;
    today.filter(|_| steps.steps.values().any(has_begun))
}

/// The days of all steps; `None` for a plan without steps.
pub fn timetable(plan: &Plan, today: Option<Date>) -> Option<Result<Timetable, StepFault>> {
    let steps = plan.steps.as_ref()?;
    let calendar = WorkCalendar::from(&plan.settings);
    Some(match counts_from(steps, today) {
        Some(today) => steps.forecast(&calendar, today),
        None => steps.timetable(&calendar),
    })
}

impl Facts {
    /// The facts, or what is wrong with the plan; nothing for a plan without steps.
    pub fn of(plan: &Plan, today: Option<Date>, lang: Lang) -> Option<Result<Self, StepFault>> {
        let steps = plan.steps.as_ref()?;
        let calendar = WorkCalendar::from(&plan.settings);
        let counts_from = counts_from(steps, today);
        let timetable = match timetable(plan, today)? {
            Ok(timetable) => timetable,
            Err(fault) => return Some(Err(fault)),
        };
        let facts = |step: &Step| step_facts(plan, step, &timetable, lang);
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
        let whole = timetable.first_day().zip(timetable.last_day());
        let shifts = steps.baseline.as_ref().map(|base| base.shift(&timetable));
        let last_step = timetable
            .steps
            .iter()
            .max_by_key(|(_, days)| days.early.finish)
            .map(|(id, _)| id);
        let end_shift = last_step.and_then(|id| Some(shifts.as_ref()?.get(id)?.finish));
        Some(Ok(Self {
            days: whole.map(|(first, last)| DateRange { first, last }),
            length: timetable.length(),
            end_shift,
            conflicts: timetable.conflicts.clone(),
            outlooks: steps.outlook(&calendar, counts_from).ok(),
            first_group: first_group(plan, &calendar, &timetable),
            counts_from,
            first: insight::first_group(plan),
            deadlines: group_deadlines(plan, &timetable),
            needs: needs(plan, today),
            offers: offers(plan, today),
            phases,
        }))
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

fn step_facts(plan: &Plan, step: &Step, timetable: &Timetable, lang: Lang) -> StepFacts {
    let found = timetable.steps.get(&step.id);
    let base = plan
        .steps
        .as_ref()
        .and_then(|steps| steps.baseline.as_ref());
    StepFacts {
        id: step.id.clone(),
        title: lang.wording(&step.title).to_owned(),
        deliverable: lang.wording(&step.deliverable).to_owned(),
        phase: step.phase,
        role: step.role.clone(),
        duration: step.duration,
        state: step.progress.state,
        milestone: step.milestone,
        decision: step.decision,
        days: found.and_then(|days| timetable.dates(days.early)),
        latest: found
            .and_then(|days| timetable.dates(days.late))
            .map(|days| days.last),
        slack: found.map_or(0, |days| days.total_slack),
        free_slack: found.map_or(0, |days| days.free_slack),
        critical: found.is_some_and(|days| days.critical),
        base: base.and_then(|base| base.steps.get(&step.id)).copied(),
    }
}

/// The earliest first bijeenkomst of the roster, against the step in which the first groups meet.
fn first_group(plan: &Plan, calendar: &WorkCalendar, timetable: &Timetable) -> Option<FirstGroup> {
    let (day, group) = plan
        .groups
        .values()
        .filter_map(|group| {
            let first = group.sessions.values().next()?;
            Some((first.date?, group.id.to_string()))
        })
        .min()?;
    let step = StepId::parse(FIRST_GROUPS)?;
    let start = timetable.dates(timetable.steps.get(&step)?.early)?.first;
    let (from, to, sign) = if start > day {
        (day, start, 1)
    } else {
        (start, day, -1)
    };
    let working = (0..from.number().abs_diff(to.number()))
        .filter_map(|days| i32::try_from(days).ok())
        .filter(|days| calendar.is_working(from.plus_days(*days)))
        .count();
    Some(FirstGroup {
        group,
        day,
        late: sign * i32::try_from(working).unwrap_or(i32::MAX),
    })
}
