//! What a column of a list can hold, the headings in Dutch and English that say so, and what its cells say of a family.

use super::cells::{CellFault, read_half_days, read_language, read_route, read_status};
use super::decode::without_accent;
use crate::plan::Enrolment;

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
    /// The group in which the family is already.
    Group,
    /// Nothing that the planner keeps.
    Ignored,
}

/// How sure a heading is of what its column holds, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sure {
    /// It says so as a whole.
    Whole,
    /// A part of it says so: its cells must agree.
    Part,
    /// It can mean this where no other heading does, and its cells must agree.
    Weak,
}

/// What a heading says of its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Heading {
    /// It holds this.
    Names(Column, Sure),
    /// It holds something about people that the planner never keeps, so that it is not guessed by its cells.
    Foreign,
    /// Nothing that is known here.
    Unknown,
}

/// Puts what a cell says into a family.
pub(super) type Say = Box<dyn FnOnce(&mut Enrolment)>;

fn say<T: 'static>(value: T, put: fn(&mut Enrolment, T)) -> Say {
    Box::new(move |family| put(family, value))
}

impl Column {
    /// What a cell says of a family in a column that stands for one value and is read on its own; of the code, the dates,
    /// the location and the group, which are read together, nothing.
    ///
    /// # Errors
    /// When the cell cannot be read.
    pub(super) fn read(self, cell: &str) -> Result<Say, CellFault> {
        Ok(match self {
            Self::HalfDays => say(read_half_days(cell)?, |family, read| {
                family.half_days = read
            }),
            Self::Language => say(read_language(cell)?, |family, read| family.language = read),
            Self::Children => {
                let count = if cell.is_empty() { Ok(1) } else { cell.parse() };
                let count = count
                    .ok()
                    .filter(|count| Enrolment::CHILDREN.contains(count));
                say(count.ok_or(CellFault::Children)?, |family, read| {
                    family.children = read
                })
            }
            Self::Status => say(read_status(cell)?, |family, read| family.status = read),
            Self::Route => say(read_route(cell)?, |family, read| family.route = read),
            _ => Box::new(|_| {}),
        })
    }

    /// Takes the value of this column from another family, where one value is all that it stands for.
    pub(super) fn take(self, family: &mut Enrolment, other: &Enrolment) {
        match self {
            Self::Birth => family.birth = other.birth,
            Self::Provisional => family.provisional = other.provisional,
            Self::Location => family.location = other.location.clone(),
            Self::HalfDays => family.half_days = other.half_days,
            Self::Language => family.language = other.language.clone(),
            Self::Children => family.children = other.children,
            Self::Status => family.status = other.status,
            Self::Route => family.route = other.route,
            Self::Code | Self::DueDate | Self::Group | Self::Ignored => {}
        }
    }

    /// Whether a family that the plan has keeps this where a list has no such column; dates and the location have rules
    /// of their own.
    pub(super) fn is_own(self) -> bool {
        !matches!(self, Self::Birth | Self::Provisional | Self::Location)
    }

    /// Every kind of column that is kept, in the order of a usual list.
    pub const KEPT: [Self; 11] = [
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
        Self::Group,
    ];

    /// Whole headings that say it, in letters and digits alone.
    fn wholes(self) -> &'static str {
        match self {
            Self::Code => {
                "code gezinscode kindcode clientcode aanmeldcode familycode kindid kindnr clientnr zaaknr dossiernr"
            }
            Self::Birth => {
                "geboortedatum geboren geborenop geboorte gebdatum gebdat dob birthdate dateofbirth birth born"
            }
            Self::DueDate => {
                "uitgerekendedatum uitgerekend aterme atermedatum verwachtegeboortedatum duedate due edd"
            }
            Self::Provisional => "voorlopig verwacht provisional expected",
            Self::Location => "locatie cb consultatiebureau bureau vestiging location clinic",
            Self::HalfDays => {
                "dagdelen dagdeel beschikbaar beschikbaarheid kanop voorkeur momenten halfdays availability"
            }
            Self::Language => {
                "taal voertaal spreektaal moedertaal thuistaal voorkeurstaal language"
            }
            Self::Children => "kinderen aantalkinderen children numberofchildren",
            Self::Status => "status stand aanmeldstatus",
            Self::Route => "route via aanmeldroute werving herkomst kanaal",
            Self::Group => "groep groepcode groepscode oudergroep ingroep group groupcode",
            Self::Ignored => "",
        }
    }

    /// Parts of a heading that say it.
    fn parts(self) -> &'static str {
        match self {
            Self::Code => "kindcode clientcode gezinscode aanmeldcode familycode",
            Self::Birth => {
                "geboortedat geboortedag gebdat geboren datumgeboorte dateofbirth birthdate"
            }
            Self::DueDate => "uitgereken aterme verwachtegeb duedate",
            Self::Location => "locatie consultatiebureau bureau vestiging location clinic",
            Self::HalfDays => "dagde beschikba voorkeur halfday availab",
            Self::Children => "kinderen children",
            _ => "",
        }
    }

    /// Words of a heading that say it.
    fn words(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Birth => "dob",
            Self::Location => "cb",
            Self::Language => "taal language",
            Self::Status => "status",
            _ => "",
        }
    }

    /// Whole headings that can mean it.
    fn weak(self) -> &'static str {
        match self {
            Self::Code => "nummer nr id dossier client clientid kind zaak",
            Self::Birth => "datum date",
            Self::Location => "wijk team plaats jgzteam",
            _ => "",
        }
    }
}

/// Parts of headings of what the planner never keeps.
const FOREIGN: &str = "moeder vader partner verzorg mother father parent telefoon mobiel phone bsn burgerservice \
    huisn postcode zipcode mail straat adres address opmerking notitie toelichting remark notes geboortepl geboortela \
    geboortege achternaam voornaam surname";
