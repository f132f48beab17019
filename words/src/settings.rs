//! Words of the settings and of a location.

use super::{Lang, say, texts};
use centering_core::calendar::{MonthEnd, Observance};
use centering_core::plan::{GroupSize, Settings, SettingsFault, Treatment};

impl Lang {
    texts! {
        settings_title: "Instellingen", "Settings";
        settings_groups: "Groepen", "Groups";
        settings_groups_hint:
            "Aangeraden: 6 tot 8 gezinnen. Zo blijft er een gesprek als iemand niet kan, en tijd voor elk kind.",
            "Advised: 6 to 8 families. So there is still a circle when somebody cannot come, and time for each child.";
        size_min: "Kleinste groep", "Smallest group";
        size_target: "Liefst", "Preferably";
        size_max: "Grootste groep", "Largest group";
        unit_families: "gezinnen", "families";
        unit_days: "dagen", "days";
        largest_spread: "Grootste leeftijdsverschil", "Largest age gap";
        largest_spread_hint:
            "De tijd tussen het oudste en het jongste kind. Aangeraden: 21 dagen, dan past elke weekdag. Bij 22 tot en met 27 dagen krijg je een waarschuwing, vanaf 28 een sterke: dan is er geen goede dag meer voor bijeenkomst 2.",
            "The time between the oldest and the youngest child. Advised: 21 days, then every weekday fits. From 22 to 27 days you get a warning, from 28 a strong one: then there is no good day left for session 2.";
        invitation_days: "Tijd om uit te nodigen", "Time to invite";
        invitation_days_hint:
            "Zoveel dagen liggen er minstens tussen vandaag en de eerste bijeenkomst van een nieuwe groep. Gebruikelijk: 21. Kan het niet anders, dan kiest de planner een eerdere dag en zegt dat erbij.",
            "At least so many days lie between today and the first session of a new group. Usual: 21. Where nothing else is possible the planner chooses an earlier day and says so.";
        number_wrong(least: u16, most: u16):
            "Schrijf een heel getal van {least} tot en met {most}.",
            "Write a whole number from {least} to {most}.";
        target_wrong:
            "Kies een aantal dat niet onder de kleinste en niet boven de grootste groep ligt.",
            "Choose a number not below the smallest and not above the largest group.";
        max_wrong: "De grootste groep is minstens zo groot als de kleinste.", "The largest group is at least as large as the smallest.";
        half_day_rule: "Dagdelen van gezinnen", "Half-days of families";
        half_days_wish: "Een wens", "A wish";
        half_days_wish_hint:
            "De groep komt op een dagdeel dat de meeste gezinnen kunnen. Wie niet kan, zie je bij de groep.",
            "The group meets on a half-day that most families can. The group shows who cannot.";
        half_days_hard: "Streng", "Strict";
        half_days_hard_hint:
            "Elk gezin van een groep kan op het dagdeel. Dan vinden minder gezinnen een groep.",
            "Every family of a group can come on its half-day. Then fewer families find a group.";
        price_ask: "Reken uit wat streng kost", "Work out what strict costs";
        price_reckoning: "Aan het rekenen …", "Working it out …";
        price_impossible:
            "Streng kan alleen met groepen van 2 tot en met 15 gezinnen.",
            "Strict needs groups of 2 to 15 families.";
        pools: "Locaties die gezinnen delen", "Locations that share families";
        pools_hint:
            "Gezinnen van locaties met dezelfde letter komen samen in groepen. Een groep komt bijeen waar de meeste gezinnen vandaan komen.",
            "Families of locations with the same letter form groups together. A group meets where most of its families come from.";
        pool_none: "Eigen groepen", "Groups of its own";
        pool_in(letter: char): "Deelt in {letter}", "Shares in {letter}";
        pool_is(letter: char, names: &[std::rc::Rc<str>]): "{letter}: {}", "{letter}: {}" => |_lang| names.join(", ");
        settings_region: "Regio van de schoolvakanties", "Region of the school holidays";
        treatments: "Bijeenkomsten in een schoolvakantie", "Sessions in a school holiday";
        treatments_hint:
            "‘Nooit’ is streng: past een bijeenkomst dan nergens, dan blijft ze zonder datum.",
            "‘Never’ is strict: a session that then fits nowhere stays without a date.";
        liberation_day: "5 mei", "5 May";
        good_friday: "Goede Vrijdag", "Good Friday";
        observances: "Dagen die per werkgever verschillen", "Days that differ per employer";
        observances_hint:
            "Lustrumjaren zijn 2030, 2035 en zo verder. Op de andere feestdagen is er nooit een bijeenkomst.",
            "Every fifth year means 2030, 2035 and so on. There is never a session on the other public holidays.";
        month_ends: "Leeftijd aan het eind van een maand", "Age at the end of a month";
        month_ends_hint:
            "Een kind van 31 augustus wordt 3 maanden op 31 november, en die dag is er niet. Gebruikelijk: de planner rekent met de laatste dag van de maand, 30 november, zoals een kalender doet. Amerikaanse regels voor vaccinaties rekenen met 1 december. Dat is één dag strenger, ook voor de tijd tussen twee vaccinaties. Laat de stafarts bevestigen wat bij jullie geldt.",
            "A child of 31 August turns 3 months on 31 November, and there is no such day. Usual: the planner takes the last day of the month, 30 November, as calendars do. American rules for vaccinations take 1 December. That is one day stricter, also for the time between two vaccinations. Let the staff physician confirm what holds for you.";
        month_end_from: "Een kind is oud genoeg vanaf", "A child is old enough from";
        closures: "Eigen gesloten dagen", "Your own closed days";
        closures_hint:
            "Bijvoorbeeld een studiedag of een week dat het gebouw dicht is. Eén dag? Laat de laatste dag leeg.",
            "For example a study day or a week in which the building is closed. One day? Leave the last day empty.";
        closures_none: "Er zijn nog geen gesloten dagen.", "There are no closed days yet.";
        closure_number(number: usize): "Gesloten {number}", "Closed {number}";
        closure_first: "Eerste dag", "First day";
        closure_last: "Laatste dag", "Last day";
        closure_label: "Reden", "Reason";
        closure_add: "Voeg gesloten dagen toe", "Add closed days";
        closure_remove: "Haal weg", "Remove";
        closure_backwards: "De laatste dag ligt voor de eerste. Kies een latere dag.", "The last day is before the first. Choose a later day.";
        day_example: "d-m-jjjj", "d-m-yyyy";
        settings_locations: "Locaties", "Locations";
        settings_locations_none: "Er zijn nog geen locaties. Ze komen mee met je lijst.", "There are no locations yet. They come with your list.";
        change_location(name: &str): "Wijzig {name}", "Change {name}";
        change_it: "Wijzig", "Change";
        settings_stay:
            "Datums en groepen die er al zijn, veranderen niet vanzelf.",
            "Dates and groups that are there already do not change by themselves.";
        settings_propose: "Maak meteen een nieuw voorstel", "Make a new proposal at once";

        location_title(name: &str): "Locatie {name}", "Location {name}";
        location_name: "Naam", "Name";
        location_name_wrong: "Schrijf de naam van de locatie, met minstens één letter of cijfer.", "Write the name of the location, with at least one letter or digit.";
        location_name_twice: "Een andere locatie heet al zo. Kies een andere naam.", "Another location has this name. Choose another one.";
        location_prefix: "Begin van de groepscodes", "Start of the group codes";
        location_prefix_hint(prefix: &str):
            "Nieuwe groepen heten dan bijvoorbeeld {prefix}-2027-01-1. Codes van groepen die er al zijn blijven zo.",
            "New groups are then called {prefix}-2027-01-1, for example. Codes of groups that are there already stay.";
        location_prefix_wrong: "Gebruik 1 tot en met 6 letters of cijfers, bijvoorbeeld NRD.", "Use 1 to 6 letters or digits, for example NRD.";
        location_prefix_twice: "Een andere locatie gebruikt deze letters al.", "Another location already uses these letters.";
        location_address: "Adres", "Address";
        location_address_hint: "Straat, nummer en plaats. Staat in de uitnodiging voor ouders.", "Street, number and town. Is in the invitation for parents.";
        location_address_wrong: "Schrijf het adres op één regel, met hoogstens 120 tekens.", "Write the address on one line, with at most 120 characters.";
        location_region_plan(region: &str): "Zoals het plan ({region})", "As the plan ({region})";
        location_times: "Hoe laat een bijeenkomst begint", "When a session starts";
        location_times_hint: "Leeg is 9.30 en 13.30.", "Empty is 9:30 and 13:30.";
        time_wrong: "Schrijf uren en minuten, bijvoorbeeld 9.30.", "Write hours and minutes, for example 9:30.";
    }

