//! Ages as calendar months and days, the unit of every window in the care programme.

use super::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;

/// An age: whole calendar months, then days.
///
/// Months are added first and clamped to the end of the month, then the days: 31 January plus `4m14d` is
/// 14 June (31-1 + 4 months = 31-5; + 14 days = 14-6). Written `4m14d`; a whole number of weeks is written
/// in days (`0m42d`). Ages are not ordered, because a month has no fixed length; compare the days they give.
///
/// ```
/// use centering_core::calendar::{AgeOffset, Date};
/// let age: AgeOffset = "4m14d".parse().unwrap();
/// assert_eq!(age.on(Date::new(2027, 1, 31).unwrap()), Date::new(2027, 6, 14).unwrap());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct AgeOffset {
    months: u16,
    days: u16,
}

impl AgeOffset {
    /// The largest number of months or days of an age: far above any child of the programme.
    const LARGEST: u16 = 5_000;

    /// An age of this many months and days; `None` above 5,000 of either.
    pub fn new(months: u16, days: u16) -> Option<Self> {
        (months <= Self::LARGEST && days <= Self::LARGEST).then_some(Self { months, days })
    }

    /// The whole calendar months of the age.
    pub fn months(self) -> u16 {
        self.months
    }

    /// The days that come on top of the months.
    pub fn days(self) -> u16 {
        self.days
    }

    /// The day on which a child born on `birth` reaches this age.
    pub fn on(self, birth: Date) -> Date {
        birth
            .plus_months(self.months)
            .plus_days(i32::from(self.days))
    }
}

impl std::str::FromStr for AgeOffset {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (months, rest) = text.split_once('m').ok_or(())?;
        let days = rest.strip_suffix('d').ok_or(())?;
        let number = |part: &str| {
            if part.is_empty() || !part.bytes().all(|byte| byte.is_ascii_digit()) {
                return Err(());
            }
            part.parse().map_err(|_| ())
        };
        Self::new(number(months)?, number(days)?).ok_or(())
    }
}

impl fmt::Display for AgeOffset {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}m{}d", self.months, self.days)
    }
}

impl Serialize for AgeOffset {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for AgeOffset {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = crate::text::Text::deserialize(deserializer)?.0;
        text.parse().map_err(|()| {
            de::Error::custom(format_args!(
                "'{text}' is not an age; expected months and days such as 4m14d"
            ))
        })
    }
}

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
    fn prints_what_it_reads_and_refuses_the_rest() {
        assert_eq!("3m0d".parse::<AgeOffset>().unwrap().to_string(), "3m0d");
        for wrong in ["3m", "3", "m3d", "-1m0d", "3m0d ", "3m+1d", "9999m0d"] {
            assert_eq!(wrong.parse::<AgeOffset>(), Err(()), "{wrong}");
        }
    }
}
