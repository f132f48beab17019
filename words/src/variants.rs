//! Words of the variants of a plan.

use super::{Lang, texts};

impl Lang {
    texts! {
        variants: "Varianten", "Variants";
        variants_text: "Bewaar het plan van nu, probeer iets anders, en leg ze naast elkaar.", "Keep the plan of now, try something else, and lay them side by side.";
        keep_variant: "Bewaar als variant", "Keep as a variant";
        variants_full: "Je hebt twee varianten. Wis er een om een andere te bewaren.", "You have two variants. Remove one to keep another.";
        variants_changed:
            "De varianten zijn in een ander tabblad gewijzigd. We hebben ze opnieuw gelezen. Probeer het nog eens.",
            "The variants were changed in another tab. We read them anew. Try again.";
        variants_newer:
            "De varianten zijn van een nieuwere planner. We laten ze staan. Laad de pagina opnieuw om de nieuwste planner te krijgen.",
            "The variants are of a newer planner. We leave them alone. Reload the page to get the newest planner.";
        variants_in_memory: "De varianten passen niet in deze browser: ze blijven zolang deze pagina open is.", "The variants do not fit in this browser: they stay as long as this page is open.";
        variant_name(place: usize): "Variant {}", "Variant {}" => |_lang| letter(place);
        variant_choose: "Vergelijk met", "Compare with";
        variant_now: "Plan van nu", "Plan of now";
        variant_figure: "Wat telt", "What counts";
        variant_figures(name: &str): "Het plan van nu naast {name}", "The plan of now beside {name}";
        variant_dates(count: usize):
            match count { 0 => "Alle datums zijn gelijk".to_owned(), 1 => "1 andere datum".to_owned(), _ => format!("{count} andere datums") },
            match count { 0 => "All dates are the same".to_owned(), 1 => "1 other date".to_owned(), _ => format!("{count} other dates") };
        take_variant(name: &str): "Neem {name} over", "Take over {name}";
        variant_kept(name: &str): "Bewaard als {name}", "Kept as {name}";
        variant_removed(name: &str): "{name} is gewist.", "{name} was removed.";
        drop_variant(name: &str): "Wis {name}", "Remove {name}";
        figure_groups: "Groepen", "Groups";
        figure_sessions: "Bijeenkomsten", "Sessions";
        figure_unscheduled: "Zonder datum", "Without a date";
        figure_outside: "Buiten de beste periode", "Outside the best period";
        figure_holiday: "In een schoolvakantie", "In a school holiday";
        figure_waiting: "Gezinnen zonder groep", "Families without a group";
        figure_errors: "Problemen: kan niet", "Problems: not possible";
        figure_warnings: "Problemen: let op", "Problems: check this";
        figure_cost: "Punten van de planner", "Points of the planner";
        figure_cost_text:
            "Minder punten is beter: 1 voor elke dag naast het midden van de periode, 1.000 of 2.000 voor een schoolvakantie, 100.000 buiten de beste periode, 10 miljoen zonder datum. Neem je een variant over, dan wordt het plan van nu die variant.",
            "Fewer points are better: 1 for each day beside the middle of the period, 1,000 or 2,000 for a school holiday, 100,000 outside the best period, 10 million without a date. When you take a variant over, the plan of now becomes that variant.";
    }
}

/// A for the first, B for the second.
fn letter(place: usize) -> char {
    ('A'..='Z').nth(place).unwrap_or('Z')
}
