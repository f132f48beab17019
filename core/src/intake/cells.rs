//! Reads single cells: dates as Dutch spreadsheets write them, half-days and languages in plain words.

use crate::calendar::{Date, HalfDay, HalfDaySet, Part, Workday};
use crate::plan::{CodeFault, IntakeStatus, Language, Route};
use serde::Serialize;

/// Why a cell cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CellFault {
    /// It begins with a quote that is never closed, so that it is not sure where the cell ends.
    OpenQuote,
    /// The code is no code.
    Code(CodeFault),
    /// The code already stands on this line.
    CodeTwice {
        /// The line where it stands first.
        first_line: usize,
    },
    /// There is no birth or due date.
    DateMissing,
    /// It is not written as d-m-jjjj.
    DateFormat,
    /// The year does not have four digits.
    DateYear,
    /// It looks like a date, but there is no such day.
    NoSuchDay,
    /// There is no location.
    LocationMissing,
    /// The name of the location is too long, or goes on on a next line.
    LocationName,
    /// A half-day cannot be read.
    HalfDay,
    /// The language is not known.
    Language,
    /// The number of children is not 1 to 9.
    Children,
    /// It is neither yes nor no.
    YesNo,
    /// It is no status of an enrolment.
    Status,
    /// It is no route along which families come.
    Route,
}

/// Which comes first in dates that end in the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    /// `d-m-jjjj`, as everybody here writes.
    DayFirst,
    /// `m-d-jjjj`, as an American program writes.
    MonthFirst,
}

/// Reads `d-m-jjjj`, with `/` or `.` as well, or `jjjj-mm-dd`; a time of midnight behind it is dropped.
///
/// # Errors
/// What is wrong with the cell.
pub fn read_date(cell: &str) -> Result<Date, CellFault> {
    read_date_in(cell, DateOrder::DayFirst)
}

