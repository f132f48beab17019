//! Words of the problems: what is wrong and when, then why, then what helps; and those of their screen.
//! Every finding and remedy of core has its words here; the rules behind them are explained in
//! `problem_help`.

mod case;
mod finding;
mod help;
mod reasons;
mod remedy;
mod sieve;

use super::{Lang, say, texts};
use case::{Case, dose_name};
use centering_core::calendar::{AgeOffset, Date};
use centering_core::care::{Dose, PlannedDose, Scheme, SessionWindow, TemplateRefusal};
use centering_core::plan::{Language, LocationId, Plan};
use centering_core::problem::{Problem, Severity};
use centering_core::remedy::Remedy;
use centering_core::schedule::Days;
pub(super) use finding::Part;
use reasons::unknown_codes;

impl Lang {
    /// Why a template cannot be set, and what to do.
    pub fn template_refusal(self, refusal: &TemplateRefusal) -> String {
        match refusal {
            TemplateRefusal::Fault(fault) => reasons::template(self, *fault),
            TemplateRefusal::UnknownDoses(number, doses) => say!(self;
                "Bijeenkomst {}: het vaccinatieprogramma kent {} niet. {}",
                "Session {}: the vaccination programme does not know {}. {}";
                number.get(), unknown_codes(self, doses), reasons::unknown_doses(self, doses)),
            TemplateRefusal::VaccineLimit(number, dose) => say!(self;
                "Bijeenkomst {}: ‘mag’ loopt verder dan het vaccinatieprogramma toestaat voor {}. Een schema kan die grens niet ruimer maken.",
                "Session {}: ‘allowed’ goes beyond what the vaccination programme permits for {}. A template cannot widen that limit.";
                number.get(), self.dose_word(dose)),
        }
    }

    /// `DKTP 1`: a dose of the programme.
    pub fn dose_word(self, dose: &Dose) -> String {
        dose_name(dose.code())
    }

    texts! {
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
            "Er zijn wel {count} meldingen. Zet bij ‘Toon’ meer aan.",
            "There are {count} messages. Choose more at ‘Show’.";
        problems_show_all: "Toon alles", "Show everything";
        problems_more(count: usize): "Toon er nog {count}", "Show {count} more";
        problems_filter: "Toon", "Show";
        problems_kind: "Soort", "Kind";
        problems_all_kinds: "Alle soorten", "All kinds";
        problems_person: "Persoon", "Person";
        problems_everyone: "Iedereen", "Everyone";
        with_count(what: &str, count: usize): "{what} ({count})", "{what} ({count})";
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
        problem_rule: "Regel en bron", "Rule and source";
        remedies_title: "Wat je kunt doen", "What you can do";
        remedies_ask: "Wat kun je doen?", "What can you do?";
        remedies_none:
            "De planner heeft hier geen oplossing voor gevonden. Je kunt zelf iets veranderen, of het zo laten.",
            "The planner found no remedy for this. You can change something yourself, or leave it.";
        remedies_not_needed: "Je hoeft niets te doen.", "You do not have to do anything.";
        try_it: "Probeer", "Try";
        it_was_so: "Zo was het", "That is right";
        fill_in: "Vul in", "Enter";
    }

    /// How many things have to change, and how many can be looked at.
    pub fn problems_sub(self, errors: usize, warnings: usize) -> String {
        let must = match errors {
            0 => say!(self; "Alles kan zo", "All of it can be so"),
            1 => say!(self; "1 ding moet anders", "1 thing has to change"),
            _ => say!(self; "{errors} dingen moeten anders", "{errors} things have to change"),
        };
        match warnings {
            0 => format!("{must}."),
            1 => {
                say!(self; "{must}. 1 ding kan misschien beter.", "{must}. 1 thing may be better.")
            }
            _ => say!(self;
                "{must}. {warnings} dingen kunnen misschien beter.",
                "{must}. {warnings} things may be better."),
        }
    }

