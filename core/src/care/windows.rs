//! From a group's oldest and youngest birth date to days: when each bijeenkomst may be held and how much
//! time must lie between two. The limits of the vaccination programme are applied here, on top of every
//! template.

use super::template::{PlannedDose, SessionNumber, SessionSpec, SessionTemplate};
use super::vaccination::{Dose, Programme};
use crate::calendar::{AgeOffset, Date, DateRange, MonthEnd};
use serde::{Deserialize, Deserializer, Serialize};

/// The oldest and the youngest birth date of a group (geboortevenster). All windows follow from these two, so they are
/// always in this order: the other way round they would widen the window of every vaccination.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BirthWindow {
    oldest: Date,
    youngest: Date,
}

impl BirthWindow {
    /// The window between these two birth dates, whichever is the earlier one.
    pub fn new(one: Date, other: Date) -> Self {
        Self {
            oldest: one.min(other),
            youngest: one.max(other),
        }
    }

    /// The window around these birth dates; `None` when there are none.
    pub fn around(births: impl IntoIterator<Item = Date>) -> Option<Self> {
        births.into_iter().fold(None, |window, birth| {
            let Self { oldest, youngest } = window.unwrap_or(Self::new(birth, birth));
            Some(Self {
                oldest: oldest.min(birth),
                youngest: youngest.max(birth),
            })
        })
    }

    /// Birth date of the oldest child: the earliest date.
    pub fn oldest(self) -> Date {
        self.oldest
    }

    /// Birth date of the youngest child: the latest date.
    pub fn youngest(self) -> Date {
        self.youngest
    }

    /// Youngest minus oldest birth date, in days (spreiding).
    pub fn spread_days(self) -> i32 {
        self.youngest.days_since(self.oldest)
    }
}

impl<'de> Deserialize<'de> for BirthWindow {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Written {
            oldest: Date,
            youngest: Date,
        }
        let written = Written::deserialize(deserializer)?;
        Ok(Self::new(written.oldest, written.youngest))
    }
}

/// The days on which one dose may be given to every child of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct DoseWindow {
    /// The dose and the scheme it belongs to.
    pub planned: PlannedDose,
    /// The first day on which the youngest child is old enough.
    pub from: Option<Date>,
    /// The last day on which the oldest child is not too old.
    pub until: Option<Date>,
    /// The last day on which the oldest child is not older than advised.
    pub advised_until: Option<Date>,
}

/// Why a time must lie between two bijeenkomsten.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum IntervalReason {
    /// The template asks for it.
    Template,
    /// The vaccination programme asks for it, for this dose.
    Dose(Dose),
}

/// A minimum time after an earlier bijeenkomst, when both are held.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct EarliestAfter {
    /// The earlier bijeenkomst.
    pub session: SessionNumber,
    /// The least time between the two.
    pub at_least: AgeOffset,
    /// Where the rule comes from.
    pub reason: IntervalReason,
}

/// When one bijeenkomst of one group may be held.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SessionWindow {
    /// Which bijeenkomst.
    pub number: SessionNumber,
    /// The days on which every child has an age that the template allows.
    pub template: DateRange,
    /// The days that the template and all vaccine limits allow; may be empty.
    pub allowed: DateRange,
    /// The preferred days; may be empty.
    pub preferred: DateRange,
    /// The middle of the preferred days, rounded down, also when there are none.
    pub ideal: Date,
    /// The vaccine limits behind `allowed`.
    pub doses: Vec<DoseWindow>,
    /// The least times after earlier bijeenkomsten.
    pub after: Vec<EarliestAfter>,
}

impl SessionWindow {
    /// Whether none of its days is left on the day of [today](crate#today): those that are allowed, or where none is
    /// those of the template. Without a day of today every window is open.
    pub fn is_over(&self, today: Option<Date>) -> bool {
        let days = if self.allowed.is_empty() {
            self.template
        } else {
            self.allowed
        };
        today.is_some_and(|today| days.last < today)
    }
}

/// The windows of every bijeenkomst of the template for a group with these births.
///
/// A bijeenkomst with age window `[from, to]` can be held from the day the youngest child reaches `from`
/// to the day the oldest reaches `to`. `month_end` makes least ages and times a day later, never others.
///
/// ```
/// use centering_core::calendar::MonthEnd;
/// use centering_core::care::{BirthWindow, Programme, SessionTemplate, windows};
/// let births = BirthWindow::new("2027-01-04".parse().unwrap(), "2027-01-24".parse().unwrap());
/// let (template, programme) = (SessionTemplate::proposal(), Programme::current());
/// let windows = windows(template, programme, births, MonthEnd::LastDay);
/// assert_eq!(windows[0].preferred.first.to_string(), "2027-02-21");
/// assert_eq!(windows[0].preferred.last.to_string(), "2027-03-01");
/// ```
pub fn windows(
    template: &SessionTemplate,
    programme: &Programme,
    births: BirthWindow,
    month_end: MonthEnd,
) -> Vec<SessionWindow> {
    let range = |from: AgeOffset, to: AgeOffset| DateRange {
        first: from.at_least(month_end).on(births.youngest()),
        last: to.on(births.oldest()),
    };
    template
        .sessions
        .iter()
        .map(|spec| {
            let preferred = range(spec.preferred.from, spec.preferred.to);
            let by_template = range(spec.allowed.from, spec.allowed.to);
            let doses = dose_windows(spec, programme, births, month_end);
            SessionWindow {
                number: spec.number,
                template: by_template,
                allowed: narrowed(
                    by_template,
                    doses.iter().map(|dose| (dose.from, dose.until)),
                ),
                preferred,
                ideal: Date::from_number(
                    (preferred.first.number() + preferred.last.number()).div_euclid(2),
                ),
                doses,
                after: intervals(spec, template, programme, births, month_end),
            }
        })
        .collect()
}

