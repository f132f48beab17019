//! The plan document itself: locations, enrolments and groups with their dated bijeenkomsten. The people,
//! rooms and lines are in `team`.
//! Every collection is ordered by its key, so that one plan has one way to be written.

use super::assurance::Assurance;
use super::file::{Version, keyed};
use super::ids::{EnrolmentCode, GroupId, Language, LocationId, PersonId};
use super::records::Records;
use super::recruitment::{IntakeStatus, Recruitment, Route};
use super::session::{Session, Standing, Status};
use super::settings::Settings;
use super::team::{Line, LineChoice, Person, Room};
use crate::calendar::{ClockTime, Date, HalfDay, HalfDaySet, Region};
use crate::care::{BirthWindow, Dose, Scheme, SessionNumber, SessionTemplate};
use crate::steps::StepPlan;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// A plan: everything that is stored.
///
/// Holds no name, address or number of a person: families have a code of the organisation, nothing else.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Plan {
    /// Always `centering-plan`.
    #[cfg_attr(feature = "schema", schemars(extend("const" = Self::FORMAT)))]
    pub format: String,
    /// The version of the format that wrote the plan. A newer major version is refused.
    pub version: Version,
    /// What the user calls the plan.
    #[serde(default)]
    pub title: String,
    /// Whether this is the example plan that comes with the planner.
    #[serde(default, skip_serializing_if = "is_false")]
    pub example: bool,
    /// The day to take as today, for examples and scripts; ordinary plans leave it out. Days before it are never
    /// chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub today: Option<Date>,
    /// The choices of the organisation; what is absent has its default.
    #[serde(default)]
    pub settings: Settings,
    /// The organisation's own template; absent when the proposal of the planner is used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub template: Option<SessionTemplate>,
    /// Where groups meet, each id once.
    #[serde(default)]
    pub locations: Records<Location>,
    /// The families that enrolled, each code once.
    #[serde(default)]
    pub enrolments: Records<Enrolment>,
    /// The groups, each id once.
    #[serde(default)]
    pub groups: Records<Group>,
    /// The rooms of the locations, each id once. Since 1.1.
    #[serde(default, skip_serializing_if = "Records::is_empty")]
    pub rooms: Records<Room>,
    /// The people of the team, by alias, each id once. Since 1.1.
    #[serde(default, skip_serializing_if = "Records::is_empty")]
    pub people: Records<Person>,
    /// The weekly lines (vaste dagdelen), each id once. Since 1.1.
    #[serde(default, skip_serializing_if = "Records::is_empty")]
    pub lines: Records<Line>,
    /// What the locations expect and whom they approached (werving), each location once. Since 1.1.
    #[serde(default, skip_serializing_if = "Records::is_empty")]
    pub recruitment: Records<Recruitment>,
    /// The step plan of the introduction (stappenplan); absent until the organisation starts one.
    /// Since 1.1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub steps: Option<StepPlan>,
    /// What is kept about borging: measurements, answers, changed limits, history and checklists. Since 1.1.
    #[serde(default, skip_serializing_if = "Assurance::is_empty")]
    pub assurance: Assurance,
    /// Fields of a newer minor version, kept as they were read.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

pub(super) fn is_false(value: &bool) -> bool {
    !value
}

/// A consultatiebureau or another place where groups meet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Location {
    /// Its id in the plan.
    pub id: LocationId,
    /// What the organisation calls it.
    pub name: String,
    /// The first part of the codes of its groups, such as `NRD`.
    pub prefix: String,
    /// Its street, number and town in one line, for the parents; empty where it is not known. Since 1.1.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub address: String,
    /// The region of its school holidays, where it differs from that of the plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<Region>,
    /// When a bijeenkomst starts, for the half-days where it is not 9.30 or 13.30.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(
        feature = "schema",
        schemars(with = "crate::schema::Named<HalfDay, ClockTime>")
    )]
    pub start_times: BTreeMap<HalfDay, ClockTime>,
    /// Fields of a newer minor version, kept as they were read.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Location {
    /// A location of which no more is known than its name and how the codes of its groups start.
    pub fn new(id: LocationId, name: &str, prefix: String) -> Self {
        Self {
            id,
            name: name.to_owned(),
            prefix,
            address: String::new(),
            region: None,
            start_times: BTreeMap::new(),
            extra: Map::new(),
        }
    }

    /// When a bijeenkomst on this half-day starts.
    pub fn start(&self, half_day: HalfDay) -> ClockTime {
        self.start_times
            .get(&half_day)
            .copied()
            .unwrap_or_else(|| half_day.default_start())
    }
}

