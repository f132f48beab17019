//! LIJ-01, RUI-01, TEA-01: a line, a room and a begeleider are with one group at a time.

use super::{Against, Question, Say};
use crate::calendar::Date;

pub(super) fn check(question: &Question<'_>, date: Date, say: Say<'_, '_>) {
    let at = question.line.zip(question.crew);
    let is_taken =
        at.is_some_and(|((line, bookings, _), crew)| !bookings.is_free(line, crew.hours, date));
    if is_taken {
        say(Against::Taken);
    }
}
