//! Why a bijeenkomst has no day: which rule took which days away.

use super::super::{Lang, capital, say};
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

pub(super) fn sieve_title(lang: Lang, case: &Case<'_>, sieve: &Sieve) -> String {
    let number = case.number;
    match Blocked::of(sieve) {
        Blocked::NoDays => say!(lang;
            "Bijeenkomst {number} past niet: het leeftijdsverschil in de groep is te groot",
            "Session {number} does not fit: the age gap in the group is too large"),
        Blocked::NoWeekday => say!(lang;
            "Bijeenkomst {number} past niet: er is geen {} die mag",
            "Session {number} does not fit: no {} is allowed";
            weekday(lang, case)),
        Blocked::Closed(date, by) => say!(lang;
            "Bijeenkomst {number} past niet: {} kan niet ({})",
            "Session {number} does not fit: {} is not possible ({})";
            lang.day_long(date), lang.closed_by(by)),
        Blocked::Past => say!(lang;
            "Bijeenkomst {number} past niet meer: de dagen zijn voorbij",
            "Session {number} does not fit any more: the days are over"),
        Blocked::TooClose => say!(lang;
            "Bijeenkomst {number} past niet tussen de andere bijeenkomsten",
            "Session {number} does not fit between the other sessions"),
        Blocked::DaysLeft => say!(lang;
            "Bijeenkomst {number} heeft nog geen datum",
            "Session {number} has no date yet"),
        Blocked::Mixed => say!(lang;
            "Bijeenkomst {number} past niet",
            "Session {number} does not fit"),
    }
}

fn weekday(lang: Lang, case: &Case<'_>) -> &'static str {
    case.fixed_workday()
        .map_or("", |workday| lang.weekday(workday))
}

/// Days at the beginning of a sentence: `Dinsdag 20 april en dinsdag 27 april`.
fn days_list(lang: Lang, dates: &[Date]) -> String {
    let days: Vec<String> = dates.iter().map(|date| lang.day_long(*date)).collect();
    capital(&lang.list(&days))
}

pub(super) fn sieve_detail(lang: Lang, case: &Case<'_>, sieve: &Sieve) -> String {
    if sieve.allowed.is_empty() {
        return say!(lang;
            "Er is geen dag waarop het jongste kind oud genoeg is en het oudste kind nog niet te oud.",
            "There is no day on which the youngest child is old enough and the oldest child not yet too old.");
    }
    let weekday = weekday(lang, case);
    let of_them = match sieve.on_weekday.len() {
        0 => say!(lang; "is er geen een {weekday}", "none is a {weekday}"),
        1 => say!(lang; "is er 1 een {weekday}", "1 is a {weekday}"),
        count => say!(lang; "zijn er {count} een {weekday}", "{count} are a {weekday}"),
    };
    let mut text = vec![say!(lang;
        "Van de {} die mogen ({}) {of_them}.",
        "Of the {} that are allowed ({}) {of_them}.";
        lang.days(sieve.allowed.days()), range_with_year(lang, sieve.allowed))];
    for (date, by) in &sieve.closed {
        text.push(say!(lang;
            "{} kan niet: {}.",
            "{} is not possible: {}.";
            days_list(lang, &[*date]), lang.closed_by(by)));
    }
    let past = days_list(lang, &sieve.past);
    match sieve.past.len() {
        0 => {}
        1 => text.push(say!(lang; "{past} is voorbij.", "{past} is over.")),
        _ => text.push(say!(lang; "{past} zijn voorbij.", "{past} are over.")),
    }
    if !sieve.too_close.is_empty() {
        text.push(say!(lang;
            "{} ligt te dicht bij een andere bijeenkomst.",
            "{} is too close to another session.";
            days_list(lang, &sieve.too_close)));
    }
    text.push(if sieve.left.is_empty() {
        say!(lang;
            "Daarna is het oudste kind te oud.",
            "After that the oldest child is too old.")
    } else {
        say!(lang;
            "{} kan nog. Kies die dag, of laat de datums opnieuw zoeken.",
            "{} is still possible. Choose that day, or search the dates again.";
            days_list(lang, &sieve.left))
    });
    text.join(" ")
}
