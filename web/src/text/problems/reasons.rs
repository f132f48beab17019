//! Why a family has no group, and what is wrong with a template.

use super::super::Lang;
use super::case::{Case, location_name};
use centering_core::care::TemplateFault;
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
