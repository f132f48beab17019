//! A month of a year.

use super::date::{Date, DateRange};
use crate::text::{ParseError, as_text};
use std::fmt;
use std::str::FromStr;

/// A month of a year, printed and stored as `2027-03`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(with = "String", extend("pattern" = "^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])$")))]
pub struct Month {
    /// Its first day.
    first: Date,
}

impl Month {
    /// The month with this number (1-12) of this year; `None` where there is none, and before 1900 or after 2199.
    pub fn new(year: i32, month: u32) -> Option<Self> {
        Date::new(year, month, 1).map(Self::of)
    }

    /// The month in which a day lies.
    pub fn of(date: Date) -> Self {
        Self {
            first: date.first_of_month(),
        }
    }

    /// Its first day.
    pub fn first(self) -> Date {
        self.first
    }

    /// Its days.
    pub fn days(self) -> DateRange {
        let next = Self::from_number(self.number() + 1);
        DateRange {
            first: self.first,
            last: next.map_or(Date::LAST, |next| next.first.plus_days(-1)),
        }
    }

    /// The months since January of the year 0.
    pub fn number(self) -> i32 {
        // A month is never more than 12.
        self.first.year() * 12 + self.first.month() as i32 - 1
    }

    /// The month with this number; `None` outside the known years.
    pub fn from_number(number: i32) -> Option<Self> {
        let month = u32::try_from(number.rem_euclid(12) + 1).ok()?;
        Self::new(number.div_euclid(12), month)
    }

    /// This month and those after it, so many in all; fewer at the end of the calendar.
    pub fn run(self, months: u16) -> impl Iterator<Item = Self> {
        let first = self.number();
        (first..first + i32::from(months)).map_while(Self::from_number)
    }

    /// The month so many months later; beyond the calendar its last one, December 2199.
    pub fn plus(self, months: u16) -> Self {
        Self::of(self.first.plus_months(months))
    }
}

impl fmt::Display for Month {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}-{:02}", self.first.year(), self.first.month())
    }
}

impl FromStr for Month {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        Date::parse_iso(&format!("{text}-01"))
            .map(Self::of)
            .ok_or(ParseError::new("a month", "yyyy-mm such as 2027-03"))
    }
}

as_text!(Month);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_written_as_it_is_read() {
        let month: Month = "2027-03".parse().unwrap();
        assert_eq!(month.to_string(), "2027-03");
        assert_eq!(month.plus(10).to_string(), "2028-01");
        assert_eq!(month, Month::of(Date::new(2027, 3, 31).unwrap()));
        assert_eq!(Month::new(2027, 3), Some(month));
        assert_eq!(Month::new(2027, 13), None);
        let december: Month = "2199-12".parse().unwrap();
        assert_eq!(december.plus(1), december);
        assert_eq!(december.days().last, Date::LAST);
        assert_eq!(december.run(12).collect::<Vec<_>>(), [december]);
        assert_eq!(month.run(12).last(), Some("2028-02".parse().unwrap()));
        assert_eq!(month.days().last, Date::new(2027, 3, 31).unwrap());
        for number in [i32::MIN, -1, Month::of(Date::LAST).number() + 1, i32::MAX] {
            assert_eq!(Month::from_number(number), None);
        }
        for wrong in ["2027-13", "2027-3", "2027", "2027-03-01", "", "maart"] {
            assert!(wrong.parse::<Month>().is_err(), "{wrong}");
        }
    }
}
