//! Words of borging: the indicators, what is asked, who is missed, and what can be wrong with them.

use super::{Lang, say, texts};
use centering_core::assurance::{Amount, Indicator, IndicatorId, Light, Rule, Unit};
use centering_core::edit::AssuranceRefusal;

impl Lang {
    texts! {
        assurance_page: "Borging", "Assurance";
        assurance_sub(day: &str):
            "Blijft groepszorg bestaan als mensen wisselen? Stand van {day}. De indicatoren en de stellingen zijn een voorstel van ons; de normen kun je aanpassen.",
            "Does group care last when people change? As it stands on {day}. The indicators and statements are our own proposal; you can change the limits.";
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
        trend_none: "nog geen verloop", "no trend yet";
        trend_label(values: &str): "Verloop: {values}", "Trend: {values}";
        add_measure(title: &str): "Zet in stappenplan: {title}", "Put in step plan: {title}";
        measure_there: "Staat in je stappenplan", "Is in your step plan";
        measure_add: "Zet in stappenplan", "Put in step plan";
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
        history_forget(day: &str): "Vergeet de stand van {day}", "Forget {day}";

        answers_title: "Wat de planner niet kan zien", "What the planner cannot see";
        answers_text:
            "Deze antwoorden geef je zelf. Ze tellen mee bij de indicatoren hierboven.",
            "You give these answers yourself. They count for the indicators above.";
        answer_open: "nog niet beantwoord", "not answered yet";
        yes: "ja", "yes";
        no: "nee", "no";
        ask_backup: "Is er een coördinator met een benoemde vervanger?", "Is there a coordinator with a named back-up?";
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
        limit_save(name: &str): "Bewaar de norm: {name}", "Keep the limit: {name}";
        limit_reset(name: &str): "Neem ons voorstel terug: {name}", "Take our proposal again: {name}";
        limit_wrong: "Schrijf hele getallen.", "Write whole numbers.";
        limit_proposed: "norm: voorstel van ons", "limit: our own proposal";
        limit_own: "eigen norm", "own limit";

        resilience_title: "Wie wordt het meest gemist?", "Who is missed most?";
        resilience_text:
            "De planner laat iedereen om de beurt wegvallen en zoekt vervangers op dezelfde dagen. Je ziet hoeveel komende bijeenkomsten dan nog twee begeleiders hebben.",
            "The planner lets everybody drop out in turn and looks for substitutes on the same days. You see how many coming sessions still have two facilitators then.";
        resilience_none:
            "Er zijn nog geen komende bijeenkomsten met twee begeleiders. Geef je groepen een vast dagdeel met een duo op het scherm Team.",
            "There are no coming sessions with two facilitators yet. Give your groups a weekly line with a pair on the screen Team.";
        resilience_compute: "Reken het uit", "Compute it";
        resilience_large:
            "Je plan is groot. Deze berekening kan even duren.",
            "Your plan is large. This can take a while.";
        resilience_who: "Als deze persoon wegvalt", "When this person drops out";
        resilience_kept: "Houdt twee begeleiders", "Keeps two facilitators";
        resilience_by: "Wie vervangt", "Who stands in";
        resilience_short: "Waar er één te weinig is", "Where one is short";
        resilience_substitute(alias: &str, count: usize, group: &str):
            "{alias} bij {group} ({count}×)",
            "{alias} at {group} ({count}×)";
        resilience_nobody(group: &str, days: &str): "{group}: {days}", "{group}: {days}";
        resilience_covered: "niemand", "nobody";
        resilience_nowhere: "nergens", "nowhere";
        part_of(part: u32, whole: u32): "{part} van {whole}", "{part} of {whole}";
        advice_train(half_day: &str, location: &str):
            "Train iemand die op {half_day} kan werken in {location}.",
            "Train somebody who can work on {half_day} in {location}.";
        advice_then(percent: u32):
            "Dan houdt {percent} % van de bijeenkomsten twee begeleiders, wie er ook wegvalt.",
            "Then {percent} % of the sessions keep two facilitators, whoever drops out.";
        advice_could(who: &str): "{who} werkt dan al en is nog niet getraind.", "{who} works then already and is not trained yet.";
    }

