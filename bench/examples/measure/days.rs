//! The closed days of the benchmark's instances, in days since 1 January 2027: Dutch public holidays and
//! school holidays by a rule of thumb. The planner has its own calendar; nothing of it is used here.

/// The weekday of day 0, 1 January 2027: a Friday, counted from Monday.
pub const START_WEEKDAY: i32 = 4;

const MONTHS: [i32; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const FIRST_YEAR: i32 = 2027;

/// Closed days and periods, in order.
pub struct Closures {
    /// Public holidays.
    pub public: Vec<i32>,
    /// The weeks in which even a location that goes on in the holidays is closed.
    pub reduced: Vec<(i32, i32)>,
    /// All school holidays.
    pub full: Vec<(i32, i32)>,
}

impl Closures {
    /// The closures of some years that start before day `until`.
    #[must_use]
    pub fn between(first: i32, last: i32, until: i32) -> Self {
        let (mut public, mut reduced, mut full) = (Vec::new(), Vec::new(), Vec::new());
        for year in first..=last {
            let easter = easter(year);
            public.extend([
                day(year, 1, 1),
                easter + 1,
                day(year, 4, 27),
                day(year, 5, 5),
            ]);
            public.extend([
                easter + 39,
                easter + 50,
                day(year, 12, 25),
                day(year, 12, 26),
            ]);
            let summer = monday_from(day(year, 7, 10));
            full.push((summer, summer + 41));
            reduced.push((summer + 14, summer + 27));
            let christmas = monday_from(day(year, 12, 21));
            full.push((christmas, christmas + 11));
            reduced.push((christmas, christmas + 4));
            for (month, of_month) in [(2, 20), (4, 26), (10, 16)] {
                let monday = monday_from(day(year, month, of_month));
                full.push((monday, monday + 4));
            }
        }
        public.sort_unstable();
        public.retain(|day| (0..until).contains(day));
        for periods in [&mut reduced, &mut full] {
            periods.sort_unstable();
            periods.retain(|(from, _)| (0..until).contains(from));
        }
        Self {
            public,
            reduced,
            full,
        }
    }
}

fn monday_from(day: i32) -> i32 {
    day + (-(day + START_WEEKDAY)).rem_euclid(7)
}

/// The number of a date, counted from 1 January 2027.
fn day(year: i32, month: i32, of_month: i32) -> i32 {
    let is_leap = |year: i32| year % 4 == 0;
    let years: i32 = (FIRST_YEAR..year)
        .map(|year| 365 + i32::from(is_leap(year)))
        .sum();
    let months: i32 = MONTHS.iter().take(month as usize - 1).sum();
    years + months + i32::from(month > 2 && is_leap(year)) + of_month - 1
}

/// Easter Sunday by the anonymous Gregorian computus.
fn easter(year: i32) -> i32 {
    let golden = year % 19;
    let (century, of_century) = (year / 100, year % 100);
    let moon = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - moon + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let sum = epact + weekday - 7 * late + 114;
    day(year, sum / 31, sum % 31 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_over_a_leap_year() {
        assert_eq!(day(2027, 1, 1), 0);
        assert_eq!(day(2028, 3, 1), 365 + 60);
        assert_eq!(day(2029, 1, 1), 365 + 366);
        assert_eq!(easter(2027), day(2027, 3, 28));
        assert_eq!(easter(2028), day(2028, 4, 16));
        assert_eq!((monday_from(day(2027, 7, 10)) + START_WEEKDAY) % 7, 0);
    }
}
