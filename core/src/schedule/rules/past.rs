//! No day is chosen that is over.

use super::{Against, Question, Say};
use crate::calendar::Date;

pub(super) fn check(question: &Question<'_>, date: Date, say: Say<'_, '_>) {
    if question.today.is_some_and(|today| date < today) {
        say(Against::Past);
    }
}
