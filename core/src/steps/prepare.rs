//! From a stored step plan to numbers: the links as a network, dates as working-day numbers, progress as
//! facts. Every computation of this room starts here, and every fault of a plan is found here.

use super::fault::StepFault;
use super::ids::StepId;
use super::model::{Edge, Step, StepPlan, StepState, Wish};
use super::network::{Network, NetworkFault, Tie, at};
use super::passes::{Hold, Node, forward};
use super::working_days::{WorkCalendar, WorkingDays};
use crate::calendar::Date;

/// A step plan as numbers. Steps are numbered in order of code.
pub(super) struct Prepared<'a> {
    pub ids: Vec<&'a StepId>,
    pub steps: Vec<&'a Step>,
    pub nodes: Vec<Node>,
    pub network: Network,
    /// The working days; absent when the plan has neither a start nor a wished date.
    pub days: Option<WorkingDays>,
    /// The number of today, in a forecast.
    pub now: Option<i32>,
}

impl StepPlan {
    /// Checks that the plan can be computed, apart from its dates.
    ///
    /// # Errors
    /// The first fault.
    pub fn check(&self) -> Result<(), StepFault> {
        structure(self)?;
        self.check_uncertainty()?;
        if let Some(wish) = &self.wish {
            kept(self, &wish.step)?;
        }
        for step in self.steps.values() {
            check_progress(step)?;
            self.check_people(step)?;
        }
        Ok(())
    }

    pub(super) fn check_people(&self, step: &Step) -> Result<(), StepFault> {
        let limit = self.limits.get(&step.role).copied().unwrap_or(u16::MAX);
        if step.people == 0 || (step.people > limit && !step.is_dropped()) {
            return Err(StepFault::People(step.id.clone(), step.role.clone()));
        }
        Ok(())
    }
}

/// The codes and the links of the plan, checked.
fn structure(plan: &StepPlan) -> Result<(Vec<&StepId>, Network), StepFault> {
    if plan.steps.len() > StepPlan::MOST_STEPS {
        return Err(StepFault::TooMany);
    }
    let ids: Vec<&StepId> = plan.steps.keys().collect();
    let dropped: Vec<bool> = plan.steps.values().map(Step::is_dropped).collect();
    let keys: Vec<u128> = ids.iter().map(|id| id.key()).collect();
    let number = |id: &StepId| keys.binary_search(&id.key()).ok().map(|place| place as u32);
    let lengths = 0..=Step::LONGEST;
    let mut ties = Vec::new();
    for ((id, step), to) in plan.steps.iter().zip(0..) {
        if !lengths.contains(&step.duration) {
            return Err(StepFault::Duration(id.clone()));
        }
        for link in &step.after {
            let Some(from) = number(&link.step) else {
                return Err(StepFault::UnknownPredecessor {
                    step: id.clone(),
                    predecessor: link.step.clone(),
                });
            };
            if !(-Step::LONGEST..=Step::LONGEST).contains(&link.lag) {
                return Err(StepFault::Lag(id.clone()));
            }
            // Nobody waits for a step that is dropped, so its lags go; the order stays.
            let loose = at(&dropped, from) || at(&dropped, to);
            ties.push(Tie {
                from,
                to,
                kind: link.kind,
                lag: if loose { 0 } else { link.lag },
            });
        }
    }
    match Network::new(ids.len(), &ties) {
        Ok(network) => Ok((ids, network)),
        Err(NetworkFault::Cycle(numbers)) => {
            let named = numbers.iter().filter_map(|number| ids.get(*number));
            Err(StepFault::Cycle(named.map(|id| (*id).clone()).collect()))
        }
        // Every link was looked up among the steps, so none is unknown here.
        Err(NetworkFault::Unknown(_)) => Err(StepFault::TooMany),
    }
}

fn kept<'a>(plan: &'a StepPlan, id: &StepId) -> Result<&'a Step, StepFault> {
    plan.steps
        .get(id)
        .filter(|step| !step.is_dropped())
        .ok_or_else(|| StepFault::Wish(id.clone()))
}

fn check_progress(step: &Step) -> Result<(), StepFault> {
    let progress = &step.progress;
    let is_told = match progress.state {
        StepState::Open | StepState::Dropped => true,
        StepState::Busy => progress.started.is_some(),
        StepState::Done => progress.finished.is_some(),
    };
    let runs_back =
        matches!((progress.started, progress.finished), (Some(first), Some(last)) if first > last);
    let lengths = 0..=Step::LONGEST;
    if is_told
        && !runs_back
        && progress
            .remaining
            .is_none_or(|left| lengths.contains(&left))
    {
        return Ok(());
    }
    Err(StepFault::Progress(step.id.clone()))
}

