//! VAC-01, VAC-02, VAC-03: every vaccination may be given to every child. Source: the limits of the vaccination programme, in
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

/// What the programme advises forbids no day: a vaccination that is late is given all the same. Nothing is said where all
/// children follow another scheme.
pub(super) fn check_advice<'a>(question: &Question<'a>, date: Date, say: Say<'_, 'a>) {
    let counted = question.beside.map(|own| &own.group.schemes);
    let counted = counted.filter(|schemes| !schemes.is_empty());
    for dose in question.window.iter().flat_map(|window| &window.doses) {
        let is_meant = counted.is_none_or(|schemes| {
            let scheme = dose.planned.scheme.as_ref();
            scheme.is_none_or(|scheme| schemes.get(scheme).is_some_and(|children| *children > 0))
        });
        let late = dose.advised_until.filter(|last| is_meant && date > *last);
        if let Some(last) = late.filter(|_| dose.until.is_none_or(|until| date <= until)) {
            let dose = &dose.planned;
            say(Against::LateDose { dose, last });
        }
    }
}
