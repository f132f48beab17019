//! The parts of the program that are loaded after the start screen: opening plans, the screens, the planner, and the
//! dialogs. The build cuts the program at the functions that carry `wasm_split`; what
//! only they reach lands in wasm files of its own. So nothing else may name a screen, a dialog, or a function of core that
//! plans, checks, reads or writes: it would move into the first load. And what the first screen of a plan does not
//! need, the parts `files` and `groups` reach only through the tables of others: they are what a visitor waits for.

use crate::pages::{
    Assurance, Dialogs, Drag, DragBar, GroupInspector, Groups, Intake, Problems, Replan, Roster,
    Steps, Team, stored_notes as draw_stored_notes,
};
use crate::parts::ProblemNotes;
use crate::store::{Ctx, Desk, Model, Notice, Page, ready_example};
use crate::text::Lang;
use crate::work::Slices;
use centering_core::calendar::Date;
use centering_core::cohort::{HalfDayPricing, Proposal, adopt};
use centering_core::insight::{Resilience, resilience};
use centering_core::plan::{
    DateChange, Edit, EditKind, EditName, GroupId, Plan, ReadError, Refusal, changed_dates,
};
use centering_core::problem::{Problem, Problems as Found, Touched};
use centering_core::schedule::Progress;
use std::cell::Cell;
use std::rc::Rc;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::prelude::*;

/// A part of the program that is loaded later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Opening plans.
    Files,
    Groups,
    /// Everything that changes a plan or checks it.
    Planner,
    Roster,
    Team,
    Intake,
    Steps,
    Assurance,
    Dialogs,
}

/// Draws something once its part is there.
type Draw = fn(&Ctx) -> Html;

/// Opening plans, and what the frame around one needs.
pub struct Files {
    pub read: fn(&str) -> Result<Plan, ReadError>,
    /// The example plan; the text is its name in the language of the user.
    pub example: fn(&str) -> Plan,
    /// Puts another plan in place, as an edit; nothing where it is the same plan.
    pub open: fn(&mut Desk, &mut Rc<Plan>, Rc<Plan>) -> Option<Made>,
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
    pub check_again: fn(&Found, &Plan, Option<Date>, &Touched) -> Found,
    /// The days that edits would change together.
    pub preview: Preview,
    /// The plan as an edit would make it; nothing where it is refused.
    pub after: fn(&Plan, &Edit, Option<Date>) -> Option<Plan>,
    /// Who is missed most: everybody drops out in turn.
    pub resilience: fn(&Plan, Option<Date>) -> Resilience,
    /// Begins a proposal that is made in slices.
    pub begin: fn(&Plan, Option<Date>) -> Box<dyn Slices>,
    /// Begins to reckon what hard half-days cost; it ends with three numbers as text: families placed with
    /// half-days as wishes, with hard ones, and at most with hard ones. `None` for sizes that cannot be planned
    /// so.
    pub price: BeginPricing,
    /// Takes over the groups of a proposal, as an edit; the last word is whether it joins the edit before it, so
    /// that one undo takes both back.
    pub adopt: Adopt,
    /// Makes ready for the next edit, as far as there is time; says whether it is.
    pub prepare: Prepare,
    pub write: fn(&Plan) -> String,
    /// The name and the text of the file that holds the plan.
    pub file: fn(&Model) -> (String, String),
    /// Why an edit was refused, in words.
    pub refusal: fn(Lang, &Refusal) -> String,
    /// Problems as notes below each other, each with its remedies.
    pub notes: fn(&Ctx, Vec<Problem>) -> Html,
    /// A group in detail, beside the groups.
    pub group: fn(&Ctx, GroupId) -> Html,
    /// What letting go would do while something is dragged.
    pub drag: fn(&Ctx, &Drag) -> Html,
    /// The screen of problems.
    pub problems: Draw,
}

/// Makes edits together, or none of them, and remembers them in the history as one; see [`Edit::together`].
pub type MakeEdits = fn(&mut Desk, &mut Rc<Plan>, &[Edit], Option<Date>) -> Result<Made, Refusal>;

/// An edit that was made, and what it touched.
pub type Made = (EditName, Touched);

/// The days that edits would change together, before they are made; or why they are refused.
pub type Preview = fn(&Plan, &[Edit], Option<Date>) -> Result<Vec<DateChange>, Refusal>;

