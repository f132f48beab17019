//! VAC-01, VAC-02: every vaccination may be given to every child. Source: the limits of the vaccination programme, in
//! `core/data`; no template can relax them.

use super::{Against, Question, Say};
use crate::calendar::Date;

pub(super) fn check<'a>(question: &Question<'a>, date: Date, say: Say<'_, 'a>) {
    let outside = question
        .window
        .filter(|window| !window.allowed.contains(date));
    for dose in outside.iter().flat_map(|window| &window.doses) {
        if let Some(first) = dose.from.filter(|first| date < *first) {
            let dose = &dose.planned;
            say(Against::BeforeDose { dose, first });
        }
        if let Some(last) = dose.until.filter(|last| date > *last) {
            let dose = &dose.planned;
            say(Against::AfterDose { dose, last });
        }
    }
}
