//! Words of the success factors, the self-study and the checklists.

use super::{Lang, say, texts};

impl Lang {
    texts! {
        factors_empty_title: "Hoe staat je organisatie ervoor?", "How is your organisation doing?";
        factors_empty_text:
            "Deel 2 van de Handreiking noemt zeven succesfactoren. Bij elke factor staan vijf stellingen van ons. Laat een paar mensen ze scoren, elk vanuit de eigen rol. Dan zie je wat goed gaat, waar jullie anders kijken en wat eerst aandacht vraagt.",
            "Part 2 of the Handreiking names seven success factors. Under each stand five statements of our own. Let a few people score them, each from their own role. Then you see what goes well, where views differ and what needs attention first.";
        begin_measurement: "Begin een meting", "Begin a measurement";
        measurement_of: "Meting", "Measurement";
        compare_with: "Vergelijk met", "Compare with";
        compare_nothing: "niets", "nothing";
        remove_measurement: "Verwijder deze meting", "Remove this measurement";
        factor: "Succesfactor", "Success factor";
        factor_mean: "Gemiddeld", "Mean";
        factor_before(day: &str): "Op {day}", "On {day}";
        factor_change: "Verandering", "Change";
        factor_spread: "Verschil", "Difference";
        heat_title: "Scores per factor en per rol", "Scores by factor and role";
        heat_note: "1 = klopt niet, 5 = klopt helemaal. Verschil: dat tussen de hoogste en de laagste rol.", "1 = not true, 5 = fully true. Difference: that between the highest and the lowest role.";
        chart_title: "Gemiddelde per factor", "Mean by factor";
        chart_row(factor: &str, now: &str): "{factor}: {now}", "{factor}: {now}";
        chart_now: "deze meting", "this measurement";
        chart_before: "eerdere meting", "earlier measurement";
        weakest_title: "De zwakste stellingen", "The weakest statements";
        statement: "Stelling", "Statement";
        statement_range: "Laagste en hoogste", "Lowest and highest";
        statement_steps: "Stappen die helpen", "Steps that help";
        open_step: "Open de stap", "Open the step";
    }

    texts! {
        respondents_title: "Wie doet mee?", "Who takes part?";
        respondents_text: "Een rol, geen naam. Van één rol kunnen er meer meedoen.", "A role, no name. More than one of a role can take part.";
        respondent_role: "Rol", "Role";
        add_respondent: "Voeg deze rol toe", "Add this role";
        respondent_of(role: &str, number: usize): "{role} {number}", "{role} {number}";
        respondent_done(scored: usize, all: usize): "{scored} van {all} beantwoord", "{scored} of {all} answered";
        go_on_as(who: &str): "Ga verder: {who}", "Go on: {who}";
        look_again(who: &str): "Bekijk: {who}", "Look at: {who}";
        remove_respondent(who: &str): "Verwijder: {who}", "Remove: {who}";

        study_title: "Zelfstudie met de stuurgroep", "Self-study with the steering group";
        study_text:
            "Loop de zeven factoren samen door. Bespreek elke stelling kort en kies een score. Je kunt altijd stoppen en later verdergaan; alles blijft bewaard. Je mag een stelling openlaten.",
            "Go through the seven factors together. Discuss each statement shortly and choose a score. You can always stop and go on later; everything is kept. You may leave a statement open.";
        study_unofficial:
            "De stellingen zijn van ons. Het is niet de zelfstudie uit deel 3 van de Handreiking; leg die ernaast.",
            "The statements are our own. This is not the self-study of part 3 of the Handreiking; put that beside it.";
        study_who: "Wie vult in?", "Who answers?";
        study_progress(number: usize, all: usize): "Factor {number} van {all}", "Factor {number} of {all}";
        study_factors: "Factoren", "Factors";
        study_previous: "Vorige factor", "Previous factor";
        study_next: "Volgende factor", "Next factor";
        study_done: "Klaar: bekijk de uitkomst", "Done: look at the result";
        study_first_open: "Naar de eerste open stelling", "To the first open statement";
        study_no_measurement: "Begin eerst een meting en kies wie er meedoen.", "Begin a measurement first and choose who takes part.";
        score_open: "open", "open";
        study_print_title: "Alle stellingen", "All statements";
    }

