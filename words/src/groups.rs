//! Words of the screen groups.

use super::{Lang, capital, say, texts};
use centering_core::calendar::{Date, DateRange, HalfDay};
use centering_core::care::BirthWindow;
use centering_core::cohort::Unplaced;
use centering_core::plan::Language;
use centering_core::remedy::Merged;
use centering_core::schedule::Stage;

impl Lang {
    texts! {
        group_line: "Vast dagdeel", "Weekly line";
        merge_with: "Voeg samen met …", "Merge with …";
        merge: "Voeg samen", "Merge";
        merge_title(group: &str): "Voeg {group} samen", "Merge {group}";
        merge_into: "Met welke groep?", "With which group?";
        merge_choose: "Kies een groep", "Choose a group";
        merge_full: "De groep wordt dan te groot. Je kunt het wel doen, maar kies liever een groep met plaats.", "The group gets too large then. You can do it, but rather choose a group with room.";
        regroup_along(group: &str): "gaat op in {group}", "joins {group}";
        regroup_no_day: "geen dag mogelijk", "no day possible";
        merge_none: "Er is geen andere groep op deze locatie in deze taal.", "There is no other group at this location in this language.";
        split: "Splits de groep", "Split the group";
        split_title(group: &str): "Splits {group}", "Split {group}";
        split_who: "Welke gezinnen gaan naar een nieuwe groep?", "Which families go to a new group?";
        regroup_nothing: "Geen enkele datum verandert.", "No date changes.";
        regroup_dates: "Wat verandert er aan de datums?", "What changes in the dates?";
        regroup_session: "Bijeenkomst", "Session";
        share_dates: "Ouders weten deze datums", "Parents know these dates";
        groups_counts(groups: usize, families: usize):
            "{} met {}.",
            "{} with {}."
            => |lang| lang.groups(groups), lang.families(families);
        families_wait(count: usize):
            "1 gezin heeft nog geen groep." | "{count} gezinnen hebben nog geen groep.",
            "1 family has no group yet." | "{count} families have no group yet.";
        all_placed: "Alle gezinnen hebben een groep.", "All families have a group.";
        make_proposal: "Maak een voorstel", "Make a proposal";
        make_new_proposal: "Maak een nieuw voorstel", "Make a new proposal";
        location: "Locatie", "Location";
        all_locations: "Alle locaties", "All locations";

        births_and_groups: "Geboorten en groepen", "Births and groups";
        earlier: "Eerder", "Earlier";
        later: "Later", "Later";
        to_today: "Naar vandaag", "To today";
        placed(count: usize): "{count} geplaatst", "{count} placed";
        waiting(count: usize):
            "1 gezin wacht" | "{count} gezinnen wachten",
            "1 family waits" | "{count} families wait";
        row_name(location: &str, period: &str, groups: usize, waiting: usize):
            "{location}, {period}: {}, {} zonder groep",
            "{location}, {period}: {}, {} without a group"
            => |lang| lang.groups(groups), lang.families(waiting);
        walk_hint: "Pijltjes: loop langs de groepen. Enter: kies een groep.", "Arrows: walk along the groups. Enter: choose a group.";
        bar_name(id: &str, births: &str, spread: i32, families: usize, stage: &str):
            "{id}, geboren {births}, leeftijdsverschil {}, {}, {}",
            "{id}, born {births}, age gap {}, {}, {}"
            => |lang| lang.days(spread), lang.families(families), stage.to_lowercase();
        family_born: "gezin, geboren", "family, born";
        family_expected: "gezin, uitgerekende datum", "family, due date";
        family_out: "nog geen groep", "no group yet";
        a_group: "groep", "group";
        a_group_preparing: "groep in voorbereiding", "group in preparation";
        a_group_wide: "leeftijdsverschil boven 21 dagen", "age gap over 21 days";

        all_groups: "Alle groepen", "All groups";
        code: "Code", "Code";
        status: "Status", "Status";
        born: "Geboren", "Born";
        spread: "Leeftijdsverschil", "Age gap";
        families_column: "Gezinnen", "Families";
        children(count: usize): "{count} kinderen", "{count} children";
        of_most(most: u8): " van {most}", " of {most}";
        families_unit(count: usize): " gezin" | " gezinnen", " family" | " families";
        location_and_language: "Locatie, taal", "Location, language";
        fixed_time: "Dagdeel", "Half-day";
        first_session: "Eerste", "First";
        tightest_window: "Minste keus", "Least choice";
        tightest_short: "minste keus", "least choice";
        free(number: u8, days: usize): "B{number}, {days} vrij", "B{number}, {days} free";
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
        planner_chose(half_day: &str): "Planner: {half_day}", "Planner: {half_day}";
        let_planner_choose: "Laat de planner kiezen", "Let the planner choose";
        can_come(half_day: &str, count: usize, of: usize): "{half_day} · {count} van {of} kunnen", "{half_day} · {count} of {of} can";
        windows_title(count: usize): if count == 8 { "Acht perioden".to_owned() } else { format!("{count} perioden") },
            if count == 8 { "Eight periods".to_owned() } else { format!("{count} periods") };
        session_word: "Bijeenkomst", "Session";
        not_planned: "niet gepland", "not planned";
        days_free(count: usize): "{count} vrij", "{count} free";
        preferred: "beste periode", "best period";
        allowed: "toegestane periode", "allowed period";
        chosen_day: "gekozen dag", "chosen day";
        free_means: "vrij = dag in de beste periode, op het vaste dagdeel, geen feestdag of schoolvakantie", "free = a day in the best period, at the fixed half-day, no public or school holiday";
        families_title: "Gezinnen", "Families";
        provisional: "voorlopig", "provisional";
        due(date: &str): "uitgerekend {date}", "due {date}";
        cannot(half_day: &str): "kan niet op {half_day}", "cannot come on {half_day}";
        enter_birth: "Vul geboortedatum in", "Enter birth date";
        change_family(code: &str): "Wijzig gezin {code}", "Change family {code}";
        take_out(code: &str): "Haal {code} uit de groep", "Take {code} out of the group";
        known_births(count: usize, children: usize):
            "En {} zonder code: alleen de oudste en de jongste geboortedatum zijn bewaard ({} kinderen).",
            "And {} without code: only the oldest and youngest birth date are kept ({} children)."
            => |lang| lang.families(count), children;
        may_fit: "Wacht nog, past misschien", "Still waiting, may fit";
        problems_of_group: "Problemen van deze groep", "Problems of this group";
        pin_group: "Zet vast", "Pin";
        unpin_group: "Maak los", "Unpin";
        pin_means:
            "Vastgezet: een nieuw voorstel laat deze groep zoals die is.",
            "Pinned: a new proposal leaves this group as it is.";
        plan_again: "Zoek de datums opnieuw", "Search the dates again";
        dissolve: "Hef groep op", "Dissolve group";
        to_roster: "Bekijk in het rooster", "Show in the schedule";

        without_group: "Gezinnen zonder groep", "Families without a group";
        why: "Waarom", "Why";
        best_fit: "Past het best in", "Fits best in";
        no_fit: "Geen groep past.", "No group fits.";
        put_here: "Zet in deze groep", "Put in this group";
        put_in(group: &str): "Zet in {group}", "Put in {group}";
        spread_becomes(days: i32): "leeftijdsverschil wordt {}", "age gap becomes {}" => |lang| lang.days(days);
        half_day_misfit: "kan niet op het vaste dagdeel", "cannot come at the fixed half-day";
        more_groups(count: usize):
            "Nog 1 groep" | "Nog {count} groepen",
            "1 more group" | "{count} more groups";
        choose_family(code: &str): "Kies {code}", "Choose {code}";
        choose: "Kies", "Choose";
        edit: "Wijzig", "Change";
        chosen(count: usize): "{} gekozen", "{} chosen" => |lang| lang.families(count);
        chosen_spread(days: i32): "leeftijdsverschil {}", "age gap {}" => |lang| lang.days(days);
        choose_first: "Kies gezinnen om er zelf een groep van te maken.", "Choose families to make a group of them yourself.";
        group_of_chosen: "Maak een groep van deze gezinnen", "Make a group of these families";
        one_location: "Dat kan niet: kies gezinnen van één locatie.", "Not possible: choose families of one location.";
        one_language: "Dat kan niet: kies gezinnen met één taal.", "Not possible: choose families with one language.";
        choose_none: "Wis de keuze", "Clear the choice";
        show_all(count: usize): "Toon alle {count}", "Show all {count}";

        no_families_title: "Er zijn nog geen gezinnen", "There are no families yet";
        no_families_text:
            "Plak je lijst met aanmeldingen uit Excel. Per gezin heb je een code nodig, de geboortedatum of uitgerekende datum, en de locatie.",
            "Paste your list of enrolments from Excel. For each family you need a code, the birth date or due date, and the location.";
        no_groups_title: "Er zijn nog geen groepen", "There are no groups yet";
        no_groups_text(min: u8, max: u8, spread: u16):
            "De planner maakt groepen van {min} tot en met {max} gezinnen met één locatie en één taal. De baby’s schelen hoogstens {spread} dagen. Voor elke groep zoekt de planner een vast dagdeel en een datum voor elke bijeenkomst. Je kunt daarna alles wijzigen.",
            "The planner makes groups of {min} to {max} families of one location and one language. The babies differ at most {spread} days. For every group the planner finds a fixed half-day and a date for every session. You can change everything afterwards.";
    }

