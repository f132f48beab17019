//! Ages as calendar months and days, the unit of every window in the care programme.

use super::Date;
use crate::text::{ParseError, as_text};
use serde::{Deserialize, Serialize};
use std::fmt;

/// When a child reaches a least age in months that falls on a day which does not exist: born on 31 August, three months.
/// Source: `docs/domain.md#2.1`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum MonthEnd {
    /// On the last day of that month: 30 November.
    #[default]
    LastDay,
    /// On the first day of the next month, as American rules for vaccinations have it: 1 December.
    NextMonth,
}

/// An age: whole calendar months, then days.
///
/// Months are added first and clamped to the end of the month, then the days: 31 January plus `4m14d` is
/// 14 June (31-1 + 4 months = 31-5; + 14 days = 14-6). Written `4m14d`; a whole number of weeks is written
/// in days (`0m42d`). Months and days are at most 5,000 each.
///
/// ```
/// use centering_core::calendar::{AgeOffset, Date};
/// let age: AgeOffset = "4m14d".parse().unwrap();
/// assert_eq!(age.on(Date::new(2027, 1, 31).unwrap()), Date::new(2027, 6, 14).unwrap());
/// ```
///
/// A [least age](Self::at_least) may be reached a day later; that is a matter of settings and never written.
///
/// Ages are not ordered, because a month has no fixed length; compare the days they give.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(with = "String", extend("pattern" = "^[0-9]{1,4}m[0-9]{1,4}d$")))]
pub struct AgeOffset {
    months: u16,
    days: u16,
    month_end: MonthEnd,
}

impl AgeOffset {
    /// The largest number of months or days of an age: far above any child of the programme.
    const LARGEST: u16 = 5_000;

    /// An age of this many months and days; `None` above 5,000 of either.
    pub fn new(months: u16, days: u16) -> Option<Self> {
        (months <= Self::LARGEST && days <= Self::LARGEST).then_some(Self {
            months,
            days,
            month_end: MonthEnd::LastDay,
        })
    }

    /// The whole calendar months of the age.
    pub fn months(self) -> u16 {
        self.months
    }

    /// The days that come on top of the months.
    pub fn days(self) -> u16 {
        self.days
    }

    /// This age as a least one under a setting: never reached earlier, and a day later where the setting says so.
    #[must_use]
    pub fn at_least(self, month_end: MonthEnd) -> Self {
        Self { month_end, ..self }
    }

    /// The day on which a child born on `birth` reaches this age.
    pub fn on(self, birth: Date) -> Date {
        let reached = birth.plus_months(self.months);
        let is_short = reached.day() < birth.day() && self.month_end == MonthEnd::NextMonth;
        reached.plus_days(i32::from(self.days) + i32::from(is_short))
    }

    /// As people type it: `6w`, `9w6d`, `3m`, `4m14d`.
    pub fn typed(self) -> String {
        let (months, days) = (self.months, self.days);
        let parts = match (months, days) {
            (0, days) => [(days / 7, 'w'), (days % 7, 'd')],
            (months, days) => [(months, 'm'), (days, 'd')],
        };
        let parts = parts.into_iter().filter(|(number, _)| *number > 0);
        let text: String = parts
            .map(|(number, unit)| format!("{number}{unit}"))
            .collect();
        if text.is_empty() {
            "0d".to_owned()
        } else {
            text
        }
    }

    /// Reads what people type: months, weeks and days in that order, each once, with spaces between or not.
    pub fn read(text: &str) -> Option<Self> {
        let text: String = text.to_lowercase().split_whitespace().collect();
        let (mut months, mut days, mut number) = (0_u16, 0_u16, String::new());
        let mut left = "mwd";
        for letter in text.chars() {
            if letter.is_ascii_digit() {
                number.push(letter);
                continue;
            }
            (_, left) = left.split_once(letter)?;
            let count: u16 = number.parse().ok()?;
            number.clear();
            match letter {
                'm' => months = count,
                'w' => days = count.checked_mul(7)?,
                _ => days = days.checked_add(count)?,
            }
        }
        if !number.is_empty() || text.is_empty() {
            return None;
        }
        Self::new(months, days)
    }
}

