//! What a list leaves open and only the user can say: which column is the code, the birth date or the location,
//! whether the day or the month comes first in its dates, whether days far ahead are right, and whether a name is that
//! of a place that is known. Nothing of a list is kept before its questions are answered.

use super::cells::{DateOrder, read_birth, read_yes_no};
use super::columns::Column;
use super::decode::without_accent;
use super::reading::{BirthDates, Places, Reading, cells, is_place};
use super::table::{Row, Table};
use crate::calendar::Date;
use crate::plan::{LocationId, Plan};
use std::collections::BTreeMap;
use std::fmt;

/// So many values of a column are shown.
const VALUES_SHOWN: usize = 3;
/// A child in a list is not older than this: the bijeenkomsten of a group are over after fourteen months, and a
/// list may still name groups of the year before.
const OLDEST_MONTHS: u16 = 36;
/// A due date lies at most so many months ahead: a pregnancy takes 280 days.
const LONGEST_AHEAD: u16 = 9;
/// A due date that is further back is a child that was born: birth comes at most two weeks late, and a list is
/// some weeks old.
const LONGEST_OVERDUE: i32 = 42;

/// A name that is so many changes of a letter from another is asked about when it is at least so long.
const NEAR: [(usize, usize); 2] = [(8, 2), (4, 1)];
/// Beside a name in the same list that has at least so many times its rows, one is a slip.
const MORE_ROWS: usize = 3;
/// Words that people write in front of the name of a location or leave out.
const WORDS_OF_PLACES: [&str; 6] = [
    "cb",
    "consultatiebureau",
    "bureau",
    "jgz",
    "locatie",
    "vestiging",
];

/// Something about a list that only the user can say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// Which of these columns is the code, the birth date or the location. For the location: if any, and where there
    /// is one candidate, whether it holds locations at all; where there is none, the user names the location.
    Column(Column, Vec<Candidate>),
    /// Whether the day or the month comes first in dates such as this.
    DateOrder(DateExample),
    /// Whether these days are right, though they are more than nine months ahead.
    FarAhead(Vec<DateRead>),
    /// Whether a name is that of a place that is known.
    Place(NearPlace),
}

/// A column that may be what is asked for.
#[derive(Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The column, from 0.
    pub position: usize,
    /// The first different values that stand in it, at most three; names that the plan does not know come first.
    pub values: Vec<String>,
}

/// A date of a list, and the day as which it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateRead {
    /// The line of the text, from 1.
    pub line: usize,
    /// The cell as it stands in the list.
    pub cell: String,
    /// The day.
    pub date: Date,
}

/// A name of a place that the plan does not have, and that nearly equals a known one.
#[derive(Clone, PartialEq, Eq)]
pub struct NearPlace {
    /// What it would be called.
    pub id: LocationId,
    /// The name as it stands in the list.
    pub name: String,
    /// In how many rows it stands.
    pub rows: usize,
    /// The place that it may be.
    pub known: LocationId,
    /// The name of that place.
    pub known_name: String,
}

impl fmt::Debug for NearPlace {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        // What stands in a column of places can be anything before the question is answered.
        out.debug_struct("NearPlace")
            .field("rows", &self.rows)
            .field("known", &self.known)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Candidate {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The values of a column that is no location are often surnames.
        out.debug_struct("Candidate")
            .field("position", &self.position)
            .finish_non_exhaustive()
    }
}

/// A date of a list that is another day in either order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateExample {
    /// The cell as it stands in the list.
    pub cell: String,
    /// The day when the day comes first; `None` where there is no such day.
    pub day_first: Option<Date>,
    /// The day when the month comes first.
    pub month_first: Date,
}

/// The question which column is this, where there is one.
pub(super) fn about_column(
    kind: Column,
    table: &Table,
    reading: &Reading,
    places: &Places,
) -> Option<Question> {
    let candidates = reading
        .candidates(kind)?
        .into_iter()
        .map(|position| Candidate {
            position,
            values: first_values(reading.rows(table), position, places),
        });
    // A column without a value can be left out; it answers nothing.
    let filled = candidates.filter(|candidate| !candidate.values.is_empty());
    Some(Question::Column(kind, filled.collect()))
}

