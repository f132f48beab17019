//! From a pasted table to groups that run already: a line for each bijeenkomst (group, number, date), or one for each
//! group with a column for each bijeenkomst, as spreadsheets keep it. Columns that are none of these are never kept.

use super::cells::{
    CellFault, DateOrder, is_usual_date, is_written_date, letters, read_birth, read_half_days,
};
use super::columns::{Column, Heading, letters_and_digits};
use super::enrolments::{LONGEST_LOCATION_NAME, LineCount};
use super::questions::DateRead;
use super::reading::{ROWS_ABOVE, cells, places};
use super::table::{Row, Table};
use crate::calendar::{Date, HalfDay};
use crate::care::{BirthWindow, SessionNumber};
use crate::cohort::propose_prefix;
use crate::edit::{Edit, EnteredGroup};
use crate::plan::{
    Change, CodeFault, EnrolmentCode, GroupId, KnownBirths, Location, LocationId, Plan,
};
use serde_json::Map;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

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
}

/// Why a cell of a list of groups cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupFault {
    /// The group has no code, or one that could be a name or a number of a person.
    Group(CodeFault),
    /// It is no bijeenkomst of the template.
    Number {
        /// The last one that the template has.
        last: Option<SessionNumber>,
    },
    /// There is no date, or none that can be read.
    Day(CellFault),
    /// Another day for the same bijeenkomst stands on this line already.
    Twice {
        /// The line where it stands first.
        first_line: usize,
    },
    /// There is no location, or none that can be one.
    Location(CellFault),
    /// It is neither a number of families nor a list of codes that the plan has.
    Families,
    /// It is no number of children.
    Children,
    /// It is not one half-day.
    HalfDay,
}

impl fmt::Display for GroupFault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Group(fault) => write!(out, "not the code of a group: {fault}"),
            Self::Number { last: Some(last) } => {
                write!(out, "no bijeenkomst of the template; expected B1 to {last}")
            }
            Self::Number { last: None } => out.write_str("the template has no bijeenkomst"),
            Self::Day(fault) | Self::Location(fault) => fault.fmt(out),
            Self::Twice { first_line } => {
                write!(out, "another day stands on line {first_line} already")
            }
            Self::Families => out.write_str(
                "neither a number of families with the births of the group nor codes of families in the plan",
            ),
            Self::Children => out.write_str("not a number of children; expected 1 to 99"),
            Self::HalfDay => out.write_str("not one half-day; expected for example di-ochtend"),
        }
    }
}

impl std::error::Error for GroupFault {}

/// A cell of a list of groups that cannot be read. Printed it does not show what stands there.
#[derive(Clone, PartialEq, Eq)]
pub struct GroupLineFault {
    /// The line of the text, from 1.
    pub line: usize,
    /// The column.
    pub column: GroupColumn,
    /// What stands there, for who typed it.
    pub value: String,
    /// What is wrong with it.
    pub fault: GroupFault,
}

impl fmt::Debug for GroupLineFault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The value can be a name, and what is printed for a developer ends in a log.
        let mut shown = out.debug_struct("GroupLineFault");
        shown.field("line", &self.line);
        shown.field("column", &self.column);
        shown.field("fault", &self.fault).finish_non_exhaustive()
    }
}

/// What was read from a list of groups.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct GroupList {
    /// The groups, in order of the list.
    pub groups: Vec<EnteredGroup>,
    /// Locations that the plan does not have yet, in order of appearance.
    pub locations: Vec<Location>,
    /// How many of the groups the plan has not yet.
    pub new: usize,
    /// The groups of which neither the list nor the plan says which families they have.
    pub without_families: Vec<GroupId>,
    /// How many of the days are over: they count as held.
    pub held: usize,
    /// How many are still to come.
    pub coming: usize,
    /// The dates that are written otherwise than `d-m-jjjj`, as they are read.
    pub dates: Vec<DateRead>,
    /// The cells that cannot be read.
    pub faults: Vec<GroupLineFault>,
    /// The headings of columns that hold nothing that is kept.
    pub dropped: Vec<String>,
    /// What became of the lines of the text. A line of which something could be read counts as read.
    pub lines: LineCount,
    /// Whether some group has no location, so that one for all of them has to be named.
    pub needs_location: bool,
}

