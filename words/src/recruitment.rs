//! Words of the screen intake (instroom): enrolments, expected births and recruitment.

use super::{Lang, say, texts};
use centering_core::cohort::IntakeState;
use centering_core::plan::{IntakeStatus, Recruitment, RecruitmentFault, Route};

impl Lang {
    texts! {
        intake_page: "Instroom", "Intake";
        intake_counts(families: usize):
            "1 gezin in het plan." | "{families} gezinnen in het plan.",
            "1 family in the plan." | "{families} families in the plan.";
        intake_view: "Wat je ziet", "What you see";
        intake_enrolments: "Aanmeldingen", "Enrolments";
        intake_births: "Verwachte geboorten", "Expected births";
        intake_recruitment: "Werving", "Recruitment";
        intake_empty_text:
            "Plak je lijst met aanmeldingen uit Excel, of voeg gezinnen een voor een toe. Je houdt hier ook bij wie je hebt uitgenodigd, hoeveel geboorten je verwacht en hoe de werving gaat.",
            "Paste your list of enrolments from Excel, or add families one by one. Here you also keep whom you invited, how many births you expect and how recruitment goes.";
        take_over: "Neem een CenteringZwangerschap-groep over", "Take over a CenteringZwangerschap group";
        take_over_how:
            "Zo gaat een groep die elkaar al kent als geheel door. Plak per gezin een code en de uitgerekende datum, elk op een regel. Staat er al een geboortedatum? Die mag ook.",
            "A group that knows each other goes on as a whole. Paste for each family a code and the due date, each on a line. A birth date is fine, too.";
        take_over_list: "Codes en datums", "Codes and dates";
        take_over_hint: "Bijvoorbeeld: CZ-12; 4-6-2027", "For example: CZ-12; 4-6-2027";
        take_over_wide(days: i32, most: u16):
            "De datums liggen {days} dagen uit elkaar, meer dan {most}. Dat mag, maar niet elke bijeenkomst past dan voor elk kind.",
            "The dates are {days} days apart, more than {most}. That is allowed, but then not every session fits every child.";
        take_over_spread(days: i32): "De datums liggen {} uit elkaar.", "The dates are {} apart." => |lang| lang.days(days);
        take_over_do(count: usize): "Maak een groep van {}", "Make a group of {}" => |lang| lang.families(count);
        take_over_known(count: usize):
            "{} staan al in het plan. Hun datum en route veranderen.",
            "{} are in the plan already. Their date and route change."
            => |lang| lang.families(count);

        find_code: "Zoek een code", "Find a code";
        filter_status: "Status", "Status";
        filter_route: "Route", "Route";
        all_routes: "Alle routes", "All routes";
        route_unknown: "Onbekend", "Unknown";
        rows_none: "Geen gezin past bij wat je zoekt.", "No family fits what you look for.";
        show_all_rows: "Toon alle gezinnen", "Show all families";
        quick_add: "Snel een gezin toevoegen", "Add a family quickly";
        quick_add_do: "Voeg toe", "Add";
        quick_added(code: &str): "{code} toegevoegd.", "{code} added.";
        born_or_due: "Geboren of uitgerekend", "Born or due";
        of_family(what: &str, code: &str): "{what} van {code}", "{what} of {code}";
        intake_group: "Groep", "Group";
        intake_half_days: "Kan op", "Available";
        any_half_day: "altijd", "any time";
        intake_keys:
            "Pijl omhoog en omlaag: een rij verder. Enter: bewaar en ga verder.",
            "Arrow up and down: one row on. Enter: save and go on.";

        month_word: "Maand", "Month";
        births_expected: "Geboorten", "Births";
        births_of(month: &str): "Geboorten in {month}", "Births in {month}";
        births_join: "Doen mee", "Take part";
        births_enrolled: "Aangemeld", "Enrolled";
        births_groups: "Groepen", "Groups";
        births_sub:
            "Hoeveel baby’s worden er geboren in het gebied van deze locatie? De planner rekent uit hoeveel groepen dat geeft: geboorten keer deelname, gedeeld door de gewenste groepsgrootte.",
            "How many babies are born in the area of this location? The planner works out how many groups that gives: births times participation, over the wanted group size.";
        births_average(births: u16):
            "Weet je het niet? Gemiddeld zijn het er in Nederland ongeveer {births} per locatie per maand (164.013 geboorten in 2024, ongeveer 880 locaties).",
            "Not sure? The Dutch average is about {births} per location per month (164,013 births in 2024, about 880 locations).";
        births_fill(births: u16): "Vul lege maanden met {births}", "Fill empty months with {births}";
        participation: "Deelname", "Participation";
        participation_hint:
            "Van de 100 gezinnen. Begin met een schatting; landelijke cijfers zijn er niet.",
            "Of 100 families. Begin with an estimate; there are no national figures.";
        of_hundred: "van de 100", "of 100";
        choose_location_first: "Kies één locatie om getallen in te vullen.", "Choose one location to fill in figures.";
        choose_route_first: "Kies één locatie en één route om getallen in te vullen.", "Choose one location and one route to fill in figures.";
        total: "Samen", "Together";
        months_earlier: "Eerdere maanden", "Earlier months";
        months_later: "Latere maanden", "Later months";
        groups_yearly(tenths: u32):
            "In deze twaalf maanden zijn dat ongeveer {} groepen.",
            "In these twelve months that makes about {} groups."
            => |lang| lang.tenths(tenths);
        groups_yearly_none:
            "Vul geboorten in. Dan zie je hier hoeveel groepen dat geeft.",
            "Fill in births. Then you see here how many groups that gives.";

        funnel_sub:
            "Benaderd vul je zelf in, per maand waarin de baby geboren is. Aangemeld en gestart telt de planner uit je aanmeldingen met een route.",
            "You fill in approached yourself, by the month in which the baby was born. The planner counts enrolled and started from your enrolments with a route.";
        funnel_by_route: "Per route", "By route";
        funnel_by_month: "Per maand", "By month";
        route_word: "Route", "Route";
        approached: "Benaderd", "Approached";
        approached_of(month: &str): "Benaderd in {month}", "Approached in {month}";
        registered: "Aangemeld", "Enrolled";
        started: "Gestart", "Started";
        of_approached: "van benaderd", "of approached";
        of_registered: "van aangemeld", "of enrolled";
        figure_wrong(most: u16): "Schrijf een heel getal van 0 tot en met {most}, of laat het leeg.", "Write a whole number from 0 to {most}, or leave it empty.";
    }

