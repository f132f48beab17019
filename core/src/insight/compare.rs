//! Two variants of a plan beside each other: which dates differ, and the figures of each.

use crate::calendar::Date;
use crate::plan::{Change, DateChange, Plan, Status, changed_dates};
use crate::problem::{Problems, Severity};
use crate::schedule::{Days, UNSCHEDULED_COST, session_windows};
use std::collections::BTreeSet;

/// What a coordinator weighs of one variant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Groups.
    pub groups: usize,
    /// Bijeenkomsten that take place or should.
    pub sessions: usize,
    /// Of them without a day.
    pub unscheduled: usize,
    /// Of those to come: with a day outside the preferred window.
    pub outside_preferred: usize,
    /// Of those to come: with a day in a school holiday.
    pub in_school_holiday: usize,
    /// Families without a group.
    pub waiting: usize,
    /// Problems that cannot stay so.
    pub errors: usize,
    /// Problems to look at.
    pub warnings: usize,
    /// The cost of the days to come by the rule of the planner: 100,000 outside the preferred window, 1,000 or
    /// 2,000 in a school holiday, one for each day from the ideal one, 10,000,000 without a day.
    /// Source: `docs/domain.md#2.1` (proposal).
    pub cost: i64,
}

impl Figures {
    /// The figures of a plan. Bijeenkomsten before `today` cost nothing any more.
    pub fn of(plan: &Plan, today: Option<Date>) -> Self {
        let problems = Problems::of(plan, today);
        let mut figures = Self {
            groups: plan.groups.len(),
            waiting: plan.unplaced().count(),
            errors: problems.count_of(Severity::Error),
            warnings: problems.count_of(Severity::Strong) + problems.count_of(Severity::Warning),
            ..Self::default()
        };
        for group in plan.groups.values() {
            let days = Days::of(plan, &group.location);
            for window in session_windows(plan, group) {
                let session = group.sessions.get(&window.number);
                if session.is_some_and(|session| session.status == Status::Cancelled) {
                    continue;
                }
                figures.sessions += 1;
                match session.and_then(|session| session.date) {
                    None => {
                        figures.unscheduled += 1;
                        figures.cost += UNSCHEDULED_COST;
                    }
                    Some(date) if today.is_some_and(|today| date < today) => {}
                    Some(date) => {
                        figures.outside_preferred += usize::from(!window.preferred.contains(date));
                        figures.in_school_holiday +=
                            usize::from(days.school_holiday(date).is_some());
                        figures.cost += days.cost(&window, date);
                    }
                }
            }
        }
        figures
    }
}

/// The dates that change when `to` takes the place of `from`, in order of group and number.
pub fn date_differences(from: &Plan, to: &Plan) -> Vec<DateChange> {
    let ids: BTreeSet<_> = from.groups.keys().chain(to.groups.keys()).collect();
    let changes: Vec<Change> = ids
        .into_iter()
        .filter(|id| from.groups.get(*id) != to.groups.get(*id))
        .map(|id| Change::Group(id.clone(), to.groups.get(id).cloned().map(Box::new)))
        .collect();
    changed_dates(from, &changes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::care::SessionNumber;
    use crate::edit::Edit;
    use crate::schedule::test_plans::{day, make, scenario_9};

    #[test]
    fn a_moved_bijeenkomst_is_the_only_difference() {
        let plan = scenario_9();
        let mut other = plan.clone();
        let group = plan.groups.keys().next().unwrap().clone();
        let session = SessionNumber::new(5).unwrap();
        let from = plan.groups[&group].sessions[&session].date;
        let to = from.unwrap().plus_days(7);
        make(
            &mut other,
            &Edit::Move {
                group: group.clone(),
                session,
                date: to,
            },
            None,
        );
        assert_eq!(date_differences(&plan, &plan), []);
        let found = date_differences(&plan, &other);
        assert_eq!(found.len(), 1);
        assert_eq!(
            (&found[0].group, found[0].from, found[0].to, found[0].shared),
            (&group, from, Some(to), true)
        );
    }

    #[test]
    fn a_bijeenkomst_without_a_day_costs_most() {
        let plan = scenario_9();
        let mut other = plan.clone();
        let group = other.groups.values_mut().next().unwrap();
        let session = group.sessions.values_mut().next_back().unwrap();
        session.date = None;
        let [before, after] = [&plan, &other].map(|plan| Figures::of(plan, None));
        assert_eq!((before.unscheduled, after.unscheduled), (0, 1));
        assert!(after.cost - before.cost > UNSCHEDULED_COST - 200);
        assert!(after.errors > before.errors);
        // What is over weighs nothing.
        let late = Figures::of(&plan, Some(day("2030-01-01")));
        assert_eq!((late.cost, late.outside_preferred), (0, 0));
    }
}