/// See [`Planner::adopt`]; `None` where the groups cannot be read.
pub type Adopt = fn(&mut Desk, &mut Rc<Plan>, &str, bool) -> Option<Result<Made, Refusal>>;

/// Begins to reckon a price in slices.
pub type BeginPricing = fn(&Plan, Option<Date>) -> Option<Box<dyn Slices>>;

/// See [`Desk::prepare`].
pub type Prepare = fn(&mut Desk, &Rc<Plan>, &dyn Fn() -> bool) -> bool;

/// Goes one step back or forward in the history.
pub type Cross = fn(&mut Desk, &mut Rc<Plan>) -> Option<Made>;

thread_local! {
    // Shared by all planners of a page, as the wasm is.
    static FILES: Cell<Option<&'static Files>> = const { Cell::new(None) };
    static PLANNER: Cell<Option<&'static Planner>> = const { Cell::new(None) };
    static DRAWS: [Cell<Option<Draw>>; Part::ALL.len()] = const { [const { Cell::new(None) }; Part::ALL.len()] };
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
    /// In the order in which they are fetched when nobody waits for one.
    pub const ALL: [Self; 9] = [
        Self::Files,
        Self::Groups,
        Self::Planner,
        Self::Roster,
        Self::Dialogs,
        Self::Intake,
        Self::Team,
        Self::Steps,
        Self::Assurance,
    ];

    /// The part that draws this screen; the start screen is there from the start.
    pub fn of(page: Page) -> Option<Self> {
        match page {
            Page::Start => None,
            Page::Intake => Some(Self::Intake),
            Page::Groups => Some(Self::Groups),
            Page::Roster => Some(Self::Roster),
            Page::Team | Page::Replan => Some(Self::Team),
            Page::Steps => Some(Self::Steps),
            Page::Assurance => Some(Self::Assurance),
            Page::Problems => Some(Self::Planner),
        }
    }

    pub fn is_there(self) -> bool {
        match self {
            Self::Files => files().is_some(),
            Self::Planner => planner().is_some(),
            _ => DRAWS.with(|draws| draws[self as usize].get().is_some()),
        }
    }

    /// Loads the part unless it is there; says whether it is there now. A part that failed can be tried
    /// again.
    pub async fn load(self) -> bool {
        if self.is_there() {
            return true;
        }
        let draw = match self {
            Self::Files => {
                // An attempt that fails late does not take away what another one brought.
                if let Ok(files) = load_files().await {
                    FILES.set(Some(files));
                }
                return self.is_there();
            }
            Self::Planner => {
                if let Ok(planner) = load_planner().await {
                    PLANNER.set(Some(planner));
                }
                planner().map(|planner| planner.problems)
            }
            Self::Groups => load_groups().await.ok(),
            Self::Roster => load_roster().await.ok(),
            Self::Team => load_team().await.ok(),
            Self::Intake => load_intake().await.ok(),
            Self::Steps => load_steps().await.ok(),
            Self::Assurance => load_assurance().await.ok(),
            Self::Dialogs => load_dialogs().await.ok(),
        };
        if draw.is_some() {
            DRAWS.with(|draws| draws[self as usize].set(draw));
        }
        self.is_there()
    }
}

#[wasm_split(files, fallible)]
fn load_files() -> Result<&'static Files, SplitLoaderError> {
    Ok(&Files {
        read: Plan::from_json,
        example: ready_example,
        open: Desk::open,
        edit_name: |lang, name| lang.edit_name(name),
        notice: |lang, notice| lang.notice(notice),
        read_error: |lang, error| lang.read_error(error),
        stored_notes: draw_stored_notes,
    })
}

#[wasm_split(groups, fallible)]
fn load_groups() -> Result<Draw, SplitLoaderError> {
    Ok(|ctx| html! { <Groups ctx={ctx.clone()} /> })
}