    /// When a child is born, or due.
    pub fn born_on(self, date: Date, provisional: bool) -> String {
        let day = self.day_typed(date);
        if provisional {
            say!(self; "uitgerekend op {day}", "due on {day}")
        } else {
            say!(self; "geboren op {day}", "born on {day}")
        }
    }

    /// What is wrong and when, in one line. The group is not named: it stands beside the line.
    pub fn problem_title(self, plan: &Plan, problem: &Problem) -> String {
        let case = Case::of(plan, problem);
        finding::words(self, &case, &problem.finding, Part::Title)
    }

    /// Why it is wrong and what follows, in full sentences; empty where the title says it all.
    pub fn problem_detail(self, plan: &Plan, problem: &Problem) -> String {
        let case = Case::of(plan, problem);
        finding::words(self, &case, &problem.finding, Part::Detail)
    }

    /// All that is said of a bijeenkomst on the day that it has in this plan: what is wrong, in the order of the problems
    /// and in full where it cannot stay so; then what is right, which has no severity. Nothing is called right beside
    /// what cannot stay so.
    pub fn verdict(
        self,
        plan: &Plan,
        problems: &[Problem],
        window: &SessionWindow,
        date: Date,
    ) -> Vec<(Option<Severity>, String)> {
        let is_error = |problem: &Problem| problem.severity == Severity::Error;
        let wrong = problems.iter().map(|problem| {
            let mut text = format!("{}.", self.problem_title(plan, problem));
            if is_error(problem) {
                text.push(' ');
                text.push_str(&self.problem_detail(plan, problem));
            }
            (Some(problem.severity), text)
        });
        let mut found: Vec<(Option<Severity>, String)> = wrong.collect();
        if window.allowed.contains(date) && !problems.iter().any(is_error) {
            let right = if window.preferred.contains(date) {
                self.move_preferred()
            } else {
                self.move_allowed()
            };
            found.push((None, right.to_owned()));
        }
        found
    }

    /// Where a day lies: in the preferred window or not, and in which school holiday.
    pub fn day_facts(
        self,
        plan: &Plan,
        location: &LocationId,
        date: Date,
        preferred: bool,
    ) -> String {
        let mut text = if preferred {
            self.move_preferred().to_owned()
        } else {
            say!(self; "Mag, maar buiten de beste periode.", "Allowed, but outside the best period.")
        };
        if let Some(kind) = Days::of(plan, location).school_holiday(date) {
            let holiday = self.school_holiday(kind);
            text += &say!(self; " Valt in de {holiday}.", " It is in the {holiday}.");
        }
        text
    }

    /// What can be done, and what that means for the group and its families.
    pub fn remedy(self, plan: &Plan, remedy: &Remedy) -> (String, String) {
        remedy::words(self, plan, remedy)
    }

    /// `rota 1 en DKTP 1 (schema 3-5-12) of DKTP 2 (schema 2-3-5-12)`: a child follows one scheme.
    pub fn doses(self, doses: &[PlannedDose]) -> String {
        self.doses_as(doses, |dose| self.dose(dose))
    }

    /// The same without the schemes: `rota 1 en DKTP 1 of DKTP 2`.
    pub fn dose_names(self, doses: &[PlannedDose]) -> String {
        self.doses_as(doses, |dose| self.vaccination(&dose.dose))
    }

    fn doses_as(self, doses: &[PlannedDose], name: impl Fn(&PlannedDose) -> String) -> String {
        let in_scheme = |scheme| -> Vec<String> {
            let of_scheme = doses.iter().filter(|dose| dose.scheme == scheme);
            of_scheme.map(&name).collect()
        };
        let mut names = in_scheme(None);
        let mut choice = in_scheme(Some(Scheme::M3M5M12));
        choice.extend(in_scheme(Some(Scheme::M2M3M5M12)));
        choice.dedup();
        if !choice.is_empty() {
            names.push(choice.join(self.of([" of ", " or "])));
        }
        self.list(&names)
    }

    /// `DKTP 2`, without its scheme.
    pub fn vaccination(self, dose: &Dose) -> String {
        dose_name(dose.code())
    }

