//! Holds a plan of the benchmark against every hard rule of its instance and computes its objective anew.
//! It shares no code with the planner: nothing of `centering-core` or of this package is used here, and the
//! rules are read from `bench/README.md`.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

/// The days without sessions.
fn closed_days(instance: &Value) -> Result<BTreeSet<i64>> {
    let closed = &instance["closed"];
    let mut days: BTreeSet<i64> = numbers(&closed["public"])?.into_iter().collect();
    let mode = text(&closed["mode"])?;
    if mode != "public" {
        for period in list(&closed[mode])? {
            let period = numbers(period)?;
            ensure!(period.len() == 2, "a closed period has two ends");
            days.extend(period[0]..=period[1]);
        }
    }
    Ok(days)
}

/// Families placed and cost of a solution of a1 or a2.
///
/// # Errors
/// The first rule that a group breaks.
pub fn groups(instance: &Value, solution: &Value, half_day_is_hard: bool) -> Result<Vec<i64>> {
    let children = &instance["children"];
    let column = |name: &str| numbers(&children[name]);
    let (births, places, languages) = (column("birth")?, column("loc")?, column("lang")?);
    let (half_days, choices) = (column("slots")?, column("group_choice")?);
    let regions: Vec<i64> = list(&instance["locations"])?
        .iter()
        .map(|location| number(&location["region"]))
        .collect::<Result<_>>()?;
    let rules = &instance["group"];
    let (fewest, target, most) = (
        number(&rules["min"])?,
        number(&rules["target"])?,
        number(&rules["max"])?,
    );
    let spread = number(&rules["window_days"])?;
    let size_weight = number(&instance["cost"]["size_weight"])?;
    let span_weight = number(&instance["cost"]["span_weight"])?;
    let mut seen = BTreeSet::new();
    let (mut placed, mut cost) = (0, 0);
    for (at, group) in list(solution)?.iter().enumerate() {
        let slot = number(&group[0])?;
        let members = numbers(&group[1])?;
        let size = members.len() as i64;
        ensure!(
            (fewest..=most).contains(&size),
            "group {at} has {size} families"
        );
        let mut pools = BTreeSet::new();
        let (mut first, mut last) = (i64::MAX, i64::MIN);
        for member in &members {
            let child = usize::try_from(*member)?;
            let birth = *births.get(child).context("a child that does not exist")?;
            ensure!(seen.insert(child), "child {child} is in two groups");
            ensure!(choices[child] == 1, "child {child} chose no group");
            let place = match languages[child] {
                0 => places[child],
                _ => regions[usize::try_from(places[child])?],
            };
            pools.insert((languages[child], place));
            (first, last) = (first.min(birth), last.max(birth));
            if half_day_is_hard {
                let can = (0..10).contains(&slot) && half_days[child] >> slot & 1 == 1;
                ensure!(can, "child {child} cannot come on half-day {slot}");
            }
        }
        ensure!(pools.len() == 1, "group {at} mixes pools");
        ensure!(last - first <= spread, "group {at} spans {}", last - first);
        placed += size;
        cost += span_weight * (last - first) + size_weight * (size - target) * (size - target);
    }
    Ok(vec![placed, cost])
}

/// A cohort row of the instance.
struct Cohort {
    location: i64,
    first: i64,
    median: i64,
    last: i64,
    half_days: i64,
}

/// Unscheduled sessions and deviation of a solution of b.
///
/// # Errors
/// The first rule that a session breaks.
pub fn sessions(instance: &Value, solution: &Value) -> Result<Vec<i64>> {
    let mut check = Check::new(instance)?;
    let rows = list(&instance["cohorts"]["rows"])?;
    let plans = list(solution)?;
    ensure!(rows.len() == plans.len(), "not one row for each cohort");
    for (at, (row, plan)) in rows.iter().zip(plans).enumerate() {
        let row = numbers(row)?;
        ensure!(row.len() == 6, "a cohort has six columns");
        let cohort = Cohort {
            location: row[0],
            first: row[1],
            median: row[2],
            last: row[3],
            half_days: row[5],
        };
        check
            .group(&cohort, number(&plan[0])?, &numbers(&plan[1])?)
            .with_context(|| format!("cohort {at}"))?;
    }
    Ok(vec![check.missing, check.deviation])
}

