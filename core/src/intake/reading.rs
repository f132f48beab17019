//! How a list is read: guessed from its headings, and from what its cells look like where headings say nothing, with
//! what the user said of it. A column of words is the location only where the plan knows its places, its heading says
//! so, or the user does.

use super::cells::{DateOrder, is_changed_code, is_written_date, read_birth, read_yes_no};
use super::columns::{Column, Heading, Sure, is_birth_or_due};
use super::questions::Answers;
use super::table::{Row, Table};
use crate::plan::{EnrolmentCode, LocationId, Plan};
use std::collections::{BTreeMap, BTreeSet};

/// Under a heading that says location, so many names that the plan does not know are asked about.
const MANY_NEW_PLACES: usize = 4;
/// Unless each of them has so many rows, on average: a clinic has more families than that, a mother does not.
const ROWS_OF_A_PLACE: usize = 3;
/// A column holds what so many percent of its cells can be read as.
pub(super) const MOST: usize = 80;
/// A column without a heading is the location when the plan knows so many percent of its cells.
pub(super) const NEARLY_ALL: usize = 90;
/// A heading that is not sure is believed when so many percent of its cells can be read.
const HALF: usize = 50;
/// Headings stand in one of so many first rows.
pub(super) const ROWS_ABOVE: usize = 12;

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
    /// The row of the table, from 0, that holds the headings, where one does.
    pub headings: Option<usize>,
    /// The first row of the table, from 0, that can be a family; titles and headings stand above it.
    pub first_row: usize,
    /// Which days can stand in the column of birth dates.
    pub birth_dates: BirthDates,
    /// What the user said of its cells.
    pub answers: Answers,
    /// The columns of which one may be the code, the birth date or the location, where that is not sure.
    candidates: BTreeMap<Column, Vec<usize>>,
    /// What the user said where it stands, or that it stands nowhere.
    said: BTreeSet<Column>,
}

impl Reading {
    /// Guesses how a table is read. The locations of the plan are known places.
    pub fn guess(table: &Table, plan: &Plan) -> Self {
        let places = places(plan);
        let (headings, first_row) = head(table);
        let heading = |position: usize| {
            let row = headings.and_then(|row| table.rows.get(row));
            let cell = row.and_then(|row| row.cells.get(position));
            cell.filter(|cell| !cell.is_empty())
        };
        let said: Vec<Heading> = (0..table.width())
            .map(|position| heading(position).map_or(Heading::Unknown, |cell| Heading::read(cell)))
            .collect();
        let mut reading = Self {
            columns: vec![Column::Ignored; table.width()],
            headings,
            first_row,
            birth_dates: BirthDates::Born,
            answers: Answers::default(),
            candidates: BTreeMap::new(),
            said: BTreeSet::new(),
        };
        let rows = reading.rows(table);
        for kind in Column::KEPT {
            if let Some(position) = named(kind, &said, rows) {
                reading.set(position, kind);
            }
        }
        let birth = reading.position(Column::Birth).and_then(heading);
        if birth.is_some_and(|heading| is_birth_or_due(heading)) {
            reading.birth_dates = BirthDates::BornOrDue;
        }
        reading.guess_by_cells(rows, &said);
        reading.guess_location(rows, &said, &places);
        reading
    }

    fn set(&mut self, position: usize, kind: Column) {
        if let Some(column) = self.columns.get_mut(position) {
            *column = kind;
        }
    }

    /// The columns of which neither a heading nor anything else says what they hold.
    fn free(&self, said: &[Heading]) -> Vec<usize> {
        let is_free = |position: &usize| {
            said.get(*position) == Some(&Heading::Unknown)
                && self.columns.get(*position) == Some(&Column::Ignored)
        };
        (0..self.columns.len()).filter(is_free).collect()
    }

