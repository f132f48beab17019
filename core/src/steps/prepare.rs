//! From a stored step plan to numbers: the links as a network, dates as working-day numbers, progress as
//! facts. Every computation of this room starts here, and every fault of a plan is found here.

use super::fault::StepFault;
use super::ids::StepId;
use super::model::{Edge, Step, StepPlan, StepState};
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
}

impl Prepared<'_> {
    /// The number of today, in a forecast.
    pub fn now(&self) -> Option<i32> {
        self.days.as_ref()?.now
    }

    /// When a step is reached that ends after so many days: an open one, and one without duration that is ticked
    /// today, not before today is over.
    pub fn reached(&self, number: u32, finish: i32) -> i32 {
        let node = at(&self.nodes, number);
        let is_ahead = match node.hold {
            Hold::Free => true,
            Hold::Dropped => false,
            Hold::Started | Hold::Done => node.duration == 0,
        };
        match self.now().filter(|_| is_ahead) {
            Some(now) => finish.max(now.saturating_add(1)),
            None => finish,
        }
    }
}

impl StepPlan {
    /// Checks that the plan can be computed, apart from its dates.
    ///
    /// # Errors
    /// The first fault.
    pub fn check(&self) -> Result<(), StepFault> {
        self.faults().into_iter().next().map_or(Ok(()), Err)
    }

    /// Everything that keeps the plan from being computed, apart from its dates; of circles one.
    pub fn faults(&self) -> Vec<StepFault> {
        let steps = self.steps.values();
        let own = steps
            .clone()
            .flat_map(|step| own_faults(step, |id| self.steps.contains_key(id)));
        let told = steps.flat_map(|step| [check_progress(step), self.check_people(step)]);
        let wish = self
            .wish
            .iter()
            .map(|wish| kept(self, &wish.step).map(drop));
        let mut faults: Vec<StepFault> = own.collect();
        if faults.is_empty() {
            faults.extend(structure(self).err());
        }
        let others = [self.check_uncertainty()]
            .into_iter()
            .chain(wish)
            .chain(told);
        faults.extend(others.filter_map(Result::err));
        faults
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
    let mut ties = Vec::new();
    for (step, to) in plan.steps.values().zip(0..) {
        if let Some(fault) = own_faults(step, |id| number(id).is_some()).next() {
            return Err(fault);
        }
        for link in &step.after {
            // Every link was looked up just now.
            let Some(from) = number(&link.step) else {
                continue;
            };
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
        Err(NetworkFault::TooMany | NetworkFault::Unknown(_)) => Err(StepFault::TooMany),
    }
}

/// What is wrong with the numbers and the links of a step.
fn own_faults<'a>(
    step: &'a Step,
    is_known: impl Fn(&StepId) -> bool + 'a,
) -> impl Iterator<Item = StepFault> + 'a {
    let is_long = !(0..=Step::LONGEST).contains(&step.duration);
    let long = is_long.then(|| StepFault::Duration(step.id.clone()));
    let links = step.after.iter().filter_map(move |link| {
        if !is_known(&link.step) {
            return Some(StepFault::UnknownPredecessor {
                step: step.id.clone(),
                predecessor: link.step.clone(),
            });
        }
        let lags = -Step::LONGEST..=Step::LONGEST;
        (!lags.contains(&link.lag)).then(|| StepFault::Lag(step.id.clone()))
    });
    long.into_iter().chain(links)
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
    if let Some(days) = &mut days {
        days.reach(0)?;
        if let Some(today) = today {
            let now = days.on_or_after(today)?;
            days.now = Some(now);
        }
        for (node, step) in nodes.iter_mut().zip(&steps) {
            if !step.is_dropped() {
                set_days(node, step, days)?;
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
    let first = wished_number(wish.edge, wish.date, &mut days)?.saturating_sub(lead);
    days.reach(first)?;
    let start = days.date(first).ok_or(StepFault::BeyondCalendar)?;
    Ok(Some(WorkingDays::from(calendar, start)))
}

/// Where the step of a wish starts or finishes when the wish is met: on the last working day that is not
/// later than the wished date.
pub(super) fn wished_number(
    edge: Edge,
    date: Date,
    days: &mut WorkingDays,
) -> Result<i32, StepFault> {
    let end = days.end_of(date)?;
    Ok(match edge {
        Edge::Start => end - 1,
        Edge::Finish => end,
    })
}

/// Puts the dates and, in a forecast, the progress of a step into its node.
fn set_days(node: &mut Node, step: &Step, days: &mut WorkingDays) -> Result<(), StepFault> {
    if let Some(now) = days.now {
        check_progress(step)?;
        let progress = &step.progress;
        if let (StepState::Done, Some(finished)) = (progress.state, progress.finished) {
            let end = days.end_of(finished)?;
            let start = match progress.started {
                Some(started) => days.on_or_after(started)?,
                None => end - step.duration,
            };
            // What takes no time holds nothing back on the day on which it is ticked.
            let is_moment = step.duration == 0 && end == now.saturating_add(1) && start >= now;
            let (start, finish) = match is_moment {
                true => (now, now),
                false => (start.min(end - 1), end),
            };
            node.hold = Hold::Done;
            node.earliest = start;
            node.duration = finish - start;
            return Ok(());
        }
        if let (StepState::Busy, Some(started)) = (progress.state, progress.started) {
            let start = days.on_or_after(started)?;
            let elapsed = (now - start).max(0);
            let least = i32::from(step.duration > 0 || elapsed > 0);
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
