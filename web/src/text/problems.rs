//! Words of the problems: what is wrong and when, then why, then what helps; and those of their screen.
//! Every finding and remedy of core has its words here; the rules behind them are explained in
//! `problem_help`.

use super::{Lang, capital, texts};
use centering_core::calendar::{AgeOffset, Date, DateRange, HalfDay, Workday};
use centering_core::care::{
    IntervalReason, PlannedDose, Scheme, SessionNumber, SessionWindow, TemplateFault,
};
use centering_core::cohort::Unplaced;
use centering_core::intake::language_names;
use centering_core::plan::{EnrolmentCode, Group, GroupId, Language, LocationId, Plan};
use centering_core::problem::{Finding, Place, Problem, Remedy, Side};
use centering_core::schedule::{ClosedBy, Days, Sieve, session_windows};

impl Lang {
    texts! {
        problems_sub(errors: usize, warnings: usize):
            problems_sub_nl(errors, warnings),
            problems_sub_en(errors, warnings);
        problems_try: "Elke oplossing kun je proberen en terugdraaien.", "You can try every remedy and take it back.";
        problems_none: "Geen problemen", "No problems";
        problems_none_text:
            "Elke bijeenkomst heeft een dag die mag, en elk gezin heeft een groep. Verandert er iets? Dan kijkt de planner meteen opnieuw.",
            "Every session has a day that is allowed, and every family has a group. Does something change? Then the planner checks again at once.";
        problems_empty_text:
            "Er staan nog geen gezinnen in het plan. Voeg eerst een lijst toe: dan maakt de planner groepen en kijkt die na.",
            "There are no families in the plan yet. Add a list first: then the planner makes groups and checks them.";
        problems_filtered: "Met deze keuze zie je niets", "Nothing to show with this choice";
        problems_filtered_text(count: usize):
            format!("Er zijn wel {count} meldingen. Zet bij ‘Toon’ meer aan."),
            format!("There are {count} messages. Choose more at ‘Show’.");
        problems_show_all: "Toon alles", "Show everything";
        problems_more(count: usize): format!("Toon er nog {count}"), format!("Show {count} more");
        problems_filter: "Toon", "Show";
        problems_kind: "Soort", "Kind";
        problems_all_kinds: "Alle soorten", "All kinds";
        problems_group: "Groep", "Group";
        problems_all_groups: "Alle groepen", "All groups";
        problems_no_group: "Gezinnen zonder groep", "Families without a group";
        see_in_roster: "Bekijk in het rooster", "See it in the schedule";
        see_group: "Bekijk bij de groep", "See it at the group";
        see_family: "Bekijk het gezin", "See the family";
        see_location: "Bekijk de locatie", "See the location";
        whole_plan: "Het hele plan", "The whole plan";
        without_date: "nog zonder datum", "without a date yet";
        born_on(date: Date, provisional: bool):
            format!("{} {}", if provisional { "uitgerekend op" } else { "geboren op" }, Lang::Nl.day_typed(date)),
            format!("{} {}", if provisional { "due on" } else { "born on" }, Lang::En.day_typed(date));
        problem_rule: "Regel en bron", "Rule and source";
        remedies_title: "Wat je kunt doen", "What you can do";
        remedies_ask: "Wat kun je doen?", "What can you do?";
        remedies_none:
            "De planner heeft hier geen oplossing voor gevonden. Je kunt zelf iets veranderen, of het zo laten.",
            "The planner found no remedy for this. You can change something yourself, or leave it.";
        remedies_not_needed: "Je hoeft niets te doen.", "You do not have to do anything.";
        try_it: "Probeer", "Try";
        fill_in: "Vul in", "Enter";
    }

    /// What is wrong and when, in one line. The group is not named: it stands beside the line.
    pub fn problem_title(self, plan: &Plan, problem: &Problem) -> String {
        let case = Case::of(plan, problem);
        match self {
            Self::Nl => title_nl(&case, &problem.finding),
            Self::En => title_en(&case, &problem.finding),
        }
    }

    /// Why it is wrong and what follows, in full sentences; empty where the title says it all.
    pub fn problem_detail(self, plan: &Plan, problem: &Problem) -> String {
        let case = Case::of(plan, problem);
        match self {
            Self::Nl => detail_nl(&case, &problem.finding),
            Self::En => detail_en(&case, &problem.finding),
        }
    }

    /// What can be done, and what that means for the group and its families.
    pub fn remedy(self, plan: &Plan, remedy: &Remedy) -> (String, String) {
        match self {
            Self::Nl => remedy_nl(plan, remedy),
            Self::En => remedy_en(plan, remedy),
        }
    }

    /// `rota 1 en DKTP 2 (schema 3-5-12)`.
    pub fn doses(self, doses: &[PlannedDose]) -> String {
        let mut names: Vec<String> = Vec::new();
        for scheme in [None, Some(Scheme::M3M5M12), Some(Scheme::M2M3M5M12)] {
            names.extend(
                doses
                    .iter()
                    .filter(|dose| dose.scheme == scheme)
                    .map(|dose| self.dose(dose)),
            );
        }
        self.list(&names)
    }

    /// `DKTP 2 (schema 3-5-12)`.
    pub fn dose(self, planned: &PlannedDose) -> String {
        let name = dose_name(planned.dose.code());
        let scheme = match planned.scheme {
            None => return name,
            Some(Scheme::M3M5M12) => "3-5-12",
            Some(Scheme::M2M3M5M12) => "2-3-5-12",
        };
        match self {
            Self::Nl => format!("{name} (schema {scheme})"),
            Self::En => format!("{name} (scheme {scheme})"),
        }
    }

    /// `8 weken`, `6 maanden`, `14 dagen`: a time between two days.
    pub fn time_span(self, span: AgeOffset) -> String {
        let mut parts = Vec::new();
        let (months, days) = (span.months(), span.days());
        if months > 0 {
            parts.push(match (self, months) {
                (Self::Nl, 1) => "1 maand".to_owned(),
                (Self::Nl, _) => format!("{months} maanden"),
                (Self::En, 1) => "1 month".to_owned(),
                (Self::En, _) => format!("{months} months"),
            });
        }
        if months == 0 && days >= 14 && days % 7 == 0 {
            parts.push(match self {
                Self::Nl => format!("{} weken", days / 7),
                Self::En => format!("{} weeks", days / 7),
            });
        } else if days > 0 || months == 0 {
            parts.push(self.days(i32::from(days)));
        }
        self.list(&parts)
    }

    /// `Nederlands`: the name of a language, or its code where the planner does not know it.
    fn language_of(self, language: &Language) -> String {
        let code = language.as_str();
        language_names()
            .iter()
            .find(|(known, _, _)| *known == code)
            .map_or_else(
                || code.to_owned(),
                |(_, nl, en)| {
                    capital(match self {
                        Self::Nl => nl,
                        Self::En => en,
                    })
                },
            )
    }