impl GroupList {
    /// The edit that brings the groups in; `None` where there is none. The parents know the days that are still to come,
    /// or not yet.
    pub fn edit(&self, shared: bool) -> Option<Edit> {
        (!self.groups.is_empty()).then(|| Edit::EnterGroups {
            locations: self.locations.clone(),
            groups: self.groups.clone(),
            shared,
        })
    }
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
/// A number of families above this is a code.
const MOST_FAMILIES: u8 = 30;
/// The most children of a group.
const MOST_CHILDREN: u8 = 99;
/// The most characters of the code of a group.
const LONGEST_GROUP: usize = 20;

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

/// Which column holds what, and how many rows stand above the groups.
struct Columns {
    found: Vec<(usize, GroupColumn)>,
    above: usize,
    has_headings: bool,
}

impl Columns {
    /// By headings where some row has two that are known, otherwise by what stands in the columns.
    fn of(table: &Table) -> Self {
        let named = |row: &Row| {
            let cells = row.cells.iter().enumerate();
            let named = cells.filter_map(|(place, cell)| Some((place, of_heading(cell)?)));
            let mut found: Vec<(usize, GroupColumn)> = Vec::new();
            for (place, column) in named {
                if found.iter().all(|(_, known)| *known != column) {
                    found.push((place, column));
                }
            }
            found
        };
        let rows = table.rows.iter().take(ROWS_ABOVE).enumerate();
        let headings = rows.map(|(place, row)| (place, named(row)));
        let is_heading = |(place, found): &(usize, Vec<(usize, GroupColumn)>)| {
            let row = table.rows.get(*place);
            let has_dates =
                row.is_some_and(|row| row.cells.iter().any(|cell| is_written_date(cell)));
            found.len() >= 2 && !has_dates
        };
        if let Some((place, mut found)) = headings.into_iter().find(is_heading) {
            let says = |column| found.iter().any(|(_, known)| *known == column);
            // The first column is the group, whatever it is called.
            let is_free = found.iter().all(|(place, _)| *place != 0);
            if !says(GroupColumn::Group) && is_free {
                found.push((0, GroupColumn::Group));
            }
            return Self {
                found,
                above: place + 1,
                has_headings: true,
            };
        }
        Self {
            found: Self::by_cells(table),
            above: 0,
            has_headings: false,
        }
    }

    fn by_cells(table: &Table) -> Vec<(usize, GroupColumn)> {
        let holds = |place: usize, is_so: &dyn Fn(&str) -> bool| {
            let cells = cells(&table.rows, place);
            !cells.is_empty() && cells.iter().all(|cell| is_so(cell))
        };
        let mut found = vec![(0, GroupColumn::Group)];
        let mut dated: Vec<usize> = Vec::new();
        for place in 1..table.width() {
            if holds(place, &is_written_date) {
                dated.push(place);
            } else if holds(place, &|cell| read_number(cell).is_some()) {
                found.push((place, GroupColumn::Number));
            } else if holds(place, &|cell| read_half_day(cell).is_some()) {
                found.push((place, GroupColumn::HalfDay));
            } else if holds(place, &|cell| {
                !cell.bytes().any(|byte| byte.is_ascii_digit())
            }) && found
                .iter()
                .all(|(_, known)| *known != GroupColumn::Location)
            {
                found.push((place, GroupColumn::Location));
            }
        }
        let has_number = found.iter().any(|(_, one)| *one == GroupColumn::Number);
        if has_number {
            found.extend(dated.first().map(|place| (*place, GroupColumn::Date)));
        } else {
            let numbers = (1..).filter_map(SessionNumber::new);
            let sessions = dated.into_iter().zip(numbers);
            found.extend(sessions.map(|(place, number)| (place, GroupColumn::Session(number))));
        }
        found
    }

    fn cell<'a>(&self, row: &'a Row, column: GroupColumn) -> &'a str {
        let place = self.found.iter().find(|(_, known)| *known == column);
        let cell = place.and_then(|(place, _)| row.cells.get(*place));
        // A dash stands where there is nothing.
        cell.map(String::as_str)
            .filter(|cell| !matches!(*cell, "-" | "–"))
            .unwrap_or_default()
    }
}

/// `B3`, `3` or `bijeenkomst 3`.
fn read_number(cell: &str) -> Option<SessionNumber> {
    let figures: String = cell.chars().filter(char::is_ascii_digit).collect();
    let is_number = SESSION_WORDS.contains(&letters(cell).as_str()) && cell.ends_with(&figures);
    SessionNumber::new(figures.parse().ok().filter(|_| is_number)?)
}

