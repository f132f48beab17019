//! A month of a year.

use super::date::{Date, DateRange};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;
use std::str::FromStr;

/// A month of a year, printed and stored as `2027-03`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    /// Its first day.
    first: Date,
}

impl Month {
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
        let first = Date::new(number.div_euclid(12), month, 1)?;
        Some(Self { first })
    }

    /// This month and those after it, so many in all; fewer at the end of the calendar.
    pub fn run(self, months: u16) -> impl Iterator<Item = Self> {
        let first = self.number();
        (first..first + i32::from(months)).map_while(Self::from_number)
    }

    /// The month so many months later, or the last one of the calendar.
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
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Date::parse_iso(&format!("{text}-01"))
            .map(Self::of)
            .ok_or(())
    }
}

impl Serialize for Month {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Month {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = crate::text::Text::deserialize(deserializer)?.0;
        text.parse().map_err(|()| {
            de::Error::custom(format_args!("'{text}' is not a month; expected 2027-03"))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_written_as_it_is_read() {
        let month: Month = "2027-03".parse().unwrap();
        assert_eq!(month.to_string(), "2027-03");
        assert_eq!(month.plus(10).to_string(), "2028-01");
        assert_eq!(month, Month::of(Date::new(2027, 3, 31).unwrap()));
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
