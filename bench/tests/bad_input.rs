//! Whatever is asked of the engine, it answers with a plan or a named problem: never a panic, never an endless
//! run. Days and numbers come from the far ends of their types; budgets are small.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod common;

use centering_bench::replay::{Ages, Choice, HalfDay, Late, Live, Start, replay};
use centering_bench::schedule::compile::session_dates;
use centering_bench::schedule::event::{Event, PairLost, Substitute};
use centering_bench::schedule::problem::{
    Calendar, DateCosts, Days, Doctor, Group, GroupPlan, Line, Location, MOST_GROUPS,
    MOST_SESSIONS, MOST_WEEKS, ScheduleProblem, Session,
};
use centering_bench::schedule::reasons::Explainer;
use centering_bench::schedule::replan::Replan;
use centering_core::engine::cohort::common::{CommonHalfDay, Pool};
use centering_core::engine::cohort::rules::GroupRules;
use centering_core::engine::search::Driver;
use common::{Chance, calendar, location, validate};

const BUDGET: u64 = 60;

fn odd(chance: &mut Chance) -> i32 {
    let ends = [
        i32::MIN,
        i32::MIN + 1,
        -10_000_001,
        -10_000_000,
        -1,
        0,
        1,
        13,
        200,
        10_000_000,
        i32::MAX - 1,
        i32::MAX,
    ];
    match chance.below(3) {
        0 => ends[chance.below(ends.len() as u64) as usize],
        _ => chance.between(-40, 400),
    }
}

fn odd_days(chance: &mut Chance) -> Days {
    Days {
        first: odd(chance),
        last: odd(chance),
    }
}

/// Now and then one of the fields is odd, so that each check is met on its own.
fn spoil(chance: &mut Chance, calendar: &mut Calendar, location: &mut Location) {
    for _ in 0..chance.below(3) {
        let group = chance.below(location.groups.len() as u64) as usize;
        let group = &mut location.groups[group];
        let session = chance.below(group.sessions.len().max(1) as u64) as usize;
        let session = group.sessions.get_mut(session);
        match (chance.below(14), session) {
            (0, Some(session)) => session.allowed = odd_days(chance),
            (1, Some(session)) => session.preferred = odd_days(chance),
            (2, Some(session)) => session.ideal = odd(chance),
            (3, Some(session)) => session.gap = odd(chance),
            (4, _) => group.sessions.clear(),
            (5, _) => group.half_days = chance.below(1 << 16) as u16,
            (6, _) => group.half_days = 0,
            (7, _) => calendar.days = odd(chance),
            (8, _) => calendar.weekday_of_day_zero = chance.below(256) as u8,
            (9, _) => calendar.closed.extend([odd(chance), odd(chance)]),
            (10, _) => location.lines.clear(),
            (11, _) => location.doctor_absent.extend([odd(chance), odd(chance)]),
            (12, _) => calendar.discouraged.push(odd(chance)),
            (_, _) => location.lines.push(Line {
                half_day: chance.below(256) as u8,
                booked: vec![odd(chance), odd(chance)],
            }),
        }
    }
}

fn odd_event(chance: &mut Chance) -> Event {
    Event {
        today: odd(chance),
        notice: odd(chance),
        pairs_lost: vec![PairLost {
            line: chance.below(5) as usize,
            days: odd_days(chance),
        }],
        substitutes: vec![Substitute {
            half_days: chance.below(1 << 16) as u16,
            away: vec![odd_days(chance)],
        }],
        later: odd(chance),
    }
}