    /// How far a group is.
    pub fn stage(self, stage: Stage) -> &'static str {
        self.of(match stage {
            Stage::Preparing => ["In voorbereiding", "In preparation"],
            Stage::Planned => ["Gepland", "Planned"],
            Stage::Started => ["Gestart", "Started"],
            Stage::Finished => ["Afgerond", "Finished"],
            Stage::Stopped => ["Gestopt", "Stopped"],
        })
    }

    /// Why a family has no group, as the end of a sentence: the same words wherever it is said.
    pub fn unplaced_reason(self, why: Unplaced) -> String {
        match why {
            Unplaced::TooOld => say!(self;
                "de baby is te oud voor een nieuwe groep",
                "the baby is too old for a new group"),
            Unplaced::PoolTooSmall {
                waiting,
                needed,
                nearest: None,
            } => say!(self;
                "te weinig gezinnen die hier wachten: {waiting} van de {needed}",
                "too few families waiting here: {waiting} of {needed}"),
            Unplaced::PoolTooSmall {
                waiting,
                needed,
                nearest: Some(days),
            } => say!(self;
                "te weinig gezinnen die hier wachten: {waiting} van de {needed}, de dichtstbijzijnde baby scheelt {}",
                "too few families waiting here: {waiting} of {needed}, the nearest baby is {} apart";
                self.days(days)),
            Unplaced::OtherLanguage { waiting, needed } => say!(self;
                "te weinig gezinnen met deze taal: {waiting} van de {needed}",
                "too few families with this language: {waiting} of {needed}"),
            Unplaced::TooFewNearby {
                nearest: Some(days),
                ..
            } => say!(self;
                "te ver in leeftijd van andere wachtenden: {}",
                "too far in age from others who wait: {}";
                self.days(days)),
            Unplaced::TooFewNearby {
                nearby,
                needed,
                nearest: None,
            } => say!(self;
                "te weinig baby’s van deze leeftijd: {nearby} van de {needed}",
                "too few babies of this age: {nearby} of {needed}"),
            Unplaced::WindowsTooNarrow { nearby, needed } => say!(self;
                "te weinig gezinnen met een dag voor elke bijeenkomst: {nearby} van de {needed}",
                "too few families with a day for every session: {nearby} of {needed}"),
            Unplaced::NoSharedHalfDay { nearby, needed } => say!(self;
                "te weinig gezinnen met een gedeeld dagdeel: {nearby} van de {needed}",
                "too few families that share a half-day: {nearby} of {needed}"),
            Unplaced::NotProposedYet => say!(self;
                "er wachten er genoeg, maak een nieuw voorstel",
                "enough are waiting, make a new proposal"),
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
        let (oldest, youngest) = (births.oldest(), births.youngest());
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

    /// `mrt 2027 – mei 2028`: the months of a range.
    pub fn month_range(self, range: DateRange) -> String {
        let [first, last] = [range.first, range.last].map(|day| self.month_year(day));
        format!("{first} – {last}")
    }

    /// `Arabisch`; the code of a language that has no name here.
    pub fn language_name(self, language: &Language) -> String {
        self.known_language(language)
            .unwrap_or_else(|| language.as_str().to_uppercase())
    }

    /// The name of a language that the planner knows.
    pub(super) fn known_language(self, language: &Language) -> Option<String> {
        let known = centering_core::intake::language_names().iter();
        let (_, nl, en) = *known
            .clone()
            .find(|(code, ..)| *code == language.as_str())?;
        Some(capital(self.of([nl, en])))
    }
}

impl Lang {
    /// How a merged group would be: its size, its spread and what becomes impossible; `most` is the largest
    /// group that is set.
    pub fn merge_fit(self, merged: &Merged, most: u8) -> String {
        let mut parts = vec![self.families(merged.families)];
        if merged.is_full {
            parts.push(say!(self; "hoogstens {most}", "at most {most}"));
        }
        let spread = self.days(merged.spread_days);
        parts.push(say!(self; "leeftijden {spread} uit elkaar", "ages {spread} apart"));
        match merged.impossible {
            0 => {}
            1 => {
                parts.push(say!(self; "1 bijeenkomst kan dan niet", "1 session is impossible then"))
            }
            count => parts.push(say!(self;
                "{count} bijeenkomsten kunnen dan niet",
                "{count} sessions are impossible then")),
        }
        parts.join(", ")
    }
}
