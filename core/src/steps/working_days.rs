//! The working days of the organisation, numbered from a first day: Monday to Friday without public holidays
//! and without its own closures. School holidays are working days.

use super::fault::StepFault;
use crate::calendar::{Date, DateRange, HolidayRules, Workday};
use serde::{Deserialize, Serialize};

/// Which days the organisation works.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkCalendar {
    holidays: HolidayRules,
    closed: Vec<DateRange>,
}

impl WorkCalendar {
    /// A calendar with these public holidays and closed days.
    pub fn new(holidays: HolidayRules, closed: Vec<DateRange>) -> Self {
        Self { holidays, closed }
    }

    /// Whether the organisation works on this day.
    pub fn is_working(&self, date: Date) -> bool {
        Workday::of(date).is_some()
            && self.holidays.holiday_on(date).is_none()
            && !self.closed.iter().any(|closed| closed.contains(date))
    }
}

/// The working days around a first one, which has number 0; earlier ones have negative numbers.
///
/// Only as many days are held as were asked for, because a plan of two years needs no other century.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkingDays {
    calendar: WorkCalendar,
    /// Working days from number 0 on.
    onward: Vec<Date>,
    /// Working days from number -1 back.
    back: Vec<Date>,
    /// The first day that was not looked at yet; none at the end of the calendar.
    ahead: Option<Date>,
    /// The last day before those that were looked at; none at the start of the calendar.
    behind: Option<Date>,
    /// The number of today, in a forecast.
    pub(super) now: Option<i32>,
}

impl WorkingDays {
    /// The working days around the first one on or after this day.
    pub(super) fn from(calendar: &WorkCalendar, day: Date) -> Self {
        Self {
            calendar: calendar.clone(),
            onward: Vec::new(),
            back: Vec::new(),
            ahead: Some(day),
            behind: day.previous(),
            now: None,
        }
    }

    fn forth(&mut self) -> Result<(), StepFault> {
        let day = self.ahead.ok_or(StepFault::BeyondCalendar)?;
        self.ahead = day.next();
        if self.calendar.is_working(day) {
            self.onward.push(day);
        }
        Ok(())
    }

    fn retreat(&mut self) -> Result<(), StepFault> {
        let day = self.behind.ok_or(StepFault::BeyondCalendar)?;
        self.behind = day.previous();
        if self.calendar.is_working(day) {
            self.back.push(day);
        }
        Ok(())
    }

    /// Makes sure that the working day with this number is held.
    ///
    /// # Errors
    /// `StepFault::BeyondCalendar` when it lies outside the known years.
    pub(super) fn reach(&mut self, number: i32) -> Result<(), StepFault> {
        if number < 0 {
            let wanted = number.unsigned_abs() as usize;
            while self.back.len() < wanted {
                self.retreat()?;
            }
        } else {
            while self.onward.len() <= number as usize {
                self.forth()?;
            }
        }
        Ok(())
    }

    /// The number of the first working day on or after this day.
    ///
    /// # Errors
    /// `StepFault::BeyondCalendar` when the known years end first.
    pub(super) fn on_or_after(&mut self, date: Date) -> Result<i32, StepFault> {
        while self.onward.last().is_none_or(|last| *last < date) {
            self.forth()?;
        }
        while self.behind.is_some_and(|behind| behind >= date) {
            self.retreat()?;
        }
        let earlier = self.onward.partition_point(|day| *day < date);
        if earlier > 0 {
            return Ok(count(earlier));
        }
        Ok(-count(self.back.partition_point(|day| *day >= date)))
    }

    /// The number of working days up to and with this day: where a step that finishes on it ends.
    ///
    /// # Errors
    /// `StepFault::BeyondCalendar` when the known years end first.
    pub(super) fn end_of(&mut self, date: Date) -> Result<i32, StepFault> {
        self.on_or_after(date.next().ok_or(StepFault::BeyondCalendar)?)
    }

    /// The working day with this number; `None` when it was not needed for the plan.
    pub fn date(&self, number: i32) -> Option<Date> {
        let days = if number < 0 { &self.back } else { &self.onward };
        let place = if number < 0 { -(number + 1) } else { number };
        days.get(usize::try_from(place).ok()?).copied()
    }
}

fn count(length: usize) -> i32 {
    i32::try_from(length).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse_iso(text).unwrap()
    }

    #[test]
    fn weekends_holidays_and_own_closures_are_no_working_days() {
        let closed = DateRange {
            first: day("2027-04-28"),
            last: day("2027-04-28"),
        };
        let calendar = WorkCalendar::new(HolidayRules::default(), vec![closed]);
        // From Friday 23 April 2027: the weekend, Koningsdag on Tuesday and the closed Wednesday fall out.
        let mut days = WorkingDays::from(&calendar, day("2027-04-23"));
        days.reach(3).unwrap();
        let found: Vec<String> = (0..4)
            .map(|number| days.date(number).unwrap().to_string())
            .collect();
        assert_eq!(
            found,
            ["2027-04-23", "2027-04-26", "2027-04-29", "2027-04-30"]
        );
        days.reach(-1).unwrap();
        assert_eq!(days.date(-1), Some(day("2027-04-22")));
    }

    #[test]
    fn numbers_and_days_agree_both_ways() {
        let mut days = WorkingDays::from(&WorkCalendar::default(), day("2027-01-02"));
        for number in [-300, -1, 0, 1, 250, 700] {
            days.reach(number).unwrap();
            let date = days.date(number).unwrap();
            assert_eq!(days.on_or_after(date), Ok(number));
            assert_eq!(days.end_of(date), Ok(number + 1));
        }
        // 2 January 2027 is a Saturday: the day before the first working day ends nothing.
        assert_eq!(days.end_of(day("2027-01-03")), Ok(0));
        assert_eq!(days.on_or_after(day("2027-01-01")), Ok(0));
        assert_eq!(days.on_or_after(day("2026-12-31")), Ok(-1));
    }

    #[test]
    fn days_outside_the_known_years_are_named() {
        let mut days = WorkingDays::from(&WorkCalendar::default(), day("2199-12-01"));
        assert_eq!(days.reach(100), Err(StepFault::BeyondCalendar));
        assert_eq!(days.end_of(Date::LAST), Err(StepFault::BeyondCalendar));
        // The last day of the calendar is a working day, a Tuesday; the first is New Year's Day.
        let mut last = WorkingDays::from(&WorkCalendar::default(), Date::LAST);
        assert_eq!(last.on_or_after(Date::LAST), Ok(0));
        assert_eq!(last.date(0), Some(Date::LAST));
        assert_eq!(last.reach(1), Err(StepFault::BeyondCalendar));
        assert_eq!(last.on_or_after(day("2199-12-30")), Ok(-1));
        let mut first = WorkingDays::from(&WorkCalendar::default(), Date::FIRST);
        assert_eq!(first.on_or_after(Date::FIRST), Ok(0));
        assert_eq!(first.date(0), Some(day("1900-01-02")));
        assert_eq!(first.reach(-1), Err(StepFault::BeyondCalendar));
        let all = DateRange {
            first: Date::FIRST,
            last: Date::LAST,
        };
        let never = WorkCalendar::new(HolidayRules::default(), vec![all]);
        let mut days = WorkingDays::from(&never, day("2027-01-04"));
        assert_eq!(
            days.on_or_after(day("2027-01-04")),
            Err(StepFault::BeyondCalendar)
        );
        assert_eq!(days.reach(-1), Err(StepFault::BeyondCalendar));
    }
}