    /// The kind of a problem by its code, for the filter.
    pub fn problem_kind(self, code: &str) -> &'static str {
        if let Some(kind) = self.team_kind(problem_family(code)) {
            return kind;
        }
        let (nl, en) = match problem_family(code) {
            "PLN" => ("Zonder datum", "Without a date"),
            "DAG" => ("Gesloten dagen en weekdag", "Closed days and weekday"),
            "VEN" => ("Vensters", "Windows"),
            "VAC" => ("Vaccinaties", "Vaccinations"),
            "INT" => ("Tijd tussen bijeenkomsten", "Time between sessions"),
            "VAK" => ("Schoolvakanties", "School holidays"),
            "BOT" => ("Twee groepen tegelijk", "Two groups at once"),
            "RSV" => ("RSV-prik", "RSV immunisation"),
            "SPR" => ("Spreiding", "Spread"),
            "GRO" => ("Groepsgrootte", "Group size"),
            "VOO" => ("Uitgerekende datums", "Due dates"),
            "DGD" => ("Dagdelen van gezinnen", "Half-days of families"),
            "GEZ" => ("Gezinnen zonder groep", "Families without a group"),
            "SJA" => ("Bijeenkomstenschema", "Session template"),
            _ => ("Fouten in het plan", "Faults in the plan"),
        };
        match self {
            Self::Nl => nl,
            Self::En => en,
        }
    }

    /// What the rule is, why it is there and where it comes from.
    pub fn problem_help(self, code: &str) -> &'static str {
        if let Some(help) = self.team_help(code) {
            return help;
        }
        let (nl, en) = match code {
            "PLN-01" => (
                "Een bijeenkomst mag alleen op dagen waarop elk kind van de groep de goede leeftijd heeft, op het vaste dagdeel van de groep en niet op een gesloten dag. Blijft er geen dag over, dan laat de planner de datum leeg: zelf kiezen is aan jou. De leeftijden zijn een voorstel van deze planner, met de grenzen van het Rijksvaccinatieprogramma (RIVM).",
                "A session may only be held on days on which every child of the group has the right age, on the fixed half-day of the group and never on a closed day. If no day is left the planner leaves the date open: the choice is yours. The ages are a proposal of this planner, within the limits of the national immunisation programme (RIVM).",
            ),
            "DAG-01" => (
                "Op een feestdag, in het weekend en op jullie eigen gesloten dagen is er geen bijeenkomst. Welke dagen dat zijn kies je bij Instellingen. Bron van de feestdagen: Rijksoverheid; 5 mei en Goede Vrijdag verschillen per werkgever.",
                "There is no session on a public holiday, at the weekend and on your own closed days. You choose these days in the settings. Source of the holidays: the Dutch government; 5 May and Good Friday differ per employer.",
            ),
            "DAG-02" => (
                "Een groep komt op een vaste weekdag bij elkaar, dan kunnen ouders erop rekenen. Een keer een andere dag mag. Vraag dan wel of de gezinnen kunnen. Bron: voorstel van deze planner.",
                "A group meets on a fixed weekday, so that parents can count on it. Another day once is fine. Do ask whether the families can come. Source: a proposal of this planner.",
            ),
            "VEN-01" => (
                "Elke bijeenkomst heeft een voorkeursvenster: de dagen waarop alle kinderen de beste leeftijd hebben. Het venster begint bij het jongste kind en eindigt bij het oudste. Het is een voorstel van deze planner; er is geen landelijke norm. De jeugdarts beslist of een dag erbuiten medisch goed is.",
                "Each session has a preferred window: the days on which all children have the best age. It starts with the youngest child and ends with the oldest. It is a proposal of this planner; there is no national norm. The youth physician decides whether a day outside it is medically right.",
            ),
            "VEN-02" => (
                "Buiten het toegestane venster past de leeftijd van minstens één kind niet meer bij deze bijeenkomst. De planner kiest zo’n dag nooit zelf. Het venster is een voorstel van deze planner. Twijfel je? De jeugdarts beslist.",
                "Outside the allowed window the age of at least one child no longer suits this session. The planner never chooses such a day. The window is a proposal of this planner. In doubt? The youth physician decides.",
            ),
            "VAC-01" => (
                "Een vaccinatie telt pas mee vanaf een bepaalde leeftijd. Het jongste kind van de groep bepaalt de eerste dag. Bron: RIVM, Rijksvaccinatieprogramma (RVP). De jeugdarts beslist per kind.",
                "A vaccination only counts from a certain age. The youngest child of the group decides the first day. Source: RIVM, national immunisation programme (RVP). The youth physician decides for each child.",
            ),
            "VAC-02" => (
                "Sommige vaccinaties mogen alleen tot een bepaalde leeftijd. Het oudste kind van de groep bepaalt de laatste dag. Bron: RIVM, Rijksvaccinatieprogramma (RVP). De jeugdarts beslist per kind.",
                "Some vaccinations may only be given up to a certain age. The oldest child of the group decides the last day. Source: RIVM, national immunisation programme (RVP). The youth physician decides for each child.",
            ),
            "INT-01" => (
                "Tussen twee prikken van dezelfde reeks zit een kortste tijd, anders werkt de tweede minder goed. Ook het bijeenkomstenschema kan zo’n tijd vragen. Bron: RIVM, Rijksvaccinatieprogramma (RVP), en voor de andere tijden een voorstel van deze planner. De jeugdarts beslist.",
                "Two doses of one series need a shortest time between them, otherwise the second works less well. The session template can also ask for such a time. Source: RIVM, national immunisation programme (RVP), and for the other times a proposal of this planner. The youth physician decides.",
            ),
            "INT-02" => (
                "De bijeenkomsten volgen de leeftijd van de kinderen en houden dus hun volgorde. Verplaats één van de twee. Bron: voorstel van deze planner.",
                "The sessions follow the age of the children, so they keep their order. Move one of the two. Source: a proposal of this planner.",
            ),
            "VAK-01" => (
                "In een schoolvakantie kunnen gezinnen en begeleiders vaker niet. De planner vermijdt die weken zo veel mogelijk. Hoe streng, kies je bij Instellingen. Bron van de datums: Rijksoverheid.",
                "In a school holiday families and facilitators are more often away. The planner avoids these weeks where it can. You choose how strictly in the settings. Source of the dates: the Dutch government.",
            ),
            "VAK-02" => (
                "Alle dagen die voor deze bijeenkomst het beste zijn, vallen in één schoolvakantie. Kies: in de vakantie, of buiten het voorkeursvenster. Bron van de vakanties: Rijksoverheid; de vensters zijn een voorstel van deze planner.",
                "All the best days for this session lie in one school holiday. Choose: in the holiday, or outside the preferred window. Source of the holidays: the Dutch government; the windows are a proposal of this planner.",
            ),
            "VAK-03" => (
                "De Rijksoverheid stelt de schoolvakanties een paar jaar vooruit vast. Voor latere data kan de planner er nog geen rekening mee houden. Kijk deze data na zodra de vakanties bekend zijn.",
                "The Dutch government sets the school holidays a few years ahead. The planner cannot take them into account for later dates yet. Check these dates once the holidays are known.",
            ),
            "BOT-01" => (
                "Twee groepen van één locatie op hetzelfde dagdeel hebben dezelfde ruimte en vaak dezelfde begeleiders nodig. Verplaats één van de twee. Bron: voorstel van deze planner.",
                "Two groups of one location on the same half-day need the same room and often the same facilitators. Move one of the two. Source: a proposal of this planner.",
            ),
            "RSV-01" => (
                "Kinderen die van april tot en met september zijn geboren, krijgen de RSV-prik in september of oktober. Kinderen die van oktober tot en met maart zijn geboren, krijgen hem in hun eerste twee weken. Bron: RIVM, Rijksvaccinatieprogramma (RVP), seizoen 2025-2026; later kan de regel anders zijn. De jeugdarts beslist per kind.",
                "Children born from April to September get the RSV immunisation in September or October. Children born from October to March get it in their first two weeks. Source: RIVM, national immunisation programme (RVP), season 2025-2026; the rule can change later. The youth physician decides for each child.",
            ),
            "SPR-01" => (
                "De spreiding is de tijd tussen het oudste en het jongste kind. Tot en met 21 dagen past elke vaste weekdag in elk voorkeursvenster. Daarboven blijft er voor bijeenkomst 2 soms geen dag over. Bron: berekening van deze planner uit de leeftijdsvensters.",
                "The spread is the time between the oldest and the youngest child. Up to 21 days every fixed weekday fits in every preferred window. Above that sometimes no day is left for session 2. Source: calculated by this planner from the age windows.",
            ),
            "SPR-02" => (
                "Vanaf 28 dagen spreiding is er voor bijeenkomst 2 geen enkele dag waarop alle kinderen de beste leeftijd hebben. Splits de groep, of geef de eerste rotavaccinatie apart. Bron: berekening van deze planner uit de leeftijdsvensters. De jeugdarts beslist over de vaccinatie.",
                "From a spread of 28 days there is no day for session 2 on which all children have the best age. Split the group, or give the first rotavirus vaccination apart. Source: calculated by this planner from the age windows. The youth physician decides on the vaccination.",
            ),
            "GRO-01" | "GRO-02" => (
                "Een groep heeft 6 tot 8 gezinnen. Met minder valt het gesprek stil als er iemand niet kan, met meer is er te weinig tijd voor elk kind. De aantallen kies je bij Instellingen. Bron: GGD IJsselland, Kennisnet Geboortezorg en ZonMw.",
                "A group has 6 to 8 families. With fewer the talk falls silent when somebody cannot come, with more there is too little time for each child. You choose the numbers in the settings. Source: GGD IJsselland, Kennisnet Geboortezorg and ZonMw.",
            ),
            "VOO-01" => (
                "Alle vensters volgen uit de geboortedatums. Een uitgerekende datum kan nog weken schelen. Vul de geboortedatum in zodra je die weet: de planner kijkt dan alle vensters opnieuw na. Bron: voorstel van deze planner.",
                "All windows follow from the birth dates. A due date can still be weeks off. Enter the birth date as soon as you know it: the planner then checks all windows again. Source: a proposal of this planner.",
            ),
            "DGD-01" => (
                "Gezinnen geven op welke dagdelen ze kunnen. De planner kiest het dagdeel met de beste data uit de dagdelen die de meeste gezinnen kunnen. Bespreek het met deze gezinnen, of kies een ander vast moment. Bron: voorstel van deze planner.",
                "Families name the half-days on which they can come. The planner chooses the half-day with the best dates from those that suit most families. Discuss it with these families, or choose another fixed time. Source: a proposal of this planner.",
            ),
            "GEZ-01" => (
                "De planner maakt alleen groepen met genoeg gezinnen van één locatie en taal, met kinderen die kort na elkaar zijn geboren. Wie niet past, wacht. De aantallen en de spreiding kies je bij Instellingen. Bron: voorstel van deze planner.",
                "The planner only makes groups of enough families of one location and language, with children born shortly after each other. Who does not fit waits. You choose the numbers and the spread in the settings. Source: a proposal of this planner.",
            ),
            "SJA-01" => (
                "Het eigen bijeenkomstenschema van dit plan klopt niet, dus de planner kan er niet mee rekenen. Verbeter het in het bestand van het plan, of open een eerdere versie. Het schema is van je organisatie zelf; de grenzen van vaccinaties (RIVM) blijven altijd gelden.",
                "The plan’s own session template is not right, so the planner cannot work with it. Correct it in the file of the plan, or open an earlier version. The template is your organisation’s own; the limits of vaccinations (RIVM) always hold.",
            ),
            _ => (
                "Het plan verwijst naar iets dat er niet in staat, of noemt een gezin dubbel. Dat kan gebeuren als een bestand met de hand is veranderd. Verbeter het gezin of de groep, of open een eerdere versie van het plan.",
                "The plan refers to something that is not in it, or names a family twice. That can happen when a file was changed by hand. Correct the family or the group, or open an earlier version of the plan.",
            ),
        };
        match self {
            Self::Nl => nl,
            Self::En => en,
        }
    }
}

