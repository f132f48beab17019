//! What a list of families or of groups leaves open and only the user can say: which column is the code, the birth date
//! or the location, whether the day or the month comes first in its dates, whether days far ahead are right, and whether
//! a name is that of a place that is known. Nothing of a list is kept before its questions are answered.

use super::cells::{CellFault, DateOrder, read_birth, read_yes_no};
use super::columns::Column;
use super::decode::without_accent;
use super::enrolments::LONGEST_LOCATION_NAME;
use super::reading::{BirthDates, Places, Reading, cells, is_place};
use super::table::{Row, Table};
use crate::calendar::{Date, Workday};
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
/// A bijeenkomst in a list is not further ahead: those of a group take fourteen months, and days are set for groups of
/// families who are still expecting.
const LONGEST_PLANNED: u16 = 24;
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

/// What the user said of a list, where it was asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// Which comes first in the dates. It holds for every column of dates that does not itself show that the day comes
    /// first.
    pub order: Option<DateOrder>,
    /// Whether days that are more than nine months ahead are right.
    pub far_ahead: Option<bool>,
    /// The name of the location of rows that have none.
    pub location: Option<String>,
    /// What names of places mean that nearly equal a known one: that one, or themselves.
    pub places: BTreeMap<LocationId, LocationId>,
}

impl Answers {
    /// Whether the user did not say yet whether this name is that of a known place.
    fn lacks(&self, near: &NearPlace) -> bool {
        !self.places.contains_key(&near.id)
    }

    /// The location that a name means: what the user said of it, or what the plan calls so.
    pub(super) fn meant(&self, name: LocationId, places: &Places) -> LocationId {
        let said = self.places.get(&name).cloned().unwrap_or(name);
        places.get(&said).cloned().unwrap_or(said)
    }

    /// The name in the cell of a location, or else that for rows without one; `None` where there is neither.
    ///
    /// # Errors
    /// When it is too long for a name.
    pub(super) fn location<'a>(
        &'a self,
        cell: &'a str,
    ) -> Result<Option<(LocationId, &'a str)>, CellFault> {
        let name = match (cell, &self.location) {
            ("", Some(default)) => default.trim(),
            (name, _) => name,
        };
        if name.chars().count() > LONGEST_LOCATION_NAME || name.contains(['\n', '\r']) {
            return Err(CellFault::LocationName);
        }
        Ok(LocationId::from_name(name).map(|id| (id, name)))
    }
}

/// The questions that are asked of every list, and whether one of them is not answered yet.
pub(super) fn about_cells(
    doubt: Option<DateExample>,
    far_ahead: Vec<DateRead>,
    near: Vec<NearPlace>,
    answers: &Answers,
) -> (Vec<Question>, bool) {
    let is_order_open = doubt.is_some() && answers.order.is_none();
    // Before the order is known, nobody knows which days these are.
    let far_ahead = Some(far_ahead).filter(|days| !days.is_empty() && !is_order_open);
    let is_open = is_order_open
        || (far_ahead.is_some() && answers.far_ahead.is_none())
        || near.iter().any(|near| answers.lacks(near));
    let days = [
        doubt.map(Question::DateOrder),
        far_ahead.map(Question::FarAhead),
    ];
    let near = near.into_iter().map(Question::Place);
    (days.into_iter().flatten().chain(near).collect(), is_open)
}

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

/// Those among the cells of a column of places.
pub(super) fn new_names<'a>(cells: impl Iterator<Item = &'a str>, places: &Places) -> NewNames {
    let mut names = NewNames::new();
    for name in cells {
        let Some(id) = LocationId::from_name(name).filter(|id| !places.contains_key(id)) else {
            continue;
        };
        names.entry(id).or_insert_with(|| (name.to_owned(), 0)).1 += 1;
    }
    names
}

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
pub(super) struct Orders<C> {
    columns: BTreeMap<C, DateOrder>,
    pub doubt: Option<DateExample>,
}

