//! What each remedy does and what it costs.

use super::super::Lang;
use centering_core::calendar::Date;
use centering_core::plan::{GroupId, Plan};
use centering_core::problem::Remedy;
use centering_core::schedule::Days;

/// The school holiday in which a day lies, for the group of a remedy.
pub(super) fn holiday_of(
    lang: Lang,
    plan: &Plan,
    group: &GroupId,
    date: Date,
) -> Option<&'static str> {
    let group = plan.groups.get(group)?;
    let kind = Days::of(plan, &group.location).school_holiday(date)?;
    Some(lang.school_holiday(kind))
}

pub(super) fn remedy_nl(plan: &Plan, remedy: &Remedy) -> (String, String) {
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

pub(super) fn remedy_en(plan: &Plan, remedy: &Remedy) -> (String, String) {
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
