//! Reads the rows of a table as enrolments: the good lines are kept, the others are named, and all are counted.

use super::cells::{
    CellFault, read_date_in, read_half_days, read_language, read_route, read_status, read_yes_no,
};
use super::columns::Column;
use super::questions::{Orders, Question, about_location};
use super::reading::{Reading, places};
use super::table::{Row, Table};
use crate::calendar::Date;
use crate::cohort::propose_prefix;
use crate::plan::{Change, Edit, Enrolment, EnrolmentCode, Location, LocationId, Plan};
use serde_json::Map;
use std::collections::{BTreeMap, BTreeSet};

/// The name of a location has at most so many characters, in a list as in the field where it is typed.
pub const LONGEST_LOCATION_NAME: usize = 60;

/// A line that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineFault {
    /// The line of the text, from 1.
    pub line: usize,
    /// The column in which it went wrong; ignored where an open quote moves the other cells of the line.
    pub column: Column,
    /// What stands there.
    pub value: String,
    /// What is wrong with it.
    pub fault: CellFault,
}

/// What was read from a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Intake {
    /// The enrolments of the good lines, in order.
    pub enrolments: Vec<Enrolment>,
    /// Locations that the plan does not have yet, in order of appearance.
    pub locations: Vec<Location>,
    /// How many of the enrolments replace one that the plan already has.
    pub replaced: usize,
    /// The lines that could not be read, each with its first fault.
    pub faults: Vec<LineFault>,
    /// The headings of the columns that were dropped.
    pub dropped: Vec<String>,
    /// What became of the lines of the text.
    pub lines: LineCount,
    /// What only the user can say of the list, answered or not.
    pub questions: Vec<Question>,
    /// Whether a question is not answered yet. The enrolments are then read as the list is guessed, to be looked
    /// at and not to be kept.
    pub is_open: bool,
}

/// What became of the lines of a text; `total` is counted apart and is always the sum of the others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LineCount {
    /// All lines of the text.
    pub total: usize,
    /// Those that are enrolments.
    pub read: usize,
    /// Those that could not be read.
    pub rejected: usize,
    /// The headings, blank lines, and further lines of a cell with line breaks.
    pub skipped: usize,
}

impl Intake {
    /// The edit that brings the enrolments into the plan; `None` as long as a question is not answered.
    pub fn edit(&self) -> Option<Edit> {
        (!self.is_open).then(|| Edit::Import {
            locations: self.locations.clone(),
            enrolments: self.enrolments.clone(),
        })
    }
}

/// Reads every row below the headings. Which comes first in its dates is judged for each column as a whole, by
/// which days do not exist and, with `today`, by which are too late.
pub fn read_enrolments(
    table: &Table,
    reading: &Reading,
    plan: &Plan,
    today: Option<Date>,
) -> Intake {
    let mut intake = Intake::default();
    let headings = table.rows.first().filter(|_| reading.has_headings);
    if let Some(headings) = headings {
        intake.dropped = dropped(headings, &reading.columns);
    }
    let orders = Orders::of(table, reading, today);
    let places = places(plan);
    // A growing copy without families, so that new locations get prefixes that differ.
    let mut draft = Plan::empty();
    draft.locations = plan.locations.clone();
    let mut first_lines: BTreeMap<EnrolmentCode, usize> = BTreeMap::new();
    let mut new: BTreeSet<LocationId> = BTreeSet::new();
    for row in reading.rows(table) {
        let read = Line {
            row,
            reading,
            orders: &orders,
            widths: [
                table.usual_width,
                headings.map_or(table.usual_width, |row| row.cells.len()),
            ],
        };
        let (mut enrolment, location_name) = match read.enrolment() {
            Ok(read) => read,
            Err(fault) => {
                intake.faults.push(fault);
                continue;
            }
        };
        if let Some(&first_line) = first_lines.get(&enrolment.code) {
            let fault = CellFault::CodeTwice { first_line };
            intake.faults.push(read.fault(Column::Code, fault));
            continue;
        }
        first_lines.insert(enrolment.code.clone(), row.line);
        if let Some(location) = places.get(&enrolment.location) {
            enrolment.location = location.clone();
        }
        if let Some(known) = plan.enrolments.get(&enrolment.code) {
            intake.replaced += 1;
            enrolment.extra = known.extra.clone();
            // What the list does not say stays as it was.
            if reading.position(Column::Status).is_none() {
                enrolment.status = known.status;
            }
            if reading.position(Column::Route).is_none() {
                enrolment.route = known.route;
            }
        }
        if !draft.locations.contains_key(&enrolment.location) {
            let location = Location {
                id: enrolment.location.clone(),
                prefix: code_prefix(&draft, &enrolment.code)
                    .unwrap_or_else(|| propose_prefix(&draft, &location_name)),
                name: location_name,
                region: None,
                start_times: BTreeMap::new(),
                extra: Map::new(),
            };
            draft.apply(Change::location(location.clone()));
            if new.insert(location.id.clone()) {
                intake.locations.push(location);
            }
        }
        intake.enrolments.push(enrolment);
    }
    intake.lines = LineCount {
        total: table.lines,
        read: intake.enrolments.len(),
        rejected: intake.faults.len(),
        skipped: table.skipped + usize::from(headings.is_some()),
    };
    let location = about_location(table, reading, &places);
    let order = orders.doubt.map(Question::DateOrder);
    intake.is_open = (location.is_some() && !reading.is_located())
        || (order.is_some() && reading.order.is_none());
    intake.questions = location.into_iter().chain(order).collect();
    intake
}

