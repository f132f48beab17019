//! The names of edits: what was done, for undo, redo and messages.

use super::{Lang, capital, say};
use centering_core::edit::{
    AssuranceEdited, DocumentEdited, EditName, EventEdited, FamiliesEdited, GroupEdited,
    IntakeEdited, LineEdited, LineName, SessionDeed, SessionEdited, StepsEdited, TeamEdited,
    TemplateEdited,
};

impl Lang {
    /// What an edit does, for `Maak ongedaan: ...`; starts in lower case.
    pub fn edit_name(self, name: &EditName) -> String {
        match name {
            EditName::Document(name) => self.document_edited(*name),
            EditName::Template(name) => self.template_edited(*name),
            EditName::Intake(name) => self.intake_edited(name),
            EditName::Families(name) => self.families_edited(name),
            EditName::Group(name) => self.group_edited(name),
            EditName::Session(name) => self.session_edited(name),
            EditName::Line(name) => self.line_edited(name),
            EditName::Team(name) => self.team_edited(name),
            EditName::Event(name) => self.event_edited(*name),
            EditName::Steps(name) => self.steps_edited(name),
            EditName::Assurance(name) => self.assurance_edited(*name),
        }
    }

    /// The same with a capital, as a message.
    pub fn edit_done(self, name: &EditName) -> String {
        capital(&self.edit_name(name))
    }

    fn document_edited(self, name: DocumentEdited) -> String {
        match name {
            DocumentEdited::Open => say!(self; "ander plan geopend", "opened another plan"),
            DocumentEdited::Rename => say!(self; "plan een naam gegeven", "named the plan"),
            DocumentEdited::Configure => say!(self; "instellingen gewijzigd", "settings changed"),
            DocumentEdited::AddLocation => say!(self; "locatie toegevoegd", "location added"),
            DocumentEdited::SetLocation => say!(self; "locatie gewijzigd", "location changed"),
        }
    }

    fn template_edited(self, name: TemplateEdited) -> String {
        match name {
            TemplateEdited::Set => say!(self;
                "bijeenkomstenschema gewijzigd",
                "session template changed"),
            TemplateEdited::Reset => say!(self;
                "bijeenkomstenschema teruggezet op het voorstel",
                "session template set back to the proposal"),
        }
    }

    fn intake_edited(self, name: &IntakeEdited) -> String {
        match name {
            IntakeEdited::Import { families } => say!(self;
                "lijst ingelezen: {}",
                "list read: {}";
                self.families(*families)),
            IntakeEdited::AddEnrolment(family) => say!(self;
                "gezin {family} toegevoegd",
                "family {family} added"),
            IntakeEdited::SetEnrolment(family) => say!(self;
                "gezin {family} gewijzigd",
                "family {family} changed"),
            IntakeEdited::SetStatus(family) => say!(self;
                "status van {family} gewijzigd",
                "status of {family} changed"),
            IntakeEdited::SetStatuses { families } => say!(self;
                "status van {} gewijzigd",
                "status of {} changed";
                self.families(*families)),
            IntakeEdited::TakeOver { families } => say!(self;
                "CenteringZwangerschap-groep overgenomen: {}",
                "CenteringZwangerschap group taken over: {}";
                self.families(*families)),
            IntakeEdited::SetRecruitment(location) => say!(self;
                "verwachting en werving van {location} gewijzigd",
                "expectation and recruitment of {location} changed"),
            IntakeEdited::RemoveEnrolment(family) => say!(self;
                "gezin {family} verwijderd",
                "family {family} removed"),
            IntakeEdited::ConfirmBirth(family) => say!(self;
                "geboortedatum van {family} ingevuld",
                "birth date of {family} entered"),
        }
    }

    fn families_edited(self, name: &FamiliesEdited) -> String {
        match name {
            FamiliesEdited::CreateGroup { families } => say!(self;
                "groep gemaakt met {}",
                "group made with {}";
                self.families(*families)),
            FamiliesEdited::Place { family, group } => say!(self;
                "gezin {family} in {group} geplaatst",
                "family {family} placed in {group}"),
            FamiliesEdited::SetMembers { group, families } => say!(self;
                "gezinnen van {group} gewijzigd: {}",
                "families of {group} changed: {}";
                self.families(*families)),
            FamiliesEdited::TakeOut(family) => say!(self;
                "gezin {family} uit de groep gehaald",
                "family {family} taken out of its group"),
            FamiliesEdited::Merge { from, into } => say!(self;
                "{from} samengevoegd met {into}",
                "{from} merged with {into}"),
            FamiliesEdited::Split { group, families } => say!(self;
                "{} van {group} in een nieuwe groep gezet",
                "{} of {group} put in a new group";
                self.families(*families)),
        }
    }

