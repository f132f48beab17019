//! Groups of one pool, exact by dynamic programming in birth order.
//! Some best plan consists of families that follow each other in birth order, so it is enough to choose
//! where each group ends (exchange argument in `docs/domain.md#10.2`).

use std::ops::Range;

/// The bounds of a group, and what it aims for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The fewest families, 1 or more.
    pub min: usize,
    /// The number of families aimed for.
    pub target: usize,
    /// The most families.
    pub max: usize,
    /// The most days between the first and the last birth.
    pub max_spread: i32,
}

/// The weight of one family more or less than the target, squared, against one day of spread.
pub(super) const SIZE_WEIGHT: i64 = 5;

impl Limits {
    /// The cost of a group: its spread in days plus five times the square of the distance to the target size.
    pub fn cost(self, size: usize, spread: i32) -> i64 {
        let distance = i64::try_from(size.abs_diff(self.target)).unwrap_or(i64::from(i32::MAX));
        distance
            .saturating_mul(distance)
            .saturating_mul(SIZE_WEIGHT)
            .saturating_add(i64::from(spread))
    }
}

/// What is reached with the first families of the pool.
#[derive(Clone, Copy)]
struct Best {
    placed: usize,
    cost: i64,
    /// Families that go to another location than their own.
    travel: usize,
    /// Size of the group that ends here; 0 when the last family is left out.
    last_group: usize,
}

/// The groups that place the most families, among those cost the least, and among those let the fewest families
/// travel.
///
/// `births` are day numbers in ascending order, one per family; the result are ranges of positions in it,
/// in order. `travel` tells for such a range how many of its families go to another location than their own, or
/// `None` where they cannot be a group. Takes time proportional to families times sizes.
///
/// Exact for the first two levels when every range inside one that can be a group can be one too.
///
/// ```
/// use centering_core::cohort::{Limits, best_groups};
/// let limits = Limits { min: 2, target: 3, max: 3, max_spread: 10 };
/// assert_eq!(best_groups(&[0, 1, 2, 30, 31, 99], limits, |_| Some(0)), [0..3, 3..5]);
/// ```
pub fn best_groups(
    births: &[i32],
    limits: Limits,
    mut travel: impl FnMut(Range<usize>) -> Option<usize>,
) -> Vec<Range<usize>> {
    let mut best = Vec::with_capacity(births.len() + 1);
    best.push(Best {
        placed: 0,
        cost: 0,
        travel: 0,
        last_group: 0,
    });
    for (position, &birth) in births.iter().enumerate() {
        let end = position + 1;
        let Some(&without) = best.last() else {
            break;
        };
        let mut here = Best {
            last_group: 0,
            ..without
        };
        for size in limits.min.max(1)..=limits.max.min(end) {
            let (Some(first), Some(before)) = (births.get(end - size), best.get(end - size)) else {
                break;
            };
            let spread = birth.saturating_sub(*first);
            if spread > limits.max_spread {
                break;
            }
            let placed = before.placed + size;
            let cost = before.cost.saturating_add(limits.cost(size, spread));
            if placed < here.placed || (placed == here.placed && cost > here.cost) {
                continue;
            }
            let Some(travelling) = travel(end - size..end) else {
                continue;
            };
            let is_equal = placed == here.placed && cost == here.cost;
            let travel = before.travel.saturating_add(travelling);
            if !is_equal || travel < here.travel {
                here = Best {
                    placed,
                    cost,
                    travel,
                    last_group: size,
                };
            }
        }
        best.push(here);
    }
    let mut groups = Vec::new();
    let mut end = births.len();
    while let Some(here) = best.get(end).filter(|_| end > 0) {
        if here.last_group == 0 {
            end -= 1;
        } else {
            groups.push(end - here.last_group..end);
            end -= here.last_group;
        }
    }
    groups.reverse();
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMITS: Limits = Limits {
        min: 6,
        target: 8,
        max: 8,
        max_spread: 21,
    };

    #[test]
    fn a_pool_that_is_too_small_gives_no_group() {
        assert!(groups(&[]).is_empty());
        assert!(groups(&[1, 2, 3, 4, 5]).is_empty());
    }

    #[test]
    fn the_spread_limit_is_inclusive() {
        assert_eq!(groups(&[0, 1, 2, 3, 4, 21]).len(), 1);
        assert!(groups(&[0, 1, 2, 3, 4, 22]).is_empty());
    }

    #[test]
    fn placing_more_families_comes_before_nicer_groups() {
        let births: Vec<i32> = (0..12).collect();
        assert_eq!(groups(&births), [0..6, 6..12]);
    }

    #[test]
    fn of_equal_groupings_the_one_with_less_travel_is_taken() {
        let births = [0; 15];
        for first in [7, 8] {
            let travel = |range: Range<usize>| Some(usize::from(range == (0..15 - first)));
            assert_eq!(best_groups(&births, LIMITS, travel), [0..first, first..15]);
        }
    }

    #[test]
    fn a_range_that_cannot_be_a_group_is_none() {
        let births: Vec<i32> = (0..14).collect();
        let can = |range: Range<usize>| (range.len() < 8).then_some(0);
        assert_eq!(best_groups(&births, LIMITS, can), [0..7, 7..14]);
    }

    fn groups(births: &[i32]) -> Vec<Range<usize>> {
        best_groups(births, LIMITS, |_| Some(0))
    }
}