/// The first part of a code: `VAK` of `VAK-01`.
pub fn problem_family(code: &str) -> &str {
    code.split('-').next().unwrap_or(code)
}

fn problems_sub_nl(errors: usize, warnings: usize) -> String {
    let must = match errors {
        0 => "Niets moet anders".to_owned(),
        1 => "1 ding moet anders".to_owned(),
        _ => format!("{errors} dingen moeten anders"),
    };
    match warnings {
        0 => format!("{must}."),
        _ => format!("{must}, naar {warnings} kun je kijken."),
    }
}

fn problems_sub_en(errors: usize, warnings: usize) -> String {
    let must = match errors {
        0 => "Nothing has to change".to_owned(),
        1 => "1 thing has to change".to_owned(),
        _ => format!("{errors} things have to change"),
    };
    match warnings {
        0 => format!("{must}."),
        _ => format!("{must}, {warnings} you can look at."),
    }
}

/// Where a problem is, looked up in the plan.
struct Case<'a> {
    plan: &'a Plan,
    group: Option<&'a Group>,
    number: u8,
    session: Option<SessionNumber>,
    date: Option<Date>,
    family: Option<&'a EnrolmentCode>,
}

impl<'a> Case<'a> {
    fn of(plan: &'a Plan, problem: &'a Problem) -> Self {
        let group = problem.place.group().and_then(|id| plan.groups.get(id));
        let session = match &problem.place {
            Place::Session(_, number) => Some(*number),
            _ => None,
        };
        let family = match &problem.place {
            Place::Enrolment(code) => Some(code),
            _ => None,
        };
        let date = session.and_then(|number| group?.sessions.get(&number)?.date);
        Self {
            plan,
            group,
            number: session.map_or(0, SessionNumber::get),
            session,
            date,
            family,
        }
    }

    fn window(&self) -> Option<SessionWindow> {
        let windows = session_windows(self.plan, self.group?);
        windows
            .into_iter()
            .find(|window| Some(window.number) == self.session)
    }

    /// The least time after an earlier bijeenkomst that a rule asks for.
    fn interval(&self, after: SessionNumber, reason: &IntervalReason) -> Option<AgeOffset> {
        self.window()?
            .after
            .into_iter()
            .find(|rule| rule.session == after && rule.reason == *reason)
            .map(|rule| rule.at_least)
    }

    fn fixed_workday(&self) -> Option<Workday> {
        Some(self.group?.half_day?.half_day().workday)
    }

    fn family(&self) -> &str {
        self.family.map_or("", EnrolmentCode::as_str)
    }
}

fn location_name<'a>(plan: &'a Plan, id: &'a LocationId) -> &'a str {
    plan.locations
        .get(id)
        .map_or(id.as_str(), |location| &location.name)
}

/// `ROTA1` as `rota 1`, `MENACWY1` as `MenACWY`.
fn dose_name(code: &str) -> String {
    let name = code.trim_end_matches(|character: char| character.is_ascii_digit());
    let number = &code[name.len()..];
    let name = match name {
        "ROTA" => "rota",
        "PNEU" => "pneu",
        "MENACWY" => return "MenACWY".to_owned(),
        other => other,
    };
    if number.is_empty() {
        name.to_owned()
    } else {
        format!("{name} {number}")
    }
}

fn codes<T: ToString>(lang: Lang, items: &[T]) -> String {
    lang.list(&items.iter().map(T::to_string).collect::<Vec<_>>())
}

/// `26 april tot en met 3 mei 2027`.
fn range_with_year(lang: Lang, range: DateRange) -> String {
    format!("{} {}", lang.range_long(range), range.last.year())
}

/// `september of oktober 2027`.
fn months_of(lang: Lang, season: DateRange, or: &str) -> String {
    format!(
        "{} {or} {} {}",
        lang.month(season.first.month()),
        lang.month(season.last.month()),
        season.last.year()
    )
}

fn title_nl(case: &Case<'_>, finding: &Finding) -> String {
    let lang = Lang::Nl;
    let number = case.number;
    match finding {
        Finding::Unscheduled(sieve) => unscheduled_title_nl(case, sieve),
        Finding::Closed(by) => {
            let day = case
                .date
                .map_or_else(String::new, |date| capital(&lang.day_long(date)));
            format!("{day} valt uit: {}", lang.closed_by(by))
        }
        Finding::OtherWeekday { half_day, .. } => {
            format!(
                "Bijeenkomst {number} is op een andere dag: {}",
                lang.half_day(*half_day)
            )
        }
        Finding::OutsidePreferred { days, side } => format!(
            "Bijeenkomst {number} valt {} {} het voorkeursvenster",
            lang.days(*days),
            side_nl(*side)
        ),
        Finding::OutsideAllowed { days, side } => format!(
            "Bijeenkomst {number} valt {} {} het toegestane venster",
            lang.days(*days),
            side_nl(*side)
        ),
        Finding::BeforeDose { dose, .. } => {
            format!("Bijeenkomst {number} is te vroeg voor {}", lang.dose(dose))
        }
        Finding::AfterDose { dose, .. } => {
            format!("Bijeenkomst {number} is te laat voor {}", lang.dose(dose))
        }
        Finding::TooSoon { after, .. } => {
            format!(
                "Bijeenkomst {number} komt te snel na bijeenkomst {}",
                after.get()
            )
        }
        Finding::OutOfOrder { after } => {
            format!(
                "Bijeenkomst {number} staat niet na bijeenkomst {}",
                after.get()
            )
        }
        Finding::SchoolHoliday(kind) => {
            format!(
                "Bijeenkomst {number} valt in de {}",
                lang.school_holiday(*kind)
            )
        }
        Finding::WindowInSchoolHoliday(kind) => format!(
            "Het hele voorkeursvenster van bijeenkomst {number} ligt in de {}",
            lang.school_holiday(*kind)
        ),
        Finding::SchoolHolidaysUnknown { after } => {
            format!(
                "Schoolvakanties na {} nog niet bekend",
                lang.day_typed(*after)
            )
        }
        Finding::SameTime { other } => {
            format!("Bijeenkomst {number} is tegelijk met groep {other}")
        }
        Finding::Rsv {
            season,
            children,
            of,
        } => {
            let when = months_of(lang, *season, "of");
            if *children == 0 {
                format!("RSV-prik valt bij bijeenkomst {number}: {when}")
            } else {
                format!(
                    "RSV-prik valt bij bijeenkomst {number}: {children} van de {of} kinderen, {when}"
                )
            }
        }
        Finding::WideSpread { days } => format!("De spreiding is {}", lang.days(*days)),
        Finding::TooFewFamilies { families, min } => {
            format!(
                "Kleine groep: {}, minstens {min} is het doel",
                lang.families(*families)
            )
        }
        Finding::TooManyFamilies { families, max } => {
            format!(
                "Grote groep: {}, hoogstens {max} is het doel",
                lang.families(*families)
            )
        }
        Finding::Provisional(families) => match families.as_slice() {
            [one] => format!("Gezin {one} heeft nog een uitgerekende datum"),
            several => format!(
                "{} gezinnen hebben nog een uitgerekende datum",
                several.len()
            ),
        },
        Finding::HalfDay { half_day, families } => match families.as_slice() {
            [one] => format!("Gezin {one} kan niet op {}", lang.half_day(*half_day)),
            several => format!(
                "{} gezinnen kunnen niet op {}",
                several.len(),
                lang.half_day(*half_day)
            ),
        },
        Finding::UnknownMembers(families) => match families.as_slice() {
            [one] => format!("Gezin {one} staat niet in het plan"),
            several => format!(
                "{} gezinnen van deze groep staan niet in het plan",
                several.len()
            ),
        },
        Finding::UnknownLocation(id) => format!("De locatie {id} staat niet in het plan"),
        Finding::InTwoGroups(groups) => {
            format!("Gezin {} staat in {} groepen", case.family(), groups.len())
        }
        Finding::NotPlaced(why) => {
            let why = match why {
                Unplaced::TooOld => "het kind is te oud voor een nieuwe groep",
                Unplaced::PoolTooSmall { .. } => "te weinig gezinnen op deze locatie",
                Unplaced::TooFewNearby { .. } => "te weinig kinderen van dezelfde leeftijd",
                Unplaced::NotProposedYet => "er is nog geen voorstel gemaakt",
            };
            format!("Gezin {} heeft geen groep: {why}", case.family())
        }
        Finding::Team(finding) => lang.team_problem_title(case.plan, finding),
        Finding::Template(_) => "Het bijeenkomstenschema van dit plan klopt niet".to_owned(),
    }
}

