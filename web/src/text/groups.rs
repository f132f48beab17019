//! Words of the screen groups.

use super::{Lang, capital, texts};
use centering_core::calendar::{Date, DateRange, HalfDay};
use centering_core::care::BirthWindow;
use centering_core::cohort::Unplaced;
use centering_core::plan::Language;
use centering_core::schedule::Stage;

impl Lang {
    texts! {
        group_line: "Vast dagdeel", "Weekly line";
        merge_with: "Voeg samen met …", "Merge with …";
        merge: "Voeg samen", "Merge";
        merge_title(group: &str): format!("Voeg {group} samen"), format!("Merge {group}");
        merge_into: "Met welke groep?", "With which group?";
        merge_none: "Er is geen andere groep op deze locatie in deze taal.", "There is no other group at this location in this language.";
        split: "Splits de groep", "Split the group";
        split_title(group: &str): format!("Splits {group}"), format!("Split {group}");
        split_who: "Welke gezinnen gaan naar een nieuwe groep?", "Which families go to a new group?";
        regroup_nothing: "Geen enkele datum verandert.", "No date changes.";
        regroup_dates: "Wat verandert er aan de data?", "What changes in the dates?";
        regroup_session: "Bijeenkomst", "Session";
        share_dates: "Ouders weten deze data", "Parents know these dates";
        groups_counts(groups: usize, families: usize):
            format!("{} met {}.", Lang::Nl.groups(groups), Lang::Nl.families(families)),
            format!("{} with {}.", Lang::En.groups(groups), Lang::En.families(families));
        families_wait(count: usize):
            if count == 1 { "1 gezin heeft nog geen groep.".to_owned() } else { format!("{count} gezinnen hebben nog geen groep.") },
            if count == 1 { "1 family has no group yet.".to_owned() } else { format!("{count} families have no group yet.") };
        all_placed: "Alle gezinnen hebben een groep.", "All families have a group.";
        make_proposal: "Maak een voorstel", "Make a proposal";
        make_new_proposal: "Maak een nieuw voorstel", "Make a new proposal";
        location: "Locatie", "Location";
        all_locations: "Alle locaties", "All locations";

        births_and_groups: "Geboorten en groepen", "Births and groups";
        earlier: "Eerder", "Earlier";
        later: "Later", "Later";
        to_today: "Naar vandaag", "To today";
        placed(count: usize): format!("{count} geplaatst"), format!("{count} placed");
        waiting(count: usize):
            if count == 1 { "1 gezin wacht".to_owned() } else { format!("{count} gezinnen wachten") },
            if count == 1 { "1 family waits".to_owned() } else { format!("{count} families wait") };
        row_name(location: &str, period: &str, groups: usize, waiting: usize):
            format!("{location}, {period}: {}, {} zonder groep", Lang::Nl.groups(groups), Lang::Nl.families(waiting)),
            format!("{location}, {period}: {}, {} without a group", Lang::En.groups(groups), Lang::En.families(waiting));
        walk_hint: "Pijltjes: loop langs de groepen. Enter: kies een groep.", "Arrows: walk along the groups. Enter: choose a group.";
        bar_name(id: &str, births: &str, spread: i32, families: usize, stage: &str):
            format!("{id}, geboren {births}, spreiding {}, {}, {}", Lang::Nl.days(spread), Lang::Nl.families(families), stage.to_lowercase()),
            format!("{id}, born {births}, spread {}, {}, {}", Lang::En.days(spread), Lang::En.families(families), stage.to_lowercase());
        family_born: "gezin, geboren", "family, born";
        family_expected: "gezin, uitgerekende datum", "family, due date";
        family_out: "nog geen groep", "no group yet";
        a_group: "groep", "group";
        a_group_preparing: "groep in voorbereiding", "group in preparation";
        a_group_wide: "spreiding boven 21 dagen", "spread over 21 days";

        all_groups: "Alle groepen", "All groups";
        code: "Code", "Code";
        status: "Status", "Status";
        born: "Geboren", "Born";
        spread: "Spreiding", "Spread";
        families_column: "Gezinnen", "Families";
        children(count: usize): format!("{count} kinderen"), format!("{count} children");
        of_most(most: u8): format!(" van {most}"), format!(" of {most}");
        families_unit(count: usize): if count == 1 { " gezin".to_owned() } else { " gezinnen".to_owned() }, if count == 1 { " family".to_owned() } else { " families".to_owned() };
        location_and_language: "Locatie, taal", "Location, language";
        moment: "Moment", "Time";
        fixed_time: "Vast moment", "Fixed time";
        first_session: "Eerste", "First";
        first_session_full: "Eerste bijeenkomst", "First session";
        tightest_window: "Krapste venster", "Tightest window";
        tightest_short: "krapst", "tightest";
        free(number: u8, days: usize): format!("B{number}, {days} vrij"), format!("S{number}, {days} free");
        no_free: "alles geweest", "all over";
        problems: "Problemen", "Problems";
        none: "geen", "none";
        no_date: "nog geen datum", "no date yet";
        pinned: "Vastgezet", "Pinned";

        places_left(count: usize):
            match count { 0 => "vol".to_owned(), 1 => "1 plaats vrij".to_owned(), _ => format!("{count} plaatsen vrij") },
            match count { 0 => "full".to_owned(), 1 => "1 place left".to_owned(), _ => format!("{count} places left") };
        start_time: "Tijd", "Time";
        language: "Taal", "Language";
        planner_chose(half_day: &str): format!("Planner: {half_day}"), format!("Planner: {half_day}");
        let_planner_choose: "Laat de planner kiezen", "Let the planner choose";
        can_come(half_day: &str, count: usize, of: usize): format!("{half_day} · {count} van {of} kunnen"), format!("{half_day} · {count} of {of} can");
        windows_title(count: usize): if count == 8 { "Acht vensters".to_owned() } else { format!("{count} vensters") },
            if count == 8 { "Eight windows".to_owned() } else { format!("{count} windows") };
        session_word: "Bijeenkomst", "Session";
        over: "geweest", "over";
        cancelled: "vervallen", "cancelled";
        not_planned: "niet gepland", "not planned";
        days_free(count: usize): format!("{count} vrij"), format!("{count} free");
        preferred: "voorkeur", "preferred";
        allowed: "toegestaan", "allowed";
        chosen_day: "gekozen dag", "chosen day";
        free_means: "vrij = dag in het voorkeursvenster, op het vaste moment, geen feestdag of schoolvakantie", "free = a day in the preferred window, at the fixed time, no public or school holiday";
        families_title: "Gezinnen", "Families";
        provisional: "voorlopig", "provisional";
        due(date: &str): format!("uitgerekend {date}"), format!("due {date}");
        cannot(half_day: &str): format!("kan niet op {half_day}"), format!("cannot come on {half_day}");
        enter_birth: "Vul geboortedatum in", "Enter birth date";
        change_family(code: &str): format!("Wijzig gezin {code}"), format!("Change family {code}");
        take_out(code: &str): format!("Haal {code} uit de groep"), format!("Take {code} out of the group");
        known_births(count: usize, children: usize):
            format!("En {} zonder code: alleen de oudste en de jongste geboortedatum zijn bewaard ({} kinderen).", Lang::Nl.families(count), children),
            format!("And {} without code: only the oldest and youngest birth date are kept ({} children).", Lang::En.families(count), children);
        may_fit: "Wacht nog, past misschien", "Still waiting, may fit";
        problems_of_group: "Problemen van deze groep", "Problems of this group";
        pin_group: "Zet vast", "Pin";
        unpin_group: "Maak los", "Unpin";
        pin_means:
            "Vastgezet: een nieuw voorstel laat deze groep zoals die is.",
            "Pinned: a new proposal leaves this group as it is.";
        plan_again: "Zoek de data opnieuw", "Search the dates again";
        dissolve: "Hef groep op", "Dissolve group";
        to_roster: "Bekijk in het rooster", "Show in the schedule";

        without_group: "Gezinnen zonder groep", "Families without a group";
        why: "Waarom", "Why";
        best_fit: "Past het best in", "Fits best in";
        no_fit: "Geen groep past.", "No group fits.";
        put_here: "Zet in deze groep", "Put in this group";
        put_in(group: &str): format!("Zet in {group}"), format!("Put in {group}");
        spread_becomes(days: i32): format!("spreiding wordt {}", Lang::Nl.days(days)), format!("spread becomes {}", Lang::En.days(days));
        half_day_misfit: "kan niet op het vaste moment", "cannot come at the fixed time";
        more_groups(count: usize):
            if count == 1 { "Nog 1 groep".to_owned() } else { format!("Nog {count} groepen") },
            if count == 1 { "1 more group".to_owned() } else { format!("{count} more groups") };
        choose_family(code: &str): format!("Kies {code}"), format!("Choose {code}");
        choose: "Kies", "Choose";
        edit: "Wijzig", "Change";
        chosen(count: usize): format!("{} gekozen", Lang::Nl.families(count)), format!("{} chosen", Lang::En.families(count));
        chosen_spread(days: i32): format!("spreiding {}", Lang::Nl.days(days)), format!("spread {}", Lang::En.days(days));
        choose_first: "Kies gezinnen om er zelf een groep van te maken.", "Choose families to make a group of them yourself.";
        group_of_chosen: "Maak een groep van deze gezinnen", "Make a group of these families";
        one_location: "Dat kan niet: kies gezinnen van één locatie.", "Not possible: choose families of one location.";
        one_language: "Dat kan niet: kies gezinnen met één taal.", "Not possible: choose families with one language.";
        choose_none: "Wis de keuze", "Clear the choice";
        show_all(count: usize): format!("Toon alle {count}"), format!("Show all {count}");

        no_families_title: "Er zijn nog geen gezinnen", "There are no families yet";
        no_families_text:
            "Plak je lijst met aanmeldingen uit Excel. Per gezin heb je een code nodig, de geboortedatum of uitgerekende datum, en de locatie.",
            "Paste your list of enrolments from Excel. For each family you need a code, the birth date or due date, and the location.";
        no_groups_title: "Er zijn nog geen groepen", "There are no groups yet";
        no_groups_text(min: u8, max: u8, spread: u16):
            format!("De planner maakt groepen van {min} tot en met {max} gezinnen met één locatie en één taal. De baby’s schelen hoogstens {spread} dagen. Voor elke groep zoekt de planner een vast moment en een datum voor elke bijeenkomst. Je kunt daarna alles wijzigen."),
            format!("The planner makes groups of {min} to {max} families of one location and one language. The babies differ at most {spread} days. For every group the planner finds a fixed time and a date for every session. You can change everything afterwards.");
    }

