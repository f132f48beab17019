//! Words of borging: the ten indicators, what is asked, who is missed, and what can be wrong with them.

use super::{Lang, texts};
use centering_core::assurance::{Amount, IndicatorId, Light, Rule};
use centering_core::plan::{AssuranceRefusal, EditKind};

impl Lang {
    texts! {
        assurance_page: "Borging", "Assurance";
        assurance_sub(day: &str):
            format!("Blijft groepszorg bestaan als mensen wisselen? Stand van {day}. De indicatoren en de stellingen zijn een voorstel van ons; de normen kun je aanpassen."),
            format!("Does group care last when people change? As it stands on {day}. The indicators and statements are our own proposal; you can change the limits.");
        assurance_parts: "Onderdelen van borging", "Parts of assurance";
        part_indicators: "Indicatoren", "Indicators";
        part_factors: "Succesfactoren", "Success factors";
        part_study: "Zelfstudie", "Self-study";
        print_it: "Druk af", "Print";

        lights_red: "actie nodig", "to act on";
        lights_amber: "let op", "to watch";
        lights_green: "goed", "good";
        lights_unknown: "nog niet bekend", "not known yet";
        indicator: "Indicator", "Indicator";
        indicator_state: "Stand", "State";
        indicator_now: "Nu", "Now";
        indicator_norm: "Norm", "Limit";
        indicator_source: "Waar komt het vandaan?", "Where does it come from?";
        indicator_trend: "Verloop", "Trend";
        indicator_do: "Wat je kunt doen", "What you can do";
        computed: "uit je plan", "from your plan";
        asked: "jouw antwoord", "your answer";
        trend_none: "nog één stand", "one day only";
        trend_label(values: &str): format!("Verloop: {values}"), format!("Trend: {values}");
        add_measure(id: &str, title: &str):
            format!("Zet {id} in het stappenplan: {title}"),
            format!("Put {id} in the step plan: {title}");
        measure_there(id: &str): format!("{id} staat in het stappenplan"), format!("{id} is in the step plan");
        measure_no_steps:
            "Begin eerst een stappenplan; dan kun je deze stap toevoegen.",
            "Start a step plan first; then you can add this step.";
        answer_it: "Beantwoord de vraag hieronder", "Answer the question below";
        keep_today: "Bewaar de stand van vandaag", "Keep how it stands today";
        history_title: "Bewaarde standen", "Days that were kept";
        history_day: "Dag", "Day";
        history_none:
            "Er is nog niets bewaard. Bewaar de stand bijvoorbeeld elk kwartaal; dan zie je het verloop.",
            "Nothing was kept yet. Keep how it stands each quarter, for example; then you see the trend.";
        history_forget(day: &str): format!("Vergeet de stand van {day}"), format!("Forget {day}");

        answers_title: "Wat de planner niet kan zien", "What the planner cannot see";
        answers_text:
            "Deze antwoorden geef je zelf. Ze tellen mee bij de indicatoren hierboven.",
            "You give these answers yourself. They count for the indicators above.";
        answer_open: "nog niet beantwoord", "not answered yet";
        yes: "ja", "yes";
        no: "nee", "no";
        ask_backup: "Is er een coördinator met een benoemde achtervang?", "Is there a coordinator with a named back-up?";
        ask_budget: "Staat groepszorg in de begroting?", "Is group care in the budget?";
        ask_work_plan: "Staat groepszorg in het werkplan?", "Is group care in the work plan?";
        ask_catalogue: "Staat groepszorg in het productenboek?", "Is group care in the product catalogue?";
        ask_evaluated: "Wanneer was de laatste evaluatie met ouders en begeleiders?", "When was the last evaluation with parents and facilitators?";
        ask_wanted: "Hoeveel groepen wil je in de komende zes maanden laten beginnen?", "How many groups do you want to start in the coming six months?";
        never_evaluated: "Er was nog geen evaluatie", "There was no evaluation yet";
        wanted_wrong: "Schrijf een heel getal van 0 tot en met 999, of laat het leeg.", "Write a whole number from 0 to 999, or leave it empty.";
        save_answers: "Bewaar de antwoorden", "Keep the answers";

        change_limits: "Pas de normen aan", "Change the limits";
        limits_text:
            "Een norm is een grens tussen goed, let op en actie nodig. Bij een deel is het een percentage.",
            "A limit lies between good, to watch and to act on. For a share it is a percentage.";
        limit_green_from: "goed vanaf", "good from";
        limit_amber_from: "let op vanaf", "to watch from";
        limit_green_to: "goed tot en met", "good up to";
        limit_amber_to: "let op tot en met", "to watch up to";
        limit_save(name: &str): format!("Bewaar de norm: {name}"), format!("Keep the limit: {name}");
        limit_reset(name: &str): format!("Neem ons voorstel terug: {name}"), format!("Take our proposal again: {name}");
        limit_wrong: "Schrijf hele getallen.", "Write whole numbers.";
        limit_own: "eigen norm", "own limit";

        resilience_title: "Wie wordt het meest gemist?", "Who is missed most?";
        resilience_text:
            "De planner laat iedereen om de beurt wegvallen en zoekt vervangers op dezelfde dagen. Je ziet hoeveel komende bijeenkomsten dan nog twee begeleiders hebben.",
            "The planner lets everybody drop out in turn and looks for substitutes on the same days. You see how many coming sessions still have two facilitators then.";
        resilience_none:
            "Er zijn nog geen komende bijeenkomsten met twee begeleiders. Geef je groepen een vast dagdeel met een paar op het scherm Team.",
            "There are no coming sessions with two facilitators yet. Give your groups a weekly line with a pair on the screen Team.";
        resilience_compute: "Reken het uit", "Compute it";
        resilience_large:
            "Je plan is groot. Deze berekening kan even duren.",
            "Your plan is large. This can take a while.";
        resilience_who: "Als deze persoon wegvalt", "When this person drops out";
        resilience_kept: "Houdt twee begeleiders", "Keeps two facilitators";
        resilience_by: "Wie vervangt", "Who stands in";
        resilience_short: "Waar er één tekort is", "Where one is short";
        resilience_substitute(alias: &str, count: usize, group: &str):
            format!("{alias} bij {group} ({count}×)"),
            format!("{alias} at {group} ({count}×)");
        resilience_nobody(group: &str, days: &str): format!("{group}: {days}"), format!("{group}: {days}");
        resilience_covered: "niemand", "nobody";
        resilience_nowhere: "nergens", "nowhere";
        part_of(part: u32, whole: u32): format!("{part} van {whole}"), format!("{part} of {whole}");
        advice_train(half_day: &str, location: &str):
            format!("Train iemand die op {half_day} kan werken in {location}."),
            format!("Train somebody who can work on {half_day} in {location}.");
        advice_then(percent: u32):
            format!("Dan houdt {percent} % van de bijeenkomsten twee begeleiders, wie er ook wegvalt."),
            format!("Then {percent} % of the sessions keep two facilitators, whoever drops out.");
        advice_could(who: &str): format!("{who} werkt dan al en is nog niet opgeleid."), format!("{who} works then already and is not trained yet.");
    }

