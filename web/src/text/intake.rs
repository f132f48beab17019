//! Words of the list dialog and of the family dialog.

use super::{Lang, texts};
use centering_core::intake::{CellFault, Column, LONGEST_LOCATION_NAME, LineCount, LineFault};
use centering_core::plan::CodeFault;

impl Lang {
    texts! {
        import_title: "Voeg aanmeldingen toe", "Add enrolments";
        import_how:
            "Kopieer je lijst in Excel en plak die hier. Of open een CSV-bestand. Elke regel is een gezin.",
            "Copy your list in Excel and paste it here. Or open a CSV file. Each line is a family.";
        import_paste: "Plak hier je lijst", "Paste your list here";
        import_columns_hint:
            "Nodig: code, geboortedatum (of uitgerekende datum) en locatie. Mag erbij: dagdelen, taal, aantal kinderen, status, route.",
            "Needed: code, birth date (or due date) and location. Optional: half-days, language, number of children, status, route.";
        import_open: "Open een CSV-bestand", "Open a CSV file";
        import_file(name: &str): format!("Gelezen uit {name}"), format!("Read from {name}");
        import_good(count: usize):
            if count == 1 { "1 gezin gelezen".to_owned() } else { format!("{count} gezinnen gelezen") },
            if count == 1 { "1 family read".to_owned() } else { format!("{count} families read") };
        import_lines(lines: LineCount):
            format!(
                "{} in je lijst: {} gelezen, {} afgewezen, {} overgeslagen (kop, lege regel of vervolg van een cel).",
                if lines.total == 1 { "1 regel".to_owned() } else { format!("{} regels", lines.total) },
                lines.read, lines.rejected, lines.skipped
            ),
            format!(
                "{} in your list: {} read, {} rejected, {} skipped (headings, blank line or next line of a cell).",
                if lines.total == 1 { "1 line".to_owned() } else { format!("{} lines", lines.total) },
                lines.read, lines.rejected, lines.skipped
            );
        import_lines_before(count: usize):
            if count == 1 { "1 regel in je lijst. Er is nog niets bewaard.".to_owned() } else { format!("{count} regels in je lijst. Er is nog niets bewaard.") },
            if count == 1 { "1 line in your list. Nothing is kept yet.".to_owned() } else { format!("{count} lines in your list. Nothing is kept yet.") };
        import_answer_first(questions: usize):
            if questions == 1 { "Beantwoord eerst de vraag over je lijst." } else { "Beantwoord eerst de vragen over je lijst." }.to_owned(),
            if questions == 1 { "First answer the question about your list." } else { "First answer the questions about your list." }.to_owned();
        import_which_location: "Welke kolom is de locatie?", "Which column is the location?";
        import_are_locations: "Zijn dit locaties?", "Are these locations?";
        import_location_hint:
            "Kies de kolom met het consultatiebureau. Kies geen kolom met namen van mensen, straten of opmerkingen: wat je kiest, wordt bewaard.",
            "Choose the column with the clinic. Choose no column with names of people, streets or remarks: what you choose is kept.";
        import_no_location:
            "Geen kolom. Ik vul de locatie zelf in voor alle gezinnen.",
            "No column. I enter the location myself for all families.";
        import_which_order:
            "Staat in de datums eerst de dag of eerst de maand?",
            "Does the day or the month come first in the dates?";
        import_order_hint(cell: &str): format!("In je lijst staat {cell}."), format!("Your list says {cell}.");
        import_day_first(day: &str): format!("Eerst de dag: {day}"), format!("The day first: {day}");
        import_month_first(day: &str): format!("Eerst de maand: {day}"), format!("The month first: {day}");
        import_no_such_day: "die dag bestaat niet", "there is no such day";
        import_replaced(count: usize):
            format!("{} stonden al in het plan en worden vervangen.", Lang::Nl.families(count)),
            format!("{} were already in the plan and will be replaced.", Lang::En.families(count));
        import_locations(names: &str): format!("Nieuwe locaties: {names}."), format!("New locations: {names}.");
        import_dropped(names: &str):
            format!("Niet gebruikt en niet bewaard: {names}."),
            format!("Not used and not kept: {names}.");
        import_faults(count: usize):
            if count == 1 { "1 regel kan niet gelezen worden".to_owned() } else { format!("{count} regels kunnen niet gelezen worden") },
            if count == 1 { "1 line cannot be read".to_owned() } else { format!("{count} lines cannot be read") };
        import_faults_hint:
            "De andere regels blijven goed. Verbeter deze in Excel en plak de lijst opnieuw, of voeg ze later toe.",
            "The other lines are fine. Correct these in Excel and paste the list again, or add them later.";
        import_more_faults(count: usize): format!("En nog {count} andere regels."), format!("And {count} more lines.");
        import_columns: "Kolommen", "Columns";
        import_column_number(number: usize): format!("Kolom {number}"), format!("Column {number}");
        import_location: "Locatie voor regels zonder locatie", "Location for lines without one";
        import_do(count: usize):
            format!("Zet {} in het plan", Lang::Nl.families(count)),
            format!("Put {} in the plan", Lang::En.families(count));
        import_propose: "Maak meteen een voorstel voor de groepen", "Make a proposal for the groups at once";
        import_by_hand: "Voeg een gezin met de hand toe", "Add a family by hand";
        line: "Regel", "Line";
        column: "Kolom", "Column";
        found: "Er staat", "It says";
        expected: "Wat er moet staan", "What is expected";
        nothing_there: "niets", "nothing";
    }

