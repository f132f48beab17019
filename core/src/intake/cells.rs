//! Reads single cells: dates as Dutch spreadsheets write them, half-days and languages in plain words.

use super::decode::visible;
use crate::calendar::{Date, HalfDay, HalfDaySet, Part, Workday};
use crate::plan::{CodeFault, IntakeStatus, Language, Route};
use serde::Serialize;
use std::fmt;

/// Why a cell cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CellFault {
    /// It begins with a quote that is never closed, so that it is not sure where the cell ends.
    OpenQuote,
    /// The code is no code.
    Code(CodeFault),
    /// A spreadsheet made a day or a number of the code: `1-feb` was `1-2`, `1,23E+05` was a number or `123E3`.
    CodeChanged,
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
    /// The weekday in front of it is another one than that of the day.
    OtherWeekday,
    /// A time stands behind the day, and it is not midnight.
    WithTime,
    /// No child for a group is born in that year: a slip, or a day that stands for unknown.
    UnlikelyYear,
    /// It is further ahead than a due date can be, and the user says that it is not right.
    FarAhead,
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

impl fmt::Display for CellFault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::OpenQuote => "a quote is never closed",
            Self::Code(fault) => return fault.fmt(out),
            Self::CodeTwice { first_line } => {
                return write!(out, "the code stands on line {first_line} already");
            }
            Self::CodeChanged => {
                "a spreadsheet made a day or a number of the code; expected the code as it was given"
            }
            Self::DateMissing => "there is no birth or due date; expected d-m-yyyy",
            Self::DateFormat => "not a day; expected d-m-yyyy",
            Self::DateYear => "the year does not have four digits; expected d-m-yyyy",
            Self::NoSuchDay => "there is no such day",
            Self::OtherWeekday => "the day is another weekday; expected the two to agree",
            Self::WithTime => "a time stands behind the day; expected the day alone",
            Self::UnlikelyYear => {
                return write!(
                    out,
                    "no child for a group is born in that year; expected {YEARS_BACK} years ago to {YEARS_AHEAD} years ahead"
                );
            }
            Self::FarAhead => "more than nine months ahead; expected a birth date or a due date",
            Self::LocationMissing => "there is no location",
            Self::LocationName => {
                return write!(
                    out,
                    "the name of the location is too long; expected one line of at most {} characters",
                    super::LONGEST_LOCATION_NAME
                );
            }
            Self::HalfDay => "not a half-day; expected for example di-ochtend",
            Self::Language => "not a known language; expected its name or its ISO 639 code",
            Self::Children => "not a number of children; expected 1 to 9",
            Self::YesNo => "neither yes nor no; expected ja or nee",
            Self::Status => "not where an enrolment stands; expected for example uitgenodigd",
            Self::Route => "not a route along which families come; expected for example huisbezoek",
        })
    }
}

impl std::error::Error for CellFault {}

/// Which comes first in dates that end in the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    /// `d-m-jjjj`, as everybody here writes.
    DayFirst,
    /// `m-d-jjjj`, as an American program writes.
    MonthFirst,
}

/// A consultatiebureau sees children until they go to school, at four, and lists are some months old: an earlier year
/// of birth than this many years before that of today is a slip.
const YEARS_BACK: i32 = 5;
/// A year this much later can be a slip of one in the year before; it is asked about, and not refused.
const YEARS_AHEAD: i32 = 2;
/// Without a day of today a year of birth is at least one of this century.
const THIS_CENTURY: std::ops::RangeInclusive<i32> = 2000..=2099;
/// The number of 1-1-1970 in a spreadsheet, which counts from 30-12-1899.
const NUMBER_OF_1970: i32 = 25_569;
/// No date takes more bytes: `donderdag 30 september 2027` has 27.
const LONGEST_DATE: usize = 40;
/// The names of months in Dutch and English, in full and short.
const MONTHS: [&[&str]; 12] = [
    &["januari", "january", "jan"],
    &["februari", "february", "feb"],
    &["maart", "march", "mrt", "mar"],
    &["april", "apr"],
    &["mei", "may"],
    &["juni", "june", "jun"],
    &["juli", "july", "jul"],
    &["augustus", "august", "aug"],
    &["september", "sept", "sep"],
    &["oktober", "october", "okt", "oct"],
    &["november", "nov"],
    &["december", "dec"],
];

