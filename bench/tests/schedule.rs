//! Session dates: exactness against brute force, hard rules, bounds, repairs and reasons.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod common;

use centering_bench::schedule::compile::session_dates;
use centering_bench::schedule::event::{Event, PairLost, Substitute, Tier};
use centering_bench::schedule::problem::{
    Calendar, DateCosts, Days, GroupPlan, Line, Location, ScheduleProblem,
};
use centering_bench::schedule::reasons::Explainer;
use centering_bench::schedule::replan::Replan;
use centering_core::engine::search::{Driver, Progress, Search};
use common::{Chance, calendar, costs, date_cost, is_possible, location, validate};

fn plan(
    calendar: &Calendar,
    costs: &DateCosts,
    location: &Location,
    budget: u64,
    slice: u64,
) -> (Progress, Vec<GroupPlan>) {
    let locations = std::slice::from_ref(location);
    let search = session_dates(calendar, costs, locations, 4, budget).unwrap();
    let mut driver = Driver::new(search, budget);
    loop {
        let progress = driver.step(slice);
        if progress.finished {
            return (progress, driver.search().plan().remove(0));
        }
    }
}

/// The best of all plans of one group, by trying every line and every day of every session.
fn brute(calendar: &Calendar, costs: &DateCosts, location: &Location) -> (i64, i64) {
    fn visit(
        days: &[Vec<(i32, i64)>],
        gaps: &[i32],
        previous: Option<(i32, bool)>,
        so_far: (i64, i64),
        best: &mut (i64, i64),
    ) {
        let Some((first, rest)) = days.split_first() else {
            *best = so_far.min(*best);
            return;
        };
        let skipped = previous.map(|(day, _)| (day, true));
        visit(rest, &gaps[1..], skipped, (so_far.0 + 1, so_far.1), best);
        for (day, cost) in first {
            let gap = |skipped| if skipped { 1 } else { gaps[0].max(1) };
            if previous.is_none_or(|(previous, skipped)| day - previous >= gap(skipped)) {
                visit(
                    rest,
                    &gaps[1..],
                    Some((*day, false)),
                    (so_far.0, so_far.1 + cost),
                    best,
                );
            }
        }
    }
    let group = &location.groups[0];
    let gaps: Vec<i32> = group.sessions.iter().map(|session| session.gap).collect();
    let mut best = (group.sessions.len() as i64, 0);
    for line in location
        .lines
        .iter()
        .filter(|line| group.half_days >> line.half_day & 1 == 1)
    {
        let options = |session| {
            let days = (0..calendar.days)
                .filter(|day| is_possible(calendar, location, session, line, *day));
            days.map(|day| (day, date_cost(calendar, costs, session, day)))
                .collect()
        };
        let days: Vec<Vec<(i32, i64)>> = group.sessions.iter().map(options).collect();
        visit(&days, &gaps, None, (0, 0), &mut best);
    }
    best
}

#[test]
fn one_group_is_planned_exactly_and_proven() {
    let mut chance = Chance(21);
    for _ in 0..200 {
        let calendar = calendar(&mut chance, 250);
        let costs = costs(&mut chance);
        let lines = 1 + chance.below(4) as usize;
        let sessions = 1 + chance.below(5) as usize;
        let location = location(&mut chance, 250, lines, 1, sessions);
        let (progress, plan) = plan(&calendar, &costs, &location, 200, u64::MAX);
        let value = validate(&calendar, &costs, &location, &plan);
        assert_eq!(progress.best, [value.0, value.1]);
        assert_eq!(value, brute(&calendar, &costs, &location));
        assert!(progress.bound[0] <= value.0 && progress.bound[1] <= value.1);
    }
}

#[test]
fn plans_keep_every_rule_and_every_bound_whatever_the_slices() {
    let mut chance = Chance(8);
    for _ in 0..12 {
        let calendar = calendar(&mut chance, 500);
        let costs = costs(&mut chance);
        let location = location(&mut chance, 500, 3, 9, 6);
        let (progress, plan_whole) = plan(&calendar, &costs, &location, 3_000, u64::MAX);
        let value = validate(&calendar, &costs, &location, &plan_whole);
        assert_eq!(progress.best, [value.0, value.1]);
        assert!(progress.bound[0] <= value.0 && progress.bound[1] <= value.1);
        let (sliced, plan_sliced) = plan(&calendar, &costs, &location, 3_000, 13);
        assert_eq!((sliced, plan_sliced), (progress, plan_whole));
    }
}

