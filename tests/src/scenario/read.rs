//! Reads a scenario file: title, situation in free words, input, and what is expected, line by line.

use super::lines::{day, days, range};
use crate::day::Day;

/// An acceptance scenario.
#[derive(Clone, Debug, Default)]
pub struct Scenario {
    /// Its number in `docs/domain.md#8.2`.
    pub number: u32,
    /// Its title.
    pub title: String,
    /// The region of the school holidays, as the plan document names it.
    pub region: String,
    /// The location of all families.
    pub location: String,
    /// The families.
    pub families: Vec<Family>,
    /// Whether the coordinator puts the families together, instead of the planner.
    pub by_hand: bool,
    /// The half-day that the coordinator sets, in words.
    pub half_day: Option<String>,
    /// School holidays in which no bijeenkomst may be, by their Dutch name.
    pub forbidden: Vec<String>,
    /// The day on which the plan is made.
    pub today: Option<Day>,
    /// What must come out, each with the number of its line.
    pub expected: Vec<(usize, Expected)>,
}

/// A family of a scenario.
#[derive(Clone, Debug)]
pub struct Family {
    /// Its code.
    pub code: String,
    /// The birth date as it is written.
    pub birth: String,
    /// The half-days as they are written; empty when none are named.
    pub half_days: String,
}

/// A place in the plan of a scenario: its group, or a bijeenkomst of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spot {
    /// The group.
    Group,
    /// A bijeenkomst, such as `B3`.
    Session(String),
}

/// One thing that must be so.
#[derive(Clone, Debug)]
pub enum Expected {
    /// The spread of the group, in days.
    Spread(i32),
    /// The first and last preferred day.
    Preferred(String, (Day, Day)),
    /// The first and last allowed day.
    Allowed(String, (Day, Day)),
    /// The days of the preferred window on the group's weekday that are open and in no school holiday.
    FreeDays(String, Vec<Day>),
    /// Those that are open but in a school holiday.
    HolidayDays(String, Vec<Day>),
    /// The days of the allowed window on the group's weekday.
    AllowedDays(String, Vec<Day>),
    /// A day of the allowed window that falls out, and by what.
    FallsOut(String, Day, String),
    /// The days of the allowed window that are left.
    Left(String, Vec<Day>),
    /// The day of a bijeenkomst; `None` when it has none.
    Date(String, Option<Day>),
    /// A bijeenkomst has a day, whichever.
    HasDate(String),
    /// A problem, with its code and the facts of the case.
    Problem(Spot, String),
    /// There is no other problem.
    NoOtherProblem,
    /// Something that helps against a problem at this place.
    Remedy(Spot, String),
    /// No remedy of this kind is offered at this place.
    NoRemedy(Spot, String),
    /// The day of Koningsdag.
    KingsDay(Day),
}

#[derive(Clone, Copy, PartialEq)]
enum Section {
    Title,
    Situation,
    Input,
    Expected,
}

impl Scenario {
    /// Reads a scenario file.
    ///
    /// # Errors
    /// The first line that is not understood, with its number.
    pub fn read(text: &str) -> Result<Self, String> {
        let mut scenario = Self::default();
        let mut section = Section::Title;
        for (position, line) in text.lines().enumerate() {
            let at = |error: String| format!("regel {}: {error}", position + 1);
            let line = line.trim();
            match line {
                "" => continue,
                "situatie" if section == Section::Title => section = Section::Situation,
                "invoer" if section == Section::Situation => section = Section::Input,
                "verwacht" if section == Section::Input => section = Section::Expected,
                _ => match section {
                    Section::Title => scenario.title(line).map_err(at)?,
                    Section::Situation => {}
                    Section::Input => scenario.input(line).map_err(at)?,
                    Section::Expected => {
                        let expected = expected(line).map_err(at)?;
                        scenario.expected.push((position + 1, expected));
                    }
                },
            }
        }
        if scenario.expected.is_empty() {
            return Err("er is niets verwacht".to_owned());
        }
        Ok(scenario)
    }

    fn title(&mut self, line: &str) -> Result<(), String> {
        let (number, title) = line
            .strip_prefix("Scenario ")
            .and_then(|rest| rest.split_once(": "))
            .ok_or("de eerste regel is 'Scenario <nummer>: <titel>'")?;
        self.number = number
            .parse()
            .map_err(|_| format!("'{number}' is geen nummer"))?;
        title.clone_into(&mut self.title);
        Ok(())
    }

