//! Re-planning: what an event does to a plan, and the fewest changes that answer it. Dates that parents know
//! are what counts; what took place never changes. The engine chooses among the days that `options` lists.

mod cover;
mod event;
mod lacks;
mod options;

pub use cover::{Covered, coming_pairs, cover};
pub use event::{Event, facts};

use crate::calendar::Date;
use crate::care::SessionNumber;
use crate::engine::schedule::replan::Replan;
use crate::engine::search::{Driver, Levels, Search};
use crate::plan::{Change, Group, GroupId, LineId, PersonId, Plan, RoomId, Status};
use crate::schedule::{line_of, session_windows, violated_intervals};
use lacks::{Losses, Site};
use options::{Options, Ways};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The seed of every re-planning.
const SEED: u64 = 1;
/// Iterations for each group of the locations that were hit.
const ITERATIONS_PER_GROUP: u64 = 60;
/// How often a day that breaks a rule over several bijeenkomsten is struck out before the rest is left.
const MOST_ROUNDS: usize = 40;

/// Somebody who leads a bijeenkomst for another, this once.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct StandIn {
    /// Who is away.
    pub absent: PersonId,
    /// Who stands in.
    pub substitute: PersonId,
}

/// How a bijeenkomst is kept, in the order in which the ways are tried outside the notice period.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kept {
    /// On another day of its line, in the preferred window.
    OtherDate(Date),
    /// On its day, with somebody else for each who is away: one, or both of the pair.
    Substitutes(Vec<StandIn>),
    /// On its day and line, in another room of the location.
    OtherRoom(RoomId),
    /// On another line of the location, this once.
    OtherLine {
        /// The line.
        line: LineId,
        /// The day.
        date: Date,
    },
    /// On another day of its line, outside the preferred window but allowed.
    Wider(Date),
    /// No day could be found: it is cancelled.
    Lapses,
}

/// One change to accept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SessionChange {
    /// The group.
    pub group: GroupId,
    /// The bijeenkomst.
    pub session: SessionNumber,
    /// The day that it had.
    pub from: Date,
    /// How it is kept.
    pub kept: Kept,
    /// Whether its day lies within the notice period; these come first.
    pub within_notice: bool,
    /// Whether its day was told to the parents, so that the change counts.
    pub shared: bool,
}

/// What happened, and the changes that answer it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Replanning {
    /// The changes of the plan that say what happened.
    pub facts: Vec<Change>,
    /// The changes to accept, one by one or all; those within the notice period first.
    pub changes: Vec<SessionChange>,
    /// How many bijeenkomsten no plan can keep.
    pub lost: usize,
    /// How many changes of shared days no plan can avoid that loses no more than `lost`.
    pub fewest: usize,
}

impl Replanning {
    /// How many of the changes are of days that parents know.
    pub fn shared(&self) -> usize {
        self.changes.iter().filter(|change| change.shared).count()
    }

    /// Whether no plan needs fewer changes (bewezen).
    pub fn is_proven(&self) -> bool {
        self.lapses() == self.lost && self.shared() == self.fewest
    }

    /// How many bijeenkomsten are cancelled.
    pub fn lapses(&self) -> usize {
        let lapses = self
            .changes
            .iter()
            .filter(|change| change.kept == Kept::Lapses);
        lapses.count()
    }
}

/// The fewest changes that answer an event; nothing for one of somebody or something that the plan does not have. Without a
/// day of [today](crate#today) nothing is within the notice period and
/// no day is over.
///
/// A bijeenkomst that lost its begeleider, jeugdarts, room, day or window is kept on another day of its line,
/// in another room, by a substitute, on another line, or outside its preferred window, in this order; within the notice period
/// a substitute comes first. Others move only after the notice period, and only where that keeps one more.
/// A day in a school holiday that is used only when there is hardly another comes after all of these.
/// No day outside the allowed window and the vaccine limits is ever chosen.
pub fn replan(plan: &Plan, event: &Event, today: Option<Date>) -> Replanning {
    let facts = facts(plan, event, today);
    let mut after = plan.clone();
    after.apply_all(facts.clone());
    let mut result = Replanning {
        facts,
        changes: Vec::new(),
        fewest: 0,
        lost: 0,
    };
    let mut losses = Losses::of(plan, &after, today);
    let lost = losses.sites();
    other_rooms(plan, &losses, &mut after, today, &mut result);
    let has_rooms = !result.changes.is_empty();
    if has_rooms {
        losses = losses.with(&after, today);
    }
    for site in &losses.sites() {
        repair(&after, site, today, &mut result);
    }
    if has_rooms {
        // The bounds above hold for these rooms only. Of any plan: what lost something has to change.
        let is_shared = |(group, session): &(GroupId, SessionNumber)| {
            let session = plan
                .groups
                .get(group)
                .and_then(|group| group.sessions.get(session));
            session.is_some_and(|session| session.status == Status::Shared)
        };
        let places = lost.iter().flat_map(|site| &site.lost);
        result.fewest = places.filter(|place| is_shared(place)).count();
        result.lost = 0;
    }
    result.changes.sort_by(|one, other| {
        (!one.within_notice, &one.group, one.session).cmp(&(
            !other.within_notice,
            &other.group,
            other.session,
        ))
    });
    result
}

