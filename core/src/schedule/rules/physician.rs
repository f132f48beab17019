//! ART-01, ART-02: where a jeugdarts comes, one is there and not with another group. Nothing is said of a location of
//! which the plan knows no jeugdartsen.

use super::{Against, Question, Say};
use crate::calendar::Date;

pub(super) fn check(question: &Question<'_>, date: Date, say: Say<'_, '_>) {
    let line = question
        .line
        .filter(|(_, _, needs_physician)| *needs_physician);
    let is_missing = line.is_some_and(|(line, bookings, _)| {
        bookings.plans_physicians(&line.location)
            && bookings.physicians_left(&line.location, line.half_day, date) == 0
    });
    if is_missing {
        say(Against::NoPhysician);
    }
}
