//! The dates of a step plan: early and late days, slack, the critical path with all its branches, and which
//! set dates cannot be met. No step starts before its predecessors allow, also where a fixed date says so.

use super::fault::StepFault;
use super::ids::StepId;
use super::model::{Edge, StepPlan, StepState};
use super::network::at;
use super::passes::{Hold, Pass};
use super::prepare::{Prepared, prepare, wished_number};
use super::working_days::{WorkCalendar, WorkingDays};
use crate::calendar::{Date, DateRange};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The working days of a step, counted from the start of the plan: from `start` up to but not including
/// `finish`. So `finish` is the number of working days that have passed when the step is done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Span {
    /// The first day, from 0.
    pub start: i32,
    /// The day after the last one.
    pub finish: i32,
}

/// The days of one step in a timetable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct StepDays {
    /// As early as possible: the days on which it is planned.
    pub early: Span,
    /// As late as possible without moving the end of the plan or missing a set date.
    pub late: Span,
    /// Working days that it can move without moving the end of the plan or missing a set date; negative
    /// when a set date is missed.
    pub total_slack: i32,
    /// Working days that it can move without moving any other step.
    pub free_slack: i32,
    /// Whether a day of delay moves the end of the plan or misses a set date. What is done is never critical.
    pub critical: bool,
    /// Whether its finish is a milestone.
    pub milestone: bool,
}

/// Which date of a step is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SetDate {
    /// The day on which it must start.
    FixedStart,
    /// The last day on which it should be finished.
    Deadline,
    /// The day from which the plan counts back.
    Wish(Edge),
}

impl SetDate {
    fn edge(self) -> Edge {
        match self {
            Self::FixedStart => Edge::Start,
            Self::Deadline => Edge::Finish,
            Self::Wish(edge) => edge,
        }
    }
}

/// A set date that the plan cannot meet, because of what comes before it or because of today, and the day
/// that it can.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Conflict {
    /// The step.
    pub step: StepId,
    /// Which of its dates.
    pub kind: SetDate,
    /// The day that is set.
    pub set: Date,
    /// The first day that can be kept instead.
    pub possible: Date,
    /// How many working days later that is than the set day.
    pub days: i32,
}

/// When every step of a plan is done. Dropped steps are left out.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Timetable {
    /// The days of each step.
    pub steps: BTreeMap<StepId, StepDays>,
    /// The first working day of the first step: 0, or earlier in a forecast of a plan that started before
    /// its start date.
    pub start: i32,
    /// The number of working days that have passed when the plan is done.
    pub finish: i32,
    /// The links that hold the critical steps together: the critical path with all its branches.
    pub critical_links: Vec<(StepId, StepId)>,
    /// The set dates that cannot be met, in order of step.
    pub conflicts: Vec<Conflict>,
    pub(super) days: Option<WorkingDays>,
}

impl StepPlan {
    /// Plans every step as early as its links and set dates allow, from the start date, or from the start
    /// that the wished date asks for. Progress does not count; see [`StepPlan::forecast`].
    ///
    /// Without a start and a wished date the result has day numbers only, and set dates do not count.
    ///
    /// ```
    /// use centering_core::calendar::Date;
    /// use centering_core::steps::{StepPlan, WorkCalendar};
    /// let mut plan = StepPlan::proposal().clone();
    /// plan.start = Date::new(2027, 1, 4);
    /// let timetable = plan.timetable(&WorkCalendar::default())?;
    /// assert_eq!(timetable.length(), 515);
    /// assert_eq!(timetable.last_day(), Date::new(2029, 1, 8));
    /// # Ok::<(), centering_core::steps::StepFault>(())
    /// ```
    ///
    /// # Errors
    /// The first fault of the plan.
    pub fn timetable(&self, calendar: &WorkCalendar) -> Result<Timetable, StepFault> {
        Timetable::of(self, prepare(self, calendar, None)?)
    }