    texts! {
        list_ticked(done: usize, all: usize): "{done} van {all}", "{done} of {all}";
        list_source: "Voorstel van ons; elk punt is aanpasbaar.", "Our own proposal; every item can be changed.";
        list_add: "Eigen punt", "Own item";
        list_add_hint: "Schrijf geen namen. Hoogstens 300 tekens.", "Write no names. At most 300 characters.";
        list_add_button: "Voeg toe", "Add";
        list_edit(item: &str): "Wijzig: {item}", "Change: {item}";
        list_remove(item: &str): "Verwijder: {item}", "Remove: {item}";
        list_text: "Tekst van dit punt", "Text of this item";
        list_reset: "Neem ons voorstel terug", "Take our proposal again";
        list_ticked_on(day: &str): "gedaan op {day}", "done on {day}";
    }

    /// On what a statement rests, from its source keys of `docs/domain.md`.
    pub fn statement_source(self, keys: &str) -> String {
        let mut sites: Vec<&str> = keys.split(", ").filter_map(site).collect();
        sites.dedup();
        let own = self.of(["voorstel van ons", "our own proposal"]);
        let sites = if sites.is_empty() {
            own.to_owned()
        } else {
            sites.join(", ")
        };
        say!(self; "Bron: {sites}", "Source: {sites}")
    }

    /// A mean of hundredths as people write it: `3,8`.
    pub fn mean(self, hundredths: i32) -> String {
        let sign = if hundredths < 0 { "−" } else { "" };
        // To tenths, half of one up.
        let tenths = (hundredths.abs() + 5) / 10;
        let point = self.of([',', '.']);
        format!("{sign}{}{point}{}", tenths / 10, tenths % 10)
    }

    /// A difference of means: `+0,4`.
    pub fn mean_change(self, hundredths: i32) -> String {
        let sign = if hundredths > 0 { "+" } else { "" };
        format!("{sign}{}", self.mean(hundredths))
    }

    /// What a score from 1 to 5 means.
    pub fn score(self, points: u8) -> &'static str {
        self.of(match points {
            1 => ["klopt niet", "not true"],
            2 => ["klopt een beetje", "a little true"],
            3 => ["klopt half", "half true"],
            4 => ["klopt grotendeels", "mostly true"],
            _ => ["klopt helemaal", "fully true"],
        })
    }
}

/// Where a source key of `docs/domain.md` was read; nothing for our own proposal.
fn site(key: &str) -> Option<&'static str> {
    Some(match key {
        "S1" => "centeringzorg.nl (2023)",
        "S3" | "S7" | "S16" => "zonmw.nl",
        "S12" => "uitgave Centering Parenting (2019)",
        "S13" => "centeringzorg.nl (2021)",
        "S14" => "centeringzorg.nl (2020)",
        "S15" => "centeringzorg.nl",
        "S18" | "S21" => "centeringhealthcare.org",
        "S20" => "docsbay.net (CHI)",
        "S24" => "Planning Your Centering Budget (CHI)",
        "S25" => "centeringzorg.nl (2023)",
        "S26" => "ncj.nl",
        "S35" => "ggdgv.nl",
        "S50" => "publicaties.zonmw.nl",
        "S51" => "centeringzorg.nl, Kansrijke Start",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn means_are_written_in_tenths_with_their_sign() {
        assert_eq!(Lang::Nl.mean(385), "3,9");
        assert_eq!(Lang::En.mean(384), "3.8");
        assert_eq!(Lang::Nl.mean_change(45), "+0,5");
        assert_eq!(Lang::Nl.mean_change(-120), "−1,2");
        assert_eq!(Lang::Nl.mean_change(0), "0,0");
    }

    #[test]
    fn every_statement_names_where_it_comes_from() {
        let factors = centering_core::assurance::SuccessFactors::current();
        for statement in factors.statements() {
            let is_own = statement.source == "eigen voorstel";
            let words = Lang::Nl.statement_source(&statement.source);
            assert_eq!(words == "Bron: voorstel van ons", is_own, "{words}");
            let keys = statement.source.split(", ");
            assert!(is_own || keys.into_iter().all(|key| site(key).is_some()));
        }
    }
}
