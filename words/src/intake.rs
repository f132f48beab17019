//! Words of the list dialog and of the family dialog.

use super::{Lang, say, texts};
use centering_core::intake::{CellFault, Column, LONGEST_LOCATION_NAME, LineCount, LineFault};
use centering_core::plan::{CodeFault, Enrolment, Location, Plan};

impl Lang {
    texts! {
        import_title: "Voeg aanmeldingen toe", "Add enrolments";
        import_how:
            "Kopieer je lijst in Excel en plak die hier. Of open een CSV-bestand. Elke regel is een gezin.",
            "Copy your list in Excel and paste it here. Or open a CSV file. Each line is a family.";
        import_paste: "Plak hier je lijst", "Paste your list here";
        import_columns_hint:
            "Nodig: code, geboortedatum (of uitgerekende datum) en locatie. Mag erbij: dagdelen, taal, aantal kinderen, status, route, groep (van gezinnen die al in een groep zitten).",
            "Needed: code, birth date (or due date) and location. Optional: half-days, language, number of children, status, route, group (of families that are in one already).";
        import_open: "Open een CSV-bestand", "Open a CSV file";
        import_file(name: &str): "Gelezen uit {name}", "Read from {name}";
        import_good(count: usize):
            "1 gezin gelezen" | "{count} gezinnen gelezen",
            "1 family read" | "{count} families read";
        import_groups(groups: usize):
            "1 groep komt mee met de gezinnen die er al in zitten." | "{groups} groepen komen mee met de gezinnen die er al in zitten.",
            "1 group comes in with the families that are in it already." | "{groups} groups come in with the families that are in them already.";
        import_lines(lines: LineCount):
            "{} in je lijst: {} gelezen, {} afgewezen, {} overgeslagen (titel, kop, lege regel of vervolg van een cel).",
            "{} in your list: {} read, {} rejected, {} skipped (title, headings, blank line or next line of a cell)."
            => |lang| lang.some_list_lines(lines.total), lines.read, lines.rejected, lines.skipped;
        some_list_lines(count: usize): "1 regel" | "{count} regels", "1 line" | "{count} lines";
        import_lines_before(count: usize):
            "1 regel in je lijst. Er is nog niets bewaard." | "{count} regels in je lijst. Er is nog niets bewaard.",
            "1 line in your list. Nothing is kept yet." | "{count} lines in your list. Nothing is kept yet.";
        import_answer_first(questions: usize):
            "Beantwoord eerst de vraag over je lijst." | "Beantwoord eerst de vragen over je lijst.",
            "First answer the question about your list." | "First answer the questions about your list.";
        import_no_location:
            "Geen kolom. Ik vul de locatie zelf in voor alle gezinnen.",
            "No column. I enter the location myself for all families.";
        import_which_order:
            "Staat in de datums eerst de dag of eerst de maand?",
            "Does the day or the month come first in the dates?";
        import_order_hint(cell: &str): "In je lijst staat {cell}.", "Your list says {cell}.";
        import_day_first(day: &str): "Eerst de dag: {day}", "The day first: {day}";
        import_month_first(day: &str): "Eerst de maand: {day}", "The month first: {day}";
        import_no_such_day: "die dag bestaat niet", "there is no such day";
        import_are_far(count: usize):
            "Klopt deze datum? Hij ligt meer dan negen maanden vooruit." | "Kloppen deze datums? Ze liggen meer dan negen maanden vooruit.",
            "Is this date right? It is more than nine months ahead." | "Are these dates right? They are more than nine months ahead.";
        import_far_day(line: usize, day: &str): "Regel {line}: {day}.", "Line {line}: {day}.";
        import_far_right: "Ja, dat klopt.", "Yes, that is right.";
        import_far_wrong: "Nee. Ik verbeter het hieronder.", "No. I correct it below.";
        import_is_place(name: &str, known: &str): "Is {name} hetzelfde als {known}?", "Is {name} the same as {known}?";
        import_place_rows(rows: usize): "Het staat op 1 regel." | "Het staat op {rows} regels.", "It stands on 1 line." | "It stands on {rows} lines.";
        import_same_place(known: &str): "Ja, het is {known}.", "Yes, it is {known}.";
        import_other_place(name: &str): "Nee, {name} is een andere locatie.", "No, {name} is another location.";
        import_replaced(count: usize):
            "1 gezin staat al in het plan en verandert" | "{count} gezinnen staan al in het plan en veranderen",
            "1 family is already in the plan and changes" | "{count} families are already in the plan and change";
        import_known(count: usize):
            "1 gezin staat al zo in het plan." | "{count} gezinnen staan al zo in het plan.",
            "1 family is already in the plan like this." | "{count} families are already in the plan like this.";
        import_where: "Waar", "Where";
        import_what: "Wat", "What";
        import_now: "Nu", "Now";
        import_then: "Wordt", "Becomes";
        import_became_due(count: usize):
            "1 datum ligt na vandaag. Die staat in het plan als uitgerekende datum (voorlopig)." | "{count} datums liggen na vandaag. Die staan in het plan als uitgerekende datum (voorlopig).",
            "1 date is after today. It is put in the plan as a due date (provisional)." | "{count} dates are after today. They are put in the plan as due dates (provisional).";
        import_dates(count: usize):
            "1 datum is anders geschreven. Kijk of die klopt." | "{count} datums zijn anders geschreven. Kijk of ze kloppen.",
            "1 date is written in another way. Check that it is right." | "{count} dates are written in another way. Check that they are right.";
        import_read_as(line: usize, cell: &str, day: &str): "Regel {line}: {cell}, gelezen als {day}", "Line {line}: {cell}, read as {day}";
        import_mend(column: &str, line: usize): "{column} op regel {line}", "{column} on line {line}";
        import_locations(names: &str): "Nieuwe locaties: {names}.", "New locations: {names}.";
        import_dropped(names: &str):
            "Niet gebruikt en niet bewaard: {names}.",
            "Not used and not kept: {names}.";
        import_faults(count: usize):
            "1 regel kan niet gelezen worden" | "{count} regels kunnen niet gelezen worden",
            "1 line cannot be read" | "{count} lines cannot be read";
        import_faults_hint:
            "Verbeter ze hier: wat goed is, telt meteen mee. Wat je zo laat staan, komt niet in het plan.",
            "Correct them here: what is right counts at once. What you leave as it is does not come into the plan.";
        import_more_faults(count: usize): "En nog {count} andere regels.", "And {count} more lines.";
        import_columns: "Kolommen", "Columns";
        import_column_number(number: usize): "Kolom {number}", "Column {number}";
        import_location: "Locatie voor regels zonder locatie", "Location for lines without one";
        import_do_none: "Zet de lijst in het plan", "Put the list in the plan";
        import_do(count: usize): "Zet {} in het plan", "Put {} in the plan" => |lang| lang.families(count);
        import_propose: "Maak meteen een voorstel voor de groepen", "Make a proposal for the groups at once";
        import_by_hand: "Voeg een gezin met de hand toe", "Add a family by hand";
        line: "Regel", "Line";
        found: "Er staat", "It says";
        expected: "Wat er moet staan", "What is expected";
    }