    fn input(&mut self, line: &str) -> Result<(), String> {
        let (key, value) = key_and_value(line)?;
        match key.split_once(' ') {
            Some(("gezin", code)) => self.families.push(family(code, value)?),
            None if key == "locatie" => value.clone_into(&mut self.location),
            None if key == "vandaag" => self.today = Some(day(value)?),
            None if key == "dagdeel" => self.half_day = Some(value.to_owned()),
            None if key == "verboden" => {
                self.forbidden = value.split(", ").map(str::to_owned).collect();
            }
            None if key == "regio" => {
                let regions = [("Noord", "north"), ("Midden", "middle"), ("Zuid", "south")];
                let (_, region) = regions
                    .into_iter()
                    .find(|(dutch, _)| *dutch == value)
                    .ok_or_else(|| format!("'{value}' is geen regio"))?;
                region.clone_into(&mut self.region);
            }
            None if key == "groep" => match value {
                "door de planner" => self.by_hand = false,
                "met de hand" => self.by_hand = true,
                _ => return Err(format!("'{value}' is geen manier om een groep te maken")),
            },
            _ => return Err(format!("'{key}' hoort niet bij de invoer")),
        }
        Ok(())
    }
}

fn key_and_value(line: &str) -> Result<(&str, &str), String> {
    line.split_once(": ")
        .map(|(key, value)| (key.trim(), value.trim()))
        .ok_or_else(|| format!("'{line}' heeft geen ': '"))
}

/// Reads `geboren 4-1-2027, kan do ochtend`.
fn family(code: &str, text: &str) -> Result<Family, String> {
    let born = text
        .strip_prefix("geboren ")
        .ok_or("een gezin begint met 'geboren'")?;
    let (birth, half_days) = match born.split_once(", kan ") {
        Some((birth, half_days)) => (birth, half_days),
        None => (born, ""),
    };
    day(birth)?;
    Ok(Family {
        code: code.to_owned(),
        birth: birth.to_owned(),
        half_days: half_days.to_owned(),
    })
}

fn expected(line: &str) -> Result<Expected, String> {
    if line == "geen andere meldingen" {
        return Ok(Expected::NoOtherProblem);
    }
    let (key, value) = key_and_value(line)?;
    let (what, place) = key.rsplit_once(' ').unwrap_or(("", key));
    let session = || match spot(place)? {
        Spot::Session(number) => Ok(number),
        Spot::Group => Err(format!("'{what}' hoort bij een bijeenkomst")),
    };
    Ok(match what {
        "" if key == "spreiding" => {
            let days = value
                .strip_suffix(" dagen")
                .and_then(|days| days.parse().ok());
            Expected::Spread(days.ok_or_else(|| format!("'{value}' is geen aantal dagen"))?)
        }
        "" if key == "Koningsdag" => Expected::KingsDay(day(value)?),
        "" if value == "geen dag" => Expected::Date(session()?, None),
        "" if value == "heeft een dag" => Expected::HasDate(session()?),
        "" => Expected::Date(session()?, Some(day(value)?)),
        "voorkeur" => Expected::Preferred(session()?, range(value)?),
        "toegestaan" => Expected::Allowed(session()?, range(value)?),
        "vrije dagen" => Expected::FreeDays(session()?, days(value)?),
        "in vakantie" => Expected::HolidayDays(session()?, days(value)?),
        "toegestane dagen" => Expected::AllowedDays(session()?, days(value)?),
        "over" => Expected::Left(session()?, days(value)?),
        "vervalt" => {
            let (closed, why) = value
                .split_once(", ")
                .ok_or_else(|| format!("'{value}' zegt niet waarom"))?;
            Expected::FallsOut(session()?, day(closed)?, why.to_owned())
        }
        "melding" => Expected::Problem(spot(place)?, value.to_owned()),
        "oplossing" => Expected::Remedy(spot(place)?, value.to_owned()),
        "geen oplossing" => Expected::NoRemedy(spot(place)?, value.to_owned()),
        _ => return Err(format!("'{key}' hoort niet bij wat verwacht is")),
    })
}

fn spot(text: &str) -> Result<Spot, String> {
    let is_session = |digits: &str| {
        digits
            .parse()
            .is_ok_and(|number: u8| (1..=8).contains(&number))
    };
    match text.strip_prefix('B') {
        _ if text == "groep" => Ok(Spot::Group),
        Some(digits) if is_session(digits) => Ok(Spot::Session(text.to_owned())),
        _ => Err(format!("'{text}' is geen bijeenkomst en niet de groep")),
    }
}
