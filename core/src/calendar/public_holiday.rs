//! The public holidays of the Netherlands, and which of them close a consultatiebureau.
//! Source: `docs/domain.md#5.1` (Easter by the Gregorian computus of Meeus; Koningsdag moves to
//! 26 April when the 27th is a Sunday; 5 May and Good Friday depend on the employer).

use super::Date;
use chrono::Weekday;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// A day that is a public holiday in the Netherlands, or that some employers treat as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PublicHoliday {
    /// Nieuwjaarsdag, 1 January.
    NewYear,
    /// Goede Vrijdag, two days before Easter; no general day off.
    GoodFriday,
    /// Eerste Paasdag.
    EasterSunday,
    /// Tweede Paasdag.
    EasterMonday,
    /// Koningsdag, 27 April, or 26 April when that is a Sunday.
    KingsDay,
    /// Bevrijdingsdag, 5 May.
    LiberationDay,
    /// Hemelvaartsdag, 39 days after Easter.
    AscensionDay,
    /// Eerste Pinksterdag.
    WhitSunday,
    /// Tweede Pinksterdag.
    WhitMonday,
    /// Eerste Kerstdag.
    ChristmasDay,
    /// Tweede Kerstdag.
    BoxingDay,
}

/// In which years the organisation closes on a day that not every employer observes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Observance {
    /// Open every year.
    Never,
    /// Closed in years that can be divided by five (lustrum).
    EveryFifthYear,
    /// Closed every year.
    Always,
}

impl Observance {
    fn closes_in(self, year: i32) -> bool {
        match self {
            Self::Never => false,
            Self::EveryFifthYear => year % 5 == 0,
            Self::Always => true,
        }
    }
}

/// The organisation's choice for the two days that employers treat differently.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct HolidayRules {
    /// Goede Vrijdag; by default a working day.
    pub good_friday: Observance,
    /// 5 mei; by default closed in lustrum years (2030, 2035).
    pub liberation_day: Observance,
    /// Fields of a newer minor version, kept as they were read.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Default for HolidayRules {
    fn default() -> Self {
        Self {
            good_friday: Observance::Never,
            liberation_day: Observance::EveryFifthYear,
            extra: Map::new(),
        }
    }
}

impl HolidayRules {
    /// The holiday that closes the organisation on this day, if any.
    pub fn holiday_on(&self, date: Date) -> Option<PublicHoliday> {
        let year = date.year();
        match (date.month(), date.day()) {
            (1, 1) => return Some(PublicHoliday::NewYear),
            (4, 26 | 27) if date == kings_day(year) => return Some(PublicHoliday::KingsDay),
            (12, 25) => return Some(PublicHoliday::ChristmasDay),
            (12, 26) => return Some(PublicHoliday::BoxingDay),
            // Goede Vrijdag is never before 20 March, Tweede Pinksterdag never after 14 June.
            (1..=2 | 7..=12, _) => return None,
            _ => {}
        }
        match date.days_since(easter(year)) {
            -2 if self.good_friday.closes_in(year) => Some(PublicHoliday::GoodFriday),
            0 => Some(PublicHoliday::EasterSunday),
            1 => Some(PublicHoliday::EasterMonday),
            39 => Some(PublicHoliday::AscensionDay),
            49 => Some(PublicHoliday::WhitSunday),
            50 => Some(PublicHoliday::WhitMonday),
            _ if (date.month(), date.day()) == (5, 5) && self.liberation_day.closes_in(year) => {
                Some(PublicHoliday::LiberationDay)
            }
            _ => None,
        }
    }
}

/// Easter Sunday by the Gregorian computus (Meeus, Jones, Butcher).
fn easter(year: i32) -> Date {
    let golden = year % 19;
    let (century, rest) = (year / 100, year % 100);
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let moon = (19 * golden + century - century / 4 - correction + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
    let late = (golden + 11 * moon + 22 * weekday) / 451;
    let days_after_march = moon + weekday - 7 * late + 114;
    let month = u32::try_from(days_after_march / 31).unwrap_or(3);
    let day = u32::try_from(days_after_march % 31 + 1).unwrap_or(31);
    Date::new(year, month, day).unwrap_or(Date::FIRST)
}

fn kings_day(year: i32) -> Date {
    let usual = Date::new(year, 4, 27).unwrap_or(Date::FIRST);
    if usual.weekday() == Weekday::Sun {
        usual.plus_days(-1)
    } else {
        usual
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse_iso(text).unwrap()
    }

    /// The table of `docs/domain.md#5.1`.
    #[test]
    fn easter_follows_the_published_table() {
        let table = [
            "2026-04-05",
            "2027-03-28",
            "2028-04-16",
            "2029-04-01",
            "2030-04-21",
            "2031-04-13",
        ];
        for text in table {
            assert_eq!(easter(day(text).year()), day(text));
        }
    }

    #[test]
    fn the_moving_holidays_of_2027_are_found() {
        let rules = HolidayRules::default();
        assert_eq!(
            rules.holiday_on(day("2027-03-29")),
            Some(PublicHoliday::EasterMonday)
        );
        assert_eq!(
            rules.holiday_on(day("2027-05-06")),
            Some(PublicHoliday::AscensionDay)
        );
        assert_eq!(
            rules.holiday_on(day("2027-05-17")),
            Some(PublicHoliday::WhitMonday)
        );
        assert_eq!(rules.holiday_on(day("2027-03-26")), None);
    }

    #[test]
    fn fifth_of_may_closes_only_in_lustrum_years_by_default() {
        let rules = HolidayRules::default();
        assert_eq!(rules.holiday_on(day("2027-05-05")), None);
        assert_eq!(
            rules.holiday_on(day("2030-05-05")),
            Some(PublicHoliday::LiberationDay)
        );
    }
}
