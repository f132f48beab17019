//! The rules as data: template, vaccine limits and school holidays, read from the data files of core.
//! Only the files are shared with core, not a line of code.

use crate::day::{Age, Day};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The template that the planner proposes.
pub static TEMPLATE: LazyLock<Template> =
    LazyLock::new(|| read(include_str!("../../core/data/session-template.json")));

/// The vaccination programme.
pub static PROGRAMME: LazyLock<Programme> =
    LazyLock::new(|| read(include_str!("../../core/data/vaccinations.json")));

/// The school holidays.
pub static SCHOOL_HOLIDAYS: LazyLock<SchoolHolidays> =
    LazyLock::new(|| read(include_str!("../../core/data/school-holidays.json")));

fn read<T: for<'de> Deserialize<'de>>(text: &str) -> T {
    serde_json::from_str(text).expect("the data files of core can be read")
}

/// The bijeenkomsten of a group.
#[derive(Clone, Debug, Deserialize)]
pub struct Template {
    /// In the order in which they are held.
    pub sessions: Vec<Spec>,
}

/// One bijeenkomst of the template.
#[derive(Clone, Debug, Deserialize)]
pub struct Spec {
    /// Its number, such as `B3`.
    pub number: String,
    /// The ages at which it is best held.
    pub preferred: Ages,
    /// The ages at which it may be held.
    pub allowed: Ages,
    /// How long the jeugdarts is there; 0 when none is needed.
    #[serde(default)]
    pub physician_minutes: u32,
    /// The vaccinations given at it.
    #[serde(default)]
    pub doses: Vec<PlannedDose>,
    /// The least times after earlier bijeenkomsten.
    #[serde(default)]
    pub after: Vec<After>,
}

/// A window of ages, both ends included.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Ages {
    /// The youngest age.
    pub from: Age,
    /// The oldest age.
    pub to: Age,
}

/// A vaccination of a bijeenkomst.
#[derive(Clone, Debug, Deserialize)]
pub struct PlannedDose {
    /// Its code.
    pub dose: String,
    /// The scheme of the children who get it; absent for all.
    pub scheme: Option<String>,
}

/// A least time after an earlier bijeenkomst.
#[derive(Clone, Debug, Deserialize)]
pub struct After {
    /// The earlier one.
    pub session: String,
    /// The least time.
    pub at_least: Age,
}

/// The limits of all doses.
#[derive(Clone, Debug, Deserialize)]
pub struct Programme {
    /// One entry per limit.
    pub limits: Vec<Limit>,
}

/// The limits of one dose.
#[derive(Clone, Debug, Deserialize)]
pub struct Limit {
    /// Its code.
    pub dose: String,
    /// The scheme for which it holds; absent for all.
    pub scheme: Option<String>,
    /// The first birth date for which it holds; absent for all.
    pub born_from: Option<Day>,
    /// The youngest age.
    pub min_age: Option<Age>,
    /// The oldest age.
    pub max_age: Option<Age>,
    /// The least time after an earlier dose.
    pub interval: Option<DoseInterval>,
}

/// A least time after an earlier dose.
#[derive(Clone, Debug, Deserialize)]
pub struct DoseInterval {
    /// The earlier dose.
    pub after: String,
    /// The least time.
    pub at_least: Age,
}

/// Per region the first and the last day of a school holiday.
type Regions = BTreeMap<String, (Day, Day)>;

/// The school holidays per school year, kind and region. The file has Dutch keys.
#[derive(Clone, Debug, Deserialize)]
pub struct SchoolHolidays {
    school_years: BTreeMap<String, BTreeMap<String, Regions>>,
}

impl SchoolHolidays {
    /// The kind of school holiday on this day in a region of a plan document, with the key of the settings.
    pub fn on(&self, region: &str, day: Day) -> Option<&'static str> {
        let region = match region {
            "north" => "noord",
            "south" => "zuid",
            _ => "midden",
        };
        let kinds = [
            ("herfst", "autumn"),
            ("kerst", "christmas"),
            ("voorjaar", "spring"),
            ("mei", "may"),
            ("zomer", "summer"),
        ];
        self.school_years.values().find_map(|year| {
            let is_on = |dutch| {
                let (first, last) = year[dutch][region];
                first <= day && day <= last
            };
            kinds
                .into_iter()
                .find(|(dutch, _)| is_on(*dutch))
                .map(|(_, key)| key)
        })
    }
}
