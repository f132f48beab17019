//! Which column of a table holds what: by its heading in Dutch or English, otherwise by what its cells look
//! like.

use super::cells::{read_date, read_half_days, read_language, read_route, read_status};
use super::table::Table;
use crate::plan::EnrolmentCode;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// The organisation's code of the family.
    Code,
    /// The birth date.
    Birth,
    /// The due date, used where there is no birth date.
    DueDate,
    /// Whether the birth date is a due date (voorlopig).
    Provisional,
    /// The location.
    Location,
    /// The half-days on which the family can come.
    HalfDays,
    /// The language.
    Language,
    /// The number of children.
    Children,
    /// Where the enrolment stands.
    Status,
    /// Along which route the family came.
    Route,
    /// Nothing that the planner keeps.
    Ignored,
}

impl Column {
    /// Every kind of column that is kept, in the order of a usual list.
    pub const KEPT: [Self; 10] = [
        Self::Code,
        Self::Birth,
        Self::DueDate,
        Self::Provisional,
        Self::Location,
        Self::HalfDays,
        Self::Language,
        Self::Children,
        Self::Status,
        Self::Route,
    ];

    fn headings(self) -> &'static [&'static str] {
        match self {
            Self::Code => &[
                "code",
                "gezinscode",
                "kindcode",
                "clientcode",
                "aanmeldcode",
                "nummer",
                "nr",
                "id",
                "familycode",
            ],
            Self::Birth => &[
                "geboortedatum",
                "geboren",
                "geborenop",
                "geboorte",
                "gebdatum",
                "gebdat",
                "birthdate",
                "dateofbirth",
                "birth",
                "born",
                "geboorteofuitgerekendedatum",
            ],
            Self::DueDate => &[
                "uitgerekendedatum",
                "uitgerekend",
                "aterme",
                "atermedatum",
                "verwachtegeboortedatum",
                "duedate",
                "due",
            ],
            Self::Provisional => &["voorlopig", "verwacht", "provisional", "expected"],
            Self::Location => &[
                "locatie",
                "cb",
                "consultatiebureau",
                "bureau",
                "vestiging",
                "location",
                "clinic",
            ],
            Self::HalfDays => &[
                "dagdelen",
                "dagdeel",
                "beschikbaar",
                "beschikbaarheid",
                "kanop",
                "voorkeur",
                "momenten",
                "halfdays",
                "availability",
            ],
            Self::Language => &["taal", "voertaal", "language"],
            Self::Children => &["kinderen", "aantalkinderen", "children", "numberofchildren"],
            Self::Status => &["status", "stand", "aanmeldstatus"],
            Self::Route => &[
                "route",
                "via",
                "aanmeldroute",
                "werving",
                "herkomst",
                "kanaal",
            ],
            Self::Ignored => &[],
        }
    }

    fn of_heading(heading: &str) -> Option<Self> {
        let heading: String = heading
            .to_lowercase()
            .chars()
            .filter(|character| character.is_ascii_alphanumeric())
            .collect();
        Self::KEPT
            .into_iter()
            .find(|column| column.headings().contains(&heading.as_str()))
    }
}

/// The kind of every column of the table, and whether the first row holds headings.
pub fn guess_columns(table: &Table) -> (Vec<Column>, bool) {
    let width = table.width();
    let headings = table.rows.first().map_or(&[][..], |row| &row.cells);
    let named: Vec<Option<Column>> = headings
        .iter()
        .map(|heading| Column::of_heading(heading))
        .collect();
    if named.iter().flatten().count() >= 2 || (width == 1 && named == [Some(Column::Code)]) {
        let mut columns = Vec::new();
        for column in named {
            columns.push(
                column
                    .filter(|kind| !columns.contains(kind))
                    .unwrap_or(Column::Ignored),
            );
        }
        columns.resize(width, Column::Ignored);
        return (columns, true);
    }
    let mut columns = Vec::new();
    for position in 0..width {
        let cells: Vec<&str> = table
            .rows
            .iter()
            .filter_map(|row| row.cells.get(position))
            .map(String::as_str)
            .filter(|cell| !cell.is_empty())
            .collect();
        let kind = guess_by_cells(&cells);
        columns.push(if columns.contains(&kind) {
            Column::Ignored
        } else {
            kind
        });
    }
    // The first column of words that is nothing else is the location.
    if !columns.contains(&Column::Location)
        && let Some(position) = (0..width).find(|position| {
            columns.get(*position) == Some(&Column::Ignored)
                && table.rows.iter().all(|row| {
                    row.cells
                        .get(*position)
                        .is_some_and(|cell| cell.chars().any(char::is_alphabetic))
                })
        })
        && let Some(column) = columns.get_mut(position)
    {
        *column = Column::Location;
    }
    (columns, false)
}

/// What most of the cells can be read as.
fn guess_by_cells(cells: &[&str]) -> Column {
    let most = |is_kind: &dyn Fn(&str) -> bool| {
        let matching = cells.iter().filter(|cell| is_kind(cell)).count();
        !cells.is_empty() && matching * 5 >= cells.len() * 4
    };
    if most(&|cell| read_date(cell).is_ok()) {
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

    #[test]
    fn headings_are_recognised_in_both_languages() {
        let table =
            Table::read("Code;Geb.datum;Uitgerekende datum;CB;Naam moeder\nA1;1-1-2027;;N;x");
        let (columns, has_headings) = guess_columns(&table);
        assert!(has_headings);
        use Column::*;
        assert_eq!(columns, [Code, Birth, DueDate, Location, Ignored]);
    }

    #[test]
    fn a_list_without_headings_is_read_by_its_cells() {
        let table =
            Table::read("NRD-1\t4-1-2027\tNoord\tdi ochtend\nNRD-2\t9-1-2027\tNoord\tdo middag");
        let (columns, has_headings) = guess_columns(&table);
        assert!(!has_headings);
        use Column::*;
        assert_eq!(columns, [Code, Birth, Location, HalfDays]);
    }
}
