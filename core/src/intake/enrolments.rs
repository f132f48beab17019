//! Reads the rows of a table as enrolments: the good lines are kept, the others are named, and all are counted.

use super::cells::{CellFault, is_changed_code, is_usual_date, read_birth, read_yes_no};
use super::columns::Column;
use super::questions::{
    DateRead, Orders, Question, about_cells, about_column, date_of, last_due, near_places,
    new_names,
};
use super::reading::{Reading, places};
use super::running::read_group;
use super::table::{Row, Table};
use crate::calendar::Date;
use crate::cohort::propose_prefix;
use crate::edit::{Edit, EnteredGroup};
use crate::plan::{Change, Enrolment, EnrolmentCode, GroupId, Location, LocationId, Plan};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// The name of a location has at most so many characters, in a list as in the field where it is typed.
pub const LONGEST_LOCATION_NAME: usize = 60;

/// What could not be read of a line of families, or of groups. Printed in either way it does not show what stands
/// there.
#[derive(Clone, PartialEq, Eq)]
pub struct LineFault<C = Column, F = CellFault> {
    /// The line of the text, from 1.
    pub line: usize,
    /// The column in which it went wrong; ignored where an open quote moves the other cells of the line.
    pub column: C,
    /// The cell of the line, from 0, with which [`Table::mended`] can mend it; `None` where no one cell can.
    pub position: Option<usize>,
    /// What stands there, for who typed it: it can be a name or a BSN.
    pub value: String,
    /// What is wrong with it.
    pub fault: F,
}

impl<C: fmt::Debug, F: fmt::Debug> fmt::Debug for LineFault<C, F> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The value can be a name or a BSN, and what is printed for a developer ends in a log.
        out.debug_struct("LineFault")
            .field("line", &self.line)
            .field("column", &self.column)
            .field("position", &self.position)
            .field("fault", &self.fault)
            .finish_non_exhaustive()
    }
}

impl<C: fmt::Debug, F: fmt::Display> fmt::Display for LineFault<C, F> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            out,
            "line {}, column {:?}: {}",
            self.line, self.column, self.fault
        )
    }
}

impl<C: fmt::Debug, F: fmt::Debug + fmt::Display> std::error::Error for LineFault<C, F> {}

/// What was read from a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Intake {
    /// The enrolments of the good lines, in order.
    pub enrolments: Vec<Enrolment>,
    /// The groups in which families are already, as the list says.
    pub groups: Vec<EnteredGroup>,
    /// Locations that the plan does not have yet, in order of appearance.
    pub locations: Vec<Location>,
    /// How many of the enrolments the plan already has.
    pub known: usize,
    /// Those of them that would be changed.
    pub replaced: Vec<Replaced>,
    /// The dates that are written otherwise than `d-m-jjjj`, as they are read.
    pub dates: Vec<DateRead>,
    /// How many birth dates lie after today, and so are due dates (voorlopig).
    pub became_due: usize,
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

/// A family of the plan that a list would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replaced {
    /// As the plan has it.
    pub before: Enrolment,
    /// As the list has it.
    pub after: Enrolment,
}

impl Replaced {
    /// The columns in which it would change.
    pub fn columns(&self) -> Vec<Column> {
        let differs = |column: &Column| {
            let mut kept = self.after.clone();
            column.take(&mut kept, &self.before);
            kept != self.after
        };
        Column::KEPT.into_iter().filter(differs).collect()
    }
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
    /// The headings, titles above them, blank lines, and further lines of a cell with line breaks.
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

    /// The edits that bring the enrolments into the plan and those that are in a group already into theirs; `None` as long
    /// as a question is not answered.
    pub fn edits(&self) -> Option<Vec<Edit>> {
        let groups = (!self.groups.is_empty()).then(|| Edit::EnterGroups {
            locations: Vec::new(),
            groups: self.groups.clone(),
            shared: false,
        });
        Some(self.edit().into_iter().chain(groups).collect()).filter(|_| !self.is_open)
    }
}

