//! Words of the problems: what is wrong and when, then why, then what helps; and those of their screen.
//! Every finding and remedy of core has its words here; the rules behind them are explained in
//! `problem_help`.

mod case;
mod detail;
mod help;
mod reasons;
mod remedy;
mod sieve;
mod title;

use super::{Lang, capital, texts};
use case::{Case, dose_name};
use centering_core::calendar::{AgeOffset, Date};
use centering_core::care::{Dose, PlannedDose, Scheme, SessionNumber, TemplateFault, UnknownDose};
use centering_core::intake::language_names;
use centering_core::plan::{Language, Plan};
use centering_core::problem::{Problem, Remedy};
use detail::{detail_en, detail_nl};
use reasons::{template_en, template_nl, unknown_codes, unknown_doses_en, unknown_doses_nl};
use remedy::{remedy_en, remedy_nl};
use title::{title_en, title_nl};

impl Lang {
    /// What is wrong with a template.
    pub fn template_fault(self, fault: TemplateFault) -> String {
        match self {
            Self::Nl => template_nl(fault),
            Self::En => template_en(fault),
        }
    }

    /// Which vaccinations of a bijeenkomst of the template the programme does not know, and what to do.
    pub fn unknown_doses(self, number: SessionNumber, doses: &[UnknownDose]) -> String {
        let codes = unknown_codes(self, doses);
        match self {
            Self::Nl => format!(
                "Bijeenkomst {}: het vaccinatieprogramma kent {codes} niet. {}",
                number.get(),
                unknown_doses_nl(doses)
            ),
            Self::En => format!(
                "Session {}: the vaccination programme does not know {codes}. {}",
                number.get(),
                unknown_doses_en(doses)
            ),
        }
    }

    /// `DKTP 1`: a dose of the programme.
    pub fn dose_word(self, dose: &Dose) -> String {
        dose_name(dose.code())
    }

    texts! {
        problems_sub(errors: usize, warnings: usize):
            problems_sub_nl(errors, warnings),
            problems_sub_en(errors, warnings);
        problems_try: "Elke oplossing kun je proberen en terugdraaien.", "You can try every remedy and take it back.";
        problems_none: "Geen problemen", "No problems";
        problems_none_text:
            "Elke bijeenkomst heeft een dag die mag, en elk gezin heeft een groep. Verandert er iets? Dan kijkt de planner meteen opnieuw.",
            "Every session has a day that is allowed, and every family has a group. Does something change? Then the planner checks again at once.";
        problems_empty_text:
            "Er staan nog geen gezinnen in het plan. Voeg eerst een lijst toe: dan maakt de planner groepen en kijkt die na.",
            "There are no families in the plan yet. Add a list first: then the planner makes groups and checks them.";
        problems_filtered: "Met deze keuze zie je niets", "Nothing to show with this choice";
        problems_filtered_text(count: usize):
            format!("Er zijn wel {count} meldingen. Zet bij ‘Toon’ meer aan."),
            format!("There are {count} messages. Choose more at ‘Show’.");
        problems_show_all: "Toon alles", "Show everything";
        problems_more(count: usize): format!("Toon er nog {count}"), format!("Show {count} more");
        problems_filter: "Toon", "Show";
        problems_kind: "Soort", "Kind";
        problems_all_kinds: "Alle soorten", "All kinds";
        problems_person: "Persoon", "Person";
        problems_everyone: "Iedereen", "Everyone";
        with_count(what: &str, count: usize): format!("{what} ({count})"), format!("{what} ({count})");
        problems_group: "Groep", "Group";
        problems_all_groups: "Alle groepen", "All groups";
        problems_no_group: "Gezinnen zonder groep", "Families without a group";
        see_in_roster: "Bekijk in het rooster", "See it in the schedule";
        see_group: "Bekijk bij de groep", "See it at the group";
        see_family: "Bekijk het gezin", "See the family";
        see_location: "Bekijk de locatie", "See the location";
        see_template: "Bekijk het bijeenkomstenschema", "See the session template";
        whole_plan: "Het hele plan", "The whole plan";
        without_date: "nog zonder datum", "without a date yet";
        born_on(date: Date, provisional: bool):
            format!("{} {}", if provisional { "uitgerekend op" } else { "geboren op" }, Lang::Nl.day_typed(date)),
            format!("{} {}", if provisional { "due on" } else { "born on" }, Lang::En.day_typed(date));
        problem_rule: "Regel en bron", "Rule and source";
        remedies_title: "Wat je kunt doen", "What you can do";
        remedies_ask: "Wat kun je doen?", "What can you do?";
        remedies_none:
            "De planner heeft hier geen oplossing voor gevonden. Je kunt zelf iets veranderen, of het zo laten.",
            "The planner found no remedy for this. You can change something yourself, or leave it.";
        remedies_not_needed: "Je hoeft niets te doen.", "You do not have to do anything.";
        try_it: "Probeer", "Try";
        fill_in: "Vul in", "Enter";
    }