    /// Finds by their cells what no heading names. Under headings only what every list has and half-days: the others
    /// could be a column of something else.
    fn guess_by_cells(&mut self, rows: &[Row], said: &[Heading]) {
        let looks: Vec<(usize, Column)> = self
            .free(said)
            .into_iter()
            .map(|position| (position, looks_like(&cells(rows, position))))
            .collect();
        let is_meant = |kind| {
            self.headings.is_none()
                || matches!(kind, Column::Code | Column::Birth | Column::HalfDays)
        };
        let kinds = Column::KEPT.into_iter().filter(|kind| is_meant(*kind));
        for kind in kinds.collect::<Vec<_>>() {
            let is_known = !self.is_missing(kind);
            let mut found: Vec<usize> = looks
                .iter()
                .filter(|(_, look)| *look == kind && !is_known)
                .map(|(position, _)| *position)
                .collect();
            if kind == Column::Code {
                // A code stands once.
                let sure = found.iter().copied();
                let sure: Vec<usize> = sure
                    .filter(|position| are_different(&cells(rows, *position)))
                    .collect();
                if !sure.is_empty() {
                    found = sure;
                }
            }
            let Some(first) = found.first().copied() else {
                continue;
            };
            self.set(first, kind);
            if found.len() > 1 && matches!(kind, Column::Code | Column::Birth) {
                self.candidates.insert(kind, found);
            }
        }
    }

    /// Finds the location: named by a heading, known by the plan, or to be asked about.
    fn guess_location(&mut self, rows: &[Row], said: &[Heading], places: &Places) {
        if let Some(position) = self.position(Column::Location) {
            if is_doubtful(&cells(rows, position), places) {
                self.candidates.insert(Column::Location, vec![position]);
            }
            return;
        }
        let mut free = self.free(said);
        free.retain(|position| {
            !self
                .candidates
                .values()
                .flatten()
                .any(|one| one == position)
        });
        let known = free.iter().copied().find(|position| {
            let cells = cells(rows, *position);
            cells.len() * 2 >= rows.len()
                && share(&cells, &|cell| is_place(cell, places)) >= NEARLY_ALL
        });
        if let Some(position) = known {
            self.set(position, Column::Location);
            return;
        }
        let candidates: Vec<usize> = free
            .into_iter()
            .filter(|position| share(&cells(rows, *position), &has_letter) >= MOST)
            .collect();
        // The first that has words in every row is proposed.
        let proposed = candidates.iter().copied().find(|position| {
            let cells = cells(rows, *position);
            cells.len() == rows.len() && cells.into_iter().all(has_letter)
        });
        if let Some(position) = proposed {
            self.set(position, Column::Location);
        }
        if !candidates.is_empty() {
            self.candidates.insert(Column::Location, candidates);
        }
    }

    /// The same with another meaning of one column, as the user says it; a meaning stands at one column only.
    /// What was said of the order of dates holds for the column of which it was said.
    #[must_use]
    pub fn with_column(mut self, position: usize, kind: Column) -> Self {
        let before = self.columns.get(position).copied();
        self.said.extend(before.into_iter().chain([kind]));
        let concerns = |column| kind == column || before == Some(column);
        if concerns(Column::Birth) || concerns(Column::DueDate) {
            self.answers.order = None;
            self.answers.far_ahead = None;
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

    /// The same with what a question asks for in this column, or in none, as the user says it.
    #[must_use]
    pub fn with_answer(mut self, kind: Column, position: Option<usize>) -> Self {
        if let Some(position) = position {
            return self.with_column(position, kind);
        }
        self.said.insert(kind);
        for column in &mut self.columns {
            if *column == kind {
                *column = Column::Ignored;
            }
        }
        self
    }

    /// Whether the user said which column is this, or that none is.
    pub fn is_said(&self, kind: Column) -> bool {
        self.said.contains(&kind)
    }

    /// Whether no column holds this; due dates will do for birth dates.
    pub(super) fn is_missing(&self, kind: Column) -> bool {
        let has = |kind| self.position(kind).is_some();
        !(has(kind) || kind == Column::Birth && has(Column::DueDate))
    }

    /// The columns of which one may be this, without those that hold something else by now: what the guess leaves
    /// open, or every other column where a list cannot be read without it; `None` where there is nothing to ask.
    pub(super) fn candidates(&self, kind: Column) -> Option<Vec<usize>> {
        let is_free = |position: &usize| {
            let column = self.columns.get(*position);
            column == Some(&kind) || column == Some(&Column::Ignored)
        };
        let needs = matches!(kind, Column::Code | Column::Birth) && self.is_missing(kind);
        let guessed = self.candidates.get(&kind).into_iter().flatten().copied();
        let mut candidates: Vec<usize> = guessed.filter(is_free).collect();
        if needs && candidates.is_empty() {
            candidates = (0..self.columns.len()).filter(is_free).collect();
        }
        (needs || !candidates.is_empty()).then_some(candidates)
    }

    /// The column of this kind.
    pub fn position(&self, kind: Column) -> Option<usize> {
        self.columns.iter().position(|column| *column == kind)
    }

    /// The rows below the headings.
    pub(super) fn rows<'a>(&self, table: &'a Table) -> &'a [Row] {
        table.rows.get(self.first_row..).unwrap_or_default()
    }