/// Reads every row below the headings. Which comes first in its dates is judged for each column as a whole, by
/// which days do not exist and, with `today`, by which are too late. A birth date after `today` is a due date. What a
/// list has no column for stays as it was with a family that the plan has.
pub fn read_enrolments(
    table: &Table,
    reading: &Reading,
    plan: &Plan,
    today: Option<Date>,
) -> Intake {
    let mut intake = Intake::default();
    let headings = reading.headings.and_then(|row| table.rows.get(row));
    if let Some(headings) = headings {
        intake.dropped = dropped(headings, &reading.columns);
    }
    let answers = &reading.answers;
    let rows = reading.rows(table);
    let dates = rows.iter().map(|row| date_of(reading, row));
    let orders = Orders::of(dates, answers.order, today);
    let places = places(plan);
    let cells = rows.iter().map(|row| reading.cell(row, Column::Location));
    let names = new_names(cells, &places);
    let near = near_places(&names, plan);
    let shared = shared_letters(reading, rows);
    // A growing copy without families, so that new locations get prefixes that differ.
    let mut draft = Plan::empty();
    draft.locations = plan.locations.clone();
    let mut first_lines: BTreeMap<EnrolmentCode, usize> = BTreeMap::new();
    let mut far_ahead: Vec<DateRead> = Vec::new();
    for row in rows {
        let read = Line {
            row,
            reading,
            orders: &orders,
            plan,
            today,
            widths: [
                table.usual_width,
                headings.map_or(table.usual_width, |row| row.cells.len()),
            ],
        };
        let (mut enrolment, date) = match read.enrolment() {
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
        if today.is_some_and(|today| enrolment.birth > last_due(today)) {
            far_ahead.push(read.date_read(date, enrolment.birth));
            if answers.far_ahead == Some(false) {
                intake.faults.push(read.fault(date, CellFault::FarAhead));
                continue;
            }
        }
        let group = match read.group() {
            Ok(group) => group,
            Err(fault) => {
                intake.faults.push(read.fault(Column::Group, fault));
                continue;
            }
        };
        first_lines.insert(enrolment.code.clone(), row.line);
        if !is_usual_date(read.get(date)) {
            intake.dates.push(read.date_read(date, enrolment.birth));
        }
        if !enrolment.provisional && today.is_some_and(|today| enrolment.birth > today) {
            enrolment.provisional = true;
            intake.became_due += 1;
        }
        enrolment.location = answers.meant(enrolment.location, &places);
        if let Some(known) = plan.enrolments.get(&enrolment.code) {
            intake.known += 1;
            read.keep(&mut enrolment, known);
            if enrolment != *known {
                intake.replaced.push(Replaced {
                    before: known.clone(),
                    after: enrolment.clone(),
                });
            }
        }
        if !draft.locations.contains_key(&enrolment.location) {
            let name = names
                .get(&enrolment.location)
                .map(|(name, _)| name.as_str());
            let name = name
                .or(read.location_name())
                .unwrap_or(enrolment.location.as_str());
            let letters = letters(enrolment.code.as_str())
                .filter(|letters| !shared.contains(letters) && has_no_location(&draft, letters));
            let prefix = letters.map_or_else(
                || propose_prefix(&draft, name),
                |letters| letters.to_owned(),
            );
            let location = Location::new(enrolment.location.clone(), name, prefix);
            draft.apply(Change::location(location.clone()));
            intake.locations.push(location);
        }
        if let Some(id) = group {
            let is_same =
                |group: &EnteredGroup| group.id.as_str().eq_ignore_ascii_case(id.as_str());
            let known = intake.groups.iter().position(is_same);
            match known.and_then(|place| intake.groups.get_mut(place)) {
                Some(group) => {
                    group.families.insert(enrolment.code.clone());
                }
                None => {
                    let mut group = EnteredGroup::new(id, enrolment.location.clone());
                    group.families.insert(enrolment.code.clone());
                    intake.groups.push(group);
                }
            }
        }
        intake.enrolments.push(enrolment);
    }
    intake.lines = LineCount {
        total: table.lines,
        read: intake.enrolments.len(),
        rejected: intake.faults.len(),
        skipped: table.skipped + reading.first_row.min(table.rows.len()),
    };
    let needs_location = reading.position(Column::Location).is_none()
        && intake
            .faults
            .iter()
            .any(|fault| fault.fault == CellFault::LocationMissing);
    for kind in [Column::Code, Column::Birth, Column::Location] {
        let question = about_column(kind, table, reading, &places);
        let is_missing = match kind {
            Column::Location => needs_location,
            _ => reading.is_missing(kind),
        };
        let question = question.or(is_missing.then(|| Question::Column(kind, Vec::new())));
        intake.is_open |= question.is_some() && (is_missing || !reading.is_said(kind));
        intake.questions.extend(question);
    }
    let (questions, is_open) = about_cells(orders.doubt, far_ahead, near, answers);
    intake.is_open |= is_open;
    intake.questions.extend(questions);
    intake
}

/// The letters with which a code starts, such as `NRD` of `NRD-0312`, when they are two to four.
fn letters(code: &str) -> Option<&str> {
    let (letters, _) = code.split_once('-')?;
    let are_letters =
        (2..=4).contains(&letters.len()) && letters.bytes().all(|byte| byte.is_ascii_uppercase());
    are_letters.then_some(letters)
}

/// The letters with which codes of more than one location start: they are those of the organisation.
fn shared_letters<'a>(reading: &Reading, rows: &'a [Row]) -> BTreeSet<&'a str> {
    let mut places: BTreeMap<&str, &str> = BTreeMap::new();
    let mut shared = BTreeSet::new();
    for row in rows {
        let Some(letters) = letters(reading.cell(row, Column::Code)) else {
            continue;
        };
        let place = reading.cell(row, Column::Location);
        if *places.entry(letters).or_insert(place) != place {
            shared.insert(letters);
        }
    }
    shared
}

