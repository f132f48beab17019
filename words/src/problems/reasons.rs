//! Why a family has no group, and what is wrong with a template and its vaccinations.

use super::super::{Lang, say};
use super::case::{Case, codes, dose_name, location_name, short};
use centering_core::care::{LooseDose, Programme, TemplateFault, UnknownDose};
use centering_core::cohort::Unplaced;

pub(super) fn unplaced(lang: Lang, case: &Case<'_>, why: Unplaced) -> String {
    match why {
        Unplaced::TooOld => say!(lang;
            "De eerste bijeenkomst zou al geweest zijn. Kijk of een lopende groep past, of maak losse afspraken op het spreekuur.",
            "The first session would be over already. See whether a running group fits, or make individual appointments."),
        Unplaced::PoolTooSmall {
            waiting, needed, ..
        }
        | Unplaced::OtherLanguage { waiting, needed } => say!(lang;
            "{} Voor een groep zijn er {needed} nodig. Voeg meer aanmeldingen toe, of kies een andere locatie.",
            "{} A group needs {needed}. Add more enrolments, or choose another location.";
            pool(lang, case, waiting)),
        Unplaced::TooFewNearby { nearby, needed, .. } => say!(lang;
            "Rond deze geboortedatum zijn er {} binnen {}. Voor een groep zijn er {needed} nodig. Wacht op nieuwe aanmeldingen, of kijk of een bestaande groep past.",
            "Around this birth date there are {} within {}. A group needs {needed}. Wait for new enrolments, or see whether an existing group fits.";
            lang.families(nearby), lang.days(i32::from(case.plan.settings.max_spread_days))),
        Unplaced::WindowsTooNarrow { nearby, needed } => say!(lang;
            "Er zijn genoeg gezinnen rond deze geboortedatum, maar door gesloten dagen blijft voor hen samen niet voor elke bijeenkomst een dag over. Dicht genoeg bij elkaar zijn er {}; nodig zijn er {needed}. Kijk naar de gesloten dagen en de schoolvakanties in de instellingen.",
            "There are enough families around this date of birth, but closed days leave them together no day for every session. Close enough to each other are {}; {needed} are needed. Look at the closed days and the school holidays in the settings.";
            lang.families(nearby)),
        Unplaced::NoSharedHalfDay { nearby, needed } => say!(lang;
            "Dagdelen zijn streng: elk gezin van een groep kan op het dagdeel. Op één dagdeel kunnen rond deze geboortedatum {}; nodig zijn er {needed}. Vraag het gezin naar meer dagdelen, of maak dagdelen in de instellingen een wens.",
            "Half-days are strict: every family of a group can come on its half-day. Around this date of birth {} can come on one half-day; {needed} are needed. Ask the family for more half-days, or make half-days a wish in the settings.";
            lang.families(nearby)),
        Unplaced::NotProposedYet => say!(lang;
            "Er wachten genoeg gezinnen voor een groep. Maak een nieuw voorstel.",
            "Enough families are waiting for a group. Make a new proposal."),
    }
}

/// How many wait where this family does.
fn pool(lang: Lang, case: &Case<'_>, count: usize) -> String {
    let family = case.family.and_then(|code| case.plan.enrolments.get(code));
    let Some(family) = family else {
        return String::new();
    };
    let location = location_name(case.plan, &family.location);
    let language = lang.language_of(&family.language);
    let waiting = lang.families(count);
    match count {
        1 => say!(lang;
            "Voor {location} wacht {waiting} met taal {language}.",
            "Waiting for {location}: {waiting} with language {language}."),
        _ => say!(lang;
            "Voor {location} wachten {waiting} met taal {language}.",
            "Waiting for {location}: {waiting} with language {language}."),
    }
}

