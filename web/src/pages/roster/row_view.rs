//! What the roster shows of one group: its bijeenkomsten with their windows, free days and problems, all of which
//! come from core.

use crate::state::{MarkLook, SessionView, WindowState};
use centering_core::calendar::{ClockTime, Date, HalfDay};
use centering_core::care::{SessionNumber, SessionWindow};
use centering_core::plan::{Group, GroupId, HalfDayChoice, LocationId, Plan, Session, Standing};
use centering_core::problem::{Place, Problems, Severity};
use centering_core::schedule::Windowed;
use std::collections::BTreeMap;

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
        let windowed = Windowed::of(plan, group);
        let free_days = windowed.free_days();
        let tightest = windowed.tightest(&free_days, today);
        let free: BTreeMap<SessionNumber, usize> = free_days.into_iter().collect();
        let half_day = group.half_day.map(HalfDayChoice::half_day);
        let location = plan.locations.get(&group.location);
        let windows = windowed.windows.into_owned().into_iter();
        let sessions: Vec<SessionView> = windows
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
            tightest,
            sessions,
            next,
        }
    }

    pub fn session(&self, number: SessionNumber) -> Option<&SessionView> {
        self.sessions
            .iter()
            .find(|session| session.number == number)
    }

    /// The last day that is of any of its bijeenkomsten or windows.
    pub fn end(&self) -> Option<Date> {
        let windows = self.sessions.iter().map(|one| one.window.allowed);
        let windows = windows.filter(|window| !window.is_empty());
        let places = self.sessions.iter().map(SessionView::place);
        places.chain(windows.map(|window| window.last)).max()
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
            if matches!(
                session.look.standing,
                Standing::Cancelled | Standing::CancelledUntold
            ) {
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
    MarkLook {
        number: number.get(),
        standing: session.map_or(Standing::Undated, |session| session.standing(today)),
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