    /// How far a group is.
    pub fn stage(self, stage: Stage) -> &'static str {
        match (self, stage) {
            (Self::Nl, Stage::Preparing) => "In voorbereiding",
            (Self::Nl, Stage::Planned) => "Gepland",
            (Self::En, Stage::Planned) => "Planned",
            (Self::Nl, Stage::Started) => "Gestart",
            (Self::Nl, Stage::Finished) => "Afgerond",
            (Self::Nl, Stage::Stopped) => "Gestopt",
            (Self::En, Stage::Stopped) => "Stopped",
            (Self::En, Stage::Preparing) => "In preparation",
            (Self::En, Stage::Started) => "Started",
            (Self::En, Stage::Finished) => "Finished",
        }
    }

    /// Why a family has no group.
    pub fn unplaced_reason(self, why: Unplaced) -> String {
        match (self, why) {
            (Self::Nl, Unplaced::TooOld) => "De baby is te oud voor een nieuwe groep.".to_owned(),
            (Self::En, Unplaced::TooOld) => "The baby is too old for a new group.".to_owned(),
            (Self::Nl, Unplaced::PoolTooSmall { waiting, needed }) => {
                format!("Te weinig gezinnen hier met deze taal: {waiting} van de {needed}.")
            }
            (Self::En, Unplaced::PoolTooSmall { waiting, needed }) => {
                format!("Too few families here with this language: {waiting} of {needed}.")
            }
            (Self::Nl, Unplaced::TooFewNearby { nearby, needed }) => {
                format!("Te weinig baby’s van deze leeftijd: {nearby} van de {needed}.")
            }
            (Self::En, Unplaced::TooFewNearby { nearby, needed }) => {
                format!("Too few babies of this age: {nearby} of {needed}.")
            }
            (Self::Nl, Unplaced::WindowsTooNarrow { nearby, needed }) => {
                format!(
                    "Te weinig gezinnen met een dag voor elke bijeenkomst: {nearby} van de {needed}."
                )
            }
            (Self::En, Unplaced::WindowsTooNarrow { nearby, needed }) => {
                format!("Too few families with a day for every session: {nearby} of {needed}.")
            }
            (Self::Nl, Unplaced::NoSharedHalfDay { nearby, needed }) => {
                format!("Te weinig gezinnen met een gedeeld dagdeel: {nearby} van de {needed}.")
            }
            (Self::En, Unplaced::NoSharedHalfDay { nearby, needed }) => {
                format!("Too few families that share a half-day: {nearby} of {needed}.")
            }
            (Self::Nl, Unplaced::NotProposedYet) => {
                "Maak een nieuw voorstel: er zijn genoeg gezinnen.".to_owned()
            }
            (Self::En, Unplaced::NotProposedYet) => {
                "Make a new proposal: there are enough families.".to_owned()
            }
        }
    }

    /// `di ochtend`: a half-day for lists.
    pub fn half_day_short(self, half_day: HalfDay) -> String {
        format!(
            "{} {}",
            self.weekday_short(half_day.workday),
            self.part(half_day.part)
        )
    }

    /// `23 dec – 10 jan 2028`: births of one group, which are never a year apart.
    pub fn births_range(self, births: BirthWindow, near: Option<Date>) -> String {
        let BirthWindow { oldest, youngest } = births;
        if oldest.year() == youngest.year() {
            return self.range(
                DateRange {
                    first: oldest,
                    last: youngest,
                },
                near,
            );
        }
        format!(
            "{} – {}",
            self.day_month(oldest, Some(oldest)),
            self.day_month(youngest, near)
        )
    }

    /// `do 27 jan ’28`: a day for narrow lists, with the year when it differs from that of `near`.
    pub fn day_tight(self, date: Date, near: Option<Date>) -> String {
        let day = self.day(date, Some(date));
        if near.is_some_and(|near| near.year() == date.year()) {
            day
        } else {
            format!("{day} ’{:02}", date.year() % 100)
        }
    }

    /// `nov 2026`: a month.
    pub fn month_year(self, month: Date) -> String {
        format!("{} {}", self.month_short(month.month()), month.year())
    }

    /// `Arabisch`; the code of a language that has no name here.
    pub fn language_name(self, language: &Language) -> String {
        let names = centering_core::intake::language_names();
        let found = names.iter().find(|(code, ..)| *code == language.as_str());
        let name = match (self, found) {
            (_, None) => return language.as_str().to_uppercase(),
            (Self::Nl, Some((_, dutch, _))) => dutch,
            (Self::En, Some((_, _, english))) => english,
        };
        capital(name)
    }
}
