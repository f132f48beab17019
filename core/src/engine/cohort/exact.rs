//! Cohorts of one pool without half-days, solved exactly by an interval recursion.
//! Some optimum cuts the families in birth order (see the planning notes, a1), so the best
//! partition of the first i families follows from at most largest - smallest + 1 earlier ones.

use super::rules::{CohortProblem, GroupRules, check_births};
use std::ops::Range;

/// An optimal plan of one pool.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cohorts {
    /// Families placed in a group: level 1, as many as possible.
    pub placed: u64,
    /// Summed cost of the groups: level 2, as low as possible.
    pub cost: i64,
    /// The groups as ranges of positions in the births given, in order.
    pub groups: Vec<Range<usize>>,
}

/// Working memory of [`form_with`], reused from pool to pool.
#[derive(Clone, Debug, Default)]
pub struct Workspace {
    /// For each prefix its best value plus the price of the days up to the birth after it, times [`CHOICES`].
    raised: Vec<i64>,
    size: Vec<u8>,
}

/// Values are multiplied by this, and the choice that gave one stands in the rest: of equal values the greatest
/// is then the one that leaves the family out, or else the smallest group.
const CHOICES: i64 = 32;
/// The choice to leave a family out.
const LEFT_OUT: i64 = CHOICES - 1;

/// Forms the groups of one pool whose `births` are absolute days in order.
///
/// # Errors
/// Births out of order or out of range.
pub fn form(births: &[i32], rules: &GroupRules) -> Result<Cohorts, CohortProblem> {
    form_with(&mut Workspace::default(), births, rules)
}

/// [`form`] with memory that is kept between pools.
///
/// # Errors
/// Births out of order or out of range.
pub fn form_with(
    workspace: &mut Workspace,
    births: &[i32],
    rules: &GroupRules,
) -> Result<Cohorts, CohortProblem> {
    check_births(births)?;
    let unit = rules.placement_unit(births.len());
    // Room above the values for the price of ten million days.
    let highest = (births.len() as i64).checked_mul(unit * CHOICES);
    let highest = highest.and_then(|highest| highest.checked_add(1 << 44));
    highest.ok_or(CohortProblem::TooManyFamilies)?;
    fill(workspace, births, rules, unit);
    Ok(read(workspace, births, rules))
}

/// Computes the best value of every prefix and the size of the group that ends there.
#[expect(
    clippy::indexing_slicing,
    reason = "end runs over 1..=n and start over 0..end, both inside arrays of n + 1; a size is at most 15"
)]
fn fill(workspace: &mut Workspace, births: &[i32], rules: &GroupRules, unit: i64) {
    let count = births.len();
    let (smallest, largest) = (rules.smallest(), rules.largest());
    workspace.size.clear();
    workspace.size.resize(count + 1, 0);
    workspace.raised.clear();
    workspace.raised.resize(count + 1, 0);
    let mut worth = [0_i64; CHOICES as usize];
    for (size, worth) in worth.iter_mut().enumerate().take(largest + 1).skip(1) {
        let value = size as i64 * unit - rules.size_cost(size);
        *worth = value * CHOICES + LEFT_OUT - size as i64;
    }
    let origin = births.first().copied().unwrap_or(0);
    let spread = rules.spread();
    let day_price = rules.span_weight() * CHOICES;
    let raise = |birth: i32| day_price * i64::from(birth - origin);
    let raised = &mut workspace.raised[..=count];
    let mut value = 0;
    // The first family within the spread of the last one.
    let mut within = 0;
    for end in 1..=count {
        let last = births[end - 1];
        while last - births[within] > spread {
            within += 1;
        }
        raised[end - 1] = value + raise(last);
        let mut best = raised[end - 1] + LEFT_OUT;
        let from = within.max(end.saturating_sub(largest));
        for start in from..(end + 1).saturating_sub(smallest) {
            best = best.max(raised[start] + worth[end - start]);
        }
        let left = best & (CHOICES - 1);
        workspace.size[end] = (LEFT_OUT - left) as u8;
        value = best - left - raise(last);
    }
}

/// Walks back from the last family along the chosen sizes.
fn read(workspace: &Workspace, births: &[i32], rules: &GroupRules) -> Cohorts {
    let mut plan = Cohorts {
        groups: Vec::with_capacity(births.len() / rules.smallest()),
        ..Cohorts::default()
    };
    let mut end = births.len();
    while end > 0 {
        let size = usize::from(workspace.size.get(end).copied().unwrap_or(0));
        if size == 0 {
            end -= 1;
            continue;
        }
        let start = end - size;
        let span = match (births.get(start), births.get(end - 1)) {
            (Some(first), Some(last)) => last - first,
            _ => 0,
        };
        plan.placed += size as u64;
        plan.cost += rules.cost(size, span);
        plan.groups.push(start..end);
        end = start;
    }
    plan.groups.reverse();
    plan
}
