//! The screen of what asks for somebody today.

use super::{Lang, capital, say, texts};
use centering_core::calendar::Date;
use centering_core::layers::UntoldSession;

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
        today_tell_of(count: usize, change: &str):
            "1 bijeenkomst: {change}" | "{count} bijeenkomsten, de eerste: {change}",
            "1 session: {change}" | "{count} sessions, the first: {change}";
        today_away_of(days: &str, sessions: &str): "{days}: mist {sessions}", "{days}: misses {sessions}";
        today_invite_of(day: &str, by: &str): "volgende bijeenkomst op {day}, nodig uit voor {by}", "next session on {day}, invite before {by}";
        today_invite_late(day: &str): "volgende bijeenkomst op {day}, de ouders weten dat nog niet", "next session on {day}, the parents do not know yet";
        today_due(day: &str): "uitgerekend op {day}", "due on {day}";
        today_born_of(family: &str): "Geboortedatum van {family}", "Birth date of {family}";
        today_born_fault: "Vul een dag in tot en met vandaag.", "Enter a day up to today.";
        today_small_of(families: usize, min: u8): "1 gezin, minstens {min} is het doel" | "{families} gezinnen, minstens {min} is het doel", "1 family, the aim is at least {min}" | "{families} families, the aim is at least {min}";
        today_fits(group: &str, families: usize): "past in {group}, dat wordt dan {families} gezinnen", "fits {group}, which then has {families} families";
        today_place(group: &str): "Zet in {group}", "Put in {group}";
        today_waits(families: usize): "1 gezin past nog in geen groep" | "{families} gezinnen passen nog in geen groep", "1 family fits no group yet" | "{families} families fit no group yet";
        today_waits_most(count: usize, reason: &str): "Bij 1 is de reden: {reason}" | "Bij {count} is de reden: {reason}", "For 1 the reason is: {reason}" | "For {count} the reason is: {reason}";
        today_begin(day: &str, is_over: bool):
            if is_over { format!("had uiterlijk {day} moeten beginnen") } else { format!("begin uiterlijk {day}") },
            if is_over { format!("should have begun by {day}") } else { format!("begin by {day}") };
        today_end(day: &str, is_over: bool):
            if is_over { format!("had uiterlijk {day} klaar moeten zijn") } else { format!("klaar uiterlijk {day}") },
            if is_over { format!("should have been done by {day}") } else { format!("finish by {day}") };
    }

    /// What changed of a bijeenkomst: `van vr 21 jan naar vr 28 jan`; its day alone where that is the same.
    pub fn untold_change(self, session: &UntoldSession, near: Option<Date>) -> String {
        let was = self.day(session.told, near);
        match session.now {
            _ if session.lapses => say!(self; "{was} gaat niet door", "{was} is cancelled"),
            None => {
                say!(self; "niet op {was}, nog geen nieuwe datum", "not on {was}, no new date yet")
            }
            Some(now) if now == session.told => say!(self; "op {was}", "on {was}"),
            Some(now) => say!(self; "van {was} naar {}", "from {was} to {}"; self.day(now, near)),
        }
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

#[cfg(test)]
mod tests {
    use super::*;
    use centering_core::layers::untold;
    use centering_core::plan::Plan;

    #[test]
    fn what_changed_is_said_with_the_day_that_was_known() {
        let mut document: serde_json::Value =
            serde_json::from_str(include_str!("../../tests/data/een-groep.json")).unwrap();
        document["groups"][0]["sessions"] = serde_json::json!([
            {"number": "B1", "date": "2027-04-01", "status": "shared", "told": "2027-04-08"},
            {"number": "B2", "date": "2027-04-22", "status": "cancelled", "told": "2027-04-22"},
            {"number": "B3", "date": null, "status": "shared", "told": "2027-05-20"},
            {"number": "B4", "date": "2027-06-17", "status": "shared", "told": "2027-06-17"},
        ]);
        let plan = Plan::from_json(&document.to_string()).unwrap();
        let today = Date::parse_iso("2027-03-16");
        let untold = untold(&plan, today);
        let changes = untold[0].sessions.iter();
        let changes: Vec<String> = changes
            .map(|session| Lang::Nl.untold_change(session, today))
            .collect();
        assert_eq!(
            changes,
            [
                "van do 8 apr naar do 1 apr",
                "do 22 apr gaat niet door",
                "niet op do 20 mei, nog geen nieuwe datum",
                "op do 17 jun",
            ]
        );
    }
}