/// Reads a date like [`read_date`], with the day and the month in this order.
///
/// # Errors
/// What is wrong with the cell.
pub fn read_date_in(cell: &str, order: DateOrder) -> Result<Date, CellFault> {
    let cell = cell.trim();
    if cell.is_empty() {
        return Err(CellFault::DateMissing);
    }
    let cell = cell
        .strip_suffix(" 00:00:00")
        .or_else(|| cell.strip_suffix(" 0:00:00"))
        .or_else(|| cell.strip_suffix(" 00:00"))
        .or_else(|| cell.strip_suffix(" 0:00"))
        .unwrap_or(cell);
    let parts: Vec<&str> = cell.split(['-', '/', '.']).collect();
    let &[first, second, last] = parts.as_slice() else {
        return Err(CellFault::DateFormat);
    };
    let number = |part: &str| -> Result<u32, CellFault> {
        let is_number =
            (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        is_number
            .then(|| part.parse().ok())
            .flatten()
            .ok_or(CellFault::DateFormat)
    };
    let (day, month, year) = match order {
        _ if first.len() == 4 => (last, second, first),
        DateOrder::DayFirst => (first, second, last),
        DateOrder::MonthFirst => (second, first, last),
    };
    let (day_number, month_number, year_number) = (number(day)?, number(month)?, number(year)?);
    if year.len() != 4 {
        return Err(CellFault::DateYear);
    }
    i32::try_from(year_number)
        .ok()
        .and_then(|year| Date::new(year, month_number, day_number))
        .ok_or(CellFault::NoSuchDay)
}

/// Reads half-days in words: `di ochtend, do middag`, `di+do`, `woensdag`, `tue am`. A day without a part is
/// both parts; a part without a day belongs to the day before it, or to every day. Empty, `alle` and
/// `geen voorkeur` are no preference.
///
/// # Errors
/// When a word is neither a day nor a part.
pub fn read_half_days(cell: &str) -> Result<HalfDaySet, CellFault> {
    let text = cell.trim().to_lowercase();
    let no_preference = [
        "",
        "alle",
        "allemaal",
        "alles",
        "geen voorkeur",
        "maakt niet uit",
        "-",
        "all",
        "any",
        "no preference",
    ];
    if no_preference.contains(&text.as_str()) {
        return Ok(HalfDaySet::default());
    }
    let mut set = HalfDaySet::default();
    let mut last_day: Option<Workday> = None;
    for item in text.split([',', ';', '/', '+', '&', '\n']) {
        for item in item.split(" en ").flat_map(|item| item.split(" and ")) {
            let (mut day, mut part) = (None, None);
            let words = item.split(|character: char| !character.is_alphanumeric());
            for word in words.filter(|word| !word.is_empty()) {
                if let Some(workday) = read_workday(word) {
                    day = Some(workday);
                } else if let Some(read) = read_part(word) {
                    part = Some(read);
                } else {
                    return Err(CellFault::HalfDay);
                }
            }
            if day.is_none() && part.is_none() {
                continue;
            }
            last_day = day.or(last_day);
            for half_day in HalfDay::all() {
                let day_fits = last_day.is_none_or(|day| half_day.workday == day);
                let part_fits = part.is_none_or(|part| half_day.part == part);
                if day_fits && part_fits {
                    set = set.with(half_day);
                }
            }
        }
    }
    Ok(set)
}

fn read_workday(word: &str) -> Option<Workday> {
    Some(match word {
        "ma" | "maandag" | "mon" | "monday" | "mo" => Workday::Monday,
        "di" | "dinsdag" | "tue" | "tuesday" | "tu" => Workday::Tuesday,
        "wo" | "woensdag" | "wed" | "wednesday" | "we" => Workday::Wednesday,
        "do" | "donderdag" | "thu" | "thursday" | "th" => Workday::Thursday,
        "vr" | "vrijdag" | "fri" | "friday" | "fr" => Workday::Friday,
        _ => return None,
    })
}

fn read_part(word: &str) -> Option<Part> {
    Some(match word {
        "ochtend" | "ochtenden" | "morgen" | "och" | "o" | "vm" | "am" | "morning" => Part::Morning,
        "middag" | "middagen" | "mid" | "m" | "nm" | "pm" | "afternoon" => Part::Afternoon,
        _ => return None,
    })
}

/// Languages as Dutch and English name them, by ISO 639 code. Others can be given by their code in a plan
/// file; in a table they are refused, so that no free text is stored.
const LANGUAGES: &[(&str, &str, &str)] = &[
    ("nl", "nederlands", "dutch"),
    ("en", "engels", "english"),
    ("ar", "arabisch", "arabic"),
    ("ber", "berbers", "berber"),
    ("bg", "bulgaars", "bulgarian"),
    ("zh", "chinees", "chinese"),
    ("prs", "dari", "dari"),
    ("de", "duits", "german"),
    ("fa", "farsi", "persian"),
    ("fr", "frans", "french"),
    ("el", "grieks", "greek"),
    ("hi", "hindi", "hindi"),
    ("hu", "hongaars", "hungarian"),
    ("it", "italiaans", "italian"),
    ("ku", "koerdisch", "kurdish"),
    ("uk", "oekraïens", "ukrainian"),
    ("pap", "papiaments", "papiamento"),
    ("ps", "pasjtoe", "pashto"),
    ("pl", "pools", "polish"),
    ("pt", "portugees", "portuguese"),
    ("ro", "roemeens", "romanian"),
    ("ru", "russisch", "russian"),
    ("so", "somalisch", "somali"),
    ("es", "spaans", "spanish"),
    ("ti", "tigrinya", "tigrinya"),
    ("tr", "turks", "turkish"),
    ("ur", "urdu", "urdu"),
    ("vi", "vietnamees", "vietnamese"),
];

/// The languages that a table may name: ISO 639 code, Dutch name, English name.
pub fn language_names() -> &'static [(&'static str, &'static str, &'static str)] {
    LANGUAGES
}

/// Reads a language by its Dutch or English name or its code; empty is Dutch.
///
/// # Errors
/// When the language is not known.
pub fn read_language(cell: &str) -> Result<Language, CellFault> {
    let text = cell.trim().to_lowercase();
    if text.is_empty() {
        return Ok(Language::dutch());
    }
    LANGUAGES
        .iter()
        .find(|(code, dutch, english)| [*code, *dutch, *english].contains(&text.as_str()))
        .and_then(|(code, ..)| Language::new(code))
        .ok_or(CellFault::Language)
}