/// A family that signed up for a group. Twins are one enrolment with two children.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Enrolment {
    /// The organisation's own code; no name.
    pub code: EnrolmentCode,
    /// The birth date, or the due date while `provisional`.
    pub birth: Date,
    /// Whether `birth` is a due date that has not been replaced by the birth date yet (voorlopig).
    #[serde(default, skip_serializing_if = "is_false")]
    pub provisional: bool,
    /// The number of children, 1 to 9; more than one for twins, and one where it is absent.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub children: u8,
    /// Where the family goes.
    pub location: LocationId,
    /// The half-days on which the family can come; empty when it named none.
    #[serde(default, skip_serializing_if = "HalfDaySet::is_empty")]
    pub half_days: HalfDaySet,
    /// The language of the family.
    #[serde(default)]
    pub language: Language,
    /// Where the enrolment stands; registered where it is absent. Since 1.1.
    #[serde(default, skip_serializing_if = "IntakeStatus::is_usual")]
    pub status: IntakeStatus,
    /// Along which route the family came, where that is known. Since 1.1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub route: Option<Route>,
    /// Fields of a newer minor version, kept as they were read.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Enrolment {
    /// A family of which no more is known: registered, with one child, and any half-day will do.
    pub fn new(code: EnrolmentCode, birth: Date, location: LocationId) -> Self {
        Self {
            code,
            birth,
            provisional: false,
            children: 1,
            location,
            half_days: HalfDaySet::default(),
            language: Language::default(),
            status: IntakeStatus::default(),
            route: None,
            extra: Map::new(),
        }
    }
}

fn one() -> u8 {
    1
}

fn is_one(children: &u8) -> bool {
    *children == 1
}

/// Births of which only the window is kept: families that are in the group without an enrolment, for
/// example after their birth dates were removed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KnownBirths {
    /// Oldest and youngest birth date.
    #[serde(flatten)]
    pub window: BirthWindow,
    /// How many families they are.
    pub families: u8,
    /// How many children they are.
    pub children: u8,
    /// Fields of a newer minor version, kept as they were read.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The fixed half-day of a group, and who chose it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum HalfDayChoice {
    /// The planner chose it and may choose another one.
    Planner(HalfDay),
    /// The user set it; it stays.
    User(HalfDay),
}

impl HalfDayChoice {
    /// The half-day itself.
    pub fn half_day(self) -> HalfDay {
        match self {
            Self::Planner(half_day) | Self::User(half_day) => half_day,
        }
    }
}

/// A fixed group of families (oudergroep).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Group {
    /// Its code.
    pub id: GroupId,
    /// Where it meets.
    pub location: LocationId,
    /// Its language.
    #[serde(default)]
    pub language: Language,
    /// The families in it, by the code of their enrolment.
    #[serde(default)]
    pub members: BTreeSet<EnrolmentCode>,
    /// Families in it of whom only the birth window is kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known_births: Option<KnownBirths>,
    /// The fixed half-day; absent until the group has been planned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub half_day: Option<HalfDayChoice>,
    /// The line on which it meets; absent where the location has none, and until it has been planned.
    /// Since 1.1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<LineChoice>,
    /// Whether the group stays as it is when the planner makes a new proposal (vastgezet).
    #[serde(default, skip_serializing_if = "is_false")]
    pub pinned: bool,
    /// The day from which the group does not meet any more (gestopt); absent as long as it goes on. What took
    /// place stays. Since 1.1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stopped: Option<Date>,
    /// How many of its children follow each scheme of the DKTP vaccination: counts, never which child.
    /// Since 1.1.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(
        feature = "schema",
        schemars(with = "crate::schema::Named<Scheme, u8>")
    )]
    pub schemes: BTreeMap<Scheme, u8>,
    /// The vaccinations of bijeenkomsten that its children missed and that somebody saw to since. Since 1.2.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub caught_up: BTreeSet<Dose>,
    /// Its bijeenkomsten, each number once.
    #[serde(default, with = "keyed")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<Session>"))]
    pub sessions: BTreeMap<SessionNumber, Session>,
    /// Fields of a newer minor version, kept as they were read.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Group {
    /// Whether it has days to come that the parents do not know as they are now. Without a day of [today](crate#today) every day is
    /// to come.
    pub fn has_drafts(&self, today: Option<Date>) -> bool {
        self.sessions.values().any(|session| {
            let standing = session.standing(today);
            matches!(standing, Standing::Draft | Standing::Changed)
        })
    }

    /// A group of these families without half-day and days.
    pub fn new(
        id: GroupId,
        location: LocationId,
        language: Language,
        members: BTreeSet<EnrolmentCode>,
    ) -> Self {
        Self {
            id,
            location,
            language,
            members,
            known_births: None,
            half_day: None,
            line: None,
            pinned: false,
            stopped: None,
            schemes: BTreeMap::new(),
            caught_up: BTreeSet::new(),
            sessions: BTreeMap::new(),
            extra: Map::new(),
        }
    }

    /// Whether a bijeenkomst does not take place because the group had stopped by then; `None` is one that was never planned.
    pub fn lost_by_stopping(&self, session: Option<&Session>) -> bool {
        let held = session.filter(|session| session.status == Status::Held);
        let day = session.and_then(|session| session.date);
        let is_behind = |from: Date| held.is_none() && day.is_none_or(|day| from <= day);
        self.stopped.is_some_and(is_behind)
    }

    /// Its bijeenkomsten that are [still to come](Session::is_to_come): none that it lost by stopping.
    pub fn to_come(&self, today: Option<Date>) -> impl Iterator<Item = &Session> {
        let sessions = self.sessions.values();
        let coming = sessions.filter(move |session| session.is_to_come(today));
        coming.filter(|session| !self.lost_by_stopping(Some(session)))
    }

    /// The group as it is once it does not meet any more from this day on: what was still to come is cancelled.
    /// Stopping is not deleting: its families and what took place stay.
    pub fn stopping(&self, from: Date) -> Self {
        let mut group = self.clone();
        for session in group.sessions.values_mut() {
            let is_over = session.date.is_some_and(|date| date < from);
            if !is_over && matches!(session.status, Status::Draft | Status::Shared) {
                session.status = Status::Cancelled;
            }
        }
        group.stopped = Some(from);
        group.pinned = true;
        group
    }
}