    /// What is wrong and when, in one line. The group is not named: it stands beside the line.
    pub fn problem_title(self, plan: &Plan, problem: &Problem) -> String {
        let case = Case::of(plan, problem);
        match self {
            Self::Nl => title_nl(&case, &problem.finding),
            Self::En => title_en(&case, &problem.finding),
        }
    }

    /// Why it is wrong and what follows, in full sentences; empty where the title says it all.
    pub fn problem_detail(self, plan: &Plan, problem: &Problem) -> String {
        let case = Case::of(plan, problem);
        match self {
            Self::Nl => detail_nl(&case, &problem.finding),
            Self::En => detail_en(&case, &problem.finding),
        }
    }

    /// What can be done, and what that means for the group and its families.
    pub fn remedy(self, plan: &Plan, remedy: &Remedy) -> (String, String) {
        match self {
            Self::Nl => remedy_nl(plan, remedy),
            Self::En => remedy_en(plan, remedy),
        }
    }

    /// `rota 1 en DKTP 2 (schema 3-5-12)`.
    pub fn doses(self, doses: &[PlannedDose]) -> String {
        let mut names: Vec<String> = Vec::new();
        for scheme in [None, Some(Scheme::M3M5M12), Some(Scheme::M2M3M5M12)] {
            names.extend(
                doses
                    .iter()
                    .filter(|dose| dose.scheme == scheme)
                    .map(|dose| self.dose(dose)),
            );
        }
        self.list(&names)
    }

    /// `DKTP 2`, without its scheme.
    pub fn vaccination(self, dose: &Dose) -> String {
        dose_name(dose.code())
    }

    /// `DKTP 2 (schema 3-5-12)`.
    pub fn dose(self, planned: &PlannedDose) -> String {
        let name = dose_name(planned.dose.code());
        let Some(scheme) = planned.scheme.map(scheme_word) else {
            return name;
        };
        match self {
            Self::Nl => format!("{name} (schema {scheme})"),
            Self::En => format!("{name} (scheme {scheme})"),
        }
    }

    /// `8 weken`, `6 maanden`, `14 dagen`: a time between two days.
    pub fn time_span(self, span: AgeOffset) -> String {
        let mut parts = Vec::new();
        let (months, days) = (span.months(), span.days());
        if months > 0 {
            parts.push(match (self, months) {
                (Self::Nl, 1) => "1 maand".to_owned(),
                (Self::Nl, _) => format!("{months} maanden"),
                (Self::En, 1) => "1 month".to_owned(),
                (Self::En, _) => format!("{months} months"),
            });
        }
        if months == 0 && days >= 14 && days % 7 == 0 {
            parts.push(match self {
                Self::Nl => format!("{} weken", days / 7),
                Self::En => format!("{} weeks", days / 7),
            });
        } else if days > 0 || months == 0 {
            parts.push(self.days(i32::from(days)));
        }
        self.list(&parts)
    }

    /// `Nederlands`: the name of a language, or its code where the planner does not know it.
    fn language_of(self, language: &Language) -> String {
        let code = language.as_str();
        language_names()
            .iter()
            .find(|(known, _, _)| *known == code)
            .map_or_else(
                || code.to_owned(),
                |(_, nl, en)| {
                    capital(match self {
                        Self::Nl => nl,
                        Self::En => en,
                    })
                },
            )
    }
}

fn scheme_word(scheme: Scheme) -> &'static str {
    match scheme {
        Scheme::M3M5M12 => "3-5-12",
        Scheme::M2M3M5M12 => "2-3-5-12",
    }
}

