//! Words of the screen roster.

use super::{Lang, capital, texts};
use crate::chart::{MarkLook, Stage};
use crate::pages::{SessionView, WindowState};
use centering_core::calendar::{
    AgeOffset, ClockTime, Date, DateRange, HalfDay, SchoolHolidayKind, Workday,
};
use centering_core::schedule::ClosedBy;

impl Lang {
    texts! {
        roster_counts(groups: usize, sessions: usize, allowed: usize, preferred: usize, missing: usize):
            counts_nl(groups, sessions, allowed, preferred, missing),
            counts_en(groups, sessions, allowed, preferred, missing);
        roster_view: "Weergave", "View";
        roster_year: "Jaar", "Year";
        roster_table: "Tabel", "Table";
        year_before(year: i32): format!("Vorig jaar: {year}"), format!("Previous year: {year}");
        year_after(year: i32): format!("Volgend jaar: {year}"), format!("Next year: {year}");
        week_label(week: u32): format!("wk {week}"), format!("wk {week}");
        roster_group: "Groep", "Group";
        roster_chart(year: i32): format!("Jaaroverzicht {year}"), format!("Overview of {year}");
        roster_row(group: &str, year: i32, count: usize):
            format!("{group} in {year}: {}", Lang::Nl.sessions(count)),
            format!("{group} in {year}: {}", Lang::En.sessions(count));
        roster_tightest(number: u8, free: usize): format!("krapst B{number}, {free} vrij"), format!("tightest B{number}, {free} free");
        roster_next(number: u8, day: &str): format!("Volgende: B{number} op {day}"), format!("Next: B{number} on {day}");
        roster_none_in(year: i32): format!("In {year} zijn er geen bijeenkomsten."), format!("There are no sessions in {year}.");
        roster_keys:
            "Pijltjes lopen langs de bijeenkomsten. Alt met een pijltje verplaatst een week, met Shift een dag. Enter kiest of plaatst, Escape gaat terug, P zet vast.",
            "Arrows walk along the sessions. Alt with an arrow moves by a week, with Shift by a day. Enter chooses or places, Escape goes back, P pins.";
        roster_over: "geweest", "over";
        roster_shared: "afgesproken met ouders", "agreed with parents";
        roster_draft: "voorstel", "proposal";
        roster_missing: "nog geen datum", "no date yet";
        roster_missing_title: "Nog geen datum", "No date yet";
        roster_cancelled: "vervallen", "cancelled";
        roster_pinned: "vastgezet", "pinned";
        roster_physician: "jeugdarts", "youth physician";
        roster_vaccination: "prik", "vaccination";
        roster_with_physician: "met jeugdarts", "with youth physician";
        roster_with_vaccination: "met vaccinatie", "with vaccination";
        roster_windows: "voorkeur in toegestaan venster", "preferred in allowed window";
        roster_tightest_window: "krapste venster", "tightest window";
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
            "Elke bijeenkomst staat boven haar eigen venster: de dagen waarop alle kinderen de goede leeftijd hebben.",
            "Every session stands above its own window: the days on which all children have the right age.";
        roster_empty_2:
            "Schoolvakanties en feestdagen zie je erachter. De planner houdt er rekening mee.",
            "You see school holidays and public holidays behind it. The planner takes them into account.";
        roster_empty_3:
            "Je verplaatst een bijeenkomst met slepen, met knoppen of met toetsen, en ziet meteen of het kan.",
            "You move a session by dragging, with buttons or with keys, and see at once whether it is possible.";

        move_title(number: u8, group: &str): format!("Bijeenkomst {number} van {group} verplaatsen"), format!("Moving session {number} of {group}");
        move_back: "Terug", "Back";
        move_place: "Verplaats", "Move";
        move_to(day: &str): format!("Verplaats naar {day}"), format!("Move to {day}");
        move_preferred: "In het voorkeursvenster.", "In the preferred window.";
        move_allowed: "De dag mag: alle kinderen hebben een leeftijd die past.", "The day is allowed: all children have a suitable age.";

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
        insp_number(number: u8, of: usize): format!("bijeenkomst {number} van {of}"), format!("session {number} of {of}");
        insp_over: "Deze bijeenkomst is geweest. De datum blijft staan.", "This session is over. Its date stays.";
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
        to_problems(count: usize):
            if count == 1 { "1 melding".to_owned() } else { format!("{count} meldingen") },
            if count == 1 { "1 message".to_owned() } else { format!("{count} messages") };

        why_date: "Waarom deze datum?", "Why this date?";
        why_no_date: "Welke dagen kunnen er?", "Which days are possible?";
        why_chart(number: u8): format!("Het venster van bijeenkomst {number}; dezelfde uitleg staat hieronder in woorden"), format!("The window of session {number}; the same stands below in words");
        why_allowed(range: DateRange, from: AgeOffset, to: AgeOffset, by_vaccines: bool):
            why_allowed_nl(range, from, to, by_vaccines),
            why_allowed_en(range, from, to, by_vaccines);
        why_preferred(range: DateRange):
            match range.days() {
                0 => "daarvan hebben de voorkeur: de kinderen schelen te veel in leeftijd".to_owned(),
                1 => format!("daarvan heeft de voorkeur: {}", Lang::Nl.day_long(range.first)),
                _ => format!("daarvan hebben de voorkeur, {}", Lang::Nl.range_long(range)),
            },
            match range.days() {
                0 => "of them are preferred: the children differ too much in age".to_owned(),
                1 => format!("of them is preferred: {}", Lang::En.day_long(range.first)),
                _ => format!("of them are preferred, {}", Lang::En.range_long(range)),
            };
        why_weekday(count: usize, workday: Workday):
            format!("{} een {}, de vaste dag van deze groep", if count == 1 { "van de dagen die mogen is" } else { "van de dagen die mogen zijn" }, Lang::Nl.weekday(workday)),
            format!("of the allowed days {} a {}, the fixed day of this group", if count == 1 { "is" } else { "are" }, Lang::En.weekday(workday));
        why_closed(date: Date, by: &ClosedBy):
            format!("{} valt uit: {}", Lang::Nl.day_long(date), Lang::Nl.closed_by(by)),
            format!("{} is not possible: {}", Lang::En.day_long(date), Lang::En.closed_by(by));
        why_past(count: usize): format!("{} al voorbij", if count == 1 { "is" } else { "zijn" }), format!("{} over", if count == 1 { "is" } else { "are" });
        why_too_close(days: &str, count: usize):
            format!("{days}: te dicht op een andere bijeenkomst{}", if count == 1 { "" } else { " van de groep" }),
            format!("{days}: too close to another session{}", if count == 1 { "" } else { " of the group" });
        why_left(left: usize, preferred: usize): why_left_nl(left, preferred), why_left_en(left, preferred);
        why_chosen_preferred: "ligt in het voorkeursvenster.", "is in the preferred window.";
        why_chosen_outside: "ligt buiten het voorkeursvenster.", "is outside the preferred window.";
        why_chosen_holiday(kind: SchoolHolidayKind):
            format!("De dag valt in de {}.", Lang::Nl.school_holiday(kind)),
            format!("The day is in the {}.", Lang::En.school_holiday(kind));
        why_chosen_planner:
            "De planner koos de dag die het best past bij alle bijeenkomsten samen.",
            "The planner chose the day that suits all sessions together best.";
        why_chosen_pinned: "De dag is vastgezet.", "The day is pinned.";
        next_best: "Volgende beste data", "Next best dates";
        next_best_none: "Er is geen andere dag die mag.", "No other day is allowed.";

        facts_title(name: &str): format!("Bij deze bijeenkomst: {name}"), format!("At this session: {name}");
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
            format!("{}, {}", Lang::Nl.families(families), if children == 1 { "1 kind".to_owned() } else { format!("{children} kinderen") }),
            format!("{}, {}", Lang::En.families(families), if children == 1 { "1 child".to_owned() } else { format!("{children} children") });
        replaces(children: usize, moments: &str):
            format!("{children} {} ‘{moments}’ op het spreekuur", if children == 1 { "afspraak" } else { "afspraken" }),
            format!("{children} {} ‘{moments}’ at the clinic", if children == 1 { "appointment" } else { "appointments" });
        age_short(days: i32): format!("{}w{}d", days.div_euclid(7), days.rem_euclid(7)), format!("{}w{}d", days.div_euclid(7), days.rem_euclid(7));

        table_title(year: i32, count: usize):
            format!("{} in {year}", Lang::Nl.sessions(count)),
            format!("{} in {year}", Lang::En.sessions(count));
        table_order: "Volgorde", "Order";
        table_by_date: "Op datum", "By date";
        table_by_group: "Per groep", "By group";
        table_copy: "Kopieer tabel", "Copy table";
        table_copied: "Gekopieerd. Plak het in Excel.", "Copied. Paste it in Excel.";
        table_not_copied: "Kopiëren lukte niet in deze browser.", "This browser does not allow copying.";
        col_date: "Datum", "Date";
        col_time: "Tijd", "Time";
        col_session: "Bijeenkomst", "Session";
        col_window: "Venster", "Window";
        col_status: "Status", "Status";
        col_preferred: "Voorkeursvenster", "Preferred window";
        col_free: "Vrije data", "Free dates";
        free_unit: " vrij", " free";
        col_now: "Nu gepland", "Planned now";
        now: "Nu", "Now";
        col_reason: "Reden", "Reason";
        tight_title: "Krapste vensters", "Tightest windows";
        tight_text: "Hoogstens één vrije dag om uit te kiezen", "At most one free day to choose from";
        tight_choose(group: &str, number: u8): format!("{group}, bijeenkomst {number}"), format!("{group}, session {number}");
        no_preferred_days: "geen dag", "no day";
        day_outside(day: &str): format!("{day}, buiten voorkeur"), format!("{day}, outside preferred");
        reason_no_weekday(workday: Workday, spread: i32):
            format!("Geen {} in het venster, spreiding {}", Lang::Nl.weekday(workday), Lang::Nl.days(spread)),
            format!("No {} in the window, spread {}", Lang::En.weekday(workday), Lang::En.days(spread));
        reason_short: "Kort venster", "Short window";
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
        let (nl, en) = match (started, preparing) {
            (0, 0) => (
                "alle groepen zijn klaar".to_owned(),
                "all groups have finished".to_owned(),
            ),
            (started, 0) => (
                format!("{} gestart", Self::Nl.groups(started)),
                format!("{} started", Self::En.groups(started)),
            ),
            (0, preparing) => (
                format!("{} in voorbereiding", Self::Nl.groups(preparing)),
                format!("{} in preparation", Self::En.groups(preparing)),
            ),
            (started, preparing) => (
                format!(
                    "{} gestart, {preparing} in voorbereiding",
                    Self::Nl.groups(started)
                ),
                format!(
                    "{} started, {preparing} in preparation",
                    Self::En.groups(started)
                ),
            ),
        };
        self.one(nl, en)
    }