    /// What a red, orange or green light means in a word.
    pub fn light(self, light: Light) -> &'static str {
        self.of(match light {
            Light::Red => ["Actie nodig", "Act"],
            Light::Amber => ["Let op", "Watch"],
            Light::Green => ["Goed", "Good"],
            Light::Unknown => ["Nog niet bekend", "Not known yet"],
        })
    }

    /// The figure of an indicator.
    pub fn amount(self, indicator: IndicatorId, amount: Amount) -> String {
        let count = amount.rounded();
        match indicator.unit() {
            Unit::YesOrNo => if count > 0 { self.yes() } else { self.no() }.to_owned(),
            Unit::OutOf(whole) => self.part_of(count, whole),
            Unit::Share => format!("{count} %"),
            Unit::Count => count.to_string(),
        }
    }

    /// What is green, in words.
    pub fn norm(self, indicator: IndicatorId, rule: Rule) -> String {
        let unit = match indicator.unit() {
            Unit::YesOrNo => return self.yes().to_owned(),
            Unit::Share => " %",
            Unit::Count | Unit::OutOf(_) => "",
        };
        match rule {
            Rule::AtLeast { green, .. } => say!(self;
                "{green}{unit} of meer",
                "{green}{unit} or more"),
            Rule::AtMost { green: 0, .. } => say!(self; "geen", "none"),
            Rule::AtMost { green, .. } => say!(self;
                "{green}{unit} of minder",
                "{green}{unit} or less"),
            Rule::Within { green, .. } => say!(self;
                "{} tot en met {}{unit}",
                "{} to {}{unit}";
                green.0, green.1),
        }
    }

    /// What decides the figure: a location, a person or a group.
    pub fn indicator_place(self, indicator: &Indicator, place: &str) -> String {
        let words = indicator.place.as_ref();
        words.map_or_else(
            || place.to_owned(),
            |words| self.wording(words).replace(Indicator::PLACE, place),
        )
    }

    /// Why an edit on borging was refused.
    pub fn assurance_refusal(self, refusal: &AssuranceRefusal) -> String {
        use AssuranceRefusal as No;
        match refusal {
            No::NoMeasurement(_) => say!(self;
                "Deze meting staat niet meer in het plan.",
                "This measurement is not in the plan any more."),
            No::MeasurementThere(day) => say!(self;
                "Op {} is al een meting begonnen.",
                "A measurement began on {} already.";
                self.day_full(*day)),
            No::NoRespondent => say!(self;
                "Deze invuller staat niet meer in de meting.",
                "This respondent is not in the measurement any more."),
            No::NoStatement(id) => say!(self;
                "Stelling {id} bestaat niet.",
                "There is no statement {id}."),
            No::Future(day) => say!(self;
                "{} moet nog komen.",
                "{} is still to come.";
                self.day_full(*day)),
            No::Limits => say!(self;
                "Deze normen kunnen niet: 'let op' mag niet strenger zijn dan 'goed', en een deel is hoogstens 100 %.",
                "These limits are not possible: 'to watch' may not be stricter than 'good', and a share is at most 100 %."),
            No::TooMany(most) => say!(self;
                "Er kunnen er hoogstens {most} zijn.",
                "There can be at most {most}."),
            No::NoItem => say!(self;
                "Dit punt staat niet meer in de lijst.",
                "This item is not in the list any more."),
            No::NoToday => say!(self;
                "De datum van vandaag is niet bekend.",
                "The day of today is not known."),
            No::NoText => say!(self; "Schrijf wat er moet gebeuren.", "Write what has to happen."),
            No::TooLong(most) => say!(self;
                "De tekst is te lang: hoogstens {most} tekens.",
                "The text is too long: at most {most} characters."),
        }
    }
}
