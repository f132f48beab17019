//! Findings and remedies of core in the short Dutch of the scenario files: the facts of the case, not the
//! sentences of the app.

use super::lines::written;
use crate::planning::day;
use centering_core::calendar::{Date, PublicHoliday, SchoolHolidayKind};
use centering_core::care::PlannedDose;
use centering_core::problem::{Finding, Problem, Side};
use centering_core::remedy::Remedy;
use centering_core::schedule::{ClosedBy, Sieve};

/// A problem with its code, such as `VEN-01 9 dagen na voorkeur`.
pub fn problem(problem: &Problem) -> String {
    let facts = match &problem.finding {
        Finding::Unscheduled(sieve) => unscheduled(sieve),
        Finding::OutsidePreferred { days, side } => match side {
            Side::Before => format!("{days} dagen voor voorkeur"),
            Side::After => format!("{days} dagen na voorkeur"),
        },
        Finding::LateDose { dose: late, last } => {
            format!("{} liever t/m {}", dose(late), on(*last))
        }
        Finding::SchoolHoliday(kind) => school_holiday(*kind).to_owned(),
        Finding::WindowInSchoolHoliday(kind) => {
            format!("alle voorkeursdagen in {}", school_holiday(*kind))
        }
        Finding::Rsv {
            season,
            children,
            of,
        } => format!(
            "{children} van {of} kinderen, {} t/m {}",
            on(season.first),
            on(season.last)
        ),
        Finding::WideSpread { days } => format!("spreiding {days} dagen"),
        other => format!("{other:?}"),
    };
    format!("{} {facts}", problem.code)
}

fn unscheduled(sieve: &Sieve) -> String {
    let closed: Vec<String> = sieve
        .closed
        .iter()
        .map(|(date, by)| format!("{} {}", on(*date), closed_by(by)))
        .collect();
    let left: Vec<String> = sieve.left.iter().map(|date| on(*date)).collect();
    if left.is_empty() {
        format!("alleen {}", closed.join(", "))
    } else {
        format!("toch over: {}", left.join(", "))
    }
}

/// What closes a day.
pub fn closed_by(by: &ClosedBy) -> String {
    match by {
        ClosedBy::PublicHoliday(holiday) => public_holiday(*holiday).to_owned(),
        ClosedBy::Closure(label) => label.clone(),
        ClosedBy::SchoolHoliday(kind) => school_holiday(*kind).to_owned(),
        ClosedBy::Weekend => "weekend".to_owned(),
    }
}

fn public_holiday(holiday: PublicHoliday) -> &'static str {
    match holiday {
        PublicHoliday::NewYear => "Nieuwjaarsdag",
        PublicHoliday::GoodFriday => "Goede Vrijdag",
        PublicHoliday::EasterSunday => "Eerste Paasdag",
        PublicHoliday::EasterMonday => "Tweede Paasdag",
        PublicHoliday::KingsDay => "Koningsdag",
        PublicHoliday::LiberationDay => "Bevrijdingsdag",
        PublicHoliday::AscensionDay => "Hemelvaartsdag",
        PublicHoliday::WhitSunday => "Eerste Pinksterdag",
        PublicHoliday::WhitMonday => "Tweede Pinksterdag",
        PublicHoliday::ChristmasDay => "Eerste Kerstdag",
        PublicHoliday::BoxingDay => "Tweede Kerstdag",
    }
}

/// The school holidays by their Dutch name.
pub fn school_holiday(kind: SchoolHolidayKind) -> &'static str {
    match kind {
        SchoolHolidayKind::Autumn => "herfstvakantie",
        SchoolHolidayKind::Christmas => "kerstvakantie",
        SchoolHolidayKind::Spring => "voorjaarsvakantie",
        SchoolHolidayKind::May => "meivakantie",
        SchoolHolidayKind::Summer => "zomervakantie",
    }
}

/// A remedy, such as `verplaatsen naar ma 1-3-2027`.
pub fn remedy(remedy: &Remedy) -> String {
    match remedy {
        Remedy::Move { to, .. } => format!("verplaatsen naar {}", on(to.date)),
        Remedy::TakeOut {
            family,
            spread_days,
        } => format!("gezin {family} eruit, spreiding {spread_days} dagen"),
        Remedy::HalfDay {
            half_day,
            unscheduled,
            ..
        } => format!("ander dagdeel {half_day}, {unscheduled} zonder dag"),
        Remedy::Individually(doses) => {
            let doses: Vec<String> = doses.iter().map(dose).collect();
            format!("apart geven: {}", doses.join(", "))
        }
        other => format!("{other:?}"),
    }
}

fn dose(planned: &PlannedDose) -> String {
    match planned
        .scheme
        .and_then(|scheme| serde_json::to_value(scheme).ok())
    {
        Some(scheme) => format!(
            "{} bij {}",
            planned.dose,
            scheme.as_str().unwrap_or_default()
        ),
        None => planned.dose.to_string(),
    }
}

fn on(date: Date) -> String {
    written(day(date))
}
