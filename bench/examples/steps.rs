//! How long a large step plan takes: 10,000 steps with 30,000 links, beside petgraph's topological sort, which
//! only orders the steps. Medians of many runs on one thread. Usage: `steps [STEPS LINKS]`.

use centering_core::calendar::Date;
use centering_core::engine::random::Random;
use centering_core::steps::{
    Link, LinkKind, Network, Node, Phase, Step, StepFault, StepId, StepPlan, Tie, WorkCalendar,
    roles,
};
use petgraph::algo::toposort;
use petgraph::graph::DiGraph;
use std::error::Error;
use std::hint::black_box;
use std::io::Write;
use std::time::Instant;

const RUNS: usize = 201;

fn main() -> Result<(), Box<dyn Error>> {
    let mut sizes = std::env::args().skip(1).map(|size| size.parse::<u32>());
    let steps = sizes.next().transpose()?.unwrap_or(10_000);
    let links = sizes.next().transpose()?.unwrap_or(30_000);
    let ties = ties(steps, links);
    let count = steps as usize;
    let mut random = Random::new(2);
    let nodes: Vec<Node> = (0..steps)
        .map(|_| Node::lasting(1 + random.below(40) as i32))
        .collect();
    let network = Network::new(count, &ties).map_err(|fault| format!("{fault:?}"))?;
    let mut graph: DiGraph<(), ()> = DiGraph::with_capacity(count, ties.len());
    let vertices: Vec<_> = (0..steps).map(|_| graph.add_node(())).collect();
    for tie in &ties {
        let ends = (
            vertices.get(tie.from as usize),
            vertices.get(tie.to as usize),
        );
        if let (Some(from), Some(to)) = ends {
            graph.add_edge(*from, *to, ());
        }
    }
    let plan = plan(steps, &ties, &nodes).map_err(|fault| format!("{fault:?}"))?;
    let calendar = WorkCalendar::default();

    let end = network
        .passes(&nodes)
        .iter()
        .map(|pass| pass.finish())
        .max();
    let mut out = std::io::stdout();
    writeln!(
        out,
        "{steps} steps, {} links, {} working days, median of {RUNS} runs",
        ties.len(),
        end.unwrap_or(0)
    )?;
    let mut line =
        |name: &str, microseconds: u128| writeln!(out, "{name:<58} {microseconds:>7} us");
    line(
        "ours: order, forward and backward pass, slack",
        median(|| {
            let network = Network::new(count, &ties);
            black_box(network.map(|network| network.passes(&nodes))).is_ok()
        }),
    )?;
    line(
        "ours: forward and backward pass, slack (order known)",
        median(|| black_box(network.passes(&nodes)).is_empty()),
    )?;
    line(
        "ours: order only, from a list of links",
        median(|| black_box(Network::new(count, &ties)).is_ok()),
    )?;
    line(
        "petgraph: toposort only, of a graph that is built",
        median(|| black_box(toposort(&graph, None)).is_ok()),
    )?;
    line(
        "ours: a whole StepPlan by code, with its critical path",
        median(|| black_box(plan.timetable(&calendar)).is_ok()),
    )?;
    let mut proposal = StepPlan::proposal().clone();
    proposal.start = Date::new(2027, 1, 4);
    for role in roles() {
        proposal.limits.insert(role.id.clone(), 1);
    }
    line(
        "the proposal of 46 steps: all days and the critical path",
        median(|| black_box(proposal.timetable(&calendar)).is_ok()),
    )?;
    line(
        "the proposal: 1,000 draws, P50, P80 and drivers",
        median(|| black_box(proposal.outlook(&calendar, None)).is_ok()),
    )?;
    line(
        "the proposal: one person per role, bound, delay per role",
        median(|| black_box(proposal.limited(&calendar, None)).is_ok()),
    )?;
    Ok(())
}

/// Random links of all kinds without a cycle: each leads from a lower to a higher place of a shuffled list.
fn ties(steps: u32, links: u32) -> Vec<Tie> {
    let mut random = Random::new(1);
    let mut places: Vec<u32> = (0..steps).collect();
    random.shuffle(&mut places);
    let kinds = [
        LinkKind::FinishStart,
        LinkKind::FinishStart,
        LinkKind::StartStart,
        LinkKind::FinishFinish,
    ];
    let mut ties = Vec::new();
    while steps > 1 && ties.len() < links as usize {
        let one = random.below(steps);
        // Real plans link steps that are near each other.
        let other = (one + 1 + random.below(200)) % steps;
        let ends = (
            places.get(one.min(other) as usize),
            places.get(one.max(other) as usize),
        );
        let kind = kinds.get(random.index(kinds.len()));
        if let ((Some(from), Some(to)), Some(kind)) = (ends, kind)
            && from != to
        {
            ties.push(Tie {
                from: *from,
                to: *to,
                kind: *kind,
                lag: random.below(7) as i32 - 2,
            });
        }
    }
    ties
}

/// The same as a stored plan.
fn plan(steps: u32, ties: &[Tie], nodes: &[Node]) -> Result<StepPlan, StepFault> {
    let id = |number: u32| StepId::parse(&format!("S{number:06}")).map_err(|_| StepFault::TooMany);
    let mut records = Vec::new();
    for (number, node) in (0..steps).zip(nodes) {
        records.push(Step::new(id(number)?, "", Phase::Execution, node.duration));
    }
    for tie in ties {
        let mut link = Link::after(id(tie.from)?);
        link.kind = tie.kind;
        link.lag = tie.lag;
        if let Some(step) = records.get_mut(tie.to as usize) {
            step.after.push(link);
        }
    }
    StepPlan::of(records)
}

/// The median time of many runs, in microseconds.
fn median(mut run: impl FnMut() -> bool) -> u128 {
    let mut times: Vec<u128> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            black_box(run());
            start.elapsed().as_micros()
        })
        .collect();
    times.sort_unstable();
    times.get(RUNS / 2).copied().unwrap_or(0)
}
