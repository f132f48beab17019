//! What would be wrong with a bijeenkomst on another day, before anything is moved.

use super::check::same_time;
use super::check_session::check_session;
use super::moments::check_moments;
use super::team::check_group_team;
use super::{Finding, Place, Problem};
use crate::calendar::Date;
use crate::care::{SessionNumber, SessionWindow};
use crate::plan::{Group, GroupId, Plan};
use crate::schedule::{Windowed, session_windows};
use std::collections::BTreeMap;

/// What would be wrong if this bijeenkomst were held on `date`, the worst first: its own problems, and those of other
/// bijeenkomsten that would come too close to it. That children get their RSV immunisation around then is not among
/// them: it follows from their birth. Empty for a group or bijeenkomst that the plan does not have.
/// Without a day of [today](crate#today) no bijeenkomst is over.
pub fn problems_if_held_on(
    plan: &Plan,
    group: &GroupId,
    number: SessionNumber,
    date: Date,
    today: Option<Date>,
) -> Vec<Problem> {
    let Some(group) = plan.groups.get(group) else {
        return Vec::new();
    };
    let others = plan.groups.values().filter(|other| meets_on(other, date));
    let windows = session_windows(plan, group);
    judge((plan, group, &windows), number, Some(date), others, today)
}

/// The same for one bijeenkomst on many days.
pub(crate) struct Preview<'a> {
    plan: &'a Plan,
    group: &'a Group,
    windows: Vec<SessionWindow>,
    number: SessionNumber,
    today: Option<Date>,
    /// By day the groups that meet on it.
    others: BTreeMap<Date, Vec<&'a Group>>,
}

impl<'a> Preview<'a> {
    pub fn new(windowed: &Windowed<'a>, number: SessionNumber, today: Option<Date>) -> Self {
        let Windowed { plan, group, .. } = *windowed;
        let mut others: BTreeMap<Date, Vec<&Group>> = BTreeMap::new();
        for other in plan.groups.values() {
            for date in other.sessions.values().filter_map(|session| session.date) {
                let here = others.entry(date).or_default();
                // Two bijeenkomsten of one group on one day.
                if here.last().is_none_or(|last| last.id != other.id) {
                    here.push(other);
                }
            }
        }
        Self {
            plan,
            group,
            windows: windowed.windows.to_vec(),
            number,
            today,
            others,
        }
    }

    /// What would be wrong on this day.
    pub fn on(&self, date: Date) -> Vec<Problem> {
        self.judge(Some(date))
    }

    /// What is wrong as it stands.
    pub fn now(&self) -> Vec<Problem> {
        let session = self.group.sessions.get(&self.number);
        self.judge(session.and_then(|session| session.date))
    }

    fn judge(&self, date: Option<Date>) -> Vec<Problem> {
        let others = date.and_then(|date| self.others.get(&date));
        let others = others.into_iter().flatten().copied();
        let asked = (self.plan, self.group, &*self.windows);
        judge(asked, self.number, date, others, self.today)
    }
}

fn meets_on(group: &Group, date: Date) -> bool {
    let mut sessions = group.sessions.values();
    sessions.any(|session| session.date == Some(date))
}

/// `others` are the groups that meet on that day; the group itself may be among them.
fn judge<'a>(
    (plan, group, windows): (&'a Plan, &'a Group, &[SessionWindow]),
    number: SessionNumber,
    date: Option<Date>,
    others: impl Iterator<Item = &'a Group>,
    today: Option<Date>,
) -> Vec<Problem> {
    let mut moved = group.clone();
    let Some(session) = moved.sessions.get_mut(&number) else {
        return Vec::new();
    };
    session.date = date;
    let windowed = Windowed::with(plan, &moved, windows);
    let mut problems: Vec<Problem> = Vec::new();
    for window in windows.iter().filter(|window| window.number >= number) {
        let session = moved.sessions.get(&window.number);
        if window.number == number || session.is_some_and(|session| session.date.is_some()) {
            let place = Place::Session(group.id.clone(), window.number);
            let found = check_session(&windowed, window, today).into_iter();
            problems.extend(found.map(|finding| Problem::new(place.clone(), finding)));
        }
    }
    problems.extend(check_group_team(plan, &moved, today));
    problems.retain(|problem| concerns(problem, &group.id, number));
    let others: Vec<&Group> = others.filter(|other| other.id != group.id).collect();
    // The moved group comes last, so that it is the one that is named.
    let all = others.into_iter().chain([&moved]);
    let same_time = same_time(all.clone(), today);
    let same_moment = check_moments(plan, all, today);
    for problem in same_time.into_iter().chain(same_moment) {
        if problem.place == Place::Session(group.id.clone(), number) {
            problems.push(problem);
        }
    }
    problems.sort_by_key(|problem| std::cmp::Reverse(problem.severity));
    problems
}

/// Whether the problem is one of this bijeenkomst, or of a later one that follows it too soon.
fn concerns(problem: &Problem, group: &GroupId, number: SessionNumber) -> bool {
    let Place::Session(place, session) = &problem.place else {
        return false;
    };
    let follows_too_soon = matches!(
        &problem.finding,
        Finding::TooSoon { after, .. } | Finding::OutOfOrder { after } if *after == number
    );
    place == group && (*session == number || follows_too_soon)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schedule::test_plans::{day, on_thursdays};

    #[test]
    fn tells_what_a_move_would_break_and_nothing_else() {
        // Scenario 3 of `docs/domain.md#8.2`.
        let plan = on_thursdays(&[4, 6, 9, 12, 20, 24]);
        let group = plan.groups.values().next().unwrap();
        let third = SessionNumber::new(3).unwrap();
        let codes = |date| -> Vec<&str> {
            problems_if_held_on(&plan, &group.id, third, day(date), None)
                .iter()
                .map(|problem| problem.code)
                .collect()
        };
        // Ascension day is outside the preferred window, too, and B4 on 1-7 follows exactly 56 days later.
        assert!(codes("2027-05-06").starts_with(&["DAG-01", "VEN-01"]));
        assert!(!codes("2027-05-06").contains(&"INT-01"));
        assert!(codes("2027-05-13").contains(&"INT-01"));
        assert_eq!(codes("2027-05-04"), ["DAG-02"]);
    }

    #[test]
    fn another_group_at_the_same_time_is_named_at_the_moved_bijeenkomst() {
        let plan = on_thursdays(&[4, 4, 6, 6, 9, 9, 12, 12, 20, 20, 24, 24]);
        let mut groups = plan.groups.values();
        let (first, other) = (groups.next().unwrap(), groups.next().unwrap());
        let third = SessionNumber::new(3).unwrap();
        let taken = other.sessions.get(&third).unwrap().date.unwrap();
        let problems = problems_if_held_on(&plan, &first.id, third, taken, None);
        assert!(problems.iter().any(|problem| {
            problem.place == Place::Session(first.id.clone(), third)
                && problem.finding
                    == Finding::SameTime {
                        other: other.id.clone(),
                    }
        }));
    }

    #[test]
    fn an_unknown_group_has_no_problems() {
        let third = SessionNumber::new(3).unwrap();
        let nowhere = GroupId::new("X");
        let problems = problems_if_held_on(&Plan::empty(), &nowhere, third, Date::FIRST, None);
        assert!(problems.is_empty());
    }
}
