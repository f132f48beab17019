//! The parts of the program that are loaded after the start screen: opening plans, the screens, the planner, and the
//! dialogs. The build cuts the program at the functions that carry `wasm_split`; what
//! only they reach lands in wasm files of its own. So nothing else may name a screen, a dialog, or a function of core that
//! plans, checks, reads or writes: it would move into the first load. And what the first screen of a plan does not
//! need, the parts `files` and `today` reach only through the tables of others: they are what a visitor waits for.

use crate::pages::{
    Assurance, DragBar, GroupInspector, Groups, Intake, Problems, Replan, Roster, Steps, Team,
    Today, dialogs, list_dialogs, rare_dialogs, stored_notes as draw_stored_notes,
};
use crate::parts::{ChoiceKeeper, FocusKeeper, ProblemNotes};
use crate::slices::Slices;
use crate::state::{
    Draw, Export, Files, Page, Part, Planner, bring_files, bring_planner, bring_screen,
};
use crate::store::{ready_example, seen};
use centering_core::cohort::{HalfDayPrice, HalfDayPricing, Proposal, Proposed, adopt};
use centering_core::edit::{Edit, EditName, GroupEdited, History, Refusal};
use centering_core::insight::{marks, resilience};
use centering_core::plan::{Plan, changed_dates};
use centering_core::problem::Problems as Found;
use centering_core::remedy::{left, merges};
use centering_core::schedule::Progress;
use std::rc::Rc;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::prelude::*;

impl Part {
    /// Loads the part unless it is there; says whether it is there now. A part that failed can be tried
    /// again.
    pub async fn load(self) -> bool {
        if self.is_there() {
            return true;
        }
        // An attempt that fails late does not take away what another one brought.
        match self {
            Self::Files => {
                if let Ok(files) = load_files().await {
                    bring_files(files);
                }
            }
            Self::Planner => {
                if let Ok(planner) = load_planner().await {
                    bring_planner(planner);
                    bring_screen(self, planner.problems);
                }
            }
            part => {
                if let Some(draw) = load_screen(part).await {
                    bring_screen(part, draw);
                }
            }
        }
        self.is_there()
    }
}

#[wasm_split(files, fallible)]
fn load_files() -> Result<&'static Files, SplitLoaderError> {
    Ok(&Files {
        read: Plan::from_json,
        example: ready_example,
        open: |history, plan, other| {
            if *other == **plan {
                return None;
            }
            let before = std::mem::replace(plan, other);
            history.opened(Box::new(Rc::unwrap_or_clone(before)));
            history.next_undo().cloned()
        },
        next: |history| {
            [history.next_undo(), history.next_redo()].map(|name| Some(Rc::new(name?.clone())))
        },
        edit_name: |lang, name| lang.edit_name(name),
        notice: |lang, notice| notice.words(lang),
        read_error: |lang, error| lang.read_error(error),
        stored_notes: draw_stored_notes,
    })
}

