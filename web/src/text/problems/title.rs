//! The title of each problem.

use super::super::{Lang, capital};
use super::case::{Case, months_of};
use super::detail::{side_en, side_nl};
use super::reasons::{loose_names, unknown_codes};
use super::sieve::{unscheduled_title_en, unscheduled_title_nl};
use centering_core::cohort::Unplaced;
use centering_core::problem::Finding;

pub(super) fn title_nl(case: &Case<'_>, finding: &Finding) -> String {
    let lang = Lang::Nl;
    let number = case.number;
    match finding {
        Finding::Unscheduled(sieve) => unscheduled_title_nl(case, sieve),
        Finding::Lapsed { .. } => format!("Bijeenkomst {number} vervalt: maak eigen afspraken"),
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
                Unplaced::WindowsTooNarrow { .. } => {
                    "samen blijft er geen dag over voor elke bijeenkomst"
                }
                Unplaced::NoSharedHalfDay { .. } => "te weinig gezinnen met een gedeeld dagdeel",
                Unplaced::NotProposedYet => "er is nog geen voorstel gemaakt",
            };
            format!("Gezin {} heeft geen groep: {why}", case.family())
        }
        Finding::Team(finding) => lang.team_problem_title(case.plan, finding),
        Finding::Template(_) => "Het bijeenkomstenschema van dit plan klopt niet".to_owned(),
        Finding::UnknownDoses { session, doses } => format!(
            "Bijeenkomst {} in het schema: het vaccinatieprogramma kent {} niet",
            session.get(),
            unknown_codes(lang, doses)
        ),
        Finding::LooseDoses { session, doses } => format!(
            "Bijeenkomst {} in het schema: de tijd voor {} telt niet",
            session.get(),
            loose_names(lang, doses)
        ),
        Finding::UnknownFields(fields) => match fields.as_slice() {
            [one] => format!("Het plan heeft een veld dat de planner niet kent: {one}"),
            several => format!(
                "Het plan heeft {} velden die de planner niet kent",
                several.len()
            ),
        },
    }
}

pub(super) fn title_en(case: &Case<'_>, finding: &Finding) -> String {
    let lang = Lang::En;
    let number = case.number;
    match finding {
        Finding::Unscheduled(sieve) => unscheduled_title_en(case, sieve),
        Finding::Lapsed { .. } => format!("Session {number} is cancelled: make appointments"),
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
                Unplaced::WindowsTooNarrow { .. } => "together they have no day for every session",
                Unplaced::NoSharedHalfDay { .. } => "too few families that share a half-day",
                Unplaced::NotProposedYet => "no proposal has been made yet",
            };
            format!("Family {} has no group: {why}", case.family())
        }
        Finding::Team(finding) => lang.team_problem_title(case.plan, finding),
        Finding::Template(_) => "The session template of this plan is not right".to_owned(),
        Finding::UnknownDoses { session, doses } => format!(
            "Session {} in the template: the vaccination programme does not know {}",
            session.get(),
            unknown_codes(lang, doses)
        ),
        Finding::LooseDoses { session, doses } => format!(
            "Session {} in the template: the time before {} does not count",
            session.get(),
            loose_names(lang, doses)
        ),
        Finding::UnknownFields(fields) => match fields.as_slice() {
            [one] => format!("The plan has a field that the planner does not know: {one}"),
            several => format!(
                "The plan has {} fields that the planner does not know",
                several.len()
            ),
        },
    }
}