/// The days that the template and all vaccine limits allow for one bijeenkomst of a group with these births; may be
/// empty. What [`windows`] says of it, for who needs nothing else.
pub(crate) fn allowed_days(
    spec: &SessionSpec,
    programme: &Programme,
    births: BirthWindow,
    month_end: MonthEnd,
) -> DateRange {
    let by_template = DateRange {
        first: spec.allowed.from.at_least(month_end).on(births.youngest()),
        last: spec.allowed.to.on(births.oldest()),
    };
    let doses = spec.doses.iter();
    narrowed(
        by_template,
        doses.map(|planned| limits(planned, programme, births, month_end)),
    )
}

/// These days within the first and the last that each dose allows.
fn narrowed(days: DateRange, limits: impl Iterator<Item = Limits>) -> DateRange {
    limits.fold(days, |days, (from, until)| DateRange {
        first: from.map_or(days.first, |from| days.first.max(from)),
        last: until.map_or(days.last, |until| days.last.min(until)),
    })
}

type Limits = (Option<Date>, Option<Date>);

/// The first and the last day on which one dose may be given to every child of a group.
fn limits(
    planned: &PlannedDose,
    programme: &Programme,
    births: BirthWindow,
    month_end: MonthEnd,
) -> Limits {
    let (mut from, mut until) = (None, None);
    for limit in programme.limits_of(&planned.dose, planned.scheme, births.youngest()) {
        let least = limit.min_age.map(|age| age.at_least(month_end));
        from = from.max(least.map(|age| age.on(births.youngest())));
        let last = limit.max_age.map(|age| age.on(births.oldest()));
        until = until.into_iter().chain(last).min();
    }
    (from, until)
}

fn dose_windows(
    spec: &SessionSpec,
    programme: &Programme,
    births: BirthWindow,
    month_end: MonthEnd,
) -> Vec<DoseWindow> {
    let window = |planned: &PlannedDose| {
        let (from, until) = limits(planned, programme, births, month_end);
        let known = programme.limits_of(&planned.dose, planned.scheme, births.youngest());
        let advised = known.filter_map(|limit| limit.advised_max_age);
        DoseWindow {
            planned: planned.clone(),
            from,
            until,
            advised_until: advised.map(|age| age.on(births.oldest())).min(),
        }
    };
    spec.doses.iter().map(window).collect()
}

fn intervals(
    spec: &SessionSpec,
    template: &SessionTemplate,
    programme: &Programme,
    births: BirthWindow,
    month_end: MonthEnd,
) -> Vec<EarliestAfter> {
    let mut rules: Vec<EarliestAfter> = spec
        .after
        .iter()
        .map(|interval| EarliestAfter {
            session: interval.session,
            at_least: interval.at_least.at_least(month_end),
            reason: IntervalReason::Template,
        })
        .collect();
    for planned in &spec.doses {
        for limit in programme.limits_of(&planned.dose, planned.scheme, births.youngest()) {
            let Some(interval) = &limit.interval else {
                continue;
            };
            for session in template.givers(spec, planned, &interval.after) {
                rules.push(EarliestAfter {
                    session: session.number,
                    at_least: interval.at_least.at_least(month_end),
                    reason: IntervalReason::Dose(planned.dose.clone()),
                });
            }
        }
    }
    rules
}

