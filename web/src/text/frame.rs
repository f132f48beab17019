//! Words of the frame: head, navigation, saving, footer and messages.

use super::{Lang, texts};
use crate::store::{Notice, Theme};
use centering_core::calendar::{ClockTime, Date, Region};
use centering_core::plan::{ReadError, Refusal};

impl Lang {
    texts! {
        app_name: "Centering-planner", "Centering planner";
        untitled: "Plan zonder naam", "Untitled plan";
        example_title: "Voorbeeldplan, drie locaties", "Example plan, three locations";
        example_today(date: Date):
            format!("Voorbeeld: alsof het {} is", Lang::Nl.day_full(date)),
            format!("Example: as if it were {}", Lang::En.day_full(date));
        screens: "Schermen", "Screens";
        skip: "Naar de inhoud", "Skip to content";
        groups_page: "Groepen", "Groups";
        roster_page: "Rooster", "Schedule";
        problems_page: "Problemen", "Problems";
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
        switch_language: "English", "Nederlands";
        theme: "Kleuren", "Colours";
        undo: "Maak ongedaan", "Undo";
        redo: "Doe opnieuw", "Redo";
        undo_it(what: &str): format!("Maak ongedaan: {what}"), format!("Undo: {what}");
        redo_it(what: &str): format!("Doe opnieuw: {what}"), format!("Redo: {what}");
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
            format!("Vaccinatieprogramma (RVP) versie {}. Schoolvakanties regio {}.", Lang::Nl.day_typed(version), Lang::Nl.region(region)),
            format!("Vaccination programme (RVP) version {}. School holidays of region {}.", Lang::En.day_typed(version), Lang::En.region(region));
        file_saved(name: &str):
            format!("{name} staat bij je downloads"),
            format!("{name} is in your downloads");
        file_not_saved:
            "Deze browser kan het bestand niet bewaren. Probeer een andere browser.",
            "This browser cannot save the file. Try another browser.";
        unreadable(reason: &str):
            format!("Dit bestand kan niet open: {reason}"),
            format!("This file cannot be opened: {reason}");
        no_change: "Dit verandert niets: zo staat het al in het plan.", "This changes nothing: the plan is already so.";
        undone(what: &str): format!("Ongedaan gemaakt: {what}"), format!("Undone: {what}");
        redone(what: &str): format!("Opnieuw gedaan: {what}"), format!("Done again: {what}");
    }

    /// `10.42`, with the words before it in a part that narrow screens leave out.
    pub fn saved_at(self, time: Option<ClockTime>) -> (&'static str, String) {
        let time = time.map_or_else(String::new, |time| {
            format!("{:02}:{:02}", time.hour(), time.minute())
        });
        (self.saved_here(), time)
    }