struct Check<'a> {
    sessions: &'a [Value],
    lines: &'a [Value],
    weekday: i64,
    closed: BTreeSet<i64>,
    absent: Vec<BTreeSet<i64>>,
    /// Line and day.
    used: BTreeSet<(i64, i64)>,
    /// Location, half-day and day of a doctor; person, half-day and day of a facilitator.
    doctor: BTreeSet<(i64, i64, i64)>,
    people: BTreeSet<(i64, i64, i64)>,
    missing: i64,
    deviation: i64,
}

impl<'a> Check<'a> {
    fn new(instance: &'a Value) -> Result<Self> {
        let mut used = BTreeSet::new();
        for booking in list(&instance["bookings"])? {
            used.insert((number(&booking[0])?, number(&booking[1])?));
        }
        let absent = list(&instance["doctor_absent"])?
            .iter()
            .map(|days| Ok(numbers(days)?.into_iter().collect()))
            .collect::<Result<_>>()?;
        Ok(Self {
            sessions: list(&instance["sessions"])?,
            lines: list(&instance["lines"])?,
            weekday: number(&instance["horizon"]["weekday_of_day0"])?,
            closed: closed_days(instance)?,
            absent,
            used,
            doctor: BTreeSet::new(),
            people: BTreeSet::new(),
            missing: 0,
            deviation: 0,
        })
    }

    fn group(&mut self, cohort: &Cohort, number_of_line: i64, days: &[i64]) -> Result<()> {
        ensure!(days.len() == self.sessions.len(), "not a day per session");
        let Ok(at) = usize::try_from(number_of_line) else {
            ensure!(days.iter().all(|day| *day < 0), "days without a line");
            self.missing += days.len() as i64;
            return Ok(());
        };
        let line = self.lines.get(at).context("a line that does not exist")?;
        let slot = number(&line["slot"])?;
        ensure!(number(&line["loc"])? == cohort.location, "elsewhere's line");
        ensure!(
            cohort.half_days >> slot & 1 == 1,
            "not the families' half-day"
        );
        let mut before: Option<i64> = None;
        for (session, day) in self.sessions.iter().zip(days) {
            let day = *day;
            if day < 0 {
                self.missing += 1;
                before = None;
                continue;
            }
            let weekday = (day + self.weekday) % 7;
            ensure!(weekday == slot / 2, "day {day} is another weekday");
            ensure!(!self.closed.contains(&day), "day {day} is closed");
            ensure!(
                day - cohort.last >= number(&session["min_age"])?,
                "too young on day {day}"
            );
            ensure!(
                day - cohort.first <= number(&session["max_age"])?,
                "too old on day {day}"
            );
            if let Some(before) = before {
                let gap = number(&session["min_gap_prev"])?;
                ensure!(day > before && day - before >= gap, "too soon on day {day}");
            }
            if session["doctor"] == Value::Bool(true) {
                let place = usize::try_from(cohort.location)?;
                ensure!(!self.absent[place].contains(&day), "no doctor on day {day}");
                ensure!(
                    self.doctor.insert((cohort.location, slot, day)),
                    "the doctor is elsewhere on day {day}"
                );
            }
            ensure!(
                self.used.insert((number_of_line, day)),
                "the line is taken on day {day}"
            );
            for person in numbers(&line["fac"])? {
                ensure!(
                    self.people.insert((person, slot, day)),
                    "person {person} is elsewhere on day {day}"
                );
            }
            self.deviation += (day - cohort.median - number(&session["ideal_age"])?).abs();
            before = Some(day);
        }
        Ok(())
    }
}

fn list(value: &Value) -> Result<&[Value]> {
    Ok(value.as_array().context("a list is missing")?)
}

fn number(value: &Value) -> Result<i64> {
    value.as_i64().context("a whole number is missing")
}

fn text(value: &Value) -> Result<&str> {
    value.as_str().context("a text is missing")
}

