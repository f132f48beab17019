//! Which column of a list of groups holds what, in its two forms: a line for each bijeenkomst (group, number, date), or
//! one for each group with a column for each bijeenkomst, as spreadsheets keep it.

use super::cells::{is_written_date, letters, read_half_days, read_lapse};
use super::columns::{Column, Heading, letters_and_digits};
use super::questions::Answers;
use super::reading::{MOST, NEARLY_ALL, ROWS_ABOVE, cells, is_place, places, share};
use super::table::{Row, Table};
use crate::calendar::HalfDay;
use crate::care::SessionNumber;
use crate::plan::Plan;

/// What a column of a list of groups holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum GroupColumn {
    /// The code of the group.
    Group,
    /// The number of a bijeenkomst.
    Number,
    /// The day of the bijeenkomst with the number on the line.
    Date,
    /// The day of this bijeenkomst.
    Session(SessionNumber),
    /// Where the group meets.
    Location,
    /// How many families it has, or their codes.
    Families,
    /// How many children it has.
    Children,
    /// The birth date of its oldest child.
    Oldest,
    /// The birth date of its youngest child.
    Youngest,
    /// The half-day on which it meets.
    HalfDay,
    /// Nothing that the planner keeps.
    Ignored,
}

/// Words of headings, in letters and digits alone.
const HEADINGS: [(GroupColumn, &str); 8] = [
    (
        GroupColumn::Group,
        "groep groepcode groepscode groepnaam groepsnaam oudergroep codegroep group groupcode code",
    ),
    (
        GroupColumn::Number,
        "nr nummer bijeenkomst bijeenkomstnr bijeenkomstnummer b session sessionnumber number",
    ),
    (
        GroupColumn::Date,
        "datum dag wasop geweestop datumbijeenkomst date day",
    ),
    (
        GroupColumn::Families,
        "gezinnen aantalgezinnen gezinscodes codes codesgezinnen codesvangezinnen families",
    ),
    (
        GroupColumn::Children,
        "kinderen aantalkinderen baby babys children",
    ),
    (
        GroupColumn::Oldest,
        "oudste oudstekind oudstegeboren eerstegeboortedatum geborenvanaf oldest bornfrom",
    ),
    (
        GroupColumn::Youngest,
        "jongste jongstekind jongstegeboren laatstegeboortedatum geborentot geborentotenmet youngest bornuntil",
    ),
    (
        GroupColumn::HalfDay,
        "dagdeel vastdagdeel vastmoment halfday",
    ),
];
/// What stands before the number in the heading of a column for one bijeenkomst.
const SESSION_WORDS: [&str; 6] = ["", "b", "bijeenkomst", "datumb", "datum", "session"];

fn of_heading(heading: &str) -> Option<GroupColumn> {
    let name = letters_and_digits(heading);
    let words = letters(heading);
    let figures: String = name.chars().filter(char::is_ascii_digit).collect();
    if let Some(number) = figures.parse().ok().and_then(SessionNumber::new)
        && SESSION_WORDS.contains(&words.as_str())
        && name.ends_with(&figures)
    {
        return Some(GroupColumn::Session(number));
    }
    let is_named = |(_, names): &&(GroupColumn, &str)| names.split(' ').any(|one| one == name);
    let found = HEADINGS.iter().find(is_named).map(|(column, _)| *column);
    found.or_else(|| {
        let is_place = matches!(Heading::read(heading), Heading::Names(Column::Location, _));
        is_place.then_some(GroupColumn::Location)
    })
}

/// How a list of groups is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupReading {
    /// What each column holds.
    pub columns: Vec<GroupColumn>,
    /// The row of the table, from 0, that holds the headings, where one does.
    pub headings: Option<usize>,
    /// What the user said of its cells.
    pub answers: Answers,
}

impl GroupReading {
    /// Guesses how a table is read: by headings where some row has two that are known, otherwise by what stands in the
    /// columns. Then a column of words is the location only where the plan knows its places.
    pub fn guess(table: &Table, plan: &Plan) -> Self {
        let rows = table.rows.iter().take(ROWS_ABOVE);
        let mut headings = rows.map(by_headings).enumerate();
        let found = headings.find_map(|(place, found)| Some((place, found?)));
        let (headings, columns) = match found {
            Some((place, columns)) => (Some(place), columns),
            None => (None, by_cells(table, plan)),
        };
        Self {
            columns,
            headings,
            answers: Answers::default(),
        }
    }

    /// The first row of the table, from 0, that can be of a group; titles and headings stand above it.
    pub(super) fn first_row(&self) -> usize {
        self.headings.map_or(0, |place| place + 1)
    }

