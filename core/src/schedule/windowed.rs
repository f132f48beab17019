//! A group with the windows of its bijeenkomsten: worked out once, and handed on to whoever asks for its days.

use super::days::Days;
use crate::calendar::Date;
use crate::care::{Programme, SessionNumber, SessionWindow, windows};
use crate::plan::{Group, Plan, Standing};
use std::borrow::Cow;

/// A group of a plan with the windows of its bijeenkomsten.
#[derive(Clone, Debug)]
pub struct Windowed<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The group.
    pub group: &'a Group,
    /// The windows in order of the template; none for a group without families, and while the template has a fault
    /// (problem SJA-01): nothing is planned with it.
    pub windows: Cow<'a, [SessionWindow]>,
}

impl<'a> Windowed<'a> {
    /// Works the windows of the group out.
    pub fn of(plan: &'a Plan, group: &'a Group) -> Self {
        let windows = plan
            .births(group)
            .filter(|_| plan.template().check().is_ok())
            .map(|births| {
                let month_end = plan.settings.month_end;
                windows(plan.template(), Programme::current(), births, month_end)
            })
            .unwrap_or_default();
        Self {
            plan,
            group,
            windows: Cow::Owned(windows),
        }
    }

    /// The group with windows that are known: they hold as long as its families and the template stay.
    pub(crate) fn with(plan: &'a Plan, group: &'a Group, windows: &'a [SessionWindow]) -> Self {
        Self {
            plan,
            group,
            windows: Cow::Borrowed(windows),
        }
    }

    /// The window of one bijeenkomst.
    pub fn window(&self, number: SessionNumber) -> Option<&SessionWindow> {
        self.windows.iter().find(|window| window.number == number)
    }

    /// The windows that are over on the day of [today](crate#today) of bijeenkomsten without a day: nobody said when they
    /// took place, nor that they did not.
    pub fn unsaid(&self, today: Option<Date>) -> impl Iterator<Item = &SessionWindow> {
        let is_undated = move |number| {
            let session = self.group.sessions.get(number);
            session.is_none_or(|session| session.standing(today) == Standing::Undated)
        };
        let windows = self.windows.iter();
        windows.filter(move |window| window.is_over(today) && is_undated(&window.number))
    }

    /// The bijeenkomsten that can have been held by the day of [today](crate#today): their day or the first day of their
    /// window has come. Of a group without windows all without a later day.
    pub fn can_be_held(&self, today: Option<Date>) -> Vec<SessionNumber> {
        let has_come = |number: SessionNumber| {
            let session = self.group.sessions.get(&number);
            let first = self.window(number).map(|window| window.template.first);
            let day = session.and_then(|session| session.date).or(first);
            today.is_none_or(|today| day.is_none_or(|day| day <= today))
        };
        let numbers = self.plan.template().sessions.iter().map(|spec| spec.number);
        numbers.filter(|number| has_come(*number)).collect()
    }

    /// For every bijeenkomst the number of free days: those of the preferred window on the fixed weekday that
    /// are open and in no school holiday to avoid. The day that was chosen counts as well.
    /// Empty for a group without families or without a half-day.
    pub fn free_days(&self) -> Vec<(SessionNumber, usize)> {
        let Some(choice) = self.group.half_day else {
            return Vec::new();
        };
        let workday = choice.half_day().workday;
        let days = Days::of(self.plan, &self.group.location);
        self.windows
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

    /// Of these free days those of the bijeenkomst with the fewest among the ones that are still to come, the earliest
    /// of equals.
    /// Without a day of [today](crate#today) all are still to come.
    pub fn tightest(
        &self,
        free_days: &[(SessionNumber, usize)],
        today: Option<Date>,
    ) -> Option<(SessionNumber, usize)> {
        let is_coming = |number: &SessionNumber| {
            let session = self.group.sessions.get(number);
            let is_over = self
                .window(*number)
                .is_some_and(|window| window.is_over(today));
            session.map_or(!is_over, |session| {
                session.is_to_come(today) && !(is_over && session.date.is_none())
            })
        };
        free_days
            .iter()
            .filter(|(number, _)| is_coming(number))
            .min_by_key(|(number, free)| (*free, *number))
            .copied()
    }
}

/// The windows of the bijeenkomsten of a group, as [`Windowed`] has them.
pub fn session_windows(plan: &Plan, group: &Group) -> Vec<SessionWindow> {
    Windowed::of(plan, group).windows.into_owned()
}

/// The free days of each bijeenkomst of a group, as [`Windowed::free_days`] counts them.
pub fn free_days(plan: &Plan, group: &Group) -> Vec<(SessionNumber, usize)> {
    Windowed::of(plan, group).free_days()
}

/// The bijeenkomst with the fewest free days among those that are still to come, the earliest of equals.
/// Without a day of [today](crate#today) all are still to come.
pub fn tightest(plan: &Plan, group: &Group, today: Option<Date>) -> Option<(SessionNumber, usize)> {
    let windowed = Windowed::of(plan, group);
    windowed.tightest(&windowed.free_days(), today)
}
