//! One planning task of the benchmark, prepared outside the clock and run inside it: the same code in the
//! native entry and in the page. It reads no clock itself.

use crate::input::{births, calendar, families, locations, pools, rules};
use crate::instance::Instance;
use crate::schedule::compile::{session_dates, usual_budget};
use crate::schedule::event::{Event, PairLost, Substitute};
use crate::schedule::problem::{Calendar, DateCosts, Days, GroupPlan, Location};
use crate::schedule::reasons::{Explainer, Reason};
use crate::schedule::replan::Replan;
use centering_core::engine::cohort::common::{CommonHalfDay, Pool, SharedGroup};
use centering_core::engine::cohort::exact::{self, Cohorts, Workspace};
use centering_core::engine::cohort::rules::GroupRules;
use centering_core::engine::search::{Driver, Levels, Progress};
use serde_json::{Value, json};
use std::error::Error;

/// Iterations of the plan that `replan` and `reasons` start from, for each group.
const GROUNDWORK: u64 = 100;
/// Iterations of one repair.
const REPAIR: u64 = 300;

/// What a run found, without the plan.
#[derive(Debug, Default)]
pub struct Outcome {
    /// The value of the plan by level.
    pub objective: Levels,
    /// The proven bound by level.
    pub bound: Levels,
    /// Iterations spent.
    pub iterations: u64,
    /// The number of equal tasks the run did: 1, or the number of lost lines or reasons.
    pub tasks: usize,
}

impl From<Progress> for Outcome {
    fn from(progress: Progress) -> Self {
        Self {
            objective: progress.best,
            bound: progress.bound,
            iterations: progress.iterations,
            tasks: 1,
        }
    }
}

/// A problem of the benchmark with its input.
pub struct Job(Work);

enum Work {
    A1 {
        rules: GroupRules,
        pools: Vec<Vec<usize>>,
        births: Vec<Vec<i32>>,
        workspace: Workspace,
        plans: Vec<Cohorts>,
    },
    A2 {
        rules: GroupRules,
        pools: Vec<Vec<usize>>,
        input: Vec<Pool>,
        plan: Vec<Vec<SharedGroup>>,
        budget: u64,
        seed: u64,
    },
    B {
        input: Box<Dates>,
        plan: Plan,
        budget: u64,
        seed: u64,
    },
    Replan {
        input: Box<Dates>,
        published: Plan,
    },
    Reasons {
        input: Box<Dates>,
        published: Plan,
        found: Vec<Option<Reason>>,
    },
}

/// For each location, for each group, its line and days.
type Plan = Vec<Vec<GroupPlan>>;

/// The input of problem b, and where its lines and rows stand in the file.
struct Dates {
    calendar: Calendar,
    locations: Vec<Location>,
    lines: Vec<Vec<usize>>,
    rows: Vec<Vec<usize>>,
}

impl Job {
    /// Prepares a1, a2, b, replan or reasons; without `iterations` the budget is the usual one.
    ///
    /// # Errors
    /// What is wrong with the instance or the problem.
    pub fn new(
        instance: &Instance,
        problem: &str,
        iterations: Option<u64>,
        seed: u64,
    ) -> Result<Self, Box<dyn Error>> {
        let pools = pools(instance);
        Ok(Self(match problem {
            "a1" => Work::A1 {
                rules: rules(instance)?,
                births: pools.iter().map(|pool| births(instance, pool)).collect(),
                pools,
                workspace: Workspace::default(),
                plans: Vec::new(),
            },
            "a2" => {
                let input: Vec<Pool> = pools.iter().map(|pool| families(instance, pool)).collect();
                Work::A2 {
                    rules: rules(instance)?,
                    budget: iterations.unwrap_or_else(|| CommonHalfDay::usual_budget(&input)),
                    pools,
                    input,
                    plan: Vec::new(),
                    seed,
                }
            }
            "b" => {
                let input = Box::new(Dates::new(instance));
                Work::B {
                    budget: iterations.unwrap_or_else(|| usual_budget(&input.locations)),
                    input,
                    plan: Vec::new(),
                    seed,
                }
            }
            "replan" | "reasons" => {
                let input = Box::new(Dates::new(instance));
                let groups: usize = input.locations.iter().map(|place| place.groups.len()).sum();
                let budget = iterations.unwrap_or(GROUNDWORK * groups as u64);
                let (_, published) = input.plan(budget, seed)?;
                match problem {
                    "replan" => Work::Replan { input, published },
                    _ => Work::Reasons {
                        input,
                        published,
                        found: Vec::new(),
                    },
                }
            }
            other => return Err(format!("unknown problem {other}").into()),
        }))
    }

    /// Plans: this alone is measured.
    ///
    /// # Errors
    /// What is wrong with the instance.
    pub fn run(&mut self) -> Result<Outcome, Box<dyn Error>> {
        match &mut self.0 {
            Work::A1 {
                rules,
                births,
                workspace,
                plans,
                ..
            } => {
                plans.clear();
                for births in births {
                    plans.push(exact::form_with(workspace, births, rules)?);
                }
                let placed = plans.iter().map(|plan| plan.placed as i64).sum();
                let objective = vec![placed, plans.iter().map(|plan| plan.cost).sum()];
                Ok(Outcome {
                    bound: objective.clone(),
                    objective,
                    iterations: 1,
                    tasks: 1,
                })
            }
            Work::A2 {
                rules,
                input,
                plan,
                budget,
                seed,
                ..
            } => {
                let search = CommonHalfDay::new(input, rules, *seed, *budget)?;
                let mut driver = Driver::new(search, *budget);
                let progress = driver.step(u64::MAX);
                *plan = driver.search().plan();
                Ok(progress.into())
            }
            Work::B {
                input,
                plan,
                budget,
                seed,
            } => {
                let (progress, found) = input.plan(*budget, *seed)?;
                *plan = found;
                Ok(progress.into())
            }
            Work::Replan { input, published } => input.lose_each_line(published),
            Work::Reasons {
                input,
                published,
                found,
            } => {
                *found = input.explain_all(published)?;
                let tasks = found.len();
                Ok(Outcome {
                    objective: vec![tasks as i64],
                    bound: vec![],
                    iterations: 1,
                    tasks,
                })
            }
        }
    }