/// The last day that a due date can be.
pub(super) fn last_due(today: Date) -> Date {
    today.plus_months(LONGEST_AHEAD)
}

/// The names of places in a list that the plan does not have, with how each is written first and its rows.
pub(super) type NewNames = BTreeMap<LocationId, (String, usize)>;

/// The new names that nearly equal a place of the plan, or one with many more rows in the list.
pub(super) fn near_places(names: &NewNames, plan: &Plan) -> Vec<NearPlace> {
    let near = names.iter().filter_map(|(id, (name, rows))| {
        let of_plan = plan.locations.values().map(|one| (&one.id, &one.name));
        let of_list = names
            .iter()
            .filter(|(_, (_, others))| *others >= rows * MORE_ROWS)
            .map(|(id, (name, _))| (id, name));
        let mut known = of_plan.chain(of_list);
        let (known, known_name) =
            known.find(|(other, known)| *other != id && is_near(name, known))?;
        Some(NearPlace {
            id: id.clone(),
            name: name.clone(),
            rows: *rows,
            known: known.clone(),
            known_name: known_name.clone(),
        })
    });
    near.collect()
}

/// Whether two names differ by a letter or two, an accent, or a word such as `CB`. With other figures they are other
/// places.
fn is_near(name: &str, known: &str) -> bool {
    let plain = |name: &str| {
        let name: String = name.to_lowercase().chars().map(without_accent).collect();
        let words = name.split(|character: char| !character.is_alphanumeric());
        words
            .filter(|word| !WORDS_OF_PLACES.contains(word))
            .collect::<String>()
    };
    let figures = |name: &str| {
        name.chars()
            .filter(char::is_ascii_digit)
            .collect::<String>()
    };
    let (name, known) = (plain(name), plain(known));
    let length = name.chars().count().min(known.chars().count());
    let allowed = NEAR.iter().find(|(least, _)| length >= *least);
    let allowed = allowed.map_or(0, |(_, changes)| *changes);
    figures(&name) == figures(&known) && strsim::osa_distance(&name, &known) <= allowed
}

fn first_values(rows: &[Row], position: usize, places: &Places) -> Vec<String> {
    let (known, new): (Vec<&str>, Vec<&str>) = cells(rows, position)
        .into_iter()
        .partition(|cell| is_place(cell, places));
    let mut values: Vec<String> = Vec::new();
    for cell in new.into_iter().chain(known) {
        if values.len() < VALUES_SHOWN && values.iter().all(|value| value != cell) {
            values.push(cell.to_owned());
        }
    }
    values
}

/// The order in which each column of dates is read, and an example where only the user knows it.
#[derive(Debug)]
pub(super) struct Orders {
    pub birth: DateOrder,
    pub due: DateOrder,
    pub doubt: Option<DateExample>,
}

impl Orders {
    /// Judges each column of dates as a whole. Without `today` only days that do not exist say something.
    pub fn of(table: &Table, reading: &Reading, today: Option<Date>) -> Self {
        let (mut birth, mut due) = (Evidence::default(), Evidence::default());
        for row in reading.rows(table) {
            let (column, cell, days) = dates_of(reading, row);
            let evidence = match column {
                Column::DueDate => &mut due,
                _ => &mut birth,
            };
            evidence.add(cell, days, today);
        }
        let order = |evidence: &Evidence| match reading.order {
            Some(order) if !evidence.shows_day_first => order,
            _ => DateOrder::DayFirst,
        };
        Self {
            birth: order(&birth),
            due: order(&due),
            doubt: birth.doubt().or(due.doubt()),
        }
    }
}

/// Which days a cell can hold.
#[derive(Clone, Copy)]
enum Days {
    Birth,
    Due,
    BirthOrDue,
}

impl Days {
    fn last(self, today: Date) -> Date {
        match self {
            Self::Birth => today,
            Self::Due | Self::BirthOrDue => last_due(today),
        }
    }

    /// The same with due dates among them: a list of births often holds some.
    fn or_due(self) -> Self {
        match self {
            Self::Birth | Self::BirthOrDue => Self::BirthOrDue,
            Self::Due => Self::Due,
        }
    }

