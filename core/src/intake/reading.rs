//! How a list is read: guessed from its headings, otherwise from what its cells look like, with what the user
//! said of it. A column of words is the location only where the plan knows its places, its heading says so, or
//! the user does.

use super::cells::{
    DateOrder, read_date_in, read_half_days, read_language, read_route, read_status,
};
use super::columns::{Column, is_birth_or_due};
use super::table::{Row, Table};
use crate::plan::{EnrolmentCode, LocationId, Plan};
use std::collections::{BTreeMap, BTreeSet};

/// Under a heading that says location, so many names that the plan does not know are asked about.
const MANY_NEW_PLACES: usize = 4;
/// Unless each of them has so many rows, on average: a clinic has more families than that, a mother does not.
const ROWS_OF_A_PLACE: usize = 3;
/// A column holds what so many percent of its cells can be read as.
const MOST: usize = 80;
/// A column without a heading is the location when the plan knows so many percent of its cells.
const NEARLY_ALL: usize = 90;

/// Which days can stand in the column of birth dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BirthDates {
    /// Days of births, so none after today, except in rows that are marked as provisional.
    Born,
    /// Days of births and due dates.
    BornOrDue,
}

/// How a list is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// What each column holds.
    pub columns: Vec<Column>,
    /// Whether the first row holds headings.
    pub has_headings: bool,
    /// Which days can stand in the column of birth dates.
    pub birth_dates: BirthDates,
    /// Which comes first in the dates, once the user was asked. It holds for every column of dates that does not
    /// itself show that the day comes first.
    pub order: Option<DateOrder>,
    /// The name of the location of rows that have none.
    pub default_location: Option<String>,
    /// The columns of words of which one may be the location; empty where there is nothing to ask.
    candidates: Vec<usize>,
    /// Whether the user said which column is the location, or that none is.
    is_located: bool,
}

impl Reading {
    /// Guesses how a table is read. The locations of the plan are known places.
    pub fn guess(table: &Table, plan: &Plan) -> Self {
        let places = places(plan);
        Self::by_headings(table, &places).unwrap_or_else(|| Self::by_cells(table, &places))
    }

    /// By the headings, where there are enough that say something.
    fn by_headings(table: &Table, places: &Places) -> Option<Self> {
        let (first, rows) = table.rows.split_first()?;
        let width = table.width();
        let headings = &first.cells;
        let named: Vec<Option<Column>> = headings
            .iter()
            .map(|heading| Column::of_heading(heading))
            .collect();
        let is_enough =
            named.iter().flatten().count() >= 2 || (width == 1 && named == [Some(Column::Code)]);
        if !is_enough {
            return None;
        }
        let mut columns = Vec::new();
        for column in named {
            columns.push(
                column
                    .filter(|kind| !columns.contains(kind))
                    .unwrap_or(Column::Ignored),
            );
        }
        columns.resize(width, Column::Ignored);
        let position = |kind| columns.iter().position(|column| *column == kind);
        let candidates = position(Column::Location)
            .filter(|position| is_doubtful(&cells(rows, *position), places));
        let birth_heading = position(Column::Birth).and_then(|position| headings.get(position));
        let birth_dates = match birth_heading {
            Some(heading) if is_birth_or_due(heading) => BirthDates::BornOrDue,
            _ => BirthDates::Born,
        };
        let candidates = candidates.into_iter().collect();
        Some(Self {
            birth_dates,
            ..Self::new(columns, true, candidates)
        })
    }

    fn by_cells(table: &Table, places: &Places) -> Self {
        let mut columns = Vec::new();
        let is_known = |cell: &str| is_place(cell, places);
        for position in 0..table.width() {
            let cells = cells(&table.rows, position);
            let is_filled = cells.len() * 2 >= table.rows.len();
            let kind = if is_filled && share(&cells, &is_known) >= NEARLY_ALL {
                Column::Location
            } else {
                guess_by_cells(&cells)
            };
            columns.push(if columns.contains(&kind) {
                Column::Ignored
            } else {
                kind
            });
        }
        if columns.contains(&Column::Location) {
            return Self::new(columns, false, Vec::new());
        }
        let candidates: Vec<usize> = columns
            .iter()
            .enumerate()
            .filter(|(_, column)| **column == Column::Ignored)
            .map(|(position, _)| position)
            .filter(|position| share(&cells(&table.rows, *position), &has_letter) >= MOST)
            .collect();
        // The first that has words in every row is proposed.
        let proposed = candidates.iter().find(|position| {
            let cells = cells(&table.rows, **position);
            cells.len() == table.rows.len() && cells.into_iter().all(has_letter)
        });
        if let Some(column) = proposed.and_then(|position| columns.get_mut(*position)) {
            *column = Column::Location;
        }
        Self::new(columns, false, candidates)
    }

    fn new(columns: Vec<Column>, has_headings: bool, candidates: Vec<usize>) -> Self {
        Self {
            columns,
            has_headings,
            birth_dates: BirthDates::Born,
            order: None,
            default_location: None,
            candidates,
            is_located: false,
        }
    }

    /// The same with another meaning of one column, as the user says it; a meaning stands at one column only.
    /// What was said of the location or of the order of dates holds for the column of which it was said.
    #[must_use]
    pub fn with_column(mut self, position: usize, kind: Column) -> Self {
        let before = self.columns.get(position).copied();
        let concerns = |column| kind == column || before == Some(column);
        self.is_located |= concerns(Column::Location);
        if concerns(Column::Birth) || concerns(Column::DueDate) {
            self.order = None;
        }
        for (other, column) in self.columns.iter_mut().enumerate() {
            if other == position {
                *column = kind;
            } else if *column == kind {
                *column = Column::Ignored;
            }
        }
        self
    }