fn title_en(case: &Case<'_>, finding: &Finding) -> String {
    let lang = Lang::En;
    let number = case.number;
    match finding {
        Finding::Unscheduled(sieve) => unscheduled_title_en(case, sieve),
        Finding::Closed(by) => {
            let day = case
                .date
                .map_or_else(String::new, |date| lang.day_long(date));
            format!("{day} is not possible: {}", lang.closed_by(by))
        }
        Finding::OtherWeekday { half_day, .. } => {
            format!(
                "Session {number} is on another day: {}",
                lang.half_day(*half_day)
            )
        }
        Finding::OutsidePreferred { days, side } => format!(
            "Session {number} is {} {} the preferred window",
            lang.days(*days),
            side_en(*side)
        ),
        Finding::OutsideAllowed { days, side } => format!(
            "Session {number} is {} {} the allowed window",
            lang.days(*days),
            side_en(*side)
        ),
        Finding::BeforeDose { dose, .. } => {
            format!("Session {number} is too early for {}", lang.dose(dose))
        }
        Finding::AfterDose { dose, .. } => {
            format!("Session {number} is too late for {}", lang.dose(dose))
        }
        Finding::TooSoon { after, .. } => {
            format!(
                "Session {number} comes too soon after session {}",
                after.get()
            )
        }
        Finding::OutOfOrder { after } => {
            format!("Session {number} is not after session {}", after.get())
        }
        Finding::SchoolHoliday(kind) => {
            format!("Session {number} is in the {}", lang.school_holiday(*kind))
        }
        Finding::WindowInSchoolHoliday(kind) => format!(
            "The whole preferred window of session {number} is in the {}",
            lang.school_holiday(*kind)
        ),
        Finding::SchoolHolidaysUnknown { after } => {
            format!(
                "School holidays after {} not yet known",
                lang.day_typed(*after)
            )
        }
        Finding::SameTime { other } => {
            format!("Session {number} is at the same time as group {other}")
        }
        Finding::Rsv {
            season,
            children,
            of,
        } => {
            let when = months_of(lang, *season, "or");
            if *children == 0 {
                format!("RSV immunisation near session {number}: {when}")
            } else {
                format!(
                    "RSV immunisation near session {number}: {children} of {of} children, {when}"
                )
            }
        }
        Finding::WideSpread { days } => format!("The spread is {}", lang.days(*days)),
        Finding::TooFewFamilies { families, min } => {
            format!(
                "Small group: {}, the aim is at least {min}",
                lang.families(*families)
            )
        }
        Finding::TooManyFamilies { families, max } => {
            format!(
                "Large group: {}, the aim is at most {max}",
                lang.families(*families)
            )
        }
        Finding::Provisional(families) => match families.as_slice() {
            [one] => format!("Family {one} still has a due date"),
            several => format!("{} families still have a due date", several.len()),
        },
        Finding::HalfDay { half_day, families } => match families.as_slice() {
            [one] => format!("Family {one} cannot come on {}", lang.half_day(*half_day)),
            several => format!(
                "{} families cannot come on {}",
                several.len(),
                lang.half_day(*half_day)
            ),
        },
        Finding::UnknownMembers(families) => match families.as_slice() {
            [one] => format!("Family {one} is not in the plan"),
            several => format!(
                "{} families of this group are not in the plan",
                several.len()
            ),
        },
        Finding::UnknownLocation(id) => format!("The location {id} is not in the plan"),
        Finding::InTwoGroups(groups) => {
            format!("Family {} is in {} groups", case.family(), groups.len())
        }
        Finding::NotPlaced(why) => {
            let why = match why {
                Unplaced::TooOld => "the child is too old for a new group",
                Unplaced::PoolTooSmall { .. } => "too few families at this location",
                Unplaced::TooFewNearby { .. } => "too few children of the same age",
                Unplaced::NotProposedYet => "no proposal has been made yet",
            };
            format!("Family {} has no group: {why}", case.family())
        }
        Finding::Team(finding) => lang.team_problem_title(case.plan, finding),
        Finding::Template(_) => "The session template of this plan is not right".to_owned(),
    }
}

