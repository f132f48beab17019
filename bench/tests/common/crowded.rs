//! Locations whose groups are in each other's way.

use super::Chance;
use centering_bench::schedule::problem::{
    Calendar, DateCosts, Days, Doctor, Group, Line, Location, Session,
};

/// The days of the calendar.
pub const DAYS: i32 = 140;

/// Some groups that want nearly the same days on two or three lines, two of them on one half-day.
pub fn crowded(chance: &mut Chance) -> (Calendar, DateCosts, Location) {
    let calendar = Calendar {
        weekday_of_day_zero: chance.below(7) as u8,
        days: DAYS,
        closed: (0..DAYS).filter(|_| chance.below(15) == 0).collect(),
        discouraged: Vec::new(),
    };
    let costs = DateCosts {
        outside_preferred: chance.below(2) as i32,
        discouraged: 0,
    };
    let half_days = [[0, 0, 3], [2, 7, 7], [5, 4, 5]][chance.below(3) as usize];
    let count = 2 + chance.below(2) as usize;
    let lines = half_days.iter().take(count).map(|half_day| Line {
        half_day: *half_day,
        booked: (0..DAYS).filter(|_| chance.below(8) == 0).collect(),
    });
    let lines = lines.collect();
    let groups = 3 + chance.below(3);
    let groups = (0..groups).map(|_| group(chance)).collect();
    let location = Location {
        lines,
        groups,
        doctor_absent: (0..DAYS).filter(|_| chance.below(6) == 0).collect(),
    };
    (calendar, costs, location)
}

fn group(chance: &mut Chance) -> Group {
    let birth = chance.between(0, 16);
    let session = |at: i32| {
        let ideal = birth + 22 + 26 * at;
        Session {
            allowed: Days {
                first: ideal - chance.between(5, 14),
                last: ideal + chance.between(5, 14),
            },
            preferred: Days {
                first: ideal - 4,
                last: ideal + 6,
            },
            ideal,
            doctor: match chance.below(2) {
                0 => Doctor::Needed,
                _ => Doctor::NotNeeded,
            },
            gap: chance.between(14, 28),
        }
    };
    Group {
        half_days: 1023,
        sessions: (0..3).map(session).collect(),
    }
}
