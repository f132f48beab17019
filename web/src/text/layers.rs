//! Words of the layers over the roster and of their lists.

use super::{Lang, texts};
use crate::pages::Layer;
use centering_core::calendar::Date;
use centering_core::care::Dose;
use centering_core::layers::CatchUpCause;

impl Lang {
    texts! {
        layers: "Lagen", "Layers";
        minutes(minutes: u32): format!("{minutes} minuten"), format!("{minutes} minutes");
        sign_physician(minutes: u16): format!("jeugdarts {minutes} min"), format!("physician {minutes} min");
        sign_rsv(children: usize):
            match children { 0 => "RSV in sept. of okt.".to_owned(), 1 => "RSV in sept. of okt., 1 kind".to_owned(), _ => format!("RSV in sept. of okt., {children} kinderen") },
            match children { 0 => "RSV in Sept. or Oct.".to_owned(), 1 => "RSV in Sept. or Oct., 1 child".to_owned(), _ => format!("RSV in Sept. or Oct., {children} children") };
        sign_contacts(children: usize, moments: &str): format!("vervangt {children}× {moments}"), format!("replaces {children}× {moments}");
        sign_catch_up(count: usize): format!("{count}× inhaalafspraak"), format!("{count}× catch-up");

        layer_physician_title: "Waar is een jeugdarts nodig?", "Where is a youth physician needed?";
        layer_physician_text(half_days: usize, combined: usize):
            format!("{}, {}", if half_days == 1 { "1 dagdeel".to_owned() } else { format!("{half_days} dagdelen") }, match combined { 0 => "geen daarvan voor meer bijeenkomsten tegelijk".to_owned(), 1 => "1 daarvan voor meer bijeenkomsten".to_owned(), _ => format!("{combined} daarvan voor meer bijeenkomsten") }),
            format!("{}, {}", if half_days == 1 { "1 half-day".to_owned() } else { format!("{half_days} half-days") }, match combined { 0 => "none of them for several sessions".to_owned(), _ => format!("{combined} of them for several sessions") });
        layer_physician_none: "In deze periode is nergens een jeugdarts nodig.", "No youth physician is needed in this period.";
        physicians_present(present: Option<usize>):
            match present { None => "niet ingevuld".to_owned(), Some(0) => "niemand".to_owned(), Some(1) => "1 jeugdarts".to_owned(), Some(count) => format!("{count} jeugdartsen") },
            match present { None => "not filled in".to_owned(), Some(0) => "nobody".to_owned(), Some(1) => "1 physician".to_owned(), Some(count) => format!("{count} physicians") };

        layer_vaccination_title: "Welke prik valt in welke bijeenkomst?", "Which vaccination falls in which session?";
        layer_vaccination_text: "Planningshulp, geen medisch advies: de jeugdarts bepaalt het schema.", "An aid for planning, no medical advice: the youth physician decides the scheme.";
        layer_vaccination_none: "In deze periode valt geen prik in een bijeenkomst.", "No vaccination falls in a session in this period.";

        layer_contacts_title: "Welke afspraken vervallen op het spreekuur?", "Which appointments are not needed at the clinic?";
        layer_contacts_text(slots: usize):
            format!("{} minder in deze periode; reken per week je spreekuur lager", if slots == 1 { "1 afspraak".to_owned() } else { format!("{slots} afspraken") }),
            format!("{} fewer in this period; lower the clinic of each week by these", if slots == 1 { "1 appointment".to_owned() } else { format!("{slots} appointments") });
        layer_contacts_none: "In deze periode vervangt geen bijeenkomst een afspraak op het spreekuur.", "No session replaces an appointment at the clinic in this period.";
        week_from(monday: Date, near: Option<Date>):
            format!("week {} (vanaf {})", monday.iso_week(), Lang::Nl.day_month(monday, near)),
            format!("week {} (from {})", monday.iso_week(), Lang::En.day_month(monday, near));

        layer_catch_up_title: "Welke inhaalafspraken zijn nodig?", "Which catch-up appointments are needed?";
        layer_catch_up_text(count: usize):
            format!("{} in het hele plan; de jeugdarts bepaalt wat een kind nodig heeft", if count == 1 { "1 afspraak".to_owned() } else { format!("{count} afspraken") }),
            format!("{} in the whole plan; the youth physician decides what a child needs", if count == 1 { "1 appointment".to_owned() } else { format!("{count} appointments") });
        layer_catch_up_none:
            "Er is geen inhaalafspraak nodig: elke bijeenkomst heeft een datum waarop alle prikken mogen.",
            "No catch-up appointment is needed: every session has a date on which all vaccinations are allowed.";
        catch_up_count(count: usize, at_most: bool):
            if at_most { format!("hoogstens {count}") } else { count.to_string() },
            if at_most { format!("at most {count}") } else { count.to_string() };
    }