impl<C: Ord> Orders<C> {
    /// Judges each column of dates as a whole, by its cells and the days that they can hold. Without `today` only days
    /// that do not exist say something, and days between which a bijeenkomst is not.
    pub fn of<'a>(
        dates: impl IntoIterator<Item = (C, &'a str, Days)>,
        said: Option<DateOrder>,
        today: Option<Date>,
    ) -> Self {
        let mut columns: BTreeMap<C, Evidence> = BTreeMap::new();
        for (column, cell, days) in dates {
            columns.entry(column).or_default().add(cell, days, today);
        }
        let doubt = columns.values().find_map(Evidence::doubt);
        let order = |evidence: &Evidence| match said {
            Some(order) if !evidence.shows_day_first => order,
            _ => DateOrder::DayFirst,
        };
        let orders = columns
            .into_iter()
            .map(|(column, evidence)| (column, order(&evidence)));
        Self {
            columns: orders.collect(),
            doubt,
        }
    }

    pub fn get(&self, column: &C) -> DateOrder {
        let order = self.columns.get(column).copied();
        order.unwrap_or(DateOrder::DayFirst)
    }
}

/// Which days a cell can hold.
#[derive(Clone, Copy)]
pub(super) enum Days {
    Birth,
    Due,
    BirthOrDue,
    /// A bijeenkomst: after that before it and before that behind it, where the list has them.
    Meeting {
        after: Option<Date>,
        before: Option<Date>,
    },
}

impl Days {
    fn last(self, today: Date) -> Date {
        match self {
            Self::Birth => today,
            Self::Due | Self::BirthOrDue => last_due(today),
            Self::Meeting { .. } => today.plus_months(LONGEST_PLANNED),
        }
    }

    /// The same with due dates among them: a list of births often holds some.
    fn or_due(self) -> Self {
        match self {
            Self::Birth | Self::BirthOrDue => Self::BirthOrDue,
            Self::Due | Self::Meeting { .. } => self,
        }
    }

    /// Whether a day is no reason to doubt: a bijeenkomst can be on a Sunday or out of order, but hardly is.
    fn is_usual(self, day: Date, today: Option<Date>) -> bool {
        let is_early = today.is_none_or(|today| day <= self.last(today));
        match self {
            Self::Meeting { after, before } => {
                let is_between = after.is_none_or(|after| after < day)
                    && before.is_none_or(|before| day < before);
                is_early && is_between && Workday::of(day).is_some()
            }
            _ => is_early,
        }
    }

    fn is_plausible(self, day: Date, today: Date) -> bool {
        let is_recent = match self {
            Self::Birth | Self::BirthOrDue | Self::Meeting { .. } => {
                day.plus_months(OLDEST_MONTHS) >= today
            }
            Self::Due => day.plus_days(LONGEST_OVERDUE) >= today,
        };
        is_recent && day <= self.last(today)
    }
}

/// The column of dates, its cell, and which days it can hold, of a row: the due date where there is no birth date.
pub(super) fn date_of<'a>(reading: &Reading, row: &'a Row) -> (Column, &'a str, Days) {
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
    /// Some cell is a day to doubt when the month comes first, such as one that is too late.
    is_month_first_unusual: bool,
    /// A cell that is a day only when the month comes first.
    only_month_first: Option<DateExample>,
    /// A cell that is a day to doubt unless the month comes first.
    unusual_day_first: Option<DateExample>,
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
        self.is_month_first_unusual |= !days.is_usual(month_first, today);
        if day_first.is_none() {
            self.only_month_first.get_or_insert_with(example);
        } else if day_first.is_some_and(|day| !days.is_usual(day, today)) {
            self.unusual_day_first.get_or_insert_with(example);
        }
        if day_first.is_some() {
            self.either.get_or_insert_with(example);
        }
    }

    /// An example when only the user knows the order. That days do not exist says more than that they are unusual: then
    /// some may be so in either order.
    fn doubt(&self) -> Option<DateExample> {
        if self.is_month_first_odd {
            return None;
        }
        let unusual = self.unusual_day_first.as_ref();
        let unusual = unusual.filter(|_| !self.is_month_first_unusual);
        let example = self.only_month_first.as_ref().or(unusual)?;
        Some(self.either.as_ref().unwrap_or(example).clone())
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