    /// The name of a column.
    pub fn column_name(self, column: Column) -> &'static str {
        let (nl, en) = match column {
            Column::Code => ("Code", "Code"),
            Column::Birth => ("Geboortedatum", "Birth date"),
            Column::DueDate => ("Uitgerekende datum", "Due date"),
            Column::Provisional => ("Voorlopig (ja of nee)", "Provisional (yes or no)"),
            Column::Location => ("Locatie", "Location"),
            Column::HalfDays => ("Dagdelen", "Half-days"),
            Column::Language => ("Taal", "Language"),
            Column::Children => ("Aantal kinderen", "Number of children"),
            Column::Status => ("Status", "Status"),
            Column::Route => ("Route", "Route"),
            Column::Ignored => ("Niet gebruiken", "Do not use"),
        };
        match self {
            Self::Nl => nl,
            Self::En => en,
        }
    }

    /// The name of the column in which a line goes wrong.
    pub fn fault_column(self, column: Column) -> &'static str {
        match (self, column) {
            (Self::Nl, Column::Ignored) => "Andere kolom",
            (Self::En, Column::Ignored) => "Other column",
            (_, column) => self.column_name(column),
        }
    }

    /// What is wrong with a line and what is expected.
    pub fn line_fault(self, fault: &LineFault) -> String {
        self.cell_fault(fault.fault)
    }

    /// What is wrong with a day that is no birth date.
    pub fn day_fault(self, fault: CellFault) -> String {
        match (self, fault) {
            (Self::Nl, CellFault::DateMissing) => {
                "Vul een datum in, bijvoorbeeld 4-1-2027.".to_owned()
            }
            (Self::En, CellFault::DateMissing) => "Enter a date, for example 4-1-2027.".to_owned(),
            (_, fault) => self.cell_fault(fault),
        }
    }

    /// What is wrong with a cell and what is expected.
    pub fn cell_fault(self, fault: CellFault) -> String {
        let (nl, en) = match fault {
            CellFault::Code(fault) => return self.code_fault(fault),
            CellFault::CodeTwice { first_line } => {
                return match self {
                    Self::Nl => format!(
                        "Deze code staat ook op regel {first_line}. Elk gezin heeft een eigen code."
                    ),
                    Self::En => format!(
                        "This code is also on line {first_line}. Each family has its own code."
                    ),
                };
            }
            CellFault::LocationName => {
                return match self {
                    Self::Nl => format!(
                        "De naam van een locatie heeft hoogstens {LONGEST_LOCATION_NAME} tekens en staat op één regel."
                    ),
                    Self::En => format!(
                        "The name of a location has at most {LONGEST_LOCATION_NAME} characters and stands on one line."
                    ),
                };
            }
            CellFault::OpenQuote => (
                "Hier begint een aanhalingsteken (\") dat niet wordt gesloten. Haal het weg, of zet er ook een aan het eind van de cel.",
                "A quotation mark (\") begins here and is not closed. Remove it, or put one at the end of the cell as well.",
            ),
            CellFault::DateMissing => (
                "Er is geen geboortedatum of uitgerekende datum. Schrijf bijvoorbeeld 4-1-2027.",
                "There is no birth date or due date. Write for example 4-1-2027.",
            ),
            CellFault::DateFormat => (
                "Dit is geen datum. Schrijf dag-maand-jaar, bijvoorbeeld 4-1-2027.",
                "This is not a date. Write day-month-year, for example 4-1-2027.",
            ),
            CellFault::DateYear => (
                "Schrijf het jaar met vier cijfers, bijvoorbeeld 2027.",
                "Write the year with four digits, for example 2027.",
            ),
            CellFault::NoSuchDay => (
                "Deze dag bestaat niet. Kijk de dag en de maand na.",
                "There is no such day. Check the day and the month.",
            ),
            CellFault::LocationMissing => (
                "Er is geen locatie. Schrijf de naam van het consultatiebureau.",
                "There is no location. Write the name of the clinic.",
            ),
            CellFault::Status => (
                "Schrijf uitgenodigd, aangemeld, op wachtlijst of gestopt.",
                "Write invited, registered, waiting list or stopped.",
            ),
            CellFault::Route => (
                "Schrijf huisbezoek, CenteringZwangerschap, verloskundige of aanmeldlink.",
                "Write home visit, CenteringZwangerschap, midwife or sign-up link.",
            ),
            CellFault::HalfDay => (
                "Dit dagdeel kennen we niet. Schrijf bijvoorbeeld: di ochtend, do middag.",
                "We do not know this half-day. Write for example: tue am, thu pm.",
            ),
            CellFault::Language => (
                "Deze taal kennen we niet. Schrijf bijvoorbeeld Nederlands, Engels of Arabisch.",
                "We do not know this language. Write for example Dutch, English or Arabic.",
            ),
            CellFault::Children => (
                "Schrijf hoeveel kinderen er zijn: een getal van 1 tot en met 9.",
                "Write how many children there are: a number from 1 to 9.",
            ),
            CellFault::YesNo => ("Schrijf ja of nee.", "Write yes or no."),
        };
        match self {
            Self::Nl => nl.to_owned(),
            Self::En => en.to_owned(),
        }
    }

    /// Why a text is no code.
    pub fn code_fault(self, fault: CodeFault) -> String {
        let (nl, en) = match fault {
            CodeFault::Missing => (
                "Er is geen code. Gebruik een eigen code met een cijfer, bijvoorbeeld NRD-12.",
                "There is no code. Use a code of your own with a digit, for example NRD-12.",
            ),
            CodeFault::TooLong => (
                "De code is te lang. Gebruik hoogstens 12 tekens.",
                "The code is too long. Use at most 12 characters.",
            ),
            CodeFault::Characters => (
                "Een code heeft alleen letters, cijfers en streepjes. Geen spatie.",
                "A code has only letters, digits and hyphens. No space.",
            ),
            CodeFault::NoDigit => (
                "Een code heeft minstens één cijfer. Gebruik geen namen.",
                "A code has at least one digit. Use no names.",
            ),
            CodeFault::CitizenNumber => (
                "Dit lijkt een burgerservicenummer. Gebruik een eigen code.",
                "This looks like a citizen service number. Use a code of your own.",
            ),
        };
        match self {
            Self::Nl => nl.to_owned(),
            Self::En => en.to_owned(),
        }
    }
}
