//! From a pasted table to people of the team: an alias, a role, half-days and locations, a line each. Names are
//! refused, and columns that are none of these are never kept.

use super::cells::{CellFault, letters, read_half_days, read_yes_no};
use super::table::{Row, Table};
use crate::calendar::HalfDay;
use crate::edit::Edit;
use crate::plan::{CodeFault, LocationId, Person, PersonId, Plan, Role};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// What a column of a team holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TeamColumn {
    /// The alias.
    Alias,
    /// The role.
    Role,
    /// The half-days on which somebody works.
    HalfDays,
    /// The locations.
    Locations,
    /// The working week.
    Fte,
    /// Whether the training was followed.
    Trained,
}

/// Why somebody on a list cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TeamFault {
    /// The alias is none: it could be a name.
    Alias(CodeFault),
    /// The alias stands on this line already.
    Twice {
        /// The line where it stands first.
        first_line: usize,
    },
    /// It is no role.
    Role,
    /// A half-day cannot be read.
    HalfDay,
    /// The plan does not have the location.
    Location,
    /// It is no working week that can be set.
    Fte,
    /// It is neither yes nor no.
    YesNo,
}

impl fmt::Display for TeamFault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Alias(fault) => fault.fmt(out),
            Self::Twice { first_line } => {
                write!(out, "the alias stands on line {first_line} already")
            }
            Self::Role => out.write_str(
                "not a role; expected facilitator, youth nurse, assistant or youth physician",
            ),
            Self::HalfDay => out.write_str("not half-days; expected such as `mon, tue morning`"),
            Self::Location => out.write_str("the plan does not have the location"),
            Self::Fte => write!(
                out,
                "the working week cannot be so; expected {} to {} hundredths of a full one",
                Person::SMALLEST_FTE,
                Person::LARGEST_FTE
            ),
            Self::YesNo => out.write_str("expected yes or no"),
        }
    }
}

impl std::error::Error for TeamFault {}

/// A pasted team.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TeamList {
    /// Who can be set, in order of the list; of those who are in the plan already with what the list does not say.
    pub people: Vec<Person>,
    /// The lines that cannot be read, from 1, and why.
    pub faults: Vec<(usize, TeamFault)>,
    /// How many columns hold nothing that a plan keeps.
    pub dropped: usize,
}

impl TeamList {
    /// The edits that put these people in the team.
    pub fn edits(&self) -> Vec<Edit> {
        let people = self.people.iter().cloned();
        people
            .map(|person| Edit::SetPerson(Box::new(person)))
            .collect()
    }
}

const COLUMNS: [TeamColumn; 6] = [
    TeamColumn::Alias,
    TeamColumn::Role,
    TeamColumn::HalfDays,
    TeamColumn::Locations,
    TeamColumn::Fte,
    TeamColumn::Trained,
];

impl TeamColumn {
    /// The column that a heading names.
    fn of_heading(heading: &str) -> Option<Self> {
        let heading = letters(heading);
        let names: [(Self, &[&str]); 6] = [
            (
                Self::Alias,
                &[
                    "code",
                    "alias",
                    "afkorting",
                    "initialen",
                    "initials",
                    "wie",
                    "who",
                ],
            ),
            (
                Self::Role,
                &["rol", "functie", "role", "position", "beroep"],
            ),
            (
                Self::HalfDays,
                &[
                    "dagdeel",
                    "dagdelen",
                    "werkdagen",
                    "dagen",
                    "beschikbaar",
                    "halfdays",
                    "days",
                    "available",
                ],
            ),
            (
                Self::Locations,
                &[
                    "locatie",
                    "locaties",
                    "cb",
                    "bureau",
                    "vestiging",
                    "location",
                    "locations",
                    "waar",
                    "where",
                ],
            ),
            (Self::Fte, &["fte", "werkweek", "uren", "workingweek"]),
            (
                Self::Trained,
                &["opgeleid", "training", "getraind", "trained"],
            ),
        ];
        let is_named = |(_, words): &&(Self, &[&str])| words.contains(&heading.as_str());
        names.iter().find(is_named).map(|(column, _)| *column)
    }

    /// Whether a cell can be of this column.
    fn can_be(self, cell: &str, plan: &Plan) -> bool {
        match self {
            Self::Alias => PersonId::parse(cell).is_ok(),
            Self::Role => read_role(cell).is_some(),
            Self::HalfDays => read_times(cell).is_ok(),
            Self::Locations => read_locations(cell, plan).is_some(),
            Self::Fte => Person::read_fte(cell).is_some(),
            Self::Trained => read_yes_no(cell).is_ok(),
        }
    }
}