    /// The same with the location in this column, or in none, as the user says it.
    #[must_use]
    pub fn with_location(mut self, position: Option<usize>) -> Self {
        self.is_located = true;
        for column in &mut self.columns {
            if *column == Column::Location {
                *column = Column::Ignored;
            }
        }
        if let Some(column) = position.and_then(|position| self.columns.get_mut(position)) {
            *column = Column::Location;
        }
        self
    }

    /// Whether the user said which column is the location, or that none is.
    pub fn is_located(&self) -> bool {
        self.is_located
    }

    /// The columns of words of which one may be the location, without those that hold something else by now;
    /// empty where there is nothing to ask.
    pub(super) fn candidates(&self) -> impl Iterator<Item = usize> {
        let is_free = |position: &usize| {
            matches!(
                self.columns.get(*position),
                Some(Column::Location | Column::Ignored)
            )
        };
        self.candidates.iter().copied().filter(is_free)
    }

    /// The column of this kind.
    pub fn position(&self, kind: Column) -> Option<usize> {
        self.columns.iter().position(|column| *column == kind)
    }

    /// The rows below the headings.
    pub(super) fn rows<'a>(&self, table: &'a Table) -> &'a [Row] {
        let headings = usize::from(self.has_headings);
        table.rows.get(headings..).unwrap_or_default()
    }

    /// The cell of this kind; empty where the row or the table has none.
    pub(super) fn cell<'a>(&self, row: &'a Row, kind: Column) -> &'a str {
        self.position(kind)
            .and_then(|position| row.cells.get(position))
            .map_or("", String::as_str)
    }
}

/// The names of places that a plan has, each with the location that it means.
pub(super) type Places = BTreeMap<LocationId, LocationId>;

/// A location that got another name after its first list is found by that name as well.
pub(super) fn places(plan: &Plan) -> Places {
    let mut places = Places::new();
    for id in plan.locations.keys() {
        places.insert(id.clone(), id.clone());
    }
    for location in plan.locations.values().rev() {
        if let Some(name) = LocationId::from_name(&location.name) {
            places.insert(name, location.id.clone());
        }
    }
    places
}

/// Whether the plan knows a place by this name.
pub(super) fn is_place(name: &str, places: &Places) -> bool {
    LocationId::from_name(name).is_some_and(|name| places.contains_key(&name))
}

/// The cells of a column that are not empty.
pub(super) fn cells(rows: &[Row], position: usize) -> Vec<&str> {
    rows.iter()
        .filter_map(|row| row.cells.get(position))
        .map(String::as_str)
        .filter(|cell| !cell.is_empty())
        .collect()
}

/// Whether a column that says it holds locations has many that the plan does not know, with few rows each.
fn is_doubtful(cells: &[&str], places: &Places) -> bool {
    let names = cells.iter().filter_map(|cell| LocationId::from_name(cell));
    let new: Vec<LocationId> = names.filter(|name| !places.contains_key(name)).collect();
    let rows = new.len();
    let different = new.into_iter().collect::<BTreeSet<_>>().len();
    different >= MANY_NEW_PLACES && rows < different * ROWS_OF_A_PLACE
}

/// How many percent of the cells are so; 0 where there are none.
fn share(cells: &[&str], is_so: &dyn Fn(&str) -> bool) -> usize {
    let matching = cells.iter().filter(|cell| is_so(cell)).count();
    (matching * 100).checked_div(cells.len()).unwrap_or(0)
}

fn has_letter(cell: &str) -> bool {
    cell.chars().any(char::is_alphabetic)
}

/// What most of the cells can be read as.
fn guess_by_cells(cells: &[&str]) -> Column {
    let most = |is_kind: &dyn Fn(&str) -> bool| share(cells, is_kind) >= MOST;
    let is_date = |order| move |cell: &str| read_date_in(cell, order).is_ok();
    if most(&is_date(DateOrder::DayFirst)) || most(&is_date(DateOrder::MonthFirst)) {
        Column::Birth
    } else if most(&|cell| matches!(cell.parse::<u8>(), Ok(1..=4))) {
        Column::Children
    } else if most(&|cell| EnrolmentCode::parse(cell).is_ok()) {
        Column::Code
    } else if most(&|cell| read_half_days(cell).is_ok()) {
        Column::HalfDays
    } else if most(&|cell| read_language(cell).is_ok()) {
        Column::Language
    } else if most(&|cell| read_status(cell).is_ok()) {
        Column::Status
    } else if most(&|cell| read_route(cell).is_ok()) {
        Column::Route
    } else {
        Column::Ignored
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guess(list: &str) -> Reading {
        Reading::guess(&Table::read(list), &Plan::empty())
    }

    #[test]
    fn headings_are_recognised_in_both_languages() {
        let reading = guess("Code;Geb.datum;Uitgerekende datum;CB;Naam moeder\nA1;1-1-2027;;N;x");
        assert!(reading.has_headings);
        use Column::*;
        assert_eq!(reading.columns, [Code, Birth, DueDate, Location, Ignored]);
        assert_eq!(reading.candidates().next(), None);
    }

    #[test]
    fn a_list_without_headings_is_read_by_its_cells() {
        let reading =
            guess("NRD-1\t4-1-2027\tNoord\tdi ochtend\nNRD-2\t9-1-2027\tNoord\tdo middag");
        assert!(!reading.has_headings);
        use Column::*;
        assert_eq!(reading.columns, [Code, Birth, Location, HalfDays]);
    }
}