/// The letters with which the codes of a location start, such as `NRD` of `NRD-0312`, when they are two to
/// four and no other location has them.
fn code_prefix(plan: &Plan, code: &EnrolmentCode) -> Option<String> {
    let (prefix, _) = code.as_str().split_once('-')?;
    let is_prefix =
        (2..=4).contains(&prefix.len()) && prefix.bytes().all(|byte| byte.is_ascii_uppercase());
    let mut locations = plan.locations.values();
    (is_prefix && locations.all(|location| location.prefix != prefix)).then(|| prefix.to_owned())
}

fn dropped(headings: &Row, columns: &[Column]) -> Vec<String> {
    headings
        .cells
        .iter()
        .zip(columns)
        .filter(|(heading, column)| **column == Column::Ignored && !heading.is_empty())
        .map(|(heading, _)| heading.clone())
        .collect()
}

/// A row with the meaning of its cells.
struct Line<'a> {
    row: &'a Row,
    reading: &'a Reading,
    orders: &'a Orders,
    /// How many cells a row can be expected to have.
    widths: [usize; 2],
}

impl Line<'_> {
    fn get(&self, column: Column) -> &str {
        self.reading.cell(self.row, column)
    }

    fn fault(&self, column: Column, fault: CellFault) -> LineFault {
        LineFault {
            line: self.row.line,
            column,
            value: self.get(column).to_owned(),
            fault,
        }
    }

    fn enrolment(&self) -> Result<(Enrolment, String), LineFault> {
        self.quotes()?;
        let at = |column| move |fault| self.fault(column, fault);
        let code = EnrolmentCode::parse(self.get(Column::Code))
            .map_err(CellFault::Code)
            .map_err(at(Column::Code))?;
        let (birth, provisional) = self.birth()?;
        let (location, location_name) = self.location().map_err(at(Column::Location))?;
        let half_days = read_half_days(self.get(Column::HalfDays)).map_err(at(Column::HalfDays))?;
        let language = read_language(self.get(Column::Language)).map_err(at(Column::Language))?;
        let children = match self.get(Column::Children) {
            "" => 1,
            text => text
                .parse()
                .ok()
                .filter(|count| (1..=9).contains(count))
                .ok_or_else(|| self.fault(Column::Children, CellFault::Children))?,
        };
        let enrolment = Enrolment {
            code,
            birth,
            provisional,
            children,
            location,
            half_days,
            language,
            status: read_status(self.get(Column::Status)).map_err(at(Column::Status))?,
            route: read_route(self.get(Column::Route)).map_err(at(Column::Route))?,
            extra: Map::new(),
        };
        Ok((enrolment, location_name))
    }

    /// An open quote is a fault in a column that is kept, and anywhere in a row of another length: then the cells
    /// behind it may stand in the wrong column.
    fn quotes(&self) -> Result<(), LineFault> {
        let column = |position: usize| {
            let column = self.reading.columns.get(position).copied();
            column.unwrap_or(Column::Ignored)
        };
        let is_moved = !self.widths.contains(&self.row.cells.len());
        let mut open = self.row.open_quotes.iter().copied();
        match open.find(|position| is_moved || column(*position) != Column::Ignored) {
            None => Ok(()),
            Some(position) => Err(LineFault {
                line: self.row.line,
                column: column(position),
                value: self.row.cells.get(position).cloned().unwrap_or_default(),
                fault: CellFault::OpenQuote,
            }),
        }
    }

    /// The location with the name by which it is called.
    fn location(&self) -> Result<(LocationId, String), CellFault> {
        let name = match (self.get(Column::Location), &self.reading.default_location) {
            ("", Some(default)) => default.trim(),
            (name, _) => name,
        };
        let id = LocationId::from_name(name).ok_or(CellFault::LocationMissing)?;
        if name.chars().count() > LONGEST_LOCATION_NAME || name.contains(['\n', '\r']) {
            return Err(CellFault::LocationName);
        }
        Ok((id, name.to_owned()))
    }

    /// The birth date, or else the due date, and whether it is provisional.
    fn birth(&self) -> Result<(Date, bool), LineFault> {
        let at = |column| move |fault| self.fault(column, fault);
        let is_provisional =
            read_yes_no(self.get(Column::Provisional)).map_err(at(Column::Provisional))?;
        if self.get(Column::Birth).is_empty() && !self.get(Column::DueDate).is_empty() {
            let due = read_date_in(self.get(Column::DueDate), self.orders.due)
                .map_err(at(Column::DueDate))?;
            return Ok((due, true));
        }
        let birth =
            read_date_in(self.get(Column::Birth), self.orders.birth).map_err(at(Column::Birth))?;
        Ok((birth, is_provisional))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_into(text: &str, plan: &Plan) -> Intake {
        let table = Table::read(text);
        read_enrolments(&table, &Reading::guess(&table, plan), plan, None)
    }

    fn read(text: &str) -> Intake {
        read_into(text, &Plan::empty())
    }

    #[test]
    fn good_lines_are_kept_and_the_others_named() {
        let intake = read(
            "Code;Geboortedatum;Uitgerekende datum;Locatie;Naam\n\
             A1;4-1-2027;;Noord;x\nJansen;4-1-2027;;Noord;x\nA2;;9-2-2027;noord;x\nA1;5-1-2027;;Zuid;x\n",
        );
        let codes: Vec<&str> = intake
            .enrolments
            .iter()
            .map(|one| one.code.as_str())
            .collect();
        assert_eq!(codes, ["A1", "A2"]);
        assert!(intake.enrolments[1].provisional);
        assert_eq!(intake.locations.len(), 1);
        assert_eq!(intake.locations[0].prefix, "NOO");
        assert_eq!(intake.dropped, ["Naam"]);
        let faults: Vec<(usize, CellFault)> = intake
            .faults
            .iter()
            .map(|fault| (fault.line, fault.fault))
            .collect();
        assert_eq!(
            faults,
            [
                (3, CellFault::Code(crate::plan::CodeFault::NoDigit)),
                (5, CellFault::CodeTwice { first_line: 2 })
            ]
        );
    }

    #[test]
    fn a_renamed_location_is_found_by_its_new_name() {
        let first = read("Code;Geboortedatum;Locatie\nA1;4-1-2027;Noord\n");
        let mut plan = Plan::empty();
        plan.apply_all(first.edit().unwrap().changes(&plan, None).unwrap());
        let mut location = plan.locations.values().next().unwrap().clone();
        location.name = "Noorderpark".to_owned();
        plan.apply(Change::location(location));
        let second = read_into(
            "Code;Geboortedatum;Locatie\nA2;5-1-2027;noorderpark\n",
            &plan,
        );
        assert!(second.locations.is_empty());
        assert_eq!(second.enrolments[0].location.as_str(), "noord");
    }

    #[test]
    fn the_names_of_dropped_columns_are_all_that_is_left_of_them() {
        let intake = read("Code;Geboortedatum;Locatie;Naam moeder\nA1;4-1-2027;Noord;Geheim\n");
        assert!(!format!("{:?}", intake.edit()).contains("Geheim"));
    }
}
