//! Checks one bijeenkomst: its day against the windows, the vaccine limits, the intervals and the calendar.

use super::{Finding, Side};
use crate::calendar::{Date, DateRange, HalfDay, SchoolHolidayKind, Workday};
use crate::care::SessionWindow;
use crate::plan::{Group, Plan, Status, Treatment};
use crate::schedule::{Days, sieve, violated_intervals};

/// What is wrong with the bijeenkomst of this window. Nothing is said of one that is over; of one that is
/// cancelled that its families need appointments of their own, as long as its window is open.
pub(super) fn check_session(
    plan: &Plan,
    group: &Group,
    windows: &[SessionWindow],
    window: &SessionWindow,
    today: Option<Date>,
) -> Vec<Finding> {
    let session = group.sessions.get(&window.number);
    match session.map(|session| session.status) {
        Some(Status::Held) => return Vec::new(),
        Some(Status::Cancelled) => {
            let until = window.template.last;
            let is_open = today.is_none_or(|today| today <= until);
            return Vec::from_iter(is_open.then_some(Finding::Lapsed { until }));
        }
        _ => {}
    }
    let Some(date) = session.and_then(|session| session.date) else {
        return sieve(plan, group, window.number, today)
            .map(Finding::Unscheduled)
            .into_iter()
            .collect();
    };
    if today.is_some_and(|today| date < today) {
        return Vec::new();
    }
    let days = Days::of(plan, &group.location);
    let mut findings = Vec::new();
    findings.extend(days.closed_by(date).map(Finding::Closed));
    findings.extend(window_finding(window, date));
    findings.extend(dose_findings(window, date));
    findings.extend(interval_findings(group, windows, window, date));
    findings.extend(weekday_finding(plan, group, date));
    findings.extend(school_finding(plan, group, days, window, date));
    if days.is_beyond_known(date) {
        let after = crate::calendar::SchoolHolidays::official().known_until();
        findings.push(Finding::SchoolHolidaysUnknown { after });
    }
    findings
}

fn window_finding(window: &SessionWindow, date: Date) -> Option<Finding> {
    if let Some((days, side)) = outside(window.template, date) {
        return Some(Finding::OutsideAllowed { days, side });
    }
    outside(window.preferred, date).map(|(days, side)| Finding::OutsidePreferred { days, side })
}

/// How far a day lies outside a range. For an empty range the side is the one of the violated bound; a day
/// that violates both lies after it, because waiting no longer helps the oldest child.
fn outside(range: DateRange, date: Date) -> Option<(i32, Side)> {
    if date > range.last {
        Some((date.days_since(range.last), Side::After))
    } else if date < range.first {
        Some((range.first.days_since(date), Side::Before))
    } else {
        None
    }
}

fn dose_findings(window: &SessionWindow, date: Date) -> Vec<Finding> {
    let mut findings = Vec::new();
    for dose in &window.doses {
        if let Some(first) = dose.from.filter(|first| date < *first) {
            let dose = dose.planned.clone();
            findings.push(Finding::BeforeDose { dose, first });
        }
        if let Some(last) = dose.until.filter(|last| date > *last) {
            let dose = dose.planned.clone();
            findings.push(Finding::AfterDose { dose, last });
        }
    }
    findings
}

/// Broken rules are named at the later of the two bijeenkomsten.
fn interval_findings(
    group: &Group,
    windows: &[SessionWindow],
    window: &SessionWindow,
    date: Date,
) -> Vec<Finding> {
    violated_intervals(group, windows, window.number, date)
        .into_iter()
        .filter(|violation| violation.other < window.number)
        .map(|violation| match violation.reason {
            None => Finding::OutOfOrder {
                after: violation.other,
            },
            Some(reason) => Finding::TooSoon {
                after: violation.other,
                first: violation.limit,
                reason,
            },
        })
        .collect()
}

fn weekday_finding(plan: &Plan, group: &Group, date: Date) -> Option<Finding> {
    let fixed = group.half_day?.half_day();
    let workday = Workday::of(date)?;
    if workday == fixed.workday {
        return None;
    }
    let half_day = HalfDay {
        workday,
        part: fixed.part,
    };
    let families_cannot = plan
        .members(group)
        .filter(|member| !member.half_days.allows(half_day))
        .count();
    Some(Finding::OtherWeekday {
        half_day,
        families_cannot,
    })
}

fn school_finding(
    plan: &Plan,
    group: &Group,
    days: Days<'_>,
    window: &SessionWindow,
    date: Date,
) -> Option<Finding> {
    let kind = days.school_holiday(date)?;
    if plan.settings.treatment(kind) == Treatment::Allow {
        return None;
    }
    let preferred = group.half_day.map_or_else(Vec::new, |choice| {
        let workday = choice.half_day().workday;
        window
            .preferred
            .and(window.allowed)
            .on_weekday(workday)
            .collect()
    });
    let all_in = |kind: SchoolHolidayKind| {
        !preferred.is_empty()
            && preferred
                .iter()
                .all(|day| days.school_holiday(*day) == Some(kind))
    };
    Some(if all_in(kind) {
        Finding::WindowInSchoolHoliday(kind)
    } else {
        Finding::SchoolHoliday(kind)
    })
}