    /// What strict half-days cost: families placed with half-days as wishes, with strict ones, and at most with those.
    pub fn price_known(self, [wish, hard, most]: [usize; 3]) -> String {
        if wish == 0 {
            return say!(self;
                "Er zijn nu geen gezinnen voor een nieuwe groep. Lees eerst een lijst in.",
                "There are no families for a new group now. Bring a list first.");
        }
        let fewer = match wish.saturating_sub(hard) {
            0 => {
                return say!(self;
                    "Streng kost nu niets: alle {wish} gezinnen die in een groep passen, houden een groep.",
                    "Strict costs nothing now: all {wish} families that fit in a group keep one.");
            }
            fewer => self.families(fewer),
        };
        let left = if most > hard {
            say!(self; "Beter dan {most} kan streng niet.", "Strict cannot place more than {most}.")
        } else {
            say!(self; "Beter kan streng niet.", "Strict cannot do better.")
        };
        say!(self;
            "Streng: {fewer} minder geplaatst, {hard} in plaats van {wish}. {left}",
            "Strict: {fewer} fewer placed, {hard} instead of {wish}. {left}")
    }

    /// How the days of a school holiday are treated.
    pub fn treatment(self, treatment: Treatment) -> &'static str {
        self.of(match treatment {
            Treatment::Allow => ["Gewone dagen", "As other days"],
            Treatment::Avoid => ["Liever niet", "Rather not"],
            Treatment::AvoidStrongly => [
                "Alleen als het niet anders kan",
                "Only when there is no other way",
            ],
            Treatment::Forbid => ["Nooit", "Never"],
        })
    }

    /// When a child reaches an age in months on a day that does not exist.
    pub fn month_end(self, rule: MonthEnd) -> &'static str {
        self.of(match rule {
            MonthEnd::LastDay => ["De laatste dag van de maand", "The last day of the month"],
            MonthEnd::NextMonth => ["De 1e van de volgende maand", "The 1st of the next month"],
        })
    }

    /// In which years the organisation is closed on a day.
    pub fn observance(self, observance: Observance) -> &'static str {
        self.of(match observance {
            Observance::Never => ["Gewone dag", "Ordinary day"],
            Observance::EveryFifthYear => ["Dicht in lustrumjaren", "Closed every fifth year"],
            Observance::Always => ["Elk jaar dicht", "Closed every year"],
        })
    }

    /// What is wrong with settings, and what is expected.
    pub fn settings_fault(self, fault: SettingsFault) -> String {
        match fault {
            SettingsFault::Sizes => say!(self;
                "Een groep heeft 1 tot en met {} gezinnen.",
                "A group has 1 to {} families.";
                GroupSize::MOST),
            SettingsFault::Largest => self.max_wrong().to_owned(),
            SettingsFault::Target => self.target_wrong().to_owned(),
            SettingsFault::Spread => say!(self;
                "Het leeftijdsverschil kan hoogstens {} dagen zijn.",
                "The age gap can be at most {} days.";
                Settings::LARGEST_SPREAD),
            SettingsFault::Closure => self.closure_backwards().to_owned(),
            SettingsFault::Notice => say!(self;
                "De termijn voor ouders kan hoogstens {} dagen zijn.",
                "The notice for parents can be at most {} days.";
                Settings::LONGEST_NOTICE),
            SettingsFault::Invitation => say!(self;
                "De tijd om uit te nodigen kan hoogstens {} dagen zijn.",
                "The time to invite can be at most {} days.";
                Settings::LONGEST_INVITATION),
            SettingsFault::HardSizes => say!(self;
                "Strenge dagdelen kunnen alleen met groepen van {} tot en met {} gezinnen. Pas de groottes aan, of maak dagdelen een wens.",
                "Strict half-days need groups of {} to {} families. Change the sizes, or make half-days a wish.";
                Settings::HARD_SIZES.start(), Settings::HARD_SIZES.end()),
            SettingsFault::Pools => say!(self;
                "Een locatie kan maar met één letter gezinnen delen.",
                "A location can share families under one letter only."),
        }
    }
}
