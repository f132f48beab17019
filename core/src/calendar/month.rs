//! A month of a year.

use super::date::Date;
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

    /// The month so many months later.
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
        for wrong in ["2027-13", "2027-3", "2027", "2027-03-01", "", "maart"] {
            assert!(wrong.parse::<Month>().is_err(), "{wrong}");
        }
    }
}
