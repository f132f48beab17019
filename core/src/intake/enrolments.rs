//! Reads the rows of a table as enrolments: the good lines are kept, the others are named.

use super::cells::{CellFault, read_date, read_half_days, read_language, read_route, read_status};
use super::columns::Column;
use super::table::{Row, Table};
use crate::calendar::Date;
use crate::cohort::propose_prefix;
use crate::plan::{Change, Edit, Enrolment, EnrolmentCode, Location, LocationId, Plan};
use serde_json::Map;
use std::collections::{BTreeMap, BTreeSet};

/// A line that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineFault {
    /// The line of the text, from 1.
    pub line: usize,
    /// The column in which it went wrong.
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
}

impl Intake {
    /// The edit that brings the enrolments into the plan.
    pub fn edit(&self) -> Edit {
        Edit::Import {
            locations: self.locations.clone(),
            enrolments: self.enrolments.clone(),
        }
    }
}

/// Reads every row below the headings. `columns` says what each column holds; `default_location` names the
/// location of rows that have none.
pub fn read_enrolments(
    table: &Table,
    columns: &[Column],
    has_headings: bool,
    default_location: Option<&str>,
    plan: &Plan,
) -> Intake {
    let mut intake = Intake::default();
    let mut rows = table.rows.iter();
    if has_headings && let Some(headings) = rows.next() {
        intake.dropped = dropped(headings, columns);
    }
    // A growing copy without families, so that new locations get prefixes that differ.
    let mut draft = Plan::empty();
    draft.locations = plan.locations.clone();
    let mut first_lines: BTreeMap<EnrolmentCode, usize> = BTreeMap::new();
    let mut new: BTreeSet<LocationId> = BTreeSet::new();
    for row in rows {
        let read = Cells { row, columns };
        let (mut enrolment, location_name) = match read.enrolment(default_location) {
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
        // A location that got another name after its first list is found by that name as well.
        let mut locations = plan.locations.values();
        let renamed = locations
            .find(|known| LocationId::from_name(&known.name).as_ref() == Some(&enrolment.location));
        if let Some(location) = renamed {
            enrolment.location = location.id.clone();
        }
        if let Some(known) = plan.enrolments.get(&enrolment.code) {
            intake.replaced += 1;
            enrolment.extra = known.extra.clone();
            // What the list does not say stays as it was.
            if !columns.contains(&Column::Status) {
                enrolment.status = known.status;
            }
            if !columns.contains(&Column::Route) {
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
struct Cells<'a> {
    row: &'a Row,
    columns: &'a [Column],
}

impl Cells<'_> {
    /// The cell of this kind; empty where the row or the table has none.
    fn get(&self, column: Column) -> &str {
        self.columns
            .iter()
            .position(|kind| *kind == column)
            .and_then(|position| self.row.cells.get(position))
            .map_or("", String::as_str)
    }

    fn fault(&self, column: Column, fault: CellFault) -> LineFault {
        LineFault {
            line: self.row.line,
            column,
            value: self.get(column).to_owned(),
            fault,
        }
    }

    fn enrolment(&self, default_location: Option<&str>) -> Result<(Enrolment, String), LineFault> {
        let at = |column| move |fault| self.fault(column, fault);
        let code = EnrolmentCode::parse(self.get(Column::Code))
            .map_err(CellFault::Code)
            .map_err(at(Column::Code))?;
        let (birth, provisional) = self.birth()?;
        let location_name = match (self.get(Column::Location), default_location) {
            ("", Some(default)) => default.trim(),
            (name, _) => name,
        };
        let location = LocationId::from_name(location_name)
            .ok_or_else(|| self.fault(Column::Location, CellFault::LocationMissing))?;
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
        Ok((enrolment, location_name.to_owned()))
    }

    /// The birth date, or else the due date, and whether it is provisional.
    fn birth(&self) -> Result<(Date, bool), LineFault> {
        let at = |column| move |fault| self.fault(column, fault);
        let is_provisional =
            read_yes_no(self.get(Column::Provisional)).map_err(at(Column::Provisional))?;
        if self.get(Column::Birth).is_empty() && !self.get(Column::DueDate).is_empty() {
            let due = read_date(self.get(Column::DueDate)).map_err(at(Column::DueDate))?;
            return Ok((due, true));
        }
        let birth = read_date(self.get(Column::Birth)).map_err(at(Column::Birth))?;
        Ok((birth, is_provisional))
    }
}

fn read_yes_no(cell: &str) -> Result<bool, CellFault> {
    match cell.to_lowercase().as_str() {
        "ja" | "j" | "x" | "1" | "waar" | "yes" | "y" | "true" | "voorlopig" => Ok(true),
        "" | "nee" | "n" | "0" | "onwaar" | "no" | "false" | "-" => Ok(false),
        _ => Err(CellFault::YesNo),
    }
}

#[cfg(test)]
mod tests {
    use super::super::columns::guess_columns;
    use super::*;

    fn read(text: &str) -> Intake {
        let table = Table::read(text);
        let (columns, has_headings) = guess_columns(&table);
        read_enrolments(&table, &columns, has_headings, None, &Plan::empty())
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
        plan.apply_all(first.edit().changes(&plan, None).unwrap());
        let mut location = plan.locations.values().next().unwrap().clone();
        location.name = "Noorderpark".to_owned();
        plan.apply(Change::location(location));
        let table = Table::read("Code;Geboortedatum;Locatie\nA2;5-1-2027;noorderpark\n");
        let (columns, has_headings) = guess_columns(&table);
        let second = read_enrolments(&table, &columns, has_headings, None, &plan);
        assert!(second.locations.is_empty());
        assert_eq!(second.enrolments[0].location.as_str(), "noord");
    }

    #[test]
    fn the_names_of_dropped_columns_are_all_that_is_left_of_them() {
        let intake = read("Code;Geboortedatum;Locatie;Naam moeder\nA1;4-1-2027;Noord;Geheim\n");
        assert!(!format!("{:?}", intake.edit()).contains("Geheim"));
    }
}
