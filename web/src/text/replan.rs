//! Words of the re-plan assistant: what happened, what it asks for, and the message for parents.

use super::{Lang, texts};
use centering_core::calendar::{ClockTime, Date};

impl Lang {
    texts! {
        replan: "Er is iets gebeurd", "Something happened";
        replan_title: "Wat is er gebeurd?", "What happened?";
        replan_sub:
            "De planner zoekt het kleinste aantal wijzigingen. Jij kiest per bijeenkomst wat je overneemt. Wat geweest is, verandert nooit.",
            "The planner finds the smallest number of changes. You choose for each session what you take over. What took place never changes.";
        replan_kind: "Wat is er aan de hand?", "What is the matter?";
        replan_person: "Iemand van het team is er niet", "Somebody of the team is away";
        replan_room: "Een ruimte kan niet gebruikt worden", "A room cannot be used";
        replan_closed: "We zijn een dag of langer dicht", "We are closed for a day or longer";
        replan_family: "Een gezin stopt", "A family leaves";
        replan_group: "Een groep stopt", "A group stops";
        replan_who: "Wie?", "Who?";
        replan_which_room: "Welke ruimte?", "Which room?";
        replan_which_family: "Welk gezin?", "Which family?";
        replan_which_group: "Welke groep?", "Which group?";
        replan_first: "Eerste dag", "First day";
        replan_last: "Laatste dag", "Last day";
        replan_label: "Naam", "Name";
        replan_nothing_to_choose: "Er is nog niets om uit te kiezen. Zet je team en ruimtes eerst in het scherm Team.", "There is nothing to choose from yet. Put your team and rooms in the screen Team first.";
        replan_search: "Zoek de wijzigingen", "Find the changes";
        replan_taken: "Overgenomen. De berichten staan hieronder zolang je hier blijft.", "Taken over. The messages stay below as long as you are here.";
        replan_none: "Er hoeft niets te veranderen.", "Nothing has to change.";
        replan_changes(count: usize):
            if count == 1 { "wijziging".to_owned() } else { "wijzigingen".to_owned() },
            if count == 1 { "change".to_owned() } else { "changes".to_owned() };
        replan_shared: "bij bijeenkomsten die ouders al kennen", "of sessions that parents know";
        replan_fewest(fewest: usize):
            format!("minder dan {fewest} kan niet"),
            format!("fewer than {fewest} is not possible");
        replan_proven: "bewezen het kleinste aantal", "proven to be the smallest number";
        replan_soon(days: u16): format!("binnen {days} dagen"), format!("within {days} days");
        replan_lapse: "vervallen", "cancelled";
        replan_list: "Wijzigingen", "Changes";
        replan_take: "Neem over", "Take over";
        replan_was: "Was", "Was";
        replan_becomes: "Wordt", "Becomes";
        replan_families: "Voor ouders", "For parents";
        replan_known: "weten de oude datum", "know the old date";
        replan_unknown: "nog niet gedeeld", "not shared yet";
        replan_same_day: "Datum blijft, andere begeleider", "Same date, another facilitator";
        replan_other_date(day: &str): format!("{day}, op het eigen vaste dagdeel"), format!("{day}, on its own weekly line");
        replan_stands_in(substitute: &str, absent: &str):
            format!("{substitute} vervangt {absent}"),
            format!("{substitute} stands in for {absent}");
        replan_substitutes(stand_ins: &[String]):
            format!("zelfde dag, {}", stand_ins.join(" en ")),
            format!("same day, {}", stand_ins.join(" and "));
        replan_other_room(room: &str): format!("zelfde dag, in {room}"), format!("same day, in {room}");
        replan_same_time: "Dag en tijd blijven, andere ruimte", "Same day and time, another room";
        replan_other_line(day: &str, line: &str):
            format!("{day}, eenmalig op {line}"),
            format!("{day}, this once on {line}");
        replan_wider(day: &str):
            format!("{day}, buiten het voorkeursvenster maar toegestaan"),
            format!("{day}, outside the preferred window but allowed");
        replan_lapses: "vervalt: er is geen dag die mag", "cancelled: there is no allowed day";
        replan_accept(count: usize):
            format!("Neem {count} {} over", Lang::Nl.replan_changes(count)),
            format!("Take {count} {} over", Lang::En.replan_changes(count));
        replan_only_fact: "Leg alleen vast wat er gebeurd is", "Only record what happened";
        replan_messages: "Bericht voor ouders", "Message for parents";
        replan_messages_hint:
            "Zonder reden van afwezigheid. Lees het na en pas het aan voor je het stuurt.",
            "Without the reason of an absence. Read it and adapt it before you send it.";
        replan_copy: "Kopieer", "Copy";
        replan_copied: "Gekopieerd", "Copied";
        replan_copy_of(group: &str): format!("Kopieer het bericht voor {group}"), format!("Copy the message for {group}");
        message_hello: "Beste ouders,", "Dear parents,";
        message_bye: "Vragen? Bel ons gerust.", "Questions? Do call us.";
    }

    /// One sentence for parents about a bijeenkomst that moves.
    pub fn message_moves(self, number: u8, from: Date, to: Date, time: ClockTime) -> String {
        match self {
            Self::Nl => format!(
                "Bijeenkomst {number} is niet op {}, maar op {} om {} uur.",
                self.day_full(from),
                self.day_full(to),
                self.time(time)
            ),
            Self::En => format!(
                "Session {number} is not on {}, but on {} at {}.",
                self.day_full(from),
                self.day_full(to),
                self.time(time)
            ),
        }
    }

    /// One sentence for parents about a bijeenkomst that is cancelled.
    pub fn message_lapses(self, number: u8, from: Date) -> String {
        match self {
            Self::Nl => format!(
                "Bijeenkomst {number} op {} gaat niet door. We bellen je voor een eigen afspraak.",
                self.day_full(from)
            ),
            Self::En => format!(
                "Session {number} on {} is cancelled. We call you to make an appointment.",
                self.day_full(from)
            ),
        }
    }
}
