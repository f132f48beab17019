//! What there is to say about each problem below its title.

use super::super::Lang;
use super::case::{Case, codes, dose_name, range_with_year};
use super::reasons::{
    few, loose_doses_en, loose_doses_nl, template_en, template_nl, unknown_doses_en,
    unknown_doses_nl, unplaced_en, unplaced_nl,
};
use super::sieve::{sieve_en, sieve_nl};
use centering_core::calendar::HalfDay;
use centering_core::care::IntervalReason;
use centering_core::problem::{Finding, Side};

pub(super) fn detail_nl(case: &Case<'_>, finding: &Finding) -> String {
    let lang = Lang::Nl;
    match finding {
        Finding::Unscheduled(sieve) => sieve_nl(case, sieve),
        Finding::Lapsed { until } => format!(
            "Elk gezin van deze groep krijgt een eigen afspraak, uiterlijk op {}. Kijk ook naar de vaccinaties van deze bijeenkomst.",
            lang.day_full(*until)
        ),
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
        Finding::UnknownDoses { doses, .. } => unknown_doses_nl(doses),
        Finding::LooseDoses { doses, .. } => loose_doses_nl(doses),
        Finding::UnknownFields(fields) => format!(
            "Wat er staat, doet niets: {}. Misschien is het een tikfout in de naam. De planner laat het in het bestand staan.",
            few(lang, fields)
        ),
    }
}

pub(super) fn detail_en(case: &Case<'_>, finding: &Finding) -> String {
    let lang = Lang::En;
    match finding {
        Finding::Unscheduled(sieve) => sieve_en(case, sieve),
        Finding::Lapsed { until } => format!(
            "Each family of this group gets an appointment of its own, by {} at the latest. Look at the vaccinations of this session too.",
            lang.day_full(*until)
        ),
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
        Finding::UnknownDoses { doses, .. } => unknown_doses_en(doses),
        Finding::LooseDoses { doses, .. } => loose_doses_en(doses),
        Finding::UnknownFields(fields) => format!(
            "What stands there does nothing: {}. It may be a slip in the name. The planner leaves it in the file.",
            few(lang, fields)
        ),
    }
}

pub(super) fn side_nl(side: Side) -> &'static str {
    match side {
        Side::Before => "voor",
        Side::After => "na",
    }
}

pub(super) fn side_en(side: Side) -> &'static str {
    match side {
        Side::Before => "before",
        Side::After => "after",
    }
}

pub(super) fn best_days_nl(case: &Case<'_>) -> String {
    match case.window().map(|window| window.preferred) {
        Some(range) if range.is_empty() => {
            "Er is geen dag waarop alle kinderen de beste leeftijd hebben: de spreiding is te groot.".to_owned()
        }
        Some(range) => format!("De beste dagen zijn {}.", range_with_year(Lang::Nl, range)),
        None => String::new(),
    }
}

pub(super) fn best_days_en(case: &Case<'_>) -> String {
    match case.window().map(|window| window.preferred) {
        Some(range) if range.is_empty() => {
            "There is no day on which all children have the best age: the spread is too large."
                .to_owned()
        }
        Some(range) => format!("The best days are {}.", range_with_year(Lang::En, range)),
        None => String::new(),
    }
}

pub(super) fn cannot_nl(half_day: HalfDay, families: usize) -> String {
    let when = Lang::Nl.half_day(half_day);
    match families {
        0 => format!("Geen enkel gezin gaf aan dat {when} niet kan."),
        1 => format!("1 gezin gaf {when} niet op als dagdeel."),
        _ => format!("{families} gezinnen gaven {when} niet op als dagdeel."),
    }
}

pub(super) fn cannot_en(half_day: HalfDay, families: usize) -> String {
    let when = Lang::En.half_day(half_day);
    match families {
        0 => format!("No family said that {when} is not possible."),
        1 => format!("1 family did not name {when}."),
        _ => format!("{families} families did not name {when}."),
    }
}
