//! Words of the frame: head, navigation, saving, footer and messages.

use super::{Lang, capital, say, texts};
use centering_core::calendar::{ClockTime, Date, Region};
use centering_core::edit::Refusal;
use centering_core::plan::{Plan, ReadError};
use centering_core::steps::StepPlan;

impl Lang {
    texts! {
        app_name: "Centering-planner", "Centering planner";
        untitled: "Plan zonder naam", "Untitled plan";
        example_title: "Voorbeeldplan, drie locaties", "Example plan, three locations";
        example_today(date: Date):
            "Voorbeeld: alsof het {} is",
            "Example: as if it were {}"
            => |lang| lang.day_full(date);
        screens: "Schermen", "Screens";
        skip: "Naar de inhoud", "Skip to content";
        groups_page: "Groepen", "Groups";
        roster_page: "Rooster", "Schedule";
        problems_page: "Problemen", "Problems";
        back_to(page: &str): "Terug naar {page}", "Back to {page}";
        search: "Zoek", "Search";
        menu_file: "Bestand", "File";
        help: "Hulp en sneltoetsen", "Help and shortcuts";
        new_plan: "Nieuw plan", "New plan";
        open_example: "Bekijk het voorbeeld", "Open the example";
        open_file: "Open een bestand", "Open a file";
        add_list: "Voeg een lijst toe", "Add a list";
        add_family: "Voeg een gezin toe", "Add a family";
        save_file: "Bewaar als bestand", "Save as a file";
        rename: "Geef het plan een naam", "Name the plan";
        settings: "Instellingen", "Settings";
        erase: "Wis alles in deze browser", "Erase everything in this browser";
        theme: "Kleuren", "Colours";
        undo: "Maak ongedaan", "Undo";
        redo: "Doe opnieuw", "Redo";
        undo_it(what: &str): "Maak ongedaan: {what}", "Undo: {what}";
        redo_it(what: &str): "Doe opnieuw: {what}", "Redo: {what}";
        nothing_to_undo: "Er is niets om ongedaan te maken", "There is nothing to undo";
        nothing_to_redo: "Er is niets om opnieuw te doen", "There is nothing to redo";
        saved_here: "Opgeslagen in deze browser", "Saved in this browser";
        saving: "Bezig met opslaan …", "Saving …";
        not_saved_full: "Niet opgeslagen: de browser is vol.", "Not saved: the browser is full.";
        not_saved_forbidden:
            "Niet opgeslagen: deze browser bewaart geen gegevens.",
            "Not saved: this browser keeps no data.";
        not_saved_newer:
            "Niet opgeslagen: hier staat een plan van een nieuwere planner.",
            "Not saved: a plan of a newer planner is stored here.";
        not_saved_other:
            "Niet opgeslagen: dit plan is in een ander tabblad gewijzigd.",
            "Not saved: this plan was changed in another tab.";
        not_saved_erased:
            "Niet opgeslagen: dit plan is in een ander tabblad gewist.",
            "Not saved: this plan was erased in another tab.";
        not_saved_damaged:
            "Niet opgeslagen: hier staat een beschadigd plan.",
            "Not saved: a damaged plan is stored here.";
        stays_open:
            "Je werk blijft staan zolang deze pagina open is. Bewaar het als bestand.",
            "Your work stays as long as this page is open. Save it as a file.";
        loading: "Even laden …", "Loading …";
        checking: "Wordt nagekeken …", "Checking …";
        load_failed_title: "Dit deel van de planner kan nu niet laden", "This part of the planner cannot load now";
        load_failed_text:
            "Controleer je internetverbinding. Wat je gemaakt hebt, blijft staan.",
            "Check your internet connection. What you made is still here.";
        try_again: "Probeer het opnieuw", "Try again";
        dismiss: "Sluit deze melding", "Dismiss this message";
        save_file_now: "Bewaar als bestand", "Save as a file";
        disclaimer:
            "Planningshulp, geen medisch advies. De jeugdarts stelt de indicatie.",
            "A planning aid, not medical advice. The youth physician decides.";
        unofficial:
            "Geen officieel product van Stichting Centering Nederland.",
            "Not an official product of Stichting Centering Nederland.";
        data_note(version: Date, region: Region):
            "Vaccinatieprogramma (RVP) versie {}. Schoolvakanties regio {}.",
            "Vaccination programme (RVP) version {}. School holidays of region {}."
            => |lang| lang.day_typed(version), lang.region(region);
        file_saved(name: &str): "{name} staat bij je downloads", "{name} is in your downloads";
        file_not_saved:
            "Deze browser kan het bestand niet bewaren. Probeer een andere browser.",
            "This browser cannot save the file. Try another browser.";
        unreadable(reason: &str):
            "Dit bestand kan niet open: {reason}",
            "This file cannot be opened: {reason}";
        no_change: "Dit verandert niets: zo staat het al in het plan.", "This changes nothing: the plan is already so.";
        undone(what: &str): "Ongedaan gemaakt: {what}", "Undone: {what}";
        redone(what: &str): "Opnieuw gedaan: {what}", "Done again: {what}";
    }

    /// `10.42`, with the words before it in a part that narrow screens leave out.
    pub fn saved_at(self, time: Option<ClockTime>) -> (&'static str, String) {
        let time = time.map_or_else(String::new, |time| {
            format!("{:02}:{:02}", time.hour(), time.minute())
        });
        (self.saved_here(), time)
    }