    /// The cell of this kind; empty where the row or the table has none.
    pub(super) fn cell<'a>(&self, row: &'a Row, kind: Column) -> &'a str {
        self.position(kind)
            .and_then(|position| row.cells.get(position))
            .map_or("", String::as_str)
    }
}

/// The row of the headings, where there is one, and the first row below the titles and headings.
fn head(table: &Table) -> (Option<usize>, usize) {
    let names = |row: &Row| {
        let named = row
            .cells
            .iter()
            .filter_map(|cell| match Heading::read(cell) {
                Heading::Names(column, _) => Some(column),
                _ => None,
            });
        named.collect::<BTreeSet<_>>().len()
    };
    // A family has a date or a code, and nothing below the first one is a heading. A title can have a year.
    let is_family = |cell: &String| {
        let is_code = EnrolmentCode::parse(cell).is_ok() && has_letter(cell);
        is_written_date(cell) || (is_code && Heading::read(cell) == Heading::Unknown)
    };
    let rows = table.rows.iter().take(ROWS_ABOVE);
    let above = rows.take_while(|row| !row.cells.iter().any(is_family));
    // Of as many the first.
    let (named, headings) =
        above
            .clone()
            .enumerate()
            .fold((0, None), |(most, found), (place, row)| {
                let named = names(row);
                if named > most {
                    (named, Some(place))
                } else {
                    (most, found)
                }
            });
    if let Some(place) = headings.filter(|_| named >= 2) {
        return (headings, place + 1);
    }
    // A title fills one cell.
    let is_title = |row: &Row| {
        let filled = row.cells.iter().filter(|cell| !cell.is_empty());
        table.usual_width > 1 && filled.count() == 1
    };
    let titles = above.take_while(|row| is_title(row)).count();
    let Some((first, below)) = table.rows.get(titles..).and_then(<[Row]>::split_first) else {
        return (None, titles);
    };
    // Words without a figure, over a column of dates or with one of them known, are headings all the same.
    let mut filled = first.cells.iter().filter(|cell| !cell.is_empty());
    let are_words =
        filled.all(|cell| has_letter(cell) && !cell.bytes().any(|byte| byte.is_ascii_digit()));
    let is_over_dates = |(position, cell): (usize, &String)| {
        !cell.is_empty() && looks_like(&cells(below, position)) == Column::Birth
    };
    let is_known = headings == Some(titles);
    let is_heading = are_words && (is_known || first.cells.iter().enumerate().any(is_over_dates));
    if is_heading {
        (Some(titles), titles + 1)
    } else {
        (None, titles)
    }
}

/// The column that headings name as this: the surest, of those the first whose cells do not say otherwise.
fn named(kind: Column, said: &[Heading], rows: &[Row]) -> Option<usize> {
    [Sure::Whole, Sure::Part, Sure::Weak]
        .into_iter()
        .find_map(|sure| {
            said.iter().enumerate().find_map(|(position, heading)| {
                let is_named = *heading == Heading::Names(kind, sure);
                let agrees = || {
                    let cells = cells(rows, position);
                    cells.is_empty() || share(&cells, &|cell| can_be(kind, cell)) >= HALF
                };
                (is_named && (sure == Sure::Whole || agrees())).then_some(position)
            })
        })
}