/// Two groups on two lines, by trying everything.
#[test]
fn two_groups_never_beat_the_bound() {
    let mut chance = Chance(77);
    for _ in 0..30 {
        let calendar = calendar(&mut chance, 120);
        let costs = DateCosts::default();
        let mut location = location(&mut chance, 120, 1, 2, 2);
        for group in &mut location.groups {
            group.half_days = 1023;
        }
        let (progress, plan) = plan(&calendar, &costs, &location, 2_000, u64::MAX);
        let value = validate(&calendar, &costs, &location, &plan);
        let mut best = (4, 0);
        let options = |group: usize, session: usize| {
            let input = &location.groups[group].sessions[session];
            let days = (0..120)
                .filter(|day| is_possible(&calendar, &location, input, &location.lines[0], *day));
            std::iter::once(None)
                .chain(days.map(Some))
                .collect::<Vec<_>>()
        };
        for a in options(0, 0) {
            for b in options(0, 1) {
                for c in options(1, 0) {
                    for d in options(1, 1) {
                        let row = |days: [Option<i32>; 2]| GroupPlan {
                            line: Some(0),
                            days: days.to_vec(),
                        };
                        let taken = [a, b, c, d];
                        let twice = (0..4)
                            .any(|x| (0..x).any(|y| taken[x].is_some() && taken[x] == taken[y]));
                        let close = |group: usize, first: Option<i32>, second: Option<i32>| {
                            let gap = location.groups[group].sessions[1].gap;
                            matches!((first, second), (Some(first), Some(second)) if second - first < gap.max(1))
                        };
                        if twice || close(0, a, b) || close(1, c, d) {
                            continue;
                        }
                        let plan = [row([a, b]), row([c, d])];
                        best = best.min(validate(&calendar, &costs, &location, &plan));
                    }
                }
            }
        }
        assert_eq!(value, best);
        assert!(progress.bound[0] <= best.0);
    }
}

fn published(chance: &mut Chance) -> (Calendar, DateCosts, Location, Vec<GroupPlan>) {
    let calendar = calendar(chance, 400);
    let costs = DateCosts::default();
    let mut location = location(chance, 400, 3, 5, 5);
    for group in &mut location.groups {
        group.half_days = 1023;
    }
    let (_, plan) = plan(&calendar, &costs, &location, 1_000, u64::MAX);
    (calendar, costs, location, plan)
}

#[test]
fn repairs_change_only_what_they_may() {
    let mut chance = Chance(31);
    for _ in 0..60 {
        let (calendar, costs, location, published) = published(&mut chance);
        let first = chance.between(60, 200);
        let event = Event {
            today: first - 5,
            notice: 14,
            pairs_lost: vec![PairLost {
                line: 0,
                days: Days {
                    first,
                    last: first + 41,
                },
            }],
            substitutes: vec![Substitute {
                half_days: 0b11_0000_1111,
                away: Vec::new(),
            }],
            later: 7,
        };
        let replan = Replan::new(&calendar, &costs, &location, &published, &event, 1).unwrap();
        let mut driver = Driver::new(replan, 300);
        let progress = driver.step(u64::MAX);
        assert!(progress.bound[..2] <= progress.best[..2], "the bound holds");
        let changes = driver.search().changes();
        let lost = |group: usize, day: i32| {
            published[group].line == Some(0) && event.pairs_lost[0].days.contains(day)
        };
        let mut plan = published.clone();
        for change in &changes {
            if let Some(from) = change.from {
                assert!(from >= event.today, "what took place never changes");
                let within = from < event.today + event.notice;
                assert_eq!(within, change.within_notice);
                assert!(
                    !within || lost(change.group, from),
                    "nothing moves for convenience"
                );
            }
            match change.tier {
                Tier::OtherDate => plan[change.group].days[change.session] = change.to,
                Tier::Substitute { .. } => assert_eq!(change.from, change.to),
                Tier::OtherLine { line } => {
                    assert_ne!(Some(line), published[change.group].line);
                    plan[change.group].days[change.session] = None;
                }
                Tier::Later { days } => {
                    assert!(days > 0 && days <= 7);
                    plan[change.group].days[change.session] = None;
                }
                Tier::Lapses => {
                    assert_eq!(change.to, None);
                    plan[change.group].days[change.session] = None;
                }
                Tier::AsPublished => panic!("not a change"),
            }
        }
        validate(&calendar, &costs, &location, &plan);
        for (group, row) in plan.iter().enumerate() {
            for (session, day) in row.days.iter().enumerate() {
                let kept = changes.iter().any(|change| {
                    (change.group, change.session) == (group, session)
                        && matches!(change.tier, Tier::Substitute { .. })
                });
                let took_place = day.is_some_and(|day| day < event.today);
                assert!(day.is_none_or(|day| !lost(group, day)) || kept || took_place);
            }
        }
    }
}

