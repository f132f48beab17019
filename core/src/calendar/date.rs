//! A calendar day without a time or a time zone, and ranges of days.
//! Arithmetic never fails: it stays inside the years that the planner accepts.

use super::{Month, Workday};
use crate::text::{ParseError, as_text};
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A day in the Gregorian calendar, from 1-1-1900 to 31-12-2199.
///
/// Printed and stored as ISO 8601 (`2027-03-16`).
///
/// ```
/// use centering_core::calendar::Date;
/// let day = Date::parse_iso("2027-01-31").unwrap();
/// assert_eq!(day.plus_months(1).to_string(), "2027-02-28");
/// ```
///
/// There is no `today`: core has no clock, the caller hands the day in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schema",
    schemars(
        with = "String",
        extend("pattern" = "^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")
    )
)]
pub struct Date(NaiveDate);

const FIRST_YEAR: i32 = 1900;
const LAST_YEAR: i32 = 2199;

impl Date {
    /// The earliest day the planner knows, 1-1-1900.
    pub const FIRST: Self = Self(match NaiveDate::from_ymd_opt(FIRST_YEAR, 1, 1) {
        Some(date) => date,
        None => NaiveDate::MIN,
    });
    /// The latest day the planner knows, 31-12-2199.
    pub const LAST: Self = Self(match NaiveDate::from_ymd_opt(LAST_YEAR, 12, 31) {
        Some(date) => date,
        None => NaiveDate::MAX,
    });

    /// The day with this year, month (1-12) and day of the month, or `None` where there is no such day.
    pub const fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        if year < FIRST_YEAR || year > LAST_YEAR {
            return None;
        }
        match NaiveDate::from_ymd_opt(year, month, day) {
            Some(date) => Some(Self(date)),
            None => None,
        }
    }

    /// Reads `jjjj-mm-dd`, with exactly four, two and two digits; `None` for anything else, and for a day that does not
    /// exist. Parsing does the same with an error that says so.
    pub fn parse_iso(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() || (year.len(), month.len(), day.len()) != (4, 2, 2) {
            return None;
        }
        let number = |part: &str| {
            part.bytes()
                .all(|byte| byte.is_ascii_digit())
                .then(|| part.parse::<u32>().ok())
                .flatten()
        };
        Self::new(
            i32::try_from(number(year)?).ok()?,
            number(month)?,
            number(day)?,
        )
    }

    /// The year, 1900 to 2199.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        self.0.weekday()
    }

    /// The ISO week number, 1 to 53.
    pub fn iso_week(self) -> u32 {
        self.0.iso_week().week()
    }

    /// The number of days since 1-1-1970; earlier days are negative. The unit of all planning.
    pub fn number(self) -> i32 {
        self.0.to_epoch_days()
    }

    /// The day with this number; numbers outside the known years become the first or last day.
    pub fn from_number(number: i32) -> Self {
        NaiveDate::from_epoch_days(number)
            .map_or(if number < 0 { Self::FIRST } else { Self::LAST }, |date| {
                Self(date).clamp(Self::FIRST, Self::LAST)
            })
    }

    /// The day after this one; `None` at the end of the calendar.
    pub fn next(self) -> Option<Self> {
        (self < Self::LAST).then(|| self.plus_days(1))
    }

    /// The day before this one; `None` at the start of the calendar.
    pub fn previous(self) -> Option<Self> {
        (self > Self::FIRST).then(|| self.plus_days(-1))
    }

    /// The day this many days later (earlier when negative). At the ends of the calendar it stands still, so nothing
    /// may count on it to get further: days are gone through by [`DateRange`], [`Date::next`] or [`Date::previous`].
    pub fn plus_days(self, days: i32) -> Self {
        Self::from_number(self.number().saturating_add(days))
    }

    /// The same day of the month this many months later, or the last day of that month where it is shorter.
    pub fn plus_months(self, months: u16) -> Self {
        self.0
            .checked_add_months(Months::new(u32::from(months)))
            .map_or(Self::LAST, |date| Self(date).min(Self::LAST))
    }

    /// Days from `earlier` to this day; negative when `earlier` is later.
    pub fn days_since(self, earlier: Self) -> i32 {
        self.number() - earlier.number()
    }

    /// The Monday of this day's week.
    pub fn monday(self) -> Self {
        let past = u64::from(self.weekday().num_days_from_monday());
        self.0
            .checked_sub_days(Days::new(past))
            .map_or(Self::FIRST, |date| Self(date).max(Self::FIRST))
    }

    /// The first day of this day's month.
    pub fn first_of_month(self) -> Self {
        self.0.with_day(1).map_or(self, Self)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            out,
            "{:04}-{:02}-{:02}",
            self.year(),
            self.month(),
            self.day()
        )
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, out)
    }
}

impl std::str::FromStr for Date {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        Self::parse_iso(text).ok_or(ParseError::new("a day", "yyyy-mm-dd, 1900 to 2199"))
    }
}

as_text!(Date);

/// A range of days with both ends included; empty when `first` is after `last`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DateRange {
    /// The first day of the range.
    pub first: Date,
    /// The last day of the range.
    pub last: Date,
}

impl DateRange {
    /// A range without days, outside every other one.
    const EMPTY: Self = Self {
        first: Date::LAST,
        last: Date::FIRST,
    };

    /// Whether the range holds no day at all.
    pub fn is_empty(self) -> bool {
        self.first > self.last
    }

