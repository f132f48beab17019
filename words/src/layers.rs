//! Words of the layers over the roster and of their lists.

use super::{Lang, pick, say, texts};
use centering_core::calendar::Date;
use centering_core::care::Dose;
use centering_core::layers::CatchUpCause;

impl Lang {
    texts! {
        layers: "Lagen", "Layers";
        minutes(minutes: u32): "{minutes} minuten", "{minutes} minutes";
        sign_contacts(children: usize, moments: &str): "vervangt {children}× {moments}", "replaces {children}× {moments}";
        sign_catch_up(count: usize): "{count}× inhaalafspraak", "{count}× catch-up";

        layer_physician_title: "Waar is een jeugdarts nodig?", "Where is a youth physician needed?";
        layer_physician_text(half_days: usize, combined: usize):
            "{}, {}",
            "{}, {}"
            => |lang| lang.some_half_days(half_days), lang.combined(combined);
        some_half_days(count: usize): "1 dagdeel" | "{count} dagdelen", "1 half-day" | "{count} half-days";
        layer_physician_none: "In deze periode is nergens een jeugdarts nodig.", "No youth physician is needed in this period.";
        layer_vaccination_title: "Welke prik valt in welke bijeenkomst?", "Which vaccination falls in which session?";
        layer_vaccination_text: "Planningshulp, geen medisch advies: de jeugdarts bepaalt het schema.", "An aid for planning, no medical advice: the youth physician decides the scheme.";
        layer_vaccination_none: "In deze periode valt geen prik in een bijeenkomst.", "No vaccination falls in a session in this period.";

        layer_contacts_title: "Welke afspraken vervallen op het spreekuur?", "Which appointments are not needed at the clinic?";
        layer_contacts_text(slots: usize):
            "{} minder in deze periode; reken per week je spreekuur lager",
            "{} fewer in this period; lower the clinic of each week by these"
            => |lang| lang.appointments(slots);
        layer_contacts_none: "In deze periode vervangt geen bijeenkomst een afspraak op het spreekuur.", "No session replaces an appointment at the clinic in this period.";
        week_from(monday: Date, near: Option<Date>):
            "week {} (vanaf {})",
            "week {} (from {})"
            => |lang| monday.iso_week(), lang.day_month(monday, near);

        layer_catch_up_title: "Welke inhaalafspraken zijn nodig?", "Which catch-up appointments are needed?";
        layer_catch_up_text(count: usize):
            "{} in het hele plan; de jeugdarts bepaalt wat een kind nodig heeft",
            "{} in the whole plan; the youth physician decides what a child needs"
            => |lang| lang.appointments(count);
        appointments(count: usize): "1 afspraak" | "{count} afspraken", "1 appointment" | "{count} appointments";
        layer_catch_up_none:
            "Er is geen inhaalafspraak nodig: elke bijeenkomst heeft een datum waarop alle prikken mogen.",
            "No catch-up appointment is needed: every session has a date on which all vaccinations are allowed.";
        catch_up_count(count: usize, at_most: bool):
            if at_most { format!("hoogstens {count}") } else { count.to_string() },
            if at_most { format!("at most {count}") } else { count.to_string() };
    }

    /// How long a jeugdarts is needed, and who was named.
    pub fn sign_physician(self, minutes: u16, named: Option<&str>) -> String {
        let who = self.of(["jeugdarts", "physician"]);
        match named {
            Some(named) => format!("{who} {named}, {minutes} min"),
            None => format!("{who} {minutes} min"),
        }
    }

    /// How many of the children get their RSV immunisation around a bijeenkomst; none where it is not known.
    pub fn sign_rsv(self, children: usize) -> String {
        match children {
            0 => say!(self; "RSV in sept. of okt.", "RSV in Sept. or Oct."),
            1 => say!(self; "RSV in sept. of okt., 1 kind", "RSV in Sept. or Oct., 1 child"),
            _ => say!(self;
                "RSV in sept. of okt., {children} kinderen",
                "RSV in Sept. or Oct., {children} children"),
        }
    }

