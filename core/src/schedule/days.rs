//! The days of one location: which are closed and by what, and what it costs to meet on one.

use crate::calendar::{Date, PublicHoliday, Region, SchoolHolidayKind, SchoolHolidays, Workday};
use crate::care::SessionWindow;
use crate::plan::{LocationId, Plan, Settings, Treatment};
use serde::Serialize;

/// Cost of a day outside the preferred window. Source of all costs: domain facts, section 2.1 (proposal).
pub const OUTSIDE_PREFERRED_COST: i64 = 100_000;
const AVOID_COST: i64 = 1_000;
const AVOID_STRONGLY_COST: i64 = 2_000;

/// What closes a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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
        if let Some(kind) = self.school_holiday(date)
            && self.settings.treatment(kind) == Treatment::Forbid
        {
            return Some(ClosedBy::SchoolHoliday(kind));
        }
        Workday::of(date).is_none().then_some(ClosedBy::Weekend)
    }

    /// The school holiday in which the day lies, if any.
    pub fn school_holiday(self, date: Date) -> Option<SchoolHolidayKind> {
        SchoolHolidays::official()
            .holiday_on(self.region, date)
            .map(|holiday| holiday.kind)
    }

    /// Whether the school holidays of the day are not yet published.
    pub fn is_beyond_known(self, date: Date) -> bool {
        date > SchoolHolidays::official().known_until()
    }

    /// The cost of holding a bijeenkomst with this window on this day.
    pub fn cost(self, window: &SessionWindow, date: Date) -> i64 {
        Self::window_cost(window, date) + self.holiday_cost(date)
    }

    /// What the window adds to the cost of a day: outside the preferred days, and away from the ideal one.
    pub(super) fn window_cost(window: &SessionWindow, date: Date) -> i64 {
        let preferred = if window.preferred.contains(date) {
            0
        } else {
            OUTSIDE_PREFERRED_COST
        };
        preferred + i64::from(date.days_since(window.ideal).abs())
    }

    /// What a school holiday adds to the cost of a day.
    pub(super) fn holiday_cost(self, date: Date) -> i64 {
        match self
            .school_holiday(date)
            .map(|kind| self.settings.treatment(kind))
        {
            None | Some(Treatment::Allow) => 0,
            Some(Treatment::Avoid) => AVOID_COST,
            Some(Treatment::AvoidStrongly | Treatment::Forbid) => AVOID_STRONGLY_COST,
        }
    }

    /// Whether a day costs nothing but its distance: preferred, open, and not in an avoided holiday.
    pub fn is_free(self, window: &SessionWindow, date: Date) -> bool {
        self.closed_by(date).is_none() && self.cost(window, date) < AVOID_COST
    }
}