/// The plan as numbers. With `today` what happened counts and nothing open starts earlier.
///
/// # Errors
/// The first fault of the plan.
pub(super) fn prepare<'a>(
    plan: &'a StepPlan,
    calendar: &WorkCalendar,
    today: Option<Date>,
) -> Result<Prepared<'a>, StepFault> {
    let (ids, network) = structure(plan)?;
    let steps: Vec<&Step> = plan.steps.values().collect();
    let mut nodes: Vec<Node> = steps.iter().map(|step| bare_node(step)).collect();
    let mut days = first_day(plan, calendar, &ids, &network, &nodes)?;
    let mut now = None;
    if let Some(days) = &mut days {
        days.reach(0)?;
        if let Some(today) = today {
            now = Some(days.on_or_after(today)?);
        }
        for (node, step) in nodes.iter_mut().zip(&steps) {
            if !step.is_dropped() {
                set_days(node, step, days, now)?;
            }
        }
    } else if today.is_some() {
        return Err(StepFault::NoStart);
    }
    Ok(Prepared {
        ids,
        steps,
        nodes,
        network,
        days,
        now,
    })
}

fn bare_node(step: &Step) -> Node {
    if step.is_dropped() {
        return Node {
            hold: Hold::Dropped,
            ..Node::default()
        };
    }
    Node::lasting(step.duration)
}

/// The working days from the start of the plan, or from the day on which it must start for its wish.
fn first_day(
    plan: &StepPlan,
    calendar: &WorkCalendar,
    ids: &[&StepId],
    network: &Network,
    nodes: &[Node],
) -> Result<Option<WorkingDays>, StepFault> {
    if let Some(wish) = &plan.wish {
        kept(plan, &wish.step)?;
    }
    if let Some(start) = plan.start {
        return Ok(Some(WorkingDays::from(calendar, start)));
    }
    let Some(wish) = &plan.wish else {
        return Ok(None);
    };
    let number = ids.binary_search(&&wish.step).unwrap_or(0) as u32;
    let mut durations: Vec<i32> = nodes.iter().map(|node| node.duration).collect();
    let starts = forward(network, nodes, &mut durations);
    let lead = match wish.edge {
        Edge::Start => at(&starts, number),
        Edge::Finish => at(&starts, number).saturating_add(at(&durations, number)),
    };
    let mut days = WorkingDays::from(calendar, wish.date);
    let first = wished_number(wish, &mut days)?.saturating_sub(lead);
    days.reach(first)?;
    let start = days.date(first).ok_or(StepFault::BeyondCalendar)?;
    Ok(Some(WorkingDays::from(calendar, start)))
}

/// Where the step of a wish starts or finishes when the wish is met: on the last working day that is not
/// later than the wished date.
pub(super) fn wished_number(wish: &Wish, days: &mut WorkingDays) -> Result<i32, StepFault> {
    let end = days.end_of(wish.date)?;
    Ok(match wish.edge {
        Edge::Start => end - 1,
        Edge::Finish => end,
    })
}

/// Puts the dates and, in a forecast, the progress of a step into its node.
fn set_days(
    node: &mut Node,
    step: &Step,
    days: &mut WorkingDays,
    now: Option<i32>,
) -> Result<(), StepFault> {
    if let Some(now) = now {
        check_progress(step)?;
        let progress = &step.progress;
        if let (StepState::Done, Some(finished)) = (progress.state, progress.finished) {
            let finish = days.end_of(finished)?;
            let start = match progress.started {
                Some(started) => days.on_or_after(started)?.min(finish),
                None => finish - step.duration,
            };
            node.hold = Hold::Done;
            node.earliest = start;
            node.duration = finish - start;
            return Ok(());
        }
        if let (StepState::Busy, Some(started)) = (progress.state, progress.started) {
            let start = days.on_or_after(started)?;
            let elapsed = (now - start).max(0);
            let least = step.duration.min(1);
            let expected = (step.duration - elapsed).max(least);
            node.hold = Hold::Started;
            node.earliest = start;
            node.duration = elapsed + progress.remaining.unwrap_or(expected);
        } else {
            node.earliest = node.earliest.max(now);
        }
    }
    if let Some(deadline) = step.deadline {
        node.latest = days.end_of(deadline)? - node.duration;
    }
    if node.hold == Hold::Free {
        if let Some(first) = step.not_before {
            node.earliest = node.earliest.max(days.on_or_after(first)?);
        }
        if let Some(fixed) = step.fixed_start {
            let fixed = days.on_or_after(fixed)?;
            node.earliest = node.earliest.max(fixed);
            node.latest = node.latest.min(fixed);
        }
    }
    Ok(())
}
