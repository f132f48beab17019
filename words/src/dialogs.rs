//! Words of the dialogs that explain, name the plan, or ask before something is lost.

use super::{Lang, capital, pick, say, texts};
use centering_core::calendar::SchoolHolidayKind;
use centering_core::problem::Severity;

impl Lang {
    texts! {
        working_title: "De planner zoekt de beste dagen", "The planner searches the best days";
        working_gap(permille: i64):
            if permille == 0 { "Betere dagen zijn er niet.".to_owned() } else { format!("De dagen kunnen nog hooguit {},{} % beter.", permille / 10, permille % 10) },
            if permille == 0 { "There are no better days.".to_owned() } else { format!("The days can be at most {}.{} % better.", permille / 10, permille % 10) };
        working_bar: "Voortgang", "Progress";
        working_stop: "Goed genoeg: neem dit plan", "Good enough: take this plan";
        plan_title: "Naam van het plan", "Name of the plan";
        plan_title_hint: "Bijvoorbeeld het team en het jaar. Gebruik geen namen van gezinnen.", "For example the team and the year. Use no names of families.";

        search_words: "Code of naam", "Code or name";
        search_hint: "Van een groep, een gezin, iemand van het team of een stap.", "Of a group, a family, someone of the team or a step.";
        search_nothing: "Niets gevonden. Controleer wat je schreef.", "Nothing found. Check what you wrote.";
        search_found(count: usize): "1 gevonden" | "{count} gevonden", "1 found" | "{count} found";
        search_more(count: usize): "En nog 1. Schrijf er meer van." | "En nog {count}. Schrijf er meer van.", "And 1 more. Write more of it." | "And {count} more. Write more of it.";
        search_families: "Gezinnen", "Families";
        search_people: "Team", "Team";

        help_keys: "Sneltoetsen", "Shortcuts";
        help_key: "Toets", "Key";
        help_does: "Wat er gebeurt", "What it does";
        help_everywhere: "Overal", "Everywhere";
        help_this: "Open deze hulp", "Open this help";
        help_rows: "Ga in een datum naar de rij erboven of eronder", "Go from a date to the row above or below";
        help_row_enter: "Bewaar de datum en ga naar de volgende rij", "Save the date and go to the next row";
        help_walk: "Loop langs de bijeenkomsten en de groepen", "Walk along the sessions and the groups";
        help_move: "Verplaats de bijeenkomst een week", "Move the session a week";
        help_enter: "Open de bijeenkomst, of zet haar op de gekozen dag", "Open the session, or put it on the chosen day";
        help_escape: "Ga terug zonder iets te veranderen", "Go back without a change";
        help_pin: "Zet de bijeenkomst vast of maak haar los", "Pin the session or let it go";
        or_word: "of", "or";
        help_marks: "Wat de tekens betekenen", "What the marks mean";
        mark_physician: "met jeugdarts", "with youth physician";
        mark_window: "dagen die mogen (lijn) en de beste dagen (balk)", "allowed days (line) and the best days (bar)";
        help_sources:
            "De leeftijden van de bijeenkomsten zijn een voorstel van deze planner. De grenzen van vaccinaties komen van het RIVM (RVP), de vakanties van de Rijksoverheid.",
            "The ages of the sessions are a proposal of this planner. The limits of vaccinations come from the RIVM (RVP), the holidays from the Dutch government.";

        holds_now(groups: &str, families: &str):
            "In dit plan staan nu {groups} en {families}.",
            "This plan now holds {groups} and {families}.";
        replace_new: "Begin je een nieuw plan?", "Start a new plan?";
        replace_example: "Open je het voorbeeld?", "Open the example?";
        replace_file: "Open je dit bestand?", "Open this file?";
        replace_text: "Dat plan verdwijnt uit deze browser.", "That plan goes from this browser.";
        replace_with(title: &str, groups: &str, families: &str):
            if title.is_empty() { format!("Ervoor in de plaats komt een plan met {groups} en {families}.") }
            else { format!("Ervoor in de plaats komt ‘{title}’ met {groups} en {families}.") },
            if title.is_empty() { format!("In its place comes a plan with {groups} and {families}.") }
            else { format!("In its place comes ‘{title}’ with {groups} and {families}.") };
        replace_undo:
            "Wil je het later nog gebruiken? Bewaar het eerst als bestand. Zolang dit tabblad open is kun je het ook ongedaan maken.",
            "Do you want to use it later? Save it as a file first. You can also undo this as long as this tab is open.";
        go_on: "Ga door", "Go on";
        save_first: "Bewaar eerst als bestand", "Save as a file first";
        erase_title: "Wis je alles in deze browser?", "Erase everything in this browser?";
        erase_text:
            "Het plan, de varianten, beschadigde teksten die apart staan, je taal en je kleuren verdwijnen van dit apparaat. Bestanden die je bewaarde blijven staan.",
            "The plan, the variants, damaged texts that were set aside, your language and your colours go from this device. Files that you saved stay.";
        erase_final: "Dit kun je niet ongedaan maken.", "You cannot undo this.";
        erase_do: "Wis alles", "Erase everything";
    }

