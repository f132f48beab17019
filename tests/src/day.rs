//! Days, weekdays, ages and Easter, worked out here from the rules of the calendar. No other crate computes
//! a date for the validator.

use serde::{Deserialize, Deserializer, de};
use std::fmt;

/// A day as the number of days since 1-1-1970.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i32);

impl Day {
    /// The day with this year, month and day of the month, which must exist.
    pub fn civil(year: i32, month: i32, day: i32) -> Self {
        // Years are counted from March, so that the leap day comes last.
        let year = if month <= 2 { year - 1 } else { year };
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Self(era * 146_097 + day_of_era - 719_468)
    }

    /// Reads `yyyy-mm-dd`.
    pub fn iso(text: &str) -> Option<Self> {
        let numbers: Vec<i32> = text
            .split('-')
            .map_while(|part| part.parse().ok())
            .collect();
        let &[year, month, day] = numbers.as_slice() else {
            return None;
        };
        let exists = (1..=12).contains(&month) && (1..=month_length(year, month)).contains(&day);
        exists.then(|| Self::civil(year, month, day))
    }

    /// Year, month and day of the month.
    pub fn parts(self) -> (i32, i32, i32) {
        let shifted = self.0 + 719_468;
        let era = shifted.div_euclid(146_097);
        let of_era = shifted.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = (month_from_march + 2) % 12 + 1;
        let year = era * 400 + year_of_era + i32::from(month <= 2);
        (year, month, day)
    }

    /// 0 for Monday to 6 for Sunday.
    pub fn weekday(self) -> i32 {
        // 1-1-1970 was a Thursday.
        (self.0 + 3).rem_euclid(7)
    }

    /// The day this many days later.
    pub fn plus(self, days: i32) -> Self {
        Self(self.0 + days)
    }

    /// The day on which a child born on this day has that age: months first, clamped to the end of the month,
    /// then days.
    pub fn at_age(self, age: Age) -> Self {
        let (year, month, day) = self.parts();
        let months = year * 12 + month - 1 + age.months;
        let (year, month) = (months.div_euclid(12), months.rem_euclid(12) + 1);
        Self::civil(year, month, day.min(month_length(year, month))).plus(age.days)
    }

    /// The same for a least age, which a setting lets be reached on the first of the next month where the day does not exist.
    pub fn at_least(self, age: Age, month_end: &str) -> Self {
        let none = Age { days: 0, ..age };
        let (_, _, born) = self.parts();
        let (_, _, reached) = self.at_age(none).parts();
        let is_next = month_end == "next_month" && born != reached;
        self.at_age(age).plus(i32::from(is_next))
    }

    /// Easter Sunday of a year, by the method of Gauss with the corrections for the Gregorian calendar.
    pub fn easter(year: i32) -> Self {
        let century = year / 100;
        let lunar = (8 * century + 13) / 25;
        let epact = (15 - lunar + century - century / 4) % 30;
        let sunday = (4 + century - century / 4) % 7;
        let moon = (19 * (year % 19) + epact) % 30;
        let after = (2 * (year % 4) + 4 * (year % 7) + 6 * moon + sunday) % 7;
        let late =
            (moon == 29 && after == 6) || (moon == 28 && after == 6 && (11 * epact + 11) % 30 < 19);
        let days = if late {
            22 + moon + after - 7
        } else {
            22 + moon + after
        };
        Self::civil(year, 3, 1).plus(days - 1)
    }
}

/// The number of days of a month.
fn month_length(year: i32, month: i32) -> i32 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for Day {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        write!(out, "{year:04}-{month:02}-{day:02}")
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, out)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::iso(&text).ok_or_else(|| de::Error::custom(format!("'{text}' is no day")))
    }
}

/// An age in calendar months and days, written `4m14d`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Age {
    /// Calendar months.
    pub months: i32,
    /// Days on top of them.
    pub days: i32,
}

impl<'de> Deserialize<'de> for Age {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let parse = || {
            let (months, days) = text.strip_suffix('d')?.split_once('m')?;
            Some(Self {
                months: months.parse().ok()?,
                days: days.parse().ok()?,
            })
        };
        parse().ok_or_else(|| de::Error::custom(format!("'{text}' is no age")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::iso(text).unwrap()
    }

    #[test]
    fn every_day_of_three_centuries_follows_the_one_before() {
        let mut number = Day::civil(1900, 1, 1).0;
        for year in 1900..2200 {
            for month in 1..=12 {
                for of_month in 1..=month_length(year, month) {
                    let here = Day::civil(year, month, of_month);
                    assert_eq!((here.0, here.parts()), (number, (year, month, of_month)));
                    number += 1;
                }
            }
        }
        assert_eq!(day("2027-01-28").weekday(), 3);
        assert_eq!(Day::iso("2027-02-29"), None);
    }

    /// The table of `docs/domain.md#5.1`, and the two years for which Gauss needs a correction.
    #[test]
    fn easter_follows_the_published_tables() {
        for text in [
            "2026-04-05",
            "2027-03-28",
            "2028-04-16",
            "2029-04-01",
            "2030-04-21",
            "2031-04-13",
            "1954-04-18",
            "1981-04-19",
        ] {
            assert_eq!(Day::easter(day(text).parts().0), day(text));
        }
    }

    #[test]
    fn an_age_clamps_to_the_month_end_before_its_days() {
        let age = Age {
            months: 4,
            days: 14,
        };
        assert_eq!(day("2027-01-31").at_age(age), day("2027-06-14"));
        let one = Age { months: 1, days: 0 };
        assert_eq!(day("2028-01-31").at_age(one), day("2028-02-29"));
    }
}