    /// What is wrong with what a location expects and whom it approached, and what is expected.
    pub fn recruitment_fault(self, fault: RecruitmentFault) -> String {
        match fault {
            RecruitmentFault::Location => self.no_such_location().to_owned(),
            RecruitmentFault::Participation => say!(self;
                "Schrijf een heel getal van {} tot en met {}.",
                "Write a whole number from {} to {}.";
                Recruitment::PARTICIPATION.start(), Recruitment::PARTICIPATION.end()),
            RecruitmentFault::Figure => self.figure_wrong(Recruitment::MOST),
        }
    }

    /// How many of the families a list shows.
    pub fn rows_shown(self, shown: usize, of: usize) -> String {
        let families = self.families(of);
        if shown == of {
            families
        } else {
            say!(self; "{shown} van {families}", "{shown} of {families}")
        }
    }

    /// Where an enrolment stands, with what follows from its group.
    pub fn intake_state(self, state: IntakeState) -> &'static str {
        self.of(match state {
            IntakeState::Invited => ["uitgenodigd", "invited"],
            IntakeState::Registered => ["aangemeld", "enrolled"],
            IntakeState::Waitlisted => ["op wachtlijst", "on waiting list"],
            IntakeState::Placed => ["geplaatst", "placed"],
            IntakeState::Stopped => ["gestopt", "stopped"],
        })
    }

    /// Where an enrolment stands, as it is stored.
    pub fn intake_status(self, status: IntakeStatus) -> &'static str {
        self.intake_state(match status {
            IntakeStatus::Invited => IntakeState::Invited,
            IntakeStatus::Registered => IntakeState::Registered,
            IntakeStatus::Waitlisted => IntakeState::Waitlisted,
            IntakeStatus::Stopped => IntakeState::Stopped,
        })
    }

    /// Along which way a family came.
    pub fn route(self, route: Option<Route>) -> &'static str {
        self.of(match route {
            None => return self.route_unknown(),
            Some(Route::HomeVisit) => ["Huisbezoek", "Home visit"],
            Some(Route::CenteringPregnancy) => ["CenteringZwangerschap", "CenteringZwangerschap"],
            Some(Route::Midwife) => ["Verloskundige", "Midwife"],
            Some(Route::SignUpLink) => ["Aanmeldlink", "Sign-up link"],
        })
    }

    /// Tenths as people write them: `1,2`.
    pub fn tenths(self, tenths: u32) -> String {
        let point = self.of([',', '.']);
        format!("{}{point}{}", tenths / 10, tenths % 10)
    }
}