/// Reads where an enrolment stands; empty is registered. `geplaatst` is registered too: that a family has a
/// group follows from the groups.
///
/// # Errors
/// When it is no status.
pub fn read_status(cell: &str) -> Result<IntakeStatus, CellFault> {
    Ok(match letters(cell).as_str() {
        "uitgenodigd" | "benaderd" | "invited" | "approached" => IntakeStatus::Invited,
        "" | "aangemeld" | "geplaatst" | "registered" | "placed" | "enrolled" => {
            IntakeStatus::Registered
        }
        "opwachtlijst" | "wachtlijst" | "wacht" | "waitinglist" | "onwaitinglist" => {
            IntakeStatus::Waitlisted
        }
        "gestopt" | "afgemeld" | "uitgevallen" | "stopped" | "left" => IntakeStatus::Stopped,
        _ => return Err(CellFault::Status),
    })
}

/// Reads the route along which a family came; empty is unknown.
///
/// # Errors
/// When it is no route.
pub fn read_route(cell: &str) -> Result<Option<Route>, CellFault> {
    Ok(Some(match letters(cell).as_str() {
        "" | "onbekend" | "unknown" => return Ok(None),
        "huisbezoek" | "homevisit" | "hb" => Route::HomeVisit,
        "centeringzwangerschap" | "cz" | "centeringpregnancy" | "cp" | "doorgaandelijn" => {
            Route::CenteringPregnancy
        }
        "verloskundige" | "verloskundigen" | "midwife" | "midwives" => Route::Midwife,
        "aanmeldlink" | "link" | "website" | "signuplink" => Route::SignUpLink,
        _ => return Err(CellFault::Route),
    }))
}

/// Reads yes or no; empty is no.
pub(super) fn read_yes_no(cell: &str) -> Result<bool, CellFault> {
    match cell.to_lowercase().as_str() {
        "ja" | "j" | "x" | "1" | "waar" | "yes" | "y" | "true" | "voorlopig" => Ok(true),
        "" | "nee" | "n" | "0" | "onwaar" | "no" | "false" | "-" => Ok(false),
        _ => Err(CellFault::YesNo),
    }
}

/// Only the letters, in lower case.
fn letters(cell: &str) -> String {
    cell.chars()
        .filter(|character| character.is_alphabetic())
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_dutch_spreadsheets_write_them() {
        let read = |text| read_date(text).map(|date| date.to_string());
        for text in [
            "4-1-2027",
            "04-01-2027",
            "4/1/2027",
            "2027-01-04",
            "4.1.2027",
            "4-1-2027 0:00",
        ] {
            assert_eq!(read(text).as_deref(), Ok("2027-01-04"), "{text}");
        }
        assert_eq!(read("31-2-2027"), Err(CellFault::NoSuchDay));
        assert_eq!(read("4-1-27"), Err(CellFault::DateYear));
        assert_eq!(read("3 mrt 2027"), Err(CellFault::DateFormat));
        assert_eq!(read("46026"), Err(CellFault::DateFormat));
        assert_eq!(read(" "), Err(CellFault::DateMissing));
    }

    #[test]
    fn the_month_can_come_first() {
        let read = |text| read_date_in(text, DateOrder::MonthFirst).map(|date| date.to_string());
        assert_eq!(read("01/13/2027").as_deref(), Ok("2027-01-13"));
        assert_eq!(read("4-1-2027").as_deref(), Ok("2027-04-01"));
        assert_eq!(read("2027-01-04").as_deref(), Ok("2027-01-04"));
        assert_eq!(read("13/1/2027"), Err(CellFault::NoSuchDay));
    }

    #[test]
    fn half_days_are_read_in_words() {
        let read = |text| {
            read_half_days(text).map(|set| {
                set.iter()
                    .map(|half_day| half_day.to_string())
                    .collect::<Vec<_>>()
                    .join(" ")
            })
        };
        assert_eq!(
            read("di ochtend, do middag").as_deref(),
            Ok("tue-am thu-pm")
        );
        assert_eq!(read("di ochtend en middag").as_deref(), Ok("tue-am tue-pm"));
        assert_eq!(read("Woensdag").as_deref(), Ok("wed-am wed-pm"));
        assert_eq!(
            read("di-ochtend/vr-ochtend").as_deref(),
            Ok("tue-am fri-am")
        );
        assert_eq!(
            read("middag").as_deref(),
            Ok("mon-pm tue-pm wed-pm thu-pm fri-pm")
        );
        assert_eq!(read("geen voorkeur").as_deref(), Ok(""));
        assert_eq!(read("di ochtent"), Err(CellFault::HalfDay));
        assert_eq!(read("zaterdag"), Err(CellFault::HalfDay));
    }
}
