//! What the roster shows of every group, worked out once per plan. Windows, free days and problems come from
//! core; nothing here decides anything.

use crate::chart::{MarkLook, Stage};
use crate::store::Model;
use centering_core::calendar::{ClockTime, Date, DateRange, HalfDay, Region};
use centering_core::care::{SessionNumber, SessionWindow};
use centering_core::plan::{Group, GroupId, HalfDayChoice, LocationId, Session, Status};
use centering_core::problem::{Place, Problem, Severity};
use centering_core::schedule::{self, free_days, session_windows, tightest};
use std::collections::BTreeMap;
use std::rc::Rc;

/// Where the day of a bijeenkomst lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WindowState {
    NoDate,
    Preferred,
    Allowed,
    Outside,
}

/// One bijeenkomst of a group.
#[derive(Clone, Debug, PartialEq)]
pub struct SessionView {
    pub number: SessionNumber,
    pub date: Option<Date>,
    pub look: MarkLook,
    /// The worst of its problems.
    pub severity: Option<Severity>,
    pub window: SessionWindow,
    /// The number of free days; `None` for a group without a fixed half-day.
    pub free: Option<usize>,
    pub state: WindowState,
}

impl SessionView {
    /// Where its mark stands: on its day, or in its window while it has none.
    pub fn place(&self) -> Date {
        self.date.unwrap_or(self.window.ideal)
    }

    /// Whether its day can still change.
    pub fn can_move(&self) -> bool {
        !matches!(self.look.stage, Stage::Over | Stage::Cancelled)
    }

    /// Whether it is still to come with hardly a day to choose from.
    pub fn is_tight(&self) -> bool {
        self.can_move() && self.free.is_some_and(|free| free <= 1)
    }
}

/// One group.
#[derive(Clone, Debug, PartialEq)]
pub struct RowView {
    pub id: GroupId,
    pub location: LocationId,
    pub half_day: Option<HalfDay>,
    pub start: Option<ClockTime>,
    pub families: usize,
    pub tightest: Option<(SessionNumber, usize)>,
    pub sessions: Vec<SessionView>,
    /// The first bijeenkomst that is still to come.
    pub next: Option<(SessionNumber, Date)>,
}

impl RowView {
    pub fn session(&self, number: SessionNumber) -> Option<&SessionView> {
        self.sessions
            .iter()
            .find(|session| session.number == number)
    }

    /// Whether any day or window of the group lies in the range.
    pub fn is_in(&self, range: DateRange) -> bool {
        self.sessions.iter().any(|session| {
            range.contains(session.place()) || !range.and(session.window.allowed).is_empty()
        })
    }
}

/// One location with groups.
#[derive(Clone, Debug, PartialEq)]
pub struct LocationView {
    pub id: LocationId,
    pub name: String,
    pub region: Region,
    pub started: usize,
    pub preparing: usize,
}

/// Everything the roster shows.
pub struct Overview {
    /// In order of name.
    pub locations: Vec<LocationView>,
    /// In order of code.
    pub rows: Vec<Rc<RowView>>,
}

impl Overview {
    /// Looks the plan through.
    pub fn of(model: &Model) -> Self {
        let plan = &model.plan;
        let mut worst: BTreeMap<(&GroupId, SessionNumber), Severity> = BTreeMap::new();
        for problem in model.problems.iter() {
            if let Problem {
                place: Place::Session(group, number),
                severity,
                ..
            } = problem
            {
                let known = worst.entry((group, *number)).or_insert(*severity);
                *known = (*known).max(*severity);
            }
        }
        let rows: Vec<Rc<RowView>> = plan
            .groups
            .values()
            .map(|group| Rc::new(row(model, group, &worst)))
            .collect();
        let mut locations: BTreeMap<&LocationId, LocationView> = BTreeMap::new();
        for group in plan.groups.values() {
            let location = locations
                .entry(&group.location)
                .or_insert_with(|| LocationView {
                    id: group.location.clone(),
                    name: plan
                        .locations
                        .get(&group.location)
                        .map_or_else(|| group.location.to_string(), |known| known.name.clone()),
                    region: plan.region(&group.location),
                    started: 0,
                    preparing: 0,
                });
            match schedule::stage(group, model.today) {
                schedule::Stage::Preparing | schedule::Stage::Planned => location.preparing += 1,
                schedule::Stage::Started => location.started += 1,
                schedule::Stage::Finished | schedule::Stage::Stopped => {}
            }
        }
        let mut locations: Vec<LocationView> = locations.into_values().collect();
        locations.sort_by(|one, other| one.name.cmp(&other.name));
        Self { locations, rows }
    }