/// Reads `d-m-jjjj`, with `/`, `.` or spaces as well, `jjjj-mm-dd`, or the month by its name, as in `3 jan 2027`. A
/// weekday in front is left out when it is that of the day, and midnight behind it always.
///
/// # Errors
/// What is wrong with the cell.
pub fn read_date(cell: &str) -> Result<Date, CellFault> {
    match Written::read(cell, DateOrder::DayFirst)? {
        Written::Number(_) => Err(CellFault::DateFormat),
        Written::Day(day) if day.year_digits != 4 => Err(CellFault::DateYear),
        Written::Day(day) => day.in_year(day.year),
    }
}

/// Reads a birth date or a due date as lists hold it: like [`read_date`], with the day and the month in this order; as
/// the number by which a spreadsheet counts days; and, with `today`, with a year of two digits. Years in which no
/// child for a group can be born are refused.
///
/// # Errors
/// What is wrong with the cell.
pub fn read_birth(cell: &str, order: DateOrder, today: Option<Date>) -> Result<Date, CellFault> {
    let years = today.map_or(THIS_CENTURY, |today| {
        today.year() - YEARS_BACK..=today.year() + YEARS_AHEAD
    });
    let likely = |year: i32| {
        let is_likely = years.contains(&year);
        is_likely.then_some(year).ok_or(CellFault::UnlikelyYear)
    };
    match Written::read(cell, order)? {
        Written::Day(day) if day.year_digits == 4 => day.in_year(likely(day.year)?),
        Written::Day(day) if day.year_digits == 2 && today.is_some() => {
            day.in_year(likely(THIS_CENTURY.start() + day.year)?)
        }
        Written::Day(_) => Err(CellFault::DateYear),
        Written::Number(number) => {
            let date = Date::from_number(number - NUMBER_OF_1970);
            likely(date.year()).map(|_| date)
        }
    }
}

/// Whether a cell is a day of the year 19xx or 20xx in figures with separators, or by the name of its month.
pub(super) fn is_written_date(cell: &str) -> bool {
    [DateOrder::DayFirst, DateOrder::MonthFirst].into_iter().any(|order| {
        matches!(Written::read(cell, order), Ok(Written::Day(day))
            if [2, 4].contains(&day.year_digits) && day.in_year(THIS_CENTURY.start() + day.year % 100).is_ok())
    })
}

/// Whether a date has its year in four figures and its month in figures, so that nobody needs to be told how it was
/// read.
pub(super) fn is_usual_date(cell: &str) -> bool {
    let parts: Vec<&str> = cell.split(['-', '/', '.']).collect();
    let is_number = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
    matches!(parts.as_slice(), [first, _, last] if first.len() == 4 || last.len() == 4)
        && parts.iter().all(is_number)
}

/// What says that a bijeenkomst lapsed.
const LAPSED: [&str; 10] = [
    "vervallen",
    "vervalt",
    "niet doorgegaan",
    "gaat niet door",
    "ging niet door",
    "afgelast",
    "geannuleerd",
    "cancelled",
    "canceled",
    "did not take place",
];

/// What stands beside the words that say that a bijeenkomst lapsed, such as its day; `None` where there are no such
/// words.
pub(super) fn read_lapse(cell: &str) -> Option<&str> {
    let lower = cell.to_ascii_lowercase();
    let beside = |words: &&str| {
        let at = lower.find(*words)?;
        let (before, behind) = (cell.get(..at)?, cell.get(at + words.len()..)?);
        let is_mark = |character: char| " ():;,.-–".contains(character);
        let [before, behind] = [before, behind].map(|beside| beside.trim_matches(is_mark));
        match (before, behind) {
            (rest, "") | ("", rest) => Some(rest),
            _ => None,
        }
    };
    LAPSED.iter().find_map(beside)
}

