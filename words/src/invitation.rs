//! What parents are told, on paper, in a message and in their calendar; and the dialog that makes it.
//! Parents read it: short sentences, no word of the planner.

use super::{Lang, say, texts};
use centering_core::calendar::{ClockTime, Date};

impl Lang {
    texts! {
        invitation_make: "Maak de uitnodiging", "Make the invitation";
        invitation_dialog(group: &str): "Uitnodiging voor {group}", "Invitation for {group}";
        invitation_for: "Taal van de uitnodiging", "Language of the invitation";
        invitation_copy: "Kopieer de tekst", "Copy the text";
        invitation_copied: "Gekopieerd. Plak het in een bericht of brief.", "Copied. Paste it in a message or letter.";
        invitation_save: "Bewaar als agendabestand", "Save as calendar file";
        invitation_save_hint:
            "Open het agendabestand met Outlook, Google Agenda of een telefoon. Een datum die later verandert, verandert daar niet vanzelf.",
            "Open the calendar file with Outlook, Google Calendar or a phone. A date that changes later does not change there by itself.";
        invitation_no_address(location: &str):
            "{location} heeft nog geen adres. Ouders zien nu alleen de naam.",
            "{location} has no address yet. Parents see only the name now.";
        invitation_add_address: "Vul het adres in", "Enter the address";
        invitation_none:
            "Er is nog geen bijeenkomst met een datum die moet komen. Plan eerst de datums van deze groep.",
            "There is no session to come with a date yet. Plan the dates of this group first.";
        invitation_told: "De ouders weten deze datums al.", "The parents know these dates already.";
        invitation_after: "Verstuurd? Zet dan vast dat de ouders de datums weten.", "Sent? Then mark that the parents know the dates.";

        invitation_title: "Welkom bij CenteringOuderschap", "Welcome to CenteringOuderschap";
        invitation_place(place: &str): "Waar: {place}", "Where: {place}";
        invitation_end:
            "Kun je een keer niet? Laat het ons weten. De datums staan nu zo. Verandert er iets, dan hoor je het van ons.",
            "Can you not come once? Let us know. These are the dates now. If something changes, we will tell you.";
        invitation_event(number: u8): "CenteringOuderschap, bijeenkomst {number}", "CenteringOuderschap, session {number}";
        invitation_group(group: &str): "Groep {group}", "Group {group}";
    }

    /// Who meets, and how often still.
    pub fn invitation_intro(self, group: &str, times: usize) -> String {
        match times {
            1 => say!(self;
                "Jullie groep ({group}) komt nog 1 keer bij elkaar.",
                "Your group ({group}) meets 1 more time."),
            _ => say!(self;
                "Jullie groep ({group}) komt {times} keer bij elkaar.",
                "Your group ({group}) meets {times} times."),
        }
    }

    /// `maandag 4 januari 2027, 9.30 – 11.30 uur`.
    pub fn invitation_line(self, date: Date, times: Option<(ClockTime, ClockTime)>) -> String {
        let day = self.day_full(date);
        let Some((start, end)) = times else {
            return day;
        };
        let (start, end) = (self.time(start), self.time(end));
        say!(self; "{day}, {start} – {end} uur", "{day}, {start} – {end}")
    }

    /// That some bijeenkomsten have no day yet.
    pub fn invitation_later(self, numbers: &[String]) -> String {
        let last = numbers.last().map_or("", String::as_str);
        match numbers.split_last() {
            Some((_, others)) if !others.is_empty() => {
                let others = others.join(", ");
                say!(self;
                    "De datum van bijeenkomst {others} en {last} hoor je later.",
                    "You will hear the dates of sessions {others} and {last} later.")
            }
            _ => say!(self;
                "De datum van bijeenkomst {last} hoor je later.",
                "You will hear the date of session {last} later."),
        }
    }
}