    /// What a red, orange or green light means in a word.
    pub fn light(self, light: Light) -> &'static str {
        match (self, light) {
            (Self::Nl, Light::Red) => "Actie nodig",
            (Self::Nl, Light::Amber) => "Let op",
            (Self::Nl, Light::Green) => "Goed",
            (Self::Nl, Light::Unknown) => "Nog niet bekend",
            (Self::En, Light::Red) => "Act",
            (Self::En, Light::Amber) => "Watch",
            (Self::En, Light::Green) => "Good",
            (Self::En, Light::Unknown) => "Not known yet",
        }
    }

    /// The figure of an indicator.
    pub fn amount(self, indicator: IndicatorId, amount: Amount) -> String {
        let count = amount.rounded();
        match indicator {
            IndicatorId::CoordinatorWithBackup | IndicatorId::Evaluated => {
                if count > 0 { self.yes() } else { self.no() }.to_owned()
            }
            IndicatorId::Embedded => self.part_of(count, 3),
            _ if indicator.is_share() => format!("{count} %"),
            _ => count.to_string(),
        }
    }

    /// What is green, in words.
    pub fn norm(self, indicator: IndicatorId, rule: Rule) -> String {
        if indicator.is_yes_or_no() {
            return self.yes().to_owned();
        }
        let unit = if indicator.is_share() { " %" } else { "" };
        let (nl, en) = match rule {
            Rule::AtLeast { green, .. } => (
                format!("{green}{unit} of meer"),
                format!("{green}{unit} or more"),
            ),
            Rule::AtMost { green, .. } => (
                format!("{green}{unit} of minder"),
                format!("{green}{unit} or less"),
            ),
            Rule::Within { green, .. } => (
                format!("{} tot en met {}{unit}", green.0, green.1),
                format!("{} to {}{unit}", green.0, green.1),
            ),
        };
        self.which(nl, en)
    }

    /// On what the limit rests.
    pub fn norm_source(self, indicator: IndicatorId) -> &'static str {
        let (nl, en) = match indicator {
            IndicatorId::TrainedPerLocation => (
                "norm: ervaring in Zwolle (centeringzorg.nl, 2023)",
                "limit: experience in Zwolle (centeringzorg.nl, 2023)",
            ),
            IndicatorId::FixedPair | IndicatorId::Evaluated => (
                "norm: kenmerk van het Centering-model",
                "limit: an element of the Centering model",
            ),
            IndicatorId::SizeAtStart => (
                "norm: openbare beschrijving van CenteringOuderschap",
                "limit: public description of CenteringOuderschap",
            ),
            _ => ("norm: voorstel van ons", "limit: our own proposal"),
        };
        match self {
            Self::Nl => nl,
            Self::En => en,
        }
    }

    /// What decides the figure: a location, a person or a group.
    pub fn indicator_place(self, indicator: IndicatorId, place: &str) -> String {
        let (nl, en) = match indicator {
            IndicatorId::TrainedPerLocation => (
                format!("{place} heeft de minste."),
                format!("{place} has the fewest."),
            ),
            IndicatorId::Resilience => (
                format!("Als {place} wegvalt."),
                format!("When {place} drops out."),
            ),
            IndicatorId::LargestShare => (
                format!("{place} heeft de meeste plaatsen."),
                format!("{place} has the most places."),
            ),
            IndicatorId::SizeAtStart => (
                format!("{place} wijkt het meest af."),
                format!("{place} is furthest off."),
            ),
            _ => (place.to_owned(), place.to_owned()),
        };
        self.which(nl, en)
    }

    /// Why an edit on borging was refused.
    pub fn assurance_refusal(self, refusal: &AssuranceRefusal) -> String {
        use AssuranceRefusal as No;
        let (nl, en) = match refusal {
            No::NoMeasurement(_) => (
                "Deze meting staat niet meer in het plan.".to_owned(),
                "This measurement is not in the plan any more.".to_owned(),
            ),
            No::MeasurementThere(day) => (
                format!("Op {} is al een meting begonnen.", Self::Nl.day_full(*day)),
                format!("A measurement began on {} already.", Self::En.day_full(*day)),
            ),
            No::NoRespondent => (
                "Deze invuller staat niet meer in de meting.".to_owned(),
                "This respondent is not in the measurement any more.".to_owned(),
            ),
            No::NoStatement(id) => (
                format!("Stelling {id} bestaat niet."),
                format!("There is no statement {id}."),
            ),
            No::Future(day) => (
                format!("{} moet nog komen.", Self::Nl.day_full(*day)),
                format!("{} is still to come.", Self::En.day_full(*day)),
            ),
            No::Limits => (
                "Deze normen kunnen niet: 'let op' mag niet strenger zijn dan 'goed', en een deel is hoogstens 100 %.".to_owned(),
                "These limits are not possible: 'to watch' may not be stricter than 'good', and a share is at most 100 %.".to_owned(),
            ),
            No::TooMany(most) => (
                format!("Er kunnen er hoogstens {most} zijn."),
                format!("There can be at most {most}."),
            ),
            No::NoItem => (
                "Dit punt staat niet meer in de lijst.".to_owned(),
                "This item is not in the list any more.".to_owned(),
            ),
            No::NoToday => (
                "De datum van vandaag is niet bekend.".to_owned(),
                "The day of today is not known.".to_owned(),
            ),
            No::NoText => (
                "Schrijf wat er moet gebeuren.".to_owned(),
                "Write what has to happen.".to_owned(),
            ),
            No::TooLong(most) => (
                format!("De tekst is te lang: hoogstens {most} tekens."),
                format!("The text is too long: at most {most} characters."),
            ),
        };
        self.which(nl, en)
    }

    /// What an edit on borging does; `None` for another kind of edit.
    pub(super) fn assurance_edit(self, kind: EditKind, record: &str) -> Option<String> {
        let (nl, en) = match kind {
            EditKind::BeginMeasurement => ("meting begonnen", "measurement begun"),
            EditKind::RemoveMeasurement => ("meting verwijderd", "measurement removed"),
            EditKind::ChangeRespondents => ("invullers gewijzigd", "respondents changed"),
            EditKind::SetScore => {
                return Some(self.which(
                    format!("score van {record} gewijzigd"),
                    format!("score of {record} changed"),
                ));
            }
            EditKind::Answer => ("antwoorden gewijzigd", "answers changed"),
            EditKind::SetLimit => ("norm gewijzigd", "limit changed"),
            EditKind::KeepReadings => ("stand bewaard", "state kept"),
            EditKind::ForgetReadings => ("bewaarde stand verwijderd", "kept state removed"),
            EditKind::TickItem => ("punt afgevinkt", "item ticked"),
            EditKind::UntickItem => ("punt weer opengezet", "item opened again"),
            EditKind::ChangeItem => ("checklist gewijzigd", "checklist changed"),
            EditKind::ResetList => (
                "checklist van het voorstel teruggezet",
                "proposed checklist put back",
            ),
            _ => return None,
        };
        Some(self.which(nl.to_owned(), en.to_owned()))
    }

    fn which(self, nl: String, en: String) -> String {
        match self {
            Self::Nl => nl,
            Self::En => en,
        }
    }
}
