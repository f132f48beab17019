//! Checks one bijeenkomst: its day against the windows, the vaccine limits, the intervals and the calendar.

use super::Finding;
use crate::calendar::Date;
use crate::care::SessionWindow;
use crate::plan::Standing;
use crate::schedule::{Question, Windowed, sieve_of};

/// What is wrong with the bijeenkomst of this window. Of one that is over it is asked whether it took place, where nobody
/// said so; of one that was held it is said that it cannot have been on its day. Without a day and with its time over
/// nothing is said here: the group names all of these. Of one that is cancelled that its families need appointments of
/// their own, as long as its window is open; but nothing of what a group lost by stopping, which
/// [`catch_up_of`](crate::layers::catch_up_of) counts.
pub(super) fn check_session(
    windowed: &Windowed<'_>,
    window: &SessionWindow,
    today: Option<Date>,
) -> Vec<Finding> {
    let Windowed { plan, group, .. } = windowed;
    let session = group.sessions.get(&window.number);
    if group.lost_by_stopping(session) {
        return Vec::new();
    }
    match session.map_or(Standing::Undated, |session| session.standing(today)) {
        Standing::Held => {
            let date = session.and_then(|session| session.date);
            let born = plan.births(group).map(|births| births.oldest());
            let too_early = born.filter(|born| date.is_some_and(|date| date < *born));
            return Vec::from_iter(too_early.map(|born| Finding::HeldBeforeBirth { born }));
        }
        Standing::Unconfirmed => return vec![Finding::Unconfirmed],
        Standing::Undated if window.is_over(today) => return Vec::new(),
        Standing::Cancelled | Standing::CancelledUntold => {
            let until = window.template.last;
            let is_open = !window.is_over(today);
            return Vec::from_iter(is_open.then_some(Finding::Lapsed { until }));
        }
        _ => {}
    }
    let Some(date) = session.and_then(|session| session.date) else {
        return sieve_of(windowed, window.number, today)
            .map(Finding::Unscheduled)
            .into_iter()
            .collect();
    };
    let asked = Question {
        today,
        window: Some(window),
        beside: Some(windowed),
        ..Question::at(plan, &group.location)
    };
    let against = asked.against(date).into_iter();
    against
        .filter_map(|against| Finding::of_day(windowed, window, against))
        .collect()
}
