//! From a pasted table to groups that run already, with the days of their bijeenkomsten and who is in them. Columns that
//! are none of these are never kept.

use super::cells::{CellFault, DateOrder, is_usual_date, read_birth, read_lapse};
use super::enrolments::{LineCount, LineFault};
use super::group_columns::{GroupColumn, GroupReading, read_half_day};
use super::questions::{
    DateRead, Days, NewNames, Orders, Question, about_cells, near_places, new_names,
};
use super::reading::{Places, places};
use super::table::{Row, Table};
use crate::calendar::Date;
use crate::care::{BirthWindow, SessionNumber};
use crate::cohort::propose_prefix;
use crate::edit::{Edit, EnteredGroup};
use crate::plan::{
    Change, CodeFault, EnrolmentCode, GroupId, KnownBirths, Location, LocationId, Plan,
};
use serde_json::Map;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::ops::Bound;

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
    /// Something else for the same bijeenkomst stands on this line already.
    Twice {
        /// The line where it stands first.
        first_line: usize,
    },
    /// There is no location or none that can be one, or a quote is open.
    Cell(CellFault),
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
            Self::Day(fault) | Self::Cell(fault) => fault.fmt(out),
            Self::Twice { first_line } => {
                write!(out, "something else stands on line {first_line} already")
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

/// A cell of a list of groups that cannot be read.
pub type GroupLineFault = LineFault<GroupColumn, GroupFault>;

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
    /// How many bijeenkomsten lapsed.
    pub lapsed: usize,
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
    /// What only the user can say of the list, answered or not.
    pub questions: Vec<Question>,
    /// Whether a question is not answered yet, or no column names a location and the user did not either. The groups are
    /// then read as the list is guessed, to be looked at and not to be kept.
    pub is_open: bool,
}

impl GroupList {
    /// The edit that brings the groups in; `None` where there is none, or as long as a question is not answered. The
    /// parents know the days that are still to come, or not yet.
    pub fn edit(&self, shared: bool) -> Option<Edit> {
        (!self.groups.is_empty() && !self.is_open).then(|| Edit::EnterGroups {
            locations: self.locations.clone(),
            groups: self.groups.clone(),
            shared,
        })
    }
}

/// A number of families above this is a code.
const MOST_FAMILIES: u8 = 30;
/// The most children of a group.
const MOST_CHILDREN: u8 = 99;
/// The most characters of the code of a group.
const LONGEST_GROUP: usize = 20;

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

/// The dates of a list with the days that they can hold. A bijeenkomst is between those before and behind it of its
/// group, whichever way these are read.
fn dates<'a>(
    reading: &GroupReading,
    rows: &'a [Row],
    today: Option<Date>,
) -> Vec<(GroupColumn, &'a str, Days)> {
    let mut days: Vec<(GroupColumn, &str, (String, SessionNumber))> = Vec::new();
    // The first and the last day that each bijeenkomst can be on.
    let mut ends: BTreeMap<(String, SessionNumber), [Date; 2]> = BTreeMap::new();
    for row in rows {
        for (column, number) in reading.days(row) {
            let cell = day_cell(reading.cell(row, column)).0;
            let Some(number) = number else { continue };
            let group = reading.cell(row, GroupColumn::Group).to_lowercase();
            let orders = [DateOrder::DayFirst, DateOrder::MonthFirst];
            for day in orders
                .map(|order| read_birth(cell, order, today))
                .into_iter()
                .flatten()
            {
                let [first, last] = ends.entry((group.clone(), number)).or_insert([day; 2]);
                (*first, *last) = (day.min(*first), day.max(*last));
            }
            days.push((column, cell, (group, number)));
        }
    }
    let meetings = days.into_iter().map(|(column, cell, key)| {
        let of_group = |((group, _), _): &(&(String, SessionNumber), &[Date; 2])| *group == key.0;
        let after = ends.range(..&key).next_back().filter(of_group);
        let behind = (Bound::Excluded(&key), Bound::Unbounded);
        let before = ends.range(behind).next().filter(of_group);
        let days = Days::Meeting {
            after: after.map(|(_, [first, _])| *first),
            before: before.map(|(_, [_, last])| *last),
        };
        (column, cell, days)
    });
    let births = rows.iter().flat_map(|row| {
        let columns = [GroupColumn::Oldest, GroupColumn::Youngest];
        columns.map(|column| (column, reading.cell(row, column), Days::Birth))
    });
    meetings.chain(births).collect()
}