    /// Why a file is not a plan that can be opened.
    pub fn read_error(self, error: &ReadError) -> String {
        match error {
            ReadError::Newer(version) => say!(self;
                "dit plan is van een nieuwere planner (versie {version}). Laad deze pagina opnieuw en probeer het nog eens.",
                "this plan is of a newer planner (version {version}). Reload this page and try again."),
            ReadError::NotAPlan => say!(self;
                "het is geen plan van deze planner. Kies een bestand dat je hier bewaarde.",
                "it is not a plan of this planner. Choose a file that you saved here."),
            ReadError::Damaged {
                line,
                column,
                expected,
            } => say!(self;
                "het is beschadigd op regel {line}, teken {column} ({expected}).",
                "it is damaged on line {line}, character {column} ({expected})."),
        }
    }

    /// Why an edit is not possible in this plan.
    pub fn refusal(self, plan: &Plan, refusal: &Refusal) -> String {
        match refusal {
            Refusal::UnknownGroup(id) => say!(self;
                "Groep {id} bestaat niet meer.",
                "Group {id} does not exist any more."),
            Refusal::UnknownFamily(code) => say!(self;
                "Gezin {code} staat niet meer in het plan.",
                "Family {code} is not in the plan any more."),
            Refusal::UnknownSession(id, number) => say!(self;
                "Groep {id} heeft geen bijeenkomst {}.",
                "Group {id} has no session {}.";
                number.get()),
            Refusal::NotOnePool => say!(self;
                "Een groep heeft gezinnen van één locatie en één taal. Kies ze opnieuw.",
                "A group has families of one location and one language. Choose again."),
            Refusal::AlreadyThere(code) => say!(self;
                "Gezin {code} zit al in deze groep.",
                "Family {code} is already in this group."),
            Refusal::NotPlaced(code) => say!(self;
                "Gezin {code} heeft geen groep.",
                "Family {code} has no group."),
            Refusal::Over(id, number) => say!(self;
                "Bijeenkomst {} van {id} is geweest. De datum blijft staan.",
                "Session {} of {id} is over. Its date stays.";
                number.get()),
            Refusal::Past(date) => say!(self;
                "{} is voorbij. Kies een dag vanaf vandaag.",
                "{} is in the past. Choose a day from today on.";
                capital(&self.day_full(*date))),
            Refusal::UnknownRoom(id) => say!(self;
                "Ruimte {id} staat niet meer in het plan.",
                "Room {id} is not in the plan any more."),
            Refusal::UnknownPerson(id) => say!(self;
                "{id} staat niet meer in het team.",
                "{id} is not in the team any more."),
            Refusal::NotPhysician(id) => say!(self;
                "{id} is geen jeugdarts. Kies iemand met de rol jeugdarts.",
                "{id} is no youth physician. Choose somebody with that role."),
            Refusal::UnknownLine(id) => say!(self;
                "Vast dagdeel {id} bestaat niet meer.",
                "Weekly line {id} does not exist any more."),
            Refusal::OtherLocation => say!(self;
                "Dit hoort bij een andere locatie. Kies iets van dezelfde locatie.",
                "This belongs to another location. Choose something of the same location."),
            Refusal::NoDay(id, number) => say!(self;
                "Bijeenkomst {} van {id} heeft nog geen dag. Kies eerst een dag.",
                "Session {} of {id} has no day yet. Choose a day first.";
                number.get()),
            Refusal::ToCome(id, number) => say!(self;
                "Bijeenkomst {} van {id} moet nog komen.",
                "Session {} of {id} is still to come.";
                number.get()),
            Refusal::NoSteps => say!(self;
                "Dit plan heeft nog geen stappenplan.",
                "This plan has no step plan yet."),
            Refusal::Steps(refusal) => {
                let steps = plan.steps.as_ref();
                self.step_refusal(steps.unwrap_or_else(|| StepPlan::proposal()), refusal)
            }
            Refusal::Assurance(refusal) => self.assurance_refusal(refusal),
            Refusal::OtherDay(id) => say!(self;
                "Groep {id} heeft al datums op een andere dag van de week die vaststaan. Verplaats die eerst.",
                "Group {id} already has settled dates on another day of the week. Move those first."),
            Refusal::Recruitment(fault) => self.recruitment_fault(*fault),
            Refusal::Schemes => say!(self;
                "Dat zijn meer kinderen dan er in de groep zitten.",
                "These are more children than the group has."),
            Refusal::SessionInUse(group, number) => say!(self;
                "Bijeenkomst {} kan niet weg: in groep {group} staat ze al vast of is ze geweest.",
                "Session {} cannot go: in group {group} it is settled or over.";
                number.get()),
            Refusal::Template(refusal) => self.template_refusal(refusal),
            Refusal::Settings(fault) => self.settings_fault(*fault),
            Refusal::Enrolment(code, fault) => say!(self;
                "Gezin {code}: {}",
                "Family {code}: {}";
                self.enrolment_fault(*fault)),
            Refusal::Location(fault) => self.location_fault(*fault).to_owned(),
            Refusal::Room(fault) => self.room_fault(*fault).to_owned(),
            Refusal::Person(fault) => self.person_fault(*fault).to_owned(),
            Refusal::Line(fault) => self.line_set_fault(*fault).to_owned(),
            Refusal::NoChange => self.no_change().to_owned(),
        }
    }
}
