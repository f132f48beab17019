//! Why a bijeenkomst is where it is: which days each rule took away, and the next best days.

use super::bookings::{Bookings, needs_physician};
use super::days::{ClosedBy, Days};
use super::group::session_windows;
use super::nearby::Nearby;
use super::on_line::is_open;
use crate::calendar::{Date, DateRange, Workday};
use crate::care::{IntervalReason, SessionNumber, SessionWindow};
use crate::plan::{Group, HalfDayChoice, Line, LocationId, Person, Plan, Status};
use serde::Serialize;
use std::collections::BTreeSet;

/// The days of a bijeenkomst, taken away rule by rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sieve {
    /// The days on which every child has an allowed age.
    pub allowed: DateRange,
    /// Those on the fixed weekday of the group.
    pub on_weekday: Vec<Date>,
    /// Those of them that are closed, and by what.
    pub closed: Vec<(Date, ClosedBy)>,
    /// Those of the rest that are before today.
    pub past: Vec<Date>,
    /// Those of the rest that are too close to another bijeenkomst of the group.
    pub too_close: Vec<Date>,
    /// Those of the rest on which the line of the group is taken, or lacks its room or pair.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub taken: Vec<Date>,
    /// Those of the rest on which no jeugdarts can come.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub without_physician: Vec<Date>,
    /// The days that are left.
    pub left: Vec<Date>,
    /// How many of those lie in the preferred window.
    pub left_preferred: usize,
}

/// What the rules leave of the days of a bijeenkomst, the other bijeenkomsten staying where they are.
/// `None` when the group has no families, no half-day or no such bijeenkomst.
pub fn sieve(
    plan: &Plan,
    group: &Group,
    number: SessionNumber,
    today: Option<Date>,
) -> Option<Sieve> {
    Asked::of(plan, None, group, number, today)?.sieve()
}

/// The rules that took days of a bijeenkomst away, as [`sieve`] tells them, and its best other days, as
/// [`alternatives`] finds them: together they cost little more than one.
pub fn reasons(
    plan: &Plan,
    group: &Group,
    number: SessionNumber,
    today: Option<Date>,
    most: usize,
) -> (Option<Sieve>, Vec<Alternative>) {
    both(Asked::of(plan, None, group, number, today), most)
}

/// The same where it is known who and what is near the group: the time does not grow with the country.
pub fn reasons_near(
    plan: &Plan,
    nearby: &Nearby,
    group: &Group,
    number: SessionNumber,
    today: Option<Date>,
    most: usize,
) -> (Option<Sieve>, Vec<Alternative>) {
    both(Asked::of(plan, Some(nearby), group, number, today), most)
}

fn both(asked: Option<Asked<'_>>, most: usize) -> (Option<Sieve>, Vec<Alternative>) {
    asked
        .map(|asked| (asked.sieve(), asked.alternatives(most)))
        .unwrap_or_default()
}

/// A bijeenkomst whose days are asked for.
struct Asked<'a> {
    plan: &'a Plan,
    group: &'a Group,
    /// Those of every bijeenkomst of the group.
    windows: Vec<SessionWindow>,
    /// Its own.
    window: SessionWindow,
    line: Option<OwnLine<'a>>,
    today: Option<Date>,
}

impl<'a> Asked<'a> {
    fn of(
        plan: &'a Plan,
        nearby: Option<&Nearby>,
        group: &'a Group,
        number: SessionNumber,
        today: Option<Date>,
    ) -> Option<Self> {
        let windows = session_windows(plan, group);
        let window = windows.iter().find(|window| window.number == number)?;
        Some(Self {
            plan,
            group,
            line: OwnLine::of(plan, nearby, group, window),
            window: window.clone(),
            windows,
            today,
        })
    }