    /// The name of a theme.
    pub fn theme_name(self, theme: Theme) -> &'static str {
        match (self, theme) {
            (Self::Nl, Theme::Auto) => "Zoals dit apparaat",
            (Self::Nl, Theme::Light) => "Licht",
            (Self::Nl, Theme::Dark) => "Donker",
            (Self::En, Theme::Auto) => "As this device",
            (Self::En, Theme::Light) => "Light",
            (Self::En, Theme::Dark) => "Dark",
        }
    }

    /// A message at the bottom of the screen.
    pub fn notice(self, notice: &Notice) -> String {
        match notice {
            Notice::Done(name) => self.edit_done(name),
            Notice::Undone(name) => self.undone(&self.edit_name(name)),
            Notice::Redone(name) => self.redone(&self.edit_name(name)),
            Notice::Refused(reason) => reason.clone(),
            Notice::Unreadable(reason) => self.unreadable(reason),
            Notice::FileSaved(name) => self.file_saved(name),
            Notice::VariantRemoved(place) => self.variant_removed(&self.variant_name(*place)),
            Notice::VariantsFull => self.variants_full().to_owned(),
            Notice::VariantsChanged => self.variants_changed().to_owned(),
            Notice::VariantsNewer => self.variants_newer().to_owned(),
        }
    }

    /// Why a file is not a plan that can be opened.
    pub fn read_error(self, error: &ReadError) -> String {
        match (self, error) {
            (Self::Nl, ReadError::Newer(version)) => format!(
                "dit plan is van een nieuwere planner (versie {version}). Laad deze pagina opnieuw en probeer het nog eens."
            ),
            (Self::En, ReadError::Newer(version)) => format!(
                "this plan is of a newer planner (version {version}). Reload this page and try again."
            ),
            (Self::Nl, ReadError::NotAPlan) => {
                "het is geen plan van deze planner. Kies een bestand dat je hier bewaarde."
                    .to_owned()
            }
            (Self::En, ReadError::NotAPlan) => {
                "it is not a plan of this planner. Choose a file that you saved here.".to_owned()
            }
            (
                Self::Nl,
                ReadError::Damaged {
                    line,
                    column,
                    expected,
                },
            ) => {
                format!("het is beschadigd op regel {line}, teken {column} ({expected}).")
            }
            (
                Self::En,
                ReadError::Damaged {
                    line,
                    column,
                    expected,
                },
            ) => {
                format!("it is damaged on line {line}, character {column} ({expected}).")
            }
        }
    }

    /// Why an edit is not possible.
    pub fn refusal(self, refusal: &Refusal) -> String {
        let (nl, en) = match refusal {
            Refusal::UnknownGroup(id) => (
                format!("Groep {id} bestaat niet meer."),
                format!("Group {id} does not exist any more."),
            ),
            Refusal::UnknownFamily(code) => (
                format!("Gezin {code} staat niet meer in het plan."),
                format!("Family {code} is not in the plan any more."),
            ),
            Refusal::UnknownSession(id, number) => (
                format!("Groep {id} heeft geen bijeenkomst {}.", number.get()),
                format!("Group {id} has no session {}.", number.get()),
            ),
            Refusal::NotOnePool => (
                "Een groep heeft gezinnen van één locatie en één taal. Kies ze opnieuw.".to_owned(),
                "A group has families of one location and one language. Choose again.".to_owned(),
            ),
            Refusal::AlreadyThere(code) => (
                format!("Gezin {code} zit al in deze groep."),
                format!("Family {code} is already in this group."),
            ),
            Refusal::NotPlaced(code) => (
                format!("Gezin {code} heeft geen groep."),
                format!("Family {code} has no group."),
            ),
            Refusal::Over(id, number) => (
                format!("Bijeenkomst {} van {id} is geweest. De datum blijft staan.", number.get()),
                format!("Session {} of {id} is over. Its date stays.", number.get()),
            ),
            Refusal::Past(date) => (
                format!("{} is voorbij. Kies een dag vanaf vandaag.", Self::Nl.day_full(*date)),
                format!("{} is in the past. Choose a day from today on.", Self::En.day_full(*date)),
            ),
            Refusal::Sizes => (
                "De groottes kloppen niet: de kleinste is minstens 1, de gewenste ligt ertussen, de grootste is hoogstens 30.".to_owned(),
                "The sizes do not fit: the smallest is at least 1, the wanted one lies between, the largest is at most 30.".to_owned(),
            ),
            Refusal::Spread => (
                "De spreiding kan hoogstens 60 dagen zijn.".to_owned(),
                "The spread can be at most 60 days.".to_owned(),
            ),
            Refusal::Closure => (
                "Een sluiting eindigt voor ze begint. Kies een latere laatste dag.".to_owned(),
                "A closure ends before it starts. Choose a later last day.".to_owned(),
            ),
            Refusal::Notice => (
                "De termijn voor ouders kan hoogstens 90 dagen zijn.".to_owned(),
                "The notice for parents can be at most 90 days.".to_owned(),
            ),
            Refusal::HardSizes => (
                "Strenge dagdelen kunnen alleen met groepen van 2 tot en met 15 gezinnen. Pas de groottes aan, of maak dagdelen een wens.".to_owned(),
                "Strict half-days need groups of 2 to 15 families. Change the sizes, or make half-days a wish.".to_owned(),
            ),
            Refusal::Pools => (
                "Een locatie kan maar met één letter gezinnen delen.".to_owned(),
                "A location can share families under one letter only.".to_owned(),
            ),
            Refusal::UnknownRoom(id) => (
                format!("Ruimte {id} staat niet meer in het plan."),
                format!("Room {id} is not in the plan any more."),
            ),
            Refusal::UnknownPerson(id) => (
                format!("{id} staat niet meer in het team."),
                format!("{id} is not in the team any more."),
            ),
            Refusal::UnknownLine(id) => (
                format!("Vast dagdeel {id} bestaat niet meer."),
                format!("Line {id} does not exist any more."),
            ),
            Refusal::OtherLocation => (
                "Dit hoort bij een andere locatie. Kies iets van dezelfde locatie.".to_owned(),
                "This belongs to another location. Choose something of the same location.".to_owned(),
            ),
            Refusal::AliasTaken(alias) => (
                format!("De code {alias} is al van iemand anders. Kies een andere code."),
                format!("The code {alias} is someone else's already. Choose another code."),
            ),
            Refusal::WorkingWeek => (
                "Een werkweek kan hoogstens 1,5 fte zijn.".to_owned(),
                "A working week can be at most 1.5 FTE.".to_owned(),
            ),
            Refusal::Absence => (
                "Een afwezigheid eindigt voor ze begint. Kies een latere laatste dag.".to_owned(),
                "An absence ends before it starts. Choose a later last day.".to_owned(),
            ),
            Refusal::NoDay(id, number) => (
                format!("Bijeenkomst {} van {id} heeft nog geen dag. Kies eerst een dag.", number.get()),
                format!("Session {} of {id} has no day yet. Choose a day first.", number.get()),
            ),
            Refusal::ToCome(id, number) => (
                format!("Bijeenkomst {} van {id} moet nog komen.", number.get()),
                format!("Session {} of {id} is still to come.", number.get()),
            ),
            Refusal::NoSteps => (
                "Dit plan heeft nog geen stappenplan.".to_owned(),
                "This plan has no step plan yet.".to_owned(),
            ),
            Refusal::Steps(refusal) => return self.step_refusal(refusal),
            Refusal::Assurance(refusal) => return self.assurance_refusal(refusal),
            Refusal::OtherDay(id) => (
                format!("Groep {id} heeft al data op een andere dag van de week die vaststaan. Verplaats die eerst."),
                format!("Group {id} already has settled dates on another day of the week. Move those first."),
            ),
            Refusal::Recruitment => (
                "Een getal is te groot. Schrijf per maand hoogstens 5000, en een deelname van 1 tot en met 100.".to_owned(),
                "A figure is too large. Write at most 5000 a month, and a participation of 1 to 100.".to_owned(),
            ),
            Refusal::Schemes => (
                "Dat zijn meer kinderen dan er in de groep zitten.".to_owned(),
                "These are more children than the group has.".to_owned(),
            ),
            Refusal::Template(fault) => (
                Self::Nl.template_fault(*fault),
                Self::En.template_fault(*fault),
            ),
            Refusal::UnknownDoses(number, doses) => (
                Self::Nl.unknown_doses(*number, doses),
                Self::En.unknown_doses(*number, doses),
            ),
            Refusal::VaccineLimit(number, dose) => (
                Self::Nl.vaccine_limit(*number, dose),
                Self::En.vaccine_limit(*number, dose),
            ),
            Refusal::SessionInUse(group, number) => (
                format!("Bijeenkomst {} kan niet weg: in groep {group} staat ze al vast of is ze geweest.", number.get()),
                format!("Session {} cannot go: in group {group} it is settled or over.", number.get()),
            ),
            Refusal::NoChange => (
                Self::Nl.no_change().to_owned(),
                Self::En.no_change().to_owned(),
            ),
        };
        match self {
            Self::Nl => nl,
            Self::En => en,
        }
    }
}
