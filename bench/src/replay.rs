//! Plans groups as life does: births become known week by week, and a group is settled some weeks before its
//! first session, while later births are still unknown. Tells what that loses against the plan made in
//! hindsight, so that the defaults of an organisation rest on figures. It knows one pool and no lines.
//!
//! ```
//! use centering_core::engine::cohort::{common::Pool, rules::GroupRules};
//! use centering_bench::replay::{Ages, Choice, HalfDay, Late, Live, Start, replay};
//!
//! let pool = Pool { births: vec![0, 3, 5, 9, 12, 20, 41], half_days: vec![1023; 7] };
//! let rules = GroupRules::new((6, 8, 12), 42, 5, 1)?;
//! let live = Live {
//!     enrolled_after: 14,
//!     notice: 14,
//!     ages: Ages { earliest: 21, ideal: 42, latest: 63 },
//!     choice: Choice { half_day: HalfDay::Soft, start: Start::AtIdeal, late: Late::MayJoin },
//! };
//! let life = replay(&pool, &rules, &live)?;
//! // The seventh child is enrolled when the six have been told their first day.
//! assert_eq!((life.placed, life.in_hindsight), (6, 7));
//! # Ok::<(), centering_bench::replay::ReplayProblem>(())
//! ```

use centering_core::engine::cohort::common::{CommonHalfDay, Pool};
use centering_core::engine::cohort::exact;
use centering_core::engine::cohort::rules::{CohortProblem, GroupRules, check_births};
use centering_core::engine::search::Driver;
use std::collections::BTreeSet;
use std::fmt;

/// The longest age, notice or delay in days.
pub const LONGEST: i32 = 400;
/// Iterations of the search for shared half-days: each week for what is open, and once in hindsight for each
/// family.
const BUDGET: u64 = 400;
const SEED: u64 = 1;
const WEEK: i32 = 7;
/// The set of all ten half-days.
const ALL_HALF_DAYS: u16 = (1 << 10) - 1;

/// Why a pool cannot be replayed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReplayProblem {
    /// The families cannot be planned.
    Families(CohortProblem),
    /// Ages, notice and delays must be in order and in 0..=[`LONGEST`].
    DaysOutOfRange,
}

impl From<CohortProblem> for ReplayProblem {
    fn from(problem: CohortProblem) -> Self {
        Self::Families(problem)
    }
}

impl fmt::Display for ReplayProblem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{self:?}")
    }
}

impl std::error::Error for ReplayProblem {}

/// The ages in days of every child at the first session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ages {
    /// The youngest child must be so old.
    pub earliest: i32,
    /// The best age of the median child.
    pub ideal: i32,
    /// The oldest child must not be older.
    pub latest: i32,
}

/// Whether the families of a group must share a half-day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HalfDay {
    /// It is a wish.
    Soft,
    /// It is a rule.
    Shared,
}

/// The day for which a group is settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// The ideal day of the median child.
    AtIdeal,
    /// The last day that its oldest child allows: more births are known by then.
    AtLatest,
}

/// What a family can do that enrols when the groups around it are settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Late {
    /// It waits for the next group.
    Waits,
    /// It joins a settled group that has room, until the first session.
    MayJoin,
}

/// What an organisation can choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Whether half-days are a rule.
    pub half_day: HalfDay,
    /// For which day groups are settled.
    pub start: Start,
    /// Whether settled groups are open to late families.
    pub late: Late,
}

/// How births become known and groups settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Live {
    /// Days after a birth on which the family enrols, 0 to [`LONGEST`].
    pub enrolled_after: i32,
    /// Days before its first session on which a group is told and settled, 0 to [`LONGEST`].
    pub notice: i32,
    /// The ages at the first session, in order, 0 to [`LONGEST`].
    pub ages: Ages,
    /// What the organisation chose.
    pub choice: Choice,
}

/// What came of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Replayed {
    /// Families placed, week by week.
    pub placed: u64,
    /// Cost of the groups: sizes and spans, as the rules weigh them.
    pub cost: i64,
    /// Days that first sessions lie after the ideal day of the median child, summed over groups; earlier
    /// ones count below zero.
    pub days_late: i64,
    /// Families that a plan made in hindsight places; with shared half-days the best that was found.
    pub in_hindsight: u64,
    /// The cost of that plan.
    pub cost_in_hindsight: i64,
    /// The groups: the members by their position in the pool, in order of birth.
    pub groups: Vec<Vec<usize>>,
}