    fn sieve(&self) -> Option<Sieve> {
        let Self {
            plan,
            group,
            windows,
            window,
            line,
            today,
        } = self;
        let line = line.as_ref();
        let workday = group.half_day?.half_day().workday;
        let days = Days::of(plan, &group.location);
        let mut result = Sieve {
            allowed: window.allowed,
            on_weekday: window.allowed.on_weekday(workday).collect(),
            closed: Vec::new(),
            past: Vec::new(),
            too_close: Vec::new(),
            taken: Vec::new(),
            without_physician: Vec::new(),
            left: Vec::new(),
            left_preferred: 0,
        };
        for &date in &result.on_weekday {
            if let Some(closed_by) = days.closed_by(date) {
                result.closed.push((date, closed_by));
            } else if today.is_some_and(|today| date < today) {
                result.past.push(date);
            } else if !violated_intervals(group, windows, window.number, date).is_empty() {
                result.too_close.push(date);
            } else if line.is_some_and(|line| !line.is_open(date)) {
                result.taken.push(date);
            } else if line.is_some_and(|line| !line.has_physician(date)) {
                result.without_physician.push(date);
            } else {
                result.left.push(date);
            }
        }
        result.left_preferred = result
            .left
            .iter()
            .filter(|date| window.preferred.contains(**date))
            .count();
        Some(result)
    }

    fn alternatives(&self, most: usize) -> Vec<Alternative> {
        let Self {
            plan,
            group,
            windows,
            window,
            line,
            today,
        } = self;
        let (line, number) = (line.as_ref(), window.number);
        let days = Days::of(plan, &group.location);
        let fixed = group.half_day.map(HalfDayChoice::half_day);
        let current = group.sessions.get(&number).and_then(|session| session.date);
        let mut found: Vec<(i64, Alternative)> = window
            .allowed
            .iter()
            .filter(|date| current != Some(*date) && today.is_none_or(|today| *date >= today))
            .filter(|date| days.closed_by(*date).is_none())
            .filter(|date| violated_intervals(group, windows, number, *date).is_empty())
            .filter(|date| line.is_none_or(|line| line.can_hold(*date)))
            .filter_map(|date| {
                let workday = Workday::of(date)?;
                let on_weekday = fixed.is_none_or(|fixed| fixed.workday == workday);
                let families_cannot = fixed.map_or(0, |fixed| {
                    let half_day = crate::calendar::HalfDay {
                        workday,
                        part: fixed.part,
                    };
                    plan.members(group)
                        .filter(|member| !member.half_days.allows(half_day))
                        .count()
                });
                let cost = days.cost(window, date);
                let rank = if on_weekday {
                    cost
                } else {
                    let families =
                        i64::try_from(families_cannot).unwrap_or(i64::MAX / FAMILY_CANNOT_COST);
                    cost + OTHER_WEEKDAY_COST + families * FAMILY_CANNOT_COST
                };
                let alternative = Alternative {
                    date,
                    cost,
                    on_weekday,
                    families_cannot,
                };
                Some((rank, alternative))
            })
            .collect();
        found.sort_by_key(|(rank, alternative)| (*rank, alternative.date));
        found
            .into_iter()
            .take(most)
            .map(|(_, alternative)| alternative)
            .collect()
    }
}

/// The line of a group beside all that is booked, for one of its bijeenkomsten.
struct OwnLine<'a> {
    plan: &'a Plan,
    line: &'a Line,
    bookings: Bookings,
    needs_physician: bool,
}

impl<'a> OwnLine<'a> {
    /// `None` where the group is on no line of the plan.
    fn of(
        plan: &'a Plan,
        nearby: Option<&Nearby>,
        group: &'a Group,
        window: &SessionWindow,
    ) -> Option<Self> {
        let line = plan.lines.get(group.line.as_ref()?.line())?;
        let here = &group.location;
        // Only locations that share people with this one can take something from the line.
        let colleagues: Vec<&Person> = match nearby {
            Some(nearby) => nearby.people(plan, here).collect(),
            None => {
                let everybody = plan.people.values();
                everybody
                    .filter(|person| person.locations.contains(here))
                    .collect()
            }
        };
        let shared: BTreeSet<&LocationId> = colleagues
            .iter()
            .flat_map(|person| &person.locations)
            .chain([here])
            .collect();
        Some(Self {
            plan,
            line,
            bookings: Bookings::around(plan, nearby, &shared, |other, session| {
                let date = session.date;
                date.is_some_and(|date| window.allowed.contains(date))
                    && (session.number != window.number || other.id != group.id)
            }),
            needs_physician: needs_physician(plan, window.number),
        })
    }

