//! Each problem in words: what is wrong in its title, and below that what there is to say about it.

use super::super::{Lang, capital, say};
use super::case::{Case, codes, dose_name, months_of, range_with_year};
use super::reasons::{
    few, loose_doses, loose_names, template, unknown_codes, unknown_doses, unplaced,
};
use super::sieve::{sieve_detail, sieve_title};
use centering_core::calendar::HalfDay;
use centering_core::care::IntervalReason;
use centering_core::problem::{Finding, Side};

/// Which words of a problem.
#[derive(Clone, Copy)]
pub(crate) enum Part {
    Title,
    Detail,
}

pub(super) fn words(lang: Lang, case: &Case<'_>, finding: &Finding, part: Part) -> String {
    use Part::{Detail, Title};
    let number = case.number;
    match (finding, part) {
        (Finding::Unscheduled(sieve), Title) => sieve_title(lang, case, sieve),
        (Finding::Unscheduled(sieve), Detail) => sieve_detail(lang, case, sieve),
        (Finding::Lapsed { .. }, Title) => say!(lang;
            "Bijeenkomst {number} vervalt: maak eigen afspraken",
            "Session {number} is cancelled: make appointments"),
        (Finding::Lapsed { until }, Detail) => say!(lang;
            "Elk gezin van deze groep krijgt een eigen afspraak, uiterlijk op {}. Kijk ook naar de vaccinaties van deze bijeenkomst.",
            "Each family of this group gets an appointment of its own, by {} at the latest. Look at the vaccinations of this session too.";
            lang.day_full(*until)),
        (Finding::Unconfirmed, Title) => {
            let day = case
                .date
                .map_or_else(String::new, |date| lang.day_long(date));
            say!(lang;
                "Bijeenkomst {number} was op {day}. Is dit doorgegaan?",
                "Session {number} was on {day}. Did it take place?")
        }
        (Finding::Unconfirmed, Detail) => say!(lang;
            "De datum is voorbij, maar is nooit gedeeld met ouders. Daarom weet de planner niet of de bijeenkomst er was.",
            "The date is over, but was never shared with parents. So the planner does not know whether the session took place."),
        (Finding::Unsaid(numbers), Title) => match numbers.as_slice() {
            [number] => say!(lang;
                "Van bijeenkomst {number} is geen datum bekend, en de tijd ervoor is voorbij",
                "Of session {number} no date is known, and its time is over";
                number = number.get()),
            _ => say!(lang;
                "Van {} is geen datum bekend, en de tijd ervoor is voorbij",
                "Of {} no date is known, and their time is over";
                lang.sessions(numbers.len())),
        },
        (Finding::Unsaid(numbers), Detail) => {
            say!(lang;
                "Het gaat om {}. Zijn ze geweest, vul dan in wanneer. Wat gemist is staat bij de inhaalafspraken.",
                "These are {}. If they took place, enter when. What was missed is listed with the catch-up appointments.";
                lang.session_numbers(numbers))
        }
        (Finding::HeldBeforeBirth { .. }, Title) => say!(lang;
            "Bijeenkomst {number} was voordat er een kind geboren was",
            "Session {number} was before any child was born"),
        (Finding::HeldBeforeBirth { born }, Detail) => say!(lang;
            "Het oudste kind is geboren op {}. Klopt de datum van de bijeenkomst, en klopt de geboortedatum?",
            "The oldest child was born on {}. Is the date of the session right, and the birth date?";
            lang.day_full(*born)),
        (Finding::Closed(by), Title) => {
            let day = case
                .date
                .map_or_else(String::new, |date| lang.day_long(date));
            say!(lang;
                "{} kan niet: {by}",
                "{} is not possible: {by}";
                capital(&day), by = lang.closed_by(by))
        }
        (Finding::Closed(_), Detail) => say!(lang;
            "Op een gesloten dag is er geen bijeenkomst. Kies een andere dag.",
            "There is no session on a closed day. Choose another day."),
        (Finding::OtherWeekday { half_day, .. }, Title) => say!(lang;
            "Bijeenkomst {number} is op een andere dag: {}",
            "Session {number} is on another day: {}";
            lang.half_day(*half_day)),
        (
            Finding::OtherWeekday {
                half_day,
                families_cannot,
            },
            Detail,
        ) => {
            let fixed = case.group.and_then(|group| group.half_day);
            let fixed = fixed.map_or_else(String::new, |choice| {
                say!(lang;
                    "De vaste dag van de groep is {}. ",
                    "The fixed day of the group is {}. ";
                    lang.half_day(choice.half_day()))
            });
            fixed + &cannot(lang, *half_day, *families_cannot)
        }
        (Finding::ShortInvitation { days: 0, .. }, Title) => say!(lang;
            "Bijeenkomst {number} is vandaag al: te kort om ouders uit te nodigen",
            "Session {number} is today already: too soon to invite parents"),
        (Finding::ShortInvitation { days, .. }, Title) => say!(lang;
            "Bijeenkomst {number} is al over {}: te kort om ouders uit te nodigen",
            "Session {number} is in {}: too soon to invite parents";
            lang.days(*days)),
        (Finding::ShortInvitation { first, .. }, Detail) => say!(lang;
            "Ouders weten nog van niets. Om ze op tijd uit te nodigen kan het vanaf {}. Hoeveel dagen je daarvoor wilt staat bij de instellingen.",
            "Parents know of nothing yet. To invite them in time it can be from {} on. How many days you want for that is in the settings.";
            lang.day_full(*first)),
        (Finding::OutsidePreferred { days, side }, Title) => say!(lang;
            "Bijeenkomst {number} valt {} {} de beste periode",
            "Session {number} is {} {} the best period";
            lang.days(*days), side_word(lang, *side)),
        (Finding::OutsidePreferred { side, .. }, Detail) => {
            let too = lang.of(match side {
                Side::Before => [
                    "Het jongste kind is dan jonger dan je het liefst hebt.",
                    "The youngest child is then younger than you would like.",
                ],
                Side::After => [
                    "Het oudste kind is dan ouder dan je het liefst hebt.",
                    "The oldest child is then older than you would like.",
                ],
            });
            say!(lang; "{} {too} De dag mag wel.", "{} {too} The day is allowed."; best_days(lang, case))
        }
        (Finding::OutsideAllowed { days, side }, Title) => say!(lang;
            "Bijeenkomst {number} valt {} {} de toegestane periode",
            "Session {number} is {} {} the allowed period";
            lang.days(*days), side_word(lang, *side)),
        (Finding::OutsideAllowed { side, .. }, Detail) => {
            let too = lang.of(match side {
                Side::Before => [
                    "Het jongste kind is dan te jong.",
                    "The youngest child is then too young.",
                ],
                Side::After => [
                    "Het oudste kind is dan te oud.",
                    "The oldest child is then too old.",
                ],
            });
            let allowed = case.window().map(|window| window.template);
            match allowed.filter(|range| !range.is_empty()) {
                None => say!(lang;
                    "{too} Er is geen dag waarop alle kinderen de goede leeftijd hebben: het leeftijdsverschil is te groot.",
                    "{too} There is no day on which all children have the right age: the age gap is too large."),
                Some(range) => say!(lang;
                    "{too} Het mag van {}.",
                    "{too} It is allowed from {}.";
                    range_with_year(lang, range)),
            }
        }
        (Finding::BeforeDose { dose, .. }, Title) => say!(lang;
            "Bijeenkomst {number} is te vroeg voor {}",
            "Session {number} is too early for {}";
            lang.dose(dose)),
        (Finding::BeforeDose { dose, first }, Detail) => say!(lang;
            "Het jongste kind is dan te jong: {} telt pas mee vanaf {}. De jeugdarts beslist.",
            "The youngest child is then too young: {} only counts from {}. The youth physician decides.";
            lang.dose(dose), lang.day_full(*first)),
        (Finding::AfterDose { dose, .. }, Title) => say!(lang;
            "Bijeenkomst {number} is te laat voor {}",
            "Session {number} is too late for {}";
            lang.dose(dose)),
        (Finding::AfterDose { dose, last }, Detail) => say!(lang;
            "Het oudste kind is dan te oud: {} mag tot en met {}. De jeugdarts beslist.",
            "The oldest child is then too old: {} may be given until {}. The youth physician decides.";
            lang.dose(dose), lang.day_full(*last)),
        (Finding::LateDose { dose, .. }, Title) => say!(lang;
            "Bijeenkomst {number} is laat voor {}",
            "Session {number} is late for {}";
            lang.dose(dose)),
        (Finding::LateDose { dose, last }, Detail) => say!(lang;
            "Voor het oudste kind is {} het beste tot en met {}. Kan dat niet met de groep, geef de vaccinatie dan apart. De jeugdarts beslist.",
            "For the oldest child {} is best until {}. Where that is not possible with the group, give the vaccination apart. The youth physician decides.";
            lang.dose(dose), lang.day_full(*last)),
        (Finding::TooSoon { after, .. }, Title) => say!(lang;
            "Bijeenkomst {number} komt te snel na bijeenkomst {}",
            "Session {number} comes too soon after session {}";
            after.get()),
        (
            Finding::TooSoon {
                after,
                first,
                reason,
            },
            Detail,
        ) => {
            let span = case
                .interval(*after, reason)
                .map(|span| lang.time_span(span));
            let why = match (reason, span) {
                (IntervalReason::Dose(dose), Some(span)) => say!(lang;
                    "Voor {} zit er minstens {span} tussen de twee prikken.",
                    "For {} there are at least {span} between the two doses.";
                    dose_name(dose.code())),
                (IntervalReason::Dose(dose), None) => say!(lang;
                    "Voor {} zit er te weinig tijd tussen de twee prikken.",
                    "For {} there is too little time between the two doses.";
                    dose_name(dose.code())),
                (IntervalReason::Template, Some(span)) => say!(lang;
                    "Het bijeenkomstenschema vraagt minstens {span} ertussen.",
                    "The session template asks for at least {span} between them."),
                (IntervalReason::Template, None) => say!(lang;
                    "Het bijeenkomstenschema vraagt meer tijd ertussen.",
                    "The session template asks for more time between them."),
            };
            say!(lang;
                "{why} De eerste dag die kan is {}.",
                "{why} The first possible day is {}.";
                lang.day_full(*first))
        }
        (Finding::OutOfOrder { after }, Title) => say!(lang;
            "Bijeenkomst {number} staat niet na bijeenkomst {}",
            "Session {number} is not after session {}";
            after.get()),
        (Finding::OutOfOrder { .. }, Detail) => say!(lang;
            "De bijeenkomsten volgen de leeftijd van de kinderen. Verplaats één van de twee.",
            "The sessions follow the age of the children. Move one of the two."),
        (Finding::SchoolHoliday(kind), Title) => say!(lang;
            "Bijeenkomst {number} valt in de {}",
            "Session {number} is in the {}";
            lang.school_holiday(*kind)),
        (Finding::SchoolHoliday(_), Detail) => say!(lang;
            "In een schoolvakantie kunnen gezinnen en begeleiders vaker niet. De dag mag wel.",
            "In a school holiday families and facilitators are more often away. The day is allowed."),
        (Finding::WindowInSchoolHoliday(kind), Title) => say!(lang;
            "De hele beste periode van bijeenkomst {number} ligt in de {}",
            "The whole best period of session {number} is in the {}";
            lang.school_holiday(*kind)),
        (Finding::WindowInSchoolHoliday(_), Detail) => say!(lang;
            "{} Kies: in de vakantie, of buiten de beste periode.",
            "{} Choose: in the holiday, or outside the best period.";
            best_days(lang, case)),
        (Finding::SchoolHolidaysUnknown { after }, Title) => say!(lang;
            "Schoolvakanties na {} nog niet bekend",
            "School holidays after {} not yet known";
            lang.day_typed(*after)),
        (Finding::SchoolHolidaysUnknown { .. }, Detail) => say!(lang;
            "De planner kan er voor deze datum nog geen rekening mee houden. Kijk later of de datum kan blijven.",
            "The planner cannot take them into account for this date yet. Check later whether the date can stay."),
        (Finding::SameTime { other }, Title) => say!(lang;
            "Bijeenkomst {number} is tegelijk met groep {other}",
            "Session {number} is at the same time as group {other}"),
        (Finding::SameTime { other }, Detail) => {
            let when = case.date.map_or_else(
                String::new,
                |date| say!(lang; " op {}", " on {}"; lang.day_full(date)),
            );
            say!(lang;
                "Groep {other} heeft{when} hetzelfde dagdeel op dezelfde locatie. Dat kan met twee ruimtes en twee duo’s. Verplaats anders één van de twee.",
                "Group {other} has the same half-day at the same location{when}. That works with two rooms and two pairs. Otherwise move one of the two.")
        }
        (
            Finding::Rsv {
                season,
                children: 0,
                ..
            },
            Title,
        ) => say!(lang;
            "RSV-prik valt bij bijeenkomst {number}: {}",
            "RSV immunisation near session {number}: {}";
            months_of(lang, *season)),
        (
            Finding::Rsv {
                season,
                children,
                of,
            },
            Title,
        ) => say!(lang;
            "RSV-prik valt bij bijeenkomst {number}: {children} van de {of} kinderen, {}",
            "RSV immunisation near session {number}: {children} of {of} children, {}";
            months_of(lang, *season)),
        (Finding::Rsv { .. }, Detail) => say!(lang;
            "Deze kinderen krijgen hun RSV-prik in die maanden. Bespreek met de jeugdarts of het bij de bijeenkomst kan.",
            "These children get their RSV immunisation in those months. Discuss with the youth physician whether it can be done at the session."),
        (Finding::WideSpread { days }, Title) => say!(lang;
            "Het leeftijdsverschil is {}",
            "The age gap is {}";
            lang.days(*days)),
        (Finding::WideSpread { days }, Detail) if *days >= Finding::STRONG_SPREAD => say!(lang;
            "Voor de bijeenkomst met de minste keus is er geen dag waarop alle kinderen de beste leeftijd hebben.",
            "For the session with the least choice there is no day on which all children have the best age."),
        (Finding::WideSpread { .. }, Detail) => say!(lang;
            "Vanaf {} past niet elke weekdag meer in elke beste periode.",
            "From {} on not every weekday fits in every best period any more.";
            lang.days(Finding::WIDE_SPREAD)),
        (Finding::TooFewFamilies { families, min }, Title) => say!(lang;
            "Kleine groep: {}, minstens {min} is het doel",
            "Small group: {}, the aim is at least {min}";
            lang.families(*families)),
        (Finding::TooFewFamilies { .. }, Detail) => say!(lang;
            "Als er iemand niet kan, wordt het gesprek klein. Zoek er een gezin bij, of laat het zo.",
            "When somebody cannot come the circle gets small. Find another family, or leave it."),
        (Finding::TooManyFamilies { families, max }, Title) => say!(lang;
            "Grote groep: {}, hoogstens {max} is het doel",
            "Large group: {}, the aim is at most {max}";
            lang.families(*families)),
        (Finding::TooManyFamilies { .. }, Detail) => say!(lang;
            "Er is minder tijd per kind, en er is een grotere ruimte nodig.",
            "There is less time for each child, and a larger room is needed."),
        (Finding::Provisional(families), Title) => match families.as_slice() {
            [one] => say!(lang;
                "Gezin {one} heeft nog een uitgerekende datum",
                "Family {one} still has a due date"),
            several => say!(lang;
                "{} gezinnen hebben nog een uitgerekende datum",
                "{} families still have a due date";
                several.len()),
        },
        (Finding::Provisional(families), Detail) => say!(lang;
            "{}: alle perioden kunnen nog verschuiven. Vul de geboortedatum in zodra je die weet.",
            "{}: all periods can still shift. Enter the birth date as soon as you know it.";
            codes(lang, families)),
        (Finding::HalfDay { half_day, families }, Title) => match families.as_slice() {
            [one] => say!(lang;
                "Gezin {one} kan niet op {}",
                "Family {one} cannot come on {}";
                lang.half_day(*half_day)),
            several => say!(lang;
                "{} gezinnen kunnen niet op {}",
                "{} families cannot come on {}";
                several.len(), lang.half_day(*half_day)),
        },
        (Finding::HalfDay { half_day, families }, Detail) => say!(lang;
            "{} gaf {} niet op als dagdeel. Overleg, of kies een ander vast dagdeel.",
            "{} did not name {}. Discuss it, or choose another fixed half-day.";
            codes(lang, families), lang.half_day(*half_day)),
        (Finding::UnknownMembers(families), Title) => match families.as_slice() {
            [one] => say!(lang;
                "Gezin {one} staat niet in het plan",
                "Family {one} is not in the plan"),
            several => say!(lang;
                "{} gezinnen van deze groep staan niet in het plan",
                "{} families of this group are not in the plan";
                several.len()),
        },
        (Finding::UnknownMembers(families), Detail) => say!(lang;
            "De groep noemt {}. Voeg het gezin toe of haal het uit de groep.",
            "The group names {}. Add the family or take it out of the group.";
            codes(lang, families)),
        (Finding::UnknownLocation(id), Title) => say!(lang;
            "De locatie {id} staat niet in het plan",
            "The location {id} is not in the plan"),
        (Finding::UnknownLocation(_), Detail) => say!(lang;
            "Kies voor het gezin of de groep een locatie die in het plan staat.",
            "Choose a location that is in the plan for the family or the group."),
        (Finding::InTwoGroups(groups), Title) => say!(lang;
            "Gezin {} staat in {} groepen",
            "Family {} is in {} groups";
            case.family(), groups.len()),
        (Finding::InTwoGroups(groups), Detail) => say!(lang;
            "Het staat in {}. Haal het uit één van de groepen.",
            "It is in {}. Take it out of one of the groups.";
            codes(lang, groups)),
        (Finding::NotPlaced(why), Title) => say!(lang;
            "Gezin {} heeft geen groep: {}",
            "Family {} has no group: {}";
            case.family(), lang.unplaced_reason(*why)),
        (Finding::NotPlaced(why), Detail) => unplaced(lang, case, *why),
        (Finding::Team(finding), part) => lang.team_problem(case.plan, finding, part),
        (Finding::Template(_), Title) => say!(lang;
            "Het bijeenkomstenschema van dit plan klopt niet",
            "The session template of this plan is not right"),
        (Finding::Template(fault), Detail) => template(lang, *fault),
        (Finding::UnknownDoses { session, doses }, Title) => say!(lang;
            "Bijeenkomst {} in het schema: het vaccinatieprogramma kent {} niet",
            "Session {} in the template: the vaccination programme does not know {}";
            session.get(), unknown_codes(lang, doses)),
        (Finding::UnknownDoses { doses, .. }, Detail) => unknown_doses(lang, doses),
        (Finding::LooseDoses { session, doses }, Title) => say!(lang;
            "Bijeenkomst {} in het schema: de tijd voor {} telt niet",
            "Session {} in the template: the time before {} does not count";
            session.get(), loose_names(lang, doses)),
        (Finding::LooseDoses { doses, .. }, Detail) => loose_doses(lang, doses),
        (Finding::UnknownFields(fields), Title) => match fields.as_slice() {
            [one] => say!(lang;
                "Het plan heeft een veld dat de planner niet kent: {one}",
                "The plan has a field that the planner does not know: {one}"),
            several => say!(lang;
                "Het plan heeft {} velden die de planner niet kent",
                "The plan has {} fields that the planner does not know";
                several.len()),
        },
        (Finding::UnknownFields(fields), Detail) => say!(lang;
            "Wat er staat, doet niets: {}. Misschien is het een tikfout in de naam. De planner laat het in het bestand staan.",
            "What stands there does nothing: {}. It may be a slip in the name. The planner leaves it in the file.";
            few(lang, fields)),
    }
}

fn side_word(lang: Lang, side: Side) -> &'static str {
    lang.of(match side {
        Side::Before => ["voor", "before"],
        Side::After => ["na", "after"],
    })
}

fn best_days(lang: Lang, case: &Case<'_>) -> String {
    match case.window().map(|window| window.preferred) {
        Some(range) if range.is_empty() => say!(lang;
            "Er is geen dag waarop alle kinderen de beste leeftijd hebben: het leeftijdsverschil is te groot.",
            "There is no day on which all children have the best age: the age gap is too large."),
        Some(range) => say!(lang;
            "De beste dagen zijn {}.",
            "The best days are {}.";
            range_with_year(lang, range)),
        None => String::new(),
    }
}

fn cannot(lang: Lang, half_day: HalfDay, families: usize) -> String {
    let when = lang.half_day(half_day);
    match families {
        0 => say!(lang;
            "Alle gezinnen kunnen op {when}.",
            "All families can come on {when}."),
        1 => say!(lang;
            "1 gezin gaf {when} niet op als dagdeel.",
            "1 family did not name {when}."),
        _ => say!(lang;
            "{families} gezinnen gaven {when} niet op als dagdeel.",
            "{families} families did not name {when}."),
    }
}
