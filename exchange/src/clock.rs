//! Clock times of the Netherlands as moments that every calendar program reads alike (UTC).

use centering_core::calendar::{ClockTime, Date};

/// The hour of UTC at which the clock changes, in spring and in autumn.
///
/// Source: Directive 2000/84/EC, articles 2 and 3: the last Sunday of March and of October, at 1.00 a.m. Greenwich mean
/// time.
const CHANGE: u16 = 1;
/// How many hours the clock is ahead of UTC in winter (Central European Time).
const WINTER: u16 = 1;

/// The moment as iCalendar writes it: `20270104T083000Z`.
pub fn utc(date: Date, time: ClockTime) -> String {
    let ahead = WINTER + u16::from(is_summer(date, time));
    let minutes = time.hour() * 60 + time.minute();
    let (date, minutes) = match minutes.checked_sub(ahead * 60) {
        Some(minutes) => (date, minutes),
        None => (date.plus_days(-1), minutes + (24 - ahead) * 60),
    };
    let (hour, minute) = (minutes / 60, minutes % 60);
    format!("{}T{hour:02}{minute:02}00Z", digits(date))
}

/// The day as iCalendar writes it: `20270104`.
pub fn digits(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

/// Whether it is summer time at this time on the clock.
fn is_summer(date: Date, time: ClockTime) -> bool {
    match date.month() {
        4..=9 => true,
        3 | 10 => {
            let spring = date.month() == 3;
            let sunday = last_sunday(date);
            // In October the hour from 2 to 3 is there twice: its first time counts.
            let changed = date > sunday
                || date == sunday && time.hour() > CHANGE + if spring { 0 } else { WINTER };
            changed == spring
        }
        _ => false,
    }
}

/// The last Sunday of the month of this day.
fn last_sunday(date: Date) -> Date {
    // Both months that are asked for have 31 days.
    let last = date.first_of_month().plus_days(30);
    let since_sunday = last.weekday().num_days_from_sunday();
    last.plus_days(-i32::try_from(since_sunday).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(date: &str, hour: u16, minute: u16) -> String {
        let time = ClockTime::new(hour, minute).unwrap();
        utc(date.parse().unwrap(), time)
    }

    #[test]
    fn the_clock_is_one_hour_ahead_in_winter_and_two_in_summer() {
        assert_eq!(at("2027-01-04", 9, 30), "20270104T083000Z");
        assert_eq!(at("2027-07-05", 9, 30), "20270705T073000Z");
        assert_eq!(at("2027-01-01", 0, 15), "20261231T231500Z");
    }

    #[test]
    fn it_changes_on_the_last_sundays_of_march_and_october() {
        // 28 March and 31 October 2027 are Sundays.
        assert_eq!(at("2027-03-26", 13, 30), "20270326T123000Z");
        assert_eq!(at("2027-03-28", 1, 59), "20270328T005900Z");
        assert_eq!(at("2027-03-28", 3, 0), "20270328T010000Z");
        assert_eq!(at("2027-03-29", 13, 30), "20270329T113000Z");
        assert_eq!(at("2027-10-29", 13, 30), "20271029T113000Z");
        assert_eq!(at("2027-10-31", 2, 30), "20271031T003000Z");
        assert_eq!(at("2027-10-31", 3, 0), "20271031T020000Z");
        assert_eq!(at("2027-11-01", 13, 30), "20271101T123000Z");
    }
}
