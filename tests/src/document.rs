//! The plan document as the validator reads it: only what it needs, straight from the JSON.

use crate::day::Day;
use crate::programme::{TEMPLATE, Template};
use serde::Deserialize;
use serde_json::Value;

/// A plan document.
#[derive(Clone, Debug, Deserialize)]
pub struct Document {
    /// The choices of the organisation.
    pub settings: Settings,
    /// The organisation's own template.
    pub template: Option<Template>,
    /// The locations.
    pub locations: Vec<Location>,
    /// The families that enrolled.
    pub enrolments: Vec<Enrolment>,
    /// The groups.
    pub groups: Vec<Group>,
    /// The rooms.
    #[serde(default)]
    pub rooms: Vec<Room>,
    /// The people of the team.
    #[serde(default)]
    pub people: Vec<Person>,
    /// The weekly lines.
    #[serde(default)]
    pub lines: Vec<Line>,
}

/// A room.
#[derive(Clone, Debug, Deserialize)]
#[expect(
    missing_docs,
    reason = "the names of the document are documented in its schema"
)]
pub struct Room {
    pub id: String,
    pub capacity: usize,
    #[serde(default)]
    pub half_days: Vec<String>,
    #[serde(default)]
    pub closures: Vec<Closure>,
}

/// A member of the team.
#[derive(Clone, Debug, Deserialize)]
#[expect(
    missing_docs,
    reason = "the names of the document are documented in its schema"
)]
pub struct Person {
    pub id: String,
    pub role: String,
    #[serde(default)]
    pub half_days: Vec<String>,
    #[serde(default)]
    pub fte: usize,
    #[serde(default)]
    pub locations: Vec<String>,
    #[serde(default)]
    pub absences: Vec<Closure>,
}

impl Person {
    /// Whether the person is not away on this day.
    pub fn is_there(&self, day: Day) -> bool {
        !self
            .absences
            .iter()
            .any(|away| away.first <= day && day <= away.last)
    }
}

/// A weekly line.
#[derive(Clone, Debug, Deserialize)]
#[expect(
    missing_docs,
    reason = "the names of the document are documented in its schema"
)]
pub struct Line {
    pub id: String,
    pub location: String,
    pub half_day: String,
    pub room: Option<String>,
    #[serde(default)]
    pub facilitators: Vec<String>,
}

/// The settings that bear on groups and days.
#[derive(Clone, Debug, Deserialize)]
#[expect(
    missing_docs,
    reason = "the names of the document are documented in its schema"
)]
pub struct Settings {
    pub group_size: Sizes,
    pub max_spread_days: i32,
    pub region: String,
    pub holidays: HolidayRules,
    pub autumn: String,
    pub christmas: String,
    pub spring: String,
    pub may: String,
    pub summer: String,
    pub closures: Vec<Closure>,
    #[serde(default)]
    pub hard_half_days: bool,
    #[serde(default)]
    pub shared_pools: Vec<Vec<String>>,
    #[serde(default = "three_weeks")]
    pub invitation_days: i32,
    #[serde(default)]
    pub month_end: String,
}

fn three_weeks() -> i32 {
    21
}

impl Settings {
    /// Whether families of the two locations may share a group.
    pub fn share(&self, one: &str, other: &str) -> bool {
        let is_in = |pool: &Vec<String>, id: &str| pool.iter().any(|own| own == id);
        one == other
            || self
                .shared_pools
                .iter()
                .any(|pool| is_in(pool, one) && is_in(pool, other))
    }

    /// How a school holiday is treated, by its key.
    pub fn treatment(&self, kind: &str) -> &str {
        match kind {
            "autumn" => &self.autumn,
            "christmas" => &self.christmas,
            "spring" => &self.spring,
            "may" => &self.may,
            _ => &self.summer,
        }
    }
}

/// The sizes of groups.
#[derive(Clone, Copy, Debug, Deserialize)]
#[expect(
    missing_docs,
    reason = "the names of the document are documented in its schema"
)]
pub struct Sizes {
    pub min: usize,
    pub target: usize,
    pub max: usize,
}

/// The holidays that employers treat differently.
#[derive(Clone, Debug, Deserialize)]
#[expect(
    missing_docs,
    reason = "the names of the document are documented in its schema"
)]
pub struct HolidayRules {
    pub good_friday: String,
    pub liberation_day: String,
}

/// Closed days of the organisation.
#[derive(Clone, Debug, Deserialize)]
#[expect(
    missing_docs,
    reason = "the names of the document are documented in its schema"
)]
pub struct Closure {
    pub first: Day,
    pub last: Day,
}

/// A location.
#[derive(Clone, Debug, Deserialize)]
#[expect(
    missing_docs,
    reason = "the names of the document are documented in its schema"
)]
pub struct Location {
    pub id: String,
    pub region: Option<String>,
}