fn has_no_location(plan: &Plan, letters: &str) -> bool {
    plan.locations
        .values()
        .all(|location| location.prefix != letters)
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
    orders: &'a Orders<Column>,
    plan: &'a Plan,
    today: Option<Date>,
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
            position: self.reading.position(column),
            value: self.get(column).to_owned(),
            fault,
        }
    }

    fn date_read(&self, column: Column, date: Date) -> DateRead {
        DateRead {
            line: self.row.line,
            cell: self.get(column).to_owned(),
            date,
        }
    }

    /// The enrolment, and the column of its date.
    fn enrolment(&self) -> Result<(Enrolment, Column), LineFault> {
        self.quotes()?;
        let at = |column| move |fault| self.fault(column, fault);
        let code = self.code().map_err(at(Column::Code))?;
        let (birth, provisional, date) = self.birth()?;
        let location = self.location(&code).map_err(at(Column::Location))?;
        let mut enrolment = Enrolment::new(code, birth, location);
        enrolment.provisional = provisional;
        for column in Column::KEPT {
            let said = column.read(self.get(column)).map_err(at(column))?;
            said(&mut enrolment);
        }
        Ok((enrolment, date))
    }

    /// Keeps of a family that the plan has what the list says nothing of.
    fn keep(&self, enrolment: &mut Enrolment, known: &Enrolment) {
        let is_silent = |column| self.reading.position(column).is_none();
        enrolment.extra = known.extra.clone();
        let own = Column::KEPT.into_iter().filter(|column| column.is_own());
        for column in own.filter(|column| is_silent(*column)) {
            column.take(enrolment, known);
        }
        if is_silent(Column::Provisional) && enrolment.birth == known.birth {
            enrolment.provisional |= known.provisional;
        }
    }

    /// The group in which the family is; none where the cell is empty.
    fn group(&self) -> Result<Option<GroupId>, CellFault> {
        let cell = self.get(Column::Group);
        if matches!(cell, "" | "-") {
            return Ok(None);
        }
        read_group(cell, self.plan)
            .map(Some)
            .map_err(CellFault::Code)
    }

    fn code(&self) -> Result<EnrolmentCode, CellFault> {
        let cell = self.get(Column::Code);
        if is_changed_code(cell) {
            return Err(CellFault::CodeChanged);
        }
        EnrolmentCode::parse(cell).map_err(CellFault::Code)
    }

    /// No open quote matters.
    fn quotes(&self) -> Result<(), LineFault> {
        let column = |position: usize| {
            let column = self.reading.columns.get(position).copied();
            column.unwrap_or(Column::Ignored)
        };
        let is_kept = |position: usize| column(position) != Column::Ignored;
        match self.row.open_quote(self.widths, is_kept) {
            None => Ok(()),
            Some((position, is_moved)) => Err(LineFault {
                line: self.row.line,
                column: column(position),
                position: (!is_moved).then_some(position),
                value: self.row.cells.get(position).cloned().unwrap_or_default(),
                fault: CellFault::OpenQuote,
            }),
        }
    }

    /// The name of the location: that of the row, or else that for rows without one.
    fn location_name(&self) -> Option<&str> {
        let read = self.reading.answers.location(self.get(Column::Location));
        read.ok().flatten().map(|(_, name)| name)
    }

    /// The location by its name; where there is none, that of the family in the plan.
    fn location(&self, code: &EnrolmentCode) -> Result<LocationId, CellFault> {
        let cell = self.get(Column::Location);
        let read = self.reading.answers.location(cell)?.map(|(id, _)| id);
        let known = || {
            let known = self.plan.enrolments.get(code).filter(|_| cell.is_empty());
            known.map(|known| known.location.clone())
        };
        read.or_else(known).ok_or(CellFault::LocationMissing)
    }

    /// The birth date, or else the due date; whether it is provisional; and the column in which it stands.
    fn birth(&self) -> Result<(Date, bool, Column), LineFault> {
        let at = |column| move |fault| self.fault(column, fault);
        let is_provisional =
            read_yes_no(self.get(Column::Provisional)).map_err(at(Column::Provisional))?;
        let is_silent = self.get(Column::Birth).is_empty();
        let has_birth = self.reading.position(Column::Birth).is_some();
        let is_due = is_silent && (!has_birth || !self.get(Column::DueDate).is_empty());
        let column = if is_due {
            Column::DueDate
        } else {
            Column::Birth
        };
        let order = self.orders.get(&column);
        let date = read_birth(self.get(column), order, self.today).map_err(at(column))?;
        Ok((date, is_provisional || column == Column::DueDate, column))
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

    #[test]
    fn families_that_are_in_a_group_already_come_in_with_it() {
        let mut plan = Plan::empty();
        let list = "Code;Geboortedatum;Locatie;Groep\nA1;4-1-2027;Noord;G 1\nA2;6-1-2027;Noord;g-1\nA3;6-1-2027;Noord;-\nA4;6-1-2027;Noord;Anne\n";
        let table = Table::read(list);
        let intake = read_enrolments(&table, &Reading::guess(&table, &plan), &plan, None);
        let faults: Vec<(usize, Column)> = intake
            .faults
            .iter()
            .map(|one| (one.line, one.column))
            .collect();
        assert_eq!(faults, [(5, Column::Group)]);
        let (_, changes) = Edit::together(&intake.edits().unwrap(), &plan, None).unwrap();
        plan.apply_all(changes);
        let groups: Vec<usize> = plan
            .groups
            .values()
            .map(|group| group.members.len())
            .collect();
        assert_eq!((groups, plan.enrolments.len()), (vec![2], 3));
        assert!(plan.groups.values().all(|group| group.pinned));
    }
}