    fn is_plausible(self, day: Date, today: Date) -> bool {
        let is_recent = match self {
            Self::Birth | Self::BirthOrDue => day.plus_months(OLDEST_MONTHS) >= today,
            Self::Due => day.plus_days(LONGEST_OVERDUE) >= today,
        };
        is_recent && day <= self.last(today)
    }
}

/// The column of dates, its cell, and which days it can hold, of a row: the due date where there is no birth date.
fn dates_of<'a>(reading: &Reading, row: &'a Row) -> (Column, &'a str, Days) {
    let birth = reading.cell(row, Column::Birth);
    let due = reading.cell(row, Column::DueDate);
    if birth.is_empty() && !due.is_empty() {
        return (Column::DueDate, due, Days::Due);
    }
    let days = match (
        read_yes_no(reading.cell(row, Column::Provisional)),
        reading.birth_dates,
    ) {
        (Ok(true), _) => Days::Due,
        (_, BirthDates::Born) => Days::Birth,
        (_, BirthDates::BornOrDue) => Days::BirthOrDue,
    };
    (Column::Birth, birth, days)
}

/// What the cells of a column say of the order of their dates.
#[derive(Default)]
struct Evidence {
    /// Some cell can be a day only when the day comes first.
    shows_day_first: bool,
    /// Some cell is no plausible day when the month comes first.
    is_month_first_odd: bool,
    /// Some cell is a day that is still to come when the month comes first.
    is_month_first_early: bool,
    /// A cell that is a day only when the month comes first.
    only_month_first: Option<DateExample>,
    /// A cell that is too late a day unless the month comes first.
    late_day_first: Option<DateExample>,
    /// A cell that is a plausible day when the month comes first, and another day otherwise.
    either: Option<DateExample>,
}

impl Evidence {
    /// A cell with the year in front, and one that is the same day or no day in either order, says nothing.
    fn add(&mut self, cell: &str, days: Days, today: Option<Date>) {
        let day_first = read_birth(cell, DateOrder::DayFirst, today).ok();
        let month_first = read_birth(cell, DateOrder::MonthFirst, today).ok();
        if day_first == month_first {
            return;
        }
        let is_early = |day: Date| today.is_none_or(|today| day <= days.last(today));
        let is_plausible =
            |day: Date| today.is_none_or(|today| days.or_due().is_plausible(day, today));
        let can_be_day_first = day_first.is_some_and(is_early);
        let Some(month_first) = month_first.filter(|day| is_plausible(*day)) else {
            self.shows_day_first |= can_be_day_first;
            self.is_month_first_odd = true;
            return;
        };
        let example = || DateExample {
            cell: cell.to_owned(),
            day_first,
            month_first,
        };
        self.is_month_first_early |= !is_early(month_first);
        if day_first.is_none() {
            self.only_month_first.get_or_insert_with(example);
        } else if !can_be_day_first {
            self.late_day_first.get_or_insert_with(example);
        }
        if day_first.is_some() {
            self.either.get_or_insert_with(example);
        }
    }

    /// An example when only the user knows the order. That days do not exist says more than that they are late: then
    /// some may be due dates in either order.
    fn doubt(self) -> Option<DateExample> {
        if self.is_month_first_odd {
            return None;
        }
        let late = self.late_day_first.filter(|_| !self.is_month_first_early);
        let example = self.only_month_first.or(late)?;
        Some(self.either.unwrap_or(example))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_differs_by_a_slip_is_near() {
        for (name, known) in [
            ("Zeisst", "Zeist"),
            ("zeits", "Zeist"),
            ("CB Noord", "Noord"),
            ("Noord (locatie)", "Noord"),
            ("Coordinatiepunt Een", "Coördinatiepunt Één"),
            ("De Weetering", "De Wetering"),
        ] {
            assert!(is_near(name, known), "{name}");
        }
        for (name, known) in [
            ("Noord 1", "Noord 2"),
            ("Noord", "Noord-Oost"),
            ("Oost", "West"),
            ("Ede", "Epe"),
            ("Noord", "Zuid"),
        ] {
            assert!(!is_near(name, known), "{name}");
        }
    }
}
