//! What planning week by week loses against hindsight, for the choices an organisation has.
//! Usage: `replay -- FILE [soft|shared]`; FILE is an instance of the benchmark. Prints a table.

use centering_bench::input;
use centering_bench::instance::Instance;
use centering_bench::replay::{Choice, HalfDay, Late, Live, Start, replay};
use std::error::Error;
use std::io::Write;

/// Days after a birth on which families enrol.
const ENROLLED_AFTER: [i32; 2] = [10, 17];
/// Days before its first session on which a group is settled.
const NOTICES: [i32; 4] = [0, 7, 14, 21];

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let file = arguments.next().ok_or("no file given")?;
    let half_day = match arguments.next().as_deref() {
        None | Some("soft") => HalfDay::Soft,
        Some("shared") => HalfDay::Shared,
        Some(other) => return Err(format!("neither soft nor shared: {other}").into()),
    };
    let instance: Instance = serde_json::from_slice(&std::fs::read(file)?)?;
    let rules = input::rules(&instance)?;
    let pools: Vec<_> = (input::pools(&instance).iter())
        .map(|pool| input::families(&instance, pool))
        .collect();
    let ages = input::first_ages(&instance).ok_or("no sessions")?;
    let mut out = std::io::stdout();
    writeln!(
        out,
        "| enrolled after | notice | first day | late families | placed | of hindsight | mean size | days after ideal |"
    )?;
    writeln!(out, "| --- | --- | --- | --- | --- | --- | --- | --- |")?;
    for enrolled_after in ENROLLED_AFTER {
        for notice in NOTICES {
            for start in [Start::AtIdeal, Start::AtLatest] {
                for late in [Late::Waits, Late::MayJoin] {
                    let live = Live {
                        enrolled_after,
                        notice,
                        ages,
                        choice: Choice {
                            half_day,
                            start,
                            late,
                        },
                    };
                    let (mut placed, mut hindsight, mut groups, mut days) = (0, 0, 0, 0);
                    for pool in &pools {
                        let life = replay(pool, &rules, &live)?;
                        placed += life.placed;
                        hindsight += life.in_hindsight;
                        groups += life.groups.len();
                        days += life.days_late;
                    }
                    let groups = groups.max(1) as f64;
                    writeln!(
                        out,
                        "| {enrolled_after} | {notice} | {start:?} | {late:?} | {placed} | {:.1} % | {:.1} | {:.1} |",
                        100.0 * placed as f64 / hindsight.max(1) as f64,
                        placed as f64 / groups,
                        days as f64 / groups
                    )?;
                }
            }
        }
    }
    Ok(())
}