fn detail_nl(case: &Case<'_>, finding: &Finding) -> String {
    let lang = Lang::Nl;
    match finding {
        Finding::Unscheduled(sieve) => sieve_nl(case, sieve),
        Finding::Closed(_) => "Op een gesloten dag is er geen bijeenkomst. Kies een andere dag.".to_owned(),
        Finding::OtherWeekday { half_day, families_cannot } => {
            let fixed = case.group.and_then(|group| group.half_day);
            let fixed = fixed.map_or_else(String::new, |choice| {
                format!("De vaste dag van de groep is {}. ", lang.half_day(choice.half_day()))
            });
            format!("{fixed}{}", cannot_nl(*half_day, *families_cannot))
        }
        Finding::OutsidePreferred { side, .. } => {
            let too = match side {
                Side::Before => "Het jongste kind is dan jonger dan je het liefst hebt.",
                Side::After => "Het oudste kind is dan ouder dan je het liefst hebt.",
            };
            format!("{} {too} De dag mag wel.", best_days_nl(case))
        }
        Finding::OutsideAllowed { side, .. } => {
            let too = match side {
                Side::Before => "Het jongste kind is dan te jong.",
                Side::After => "Het oudste kind is dan te oud.",
            };
            let allowed = case.window().map(|window| window.template).filter(|range| !range.is_empty());
            let allowed = allowed.map_or_else(
                || " Er is geen dag waarop alle kinderen de goede leeftijd hebben: de spreiding is te groot.".to_owned(),
                |range| format!(" Het mag van {}.", range_with_year(lang, range)),
            );
            format!("{too}{allowed}")
        }
        Finding::BeforeDose { dose, first } => format!(
            "Het jongste kind is dan te jong: {} telt pas mee vanaf {}. De jeugdarts beslist.",
            lang.dose(dose),
            lang.day_full(*first)
        ),
        Finding::AfterDose { dose, last } => format!(
            "Het oudste kind is dan te oud: {} mag tot en met {}. De jeugdarts beslist.",
            lang.dose(dose),
            lang.day_full(*last)
        ),
        Finding::TooSoon { after, first, reason } => {
            let span = case.interval(*after, reason).map(|span| lang.time_span(span));
            let why = match (reason, span) {
                (IntervalReason::Dose(dose), Some(span)) => {
                    format!("Voor {} zit er minstens {span} tussen de twee prikken.", dose_name(dose.code()))
                }
                (IntervalReason::Dose(dose), None) => {
                    format!("Voor {} zit er te weinig tijd tussen de twee prikken.", dose_name(dose.code()))
                }
                (IntervalReason::Template, Some(span)) => {
                    format!("Het bijeenkomstenschema vraagt minstens {span} ertussen.")
                }
                (IntervalReason::Template, None) => {
                    "Het bijeenkomstenschema vraagt meer tijd ertussen.".to_owned()
                }
            };
            format!("{why} De eerste dag die kan is {}.", lang.day_full(*first))
        }
        Finding::OutOfOrder { .. } => {
            "De bijeenkomsten volgen de leeftijd van de kinderen. Verplaats één van de twee.".to_owned()
        }
        Finding::SchoolHoliday(_) => {
            "In een schoolvakantie kunnen gezinnen en begeleiders vaker niet. De dag mag wel.".to_owned()
        }
        Finding::WindowInSchoolHoliday(_) => format!(
            "{} Kies: in de vakantie, of buiten het voorkeursvenster.",
            best_days_nl(case)
        ),
        Finding::SchoolHolidaysUnknown { .. } => {
            "De planner kan er voor deze datum nog geen rekening mee houden. Kijk later of de datum kan blijven.".to_owned()
        }
        Finding::SameTime { other } => {
            let when = case.date.map_or_else(String::new, |date| format!(" op {}", lang.day_full(date)));
            format!("Groep {other} heeft{when} hetzelfde dagdeel op dezelfde locatie. Dat kan met twee ruimtes en twee duo’s. Verplaats anders één van de twee.")
        }
        Finding::Rsv { .. } => {
            "Deze kinderen krijgen hun RSV-prik in die maanden. Bespreek met de jeugdarts of het bij de bijeenkomst kan.".to_owned()
        }
        Finding::WideSpread { days } if *days >= 28 => {
            "Voor de krapste bijeenkomst is er geen dag waarop alle kinderen de beste leeftijd hebben.".to_owned()
        }
        Finding::WideSpread { .. } => {
            "Boven 21 dagen past niet elke weekdag meer in elk voorkeursvenster.".to_owned()
        }
        Finding::TooFewFamilies { .. } => {
            "Als er iemand niet kan, wordt het gesprek klein. Zoek er een gezin bij, of laat het zo.".to_owned()
        }
        Finding::TooManyFamilies { .. } => {
            "Er is minder tijd per kind, en er is een grotere ruimte nodig.".to_owned()
        }
        Finding::Provisional(families) => format!(
            "{}: alle vensters kunnen nog verschuiven. Vul de geboortedatum in zodra je die weet.",
            codes(lang, families)
        ),
        Finding::HalfDay { half_day, families } => format!(
            "{} gaf {} niet op als dagdeel. Overleg, of kies een ander vast moment.",
            codes(lang, families),
            lang.half_day(*half_day)
        ),
        Finding::UnknownMembers(families) => format!(
            "De groep noemt {}. Voeg het gezin toe of haal het uit de groep.",
            codes(lang, families)
        ),
        Finding::UnknownLocation(_) => {
            "Kies voor het gezin of de groep een locatie die in het plan staat.".to_owned()
        }
        Finding::InTwoGroups(groups) => format!(
            "Het staat in {}. Haal het uit één van de groepen.",
            codes(lang, groups)
        ),
        Finding::NotPlaced(why) => unplaced_nl(case, *why),
        Finding::Team(finding) => lang.team_problem_detail(finding),
        Finding::Template(fault) => template_nl(*fault),
    }
}

fn detail_en(case: &Case<'_>, finding: &Finding) -> String {
    let lang = Lang::En;
    match finding {
        Finding::Unscheduled(sieve) => sieve_en(case, sieve),
        Finding::Closed(_) => "There is no session on a closed day. Choose another day.".to_owned(),
        Finding::OtherWeekday { half_day, families_cannot } => {
            let fixed = case.group.and_then(|group| group.half_day);
            let fixed = fixed.map_or_else(String::new, |choice| {
                format!("The fixed day of the group is {}. ", lang.half_day(choice.half_day()))
            });
            format!("{fixed}{}", cannot_en(*half_day, *families_cannot))
        }
        Finding::OutsidePreferred { side, .. } => {
            let too = match side {
                Side::Before => "The youngest child is then younger than you would like.",
                Side::After => "The oldest child is then older than you would like.",
            };
            format!("{} {too} The day is allowed.", best_days_en(case))
        }
        Finding::OutsideAllowed { side, .. } => {
            let too = match side {
                Side::Before => "The youngest child is then too young.",
                Side::After => "The oldest child is then too old.",
            };
            let allowed = case.window().map(|window| window.template).filter(|range| !range.is_empty());
            let allowed = allowed.map_or_else(
                || " There is no day on which all children have the right age: the spread is too large.".to_owned(),
                |range| format!(" It is allowed from {}.", range_with_year(lang, range)),
            );
            format!("{too}{allowed}")
        }
        Finding::BeforeDose { dose, first } => format!(
            "The youngest child is then too young: {} only counts from {}. The youth physician decides.",
            lang.dose(dose),
            lang.day_full(*first)
        ),
        Finding::AfterDose { dose, last } => format!(
            "The oldest child is then too old: {} may be given until {}. The youth physician decides.",
            lang.dose(dose),
            lang.day_full(*last)
        ),
        Finding::TooSoon { after, first, reason } => {
            let span = case.interval(*after, reason).map(|span| lang.time_span(span));
            let why = match (reason, span) {
                (IntervalReason::Dose(dose), Some(span)) => {
                    format!("For {} there are at least {span} between the two doses.", dose_name(dose.code()))
                }
                (IntervalReason::Dose(dose), None) => {
                    format!("For {} there is too little time between the two doses.", dose_name(dose.code()))
                }
                (IntervalReason::Template, Some(span)) => {
                    format!("The session template asks for at least {span} between them.")
                }
                (IntervalReason::Template, None) => {
                    "The session template asks for more time between them.".to_owned()
                }
            };
            format!("{why} The first possible day is {}.", lang.day_full(*first))
        }
        Finding::OutOfOrder { .. } => {
            "The sessions follow the age of the children. Move one of the two.".to_owned()
        }
        Finding::SchoolHoliday(_) => {
            "In a school holiday families and facilitators are more often away. The day is allowed.".to_owned()
        }
        Finding::WindowInSchoolHoliday(_) => format!(
            "{} Choose: in the holiday, or outside the preferred window.",
            best_days_en(case)
        ),
        Finding::SchoolHolidaysUnknown { .. } => {
            "The planner cannot take them into account for this date yet. Check later whether the date can stay.".to_owned()
        }
        Finding::SameTime { other } => {
            let when = case.date.map_or_else(String::new, |date| format!(" on {}", lang.day_full(date)));
            format!("Group {other} has the same half-day at the same location{when}. That works with two rooms and two pairs. Otherwise move one of the two.")
        }
        Finding::Rsv { .. } => {
            "These children get their RSV immunisation in those months. Discuss with the youth physician whether it can be done at the session.".to_owned()
        }
        Finding::WideSpread { days } if *days >= 28 => {
            "For the narrowest session there is no day on which all children have the best age.".to_owned()
        }
        Finding::WideSpread { .. } => {
            "Above 21 days not every weekday fits in every preferred window any more.".to_owned()
        }
        Finding::TooFewFamilies { .. } => {
            "When somebody cannot come the circle gets small. Find another family, or leave it.".to_owned()
        }
        Finding::TooManyFamilies { .. } => {
            "There is less time for each child, and a larger room is needed.".to_owned()
        }
        Finding::Provisional(families) => format!(
            "{}: all windows can still shift. Enter the birth date as soon as you know it.",
            codes(lang, families)
        ),
        Finding::HalfDay { half_day, families } => format!(
            "{} did not name {}. Discuss it, or choose another fixed time.",
            codes(lang, families),
            lang.half_day(*half_day)
        ),
        Finding::UnknownMembers(families) => format!(
            "The group names {}. Add the family or take it out of the group.",
            codes(lang, families)
        ),
        Finding::UnknownLocation(_) => {
            "Choose a location that is in the plan for the family or the group.".to_owned()
        }
        Finding::InTwoGroups(groups) => format!(
            "It is in {}. Take it out of one of the groups.",
            codes(lang, groups)
        ),
        Finding::NotPlaced(why) => unplaced_en(case, *why),
        Finding::Team(finding) => lang.team_problem_detail(finding),
        Finding::Template(fault) => template_en(*fault),
    }
}

