//! Words about the stored plan: another tab, a newer planner, and what could not be read.

use super::{Lang, texts};

impl Lang {
    texts! {
        saved_other_title: "Dit plan is in een ander tabblad gewijzigd", "This plan was changed in another tab";
        saved_other_text:
            "Kies welke versie je houdt. Wat je kiest kun je ongedaan maken zolang dit tabblad open is.",
            "Choose which version to keep. You can undo your choice as long as this tab is open.";
        followed_other: "Bijgewerkt: dit plan is in een ander tabblad gewijzigd.", "Updated: this plan was changed in another tab.";
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
        draft_line(label: &str, text: &str, fault: &str): "{label}: ‘{text}’. {fault}", "{label}: ‘{text}’. {fault}";
        button_not_used: "De knop die dit bewaart is nog niet gebruikt.", "The button that saves this was not used yet.";
        download_damaged(number: Option<usize>):
            numbered("Download de beschadigde tekst", number, ""),
            numbered("Download the damaged text", number, "");
        let_go_damaged(number: Option<usize>):
            numbered("Gooi de beschadigde tekst", number, " weg"),
            numbered("Throw the damaged text", number, " away");
    }
}

/// Words with the number of the text, where there are several.
fn numbered(words: &str, number: Option<usize>, after: &str) -> String {
    match number {
        Some(number) => format!("{words} {number}{after}"),
        None => format!("{words}{after}"),
    }
}
