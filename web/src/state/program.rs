//! The parts of the program that are loaded after the start screen, as tables of what they bring: whoever needs one
//! asks for it here. Only `later` fills the tables, so that nothing else names what belongs to another part.

use super::{Ctx, Drag, Export, Model, Notice, Part};
use crate::slices::Slices;
use centering_core::calendar::Date;
use centering_core::cohort::{HalfDayPrice, Proposed};
use centering_core::edit::{Edit, EditName, History, Refusal};
use centering_core::insight::Resilience;
use centering_core::plan::{DateChange, EnrolmentCode, GroupId, Plan, ReadError};
use centering_core::problem::{Problem, Problems as Found};
use centering_core::remedy::{Left, Merged, Remedy};
use centering_words::Lang;
use std::any::Any;
use std::cell::Cell;
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::prelude::*;

/// Draws something once its part is there.
pub type Draw = fn(&Ctx) -> Html;

/// Opening plans, and what the frame around one needs.
pub struct Files {
    pub read: fn(&str) -> Result<Plan, ReadError>,
    /// The example plan; the text is its name in the language of the user.
    pub example: fn(&str) -> Plan,
    /// Puts another plan in place, as an edit; nothing where it is the same plan.
    pub open: fn(&mut History, &mut Rc<Plan>, Rc<Plan>) -> Option<EditName>,
    /// The edits that can be taken back and made again.
    pub next: fn(&History) -> [Option<Rc<EditName>>; 2],
    /// The name of an edit in words.
    pub edit_name: fn(Lang, &EditName) -> String,
    /// A message in words.
    pub notice: fn(Lang, &Notice) -> String,
    /// Why a file cannot be opened, in words.
    pub read_error: fn(Lang, &ReadError) -> String,
    /// What is told of the stored plan.
    pub stored_notes: Draw,
}

/// Everything that changes a plan or checks it.
pub struct Planner {
    pub edit: MakeEdits,
    pub undo: Cross,
    pub redo: Cross,
    pub check: fn(&Plan, Option<Date>) -> Found,
    /// The problems after a change, from those before it.
    pub check_again: fn(&Found, &Plan, Option<Date>) -> Found,
    /// By what the problems that are new since the day before are known, from what was kept of the last look; and what is
    /// to be kept of this one.
    pub seen: fn(Option<&str>, Date, &Found) -> (Rc<BTreeSet<u32>>, Option<String>),
    /// What a problem says in short.
    pub problem_title: fn(Lang, &Plan, &Problem) -> String,
    /// The days that edits would change together.
    pub preview: Preview,
    /// The groups that a group could join, the best fit first.
    pub merges: fn(&Plan, &GroupId, Option<Date>) -> Vec<Merged>,
    /// What becomes of its group when a family stops, and what helps.
    pub left: fn(&Plan, &EnrolmentCode, Option<Date>) -> Option<Left>,
    /// What a remedy does and what that means, in words.
    pub remedy: fn(Lang, &Plan, &Remedy) -> (String, String),
    /// The plan as an edit would make it; nothing where it is refused.
    pub after: fn(&Plan, &Edit, Option<Date>) -> Option<Plan>,
    /// Who is missed most: everybody drops out in turn.
    pub resilience: fn(&Plan, Option<Date>) -> Resilience,
    /// Begins a proposal that is made in slices.
    pub begin: fn(&Plan, Option<Date>) -> Box<dyn Slices<Proposed>>,
    /// A proposal as text, between a worker and the page; nothing where the text is not one.
    pub write_proposed: fn(&Proposed) -> String,
    pub read_proposed: fn(&str) -> Option<Proposed>,
    /// Begins to reckon what hard half-days cost; `None` for sizes that cannot be planned so.
    pub price: BeginPricing,
    /// Takes over the groups of a proposal, as an edit; the last word is whether it joins the edit before it, so
    /// that one undo takes both back.
    pub adopt: Adopt,
    pub write: fn(&Plan) -> String,
    /// What can be taken back, to be kept with the plan: see [`History::newest`].
    pub newest: fn(&History, usize) -> String,
    /// What can be taken back, as it was kept; nothing of a text that is none.
    pub history: fn(&str) -> Option<History>,
    /// The name and the text of a file that is exported.
    pub export: fn(Export, &Model) -> (String, String),
    /// Why an edit was refused in this plan, in words.
    pub refusal: fn(Lang, &Plan, &Refusal) -> String,
    /// Problems as notes below each other, each with its remedies.
    pub notes: fn(&Ctx, Vec<Problem>) -> Html,
    /// A group in detail, beside the groups.
    pub group: fn(&Ctx, GroupId) -> Html,
    /// What letting go would do while something is dragged.
    pub drag: fn(&Ctx, &Drag) -> Html,
    /// The screen of problems.
    pub problems: Draw,
    /// Keeps focus and choices with the keys in order in the planner that stands in this element, until it is dropped.
    pub attend: fn(&web_sys::Element) -> Box<dyn Any>,
}

