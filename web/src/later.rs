//! The parts of the program that are loaded after the start screen: the planner with its screens, the intake, the
//! step plan, borging, and the dialogs. The build cuts the program at the functions that carry `wasm_split`; what
//! only they reach lands in wasm files of its own. So nothing else may name a screen, a dialog, or a function of core that
//! plans, checks, reads or writes: it would move into the first load.

use crate::pages::{Assurance, Dialogs, Groups, Intake, Problems, Replan, Roster, Steps, Team};
use crate::store::{Ctx, Desk, Model, Page, example_plan};
use crate::text::Lang;
use crate::work::Slices;
use centering_core::calendar::Date;
use centering_core::cohort::{HalfDayPricing, Proposal, adopt};
use centering_core::insight::{Resilience, resilience};
use centering_core::plan::{DateChange, Edit, EditName, Plan, ReadError, Refusal, changed_dates};
use centering_core::problem::{Problems as Found, Touched};
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
    Assurance,
    Dialogs,
}

/// Draws something once its part is there.
type Draw = fn(&Ctx) -> Html;

/// Everything that plans, and the screens that show a plan.
pub struct Planner {
    pub edit: MakeEdit,
    pub undo: Cross,
    pub redo: Cross,
    pub check: fn(&Plan, Option<Date>) -> Found,
    /// The problems after a change, from those before it.
    pub check_again: fn(&Found, &Plan, Option<Date>, &Touched) -> Found,
    /// The example plan; the text is its name in the language of the user.
    pub example: fn(&str) -> Plan,
    pub read: fn(&str) -> Result<Plan, ReadError>,
    pub write: fn(&Plan) -> String,
    /// The days that an edit would change.
    pub preview: Preview,
    /// Who is missed most: everybody drops out in turn.
    pub resilience: fn(&Plan, Option<Date>) -> Resilience,
    /// Begins a proposal that is made in slices.
    pub begin: fn(&Plan, Option<Date>) -> Box<dyn Slices>,
    /// Takes over the groups of a proposal, as an edit.
    /// Begins to reckon what hard half-days cost; it ends with three numbers as text: families placed with
    /// half-days as wishes, with hard ones, and at most with hard ones. `None` for sizes that cannot be planned
    /// so.
    pub price: BeginPricing,
    pub adopt: fn(&mut Desk, &mut Rc<Plan>, &str) -> Result<Made, Refusal>,
    /// Makes ready for the next edit, as far as there is time; says whether it is.
    pub prepare: Prepare,
    /// The name and the text of the file that holds the plan.
    pub file: fn(&Model) -> (String, String),
    /// Why an edit was refused, in words.
    pub refusal: fn(Lang, &Refusal) -> String,
    pub screen: Draw,
}

/// Makes an edit and remembers it in the history; the last word is whether it joins the edit before it, so
/// that one undo takes both back.
pub type MakeEdit = fn(&mut Desk, &mut Rc<Plan>, Edit, Option<Date>, bool) -> Result<Made, Refusal>;

/// An edit that was made, and what it touched.
pub type Made = (EditName, Touched);

/// The days that an edit would change, before it is made.
pub type Preview = fn(&Plan, &Edit, Option<Date>) -> Result<Vec<DateChange>, Refusal>;

/// Begins to reckon a price in slices.
pub type BeginPricing = fn(&Plan, Option<Date>) -> Option<Box<dyn Slices>>;

/// See [`Desk::prepare`].
pub type Prepare = fn(&mut Desk, &Rc<Plan>, &dyn Fn() -> bool) -> bool;

/// Goes one step back or forward in the history.
pub type Cross = fn(&mut Desk, &mut Rc<Plan>) -> Option<Made>;

thread_local! {
    // Shared by all planners of a page, as the wasm is.
    static PLANNER: Cell<Option<&'static Planner>> = const { Cell::new(None) };
    static INTAKE: Cell<Option<Draw>> = const { Cell::new(None) };
    static STEPS: Cell<Option<Draw>> = const { Cell::new(None) };
    static ASSURANCE: Cell<Option<Draw>> = const { Cell::new(None) };
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

/// Draws borging, when that part is there.
pub fn assurance() -> Option<Draw> {
    ASSURANCE.get()
}

/// Draws the open dialog, when that part is there.
pub fn dialogs() -> Option<Draw> {
    DIALOGS.get()
}

impl Part {
    pub const ALL: [Self; 5] = [
        Self::Planner,
        Self::Intake,
        Self::Steps,
        Self::Assurance,
        Self::Dialogs,
    ];

    pub fn is_there(self) -> bool {
        match self {
            Self::Planner => PLANNER.get().is_some(),
            Self::Intake => INTAKE.get().is_some(),
            Self::Steps => STEPS.get().is_some(),
            Self::Assurance => ASSURANCE.get().is_some(),
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
            Self::Assurance => ASSURANCE.set(load_assurance().await.ok()),
            Self::Dialogs => DIALOGS.set(load_dialogs().await.ok()),
        }
        self.is_there()
    }
}

#[wasm_split(planner, fallible)]
fn load_planner() -> Result<&'static Planner, SplitLoaderError> {
    Ok(&Planner {
        edit: |desk, plan, edit, today, joins| {
            let name = edit.name_in(plan);
            let changes = edit.into_changes(plan, today)?;
            let touched = desk.commit(plan, name.clone(), changes, joins);
            Ok((name, touched))
        },
        undo: Desk::undo,
        redo: Desk::redo,
        prepare: Desk::prepare,
        check: Found::of,
        check_again: Found::after,
        example: example_plan,
        read: Plan::from_json,
        write: Plan::to_json,
        preview: |plan, edit, today| {
            let changes = edit.changes(plan, today)?;
            Ok(changed_dates(plan, &changes))
        },
        resilience,
        begin: |plan, today| Box::new(Proposing(Proposal::new(plan, today))),
        adopt: |desk, plan, groups| {
            let groups = serde_json::from_str(groups).map_err(|_| Refusal::NoChange)?;
            let changes = adopt(plan, groups);
            if changes.is_empty() {
                return Err(Refusal::NoChange);
            }
            let name = Edit::Propose.name();
            let touched = desk.commit(plan, name.clone(), changes, false);
            Ok((name, touched))
        },
        price: |plan, today| Some(Box::new(Pricing(HalfDayPricing::new(plan, today)?))),
        file: |model| (file_name(model), model.plan.to_json_pretty()),
        refusal: |lang, refusal| lang.refusal(refusal),
        screen: |ctx| match ctx.model.page {
            // Screens of other parts.
            Page::Start | Page::Intake | Page::Steps | Page::Assurance => Html::default(),
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
