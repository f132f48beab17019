//! What each kind of problem is, and the rule behind it with its source.

use super::super::Lang;
use super::problem_family;
use centering_core::problem::{Finding, Problem, Severity, TeamFinding};

impl Lang {
    /// One rule of several of a kind, by its code, for the filter; the kind where it has no other.
    pub fn problem_rule_name(self, code: &str) -> &'static str {
        self.of(match code {
            "PLN-01" => ["Past nergens", "Fits nowhere"],
            "PLN-02" => ["Vervalt", "Cancelled"],
            "PLN-03" => ["Is dit doorgegaan?", "Did this take place?"],
            "PLN-04" => ["Datum onbekend", "Date unknown"],
            "PLN-05" => ["Voor de geboorte", "Before the birth"],
            "DAG-01" => ["Gesloten dag", "Closed day"],
            "DAG-02" => ["Andere weekdag", "Other weekday"],
            "VEN-01" => ["Buiten de beste periode", "Outside the best period"],
            "VEN-02" => ["Buiten de toegestane periode", "Outside the allowed period"],
            "VAC-01" => ["Te vroeg", "Too early"],
            "VAC-02" => ["Te laat", "Too late"],
            "VAC-03" => ["Later dan aangeraden", "Later than advised"],
            "INT-01" => ["Te snel na elkaar", "Too soon after another"],
            "INT-02" => ["Verkeerde volgorde", "Wrong order"],
            "VAK-01" => ["In een vakantie", "In a holiday"],
            "VAK-02" => ["Beste periode in een vakantie", "Best period in a holiday"],
            "VAK-03" => ["Nog niet bekend", "Not known yet"],
            "SPR-01" => ["Meer dan 21 dagen", "Over 21 days"],
            "SPR-02" => ["28 dagen of meer", "28 days or more"],
            "GRO-01" => ["Kleine groep", "Small group"],
            "GRO-02" => ["Grote groep", "Large group"],
            "SJA-01" => ["Het schema klopt niet", "The template is not right"],
            "SJA-02" => ["Onbekende vaccinatie", "Unknown vaccination"],
            "SJA-03" => ["Tijd die niet telt", "Time that does not count"],
            "DOC-01" => ["Onbekend gezin", "Unknown family"],
            "DOC-02" => ["Onbekende locatie", "Unknown location"],
            "DOC-03" => ["Gezin in twee groepen", "Family in two groups"],
            "DOC-04" => ["Onbekend in het team", "Unknown in the team"],
            "DOC-05" => ["Onbekend veld", "Unknown field"],
            code => return self.team_rule_name(code),
        })
    }

    /// The kind of a problem by its code, for the filter.
    pub fn problem_kind(self, code: &str) -> &'static str {
        if let Some(kind) = self.team_kind(problem_family(code)) {
            return kind;
        }
        self.of(match problem_family(code) {
            "PLN" => ["Zonder datum", "Without a date"],
            "DAG" => ["Gesloten dagen en weekdag", "Closed days and weekday"],
            "UIT" => ["Uitnodigen", "Inviting"],
            "VEN" => ["Perioden", "Periods"],
            "VAC" => ["Vaccinaties", "Vaccinations"],
            "INT" => ["Tijd tussen bijeenkomsten", "Time between sessions"],
            "VAK" => ["Schoolvakanties", "School holidays"],
            "BOT" => ["Twee groepen tegelijk", "Two groups at once"],
            "RSV" => ["RSV-prik", "RSV immunisation"],
            "SPR" => ["Leeftijdsverschil", "Age gap"],
            "GRO" => ["Groepsgrootte", "Group size"],
            "VOO" => ["Uitgerekende datums", "Due dates"],
            "DGD" => ["Dagdelen van gezinnen", "Half-days of families"],
            "GEZ" => ["Gezinnen zonder groep", "Families without a group"],
            "SJA" => ["Bijeenkomstenschema", "Session template"],
            _ => ["Fouten in het plan", "Faults in the plan"],
        })
    }

    /// What the rule is, why it is there and where it comes from.
    pub fn problem_help(self, problem: &Problem) -> &'static str {
        self.of(match &problem.finding {
            Finding::Lapsed { .. } => [
                "Een bijeenkomst die vervalt, vervangt de gewone contacten van die leeftijd niet. Plan voor elk gezin een eigen afspraak binnen de periode. Bron: bijeenkomstenschema en Rijksvaccinatieprogramma (RVP).",
                "A session that is cancelled does not replace the usual contacts of that age. Plan an appointment for each family within the period. Source: session template and national vaccination programme (RVP).",
            ],
            Finding::Unconfirmed => [
                "Een datum die ouders kennen, telt na die dag als geweest. Een datum die alleen een voorstel was, telt pas mee als jij zegt dat de bijeenkomst er was. Ging die niet door? Dan krijgt elk gezin een eigen afspraak. Bron: afspraak van deze planner.",
                "A date that parents know counts as held after that day. A date that was only a proposal counts once you say that the session took place. Did it not? Then each family gets an appointment of its own. Source: a choice of this planner.",
            ],
            Finding::Unscheduled(_) => [
                "Een bijeenkomst mag alleen op dagen waarop elk kind van de groep de goede leeftijd heeft, op het vaste dagdeel van de groep en niet op een gesloten dag. Blijft er geen dag over, dan laat de planner de datum leeg: zelf kiezen is aan jou. De leeftijden zijn een voorstel van deze planner, met de grenzen van het Rijksvaccinatieprogramma (RIVM).",
                "A session may only be held on days on which every child of the group has the right age, on the fixed half-day of the group and never on a closed day. If no day is left the planner leaves the date open: the choice is yours. The ages are a proposal of this planner, within the limits of the national immunisation programme (RIVM).",
            ],
            Finding::Unsaid(_) => [
                "Groepen die al liepen toen ze in de planner kwamen, hebben bijeenkomsten waarvan de planner de datum niet weet. Vul in wanneer ze waren, of zeg dat ze niet doorgingen. Vooruit plannen verandert er niets aan. Bron: voorstel van deze planner.",
                "Groups that ran already when they came into the planner have sessions of which it does not know the date. Enter when they were, or say that they did not take place. Planning ahead changes nothing about it. Source: a proposal of this planner.",
            ],
            Finding::HeldBeforeBirth { .. } => [
                "Een bijeenkomst is voor ouders met hun kind. Ligt de datum voor de geboorte van het oudste kind, dan is een van de twee meestal een typefout. Bron: voorstel van deze planner.",
                "A session is for parents with their child. When its date is before the birth of the oldest child, one of the two is usually a slip. Source: a proposal of this planner.",
            ],
            Finding::Closed(_) => [
                "Op een feestdag, in het weekend en op jullie eigen gesloten dagen is er geen bijeenkomst. Welke dagen dat zijn kies je bij Instellingen. Bron van de feestdagen: Rijksoverheid; 5 mei en Goede Vrijdag verschillen per werkgever.",
                "There is no session on a public holiday, at the weekend and on your own closed days. You choose these days in the settings. Source of the holidays: the Dutch government; 5 May and Good Friday differ per employer.",
            ],
            Finding::OtherWeekday { .. } => [
                "Een groep komt op een vaste weekdag bij elkaar, dan kunnen ouders erop rekenen. Een keer een andere dag mag. Vraag dan wel of de gezinnen kunnen. Bron: voorstel van deze planner.",
                "A group meets on a fixed weekday, so that parents can count on it. Another day once is fine. Do ask whether the families can come. Source: a proposal of this planner.",
            ],
            Finding::ShortInvitation { .. } => [
                "Ouders horen op tijd wanneer de eerste bijeenkomst is. De planner kiest een eerdere dag alleen als er geen andere over is. Hoeveel dagen je wilt, kies je bij Instellingen. Bron: voorstel van deze planner.",
                "Parents hear in time when the first session is. The planner chooses an earlier day only when no other is left. You choose how many days you want in the settings. Source: a proposal of this planner.",
            ],
            Finding::OutsidePreferred { .. } => [
                "Elke bijeenkomst heeft een beste periode: de dagen waarop alle kinderen de beste leeftijd hebben. De periode (het voorkeursvenster) begint bij het jongste kind en eindigt bij het oudste. Het is een voorstel van deze planner; er is geen landelijke norm. De jeugdarts beslist of een dag erbuiten medisch goed is.",
                "Each session has a best period: the days on which all children have the best age. The period (preferred window) starts with the youngest child and ends with the oldest. It is a proposal of this planner; there is no national norm. The youth physician decides whether a day outside it is medically right.",
            ],
            Finding::OutsideAllowed { .. } => [
                "Buiten de toegestane periode past de leeftijd van minstens één kind niet meer bij deze bijeenkomst. De planner kiest zo’n dag nooit zelf. De periode (het toegestane venster) is een voorstel van deze planner. Twijfel je? De jeugdarts beslist.",
                "Outside the allowed period the age of at least one child no longer suits this session. The planner never chooses such a day. The period (allowed window) is a proposal of this planner. In doubt? The youth physician decides.",
            ],
            Finding::BeforeDose { .. } => [
                "Een vaccinatie telt pas mee vanaf een bepaalde leeftijd. Het jongste kind van de groep bepaalt de eerste dag. Bron: RIVM, Rijksvaccinatieprogramma (RVP). De jeugdarts beslist per kind.",
                "A vaccination only counts from a certain age. The youngest child of the group decides the first day. Source: RIVM, national immunisation programme (RVP). The youth physician decides for each child.",
            ],
            Finding::AfterDose { .. } => [
                "Sommige vaccinaties mogen alleen tot een bepaalde leeftijd. Het oudste kind van de groep bepaalt de laatste dag. Bron: RIVM, Rijksvaccinatieprogramma (RVP). De jeugdarts beslist per kind.",
                "Some vaccinations may only be given up to a certain age. The oldest child of the group decides the last day. Source: RIVM, national immunisation programme (RVP). The youth physician decides for each child.",
            ],
            Finding::LateDose { .. } => [
                "De eerste DKTP-Hib-HepB van het schema 2-3-5-12 hoort bij kinderen van 6 tot en met 9 weken oud. Later mag, maar is niet gewenst: het kind is dan langer niet beschermd tegen kinkhoest. Het oudste kind van de groep bepaalt de dag. Volgt geen kind dit schema, vul dan bij de groep in hoeveel kinderen welk schema volgen. Bron: RIVM, Rijksvaccinatieprogramma (RVP). De jeugdarts beslist per kind.",
                "The first DKTP-Hib-HepB of the scheme 2-3-5-12 belongs to children of 6 to 9 weeks. Later is possible but not wanted: the child is without protection against whooping cough for longer. The oldest child of the group decides the day. If no child follows this scheme, enter with the group how many children follow which scheme. Source: RIVM, national immunisation programme (RVP). The youth physician decides for each child.",
            ],
            Finding::TooSoon { .. } => [
                "Tussen twee prikken van dezelfde reeks zit een kortste tijd, anders werkt de tweede minder goed. Ook het bijeenkomstenschema kan zo’n tijd vragen. Bron: RIVM, Rijksvaccinatieprogramma (RVP), en voor de andere tijden een voorstel van deze planner. De jeugdarts beslist.",
                "Two doses of one series need a shortest time between them, otherwise the second works less well. The session template can also ask for such a time. Source: RIVM, national immunisation programme (RVP), and for the other times a proposal of this planner. The youth physician decides.",
            ],
            Finding::OutOfOrder { .. } => [
                "De bijeenkomsten volgen de leeftijd van de kinderen en houden dus hun volgorde. Verplaats één van de twee. Bron: voorstel van deze planner.",
                "The sessions follow the age of the children, so they keep their order. Move one of the two. Source: a proposal of this planner.",
            ],
            Finding::SchoolHoliday(_) => [
                "In een schoolvakantie kunnen gezinnen en begeleiders vaker niet. De planner vermijdt die weken zo veel mogelijk. Hoe streng, kies je bij Instellingen. Bron van de datums: Rijksoverheid.",
                "In a school holiday families and facilitators are more often away. The planner avoids these weeks where it can. You choose how strictly in the settings. Source of the dates: the Dutch government.",
            ],
            Finding::WindowInSchoolHoliday(_) => [
                "Alle dagen die voor deze bijeenkomst het beste zijn, vallen in één schoolvakantie. Kies: in de vakantie, of buiten de beste periode. Bron van de vakanties: Rijksoverheid; de perioden zijn een voorstel van deze planner.",
                "All the best days for this session lie in one school holiday. Choose: in the holiday, or outside the best period. Source of the holidays: the Dutch government; the periods are a proposal of this planner.",
            ],
            Finding::SchoolHolidaysUnknown { .. } => [
                "De Rijksoverheid stelt de schoolvakanties een paar jaar vooruit vast. Voor latere datums kan de planner er nog geen rekening mee houden. Kijk deze datums na zodra de vakanties bekend zijn.",
                "The Dutch government sets the school holidays a few years ahead. The planner cannot take them into account for later dates yet. Check these dates once the holidays are known.",
            ],
            Finding::SameTime { .. } => [
                "Twee groepen van één locatie op hetzelfde dagdeel hebben dezelfde ruimte en vaak dezelfde begeleiders nodig. Verplaats één van de twee. Bron: voorstel van deze planner.",
                "Two groups of one location on the same half-day need the same room and often the same facilitators. Move one of the two. Source: a proposal of this planner.",
            ],
            Finding::Rsv { .. } => [
                "Kinderen die van april tot en met september zijn geboren, krijgen de RSV-prik in september of oktober. Kinderen die van oktober tot en met maart zijn geboren, krijgen hem in hun eerste twee weken. Bron: RIVM, Rijksvaccinatieprogramma (RVP), seizoen 2025-2026; later kan de regel anders zijn. De jeugdarts beslist per kind.",
                "Children born from April to September get the RSV immunisation in September or October. Children born from October to March get it in their first two weeks. Source: RIVM, national immunisation programme (RVP), season 2025-2026; the rule can change later. The youth physician decides for each child.",
            ],
            Finding::WideSpread { .. } if problem.severity < Severity::Strong => [
                "Het leeftijdsverschil (de spreiding) is de tijd tussen het oudste en het jongste kind. Tot en met 21 dagen past elke vaste weekdag in elke beste periode. Daarboven blijft er voor bijeenkomst 2 soms geen dag over. Bron: berekening van deze planner uit de leeftijdsvensters.",
                "The age gap (spread) is the time between the oldest and the youngest child. Up to 21 days every fixed weekday fits in every best period. Above that sometimes no day is left for session 2. Source: calculated by this planner from the age windows.",
            ],
            Finding::WideSpread { .. } => [
                "Vanaf 28 dagen leeftijdsverschil is er voor bijeenkomst 2 geen enkele dag waarop alle kinderen de beste leeftijd hebben. Splits de groep, of geef de eerste rotavaccinatie apart. Bron: berekening van deze planner uit de leeftijdsvensters. De jeugdarts beslist over de vaccinatie.",
                "From an age gap of 28 days there is no day for session 2 on which all children have the best age. Split the group, or give the first rotavirus vaccination apart. Source: calculated by this planner from the age windows. The youth physician decides on the vaccination.",
            ],
            Finding::TooFewFamilies { .. } | Finding::TooManyFamilies { .. } => [
                "Een groep heeft 6 tot 8 gezinnen. Met minder valt het gesprek stil als er iemand niet kan, met meer is er te weinig tijd voor elk kind. De aantallen kies je bij Instellingen. Bron: GGD IJsselland, Kennisnet Geboortezorg en ZonMw.",
                "A group has 6 to 8 families. With fewer the talk falls silent when somebody cannot come, with more there is too little time for each child. You choose the numbers in the settings. Source: GGD IJsselland, Kennisnet Geboortezorg and ZonMw.",
            ],
            Finding::Provisional(_) => [
                "Alle perioden volgen uit de geboortedatums. Een uitgerekende datum kan nog weken schelen. Vul de geboortedatum in zodra je die weet: de planner kijkt dan alle perioden opnieuw na. Bron: voorstel van deze planner.",
                "All periods follow from the birth dates. A due date can still be weeks off. Enter the birth date as soon as you know it: the planner then checks all periods again. Source: a proposal of this planner.",
            ],
            Finding::HalfDay { .. } => [
                "Gezinnen geven op welke dagdelen ze kunnen. De planner kiest het dagdeel met de beste datums uit de dagdelen die de meeste gezinnen kunnen. Bespreek het met deze gezinnen, of kies een ander vast dagdeel. Bron: voorstel van deze planner.",
                "Families name the half-days on which they can come. The planner chooses the half-day with the best dates from those that suit most families. Discuss it with these families, or choose another fixed half-day. Source: a proposal of this planner.",
            ],
            Finding::NotPlaced(_) => [
                "De planner maakt alleen groepen met genoeg gezinnen van één locatie en taal, met kinderen die kort na elkaar zijn geboren. Wie niet past, wacht. De aantallen en het grootste leeftijdsverschil (de spreiding) kies je bij Instellingen. Bron: voorstel van deze planner.",
                "The planner only makes groups of enough families of one location and language, with children born shortly after each other. Who does not fit waits. You choose the numbers and the largest age gap (spread) in the settings. Source: a proposal of this planner.",
            ],
            Finding::Template(_) => [
                "Het eigen bijeenkomstenschema van dit plan klopt niet, dus de planner kan er niet mee rekenen. Verbeter het schema, of open een eerdere versie van het plan. Het schema is van je organisatie zelf; de grenzen van vaccinaties (RIVM) blijven altijd gelden.",
                "The plan’s own session template is not right, so the planner cannot work with it. Correct the template, or open an earlier version of the plan. The template is your organisation’s own; the limits of vaccinations (RIVM) always hold.",
            ],
            Finding::UnknownDoses { .. } => [
                "Bij elke vaccinatie horen grenzen: een leeftijd, of tijd na een eerdere vaccinatie. De planner zoekt ze op met de code uit het Rijksvaccinatieprogramma (RIVM). Bij een code die daar niet in staat, vindt hij niets en kan hij geen grens bewaken. De andere vaccinaties van de bijeenkomst houden hun grenzen.",
                "Every vaccination has limits: an age, or time after an earlier vaccination. The planner looks them up by the code of the national immunisation programme (RIVM). For a code that is not in it, it finds none and can guard no limit. The other vaccinations of the session keep their limits.",
            ],
            Finding::LooseDoses { .. } => [
                "Tussen twee vaccinaties uit een reeks moet tijd zitten. De planner telt die tijd vanaf de bijeenkomst met de eerdere vaccinatie. Staat die niet in het schema, dan let hij er niet op. Krijgen de kinderen die vaccinatie ergens anders, kijk dan zelf naar de tijd ertussen. Bron: Rijksvaccinatieprogramma (RIVM).",
                "There must be time between two vaccinations of a series. The planner counts it from the session with the earlier vaccination. Where the template has none, it does not look after it. If the children get that vaccination elsewhere, look after the time between yourself. Source: national immunisation programme (RIVM).",
            ],
            Finding::UnknownFields(_) => [
                "Een plan is een bestand met vaste namen voor de velden. Een veld met een andere naam bewaart de planner, maar hij doet er niets mee. Zo kan een regel uit staan zonder dat je het merkt. Dat kan gebeuren als een bestand met de hand is veranderd. Verbeter de naam in het bestand. De namen staan in het schema van het plan (plan.schema.json).",
                "A plan is a file with fixed names for its fields. The planner keeps a field with another name, but does nothing with it. A rule can be off that way without your noticing. It can happen when a file was changed by hand. Correct the name in the file. The names are in the schema of the plan (plan.schema.json).",
            ],
            Finding::Team(TeamFinding::SameLine { .. }) => [
                "Op een vast dagdeel werkt één vast duo in één ruimte. Daar is elke keer plaats voor één groep. Bron: voorstel van deze planner.",
                "On a weekly line one fixed pair works in one room. Each time there is place for one group. Source: a proposal of this planner.",
            ],
            Finding::Team(TeamFinding::WithoutLine) => [
                "Een locatie met vaste dagdelen plant elke groep op één daarvan. Dan zijn ruimte en begeleiders geregeld en houdt de groep hetzelfde duo. Bron: elementen van Centering (vaste begeleiding) en een voorstel van deze planner.",
                "A location with weekly lines plans each group on one of them. Then room and facilitators are settled and the group keeps the same pair. Source: elements of Centering (stable leadership) and a proposal of this planner.",
            ],
            Finding::Team(TeamFinding::WithoutPair { .. }) => [
                "Een groep heeft twee vaste begeleiders. Bron: ZonMw eindverslag en de essentiële elementen van Centering.",
                "A group has two fixed facilitators. Source: ZonMw report and the essential elements of Centering.",
            ],
            Finding::Team(TeamFinding::WithoutRoom) => [
                "Een groep heeft een vaste ruimte nodig. Zonder ruimte kan de planner niet zien of die vrij en groot genoeg is. Bron: voorstel van deze planner.",
                "A group needs a fixed room. Without one the planner cannot see whether it is free and large enough. Source: a proposal of this planner.",
            ],
            Finding::Team(TeamFinding::LinesClash { .. }) => [
                "Twee vaste dagdelen op hetzelfde moment kunnen geen ruimte of begeleider delen. Bron: voorstel van deze planner.",
                "Two weekly lines at the same moment cannot share a room or a facilitator. Source: a proposal of this planner.",
            ],
            Finding::Team(TeamFinding::SameRoom { .. } | TeamFinding::RoomClosed { .. }) => [
                "In een ruimte is plaats voor één groep tegelijk, en alleen op dagen dat de ruimte beschikbaar is. Bron: voorstel van deze planner.",
                "A room holds one group at a time, and only on days on which it is available. Source: a proposal of this planner.",
            ],
            Finding::Team(TeamFinding::RoomNotOurs { .. }) => [
                "Een ruimte is van jullie op de dagdelen die bij de ruimte zijn aangevinkt; zonder vinkje op elk dagdeel. Bron: voorstel van deze planner.",
                "A room is yours on the half-days that are ticked at the room; without a tick on every half-day. Source: a proposal of this planner.",
            ],
            Finding::Team(TeamFinding::RoomTooSmall { .. }) => [
                "De planner rekent twee volwassenen per gezin en drie medewerkers. Partners zijn dus altijd welkom. Bron: berekening van deze planner uit de elementen van Centering.",
                "The planner counts two adults for each family and three members of staff. So partners are always welcome. Source: calculated by this planner from the elements of Centering.",
            ],
            Finding::Team(TeamFinding::SamePerson { .. }) => [
                "Een begeleider is bij één groep tegelijk. Bron: voorstel van deze planner.",
                "A facilitator is with one group at a time. Source: a proposal of this planner.",
            ],
            Finding::Team(TeamFinding::Absent { .. }) => [
                "Wie afwezig is, kan geen groep begeleiden. Een vervanger van dezelfde locatie houdt de datum voor de gezinnen hetzelfde. Bron: voorstel van deze planner.",
                "Who is away cannot lead a group. A substitute of the same location keeps the date the same for the families. Source: a proposal of this planner.",
            ],
            Finding::Team(TeamFinding::NotAvailable { .. } | TeamFinding::LineNotAvailable { .. }) => [
                "De planner zet begeleiders alleen op dagdelen en locaties waar ze werken. Met de hand mag het wel: overleg dan eerst. Bron: voorstel van deze planner.",
                "The planner only puts facilitators on half-days and at locations where they work. By hand it is possible: ask first. Source: a proposal of this planner.",
            ],
            Finding::Team(TeamFinding::NotTrained { .. } | TeamFinding::LineNotTrained { .. }) => [
                "Begeleiders volgen eerst de tweedaagse Centering-training. Bron: GGD IJsselland.",
                "Facilitators first follow the two-day Centering training. Source: GGD IJsselland.",
            ],
            Finding::Team(
                TeamFinding::PhysicianLeads { .. } | TeamFinding::LineLedByPhysician { .. },
            ) => [
                "Een jeugdarts komt bij de bijeenkomsten waar een jeugdarts bij hoort, soms bij een andere groep op hetzelfde moment. Als begeleider is die niet vrij. Begeleidt deze persoon toch groepen, geef dan een andere rol. Bron: voorstel van deze planner; je organisatie beslist.",
                "A youth physician comes to the sessions that need one, sometimes of another group at the same moment. As a facilitator they are not free. If this person does lead groups, give another role. Source: a proposal of this planner; your organisation decides.",
            ],
            Finding::Team(TeamFinding::WeekTooShort { .. }) => [
                "Een volledige werkweek heeft tien dagdelen; van een deeltijdweek telt elk tiende deel als één dagdeel. Bron: voorstel van deze planner.",
                "A full working week has ten half-days; of a part-time week each tenth counts as one half-day. Source: a proposal of this planner.",
            ],
            Finding::Team(TeamFinding::LineElsewhere { .. }) => [
                "Een groep komt bij elkaar in een ruimte van haar eigen locatie, op een vast dagdeel van die locatie. Bron: voorstel van deze planner.",
                "A group meets in a room of its own location, on a weekly line of that location. Source: a proposal of this planner.",
            ],
            Finding::Team(TeamFinding::NoPhysician { .. } | TeamFinding::PhysicianBusy { .. }) => [
                "Bij welke bijeenkomsten een jeugdarts hoort, staat in het bijeenkomstenschema. Een jeugdarts is bij één groep tegelijk. Bron: voorstel van deze planner; je organisatie beslist.",
                "The session template says which sessions need a youth physician. A youth physician is with one group at a time. Source: a proposal of this planner; your organisation decides.",
            ],
            Finding::Team(
                TeamFinding::PhysicianAbsent { .. }
                | TeamFinding::PhysicianNotAvailable { .. }
                | TeamFinding::PhysicianElsewhere { .. }
                | TeamFinding::NotPhysician { .. },
            ) => [
                "Wie je als jeugdarts kiest, blijft bij de bijeenkomst, ook als de datum verandert. De planner zegt het als dat niet meer kan. Bron: voorstel van deze planner; je organisatie beslist.",
                "Whom you choose as youth physician stays with the session, also when the date changes. The planner says so when that is not possible any more. Source: a proposal of this planner; your organisation decides.",
            ],
            Finding::UnknownMembers(_)
            | Finding::UnknownLocation(_)
            | Finding::InTwoGroups(_)
            | Finding::Team(
                TeamFinding::UnknownLine(_)
                | TeamFinding::UnknownRoom(_)
                | TeamFinding::UnknownPerson(_),
            ) => [
                "Het plan verwijst naar iets dat er niet in staat, of noemt een gezin dubbel. Dat kan gebeuren als een bestand met de hand is veranderd. Verbeter het gezin of de groep, of open een eerdere versie van het plan.",
                "The plan refers to something that is not in it, or names a family twice. That can happen when a file was changed by hand. Correct the family or the group, or open an earlier version of the plan.",
            ],
        })
    }
}
