//! A period as it is typed: a first and a last day.

use crate::text::Lang;
use centering_core::calendar::DateRange;
use centering_core::intake::read_date;

/// What is wrong with the first and with the last day.
pub type PeriodFault = (Option<String>, Option<String>);

/// The period; one day where the last is left out.
pub fn read_period(first: &str, last: &str, lang: Lang) -> Result<DateRange, PeriodFault> {
    let words = |fault| Some(lang.day_fault(fault));
    let is_one_day = last.trim().is_empty();
    let begin = read_date(first);
    let end = if is_one_day { begin } else { read_date(last) };
    let days = match (begin, end) {
        (Ok(first), Ok(last)) => DateRange { first, last },
        (Err(fault), _) if is_one_day => return Err((words(fault), None)),
        (begin, end) => return Err((begin.err().and_then(words), end.err().and_then(words))),
    };
    if days.is_empty() {
        return Err((None, Some(lang.closure_backwards().to_owned())));
    }
    Ok(days)
}
