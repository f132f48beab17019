//! Words of the re-plan assistant: what happened, what it asks for, and the message for parents.

use super::{Lang, say, texts};
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
        replan_label: "Reden", "Reason";
        replan_nothing_to_choose: "Er is nog niets om uit te kiezen. Vul dat eerst in:", "There is nothing to choose from yet. Enter that first:";
        replan_search: "Zoek de wijzigingen", "Find the changes";
        replan_taken_quiet: "Overgenomen.", "Taken over.";
        replan_taken: "Overgenomen. Wat je nog vertelt staat hieronder, tot je zegt dat het verteld is.", "Taken over. What you have to tell is below, until you say that it was told.";
        replan_none: "Er hoeft niets te veranderen.", "Nothing has to change.";
        replan_changes(count: usize): "wijziging" | "wijzigingen", "change" | "changes";
        replan_shared: "bij bijeenkomsten die ouders al kennen", "of sessions that parents know";
        replan_fewest(fewest: usize): "minder dan {fewest} kan niet", "fewer than {fewest} is not possible";
        replan_proven: "minder kan niet", "fewer is not possible";
        replan_soon(days: u16): "binnen {days} dagen", "within {days} days";
        replan_lapse: "vervallen", "cancelled";
        replan_list: "Wijzigingen", "Changes";
        replan_take: "Neem over", "Take over";
        replan_was: "Was", "Was";
        replan_becomes: "Wordt", "Becomes";
        replan_families: "Voor ouders", "For parents";
        replan_known: "weten de oude datum", "know the old date";
        replan_unknown: "nog niet gedeeld", "not shared yet";
        replan_same_day: "Datum blijft, andere begeleider", "Same date, another facilitator";
        replan_other_date(day: &str): "{day}, op het eigen vaste dagdeel", "{day}, on its own weekly line";
        replan_stands_in(substitute: &str, absent: &str):
            "{substitute} vervangt {absent}",
            "{substitute} stands in for {absent}";
        replan_substitutes(stand_ins: &[String]):
            "zelfde dag, {}",
            "same day, {}"
            => |lang| stand_ins.join(lang.of([" en ", " and "]));
        replan_other_room(room: &str): "zelfde dag, in {room}", "same day, in {room}";
        replan_same_time: "Dag en tijd blijven, andere ruimte", "Same day and time, another room";
        replan_other_line(day: &str, line: &str): "{day}, eenmalig op {line}", "{day}, this once on {line}";
        replan_lapses: "vervalt: er is geen dag die mag", "cancelled: there is no allowed day";
        replan_accept(count: usize):
            "Neem {count} {} over",
            "Take {count} {} over"
            => |lang| lang.replan_changes(count);
        replan_only_fact: "Leg alleen vast wat er gebeurd is", "Only record what happened";
        replan_left(group: &str, families: usize):
            match families { 0 => format!("{group} heeft dan geen gezinnen meer en vervalt."), 1 => format!("{group} heeft dan nog 1 gezin."), count => format!("{group} heeft dan nog {count} gezinnen.") },
            match families { 0 => format!("{group} has no families left then and goes."), 1 => format!("{group} has 1 family left then."), count => format!("{group} has {count} families left then.") };
        replan_small(min: u8):
            "Dat is minder dan {min}. Vul de groep aan met een gezin dat wacht, of voeg groepen samen.",
            "That is fewer than {min}. Fill the group with a family that waits, or merge groups.";
        replan_small_nothing:
            "Er wacht nu geen gezin dat past, en er is geen groep met plaats om mee samen te voegen.",
            "No family that fits waits now, and no group with room is there to merge with.";
        replan_also: "Leg vast en doe dit", "Record it and do this";
        untold_title: "Nog te vertellen", "Still to tell";
        untold_preview: "Wat je dan nog vertelt", "What you tell then";
        untold_hint:
            "Zonder reden van afwezigheid. Lees het na en pas het aan voor je het stuurt. Een bericht blijft staan tot je zegt dat het verteld is.",
            "Without the reason of an absence. Read it and adapt it before you send it. A message stays until you say that it was told.";
        untold_parents(group: &str): "Ouders van {group}", "Parents of {group}";
        untold_tick: "Verteld", "Told";
        untold_tick_of(who: &str): "Verteld: {who}", "Told: {who}";
        replan_copy: "Kopieer", "Copy";
        replan_copied: "Gekopieerd", "Copied";
        replan_copy_of(who: &str): "Kopieer het bericht: {who}", "Copy the message: {who}";
        message_hello(group: &str): "Beste ouders van groep {group},", "Dear parents of group {group},";
        message_day_later: "De nieuwe datum hoor je later.", "You will hear the new date later.";
        message_now(when: &str, place: &str): "Nieuw: {when}. Waar: {place}.", "New: {when}. Where: {place}.";
        message_colleague(alias: &str): "Voor {alias}: er is iets veranderd.", "For {alias}: something changed.";
        message_session(group: &str, number: u8): "Groep {group}, bijeenkomst {number}", "Group {group}, session {number}";
        message_bye: "Vragen? Bel ons gerust.", "Questions? Do call us.";
    }

    /// Whether the parents know a day that changes.
    pub fn parents_know(self, is_shared: bool) -> &'static str {
        match is_shared {
            true => self.replan_known(),
            false => self.replan_unknown(),
        }
    }

    /// The day that parents know of a bijeenkomst: `vrijdag 9 april 2027 om 9.30 uur`.
    fn message_day(self, day: Date, start: Option<ClockTime>) -> String {
        let day = self.day_full(day);
        match start {
            Some(start) => say!(self; "{day} om {} uur", "{day} at {}"; self.time(start)),
            None => day,
        }
    }

    /// One sentence for parents: that a bijeenkomst is not when they think.
    pub fn message_not_on(self, number: u8, told: Date, start: Option<ClockTime>) -> String {
        let told = self.message_day(told, start);
        say!(self;
            "Bijeenkomst {number} is niet op {told}.",
            "Session {number} is not on {told}.")
    }

    /// One sentence for parents about a bijeenkomst that is cancelled.
    pub fn message_lapses(self, number: u8, told: Date, start: Option<ClockTime>) -> String {
        let told = self.message_day(told, start);
        say!(self;
            "Bijeenkomst {number} op {told} gaat niet door. We bellen je voor een eigen afspraak.",
            "Session {number} on {told} is cancelled. We call you to make an appointment.")
    }

    /// One sentence for who leads a bijeenkomst, or comes as its jeugdarts: when and where, and when it was before.
    pub fn message_leads(
        self,
        name: &str,
        when: &str,
        place: &str,
        was: Option<Date>,
        as_physician: bool,
    ) -> String {
        let was = was.map_or_else(String::new, |was| {
            let was = self.day_full(was);
            say!(self; " Eerst was dat {was}.", " It was on {was} before.")
        });
        let what = self.of(match as_physician {
            false => ["jij begeleidt deze", "you lead this one"],
            true => [
                "jij bent hier de jeugdarts",
                "you are the youth physician here",
            ],
        });
        say!(self;
            "{name}: {what} op {when}. Waar: {place}.{was}",
            "{name}: {what} on {when}. Where: {place}.{was}")
    }

    /// One sentence for who does not lead a bijeenkomst any more, or does not come as its jeugdarts.
    pub fn message_leads_not(self, name: &str, day: Date, as_physician: bool) -> String {
        let day = self.day_full(day);
        let what = self.of(match as_physician {
            false => [
                "jij begeleidt deze niet meer",
                "you do not lead this one any more",
            ],
            true => [
                "jij bent hier niet meer de jeugdarts",
                "you are not the youth physician here any more",
            ],
        });
        format!("{name} ({day}): {what}.")
    }

    /// One sentence for who would lead a bijeenkomst that is cancelled.
    pub fn message_is_off(self, name: &str, day: Date) -> String {
        let day = self.day_full(day);
        say!(self; "{name} ({day}) gaat niet door.", "{name} ({day}) is cancelled.")
    }
}