fn read_half_day(cell: &str) -> Option<HalfDay> {
    let mut half_days = read_half_days(cell).ok()?.iter();
    half_days.next().filter(|_| half_days.next().is_none())
}

/// The code of a group as the plan has it, or a new one: letters and digits with hyphens between them.
pub(super) fn read_group(cell: &str, plan: &Plan) -> Result<GroupId, CodeFault> {
    let joined = cell.split_whitespace().collect::<Vec<_>>().join("-");
    let is_same = |id: &&GroupId| id.as_str().eq_ignore_ascii_case(&joined);
    let known = plan.groups.keys().find(is_same);
    let known = known.or_else(|| plan.groups.keys().find(|id| id.as_str() == cell));
    if let Some(known) = known {
        return Ok(known.clone());
    }
    let has = |is_so: fn(&u8) -> bool| joined.bytes().any(|byte| is_so(&byte));
    match EnrolmentCode::parse(&joined) {
        // The code of a group is longer than that of a family.
        Err(CodeFault::TooLong) if joined.len() > LONGEST_GROUP => Err(CodeFault::TooLong),
        Err(CodeFault::TooLong) if !has(u8::is_ascii_digit) => Err(CodeFault::NoDigit),
        Err(CodeFault::TooLong) if !has(u8::is_ascii_alphabetic) => Err(CodeFault::CitizenNumber),
        Err(fault) if fault != CodeFault::TooLong => Err(fault),
        _ => GroupId::parse(&joined).map_err(|_| CodeFault::Missing),
    }
}

/// Reads groups with their days. Which families they have is said by codes that the plan has, or by the births of the
/// oldest and the youngest child with the number of families. Groups without a location get this one, where it is named.
pub fn read_groups(table: &Table, location: &str, plan: &Plan, today: Option<Date>) -> GroupList {
    let columns = Columns::of(table);
    let rows = table.rows.get(columns.above..).unwrap_or_default();
    let above = columns
        .above
        .checked_sub(1)
        .map(|place| table.rows.get(place));
    let headings = above.flatten().filter(|_| columns.has_headings);
    let mut reading = Groups {
        plan,
        today,
        location,
        draft: locations_of(plan),
        list: GroupList::default(),
        first_lines: BTreeMap::new(),
        columns: &columns,
    };
    for row in rows {
        if reading.row(row) {
            reading.list.lines.read += 1;
        } else {
            reading.list.lines.rejected += 1;
        }
    }
    let mut list = reading.list;
    let is_dropped = |place: &usize| columns.found.iter().all(|(known, _)| known != place);
    let headings = headings.iter().flat_map(|row| row.cells.iter().enumerate());
    list.dropped = headings
        .filter(|(place, heading)| is_dropped(place) && !heading.is_empty())
        .map(|(_, heading)| heading.clone())
        .collect();
    list.lines.total = table.lines;
    list.lines.skipped = table.skipped + columns.above.min(table.rows.len());
    let has_families = |group: &&EnteredGroup| {
        let known = plan.groups.get(&group.id);
        !group.families.is_empty()
            || group.births.is_some()
            || known.is_some_and(|group| plan.families(group) > 0)
    };
    let without = list.groups.iter().filter(|group| !has_families(group));
    list.without_families = without.map(|group| group.id.clone()).collect();
    let is_new = |group: &&EnteredGroup| !plan.groups.contains_key(&group.id);
    list.new = list.groups.iter().filter(is_new).count();
    let days = list.groups.iter().flat_map(|group| group.dates.values());
    let (held, coming): (Vec<&Date>, Vec<&Date>) =
        days.partition(|day| today.is_none_or(|today| **day <= today));
    (list.held, list.coming) = (held.len(), coming.len());
    list
}

/// A plan with these locations alone, so that new ones get prefixes that differ.
fn locations_of(plan: &Plan) -> Plan {
    let mut draft = Plan::empty();
    draft.locations = plan.locations.clone();
    draft
}

/// The groups as far as they are read.
struct Groups<'a> {
    plan: &'a Plan,
    today: Option<Date>,
    location: &'a str,
    draft: Plan,
    list: GroupList,
    first_lines: BTreeMap<(GroupId, SessionNumber), usize>,
    columns: &'a Columns,
}

