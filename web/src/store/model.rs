//! What the screens show: the plan, what is selected, which dialog is open, and how saving stands.

use super::drafts::{Draft, Drafts};
use super::place::Damaged;
use crate::app::Action;
use crate::later::planner;
use crate::pages::ListFile;
use crate::text::Lang;
use crate::work::Sight;
use centering_core::calendar::{ClockTime, Date, HalfDay};
use centering_core::care::SessionNumber;
use centering_core::plan::{
    Edit, EditName, EnrolmentCode, Group, GroupId, LineId, LocationId, PersonId, Plan, Refusal,
    RoomId,
};
use centering_core::problem::{Place, Problem, Problems, Severity, Touched};
use centering_core::steps::{Step, StepId};
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::Callback;

/// A screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    Start,
    /// Enrolments, expected births and recruitment (instroom).
    Intake,
    Groups,
    Roster,
    Team,
    Steps,
    /// Whether group care will last: indicators, success factors and self-study (borging).
    Assurance,
    /// What happened, and the changes that answer it.
    Replan,
    Problems,
}

impl Page {
    /// The screen with this name, as a page names it in `view`, in Dutch or English.
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "instroom" | "intake" => Self::Intake,
            "groepen" | "groups" => Self::Groups,
            "rooster" | "schedule" => Self::Roster,
            "team" => Self::Team,
            "stappenplan" | "steps" => Self::Steps,
            "borging" | "assurance" => Self::Assurance,
            "opnieuw-plannen" | "replan" => Self::Replan,
            "problemen" | "problems" => Self::Problems,
            "start" => Self::Start,
            _ => return None,
        })
    }

    /// Its Dutch name in `view`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Intake => "instroom",
            Self::Groups => "groepen",
            Self::Roster => "rooster",
            Self::Team => "team",
            Self::Steps => "stappenplan",
            Self::Assurance => "borging",
            Self::Replan => "opnieuw-plannen",
            Self::Problems => "problemen",
        }
    }
}

/// The ways to look at the roster.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RosterView {
    Year,
    Month,
    Week,
    Agenda,
    Table,
}

/// What the inspector shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selection {
    Nothing,
    Group(GroupId),
    Session(GroupId, SessionNumber),
    /// A step of the step plan.
    Step(StepId),
}

impl Selection {
    /// The group that is selected, or whose bijeenkomst is.
    pub fn group(&self) -> Option<&GroupId> {
        match self {
            Self::Nothing | Self::Step(_) => None,
            Self::Group(group) | Self::Session(group, _) => Some(group),
        }
    }

    /// The bijeenkomst that is selected.
    pub fn session(&self) -> Option<SessionNumber> {
        match self {
            Self::Session(_, number) => Some(*number),
            Self::Nothing | Self::Group(_) | Self::Step(_) => None,
        }
    }
}

/// Which problems are shown; kept while the user works on other screens.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProblemFilter {
    /// The parts of the list that are left out, by their position.
    pub hidden: BTreeSet<usize>,
    /// Only problems whose code starts with this: a rule such as `VEN-01`, or a kind of rules such as `VEN`.
    pub rule: Option<String>,
    pub place: PlaceFilter,
    /// Only problems that concern this member of the team.
    pub person: Option<PersonId>,
}

/// Problems of which group are shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum PlaceFilter {
    #[default]
    All,
    /// Problems of no group, such as those of families that wait.
    NoGroup,
    Group(GroupId),
}

/// What would take the place of the present plan.
#[derive(Clone, Debug, PartialEq)]
pub enum Replacement {
    /// A plan without families.
    New,
    /// The example.
    Example,
    /// A plan from a file.
    File(Rc<Plan>),
}

/// A dialog over the screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Dialog {
    /// Paste or open a list of enrolments, or look at one that was opened.
    Import(Option<ListFile>),
    /// Change a family, or add one.
    Family(Option<EnrolmentCode>),
    /// Change a location.
    Location(LocationId),
    /// Take a CenteringZwangerschap group over whole.
    TakeOver,
    /// Merge a group into another one.
    Merge(GroupId),
    /// Move some families of a group to a new one.
    Split(GroupId),
    /// Change a person of the team, or add one.
    Person(Option<PersonId>),
    /// Change a room, or add one.
    Room(Option<RoomId>),
    /// Change a weekly line, or add one, at a location and half-day where they are known.
    Line(Option<LineId>, Option<(LocationId, HalfDay)>),
    /// Change a step of the step plan, or add one.
    Step(Option<StepId>),
    /// Sizes, spread, region, holidays and closures.
    Settings,
    /// Change the bijeenkomst template.
    Template,
    /// Give the plan a name.
    Rename,
    /// Shortcuts and how the planner works.
    Help,
    /// Where data lives.
    Privacy,
    /// Ask before another plan takes the place of this one.
    Replace(Replacement),
    /// How far long work is.
    Working,
    /// Ask before everything is removed from this browser.
    Erase,
}

