//! The durations of a simulation: the range of each step, and draws from it. Integers only, because roots and
//! logarithms of floating-point numbers differ between machines.

use super::ids::StepId;
use super::model::{Step, Uncertainty};
use super::passes::{Hold, Node};
use crate::engine::random::Random;

/// No duration is longer than this, so that a draw fits in 64 bits.
pub(super) const LONGEST_DRAW: i32 = 3 * Step::LONGEST;

/// The range of a duration, in working days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Range {
    pub optimistic: i32,
    pub likely: i32,
    pub pessimistic: i32,
}

impl Range {
    /// The range of a step: its own estimate, or the shares of the plan; nothing that is done is uncertain.
    pub fn of(step: &Step, node: Node, now: Option<i32>, uncertainty: &Uncertainty) -> Self {
        let likely = node.duration;
        if matches!(node.hold, Hold::Dropped | Hold::Done) {
            return Self {
                optimistic: likely,
                likely,
                pessimistic: likely,
            };
        }
        // Of a started step the days that have passed are certain.
        let passed = match (node.hold, now) {
            (Hold::Started, Some(now)) => (now - node.earliest).clamp(0, likely),
            _ => 0,
        };
        let left = likely - passed;
        let share = |percent: i32| {
            let days = (i64::from(left) * i64::from(percent) + 99) / 100;
            i32::try_from(days)
                .unwrap_or(LONGEST_DRAW)
                .min(LONGEST_DRAW)
        };
        let (optimistic, pessimistic) = match &step.estimate {
            Some(own) => (own.optimistic - passed, own.pessimistic - passed),
            None => (
                share(uncertainty.optimistic_percent),
                share(uncertainty.pessimistic_percent),
            ),
        };
        Self {
            optimistic: passed + optimistic.clamp(left.min(1), left),
            likely,
            pessimistic: passed + pessimistic.max(left),
        }
    }

    /// A draw from the triangle, rounded to whole days.
    pub fn draw(self, random: &mut Random) -> i32 {
        let width = distance(self.optimistic, self.pessimistic);
        let left = distance(self.optimistic, self.likely);
        if width == 0 {
            return self.likely;
        }
        let chance = u64::from(random.next());
        let one = 1_u64 << 32;
        // The area of the triangle up to x is (x - a)^2 / (width * left) before the top; solved for x, in
        // steps of one 65536th of a day, and rounded.
        let days = |area: u64, side: u64| {
            let root = (area * width * side).isqrt();
            i32::try_from((root + (1 << 15)) >> 16).unwrap_or(0)
        };
        if chance * width < left << 32 {
            self.optimistic + days(chance, left)
        } else {
            self.pessimistic - days(one - chance, width - left)
        }
    }
}

fn distance(low: i32, high: i32) -> u64 {
    u64::from(high.saturating_sub(low).max(0).unsigned_abs())
}

/// The sequence of draws of a step: its own, whatever other steps the plan has.
pub(super) fn sequence(seed: u64, id: &StepId) -> Random {
    Random::new(seed ^ hash(id.as_str()))
}

/// The 64-bit FNV-1a hash of a code, so that each step has a sequence of its own.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::steps::Estimate;

    #[test]
    fn draws_fill_the_triangle_and_stay_in_it() {
        let range = Range {
            optimistic: 20,
            likely: 30,
            pessimistic: 60,
        };
        let mut random = Random::new(5);
        let draws: Vec<i32> = (0..30_000).map(|_| range.draw(&mut random)).collect();
        assert!(draws.iter().all(|days| (20..=60).contains(days)));
        // The mean of a triangle is a third of its three corners: 110 / 3 = 36.67.
        let mean = draws.iter().sum::<i32>() * 100 / 30_000;
        assert!((3_640..3_690).contains(&mean), "mean {mean}");
        // A quarter of its area lies before the top (10 / 40); rounding shifts half a day, 2.5 points.
        let before = draws.iter().filter(|days| **days < 30).count();
        assert!((6_450..7_150).contains(&before), "before the top {before}");
        let longest = Range {
            optimistic: 0,
            likely: Step::LONGEST,
            pessimistic: LONGEST_DRAW,
        };
        assert!((0..1_000).all(|_| (0..=LONGEST_DRAW).contains(&longest.draw(&mut random))));
    }

    #[test]
    fn shares_are_rounded_up_to_whole_days() {
        let mut step = Step::new(
            StepId::parse("A1").unwrap(),
            "",
            crate::steps::Phase::Orientation,
            5,
        );
        let uncertainty = Uncertainty::default();
        let range = Range::of(&step, Node::lasting(5), None, &uncertainty);
        assert_eq!((range.optimistic, range.pessimistic), (4, 9));
        // Started three days ago: of the two days left, 1.4 and 3.6 rounded up.
        let started = Node {
            hold: Hold::Started,
            earliest: 4,
            ..Node::lasting(5)
        };
        let range = Range::of(&step, started, Some(7), &uncertainty);
        assert_eq!((range.optimistic, range.pessimistic), (5, 7));
        // Its own estimate holds for the whole step, of which three days have passed.
        step.estimate = Some(Estimate {
            optimistic: 2,
            pessimistic: 20,
            extra: serde_json::Map::new(),
        });
        let range = Range::of(&step, started, Some(7), &uncertainty);
        assert_eq!((range.optimistic, range.pessimistic), (4, 20));
        step.estimate = None;
        step.duration = 0;
        let range = Range::of(&step, Node::lasting(0), None, &uncertainty);
        assert_eq!((range.optimistic, range.pessimistic), (0, 0));
    }
}