fn numbers(value: &Value) -> Result<Vec<i64>> {
    list(value)?.iter().map(number).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// Six children of one pool, one line on Monday mornings, one session; day 0 is a Monday.
    fn instance() -> Value {
        json!({
            "horizon": {"days": 100, "weekday_of_day0": 0},
            "group": {"min": 2, "target": 3, "max": 4, "window_days": 10},
            "cost": {"size_weight": 5, "span_weight": 1},
            "sessions": [
                {"id": "a", "min_age": 5, "ideal_age": 10, "max_age": 40, "doctor": true, "min_gap_prev": 0},
                {"id": "b", "min_age": 5, "ideal_age": 30, "max_age": 60, "doctor": false, "min_gap_prev": 14},
            ],
            "closed": {"public": [28], "school_reduced": [[35, 36]], "school_full": [], "mode": "school_reduced"},
            "locations": [{"id": 0, "region": 0}],
            "doctor_absent": [[21]],
            "staff": [],
            "lines": [
                {"id": 0, "loc": 0, "slot": 0, "fac": [0, 1], "room": 0},
                {"id": 1, "loc": 0, "slot": 0, "fac": [1, 2], "room": 1},
            ],
            "bookings": [[0, 42]],
            "children": {
                "birth": [0, 2, 4, 30], "loc": [0, 0, 0, 0], "lang": [0, 0, 1, 0],
                "slots": [3, 1, 1, 1], "group_choice": [1, 1, 1, 1],
            },
            "cohorts": {"rows": [[0, 0, 1, 2, 2, 1], [0, 0, 1, 2, 2, 1]]},
        })
    }

    #[test]
    fn a_good_plan_has_its_objective() {
        let groups = groups(&instance(), &json!([[0, [0, 1]]]), true).unwrap();
        assert_eq!(groups, [2, 2 + 5]);
        let plan = json!([[0, [7, 49]], [-1, [-1, -1]]]);
        assert_eq!(sessions(&instance(), &plan).unwrap(), [2, 4 + 18]);
    }

    #[test]
    fn every_rule_of_groups_can_fail() {
        for bad in [
            json!([[0, [0]]]),
            json!([[0, [0, 3]]]),
            json!([[0, [0, 2]]]),
            json!([[1, [0, 1]]]),
            json!([[-1, [0, 1]]]),
            json!([[0, [0, 0]]]),
            json!([[0, [0, 1]], [0, [0, 1]]]),
            json!([[0, [0, 9]]]),
        ] {
            assert!(groups(&instance(), &bad, true).is_err(), "{bad}");
        }
    }

    #[test]
    fn every_rule_of_sessions_can_fail() {
        for (bad, word) in [
            (json!([[0, [7, 49]]]), "cohort"),
            (json!([[0, [7]], [-1, [-1, -1]]]), "session"),
            (json!([[-1, [7, -1]], [-1, [-1, -1]]]), "without a line"),
            (json!([[2, [7, 49]], [-1, [-1, -1]]]), "exist"),
            (json!([[0, [8, 49]], [-1, [-1, -1]]]), "weekday"),
            (json!([[0, [28, 49]], [-1, [-1, -1]]]), "closed"),
            (json!([[0, [35, 49]], [-1, [-1, -1]]]), "closed"),
            (json!([[0, [0, 49]], [-1, [-1, -1]]]), "young"),
            (json!([[0, [7, 63]], [-1, [-1, -1]]]), "old"),
            (json!([[0, [21, 49]], [-1, [-1, -1]]]), "no doctor"),
            (json!([[0, [7, 42]], [-1, [-1, -1]]]), "taken"),
            (json!([[0, [7, 14]], [-1, [-1, -1]]]), "soon"),
            (json!([[0, [7, 49]], [1, [7, 56]]]), "doctor is elsewhere"),
            (json!([[0, [7, 49]], [1, [14, 49]]]), "person"),
            (json!([[0, [7, 49]], [0, [14, 49]]]), "taken"),
        ] {
            let error = sessions(&instance(), &bad).expect_err(word);
            assert!(format!("{error:#}").contains(word), "{bad}: {error:#}");
        }
    }
}
