//! Where a problem is, looked up in the plan, and the words for what stands there.

use super::super::{Lang, say};
use centering_core::calendar::{AgeOffset, Date, DateRange, Workday};
use centering_core::care::{IntervalReason, SessionNumber, SessionWindow};
use centering_core::plan::{EnrolmentCode, Group, LocationId, Plan};
use centering_core::problem::{Place, Problem};
use centering_core::schedule::Windowed;

/// Where a problem is, looked up in the plan.
pub(super) struct Case<'a> {
    pub(super) plan: &'a Plan,
    pub(super) group: Option<&'a Group>,
    pub(super) number: u8,
    pub(super) session: Option<SessionNumber>,
    pub(super) date: Option<Date>,
    pub(super) family: Option<&'a EnrolmentCode>,
}

impl<'a> Case<'a> {
    pub(super) fn of(plan: &'a Plan, problem: &'a Problem) -> Self {
        let group = problem.place.group().and_then(|id| plan.groups.get(id));
        let session = match &problem.place {
            Place::Session(_, number) => Some(*number),
            _ => None,
        };
        let family = match &problem.place {
            Place::Enrolment(code) => Some(code),
            _ => None,
        };
        let date = session.and_then(|number| group?.sessions.get(&number)?.date);
        Self {
            plan,
            group,
            number: session.map_or(0, SessionNumber::get),
            session,
            date,
            family,
        }
    }

    pub(super) fn window(&self) -> Option<SessionWindow> {
        let windowed = Windowed::of(self.plan, self.group?);
        windowed.window(self.session?).cloned()
    }

    /// The least time after an earlier bijeenkomst that a rule asks for.
    pub(super) fn interval(
        &self,
        after: SessionNumber,
        reason: &IntervalReason,
    ) -> Option<AgeOffset> {
        self.window()?
            .after
            .into_iter()
            .find(|rule| rule.session == after && rule.reason == *reason)
            .map(|rule| rule.at_least)
    }

    pub(super) fn fixed_workday(&self) -> Option<Workday> {
        Some(self.group?.half_day?.half_day().workday)
    }

    pub(super) fn family(&self) -> &str {
        self.family.map_or("", EnrolmentCode::as_str)
    }
}

pub(super) fn location_name<'a>(plan: &'a Plan, id: &'a LocationId) -> &'a str {
    plan.locations
        .get(id)
        .map_or(id.as_str(), |location| &location.name)
}

/// The most characters of a text of a file that are repeated.
const LONGEST: usize = 24;

/// A text of a file, or the beginning of a long one.
pub(super) fn short(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// `ROTA1` as `rota 1`, `MENACWY1` as `MenACWY`.
pub(super) fn dose_name(code: &str) -> String {
    let code = &short(code);
    let name = code.trim_end_matches(|character: char| character.is_ascii_digit());
    let number = &code[name.len()..];
    let name = match name {
        "ROTA" => "rota",
        "PNEU" => "pneu",
        "MENACWY" => return "MenACWY".to_owned(),
        other => other,
    };
    if number.is_empty() {
        name.to_owned()
    } else {
        format!("{name} {number}")
    }
}

pub(super) fn codes<T: ToString>(lang: Lang, items: &[T]) -> String {
    lang.list(&items.iter().map(T::to_string).collect::<Vec<_>>())
}

/// `26 april tot en met 3 mei 2027`.
pub(super) fn range_with_year(lang: Lang, range: DateRange) -> String {
    format!("{} {}", lang.range_long(range), range.last.year())
}

/// `september of oktober 2027`.
pub(super) fn months_of(lang: Lang, season: DateRange) -> String {
    say!(lang;
        "{} of {} {}",
        "{} or {} {}";
        lang.month(season.first.month()), lang.month(season.last.month()), season.last.year())
}