impl Default for Plan {
    fn default() -> Self {
        Self::empty()
    }
}

impl Plan {
    /// The name of the format in every stored plan.
    pub const FORMAT: &'static str = "centering-plan";

    /// A plan without any enrolment or group.
    pub fn empty() -> Self {
        Self {
            format: Self::FORMAT.to_owned(),
            version: Version::FIRST,
            title: String::new(),
            example: false,
            today: None,
            settings: Settings::default(),
            template: None,
            locations: Records::new(),
            enrolments: Records::new(),
            groups: Records::new(),
            rooms: Records::new(),
            people: Records::new(),
            lines: Records::new(),
            recruitment: Records::new(),
            steps: None,
            assurance: Assurance::default(),
            extra: Map::new(),
        }
    }

    /// The template of the plan: the organisation's own, or the planner's proposal.
    pub fn template(&self) -> &SessionTemplate {
        self.template
            .as_ref()
            .unwrap_or_else(|| SessionTemplate::proposal())
    }

    /// What the organisation calls a location; of one that the plan does not have the id.
    pub fn location_name<'a>(&'a self, id: &'a LocationId) -> &'a str {
        let known = self.locations.get(id);
        known.map_or(id.as_str(), |location| &location.name)
    }

    /// What the team calls a person; of one that the plan does not have the id.
    pub fn person_name<'a>(&'a self, id: &'a PersonId) -> &'a str {
        let known = self.people.get(id);
        known.map_or(id.as_str(), |person| person.alias.as_str())
    }

    /// The region of the school holidays of a location.
    pub fn region(&self, location: &LocationId) -> Region {
        self.locations
            .get(location)
            .and_then(|location| location.region)
            .unwrap_or(self.settings.region)
    }

    /// The enrolments of a group that the plan holds, in order of code.
    pub fn members<'a>(&'a self, group: &'a Group) -> impl Iterator<Item = &'a Enrolment> {
        group
            .members
            .iter()
            .filter_map(|code| self.enrolments.get(code))
    }

    /// The oldest and youngest birth date of a group; `None` for a group without families.
    pub fn births(&self, group: &Group) -> Option<BirthWindow> {
        let known = group
            .known_births
            .iter()
            .flat_map(|known| [known.window.oldest(), known.window.youngest()]);
        BirthWindow::around(self.members(group).map(|member| member.birth).chain(known))
    }

    /// The number of families in a group.
    pub fn families(&self, group: &Group) -> usize {
        group.members.len()
            + group
                .known_births
                .as_ref()
                .map_or(0, |known| usize::from(known.families))
    }

    /// The number of children in a group, twins counted as two.
    pub fn children(&self, group: &Group) -> usize {
        self.members(group)
            .map(|member| usize::from(member.children))
            .sum::<usize>()
            + group
                .known_births
                .as_ref()
                .map_or(0, |known| usize::from(known.children))
    }

    /// The group of an enrolment, if it has one.
    pub fn group_of(&self, code: &EnrolmentCode) -> Option<&Group> {
        self.groups
            .values()
            .find(|group| group.members.contains(code))
    }

    /// The enrolments that are in no group and want one, in order of code.
    pub fn unplaced(&self) -> impl Iterator<Item = &Enrolment> {
        let placed: BTreeSet<&EnrolmentCode> = self
            .groups
            .values()
            .flat_map(|group| &group.members)
            .collect();
        self.enrolments.values().filter(move |enrolment| {
            enrolment.status.wants_group() && !placed.contains(&enrolment.code)
        })
    }
}
