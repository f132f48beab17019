//! The critical path method on plain numbers: forward for the early days, backward for the late ones.
//! Working days are counted from the start of the plan; a step runs from `start` up to but not including
//! `start + duration`. Exact, in time linear in steps and links.

use super::model::LinkKind;
use super::network::{Network, at};

/// What holds a step where it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Hold {
    /// Nothing: it starts as early as its links and its own days allow.
    #[default]
    Free,
    /// It is dropped: it takes no time, but steps after it still wait for those before it.
    Dropped,
    /// It started on its earliest day, and its finish is forecast.
    Started,
    /// It started on its earliest day and is done: nothing before or after it can move it.
    Done,
}

/// One step as the passes see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Node {
    /// Working days; 0 for a dropped step.
    pub duration: i32,
    /// The first day on which it may start, or the day on which it started.
    pub earliest: i32,
    /// The last day on which it should start; `i32::MAX` where there is none.
    pub latest: i32,
    /// What holds it.
    pub hold: Hold,
}

impl Default for Node {
    fn default() -> Self {
        Self {
            duration: 0,
            earliest: 0,
            latest: i32::MAX,
            hold: Hold::Free,
        }
    }
}

impl Node {
    /// A free step with this duration.
    pub fn lasting(duration: i32) -> Self {
        Self {
            duration,
            ..Self::default()
        }
    }

    /// Whether what comes before it can no longer move its start.
    pub(super) fn is_held(self) -> bool {
        matches!(self.hold, Hold::Started | Hold::Done)
    }
}

/// The days of one step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pass {
    /// The first day, as early as possible.
    pub start: i32,
    /// The duration, longer than that of the node where a started step must wait for another finish.
    pub duration: i32,
    /// The latest first day that does not move the end of the plan, nor a date that is set.
    pub late_start: i32,
    /// How many days it can move without moving another step.
    pub free_slack: i32,
}

impl Pass {
    /// The early finish.
    pub fn finish(self) -> i32 {
        self.start.saturating_add(self.duration)
    }

    /// How many days it can move without moving the end; negative when a set date is missed.
    pub fn total_slack(self) -> i32 {
        self.late_start.saturating_sub(self.start)
    }
}

/// The early start of every step, by number. `durations` grows where a started step has to wait for the
/// finish of another one.
pub(super) fn forward(network: &Network, nodes: &[Node], durations: &mut [i32]) -> Vec<i32> {
    let mut starts: Vec<i32> = nodes.iter().map(|node| node.earliest).collect();
    forward_into(network, nodes, durations, &mut starts);
    starts
}

/// As `forward`, into starts that hold the earliest days already.
pub(super) fn forward_into(
    network: &Network,
    nodes: &[Node],
    durations: &mut [i32],
    starts: &mut [i32],
) {
    let has_facts = nodes.iter().any(|node| node.is_held());
    for tie in network.ties() {
        let weight = tie.weight(at(durations, tie.from), at(durations, tie.to));
        let allowed = at(starts, tie.from).saturating_add(weight);
        let Some(start) = starts.get_mut(tie.to as usize) else {
            continue;
        };
        if !has_facts || !at(nodes, tie.to).is_held() {
            *start = allowed.max(*start);
            continue;
        }
        // A started step that may not finish yet goes on longer; its start is a fact.
        if at(nodes, tie.to).hold == Hold::Started
            && tie.kind == LinkKind::FinishFinish
            && let Some(duration) = durations.get_mut(tie.to as usize)
        {
            *duration = duration.saturating_add(allowed.saturating_sub(*start).max(0));
        }
    }
}

