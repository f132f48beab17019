//! The rules of `docs/domain.md#2.1` and `#5.1` for one group: closed days, windows, intervals and
//! the cost of a day, written a second time from the text.

use crate::day::{Age, Day};
use crate::document::{Document, Group};
use crate::programme::{Limit, PROGRAMME, PlannedDose, SCHOOL_HOLIDAYS, Spec};

/// The cost of a bijeenkomst without a day.
pub const UNSCHEDULED: i64 = 10_000_000;

/// The first and the last day of a window; empty when the first is later.
pub type Window = (Day, Day);

/// What holds for one bijeenkomst of one group.
#[derive(Clone, Debug)]
pub struct SessionRules {
    /// Its number.
    pub number: String,
    /// Where the template allows it.
    pub allowed: Window,
    /// Where it is best.
    pub preferred: Window,
    /// Per dose the first and the last day on which it counts for every child.
    pub doses: Vec<(String, Option<Day>, Option<Day>)>,
    /// The earlier bijeenkomsten, by position, and the least time after each.
    pub after: Vec<(usize, Age)>,
    /// How the plan counts least ages in months.
    pub month_end: String,
}

/// The rules of every bijeenkomst of a group, in order of the template; none for a group without families.
pub fn of_group(plan: &Document, group: &Group) -> Vec<SessionRules> {
    plan.births(group)
        .map(|(oldest, youngest)| of_births(plan, oldest, youngest))
        .unwrap_or_default()
}

/// The rules of every bijeenkomst for families born between these days, in order of the template.
fn of_births(plan: &Document, oldest: Day, youngest: Day) -> Vec<SessionRules> {
    let specs = &plan.template().sessions;
    let month_end = &plan.settings.month_end;
    specs
        .iter()
        .enumerate()
        .map(|(position, spec)| SessionRules {
            number: spec.number.clone(),
            allowed: (
                youngest.at_least(spec.allowed.from, month_end),
                oldest.at_age(spec.allowed.to),
            ),
            preferred: (
                youngest.at_least(spec.preferred.from, month_end),
                oldest.at_age(spec.preferred.to),
            ),
            doses: spec
                .doses
                .iter()
                .map(|dose| {
                    let limits = limits(dose, youngest);
                    let first = limits.iter().filter_map(|limit| limit.min_age);
                    let last = limits.iter().filter_map(|limit| limit.max_age);
                    (
                        dose.dose.clone(),
                        first.map(|age| youngest.at_least(age, month_end)).max(),
                        last.map(|age| oldest.at_age(age)).min(),
                    )
                })
                .collect(),
            after: after(specs, position, youngest),
            month_end: month_end.clone(),
        })
        .collect()
}

/// The limits of a dose for children born up to `youngest`.
pub fn limits(dose: &PlannedDose, youngest: Day) -> Vec<&'static Limit> {
    PROGRAMME
        .limits
        .iter()
        .filter(|limit| limit.dose == dose.dose)
        .filter(|limit| are_compatible(limit.scheme.as_ref(), dose.scheme.as_ref()))
        .filter(|limit| limit.born_from.is_none_or(|from| from <= youngest))
        .collect()
}

fn are_compatible(one: Option<&String>, other: Option<&String>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => one == other,
        _ => true,
    }
}

fn after(specs: &[Spec], position: usize, youngest: Day) -> Vec<(usize, Age)> {
    let spec = &specs[position];
    let mut rules = Vec::new();
    for (earlier, before) in specs[..position].iter().enumerate() {
        for rule in spec
            .after
            .iter()
            .filter(|rule| rule.session == before.number)
        {
            rules.push((earlier, rule.at_least));
        }
        for dose in &spec.doses {
            for interval in limits(dose, youngest)
                .iter()
                .filter_map(|limit| limit.interval.as_ref())
            {
                let gives_it = before.doses.iter().any(|given| {
                    given.dose == interval.after
                        && are_compatible(given.scheme.as_ref(), dose.scheme.as_ref())
                });
                if gives_it {
                    rules.push((earlier, interval.at_least));
                }
            }
        }
    }
    rules
}

impl SessionRules {
    /// Whether the windows of the template and of every dose hold this day.
    pub fn holds(&self, day: Day) -> bool {
        is_in(day, self.allowed)
            && self.doses.iter().all(|(_, first, last)| {
                first.is_none_or(|first| first <= day) && last.is_none_or(|last| day <= last)
            })
    }

    /// Whether this bijeenkomst may be on `later` when the one at position `earlier` is on `day`.
    pub fn may_follow(&self, earlier: usize, day: Day, later: Day) -> bool {
        day < later
            && self
                .after
                .iter()
                .filter(|(position, _)| *position == earlier)
                .all(|(_, at_least)| day.at_least(*at_least, &self.month_end) <= later)
    }
}

/// Whether the day lies in the window.
pub fn is_in(day: Day, (first, last): Window) -> bool {
    first <= day && day <= last
}

