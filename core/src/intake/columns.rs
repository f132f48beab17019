//! What a column of a list can hold, and the headings in Dutch and English that say so.

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
                BIRTH_OR_DUE,
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

    /// What the column with this heading holds; `None` where the heading says nothing.
    pub(super) fn of_heading(heading: &str) -> Option<Self> {
        let heading = letters_and_digits(heading);
        Self::KEPT
            .into_iter()
            .find(|column| column.headings().contains(&heading.as_str()))
    }
}

/// Whether a column of birth dates with this heading holds due dates as well.
pub(super) fn is_birth_or_due(heading: &str) -> bool {
    letters_and_digits(heading) == BIRTH_OR_DUE
}

const BIRTH_OR_DUE: &str = "geboorteofuitgerekendedatum";

fn letters_and_digits(heading: &str) -> String {
    let lower = heading.to_lowercase();
    let characters = lower.chars();
    characters
        .filter(|character| character.is_ascii_alphanumeric())
        .collect()
}
