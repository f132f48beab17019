//! Words of groups that run already: the list of their days, the days on which bijeenkomsten were, and what was missed.

use super::{Lang, say, texts};
use centering_core::calendar::DateRange;
use centering_core::care::SessionNumber;
use centering_core::intake::{CellFault, Column, GroupColumn, GroupFault};
use centering_core::layers::MissedDose;

impl Lang {
    texts! {
        add_groups: "Plak datums van groepen", "Paste dates of groups";
        start_running: "Heb je al groepen?", "Do you have groups already?";
        add_groups_title: "Voeg groepen toe die al lopen", "Add groups that run already";
        groups_list_label: "Je groepen met hun datums, geplakt uit Excel", "Your groups with their dates, pasted from Excel";
        groups_list_hint:
            "Een regel per groep met kolommen Groep, B1, B2, … of een regel per bijeenkomst met Groep, Nummer, Datum. Ging een bijeenkomst niet door? Zet dan “vervallen” in plaats van de datum. Mag erbij: locatie, dagdeel, en de codes van de gezinnen, of hoeveel gezinnen het zijn met het oudste en het jongste kind.",
            "A line for each group with columns Group, B1, B2, … or a line for each session with Group, Number, Date. Did a session not take place? Then put “cancelled” in place of the date. Optional: location, half-day, and the codes of the families, or how many families with the oldest and the youngest child.";
        groups_list_nothing: "Er is nog geen groep gelezen. Plak minstens één regel met een groep en een datum.", "No group was read yet. Paste at least one line with a group and a date.";
        groups_list_location: "Locatie van groepen zonder locatie", "Location of groups without one";
        groups_list_known: "Ouders weten de datums die nog komen", "Parents know the dates to come";
        groups_list_read(groups: usize): "1 groep gelezen" | "{groups} groepen gelezen", "1 group read" | "{groups} groups read";
        groups_list_new(groups: usize): "1 is nieuw." | "{groups} zijn nieuw.", "1 is new." | "{groups} are new.";
        groups_list_days(held: usize, coming: usize):
            "Geweest: {held}. Nog te komen: {coming}.",
            "Took place: {held}. To come: {coming}.";
        groups_list_lapsed(count: usize): "Vervallen: {count}.", "Cancelled: {count}.";
        groups_list_without(groups: &str):
            "Van {groups} weet de planner niet welke gezinnen erin zitten. Voeg ze later toe bij Instroom.",
            "Of {groups} the planner does not know the families. Add them later on the intake screen.";
        groups_list_faults(count: usize):
            "1 cel kan niet gelezen worden" | "{count} cellen kunnen niet gelezen worden",
            "1 cell cannot be read" | "{count} cells cannot be read";

        group_gone: "Deze groep staat niet meer in het plan.", "This group is not in the plan any more.";
        held_title(group: &str): "Wanneer waren de bijeenkomsten van {group}?", "When were the sessions of {group}?";
        held_one_title(group: &str, number: SessionNumber): "Wanneer was {number} van {group}?", "When was {number} of {group}?";
        held_text:
            "Vul de datum in. Elke dag tot en met vandaag mag, ook een zondag of feestdag: het is gebeurd. Laat leeg wat niet is geweest.",
            "Enter the date. Any day until today will do, also a Sunday or a holiday: it happened. Leave empty what did not take place.";
        held_field(number: SessionNumber): "{number} was op", "{number} was on";
        held_later: "Deze dag komt nog. Vul een dag tot en met vandaag in.", "This day is still to come. Enter a day until today.";
        held_nothing: "Vul minstens één datum in.", "Enter at least one date.";
        held_button: "Deze bijeenkomst was op …", "This session was on …";
        held_all_button: "Vul in wanneer ze waren", "Enter when they were";
        held_window(days: DateRange): "De tijd ervoor: {}.", "Its time: {}." => |lang| lang.range_long(days);
        unsaid_session:
            "De tijd ervoor is voorbij en er is geen datum. Was deze bijeenkomst er? Vul dan in wanneer.",
            "Its time is over and it has no date. Did this session take place? Then enter when.";
        unsaid_window: "voorbij", "over";

        missed_title: "Gemiste prikken", "Missed vaccinations";
        missed_text: "Vink af wat met een inhaalafspraak is geregeld.", "Tick off what was seen to by a catch-up appointment.";
        missed_none: "Alles is geregeld.", "All was seen to.";
        missed_done: "Afvinken", "Tick off";
        missed_done_label(dose: &str, group: &str): "Vink {dose} van {group} af", "Tick off {dose} of {group}";
        layer_missed_title: "Welke prikken zijn gemist?", "Which vaccinations were missed?";
        layer_missed_none: "Er is geen prik gemist die nog niet is ingehaald.", "No vaccination was missed that was not caught up since.";
        layer_missed_text(count: usize):
            "{}: van bijeenkomsten die voorbij zijn en niet doorgingen of geen datum hebben",
            "{}: of sessions that are over and did not take place or have no date"
            => |lang| lang.appointments(count);
    }

