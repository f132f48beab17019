//! What the roster shows of one group: its bijeenkomsten with their windows, free days and problems, all of which
//! come from core.

use crate::chart::{MarkLook, Stage};
use centering_core::calendar::{ClockTime, Date, DateRange, HalfDay};
use centering_core::care::{SessionNumber, SessionWindow};
use centering_core::plan::{Group, GroupId, HalfDayChoice, LocationId, Plan, Session, Status};
use centering_core::problem::{Place, Problems, Severity};
use centering_core::schedule::{free_days, session_windows, tightest};
use std::collections::{BTreeMap, BTreeSet};

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
    /// Where its bijeenkomsten lie.
    pub counts: Counts,
    /// Those with hardly a day to choose from, by their position.
    pub tight: Vec<usize>,
}

impl RowView {
    /// Works the row out.
    pub fn of(plan: &Plan, problems: &Problems, today: Option<Date>, group: &Group) -> Self {
        let mut worst: BTreeMap<SessionNumber, Severity> = BTreeMap::new();
        for problem in problems.of_group(&group.id) {
            if let Place::Session(_, number) = &problem.place {
                let known = worst.entry(*number).or_insert(problem.severity);
                *known = (*known).max(problem.severity);
            }
        }
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
                    look: look(plan, today, number, session),
                    severity: worst.get(&number).copied(),
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
        let tight = sessions.iter().enumerate();
        let tight = tight.filter(|(_, session)| session.is_tight());
        Self {
            counts: Counts::of(&sessions),
            tight: tight.map(|(position, _)| position).collect(),
            id: group.id.clone(),
            location: group.location.clone(),
            half_day,
            start: half_day.and_then(|half_day| Some(location?.start(half_day))),
            families: plan.families(group),
            tightest: tightest(plan, group, today),
            sessions,
            next,
        }
    }

    pub fn session(&self, number: SessionNumber) -> Option<&SessionView> {
        self.sessions
            .iter()
            .find(|session| session.number == number)
    }

    /// The years in which the group has a day or a window.
    pub fn years(&self) -> BTreeSet<i32> {
        let sessions = self.sessions.iter();
        let windows = sessions
            .clone()
            .filter(|one| !one.window.allowed.is_empty());
        let windows = windows.flat_map(|one| {
            let allowed = one.window.allowed;
            allowed.first.year()..=allowed.last.year()
        });
        sessions
            .map(|one| one.place().year())
            .chain(windows)
            .collect()
    }

    /// Whether any day or window of the group lies in the range.
    pub fn is_in(&self, range: DateRange) -> bool {
        self.sessions.iter().any(|session| {
            range.contains(session.place()) || !range.and(session.window.allowed).is_empty()
        })
    }
}

/// How many bijeenkomsten there are, and where they lie.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub groups: usize,
    pub sessions: usize,
    pub allowed: usize,
    pub preferred: usize,
    pub missing: usize,
}

impl Counts {
    /// Those of one group.
    fn of(sessions: &[SessionView]) -> Self {
        let mut counts = Self {
            groups: 1,
            ..Self::default()
        };
        for session in sessions {
            if session.look.stage == Stage::Cancelled {
                continue;
            }
            counts.sessions += 1;
            match session.state {
                WindowState::NoDate => counts.missing += 1,
                WindowState::Preferred => {
                    counts.allowed += 1;
                    counts.preferred += 1;
                }
                WindowState::Allowed => counts.allowed += 1,
                WindowState::Outside => {}
            }
        }
        counts
    }

    /// These without others; `None` where those are not among them.
    pub fn less(self, other: Self) -> Option<Self> {
        Some(Self {
            groups: self.groups.checked_sub(other.groups)?,
            sessions: self.sessions.checked_sub(other.sessions)?,
            allowed: self.allowed.checked_sub(other.allowed)?,
            preferred: self.preferred.checked_sub(other.preferred)?,
            missing: self.missing.checked_sub(other.missing)?,
        })
    }

    pub fn add(&mut self, other: Self) {
        self.groups += other.groups;
        self.sessions += other.sessions;
        self.allowed += other.allowed;
        self.preferred += other.preferred;
        self.missing += other.missing;
    }
}

fn look(
    plan: &Plan,
    today: Option<Date>,
    number: SessionNumber,
    session: Option<&Session>,
) -> MarkLook {
    let spec = plan.template().session(number);
    let is_past = |date: Date| today.is_some_and(|today| date < today);
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