#[test]
fn a_plan_that_lost_nothing_stays_as_it_is() {
    let mut chance = Chance(2);
    let (calendar, costs, location, mut published) = published(&mut chance);
    published.iter_mut().for_each(|row| {
        row.days
            .iter_mut()
            .for_each(|day| *day = day.filter(|_| true))
    });
    let event = Event {
        today: 0,
        notice: 0,
        ..Event::default()
    };
    let replan = Replan::new(&calendar, &costs, &location, &published, &event, 1).unwrap();
    let changes = replan.changes();
    assert!(
        changes.iter().all(|change| change.from.is_none()),
        "{changes:?}"
    );
    assert_eq!(Search::best(&replan)[1], 0);
}

#[test]
fn reasons_count_every_day_and_remedies_are_computed() {
    let mut chance = Chance(13);
    let mut explained = 0;
    for _ in 0..60 {
        let (calendar, costs, location, plan) = published(&mut chance);
        let mut explainer = Explainer::new(&calendar, &costs, &location, &plan).unwrap();
        for (group, row) in plan.iter().enumerate() {
            for (session, day) in row.days.iter().enumerate() {
                let Some(reason) = explainer.explain(group, session) else {
                    continue;
                };
                let sieve = reason.sieve;
                let removed = sieve.closed + sieve.doctor_absent + sieve.booked;
                let removed = removed + sieve.doctor_busy + sieve.other_group + sieve.gap;
                assert_eq!(sieve.in_window, removed + sieve.left);
                if day.is_none() {
                    explained += 1;
                    assert_eq!(sieve.left, 0, "an unscheduled session has no day left");
                    assert!(reason.remedies.is_sorted_by_key(|remedy| remedy.cost));
                } else {
                    assert!(sieve.left > 0, "the planned day itself is left");
                }
            }
        }
    }
    assert!(explained > 20, "only {explained} reasons tested");
}

#[test]
fn bad_input_has_a_name() {
    let mut chance = Chance(1);
    let calendar = calendar(&mut chance, 200);
    let costs = DateCosts::default();
    let good = location(&mut chance, 200, 2, 2, 2);
    let problem = |location: &Location| {
        session_dates(&calendar, &costs, std::slice::from_ref(location), 1, 10).err()
    };
    assert_eq!(problem(&good), None);
    let mut bad = good.clone();
    bad.groups[1].sessions[0].allowed = Days { first: 9, last: 3 };
    assert_eq!(
        problem(&bad),
        Some(ScheduleProblem::WindowBackwards {
            group: 1,
            session: 0
        })
    );
    let mut bad = good.clone();
    bad.lines[1].half_day = 10;
    assert_eq!(
        problem(&bad),
        Some(ScheduleProblem::HalfDayOutOfRange { line: 1 })
    );
    let mut empty = good.clone();
    empty.lines.clear();
    let (progress, plan) = plan(&calendar, &costs, &empty, 100, u64::MAX);
    assert_eq!((progress.best, progress.bound), (vec![4, 0], vec![4, 0]));
    assert!(plan.iter().all(|row| row.line.is_none()));
    let mut odd = good;
    odd.lines.push(Line {
        half_day: 3,
        booked: vec![-5, 1_000_000],
    });
    assert_eq!(problem(&odd), None);
}
