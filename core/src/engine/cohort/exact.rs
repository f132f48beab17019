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
    value: Vec<i64>,
    size: Vec<u8>,
}

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
    fill(workspace, births, rules, unit);
    Ok(read(workspace, births, rules))
}

/// Computes the best value of every prefix and the size of the group that ends there.
#[expect(
    clippy::indexing_slicing,
    reason = "end runs over 1..=n and start over 0..end, both inside arrays of n + 1"
)]
fn fill(workspace: &mut Workspace, births: &[i32], rules: &GroupRules, unit: i64) {
    let count = births.len();
    let (smallest, largest) = (rules.smallest(), rules.largest());
    workspace.value.clear();
    workspace.value.resize(count + 1, 0);
    workspace.size.clear();
    workspace.size.resize(count + 1, 0);
    let mut worth = [0_i64; 32];
    for (size, worth) in worth.iter_mut().enumerate().take(largest + 1) {
        *worth = size as i64 * unit - rules.size_cost(size);
    }
    let (spread, weight) = (rules.spread(), rules.span_weight());
    let value = &mut workspace.value[..=count];
    for end in smallest..=count {
        let last = births[end - 1];
        let mut best = value[end - 1];
        let mut choice = 0;
        let from = end.saturating_sub(largest);
        let until = end - smallest;
        let earlier = value[from..=until].iter().zip(&births[from..=until]);
        let sizes = worth[smallest..=end - from].iter();
        for ((step, worth), (before, first)) in sizes.enumerate().zip(earlier.rev()) {
            let span = last - first;
            if span > spread {
                break;
            }
            let with = before + worth - weight * i64::from(span);
            if with > best {
                best = with;
                choice = smallest + step;
            }
        }
        value[end] = best;
        workspace.size[end] = choice as u8;
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