impl std::str::FromStr for AgeOffset {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        let number = |part: &str| {
            let digits = part.bytes().all(|byte| byte.is_ascii_digit());
            digits.then(|| part.parse().ok()).flatten()
        };
        let read = || {
            let (months, days) = text.strip_suffix('d')?.split_once('m')?;
            Self::new(number(months)?, number(days)?)
        };
        read().ok_or(ParseError::new("an age", "months and days such as 4m14d"))
    }
}

impl fmt::Display for AgeOffset {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}m{}d", self.months, self.days)
    }
}

as_text!(AgeOffset);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_come_first_and_clamp_to_the_month_end() {
        let birth = Date::new(2027, 1, 31).unwrap();
        let on = |text: &str| text.parse::<AgeOffset>().unwrap().on(birth).to_string();
        assert_eq!(on("1m0d"), "2027-02-28");
        assert_eq!(on("4m14d"), "2027-06-14");
        assert_eq!(on("0m42d"), "2027-03-14");
    }

    #[test]
    fn a_least_age_on_a_day_that_does_not_exist_may_be_reached_in_the_next_month() {
        let on = |age: &str, birth: &str| {
            let age = age.parse::<AgeOffset>().unwrap();
            let birth = Date::parse_iso(birth).unwrap();
            [MonthEnd::LastDay, MonthEnd::NextMonth]
                .map(|rule| age.at_least(rule).on(birth).to_string())
        };
        // The values of CDSi, of which ours is a day earlier.
        assert_eq!(on("3m0d", "2026-08-31"), ["2026-11-30", "2026-12-01"]);
        assert_eq!(on("6m0d", "2026-08-31"), ["2027-02-28", "2027-03-01"]);
        assert_eq!(on("13m0d", "2027-01-31"), ["2028-02-29", "2028-03-01"]);
        assert_eq!(on("4m14d", "2027-01-31"), ["2027-06-14"; 2]);
        assert_eq!(on("0m42d", "2027-01-31"), ["2027-03-14"; 2]);
        for birth in (0..800).map(|days| Date::new(2027, 1, 1).unwrap().plus_days(days)) {
            for age in ["1m0d", "3m0d", "4m14d", "12m0d", "0m42d"] {
                let age = age.parse::<AgeOffset>().unwrap();
                let later = age.at_least(MonthEnd::NextMonth).on(birth);
                assert!((0..=1).contains(&later.days_since(age.on(birth))));
            }
        }
    }

    #[test]
    fn ages_are_read_as_they_are_typed() {
        for text in ["0m42d", "0m69d", "3m0d", "4m14d", "0m5d", "0m0d"] {
            let age: AgeOffset = text.parse().unwrap();
            assert_eq!(AgeOffset::read(&age.typed()), Some(age), "{text}");
        }
        let typed = |text: &str| text.parse::<AgeOffset>().unwrap().typed();
        let all = ["0m69d", "0m42d", "3m0d", "4m14d", "0m5d", "0m0d"];
        assert_eq!(all.map(typed), ["9w6d", "6w", "3m", "4m14d", "5d", "0d"]);
        assert_eq!(AgeOffset::read(" 4M 2w "), AgeOffset::new(4, 14));
        for wrong in [
            "", "6", "w", "6x", "3d2w", "3m3m", "-1d", "99999m", "9w60000d",
        ] {
            assert_eq!(AgeOffset::read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn prints_what_it_reads_and_refuses_the_rest() {
        assert_eq!("3m0d".parse::<AgeOffset>().unwrap().to_string(), "3m0d");
        for wrong in ["3m", "3", "m3d", "-1m0d", "3m0d ", "3m+1d", "9999m0d"] {
            assert!(wrong.parse::<AgeOffset>().is_err(), "{wrong}");
        }
    }
}
