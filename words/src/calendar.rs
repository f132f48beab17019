//! Words of the month, the week and the agendas of the roster.

use super::{Lang, capital, texts};
use centering_core::calendar::{Date, DateRange};

impl Lang {
    texts! {
        roster_month: "Maand", "Month";
        roster_week: "Week", "Week";
        roster_agenda: "Agenda", "Agenda";
        roster_size(groups: usize, sessions: usize):
            "{}, {}.",
            "{}, {}."
            => |lang| lang.groups(groups), lang.sessions(sessions);
        why_taken: "het vaste dagdeel is dan bezet, of mist een ruimte of begeleider", "the weekly line is taken then, or lacks a room or facilitator";
        why_without_physician: "er kan dan geen jeugdarts komen", "no youth physician can come then";
        who_and_where: "Wie en waar", "Who and where";
        fact_room: "Ruimte", "Room";
        fact_leads: "Begeleiders", "Facilitators";
        fact_unknown: "nog niet bekend", "not known yet";
        period: "Periode", "Period";
        period_before: "Eerder", "Earlier";
        period_after: "Later", "Later";
        search_group: "Zoek een groep", "Find a group";
        search_none: "Geen groep past bij wat je zoekt.", "No group matches what you look for.";
        month_name(first: Date): "{} {}", "{} {}" => |lang| lang.month(first.month()), first.year();
        week_name(monday: Date):
            "week {}, {}",
            "week {}, {}"
            => |lang| monday.iso_week(), lang.range(DateRange { first: monday, last: monday.plus_days(6) }, None);
        calendar_title(period: &str, count: usize):
            "{}: {}",
            "{}: {}"
            => |lang| capital(period), lang.sessions(count);
        calendar_keys:
            "Pijltjes lopen langs de bijeenkomsten. Page Up en Page Down gaan een periode terug of verder. Alt met een pijltje verplaatst een week, met Shift een dag. Enter kiest of plaatst, P zet vast.",
            "Arrows walk along the sessions. Page Up and Page Down go back or on by a period. Alt with an arrow moves by a week, with Shift by a day. Enter chooses or places, P pins.";
        calendar_holidays(days: &str): "Feestdagen: {days}.", "Public holidays: {days}.";
        calendar_none: "In deze periode zijn er geen bijeenkomsten.", "There are no sessions in this period.";
        insp_hint_list:
            "Klik op een bijeenkomst om te zien waarom ze die dag is, en om haar te verplaatsen. In de maand en de week werken ook deze toetsen:",
            "Click a session to see why it is on that day, and to move it. In the month and the week these keys work as well:";
        day_of_week(date: Date): "{}", "{}" => |lang| lang.day(date, Some(date));
        more_on_day(count: usize): "en nog {count}", "and {count} more";
        more_on_day_label(count: usize, day: &str): "Nog {count} op {day}: bekijk de week", "{count} more on {day}: see the week";
        without_time: "zonder dagdeel", "without a half-day";

        agenda_of: "Agenda van", "Agenda of";
        agenda_people: "Mensen", "People";
        agenda_rooms: "Ruimtes", "Rooms";
        agenda_groups: "Groepen", "Groups";
        agenda_pick_location: "Kies eerst een locatie: dan kies je uit haar groepen.", "Choose a location first: then you choose from its groups.";
        agenda_title(whose: &str, months: &str): "Agenda van {whose}, {months}", "Agenda of {whose}, {months}";
        agenda_none(months: &str): "Hier staat niets in {months}.", "There is nothing here in {months}.";
        agenda_physician:
            "Een jeugdarts ziet hier waar er een nodig is als zij werkt. Is er iemand gekozen, dan ziet alleen die de bijeenkomst.",
            "A youth physician sees here where one is needed when she works. Once somebody is chosen, only that person sees the session.";
        agenda_away(days: &str): "Afwezig: {days}", "Away: {days}";
        agenda_closed(days: &str): "Dicht: {days}", "Closed: {days}";
        print: "Druk af", "Print";
        col_where: "Waar", "Where";
        col_with: "Begeleiders", "Facilitators";
        col_layers: "Lagen", "Layers";
    }
}
