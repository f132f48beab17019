//! Why a family has no group, and what is wrong with a template and its vaccinations.

use super::super::Lang;
use super::case::{Case, dose_name, location_name, short};
use super::scheme_word;
use centering_core::care::{LooseDose, Programme, TemplateFault, UnknownDose};
use centering_core::cohort::Unplaced;

pub(super) fn unplaced_nl(case: &Case<'_>, why: Unplaced) -> String {
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
        Unplaced::WindowsTooNarrow { nearby, needed } => format!(
            "Er zijn genoeg gezinnen rond deze geboortedatum, maar door gesloten dagen blijft voor hen samen niet voor elke bijeenkomst een dag over. Dicht genoeg bij elkaar zijn er {}; nodig zijn er {needed}. Kijk naar de gesloten dagen en de schoolvakanties in de instellingen.",
            lang.families(nearby)
        ),
        Unplaced::NoSharedHalfDay { nearby, needed } => format!(
            "Dagdelen zijn streng: elk gezin van een groep kan op het dagdeel. Op één dagdeel kunnen rond deze geboortedatum {}; nodig zijn er {needed}. Vraag het gezin naar meer dagdelen, of maak dagdelen in de instellingen een wens.",
            lang.families(nearby)
        ),
        Unplaced::NotProposedYet => {
            "Er wachten genoeg gezinnen voor een groep. Maak een nieuw voorstel.".to_owned()
        }
    }
}

pub(super) fn unplaced_en(case: &Case<'_>, why: Unplaced) -> String {
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
        Unplaced::WindowsTooNarrow { nearby, needed } => format!(
            "There are enough families around this date of birth, but closed days leave them together no day for every session. Close enough to each other are {}; {needed} are needed. Look at the closed days and the school holidays in the settings.",
            lang.families(nearby)
        ),
        Unplaced::NoSharedHalfDay { nearby, needed } => format!(
            "Half-days are strict: every family of a group can come on its half-day. Around this date of birth {} can come on one half-day; {needed} are needed. Ask the family for more half-days, or make half-days a wish in the settings.",
            lang.families(nearby)
        ),
        Unplaced::NotProposedYet => {
            "Enough families are waiting for a group. Make a new proposal.".to_owned()
        }
    }
}

pub(super) fn template_nl(fault: TemplateFault) -> String {
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

pub(super) fn template_en(fault: TemplateFault) -> String {
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

/// The most names that are told one by one.
const MOST_NAMED: usize = 8;

/// A few names, and how many more there are.
pub(super) fn few(lang: Lang, names: &[String]) -> String {
    let mut shown: Vec<String> = names.iter().take(MOST_NAMED).cloned().collect();
    let left = names.len() - shown.len();
    if left > 0 {
        shown.push(match lang {
            Lang::Nl => format!("nog {left}"),
            Lang::En => format!("{left} more"),
        });
    }
    lang.list(&shown)
}

/// `‘DTKP1’ en ‘DKTP4’ (schema 3-5-12)`: as they stand in the template.
pub(super) fn unknown_codes(lang: Lang, doses: &[UnknownDose]) -> String {
    let codes = doses.iter().map(|unknown| {
        let shown = short(unknown.planned.dose.code());
        match (lang, unknown.planned.scheme.map(scheme_word)) {
            (_, None) => format!("‘{shown}’"),
            (Lang::Nl, Some(scheme)) => format!("‘{shown}’ (schema {scheme})"),
            (Lang::En, Some(scheme)) => format!("‘{shown}’ (scheme {scheme})"),
        }
    });
    few(lang, &codes.collect::<Vec<_>>())
}

pub(super) fn loose_names(lang: Lang, doses: &[LooseDose]) -> String {
    let names = doses.iter().map(|loose| lang.dose(&loose.planned));
    few(lang, &names.collect::<Vec<_>>())
}

/// The codes that were probably meant, and all codes of the programme.
fn meant_and_known(lang: Lang, doses: &[UnknownDose]) -> (Option<String>, String) {
    let meant = doses.iter().filter_map(|unknown| unknown.meant.as_ref());
    let meant: Vec<String> = meant.map(ToString::to_string).collect();
    let known = Programme::current().doses();
    let known: Vec<String> = known.into_iter().map(ToString::to_string).collect();
    (
        (!meant.is_empty()).then(|| lang.list(&meant)),
        lang.list(&known),
    )
}

pub(super) fn unknown_doses_nl(doses: &[UnknownDose]) -> String {
    let (meant, known) = meant_and_known(Lang::Nl, doses);
    let meant = meant.map_or_else(String::new, |meant| format!(" Bedoel je {meant}?"));
    format!(
        "De grens voor {} geldt nu niet.{meant} Kies in het bijeenkomstenschema een vaccinatie die er wel is. Het programma kent {known}.",
        unknown_codes(Lang::Nl, doses)
    )
}

pub(super) fn unknown_doses_en(doses: &[UnknownDose]) -> String {
    let (meant, known) = meant_and_known(Lang::En, doses);
    let meant = meant.map_or_else(String::new, |meant| format!(" Do you mean {meant}?"));
    format!(
        "The limit for {} does not hold now.{meant} Choose a vaccination that there is in the session template. The programme knows {known}.",
        unknown_codes(Lang::En, doses)
    )
}

pub(super) fn loose_doses_nl(doses: &[LooseDose]) -> String {
    let parts = doses.iter().map(|loose| {
        let (later, earlier) = (Lang::Nl.dose(&loose.planned), dose_name(loose.after.code()));
        format!("{later} hoort na {earlier}, en die staat bij geen eerdere bijeenkomst.")
    });
    let parts: Vec<String> = parts.collect();
    format!(
        "{} De tijd ertussen bewaakt de planner niet.",
        parts.join(" ")
    )
}

pub(super) fn loose_doses_en(doses: &[LooseDose]) -> String {
    let parts = doses.iter().map(|loose| {
        let (later, earlier) = (Lang::En.dose(&loose.planned), dose_name(loose.after.code()));
        format!("{later} belongs after {earlier}, which no earlier session has.")
    });
    let parts: Vec<String> = parts.collect();
    format!(
        "{} The planner does not guard the time between.",
        parts.join(" ")
    )
}