    /// The column of this kind.
    pub(super) fn position(&self, kind: GroupColumn) -> Option<usize> {
        self.columns.iter().position(|column| *column == kind)
    }

    /// The cell of this kind; empty where the row or the table has none, or a dash.
    pub(super) fn cell<'a>(&self, row: &'a Row, kind: GroupColumn) -> &'a str {
        let position = self.position(kind);
        let cell = position.and_then(|position| row.cells.get(position));
        cell.map(String::as_str)
            .filter(|cell| !is_dash(cell))
            .unwrap_or_default()
    }

    /// The columns of a row that hold days of bijeenkomsten, each with its number where that can be read.
    pub(super) fn days(&self, row: &Row) -> Vec<(GroupColumn, Option<SessionNumber>)> {
        let days = self.columns.iter().filter_map(|column| match column {
            GroupColumn::Date => {
                let number = read_number(self.cell(row, GroupColumn::Number));
                Some((*column, number))
            }
            GroupColumn::Session(number) => {
                (!self.cell(row, *column).is_empty()).then_some((*column, Some(*number)))
            }
            _ => None,
        });
        days.collect()
    }
}

/// What the cells of a row of headings say; `None` where it is none.
fn by_headings(row: &Row) -> Option<Vec<GroupColumn>> {
    let mut columns: Vec<GroupColumn> = Vec::new();
    for cell in &row.cells {
        let column = of_heading(cell).filter(|column| !columns.contains(column));
        columns.push(column.unwrap_or(GroupColumn::Ignored));
    }
    let known = columns
        .iter()
        .filter(|column| **column != GroupColumn::Ignored);
    let has_dates = row.cells.iter().any(|cell| is_written_date(cell));
    if known.count() < 2 || has_dates {
        return None;
    }
    // The first column is the group, whatever it is called.
    let has_group = columns.contains(&GroupColumn::Group);
    if let Some(first) = columns.first_mut().filter(|_| !has_group)
        && *first == GroupColumn::Ignored
    {
        *first = GroupColumn::Group;
    }
    Some(columns)
}

/// A kind of column, of how many percent of its cells it says something, and what.
type Look<'a> = (GroupColumn, usize, &'a dyn Fn(&str) -> bool);

/// What most cells of each column look like; the first is the group.
fn by_cells(table: &Table, plan: &Plan) -> Vec<GroupColumn> {
    let places = places(plan);
    let kinds: [Look<'_>; 4] = [
        (GroupColumn::Date, MOST, &|cell| {
            is_written_date(cell) || read_lapse(cell).is_some()
        }),
        (GroupColumn::Number, MOST, &|cell| {
            read_number(cell).is_some()
        }),
        (GroupColumn::HalfDay, MOST, &|cell| {
            read_half_day(cell).is_some()
        }),
        (GroupColumn::Location, NEARLY_ALL, &|cell| {
            is_place(cell, &places)
        }),
    ];
    let mut columns = vec![GroupColumn::Group];
    for position in 1..table.width() {
        let mut cells = cells(&table.rows, position);
        cells.retain(|cell| !is_dash(cell));
        let is_free = |column| column == GroupColumn::Date || !columns.contains(&column);
        let mut kinds = kinds.iter();
        let found =
            kinds.find(|(column, most, is_so)| is_free(*column) && share(&cells, is_so) >= *most);
        columns.push(found.map_or(GroupColumn::Ignored, |(column, ..)| *column));
    }
    // With numbers there is one column of days; otherwise there is one for each bijeenkomst, in order.
    let is_long = columns.contains(&GroupColumn::Number);
    let days = columns.iter_mut();
    let days = days.filter(|column| **column == GroupColumn::Date);
    let mut numbers = (1..=u8::MAX).filter_map(SessionNumber::new);
    for column in days.skip(usize::from(is_long)) {
        let number = numbers.next().filter(|_| !is_long);
        *column = number.map_or(GroupColumn::Ignored, GroupColumn::Session);
    }
    columns
}

/// A dash stands where there is nothing.
fn is_dash(cell: &str) -> bool {
    matches!(cell, "-" | "–")
}

/// `B3`, `3` or `bijeenkomst 3`.
pub(super) fn read_number(cell: &str) -> Option<SessionNumber> {
    let figures: String = cell.chars().filter(char::is_ascii_digit).collect();
    let is_number = SESSION_WORDS.contains(&letters(cell).as_str()) && cell.ends_with(&figures);
    SessionNumber::new(figures.parse().ok().filter(|_| is_number)?)
}

pub(super) fn read_half_day(cell: &str) -> Option<HalfDay> {
    let mut half_days = read_half_days(cell).ok()?.iter();
    half_days.next().filter(|_| half_days.next().is_none())
}
