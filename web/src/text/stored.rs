//! Words about the stored plan: another tab, a newer planner, and what could not be read.

use super::{Lang, texts};
use crate::store::Kind;

impl Lang {
    texts! {
        saved_other_title: "Dit plan is in een ander tabblad gewijzigd", "This plan was changed in another tab";
        saved_other_text:
            "Kies welke versie je houdt. Wat je kiest kun je ongedaan maken zolang dit tabblad open is.",
            "Choose which version to keep. You can undo your choice as long as this tab is open.";
        take_other: "Neem de andere versie over", "Take the other version";
        keep_mine: "Houd deze versie", "Keep this version";
        erased_title: "Dit plan is in een ander tabblad gewist.", "This plan was erased in another tab.";
        erased_text:
            "Het staat niet meer in deze browser. Kies of je het houdt: dan slaan we het weer op. Wis je het hier ook, dan kun je dat ongedaan maken zolang dit tabblad open is.",
            "It is no longer in this browser. Choose whether to keep it: then we save it again. If you erase it here too, you can undo that as long as this tab is open.";
        take_erased: "Wis het hier ook", "Erase it here too";
        keep_erased: "Houd dit plan", "Keep this plan";
        damaged_other_title: "Een ander tabblad heeft een beschadigd plan opgeslagen", "Another tab stored a damaged plan";
        damaged_other_text:
            "We kunnen die versie niet lezen en houden haar apart. Jouw plan staat nog op dit scherm.",
            "We cannot read that version and keep it aside. Your plan is still on this screen.";
        newer_title: "Je opgeslagen plan is van een nieuwere planner", "Your stored plan is of a newer planner";
        newer_text:
            "We laten het staan. Laad de pagina opnieuw om de nieuwste planner te krijgen. Wat je nu maakt, bewaar je als bestand.",
            "We leave it alone. Reload the page to get the newest planner. Save what you make now as a file.";
        drafts_title: "Dit heb je getypt en is niet opgeslagen", "You typed this and it is not saved";
        draft_line(label: &str, text: &str, fault: &str): format!("{label}: ‘{text}’. {fault}"), format!("{label}: ‘{text}’. {fault}");
        button_not_used: "De knop die dit bewaart is nog niet gebruikt.", "The button that saves this was not used yet.";
        download_damaged(number: Option<usize>):
            numbered("Download de beschadigde tekst", number, ""),
            numbered("Download the damaged text", number, "");
        let_go_damaged(number: Option<usize>):
            numbered("Gooi de beschadigde tekst", number, " weg"),
            numbered("Throw the damaged text", number, " away");
    }

    /// What could not be read.
    pub fn damaged_title(self, kind: Kind) -> &'static str {
        match (self, kind) {
            (Self::Nl, Kind::Plan) => "Je opgeslagen plan was beschadigd",
            (Self::En, Kind::Plan) => "Your stored plan was damaged",
            (Self::Nl, Kind::Variants) => "Je bewaarde varianten waren beschadigd",
            (Self::En, Kind::Variants) => "Your stored variants were damaged",
        }
    }

    /// What happened to it.
    pub fn damaged_text(self, kind: Kind, is_set_aside: bool) -> &'static str {
        match (self, kind, is_set_aside) {
            (Self::Nl, Kind::Plan, true) => {
                "We konden het niet lezen en hebben het apart gezet. Je kunt het downloaden. Het blijft staan tot je het weggooit."
            }
            (Self::En, Kind::Plan, true) => {
                "We could not read it and set it aside. You can download it. It stays until you throw it away."
            }
            (Self::Nl, Kind::Variants, true) => {
                "We konden ze niet allemaal lezen en hebben de hele tekst apart gezet. Je kunt die downloaden. De tekst blijft staan tot je hem weggooit."
            }
            (Self::En, Kind::Variants, true) => {
                "We could not read all of them and set the whole text aside. You can download it. It stays until you throw it away."
            }
            (Self::Nl, Kind::Plan, false) => {
                "We konden het niet lezen, en het kon niet apart gezet worden: de browser is vol. Download het of gooi het weg. Tot dan slaan we niets op."
            }
            (Self::En, Kind::Plan, false) => {
                "We could not read it, and it could not be set aside: the browser is full. Download it or throw it away. Until then we save nothing."
            }
            (Self::Nl, Kind::Variants, false) => {
                "We konden ze niet allemaal lezen, en de tekst kon niet apart gezet worden: de browser is vol. Download hem of gooi hem weg. Tot dan slaan we geen varianten op."
            }
            (Self::En, Kind::Variants, false) => {
                "We could not read all of them, and the text could not be set aside: the browser is full. Download it or throw it away. Until then we save no variants."
            }
        }
    }
}

/// Words with the number of the text, where there are several.
fn numbered(words: &str, number: Option<usize>, after: &str) -> String {
    match number {
        Some(number) => format!("{words} {number}{after}"),
        None => format!("{words}{after}"),
    }
}
