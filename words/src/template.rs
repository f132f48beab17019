//! Words of the editor of the bijeenkomst template.

use super::{Lang, texts};

impl Lang {
    texts! {
        template_open: "Wijzig het bijeenkomstenschema", "Change the session template";
        template_title: "Bijeenkomstenschema", "Session template";
        template_sub:
            "Op welke leeftijd elke bijeenkomst mag, en wanneer het best. De planner rekent met de jongste en de oudste baby van een groep. Grenzen van vaccinaties gelden altijd.",
            "At which age each session is allowed, and when it is best. The planner reckons with the youngest and the oldest baby of a group. Limits of vaccinations always hold.";
        template_own: "Je gebruikt een eigen schema.", "You use a template of your own.";
        template_proposal: "Je gebruikt het voorstel van de planner.", "You use the proposal of the planner.";
        template_settings_text:
            "De leeftijden, de duur, de jeugdarts en de vaccinaties van elke bijeenkomst.",
            "The ages, the duration, the youth physician and the vaccinations of each session.";
        template_reset: "Zet terug op het voorstel", "Set back to the proposal";
        template_number(number: u8): "Bijeenkomst {number}", "Session {number}";
        template_name: "Naam", "Name";
        template_name_hint: "Gebruik geen namen van gezinnen of medewerkers.", "Use no names of families or staff.";
        template_allowed: "Mag", "Allowed";
        template_preferred: "Liefst", "Preferably";
        template_from: "vanaf", "from";
        template_to: "tot en met", "up to and including";
        template_age_of(which: &str, side: &str): "{which}, {side}", "{which}, {side}";
        template_ages_hint:
            "Schrijf een leeftijd als 6w, 9w6d, 3m of 4m14d: weken, maanden en dagen.",
            "Write an age as 6w, 9w6d, 3m or 4m14d: weeks, months and days.";
        template_age_wrong: "Schrijf een leeftijd, bijvoorbeeld 6w, 9w6d, 3m of 4m14d.", "Write an age, for example 6w, 9w6d, 3m or 4m14d.";
        template_minutes: "minuten", "minutes";
        template_duration: "Duur", "Duration";
        template_duration_wrong: "Schrijf een heel aantal minuten van 15 tot en met 480.", "Write a whole number of minutes from 15 to 480.";
        template_physician: "Met jeugdarts", "With youth physician";
        template_physician_minutes: "Jeugdarts aanwezig", "Youth physician present";
        template_physician_wrong: "Schrijf een heel aantal minuten van 1 tot en met de duur.", "Write a whole number of minutes from 1 to the duration.";
        template_replaces: "Vervangt contactmomenten", "Replaces contact moments";
        template_replaces_hint: "Codes met een komma ertussen, bijvoorbeeld C04w.", "Codes with commas between, for example C04w.";
        template_replaces_wrong: "Schrijf codes van hoogstens 12 letters en cijfers, met een komma ertussen.", "Write codes of at most 12 letters and digits, with commas between.";
        template_doses: "Vaccinaties", "Vaccinations";
        template_dose_unknown(dose: &str): "{dose} (niet in het programma)", "{dose} (not in the programme)";
        template_doses_none: "geen vaccinaties", "no vaccinations";
        template_add: "Voeg een bijeenkomst toe", "Add a session";
        template_remove: "Haal deze bijeenkomst weg", "Remove this session";
        template_new_name: "Nieuwe bijeenkomst", "New session";
        template_intervals: "Tijd tussen bijeenkomsten", "Time between sessions";
        template_interval_add: "Voeg een tijd tussen bijeenkomsten toe", "Add a time between sessions";
        template_at_least: "Minstens", "At least";
        template_after: "Na", "After";
        template_interval_wrong: "Schrijf een tijd, bijvoorbeeld 4w, 3m of 4w2d.", "Write a time, for example 4w, 3m or 4w2d.";
        template_interval_drop(time: &str): "Haal de tijd {time} weg", "Take the time {time} away";
    }
}