/// What a cell says of the day of a bijeenkomst: the date in it, and whether it says that the bijeenkomst lapsed.
fn day_cell(cell: &str) -> (&str, bool) {
    let beside = read_lapse(cell);
    (beside.unwrap_or(cell), beside.is_some())
}

/// Reads groups with their days. Which comes first in dates is judged for each column as a whole, by which days do not
/// exist, are on a weekend or are out of order. Which families a group has is said by codes that the plan has, or by the
/// births of the oldest and the youngest child with the number of families.
pub fn read_groups(
    table: &Table,
    reading: &GroupReading,
    plan: &Plan,
    today: Option<Date>,
) -> GroupList {
    let rows = table.rows.get(reading.first_row()..).unwrap_or_default();
    let headings = reading.headings.and_then(|place| table.rows.get(place));
    let answers = &reading.answers;
    let orders = Orders::of(dates(reading, rows, today), answers.order, today);
    let places = places(plan);
    let cells = rows
        .iter()
        .map(|row| reading.cell(row, GroupColumn::Location));
    let names = new_names(cells, &places);
    let near = near_places(&names, plan);
    let mut groups = Groups {
        plan,
        today,
        widths: [
            table.usual_width,
            headings.map_or(table.usual_width, |row| row.cells.len()),
        ],
        places,
        names,
        orders: &orders,
        draft: locations_of(plan),
        list: GroupList::default(),
        first_lines: BTreeMap::new(),
        reading,
    };
    for row in rows {
        if groups.row(row) {
            groups.list.lines.read += 1;
        } else {
            groups.list.lines.rejected += 1;
        }
    }
    let mut list = groups.list;
    let headings = headings.iter().flat_map(|row| &row.cells);
    let headings = headings.zip(&reading.columns);
    list.dropped = headings
        .filter(|(heading, column)| **column == GroupColumn::Ignored && !heading.is_empty())
        .map(|(heading, _)| heading.clone())
        .collect();
    list.lines.total = table.lines;
    list.lines.skipped = table.skipped + reading.first_row().min(table.rows.len());
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
    let days = list.groups.iter().flat_map(|group| {
        let days = group.dates.iter();
        days.filter(|(number, _)| !group.lapsed.contains(number))
    });
    let (held, coming): (Vec<&Date>, Vec<&Date>) = days
        .map(|(_, day)| day)
        .partition(|day| today.is_none_or(|today| **day < today));
    (list.held, list.coming) = (held.len(), coming.len());
    list.lapsed = list.groups.iter().map(|group| group.lapsed.len()).sum();
    let is_location_open = list.needs_location && reading.position(GroupColumn::Location).is_none();
    let is_open;
    (list.questions, is_open) = about_cells(orders.doubt, Vec::new(), near, answers);
    list.is_open = is_open || is_location_open;
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
    /// How many cells a row can be expected to have.
    widths: [usize; 2],
    places: Places,
    names: NewNames,
    orders: &'a Orders<GroupColumn>,
    draft: Plan,
    list: GroupList,
    first_lines: BTreeMap<(GroupId, SessionNumber), usize>,
    reading: &'a GroupReading,
}