fn side_nl(side: Side) -> &'static str {
    match side {
        Side::Before => "voor",
        Side::After => "na",
    }
}

fn side_en(side: Side) -> &'static str {
    match side {
        Side::Before => "before",
        Side::After => "after",
    }
}

fn best_days_nl(case: &Case<'_>) -> String {
    match case.window().map(|window| window.preferred) {
        Some(range) if range.is_empty() => {
            "Er is geen dag waarop alle kinderen de beste leeftijd hebben: de spreiding is te groot.".to_owned()
        }
        Some(range) => format!("De beste dagen zijn {}.", range_with_year(Lang::Nl, range)),
        None => String::new(),
    }
}

fn best_days_en(case: &Case<'_>) -> String {
    match case.window().map(|window| window.preferred) {
        Some(range) if range.is_empty() => {
            "There is no day on which all children have the best age: the spread is too large."
                .to_owned()
        }
        Some(range) => format!("The best days are {}.", range_with_year(Lang::En, range)),
        None => String::new(),
    }
}

fn cannot_nl(half_day: HalfDay, families: usize) -> String {
    let when = Lang::Nl.half_day(half_day);
    match families {
        0 => format!("Geen enkel gezin gaf aan dat {when} niet kan."),
        1 => format!("1 gezin gaf {when} niet op als dagdeel."),
        _ => format!("{families} gezinnen gaven {when} niet op als dagdeel."),
    }
}

fn cannot_en(half_day: HalfDay, families: usize) -> String {
    let when = Lang::En.half_day(half_day);
    match families {
        0 => format!("No family said that {when} is not possible."),
        1 => format!("1 family did not name {when}."),
        _ => format!("{families} families did not name {when}."),
    }
}

/// Why nothing is left, where one rule took everything away.
enum Blocked<'a> {
    /// There is no age at which the bijeenkomst is right for all.
    NoDays,
    /// The fixed weekday does not occur.
    NoWeekday,
    /// The only day is closed.
    Closed(Date, &'a ClosedBy),
    /// All days are over.
    Past,
    /// All days are too close to another bijeenkomst.
    TooClose,
    /// There are days left.
    DaysLeft,
    /// Several rules together.
    Mixed,
}

impl<'a> Blocked<'a> {
    fn of(sieve: &'a Sieve) -> Self {
        if sieve.allowed.is_empty() {
            return Self::NoDays;
        }
        if !sieve.left.is_empty() {
            return Self::DaysLeft;
        }
        match (
            sieve.closed.as_slice(),
            sieve.past.len(),
            sieve.too_close.len(),
        ) {
            ([], 0, 0) => Self::NoWeekday,
            ([(date, by)], 0, 0) => Self::Closed(*date, by),
            ([], _, 0) => Self::Past,
            ([], 0, _) => Self::TooClose,
            _ => Self::Mixed,
        }
    }
}

fn unscheduled_title_nl(case: &Case<'_>, sieve: &Sieve) -> String {
    let (lang, number) = (Lang::Nl, case.number);
    let weekday = case
        .fixed_workday()
        .map_or("", |workday| lang.weekday(workday));
    match Blocked::of(sieve) {
        Blocked::NoDays => {
            format!("Bijeenkomst {number} past niet: de spreiding van de groep is te groot")
        }
        Blocked::NoWeekday => {
            format!("Bijeenkomst {number} past niet: er is geen {weekday} die mag")
        }
        Blocked::Closed(date, by) => format!(
            "Bijeenkomst {number} past niet: {} valt uit ({})",
            lang.day_long(date),
            lang.closed_by(by)
        ),
        Blocked::Past => format!("Bijeenkomst {number} past niet meer: de dagen zijn voorbij"),
        Blocked::TooClose => {
            format!("Bijeenkomst {number} past niet tussen de andere bijeenkomsten")
        }
        Blocked::DaysLeft => format!("Bijeenkomst {number} heeft nog geen datum"),
        Blocked::Mixed => format!("Bijeenkomst {number} past niet"),
    }
}

fn unscheduled_title_en(case: &Case<'_>, sieve: &Sieve) -> String {
    let (lang, number) = (Lang::En, case.number);
    let weekday = case
        .fixed_workday()
        .map_or("", |workday| lang.weekday(workday));
    match Blocked::of(sieve) {
        Blocked::NoDays => {
            format!("Session {number} does not fit: the spread of the group is too large")
        }
        Blocked::NoWeekday => format!("Session {number} does not fit: no {weekday} is allowed"),
        Blocked::Closed(date, by) => format!(
            "Session {number} does not fit: {} is not possible ({})",
            lang.day_long(date),
            lang.closed_by(by)
        ),
        Blocked::Past => format!("Session {number} does not fit any more: the days are over"),
        Blocked::TooClose => format!("Session {number} does not fit between the other sessions"),
        Blocked::DaysLeft => format!("Session {number} has no date yet"),
        Blocked::Mixed => format!("Session {number} does not fit"),
    }
}

/// The days in groups of one reason: `dinsdag 20 en dinsdag 27 april`.
fn days_list(lang: Lang, dates: &[Date]) -> String {
    lang.list(
        &dates
            .iter()
            .map(|date| lang.day_long(*date))
            .collect::<Vec<_>>(),
    )
}

fn sieve_nl(case: &Case<'_>, sieve: &Sieve) -> String {
    let lang = Lang::Nl;
    if sieve.allowed.is_empty() {
        return "Er is geen dag waarop het jongste kind oud genoeg is en het oudste kind nog niet te oud.".to_owned();
    }
    let weekday = case
        .fixed_workday()
        .map_or("", |workday| lang.weekday(workday));
    let days = sieve.allowed.days();
    let of_them = match sieve.on_weekday.len() {
        0 => format!("is er geen een {weekday}"),
        1 => format!("is er 1 een {weekday}"),
        count => format!("zijn er {count} een {weekday}"),
    };
    let mut text = vec![format!(
        "Van de {} die mogen ({}) {of_them}.",
        lang.days(days),
        range_with_year(lang, sieve.allowed)
    )];
    for (date, by) in &sieve.closed {
        text.push(format!(
            "{} valt uit: {}.",
            capital(&lang.day_long(*date)),
            lang.closed_by(by)
        ));
    }
    match sieve.past.as_slice() {
        [] => {}
        [one] => text.push(format!("{} is voorbij.", capital(&lang.day_long(*one)))),
        past => text.push(format!("{} zijn voorbij.", capital(&days_list(lang, past)))),
    }
    if !sieve.too_close.is_empty() {
        text.push(format!(
            "{} ligt te dicht bij een andere bijeenkomst.",
            capital(&days_list(lang, &sieve.too_close))
        ));
    }
    text.push(if sieve.left.is_empty() {
        "Daarna is het oudste kind te oud.".to_owned()
    } else {
        format!(
            "{} kan nog. Kies die dag, of laat de data opnieuw zoeken.",
            capital(&days_list(lang, &sieve.left))
        )
    });
    text.join(" ")
}

fn sieve_en(case: &Case<'_>, sieve: &Sieve) -> String {
    let lang = Lang::En;
    if sieve.allowed.is_empty() {
        return "There is no day on which the youngest child is old enough and the oldest child not yet too old.".to_owned();
    }
    let weekday = case
        .fixed_workday()
        .map_or("", |workday| lang.weekday(workday));
    let days = sieve.allowed.days();
    let of_them = match sieve.on_weekday.len() {
        0 => format!("none is a {weekday}"),
        1 => format!("1 is a {weekday}"),
        count => format!("{count} are a {weekday}"),
    };
    let mut text = vec![format!(
        "Of the {} that are allowed ({}) {of_them}.",
        lang.days(days),
        range_with_year(lang, sieve.allowed)
    )];
    for (date, by) in &sieve.closed {
        text.push(format!(
            "{} is not possible: {}.",
            lang.day_long(*date),
            lang.closed_by(by)
        ));
    }
    match sieve.past.as_slice() {
        [] => {}
        [one] => text.push(format!("{} is over.", lang.day_long(*one))),
        past => text.push(format!("{} are over.", days_list(lang, past))),
    }
    if !sieve.too_close.is_empty() {
        text.push(format!(
            "{} is too close to another session.",
            days_list(lang, &sieve.too_close)
        ));
    }
    text.push(if sieve.left.is_empty() {
        "After that the oldest child is too old.".to_owned()
    } else {
        format!(
            "{} is still possible. Choose that day, or search the dates again.",
            days_list(lang, &sieve.left)
        )
    });
    text.join(" ")
}