    /// The plan of the last run in the format of the benchmark; null where that has none.
    #[must_use]
    pub fn solution(&self) -> Value {
        match &self.0 {
            Work::A1 { plans, pools, .. } => {
                let rows = plans.iter().zip(pools).flat_map(|(plan, pool)| {
                    let groups = plan.groups.iter();
                    groups.map(|group| json!([-1, pool[group.clone()]]))
                });
                rows.collect()
            }
            Work::A2 { plan, pools, .. } => {
                let rows = plan.iter().zip(pools).flat_map(|(groups, pool)| {
                    groups.iter().map(|group| {
                        let members = group.members.iter().map(|member| pool[*member]);
                        json!([group.half_day, members.collect::<Vec<_>>()])
                    })
                });
                rows.collect()
            }
            Work::B { plan, input, .. } => input.shown(plan),
            Work::Replan { .. } | Work::Reasons { .. } => Value::Null,
        }
    }
}

impl Dates {
    fn new(instance: &Instance) -> Self {
        let (locations, lines, rows) = locations(instance);
        Self {
            calendar: calendar(instance),
            locations,
            lines,
            rows,
        }
    }

    fn plan(&self, budget: u64, seed: u64) -> Result<(Progress, Plan), Box<dyn Error>> {
        let costs = DateCosts::default();
        let search = session_dates(&self.calendar, &costs, &self.locations, seed, budget)?;
        let mut driver = Driver::new(search, budget);
        let progress = driver.step(u64::MAX);
        let plan = driver.search().plan();
        Ok((progress, plan))
    }

    fn shown(&self, plan: &[Vec<GroupPlan>]) -> Value {
        let mut solution = vec![Value::Null; self.rows.iter().map(Vec::len).sum()];
        for ((plans, lines), rows) in plan.iter().zip(&self.lines).zip(&self.rows) {
            for (plan, row) in plans.iter().zip(rows) {
                let line = plan.line.map_or(-1, |line| lines[line] as i64);
                let days: Vec<i32> = plan.days.iter().map(|day| day.unwrap_or(-1)).collect();
                solution[*row] = json!([line, days]);
            }
        }
        solution.into()
    }

    /// Loses each line for six weeks in turn, with one substitute in the location, and repairs
    /// the plan. The levels are sessions that lapse less those that find a day they did not have, and changes.
    fn lose_each_line(&self, published: &[Vec<GroupPlan>]) -> Result<Outcome, Box<dyn Error>> {
        let mut outcome = Outcome {
            objective: vec![0, 0],
            bound: vec![0, 0],
            ..Outcome::default()
        };
        for (location, plan) in self.locations.iter().zip(published) {
            let days = plan.iter().flat_map(|plan| &plan.days);
            let missing = days.filter(|day| day.is_none()).count() as i64;
            for line in 0..location.lines.len() {
                let event = lost_line(line, 1);
                let costs = DateCosts::default();
                let replan = Replan::new(&self.calendar, &costs, location, plan, &event, 1)?;
                let mut repair = Driver::new(replan, REPAIR);
                let progress = repair.step(u64::MAX);
                outcome.objective[0] += progress.best[0] - missing;
                outcome.objective[1] += progress.best[1];
                outcome.bound[0] += progress.bound[0] - missing;
                outcome.bound[1] += progress.bound[1];
                outcome.iterations += progress.iterations;
                outcome.tasks += 1;
            }
        }
        Ok(outcome)
    }

    fn explain_all(
        &self,
        published: &[Vec<GroupPlan>],
    ) -> Result<Vec<Option<Reason>>, Box<dyn Error>> {
        let mut reasons = Vec::new();
        for (location, plan) in self.locations.iter().zip(published) {
            let mut missing = Vec::new();
            for (group, plan) in plan.iter().enumerate() {
                let days = plan.days.iter().enumerate();
                let days = days.filter(|(_, day)| day.is_none());
                missing.extend(days.map(|(session, _)| (group, session)));
            }
            if missing.is_empty() {
                continue;
            }
            let costs = DateCosts::default();
            let mut explainer = Explainer::new(&self.calendar, &costs, location, plan)?;
            for (group, session) in missing {
                reasons.push(explainer.explain(group, session));
            }
        }
        Ok(reasons)
    }
}

/// A line without its pair for six weeks, and so many people who can stand in.
#[must_use]
pub fn lost_line(line: usize, people: usize) -> Event {
    let substitute = Substitute {
        half_days: 1023,
        away: Vec::new(),
    };
    Event {
        today: 300,
        notice: 14,
        pairs_lost: vec![PairLost {
            line,
            days: Days {
                first: 320,
                last: 361,
            },
        }],
        substitutes: vec![substitute; people],
        later: 0,
    }
}