/// A family.
#[derive(Clone, Debug, Deserialize)]
#[expect(
    missing_docs,
    reason = "the names of the document are documented in its schema"
)]
pub struct Enrolment {
    pub code: String,
    pub birth: Day,
    pub location: String,
    #[serde(default)]
    pub half_days: Vec<String>,
    pub language: String,
}

/// A group.
#[derive(Clone, Debug, Deserialize)]
#[expect(
    missing_docs,
    reason = "the names of the document are documented in its schema"
)]
pub struct Group {
    pub id: String,
    pub location: String,
    pub language: String,
    pub members: Vec<String>,
    pub known_births: Option<KnownBirths>,
    pub half_day: Option<HalfDayChoice>,
    pub line: Option<HalfDayChoice>,
    #[serde(default)]
    pub pinned: bool,
    #[serde(default)]
    pub stopped: Option<Day>,
    pub sessions: Vec<Session>,
}

/// Families of whom only the birth window is known.
#[derive(Clone, Copy, Debug, Deserialize)]
#[expect(
    missing_docs,
    reason = "the names of the document are documented in its schema"
)]
pub struct KnownBirths {
    pub oldest: Day,
    pub youngest: Day,
}

/// The fixed half-day or line and who chose it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HalfDayChoice {
    /// The planner.
    Planner(String),
    /// The user.
    User(String),
}

impl HalfDayChoice {
    /// What was chosen.
    pub fn chosen(&self) -> &str {
        let (Self::Planner(chosen) | Self::User(chosen)) = self;
        chosen
    }

    /// The weekday, 0 for Monday.
    pub fn weekday(&self) -> i32 {
        let (Self::Planner(half_day) | Self::User(half_day)) = self;
        weekday_of(half_day)
    }
}

/// The weekday of a half-day such as `tue-am`, 0 for Monday.
pub fn weekday_of(half_day: &str) -> i32 {
    let days = ["mon", "tue", "wed", "thu", "fri"];
    let position = days.iter().position(|day| half_day.starts_with(day));
    position.map_or(-1, |position| position as i32)
}

/// A bijeenkomst.
#[derive(Clone, Debug, Deserialize)]
#[expect(
    missing_docs,
    reason = "the names of the document are documented in its schema"
)]
pub struct Session {
    pub number: String,
    pub date: Option<Day>,
    #[serde(default)]
    pub pinned: bool,
    pub status: String,
    pub line: Option<String>,
    pub room: Option<String>,
    #[serde(default)]
    pub facilitators: Vec<String>,
    pub physician: Option<String>,
}

impl Session {
    /// Whether planning may no longer touch its day.
    pub fn is_settled(&self, today: Option<Day>) -> bool {
        let is_past = matches!((self.date, today), (Some(date), Some(today)) if date < today);
        self.pinned || self.status != "draft" || is_past
    }
}

impl Group {
    /// Whether the planner formed it and may form it again: nothing in it was settled by a person.
    pub fn is_free(&self, today: Option<Day>) -> bool {
        !self.pinned
            && self.known_births.is_none()
            && !matches!(self.half_day, Some(HalfDayChoice::User(_)))
            && !self
                .sessions
                .iter()
                .any(|session| session.is_settled(today))
    }

    /// Its bijeenkomst with this number.
    pub fn session(&self, number: &str) -> Option<&Session> {
        self.sessions
            .iter()
            .find(|session| session.number == number)
    }
}

impl Document {
    /// Reads a plan document.
    pub fn read(plan: &Value) -> Self {
        Self::deserialize(plan).expect("the validator can read the plan document")
    }

    /// The template that holds for the plan.
    pub fn template(&self) -> &Template {
        self.template.as_ref().unwrap_or(&TEMPLATE)
    }

    /// The members of a group, as far as the plan has them.
    pub fn members<'a>(&'a self, group: &'a Group) -> impl Iterator<Item = &'a Enrolment> {
        self.enrolments
            .iter()
            .filter(|enrolment| group.members.contains(&enrolment.code))
    }

    /// The weekdays of the lines of a location, 0 for Monday.
    pub fn workdays_of_lines(&self, location: &str) -> Vec<i32> {
        let lines = self.lines.iter().filter(|line| line.location == location);
        lines.map(|line| weekday_of(&line.half_day)).collect()
    }

    /// The oldest and the youngest birth date of a group.
    pub fn births(&self, group: &Group) -> Option<(Day, Day)> {
        let known = group
            .known_births
            .iter()
            .flat_map(|known| [known.oldest, known.youngest]);
        let births: Vec<Day> = self
            .members(group)
            .map(|one| one.birth)
            .chain(known)
            .collect();
        Some((*births.iter().min()?, *births.iter().max()?))
    }

    /// The region of a location.
    pub fn region(&self, location: &str) -> &str {
        self.locations
            .iter()
            .find(|one| one.id == location)
            .and_then(|one| one.region.as_deref())
            .unwrap_or(&self.settings.region)
    }
}