    /// Asks which column this is, with what helps to answer; so many columns can be it.
    pub fn import_which_column(
        self,
        column: Column,
        candidates: usize,
    ) -> (&'static str, &'static str) {
        let [question, hint] = match (column, candidates) {
            (Column::Code, 0) => [
                [
                    "Er is geen kolom met een code",
                    "There is no column with a code",
                ],
                [
                    "Elk gezin heeft een eigen code, zonder naam. Zet die erbij in Excel en plak de lijst opnieuw.",
                    "Each family has a code of its own, without a name. Add it in Excel and paste the list again.",
                ],
            ],
            (Column::Code, _) => [
                ["Welke kolom is de code?", "Which column is the code?"],
                [
                    "De code is jullie eigen nummer van het gezin. Kies geen kolom met namen of burgerservicenummers.",
                    "The code is your own number of the family. Choose no column with names or citizen service numbers.",
                ],
            ],
            (Column::Birth | Column::DueDate, 0) => [
                [
                    "Er is geen kolom met een geboortedatum",
                    "There is no column with a birth date",
                ],
                [
                    "Een uitgerekende datum mag ook. Zet die erbij in Excel en plak de lijst opnieuw.",
                    "A due date will do as well. Add it in Excel and paste the list again.",
                ],
            ],
            (Column::Birth | Column::DueDate, _) => [
                [
                    "Welke kolom is de geboortedatum van het kind?",
                    "Which column is the birth date of the child?",
                ],
                [
                    "Een uitgerekende datum mag ook.",
                    "A due date will do as well.",
                ],
            ],
            (_, 0) => [
                ["Wat is de locatie?", "What is the location?"],
                [
                    "Er is geen kolom met de locatie. Vul het consultatiebureau zelf in voor alle gezinnen.",
                    "There is no column with the location. Enter the clinic yourself for all families.",
                ],
            ],
            (_, count) => [
                if count == 1 {
                    ["Zijn dit locaties?", "Are these locations?"]
                } else {
                    [
                        "Welke kolom is de locatie?",
                        "Which column is the location?",
                    ]
                },
                [
                    "Kies de kolom met het consultatiebureau. Kies geen kolom met namen van mensen, straten of opmerkingen: wat je kiest, wordt bewaard.",
                    "Choose the column with the clinic. Choose no column with names of people, streets or remarks: what you choose is kept.",
                ],
            ],
        };
        (self.of(question), self.of(hint))
    }