    pub fn row(&self, id: &GroupId) -> Option<&Rc<RowView>> {
        self.rows.iter().find(|row| row.id == *id)
    }

    pub fn location(&self, id: &LocationId) -> Option<&LocationView> {
        self.locations.iter().find(|location| location.id == *id)
    }

    /// All bijeenkomsten with their groups.
    pub fn sessions(&self) -> impl Iterator<Item = (&Rc<RowView>, &SessionView)> {
        self.rows
            .iter()
            .flat_map(|row| row.sessions.iter().map(move |session| (row, session)))
    }

    /// The first and the last year of which there is something to show.
    pub fn years(&self) -> Option<(i32, i32)> {
        let years = || self.sessions().map(|(_, session)| session.place().year());
        Some((years().min()?, years().max()?))
    }
}

fn row(
    model: &Model,
    group: &Group,
    worst: &BTreeMap<(&GroupId, SessionNumber), Severity>,
) -> RowView {
    let plan = &model.plan;
    let free: BTreeMap<SessionNumber, usize> = free_days(plan, group).into_iter().collect();
    let half_day = group.half_day.map(HalfDayChoice::half_day);
    let location = plan.locations.get(&group.location);
    let sessions: Vec<SessionView> = session_windows(plan, group)
        .into_iter()
        .map(|window| {
            let number = window.number;
            let session = group.sessions.get(&number);
            let date = session.and_then(|session| session.date);
            SessionView {
                number,
                date,
                look: look(model, number, session),
                severity: worst.get(&(&group.id, number)).copied(),
                free: free.get(&number).copied(),
                state: state(&window, date),
                window,
            }
        })
        .collect();
    let next = sessions
        .iter()
        .filter(|session| session.can_move())
        .filter_map(|session| Some((session.number, session.date?)))
        .min_by_key(|(_, date)| *date);
    RowView {
        id: group.id.clone(),
        location: group.location.clone(),
        half_day,
        start: half_day.and_then(|half_day| Some(location?.start(half_day))),
        families: plan.families(group),
        tightest: tightest(plan, group, model.today),
        sessions,
        next,
    }
}

fn look(model: &Model, number: SessionNumber, session: Option<&Session>) -> MarkLook {
    let spec = model.plan.template().session(number);
    let is_past = |date: Date| model.today.is_some_and(|today| date < today);
    let stage = match session {
        Some(session) if session.status == Status::Cancelled => Stage::Cancelled,
        Some(session) if session.status == Status::Held => Stage::Over,
        Some(Session {
            date: Some(date), ..
        }) if is_past(*date) => Stage::Over,
        Some(session) if session.date.is_none() => Stage::Missing,
        Some(session) if session.status == Status::Shared => Stage::Shared,
        Some(_) => Stage::Draft,
        None => Stage::Missing,
    };
    MarkLook {
        number: number.get(),
        stage,
        physician: spec.is_some_and(|spec| spec.physician_minutes > 0),
        vaccination: spec.is_some_and(|spec| !spec.doses.is_empty()),
        pinned: session.is_some_and(|session| session.pinned),
    }
}

fn state(window: &SessionWindow, date: Option<Date>) -> WindowState {
    match date {
        None => WindowState::NoDate,
        Some(date) if !window.allowed.contains(date) => WindowState::Outside,
        Some(date) if window.preferred.contains(date) => WindowState::Preferred,
        Some(_) => WindowState::Allowed,
    }
}