/// Whether a spreadsheet made a day or a number of a code: `1-feb`, `feb-27`, `01-02-2027`, `1,23E+05`.
pub(super) fn is_changed_code(cell: &str) -> bool {
    let words: Vec<&str> = cell.split(['-', '/', '.', ' ']).collect();
    let is_number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    // In capitals it is the beginning of a code.
    let is_month = |word: &str| {
        word.bytes().all(|byte| byte.is_ascii_lowercase()) && read_month(word).is_some()
    };
    let is_day = match words.as_slice() {
        [first, second] => {
            (is_number(first) && read_month(second).is_some())
                || (is_month(first) && is_number(second))
        }
        [_, _, year] => [2, 4].contains(&year.len()) && is_number(year) && is_written_date(cell),
        _ => false,
    };
    let power = cell.split_once(['E', 'e']).is_some_and(|(digits, power)| {
        let digits = digits.replace([',', '.'], "");
        is_number(&digits) && power.strip_prefix(['+', '-']).is_some_and(is_number)
    });
    is_day || power
}

/// What stands in a cell with a date.
#[derive(Clone, Copy)]
enum Written {
    Day(WrittenDay),
    /// The day by its number in a spreadsheet.
    Number(i32),
}

#[derive(Clone, Copy)]
struct WrittenDay {
    day: u32,
    month: u32,
    year: i32,
    year_digits: usize,
    /// From Monday, 0.
    weekday: Option<u32>,
}

impl WrittenDay {
    fn in_year(self, year: i32) -> Result<Date, CellFault> {
        let date = Date::new(year, self.month, self.day).ok_or(CellFault::NoSuchDay)?;
        let weekday = date.weekday().num_days_from_monday();
        match self.weekday {
            Some(said) if said != weekday => Err(CellFault::OtherWeekday),
            _ => Ok(date),
        }
    }
}

impl Written {
    fn read(cell: &str, order: DateOrder) -> Result<Self, CellFault> {
        let cell = visible(cell);
        let cell = without_midnight(cell.trim())?;
        if cell.is_empty() {
            return Err(CellFault::DateMissing);
        }
        if cell.len() > LONGEST_DATE || !cell.bytes().any(|byte| byte.is_ascii_digit()) {
            return Err(CellFault::DateFormat);
        }
        let (whole, fraction) = cell.split_once([',', '.']).unwrap_or((cell, "0"));
        let is_whole = |digits: &str| digits.bytes().all(|byte| byte == b'0');
        let is_number = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
        if whole.len() == 5 && is_number(whole) && is_number(fraction) {
            let number = whole.parse().map_err(|_| CellFault::DateFormat)?;
            return is_whole(fraction)
                .then_some(Self::Number(number))
                .ok_or(CellFault::WithTime);
        }
        let mut words: Vec<&str> = cell
            .split(['-', '/', '.', ',', ' ', '\''])
            .filter(|word| !word.is_empty())
            .collect();
        let weekday = words.first().and_then(|word| read_weekday(word));
        if weekday.is_some() {
            words.remove(0);
        }
        let &[first, second, last] = words.as_slice() else {
            return Err(CellFault::DateFormat);
        };
        let number = |part: &str| {
            part.parse::<u32>()
                .ok()
                .filter(|_| part.len() <= 4 && is_number(part))
        };
        let is_year_first = first.len() == 4;
        // The name of the month says itself which of the others is the day.
        let (day, month, year) = match (order, read_month(first), read_month(second)) {
            (_, Some(month), _) => (second, Some(month), last),
            (_, _, Some(month)) if is_year_first => (last, Some(month), first),
            (_, _, Some(month)) => (first, Some(month), last),
            _ if is_year_first => (last, number(second), first),
            (DateOrder::DayFirst, ..) => (first, number(second), last),
            (DateOrder::MonthFirst, ..) => (second, number(first), last),
        };
        match (number(day), month, number(year)) {
            (Some(day), Some(month), Some(year_number)) => Ok(Self::Day(WrittenDay {
                day,
                month,
                year: i32::try_from(year_number).unwrap_or_default(),
                year_digits: year.len(),
                weekday,
            })),
            _ => Err(CellFault::DateFormat),
        }
    }
}