fn unplaced_nl(case: &Case<'_>, why: Unplaced) -> String {
    let lang = Lang::Nl;
    let family = case.family.and_then(|code| case.plan.enrolments.get(code));
    let pool = |count: usize| {
        let waiting = lang.families(count);
        family.map_or_else(String::new, |family| {
            let location = location_name(case.plan, &family.location);
            let language = lang.language_of(&family.language);
            let verb = if count == 1 { "wacht" } else { "wachten" };
            format!("Voor {location} {verb} {waiting} met taal {language}.")
        })
    };
    match why {
        Unplaced::TooOld => {
            "De eerste bijeenkomst zou al geweest zijn. Kijk of een lopende groep past, of maak losse afspraken op het spreekuur.".to_owned()
        }
        Unplaced::PoolTooSmall { waiting, needed } => format!(
            "{} Voor een groep zijn er {needed} nodig. Voeg meer aanmeldingen toe, of kies een andere locatie.",
            pool(waiting)
        ),
        Unplaced::TooFewNearby { nearby, needed } => format!(
            "Rond deze geboortedatum zijn er {} binnen {}. Voor een groep zijn er {needed} nodig. Wacht op nieuwe aanmeldingen, of kijk of een bestaande groep past.",
            lang.families(nearby),
            lang.days(i32::from(case.plan.settings.max_spread_days))
        ),
        Unplaced::NotProposedYet => {
            "Er wachten genoeg gezinnen voor een groep. Maak een nieuw voorstel.".to_owned()
        }
    }
}

fn unplaced_en(case: &Case<'_>, why: Unplaced) -> String {
    let lang = Lang::En;
    let family = case.family.and_then(|code| case.plan.enrolments.get(code));
    let pool = |waiting: usize| {
        let waiting = lang.families(waiting);
        family.map_or_else(String::new, |family| {
            let location = location_name(case.plan, &family.location);
            let language = lang.language_of(&family.language);
            format!("Waiting for {location}: {waiting} with language {language}.")
        })
    };
    match why {
        Unplaced::TooOld => {
            "The first session would be over already. See whether a running group fits, or make individual appointments.".to_owned()
        }
        Unplaced::PoolTooSmall { waiting, needed } => format!(
            "{} A group needs {needed}. Add more enrolments, or choose another location.",
            pool(waiting)
        ),
        Unplaced::TooFewNearby { nearby, needed } => format!(
            "Around this birth date there are {} within {}. A group needs {needed}. Wait for new enrolments, or see whether an existing group fits.",
            lang.families(nearby),
            lang.days(i32::from(case.plan.settings.max_spread_days))
        ),
        Unplaced::NotProposedYet => {
            "Enough families are waiting for a group. Make a new proposal.".to_owned()
        }
    }
}

fn template_nl(fault: TemplateFault) -> String {
    match fault {
        TemplateFault::Count => "Een schema heeft 1 tot en met 16 bijeenkomsten.".to_owned(),
        TemplateFault::Numbering(number) => {
            format!(
                "De nummers lopen niet op: dat gaat mis bij bijeenkomst {}.",
                number.get()
            )
        }
        TemplateFault::EndsBeforeStart(number) => {
            format!(
                "Een venster van bijeenkomst {} eindigt voor het begint.",
                number.get()
            )
        }
        TemplateFault::TooWide(number) => format!(
            "Een venster van bijeenkomst {} is langer dan anderhalf jaar of loopt door na 6 jaar. Maak het korter.",
            number.get()
        ),
        TemplateFault::PreferredOutsideAllowed(number) => format!(
            "Het voorkeursvenster van bijeenkomst {} ligt niet binnen het toegestane venster.",
            number.get()
        ),
        TemplateFault::RunsBack(number) => format!(
            "Het venster van bijeenkomst {} begint of eindigt eerder dan dat van de bijeenkomst ervoor.",
            number.get()
        ),
        TemplateFault::IntervalNotEarlier(number) => format!(
            "Bijeenkomst {} vraagt tijd na een bijeenkomst die niet eerder komt.",
            number.get()
        ),
        TemplateFault::IntervalTooLong(number) => format!(
            "Bijeenkomst {} vraagt zoveel tijd ertussen dat er geen dag overblijft.",
            number.get()
        ),
    }
}

fn template_en(fault: TemplateFault) -> String {
    match fault {
        TemplateFault::Count => "A template has 1 to 16 sessions.".to_owned(),
        TemplateFault::Numbering(number) => {
            format!(
                "The numbers do not run in order: it goes wrong at session {}.",
                number.get()
            )
        }
        TemplateFault::EndsBeforeStart(number) => {
            format!(
                "A window of session {} ends before it starts.",
                number.get()
            )
        }
        TemplateFault::TooWide(number) => format!(
            "A window of session {} is longer than a year and a half or goes on beyond the age of 6. Make it shorter.",
            number.get()
        ),
        TemplateFault::PreferredOutsideAllowed(number) => {
            format!(
                "The preferred window of session {} is not inside the allowed one.",
                number.get()
            )
        }
        TemplateFault::RunsBack(number) => format!(
            "The window of session {} starts or ends before that of the session before it.",
            number.get()
        ),
        TemplateFault::IntervalNotEarlier(number) => {
            format!(
                "Session {} asks for time after a session that is not an earlier one.",
                number.get()
            )
        }
        TemplateFault::IntervalTooLong(number) => format!(
            "Session {} asks for so much time between that no day is left.",
            number.get()
        ),
    }
}

/// The school holiday in which a day lies, for the group of a remedy.
fn holiday_of(lang: Lang, plan: &Plan, group: &GroupId, date: Date) -> Option<&'static str> {
    let group = plan.groups.get(group)?;
    let kind = Days::of(plan, &group.location).school_holiday(date)?;
    Some(lang.school_holiday(kind))
}

fn remedy_nl(plan: &Plan, remedy: &Remedy) -> (String, String) {
    let lang = Lang::Nl;
    match remedy {
        Remedy::Move { group, to, preferred, .. } => {
            let mut text = vec![if *preferred {
                "In het voorkeursvenster.".to_owned()
            } else {
                "Mag, maar buiten het voorkeursvenster.".to_owned()
            }];
            if let Some(holiday) = holiday_of(lang, plan, group, to.date) {
                text.push(format!("Valt in de {holiday}."));
            }
            if !to.on_weekday {
                text.push(match to.families_cannot {
                    0 => "Andere weekdag: geen gezin gaf aan dat die niet kan.".to_owned(),
                    1 => "Andere weekdag: 1 gezin kan niet.".to_owned(),
                    count => format!("Andere weekdag: {count} gezinnen kunnen niet."),
                });
            }
            (format!("Plan op {}", lang.day_full(to.date)), text.join(" "))
        }
        Remedy::HalfDay { half_day, unscheduled, outside_preferred, families_cannot, .. } => {
            let mut text = vec![match unscheduled {
                0 => "Dan past elke bijeenkomst.".to_owned(),
                count => format!("Dan blijft er {} zonder datum.", lang.sessions(*count)),
            }];
            if *outside_preferred > 0 {
                text.push(format!("Buiten het voorkeursvenster: {}.", lang.sessions(*outside_preferred)));
            }
            text.push(match families_cannot {
                0 => "Geen gezin gaf aan dat dit moment niet kan.".to_owned(),
                1 => "1 gezin kan dan niet.".to_owned(),
                count => format!("{count} gezinnen kunnen dan niet."),
            });
            text.push("Data die nog niet vaststaan worden opnieuw gezocht.".to_owned());
            (format!("Kies een ander vast moment: {}", lang.half_day(*half_day)), text.join(" "))
        }
        Remedy::TakeOut { family, spread_days } => (
            format!("Haal gezin {family} uit de groep"),
            format!("De spreiding wordt {}. Dit gezin heeft daarna geen groep.", lang.days(*spread_days)),
        ),
        Remedy::PlanAgain(_) => (
            "Zoek de data van deze groep opnieuw".to_owned(),
            "Data die vaststaan blijven staan.".to_owned(),
        ),
        Remedy::Place { family, fit } => {
            let half_day = if fit.half_day_fits {
                "Het vaste moment past bij dit gezin."
            } else {
                "Dit gezin gaf het vaste moment niet op."
            };
            (
                format!("Zet gezin {family} in groep {}", fit.group),
                format!(
                    "De groep heeft dan {} en een spreiding van {}. {half_day}",
                    lang.families(fit.families),
                    lang.days(fit.spread_days)
                ),
            )
        }
        Remedy::Substitute { .. } | Remedy::Line { .. } | Remedy::ProposeLines => {
            lang.team_remedy(plan, remedy)
        }
        Remedy::Propose => (
            "Maak een nieuw voorstel".to_owned(),
            "Groepen en data die vaststaan blijven staan.".to_owned(),
        ),
        Remedy::EnterBirth(code) => {
            let due = plan.enrolments.get(code).map(|family| lang.day_full(family.birth));
            (
                format!("Vul de geboortedatum van gezin {code} in"),
                due.map_or_else(String::new, |due| format!("Nu staat er: uitgerekend op {due}.")),
            )
        }
        Remedy::Individually(doses) => (
            format!("Geef {} apart", lang.doses(doses)),
            "Plan voor elk kind een inhaalafspraak op het spreekuur. Dat doe je buiten de planner. De jeugdarts beslist.".to_owned(),
        ),
    }
}