    /// `rota 1, hoogstens 7 kinderen (B2), uiterlijk 4 mei (RVP)`.
    pub fn missed_dose(self, missed: &MissedDose) -> String {
        let dose = self.vaccination(&missed.dose);
        let count = self.children_missed(missed.children, missed.at_most);
        let numbers = self.session_numbers(&missed.numbers);
        let until = missed.until.map(
            |until| say!(self; ", uiterlijk {} (RVP)", ", by {} (programme)"; self.day_full(until)),
        );
        format!("{dose}, {count} ({numbers}){}", until.unwrap_or_default())
    }

    fn children_missed(self, children: usize, at_most: bool) -> String {
        let count = self.catch_up_count(children, at_most);
        match children {
            1 => say!(self; "{count} kind", "{count} child"),
            _ => say!(self; "{count} kinderen", "{count} children"),
        }
    }

    /// `B1, B2 en B5`.
    pub fn session_numbers(self, numbers: &[SessionNumber]) -> String {
        let names: Vec<String> = numbers.iter().map(ToString::to_string).collect();
        self.list(&names)
    }

    /// The heads of the list of vaccinations that were missed.
    pub fn layer_missed_heads(self) -> [&'static str; 6] {
        self.of([
            [
                "Groep",
                "Locatie",
                "Prik",
                "Kinderen",
                "Uiterlijk",
                "Afvinken",
            ],
            [
                "Group",
                "Location",
                "Vaccination",
                "Children",
                "By",
                "Tick off",
            ],
        ])
    }

    /// The name of a column of a list of groups.
    pub fn group_column(self, column: GroupColumn) -> String {
        self.of(match column {
            GroupColumn::Session(number) => return number.to_string(),
            GroupColumn::Group => ["Groep", "Group"],
            GroupColumn::Number => ["Nummer", "Number"],
            GroupColumn::Date => ["Datum", "Date"],
            GroupColumn::Location => ["Locatie", "Location"],
            GroupColumn::Families => ["Gezinnen", "Families"],
            GroupColumn::Children => ["Kinderen", "Children"],
            GroupColumn::Oldest => ["Oudste kind", "Oldest child"],
            GroupColumn::Youngest => ["Jongste kind", "Youngest child"],
            GroupColumn::HalfDay => ["Dagdeel", "Half-day"],
            GroupColumn::Ignored => return self.fault_column(Column::Ignored).to_owned(),
        })
        .to_owned()
    }

    /// What is wrong with a cell of a list of groups, and what is expected.
    pub fn group_fault(self, fault: GroupFault) -> String {
        match fault {
            GroupFault::Group(fault) => self.code_fault(fault),
            GroupFault::Number { last: Some(last) } => say!(self;
                "Schrijf het nummer van de bijeenkomst: B1 tot en met {last}.",
                "Write the number of the session: B1 to {last}."),
            GroupFault::Number { last: None } => say!(self;
                "Je bijeenkomstenschema heeft geen bijeenkomsten.",
                "Your template has no sessions."),
            GroupFault::Day(CellFault::UnlikelyYear) => say!(self;
                "In dat jaar had deze groep geen bijeenkomst en is er geen kind voor geboren. Kijk het jaar na.",
                "In that year this group had no session and no child for it was born. Check the year."),
            GroupFault::Day(fault) => self.day_fault(fault),
            GroupFault::Cell(fault) => self.cell_fault(fault),
            GroupFault::Twice { first_line } => say!(self;
                "Op regel {first_line} staat iets anders voor deze bijeenkomst.",
                "Line {first_line} says something else of this session."),
            GroupFault::Families => say!(self;
                "Schrijf codes van gezinnen die in je plan staan, of hoeveel gezinnen het zijn.",
                "Write codes of families that are in your plan, or how many families there are."),
            GroupFault::Children => say!(self;
                "Schrijf hoeveel kinderen er zijn: een getal van 1 tot en met 99.",
                "Write how many children there are: a number from 1 to 99."),
            GroupFault::HalfDay => say!(self;
                "Schrijf één dagdeel, bijvoorbeeld di ochtend.",
                "Write one half-day, for example tue am."),
        }
    }
}
