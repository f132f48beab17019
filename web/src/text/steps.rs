//! Words of the step plan (stappenplan): the screen, its dialogs and what can be wrong with it.

use super::{Lang, texts};
use centering_core::steps::{
    Conflict, Phase, Role, StepFault, StepPlan, StepRefusal, StepState, Wording, roles,
};

impl Lang {
    texts! {
        steps_page: "Stappenplan", "Step plan";
        steps_sub:
            "Van eerste idee naar vaste zorg in ongeveer twee jaar. Voorstel van ons, gebaseerd op de openbare beschrijving van de handreiking. Geen officieel stappenplan van Stichting Centering Nederland. Je kunt alles aanpassen.",
            "From first idea to regular care in about two years. Our own proposal, based on the public description of the Handreiking. Not an official plan of Stichting Centering Nederland. You can change everything.";
        steps_empty_title: "Hoe voer je groepszorg in, en houd je het vast?", "How do you introduce group care, and keep it?";
        steps_empty_text:
            "Groepszorg begint vaak goed en verdwijnt dan weer, omdat het aan een paar mensen hangt. Dit plan heeft 46 stappen in vijf fasen, van eerste idee tot vaste plek in de organisatie. Kies een datum, dan rekent de planner alle stappen uit.",
            "Group care often starts well and then fades, because it hangs on a few people. This plan has 46 steps in five phases, from first idea to a fixed place in the organisation. Choose a date, and the planner computes all steps.";
        steps_from: "Waar reken je vandaan?", "Where do you count from?";
        steps_from_start: "We beginnen op", "We start on";
        steps_from_group: "De eerste groep begint op", "The first group starts on";
        steps_from_handover: "De overdracht is klaar op", "The handover is done on";
        steps_date: "Datum", "Date";
        steps_start_now: "Maak het stappenplan", "Make the step plan";
        steps_done(done: usize, busy: usize):
            if busy == 0 { if done == 1 { "stap klaar".to_owned() } else { "stappen klaar".to_owned() } } else { format!("stappen klaar, {busy} bezig") },
            if busy == 0 { if done == 1 { "step done".to_owned() } else { "steps done".to_owned() } } else { format!("steps done, {busy} in progress") };
        of_all(all: &str): format!("van {all}"), format!("of {all}");
        steps_length(first: &str): format!("werkdagen vanaf {first}"), format!("working days from {first}");
        steps_end: "einde van het plan", "end of the plan";
        steps_end_later(days: i32):
            format!("einde van het plan, {} later dan eerst gepland", Lang::Nl.working_days(days)),
            format!("end of the plan, {} later than first planned", Lang::En.working_days(days));
        steps_end_earlier(days: i32):
            format!("einde van het plan, {} eerder dan eerst gepland", Lang::Nl.working_days(days)),
            format!("end of the plan, {} earlier than first planned", Lang::En.working_days(days));
        steps_p80: "einde dat je met 80 % kans haalt", "end date with an 80 % chance";
        working_days(days: i32):
            if days == 1 { "1 werkdag".to_owned() } else { format!("{days} werkdagen") },
            if days == 1 { "1 working day".to_owned() } else { format!("{days} working days") };
        steps_view: "Weergave", "View";
        steps_by_phase: "Fasen", "Phases";
        steps_milestones: "Eén pagina", "One page";
        step_role_word: "Rol", "Role";
        steps_all_roles: "Alle rollen", "All roles";
        step_number: "Nr", "No.";
        step_name: "Stap", "Step";
        step_days: "Dagen", "Days";
        step_ready: "Klaar op", "Done on";
        step_slack: "Speling", "Slack";
        step_state: "Stand", "State";
        step_chart: "Tijd", "Time";
        step_critical: "kritiek", "critical";
        step_slack_days(days: i32):
            if days == 1 { "1 dag".to_owned() } else { format!("{days} dagen") },
            if days == 1 { "1 day".to_owned() } else { format!("{days} days") };
        steps_count(count: usize):
            if count == 1 { "1 stap".to_owned() } else { format!("{count} stappen") },
            if count == 1 { "1 step".to_owned() } else { format!("{count} steps") };
        steps_state_of(id: &str): format!("Stand van {id}"), format!("State of {id}");
        steps_phase_done(done: usize, all: usize): format!("{done} van {all} klaar"), format!("{done} of {all} done");
        step_bar(title: &str, first: &str, last: &str): format!("{title}: {first} tot en met {last}"), format!("{title}: {first} to {last}");
        legend_critical: "kritiek: uitloop schuift het einde op", "critical: a delay moves the end";
        legend_slack_bar: "met speling", "with slack";
        legend_done: "klaar", "done";
        legend_slack: "speling", "slack";
        legend_base: "eerste planning", "first planning";
        legend_milestone: "mijlpaal", "milestone";
        milestone_column: "Mijlpaal", "Milestone";
        keep_baseline: "Leg deze planning vast", "Keep this planning";
        forget_baseline: "Vergeet de eerste planning", "Forget the first planning";
        kept_on(day: &str): format!("Eerste planning vastgelegd op {day}."), format!("First planning kept on {day}.");
        add_step: "Voeg een stap toe", "Add a step";
        change_dates: "Wijzig de datum", "Change the date";
        remove_steps: "Verwijder het stappenplan", "Remove the step plan";
        steps_first_group(group: &str, day: &str):
            format!("De eerste groep in je rooster, {group}, begint op {day}."),
            format!("The first group of your schedule, {group}, starts on {day}.");
        steps_first_group_late(days: i32):
            format!("Volgens het stappenplan kan dat pas {} later.", Lang::Nl.working_days(days)),
            format!("By the step plan that can be {} later at the earliest.", Lang::En.working_days(days));
        steps_first_group_fits: "Dat past bij het stappenplan.", "That fits the step plan.";
        milestone_table: "Mijlpalen", "Milestones";
        milestone_planned: "Gepland", "Planned";
        milestone_base: "Eerste planning", "First planning";
        milestone_p50: "50 % kans", "50 % chance";
        milestone_p80: "80 % kans", "80 % chance";
        milestone_drivers: "Hangt vooral af van", "Depends most on";
        milestone_note:
            "De kansen komen uit duizend keer doorrekenen, met kortere en langere duren per stap. Het zijn schattingen van ons.",
            "The chances come from a thousand computations, with shorter and longer durations per step. They are our estimates.";
        next_steps: "Nu en straks", "Now and next";
        next_none: "Er zijn geen open stappen meer.", "There are no open steps left.";

        step_title(id: &str): format!("Stap {id}"), format!("Step {id}");
        step_new: "Voeg een stap toe", "Add a step";
        step_code: "Code", "Code";
        step_code_hint: "Letters en cijfers, bijvoorbeeld V21.", "Letters and digits, for example V21.";
        step_code_wrong: "Gebruik 1 tot en met 12 letters, cijfers of streepjes.", "Use 1 to 12 letters, digits or hyphens.";
        step_code_taken: "Deze code heeft een andere stap al.", "Another step has this code.";
        step_what: "Wat gebeurt er?", "What happens?";
        step_what_wrong: "Schrijf wat er in deze stap gebeurt.", "Write what happens in this step.";
        step_phase: "Fase", "Phase";
        step_deliverable: "Wat ligt er dan?", "What is there then?";
        step_duration: "Hoe lang duurt het?", "How long does it take?";
        step_duration_unit: "werkdagen", "working days";
        step_duration_wrong: "Schrijf een heel getal van 0 tot en met 10000.", "Write a whole number from 0 to 10000.";
        step_after: "Na welke stappen?", "After which steps?";
        step_after_hint: "Codes met een komma ertussen, bijvoorbeeld O05, V02.", "Codes with commas between them, for example O05, V02.";
        step_after_unknown(code: &str): format!("Er is geen stap {code}."), format!("There is no step {code}.");
        step_not_before: "Niet voor", "Not before";
        step_fixed: "Begint precies op", "Starts exactly on";
        step_deadline: "Uiterlijk klaar", "Done by";
        step_day_hint: "Dag-maand-jaar. Leeg mag.", "Day-month-year. May be empty.";
        step_is_milestone: "mijlpaal", "milestone";
        step_is_decision: "besluit: doorgaan of stoppen", "decision: go or no-go";
        step_who: "Wie", "Who";
        step_nobody: "nog niemand", "nobody yet";
        step_notes: "Notitie", "Note";
        step_notes_hint: "Schrijf geen namen.", "Write no names.";
        step_started: "Begonnen op", "Started on";
        step_finished: "Klaar op", "Done on";
        step_remove: "Verwijder stap", "Remove step";
        step_gone: "Deze stap staat niet meer in het plan.", "This step is not in the plan any more.";
        step_more_links: "Deze stap heeft ook andere verbanden; die blijven zoals ze zijn.", "This step has other links too; they stay as they are.";
    }

