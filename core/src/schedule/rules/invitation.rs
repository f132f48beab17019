//! UIT-01: parents are invited in time: so many days lie between the day of planning and the first bijeenkomst, as
//! long as nobody of the group knows a date. Source: `docs/domain.md#2.1` (our choice).

use super::{Against, Question, Say};
use crate::calendar::Date;
use crate::care::SessionNumber;
use crate::plan::Status;
use crate::schedule::Windowed;

/// Cost of a first bijeenkomst that comes too early to invite parents: more than any day that is in time, and far
/// less than no day. Own choice.
const SHORT_COST: i64 = 1_000_000;

pub(super) fn check(question: &Question<'_>, date: Date, say: Say<'_, '_>) {
    let (Some(windowed), Some(window)) = (question.beside, question.window) else {
        return;
    };
    let first = first_day(windowed, window.number, question.today);
    if let Some((first, today)) = first.zip(question.today)
        && (today..first).contains(&date)
    {
        say(Against::ShortInvitation {
            days: date.days_since(today),
            first: question.days.map_or(first, |days| days.open_near(first, 1)),
        });
    }
}

/// What it adds to the cost of a day of this bijeenkomst.
pub(in crate::schedule) fn cost(first: Option<Date>, date: Date) -> i64 {
    first.map_or(0, |first| i64::from(date < first) * SHORT_COST)
}

/// The first day that leaves time to invite parents to this bijeenkomst; `None` where it is not the first of its
/// group that can still be held, and where parents know a date or it has begun.
pub(in crate::schedule) fn first_day(
    windowed: &Windowed<'_>,
    number: SessionNumber,
    today: Option<Date>,
) -> Option<Date> {
    let today = today?;
    let group = windowed.group;
    let is_known = |date: Option<Date>, status| {
        let is_over = date.is_some_and(|date| date < today);
        matches!(status, Status::Shared | Status::Held) || (status == Status::Draft && is_over)
    };
    let mut sessions = group.sessions.values();
    if sessions.any(|session| is_known(session.date, session.status)) {
        return None;
    }
    let is_cancelled = |number| {
        let session = group.sessions.get(&number);
        session.is_some_and(|session| session.status == Status::Cancelled)
    };
    let mut coming = windowed.windows.iter();
    let first =
        coming.find(|window| window.allowed.last >= today && !is_cancelled(window.number))?;
    let days = i32::from(windowed.plan.settings.invitation_days);
    (first.number == number).then(|| today.plus_days(days))
}
