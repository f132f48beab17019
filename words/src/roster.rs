//! Words of the screen roster.

use super::{Lang, say, texts};
use centering_core::calendar::{
    AgeOffset, ClockTime, Date, DateRange, HalfDay, SchoolHolidayKind, Workday,
};
use centering_core::plan::Standing;
use centering_core::schedule::ClosedBy;

impl Lang {
    /// Where a bijeenkomst stands.
    pub fn standing(self, standing: Standing) -> &'static str {
        self.of(match standing {
            Standing::Undated => ["nog geen datum", "no date yet"],
            Standing::Draft => ["concept", "draft"],
            Standing::Shared => ["gedeeld met ouders", "shared with parents"],
            Standing::Changed => ["gewijzigd, nog niet verteld", "changed, not told yet"],
            Standing::Unconfirmed => ["is dit doorgegaan?", "did this take place?"],
            Standing::Held => ["geweest", "held"],
            Standing::Cancelled => ["vervallen", "cancelled"],
            Standing::CancelledUntold => ["vervallen, nog niet verteld", "cancelled, not told yet"],
        })
    }
}

impl Lang {
    texts! {
        roster_view: "Weergave", "View";
        roster_year: "Jaar", "Year";
        roster_table: "Tabel", "Table";
        months_before(months: &str): "Eerder: {months}", "Earlier: {months}";
        months_after(months: &str): "Later: {months}", "Later: {months}";
        week_label(week: u32): "wk {week}", "wk {week}";
        roster_group: "Groep", "Group";
        roster_chart(months: &str): "Overzicht {months}", "Overview of {months}";
        roster_row(group: &str, months: &str, count: usize):
            "{group}, {months}: {}",
            "{group}, {months}: {}"
            => |lang| lang.sessions(count);
        roster_tightest(free: usize, number: u8):
            "minste keus: B{number} (1 dag)" | "minste keus: B{number} ({free} dagen)",
            "least choice: B{number} (1 day)" | "least choice: B{number} ({free} days)";
        roster_next(number: u8, day: &str): "Volgende: B{number} op {day}", "Next: B{number} on {day}";
        roster_none_in(months: &str): "Er zijn geen bijeenkomsten in {months}.", "There are no sessions in {months}.";
        roster_keys:
            "Pijltjes lopen langs de bijeenkomsten. Alt met een pijltje verplaatst een week, met Shift een dag. Enter kiest of plaatst, Escape gaat terug, P zet vast.",
            "Arrows walk along the sessions. Alt with an arrow moves by a week, with Shift by a day. Enter chooses or places, Escape goes back, P pins.";
        roster_may(days: DateRange): "mag van {}", "allowed from {}" => |lang| lang.range_long(days);
        roster_missing_title: "Nog geen datum", "No date yet";
        roster_pinned: "vastgezet", "pinned";
        roster_physician: "jeugdarts", "youth physician";
        roster_vaccination: "prik", "vaccination";
        roster_with_physician: "met jeugdarts", "with youth physician";
        roster_with_vaccination: "met vaccinatie", "with vaccination";
        roster_windows: "beste periode in de toegestane periode", "best period in the allowed period";
        roster_tightest_window: "minste keus", "least choice";
        roster_school_holiday: "schoolvakantie", "school holiday";
        roster_public_holiday: "feestdag", "public holiday";

        roster_empty_title: "Hier komt je rooster", "Your schedule will be here";
        roster_empty_no_families:
            "Er staan nog geen gezinnen in het plan. Begin met een lijst van aanmeldingen: plakken uit Excel kan.",
            "There are no families in the plan yet. Start with a list of enrolments: you can paste it from Excel.";
        roster_empty_no_groups:
            "De gezinnen staan in het plan, maar er zijn nog geen groepen. Maak een voorstel: dan krijgt elke groep meteen een datum voor elke bijeenkomst.",
            "The families are in the plan, but there are no groups yet. Make a proposal: every group then gets a date for every session at once.";
        roster_empty_1:
            "Elke bijeenkomst staat boven haar eigen periode: de dagen waarop alle kinderen de goede leeftijd hebben.",
            "Every session stands above its own period: the days on which all children have the right age.";
        roster_empty_2:
            "Schoolvakanties en feestdagen zie je erachter. De planner houdt er rekening mee.",
            "You see school holidays and public holidays behind it. The planner takes them into account.";
        roster_empty_3:
            "Je verplaatst een bijeenkomst met slepen, met knoppen of met toetsen, en ziet meteen of het kan.",
            "You move a session by dragging, with buttons or with keys, and see at once whether it is possible.";

        move_title(number: u8, group: &str): "Bijeenkomst {number} van {group} verplaatsen", "Moving session {number} of {group}";
        move_back: "Terug", "Back";
        move_anyway: "Verplaats toch", "Move anyway";
        move_place: "Verplaats", "Move";
        move_to(day: &str): "Verplaats naar {day}", "Move to {day}";
        move_preferred: "In de beste periode.", "In the best period.";
        move_allowed: "De leeftijd klopt: alle kinderen hebben een leeftijd die mag.", "The ages are right: all children have an allowed age.";

        insp_label: "Gekozen bijeenkomst", "Chosen session";
        insp_hint_title: "Kies een bijeenkomst", "Choose a session";
        insp_hint_text:
            "Klik op een rondje om te zien waarom het die dag is. Sleep het om de bijeenkomst te verplaatsen. Of gebruik de toetsen:",
            "Click a circle to see why it is on that day. Drag it to move the session. Or use the keys:";
        key_walk: "loop langs de bijeenkomsten", "walk along the sessions";
        key_choose: "kies, nog een keer: naar de uitleg", "choose, once more: to the details";
        key_earlier: "een week eerder", "a week earlier";
        key_later: "een week later", "a week later";
        key_pin: "zet vast of maak los", "pin or unpin";
        insp_number(number: u8, of: usize): "bijeenkomst {number} van {of}", "session {number} of {of}";
        insp_over: "Deze bijeenkomst is geweest. De datum blijft staan.", "This session is over. Its date stays.";
        insp_unconfirmed: "Deze datum is voorbij en was nooit gedeeld met ouders. Is dit doorgegaan?", "This date is over and was never shared with parents. Did this take place?";
        it_took_place: "Ja, het ging door", "Yes, it took place";
        it_did_not: "Het ging niet door", "It did not take place";
        it_does_not: "Gaat niet door", "Does not take place";
        it_does_after_all: "Gaat toch door", "Does take place after all";
        it_did_after_all: "Het ging toch door", "It did take place";
        move_known(families: usize, day: Date): "Ouders van {} kennen {}. Vertel ze straks de nieuwe datum", "Parents of {} know {}. Tell them the new date afterwards" => |lang| lang.families(families), lang.day(day, None);
        insp_cancelled: "Deze bijeenkomst gaat niet door.", "This session does not take place.";
        insp_fine: "Er is niets aan de hand met deze datum.", "Nothing is wrong with this date.";
        show_chosen: "Bekijk", "Show";
        insp_dates: "Bijeenkomsten", "Sessions";
        week: "Week", "Week";
        week_earlier: "Een week eerder", "A week earlier";
        week_later: "Een week later", "A week later";
        pin: "Zet vast", "Pin";
        unpin: "Maak los", "Unpin";
        choose_day: "Kies een dag", "Choose a day";
        to_group: "Bekijk de groep", "See the group";
        to_problems(count: usize): "1 melding" | "{count} meldingen", "1 message" | "{count} messages";

        why_date: "Waarom deze datum?", "Why this date?";
        why_no_date: "Welke dagen kunnen er?", "Which days are possible?";
        why_chart(number: u8): "De periode van bijeenkomst {number}; dezelfde uitleg staat hieronder in woorden", "The period of session {number}; the same stands below in words";
        why_weekday(count: usize, workday: Workday):
            "van de dagen die mogen is een {}, de vaste dag van deze groep" | "van de dagen die mogen zijn een {}, de vaste dag van deze groep",
            "of the allowed days is a {}, the fixed day of this group" | "of the allowed days are a {}, the fixed day of this group"
            => |lang| lang.weekday(workday);
        why_closed(date: Date, by: &ClosedBy):
            "{} kan niet: {}",
            "{} is not possible: {}"
            => |lang| lang.day_long(date), lang.closed_by(by);
        why_past(count: usize): "is al voorbij" | "zijn al voorbij", "is over" | "are over";
        why_too_close(count: usize, days: &str):
            "{days}: te dicht op een andere bijeenkomst" | "{days}: te dicht op een andere bijeenkomst van de groep",
            "{days}: too close to another session" | "{days}: too close to another session of the group";
        why_chosen_preferred: "ligt in de beste periode.", "is in the best period.";
        why_chosen_outside: "ligt buiten de beste periode.", "is outside the best period.";
        why_chosen_holiday(kind: SchoolHolidayKind):
            "De dag valt in de {}.",
            "The day is in the {}."
            => |lang| lang.school_holiday(kind);
        why_chosen_planner:
            "De planner koos de dag die het best past bij alle bijeenkomsten samen.",
            "The planner chose the day that suits all sessions together best.";
        why_chosen_pinned: "De dag is vastgezet.", "The day is pinned.";
        next_best: "Volgende beste datums", "Next best dates";
        next_best_none: "Er is geen andere dag die mag.", "No other day is allowed.";

        facts_title(name: &str): "Bij deze bijeenkomst: {name}", "At this session: {name}";
        fact_physician: "Jeugdarts", "Youth physician";
        fact_physician_minutes(minutes: u16):
            if minutes == 0 { "nee".to_owned() } else { format!("ja, {minutes} minuten") },
            if minutes == 0 { "no".to_owned() } else { format!("yes, {minutes} minutes") };
        fact_vaccinations: "Vaccinaties", "Vaccinations";
        fact_replaces: "Vervangt", "Replaces";
        fact_none: "geen", "none";
        fact_ages: "Leeftijd", "Age";
        fact_families: "Deelnemers", "Participants";
        families_and_children(families: usize, children: usize):
            "{}, {}",
            "{}, {}"
            => |lang| lang.families(families), lang.some_children(children);
        some_children(count: usize): "1 kind" | "{count} kinderen", "1 child" | "{count} children";
        replaces(children: usize, moments: &str):
            "1 afspraak ‘{moments}’ op het spreekuur" | "{children} afspraken ‘{moments}’ op het spreekuur",
            "1 appointment ‘{moments}’ at the clinic" | "{children} appointments ‘{moments}’ at the clinic";
        age_short(days: i32): "{}w{}d", "{}w{}d" => |_lang| days.div_euclid(7), days.rem_euclid(7);

        table_title(months: &str, count: usize): "{}, {months}", "{}, {months}" => |lang| lang.sessions(count);
        table_order: "Volgorde", "Order";
        table_by_date: "Op datum", "By date";
        table_by_group: "Per groep", "By group";
        table_copy: "Kopieer tabel", "Copy table";
        table_copied: "Gekopieerd. Plak het in Excel.", "Copied. Paste it in Excel.";
        table_not_copied: "Kopiëren lukte niet in deze browser.", "This browser does not allow copying.";
        col_date: "Datum", "Date";
        col_time: "Tijd", "Time";
        col_session: "Bijeenkomst", "Session";
        col_window: "Periode", "Period";
        col_status: "Status", "Status";
        // Of the copy.
        col_day: "Dag", "Day";
        col_start: "Begin", "Start";
        col_end: "Einde", "End";
        col_name: "Naam", "Name";
        col_physician: "Jeugdarts (minuten)", "Youth physician (minutes)";
        col_doses: "Vaccinaties", "Vaccinations";
        col_problem: "Probleem", "Problem";
        col_preferred: "Beste periode", "Best period";
        col_free: "Vrije datums", "Free dates";
        free_unit: " vrij", " free";
        col_now: "Nu gepland", "Planned now";
        now: "Nu", "Now";
        col_reason: "Reden", "Reason";
        tight_title: "Waar is de minste keus?", "Where is the least choice?";
        tight_text: "Hoogstens één vrije dag om uit te kiezen", "At most one free day to choose from";
        tight_choose(group: &str, number: u8): "{group}, bijeenkomst {number}", "{group}, session {number}";
        no_preferred_days: "geen dag", "no day";
        day_outside(day: &str): "{day}, buiten de beste periode", "{day}, outside the best period";
        reason_no_weekday(workday: Workday, spread: i32):
            "Geen {} in de periode, leeftijdsverschil {}",
            "No {} in the period, age gap {}"
            => |lang| lang.weekday(workday), lang.days(spread);
        reason_short: "Korte periode", "Short period";
    }