    /// The text in this language.
    pub fn wording(self, wording: &Wording) -> &str {
        match self {
            Self::Nl => &wording.nl,
            Self::En => wording.en(),
        }
    }

    /// What people call a role of the step plan; its code where it has no name.
    pub fn step_role(self, role: &Role) -> String {
        roles().iter().find(|named| named.id == *role).map_or_else(
            || role.as_str().to_owned(),
            |named| self.wording(&named.name).to_owned(),
        )
    }

    /// The name of a phase.
    pub fn phase(self, phase: Phase) -> &'static str {
        match (self, phase) {
            (Self::Nl, Phase::Orientation) => "Oriëntatie",
            (Self::Nl, Phase::Preparation) => "Voorbereiding",
            (Self::Nl, Phase::Execution) => "Uitvoering",
            (Self::Nl, Phase::ScaleUp) => "Opschaling",
            (Self::Nl, Phase::Embedding) => "Borging",
            (Self::En, Phase::Orientation) => "Orientation",
            (Self::En, Phase::Preparation) => "Preparation",
            (Self::En, Phase::Execution) => "Execution",
            (Self::En, Phase::ScaleUp) => "Scaling up",
            (Self::En, Phase::Embedding) => "Embedding",
        }
    }

    /// Where a step stands.
    pub fn step_state_name(self, state: StepState) -> &'static str {
        match (self, state) {
            (Self::Nl, StepState::Open) => "Open",
            (Self::Nl, StepState::Busy) => "Bezig",
            (Self::Nl, StepState::Done) => "Klaar",
            (Self::Nl, StepState::Dropped) => "Vervallen",
            (Self::En, StepState::Open) => "Open",
            (Self::En, StepState::Busy) => "In progress",
            (Self::En, StepState::Done) => "Done",
            (Self::En, StepState::Dropped) => "Dropped",
        }
    }

    /// A date that the plan cannot keep.
    pub fn step_conflict(self, conflict: &Conflict) -> String {
        let (nl, en) = match conflict {
            Conflict::FixedStart { step, days } => (
                format!(
                    "Stap {step} kan pas {} na de vaste begindatum beginnen.",
                    Self::Nl.working_days(*days)
                ),
                format!(
                    "Step {step} can start {} after its fixed day at the earliest.",
                    Self::En.working_days(*days)
                ),
            ),
            Conflict::Deadline { step, days } => (
                format!(
                    "Stap {step} is {} te laat klaar.",
                    Self::Nl.working_days(*days)
                ),
                format!("Step {step} is done {} late.", Self::En.working_days(*days)),
            ),
            Conflict::Wish { step, days } => (
                format!(
                    "De gewenste datum lukt niet: stap {step} komt {} later uit.",
                    Self::Nl.working_days(*days)
                ),
                format!(
                    "The wished date cannot be kept: step {step} comes out {} later.",
                    Self::En.working_days(*days)
                ),
            ),
        };
        self.say(nl, en)
    }

    /// What is wrong with a step plan.
    pub fn step_fault(self, fault: &StepFault) -> String {
        let (nl, en) = match fault {
            StepFault::TooMany => (
                "Er zijn te veel stappen.".to_owned(),
                "There are too many steps.".to_owned(),
            ),
            StepFault::Duplicate(step) => (
                format!("Stap {step} staat er twee keer in."),
                format!("Step {step} is there twice."),
            ),
            StepFault::UnknownPredecessor { step, predecessor } => (
                format!("Stap {step} wacht op stap {predecessor}, en die is er niet."),
                format!("Step {step} waits for step {predecessor}, which does not exist."),
            ),
            StepFault::Duration(step) => (
                format!("De duur van stap {step} kan niet: kies 0 tot en met 10000 werkdagen."),
                format!(
                    "The duration of step {step} is not possible: choose 0 to 10000 working days."
                ),
            ),
            StepFault::Lag(step) => (
                format!("De wachttijd voor stap {step} kan niet."),
                format!("The lag before step {step} is not possible."),
            ),
            StepFault::Cycle(steps) => {
                let steps: Vec<String> = steps.iter().map(ToString::to_string).collect();
                (
                    format!(
                        "Deze stappen wachten op elkaar in een kring: {}. Haal een van de verbanden weg.",
                        steps.join(", ")
                    ),
                    format!(
                        "These steps wait for each other in a circle: {}. Remove one of the links.",
                        steps.join(", ")
                    ),
                )
            }
            StepFault::Estimate(step) => (
                format!(
                    "De kortste en langste duur van stap {step} passen niet bij de gewone duur."
                ),
                format!(
                    "The shortest and longest duration of step {step} do not fit its usual one."
                ),
            ),
            StepFault::Progress(step) => (
                format!(
                    "De data van stap {step} kloppen niet: zeg wanneer die begon en klaar was, in die volgorde."
                ),
                format!(
                    "The dates of step {step} are not right: say when it started and was done, in that order."
                ),
            ),
            StepFault::People(step, _) => (
                format!("Stap {step} vraagt meer mensen dan er in die rol zijn."),
                format!("Step {step} needs more people than there are in that role."),
            ),
            StepFault::Wish(step) => (
                format!("De gewenste datum hoort bij stap {step}, en die is er niet of vervalt."),
                format!(
                    "The wished date belongs to step {step}, which does not exist or is dropped."
                ),
            ),
            StepFault::Uncertainty => (
                "De kortste duur is langer dan de langste.".to_owned(),
                "The shortest duration is longer than the longest.".to_owned(),
            ),
            StepFault::NoStart => (
                "Het stappenplan heeft nog geen datum.".to_owned(),
                "The step plan has no date yet.".to_owned(),
            ),
            StepFault::BeyondCalendar => (
                "Het plan loopt buiten de jaren 1900 tot en met 2199.".to_owned(),
                "The plan runs outside the years 1900 to 2199.".to_owned(),
            ),
        };
        self.say(nl, en)
    }

    /// Why a change of the step plan was refused.
    pub fn step_refusal(self, refusal: &StepRefusal) -> String {
        let (nl, en) = match refusal {
            StepRefusal::Fault(fault) => return self.step_fault(fault),
            StepRefusal::UnknownStep(step) => (
                format!("Stap {step} staat niet meer in het plan."),
                format!("Step {step} is not in the plan any more."),
            ),
            StepRefusal::Exists(step) => (
                format!("Er is al een stap {step}. Kies een andere code."),
                format!("There is a step {step} already. Choose another code."),
            ),
            StepRefusal::UnknownLink(step, before) => (
                format!("Stap {step} wacht niet op stap {before}."),
                format!("Step {step} does not wait for step {before}."),
            ),
            StepRefusal::Future(day) => (
                format!("{} moet nog komen.", Self::Nl.day_full(*day)),
                format!("{} is still to come.", Self::En.day_full(*day)),
            ),
            StepRefusal::FarOff(day) => (
                format!(
                    "{} ligt te ver weg. Kies een dag die hoogstens {} jaar van vandaag ligt.",
                    Self::Nl.day_full(*day),
                    StepPlan::FARTHEST
                ),
                format!(
                    "{} is too far away. Choose a day at most {} years from today.",
                    Self::En.day_full(*day),
                    StepPlan::FARTHEST
                ),
            ),
            StepRefusal::NoChange => (
                "Dit verandert niets: zo staat het al in het plan.".to_owned(),
                "This changes nothing: the plan is already so.".to_owned(),
            ),
        };
        self.say(nl, en)
    }

    fn say(self, nl: String, en: String) -> String {
        match self {
            Self::Nl => nl,
            Self::En => en,
        }
    }
}
