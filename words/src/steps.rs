//! Words of the step plan (stappenplan): the screen, its dialogs and what can be wrong with it.

use super::{Lang, capital, say, texts};
use centering_core::steps::{
    Conflict, Edge, Link, LinkKind, Phase, Role, SetDate, Step, StepFault, StepId, StepPlan,
    StepRefusal, StepState, Wording, roles,
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
        steps_from: "Welke datum weet je al?", "Which date do you know?";
        steps_from_start: "We beginnen op", "We start on";
        steps_from_group: "De eerste groep begint op", "The first group starts on";
        steps_from_handover: "De overdracht is klaar op", "The handover is done on";
        steps_date: "Datum", "Date";
        steps_start_now: "Maak het stappenplan", "Make the step plan";
        steps_done(done: usize, busy: usize):
            if busy == 0 { if done == 1 { "stap klaar".to_owned() } else { "stappen klaar".to_owned() } } else { format!("stappen klaar, {busy} bezig") },
            if busy == 0 { if done == 1 { "step done".to_owned() } else { "steps done".to_owned() } } else { format!("steps done, {busy} in progress") };
        of_all(all: &str): "van {all}", "of {all}";
        steps_length(first: &str): "werkdagen vanaf {first}", "working days from {first}";
        steps_end: "einde van het plan", "end of the plan";
        steps_end_later(days: i32):
            "einde van het plan, {} later dan eerst gepland",
            "end of the plan, {} later than first planned"
            => |lang| lang.working_days(days);
        steps_end_earlier(days: i32):
            "einde van het plan, {} eerder dan eerst gepland",
            "end of the plan, {} earlier than first planned"
            => |lang| lang.working_days(days);
        steps_p80: "einde dat je met 80 % kans haalt", "end date with an 80 % chance";
        working_days(days: i32): "1 werkdag" | "{days} werkdagen", "1 working day" | "{days} working days";
        steps_view: "Weergave", "View";
        steps_by_phase: "Fasen", "Phases";
        steps_milestones: "Overzicht", "Overview";
        step_role_word: "Rol", "Role";
        steps_all_roles: "Alle rollen", "All roles";
        step_number: "Nr", "No.";
        step_name: "Stap", "Step";
        step_days: "Dagen", "Days";
        step_ready: "Klaar op", "Done on";
        step_slack: "Speling", "Slack";
        step_state: "Stand", "State";
        step_chart: "Tijd", "Time";
        step_critical: "bepaalt het einde", "decides the end";
        step_slack_days(days: i32): "1 dag" | "{days} dagen", "1 day" | "{days} days";
        steps_count(count: usize): "1 stap" | "{count} stappen", "1 step" | "{count} steps";
        steps_state_of(step: &str): "Stand van {step}", "State of {step}";
        steps_phase_done(done: usize, all: usize): "{done} van {all} klaar", "{done} of {all} done";
        step_bar(title: &str, first: &str, last: &str): "{title}: {first} tot en met {last}", "{title}: {first} to {last}";
        legend_critical: "bepaalt het einde: duurt die langer, dan komt het einde later", "decides the end: a delay moves it";
        legend_slack_bar: "met speling", "with slack";
        legend_done: "klaar", "done";
        legend_slack: "speling", "slack";
        legend_base: "eerste planning", "first planning";
        legend_milestone: "mijlpaal", "milestone";
        milestone_column: "Mijlpaal", "Milestone";
        keep_baseline: "Leg deze planning vast", "Keep this planning";
        forget_baseline: "Vergeet de eerste planning", "Forget the first planning";
        kept_on(day: &str): "Eerste planning vastgelegd op {day}.", "First planning kept on {day}.";
        add_step: "Voeg een stap toe", "Add a step";
        change_dates: "Wijzig de datum", "Change the date";
        steps_take_date: "Reken hiervandaan", "Count from here";
        remove_steps: "Verwijder het stappenplan", "Remove the step plan";
        steps_first_group(group: &str, day: &str, is_over: bool):
            format!("De eerste groep in je rooster, {group}, {} op {day}.", if is_over { "begon" } else { "begint" }),
            format!("The first group of your schedule, {group}, {} on {day}.", if is_over { "started" } else { "starts" });
        steps_first_group_late(day: &str):
            "Volgens het stappenplan kan dat pas op {day}.",
            "By the step plan that can be on {day} at the earliest.";
        steps_first_of_all: "de eerste groep", "the first group";
        steps_the_handover: "de overdracht", "the handover";
        steps_missed_start(day: &str):
            "Het plan zou op {day} beginnen, maar er is nog geen stap begonnen. Alle stappen tellen nu vanaf vandaag.",
            "The plan was to start on {day}, but no step has started yet. All steps now count from today.";
        step_quoted(name: &str): "‘{name}’", "‘{name}’";
        step_named(id: &str, name: &str): "{id} {name}", "{id} {name}";
        step_waits(step: &str, before: &str): "{step} wacht op {before}", "{step} waits for {before}";
        step_unlink: "Haal dit verband weg", "Remove this link";
        steps_others(count: usize): "nog 1 andere stap" | "nog {count} andere stappen", "1 other step" | "{count} other steps";
        step_slack_missed: "Te weinig: een vaste of uiterste dag wordt niet gehaald.", "Too little: a fixed or last day is missed.";
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

        step_title(id: &str): "Stap {id}", "Step {id}";
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
        step_after_none: "Deze stap wacht nergens op.", "This step waits for nothing.";
        step_after_hint:
            "Werkdagen ertussen: leeg of 0 is direct erna. Met een min ervoor mogen ze zoveel werkdagen overlappen.",
            "Working days between: empty or 0 is right after. With a minus the two may overlap so many working days.";
        step_link_number(number: usize): "Verband {number}", "Link {number}";
        step_link_step: "Na stap", "After step";
        step_link_choose: "kies een stap", "choose a step";
        step_link_kind: "Deze stap", "This step";
        step_link_lag: "Werkdagen ertussen", "Working days between";
        step_link_lag_wrong: "Schrijf een heel getal, hoogstens 10000.", "Write a whole number, at most 10000.";
        step_link_twice: "Dit verband staat er al.", "This link is there already.";
        step_link_add: "Voeg een verband toe", "Add a link";
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
    }

    /// The text in this language.
    pub fn wording(self, wording: &Wording) -> &str {
        wording.of(self.tag())
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
        self.of(match phase {
            Phase::Orientation => ["Oriëntatie", "Orientation"],
            Phase::Preparation => ["Voorbereiding", "Preparation"],
            Phase::Execution => ["Uitvoering", "Execution"],
            Phase::ScaleUp => ["Opschaling", "Scaling up"],
            Phase::Embedding => ["Borging", "Embedding"],
        })
    }

    /// Where a step stands.
    pub fn step_state_name(self, state: StepState) -> &'static str {
        self.of(match state {
            StepState::Open => ["Open", "Open"],
            StepState::Busy => ["Bezig", "In progress"],
            StepState::Done => ["Klaar", "Done"],
            StepState::Dropped => ["Vervallen", "Dropped"],
        })
    }

    /// A date that the plan cannot keep, and the day that it can; `what` is the step in words.
    pub fn step_conflict(self, what: &str, conflict: &Conflict) -> String {
        let possible = self.day_words(conflict.possible, None);
        let set = self.day_words(conflict.set, Some(conflict.possible));
        let what = capital(what);
        match conflict.kind {
            SetDate::Wish(Edge::Start) => say!(self;
                "{what} kan pas op {possible} (wens: {set}).",
                "{what} can start on {possible} at the earliest (wish: {set})."),
            SetDate::Wish(Edge::Finish) => say!(self;
                "{what} is pas klaar op {possible} (wens: {set}).",
                "{what} is done on {possible} at the earliest (wish: {set})."),
            SetDate::FixedStart => say!(self;
                "{what} kan pas op {possible} beginnen, niet op {set}.",
                "{what} can start on {possible} at the earliest, not on {set}."),
            SetDate::Deadline => say!(self;
                "{what} is pas klaar op {possible}. Dat moest uiterlijk op {set}.",
                "{what} is done on {possible} at the earliest. That had to be by {set}."),
        }
    }

    /// A step that another one comes after, with what is tied together where that is not the usual.
    pub fn step_link(self, name: &str, link: &Link) -> String {
        let days = self.working_days(link.lag.saturating_abs());
        let tie = match (link.kind, link.lag.signum()) {
            (LinkKind::FinishStart, 0) => return name.to_owned(),
            (LinkKind::FinishStart, 1) => say!(self;
                "begint {days} nadat die klaar is",
                "starts {days} after that is done"),
            (LinkKind::FinishStart, _) => say!(self;
                "begint {days} voordat die klaar is",
                "starts {days} before that is done"),
            (LinkKind::StartStart, 0) => {
                say!(self; "begint als die begint", "starts when that starts")
            }
            (LinkKind::StartStart, 1) => say!(self;
                "begint {days} nadat die begint",
                "starts {days} after that starts"),
            (LinkKind::StartStart, _) => say!(self;
                "begint {days} voordat die begint",
                "starts {days} before that starts"),
            (LinkKind::FinishFinish, 0) => say!(self;
                "is niet eerder klaar dan die",
                "is done no earlier than that"),
            (LinkKind::FinishFinish, 1) => say!(self;
                "is klaar {days} nadat die klaar is",
                "is done {days} after that is done"),
            (LinkKind::FinishFinish, _) => say!(self;
                "is klaar {days} voordat die klaar is",
                "is done {days} before that is done"),
        };
        format!("{name}: {tie}")
    }

    /// What a link ties together, to choose from.
    pub fn link_kind(self, kind: LinkKind) -> &'static str {
        self.of(match kind {
            LinkKind::FinishStart => ["begint als die klaar is", "starts when that is done"],
            LinkKind::StartStart => ["begint als die begint", "starts when that starts"],
            LinkKind::FinishFinish => ["is klaar als die klaar is", "is done when that is done"],
        })
    }

    /// How many days a step can move: `bepaalt het einde`, `5 dagen`, or fewer than none where a set day is missed.
    pub fn step_slack_of(self, slack: i32) -> String {
        match slack {
            0 => self.step_critical().to_owned(),
            1.. => self.step_slack_days(slack),
            _ => format!("−{}", self.step_slack_days(-slack)),
        }
    }

    /// What a step is called in a sentence: its title without what stands behind a bracket or a colon.
    pub fn step_short(self, title: &Wording) -> &str {
        let words = self.wording(title).split([':', '(']).next();
        words.unwrap_or_default().trim()
    }

    /// `‘Voer de pilot uit’`.
    pub(super) fn step_name_quoted(self, title: &Wording) -> String {
        self.step_quoted(self.step_short(title))
    }

    /// The same of a step of this plan; its code where the plan has no such step.
    fn step_of(self, steps: &StepPlan, id: &StepId) -> String {
        let known = steps.steps.get(id);
        known.map_or_else(|| id.to_string(), |step| self.step_name_quoted(&step.title))
    }

    /// What is wrong with this step plan.
    pub fn step_fault(self, steps: &StepPlan, fault: &StepFault) -> String {
        let name = |step: &StepId| self.step_of(steps, step);
        match fault {
            StepFault::TooMany => say!(self;
                "Er zijn te veel stappen.",
                "There are too many steps."),
            StepFault::Duplicate(step) => say!(self;
                "De stap {} staat er twee keer in.",
                "The step {} is there twice.";
                name(step)),
            StepFault::UnknownPredecessor { step, predecessor } => say!(self;
                "De stap {} wacht op een stap die er niet is: {predecessor}.",
                "The step {} waits for a step that does not exist: {predecessor}.";
                name(step)),
            StepFault::Duration(step) => say!(self;
                "De duur van {} kan niet: kies 0 tot en met {} werkdagen.",
                "The duration of {} is not possible: choose 0 to {} working days.";
                name(step), Step::LONGEST),
            StepFault::Lag(step) => say!(self;
                "De werkdagen tussen {} en de stap ervoor kunnen niet: kies er hoogstens {}.",
                "The working days between {} and the step before it are not possible: choose at most {}.";
                name(step), Step::LONGEST),
            StepFault::Cycle(circle) => match circle.as_slice() {
                [step] => say!(self;
                    "De stap {} wacht op zichzelf. Haal dat verband weg.",
                    "The step {} waits for itself. Remove that link.";
                    name(step)),
                several => {
                    let several: Vec<String> = several.iter().map(name).collect();
                    say!(self;
                        "Deze stappen wachten op elkaar in een kring: {}. Haal een van de verbanden weg.",
                        "These steps wait for each other in a circle: {}. Remove one of the links.";
                        self.list(&several))
                }
            },
            StepFault::Estimate(step) => say!(self;
                "De kortste en langste duur van {} passen niet bij de gewone duur.",
                "The shortest and longest duration of {} do not fit its usual one.";
                name(step)),
            StepFault::Progress(step) => say!(self;
                "De datums van {} kloppen niet: vul in wanneer de stap begon en klaar was, in die volgorde.",
                "The dates of {} are not right: say when the step started and was done, in that order.";
                name(step)),
            StepFault::People(step, role) => say!(self;
                "{} vraagt meer mensen dan er in deze rol zijn: {}.",
                "{} needs more people than there are in this role: {}.";
                name(step), self.step_role(role)),
            StepFault::Wish(step) => say!(self;
                "De datum waarvan je rekent hoort bij {}, en die stap is er niet of vervalt.",
                "The date that you count from belongs to {}, and that step does not exist or is dropped.";
                name(step)),
            StepFault::Uncertainty => say!(self;
                "De kortste duur is langer dan de langste.",
                "The shortest duration is longer than the longest."),
            StepFault::NoStart => say!(self;
                "Het stappenplan heeft nog geen datum.",
                "The step plan has no date yet."),
            StepFault::BeyondCalendar => say!(self;
                "Het plan loopt buiten de jaren 1900 tot en met 2199.",
                "The plan runs outside the years 1900 to 2199."),
        }
    }

    /// Why a change of this step plan was refused.
    pub fn step_refusal(self, steps: &StepPlan, refusal: &StepRefusal) -> String {
        match refusal {
            StepRefusal::Fault(fault) => self.step_fault(steps, fault),
            StepRefusal::UnknownStep(_) => self.step_gone().to_owned(),
            StepRefusal::Exists(step) => say!(self;
                "Er is al een stap met de code {step}. Kies een andere code.",
                "There is a step with the code {step} already. Choose another code."),
            StepRefusal::UnknownLink(step, before) => say!(self;
                "De stap {} wacht niet op {}.",
                "The step {} does not wait for {}.";
                self.step_of(steps, step), self.step_of(steps, before)),
            StepRefusal::Future(day) => say!(self;
                "{} moet nog komen.",
                "{} is still to come.";
                capital(&self.day_full(*day))),
            StepRefusal::FarOff(day) => say!(self;
                "{} ligt te ver weg. Kies een dag die hoogstens {} jaar van vandaag ligt.",
                "{} is too far away. Choose a day at most {} years from today.";
                capital(&self.day_full(*day)), StepPlan::FARTHEST),
            StepRefusal::NoChange => self.no_change().to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_names_steps_by_their_titles() {
        let plan = StepPlan::proposal();
        let steps = ["V05", "B01"].map(|code| StepId::parse(code).unwrap());
        let circle = StepRefusal::Fault(StepFault::Cycle(steps.to_vec()));
        assert_eq!(
            Lang::Nl.step_refusal(plan, &circle),
            "Deze stappen wachten op elkaar in een kring: ‘Implementatieplan vaststellen met doelen, indicatoren en \
             mijlpalen’ en ‘Rapport aan bestuur en gemeente’. Haal een van de verbanden weg."
        );
    }
}