    /// `do 13.30 · 7 gezinnen`: when a group meets, short.
    pub fn roster_when(
        self,
        half_day: Option<HalfDay>,
        start: Option<ClockTime>,
        families: usize,
    ) -> String {
        let mut when = half_day.map_or_else(String::new, |half_day| {
            self.weekday_short(half_day.workday).to_owned()
        });
        if let Some(start) = start {
            when = format!("{when} {} · ", self.time(start));
        }
        format!("{when}{}", self.families(families))
    }

    /// `donderdagmiddag 13.30 · 7 gezinnen`.
    pub fn roster_when_long(
        self,
        half_day: Option<HalfDay>,
        start: Option<ClockTime>,
        families: usize,
    ) -> String {
        let mut when = half_day.map_or_else(String::new, |half_day| self.half_day(half_day));
        if let Some(start) = start {
            when = format!("{when} {} · ", self.time(start));
        }
        format!("{when}{}", self.families(families))
    }

    /// `4 groepen gestart, 1 in voorbereiding`.
    pub fn roster_location(self, started: usize, preparing: usize) -> String {
        match (started, preparing) {
            (0, 0) => say!(self; "alle groepen zijn klaar", "all groups have finished"),
            (started, 0) => say!(self; "{} gestart", "{} started"; self.groups(started)),
            (0, preparing) => say!(self;
                "{} in voorbereiding",
                "{} in preparation";
                self.groups(preparing)),
            (started, preparing) => say!(self;
                "{} gestart, {preparing} in voorbereiding",
                "{} started, {preparing} in preparation";
                self.groups(started)),
        }
    }

