//! The screen of what asks for somebody today.

use super::{Lang, capital, say, texts};
use centering_core::calendar::Date;

impl Lang {
    texts! {
        today_page: "Vandaag", "Today";
        today_none: "Niets vraagt nu je aandacht", "Nothing asks for you now";
        today_none_text: "Kom je terug op een andere dag, dan staat hier wat er dan te doen is.", "When you come back on another day, what there is to do then is here.";
        today_empty_text: "Hier staat straks elke dag wat er te doen is.", "What there is to do each day will be here.";
        today_tell: "Nog te vertellen", "Still to be told";
        today_confirm: "Is dit doorgegaan?", "Did this take place?";
        today_confirm_all: "Alles is doorgegaan", "All of it took place";
        today_away: "Wie er binnenkort niet is", "Who is away soon";
        today_invite: "Uitnodigingen die de deur uit moeten", "Invitations to be sent";
        today_birth: "Is de baby er al?", "Has the baby been born?";
        today_small: "Groepen met weinig gezinnen", "Groups with few families";
        today_wait: "Gezinnen die wachten", "Families that wait";
        today_step: "Stappen die nu aan de beurt zijn", "Steps that are due";
        today_news: "Nieuw sinds de vorige dag", "New since the day before";
        today_yes: "Ja", "Yes";
        today_no: "Nee", "No";
        today_see: "Bekijk", "Look at it";
        today_message: "Het bericht", "The message";
        today_to_step: "Naar de stap", "To the step";
        today_more(count: usize): "Toon er nog 1" | "Toon er nog {count}", "Show 1 more" | "Show {count} more";
        today_tell_of(count: usize, day: &str):
            "1 bijeenkomst, op {day}" | "{count} bijeenkomsten, de eerste op {day}",
            "1 session, on {day}" | "{count} sessions, the first on {day}";
        today_away_of(days: &str, sessions: &str): "{days}: mist {sessions}", "{days}: misses {sessions}";
        today_invite_of(day: &str, by: &str): "volgende bijeenkomst op {day}, nodig uit voor {by}", "next session on {day}, invite before {by}";
        today_invite_late(day: &str): "volgende bijeenkomst op {day}, de ouders weten dat nog niet", "next session on {day}, the parents do not know yet";
        today_due(day: &str): "uitgerekend op {day}", "due on {day}";
        today_born_of(family: &str): "Geboortedatum van {family}", "Birth date of {family}";
        today_born_fault: "Vul een dag in tot en met vandaag.", "Enter a day up to today.";
        today_small_of(families: usize, min: u8): "1 gezin, het kleinste is {min}" | "{families} gezinnen, het kleinste is {min}", "1 family, the smallest is {min}" | "{families} families, the smallest is {min}";
        today_fits(group: &str, families: usize): "past in {group}, dat wordt dan {families} gezinnen", "fits {group}, which then has {families} families";
        today_place(group: &str): "Zet in {group}", "Put in {group}";
        today_waits(families: usize): "1 gezin past nog in geen groep" | "{families} gezinnen passen nog in geen groep", "1 family fits no group yet" | "{families} families fit no group yet";
        today_waits_most(count: usize, reason: &str): "Zo is het bij 1: {reason}" | "Zo is het bij {count}: {reason}", "So for 1: {reason}" | "So for {count}: {reason}";
        today_begin(day: &str): "begin uiterlijk {day}", "begin by {day}";
        today_end(day: &str): "klaar uiterlijk {day}", "finish by {day}";
    }

    /// `Maandag 16 maart 2027: 5 dingen vragen je aandacht.`
    pub fn today_sub(self, day: Date, count: usize) -> String {
        let day = capital(&self.day_full(day));
        match count {
            0 => format!("{day}."),
            1 => say!(self; "{day}: 1 ding vraagt je aandacht.", "{day}: 1 thing asks for you."),
            _ => say!(self;
                "{day}: {count} dingen vragen je aandacht.",
                "{day}: {count} things ask for you."),
        }
    }
}
