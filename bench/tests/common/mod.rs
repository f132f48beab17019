//! Random instances and validators for the tests; the validators share no code with the solvers.

#![allow(dead_code, reason = "each test file uses a part")]

pub mod crowded;

use centering_bench::schedule::problem::{
    Calendar, DateCosts, Days, Doctor, Group, GroupPlan, Line, Location, Session,
};

/// The tests' own source of chance.
pub struct Chance(pub u64);

impl Chance {
    pub fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % limit
    }

    pub fn between(&mut self, low: i32, high: i32) -> i32 {
        low + self.below((high - low + 1) as u64) as i32
    }
}

pub fn calendar(chance: &mut Chance, days: i32) -> Calendar {
    Calendar {
        weekday_of_day_zero: chance.below(7) as u8,
        days,
        closed: (0..days).filter(|_| chance.below(12) == 0).collect(),
        discouraged: (0..days).filter(|_| chance.below(12) == 0).collect(),
    }
}

pub fn costs(chance: &mut Chance) -> DateCosts {
    DateCosts {
        outside_preferred: chance.below(3) as i32,
        discouraged: chance.below(20) as i32,
    }
}

pub fn location(
    chance: &mut Chance,
    days: i32,
    lines: usize,
    groups: usize,
    sessions: usize,
) -> Location {
    let line = |chance: &mut Chance| Line {
        half_day: chance.below(10) as u8,
        booked: (0..days).filter(|_| chance.below(5) == 0).collect(),
    };
    let lines: Vec<Line> = (0..lines).map(|_| line(chance)).collect();
    let groups = (0..groups).map(|_| group(chance, days, sessions)).collect();
    Location {
        lines,
        groups,
        doctor_absent: (0..days).filter(|_| chance.below(8) == 0).collect(),
    }
}

fn group(chance: &mut Chance, days: i32, sessions: usize) -> Group {
    let mut start = chance.between(0, days / 3);
    let session = |_| {
        let allowed = Days {
            first: start,
            last: start + chance.between(0, 45),
        };
        let ideal = chance.between(allowed.first - 3, allowed.last + 3);
        let preferred = Days {
            first: ideal - 5,
            last: ideal + 10,
        };
        start += chance.between(5, 40);
        Session {
            allowed,
            preferred,
            ideal,
            doctor: if chance.below(3) == 0 {
                Doctor::Needed
            } else {
                Doctor::NotNeeded
            },
            gap: chance.between(0, 40),
        }
    };
    let sessions = (0..sessions).map(session).collect();
    Group {
        half_days: chance.below(1024) as u16,
        sessions,
    }
}

pub fn date_cost(calendar: &Calendar, costs: &DateCosts, session: &Session, day: i32) -> i64 {
    let mut cost = (day - session.ideal).abs();
    if day < session.preferred.first {
        cost += costs.outside_preferred * (session.preferred.first - day);
    }
    if day > session.preferred.last {
        cost += costs.outside_preferred * (day - session.preferred.last);
    }
    if calendar.discouraged.contains(&day) {
        cost += costs.discouraged;
    }
    i64::from(cost)
}

/// Whether one session may lie on a day of a line, as far as nobody else matters.
pub fn is_possible(
    calendar: &Calendar,
    location: &Location,
    session: &Session,
    line: &Line,
    day: i32,
) -> bool {
    (0..calendar.days).contains(&day)
        && (day + i32::from(calendar.weekday_of_day_zero)) % 7 == i32::from(line.half_day) / 2
        && !calendar.closed.contains(&day)
        && !line.booked.contains(&day)
        && session.allowed.first <= day
        && day <= session.allowed.last
        && !(session.doctor == Doctor::Needed && location.doctor_absent.contains(&day))
}

/// Checks every hard rule of a location's plan; returns unscheduled sessions and date cost.
pub fn validate(
    calendar: &Calendar,
    costs: &DateCosts,
    location: &Location,
    plan: &[GroupPlan],
) -> (i64, i64) {
    let (mut unscheduled, mut cost) = (0, 0);
    let mut lines = Vec::new();
    let mut doctors = Vec::new();
    assert_eq!(plan.len(), location.groups.len());
    for (group, row) in location.groups.iter().zip(plan) {
        assert_eq!(row.days.len(), group.sessions.len());
        let (mut previous, mut skipped) = (None, false);
        for (session, day) in group.sessions.iter().zip(&row.days) {
            let Some(day) = *day else {
                unscheduled += 1;
                skipped = true;
                continue;
            };
            let number = row.line.expect("a scheduled session has a line");
            let line = &location.lines[number];
            assert!(
                group.half_days >> line.half_day & 1 == 1,
                "half-day of the families"
            );
            assert!(
                is_possible(calendar, location, session, line, day),
                "possible day"
            );
            if let Some(previous) = previous {
                assert!(day > previous, "sessions in order");
                assert!(skipped || day - previous >= session.gap, "gap");
            }
            (previous, skipped) = (Some(day), false);
            lines.push((number, day));
            if session.doctor == Doctor::Needed {
                doctors.push((line.half_day, day));
            }
            cost += date_cost(calendar, costs, session, day);
        }
    }
    let (line_count, doctor_count) = (lines.len(), doctors.len());
    lines.sort_unstable();
    lines.dedup();
    doctors.sort_unstable();
    doctors.dedup();
    assert_eq!(
        lines.len(),
        line_count,
        "a line holds two sessions on one day"
    );
    assert_eq!(doctors.len(), doctor_count, "the doctor is at two groups");
    (unscheduled, cost)
}