impl Network {
    /// The early and late days and the slack of every step, by number.
    ///
    /// A late start lies before the early one where a set date cannot be met.
    pub fn passes(&self, nodes: &[Node]) -> Vec<Pass> {
        let mut durations: Vec<i32> = nodes.iter().map(|node| node.duration).collect();
        let starts = forward(self, nodes, &mut durations);
        let mut end = i32::MIN;
        for ((node, start), duration) in nodes.iter().zip(&starts).zip(&durations) {
            if node.hold != Hold::Dropped {
                end = end.max(start.saturating_add(*duration));
            }
        }
        let mut passes: Vec<Pass> = nodes
            .iter()
            .zip(starts.iter().zip(&durations))
            .map(|(node, (start, duration))| {
                let finish = end.max(start.saturating_add(*duration));
                let last = finish.saturating_sub(*duration);
                Pass {
                    start: *start,
                    duration: *duration,
                    late_start: last.min(node.latest),
                    free_slack: last.saturating_sub(*start),
                }
            })
            .collect();
        let all_free = nodes.iter().all(|node| node.hold == Hold::Free);
        for tie in self.ties().iter().rev() {
            let node = if all_free {
                Node::default()
            } else {
                at(nodes, tie.to)
            };
            if node.is_held() {
                continue;
            }
            let later = at(&passes, tie.to);
            let Some(pass) = passes.get_mut(tie.from as usize) else {
                continue;
            };
            let weight = tie.weight(pass.duration, later.duration);
            pass.late_start = pass.late_start.min(later.late_start.saturating_sub(weight));
            // The slack before a dropped step is that before the steps behind it.
            let behind = if node.hold == Hold::Dropped {
                later.free_slack
            } else {
                0
            };
            let room = later
                .start
                .saturating_sub(pass.start.saturating_add(weight));
            pass.free_slack = pass.free_slack.min(room.saturating_add(behind));
        }
        passes
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::steps::Tie;

    fn tie(from: u32, to: u32, kind: LinkKind, lag: i32) -> Tie {
        Tie {
            from,
            to,
            kind,
            lag,
        }
    }

    fn days(nodes: &[Node], links: &[Tie]) -> Vec<(i32, i32, i32)> {
        Network::new(nodes.len(), links)
            .unwrap()
            .passes(nodes)
            .iter()
            .map(|pass| (pass.start, pass.total_slack(), pass.free_slack))
            .collect()
    }

    #[test]
    fn each_kind_of_link_holds_with_its_lag() {
        let two = [Node::lasting(4), Node::lasting(3)];
        let start_of_second = |kind, lag| days(&two, &[tie(0, 1, kind, lag)])[1].0;
        assert_eq!(start_of_second(LinkKind::FinishStart, 0), 4);
        assert_eq!(start_of_second(LinkKind::FinishStart, 2), 6);
        assert_eq!(start_of_second(LinkKind::FinishStart, -3), 1);
        assert_eq!(start_of_second(LinkKind::StartStart, 2), 2);
        assert_eq!(start_of_second(LinkKind::FinishFinish, 1), 2);
        // An overlap longer than the first step does not put the second before the start of the plan.
        assert_eq!(start_of_second(LinkKind::FinishStart, -9), 0);
    }

    #[test]
    fn slack_is_what_the_steps_behind_leave() {
        // 0 (5 days) and 1 (2 days) lead to 2; 3 hangs loose behind 1.
        let nodes = [5, 2, 4, 1].map(Node::lasting);
        let links = [
            tie(0, 2, LinkKind::FinishStart, 0),
            tie(1, 2, LinkKind::FinishStart, 0),
            tie(1, 3, LinkKind::FinishStart, 0),
        ];
        assert_eq!(
            days(&nodes, &links),
            [(0, 0, 0), (0, 3, 0), (5, 0, 0), (2, 6, 6)]
        );
    }

    #[test]
    fn a_set_last_day_that_is_missed_gives_negative_slack() {
        let mut nodes = [5, 4, 4].map(Node::lasting);
        nodes[1].latest = 2;
        let links = [
            tie(0, 1, LinkKind::FinishStart, 0),
            tie(1, 2, LinkKind::FinishStart, 0),
        ];
        assert_eq!(days(&nodes, &links), [(0, -3, 0), (5, -3, 0), (9, 0, 0)]);
    }

    #[test]
    fn what_comes_after_a_dropped_step_waits_for_what_comes_before_it() {
        let mut nodes = [3, 0, 2, 9].map(Node::lasting);
        nodes[1].hold = Hold::Dropped;
        let links = [
            tie(0, 1, LinkKind::FinishStart, 0),
            tie(1, 2, LinkKind::FinishStart, 0),
            tie(3, 2, LinkKind::FinishStart, 0),
        ];
        let found = days(&nodes, &links);
        assert_eq!(found[2].0, 9);
        assert_eq!((found[0].1, found[0].2), (6, 6));
    }

    #[test]
    fn facts_stay_and_a_started_step_waits_for_a_finish_only() {
        let mut nodes = [Node::lasting(8), Node::lasting(3), Node::lasting(2)];
        nodes[1].hold = Hold::Started;
        nodes[1].earliest = 1;
        nodes[2].hold = Hold::Done;
        let links = [
            tie(0, 1, LinkKind::FinishFinish, 1),
            tie(0, 2, LinkKind::FinishStart, 0),
        ];
        let passes = Network::new(3, &links).unwrap().passes(&nodes);
        assert_eq!((passes[1].start, passes[1].finish()), (1, 9));
        assert_eq!((passes[2].start, passes[2].finish()), (0, 2));
    }
}