    /// The number of days in the range, 0 when it is empty.
    pub fn days(self) -> i32 {
        (self.last.days_since(self.first) + 1).max(0)
    }

    /// Whether the day lies inside the range.
    pub fn contains(self, date: Date) -> bool {
        self.first <= date && date <= self.last
    }

    /// Every day of the range in order.
    ///
    /// Like all that go through a range it counts day numbers, so that it ends wherever the range does, also on the
    /// last day of the calendar.
    pub fn iter(self) -> impl Iterator<Item = Date> {
        (self.first.number()..=self.last.number()).map(Date::from_number)
    }

    /// The days of the range on this day of the week, in order.
    pub fn on_weekday(self, workday: Workday) -> impl Iterator<Item = Date> {
        let past = i32::from(workday.index()) - self.first.weekday().num_days_from_monday() as i32;
        let first = self.first.number() + past.rem_euclid(7);
        (first..=self.last.number())
            .step_by(7)
            .map(Date::from_number)
    }

    /// The months that start in the range, in order.
    pub fn months(self) -> impl Iterator<Item = Month> {
        let (first, last) = (Month::of(self.first), Month::of(self.last));
        (first.number()..=last.number())
            .filter_map(Month::from_number)
            .filter(move |month| self.contains(month.first()))
    }

    /// The days of the range after this one.
    pub fn after(self, date: Date) -> Self {
        date.next().map_or(Self::EMPTY, |next| Self {
            first: self.first.max(next),
            ..self
        })
    }

    /// The days of the range before this one.
    pub fn before(self, date: Date) -> Self {
        date.previous().map_or(Self::EMPTY, |previous| Self {
            last: self.last.min(previous),
            ..self
        })
    }

    /// The days that lie in both ranges.
    pub fn and(self, other: Self) -> Self {
        Self {
            first: self.first.max(other.first),
            last: self.last.min(other.last),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_only_iso_days_that_exist() {
        assert!(Date::parse_iso("2028-02-29").is_some());
        for wrong in [
            "2027-02-29",
            "27-01-01",
            "2027-1-1",
            "2027-01-01x",
            "+027-01-01",
            "",
            "1899-12-31",
        ] {
            assert_eq!(Date::parse_iso(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn arithmetic_stays_inside_the_known_years() {
        assert_eq!(Date::LAST.plus_days(1), Date::LAST);
        assert_eq!(Date::FIRST.plus_days(i32::MIN), Date::FIRST);
        assert_eq!(Date::LAST.plus_months(u16::MAX), Date::LAST);
    }

    fn range(first: &str, last: &str) -> DateRange {
        DateRange {
            first: Date::parse_iso(first).unwrap(),
            last: Date::parse_iso(last).unwrap(),
        }
    }

    #[test]
    fn days_weeks_and_months_end_at_the_ends_of_the_calendar() {
        assert_eq!(Date::LAST.next(), None);
        assert_eq!(Date::FIRST.previous(), None);
        assert_eq!(Date::FIRST.next().unwrap().previous(), Some(Date::FIRST));
        let end = range("2199-11-30", "2199-12-31");
        assert_eq!(end.iter().count(), 32);
        assert_eq!(end.iter().last(), Some(Date::LAST));
        let tuesdays: Vec<Date> = end.on_weekday(Workday::Tuesday).collect();
        assert_eq!((tuesdays.len(), tuesdays.last()), (5, Some(&Date::LAST)));
        let months: Vec<String> = end.months().map(|month| month.to_string()).collect();
        assert_eq!(months, ["2199-12"]);
        let all = DateRange {
            first: Date::FIRST,
            last: Date::LAST,
        };
        assert_eq!(all.iter().count(), 109_573);
        assert_eq!(all.on_weekday(Workday::Monday).count(), 15_654);
        assert_eq!(all.months().count(), 3_600);
        // 1 January 1900 was a Monday.
        assert_eq!(all.on_weekday(Workday::Monday).next(), Some(Date::FIRST));
        for empty in [
            DateRange::EMPTY,
            all.after(Date::LAST),
            all.before(Date::FIRST),
        ] {
            assert!(empty.is_empty() && empty.iter().next().is_none());
            assert!(empty.months().next().is_none());
            assert!(empty.on_weekday(Workday::Friday).next().is_none());
        }
    }

    #[test]
    fn the_days_after_and_before_one_are_cut_off_there() {
        let february = range("2027-02-01", "2027-02-28");
        let day = |text: &str| Date::parse_iso(text).unwrap();
        assert_eq!(
            february.after(day("2027-02-10")),
            range("2027-02-11", "2027-02-28")
        );
        assert_eq!(
            february.before(day("2027-02-10")),
            range("2027-02-01", "2027-02-09")
        );
        assert_eq!(february.after(day("2027-01-10")), february);
        assert!(february.after(day("2027-02-28")).is_empty());
        let months: Vec<String> = range("2026-12-02", "2027-02-01")
            .months()
            .map(|month| month.to_string())
            .collect();
        assert_eq!(months, ["2027-01", "2027-02"]);
    }

    #[test]
    fn the_week_starts_on_monday() {
        let sunday = Date::new(2027, 1, 3).unwrap();
        assert_eq!(sunday.monday(), Date::new(2026, 12, 28).unwrap());
        assert_eq!(sunday.iso_week(), 53);
    }
}
