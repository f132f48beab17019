//! The days of one location: which are closed and by what, and what it costs to meet on one.

use super::rules::{preferred, school_holiday};
use crate::calendar::{Date, PublicHoliday, Region, SchoolHolidayKind, SchoolHolidays, Workday};
use crate::care::SessionWindow;
use crate::plan::{LocationId, Plan, Settings, Treatment};
use serde::{Deserialize, Serialize};

/// What closes a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ClosedBy {
    /// A public holiday.
    PublicHoliday(PublicHoliday),
    /// The organisation's own closure, by its label.
    Closure(String),
    /// A school holiday that the organisation has forbidden.
    SchoolHoliday(SchoolHolidayKind),
    /// Saturday or Sunday.
    Weekend,
}

/// So many closed days in a row are gone through for an open one: more than any holiday has.
const MOST_CLOSED: i32 = 100;

/// The calendar of one location under the settings of a plan.
#[derive(Clone, Copy, Debug)]
pub struct Days<'a> {
    settings: &'a Settings,
    region: Region,
}

impl<'a> Days<'a> {
    /// The calendar of this location of the plan.
    pub fn of(plan: &'a Plan, location: &LocationId) -> Self {
        Self {
            settings: &plan.settings,
            region: plan.region(location),
        }
    }

    /// What closes the day for every bijeenkomst; `None` when it is open.
    pub fn closed_by(self, date: Date) -> Option<ClosedBy> {
        if let Some(holiday) = self.settings.holidays.holiday_on(date) {
            return Some(ClosedBy::PublicHoliday(holiday));
        }
        let closures = &self.settings.closures;
        if let Some(closure) = closures.iter().find(|own| own.days.contains(date)) {
            return Some(ClosedBy::Closure(closure.label.clone()));
        }
        if let Some((kind, Treatment::Forbid)) = self.holiday_treatment(date) {
            return Some(ClosedBy::SchoolHoliday(kind));
        }
        Workday::of(date).is_none().then_some(ClosedBy::Weekend)
    }

    /// This day, or the first open one after it in steps of so many days; the day itself where none is near.
    pub fn open_near(self, date: Date, step: i32) -> Date {
        let mut near = (0..MOST_CLOSED).map(|at| date.plus_days(step * at));
        near.find(|day| self.closed_by(*day).is_none())
            .unwrap_or(date)
    }

    /// The school holiday in which the day lies, if any.
    pub fn school_holiday(self, date: Date) -> Option<SchoolHolidayKind> {
        SchoolHolidays::official()
            .holiday_on(self.region, date)
            .map(|holiday| holiday.kind)
    }

    /// The same, and how the organisation treats it.
    pub(super) fn holiday_treatment(self, date: Date) -> Option<(SchoolHolidayKind, Treatment)> {
        let kind = self.school_holiday(date)?;
        Some((kind, self.settings.treatment(kind)))
    }

    /// Whether the day is in a school holiday that the organisation uses only when there is hardly another day. A
    /// bijeenkomst that gets another day gets one outside its preferred window before one of these.
    pub fn is_last_resort(self, date: Date) -> bool {
        let treatment = self.holiday_treatment(date).map(|(_, treatment)| treatment);
        treatment == Some(Treatment::AvoidStrongly)
    }

    /// Whether the school holidays of the day are not yet published.
    pub fn is_beyond_known(self, date: Date) -> bool {
        date > SchoolHolidays::official().known_until()
    }

    /// The cost of holding a bijeenkomst with this window on this day.
    pub fn cost(self, window: &SessionWindow, date: Date) -> i64 {
        preferred::cost(window, date) + school_holiday::cost(self, date)
    }

    /// Whether a day costs nothing but its distance: preferred, open, and not in an avoided holiday.
    pub fn is_free(self, window: &SessionWindow, date: Date) -> bool {
        self.closed_by(date).is_none() && self.cost(window, date) < school_holiday::AVOID_COST
    }
}
