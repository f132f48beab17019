//! The parts of the program that are loaded after the start screen: the planner with its screens, the intake,
//! the step plan, and the dialogs. The build cuts the program at the functions that carry `wasm_split`; what only they reach
//! lands in wasm files of its own. So nothing else may name a screen, a dialog, or a function of core that
//! plans, checks, reads or writes: it would move into the first load.

use crate::pages::{Dialogs, Groups, Intake, Problems, Replan, Roster, Steps, Team};
use crate::store::{Ctx, Model, Page, example_plan};
use crate::text::Lang;
use crate::work::Slices;
use centering_core::calendar::Date;
use centering_core::cohort::{Proposal, adopt};
use centering_core::plan::{
    DateChange, Edit, EditName, History, Plan, ReadError, Refusal, changed_dates,
};
use centering_core::problem::{Problem, check};
use centering_core::schedule::Progress;
use std::cell::Cell;
use std::rc::Rc;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::prelude::*;

/// A part of the program that is loaded later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Planner,
    Intake,
    Steps,
    Dialogs,
}

/// Draws something once its part is there.
type Draw = fn(&Ctx) -> Html;

/// Everything that plans, and the screens that show a plan.
pub struct Planner {
    pub edit: MakeEdit,
    pub undo: Cross,
    pub redo: Cross,
    pub check: fn(&Plan, Option<Date>) -> Vec<Problem>,
    /// The example plan; the text is its name in the language of the user.
    pub example: fn(&str) -> Plan,
    pub read: fn(&str) -> Result<Plan, ReadError>,
    pub write: fn(&Plan) -> String,
    /// The days that an edit would change.
    pub preview: Preview,
    /// Begins a proposal that is made in slices.
    pub begin: fn(&Plan, Option<Date>) -> Box<dyn Slices>,
    /// Takes over the groups of a proposal, as an edit.
    pub adopt: fn(&mut History, &mut Rc<Plan>, &str) -> Result<EditName, Refusal>,
    /// The name and the text of the file that holds the plan.
    pub file: fn(&Model) -> (String, String),
    /// Why an edit was refused, in words.
    pub refusal: fn(Lang, &Refusal) -> String,
    pub screen: Draw,
}

/// Makes an edit and remembers it in the history; the last word is whether it joins the edit before it, so
/// that one undo takes both back.
pub type MakeEdit =
    fn(&mut History, &mut Rc<Plan>, &Edit, Option<Date>, bool) -> Result<EditName, Refusal>;

/// The days that an edit would change, before it is made.
pub type Preview = fn(&Plan, &Edit, Option<Date>) -> Result<Vec<DateChange>, Refusal>;

/// Goes one step back or forward in the history.
pub type Cross = fn(&mut History, &mut Rc<Plan>) -> Option<EditName>;

thread_local! {
    // Shared by all planners of a page, as the wasm is.
    static PLANNER: Cell<Option<&'static Planner>> = const { Cell::new(None) };
    static INTAKE: Cell<Option<Draw>> = const { Cell::new(None) };
    static STEPS: Cell<Option<Draw>> = const { Cell::new(None) };
    static DIALOGS: Cell<Option<Draw>> = const { Cell::new(None) };
}

/// The planner, when it is there.
pub fn planner() -> Option<&'static Planner> {
    PLANNER.get()
}

/// Draws the intake, when that part is there.
pub fn intake() -> Option<Draw> {
    INTAKE.get()
}

/// Draws the step plan, when that part is there.
pub fn steps() -> Option<Draw> {
    STEPS.get()
}

/// Draws the open dialog, when that part is there.
pub fn dialogs() -> Option<Draw> {
    DIALOGS.get()
}

impl Part {
    pub const ALL: [Self; 4] = [Self::Planner, Self::Intake, Self::Steps, Self::Dialogs];

    pub fn is_there(self) -> bool {
        match self {
            Self::Planner => PLANNER.get().is_some(),
            Self::Intake => INTAKE.get().is_some(),
            Self::Steps => STEPS.get().is_some(),
            Self::Dialogs => DIALOGS.get().is_some(),
        }
    }

    /// Loads the part unless it is there; says whether it is there now. A part that failed can be tried
    /// again.
    pub async fn load(self) -> bool {
        match self {
            _ if self.is_there() => {}
            Self::Planner => PLANNER.set(load_planner().await.ok()),
            Self::Intake => INTAKE.set(load_intake().await.ok()),
            Self::Steps => STEPS.set(load_steps().await.ok()),
            Self::Dialogs => DIALOGS.set(load_dialogs().await.ok()),
        }
        self.is_there()
    }
}

#[wasm_split(planner, fallible)]
fn load_planner() -> Result<&'static Planner, SplitLoaderError> {
    Ok(&Planner {
        edit: |history, plan, edit, today, joins| {
            let changes = edit.changes(plan, today)?;
            let name = edit.name_in(plan);
            let plan = Rc::make_mut(plan);
            if joins {
                history.join(plan, name.clone(), changes);
            } else {
                history.commit(plan, name.clone(), changes);
            }
            Ok(name)
        },
        undo: |history, plan| history.undo(Rc::make_mut(plan)),
        redo: |history, plan| history.redo(Rc::make_mut(plan)),
        check,
        example: example_plan,
        read: Plan::from_json,
        write: Plan::to_json,
        preview: |plan, edit, today| {
            let changes = edit.changes(plan, today)?;
            Ok(changed_dates(plan, &changes))
        },
        begin: |plan, today| Box::new(Proposing(Proposal::new(plan, today))),
        adopt: |history, plan, groups| {
            let groups = serde_json::from_str(groups).map_err(|_| Refusal::NoChange)?;
            let changes = adopt(plan, groups);
            if changes.is_empty() {
                return Err(Refusal::NoChange);
            }
            let name = Edit::Propose.name();
            history.commit(Rc::make_mut(plan), name.clone(), changes);
            Ok(name)
        },
        file: |model| (file_name(model), model.plan.to_json_pretty()),
        refusal: |lang, refusal| lang.refusal(refusal),
        screen: |ctx| match ctx.model.page {
            // Screens of other parts.
            Page::Start | Page::Intake | Page::Steps => Html::default(),
            Page::Groups => html! { <Groups ctx={ctx.clone()} /> },
            Page::Roster => html! { <Roster ctx={ctx.clone()} /> },
            Page::Team => html! { <Team ctx={ctx.clone()} /> },
            Page::Replan => html! { <Replan ctx={ctx.clone()} /> },
            Page::Problems => html! { <Problems ctx={ctx.clone()} /> },
        },
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