impl Groups<'_> {
    /// Reads a row; whether something of it could be.
    fn row(&mut self, row: &Row) -> bool {
        let reading = self.reading;
        if !self.quotes(row) {
            return false;
        }
        let read = read_group(reading.cell(row, GroupColumn::Group), self.plan);
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
        let half_day = reading.cell(row, GroupColumn::HalfDay);
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

    /// Whether no open quote matters.
    fn quotes(&mut self, row: &Row) -> bool {
        let columns = &self.reading.columns;
        let column = |position: usize| {
            let column = columns.get(position).copied();
            column.unwrap_or(GroupColumn::Ignored)
        };
        let is_kept = |position: usize| column(position) != GroupColumn::Ignored;
        let Some((position, is_moved)) = row.open_quote(self.widths, is_kept) else {
            return true;
        };
        self.list.faults.push(LineFault {
            line: row.line,
            column: column(position),
            position: (!is_moved).then_some(position),
            value: row.cells.get(position).cloned().unwrap_or_default(),
            fault: GroupFault::Cell(CellFault::OpenQuote),
        });
        false
    }

    /// What was read, or a fault more.
    fn said<T>(
        &mut self,
        row: &Row,
        column: GroupColumn,
        read: Result<T, GroupFault>,
    ) -> Option<T> {
        read.map_err(|fault| {
            self.list.faults.push(LineFault {
                line: row.line,
                column,
                position: self.reading.position(column),
                value: self.reading.cell(row, column).to_owned(),
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
        let cell = self.reading.cell(row, GroupColumn::Location);
        let answers = &self.reading.answers;
        let Some((named, name)) = answers.location(cell).map_err(GroupFault::Cell)? else {
            // One location: there is nothing to choose.
            let mut all = self.plan.locations.keys();
            if let (Some(only), None) = (all.next(), all.next()) {
                return Ok(only.clone());
            }
            self.list.needs_location = true;
            return Err(GroupFault::Cell(CellFault::LocationMissing));
        };
        let id = answers.meant(named, &self.places);
        if !self.draft.locations.contains_key(&id) {
            let name = self.names.get(&id).map_or(name, |(name, _)| name);
            let location = Location::new(id.clone(), name, propose_prefix(&self.draft, name));
            self.draft.apply(Change::location(location.clone()));
            self.list.locations.push(location);
        }
        Ok(id)
    }

    /// The days of a row: that of its number, and those in columns of their own.
    fn days(&mut self, row: &Row, group: &mut EnteredGroup) -> bool {
        let mut is_read = false;
        for (column, number) in self.reading.days(row) {
            let of = match column {
                GroupColumn::Date => GroupColumn::Number,
                column => column,
            };
            let number = self.session(number);
            let Some(number) = self.said(row, of, number) else {
                continue;
            };
            let cell = self.reading.cell(row, column);
            let (written, lapsed) = day_cell(cell);
            let mut date = None;
            if !(lapsed && written.is_empty()) {
                let read = read_birth(written, self.orders.get(&column), self.today);
                date = self.said(row, column, read.map_err(GroupFault::Day));
                if date.is_none() {
                    continue;
                }
            }
            let key = (group.id.clone(), number);
            let said = (group.dates.get(&number), group.lapsed.contains(&number));
            match self.first_lines.get(&key).copied() {
                Some(first_line) if said != (date.as_ref(), lapsed) => {
                    self.said::<()>(row, column, Err(GroupFault::Twice { first_line }));
                    continue;
                }
                _ => {}
            }
            self.first_lines.entry(key).or_insert(row.line);
            if lapsed {
                group.lapsed.insert(number);
            }
            group.dates.extend(date.map(|date| (number, date)));
            is_read = true;
            if let Some(date) = date.filter(|_| !is_usual_date(written)) {
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
        let reading = self.reading;
        let cell = reading.cell(row, GroupColumn::Families);
        let mut birth = |column| {
            let cell = reading.cell(row, column);
            let read = read_birth(cell, self.orders.get(&column), self.today);
            let read = read.map_err(GroupFault::Day);
            (!cell.is_empty()).then(|| self.said(row, column, read))?
        };
        let births = [birth(GroupColumn::Oldest), birth(GroupColumn::Youngest)];
        let births = BirthWindow::around(births.into_iter().flatten());
        let count = cell.parse::<u8>().ok();
        let count = count.filter(|count| (1..=MOST_FAMILIES).contains(count));
        match (births, count) {
            (Some(window), Some(families)) => {
                let children = reading.cell(row, GroupColumn::Children);
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
        let table = Table::read(text);
        read_groups(
            &table,
            &GroupReading::guess(&table, plan),
            plan,
            TODAY.parse().ok(),
        )
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
        assert!(list.is_open, "no column says where");
        let table = Table::read("Groep;B1\nG4;2-3-2027");
        let mut reading = GroupReading::guess(&table, &plan);
        reading.answers.location = Some("Zuid".to_owned());
        let list = read_groups(&table, &reading, &plan, TODAY.parse().ok());
        assert!(!list.is_open);
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