/// Gives bijeenkomsten that lost only their room another one of the location, where one is free: nothing
/// changes for their families.
fn other_rooms(
    plan: &Plan,
    losses: &Losses,
    after: &mut Plan,
    today: Option<Date>,
    result: &mut Replanning,
) {
    for place in losses.roomless() {
        let Some(room) = lacks::other_room(after, &place) else {
            continue;
        };
        let (_, group, session) = place;
        let known = after
            .groups
            .get(&group)
            .and_then(|group| group.sessions.get(&session));
        let Some((from, status)) = known.and_then(|known| Some((known.date?, known.status))) else {
            continue;
        };
        let change = SessionChange {
            within_notice: from < first_after_notice(plan, today),
            shared: status == Status::Shared,
            kept: Kept::OtherRoom(room),
            group: group.clone(),
            session,
            from,
        };
        if let Some(mut changed) = after.groups.get(&group).cloned() {
            keep(after, &mut changed, &change);
            after.groups.insert(group, changed);
        }
        result.changes.push(change);
    }
}

/// The first day after the notice period: told dates before it change only when they have to.
fn first_after_notice(plan: &Plan, today: Option<Date>) -> Date {
    let notice = i32::from(plan.settings.notice_days);
    today.map_or(Date::FIRST, |today| today.plus_days(notice))
}

/// The ways of a location that the engine chooses, by position, and its bound by level.
fn choose(options: &Options) -> (Vec<Vec<Option<usize>>>, Levels) {
    let search = Replan::new(options.agendas.clone(), options.cells, SEED);
    let budget = ITERATIONS_PER_GROUP * options.groups.len() as u64;
    let mut driver = Driver::new(search, budget);
    driver.step(budget);
    let search = driver.search();
    (search.best_chosen().to_vec(), search.bound())
}

/// Repairs one location.
fn repair(plan: &Plan, site: &Site, today: Option<Date>, result: &mut Replanning) {
    let mut struck: BTreeSet<(GroupId, SessionNumber, Kept)> = BTreeSet::new();
    for round in 0..MOST_ROUNDS {
        let options = Options::of(plan, site, today, &struck, Ways::All);
        let (chosen, bound) = choose(&options);
        if round == 0 {
            // Only this bound is proven: what is struck later could be right in another combination.
            let [lost, fewest] = [0, 1].map(|level| {
                let value = bound.get(level).copied().unwrap_or(0);
                usize::try_from(value).unwrap_or(0)
            });
            result.lost += lost;
            result.fewest += fewest;
        }
        let mut changes = options.changes(&chosen);
        let broken = breaking(plan, &changes);
        if broken.is_empty() || round + 1 == MOST_ROUNDS {
            for change in &mut changes {
                if broken.contains(change) {
                    change.kept = Kept::Lapses;
                }
            }
            result.changes.append(&mut changes);
            return;
        }
        struck.extend(
            broken
                .into_iter()
                .map(|change| (change.group, change.session, change.kept)),
        );
    }
}

/// The changes that break a rule between bijeenkomsten which the engine does not know: an interval in months
/// or over several bijeenkomsten.
fn breaking(plan: &Plan, changes: &[SessionChange]) -> Vec<SessionChange> {
    let mut broken = Vec::new();
    let groups: BTreeSet<&GroupId> = changes.iter().map(|change| &change.group).collect();
    for group in groups.into_iter().filter_map(|id| plan.groups.get(id)) {
        let of_group = || changes.iter().filter(|change| change.group == group.id);
        let mut changed = group.clone();
        for change in of_group() {
            keep(plan, &mut changed, change);
        }
        let windows = session_windows(plan, group);
        for change in of_group() {
            let date = changed
                .sessions
                .get(&change.session)
                .and_then(|session| session.date);
            let (Some(date), true) = (date, moves(&change.kept)) else {
                continue;
            };
            let before = violated_intervals(group, &windows, change.session, change.from);
            let now = violated_intervals(&changed, &windows, change.session, date);
            if now.len() > before.len() {
                broken.push(change.clone());
                break;
            }
        }
    }
    broken
}

fn moves(kept: &Kept) -> bool {
    !matches!(
        kept,
        Kept::Substitutes(_) | Kept::OtherRoom(_) | Kept::Lapses
    )
}

/// Carries one change out on its group.
pub(crate) fn keep(plan: &Plan, group: &mut Group, change: &SessionChange) {
    let pair = group
        .sessions
        .get(&change.session)
        .map(|session| match line_of(plan, group, session) {
            _ if !session.facilitators.is_empty() => session.facilitators.clone(),
            Some(line) => line.facilitators.clone(),
            None => BTreeSet::new(),
        })
        .unwrap_or_default();
    let Some(session) = group.sessions.get_mut(&change.session) else {
        return;
    };
    match &change.kept {
        Kept::OtherDate(date) | Kept::Wider(date) => {
            session.date = Some(*date);
            session.room = None;
            session.facilitators.clear();
        }
        Kept::OtherLine { line, date } => {
            session.date = Some(*date);
            session.line = Some(line.clone());
            session.room = None;
            session.facilitators.clear();
        }
        Kept::Substitutes(stand_ins) => {
            session.facilitators = pair;
            for stand_in in stand_ins {
                session.facilitators.remove(&stand_in.absent);
                session.facilitators.insert(stand_in.substitute.clone());
            }
        }
        Kept::OtherRoom(room) => session.room = Some(room.clone()),
        Kept::Lapses => session.status = Status::Cancelled,
    }
    if change.kept != Kept::Lapses {
        session.pinned = true;
    }
}

/// The changes that carry accepted changes out; those of unknown groups or bijeenkomsten are left out.
pub fn accept(plan: &Plan, accepted: &[SessionChange]) -> Vec<Change> {
    let groups: BTreeSet<&GroupId> = accepted.iter().map(|change| &change.group).collect();
    groups
        .into_iter()
        .filter_map(|id| plan.groups.get(id))
        .map(|group| {
            let mut changed = group.clone();
            for change in accepted.iter().filter(|change| change.group == group.id) {
                keep(plan, &mut changed, change);
            }
            Change::group(changed)
        })
        .collect()
}

#[cfg(test)]
mod tests;