    /// What a family has in a column; the location can be one that the plan does not have yet.
    pub fn import_value(
        self,
        plan: &Plan,
        new: Option<&Location>,
        family: &Enrolment,
        column: Column,
    ) -> String {
        match column {
            Column::Birth if family.provisional => self.due(&self.day_typed(family.birth)),
            Column::Birth => self.day_typed(family.birth),
            Column::Location => {
                let new = new.filter(|one| one.id == family.location);
                let known = || plan.location_name(&family.location).to_owned();
                new.map_or_else(known, |one| one.name.clone())
            }
            Column::HalfDays if family.half_days.is_empty() => self.any_half_day().to_owned(),
            Column::HalfDays => {
                let all = family
                    .half_days
                    .iter()
                    .map(|half_day| self.half_day_short(half_day));
                all.collect::<Vec<_>>().join(", ")
            }
            Column::Language => self.language_name(&family.language).to_owned(),
            Column::Children => family.children.to_string(),
            Column::Status => self.intake_status(family.status).to_owned(),
            Column::Route => self.route(family.route).to_owned(),
            Column::Code
            | Column::DueDate
            | Column::Provisional
            | Column::Group
            | Column::Ignored => String::new(),
        }
    }

    /// The name of a column.
    pub fn column_name(self, column: Column) -> &'static str {
        self.of(match column {
            Column::Code => ["Code", "Code"],
            Column::Birth => ["Geboortedatum", "Birth date"],
            Column::DueDate => ["Uitgerekende datum", "Due date"],
            Column::Provisional => ["Voorlopig (ja of nee)", "Provisional (yes or no)"],
            Column::Location => ["Locatie", "Location"],
            Column::HalfDays => ["Dagdelen", "Half-days"],
            Column::Language => ["Taal", "Language"],
            Column::Children => ["Aantal kinderen", "Number of children"],
            Column::Status => ["Status", "Status"],
            Column::Route => ["Route", "Route"],
            Column::Group => ["Groep", "Group"],
            Column::Ignored => ["Niet gebruiken", "Do not use"],
        })
    }

    /// The name of the column in which a line goes wrong.
    pub fn fault_column(self, column: Column) -> &'static str {
        match column {
            Column::Ignored => self.of(["Andere kolom", "Other column"]),
            column => self.column_name(column),
        }
    }

    /// What is wrong with a line and what is expected.
    pub fn line_fault(self, fault: &LineFault) -> String {
        self.cell_fault(fault.fault)
    }

    /// What is wrong with a day that is no birth date.
    pub fn day_fault(self, fault: CellFault) -> String {
        match fault {
            CellFault::DateMissing => say!(self;
                "Vul een datum in, bijvoorbeeld 4-1-2027.",
                "Enter a date, for example 4-1-2027."),
            fault => self.cell_fault(fault),
        }
    }

    /// What is wrong with a cell and what is expected.
    pub fn cell_fault(self, fault: CellFault) -> String {
        self.of(match fault {
            CellFault::Code(fault) => return self.code_fault(fault),
            CellFault::CodeTwice { first_line } => {
                return say!(self;
                    "Deze code staat ook op regel {first_line}. Elk gezin heeft een eigen code.",
                    "This code is also on line {first_line}. Each family has its own code.");
            }
            CellFault::LocationName => {
                return say!(self;
                    "De naam van een locatie heeft hoogstens {LONGEST_LOCATION_NAME} tekens en staat op één regel.",
                    "The name of a location has at most {LONGEST_LOCATION_NAME} characters and stands on one line.");
            }
            CellFault::OpenQuote => [
                "Hier begint een aanhalingsteken (\") dat niet wordt gesloten. Haal het weg, of zet er ook een aan het eind van de cel.",
                "A quotation mark (\") begins here and is not closed. Remove it, or put one at the end of the cell as well.",
            ],
            CellFault::DateMissing => [
                "Er is geen geboortedatum of uitgerekende datum. Schrijf bijvoorbeeld 4-1-2027.",
                "There is no birth date or due date. Write for example 4-1-2027.",
            ],
            CellFault::DateFormat => [
                "Dit is geen datum. Schrijf dag-maand-jaar, bijvoorbeeld 4-1-2027.",
                "This is not a date. Write day-month-year, for example 4-1-2027.",
            ],
            CellFault::DateYear => [
                "Schrijf het jaar met vier cijfers, bijvoorbeeld 2027.",
                "Write the year with four digits, for example 2027.",
            ],
            CellFault::CodeChanged => [
                "Excel heeft van deze code een datum of een getal gemaakt. Schrijf de echte code.",
                "Excel made a date or a number of this code. Write the real code.",
            ],
            CellFault::OtherWeekday => [
                "Die datum valt op een andere dag van de week. Kijk de datum na.",
                "That date falls on another day of the week. Check the date.",
            ],
            CellFault::WithTime => [
                "Er staat een tijd achter de datum. Schrijf alleen de dag.",
                "There is a time behind the date. Write the day alone.",
            ],
            CellFault::UnlikelyYear => [
                "In dat jaar is geen kind voor een groep geboren. Kijk het jaar na.",
                "No child for a group is born in that year. Check the year.",
            ],
            CellFault::FarAhead => [
                "Deze dag ligt meer dan negen maanden vooruit. Kijk de datum na.",
                "This day is more than nine months ahead. Check the date.",
            ],
            CellFault::NoSuchDay => [
                "Deze dag bestaat niet. Kijk de dag en de maand na.",
                "There is no such day. Check the day and the month.",
            ],
            CellFault::LocationMissing => [
                "Er is geen locatie. Schrijf de naam van het consultatiebureau.",
                "There is no location. Write the name of the clinic.",
            ],
            CellFault::Status => [
                "Schrijf uitgenodigd, aangemeld, op wachtlijst of gestopt.",
                "Write invited, registered, waiting list or stopped.",
            ],
            CellFault::Route => [
                "Schrijf huisbezoek, CenteringZwangerschap, verloskundige of aanmeldlink.",
                "Write home visit, CenteringZwangerschap, midwife or sign-up link.",
            ],
            CellFault::HalfDay => [
                "Dit dagdeel kennen we niet. Schrijf bijvoorbeeld: di ochtend, do middag.",
                "We do not know this half-day. Write for example: tue am, thu pm.",
            ],
            CellFault::Language => [
                "Deze taal kennen we niet. Schrijf bijvoorbeeld Nederlands, Engels of Arabisch.",
                "We do not know this language. Write for example Dutch, English or Arabic.",
            ],
            CellFault::Children => [
                "Schrijf hoeveel kinderen er zijn: een getal van 1 tot en met 9.",
                "Write how many children there are: a number from 1 to 9.",
            ],
            CellFault::YesNo => ["Schrijf ja of nee.", "Write yes or no."],
        }).to_owned()
    }

    /// Why a text is no code.
    pub fn code_fault(self, fault: CodeFault) -> String {
        self.of(match fault {
            CodeFault::Missing => [
                "Er is geen code. Gebruik een eigen code met een cijfer, bijvoorbeeld NRD-12.",
                "There is no code. Use a code of your own with a digit, for example NRD-12.",
            ],
            CodeFault::TooLong => [
                "De code is te lang. Gebruik hoogstens 12 tekens.",
                "The code is too long. Use at most 12 characters.",
            ],
            CodeFault::Characters => [
                "Een code heeft alleen letters, cijfers en streepjes. Geen spatie.",
                "A code has only letters, digits and hyphens. No space.",
            ],
            CodeFault::NoDigit => [
                "Een code heeft minstens één cijfer. Gebruik geen namen.",
                "A code has at least one digit. Use no names.",
            ],
            CodeFault::CitizenNumber => [
                "Dit lijkt een burgerservicenummer. Gebruik een eigen code.",
                "This looks like a citizen service number. Use a code of your own.",
            ],
        })
        .to_owned()
    }
}