    /// The name of a layer.
    pub fn layer(self, layer: Layer) -> &'static str {
        match (self, layer) {
            (Self::Nl, Layer::Physician) => "Jeugdarts",
            (Self::Nl, Layer::Vaccination) => "Prikken (RVP)",
            (Self::Nl, Layer::Contacts) => "Spreekuur",
            (Self::Nl, Layer::CatchUp) => "Inhaalafspraken",
            (Self::En, Layer::Physician) => "Youth physician",
            (Self::En, Layer::Vaccination) => "Vaccinations",
            (Self::En, Layer::Contacts) => "Clinic",
            (Self::En, Layer::CatchUp) => "Catch-up",
        }
    }

    pub fn layer_physician_heads(self) -> [&'static str; 6] {
        match self {
            Self::Nl => [
                "Datum",
                "Dagdeel",
                "Locatie",
                "Bijeenkomsten",
                "Nodig",
                "Werkt dan",
            ],
            Self::En => [
                "Date",
                "Half-day",
                "Location",
                "Sessions",
                "Needed",
                "At work then",
            ],
        }
    }

    pub fn layer_vaccination_heads(self) -> [&'static str; 5] {
        match self {
            Self::Nl => ["Bijeenkomst", "Datum", "Kinderen", "Prikken", "RSV"],
            Self::En => ["Session", "Date", "Children", "Vaccinations", "RSV"],
        }
    }

    pub fn layer_contacts_heads(self) -> [&'static str; 5] {
        match self {
            Self::Nl => [
                "Week",
                "Locatie",
                "Bijeenkomsten",
                "Vervallen afspraken",
                "Samen",
            ],
            Self::En => [
                "Week",
                "Location",
                "Sessions",
                "Appointments not needed",
                "Together",
            ],
        }
    }

    pub fn layer_catch_up_heads(self) -> [&'static str; 6] {
        match self {
            Self::Nl => [
                "Bijeenkomst",
                "Locatie",
                "Waarom",
                "Afspraken",
                "Wanneer",
                "Prikken",
            ],
            Self::En => [
                "Session",
                "Location",
                "Why",
                "Appointments",
                "When",
                "Vaccinations",
            ],
        }
    }

    /// Why families need appointments of their own.
    pub fn catch_up_cause(self, cause: CatchUpCause) -> &'static str {
        match (self, cause) {
            (Self::Nl, CatchUpCause::NoDay) => "heeft geen datum",
            (Self::Nl, CatchUpCause::Cancelled) => "gaat niet door",
            (Self::Nl, CatchUpCause::OutsideVaccine) => "een prik mag dan niet",
            (Self::En, CatchUpCause::NoDay) => "has no date",
            (Self::En, CatchUpCause::Cancelled) => "does not take place",
            (Self::En, CatchUpCause::OutsideVaccine) => "a vaccination is not allowed then",
        }
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
        let last = match (self, by_programme) {
            (Self::Nl, true) => format!("uiterlijk {last} (RVP)"),
            (Self::Nl, false) => format!("uiterlijk {last}"),
            (Self::En, true) => format!("by {last} (programme)"),
            (Self::En, false) => format!("by {last}"),
        };
        match (self, from) {
            (_, None) => last,
            (Self::Nl, Some(from)) => format!("vanaf {}, {last}", self.day_month(from, near)),
            (Self::En, Some(from)) => format!("from {}, {last}", self.day_month(from, near)),
        }
    }

    /// The doses without their schemes, each once: `rota 2, pneu 1 en DKTP 1`.
    pub fn dose_names<'a>(self, doses: impl Iterator<Item = &'a Dose>) -> String {
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
