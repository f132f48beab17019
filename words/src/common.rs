//! Words that many screens share.

use super::{Lang, say, texts};
use centering_core::problem::Severity;

impl Lang {
    texts! {
        close: "Sluit", "Close";
        leave_typed: "Wat je hier hebt ingevuld is nog niet bewaard.", "What you entered here is not saved yet.";
        leave_it: "Gooi het weg", "Throw it away";
        cancel: "Niet doen", "Cancel";
        save: "Bewaar", "Save";
        sort_by: "Sorteer op", "Sort by";
        sort_back(column: &str): "{column}, andersom", "{column}, reversed";
        families(count: usize): "1 gezin" | "{count} gezinnen", "1 family" | "{count} families";
        groups(count: usize): "1 groep" | "{count} groepen", "1 group" | "{count} groups";
        sessions(count: usize): "1 bijeenkomst" | "{count} bijeenkomsten", "1 session" | "{count} sessions";
        days(count: i32): "1 dag" | "{count} dagen", "1 day" | "{count} days";
        session_number(number: u8): "bijeenkomst {number}", "session {number}";
    }

    /// `a, b en c`.
    pub fn list(self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => say!(self; "{} en {last}", "{} and {last}"; first.join(", ")),
        }
    }

    /// `kan niet`, `let op`: the word of a severity, always beside its icon.
    pub fn severity(self, severity: Severity) -> &'static str {
        self.of(match severity {
            Severity::Error => ["Kan niet", "Not possible"],
            Severity::Strong => ["Let goed op", "Take care"],
            Severity::Warning => ["Let op", "Check this"],
            Severity::Info => ["Ter info", "For information"],
        })
    }
}

/// The text with a capital first letter.
pub fn capital(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(characters).collect()
    })
}
