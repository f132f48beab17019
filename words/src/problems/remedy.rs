//! What each remedy does and what it costs.

use super::super::{Lang, say};
use centering_core::plan::{Group, Plan};
use centering_core::remedy::Remedy;

/// What can be done, and what that means.
pub(super) fn words(lang: Lang, plan: &Plan, remedy: &Remedy) -> (String, String) {
    match remedy {
        Remedy::Move {
            group,
            to,
            preferred,
            ..
        } => {
            let known = plan.groups.get(group);
            let facts = |group: &Group| lang.day_facts(plan, &group.location, to.date, *preferred);
            let mut text = known.map_or_else(String::new, facts);
            if !to.on_weekday {
                text += &match to.families_cannot {
                    0 => say!(lang;
                        " Andere weekdag: alle gezinnen kunnen dan.",
                        " Another weekday: all families can come then."),
                    1 => say!(lang;
                        " Andere weekdag: 1 gezin kan niet.",
                        " Another weekday: 1 family cannot come."),
                    count => say!(lang;
                        " Andere weekdag: {count} gezinnen kunnen niet.",
                        " Another weekday: {count} families cannot come."),
                };
            }
            (
                say!(lang; "Plan op {}", "Plan it on {}"; lang.day_full(to.date)),
                text,
            )
        }
        Remedy::HalfDay {
            half_day,
            unscheduled,
            outside_preferred,
            families_cannot,
            ..
        } => {
            let mut text = match unscheduled {
                0 => say!(lang; "Dan past elke bijeenkomst.", "Then every session fits."),
                1 => say!(lang;
                    "Dan blijft er 1 bijeenkomst zonder datum.",
                    "Then 1 session stays without a date."),
                count => say!(lang;
                    "Dan blijft er {count} bijeenkomsten zonder datum.",
                    "Then {count} sessions stay without a date."),
            };
            if *outside_preferred > 0 {
                text += &say!(lang;
                    " Buiten de beste periode: {}.",
                    " Outside the best period: {}.";
                    lang.sessions(*outside_preferred));
            }
            text += &match families_cannot {
                0 => say!(lang;
                    " Alle gezinnen kunnen dan.",
                    " All families can come then."),
                1 => say!(lang; " 1 gezin kan dan niet.", " 1 family cannot come then."),
                count => say!(lang;
                    " {count} gezinnen kunnen dan niet.",
                    " {count} families cannot come then."),
            };
            text += lang.of([
                " Datums die nog niet vaststaan worden opnieuw gezocht.",
                " Dates that are not settled are searched again.",
            ]);
            let half_day = lang.half_day(*half_day);
            (
                say!(lang; "Kies een ander vast dagdeel: {half_day}", "Choose another fixed half-day: {half_day}"),
                text,
            )
        }
        Remedy::TakeOut {
            family,
            spread_days,
        } => (
            say!(lang; "Haal gezin {family} uit de groep", "Take family {family} out of the group"),
            say!(lang;
                "Het leeftijdsverschil wordt {}. Dit gezin heeft daarna geen groep.",
                "The age gap becomes {}. This family then has no group.";
                lang.days(*spread_days)),
        ),
        Remedy::PlanAgain(_) => (
            say!(lang; "Zoek de datums van deze groep opnieuw", "Search the dates of this group again"),
            say!(lang; "Datums die vaststaan blijven staan.", "Settled dates stay."),
        ),
        Remedy::Place { family, fit } => {
            let group = &fit.group;
            let half_day = lang.of(if fit.half_day_fits {
                [
                    "Het vaste dagdeel past bij dit gezin.",
                    "The fixed half-day suits this family.",
                ]
            } else {
                [
                    "Dit gezin gaf het vaste dagdeel niet op.",
                    "This family did not name the fixed half-day.",
                ]
            });
            (
                say!(lang; "Zet gezin {family} in groep {group}", "Put family {family} in group {group}"),
                say!(lang;
                    "De groep heeft dan {} en een leeftijdsverschil van {}. {half_day}",
                    "The group then has {} and an age gap of {}. {half_day}";
                    lang.families(fit.families), lang.days(fit.spread_days)),
            )
        }
        Remedy::Substitute { .. }
        | Remedy::Physician { .. }
        | Remedy::Line { .. }
        | Remedy::ProposeLines => lang.team_remedy(plan, remedy),
        Remedy::Confirm { held: true, .. } => (
            say!(lang; "Ja, het ging door", "Yes, it took place"),
            say!(lang; "Dan telt de bijeenkomst als geweest.", "Then the session counts as held."),
        ),
        Remedy::Confirm { held: false, .. } => (
            say!(lang; "Nee, het ging niet door", "No, it did not take place"),
            say!(lang;
                "Dan krijgt elk gezin een eigen afspraak, ook voor de vaccinaties.",
                "Then each family gets an appointment of its own, also for the vaccinations."),
        ),
        Remedy::Merge { merged, .. } => (
            say!(lang; "Voeg samen met {}", "Merge with {}"; merged.into),
            lang.merge_fit(merged, plan.settings.group_size.max),
        ),
        Remedy::Propose => (
            say!(lang; "Maak een nieuw voorstel", "Make a new proposal"),
            say!(lang; "Groepen en datums die vaststaan blijven staan.", "Settled groups and dates stay."),
        ),
        Remedy::EnterBirth(code) => (
            say!(lang; "Vul de geboortedatum van gezin {code} in", "Enter the birth date of family {code}"),
            plan.enrolments
                .get(code)
                .map_or_else(String::new, |family| {
                    say!(lang;
                        "Nu staat er: uitgerekend op {}.",
                        "It now says: due on {}.";
                        lang.day_full(family.birth))
                }),
        ),
        Remedy::Individually(doses) => (
            say!(lang; "Geef {} apart", "Give {} apart"; lang.doses(doses)),
            say!(lang;
                "Plan voor elk kind een inhaalafspraak op het spreekuur. Dat doe je buiten de planner. De jeugdarts beslist.",
                "Plan a catch-up appointment for each child. You do that outside the planner. The youth physician decides."),
        ),
    }
}
