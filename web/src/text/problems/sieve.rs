//! Why a bijeenkomst has no day: which rule took which days away.

use super::super::{Lang, capital};
use super::case::{Case, range_with_year};
use centering_core::calendar::Date;
use centering_core::schedule::{ClosedBy, Sieve};

/// Why nothing is left, where one rule took everything away.
enum Blocked<'a> {
    /// There is no age at which the bijeenkomst is right for all.
    NoDays,
    /// The fixed weekday does not occur.
    NoWeekday,
    /// The only day is closed.
    Closed(Date, &'a ClosedBy),
    /// All days are over.
    Past,
    /// All days are too close to another bijeenkomst.
    TooClose,
    /// There are days left.
    DaysLeft,
    /// Several rules together.
    Mixed,
}

impl<'a> Blocked<'a> {
    fn of(sieve: &'a Sieve) -> Self {
        if sieve.allowed.is_empty() {
            return Self::NoDays;
        }
        if !sieve.left.is_empty() {
            return Self::DaysLeft;
        }
        match (
            sieve.closed.as_slice(),
            sieve.past.len(),
            sieve.too_close.len(),
        ) {
            ([], 0, 0) => Self::NoWeekday,
            ([(date, by)], 0, 0) => Self::Closed(*date, by),
            ([], _, 0) => Self::Past,
            ([], 0, _) => Self::TooClose,
            _ => Self::Mixed,
        }
    }
}

pub(super) fn unscheduled_title_nl(case: &Case<'_>, sieve: &Sieve) -> String {
    let (lang, number) = (Lang::Nl, case.number);
    let weekday = case
        .fixed_workday()
        .map_or("", |workday| lang.weekday(workday));
    match Blocked::of(sieve) {
        Blocked::NoDays => {
            format!("Bijeenkomst {number} past niet: de spreiding van de groep is te groot")
        }
        Blocked::NoWeekday => {
            format!("Bijeenkomst {number} past niet: er is geen {weekday} die mag")
        }
        Blocked::Closed(date, by) => format!(
            "Bijeenkomst {number} past niet: {} valt uit ({})",
            lang.day_long(date),
            lang.closed_by(by)
        ),
        Blocked::Past => format!("Bijeenkomst {number} past niet meer: de dagen zijn voorbij"),
        Blocked::TooClose => {
            format!("Bijeenkomst {number} past niet tussen de andere bijeenkomsten")
        }
        Blocked::DaysLeft => format!("Bijeenkomst {number} heeft nog geen datum"),
        Blocked::Mixed => format!("Bijeenkomst {number} past niet"),
    }
}

pub(super) fn unscheduled_title_en(case: &Case<'_>, sieve: &Sieve) -> String {
    let (lang, number) = (Lang::En, case.number);
    let weekday = case
        .fixed_workday()
        .map_or("", |workday| lang.weekday(workday));
    match Blocked::of(sieve) {
        Blocked::NoDays => {
            format!("Session {number} does not fit: the spread of the group is too large")
        }
        Blocked::NoWeekday => format!("Session {number} does not fit: no {weekday} is allowed"),
        Blocked::Closed(date, by) => format!(
            "Session {number} does not fit: {} is not possible ({})",
            lang.day_long(date),
            lang.closed_by(by)
        ),
        Blocked::Past => format!("Session {number} does not fit any more: the days are over"),
        Blocked::TooClose => format!("Session {number} does not fit between the other sessions"),
        Blocked::DaysLeft => format!("Session {number} has no date yet"),
        Blocked::Mixed => format!("Session {number} does not fit"),
    }
}

/// The days in groups of one reason: `dinsdag 20 en dinsdag 27 april`.
pub(super) fn days_list(lang: Lang, dates: &[Date]) -> String {
    lang.list(
        &dates
            .iter()
            .map(|date| lang.day_long(*date))
            .collect::<Vec<_>>(),
    )
}

pub(super) fn sieve_nl(case: &Case<'_>, sieve: &Sieve) -> String {
    let lang = Lang::Nl;
    if sieve.allowed.is_empty() {
        return "Er is geen dag waarop het jongste kind oud genoeg is en het oudste kind nog niet te oud.".to_owned();
    }
    let weekday = case
        .fixed_workday()
        .map_or("", |workday| lang.weekday(workday));
    let days = sieve.allowed.days();
    let of_them = match sieve.on_weekday.len() {
        0 => format!("is er geen een {weekday}"),
        1 => format!("is er 1 een {weekday}"),
        count => format!("zijn er {count} een {weekday}"),
    };
    let mut text = vec![format!(
        "Van de {} die mogen ({}) {of_them}.",
        lang.days(days),
        range_with_year(lang, sieve.allowed)
    )];
    for (date, by) in &sieve.closed {
        text.push(format!(
            "{} valt uit: {}.",
            capital(&lang.day_long(*date)),
            lang.closed_by(by)
        ));
    }
    match sieve.past.as_slice() {
        [] => {}
        [one] => text.push(format!("{} is voorbij.", capital(&lang.day_long(*one)))),
        past => text.push(format!("{} zijn voorbij.", capital(&days_list(lang, past)))),
    }
    if !sieve.too_close.is_empty() {
        text.push(format!(
            "{} ligt te dicht bij een andere bijeenkomst.",
            capital(&days_list(lang, &sieve.too_close))
        ));
    }
    text.push(if sieve.left.is_empty() {
        "Daarna is het oudste kind te oud.".to_owned()
    } else {
        format!(
            "{} kan nog. Kies die dag, of laat de data opnieuw zoeken.",
            capital(&days_list(lang, &sieve.left))
        )
    });
    text.join(" ")
}

pub(super) fn sieve_en(case: &Case<'_>, sieve: &Sieve) -> String {
    let lang = Lang::En;
    if sieve.allowed.is_empty() {
        return "There is no day on which the youngest child is old enough and the oldest child not yet too old.".to_owned();
    }
    let weekday = case
        .fixed_workday()
        .map_or("", |workday| lang.weekday(workday));
    let days = sieve.allowed.days();
    let of_them = match sieve.on_weekday.len() {
        0 => format!("none is a {weekday}"),
        1 => format!("1 is a {weekday}"),
        count => format!("{count} are a {weekday}"),
    };
    let mut text = vec![format!(
        "Of the {} that are allowed ({}) {of_them}.",
        lang.days(days),
        range_with_year(lang, sieve.allowed)
    )];
    for (date, by) in &sieve.closed {
        text.push(format!(
            "{} is not possible: {}.",
            lang.day_long(*date),
            lang.closed_by(by)
        ));
    }
    match sieve.past.as_slice() {
        [] => {}
        [one] => text.push(format!("{} is over.", lang.day_long(*one))),
        past => text.push(format!("{} are over.", days_list(lang, past))),
    }
    if !sieve.too_close.is_empty() {
        text.push(format!(
            "{} is too close to another session.",
            days_list(lang, &sieve.too_close)
        ));
    }
    text.push(if sieve.left.is_empty() {
        "After that the oldest child is too old.".to_owned()
    } else {
        format!(
            "{} is still possible. Choose that day, or search the dates again.",
            days_list(lang, &sieve.left)
        )
    });
    text.join(" ")
}
