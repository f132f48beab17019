//! How sure the dates of a plan are: many draws of every duration, and when each milestone is reached in half
//! (P50) and in four fifths (P80) of them. Integers only: the same seed gives the same days everywhere.

use super::draws::{LONGEST_DRAW, Range, sequence};
use super::fault::StepFault;
use super::ids::StepId;
use super::model::{StepPlan, Uncertainty};
use super::network::at;
use super::passes::{Hold, forward_into};
use super::prepare::{Prepared, prepare};
use super::timetable::{Span, dates};
use super::working_days::{WorkCalendar, WorkingDays};
use crate::calendar::Date;
use crate::engine::random::Random;
use std::collections::BTreeMap;

/// How much one step moves a milestone.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Driver {
    /// The step.
    pub step: StepId,
    /// In how many of a thousand draws the step is on the longest way to the milestone.
    pub share_permille: u32,
    /// By how much it is longer there than its likely duration, on average over all draws, in hundredths of
    /// a working day. The milestone comes that much later because of it.
    pub delay_hundredths: i32,
}

/// When something is reached, in working days from the start of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Outlook {
    /// When every step takes its optimistic duration.
    pub optimistic: i32,
    /// When every step takes its likely duration.
    pub likely: i32,
    /// In half of the draws it is reached by then.
    pub p50: i32,
    /// In four fifths of the draws it is reached by then.
    pub p80: i32,
    /// When every step takes its pessimistic duration.
    pub pessimistic: i32,
    /// The steps that move it, the one with the largest delay first.
    pub drivers: Vec<Driver>,
}

/// The outlook of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlooks {
    /// Of each milestone, the first hundred in order of code.
    pub milestones: BTreeMap<StepId, Outlook>,
    /// Of the end of the plan.
    pub finish: Outlook,
    days: Option<WorkingDays>,
}

impl Outlooks {
    /// The day on which something is reached that ends after so many working days; `None` when the plan has
    /// no date.
    pub fn day(&self, finish: i32) -> Option<Date> {
        let span = Span {
            start: finish.saturating_sub(1),
            finish,
        };
        Some(dates(self.days.as_ref()?, span)?.last)
    }
}

const MOST_DRAWS: u32 = 100_000;
/// More milestones than this have no outlook of their own.
const MOST_MILESTONES: usize = 100;

impl StepPlan {
    /// Draws the durations of all steps that are not done and plans each draw. With `today`, what happened
    /// counts, as in a forecast, and of a started step only what is left is uncertain.
    ///
    /// Durations are drawn from a triangle between optimistic and pessimistic with its top at the likely
    /// one, each step from its own sequence, so that changing one step leaves the draws of the others as
    /// they are. Limits per role do not count.
    ///
    /// # Errors
    /// The first fault of the plan.
    pub fn outlook(
        &self,
        calendar: &WorkCalendar,
        today: Option<Date>,
    ) -> Result<Outlooks, StepFault> {
        self.check_uncertainty()?;
        let prepared = prepare(self, calendar, today)?;
        let mut simulation = Simulation::of(self, &prepared);
        let extremes = [
            simulation.plan(|range| range.optimistic),
            simulation.plan(|range| range.likely),
            simulation.plan(|range| range.pessimistic),
        ];
        for _ in 0..self.uncertainty.draws {
            simulation.draw();
        }
        let mut milestones = BTreeMap::new();
        let mut finish = None;
        for (place, target) in simulation.targets.into_iter().enumerate() {
            let [optimistic, likely, pessimistic] = extremes
                .each_ref()
                .map(|found| found.get(place).copied().unwrap_or(0));
            let outlook = target.outlook(&prepared, optimistic, likely, pessimistic);
            match target.step.and_then(|step| prepared.ids.get(step as usize)) {
                Some(id) => {
                    milestones.insert((*id).clone(), outlook);
                }
                None => finish = Some(outlook),
            }
        }
        let mut days = prepared.days;
        // The last target is always the end of the plan.
        let finish = finish.ok_or(StepFault::Uncertainty)?;
        if let Some(days) = &mut days {
            days.reach(finish.pessimistic.max(finish.p80))?;
        }
        Ok(Outlooks {
            milestones,
            finish,
            days,
        })
    }

    pub(super) fn check_uncertainty(&self) -> Result<(), StepFault> {
        let Uncertainty {
            optimistic_percent,
            pessimistic_percent,
            draws,
            ..
        } = self.uncertainty;
        let fits = (0..=100).contains(&optimistic_percent)
            && (100..=1_000).contains(&pessimistic_percent)
            && (1..=MOST_DRAWS).contains(&draws);
        if !fits {
            return Err(StepFault::Uncertainty);
        }
        for step in self.steps.values() {
            if let Some(estimate) = &step.estimate {
                let rises = 0 <= estimate.optimistic
                    && estimate.optimistic <= step.duration
                    && step.duration <= estimate.pessimistic
                    && estimate.pessimistic <= LONGEST_DRAW;
                if !rises {
                    return Err(StepFault::Estimate(step.id.clone()));
                }
            }
        }
        Ok(())
    }
}

/// A milestone, or the end of the plan, and what the draws say of it.
struct Target {
    step: Option<u32>,
    reached: Vec<i32>,
    /// Of each step: in how many draws it is on the longest way, and the sum of its extra days there.
    shares: Vec<(u32, i64)>,
}