/// Whether a cell can be read as this; every text can be the name of a location or a group.
fn can_be(kind: Column, cell: &str) -> bool {
    match kind {
        Column::Code => EnrolmentCode::parse(cell).is_ok(),
        Column::Birth | Column::DueDate => {
            is_written_date(cell) || read_birth(cell, DateOrder::DayFirst, None).is_ok()
        }
        Column::Provisional => read_yes_no(cell).is_ok(),
        kind => kind.read(cell).is_ok(),
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
pub(super) fn share(cells: &[&str], is_so: &dyn Fn(&str) -> bool) -> usize {
    let matching = cells.iter().filter(|cell| is_so(cell)).count();
    (matching * 100).checked_div(cells.len()).unwrap_or(0)
}

fn has_letter(cell: &str) -> bool {
    cell.chars().any(char::is_alphabetic)
}

/// Whether hardly any of the cells stands twice.
fn are_different(cells: &[&str]) -> bool {
    let different: BTreeSet<&&str> = cells.iter().collect();
    different.len() * 100 >= cells.len() * NEARLY_ALL
}

/// What most of the cells can be read as.
fn looks_like(cells: &[&str]) -> Column {
    let most = |is_kind: &dyn Fn(&str) -> bool| share(cells, is_kind) >= MOST;
    if most(&is_written_date) {
        Column::Birth
    } else if most(&|cell| matches!(cell.parse::<u8>(), Ok(1..=4))) {
        Column::Children
    } else if most(&|cell| EnrolmentCode::parse(cell).is_ok() && !is_changed_code(cell)) {
        Column::Code
    } else {
        let others = [
            Column::HalfDays,
            Column::Language,
            Column::Status,
            Column::Route,
        ];
        let mut others = others.into_iter();
        let found = others.find(|kind| most(&|cell| can_be(*kind, cell)));
        found.unwrap_or(Column::Ignored)
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
        assert_eq!((reading.headings, reading.first_row), (Some(0), 1));
        use Column::*;
        assert_eq!(reading.columns, [Code, Birth, DueDate, Location, Ignored]);
        assert_eq!(reading.candidates, BTreeMap::new());
    }

    #[test]
    fn a_list_without_headings_is_read_by_its_cells() {
        let reading =
            guess("NRD-1\t4-1-2027\tNoord\tdi ochtend\nNRD-2\t9-1-2027\tNoord\tdo middag");
        assert_eq!((reading.headings, reading.first_row), (None, 0));
        use Column::*;
        assert_eq!(reading.columns, [Code, Birth, Location, HalfDays]);
    }

    #[test]
    fn titles_stand_above_the_headings() {
        for title in [
            "Lijst van 2027",
            "Locatie: Noord;;;",
            "Lijst;;2027;\n;;;\nKinderen: 60",
        ] {
            let list = format!("{title}\nCode;Geboortedatum;CB;Taal\nA1;4-1-2027;N;\n");
            let table = Table::read(&list);
            let reading = Reading::guess(&table, &Plan::empty());
            assert_eq!(reading.rows(&table).len(), 1, "{title}");
            assert_eq!(reading.headings.map(|row| row + 1), Some(reading.first_row));
        }
        // Without headings, too; a line with a code alone is no title.
        assert_eq!(
            guess("Lijst van 2027;;\nA1;4-1-2027;N\nA2;5-1-2027;N\n").first_row,
            1
        );
        assert_eq!(guess("A1;;\nA2;4-1-2027;N\nA3;5-1-2027;N\n").first_row, 0);
    }

    #[test]
    fn where_headings_say_nothing_the_cells_do() {
        use Column::*;
        let reading = guess("Kenmerk;Dag;Waar\nA1;4-1-2027;Noord\nA2;5-1-2027;Noord\n");
        assert_eq!(reading.headings, Some(0));
        assert_eq!(reading.columns, [Code, Birth, Location]);
        assert_eq!(reading.candidates(Location), Some(vec![2]));
        // One that says something, and a heading that its cells deny.
        let reading = guess(
            "Kenmerk;Datum intake;Geboren op;Kind\nA1;8-9-2026;4-1-2027;Jan\nA2;9-9-2026;5-1-2027;Piet\n",
        );
        assert_eq!(reading.columns, [Code, Ignored, Birth, Ignored]);
    }

    #[test]
    fn two_columns_that_can_be_the_same_are_asked_about() {
        let reading = guess("A1\t4-1-2027\tB7\t9-1-2027\nA2\t5-1-2027\tB8\t9-1-2027\n");
        assert_eq!(reading.candidates(Column::Code), Some(vec![0, 2]));
        assert_eq!(reading.candidates(Column::Birth), Some(vec![1, 3]));
        let answered = reading.with_answer(Column::Code, Some(2));
        assert!(answered.is_said(Column::Code));
        assert_eq!(
            answered.columns.get(..3),
            Some(&[Column::Ignored, Column::Birth, Column::Code][..])
        );
    }

    #[test]
    fn what_is_missing_can_be_any_other_column() {
        let reading = guess("Geboortedatum;CB;Naam;Iets\n4-1-2027;N;Jan;x y\n5-1-2027;N;Piet;z\n");
        assert_eq!(reading.candidates(Column::Code), Some(vec![2, 3]));
        assert_eq!(reading.candidates(Column::Birth), None);
    }
}