/// The same, but beside the name of a location they can be the heading of one.
const NAMES: &str = "naam name ouder";
/// What an organisation numbers: with `nummer`, `nr`, `id` or `code` behind it, it is a code.
const NUMBERED: &str =
    "kind client dossier gezin zaak aanmeld registratie patient child family case file record";
const NUMBERS: [&str; 5] = ["nummer", "nr", "id", "code", "number"];

fn listed(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split_ascii_whitespace()
}

impl Heading {
    /// What a heading says. An explanation in brackets counts only where the rest says nothing.
    pub fn read(heading: &str) -> Self {
        if is_birth_or_due(heading) {
            return Self::Names(Column::Birth, Sure::Whole);
        }
        match Self::of(&without_brackets(heading)) {
            Self::Unknown => Self::of(heading),
            said => said,
        }
    }

    fn of(heading: &str) -> Self {
        let name = letters_and_digits(heading);
        let find =
            |is_it: &dyn Fn(Column) -> bool| Column::KEPT.into_iter().find(|column| is_it(*column));
        if let Some(column) = find(&|column| listed(column.wholes()).any(|whole| whole == name)) {
            return Self::Names(column, Sure::Whole);
        }
        if let Some(column) = find(&|column| listed(column.weak()).any(|weak| weak == name)) {
            return Self::Names(column, Sure::Weak);
        }
        let has = |list: &'static str| listed(list).any(|part| name.contains(part));
        if has(FOREIGN) {
            return Self::Foreign;
        }
        if has(Column::Location.parts()) {
            return Self::Names(Column::Location, Sure::Part);
        }
        if name
            .split("ouderschap")
            .any(|rest| listed(NAMES).any(|part| rest.contains(part)))
        {
            return Self::Foreign;
        }
        let is_numbered = has(NUMBERED) && NUMBERS.iter().any(|number| name.contains(number));
        let words: Vec<String> = heading
            .split(|character: char| !character.is_alphanumeric())
            .map(letters_and_digits)
            .collect();
        // A due date is called a birth date that is expected.
        let order = [
            Column::DueDate,
            Column::Birth,
            Column::Location,
            Column::Language,
            Column::Children,
        ];
        let in_order = order.into_iter().chain(Column::KEPT);
        let is_part = |column: &Column| {
            has(column.parts())
                || (*column == Column::Code && is_numbered)
                || listed(column.words()).any(|word| words.iter().any(|one| one == word))
        };
        let found = in_order.into_iter().find(is_part);
        found.map_or(Self::Unknown, |column| Self::Names(column, Sure::Part))
    }
}

/// Whether a column of birth dates with this heading holds due dates as well.
pub(super) fn is_birth_or_due(heading: &str) -> bool {
    let name = letters_and_digits(heading);
    let has = |parts: [&str; 3]| parts.iter().any(|part| name.contains(part));
    has(["uitgerek", "aterme", "duedate"]) && has(["gebo", "gebdat", "birth"])
}

/// A heading without what it explains in brackets.
fn without_brackets(heading: &str) -> String {
    let mut depth = 0_usize;
    let mut rest = String::new();
    for character in heading.chars() {
        match character {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            other if depth == 0 => rest.push(other),
            _ => (),
        }
    }
    rest
}

pub(super) fn letters_and_digits(heading: &str) -> String {
    let lower = heading.to_lowercase();
    let characters = lower.chars().map(without_accent);
    characters
        .filter(|character| character.is_ascii_alphanumeric())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_is_known_by_its_whole_or_a_part() {
        use Column::*;
        for (headings, column) in [
            (
                "Code|Cliëntnummer|Clie\u{308}ntnummer|Client-nr.|Kindnummer|Kind ID|Dossiernummer|Zaaknummer|Nr|Code (eigen)|Code gezin",
                Code,
            ),
            (
                "Geboortedatum|Geboortedatum kind|Geb.dat.|Geb. datum|Geboortedatum (dag, maand, jaar)|geboren|DOB|\
                 Geboorte- of uitgerekende datum|Geboortedatum (of uitgerekend)|datum",
                Birth,
            ),
            (
                "Uitgerekende datum|À terme|Verwachte geboortedatum|Due date (estimate)",
                DueDate,
            ),
            (
                "Locatie|Locatie CB|CB|Vestiging|Bureau|Wijk|Naam consultatiebureau|JGZ-team|Locatie (naam)",
                Location,
            ),
            ("Dagdelen|Voorkeur dagdeel|Voorkeursdagen", HalfDays),
            ("Taal|Taal thuis|Voorkeurstaal|Moedertaal", Language),
            ("Aantal kinderen", Children),
        ] {
            for heading in headings.split('|') {
                let found = Heading::read(heading);
                assert!(
                    matches!(found, Heading::Names(found, _) if found == column),
                    "{heading}: {found:?}"
                );
            }
        }
        for foreign in [
            "Naam ouder",
            "Naam moeder",
            "Geboortedatum moeder",
            "Geboorteplaats",
            "Geboortenaam",
            "BSN-nummer",
            "Telefoonnummer",
            "Huisnummer",
            "Postcode",
            "E-mail",
            "Opmerking",
            "Adres locatie",
        ] {
            assert_eq!(Heading::read(foreign), Heading::Foreign, "{foreign}");
        }
        for unknown in [
            "Totaal",
            "Betaald",
            "Leeftijd",
            "NRD-0401",
            "4-1-2027",
            "",
            "Centering Ouderschap",
        ] {
            assert_eq!(Heading::read(unknown), Heading::Unknown, "{unknown}");
        }
    }
}