impl Groups<'_> {
    /// Reads a row; whether something of it could be.
    fn row(&mut self, row: &Row) -> bool {
        let columns = self.columns;
        let read = read_group(columns.cell(row, GroupColumn::Group), self.plan);
        let Some(id) = self.said(row, GroupColumn::Group, read.map_err(GroupFault::Group)) else {
            return false;
        };
        let is_same = |group: &EnteredGroup| group.id.as_str().eq_ignore_ascii_case(id.as_str());
        let known = self.list.groups.iter().position(is_same);
        let Some(mut group) = known
            .and_then(|place| self.list.groups.get(place).cloned())
            .or_else(|| {
                let location = self.group_location(row, &id);
                let location = self.said(row, GroupColumn::Location, location)?;
                Some(EnteredGroup::new(id, location))
            })
        else {
            return false;
        };
        let mut is_read = self.days(row, &mut group);
        is_read |= self.families(row, &mut group);
        let half_day = columns.cell(row, GroupColumn::HalfDay);
        if !half_day.is_empty() {
            let read = read_half_day(half_day).ok_or(GroupFault::HalfDay);
            let read = self.said(row, GroupColumn::HalfDay, read);
            group.half_day = read.or(group.half_day);
            is_read |= read.is_some();
        }
        if is_read {
            match known.and_then(|place| self.list.groups.get_mut(place)) {
                Some(place) => *place = group,
                None => self.list.groups.push(group),
            }
        }
        is_read
    }

    /// What was read, or a fault more.
    fn said<T>(
        &mut self,
        row: &Row,
        column: GroupColumn,
        read: Result<T, GroupFault>,
    ) -> Option<T> {
        read.map_err(|fault| {
            self.list.faults.push(GroupLineFault {
                line: row.line,
                column,
                value: self.columns.cell(row, column).to_owned(),
                fault,
            });
        })
        .ok()
    }

    /// Where a group meets: as the plan has it, as its first row says, or as the user says of all.
    fn group_location(&mut self, row: &Row, id: &GroupId) -> Result<LocationId, GroupFault> {
        if let Some(known) = self.plan.groups.get(id) {
            return Ok(known.location.clone());
        }
        let cell = self.columns.cell(row, GroupColumn::Location);
        let name = if cell.is_empty() {
            self.location.trim()
        } else {
            cell
        };
        let is_long = name.chars().count() > LONGEST_LOCATION_NAME || name.contains(['\n', '\r']);
        if is_long {
            return Err(GroupFault::Location(CellFault::LocationName));
        }
        let Some(named) = LocationId::from_name(name) else {
            // One location: there is nothing to choose.
            let mut all = self.plan.locations.keys();
            if let (Some(only), None) = (all.next(), all.next()) {
                return Ok(only.clone());
            }
            self.list.needs_location = true;
            return Err(GroupFault::Location(CellFault::LocationMissing));
        };
        if let Some(known) = places(&self.draft).get(&named) {
            return Ok(known.clone());
        }
        let location = Location {
            id: named.clone(),
            prefix: propose_prefix(&self.draft, name),
            name: name.to_owned(),
            address: String::new(),
            region: None,
            start_times: BTreeMap::new(),
            extra: Map::new(),
        };
        self.draft.apply(Change::location(location.clone()));
        self.list.locations.push(location);
        Ok(named)
    }

    /// The days of a row: that of its number, and those in columns of their own.
    fn days(&mut self, row: &Row, group: &mut EnteredGroup) -> bool {
        let columns = self.columns;
        let mut is_read = false;
        for (_, column) in &columns.found {
            let number = match column {
                GroupColumn::Date => {
                    let cell = columns.cell(row, GroupColumn::Number);
                    let number = self.session(read_number(cell));
                    self.said(row, GroupColumn::Number, number)
                }
                GroupColumn::Session(_) if columns.cell(row, *column).is_empty() => None,
                GroupColumn::Session(number) => {
                    let number = self.session(Some(*number));
                    self.said(row, *column, number)
                }
                _ => None,
            };
            let Some(number) = number else { continue };
            let cell = columns.cell(row, *column);
            let read = read_birth(cell, DateOrder::DayFirst, self.today);
            let Some(date) = self.said(row, *column, read.map_err(GroupFault::Day)) else {
                continue;
            };
            let key = (group.id.clone(), number);
            match self.first_lines.get(&key).copied() {
                Some(first_line) if group.dates.get(&number) != Some(&date) => {
                    self.said::<()>(row, *column, Err(GroupFault::Twice { first_line }));
                    continue;
                }
                _ => {}
            }
            self.first_lines.entry(key).or_insert(row.line);
            group.dates.insert(number, date);
            is_read = true;
            if !is_usual_date(cell) {
                self.list.dates.push(DateRead {
                    line: row.line,
                    cell: cell.to_owned(),
                    date,
                });
            }
        }
        is_read
    }

    fn session(&self, number: Option<SessionNumber>) -> Result<SessionNumber, GroupFault> {
        let template = self.plan.template();
        let last = template.sessions.iter().map(|spec| spec.number).max();
        number
            .filter(|number| template.session(*number).is_some())
            .ok_or(GroupFault::Number { last })
    }

    /// Who is in the group: codes that the plan has, or a number with the births of the oldest and the youngest child.
    fn families(&mut self, row: &Row, group: &mut EnteredGroup) -> bool {
        let columns = self.columns;
        let cell = columns.cell(row, GroupColumn::Families);
        let mut birth = |column| {
            let cell = columns.cell(row, column);
            let read = read_birth(cell, DateOrder::DayFirst, self.today);
            let read = read.map_err(GroupFault::Day);
            (!cell.is_empty()).then(|| self.said(row, column, read))?
        };
        let births = [birth(GroupColumn::Oldest), birth(GroupColumn::Youngest)];
        let births = BirthWindow::around(births.into_iter().flatten());
        let count = cell.parse::<u8>().ok();
        let count = count.filter(|count| (1..=MOST_FAMILIES).contains(count));
        match (births, count) {
            (Some(window), Some(families)) => {
                let children = columns.cell(row, GroupColumn::Children);
                let read = match children {
                    "" => Ok(families),
                    text => text
                        .parse()
                        .ok()
                        .filter(|count| (1..=MOST_CHILDREN).contains(count))
                        .ok_or(GroupFault::Children),
                };
                let children = self.said(row, GroupColumn::Children, read);
                group.births = Some(KnownBirths {
                    window,
                    families,
                    children: children.unwrap_or(families),
                    extra: Map::new(),
                });
                true
            }
            // A number alone says nothing of the ages, and births nothing of how many they are.
            (None, Some(_)) => false,
            (Some(_), None) if cell.is_empty() => {
                self.said::<()>(row, GroupColumn::Families, Err(GroupFault::Families));
                false
            }
            _ if cell.is_empty() => false,
            _ => {
                let codes = cell.split([',', ';', '/', '+', ' ', '\n']);
                let codes = codes.filter(|code| !code.is_empty());
                let known = |code: &str| {
                    let code = EnrolmentCode::parse(code).ok()?;
                    self.plan.enrolments.contains_key(&code).then_some(code)
                };
                let read: Option<BTreeSet<EnrolmentCode>> = codes.map(known).collect();
                let read = self.said(row, GroupColumn::Families, read.ok_or(GroupFault::Families));
                let is_read = read.is_some();
                group.families.extend(read.into_iter().flatten());
                is_read
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Status;
    use crate::schedule::test_plans::{make, plan_of};

    const TODAY: &str = "2027-06-01";

    fn read(text: &str, plan: &Plan) -> GroupList {
        read_groups(&Table::read(text), "", plan, TODAY.parse().ok())
    }

    fn days(list: &GroupList) -> Vec<String> {
        let groups = list.groups.iter();
        let days = groups.flat_map(|group| {
            let dates = group.dates.iter();
            dates.map(|(number, date)| format!("{} {number} {date}", group.id))
        });
        days.collect()
    }

    fn faults(list: &GroupList) -> Vec<(usize, GroupColumn, GroupFault)> {
        let faults = list.faults.iter();
        faults
            .map(|one| (one.line, one.column, one.fault))
            .collect()
    }

    #[test]
    fn a_line_for_each_bijeenkomst_and_one_for_each_group_say_the_same() {
        let plan = plan_of(r#""groups":[]"#);
        let expected = [
            "Groep-1 B1 2027-03-02",
            "Groep-1 B2 2027-03-30",
            "NRD-2 B1 2027-06-08",
        ];
        for text in [
            "Groep;Nr;Datum\nGroep 1;B1;2-3-2027\nGroep 1;2;30 mrt 2027\nNRD-2;B 1;di 8-6-2027",
            "Groep\tB1\tB2\tNaam\nGroep 1\t2-3-2027\t30-3-2027\tAnne\nNRD-2\t8-6-27\t-\tBo",
            "Groep 1;2-3-2027;30-3-2027\nNRD-2;8-6-2027;",
            "Groep 1,1,2-3-2027\nGroep 1,2,30-3-2027\nNRD-2,1,8-6-2027",
        ] {
            let list = read(text, &plan);
            assert_eq!(days(&list), expected, "{text}");
            assert_eq!((list.held, list.coming, list.new), (2, 1, 2), "{text}");
            assert_eq!(faults(&list), [], "{text}");
            let lines = list.lines;
            assert_eq!(lines.total, lines.read + lines.rejected + lines.skipped);
        }
        let wide = read("Groep;B1;Naam\nG1;2-3-2027;Anne", &plan);
        assert_eq!(wide.dropped, ["Naam"]);
        let list = read("Groep;Nr;Datum\nG1;1;2 mrt 2027", &plan);
        assert_eq!(list.dates.len(), 1, "said as it is read");
    }

    #[test]
    fn every_cell_that_cannot_be_read_is_named_and_the_rest_of_its_line_is_kept() {
        let plan = plan_of(r#""groups":[]"#);
        let list = read(
            "Groep;B1;B2;B9\nG1;31-2-2027;30-3-2027;\nAnne;2-3-2027;;\nG2;;;1-3-2027\nG1;;31-3-2027;",
            &plan,
        );
        let number = |number| SessionNumber::new(number).unwrap();
        let session = |one| GroupColumn::Session(number(one));
        let expected = [
            (2, session(1), GroupFault::Day(CellFault::NoSuchDay)),
            (3, GroupColumn::Group, GroupFault::Group(CodeFault::NoDigit)),
            (
                4,
                session(9),
                GroupFault::Number {
                    last: Some(number(8)),
                },
            ),
            (5, session(2), GroupFault::Twice { first_line: 2 }),
        ];
        assert_eq!(faults(&list), expected);
        assert_eq!(days(&list), ["G1 B2 2027-03-30"]);
        let lines = list.lines;
        assert_eq!((lines.read, lines.rejected, lines.skipped), (1, 3, 1));
        assert!(!format!("{:?}", list.faults).contains("Anne"));
        let list = read("Groep;Nr;Datum\nG1;;2-3-2027\nG1;2;", &plan);
        let expected = [
            (
                2,
                GroupColumn::Number,
                GroupFault::Number {
                    last: Some(number(8)),
                },
            ),
            (
                3,
                GroupColumn::Date,
                GroupFault::Day(CellFault::DateMissing),
            ),
        ];
        assert_eq!(faults(&list), expected);
        assert_eq!(list.edit(true), None);
    }

    #[test]
    fn a_location_is_named_asked_or_the_only_one() {
        let mut plan = plan_of(r#""groups":[]"#);
        let list = read(
            "Groep;CB;B1\nG1;Zuid;2-3-2027\nG2;zuid;2-3-2027\nG3;;2-3-2027",
            &plan,
        );
        let at: Vec<&str> = list
            .groups
            .iter()
            .map(|group| group.location.as_str())
            .collect();
        assert_eq!(at, ["zuid", "zuid", "noord"]);
        assert_eq!(list.locations.len(), 1);
        make(&mut plan, &list.edit(true).unwrap(), TODAY.parse().ok());
        assert_eq!(plan.groups.len(), 3);
        let list = read("Groep;B1\nG4;2-3-2027", &plan);
        assert!(list.needs_location && list.groups.is_empty());
        let table = Table::read("Groep;B1\nG4;2-3-2027");
        let list = read_groups(&table, "Zuid", &plan, TODAY.parse().ok());
        assert_eq!(list.groups[0].location.as_str(), "zuid");
    }

    #[test]
    fn families_come_by_code_or_as_births_that_are_known() {
        let mut plan = plan_of(r#""groups":[]"#);
        let list = read(
            "Groep;Gezinnen;Kinderen;Oudste;Jongste;B1;B2\nG1;7;8;4-1-2027;20-1-2027;23-2-2027;8-6-2027\nG2;;;4-1-2027;;2-3-2027;",
            &plan,
        );
        assert_eq!(
            faults(&list),
            [(3, GroupColumn::Families, GroupFault::Families)]
        );
        assert_eq!(list.without_families.len(), 1);
        make(&mut plan, &list.edit(true).unwrap(), TODAY.parse().ok());
        let group = &plan.groups[&GroupId::parse("G1").unwrap()];
        assert_eq!((plan.families(group), plan.children(group)), (7, 8));
        let number = |number| SessionNumber::new(number).unwrap();
        let status = |one| group.sessions[&number(one)].status;
        assert_eq!((status(1), status(2)), (Status::Held, Status::Shared));
        assert!(group.pinned);
    }
}
