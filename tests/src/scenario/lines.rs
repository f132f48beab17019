//! The smallest parts of a scenario file: days, ranges and lists as a Dutch reader writes them.

use crate::day::Day;

const WEEKDAYS: [&str; 7] = ["ma", "di", "wo", "do", "vr", "za", "zo"];

/// Reads `25-2-2027`, or `do 25-2-2027`, whose weekday must be right.
///
/// # Errors
/// What is wrong with it.
pub fn day(text: &str) -> Result<Day, String> {
    let text = text.trim();
    let (weekday, numbers) = match text.split_once(' ') {
        Some((weekday, numbers)) => (Some(weekday), numbers),
        None => (None, text),
    };
    let parts: Vec<&str> = numbers.split('-').collect();
    let &[of_month, month, year] = parts.as_slice() else {
        return Err(format!("'{text}' is geen dag"));
    };
    let day = Day::iso(&format!("{year}-{month}-{of_month}"))
        .ok_or_else(|| format!("'{text}' is geen dag"))?;
    match weekday {
        Some(weekday) if weekday != weekday_name(day) => {
            Err(format!("{numbers} is een {}", weekday_name(day)))
        }
        _ => Ok(day),
    }
}

/// Reads `21-2-2027 t/m 1-3-2027`.
///
/// # Errors
/// What is wrong with it.
pub fn range(text: &str) -> Result<(Day, Day), String> {
    let (first, last) = text
        .split_once(" t/m ")
        .ok_or_else(|| format!("'{text}' heeft geen t/m"))?;
    Ok((day(first)?, day(last)?))
}

/// Reads days between commas, or `geen`.
///
/// # Errors
/// What is wrong with it.
pub fn days(text: &str) -> Result<Vec<Day>, String> {
    if text == "geen" {
        return Ok(Vec::new());
    }
    text.split(',').map(day).collect()
}

/// The weekday in two letters.
pub fn weekday_name(day: Day) -> &'static str {
    WEEKDAYS[day.weekday() as usize]
}

/// The day as a scenario writes it, `do 25-2-2027`.
pub fn written(day: Day) -> String {
    let (year, month, of_month) = day.parts();
    format!("{} {of_month}-{month}-{year}", weekday_name(day))
}