/// A short message at the bottom of the screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// An edit was made; it can be undone from here.
    Done(EditName),
    /// An edit was undone.
    Undone(EditName),
    /// An undone edit was made again.
    Redone(EditName),
    /// An edit was refused; the reason in words.
    Refused(String),
    /// A file was not a plan that can be read; the reason in words.
    Unreadable(String),
    /// A file was offered to save.
    FileSaved(String),
    /// The variant at this place was removed; it can be brought back from here.
    VariantRemoved(usize),
    /// There is no place for another variant.
    VariantsFull,
    /// Another tab changed the variants; they were read anew, and nothing else happened.
    VariantsChanged,
    /// The stored variants are of a newer planner; they are left alone.
    VariantsNewer,
}

/// How saving in the browser stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// There is nothing to save yet.
    Nothing,
    /// An edit waits to be saved.
    Waiting,
    /// Saved at this time.
    Saved(Option<ClockTime>),
    /// The browser has no room left.
    Full,
    /// The browser forbids saving.
    Forbidden,
    /// Another tab or window changed what is stored; ours is not saved over it.
    OtherTab(Other),
    /// The stored plan is of a newer version of the planner; it is left alone.
    Newer,
    /// What is stored is damaged, and there is no room to set it aside; ours is not saved over it.
    Damaged,
}

/// What another tab made of the stored plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Other {
    Changed,
    /// It is gone.
    Erased,
    /// It cannot be read.
    Damaged,
}

/// Whether a part of the program that the user waits for is on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loading {
    /// The user waits for nothing.
    No,
    /// It is on its way.
    Busy,
    /// It could not be loaded; the user can try again.
    Failed,
}

/// Light, dark, or as the device is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    Auto,
    Light,
    Dark,
}

impl Theme {
    pub fn from_name(name: &str) -> Self {
        match name {
            "light" => Self::Light,
            "dark" => Self::Dark,
            _ => Self::Auto,
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// The last change of the plan.
#[derive(Clone)]
pub struct LastChange {
    pub touched: Rc<Touched>,
    /// The problems as they were before it.
    pub before: Rc<Problems>,
}

/// Everything the screens show. Cheap to copy; a new one is made by every action.
#[derive(Clone)]
pub struct Model {
    pub plan: Rc<Plan>,
    /// The problems of the plan; none before it was checked, which says nothing: see [`Model::found`].
    pub problems: Rc<Problems>,
    /// Whether the plan was checked as it is now.
    pub is_checked: bool,
    /// What the last change of the plan touched, and the problems before it: screens that know these need not
    /// look at the rest again.
    pub last: Option<LastChange>,
    /// The day the plan counts from: its own for the example, otherwise that of the page or browser.
    pub today: Option<Date>,
    pub lang: Lang,
    pub theme: Theme,
    pub page: Page,
    pub roster_view: RosterView,
    pub selection: Selection,
    /// Plans that are kept beside this one.
    pub variants: Rc<Vec<Rc<Plan>>>,
    /// Whether the browser has no room for them.
    pub variants_in_memory: bool,
    pub problem_filter: Rc<ProblemFilter>,
    pub dialog: Option<Dialog>,
    pub notice: Option<Notice>,
    pub save: SaveState,
    /// Stored texts that could not be read; each stays until the user lets it go.
    pub damaged: Rc<[Damaged]>,
    pub loading: Loading,
    /// How far long work is, once it is worth showing.
    pub work: Option<Sight>,
    pub undo: Option<EditName>,
    pub redo: Option<EditName>,
    /// What was typed and cannot be stored, of fields that are not drawn.
    pub drafts: Drafts,
}

impl Model {
    /// Whether the plan holds nothing yet.
    pub fn is_empty(&self) -> bool {
        let plan = &self.plan;
        !self.has_families()
            && plan.people.is_empty()
            && plan.rooms.is_empty()
            && plan.steps.is_none()
            && plan.assurance.is_empty()
    }

    /// Whether the plan holds families or groups.
    pub fn has_families(&self) -> bool {
        !self.plan.enrolments.is_empty() || !self.plan.groups.is_empty()
    }

    /// The selected group, if the plan has it.
    pub fn selected_group(&self) -> Option<&Group> {
        self.plan.groups.get(self.selection.group()?)
    }

    /// The selected step, if the plan has it.
    pub fn selected_step(&self) -> Option<&Step> {
        match (&self.selection, &self.plan.steps) {
            (Selection::Step(id), Some(steps)) => steps.steps.get(id),
            _ => None,
        }
    }

    /// The problems of the plan, once it was checked.
    pub fn found(&self) -> Option<&Rc<Problems>> {
        self.is_checked.then_some(&self.problems)
    }

    /// The problems of a group and its bijeenkomsten, in the order of the list.
    pub fn problems_of<'a>(&'a self, group: &'a GroupId) -> impl Iterator<Item = &'a Problem> {
        self.problems.of_group(group)
    }

    /// The problems of one bijeenkomst.
    pub fn problems_of_session<'a>(
        &'a self,
        group: &'a GroupId,
        number: SessionNumber,
    ) -> impl Iterator<Item = &'a Problem> {
        self.problems.of_group(group).filter(
            move |problem| matches!(&problem.place, Place::Session(_, session) if *session == number),
        )
    }

    /// How many problems there are of at least this severity and below the next one: errors, and warnings
    /// with strong warnings.
    pub fn counts(&self) -> (usize, usize) {
        let count = |severity| self.problems.count_of(severity);
        (
            count(Severity::Error),
            count(Severity::Strong) + count(Severity::Warning),
        )
    }
}

/// The edits that are made at once, and whether a proposal follows, which is made in slices.
pub fn without_proposal(edits: &[Edit]) -> (&[Edit], bool) {
    match edits {
        [now @ .., Edit::Propose] => (now, true),
        now => (now, false),
    }
}

/// What every screen gets: the model to show and the way to act.
#[derive(Clone)]
pub struct Ctx {
    pub model: Rc<Model>,
    pub act: Callback<Action>,
}

impl Ctx {
    /// Does one thing.
    pub fn act(&self, action: Action) {
        self.act.emit(action);
    }

