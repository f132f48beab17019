//! What a coordinator scans of a group: how far it is, where its windows are tight, and who can come.

use super::days::Days;
use super::group::session_windows;
use crate::calendar::{Date, HalfDay};
use crate::care::SessionNumber;
use crate::plan::{Group, Plan, Status};

/// How far a group is, by the days of its bijeenkomsten.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Its first bijeenkomst is still to come, and not all its days are settled (in voorbereiding).
    Preparing,
    /// Its first bijeenkomst is still to come, and the parents know all its days (gepland).
    Planned,
    /// Its first bijeenkomst is today or over, and the last is not (gestart).
    Started,
    /// Its last bijeenkomst is over (afgerond).
    Finished,
    /// It was stopped, or what was still to come is cancelled (gestopt).
    Stopped,
}

/// From so many cancelled bijeenkomsten at its end a group has stopped; one can lapse by itself.
const STOPPED: usize = 2;

/// How far the group is on this day; cancelled bijeenkomsten do not count.
pub fn stage(group: &Group, today: Option<Date>) -> Stage {
    let takes_place = |status| status != Status::Cancelled;
    let dates = || {
        group
            .sessions
            .values()
            .filter(|session| takes_place(session.status))
            .filter_map(|session| session.date)
    };
    let at_end = group.sessions.values().rev();
    let cancelled = at_end.take_while(|session| !takes_place(session.status));
    let is_coming = dates().any(|date| today.is_none_or(|today| date >= today));
    if group.stopped.is_some() || !is_coming && cancelled.count() >= STOPPED {
        return Stage::Stopped;
    }
    match (dates().min(), dates().max(), today) {
        (Some(_), Some(last), Some(today)) if last < today => Stage::Finished,
        (Some(first), _, Some(today)) if first <= today => Stage::Started,
        (Some(_), ..) if are_all_told(group) => Stage::Planned,
        _ => Stage::Preparing,
    }
}

/// Whether every bijeenkomst that takes place has a day that the parents know.
fn are_all_told(group: &Group) -> bool {
    group.sessions.values().all(|session| {
        let is_told = session.date.is_some() && session.status != Status::Draft;
        is_told || session.status == Status::Cancelled
    })
}

/// For every bijeenkomst the number of free days: those of the preferred window on the fixed weekday that
/// are open and in no school holiday to avoid. The day that was chosen counts as well.
/// Empty for a group without families or without a half-day.
pub fn free_days(plan: &Plan, group: &Group) -> Vec<(SessionNumber, usize)> {
    let Some(choice) = group.half_day else {
        return Vec::new();
    };
    let workday = choice.half_day().workday;
    let days = Days::of(plan, &group.location);
    session_windows(plan, group)
        .iter()
        .map(|window| {
            let free = window
                .preferred
                .and(window.allowed)
                .on_weekday(workday)
                .filter(|date| days.is_free(window, *date))
                .count();
            (window.number, free)
        })
        .collect()
}

/// The bijeenkomst with the fewest free days among those that are still to come, the earliest of equals.
pub fn tightest(plan: &Plan, group: &Group, today: Option<Date>) -> Option<(SessionNumber, usize)> {
    free_days(plan, group)
        .into_iter()
        .filter(|(number, _)| {
            group.sessions.get(number).is_none_or(|session| {
                let is_over =
                    matches!((session.date, today), (Some(date), Some(today)) if date < today);
                !is_over && matches!(session.status, Status::Draft | Status::Shared)
            })
        })
        .min_by_key(|(number, free)| (*free, *number))
}

/// The number of families of the group that named the half-day, or named none at all.
pub fn families_that_can(plan: &Plan, group: &Group, half_day: HalfDay) -> usize {
    plan.members(group)
        .filter(|member| member.half_days.allows(half_day))
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::{Reading, Table, read_enrolments};
    use crate::plan::Edit;

    /// The group of scenario 3 of section 8.2 of the domain facts: a Thursday in region Midden.
    fn scenario_3() -> (Plan, Group) {
        let births = [4, 6, 9, 12, 20, 24];
        let lines = births.map(|day| format!("N{day};{day}-1-2027;Noord;do ochtend\n"));
        let list = format!("Code;Geboortedatum;Locatie;Dagdelen\n{}", lines.concat());
        let table = Table::read(&list);
        let mut plan = Plan::empty();
        let reading = Reading::guess(&table, &plan);
        let intake = read_enrolments(&table, &reading, &plan, None);
        for edit in [intake.edit().unwrap(), Edit::Propose] {
            let changes = edit.changes(&plan, None).unwrap();
            plan.apply_all(changes);
        }
        let group = plan.groups.values().next().unwrap().clone();
        (plan, group)
    }

    #[test]
    fn free_days_are_preferred_open_and_outside_school_holidays() {
        let (plan, group) = scenario_3();
        let free: Vec<usize> = free_days(&plan, &group)
            .into_iter()
            .map(|(_, free)| free)
            .collect();
        // B1 only 25-2 (spring holiday); B2 11-3; B3 29-4 (May holiday); B4 24-6, 1-7; B5 2-9;
        // B6 14-10, 28-10, 4-11; B7 27-1, 3-2; B8 9, 16, 23, 30-3.
        assert_eq!(free, [0, 1, 0, 2, 1, 3, 2, 4]);
    }

    #[test]
    fn the_tightest_window_is_one_that_is_still_to_come() {
        let (plan, group) = scenario_3();
        let tightest_on =
            |today| tightest(&plan, &group, today).map(|(number, free)| (number.get(), free));
        assert_eq!(tightest_on(None), Some((1, 0)));
        assert_eq!(tightest_on(Date::new(2027, 3, 16)), Some((3, 0)));
        assert_eq!(tightest_on(Date::new(2027, 5, 1)), Some((5, 1)));
        assert_eq!(tightest_on(Date::new(2029, 1, 1)), None);
    }

    #[test]
    fn a_group_goes_from_preparing_to_finished() {
        let (_, group) = scenario_3();
        assert_eq!(stage(&group, None), Stage::Preparing);
        assert_eq!(stage(&group, Date::new(2027, 2, 24)), Stage::Preparing);
        assert_eq!(stage(&group, Date::new(2027, 2, 25)), Stage::Started);
        assert_eq!(stage(&group, Date::new(2028, 3, 23)), Stage::Started);
        assert_eq!(stage(&group, Date::new(2028, 3, 24)), Stage::Finished);
    }

    #[test]
    fn families_without_preference_can_always_come() {
        let (mut plan, group) = scenario_3();
        let friday: HalfDay = "fri-pm".parse().unwrap();
        assert_eq!(families_that_can(&plan, &group, friday), 0);
        plan.enrolments.values_mut().next().unwrap().half_days = Default::default();
        assert_eq!(families_that_can(&plan, &group, friday), 1);
    }
}
