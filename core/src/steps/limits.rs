//! A plan in which the people of a role are limited: steps that need the same people wait for each other.
//! The best plan is hard to find, so this one comes with a bound: no plan under these limits is shorter.

use super::fault::StepFault;
use super::ids::{Role, StepId};
use super::model::StepPlan;
use super::network::{Network, at};
use super::passes::{Hold, Node, Pass};
use super::prepare::{Prepared, prepare};
use super::timetable::{Span, dates};
use super::usage::Usage;
use super::working_days::{WorkCalendar, WorkingDays};
use crate::calendar::{Date, DateRange};
use crate::steps::LinkKind;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// A plan under limits per role.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LimitedPlan {
    /// The days of each step.
    pub steps: BTreeMap<StepId, Span>,
    /// The number of working days that have passed when the plan is done.
    pub finish: i32,
    /// The same without any limit.
    pub unlimited_finish: i32,
    /// No plan under these limits is done earlier than this.
    pub bound: i32,
    /// How many working days later the plan is done because of all limits together.
    pub delay: i32,
    /// How many working days of the delay go when the limit of one role is lifted.
    pub delay_by_role: BTreeMap<Role, i32>,
    days: Option<WorkingDays>,
}

impl LimitedPlan {
    /// Whether the plan is as short as the bound, so that no better one exists.
    pub fn is_proven(&self) -> bool {
        self.finish == self.bound
    }

    /// The first and the last day of a span; `None` when the plan has no date.
    pub fn dates(&self, span: Span) -> Option<DateRange> {
        dates(self.days.as_ref()?, span)
    }
}

impl StepPlan {
    /// Plans the steps so that no more people of a role are busy on a day than there are. With `today`, what
    /// happened counts, as in a forecast; people of steps that have started are not free before those end.
    ///
    /// Steps are placed one by one, the one that must finish first before the others (serial schedule
    /// generation), by four orders; the shortest plan is taken. Deadlines and fixed dates may be missed.
    ///
    /// # Errors
    /// The first fault of the plan; `StepFault::People` when a step needs more people than there are.
    pub fn limited(
        &self,
        calendar: &WorkCalendar,
        today: Option<Date>,
    ) -> Result<LimitedPlan, StepFault> {
        let prepared = prepare(self, calendar, today)?;
        for step in self.steps.values() {
            self.check_people(step)?;
        }
        let nodes: Vec<Node> = prepared
            .nodes
            .iter()
            .map(|node| Node {
                latest: i32::MAX,
                ..*node
            })
            .collect();
        let search = Search {
            prepared: &prepared,
            set: prepared.network.passes(&prepared.nodes),
            free: prepared.network.passes(&nodes),
        };
        let starts = search.best(&self.limits);
        let finish = search.finish(&starts);
        let unlimited_finish = end(&prepared.nodes, &search.free);
        let mut delay_by_role = BTreeMap::new();
        for role in self.limits.keys() {
            let mut others = self.limits.clone();
            others.remove(role);
            let without = search.finish(&search.best(&others));
            delay_by_role.insert(role.clone(), (finish - without).max(0));
        }
        let bound = search.bound(&self.limits, unlimited_finish);
        let mut steps = BTreeMap::new();
        let rows = prepared.ids.iter().zip(&prepared.nodes);
        for ((id, node), (start, duration)) in rows.zip(starts) {
            if node.hold != Hold::Dropped {
                let finish = start.saturating_add(duration);
                steps.insert((*id).clone(), Span { start, finish });
            }
        }
        let mut days = prepared.days;
        if let Some(days) = &mut days {
            let first = steps.values().map(|span| span.start).min();
            days.reach(first.unwrap_or(0))?;
            days.reach(finish)?;
        }
        Ok(LimitedPlan {
            steps,
            finish,
            unlimited_finish,
            bound,
            delay: finish - unlimited_finish,
            delay_by_role,
            days,
        })
    }
}

fn end(nodes: &[Node], passes: &[Pass]) -> i32 {
    nodes
        .iter()
        .zip(passes)
        .filter(|(node, _)| node.hold != Hold::Dropped)
        .map(|(_, pass)| pass.finish())
        .max()
        .unwrap_or(0)
}

/// The start and duration of each step, by number.
type Placed = Vec<(i32, i32)>;

/// What goes first among steps that could be placed: the lowest numbers.
type Order = fn(&Pass) -> (i32, i32);

struct Search<'a> {
    prepared: &'a Prepared<'a>,
    /// The passes with the set dates.
    set: Vec<Pass>,
    /// The passes without any last day, so that late days tell the way to the end and nothing else.
    free: Vec<Pass>,
}