    /// Puts another plan in place, after a question when the present one holds anything.
    pub fn replace(&self, replacement: Replacement) -> Action {
        Self::replacing(self.model.is_empty(), replacement)
    }

    /// The same where it is known whether the present plan holds anything.
    pub fn replacing(is_empty: bool, replacement: Replacement) -> Action {
        if is_empty {
            Action::Replace(replacement)
        } else {
            Action::Open(Dialog::Replace(replacement))
        }
    }

    /// Makes an edit from a dialog and closes it. Where the edit is refused the dialog stays with what was
    /// typed, and the reason is given.
    pub fn edit_and_close(&self, edit: Edit) -> Result<(), String> {
        self.edits_and_close(vec![edit])
    }

    /// The same with several edits that are made together, and a proposal behind them where one is asked for.
    pub fn edits_and_close(&self, edits: Vec<Edit>) -> Result<(), String> {
        self.edits_from_dialog(edits, true)
    }

    /// Makes an edit from a dialog that lies over another one, which stays open.
    pub fn edit_from_dialog(&self, edit: Edit) -> Result<(), String> {
        self.edits_from_dialog(vec![edit], false)
    }

    fn edits_from_dialog(&self, edits: Vec<Edit>, closes: bool) -> Result<(), String> {
        let (now, has_proposal) = without_proposal(&edits);
        let changes = self.changes_by(now)? || has_proposal;
        if closes {
            self.act(Action::CloseDialog);
        }
        if changes {
            self.act(Action::edits(edits));
        }
        Ok(())
    }

    /// Whether these edits would change anything together, or why they are refused.
    pub fn changes_by(&self, edits: &[Edit]) -> Result<bool, String> {
        let preview =
            planner().map(|planner| (planner.preview)(&self.model.plan, edits, self.model.today));
        match preview {
            Some(Err(Refusal::NoChange)) => Ok(false),
            Some(Err(refusal)) => {
                let words = planner().map(|planner| (planner.refusal)(self.model.lang, &refusal));
                Err(words.unwrap_or_default())
            }
            _ => Ok(true),
        }
    }

    /// Tells that something was typed and is not stored; `what` names it for good.
    pub fn lose(&self, what: &str, label: &str, text: &str, fault: &str) {
        let draft = Draft {
            page: None,
            label: label.to_owned(),
            text: text.to_owned(),
            fault: fault.to_owned(),
        };
        self.act(Action::KeepDraft(what.to_owned(), draft));
    }

    /// A callback that does one thing, whatever the event.
    pub fn on<E: 'static>(&self, action: Action) -> Callback<E> {
        let act = self.act.clone();
        Callback::from(move |_| act.emit(action.clone()))
    }
}

impl PartialEq for Ctx {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.model, &other.model)
    }
}
