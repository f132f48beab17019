//! The links of a step plan as a graph on plain numbers: an order in which every step comes after those it
//! waits for, or the cycle that forbids one. Knows no dates and no codes; see `passes` for the computation.

use super::model::LinkKind;
use crate::text::faults;

/// A link between two steps by their numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tie {
    /// The number of the earlier step.
    pub from: u32,
    /// The number of the later step.
    pub to: u32,
    /// What is tied together.
    pub kind: LinkKind,
    /// Working days between the two.
    pub lag: i32,
}

impl Tie {
    /// The least number of days from the start of the earlier step to the start of the later one.
    #[inline]
    pub(super) fn weight(self, from_duration: i32, to_duration: i32) -> i32 {
        // Factors instead of branches: the kinds of the links of a plan follow no pattern to predict.
        let from_finish = i32::from(self.kind != LinkKind::StartStart);
        let to_finish = i32::from(self.kind == LinkKind::FinishFinish);
        (from_finish * from_duration)
            .saturating_add(self.lag)
            .saturating_sub(to_finish * to_duration)
    }
}

faults! {
    /// Why links have no order.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub enum NetworkFault {
        /// There are more than [`Network::MOST_STEPS`] steps.
        TooMany => "there are more than {} steps", Network::MOST_STEPS;
        /// A link names a step with a number at or above the number of steps.
        Unknown(tie: Tie) => "the link from {} to {} names a step that does not exist", tie.from, tie.to;
        /// These steps wait for each other; each comes after the one before it, the first after the last.
        Cycle(steps: Vec<usize>) => "these steps wait for each other: {steps:?}";
    }
}

/// Steps `0..n` with their links, in an order in which every step comes after those it waits for.
#[derive(Clone, Debug)]
pub struct Network {
    /// The numbers of the steps, in that order.
    order: Vec<u32>,
    /// The links, sorted by the place of their earlier step in the order.
    ties: Vec<Tie>,
    /// Of each step, where its own links start and end in `ties`.
    outgoing: Vec<(u32, u32)>,
}

/// The value of a step; the default for a number that does not exist, which `Network::new` excludes.
#[inline]
pub(super) fn at<T: Copy + Default>(list: &[T], number: u32) -> T {
    list.get(number as usize).copied().unwrap_or_default()
}

impl Network {
    /// The most steps: far more than any plan has, and no more than memory holds.
    pub const MOST_STEPS: usize = 1 << 24;