/// Reads people from text as Excel copies it, with headings or without: then the columns are found by what
/// stands in them.
pub fn read_team(text: &str, plan: &Plan) -> TeamList {
    let table = Table::read(text);
    let Some(first) = table.rows.first() else {
        return TeamList::default();
    };
    let headings = first.cells.iter().map(|cell| TeamColumn::of_heading(cell));
    let headings: Vec<Option<TeamColumn>> = headings.collect();
    let has_headings = headings.iter().flatten().count() > 1;
    let rows = table
        .rows
        .get(usize::from(has_headings)..)
        .unwrap_or_default();
    let mut columns: BTreeMap<TeamColumn, usize> = BTreeMap::new();
    for (position, heading) in headings.iter().enumerate().filter(|_| has_headings) {
        if let Some(column) = heading {
            columns.entry(*column).or_insert(position);
        }
    }
    for column in COLUMNS.iter().filter(|_| !has_headings) {
        let is_free = |position: &usize| !columns.values().any(|taken| taken == position);
        let holds = |position: &usize| {
            let cells = rows.iter().filter_map(|row| row.cells.get(*position));
            let mut cells = cells.filter(|cell| !cell.is_empty()).peekable();
            cells.peek().is_some() && cells.all(|cell| column.can_be(cell, plan))
        };
        let found = (0..table.width()).filter(is_free).find(holds);
        if let Some(position) = found {
            columns.insert(*column, position);
        }
    }
    // Without a better one the first column is asked for the alias, so that every line says what is wrong with it.
    columns.entry(TeamColumn::Alias).or_insert(0);
    let kept: BTreeSet<usize> = columns.values().copied().collect();
    let mut list = TeamList {
        dropped: table.width().saturating_sub(kept.len()),
        ..TeamList::default()
    };
    let mut seen: BTreeMap<PersonId, usize> = BTreeMap::new();
    for row in rows {
        match read_person(row, &columns, plan, &seen) {
            Ok(person) => {
                seen.insert(person.alias.clone(), row.line);
                list.people.push(person);
            }
            Err(fault) => list.faults.push((row.line, fault)),
        }
    }
    list
}

fn read_person(
    row: &Row,
    columns: &BTreeMap<TeamColumn, usize>,
    plan: &Plan,
    seen: &BTreeMap<PersonId, usize>,
) -> Result<Person, TeamFault> {
    let cell = |column: TeamColumn| {
        let position = columns.get(&column)?;
        let cell = row.cells.get(*position)?.as_str();
        (!cell.is_empty()).then_some(cell)
    };
    let alias = PersonId::parse(cell(TeamColumn::Alias).unwrap_or_default());
    let alias = alias.map_err(TeamFault::Alias)?;
    if let Some(first_line) = seen.get(&alias).copied() {
        return Err(TeamFault::Twice { first_line });
    }
    let mut known = plan.people.values().filter(|person| person.alias == alias);
    let new = || {
        let mut person = Person::new(alias.clone());
        // One location: there is nothing to choose.
        if plan.locations.len() == 1 {
            person.locations = plan.locations.keys().cloned().collect();
        }
        person
    };
    let mut person = known.next().cloned().unwrap_or_else(new);
    if let Some(cell) = cell(TeamColumn::Role) {
        person.role = read_role(cell).ok_or(TeamFault::Role)?;
    }
    if let Some(cell) = cell(TeamColumn::HalfDays) {
        person.half_days = read_times(cell).map_err(|_| TeamFault::HalfDay)?;
    }
    if let Some(cell) = cell(TeamColumn::Locations) {
        person.locations = read_locations(cell, plan).ok_or(TeamFault::Location)?;
    }
    if let Some(cell) = cell(TeamColumn::Fte) {
        person.fte = Person::read_fte(cell).ok_or(TeamFault::Fte)?;
    }
    if let Some(cell) = cell(TeamColumn::Trained) {
        person.trained = read_yes_no(cell).map_err(|_| TeamFault::YesNo)?;
    }
    Ok(person)
}

/// Half-days at work: as families write theirs, but a word for all of them means all.
fn read_times(cell: &str) -> Result<crate::calendar::HalfDaySet, CellFault> {
    let half_days = read_half_days(cell)?;
    if half_days.is_empty() && letters(cell).starts_with("al") {
        return Ok(HalfDay::all().collect());
    }
    Ok(half_days)
}

