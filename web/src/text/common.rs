//! Words that many screens share.

use super::{Lang, texts};
use centering_core::problem::Severity;

impl Lang {
    texts! {
        close: "Sluit", "Close";
        cancel: "Niet doen", "Cancel";
        save: "Bewaar", "Save";
        families(count: usize):
            if count == 1 { "1 gezin".to_owned() } else { format!("{count} gezinnen") },
            if count == 1 { "1 family".to_owned() } else { format!("{count} families") };
        groups(count: usize):
            if count == 1 { "1 groep".to_owned() } else { format!("{count} groepen") },
            if count == 1 { "1 group".to_owned() } else { format!("{count} groups") };
        sessions(count: usize):
            if count == 1 { "1 bijeenkomst".to_owned() } else { format!("{count} bijeenkomsten") },
            if count == 1 { "1 session".to_owned() } else { format!("{count} sessions") };
        days(count: i32):
            if count == 1 { "1 dag".to_owned() } else { format!("{count} dagen") },
            if count == 1 { "1 day".to_owned() } else { format!("{count} days") };
        session_number(number: u8): format!("bijeenkomst {number}"), format!("session {number}");
        list(items: &[String]): join(items, "en"), join(items, "and");
    }

    /// `kan niet`, `let op`: the word of a severity, always beside its icon.
    pub fn severity(self, severity: Severity) -> &'static str {
        match (self, severity) {
            (Self::Nl, Severity::Error) => "Kan niet",
            (Self::Nl, Severity::Strong) => "Let goed op",
            (Self::Nl, Severity::Warning) => "Let op",
            (Self::Nl, Severity::Info) => "Ter info",
            (Self::En, Severity::Error) => "Not possible",
            (Self::En, Severity::Strong) => "Take care",
            (Self::En, Severity::Warning) => "Check this",
            (Self::En, Severity::Info) => "For information",
        }
    }
}

/// The text with a capital first letter.
pub fn capital(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(characters).collect()
    })
}

/// `a, b en c`.
fn join(items: &[String], and: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
    }
}