/// A group that was told its first day.
#[derive(Clone, Debug)]
struct Settled {
    members: Vec<usize>,
    half_days: u16,
    first_session: i32,
}

/// Plays one pool from its first birth to its last group.
///
/// # Errors
/// Births out of order or out of range, as many sets of half-days as births, and days out of range.
pub fn replay(pool: &Pool, rules: &GroupRules, live: &Live) -> Result<Replayed, ReplayProblem> {
    check_births(&pool.births)?;
    if pool.half_days.len() != pool.births.len() {
        return Err(CohortProblem::LengthsDiffer.into());
    }
    let Ages {
        earliest,
        ideal,
        latest,
    } = live.ages;
    let days = [live.enrolled_after, live.notice, earliest, latest];
    let in_range = days.iter().all(|days| (0..=LONGEST).contains(days));
    if !in_range || earliest > ideal || ideal > latest {
        return Err(ReplayProblem::DaysOutOfRange);
    }
    let mut life = Life {
        pool,
        rules,
        live,
        open: BTreeSet::new(),
        settled: Vec::new(),
    };
    life.play()?;
    let mut replayed = life.outcome();
    let everybody: Vec<usize> = (0..pool.births.len()).collect();
    for group in form(pool, rules, live.choice.half_day, &everybody)? {
        replayed.in_hindsight += group.len() as u64;
        replayed.cost_in_hindsight += rules.cost(group.len(), span(pool, &group));
    }
    Ok(replayed)
}

struct Life<'a> {
    pool: &'a Pool,
    rules: &'a GroupRules,
    live: &'a Live,
    /// Families that enrolled and have no settled group.
    open: BTreeSet<usize>,
    settled: Vec<Settled>,
}

impl Life<'_> {
    fn play(&mut self) -> Result<(), CohortProblem> {
        let mut enrolments = (0..self.pool.births.len()).peekable();
        let enrolled = |family: usize| birth(self.pool, family) + self.live.enrolled_after;
        let Some(first) = enrolments.peek().map(|family| enrolled(*family)) else {
            return Ok(());
        };
        let mut today = first;
        loop {
            while let Some(family) = enrolments.next_if(|family| enrolled(*family) <= today) {
                self.open.insert(family);
            }
            self.plan_week(today)?;
            today += WEEK;
            if self.open.is_empty() {
                match enrolments.peek() {
                    Some(family) => today = today.max(enrolled(*family)),
                    None => return Ok(()),
                }
            }
        }
    }

    /// Settles the groups whose notice starts this week and lets late families in.
    fn plan_week(&mut self, today: i32) -> Result<(), CohortProblem> {
        let told = today + self.live.notice;
        let latest = self.live.ages.latest;
        let pool = self.pool;
        // Who cannot be told in time any more is lost, unless a settled group lets the family in.
        let too_old = |family: &usize| birth(pool, *family) + latest < told;
        let (old, open): (Vec<usize>, Vec<usize>) = self.open.iter().partition(|f| too_old(f));
        let groups = form(pool, self.rules, self.live.choice.half_day, &open)?;
        let mut left: BTreeSet<usize> = open.iter().chain(&old).copied().collect();
        for members in groups {
            for member in &members {
                left.remove(member);
            }
            let first_session = self.first_session(&members).max(told);
            if first_session >= told + WEEK {
                continue;
            }
            // A day on which somebody would be too young or too old cannot be told.
            let days = self.days(&members);
            if days.0 <= first_session && first_session <= days.1 {
                self.settle(members, first_session);
            }
        }
        if self.live.choice.late == Late::MayJoin {
            for family in left {
                self.let_in(family, today);
            }
        }
        self.open
            .retain(|family| birth(pool, *family) + latest >= today);
        Ok(())
    }

    /// The first and last day on which every member has the age for the first session.
    fn days(&self, members: &[usize]) -> (i32, i32) {
        let birth = |member: Option<&usize>| member.map_or(0, |member| birth(self.pool, *member));
        let Ages {
            earliest, latest, ..
        } = self.live.ages;
        (
            birth(members.last()) + earliest,
            birth(members.first()) + latest,
        )
    }

    fn ideal(&self, members: &[usize]) -> i32 {
        let median = members.get(members.len() / 2);
        median.map_or(0, |median| birth(self.pool, *median)) + self.live.ages.ideal
    }

    fn first_session(&self, members: &[usize]) -> i32 {
        let (earliest, latest) = self.days(members);
        match self.live.choice.start {
            Start::AtIdeal => self.ideal(members).max(earliest).min(latest),
            Start::AtLatest => latest,
        }
    }

    fn settle(&mut self, members: Vec<usize>, first_session: i32) {
        for member in &members {
            self.open.remove(member);
        }
        self.settled.push(Settled {
            half_days: common(self.pool, &members),
            members,
            first_session,
        });
    }

    /// Puts a family into the settled group where it costs least, if one can take it.
    fn let_in(&mut self, family: usize, today: i32) {
        let birth = birth(self.pool, family);
        let half_days = self.pool.half_days.get(family).copied().unwrap_or(0);
        let ages = self.live.ages;
        let mut best: Option<(i64, usize, Vec<usize>)> = None;
        for (at, group) in self.settled.iter().enumerate() {
            let age = group.first_session - birth;
            let comes =
                self.live.choice.half_day == HalfDay::Soft || group.half_days & half_days != 0;
            let is_open = group.first_session > today
                && group.members.len() < self.rules.largest()
                && (ages.earliest..=ages.latest).contains(&age)
                && comes;
            if !is_open {
                continue;
            }
            let mut members = group.members.clone();
            let place = members.partition_point(|member| *member < family);
            members.insert(place, family);
            let span_with = span(self.pool, &members);
            if span_with > self.rules.spread() {
                continue;
            }
            let cost = self.rules.cost(members.len(), span_with)
                - self
                    .rules
                    .cost(group.members.len(), span(self.pool, &group.members));
            if best.as_ref().is_none_or(|best| cost < best.0) {
                best = Some((cost, at, members));
            }
        }
        if let Some((_, at, members)) = best
            && let Some(group) = self.settled.get_mut(at)
        {
            group.half_days &= match self.live.choice.half_day {
                HalfDay::Soft => group.half_days,
                HalfDay::Shared => half_days,
            };
            group.members = members;
            self.open.remove(&family);
        }
    }

    fn outcome(&self) -> Replayed {
        let mut outcome = Replayed::default();
        for group in &self.settled {
            outcome.placed += group.members.len() as u64;
            outcome.cost += self
                .rules
                .cost(group.members.len(), span(self.pool, &group.members));
            outcome.days_late += i64::from(group.first_session - self.ideal(&group.members));
            outcome.groups.push(group.members.clone());
        }
        outcome
    }
}

