//! What a coordinator scans of a group: how far it is, and who can come.

use crate::calendar::{Date, HalfDay};
use crate::plan::{Group, Plan, Session, Status};

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

/// How far the group is on this day; cancelled bijeenkomsten do not count, and a proposal that nobody shared or confirmed
/// does not begin a group, also when its day is over. Without a day of [today](crate#today) no group has started or
/// finished.
pub fn stage(group: &Group, today: Option<Date>) -> Stage {
    let sessions = || group.sessions.values();
    let is_cancelled = |session: &&Session| session.status == Status::Cancelled;
    let dated = || sessions().filter(|session| !is_cancelled(session) && session.date.is_some());
    let is_coming = dated().any(|session| !session.is_past(today));
    let cancelled = sessions().rev().take_while(is_cancelled);
    if group.stopped.is_some() || !is_coming && cancelled.count() >= STOPPED {
        return Stage::Stopped;
    }
    let has_begun = sessions().any(|session| session.has_begun(today));
    match (has_begun, is_coming) {
        (true, false) => Stage::Finished,
        (true, true) => Stage::Started,
        (false, _) if dated().count() > 0 && are_all_told(group) => Stage::Planned,
        (false, _) => Stage::Preparing,
    }
}

/// Whether every bijeenkomst that takes place has a day that the parents know.
fn are_all_told(group: &Group) -> bool {
    group.sessions.values().all(|session| {
        let is_told = session.date.is_some() && session.status != Status::Draft;
        is_told || session.status == Status::Cancelled
    })
}

/// The number of families of the group that named the half-day, or named none at all.
pub fn families_that_can(plan: &Plan, group: &Group, half_day: HalfDay) -> usize {
    plan.members(group)
        .filter(|member| member.half_days.allows(half_day))
        .count()
}

/// The number of families of the group that named other half-days.
pub(crate) fn families_that_cannot(plan: &Plan, group: &Group, half_day: HalfDay) -> usize {
    plan.members(group)
        .filter(|member| !member.half_days.allows(half_day))
        .count()
}

#[cfg(test)]
mod tests {
    use super::super::test_plans::on_thursdays;
    use super::super::windowed::{free_days, tightest};
    use super::*;

    /// The group of scenario 3 of `docs/domain.md#8.2`: a Thursday in region Midden.
    fn scenario_3() -> (Plan, Group) {
        let plan = on_thursdays(&[4, 6, 9, 12, 20, 24]);
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
        let (_, mut group) = scenario_3();
        assert_eq!(stage(&group, None), Stage::Preparing);
        assert_eq!(stage(&group, Date::new(2027, 2, 24)), Stage::Preparing);
        // Nobody shared or confirmed its days.
        for day in [Date::new(2027, 2, 25), Date::new(2028, 3, 24)] {
            assert_eq!(stage(&group, day), Stage::Preparing);
        }
        let first = group.sessions.values_mut().next().unwrap();
        first.status = Status::Held;
        assert_eq!(stage(&group, Date::new(2027, 2, 26)), Stage::Started);
        for session in group.sessions.values_mut() {
            session.status = Status::Shared;
        }
        assert_eq!(stage(&group, Date::new(2027, 2, 24)), Stage::Planned);
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