    /// Plans what is left on `today`: what is done or started stays where it was, and nothing that is open
    /// starts before today.
    ///
    /// A started step takes what the user said is left, or what is left of its duration, at least one day.
    ///
    /// # Errors
    /// The first fault of the plan; `StepFault::NoStart` when it has neither a start nor a wished date.
    pub fn forecast(&self, calendar: &WorkCalendar, today: Date) -> Result<Timetable, StepFault> {
        Timetable::of(self, prepare(self, calendar, Some(today))?)
    }
}

impl Timetable {
    fn of(plan: &StepPlan, prepared: Prepared<'_>) -> Result<Self, StepFault> {
        let passes = prepared.network.passes(&prepared.nodes);
        let mut steps = BTreeMap::new();
        let kept = prepared.nodes.iter().zip(&passes).map(|(node, pass)| {
            let is_kept = node.hold != Hold::Dropped;
            is_kept.then_some((node.hold != Hold::Done, pass))
        });
        for (step, kept) in prepared.steps.iter().zip(kept) {
            let Some((is_open, pass)) = kept else {
                continue;
            };
            let days = StepDays {
                early: Span {
                    start: pass.start,
                    finish: pass.finish(),
                },
                late: Span {
                    start: pass.late_start,
                    finish: pass.late_start.saturating_add(pass.duration),
                },
                total_slack: pass.total_slack(),
                free_slack: pass.free_slack,
                critical: is_open && pass.total_slack() <= 0,
                milestone: step.milestone,
            };
            steps.insert(step.id.clone(), days);
        }
        let start = steps.values().map(|days| days.early.start).min();
        let start = start.unwrap_or(0);
        let kept = passes.iter().zip(&prepared.nodes).zip(0_u32..);
        let kept = kept.filter(|((_, node), _)| node.hold != Hold::Dropped);
        let finish = kept.map(|((pass, _), number)| prepared.reached(number, pass.finish()));
        let finish = finish.max().unwrap_or(0);
        let critical_links = critical_links(&prepared, &passes, &steps);
        let mut days = prepared.days;
        let mut conflicts = Vec::new();
        if let Some(days) = &mut days {
            days.reach(start)?;
            days.reach(finish)?;
            // Late days may reach far back when a deadline is long past; those have no date then.
            for late in steps.values().map(|days| days.late) {
                let _ = days.reach(late.start);
                let _ = days.reach(late.finish);
            }
            conflicts = find_conflicts(plan, &steps, days)?;
        }
        Ok(Self {
            steps,
            start,
            finish,
            critical_links,
            conflicts,
            days,
        })
    }

    /// Working days from the first day of the first step to the last day of the last one.
    pub fn length(&self) -> i32 {
        self.finish - self.start
    }

    /// The critical steps in order of their start.
    pub fn critical(&self) -> Vec<&StepId> {
        let mut critical: Vec<(i32, &StepId)> = self
            .steps
            .iter()
            .filter(|(_, days)| days.critical)
            .map(|(id, days)| (days.early.start, id))
            .collect();
        critical.sort();
        critical.into_iter().map(|(_, id)| id).collect()
    }

    /// The milestones in order of their finish.
    pub fn milestones(&self) -> Vec<(&StepId, &StepDays)> {
        let mut milestones: Vec<(&StepId, &StepDays)> = self
            .steps
            .iter()
            .filter(|(_, days)| days.milestone)
            .collect();
        milestones.sort_by_key(|(_, days)| days.early.finish);
        milestones
    }

    /// The first and the last day of a span; `None` when the plan has no date, or when the days fall
    /// outside what was computed. A step without duration is on the day on which the work before it ends, in
    /// a forecast not before today.
    pub fn dates(&self, span: Span) -> Option<DateRange> {
        dates(self.days.as_ref()?, span)
    }

    /// The first day of the first step; `None` for a plan without a start and a wished date, which has no days.
    pub fn first_day(&self) -> Option<Date> {
        self.days.as_ref()?.date(self.start)
    }

