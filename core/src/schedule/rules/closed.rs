//! DAG-01: nothing is held on a closed day. Source: `docs/domain.md#2.1`; what closes a day is in
//! [`Days::closed_by`](super::super::Days::closed_by).

use super::{Against, Question, Say};
use crate::calendar::Date;

pub(super) fn check(question: &Question<'_>, date: Date, say: Say<'_, '_>) {
    let closed_by = question.days.and_then(|days| days.closed_by(date));
    if let Some(by) = closed_by {
        say(Against::Closed(by));
    }
}