    /// Everything a mark shows, in words.
    pub fn roster_mark(self, session: &SessionView) -> String {
        let day = session.date.map_or_else(
            || self.roster_missing().to_owned(),
            |date| self.day_full(date),
        );
        let mut parts = vec![capital(&self.session_number(session.number.get())), day];
        if session.date.is_some() {
            parts.push(self.window_state(session.state).to_lowercase());
            parts.push(self.session_status(session.look));
        }
        if session.look.physician {
            parts.push(self.roster_with_physician().to_owned());
        }
        if session.look.vaccination {
            parts.push(self.roster_with_vaccination().to_owned());
        }
        let mut text = parts.join(", ");
        if let Some(severity) = session.severity {
            text.push_str(". ");
            text.push_str(self.severity(severity));
        }
        text
    }

    /// Where a bijeenkomst stands: `voorstel, vastgezet`.
    pub fn session_status(self, look: MarkLook) -> String {
        let stage = match look.stage {
            Stage::Over => self.roster_over(),
            Stage::Shared => self.roster_shared(),
            Stage::Draft => self.roster_draft(),
            Stage::Missing => self.roster_missing(),
            Stage::Cancelled => self.roster_cancelled(),
        };
        match (look.stage, look.pinned) {
            (Stage::Draft, true) => self.roster_pinned().to_owned(),
            (Stage::Shared | Stage::Missing, true) => format!("{stage}, {}", self.roster_pinned()),
            _ => stage.to_owned(),
        }
    }