    /// Puts the steps in order, in time linear in steps and links. Among steps that could come next, the one
    /// with the lowest number that was free first comes first, so equal links give equal orders.
    ///
    /// ```
    /// use centering_core::steps::{LinkKind, Network, NetworkFault, Tie};
    /// let tie = |from, to| Tie { from, to, kind: LinkKind::FinishStart, lag: 0 };
    /// assert_eq!(Network::new(3, &[tie(2, 0)])?.order(), [1, 2, 0]);
    /// let circle = Network::new(3, &[tie(0, 1), tie(1, 0)]);
    /// assert_eq!(circle.unwrap_err(), NetworkFault::Cycle(vec![0, 1]));
    /// # Ok::<(), NetworkFault>(())
    /// ```
    ///
    /// # Errors
    /// See [`NetworkFault`].
    pub fn new(steps: usize, links: &[Tie]) -> Result<Self, NetworkFault> {
        if steps > Self::MOST_STEPS {
            return Err(NetworkFault::TooMany);
        }
        let mut starts = vec![0_u32; steps + 1];
        let mut waiting = vec![0_u32; steps];
        for tie in links {
            let known = (tie.from as usize) < steps;
            match (
                starts.get_mut((tie.from as usize).saturating_add(1)),
                waiting.get_mut(tie.to as usize),
            ) {
                (Some(count), Some(waits)) if known => {
                    *count += 1;
                    *waits += 1;
                }
                _ => return Err(NetworkFault::Unknown(*tie)),
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut grouped = links.to_vec();
        let mut next = starts.clone();
        for tie in links {
            if let Some(place) = next.get_mut(tie.from as usize) {
                if let Some(free) = grouped.get_mut(*place as usize) {
                    *free = *tie;
                }
                *place += 1;
            }
        }
        let own = |step: u32| at(&starts, step) as usize..at(&starts, step + 1) as usize;

        let mut order: Vec<u32> = Vec::with_capacity(steps);
        order.extend((0..steps as u32).filter(|step| at(&waiting, *step) == 0));
        let mut ties = Vec::with_capacity(links.len());
        let mut outgoing = vec![(0, 0); steps];
        let mut place = 0;
        while let Some(&step) = order.get(place) {
            place += 1;
            let first = ties.len() as u32;
            for tie in grouped.get(own(step)).unwrap_or_default() {
                ties.push(*tie);
                if let Some(waits) = waiting.get_mut(tie.to as usize) {
                    *waits -= 1;
                    if *waits == 0 {
                        order.push(tie.to);
                    }
                }
            }
            if let Some(range) = outgoing.get_mut(step as usize) {
                *range = (first, ties.len() as u32);
            }
        }
        if order.len() < steps {
            return Err(NetworkFault::Cycle(cycle(links, &waiting)));
        }
        Ok(Self {
            order,
            ties,
            outgoing,
        })
    }

    /// The numbers of the steps, every one after those it waits for.
    pub fn order(&self) -> &[u32] {
        &self.order
    }

    /// The links, sorted by the place of their earlier step in the order.
    pub fn ties(&self) -> &[Tie] {
        &self.ties
    }

    /// The links to the steps that wait for this one.
    pub(super) fn from(&self, step: u32) -> &[Tie] {
        let (first, end) = at(&self.outgoing, step);
        self.ties
            .get(first as usize..end as usize)
            .unwrap_or_default()
    }
}

/// A cycle among the steps that still wait for another one: every one of them has a waiting step before it,
/// so walking back must come to a step for the second time.
fn cycle(links: &[Tie], waiting: &[u32]) -> Vec<usize> {
    let mut before: Vec<Option<u32>> = vec![None; waiting.len()];
    for tie in links {
        if at(waiting, tie.from) > 0
            && let Some(earlier) = before.get_mut(tie.to as usize)
            && earlier.is_none_or(|known| tie.from < known)
        {
            *earlier = Some(tie.from);
        }
    }
    let mut seen = vec![false; waiting.len()];
    let mut path: Vec<u32> = Vec::new();
    let mut step = (0..waiting.len() as u32).find(|step| at(waiting, *step) > 0);
    while let Some(current) = step {
        if at(&seen, current) {
            let first = path.iter().position(|one| *one == current).unwrap_or(0);
            let mut circle: Vec<usize> = path.iter().skip(first).map(|one| *one as usize).collect();
            circle.reverse();
            // The lowest number comes first, so one cycle has one way to be told.
            let lowest = circle
                .iter()
                .enumerate()
                .min_by_key(|(_, one)| **one)
                .map_or(0, |(place, _)| place);
            circle.rotate_left(lowest);
            return circle;
        }
        if let Some(mark) = seen.get_mut(current as usize) {
            *mark = true;
        }
        path.push(current);
        step = at(&before, current);
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tie(from: u32, to: u32) -> Tie {
        Tie {
            from,
            to,
            kind: LinkKind::FinishStart,
            lag: 0,
        }
    }

    #[test]
    fn every_step_comes_after_those_it_waits_for() {
        let network = Network::new(5, &[tie(4, 0), tie(0, 2), tie(4, 2), tie(1, 3)]).unwrap();
        assert_eq!(network.order(), [1, 4, 3, 0, 2]);
        assert_eq!(network.from(4), [tie(4, 0), tie(4, 2)]);
        assert!(Network::new(0, &[]).unwrap().order().is_empty());
    }

    #[test]
    fn a_cycle_is_told_from_its_lowest_step_and_without_its_tails() {
        // 0 leads into the cycle 1, 3, 2; 4 comes out of it.
        let links = [tie(0, 3), tie(3, 2), tie(2, 1), tie(1, 3), tie(2, 4)];
        let fault = Network::new(5, &links).unwrap_err();
        assert_eq!(fault, NetworkFault::Cycle(vec![1, 3, 2]));
        let own = Network::new(1, &[tie(0, 0)]).unwrap_err();
        assert_eq!(own, NetworkFault::Cycle(vec![0]));
    }

    #[test]
    fn a_link_to_no_step_is_named() {
        for wrong in [tie(0, 2), tie(2, 0), tie(u32::MAX, 0)] {
            assert_eq!(
                Network::new(2, &[wrong]).unwrap_err(),
                NetworkFault::Unknown(wrong)
            );
        }
    }
}
