//! Words of the list dialog and of the family dialog.

use super::{Lang, texts};
use centering_core::intake::{CellFault, Column, LineFault};
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
