//! Step plans: links, slack, limits and draws on random ones, against recursion over every path and every
//! order of placing. The judges know no topological order, no backward pass and no profile of people.

mod days;
mod faults;
mod limits;

use centering_core::steps::{
    Link, LinkKind, Phase, Role, Span, Step, StepId, StepPlan, StepState, Timetable, WorkCalendar,
};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// A link to one of the steps before, by a number that is taken modulo their count.
type RandomLink = (usize, LinkKind, i32);
type RandomStep = (i32, Vec<RandomLink>, u8);

const ALL_KINDS: [LinkKind; 3] = [
    LinkKind::FinishStart,
    LinkKind::StartStart,
    LinkKind::FinishFinish,
];

fn id(number: usize) -> StepId {
    StepId::parse(&format!("S{number:02}")).unwrap()
}

/// A plan without cycles. Codes are shuffled, so that their order says nothing of the links.
fn plan(kinds: &'static [LinkKind], most: usize) -> impl Strategy<Value = StepPlan> {
    let link = (0..100_usize, prop::sample::select(kinds), -3..6);
    let step = (0..12, prop::collection::vec(link, 0..4), 0_u8..8);
    prop::collection::vec(step, 1..=most)
        .prop_flat_map(|steps| {
            let codes: Vec<usize> = (0..steps.len()).collect();
            (Just(steps), Just(codes).prop_shuffle())
        })
        .prop_map(|(steps, codes)| build(&steps, &codes))
}

fn build(steps: &[RandomStep], codes: &[usize]) -> StepPlan {
    let rows = steps
        .iter()
        .enumerate()
        .map(|(place, (duration, links, fate))| {
            let mut step = Step::new(id(codes[place]), "", Phase::Execution, *duration);
            step.role = Role::new(["planner", "lead"][usize::from(*fate % 2)]);
            step.milestone = *fate == 5;
            if *fate == 7 {
                step.progress.state = StepState::Dropped;
            }
            for (earlier, kind, lag) in links {
                if place > 0 {
                    let mut link = Link::after(id(codes[earlier % place]));
                    link.kind = *kind;
                    link.lag = *lag;
                    step.after.push(link);
                }
            }
            step
        });
    StepPlan::of(rows).unwrap()
}

fn table(plan: &StepPlan) -> Timetable {
    plan.timetable(&WorkCalendar::default()).unwrap()
}

fn duration(step: &Step) -> i32 {
    if step.is_dropped() { 0 } else { step.duration }
}

/// The least days between the starts of two linked steps.
fn weight(plan: &StepPlan, step: &Step, link: &Link) -> i32 {
    let earlier = &plan.steps[&link.step];
    let lag = if step.is_dropped() || earlier.is_dropped() {
        0
    } else {
        link.lag
    };
    match link.kind {
        LinkKind::FinishStart => duration(earlier) + lag,
        LinkKind::StartStart => lag,
        LinkKind::FinishFinish => duration(earlier) + lag - duration(step),
    }
}

/// The early start by recursion over every path to a step.
fn earliest(plan: &StepPlan, step: &Step) -> i32 {
    step.after
        .iter()
        .map(|link| earliest(plan, &plan.steps[&link.step]) + weight(plan, step, link))
        .fold(0, i32::max)
}

/// The longest way from the start of a step to the end of the plan, by recursion over every path from it.
fn to_the_end(plan: &StepPlan, step: &Step) -> i32 {
    let mut longest = if step.is_dropped() {
        i32::MIN / 2
    } else {
        step.duration
    };
    for later in plan.steps.values() {
        for link in later.after.iter().filter(|link| link.step == step.id) {
            longest = longest.max(weight(plan, later, link) + to_the_end(plan, later));
        }
    }
    longest
}

fn breaks_a_link(plan: &StepPlan, spans: &BTreeMap<StepId, Span>) -> Option<StepId> {
    let kept = |id: &StepId| spans.get(id);
    plan.steps.values().find_map(|step| {
        let own = kept(&step.id)?;
        let broken = step.after.iter().any(|link| {
            kept(&link.step).is_some_and(|before| {
                let (from, to) = match link.kind {
                    LinkKind::FinishStart => (before.finish, own.start),
                    LinkKind::StartStart => (before.start, own.start),
                    LinkKind::FinishFinish => (before.finish, own.finish),
                };
                to < from + link.lag
            })
        });
        (broken || own.start < 0).then(|| step.id.clone())
    })
}

fn early(timetable: &Timetable) -> BTreeMap<StepId, Span> {
    let days = timetable.steps.iter();
    days.map(|(id, days)| (id.clone(), days.early)).collect()
}