pub(super) fn template(lang: Lang, fault: TemplateFault) -> String {
    match fault {
        TemplateFault::Count => say!(lang;
            "Een schema heeft 1 tot en met 16 bijeenkomsten.",
            "A template has 1 to 16 sessions."),
        TemplateFault::Numbering(number) => say!(lang;
            "De nummers lopen niet op: dat gaat mis bij bijeenkomst {}.",
            "The numbers do not run in order: it goes wrong at session {}.";
            number.get()),
        TemplateFault::EndsBeforeStart(number) => say!(lang;
            "Een periode van bijeenkomst {} eindigt voor het begint.",
            "A period of session {} ends before it starts.";
            number.get()),
        TemplateFault::TooWide(number) => say!(lang;
            "Een periode van bijeenkomst {} is langer dan anderhalf jaar of loopt door na 6 jaar. Maak het korter.",
            "A period of session {} is longer than a year and a half or goes on beyond the age of 6. Make it shorter.";
            number.get()),
        TemplateFault::PreferredOutsideAllowed(number) => say!(lang;
            "De beste periode van bijeenkomst {} ligt niet binnen de toegestane periode.",
            "The best period of session {} is not inside the allowed one.";
            number.get()),
        TemplateFault::RunsBack(number) => say!(lang;
            "De periode van bijeenkomst {} begint of eindigt eerder dan die van de bijeenkomst ervoor.",
            "The period of session {} starts or ends before that of the session before it.";
            number.get()),
        TemplateFault::IntervalNotEarlier(number) => say!(lang;
            "Bijeenkomst {} vraagt tijd na een bijeenkomst die niet eerder komt.",
            "Session {} asks for time after a session that is not an earlier one.";
            number.get()),
        TemplateFault::IntervalTooLong(number) => say!(lang;
            "Bijeenkomst {} vraagt zoveel tijd ertussen dat er geen dag overblijft.",
            "Session {} asks for so much time between that no day is left.";
            number.get()),
    }
}

/// The most names that are told one by one.
const MOST_NAMED: usize = 8;

/// A few names, and how many more there are.
pub(super) fn few(lang: Lang, names: &[String]) -> String {
    let mut shown: Vec<String> = names.iter().take(MOST_NAMED).cloned().collect();
    let left = names.len() - shown.len();
    if left > 0 {
        shown.push(say!(lang; "nog {left}", "{left} more"));
    }
    lang.list(&shown)
}

/// `‘DTKP1’ en ‘DKTP4’ (schema 3-5-12)`: as they stand in the template.
pub(super) fn unknown_codes(lang: Lang, doses: &[UnknownDose]) -> String {
    let codes = doses.iter().map(|unknown| {
        let shown = short(unknown.planned.dose.code());
        lang.in_scheme(format!("‘{shown}’"), unknown.planned.scheme)
    });
    few(lang, &codes.collect::<Vec<_>>())
}

pub(super) fn loose_names(lang: Lang, doses: &[LooseDose]) -> String {
    let names = doses.iter().map(|loose| lang.dose(&loose.planned));
    few(lang, &names.collect::<Vec<_>>())
}

/// Which limits do not hold, what was probably meant, and all codes of the programme.
pub(super) fn unknown_doses(lang: Lang, doses: &[UnknownDose]) -> String {
    let meant: Vec<_> = doses
        .iter()
        .filter_map(|unknown| unknown.meant.as_ref())
        .collect();
    let meant = match meant.as_slice() {
        [] => String::new(),
        meant => say!(lang; " Bedoel je {}?", " Do you mean {}?"; codes(lang, meant)),
    };
    say!(lang;
        "De grens voor {} geldt nu niet.{meant} Kies in het bijeenkomstenschema een vaccinatie die er wel is. Het programma kent {}.",
        "The limit for {} does not hold now.{meant} Choose a vaccination that there is in the session template. The programme knows {}.";
        unknown_codes(lang, doses), codes(lang, &Programme::current().doses()))
}

pub(super) fn loose_doses(lang: Lang, doses: &[LooseDose]) -> String {
    let mut text = String::new();
    for loose in doses {
        text += &say!(lang;
            "{} hoort na {}, en die staat bij geen eerdere bijeenkomst. ",
            "{} belongs after {}, which no earlier session has. ";
            lang.dose(&loose.planned), dose_name(loose.after.code()));
    }
    text + lang.of([
        "De tijd ertussen bewaakt de planner niet.",
        "The planner does not guard the time between.",
    ])
}