fn remedy_en(plan: &Plan, remedy: &Remedy) -> (String, String) {
    let lang = Lang::En;
    match remedy {
        Remedy::Move { group, to, preferred, .. } => {
            let mut text = vec![if *preferred {
                "In the preferred window.".to_owned()
            } else {
                "Allowed, but outside the preferred window.".to_owned()
            }];
            if let Some(holiday) = holiday_of(lang, plan, group, to.date) {
                text.push(format!("It is in the {holiday}."));
            }
            if !to.on_weekday {
                text.push(match to.families_cannot {
                    0 => "Another weekday: no family said that it is not possible.".to_owned(),
                    1 => "Another weekday: 1 family cannot come.".to_owned(),
                    count => format!("Another weekday: {count} families cannot come."),
                });
            }
            (format!("Plan it on {}", lang.day_full(to.date)), text.join(" "))
        }
        Remedy::HalfDay { half_day, unscheduled, outside_preferred, families_cannot, .. } => {
            let mut text = vec![match unscheduled {
                0 => "Then every session fits.".to_owned(),
                count => format!("Then {} without a date.", match count {
                    1 => "1 session stays".to_owned(),
                    count => format!("{count} sessions stay"),
                }),
            }];
            if *outside_preferred > 0 {
                text.push(format!("Outside the preferred window: {}.", lang.sessions(*outside_preferred)));
            }
            text.push(match families_cannot {
                0 => "No family said that this time is not possible.".to_owned(),
                1 => "1 family cannot come then.".to_owned(),
                count => format!("{count} families cannot come then."),
            });
            text.push("Dates that are not settled are searched again.".to_owned());
            (format!("Choose another fixed time: {}", lang.half_day(*half_day)), text.join(" "))
        }
        Remedy::TakeOut { family, spread_days } => (
            format!("Take family {family} out of the group"),
            format!("The spread becomes {}. This family then has no group.", lang.days(*spread_days)),
        ),
        Remedy::PlanAgain(_) => (
            "Search the dates of this group again".to_owned(),
            "Settled dates stay.".to_owned(),
        ),
        Remedy::Place { family, fit } => {
            let half_day = if fit.half_day_fits {
                "The fixed time suits this family."
            } else {
                "This family did not name the fixed time."
            };
            (
                format!("Put family {family} in group {}", fit.group),
                format!(
                    "The group then has {} and a spread of {}. {half_day}",
                    lang.families(fit.families),
                    lang.days(fit.spread_days)
                ),
            )
        }
        Remedy::Substitute { .. } | Remedy::Line { .. } | Remedy::ProposeLines => {
            lang.team_remedy(plan, remedy)
        }
        Remedy::Propose => (
            "Make a new proposal".to_owned(),
            "Settled groups and dates stay.".to_owned(),
        ),
        Remedy::EnterBirth(code) => {
            let due = plan.enrolments.get(code).map(|family| lang.day_full(family.birth));
            (
                format!("Enter the birth date of family {code}"),
                due.map_or_else(String::new, |due| format!("It now says: due on {due}.")),
            )
        }
        Remedy::Individually(doses) => (
            format!("Give {} apart", lang.doses(doses)),
            "Plan a catch-up appointment for each child. You do that outside the planner. The youth physician decides.".to_owned(),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use centering_core::plan::Edit;
    use centering_core::problem::{Severity, check};

    /// The plan of one group with these births, on a fixed half-day, as the planner dates it.
    fn planned(births: &[&str], half_day: &str) -> Plan {
        let families: Vec<String> = births
            .iter()
            .enumerate()
            .map(|(place, birth)| format!("N{place};{birth};Noord"))
            .collect();
        let list = format!("Code;Geboortedatum;Locatie\n{}\n", families.join("\n"));
        let table = centering_core::intake::Table::read(&list);
        let (columns, has_headings) = centering_core::intake::guess_columns(&table);
        let mut plan = Plan::empty();
        let intake =
            centering_core::intake::read_enrolments(&table, &columns, has_headings, None, &plan);
        let codes = intake
            .enrolments
            .iter()
            .map(|family| family.code.clone())
            .collect();
        for edit in [intake.edit(), Edit::CreateGroup(codes)] {
            let changes = edit
                .changes(&plan, None)
                .expect("the families make a group");
            plan.apply_all(changes);
        }
        let group = plan
            .groups
            .keys()
            .next()
            .expect("there is one group")
            .clone();
        let half_day = Some(half_day.parse().expect("a half-day"));
        let edit = Edit::SetHalfDay { group, half_day };
        plan.apply_all(edit.changes(&plan, None).expect("a user sets the half-day"));
        plan
    }

    const SCENARIO_13: [&str; 6] = [
        "2-2-2027",
        "9-2-2027",
        "16-2-2027",
        "23-2-2027",
        "2-3-2027",
        "15-3-2027",
    ];

    #[test]
    fn an_infeasible_bijeenkomst_is_explained_in_words_of_the_domain() {
        let plan = planned(&SCENARIO_13, "tue-am");
        let problems = check(&plan, None);
        let worst: Vec<&Problem> = problems
            .iter()
            .filter(|problem| problem.severity == Severity::Error)
            .collect();
        let [problem] = worst.as_slice() else {
            panic!("one bijeenkomst does not fit: {worst:?}");
        };
        assert_eq!(
            Lang::Nl.problem_title(&plan, problem),
            "Bijeenkomst 2 past niet: dinsdag 27 april valt uit (Koningsdag)"
        );
        assert_eq!(
            Lang::Nl.problem_detail(&plan, problem),
            "Van de 8 dagen die mogen (26 april tot en met 3 mei 2027) is er 1 een dinsdag. \
             Dinsdag 27 april valt uit: Koningsdag. Daarna is het oudste kind te oud."
        );
    }

    #[test]
    fn every_problem_and_remedy_has_words_in_both_languages() {
        for half_day in ["mon-am", "tue-am", "thu-pm"] {
            let plan = planned(&SCENARIO_13, half_day);
            for problem in check(&plan, None) {
                for lang in [Lang::Nl, Lang::En] {
                    assert!(!lang.problem_title(&plan, &problem).is_empty());
                    assert!(!lang.problem_help(problem.code).is_empty());
                    for remedy in centering_core::problem::remedies(&plan, &problem, None) {
                        let (what, consequence) = lang.remedy(&plan, &remedy);
                        assert!(!what.is_empty() && !consequence.is_empty());
                    }
                }
            }
        }
    }

    #[test]
    fn doses_and_times_are_words() {
        assert_eq!(dose_name("ROTA1"), "rota 1");
        assert_eq!(dose_name("DKTP2"), "DKTP 2");
        assert_eq!(dose_name("MENACWY1"), "MenACWY");
        let span = |text: &str| Lang::Nl.time_span(text.parse().expect("an age"));
        assert_eq!(span("0m56d"), "8 weken");
        assert_eq!(span("6m0d"), "6 maanden");
        assert_eq!(span("1m2d"), "1 maand en 2 dagen");
        assert_eq!(span("0m1d"), "1 dag");
    }
}