/// A role by its Dutch or English name or the usual letters.
fn read_role(cell: &str) -> Option<Role> {
    Some(match letters(cell).as_str() {
        "begeleider" | "facilitator" | "bg" => Role::Facilitator,
        "jeugdverpleegkundige" | "verpleegkundige" | "jvk" | "jv" | "youthnurse" | "nurse" => {
            Role::YouthNurse
        }
        "assistent" | "doktersassistent" | "cbassistent" | "da" | "assistant" => Role::Assistant,
        "jeugdarts" | "arts" | "ja" | "youthphysician" | "physician" => Role::YouthPhysician,
        _ => return None,
    })
}

/// Locations of the plan by name, several with a comma, a slash or a plus between them.
fn read_locations(cell: &str, plan: &Plan) -> Option<BTreeSet<LocationId>> {
    if ["alle", "all"].contains(&letters(cell).as_str()) {
        return Some(plan.locations.keys().cloned().collect());
    }
    let id_of = |name: &str| {
        let id = LocationId::from_name(name.trim())?;
        let is_same = |known: &&LocationId| {
            **known == id
                || plan
                    .locations
                    .get(*known)
                    .and_then(|known| LocationId::from_name(&known.name))
                    == Some(id.clone())
        };
        plan.locations.keys().find(is_same).cloned()
    };
    if let Some(whole) = id_of(cell) {
        return Some([whole].into());
    }
    cell.split([',', '/', '+', ';', '&', '\n'])
        .map(id_of)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schedule::test_plans::{make, plan_of};

    fn plan() -> Plan {
        let mut plan = plan_of(r#""groups":[]"#);
        let mut zuid = plan.locations.values().next().unwrap().clone();
        (zuid.id, zuid.name, zuid.prefix) = ("zuid".parse().unwrap(), "Zuid".into(), "ZUI".into());
        plan.locations.insert(zuid.id.clone(), zuid);
        plan
    }

    #[test]
    fn a_team_is_read_from_excel() {
        let mut plan = plan();
        let text = "Naam\tFunctie\tCode\tWerkdagen\tLocatie\tFte\n\
            Anne de Vries\tjeugdverpleegkundige\tJV-1\tma, di ochtend\tNoord\t0,8\n\
            Bo\tArts\tja-1\talle\tNoord / Zuid\t\n";
        let list = read_team(text, &plan);
        assert_eq!((list.faults.as_slice(), list.dropped), (&[][..], 1));
        for edit in list.edits() {
            make(&mut plan, &edit, None);
        }
        let person = |alias: &str| &plan.people[&PersonId::parse(alias).unwrap()];
        let [nurse, physician] = ["JV-1", "JA-1"].map(person);
        assert_eq!((nurse.role, nurse.fte), (Role::YouthNurse, 80));
        let half_days: Vec<String> = nurse.half_days.iter().map(|one| one.to_string()).collect();
        assert_eq!(half_days, ["mon-am", "mon-pm", "tue-am"]);
        assert_eq!(physician.role, Role::YouthPhysician);
        assert_eq!(
            (
                physician.half_days.iter().count(),
                physician.locations.len()
            ),
            (10, 2)
        );
        assert!(!plan.to_json().contains("Anne"), "no name is kept");
        // What the list does not say stays.
        let list = read_team("Code;Rol\nJV-1;assistent", &plan);
        assert_eq!(
            (list.people[0].role, list.people[0].fte),
            (Role::Assistant, 80)
        );
    }

    #[test]
    fn columns_are_found_without_headings_and_names_are_refused() {
        let list = read_team(
            "BG-1;begeleider;di ochtend;Noord;ja\nBG-2;begeleider;di;Zuid;nee",
            &plan(),
        );
        assert_eq!(list.people.len(), 2);
        assert_eq!(list.people[1].half_days.iter().count(), 2);
        assert!(list.people[0].trained && !list.people[1].trained);
        let list = read_team("Anne;begeleider\nBG-1;begeleider\nBG-1;arts", &plan());
        assert_eq!(
            list.faults,
            [
                (1, TeamFault::Alias(CodeFault::NoDigit)),
                (3, TeamFault::Twice { first_line: 2 })
            ]
        );
        let fault = |cells: &str| {
            read_team(&format!("Code;Rol;Dagdelen;Locatie;Fte\n{cells}"), &plan()).faults
        };
        assert_eq!(fault("BG-1;baas"), [(2, TeamFault::Role)]);
        assert_eq!(fault("BG-1;;zondag"), [(2, TeamFault::HalfDay)]);
        assert_eq!(fault("BG-1;;;Anne"), [(2, TeamFault::Location)]);
        assert_eq!(fault("BG-1;;;;9"), [(2, TeamFault::Fte)]);
    }
}