    /// The last day of the last step; `None` as for the first day.
    pub fn last_day(&self) -> Option<Date> {
        let whole = Span {
            start: self.start,
            finish: self.finish,
        };
        Some(self.dates(whole)?.last)
    }
}

pub(super) fn dates(days: &WorkingDays, span: Span) -> Option<DateRange> {
    if span.start < span.finish {
        return Some(DateRange {
            first: days.date(span.start)?,
            last: days.date(span.finish.saturating_sub(1))?,
        });
    }
    let before = span.finish.saturating_sub(1).max(0).min(span.finish);
    let day = days.date(days.now.map_or(before, |now| before.max(now)))?;
    Some(DateRange {
        first: day,
        last: day,
    })
}

/// The links without room between two critical steps; through dropped steps to what stands behind them.
fn critical_links(
    prepared: &Prepared<'_>,
    passes: &[Pass],
    steps: &BTreeMap<StepId, StepDays>,
) -> Vec<(StepId, StepId)> {
    let critical: Vec<bool> = prepared
        .ids
        .iter()
        .map(|id| steps.get(*id).is_some_and(|days| days.critical))
        .collect();
    let mut links = BTreeSet::new();
    for (id, from) in prepared.ids.iter().zip(0_u32..) {
        if !at(&critical, from) {
            continue;
        }
        let mut reached = Vec::new();
        let mut open = vec![from];
        while let Some(step) = open.pop() {
            let pass = at(passes, step);
            for tie in prepared.network.from(step) {
                let later = at(passes, tie.to);
                let weight = tie.weight(pass.duration, later.duration);
                if later.start != pass.start.saturating_add(weight) {
                    continue;
                }
                if at(&prepared.nodes, tie.to).hold == Hold::Dropped {
                    if !reached.contains(&tie.to) {
                        reached.push(tie.to);
                        open.push(tie.to);
                    }
                } else if let Some(next) = prepared.ids.get(tie.to as usize)
                    && at(&critical, tie.to)
                {
                    links.insert(((*id).clone(), (*next).clone()));
                }
            }
        }
    }
    links.into_iter().collect()
}

fn find_conflicts(
    plan: &StepPlan,
    steps: &BTreeMap<StepId, StepDays>,
    days: &mut WorkingDays,
) -> Result<Vec<Conflict>, StepFault> {
    let mut set = Vec::new();
    for (id, step) in &plan.steps {
        set.extend(step.fixed_start.map(|day| (id, SetDate::FixedStart, day)));
        set.extend(step.deadline.map(|day| (id, SetDate::Deadline, day)));
    }
    let wish = plan.wish.iter();
    set.extend(wish.map(|wish| (&wish.step, SetDate::Wish(wish.edge), wish.date)));
    let mut conflicts = Vec::new();
    for (id, kind, day) in set {
        let Some(found) = steps.get(id) else {
            continue;
        };
        let edge = kind.edge();
        let state = plan.steps.get(id).map(|step| step.progress.state);
        let is_over = matches!(
            (edge, state),
            (_, Some(StepState::Done)) | (Edge::Start, Some(StepState::Busy))
        );
        // Nobody can still keep what is over.
        if is_over && days.now.is_some() {
            continue;
        }
        let planned = match edge {
            Edge::Start => found.early.start,
            Edge::Finish => found.early.finish,
        };
        let wanted = match kind {
            SetDate::FixedStart => days.on_or_after(day)?,
            SetDate::Deadline => days.end_of(day)?,
            SetDate::Wish(edge) => wished_number(edge, day, days)?,
        };
        let possible = dates(days, found.early).map(|days| match edge {
            Edge::Start => days.first,
            Edge::Finish => days.last,
        });
        // A step without duration can be on the day itself, when the work before it ends.
        if let Some(possible) = possible.filter(|possible| planned > wanted && *possible > day) {
            conflicts.push(Conflict {
                step: id.clone(),
                kind,
                set: day,
                possible,
                days: planned - wanted,
            });
        }
    }
    Ok(conflicts)
}
