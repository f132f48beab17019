//! Words of what only the app has: its messages, looks, marks and layers. Everything else is said by
//! `centering_words`; here too every text stands in each language, in the order of [`Lang::ALL`].

use crate::place::Kind;
use crate::state::{Layer, MarkLook, Notice, SessionView, Theme, WindowState};
use centering_core::calendar::ClockTime;
use centering_core::plan::Standing;
use centering_words::{Lang, capital};

impl Theme {
    /// Its name for who chooses it.
    pub fn label(self, lang: Lang) -> &'static str {
        lang.of(match self {
            Self::Auto => ["Zoals dit apparaat", "As this device"],
            Self::Light => ["Licht", "Light"],
            Self::Dark => ["Donker", "Dark"],
        })
    }
}

impl Notice {
    /// The message at the bottom of the screen.
    pub fn words(&self, lang: Lang) -> String {
        match self {
            Self::Done(name) => lang.edit_done(name),
            Self::Undone(name) => lang.undone(&lang.edit_name(name)),
            Self::Redone(name) => lang.redone(&lang.edit_name(name)),
            Self::Refused(reason) => reason.clone(),
            Self::Followed => lang.followed_other().to_owned(),
            Self::Unreadable(reason) => lang.unreadable(reason),
            Self::FileSaved(name) => lang.file_saved(name),
            Self::VariantKept(place) => lang.variant_kept(&lang.variant_name(*place)),
            Self::VariantRemoved(place) => lang.variant_removed(&lang.variant_name(*place)),
            Self::VariantsFull => lang.variants_full().to_owned(),
            Self::VariantsChanged => lang.variants_changed().to_owned(),
            Self::VariantsNewer => lang.variants_newer().to_owned(),
        }
    }
}

impl Kind {
    /// That its text could not be read.
    pub fn damaged_title(self, lang: Lang) -> &'static str {
        lang.of(match self {
            Self::Plan => [
                "Je opgeslagen plan was beschadigd",
                "Your stored plan was damaged",
            ],
            Self::Variants => [
                "Je bewaarde varianten waren beschadigd",
                "Your stored variants were damaged",
            ],
        })
    }

    /// What happened to that text.
    pub fn damaged_text(self, is_set_aside: bool, lang: Lang) -> &'static str {
        lang.of(match (self, is_set_aside) {
            (Self::Plan, true) => [
                "We konden het niet lezen en hebben het apart gezet. Je kunt het downloaden. Het blijft staan tot je het weggooit.",
                "We could not read it and set it aside. You can download it. It stays until you throw it away.",
            ],
            (Self::Variants, true) => [
                "We konden ze niet allemaal lezen en hebben de hele tekst apart gezet. Je kunt die downloaden. De tekst blijft staan tot je hem weggooit.",
                "We could not read all of them and set the whole text aside. You can download it. It stays until you throw it away.",
            ],
            (Self::Plan, false) => [
                "We konden het niet lezen, en het kon niet apart gezet worden: de browser is vol. Download het of gooi het weg. Tot dan slaan we niets op.",
                "We could not read it, and it could not be set aside: the browser is full. Download it or throw it away. Until then we save nothing.",
            ],
            (Self::Variants, false) => [
                "We konden ze niet allemaal lezen, en de tekst kon niet apart gezet worden: de browser is vol. Download hem of gooi hem weg. Tot dan slaan we geen varianten op.",
                "We could not read all of them, and the text could not be set aside: the browser is full. Download it or throw it away. Until then we save no variants.",
            ],
        })
    }
}

impl SessionView {
    /// Everything its mark shows: whose bijeenkomst it is, when it is and may be, how it stands, and what is wrong with
    /// it most.
    pub fn words(&self, lang: Lang, group: &str, start: Option<ClockTime>, why: &str) -> String {
        let day = self.date.map_or_else(
            || lang.standing(Standing::Undated).to_owned(),
            |date| lang.day_full(date),
        );
        let name = capital(&lang.session_number(self.number.get()));
        let mut parts = vec![name, group.to_owned(), day];
        if self.date.is_some() {
            parts.extend(start.map(|start| lang.time(start)));
            parts.push(self.look.status(lang));
            parts.push(self.state.label(lang).to_lowercase());
        }
        if !self.window.allowed.is_empty() {
            parts.push(lang.roster_may(self.window.allowed));
        }
        if self.look.physician {
            parts.push(lang.roster_with_physician().to_owned());
        }
        if self.look.vaccination {
            parts.push(lang.roster_with_vaccination().to_owned());
        }
        let mut text = parts.join(", ");
        if let Some(severity) = self.severity {
            text.push_str(". ");
            text.push_str(lang.severity(severity));
            if !why.is_empty() {
                text.push_str(": ");
                text.push_str(why);
            }
        }
        text
    }
}

impl MarkLook {
    /// Where the bijeenkomst stands: `voorstel, vastgezet`.
    pub fn status(self, lang: Lang) -> String {
        let standing = lang.standing(self.standing);
        match (self.standing, self.pinned) {
            (Standing::Draft | Standing::Shared | Standing::Changed | Standing::Undated, true) => {
                format!("{standing}, {}", lang.roster_pinned())
            }
            _ => standing.to_owned(),
        }
    }
}

impl WindowState {
    /// Where the day lies.
    pub fn label(self, lang: Lang) -> &'static str {
        lang.of(match self {
            Self::NoDate => ["Geen datum", "No date"],
            Self::Preferred => ["Beste periode", "Best period"],
            Self::Allowed => ["Toegestane periode", "Allowed period"],
            Self::Outside => ["Buiten de periode", "Outside the period"],
        })
    }
}

impl Layer {
    /// Its name.
    pub fn label(self, lang: Lang) -> &'static str {
        lang.of(match self {
            Self::Physician => ["Jeugdarts", "Youth physician"],
            Self::Vaccination => ["Prikken (RVP)", "Vaccinations"],
            Self::Contacts => ["Spreekuur", "Clinic"],
            Self::CatchUp => ["Inhaalafspraken", "Catch-up"],
        })
    }
}