    fn combined(self, count: usize) -> String {
        match count {
            0 => say!(self;
                "geen daarvan voor meer bijeenkomsten tegelijk",
                "none of them for several sessions"),
            _ => say!(self;
                "{count} daarvan voor meer bijeenkomsten",
                "{count} of them for several sessions"),
        }
    }

    /// How many jeugdartsen there are.
    pub fn physicians_present(self, present: Option<usize>) -> String {
        match present {
            None => say!(self; "niet ingevuld", "not filled in"),
            Some(0) => say!(self; "niemand", "nobody"),
            Some(1) => say!(self; "1 jeugdarts", "1 physician"),
            Some(count) => say!(self; "{count} jeugdartsen", "{count} physicians"),
        }
    }

    /// The heads of the list of half-days that need a jeugdarts.
    pub fn layer_physician_heads(self) -> [&'static str; 6] {
        pick!(self;
        [
            "Datum",
            "Dagdeel",
            "Locatie",
            "Bijeenkomsten",
            "Nodig",
            "Werkt dan",
        ],
        [
            "Date",
            "Half-day",
            "Location",
            "Sessions",
            "Needed",
            "At work then",
        ])
    }

    /// The heads of the list of vaccinations.
    pub fn layer_vaccination_heads(self) -> [&'static str; 5] {
        pick!(self;
            ["Bijeenkomst", "Datum", "Kinderen", "Prikken", "RSV"],
            ["Session", "Date", "Children", "Vaccinations", "RSV"])
    }

    /// The heads of the list of appointments that are replaced.
    pub fn layer_contacts_heads(self) -> [&'static str; 5] {
        pick!(self;
        [
            "Week",
            "Locatie",
            "Bijeenkomsten",
            "Vervallen afspraken",
            "Samen",
        ],
        [
            "Week",
            "Location",
            "Sessions",
            "Appointments not needed",
            "Together",
        ])
    }

    /// The heads of the list of catch-up appointments.
    pub fn layer_catch_up_heads(self) -> [&'static str; 6] {
        pick!(self;
        [
            "Bijeenkomst",
            "Locatie",
            "Waarom",
            "Afspraken",
            "Wanneer",
            "Prikken",
        ],
        [
            "Session",
            "Location",
            "Why",
            "Appointments",
            "When",
            "Vaccinations",
        ])
    }

    /// Why families need appointments of their own.
    pub fn catch_up_cause(self, cause: CatchUpCause) -> &'static str {
        self.of(match cause {
            CatchUpCause::NoDay => ["heeft geen datum", "has no date"],
            CatchUpCause::Cancelled => ["gaat niet door", "does not take place"],
            CatchUpCause::OutsideVaccine => {
                ["een prik mag dan niet", "a vaccination is not allowed then"]
            }
        })
    }

    /// `vanaf 24 apr, uiterlijk 18 mei`: from the programme or from the template.
    pub fn catch_up_when(
        self,
        from: Option<Date>,
        until: Date,
        by_programme: bool,
        near: Option<Date>,
    ) -> String {
        let last = self.day_month(until, near);
        let last = if by_programme {
            say!(self; "uiterlijk {last} (RVP)", "by {last} (programme)")
        } else {
            say!(self; "uiterlijk {last}", "by {last}")
        };
        match from {
            None => last,
            Some(from) => {
                say!(self; "vanaf {}, {last}", "from {}, {last}"; self.day_month(from, near))
            }
        }
    }

    /// The doses without their schemes, each once: `rota 2, pneu 1 en DKTP 1`.
    pub fn missed_doses<'a>(self, doses: impl Iterator<Item = &'a Dose>) -> String {
        let mut names: Vec<String> = Vec::new();
        for dose in doses {
            let name = self.vaccination(dose);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        self.list(&names)
    }
}