impl Search<'_> {
    fn finish(&self, placed: &Placed) -> i32 {
        self.prepared
            .nodes
            .iter()
            .zip(placed)
            .filter(|(node, _)| node.hold != Hold::Dropped)
            .map(|(_, (start, duration))| start.saturating_add(*duration))
            .max()
            .unwrap_or(0)
    }

    /// The shortest plan of four orders, the first of equals.
    fn best(&self, limits: &BTreeMap<Role, u16>) -> Placed {
        let orders: [Order; 4] = [
            |pass| {
                (
                    pass.late_start.saturating_add(pass.duration),
                    pass.late_start,
                )
            },
            |pass| (pass.late_start, -pass.duration),
            |pass| (pass.total_slack(), pass.late_start),
            |pass| (pass.start, pass.late_start),
        ];
        let mut best: Option<(i32, Placed)> = None;
        for order in orders {
            let priorities: Vec<(i32, i32)> = self.set.iter().map(order).collect();
            let placed = self.serial(&priorities, limits);
            let finish = self.finish(&placed);
            if best.as_ref().is_none_or(|(shortest, _)| finish < *shortest) {
                best = Some((finish, placed));
            }
        }
        best.map(|(_, placed)| placed).unwrap_or_default()
    }

    /// Places the steps one by one, among those whose predecessors are placed the one with the lowest
    /// priority number, each as early as its links, its own days and the people of its role allow.
    fn serial(&self, priorities: &[(i32, i32)], limits: &BTreeMap<Role, u16>) -> Placed {
        let Prepared {
            network,
            nodes,
            steps,
            ..
        } = self.prepared;
        let mut placed: Placed = nodes
            .iter()
            .zip(&self.set)
            .map(|(node, pass)| (node.earliest, pass.duration))
            .collect();
        let mut uses: BTreeMap<&Role, Usage> = limits
            .iter()
            .map(|(role, people)| (role, Usage::of(u32::from(*people))))
            .collect();
        for ((step, node), (start, duration)) in steps.iter().zip(nodes).zip(&placed) {
            if node.hold == Hold::Started
                && let Some(usage) = uses.get_mut(&step.role)
            {
                usage.occupy(*start, *duration, u32::from(step.people));
            }
        }
        let mut waiting = waiting(network, nodes.len());
        let mut ready: BTreeSet<((i32, i32), u32)> = (0..nodes.len() as u32)
            .filter(|step| at(&waiting, *step) == 0)
            .map(|step| (at(priorities, step), step))
            .collect();
        while let Some((_, number)) = ready.pop_first() {
            let node = at(nodes, number);
            if let (Hold::Free, Some(step)) = (node.hold, steps.get(number as usize))
                && let Some(usage) = uses.get_mut(&step.role)
                && let Some((start, duration)) = placed.get_mut(number as usize)
            {
                let people = u32::from(step.people);
                *start = usage.earliest(*start, *duration, people);
                usage.occupy(*start, *duration, people);
            }
            let (start, duration) = at(&placed, number);
            for tie in network.from(number) {
                let held = at(nodes, tie.to).hold;
                if let Some((later, lasting)) = placed.get_mut(tie.to as usize) {
                    let allowed = start.saturating_add(tie.weight(duration, *lasting));
                    match held {
                        Hold::Free | Hold::Dropped => *later = allowed.max(*later),
                        Hold::Started if tie.kind == LinkKind::FinishFinish => {
                            *lasting = (*lasting).saturating_add((allowed - *later).max(0));
                        }
                        Hold::Started | Hold::Done => {}
                    }
                }
                if let Some(waits) = waiting.get_mut(tie.to as usize) {
                    *waits -= 1;
                    if *waits == 0 {
                        ready.insert((at(priorities, tie.to), tie.to));
                    }
                }
            }
        }
        placed
    }

    /// The longest of the way through the links and of what each limited role needs.
    fn bound(&self, limits: &BTreeMap<Role, u16>, unlimited: i32) -> i32 {
        let mut bound = unlimited;
        for (role, people) in limits {
            let rows = self.prepared.steps.iter().zip(&self.prepared.nodes);
            let jobs: Vec<Job> = rows
                .zip(&self.free)
                .filter(|((step, node), pass)| {
                    node.hold == Hold::Free && pass.duration > 0 && step.role == *role
                })
                .map(|((step, _), pass)| Job {
                    head: pass.start,
                    work: i64::from(step.people) * i64::from(pass.duration),
                    tail: unlimited - pass.late_start - pass.duration,
                })
                .collect();
            bound = bound.max(shared_bound(jobs, i64::from(*people)));
        }
        bound
    }
}

/// The work of a step between the least that must come before and the least that must come after it.
struct Job {
    head: i32,
    work: i64,
    tail: i32,
}

/// The longest that any part of the jobs needs: the least head of the part, its work shared by the people,
/// and its least tail. The parts that can be longest are those with heads and tails above some limits, so
/// it is enough to look at these.
fn shared_bound(mut jobs: Vec<Job>, people: i64) -> i32 {
    jobs.sort_by_key(|job| Reverse(job.head));
    let tails: BTreeSet<i32> = jobs.iter().map(|job| job.tail).collect();
    let mut bound = 0;
    for tail in tails {
        let mut work = 0;
        for job in jobs.iter().filter(|job| job.tail >= tail) {
            work += job.work;
            let shared = i64::from(job.head) + (work + people - 1) / people.max(1);
            bound = bound.max(shared + i64::from(tail));
        }
    }
    i32::try_from(bound).unwrap_or(i32::MAX)
}

fn waiting(network: &Network, steps: usize) -> Vec<u32> {
    let mut waiting = vec![0_u32; steps];
    for tie in network.ties() {
        if let Some(count) = waiting.get_mut(tie.to as usize) {
            *count += 1;
        }
    }
    waiting
}