/// The best groups of some families, by their position in the pool.
fn form(
    pool: &Pool,
    rules: &GroupRules,
    half_day: HalfDay,
    families: &[usize],
) -> Result<Vec<Vec<usize>>, CohortProblem> {
    let births: Vec<i32> = families.iter().map(|family| birth(pool, *family)).collect();
    let member = |place: usize| families.get(place).copied();
    match half_day {
        HalfDay::Soft => {
            let plan = exact::form(&births, rules)?;
            let groups = plan.groups.into_iter();
            Ok(groups
                .map(|group| group.filter_map(member).collect())
                .collect())
        }
        HalfDay::Shared => {
            let half_days = families
                .iter()
                .map(|family| pool.half_days.get(*family).copied().unwrap_or(0));
            let few = Pool {
                births,
                half_days: half_days.collect(),
            };
            let budget = BUDGET * (1 + families.len() as u64);
            let search = CommonHalfDay::new(std::slice::from_ref(&few), rules, SEED, budget)?;
            let mut driver = Driver::new(search, budget);
            driver.step(u64::MAX);
            let plan = driver.search().plan();
            let groups = plan.into_iter().flatten();
            Ok(groups
                .map(|group| group.members.into_iter().filter_map(member).collect())
                .collect())
        }
    }
}

fn birth(pool: &Pool, family: usize) -> i32 {
    pool.births.get(family).copied().unwrap_or(0)
}

/// Days between the first and the last birth of members in order of birth.
fn span(pool: &Pool, members: &[usize]) -> i32 {
    match (members.first(), members.last()) {
        (Some(first), Some(last)) => birth(pool, *last) - birth(pool, *first),
        _ => 0,
    }
}

/// The half-days that all members can come.
fn common(pool: &Pool, members: &[usize]) -> u16 {
    let sets = members
        .iter()
        .filter_map(|member| pool.half_days.get(*member));
    sets.fold(ALL_HALF_DAYS, |common, set| common & set)
}