#[wasm_split(planner, fallible)]
fn load_planner() -> Result<&'static Planner, SplitLoaderError> {
    Ok(&Planner {
        edit: |history, plan, edits, today| {
            let (name, changes) = Edit::together(edits, plan, today)?;
            history.commit(Rc::make_mut(plan), name.clone(), changes);
            Ok(name)
        },
        undo: |history, plan| history.undo(Rc::make_mut(plan)),
        redo: |history, plan| history.redo(Rc::make_mut(plan)),
        check: Found::of,
        seen: |known, day, found| seen(known, day, &marks(found)),
        problem_title: |lang, plan, problem| lang.problem_title(plan, problem),
        check_again: Found::after,
        preview: |plan, edits, today| {
            let (_, changes) = Edit::together(edits, plan, today)?;
            Ok(changed_dates(plan, &changes))
        },
        merges: |plan, id, today| {
            let group = plan.groups.get(id);
            group.map_or_else(Vec::new, |group| merges(plan, group, today))
        },
        left,
        remedy: |lang, plan, remedy| lang.remedy(plan, remedy),
        after: |plan, edit, today| {
            let changes = edit.changes(plan, today).ok()?;
            let mut draft = plan.clone();
            draft.apply_all(changes);
            Some(draft)
        },
        resilience,
        begin: |plan, today| Box::new(Proposing(Proposal::new(plan, today))),
        write_proposed: |groups| serde_json::to_string(groups).unwrap_or_default(),
        read_proposed: |text| serde_json::from_str(text).ok(),
        adopt: |history, plan, groups, joins| {
            let changes = adopt(plan, groups);
            if changes.is_empty() {
                return Err(Refusal::NoChange);
            }
            let name = EditName::from(GroupEdited::Propose);
            let plan = Rc::make_mut(plan);
            if joins {
                history.join(plan, name.clone(), changes);
            } else {
                history.commit(plan, name.clone(), changes);
            }
            Ok(name)
        },
        price: |plan, today| Some(Box::new(Pricing(HalfDayPricing::new(plan, today)?))),
        write: Plan::to_json,
        newest: History::newest,
        history: History::from_newest,
        export: Export::make,
        refusal: |lang, plan, refusal| lang.refusal(plan, refusal),
        notes: |ctx, problems| html! { <ProblemNotes ctx={ctx.clone()} {problems} /> },
        group: |ctx, id| html! { <GroupInspector ctx={ctx.clone()} {id} /> },
        drag: |ctx, drag| html! { <DragBar ctx={ctx.clone()} drag={drag.clone()} /> },
        problems: |ctx| html! { <Problems ctx={ctx.clone()} /> },
        attend: |root| {
            let above = root.get_root_node();
            Box::new((FocusKeeper::new(root), ChoiceKeeper::new(&above)))
        },
    })
}

/// The parts that only draw: each is cut off by a function of its own.
macro_rules! screens {
    ($($part:ident: $load:ident($file:ident), $draw:expr;)+) => {
        /// Loads a part that only draws.
        async fn load_screen(part: Part) -> Option<Draw> {
            match part {
                $(Part::$part => $load().await.ok(),)+
                Part::Files | Part::Planner => None,
            }
        }

        $(#[wasm_split($file, fallible)]
        fn $load() -> Result<Draw, SplitLoaderError> {
            Ok($draw)
        })+
    };
}

screens! {
    Today: load_today(today), |ctx| html! { <Today ctx={ctx.clone()} /> };
    Groups: load_groups(groups), |ctx| html! { <Groups ctx={ctx.clone()} /> };
    Roster: load_roster(roster), |ctx| html! { <Roster ctx={ctx.clone()} /> };
    Team: load_team(team), |ctx| match ctx.model.page {
        Page::Replan => html! { <Replan ctx={ctx.clone()} /> },
        _ => html! { <Team ctx={ctx.clone()} /> },
    };
    Intake: load_intake(intake), |ctx| html! { <Intake ctx={ctx.clone()} /> };
    Steps: load_steps(steps), |ctx| html! { <Steps ctx={ctx.clone()} /> };
    Assurance: load_assurance(assurance), |ctx| html! { <Assurance ctx={ctx.clone()} /> };
    Dialogs: load_dialogs(dialogs), dialogs;
    Lists: load_lists(lists), list_dialogs;
    Rare: load_rare(rare), rare_dialogs;
}

/// A proposal as work in slices.
struct Proposing(Proposal);

impl Slices<Proposed> for Proposing {
    fn advance(&mut self, iterations: u64) -> Progress {
        self.0.advance(iterations)
    }

    fn finish(self: Box<Self>) -> Proposed {
        self.0.stopped()
    }
}

/// The price of hard half-days as work in slices.
struct Pricing(HalfDayPricing);

impl Slices<HalfDayPrice> for Pricing {
    fn advance(&mut self, iterations: u64) -> Progress {
        self.0.advance(iterations)
    }

    fn finish(mut self: Box<Self>) -> HalfDayPrice {
        self.0.price()
    }
}
