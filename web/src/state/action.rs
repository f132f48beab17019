//! Everything that can happen in the planner.

use super::{
    Dialog, Draft, Export, Page, Part, ProblemFilter, Replacement, RosterView, Selection, Theme,
};
use crate::slices::Sight;
use centering_core::calendar::DateRange;
use centering_core::edit::Edit;
use centering_core::plan::{LocationId, PersonId, Plan};
use centering_words::Lang;
use std::fmt;
use std::rc::Rc;

/// Everything that can happen.
#[derive(Clone, Debug)]
pub enum Action {
    /// The user makes edits, mostly one; see [`Action::edit`].
    Edits(Edits),
    /// The user makes an edit of the plan as it is by then; see [`Action::change`].
    Change(Change),
    Undo,
    Redo,
    Go(Page),
    /// Goes to the screen that the address of the page names.
    GoWhereAddressSays,
    ShowRoster(RosterView),
    Select(Selection),
    /// Shows one location alone, or all, on every screen.
    ShowLocation(Option<LocationId>),
    FilterProblems(ProblemFilter),
    /// Selects something and goes to the screen that shows it.
    GoTo(Page, Selection),
    /// Goes to the re-planning, with an absence filled in.
    Answer(PersonId, DateRange),
    /// Opens a dialog in the place of those that are open.
    Open(Dialog),
    /// Opens a dialog over the one that is open, which stays as it is.
    OpenOver(Dialog),
    /// Closes the dialog on top.
    CloseDialog,
    /// Another plan takes the place of this one.
    Replace(Replacement),
    /// Keeps the plan as it is now beside it, to compare.
    KeepVariant,
    /// Puts a variant in place of the plan, which becomes that variant.
    TakeVariant(usize),
    DropVariant(usize),
    /// Brings the variant back that was removed last.
    RestoreVariant,
    /// Offers a file that the planner makes.
    Export(Export),
    /// Offers a text that could not be read as a file.
    SaveDamaged(usize),
    /// Removes a text that could not be read.
    LetGo(usize),
    /// A file was read that should hold a plan.
    FileText(Rc<str>),
    /// Removes everything from this browser.
    Erase,
    SetLang(Lang),
    SetTheme(Theme),
    DismissNotice,
    /// A message has stood long enough to be read.
    NoticeSeen,
    /// A field goes with something in it that cannot be stored.
    KeepDraft(String, Draft),
    /// The field of this name holds nothing wrong any more.
    DropDraft(String),
    /// The user knows of what was typed and not stored.
    DismissDrafts,
    /// Takes the stored plan, at the start.
    TakeStored,
    SaveNow,
    /// Asks which day it is, now and when the next one begins.
    AskDay,
    /// Draws the screen.
    Draw,
    /// Another tab changed an item of localStorage, or all of them.
    Stored(Option<String>),
    /// Takes over what another tab made of the stored plan.
    TakeOther,
    /// Saves this plan in the place of what another tab made of it.
    KeepMine,
    AttributesChanged,
    /// The long work tells how far it is.
    WorkSeen(Sight),
    /// The long work on the page goes on.
    WorkSlice,
    /// The worker is done with the long work; the groups as text.
    WorkDone(Rc<str>),
    /// The worker is there and begins the long work.
    WorkHeard,
    /// The worker cannot do the long work.
    WorkFailed,
    /// Ends the long work as far as it came: it is good enough.
    StopWork,
    /// Ends the long work without a result.
    CancelWork,
    /// A part of the program is there, or could not be loaded.
    Loaded(Part, bool),
    /// Tries again to load what could not be loaded.
    LoadAgain,
}

/// Edits to make. Shared and known by what they can do, so that the start screen needs no code that copies an edit with all
/// it can hold, or lets go of it.
#[derive(Clone)]
pub struct Edits(Rc<dyn AsRef<[Edit]>>);

impl Edits {
    pub fn as_slice(&self) -> &[Edit] {
        (*self.0).as_ref()
    }
}

impl fmt::Debug for Edits {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Edits")
    }
}

type MakeEdit = dyn Fn(&Plan) -> Option<Edits>;

/// Makes an edit from a plan; nothing where the plan is so already.
#[derive(Clone)]
pub struct Change(Rc<MakeEdit>);

impl Change {
    pub fn of(&self, plan: &Plan) -> Option<Edits> {
        (self.0)(plan)
    }
}

impl fmt::Debug for Change {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Change")
    }
}

impl Action {
    /// The user changes one thing of a record. The edit is made from the record as it is by then, not as it was drawn:
    /// what was typed into another field in the meantime stays.
    pub fn change(change: impl Fn(&Plan) -> Option<Edit> + 'static) -> Self {
        Self::Change(Change(Rc::new(move |plan| {
            Some(Edits(Rc::new([change(plan)?])))
        })))
    }

    /// The user makes an edit.
    pub fn edit(edit: Edit) -> Self {
        Self::Edits(Edits(Rc::new([edit])))
    }

    /// The user makes several edits after each other, such as reading a list and making a proposal of it.
    pub fn edits(edits: Vec<Edit>) -> Self {
        Self::Edits(Edits(Rc::new(edits)))
    }

    /// The part without which it cannot be done.
    pub fn needs(&self) -> Option<Part> {
        match self {
            // What is stored is read before it is replaced.
            Self::KeepMine if !Part::Files.is_there() => Some(Part::Files),
            Self::Edits(_)
            | Self::Change(_)
            | Self::Undo
            | Self::Redo
            | Self::Export(_)
            | Self::KeepVariant
            | Self::TakeVariant(_)
            | Self::DropVariant(_)
            | Self::RestoreVariant
            | Self::KeepMine => Some(Part::Planner),
            Self::Replace(_) | Self::FileText(_) | Self::TakeStored | Self::TakeOther => {
                Some(Part::Files)
            }
            _ => None,
        }
    }
}
