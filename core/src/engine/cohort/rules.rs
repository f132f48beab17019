//! What a group must be: its sizes, its spread of births, and what a deviation costs.
//! Checked once on construction, so that the solvers need no checks of their own.

use std::fmt;

/// The largest group size the solvers accept: sizes take four bits in the proof's states.
pub const LARGEST_SIZE: u32 = 15;
/// The widest spread of births, in days, the solvers accept.
pub const WIDEST_SPREAD: i32 = 1_000;
/// The heaviest weight the solvers accept.
pub const HEAVIEST_WEIGHT: i64 = 10_000;

/// Why cohort input cannot be planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CohortProblem {
    /// Sizes must satisfy 2 <= smallest <= target <= largest <= [`LARGEST_SIZE`].
    SizesOutOfOrder,
    /// The spread must lie in 0..=[`WIDEST_SPREAD`] days.
    SpreadOutOfRange,
    /// Weights must lie in 0..=[`HEAVIEST_WEIGHT`].
    WeightOutOfRange,
    /// Families must be given in order of birth; `at` is the first that is not.
    NotInBirthOrder {
        /// Position of the first family born before the one ahead of it.
        at: usize,
    },
    /// Births must lie within plus or minus ten million days; `at` is the first that does not.
    BirthOutOfRange {
        /// Position of the family.
        at: usize,
    },
    /// There must be as many sets of half-days as births.
    LengthsDiffer,
    /// More families in one pool than the solvers count, 16 million.
    TooManyFamilies,
}

impl fmt::Display for CohortProblem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{self:?}")
    }
}

impl std::error::Error for CohortProblem {}

/// The sizes and spread of a group, and the cost of deviating from the ideal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GroupRules {
    smallest: u32,
    target: u32,
    largest: u32,
    spread: i32,
    size_weight: i64,
    span_weight: i64,
}

impl GroupRules {
    /// Rules for groups of `smallest` to `largest` families whose births lie at most
    /// `spread` days apart; a group costs `span_weight` per day of span and
    /// `size_weight` times the squared distance of its size from `target`.
    ///
    /// # Errors
    /// The first rule that is broken, see [`CohortProblem`].
    pub fn new(
        (smallest, target, largest): (u32, u32, u32),
        spread: i32,
        size_weight: i64,
        span_weight: i64,
    ) -> Result<Self, CohortProblem> {
        if smallest < 2 || target < smallest || largest < target || largest > LARGEST_SIZE {
            return Err(CohortProblem::SizesOutOfOrder);
        }
        if !(0..=WIDEST_SPREAD).contains(&spread) {
            return Err(CohortProblem::SpreadOutOfRange);
        }
        let weights = 0..=HEAVIEST_WEIGHT;
        if !weights.contains(&size_weight) || !weights.contains(&span_weight) {
            return Err(CohortProblem::WeightOutOfRange);
        }
        Ok(Self {
            smallest,
            target,
            largest,
            spread,
            size_weight,
            span_weight,
        })
    }

    /// The fewest families in a group.
    #[must_use]
    pub const fn smallest(&self) -> usize {
        self.smallest as usize
    }

    /// The most families in a group.
    #[must_use]
    pub const fn largest(&self) -> usize {
        self.largest as usize
    }

    /// The largest difference in days between two births of a group.
    #[must_use]
    pub const fn spread(&self) -> i32 {
        self.spread
    }

    /// The cost of one day of span.
    #[must_use]
    pub const fn span_weight(&self) -> i64 {
        self.span_weight
    }

    /// The cost of a group's size alone.
    #[must_use]
    pub fn size_cost(&self, size: usize) -> i64 {
        let distance = size as i64 - i64::from(self.target);
        self.size_weight * distance * distance
    }

    /// The cost of a group of `size` families born `span` days apart.
    #[must_use]
    pub fn cost(&self, size: usize, span: i32) -> i64 {
        self.size_cost(size) + self.span_weight * i64::from(span)
    }

    /// A weight of one placed family that no sum of costs in a pool of `families` can reach.
    ///
    /// Packing both levels in one number is exact within one pool, and only there.
    #[must_use]
    pub fn placement_unit(&self, families: usize) -> i64 {
        let dearest = (self.smallest()..=self.largest())
            .map(|size| self.cost(size, self.spread))
            .max()
            .unwrap_or(0);
        1 + (families / self.smallest()) as i64 * dearest
    }
}

/// Checks that births are in order and in range.
///
/// # Errors
/// The first family out of order or out of range, or too many families.
pub fn check_births(births: &[i32]) -> Result<(), CohortProblem> {
    if births.len() > 1 << 24 {
        return Err(CohortProblem::TooManyFamilies);
    }
    if let Some(at) = births
        .iter()
        .position(|birth| birth.abs_diff(0) > 10_000_000)
    {
        return Err(CohortProblem::BirthOutOfRange { at });
    }
    match births.is_sorted() {
        true => Ok(()),
        false => Err(CohortProblem::NotInBirthOrder {
            at: births
                .windows(2)
                .position(|pair| pair.first() > pair.last())
                .map_or(0, |before| before + 1),
        }),
    }
}