impl Target {
    fn outlook(
        &self,
        prepared: &Prepared<'_>,
        optimistic: i32,
        likely: i32,
        pessimistic: i32,
    ) -> Outlook {
        let mut reached = self.reached.clone();
        reached.sort_unstable();
        let draws = reached.len().max(1);
        let by = |percent: usize| {
            let place = (draws * percent).div_ceil(100).saturating_sub(1);
            reached.get(place).copied().unwrap_or(likely)
        };
        let mut drivers: Vec<Driver> = prepared
            .ids
            .iter()
            .zip(&prepared.nodes)
            .zip(&self.shares)
            .filter(|((_, node), (count, _))| *count > 0 && node.hold != Hold::Dropped)
            .map(|((id, _), (count, extra))| Driver {
                step: (*id).clone(),
                share_permille: u32::try_from(u64::from(*count) * 1_000 / draws as u64)
                    .unwrap_or(1_000),
                delay_hundredths: i32::try_from(extra * 100 / draws as i64).unwrap_or(i32::MAX),
            })
            .collect();
        drivers.sort_by_key(|driver| {
            (
                -i64::from(driver.delay_hundredths),
                std::cmp::Reverse(driver.share_permille),
            )
        });
        Outlook {
            optimistic,
            likely,
            p50: by(50),
            p80: by(80),
            pessimistic,
            drivers,
        }
    }
}

struct Simulation<'a> {
    prepared: &'a Prepared<'a>,
    ranges: Vec<Range>,
    randoms: Vec<Random>,
    targets: Vec<Target>,
    durations: Vec<i32>,
    starts: Vec<i32>,
    on_the_way: Vec<bool>,
}

impl<'a> Simulation<'a> {
    fn of(plan: &StepPlan, prepared: &'a Prepared<'a>) -> Self {
        let steps = prepared.steps.iter().zip(&prepared.nodes);
        let ranges: Vec<Range> = steps
            .clone()
            .map(|(step, node)| Range::of(step, *node, prepared.now(), &plan.uncertainty))
            .collect();
        let seed = plan.uncertainty.seed;
        let randoms = prepared.ids.iter().map(|id| sequence(seed, id)).collect();
        let milestones = steps
            .zip(0_u32..)
            .filter(|((step, node), _)| step.milestone && node.hold != Hold::Dropped)
            .map(|(_, number)| Some(number))
            .take(MOST_MILESTONES);
        let count = prepared.nodes.len();
        let targets = milestones
            .chain([None])
            .map(|step| Target {
                step,
                reached: Vec::with_capacity(plan.uncertainty.draws as usize),
                shares: vec![(0, 0); count],
            })
            .collect();
        Self {
            prepared,
            ranges,
            randoms,
            targets,
            durations: vec![0; count],
            starts: vec![0; count],
            on_the_way: vec![false; count],
        }
    }

    /// When each target is reached with these durations.
    fn plan(&mut self, duration: impl Fn(&Range) -> i32) -> Vec<i32> {
        for (place, range) in self.durations.iter_mut().zip(&self.ranges) {
            *place = duration(range);
        }
        self.forward();
        self.targets
            .iter()
            .map(|target| self.reached(target.step))
            .collect()
    }

    fn forward(&mut self) {
        for (start, node) in self.starts.iter_mut().zip(&self.prepared.nodes) {
            *start = node.earliest;
        }
        forward_into(
            &self.prepared.network,
            &self.prepared.nodes,
            &mut self.durations,
            &mut self.starts,
        );
    }

    fn finish(&self, step: u32) -> i32 {
        at(&self.starts, step).saturating_add(at(&self.durations, step))
    }

    fn reached(&self, step: Option<u32>) -> i32 {
        let kept = |step: &u32| at(&self.prepared.nodes, *step).hold != Hold::Dropped;
        match step {
            Some(step) => self.prepared.reached(step, self.finish(step)),
            None => (0..self.starts.len() as u32)
                .filter(kept)
                .map(|step| self.prepared.reached(step, self.finish(step)))
                .max()
                .unwrap_or(0),
        }
    }

    /// One draw of all durations; for each target when it is reached and which steps made it so late.
    fn draw(&mut self) {
        let rows = self.ranges.iter().zip(&mut self.randoms);
        for (place, (range, random)) in self.durations.iter_mut().zip(rows) {
            *place = range.draw(random);
        }
        self.forward();
        let mut targets = std::mem::take(&mut self.targets);
        for target in &mut targets {
            let reached = self.reached(target.step);
            target.reached.push(reached);
            self.mark_way(target.step, reached);
            let rows = self
                .on_the_way
                .iter()
                .zip(self.durations.iter().zip(&self.ranges));
            for ((count, extra), (on_the_way, (duration, range))) in
                target.shares.iter_mut().zip(rows)
            {
                if *on_the_way {
                    *count += 1;
                    *extra += i64::from(duration - range.likely);
                }
            }
        }
        self.targets = targets;
    }

    /// Marks the steps of the longest way to a target: walks back over the links without room.
    fn mark_way(&mut self, target: Option<u32>, reached: i32) {
        for number in 0..self.on_the_way.len() as u32 {
            let is_end = match target {
                Some(step) => step == number,
                None => self.prepared.reached(number, self.finish(number)) == reached,
            };
            if let Some(mark) = self.on_the_way.get_mut(number as usize) {
                *mark = is_end;
            }
        }
        for tie in self.prepared.network.ties().iter().rev() {
            if !at(&self.on_the_way, tie.to) || at(&self.prepared.nodes, tie.to).is_held() {
                continue;
            }
            let weight = tie.weight(at(&self.durations, tie.from), at(&self.durations, tie.to));
            if at(&self.starts, tie.to) == at(&self.starts, tie.from).saturating_add(weight)
                && let Some(mark) = self.on_the_way.get_mut(tie.from as usize)
            {
                *mark = true;
            }
        }
    }
}