/// A day without the midnight that programs write behind it.
fn without_midnight(cell: &str) -> Result<&str, CellFault> {
    let Some((day, time)) = cell
        .rsplit_once([' ', 'T'])
        .filter(|(_, time)| time.contains(':'))
    else {
        return Ok(cell);
    };
    let is_time = |byte: u8| byte.is_ascii_digit() || matches!(byte, b':' | b'.' | b'Z');
    if !time.bytes().all(is_time) {
        return Err(CellFault::DateFormat);
    }
    let is_midnight = time.bytes().all(|byte| !(b'1'..=b'9').contains(&byte));
    is_midnight
        .then_some(day.trim_end())
        .ok_or(CellFault::WithTime)
}

fn read_month(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    let place = MONTHS
        .iter()
        .position(|names| names.contains(&word.as_str()))?;
    u32::try_from(place + 1).ok()
}

/// A weekday by its name, from Monday as 0.
fn read_weekday(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    match word.as_str() {
        "za" | "zaterdag" | "sat" | "saturday" => Some(5),
        "zo" | "zondag" | "sun" | "sunday" => Some(6),
        word => read_workday(word).map(|day| day.index().into()),
    }
}

/// Reads half-days in words: `di ochtend, do middag`, `di+do`, `woensdag`, `tue am`. A day without a part is
/// both parts, as with `hele dag`; a part behind the last of several days is that of all of them: `ma, wo en vr ochtend`.
/// A part without a day belongs to the day before it, or to every day. Empty, `alle` and
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
    for list in text.split([';', '/', '\n']) {
        let items: Vec<Item> = list
            .split([',', '+', '&'])
            .flat_map(Item::read_joined)
            .collect::<Result<_, _>>()?;
        for (place, item) in items.iter().enumerate() {
            if item.day.is_none() && item.part.is_none() {
                continue;
            }
            // "ma, wo en vr ochtend": the part is said once, behind the last day.
            let rest = items.get(place + 1..).unwrap_or_default();
            let said = rest.iter().find(|item| item.part.is_some());
            let said = said.filter(|item| item.is_joined && item.day.is_some());
            let part = item.part.or(said.and_then(|item| item.part)).flatten();
            last_day = item.day.or(last_day);
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

/// A day, a part of it, or both; `Some(None)` for a part is the whole day.
struct Item {
    day: Option<Workday>,
    part: Option<Option<Part>>,
    /// Whether it stands behind "en".
    is_joined: bool,
}

impl Item {
    fn read_joined(text: &str) -> Vec<Result<Self, CellFault>> {
        let items = text.split(" en ").flat_map(|item| item.split(" and "));
        let items = items.enumerate().map(|(place, item)| {
            Self::read(item).map(|item| Self {
                is_joined: place > 0,
                ..item
            })
        });
        items.collect()
    }

    fn read(text: &str) -> Result<Self, CellFault> {
        let mut item = Self {
            day: None,
            part: None,
            is_joined: false,
        };
        let words = text.split(|character: char| !character.is_alphanumeric());
        for word in words.filter(|word| !word.is_empty()) {
            if let Some(workday) = read_workday(word) {
                item.day = Some(workday);
            } else if let Some(read) = read_part(word) {
                item.part = Some(Some(read));
            } else if ["hele", "heel", "dag", "all", "whole", "day"].contains(&word) {
                item.part = Some(None);
            } else {
                return Err(CellFault::HalfDay);
            }
        }
        Ok(item)
    }
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
        .and_then(|(code, ..)| Language::parse(code).ok())
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
pub(super) fn letters(cell: &str) -> String {
    cell.chars()
        .filter(|character| character.is_alphabetic())
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse_iso(text).unwrap()
    }

    #[test]
    fn dates_are_read_as_dutch_spreadsheets_write_them() {
        for text in [
            "4-1-2027",
            "04-01-2027",
            "4/1/2027",
            "2027-01-04",
            "4.1.2027",
            "4 - 1 - 2027",
            "4-1-2027 0:00",
            "2027-01-04T00:00:00",
            "4 jan 2027",
            "4-jan-2027",
            "4 januari 2027",
            "January 4, 2027",
            "ma 4-1-2027",
            "maandag 4 jan. 2027",
        ] {
            assert_eq!(read_date(text), Ok(day("2027-01-04")), "{text}");
        }
        for (text, fault) in [
            ("31-2-2027", CellFault::NoSuchDay),
            ("4-1-27", CellFault::DateYear),
            ("46026", CellFault::DateFormat),
            ("4x1x2027", CellFault::DateFormat),
            ("4-foo-2027", CellFault::DateFormat),
            ("di 4-1-2027", CellFault::OtherWeekday),
            ("3-1-2027 23:00", CellFault::WithTime),
            (" ", CellFault::DateMissing),
        ] {
            assert_eq!(read_date(text), Err(fault), "{text}");
        }
    }

    #[test]
    fn a_birth_date_is_read_by_what_is_possible_for_a_baby() {
        let today = day("2027-01-20");
        let read = |text| read_birth(text, DateOrder::DayFirst, Some(today));
        for (text, date) in [
            ("4-jan-27", "2027-01-04"),
            ("4 mrt 2027", "2027-03-04"),
            ("12-mei-2027", "2027-05-12"),
            ("1-okt-2027", "2027-10-01"),
            ("4-1-27", "2027-01-04"),
            ("22-10-26", "2026-10-22"),
            ("46391", "2027-01-04"),
            ("46391,0", "2027-01-04"),
            ("46391.0", "2027-01-04"),
            ("44148", "2020-11-13"),
            ("29-2-2028", "2028-02-29"),
        ] {
            let today = today.plus_days(if text == "44148" { -400 } else { 0 });
            let read = read_birth(text, DateOrder::DayFirst, Some(today));
            assert_eq!(read, Ok(day(date)), "{text}");
        }
        for text in [
            "1-1-1900", "4-1-2072", "4-1-0027", "4-1-72", "99999", "10000",
        ] {
            assert_eq!(read(text), Err(CellFault::UnlikelyYear), "{text}");
        }
        assert_eq!(read("46390.958333"), Err(CellFault::WithTime));
        assert_eq!(read("29-2-27"), Err(CellFault::NoSuchDay));
        // Without a day of today nobody knows the century.
        assert_eq!(
            read_birth("4-1-27", DateOrder::DayFirst, None),
            Err(CellFault::DateYear)
        );
        assert_eq!(
            read_birth("4-1-2072", DateOrder::DayFirst, None),
            Ok(day("2072-01-04"))
        );
    }

    #[test]
    fn the_month_can_come_first() {
        let read = |text| read_birth(text, DateOrder::MonthFirst, None);
        assert_eq!(read("01/13/2027"), Ok(day("2027-01-13")));
        assert_eq!(read("4-1-2027"), Ok(day("2027-04-01")));
        assert_eq!(read("2027-01-04"), Ok(day("2027-01-04")));
        assert_eq!(read("4 jan 2027"), Ok(day("2027-01-04")));
        assert_eq!(read("13/1/2027"), Err(CellFault::NoSuchDay));
    }

    #[test]
    fn codes_that_a_spreadsheet_changed_are_known() {
        for changed in [
            "1-feb",
            "12-MRT",
            "feb-27",
            "01-02-2027",
            "1/2/27",
            "1,23E+05",
            "1E+10",
        ] {
            assert!(is_changed_code(changed), "{changed}");
        }
        for code in [
            "0012",
            "12",
            "NRD-0407",
            "MAR-12",
            "DEC-3",
            "1-2",
            "12E5",
            "NRD-1-27",
            "2027-405",
            "A1-2-2027",
        ] {
            assert!(!is_changed_code(code), "{code}");
        }
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
        // As the planner shows them itself.
        assert_eq!(
            read("ma hele dag; di en vr ochtend").as_deref(),
            Ok("mon-am mon-pm tue-am fri-am")
        );
        assert_eq!(
            read("Mon all day; Wed afternoon").as_deref(),
            Ok("mon-am mon-pm wed-pm")
        );
        assert_eq!(
            read("ma, wo en do ochtend").as_deref(),
            Ok("mon-am wed-am thu-am")
        );
        assert_eq!(
            read("ma, di ochtend en middag").as_deref(),
            Ok("mon-am mon-pm tue-am tue-pm")
        );
        assert_eq!(
            read("di ochtend, wo").as_deref(),
            Ok("tue-am wed-am wed-pm")
        );
        assert_eq!(read("di ochtent"), Err(CellFault::HalfDay));
        assert_eq!(read("zaterdag"), Err(CellFault::HalfDay));
    }
}