    fn is_open(&self, date: Date) -> bool {
        is_open(self.plan, &self.bookings, self.line, date, false)
    }

    fn has_physician(&self, date: Date) -> bool {
        !self.needs_physician || is_open(self.plan, &self.bookings, self.line, date, true)
    }

    /// Whether the bijeenkomst can be held on the line on this day.
    fn can_hold(&self, date: Date) -> bool {
        Workday::of(date) == Some(self.line.half_day.workday)
            && self.is_open(date)
            && self.has_physician(date)
    }
}

/// A rule between two bijeenkomsten that a day breaks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Violation {
    /// The other bijeenkomst.
    pub other: SessionNumber,
    /// The first day that would keep the rule when the other comes earlier, the last when it comes later.
    pub limit: Date,
    /// Where the rule comes from; `None` when the order of the bijeenkomsten itself is broken.
    pub reason: Option<IntervalReason>,
}

/// The rules between bijeenkomsten that break when this one is held on this day.
pub fn violated_intervals(
    group: &Group,
    windows: &[SessionWindow],
    number: SessionNumber,
    date: Date,
) -> Vec<Violation> {
    let date_of = |other: SessionNumber| {
        group
            .sessions
            .get(&other)
            .filter(|session| session.status != Status::Cancelled)
            .and_then(|session| session.date)
    };
    let mut violations = Vec::new();
    for window in windows {
        let Some(other_date) = date_of(window.number) else {
            continue;
        };
        let (earlier, later, rules) = if window.number < number {
            let own = windows.iter().find(|own| own.number == number);
            (other_date, date, own.map(|own| (own, window.number)))
        } else if window.number > number {
            (date, other_date, Some((window, number)))
        } else {
            continue;
        };
        if later <= earlier {
            violations.push(Violation {
                other: window.number,
                limit: other_date.plus_days(if window.number < number { 1 } else { -1 }),
                reason: None,
            });
            continue;
        }
        let Some((later_window, earlier_number)) = rules else {
            continue;
        };
        let broken = later_window
            .after
            .iter()
            .filter(|rule| rule.session == earlier_number)
            .filter(|rule| rule.at_least.on(earlier) > later)
            .max_by_key(|rule| (rule.at_least.on(earlier), is_medical(&rule.reason)));
        if let Some(rule) = broken {
            let limit = if window.number < number {
                rule.at_least.on(earlier)
            } else {
                last_day_before(rule.at_least, later)
            };
            violations.push(Violation {
                other: window.number,
                limit,
                reason: Some(rule.reason.clone()),
            });
        }
    }
    violations
}

fn is_medical(reason: &IntervalReason) -> bool {
    matches!(reason, IntervalReason::Dose(_))
}

/// The last day from which the interval still ends on or before `later`.
pub(super) fn last_day_before(at_least: crate::calendar::AgeOffset, later: Date) -> Date {
    let guess = i32::from(at_least.months()) * 28 + i32::from(at_least.days());
    let mut day = later.plus_days(-guess);
    while at_least.on(day) > later && day > Date::FIRST {
        day = day.plus_days(-1);
    }
    day
}

/// Another day for a bijeenkomst.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Alternative {
    /// The day.
    pub date: Date,
    /// Its cost by the rule of the planner.
    pub cost: i64,
    /// Whether it is the fixed weekday of the group.
    pub on_weekday: bool,
    /// How many families of the group did not name the half-day of that weekday.
    pub families_cannot: usize,
}

/// The cost of another weekday and of each family that cannot come this once; only ranks alternatives.
const OTHER_WEEKDAY_COST: i64 = 3_000;
const FAMILY_CANNOT_COST: i64 = 2_000;

/// The best other days for a bijeenkomst on any weekday that keep every hard rule while the other
/// bijeenkomsten stay where they are, best first, at most `most`. For a group on a line only days on which
/// the line can take it.
pub fn alternatives(
    plan: &Plan,
    group: &Group,
    number: SessionNumber,
    today: Option<Date>,
    most: usize,
) -> Vec<Alternative> {
    Asked::of(plan, None, group, number, today)
        .map(|asked| asked.alternatives(most))
        .unwrap_or_default()
}