/// The name of the public holiday that closes the organisation on this day.
pub fn public_holiday(plan: &Document, day: Day) -> Option<&'static str> {
    let (year, ..) = day.parts();
    let easter = Day::easter(year);
    let fixed = |month, of_month| Day::civil(year, month, of_month);
    let observed = |rule: &str| rule == "always" || (rule == "every_fifth_year" && year % 5 == 0);
    let rules = &plan.settings.holidays;
    let holidays = [
        ("Nieuwjaarsdag", fixed(1, 1), true),
        (
            "Goede Vrijdag",
            easter.plus(-2),
            observed(&rules.good_friday),
        ),
        ("Eerste Paasdag", easter, true),
        ("Tweede Paasdag", easter.plus(1), true),
        ("Koningsdag", kings_day(year), true),
        (
            "Bevrijdingsdag",
            fixed(5, 5),
            observed(&rules.liberation_day),
        ),
        ("Hemelvaartsdag", easter.plus(39), true),
        ("Eerste Pinksterdag", easter.plus(49), true),
        ("Tweede Pinksterdag", easter.plus(50), true),
        ("Eerste Kerstdag", fixed(12, 25), true),
        ("Tweede Kerstdag", fixed(12, 26), true),
    ];
    holidays
        .into_iter()
        .find(|(_, on, closes)| *closes && *on == day)
        .map(|(name, ..)| name)
}

/// 27 April, or 26 April in years in which the 27th is a Sunday.
pub fn kings_day(year: i32) -> Day {
    let day = Day::civil(year, 4, 27);
    if day.weekday() == 6 {
        day.plus(-1)
    } else {
        day
    }
}

/// What closes the location on this day, in words.
pub fn closed_by(plan: &Document, location: &str, day: Day) -> Option<String> {
    if let Some(name) = public_holiday(plan, day) {
        return Some(name.to_owned());
    }
    if day.weekday() >= 5 {
        return Some("weekend".to_owned());
    }
    let closures = &plan.settings.closures;
    if closures.iter().any(|own| is_in(day, (own.first, own.last))) {
        return Some("own closure".to_owned());
    }
    SCHOOL_HOLIDAYS
        .on(plan.region(location), day)
        .filter(|kind| plan.settings.treatment(kind) == "forbid")
        .map(|kind| format!("{kind} holiday"))
}

/// Whether a group of the location with these births misses no more of its windows than each of its families
/// alone: on the best day of the week, from today on, closures counted.
pub fn can_meet(plan: &Document, location: &str, births: &[Day], today: Option<Day>) -> bool {
    let missing = |oldest, youngest| {
        let rules = of_births(plan, oldest, youngest);
        let on = |weekday: i32| {
            let has_day = |rules: &&SessionRules| {
                (rules.allowed.0.0..=rules.allowed.1.0)
                    .map(Day)
                    .filter(|day| {
                        day.weekday() == weekday && today.is_none_or(|today| *day >= today)
                    })
                    .any(|day| rules.holds(day) && closed_by(plan, location, day).is_none())
            };
            rules.iter().filter(|rules| !has_day(rules)).count()
        };
        let mut workdays = plan.workdays_of_lines(location);
        if workdays.is_empty() {
            workdays = (0..5).collect();
        }
        workdays.into_iter().map(on).min().unwrap_or(0)
    };
    let (Some(oldest), Some(youngest)) = (births.iter().min(), births.iter().max()) else {
        return true;
    };
    let together = missing(*oldest, *youngest);
    births.iter().all(|own| together <= missing(*own, *own))
}

/// The cost of a bijeenkomst on this day.
pub fn cost(plan: &Document, location: &str, rules: &SessionRules, day: Day) -> i64 {
    let outside = if is_in(day, rules.preferred) {
        0
    } else {
        100_000
    };
    let holiday = SCHOOL_HOLIDAYS
        .on(plan.region(location), day)
        .map_or(0, |kind| match plan.settings.treatment(kind) {
            "allow" => 0,
            "avoid" => 1_000,
            _ => 2_000,
        });
    let (first, last) = rules.preferred;
    let ideal = (first.0 + last.0).div_euclid(2);
    outside + holiday + i64::from((day.0 - ideal).abs())
}

/// The cost of a first bijeenkomst before the day from which parents can be invited in time.
pub fn short_cost(from: Option<Day>, day: Day) -> i64 {
    if from.is_some_and(|from| day < from) {
        1_000_000
    } else {
        0
    }
}

/// From which day parents can be invited in time to this bijeenkomst; `None` unless it is the first of its group that
/// can still be held, and nobody knows a date.
pub fn invited_from(
    plan: &Document,
    group: &Group,
    number: &str,
    today: Option<Day>,
) -> Option<Day> {
    let today = today?;
    let is_known = group.sessions.iter().any(|session| {
        let is_told = ["shared", "held"].contains(&session.status.as_str());
        let is_over = session.date.is_some_and(|date| date < today);
        is_told || (session.status == "draft" && is_over)
    });
    let rules = of_group(plan, group);
    let first = rules.iter().find(|rule| {
        let doses = rule.doses.iter().filter_map(|(_, _, last)| *last);
        let last = doses.fold(rule.allowed.1, Day::min);
        let session = group.session(&rule.number);
        last >= today && session.is_none_or(|session| session.status != "cancelled")
    })?;
    (!is_known && first.number == number).then(|| today.plus(plan.settings.invitation_days))
}

/// The cost of the days of a group by section 2.1; settled bijeenkomsten cost nothing, for nobody chose them.
pub fn cost_of_group(plan: &Document, group: &Group, today: Option<Day>) -> i64 {
    of_group(plan, group)
        .iter()
        .map(|rules| match group.session(&rules.number) {
            Some(session) if session.is_settled(today) => 0,
            Some(session) => session.date.map_or(UNSCHEDULED, |day| {
                let from = invited_from(plan, group, &rules.number, today);
                cost(plan, &group.location, rules, day) + short_cost(from, day)
            }),
            None => UNSCHEDULED,
        })
        .sum()
}