    /// `3 maanden` for `C03m`, `4 weken` for `C04w`; other codes as they are.
    pub fn contact_moment(self, code: &str) -> String {
        let parts: Option<Vec<String>> = code
            .strip_prefix('C')
            .map(|ages| ages.split('/').map(|age| self.contact_age(age)).collect())
            .unwrap_or_default();
        parts.map_or_else(
            || code.to_owned(),
            |parts| parts.join(self.of([" of ", " or "])),
        )
    }

    fn contact_age(self, age: &str) -> Option<String> {
        if let Some(weeks) = age.strip_suffix('w') {
            return Some(self.time_span(AgeOffset::new(
                0,
                weeks.parse::<u16>().ok()?.checked_mul(7)?,
            )?));
        }
        Some(self.time_span(AgeOffset::new(age.strip_suffix('m')?.parse().ok()?, 0)?))
    }

    /// The whole plan in a line or two: how much there is, and where the days lie.
    pub fn roster_counts(
        self,
        groups: usize,
        sessions: usize,
        allowed: usize,
        preferred: usize,
        missing: usize,
    ) -> String {
        let lie = if allowed == sessions {
            say!(self;
                "Alle datums liggen in de toegestane periode, {preferred} ook in de beste periode.",
                "All dates are in the allowed period, {preferred} also in the best period.")
        } else {
            say!(self;
                "{allowed} liggen in de toegestane periode, {preferred} daarvan in de beste periode.",
                "{allowed} are in the allowed period, {preferred} of them in the best period.")
        };
        let without = match missing {
            0 => String::new(),
            1 => say!(self; " 1 heeft nog geen datum.", " 1 has no date yet."),
            _ => say!(self; " {missing} hebben nog geen datum.", " {missing} have no date yet."),
        };
        format!(
            "{}, {}. {lie}{without}",
            self.groups(groups),
            self.sessions(sessions)
        )
    }