    /// Where a day lies.
    pub fn window_state(self, state: WindowState) -> &'static str {
        match (self, state) {
            (Self::Nl, WindowState::NoDate) => "Geen datum",
            (Self::Nl, WindowState::Preferred) => "Voorkeur",
            (Self::Nl, WindowState::Allowed) => "Toegestaan",
            (Self::Nl, WindowState::Outside) => "Buiten het venster",
            (Self::En, WindowState::NoDate) => "No date",
            (Self::En, WindowState::Preferred) => "Preferred",
            (Self::En, WindowState::Allowed) => "Allowed",
            (Self::En, WindowState::Outside) => "Outside the window",
        }
    }

    /// `3 maanden` for `C03m`, `4 weken` for `C04w`; other codes as they are.
    pub fn contact_moment(self, code: &str) -> String {
        let parts: Option<Vec<String>> = code
            .strip_prefix('C')
            .map(|ages| ages.split('/').map(|age| self.contact_age(age)).collect())
            .unwrap_or_default();
        match (self, parts) {
            (_, None) => code.to_owned(),
            (Self::Nl, Some(parts)) => parts.join(" of "),
            (Self::En, Some(parts)) => parts.join(" or "),
        }
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

    /// The heads of the table that is copied.
    pub fn table_heads(self) -> [&'static str; 13] {
        match self {
            Self::Nl => [
                "Datum",
                "Dag",
                "Begin",
                "Einde",
                "Locatie",
                "Groep",
                "Bijeenkomst",
                "Naam",
                "Venster",
                "Jeugdarts (minuten)",
                "Vaccinaties",
                "Status",
                "Probleem",
            ],
            Self::En => [
                "Date",
                "Day",
                "Start",
                "End",
                "Location",
                "Group",
                "Session",
                "Name",
                "Window",
                "Youth physician (minutes)",
                "Vaccinations",
                "Status",
                "Problem",
            ],
        }
    }

    fn one(self, nl: String, en: String) -> String {
        match self {
            Self::Nl => nl,
            Self::En => en,
        }
    }
}