    fn group_edited(self, name: &GroupEdited) -> String {
        match name {
            GroupEdited::Propose => say!(self; "voorstel gemaakt", "proposal made"),
            GroupEdited::PlanDates(group) => say!(self;
                "datums van {group} opnieuw gezocht",
                "dates of {group} searched again"),
            GroupEdited::Dissolve(group) => say!(self;
                "groep {group} opgeheven",
                "group {group} removed"),
            GroupEdited::SetHalfDay(group) => say!(self;
                "vast dagdeel van {group} gewijzigd",
                "fixed half-day of {group} changed"),
            GroupEdited::Pin(group) => say!(self;
                "groep {group} vastgezet",
                "group {group} pinned"),
            GroupEdited::Unpin(group) => say!(self;
                "groep {group} losgemaakt",
                "group {group} unpinned"),
            GroupEdited::Stop(group) => say!(self;
                "groep {group} gestopt",
                "group {group} stopped"),
            GroupEdited::Resume(group) => say!(self;
                "groep {group} gaat weer door",
                "group {group} goes on"),
            GroupEdited::SetSchemes(group) => say!(self;
                "vaccinatieschema’s van {group} gewijzigd",
                "vaccination schemes of {group} changed"),
            GroupEdited::Enter { groups } => say!(self;
                "datums van {} ingevuld",
                "dates of {} entered";
                self.groups(*groups)),
            GroupEdited::CaughtUp(group) => say!(self;
                "inhaalafspraken van {group} afgevinkt",
                "catch-up appointments of {group} ticked off"),
            GroupEdited::NotCaughtUp(group) => say!(self;
                "inhaalafspraken van {group} weer open",
                "catch-up appointments of {group} open again"),
            GroupEdited::Share(group) => say!(self;
                "datums van {group} gedeeld met ouders",
                "dates of {group} shared with parents"),
            GroupEdited::Tell(group) => say!(self;
                "ouders van {group} weten wat er veranderde",
                "parents of {group} know what changed"),
            GroupEdited::ShareAll { groups } => say!(self;
                "datums van {groups} groepen gedeeld met ouders",
                "dates of {groups} groups shared with parents"),
        }
    }

    fn session_edited(self, name: &SessionEdited) -> String {
        let (group, number) = (&name.group, name.session.get());
        match &name.what {
            SessionDeed::Move => say!(self;
                "bijeenkomst {number} van {group} verplaatst",
                "session {number} of {group} moved"),
            SessionDeed::Pin => say!(self;
                "bijeenkomst {number} van {group} vastgezet",
                "session {number} of {group} pinned"),
            SessionDeed::Unpin => say!(self;
                "bijeenkomst {number} van {group} losgemaakt",
                "session {number} of {group} unpinned"),
            SessionDeed::SetStatus => say!(self;
                "status van bijeenkomst {number} van {group} gewijzigd",
                "status of session {number} of {group} changed"),
            SessionDeed::HeldOn(date) => say!(self;
                "bijeenkomst {number} van {group} was op {}",
                "session {number} of {group} was on {}";
                self.day_full(*date)),
            SessionDeed::Substitute(person) => say!(self;
                "{person} vervangt bij bijeenkomst {number} van {group}",
                "{person} stands in at session {number} of {group}"),
            SessionDeed::Physician(person) => say!(self;
                "{person} komt als jeugdarts bij bijeenkomst {number} van {group}",
                "{person} comes as youth physician to session {number} of {group}"),
            SessionDeed::NoPhysician => say!(self;
                "jeugdarts weggehaald bij bijeenkomst {number} van {group}",
                "youth physician taken off session {number} of {group}"),
        }
    }

    fn line_edited(self, name: &LineEdited) -> String {
        match name {
            LineEdited::Add(line) => say!(self;
                "vast dagdeel {} toegevoegd",
                "weekly line {} added";
                self.line_known_as(line)),
            LineEdited::Set(line) => say!(self;
                "vast dagdeel {} gewijzigd",
                "weekly line {} changed";
                self.line_known_as(line)),
            LineEdited::Remove(line) => say!(self;
                "vast dagdeel {} verwijderd",
                "weekly line {} removed";
                self.line_known_as(line)),
            LineEdited::Assign { group, line } => say!(self;
                "{group} op vast dagdeel {} gezet",
                "{group} put on weekly line {}";
                self.line_known_as(line)),
            LineEdited::LeaveToPlanner(group) => say!(self;
                "vast dagdeel van {group} vrijgelaten",
                "weekly line of {group} left to the planner"),
            LineEdited::Propose => {
                say!(self; "vaste dagdelen voorgesteld", "weekly lines proposed")
            }
            LineEdited::Take { lines: 1 } => say!(self;
                "1 vast dagdeel van het voorstel overgenomen",
                "1 weekly line of the proposal accepted"),
            LineEdited::Take { lines } => say!(self;
                "{lines} vaste dagdelen van het voorstel overgenomen",
                "{lines} weekly lines of the proposal accepted"),
        }
    }