    /// After the number of days that are allowed: which, and why those.
    pub fn why_allowed(
        self,
        range: DateRange,
        from: AgeOffset,
        to: AgeOffset,
        by_vaccines: bool,
    ) -> String {
        let days = match range.days() {
            0 => {
                return say!(self;
                    "dagen mogen: de kinderen schelen te veel in leeftijd",
                    "days are allowed: the children differ too much in age");
            }
            1 => say!(self; "dag mag, {}", "day is allowed, {}"; self.day_full(range.first)),
            _ => say!(self;
                "dagen mogen, {} {}",
                "days are allowed, {} {}";
                self.range_long(range), range.last.year()),
        };
        let vaccines = if by_vaccines {
            self.of([
                ", en de vaccinaties mogen dan",
                ", and the vaccinations are allowed then",
            ])
        } else {
            ""
        };
        say!(self;
            "{days}: het jongste kind is dan minstens {}, het oudste hoogstens {}{vaccines}",
            "{days}: the youngest child is then at least {}, the oldest at most {}{vaccines}";
            self.time_span(from), self.time_span(to))
    }

    /// After the number of days that are preferred: which.
    pub fn why_preferred(self, range: DateRange) -> String {
        match range.days() {
            0 => say!(self;
                "daarvan liggen in de beste periode: de kinderen schelen te veel in leeftijd",
                "of them are in the best period: the children differ too much in age"),
            1 => say!(self;
                "daarvan ligt in de beste periode: {}",
                "of them is in the best period: {}";
                self.day_long(range.first)),
            _ => say!(self;
                "daarvan liggen in de beste periode, {}",
                "of them are in the best period, {}";
                self.range_long(range)),
        }
    }

    /// After the number of days that are left: where they lie.
    pub fn why_left(self, left: usize, preferred: usize) -> String {
        match (left, preferred) {
            (0, _) => say!(self; "blijft over", "is left"),
            (1, 0) => say!(self;
                "blijft over, buiten de beste periode",
                "is left, outside the best period"),
            (1, _) => say!(self;
                "blijft over, in de beste periode",
                "is left, in the best period"),
            (_, 0) => say!(self;
                "blijven over, geen in de beste periode",
                "are left, none in the best period"),
            _ if preferred == left => say!(self;
                "blijven over, alle in de beste periode",
                "are left, all in the best period"),
            _ => say!(self;
                "blijven over, {preferred} in de beste periode",
                "are left, {preferred} in the best period"),
        }
    }
}