/// The first part of a code: `VAK` of `VAK-01`.
pub fn problem_family(code: &str) -> &str {
    code.split('-').next().unwrap_or(code)
}

fn problems_sub_nl(errors: usize, warnings: usize) -> String {
    let must = match errors {
        0 => "Niets moet anders".to_owned(),
        1 => "1 ding moet anders".to_owned(),
        _ => format!("{errors} dingen moeten anders"),
    };
    match warnings {
        0 => format!("{must}."),
        _ => format!("{must}, naar {warnings} kun je kijken."),
    }
}

fn problems_sub_en(errors: usize, warnings: usize) -> String {
    let must = match errors {
        0 => "Nothing has to change".to_owned(),
        1 => "1 thing has to change".to_owned(),
        _ => format!("{errors} things have to change"),
    };
    match warnings {
        0 => format!("{must}."),
        _ => format!("{must}, {warnings} you can look at."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use centering_core::plan::Edit;
    use centering_core::problem::{Severity, check};

    /// The plan of one group with these births, on a fixed half-day, as the planner dates it.
    fn planned(births: &[&str], half_day: &str) -> Plan {
        let families: Vec<String> = births
            .iter()
            .enumerate()
            .map(|(place, birth)| format!("N{place};{birth};Noord"))
            .collect();
        let list = format!("Code;Geboortedatum;Locatie\n{}\n", families.join("\n"));
        let table = centering_core::intake::Table::read(&list);
        let mut plan = Plan::empty();
        let reading = centering_core::intake::Reading::guess(&table, &plan);
        let intake = centering_core::intake::read_enrolments(&table, &reading, &plan, None);
        let import = intake.edit().expect("the list leaves nothing to ask");
        let codes = intake
            .enrolments
            .iter()
            .map(|family| family.code.clone())
            .collect();
        for edit in [import, Edit::CreateGroup(codes)] {
            let changes = edit
                .changes(&plan, None)
                .expect("the families make a group");
            plan.apply_all(changes);
        }
        let group = plan
            .groups
            .keys()
            .next()
            .expect("there is one group")
            .clone();
        let half_day = Some(half_day.parse().expect("a half-day"));
        let edit = Edit::SetHalfDay { group, half_day };
        plan.apply_all(edit.changes(&plan, None).expect("a user sets the half-day"));
        plan
    }

    const SCENARIO_13: [&str; 6] = [
        "2-2-2027",
        "9-2-2027",
        "16-2-2027",
        "23-2-2027",
        "2-3-2027",
        "15-3-2027",
    ];

    #[test]
    fn an_infeasible_bijeenkomst_is_explained_in_words_of_the_domain() {
        let plan = planned(&SCENARIO_13, "tue-am");
        let problems = check(&plan, None);
        let worst: Vec<&Problem> = problems
            .iter()
            .filter(|problem| problem.severity == Severity::Error)
            .collect();
        let [problem] = worst.as_slice() else {
            panic!("one bijeenkomst does not fit: {worst:?}");
        };
        assert_eq!(
            Lang::Nl.problem_title(&plan, problem),
            "Bijeenkomst 2 past niet: dinsdag 27 april valt uit (Koningsdag)"
        );
        assert_eq!(
            Lang::Nl.problem_detail(&plan, problem),
            "Van de 8 dagen die mogen (26 april tot en met 3 mei 2027) is er 1 een dinsdag. \
             Dinsdag 27 april valt uit: Koningsdag. Daarna is het oudste kind te oud."
        );
    }

    #[test]
    fn every_problem_and_remedy_has_words_in_both_languages() {
        for half_day in ["mon-am", "tue-am", "thu-pm"] {
            let plan = planned(&SCENARIO_13, half_day);
            for problem in check(&plan, None) {
                for lang in [Lang::Nl, Lang::En] {
                    assert!(!lang.problem_title(&plan, &problem).is_empty());
                    assert!(!lang.problem_help(problem.code).is_empty());
                    for remedy in centering_core::problem::remedies(&plan, &problem, None) {
                        let (what, consequence) = lang.remedy(&plan, &remedy);
                        assert!(!what.is_empty() && !consequence.is_empty());
                    }
                }
            }
        }
    }

    /// A plan whose template has these doses at its only bijeenkomst.
    fn with_doses(doses: &str) -> Plan {
        let text = format!(
            r#"{{"format":"centering-plan","version":"1.1","template":{{"source":"own","version":"2027-01-01","sessions":[
            {{"number":"B1","name":"x","preferred":{{"from":"0m28d","to":"0m56d"}},"allowed":{{"from":"0m21d","to":"0m63d"}},
            "duration_minutes":120,"doses":[{doses}]}}]}}}}"#
        );
        Plan::from_json(&text).expect("it can be read")
    }

    #[test]
    fn a_vaccination_that_the_programme_does_not_know_is_told_with_what_was_meant() {
        let plan = with_doses(r#"{"dose":"DTKP1"},{"dose":"DKTP4","scheme":"3-5-12"}"#);
        let problems = check(&plan, None);
        let [problem] = problems.as_slice() else {
            panic!("one bijeenkomst has them: {problems:?}");
        };
        assert_eq!(
            (problem.code, problem.severity),
            ("SJA-02", Severity::Error)
        );
        assert_eq!(
            Lang::Nl.problem_title(&plan, problem),
            "Bijeenkomst 1 in het schema: het vaccinatieprogramma kent ‘DTKP1’ en ‘DKTP4’ (schema 3-5-12) niet"
        );
        assert_eq!(
            Lang::Nl.problem_detail(&plan, problem),
            "De grens voor ‘DTKP1’ en ‘DKTP4’ (schema 3-5-12) geldt nu niet. Bedoel je DKTP1? Kies in het \
             bijeenkomstenschema een vaccinatie die er wel is. Het programma kent RSV, ROTA1, ROTA2, DKTP1, DKTP2, \
             DKTP3, DKTP4, PNEU1, PNEU2, PNEU3, BMR1 en MENACWY1."
        );
        let english = Lang::En.problem_detail(&plan, problem);
        assert!(english.contains("Do you mean DKTP1?"), "{english}");
        // The text of a file is not repeated whole, however long it is.
        let plan = with_doses(&format!(r#"{{"dose":"{}"}}"#, "é".repeat(70_000)));
        let problem = &check(&plan, None)[0];
        for lang in [Lang::Nl, Lang::En] {
            assert!(lang.problem_title(&plan, problem).chars().count() < 200);
            assert!(lang.problem_detail(&plan, problem).chars().count() < 400);
        }
    }

    #[test]
    fn a_time_between_vaccinations_that_is_not_kept_and_unknown_fields_are_told() {
        let mut plan = with_doses(r#"{"dose":"ROTA2"}"#);
        plan.settings
            .extra
            .insert("closure".to_owned(), true.into());
        let problems = check(&plan, None);
        let [loose, fields] = problems.as_slice() else {
            panic!("two things are wrong: {problems:?}");
        };
        assert_eq!((loose.code, fields.code), ("SJA-03", "DOC-05"));
        assert_eq!(
            Lang::Nl.problem_title(&plan, loose),
            "Bijeenkomst 1 in het schema: de tijd voor rota 2 telt niet"
        );
        assert_eq!(
            Lang::Nl.problem_detail(&plan, loose),
            "rota 2 hoort na rota 1, en die staat bij geen eerdere bijeenkomst. De tijd ertussen bewaakt de planner niet."
        );
        assert_eq!(
            Lang::Nl.problem_title(&plan, fields),
            "Het plan heeft een veld dat de planner niet kent: settings.closure"
        );
        for problem in [loose, fields] {
            for lang in [Lang::Nl, Lang::En] {
                assert!(!lang.problem_detail(&plan, problem).is_empty());
                assert_ne!(lang.problem_help(problem.code), lang.problem_help("DOC-01"));
            }
        }
    }

    #[test]
    fn doses_and_times_are_words() {
        assert_eq!(dose_name("ROTA1"), "rota 1");
        assert_eq!(dose_name("DKTP2"), "DKTP 2");
        assert_eq!(dose_name("MENACWY1"), "MenACWY");
        let span = |text: &str| Lang::Nl.time_span(text.parse().expect("an age"));
        assert_eq!(span("0m56d"), "8 weken");
        assert_eq!(span("6m0d"), "6 maanden");
        assert_eq!(span("1m2d"), "1 maand en 2 dagen");
        assert_eq!(span("0m1d"), "1 dag");
    }
}
