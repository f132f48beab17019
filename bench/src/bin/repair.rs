//! Measures re-planning and reasons: plans an instance, then loses each line for six weeks in
//! turn and repairs it, and explains every unscheduled session.
//! Usage: `repair -- FILE [--iterations N]`.

use centering_bench::input;
use centering_bench::instance::Instance;
use centering_bench::job::lost_line;
use centering_bench::schedule::compile::session_dates;
use centering_bench::schedule::event::Tier;
use centering_bench::schedule::problem::DateCosts;
use centering_bench::schedule::reasons::Explainer;
use centering_bench::schedule::replan::Replan;
use centering_core::engine::search::{Driver, Search};
use std::error::Error;
use std::io::Write;
use std::time::{Duration, Instant};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let file = arguments.next().ok_or("no file given")?;
    let instance: Instance = serde_json::from_slice(&std::fs::read(file)?)?;
    let (locations, _, _) = input::locations(&instance);
    let calendar = input::calendar(&instance);
    let costs = DateCosts::default();
    let budget = 40_000 * locations.len() as u64 / 10;
    let search = session_dates(&calendar, &costs, &locations, 1, budget)?;
    let mut driver = Driver::new(search, budget);
    driver.step(u64::MAX);
    let plans = driver.search().plan();
    let mut out = std::io::stdout();

    for people in 0..2 {
        let (mut cases, mut slowest, mut total) = (0, Duration::ZERO, Duration::ZERO);
        let (mut lost, mut changes, mut missing, mut proven) = (0, 0, 0, 0);
        let mut tiers = [0; 5];
        for (location, plan) in locations.iter().zip(&plans) {
            for line in 0..location.lines.len() {
                let event = lost_line(line, people);
                let start = Instant::now();
                let replan = Replan::new(&calendar, &costs, location, plan, &event, 1)?;
                let mut repair = Driver::new(replan, 300);
                let progress = repair.step(u64::MAX);
                let time = start.elapsed();
                let published: usize = plan
                    .iter()
                    .flat_map(|plan| &plan.days)
                    .filter(|day| day.is_none())
                    .count();
                slowest = slowest.max(time);
                total += time;
                cases += 1;
                lost += progress.bound[1];
                changes += progress.best[1];
                missing += progress.best[0] - published as i64;
                proven += i64::from(progress.best[..2] == progress.bound[..]);
                for change in repair.search().changes() {
                    match change.tier {
                        Tier::AsPublished => {}
                        Tier::OtherDate => tiers[0] += 1,
                        Tier::Substitute { .. } => tiers[1] += 1,
                        Tier::OtherLine { .. } => tiers[2] += 1,
                        Tier::Later { .. } => tiers[3] += 1,
                        Tier::Lapses => tiers[4] += 1,
                    }
                }
                let _ = repair.search().best();
            }
        }
        writeln!(
            out,
            "replan, {people} substitutes: {cases} cases, mean {:?}, slowest {slowest:?}, changes {changes} (bound {lost}), lapsed {missing}, proven {proven}, other date, substitute, other line, later, lapsed {tiers:?}",
            total / cases
        )?;
    }

    let (mut slowest, mut count) = (Duration::ZERO, 0);
    for (location, plan) in locations.iter().zip(&plans) {
        let missing: Vec<(usize, usize)> = plan
            .iter()
            .enumerate()
            .flat_map(|(group, plan)| {
                let days = plan.days.iter().enumerate();
                days.filter(|(_, day)| day.is_none())
                    .map(move |(session, _)| (group, session))
            })
            .collect();
        if missing.is_empty() {
            continue;
        }
        let start = Instant::now();
        let mut explainer = Explainer::new(&calendar, &costs, location, plan)?;
        slowest = slowest.max(start.elapsed());
        for (group, session) in missing {
            let start = Instant::now();
            let reason = explainer.explain(group, session);
            slowest = slowest.max(start.elapsed());
            count += 1;
            if count < 4 {
                writeln!(out, "{reason:?}")?;
            }
        }
    }
    writeln!(out, "reasons: {count} sessions, slowest {slowest:?}")?;
    Ok(())
}