#[test]
fn odd_schedules_give_plans_or_named_problems() {
    let mut chance = Chance(97);
    let (mut planned, mut refused) = (0, 0);
    for _ in 0..600 {
        let mut calendar = calendar(&mut chance, 300);
        let mut location = location(&mut chance, 300, 2, 4, 4);
        spoil(&mut chance, &mut calendar, &mut location);
        let costs = DateCosts {
            outside_preferred: odd(&mut chance).clamp(-1, 10_001),
            discouraged: odd(&mut chance).clamp(-1, 10_001),
        };
        let locations = std::slice::from_ref(&location);
        let Ok(search) = session_dates(&calendar, &costs, locations, 1, BUDGET) else {
            refused += 1;
            continue;
        };
        planned += 1;
        let mut driver = Driver::new(search, BUDGET);
        let progress = driver.step(u64::MAX);
        let plan = driver.search().plan().remove(0);
        let (unscheduled, _) = validate(&calendar, &costs, &location, &plan);
        assert_eq!(unscheduled, progress.best[0]);
        let event = odd_event(&mut chance);
        if let Ok(replan) = Replan::new(&calendar, &costs, &location, &plan, &event, 1) {
            let mut repair = Driver::new(replan, BUDGET);
            repair.step(u64::MAX);
            let _ = repair.search().changes();
        }
        let mut explainer = Explainer::new(&calendar, &costs, &location, &plan).unwrap();
        for group in 0..=plan.len() {
            explainer.explain(group, chance.below(6) as usize);
        }
        let mut foreign = plan.clone();
        foreign[0] = GroupPlan {
            line: Some(chance.below(9) as usize),
            days: vec![Some(odd(&mut chance)); chance.below(6) as usize],
        };
        let _ = Explainer::new(&calendar, &costs, &location, &foreign);
        let _ = Replan::new(&calendar, &costs, &location, &foreign, &event, 1);
    }
    assert!(planned > 100 && refused > 100, "{planned} {refused}");
}

#[test]
fn odd_families_give_groups_or_named_problems() {
    let mut chance = Chance(5);
    for _ in 0..300 {
        let count = chance.below(30) as usize;
        let mut births: Vec<i32> = (0..count).map(|_| odd(&mut chance)).collect();
        if chance.below(4) > 0 {
            births.sort_unstable();
            births
                .iter_mut()
                .for_each(|birth| *birth = (*birth).clamp(-300, 300));
        }
        let pool = Pool {
            half_days: (0..count - count.min(chance.below(9) as usize / 8))
                .map(|_| chance.below(1 << 16) as u16)
                .collect(),
            births,
        };
        let sizes = [2, 3, 6, 8, 12, 15, 16, u32::MAX];
        let mut size = || sizes[chance.below(sizes.len() as u64) as usize];
        let sizes = (size(), size(), size());
        let weight = i64::from(odd(&mut chance));
        let Ok(rules) = GroupRules::new(sizes, odd(&mut chance), weight, 1) else {
            continue;
        };
        let pools = std::slice::from_ref(&pool);
        if let Ok(search) = CommonHalfDay::new(pools, &rules, 1, 2_000) {
            Driver::new(search, 2_000).step(u64::MAX);
        }
        let live = Live {
            enrolled_after: odd(&mut chance),
            notice: odd(&mut chance),
            ages: Ages {
                earliest: 10,
                ideal: odd(&mut chance),
                latest: 60,
            },
            choice: Choice {
                half_day: HalfDay::Shared,
                start: Start::AtLatest,
                late: Late::MayJoin,
            },
        };
        let _ = replay(&pool, &rules, &live);
    }
}

fn plain_session() -> Session {
    let days = Days {
        first: 10,
        last: 40,
    };
    Session {
        allowed: days,
        preferred: days,
        ideal: 20,
        doctor: Doctor::Needed,
        gap: 7,
    }
}

fn problem_of(change: impl FnOnce(&mut Calendar, &mut Location)) -> Option<ScheduleProblem> {
    let mut calendar = Calendar {
        weekday_of_day_zero: 0,
        days: 100,
        closed: Vec::new(),
        discouraged: Vec::new(),
    };
    let mut location = Location {
        lines: vec![Line {
            half_day: 0,
            booked: Vec::new(),
        }],
        groups: vec![Group {
            half_days: 1,
            sessions: vec![plain_session()],
        }],
        doctor_absent: Vec::new(),
    };
    change(&mut calendar, &mut location);
    let locations = [location];
    session_dates(&calendar, &DateCosts::default(), &locations, 1, BUDGET).err()
}