/// The months of September and October in which children born from April to September of that year get
/// their RSV immunisation; `None` for births from October to March, who get it at home within two weeks.
/// Source: `docs/domain.md#3.1` and `#3.2`; the rule starts with births from 1-4-2025.
pub fn rsv_season(birth: Date) -> Option<DateRange> {
    let starts = Date::new(2025, 4, 1)?;
    if birth < starts || !(4..=9).contains(&birth.month()) {
        return None;
    }
    Some(DateRange {
        first: Date::new(birth.year(), 9, 1)?,
        last: Date::new(birth.year(), 10, 31)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn births(oldest: &str, youngest: &str) -> BirthWindow {
        BirthWindow::new(oldest.parse().unwrap(), youngest.parse().unwrap())
    }

    fn of(births: BirthWindow) -> Vec<SessionWindow> {
        windows_of(SessionTemplate::proposal(), births)
    }

    fn windows_of(template: &SessionTemplate, births: BirthWindow) -> Vec<SessionWindow> {
        windows(template, Programme::current(), births, MonthEnd::LastDay)
    }

    /// Scenario 3 of `docs/domain.md#8.2`: the eight preferred windows.
    #[test]
    fn preferred_windows_follow_the_youngest_and_the_oldest() {
        let expected = [
            ("2027-02-21", "2027-03-01"),
            ("2027-03-07", "2027-03-14"),
            ("2027-04-24", "2027-05-04"),
            ("2027-06-24", "2027-07-04"),
            ("2027-08-07", "2027-09-04"),
            ("2027-10-08", "2027-11-04"),
            ("2028-01-24", "2028-02-04"),
            ("2028-03-09", "2028-04-04"),
        ];
        let windows = of(births("2027-01-04", "2027-01-24"));
        let found: Vec<(String, String)> = windows
            .iter()
            .map(|window| {
                (
                    window.preferred.first.to_string(),
                    window.preferred.last.to_string(),
                )
            })
            .collect();
        for (window, (first, last)) in found.iter().zip(expected) {
            assert_eq!((window.0.as_str(), window.1.as_str()), (first, last));
        }
    }

    #[test]
    fn births_in_the_wrong_order_widen_no_window() {
        let right = births("2027-01-04", "2027-01-24");
        let swapped = births("2027-01-24", "2027-01-04");
        assert_eq!(of(swapped), of(right));
        assert_eq!(swapped.spread_days(), 20);
        assert_eq!(swapped.oldest().to_string(), "2027-01-04");
        assert_eq!(swapped.youngest().to_string(), "2027-01-24");
        let json = r#"{"oldest":"2027-01-24","youngest":"2027-01-04"}"#;
        assert_eq!(serde_json::from_str::<BirthWindow>(json).unwrap(), right);
        // No dose of B2 before the youngest is six weeks old.
        assert_eq!(of(swapped)[1].allowed.first.to_string(), "2027-03-07");
    }

    #[test]
    fn a_template_cannot_relax_a_vaccine_limit() {
        let mut template = SessionTemplate::proposal().clone();
        template.sessions[2].allowed.from = "1m0d".parse().unwrap();
        template.sessions[2].after.clear();
        let births = births("2027-01-04", "2027-01-24");
        let windows = windows_of(&template, births);
        assert_eq!(windows[2].template.first.to_string(), "2027-02-24");
        assert_eq!(windows[2].allowed.first.to_string(), "2027-04-24");
        assert!(windows[2].after.iter().any(|rule| {
            rule.at_least.days() == 28 && matches!(rule.reason, IntervalReason::Dose(_))
        }));
    }

    /// An unknown dose, and the same dose twice, take no limit of another away.
    #[test]
    fn the_limits_of_known_doses_stay_beside_an_unknown_one() {
        let births = births("2027-01-04", "2027-01-24");
        let mut template = SessionTemplate::proposal().clone();
        template.sessions[1].allowed.from = "0m14d".parse().unwrap();
        template.sessions[1].after.clear();
        let known = windows_of(&template, births);
        let unknown: PlannedDose = serde_json::from_str(r#"{"dose":"DTKP1"}"#).unwrap();
        let twice = template.sessions[1].doses[0].clone();
        template.sessions[1].doses.extend([unknown, twice]);
        let with_unknown = windows_of(&template, births);
        assert_eq!(known[1].allowed.first.to_string(), "2027-03-07");
        for (known, with_unknown) in known.iter().zip(&with_unknown) {
            assert_eq!(known.allowed, with_unknown.allowed);
            assert_eq!(known.after, with_unknown.after);
        }
        let [.., unknown, _] = &with_unknown[1].doses[..] else {
            panic!("it is among the doses of the bijeenkomst");
        };
        assert_eq!((unknown.from, unknown.until), (None, None));
    }

    /// Both doses of rotavirus lie within 23 weeks and 6 days, 28 days apart; pneumococcal is not given before six weeks.
    #[test]
    fn a_first_rotavirus_has_a_last_day_and_a_first_pneumococcal_a_first_one() {
        let births = births("2027-01-04", "2027-01-24");
        let mut template = SessionTemplate::proposal().clone();
        template.sessions[1].allowed.to = "7m0d".parse().unwrap();
        let pneumococcal = template.sessions[2].doses[1].clone();
        assert_eq!(pneumococcal.dose.code(), "PNEU1");
        template.sessions[0].doses.push(pneumococcal);
        template.sessions[2].doses.remove(1);
        let windows = windows_of(&template, births);
        assert_eq!(windows[1].template.last.to_string(), "2027-08-04");
        assert_eq!(windows[1].allowed.last, births.oldest().plus_days(139));
        assert_eq!(windows[0].allowed.first, births.youngest().plus_days(42));
    }

    #[test]
    fn rsv_is_a_matter_of_the_group_only_for_summer_births() {
        let season = |text: &str| rsv_season(Date::parse_iso(text).unwrap());
        assert_eq!(season("2027-03-31"), None);
        assert_eq!(season("2027-10-01"), None);
        assert_eq!(
            season("2027-04-01").unwrap().first.to_string(),
            "2027-09-01"
        );
    }
}