fn counts_nl(
    groups: usize,
    sessions: usize,
    allowed: usize,
    preferred: usize,
    missing: usize,
) -> String {
    let mut text = format!(
        "{}, {}. ",
        Lang::Nl.groups(groups),
        Lang::Nl.sessions(sessions)
    );
    text += &if allowed == sessions {
        format!(
            "Alle data liggen in het toegestane venster, {preferred} ook in het voorkeursvenster."
        )
    } else {
        format!(
            "{allowed} liggen in het toegestane venster, {preferred} daarvan in het voorkeursvenster."
        )
    };
    match missing {
        0 => text,
        1 => text + " 1 heeft nog geen datum.",
        _ => text + &format!(" {missing} hebben nog geen datum."),
    }
}

fn counts_en(
    groups: usize,
    sessions: usize,
    allowed: usize,
    preferred: usize,
    missing: usize,
) -> String {
    let mut text = format!(
        "{}, {}. ",
        Lang::En.groups(groups),
        Lang::En.sessions(sessions)
    );
    text += &if allowed == sessions {
        format!("All dates are in the allowed window, {preferred} also in the preferred window.")
    } else {
        format!("{allowed} are in the allowed window, {preferred} of them in the preferred window.")
    };
    match missing {
        0 => text,
        1 => text + " 1 has no date yet.",
        _ => text + &format!(" {missing} have no date yet."),
    }
}

fn why_allowed_nl(range: DateRange, from: AgeOffset, to: AgeOffset, by_vaccines: bool) -> String {
    let lang = Lang::Nl;
    let days = match range.days() {
        0 => return "dagen mogen: de kinderen schelen te veel in leeftijd".to_owned(),
        1 => format!("dag mag, {}", lang.day_full(range.first)),
        _ => format!(
            "dagen mogen, {} {}",
            lang.range_long(range),
            range.last.year()
        ),
    };
    let mut text = format!(
        "{days}: het jongste kind is dan minstens {}, het oudste hoogstens {}",
        lang.time_span(from),
        lang.time_span(to)
    );
    if by_vaccines {
        text += ", en de vaccinaties mogen dan";
    }
    text
}

fn why_allowed_en(range: DateRange, from: AgeOffset, to: AgeOffset, by_vaccines: bool) -> String {
    let lang = Lang::En;
    let days = match range.days() {
        0 => return "days are allowed: the children differ too much in age".to_owned(),
        1 => format!("day is allowed, {}", lang.day_full(range.first)),
        _ => format!(
            "days are allowed, {} {}",
            lang.range_long(range),
            range.last.year()
        ),
    };
    let mut text = format!(
        "{days}: the youngest child is then at least {}, the oldest at most {}",
        lang.time_span(from),
        lang.time_span(to)
    );
    if by_vaccines {
        text += ", and the vaccinations are allowed then";
    }
    text
}

fn why_left_nl(left: usize, preferred: usize) -> String {
    match (left, preferred) {
        (0, _) => "blijft over".to_owned(),
        (1, 0) => "blijft over, buiten het voorkeursvenster".to_owned(),
        (1, _) => "blijft over, in het voorkeursvenster".to_owned(),
        (_, 0) => "blijven over, geen in het voorkeursvenster".to_owned(),
        (_, preferred) if preferred == left => {
            "blijven over, alle in het voorkeursvenster".to_owned()
        }
        (_, preferred) => format!("blijven over, {preferred} in het voorkeursvenster"),
    }
}

fn why_left_en(left: usize, preferred: usize) -> String {
    match (left, preferred) {
        (0, _) => "is left".to_owned(),
        (1, 0) => "is left, outside the preferred window".to_owned(),
        (1, _) => "is left, in the preferred window".to_owned(),
        (_, 0) => "are left, none in the preferred window".to_owned(),
        (_, preferred) if preferred == left => "are left, all in the preferred window".to_owned(),
        (_, preferred) => format!("are left, {preferred} in the preferred window"),
    }
}
