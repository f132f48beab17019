//! Days, ages, half-days and closures: everything a calendar on the wall would tell.
//! Nothing here knows of groups or vaccinations; see `care` for what must happen when.

mod age;
mod date;
mod half_day;
mod month;
mod public_holiday;
mod school_holiday;

pub use age::{AgeOffset, MonthEnd};
pub use chrono::Weekday;
pub use date::{Date, DateRange};
pub use half_day::{ClockTime, HalfDay, HalfDaySet, Part, Workday};
pub use month::Month;
pub use public_holiday::{HolidayRules, Observance, PublicHoliday};
pub use school_holiday::{Region, SchoolHoliday, SchoolHolidayKind, SchoolHolidays};
