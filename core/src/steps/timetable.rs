//! The dates of a step plan: early and late days, slack, the critical path with all its branches, and which
//! set dates cannot be met. No step starts before its predecessors allow, also where a fixed date says so.

use super::fault::StepFault;
use super::ids::StepId;
use super::model::{Edge, StepPlan};
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

/// A set date that the plan cannot meet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Conflict {
    /// The step starts this many working days after its fixed date, because of what comes before it.
    FixedStart {
        /// The step.
        step: StepId,
        /// Working days.
        days: i32,
    },
    /// The step finishes this many working days after its deadline.
    Deadline {
        /// The step.
        step: StepId,
        /// Working days.
        days: i32,
    },
    /// The step of the wished date comes this many working days too late.
    Wish {
        /// The step.
        step: StepId,
        /// Working days.
        days: i32,
    },
}

/// When every step of a plan is done. Dropped steps are left out.
#[derive(Clone, Debug, PartialEq, Eq)]
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
        let early = || steps.values().map(|days| days.early);
        let (start, finish) = (
            early().map(|span| span.start).min().unwrap_or(0),
            early().map(|span| span.finish).max().unwrap_or(0),
        );
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
    /// outside what was computed. A step without duration is on the day on which the work before it ends.
    pub fn dates(&self, span: Span) -> Option<DateRange> {
        dates(self.days.as_ref()?, span)
    }

    /// The first day of the first step.
    pub fn first_day(&self) -> Option<Date> {
        self.days.as_ref()?.date(self.start)
    }

    /// The last day of the last step.
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
            last: days.date(span.finish - 1)?,
        });
    }
    let day = days.date((span.finish - 1).max(0).min(span.finish))?;
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
    let mut conflicts = Vec::new();
    for (id, step) in &plan.steps {
        if step.fixed_start.is_none() && step.deadline.is_none() {
            continue;
        }
        let Some(found) = steps.get(id) else {
            continue;
        };
        if let Some(fixed) = step.fixed_start {
            let late = found.early.start - days.on_or_after(fixed)?;
            if late > 0 {
                conflicts.push(Conflict::FixedStart {
                    step: id.clone(),
                    days: late,
                });
            }
        }
        if let Some(deadline) = step.deadline {
            let late = found.early.finish - days.end_of(deadline)?;
            if late > 0 {
                conflicts.push(Conflict::Deadline {
                    step: id.clone(),
                    days: late,
                });
            }
        }
    }
    if let Some(wish) = &plan.wish
        && let Some(found) = steps.get(&wish.step)
    {
        let planned = match wish.edge {
            Edge::Start => found.early.start,
            Edge::Finish => found.early.finish,
        };
        let late = planned - wished_number(wish, days)?;
        if late > 0 {
            conflicts.push(Conflict::Wish {
                step: wish.step.clone(),
                days: late,
            });
        }
    }
    Ok(conflicts)
}