    /// How far the search is: bijeenkomsten without a day, and the fewest there can be.
    pub fn working_so_far(self, unscheduled: i64, fewest: i64) -> String {
        let sessions = self.sessions(usize::try_from(unscheduled).unwrap_or_default());
        match unscheduled {
            0 => say!(self;
                "Elke bijeenkomst heeft een dag. De planner zoekt nu dagen die nog beter passen.",
                "Every session has a day. The planner now looks for days that fit better."),
            now if now <= fewest => say!(self;
                "{sessions} zonder dag. Minder kan niet met deze vaste dagdelen.",
                "{sessions} without a day. Fewer is not possible on these weekly lines."),
            _ => say!(self;
                "{sessions} zonder dag tot nu toe. Minder dan {fewest} kan niet.",
                "{sessions} without a day so far. Fewer than {fewest} is not possible."),
        }
    }

    /// How the planner works, in five lines.
    pub fn help_lines(self) -> [&'static str; 5] {
        pick!(self;
        [
            "Plak je lijst uit Excel: per gezin een code, de geboortedatum en de locatie.",
            "De planner maakt groepen van kinderen van dezelfde leeftijd, met een vast dagdeel.",
            "Hij zoekt voor elke bijeenkomst een dag die mag: de leeftijd klopt, het is geen feestdag en er zit genoeg tijd tussen de prikken.",
            "Jij beslist: verplaats, zet vast of kies een ander dagdeel. Je ziet meteen wat dat doet.",
            "Wat je verandert, kun je ongedaan maken. Na het opnieuw laden van de pagina kan dat ook nog met je laatste wijzigingen. Het plan wordt vanzelf opgeslagen in deze browser.",
        ],
        [
            "Paste your list from Excel: per family a code, the birth date and the location.",
            "The planner makes groups of children of the same age, with a fixed half-day.",
            "It finds an allowed day for every session: the age is right, it is no public holiday and there is enough time between the vaccinations.",
            "You decide: move, pin or choose another half-day. You see at once what that does.",
            "You can undo what you change. After loading the page again you still can with your latest changes. The plan is saved in this browser by itself.",
        ])
    }

    /// Where data lives, what is kept and how to take it away: a title and a text each.
    pub fn privacy_lines(self) -> [(&'static str, &'static str); 6] {
        pick!(self;
        [
            (
                "Alles blijft in deze browser",
                "Je plan staat in de opslag (localStorage) van deze browser op dit apparaat. Er gaat niets naar een server, ook niet naar ons.",
            ),
            (
                "Werk je op een gedeelde computer?",
                "De opslag is niet versleuteld. Wie op dit apparaat dezelfde browser gebruikt, kan het plan zien. Bewaar het dan als bestand op een plek van je organisatie, en wis alles als je klaar bent.",
            ),
            (
                "Codes, geen namen",
                "Gebruik voor elk gezin een eigen code. De planner weigert namen en burgerservicenummers als code. Zet ook in de naam van het plan niets over gezinnen.",
            ),
            (
                "Alleen wat nodig is",
                "Uit je lijst gebruikt de planner de code, de geboortedatum of uitgerekende datum, de locatie, de dagdelen, de taal, het aantal kinderen, de status en de route. De andere kolommen leest hij niet en bewaart hij niet.",
            ),
            (
                "Toch persoonsgegevens",
                "Een code met een geboortedatum en een locatie kan naar een gezin leiden. Ga met het plan en met bewaarde bestanden om zoals met andere gegevens van gezinnen. Dossiers horen in het digitaal dossier JGZ.",
            ),
            (
                "Weg is weg",
                "Je kunt alles in deze browser wissen. Als je browser zijn gegevens wist, is het plan ook weg: bewaar daarom af en toe een bestand.",
            ),
        ],
        [
            (
                "Everything stays in this browser",
                "Your plan is in the storage (localStorage) of this browser on this device. Nothing goes to a server, not to us either.",
            ),
            (
                "Do you work on a shared computer?",
                "The storage is not encrypted. Who uses the same browser on this device can see the plan. Save it as a file in a place of your organisation, and erase everything when you are done.",
            ),
            (
                "Codes, no names",
                "Use a code of your own for each family. The planner refuses names and citizen service numbers as a code. Put nothing about families in the name of the plan either.",
            ),
            (
                "Only what is needed",
                "From your list the planner uses the code, the birth date or due date, the location, the half-days, the language, the number of children, the status and the route. It does not read or keep the other columns.",
            ),
            (
                "Still personal data",
                "A code with a birth date and a location can lead to a family. Treat the plan and saved files as other data of families. Records belong in the child record system.",
            ),
            (
                "Gone is gone",
                "You can erase everything in this browser. When your browser clears its data the plan is gone too: so save a file now and then.",
            ),
        ])
    }

    /// What a severity asks of the user.
    pub fn severity_meaning(self, severity: Severity) -> &'static str {
        self.of(match severity {
            Severity::Error => ["dit moet anders", "this has to change"],
            Severity::Strong => [
                "kijk hiernaar voor je verdergaat",
                "look at this before you go on",
            ],
            Severity::Warning => ["kijk hier eens naar", "have a look at this"],
            Severity::Info => ["goed om te weten", "good to know"],
        })
    }

    /// `Meivakantie`: with a capital, as a label.
    pub fn school_holiday_capital(self, kind: SchoolHolidayKind) -> String {
        capital(self.school_holiday(kind))
    }
}
