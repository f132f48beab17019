//! What the screens show: the plan, what is selected, which dialog is open, and how saving stands.

use super::{Drafts, Page, Part};
use crate::place::Damaged;
use crate::slices::Sight;
use centering_core::calendar::{ClockTime, Date, DateRange, HalfDay};
use centering_core::care::SessionNumber;
use centering_core::edit::EditName;
use centering_core::plan::{
    EnrolmentCode, Group, GroupId, LineId, LocationId, PersonId, Plan, RoomId,
};
use centering_core::problem::{Place, Problem, Problems, Severity};
use centering_core::steps::{Step, StepId};
use centering_words::Lang;
use std::collections::BTreeSet;
use std::rc::Rc;

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
    /// What the parents of a group are told.
    Invitation(GroupId),
    /// Merge a group into another one.
    Merge(GroupId),
    /// Move some families of a group to a new one.
    Split(GroupId),
    /// Change a person of the team, or add one.
    Person(Option<PersonId>),
    /// Paste a team from Excel.
    TeamList,
    /// Paste groups that run already, with their days.
    GroupList,
    /// Say when a bijeenkomst of a group was, or all of them.
    Held(GroupId, Option<SessionNumber>),
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
    /// Find a group, a family, somebody of the team or a step.
    Search,
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

impl Dialog {
    /// The part of the program that draws it.
    pub fn part(&self) -> Part {
        match self {
            Self::Import(_) | Self::TakeOver | Self::TeamList | Self::GroupList => Part::Lists,
            Self::Merge(_) | Self::Split(_) | Self::Step(_) | Self::Template => Part::Rare,
            _ => Part::Dialogs,
        }
    }
}

/// A short message at the bottom of the screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// An edit was made; it can be undone from here.
    Done(Rc<EditName>),
    /// An edit was undone.
    Undone(Rc<EditName>),
    /// An undone edit was made again.
    Redone(Rc<EditName>),
    /// An edit was refused; the reason in words.
    Refused(String),
    /// Another tab changed the plan, and this one, in which nothing was done, shows what it is now.
    Followed,
    /// A file was not a plan that can be read; the reason in words.
    Unreadable(String),
    /// A file was offered to save.
    FileSaved(String),
    /// The plan was kept as the variant at this place.
    VariantKept(usize),
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

/// Everything the screens show. Cheap to copy; a new one is made by every action.
#[derive(Clone)]
pub struct Model {
    pub plan: Rc<Plan>,
    /// The problems of the plan; none before it was checked, which says nothing: see [`Model::found`].
    pub problems: Rc<Problems>,
    /// Whether the plan was checked as it is now.
    pub is_checked: bool,
    /// The day the plan counts from: its own for the example, otherwise that of the page or browser.
    pub today: Option<Date>,
    pub lang: Lang,
    pub theme: Theme,
    pub page: Page,
    /// The screen before this one, where the address of the page does not remember it.
    pub back: Option<Page>,
    pub roster_view: RosterView,
    pub selection: Selection,
    /// The location that screens show alone; see [`Model::shown_location`].
    pub location: Option<LocationId>,
    /// Plans that are kept beside this one.
    pub variants: Rc<Vec<Rc<Plan>>>,
    /// Whether the browser has no room for them.
    pub variants_in_memory: bool,
    pub problem_filter: Rc<ProblemFilter>,
    /// The marks of the problems that are new since the day before.
    pub news: Rc<BTreeSet<u32>>,
    /// Whose absence the re-planning is about to answer.
    pub away: Option<(PersonId, DateRange)>,
    /// The dialogs that are open, each over the one before it.
    pub dialogs: Vec<Dialog>,
    pub notice: Option<Notice>,
    /// Counts the messages: one that says the same as the one before is told as well.
    pub told: u32,
    pub save: SaveState,
    /// Stored texts that could not be read; each stays until the user lets it go.
    pub damaged: Rc<[Damaged]>,
    pub loading: Loading,
    /// How far long work is, once it is worth showing.
    pub work: Option<Sight>,
    pub undo: Option<Rc<EditName>>,
    pub redo: Option<Rc<EditName>>,
    /// What was typed and cannot be stored, of fields that are not drawn.
    pub drafts: Drafts,
}

impl Model {
    /// Whether a day is before today: nothing can be planned on it.
    pub fn is_past(&self, day: Date) -> bool {
        self.today.is_some_and(|today| day < today)
    }

    /// Whether the plan holds nothing yet.
    pub fn is_empty(&self) -> bool {
        let plan = &self.plan;
        !self.has_families()
            && plan.people.is_empty()
            && plan.rooms.is_empty()
            && plan.steps.is_none()
            && plan.assurance.is_empty()
    }

    /// Whether the plan holds work that is stored nowhere and will not be by itself.
    pub fn is_unsaved(&self) -> bool {
        let is_stored = matches!(
            self.save,
            SaveState::Nothing | SaveState::Saved(_) | SaveState::Waiting
        );
        !is_stored && !self.is_empty()
    }

    /// Whether a dialog is open that this part draws.
    pub fn has_dialog(&self, part: Part) -> bool {
        self.dialogs.iter().any(|dialog| dialog.part() == part)
    }

    /// Whether the plan holds families or groups.
    pub fn has_families(&self) -> bool {
        !self.plan.enrolments.is_empty() || !self.plan.groups.is_empty()
    }

    /// The location that is shown alone, as long as the screen has it: one that an edit emptied does not hide the
    /// others.
    pub fn shown_location(&self, has: impl Fn(&LocationId) -> bool) -> Option<&LocationId> {
        self.location.as_ref().filter(|id| has(id))
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

/// A file that was read, as it is: what its bytes say is known to who reads lists.
#[derive(Clone, Debug, PartialEq)]
pub struct ListFile {
    pub name: String,
    pub bytes: Rc<[u8]>,
}