#[test]
fn every_problem_of_a_schedule_has_its_name() {
    use ScheduleProblem::{
        GapOutOfRange, HalfDayOutOfRange, HorizonOutOfRange, TooManyGroups, TooManySessions,
        WeekdayOutOfRange, WindowBackwards, WindowOutOfRange,
    };
    let (group, session) = (0, 0);
    assert_eq!(problem_of(|_, _| {}), None);
    assert_eq!(
        problem_of(|calendar, _| calendar.weekday_of_day_zero = 7),
        Some(WeekdayOutOfRange)
    );
    assert_eq!(
        problem_of(|calendar, _| calendar.days = 0),
        Some(HorizonOutOfRange)
    );
    assert_eq!(
        problem_of(|_, location| location.lines[0].half_day = 10),
        Some(HalfDayOutOfRange { line: 0 })
    );
    let crowd = |_: &mut Calendar, location: &mut Location| {
        location.groups = vec![location.groups[0].clone(); MOST_GROUPS + 1];
    };
    assert_eq!(problem_of(crowd), Some(TooManyGroups));
    let many = |_: &mut Calendar, location: &mut Location| {
        location.groups[0].sessions = vec![plain_session(); MOST_SESSIONS + 1];
    };
    assert_eq!(problem_of(many), Some(TooManySessions { group }));
    let window = |first, last| {
        problem_of(move |_, location| {
            location.groups[0].sessions[0].allowed = Days { first, last };
        })
    };
    assert_eq!(window(9, 8), Some(WindowBackwards { group, session }));
    assert_eq!(
        window(0, 7 * MOST_WEEKS as i32 + 7),
        Some(WindowOutOfRange { group, session })
    );
    assert_eq!(
        window(i32::MIN, 8),
        Some(WindowOutOfRange { group, session })
    );
    assert_eq!(
        problem_of(|_, location| location.groups[0].sessions[0].gap = -1),
        Some(GapOutOfRange { group, session })
    );
}

#[test]
fn sessions_that_run_backwards_in_time_stay_unscheduled() {
    let mut location = location(&mut Chance(1), 300, 2, 1, 2);
    let calendar = Calendar {
        weekday_of_day_zero: 0,
        days: 300,
        closed: Vec::new(),
        discouraged: Vec::new(),
    };
    let at = |first, last| {
        let days = Days { first, last };
        Session {
            allowed: days,
            preferred: days,
            doctor: Doctor::NotNeeded,
            ..plain_session()
        }
    };
    location
        .lines
        .iter_mut()
        .for_each(|line| line.booked.clear());
    location.groups[0] = Group {
        half_days: 1023,
        sessions: vec![at(100, 130), at(10, 40)],
    };
    let costs = DateCosts::default();
    let search = session_dates(
        &calendar,
        &costs,
        std::slice::from_ref(&location),
        1,
        BUDGET,
    )
    .unwrap();
    let mut driver = Driver::new(search, BUDGET);
    assert_eq!(driver.step(u64::MAX).best[0], 1);
}

#[test]
fn ten_thousand_groups_of_one_day_end() {
    let mut chance = Chance(3);
    let calendar = calendar(&mut chance, 300);
    let mut location = location(&mut chance, 300, 2, 1, 3);
    location.groups = vec![location.groups[0].clone(); MOST_GROUPS];
    let costs = DateCosts::default();
    let search = session_dates(
        &calendar,
        &costs,
        std::slice::from_ref(&location),
        1,
        BUDGET,
    )
    .unwrap();
    let mut driver = Driver::new(search, BUDGET);
    let progress = driver.step(u64::MAX);
    assert!(progress.bound[0] <= progress.best[0]);
    validate(&calendar, &costs, &location, &driver.search().plan()[0]);
}
