//! The school holidays per region, as data with their source, and how to look a day up.

use super::{Date, DateRange};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The region of the school holidays in which a location lies. The Dutch names are read as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(extend("enum" = ["north", "middle", "south", "noord", "midden", "zuid"])))]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the regions name themselves")]
pub enum Region {
    #[serde(alias = "noord")]
    North,
    #[serde(alias = "midden")]
    Middle,
    #[serde(alias = "zuid")]
    South,
}

impl Region {
    /// The three regions from north to south.
    pub const ALL: [Self; 3] = [Self::North, Self::Middle, Self::South];
}

/// Which of the five school holidays of a school year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the holidays name themselves")]
pub enum SchoolHolidayKind {
    #[serde(alias = "herfst")]
    Autumn,
    #[serde(alias = "kerst")]
    Christmas,
    #[serde(alias = "voorjaar")]
    Spring,
    #[serde(alias = "mei")]
    May,
    #[serde(alias = "zomer")]
    Summer,
}

impl SchoolHolidayKind {
    /// The five kinds in the order of a school year.
    pub const ALL: [Self; 5] = [
        Self::Autumn,
        Self::Christmas,
        Self::Spring,
        Self::May,
        Self::Summer,
    ];
}

/// One school holiday of one region, first Saturday to last Sunday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SchoolHoliday {
    /// Autumn, Christmas, spring, May or summer.
    pub kind: SchoolHolidayKind,
    /// Its days, both ends included.
    pub days: DateRange,
}

/// The school holidays that are known, per region in order of date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchoolHolidays {
    by_region: BTreeMap<Region, Vec<SchoolHoliday>>,
    known_until: Date,
}

/// Per region the first and the last day.
type Days = BTreeMap<Region, (Date, Date)>;

#[derive(Deserialize)]
struct File {
    school_years: BTreeMap<String, BTreeMap<SchoolHolidayKind, Days>>,
}

/// Official dates of 2025-2026 to 2029-2030; sources in the file and in `docs/domain.md#5.2`.
const OFFICIAL: &str = include_str!("../../data/school-holidays.json");

impl SchoolHolidays {
    /// The dates published by the Dutch government for the school years 2025-2026 to 2029-2030.
    pub fn official() -> &'static Self {
        // A test reads the file; were it ever unreadable, every day would be reported as not yet known.
        static HOLIDAYS: LazyLock<SchoolHolidays> = LazyLock::new(|| {
            serde_json::from_str::<File>(OFFICIAL)
                .map_or_else(|_| SchoolHolidays::none(), SchoolHolidays::from_file)
        });
        &HOLIDAYS
    }

    fn none() -> Self {
        Self {
            by_region: BTreeMap::new(),
            known_until: Date::FIRST,
        }
    }

    fn from_file(file: File) -> Self {
        let mut holidays = Self::none();
        for (kind, regions) in file.school_years.into_values().flatten() {
            for (region, (first, last)) in regions {
                holidays.known_until = holidays.known_until.max(last);
                holidays
                    .by_region
                    .entry(region)
                    .or_default()
                    .push(SchoolHoliday {
                        kind,
                        days: DateRange { first, last },
                    });
            }
        }
        for list in holidays.by_region.values_mut() {
            list.sort_by_key(|holiday| holiday.days.first);
        }
        holidays
    }

    /// The holidays of a region in order of date.
    pub fn of(&self, region: Region) -> &[SchoolHoliday] {
        self.by_region.get(&region).map_or(&[], Vec::as_slice)
    }

    /// The school holiday of the region in which the day lies, if any.
    pub fn holiday_on(&self, region: Region, date: Date) -> Option<SchoolHoliday> {
        let list = self.of(region);
        let after = list.partition_point(|holiday| holiday.days.first <= date);
        list.get(after.checked_sub(1)?)
            .copied()
            .filter(|holiday| holiday.days.contains(date))
    }

    /// The last day for which the school holidays are known (1-9-2030 for the official data). Later days
    /// are not known to be free: the plan says so.
    pub fn known_until(&self) -> Date {
        self.known_until
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse_iso(text).unwrap()
    }

    #[test]
    fn the_official_file_is_complete() {
        let holidays = SchoolHolidays::official();
        for region in Region::ALL {
            assert_eq!(holidays.of(region).len(), 25);
        }
        assert_eq!(holidays.known_until(), day("2030-09-01"));
    }

    #[test]
    fn a_day_is_looked_up_in_its_own_region() {
        let holidays = SchoolHolidays::official();
        let kind = |region, text| {
            holidays
                .holiday_on(region, day(text))
                .map(|holiday| holiday.kind)
        };
        assert_eq!(
            kind(Region::Middle, "2027-02-28"),
            Some(SchoolHolidayKind::Spring)
        );
        assert_eq!(kind(Region::South, "2027-02-28"), None);
        assert_eq!(kind(Region::Middle, "2025-01-01"), None);
    }
}