#[wasm_split(planner, fallible)]
fn load_planner() -> Result<&'static Planner, SplitLoaderError> {
    Ok(&Planner {
        edit: |desk, plan, edits, today| {
            let (name, changes) = Edit::together(edits, plan, today)?;
            let touched = desk.commit(plan, name.clone(), changes, false);
            Ok((name, touched))
        },
        undo: Desk::undo,
        redo: Desk::redo,
        prepare: Desk::prepare,
        check: Found::of,
        check_again: Found::after,
        preview: |plan, edits, today| {
            let (_, changes) = Edit::together(edits, plan, today)?;
            Ok(changed_dates(plan, &changes))
        },
        after: |plan, edit, today| {
            let changes = edit.changes(plan, today).ok()?;
            let mut draft = plan.clone();
            draft.apply_all(changes);
            Some(draft)
        },
        resilience,
        begin: |plan, today| Box::new(Proposing(Proposal::new(plan, today))),
        adopt: |desk, plan, groups, joins| {
            let changes = adopt(plan, serde_json::from_str(groups).ok()?);
            if changes.is_empty() {
                return Some(Err(Refusal::NoChange));
            }
            let name = EditName::plain(EditKind::Propose);
            let touched = desk.commit(plan, name.clone(), changes, joins);
            Some(Ok((name, touched)))
        },
        price: |plan, today| Some(Box::new(Pricing(HalfDayPricing::new(plan, today)?))),
        write: Plan::to_json,
        file: |model| (file_name(model), model.plan.to_json_pretty()),
        refusal: |lang, refusal| lang.refusal(refusal),
        notes: |ctx, problems| html! { <ProblemNotes ctx={ctx.clone()} {problems} /> },
        group: |ctx, id| html! { <GroupInspector ctx={ctx.clone()} {id} /> },
        drag: |ctx, drag| html! { <DragBar ctx={ctx.clone()} drag={drag.clone()} /> },
        problems: |ctx| html! { <Problems ctx={ctx.clone()} /> },
    })
}

#[wasm_split(roster, fallible)]
fn load_roster() -> Result<Draw, SplitLoaderError> {
    Ok(|ctx| html! { <Roster ctx={ctx.clone()} /> })
}

#[wasm_split(team, fallible)]
fn load_team() -> Result<Draw, SplitLoaderError> {
    Ok(|ctx| match ctx.model.page {
        Page::Replan => html! { <Replan ctx={ctx.clone()} /> },
        _ => html! { <Team ctx={ctx.clone()} /> },
    })
}

#[wasm_split(intake, fallible)]
fn load_intake() -> Result<Draw, SplitLoaderError> {
    Ok(|ctx| html! { <Intake ctx={ctx.clone()} /> })
}

#[wasm_split(steps, fallible)]
fn load_steps() -> Result<Draw, SplitLoaderError> {
    Ok(|ctx| html! { <Steps ctx={ctx.clone()} /> })
}

#[wasm_split(assurance, fallible)]
fn load_assurance() -> Result<Draw, SplitLoaderError> {
    Ok(|ctx| html! { <Assurance ctx={ctx.clone()} /> })
}

#[wasm_split(dialogs, fallible)]
fn load_dialogs() -> Result<Draw, SplitLoaderError> {
    Ok(|ctx| html! { <Dialogs ctx={ctx.clone()} /> })
}

/// A proposal as work in slices.
struct Proposing(Proposal);

impl Slices for Proposing {
    fn advance(&mut self, iterations: u64) -> Progress {
        self.0.advance(iterations)
    }

    fn finish(self: Box<Self>) -> String {
        serde_json::to_string(&self.0.stopped()).unwrap_or_default()
    }
}

/// The price of hard half-days as work in slices.
struct Pricing(HalfDayPricing);

impl Slices for Pricing {
    fn advance(&mut self, iterations: u64) -> Progress {
        self.0.advance(iterations)
    }

    fn finish(mut self: Box<Self>) -> String {
        let price = self.0.price();
        format!("{} {} {}", price.as_wishes, price.when_hard, price.at_most)
    }
}

/// A file name from the title of the plan.
fn file_name(model: &Model) -> String {
    let title: String = model
        .plan
        .title
        .to_lowercase()
        .chars()
        .map(|character| {
            if character.is_alphanumeric() {
                character
            } else {
                '-'
            }
        })
        .collect();
    let words: Vec<&str> = title.split('-').filter(|word| !word.is_empty()).collect();
    let day = model
        .today
        .map_or_else(String::new, |day| format!("-{day}"));
    match words.as_slice() {
        [] => format!("centering-plan{day}.json"),
        words => format!("{}{day}.json", words.join("-")),
    }
}