    /// `DKTP 2 (schema 3-5-12)`.
    pub fn dose(self, planned: &PlannedDose) -> String {
        self.in_scheme(dose_name(planned.dose.code()), planned.scheme)
    }

    /// A vaccination with its scheme, where it has one.
    fn in_scheme(self, name: String, scheme: Option<Scheme>) -> String {
        match scheme.map(scheme_word) {
            None => name,
            Some(scheme) => say!(self; "{name} (schema {scheme})", "{name} (scheme {scheme})"),
        }
    }

    /// `8 weken`, `6 maanden`, `14 dagen`: a time between two days.
    pub fn time_span(self, span: AgeOffset) -> String {
        let mut parts = Vec::new();
        let (months, days) = (span.months(), span.days());
        if months > 0 {
            parts.push(match months {
                1 => say!(self; "1 maand", "1 month"),
                _ => say!(self; "{months} maanden", "{months} months"),
            });
        }
        if months == 0 && days >= 14 && days % 7 == 0 {
            parts.push(say!(self; "{} weken", "{} weeks"; days / 7));
        } else if days > 0 || months == 0 {
            parts.push(self.days(i32::from(days)));
        }
        self.list(&parts)
    }

    /// `Nederlands`: the name of a language, or its code where the planner does not know it.
    fn language_of(self, language: &Language) -> String {
        self.known_language(language)
            .unwrap_or_else(|| language.as_str().to_owned())
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

#[cfg(test)]
mod tests {
    use super::*;
    use centering_core::edit::Edit;
    use centering_core::problem::check;

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
            "Bijeenkomst 2 past niet: dinsdag 27 april kan niet (Koningsdag)"
        );
        assert_eq!(
            Lang::Nl.problem_detail(&plan, problem),
            "Van de 8 dagen die mogen (26 april tot en met 3 mei 2027) is er 1 een dinsdag. \
             Dinsdag 27 april kan niet: Koningsdag. Daarna is het oudste kind te oud."
        );
    }

    #[test]
    fn every_problem_and_remedy_has_words_in_both_languages() {
        for half_day in ["mon-am", "tue-am", "thu-pm"] {
            let plan = planned(&SCENARIO_13, half_day);
            for problem in check(&plan, None) {
                for lang in Lang::ALL {
                    assert!(!lang.problem_title(&plan, &problem).is_empty());
                    assert!(!lang.problem_help(&problem).is_empty());
                    for remedy in centering_core::remedy::remedies(&plan, &problem, None) {
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
        for lang in Lang::ALL {
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
            for lang in Lang::ALL {
                assert!(!lang.problem_detail(&plan, problem).is_empty());
                assert!(!lang.problem_help(problem).is_empty());
            }
        }
        assert_ne!(Lang::Nl.problem_help(loose), Lang::Nl.problem_help(fields));
    }

    #[test]
    fn doses_and_times_are_words() {
        assert_eq!(dose_name("ROTA1"), "rota 1");
        assert_eq!(dose_name("DKTP2"), "DKTP 2");
        assert_eq!(dose_name("MENACWY1"), "MenACWY");
        let template = centering_core::care::SessionTemplate::proposal();
        let third = template.sessions.iter().find(|spec| spec.number.get() == 3);
        let third = &third.expect("a third").doses;
        assert_eq!(
            Lang::Nl.dose_names(third),
            "rota 2, pneu 1 en DKTP 1 of DKTP 2"
        );
        assert_eq!(
            Lang::En.doses(third),
            "rota 2, pneu 1 and DKTP 1 (scheme 3-5-12) or DKTP 2 (scheme 2-3-5-12)"
        );
        let span = |text: &str| Lang::Nl.time_span(text.parse().expect("an age"));
        assert_eq!(span("0m56d"), "8 weken");
        assert_eq!(span("6m0d"), "6 maanden");
        assert_eq!(span("1m2d"), "1 maand en 2 dagen");
        assert_eq!(span("0m1d"), "1 dag");
    }
}