/// Makes edits together, or none of them, and remembers them in the history as one; see [`Edit::together`].
pub type MakeEdits =
    fn(&mut History, &mut Rc<Plan>, &[Edit], Option<Date>) -> Result<EditName, Refusal>;

/// The days that edits would change together, before they are made; or why they are refused.
pub type Preview = fn(&Plan, &[Edit], Option<Date>) -> Result<Vec<DateChange>, Refusal>;

/// See [`Planner::adopt`].
pub type Adopt = fn(&mut History, &mut Rc<Plan>, Proposed, bool) -> Result<EditName, Refusal>;

/// Begins to reckon a price in slices.
pub type BeginPricing = fn(&Plan, Option<Date>) -> Option<Box<dyn Slices<HalfDayPrice>>>;

/// Goes one step back or forward in the history.
pub type Cross = fn(&mut History, &mut Rc<Plan>) -> Option<EditName>;

thread_local! {
    // Shared by all planners of a page, as the wasm is.
    static FILES: Cell<Option<&'static Files>> = const { Cell::new(None) };
    static PLANNER: Cell<Option<&'static Planner>> = const { Cell::new(None) };
    static DRAWS: [Cell<Option<Draw>>; Part::ALL.len()] = const { [const { Cell::new(None) }; Part::ALL.len()] };
}

/// Takes over what the part that opens plans brings.
pub fn bring_files(files: &'static Files) {
    FILES.set(Some(files));
}

/// Takes over what the planner brings.
pub fn bring_planner(planner: &'static Planner) {
    PLANNER.set(Some(planner));
}

/// Takes over how a screen, or the open dialog, is drawn.
pub fn bring_screen(part: Part, draw: Draw) {
    DRAWS.with(|draws| draws[part as usize].set(Some(draw)));
}

/// Opening plans, when that part is there.
pub fn files() -> Option<&'static Files> {
    FILES.get()
}

/// The planner, when it is there.
pub fn planner() -> Option<&'static Planner> {
    PLANNER.get()
}

/// Draws a screen or the open dialog, when that part is there.
pub fn draw(part: Part, ctx: &Ctx) -> Option<Html> {
    let draw = DRAWS.with(|draws| draws[part as usize].get())?;
    Some(draw(ctx))
}

/// Problems as notes below each other; there are none before the planner is there.
pub fn notes(ctx: &Ctx, problems: Vec<Problem>) -> Html {
    planner().map_or_else(Html::default, |planner| (planner.notes)(ctx, problems))
}

/// The name of an edit in words; there are no edits before a plan was opened.
pub fn edit_name(lang: Lang, name: &EditName) -> String {
    files().map_or_else(String::new, |files| (files.edit_name)(lang, name))
}

/// A message in words; there are none before a file or a plan was opened.
pub fn notice(lang: Lang, notice: &Notice) -> String {
    files().map_or_else(String::new, |files| (files.notice)(lang, notice))
}

/// What is told of the stored plan; there is nothing to tell before one was read.
pub fn stored_notes(ctx: &Ctx) -> Html {
    files().map_or_else(Html::default, |files| (files.stored_notes)(ctx))
}

impl Part {
    pub fn is_there(self) -> bool {
        match self {
            Self::Files => files().is_some(),
            Self::Planner => planner().is_some(),
            _ => DRAWS.with(|draws| draws[self as usize].get().is_some()),
        }
    }
}
