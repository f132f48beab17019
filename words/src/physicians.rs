//! Words of who comes to a bijeenkomst as its jeugdarts.

use super::{Lang, say, texts};
use centering_core::schedule::Hindrance;

impl Lang {
    texts! {
        physician_visits(all: usize):
            "Bij 1 komende bijeenkomst hoort een jeugdarts." | "Bij {all} komende bijeenkomsten hoort een jeugdarts.",
            "1 coming session needs a youth physician." | "{all} coming sessions need a youth physician.";
        physician_visits_open(count: usize):
            match count { 0 => "Overal is er een gekozen.".to_owned(), 1 => "Bij 1 moet je er nog een kiezen.".to_owned(), count => format!("Bij {count} moet je er nog een kiezen.") },
            match count { 0 => "All of them have one.".to_owned(), 1 => "1 of them still waits for a choice.".to_owned(), count => format!("{count} of them still wait for a choice.") };
        physician_visits_without(count: usize):
            "Bij 1 kan niemand:" | "Bij {count} kan niemand:",
            "At 1 nobody can come:" | "At {count} nobody can come:";
        physician_visits_more(count: usize): "en nog {count}", "and {count} more";
        assign_physicians: "Wijs jeugdartsen toe", "Assign youth physicians";
        assign_physicians_at(location: &str): "Wijs jeugdartsen toe in {location}", "Assign youth physicians in {location}";
        assign_physicians_hint:
            "De planner verdeelt ze eerlijk naar werkweek. Wie je zelf koos blijft, behalve wie dan weg is.",
            "The planner shares them out by working week. Whom you chose stays, except who is away then.";
        physician_who: "Wie komt als jeugdarts?", "Who comes as youth physician?";
        physician_nobody: "nog niet gekozen", "not chosen yet";
    }

    /// Why nobody of the jeugdartsen can come to a bijeenkomst: what keeps who comes nearest.
    pub fn physician_why(self, why: &Hindrance) -> String {
        match why {
            Hindrance::NoHalfDay => say!(self; "er is geen dagdeel bekend", "no half-day is known"),
            Hindrance::OtherRole => {
                say!(self; "er is geen jeugdarts", "there is no youth physician")
            }
            Hindrance::NotAtWork(half_day) => say!(self;
                "er werkt hier geen jeugdarts op {}",
                "no youth physician works here on {}";
                self.half_day(*half_day)),
            Hindrance::Away => say!(self;
                "de jeugdarts die dan werkt is weg",
                "the youth physician who works then is away"),
            Hindrance::Elsewhere(other) => say!(self;
                "de jeugdarts die dan werkt is bij {other}",
                "the youth physician who works then is with {other}"),
            Hindrance::WeekFull => say!(self;
                "de werkweek van de jeugdarts is dan vol",
                "the working week of the youth physician is full then"),
        }
    }

    /// A jeugdarts in a list, with what keeps this person from a bijeenkomst: `J1 (weg)`.
    pub fn physician_option(self, alias: &str, why: Option<&Hindrance>) -> String {
        let why = match why {
            None => return alias.to_owned(),
            Some(Hindrance::NoHalfDay) => say!(self; "geen dagdeel", "no half-day"),
            Some(Hindrance::OtherRole) => say!(self; "geen jeugdarts", "no youth physician"),
            Some(Hindrance::NotAtWork(_)) => {
                say!(self; "werkt hier dan niet", "does not work here then")
            }
            Some(Hindrance::Away) => say!(self; "weg", "away"),
            Some(Hindrance::Elsewhere(other)) => say!(self; "bij {other}", "with {other}"),
            Some(Hindrance::WeekFull) => say!(self; "werkweek vol", "working week full"),
        };
        format!("{alias} ({why})")
    }
}
