//! Words for what is done to a group as a whole: dragging, stopping, and the counts of its vaccination schemes.

use super::{Lang, say, texts};
use centering_core::care::Scheme;

impl Lang {
    texts! {
        drag_family(code: &str): "Gezin {code}", "Family {code}";
        drag_edge(group: &str): "Grens van {group}", "Edge of {group}";
        drag_hint: "Laat los op een groep van dezelfde locatie en taal. Esc: terug.", "Let go on a group of the same location and language. Esc: back.";
        drag_sizes(before: usize, after: usize, spread_before: i32, spread: i32):
            "{before} → {}, leeftijdsverschil {spread_before} → {}",
            "{before} → {}, age gap {spread_before} → {}"
            => |lang| lang.families(after), lang.days(spread);
        drag_legend: "Sleep een gezin naar een andere groep, of de rand van een groep. Zonder slepen: kies de groep en wijzig haar gezinnen.", "Drag a family to another group, or the edge of a group. Without dragging: choose the group and change its families.";
        stop_group: "Stop deze groep", "Stop this group";
        resume_group: "Laat de groep weer doorgaan", "Let the group go on";
        stopped_on(day: &str): "Deze groep is gestopt op {day}.", "This group stopped on {day}.";
        stopped_means:
            "Wat nog kwam, is vervallen. Wat geweest is, blijft staan. Welke eigen afspraken de gezinnen nodig hebben, zie je in het rooster bij Inhaalafspraken. Haal een gezin uit de groep om er een andere groep voor te zoeken.",
            "What was still to come is cancelled. What took place stays. Which appointments its families need is in the schedule at Catch-up. Take a family out of the group to find another group for it.";
        schemes_title: "Vaccinatieschema", "Vaccination scheme";
        schemes_left(left: usize, of: usize):
            if left == 0 { "Alle kinderen zijn geteld.".to_owned() } else { format!("{left} van de {of} kinderen nog niet geteld.") },
            if left == 0 { "All children are counted.".to_owned() } else { format!("{left} of the {of} children not counted yet.") };
        schemes_hint: "Alleen aantallen, nooit welk kind. De jeugdarts kiest het schema.", "Only counts, never which child. The youth physician chooses the scheme.";
        scheme_name(scheme: Scheme): "{}", "{}" => |_lang| scheme_text(scheme);
        scheme_children(scheme: Scheme): "Kinderen met schema {}", "Children with scheme {}" => |_lang| scheme_text(scheme);
    }

    /// How many days a window has left, and had.
    pub fn drag_window(self, before: i32, after: i32) -> String {
        let after_days = self.days(after);
        if before == after {
            say!(self; "periode {after_days}", "period {after_days}")
        } else {
            say!(self; "periode {before} → {after_days}", "period {before} → {after_days}")
        }
    }
}

fn scheme_text(scheme: Scheme) -> &'static str {
    match scheme {
        Scheme::M3M5M12 => "3-5-12",
        Scheme::M2M3M5M12 => "2-3-5-12",
    }
}
