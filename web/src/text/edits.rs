//! The names of edits: what was done, for undo, redo and messages.

use super::{Lang, capital};
use centering_core::plan::{EditKind, EditName};

impl Lang {
    /// What an edit does, for `Maak ongedaan: ...`; starts in lower case.
    pub fn edit_name(self, name: &EditName) -> String {
        let group = name.group.as_ref().map_or("", |group| group.as_str());
        let family = name.family.as_ref().map_or("", |code| code.as_str());
        let number = name.session.map_or(0, |session| session.get());
        let families = self.families(name.count);
        let record = name.record.as_deref().unwrap_or_default();
        if let Some(words) = self.assurance_edit(name.kind, record) {
            return words;
        }
        // `dinsdagochtend in Noord`: a line as people know it.
        let line_nl = name.half_day.map_or_else(
            || record.to_owned(),
            |half_day| format!("{} in {record}", Lang::Nl.half_day(half_day)),
        );
        let line_en = name.half_day.map_or_else(
            || record.to_owned(),
            |half_day| format!("{} at {record}", Lang::En.half_day(half_day)),
        );
        let (nl, en) = match name.kind {
            EditKind::Open => (
                "ander plan geopend".to_owned(),
                "opened another plan".to_owned(),
            ),
            EditKind::Rename => (
                "plan een naam gegeven".to_owned(),
                "named the plan".to_owned(),
            ),
            EditKind::Import => (
                format!("lijst ingelezen: {families}"),
                format!("list read: {families}"),
            ),
            EditKind::SetEnrolment => (
                format!("gezin {family} gewijzigd"),
                format!("family {family} changed"),
            ),
            EditKind::SetIntakeStatus if !family.is_empty() => (
                format!("status van {family} gewijzigd"),
                format!("status of {family} changed"),
            ),
            EditKind::SetIntakeStatus => (
                format!("status van {families} gewijzigd"),
                format!("status of {families} changed"),
            ),
            EditKind::TakeOver => (
                format!("CenteringZwangerschap-groep overgenomen: {families}"),
                format!("CenteringZwangerschap group taken over: {families}"),
            ),
            EditKind::SetRecruitment => (
                format!("verwachting en werving van {record} gewijzigd"),
                format!("expectation and recruitment of {record} changed"),
            ),
            EditKind::RemoveEnrolment => (
                format!("gezin {family} verwijderd"),
                format!("family {family} removed"),
            ),
            EditKind::ConfirmBirth => (
                format!("geboortedatum van {family} ingevuld"),
                format!("birth date of {family} entered"),
            ),
            EditKind::Propose => ("voorstel gemaakt".to_owned(), "proposal made".to_owned()),
            EditKind::PlanDates => (
                format!("data van {group} opnieuw gezocht"),
                format!("dates of {group} searched again"),
            ),
            EditKind::CreateGroup => (
                format!("groep gemaakt met {families}"),
                format!("group made with {families}"),
            ),
            EditKind::Place => (
                format!("gezin {family} in {group} geplaatst"),
                format!("family {family} placed in {group}"),
            ),
            EditKind::SetMembers => (
                format!("gezinnen van {group} gewijzigd: {families}"),
                format!("families of {group} changed: {families}"),
            ),
            EditKind::TakeOut => (
                format!("gezin {family} uit de groep gehaald"),
                format!("family {family} taken out of its group"),
            ),
            EditKind::Dissolve => (
                format!("groep {group} opgeheven"),
                format!("group {group} removed"),
            ),
            EditKind::Merge => (
                format!("{record} samengevoegd met {group}"),
                format!("{record} merged with {group}"),
            ),
            EditKind::Split => (
                format!("{families} van {group} in een nieuwe groep gezet"),
                format!("{families} of {group} put in a new group"),
            ),
            EditKind::SetHalfDay => (
                format!("vast moment van {group} gewijzigd"),
                format!("fixed time of {group} changed"),
            ),
            EditKind::Move => (
                format!("bijeenkomst {number} van {group} verplaatst"),
                format!("session {number} of {group} moved"),
            ),
            EditKind::PinSession => (
                format!("bijeenkomst {number} van {group} vastgezet"),
                format!("session {number} of {group} pinned"),
            ),
            EditKind::UnpinSession => (
                format!("bijeenkomst {number} van {group} losgemaakt"),
                format!("session {number} of {group} unpinned"),
            ),
            EditKind::PinGroup => (
                format!("groep {group} vastgezet"),
                format!("group {group} pinned"),
            ),
            EditKind::UnpinGroup => (
                format!("groep {group} losgemaakt"),
                format!("group {group} unpinned"),
            ),
            EditKind::StopGroup => (
                format!("groep {group} gestopt"),
                format!("group {group} stopped"),
            ),
            EditKind::ResumeGroup => (
                format!("groep {group} gaat weer door"),
                format!("group {group} goes on"),
            ),
            EditKind::SetSchemes => (
                format!("vaccinatieschema’s van {group} gewijzigd"),
                format!("vaccination schemes of {group} changed"),
            ),
            EditKind::SetTemplate => (
                "bijeenkomstenschema gewijzigd".to_owned(),
                "template of sessions changed".to_owned(),
            ),
            EditKind::ResetTemplate => (
                "bijeenkomstenschema teruggezet op het voorstel".to_owned(),
                "template of sessions set back to the proposal".to_owned(),
            ),
            EditKind::Configure => (
                "instellingen gewijzigd".to_owned(),
                "settings changed".to_owned(),
            ),
            EditKind::SetLocation => (
                "locatie gewijzigd".to_owned(),
                "location changed".to_owned(),
            ),
            EditKind::SetRoom => (
                format!("ruimte {record} gewijzigd"),
                format!("room {record} changed"),
            ),
            EditKind::RemoveRoom => (
                format!("ruimte {record} verwijderd"),
                format!("room {record} removed"),
            ),
            EditKind::SetPerson => (
                format!("{record} in het team gewijzigd"),
                format!("{record} changed in the team"),
            ),
            EditKind::RemovePerson => (
                format!("{record} uit het team verwijderd"),
                format!("{record} removed from the team"),
            ),
            EditKind::SetLine => (
                format!("vast dagdeel {line_nl} gewijzigd"),
                format!("line {line_en} changed"),
            ),
            EditKind::RemoveLine => (
                format!("vast dagdeel {line_nl} verwijderd"),
                format!("line {line_en} removed"),
            ),
            EditKind::AssignLine if record.is_empty() => (
                format!("vast dagdeel van {group} vrijgelaten"),
                format!("line of {group} left to the planner"),
            ),
            EditKind::AssignLine => (
                format!("{group} op vast dagdeel {line_nl} gezet"),
                format!("{group} put on line {line_en}"),
            ),
            EditKind::ProposeLines => (
                "vaste dagdelen voorgesteld".to_owned(),
                "lines proposed".to_owned(),
            ),
            EditKind::TakeLines => match name.count {
                1 => (
                    "1 vast dagdeel van het voorstel overgenomen".to_owned(),
                    "1 line of the proposal accepted".to_owned(),
                ),
                count => (
                    format!("{count} vaste dagdelen van het voorstel overgenomen"),
                    format!("{count} lines of the proposal accepted"),
                ),
            },
            EditKind::Share if name.group.is_some() => (
                format!("data van {group} gedeeld met ouders"),
                format!("dates of {group} shared with parents"),
            ),
            EditKind::Share => (
                format!("data van {} groepen gedeeld met ouders", name.count),
                format!("dates of {} groups shared with parents", name.count),
            ),
            EditKind::StartSteps => (
                "stappenplan begonnen".to_owned(),
                "step plan started".to_owned(),
            ),
            EditKind::RemoveSteps => (
                "stappenplan verwijderd".to_owned(),
                "step plan removed".to_owned(),
            ),
            EditKind::ChangeSteps => (
                "stappenplan gewijzigd".to_owned(),
                "step plan changed".to_owned(),
            ),
            EditKind::ChangeStep => (
                format!("stap {record} gewijzigd"),
                format!("step {record} changed"),
            ),
            EditKind::RemoveStep => (
                format!("stap {record} verwijderd"),
                format!("step {record} removed"),
            ),
            EditKind::StepProgress => (
                format!("voortgang van stap {record} gewijzigd"),
                format!("progress of step {record} changed"),
            ),
            EditKind::DateSteps => (
                "data van het stappenplan gewijzigd".to_owned(),
                "dates of the step plan changed".to_owned(),
            ),
            // Told above.
            EditKind::BeginMeasurement
            | EditKind::RemoveMeasurement
            | EditKind::ChangeRespondents
            | EditKind::SetScore
            | EditKind::Answer
            | EditKind::SetLimit
            | EditKind::KeepReadings
            | EditKind::ForgetReadings
            | EditKind::TickItem
            | EditKind::UntickItem
            | EditKind::ChangeItem
            | EditKind::ResetList => (String::new(), String::new()),
            EditKind::Substitute => (
                format!("{record} vervangt bij bijeenkomst {number} van {group}"),
                format!("{record} stands in at session {number} of {group}"),
            ),
            EditKind::Happened => (
                "verwerkt wat er gebeurd is".to_owned(),
                "recorded what happened".to_owned(),
            ),
            EditKind::Replan => match name.count {
                1 => (
                    "1 wijziging van de planning overgenomen".to_owned(),
                    "1 change of the planning accepted".to_owned(),
                ),
                count => (
                    format!("{count} wijzigingen van de planning overgenomen"),
                    format!("{count} changes of the planning accepted"),
                ),
            },
            EditKind::SetStatus => (
                format!("status van bijeenkomst {number} van {group} gewijzigd"),
                format!("status of session {number} of {group} changed"),
            ),
        };
        match self {
            Self::Nl => nl,
            Self::En => en,
        }
    }

    /// The same with a capital, as a message.
    pub fn edit_done(self, name: &EditName) -> String {
        capital(&self.edit_name(name))
    }
}
