//! The names of edits: what was done, for undo, redo and messages.

use super::Lang;
use centering_core::plan::{EditKind, EditName};

impl Lang {
    /// What an edit does, for `Maak ongedaan: ...`; starts in lower case.
    pub fn edit_name(self, name: &EditName) -> String {
        let group = name.group.as_ref().map_or("", |group| group.as_str());
        let family = name.family.as_ref().map_or("", |code| code.as_str());
        let number = name.session.map_or(0, |session| session.get());
        let families = self.families(name.count);
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
            EditKind::TakeOut => (
                format!("gezin {family} uit de groep gehaald"),
                format!("family {family} taken out of its group"),
            ),
            EditKind::Dissolve => (
                format!("groep {group} opgeheven"),
                format!("group {group} removed"),
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
            EditKind::Configure => (
                "instellingen gewijzigd".to_owned(),
                "settings changed".to_owned(),
            ),
            EditKind::SetLocation => (
                "locatie gewijzigd".to_owned(),
                "location changed".to_owned(),
            ),
        };
        match self {
            Self::Nl => nl,
            Self::En => en,
        }
    }

    /// The same with a capital, as a message.
    pub fn edit_done(self, name: &EditName) -> String {
        let text = self.edit_name(name);
        let mut characters = text.chars();
        characters.next().map_or_else(String::new, |first| {
            first.to_uppercase().chain(characters).collect()
        })
    }
}