    /// `dinsdagochtend in Noord`.
    fn line_known_as(self, line: &LineName) -> String {
        let half_day = self.half_day(line.half_day);
        say!(self; "{half_day} in {}", "{half_day} at {}"; line.location)
    }

    fn team_edited(self, name: &TeamEdited) -> String {
        match name {
            TeamEdited::AddRoom(room) => say!(self;
                "ruimte {room} toegevoegd",
                "room {room} added"),
            TeamEdited::SetRoom(room) => say!(self;
                "ruimte {room} gewijzigd",
                "room {room} changed"),
            TeamEdited::RemoveRoom(room) => say!(self;
                "ruimte {room} verwijderd",
                "room {room} removed"),
            TeamEdited::AddPerson(person) => say!(self;
                "{person} aan het team toegevoegd",
                "{person} added to the team"),
            TeamEdited::SetPerson(person) => say!(self;
                "{person} in het team gewijzigd",
                "{person} changed in the team"),
            TeamEdited::Tell(person) => say!(self;
                "{person} weet wat er veranderde",
                "{person} knows what changed"),
            TeamEdited::AssignPhysicians { sessions } => say!(self;
                "jeugdarts gekozen bij {}",
                "youth physician chosen for {}";
                self.sessions(*sessions)),
            TeamEdited::RemovePerson(person) => say!(self;
                "{person} uit het team verwijderd",
                "{person} removed from the team"),
        }
    }

    fn event_edited(self, name: EventEdited) -> String {
        match name {
            EventEdited::Happened => say!(self;
                "verwerkt wat er gebeurd is",
                "recorded what happened"),
            EventEdited::Replan { changes: 1 } => say!(self;
                "1 wijziging van de planning overgenomen",
                "1 change of the planning accepted"),
            EventEdited::Replan { changes } => say!(self;
                "{changes} wijzigingen van de planning overgenomen",
                "{changes} changes of the planning accepted"),
        }
    }

    fn steps_edited(self, name: &StepsEdited) -> String {
        match name {
            StepsEdited::Start => say!(self; "stappenplan begonnen", "step plan started"),
            StepsEdited::Remove => say!(self; "stappenplan verwijderd", "step plan removed"),
            StepsEdited::Change => say!(self; "stappenplan gewijzigd", "step plan changed"),
            StepsEdited::CountFrom => say!(self;
                "datums van het stappenplan gewijzigd",
                "dates of the step plan changed"),
            StepsEdited::SetStep(step) => say!(self;
                "stap {} gewijzigd",
                "step {} changed";
                self.step_name_quoted(step)),
            StepsEdited::AddStep(step) => say!(self;
                "stap {} in het stappenplan gezet",
                "step {} put in the step plan";
                self.step_name_quoted(step)),
            StepsEdited::RemoveStep(step) => say!(self;
                "stap {} verwijderd",
                "step {} removed";
                self.step_name_quoted(step)),
            StepsEdited::SetProgress(step) => say!(self;
                "voortgang van stap {} gewijzigd",
                "progress of step {} changed";
                self.step_name_quoted(step)),
        }
    }

    fn assurance_edited(self, name: AssuranceEdited) -> String {
        match name {
            AssuranceEdited::BeginMeasurement => say!(self; "meting begonnen", "measurement begun"),
            AssuranceEdited::RemoveMeasurement => say!(self;
                "meting verwijderd",
                "measurement removed"),
            AssuranceEdited::ChangeRespondents => say!(self;
                "lijst van invullers bijgewerkt",
                "list of respondents updated"),
            // Its code says nothing to who reads it.
            AssuranceEdited::SetScore(_) => say!(self; "score ingevuld", "score entered"),
            AssuranceEdited::Answer => say!(self; "antwoorden gewijzigd", "answers changed"),
            AssuranceEdited::SetLimit => say!(self; "norm gewijzigd", "limit changed"),
            AssuranceEdited::KeepReadings => say!(self; "stand bewaard", "state kept"),
            AssuranceEdited::ForgetReadings => say!(self;
                "bewaarde stand verwijderd",
                "kept state removed"),
            AssuranceEdited::Tick => say!(self; "punt afgevinkt", "item ticked"),
            AssuranceEdited::Untick => say!(self; "punt weer opengezet", "item opened again"),
            AssuranceEdited::ChangeItems => say!(self; "checklist gewijzigd", "checklist changed"),
            AssuranceEdited::ResetList => say!(self;
                "checklist van het voorstel teruggezet",
                "proposed checklist put back"),
        }
    }
}
