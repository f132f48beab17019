//! The best set of weekly lines from people, rooms and locations: shared out by the groups that locations need, as
//! many as can be, with the proof of how many are possible. It decides nothing about groups or dates.

use super::bookings::plans_physicians;
use super::hours::Hours;
use super::on_line::lines_of;
use super::staffing::{Opening, PAIR, Staffing};
use crate::calendar::{Date, HalfDay};
use crate::engine::random::Random;
use crate::plan::{
    Group, HalfDayChoice, Line, LineChoice, LineId, LocationId, Person, PersonId, Plan, Role, Room,
    Session,
};
use serde_json::Map;
use std::cmp::Reverse;
use std::collections::{BTreeMap, VecDeque};

/// Orders in which the places for lines are tried; more found nothing in any trial team.
const ORDERS: u64 = 24;
/// Parts of a group in which need is counted: every number of lines up to ten divides it.
const NEED_PARTS: usize = 2_520;

/// A proposal for the weekly lines of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TeamLines {
    /// All lines: those that stay and new ones.
    pub lines: Vec<Line>,
    /// How many of them have a room and a pair.
    pub complete: usize,
    /// No set of lines has more with a room and a pair beside those that stay.
    pub possible: usize,
    /// Locations that have no line and what each lacks first, in order of id: of those that need one for their groups,
    /// or of all where none has groups or enough families.
    pub without: Vec<(LocationId, Lack)>,
}

/// What a location lacks first for a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lack {
    /// No room holds a group of the smallest size.
    Room,
    /// No two trained begeleiders are left on a half-day on which a room is the organisation's.
    Pair,
    /// On no such half-day a jeugdarts who works there can come, and the template needs one.
    Physician,
}

impl TeamLines {
    /// Whether no other set of lines can be larger (bewezen).
    pub fn is_proven(&self) -> bool {
        self.complete == self.possible
    }
}

/// The lines of the plan as the planner would set them up.
///
/// Lines made by hand stay, and those on which groups have settled dates; people and rooms that they use are
/// taken. A new line needs a room that is the organisation's on that half-day and holds a group of the smallest size,
/// two people who are trained, work there then and have a half-day of their working week left, and a
/// jeugdarts of the location where the template needs one and the plan has them there. Every location with groups, or
/// families enough for one, gets a line before one gets its second; then lines go where most groups share one.
/// Half-days that more waiting families named come first.
/// Without a day of [today](crate#today) no bijeenkomst is over.
pub fn team_lines(plan: &Plan, today: Option<Date>) -> TeamLines {
    let kept: Vec<&Line> = plan
        .lines
        .values()
        .filter(|line| line.pinned || is_needed(plan, line, today))
        .collect();
    let places = places(plan, &kept, today);
    let openings: Vec<Opening> = places
        .iter()
        .flat_map(|place| place.openings.clone())
        .collect();
    let possible = bound(plan, &kept, &openings);
    let mut best: Option<(Shares, Filled)> = None;
    let can_have = |place: &&Place<'_>| place.lines > 0 || !place.openings.is_empty();
    let needing = places.iter().filter(|place| place.need > 0);
    let needing = needing.filter(can_have).count();
    let mut random = Random::new(1);
    for turn in 0..ORDERS {
        let mut queues = places.clone();
        if turn > 0 {
            let shuffled = |place: &mut Place<'_>| random.shuffle(&mut place.openings);
            queues.iter_mut().for_each(shuffled);
        }
        let (shares, filled) = fill(Staffing::new(plan, &kept), queues);
        let (served, _, count) = shares;
        if best.as_ref().is_none_or(|(known, _)| *known < shares) {
            best = Some((shares, filled));
        }
        if served == needing && count == possible {
            break;
        }
    }
    let complete_kept = kept.iter().filter(|line| is_complete(plan, line)).count();
    let mut lines: Vec<Line> = kept.iter().map(|line| (*line).clone()).collect();
    let (_, mut filled) = best.unwrap_or_default();
    filled.sort_by(|(one, _), (other, _)| one.order().cmp(&other.order()));
    let found = filled.len();
    for (opening, pair) in filled {
        lines.push(Line {
            id: line_id(plan, &lines, &opening.location, opening.half_day),
            location: opening.location,
            half_day: opening.half_day,
            room: Some(opening.room),
            facilitators: pair.into_iter().collect(),
            pinned: false,
            extra: Map::new(),
        });
    }
    TeamLines {
        without: without(&places, &lines),
        lines,
        complete: complete_kept + found,
        possible: complete_kept + possible,
    }
}

/// How many lines would be possible if one more trained begeleider joined who works full time, at every
/// location and half-day.
/// Without a day of [today](crate#today) no bijeenkomst is over.
pub fn possible_with_one_more(plan: &Plan, today: Option<Date>) -> usize {
    let mut larger = plan.clone();
    let free = (0..).find_map(|number: u32| {
        let alias = PersonId::parse(&format!("EXTRA-{number}")).ok()?;
        (!plan.people.contains_key(&alias)).then_some(alias)
    });
    if let Some(alias) = free {
        let mut person = Person::new(alias);
        person.half_days = HalfDay::all().collect();
        person.locations = plan.locations.keys().cloned().collect();
        larger.people.insert(person.id.clone(), person);
    }
    team_lines(&larger, today).possible
}

/// Whether a line has its room and a pair, as far as the plan knows both.
fn is_complete(plan: &Plan, line: &Line) -> bool {
    let room = line.room.as_ref();
    room.is_some_and(|room| plan.rooms.contains_key(room)) && line.facilitators.len() >= PAIR
}

/// Whether groups cannot do without the line: the user put them there, or they have settled dates on it.
fn is_needed(plan: &Plan, line: &Line, today: Option<Date>) -> bool {
    let on_line = |group: &Group| {
        let own = group.line.as_ref().is_some_and(|choice| {
            let is_users = matches!(choice, LineChoice::User(_));
            let has_dates = group
                .sessions
                .values()
                .any(|session| session.date.is_some() && session.is_settled(today));
            choice.line() == &line.id && (is_users || has_dates)
        });
        own || group
            .sessions
            .values()
            .any(|session| session.line.as_ref() == Some(&line.id))
    };
    plan.groups.values().any(on_line)
}

/// A location that gets lines.
#[derive(Clone, Debug)]
struct Place<'a> {
    location: &'a LocationId,
    /// Groups that are still to meet, and those that its waiting families would make.
    need: usize,
    /// Lines that stay.
    lines: usize,
    /// Where its new lines could be, the most wanted first.
    openings: Vec<Opening>,
    /// What it lacks where there is no opening.
    lack: Lack,
}

impl Place<'_> {
    /// How much the location wants one more line: a first one for its groups above all, then by groups per line.
    fn wants(&self) -> (bool, usize, Reverse<usize>) {
        let share = self.need.saturating_mul(NEED_PARTS) / (self.lines + 1);
        (self.need > 0 && self.lines == 0, share, Reverse(self.lines))
    }
}

/// How well lines are shared out; larger is better: locations with groups that have one, then what the lines of
/// each location are worth to its groups (a second one half of the first, and so on), then their number.
type Shares = (usize, usize, usize);

/// Openings that became lines, each with its pair.
type Filled = Vec<(Opening, Vec<PersonId>)>;

/// Fills openings, each time one of the location that wants it most.
fn fill(mut staffing: Staffing<'_>, mut places: Vec<Place<'_>>) -> (Shares, Filled) {
    let mut queues: Vec<VecDeque<Opening>> = places
        .iter_mut()
        .map(|place| std::mem::take(&mut place.openings).into())
        .collect();
    let mut filled: Vec<Opening> = Vec::new();
    let mut worth = 0;
    loop {
        let waiting = places.iter().zip(&queues).enumerate();
        let waiting = waiting.filter(|(_, (_, queue))| !queue.is_empty());
        let next = waiting.max_by_key(|(at, (place, _))| (place.wants(), Reverse(*at)));
        let Some(at) = next.map(|(at, _)| at) else {
            break;
        };
        let (Some(place), Some(queue)) = (places.get_mut(at), queues.get_mut(at)) else {
            break;
        };
        let Some(opening) = queue.pop_front() else {
            break;
        };
        let is_taken = |other: &Opening| other.room == opening.room && other.meets(&opening);
        if !filled.iter().any(is_taken) && staffing.fill(filled.len(), &opening) {
            filled.push(opening);
            worth += place.wants().1;
            place.lines += 1;
        }
    }
    let served = places
        .iter()
        .filter(|place| place.need > 0 && place.lines > 0);
    let shares = (served.count(), worth, filled.len());
    (shares, staffing.pairs(filled))
}

/// The locations of the plan with the places where their new lines could be.
fn places<'a>(plan: &'a Plan, kept: &[&Line], today: Option<Date>) -> Vec<Place<'a>> {
    let smallest = usize::from(plan.settings.group_size.min);
    let wanted = demand(plan);
    let needs = needs(plan, today);
    let place = |location: &'a LocationId| {
        let rooms: Vec<&Room> = plan
            .rooms
            .values()
            .filter(|room| room.location == *location && room.fits(smallest))
            .collect();
        let can_come = |half_day: &HalfDay| !lacks_physician(plan, location, *half_day);
        let mut half_days: Vec<HalfDay> = HalfDay::all().filter(can_come).collect();
        if half_days.is_empty() {
            half_days = HalfDay::all().collect();
        }
        let count = |half_day: &HalfDay| wanted.get(&(location, *half_day)).copied().unwrap_or(0);
        half_days.sort_by_key(|half_day| (Reverse(count(half_day)), *half_day));
        // First every half-day once, then the second rooms.
        let half_days = &half_days;
        let turns = (0..rooms.len())
            .flat_map(|turn| half_days.iter().map(move |half_day| (turn, *half_day)));
        let openings = turns.filter_map(|(turn, half_day)| {
            let opening = |room: &&Room| Opening {
                location: location.clone(),
                half_day,
                hours: Hours::of(plan, location, half_day, None),
                room: room.id.clone(),
            };
            let is_free = |opening: &Opening| {
                !kept.iter().any(|line| {
                    line.room.as_ref() == Some(&opening.room) && opening.meets_line(plan, line)
                })
            };
            let ours = rooms.iter().filter(|room| room.is_ours(half_day));
            ours.map(opening).filter(is_free).nth(turn)
        });
        let openings: Vec<Opening> = openings.collect();
        let has_room = |half_day: HalfDay| rooms.iter().any(|room| room.is_ours(half_day));
        let lack = if rooms.is_empty() {
            Lack::Room
        } else if !half_days.iter().any(|half_day| has_room(*half_day)) {
            Lack::Physician
        } else {
            Lack::Pair
        };
        Place {
            location,
            need: needs.get(location).copied().unwrap_or(0),
            lines: lines_of(plan, location)
                .filter(|line| kept.iter().any(|kept| kept.id == line.id))
                .count(),
            openings,
            lack,
        }
    };
    plan.locations.keys().map(place).collect()
}

/// The groups of each location that are still to meet, and those that its waiting families would make.
fn needs(plan: &Plan, today: Option<Date>) -> BTreeMap<&LocationId, usize> {
    let is_open = |session: &Session| session.is_to_come(today);
    let mut needs: BTreeMap<&LocationId, usize> = BTreeMap::new();
    let mut waiting: BTreeMap<&LocationId, usize> = BTreeMap::new();
    for group in plan.groups.values() {
        let goes_on = group.sessions.is_empty() || group.sessions.values().any(is_open);
        if group.stopped.is_none() && goes_on {
            *needs.entry(&group.location).or_default() += 1;
        }
    }
    for family in plan.unplaced() {
        *waiting.entry(&family.location).or_default() += 1;
    }
    let smallest = usize::from(plan.settings.group_size.min).max(1);
    for (location, families) in waiting {
        *needs.entry(location).or_default() += families / smallest;
    }
    needs
}

/// The locations that have no line in the proposal, and what each lacks.
fn without(places: &[Place<'_>], lines: &[Line]) -> Vec<(LocationId, Lack)> {
    let any_needs = places.iter().any(|place| place.need > 0);
    let is_bare = |place: &&Place<'_>| {
        (place.need > 0 || !any_needs) && !lines.iter().any(|line| line.location == *place.location)
    };
    let bare = places.iter().filter(is_bare);
    bare.map(|place| (place.location.clone(), place.lack))
        .collect()
}

/// Whether the template needs a jeugdarts, the location has them, and none works there on this half-day.
pub fn lacks_physician(plan: &Plan, location: &LocationId, half_day: HalfDay) -> bool {
    let mut sessions = plan.template().sessions.iter();
    let mut people = plan.people.values();
    sessions.any(|spec| spec.physician_minutes > 0)
        && plans_physicians(plan, location)
        && !people
            .any(|person| person.role == Role::YouthPhysician && person.works(location, half_day))
}

/// How many families of each location can come on each half-day.
fn demand(plan: &Plan) -> BTreeMap<(&LocationId, HalfDay), usize> {
    let mut wanted = BTreeMap::new();
    for enrolment in plan.enrolments.values() {
        for half_day in HalfDay::all().filter(|half_day| enrolment.half_days.allows(*half_day)) {
            *wanted.entry((&enrolment.location, half_day)).or_insert(0) += 1;
        }
    }
    wanted
}

/// The most lines that people and rooms leave: half of the half-days that people can give, counted by a
/// flow in which a half-day of a location takes no more people than its rooms need, and a half-day of the
/// week no more pairs than it has people.
fn bound(plan: &Plan, kept: &[&Line], openings: &[Opening]) -> usize {
    let mut staffing = Staffing::new(plan, kept);
    let mut places = 0;
    for (at, opening) in openings.iter().enumerate() {
        // By half-days alone, so that it stays a flow: more lines, never fewer.
        let opening = opening.by_half_day();
        for _ in 0..PAIR {
            if staffing.add(at, &opening) {
                places += 1;
            }
        }
    }
    let by_half_days: usize = HalfDay::all()
        .map(|half_day| {
            let rooms = openings
                .iter()
                .filter(|opening| opening.half_day == half_day)
                .count();
            let people = plan.people.values().filter(|person| {
                let is_busy = kept.iter().any(|line| {
                    line.half_day == half_day && line.facilitators.contains(&person.id)
                });
                !is_busy
                    && person
                        .locations
                        .iter()
                        .any(|location| person.can_lead(location, half_day))
            });
            rooms.min(people.count() / PAIR)
        })
        .sum();
    (places / PAIR).min(by_half_days)
}

/// The first free id `<prefix>-<half-day>-<number>` for a line.
pub fn line_id(plan: &Plan, lines: &[Line], location: &LocationId, half_day: HalfDay) -> LineId {
    let prefix = plan
        .locations
        .get(location)
        .map_or_else(|| location.to_string(), |location| location.prefix.clone());
    let mut number: u32 = 1;
    loop {
        let id = LineId::new(format!("{prefix}-{half_day}-{number}"));
        if !lines.iter().any(|line| line.id == id) {
            return id;
        }
        number = number.saturating_add(1);
    }
}

/// The groups whose line is none of these: their choice is given back to the planner.
pub(crate) fn without_lost_line(group: &Group, lines: &[Line]) -> Option<Group> {
    let is_lost = |id: &LineId| !lines.iter().any(|line| line.id == *id);
    if !group
        .line
        .as_ref()
        .is_some_and(|choice| is_lost(choice.line()))
    {
        return None;
    }
    let mut freed = group.clone();
    freed.line = None;
    if let Some(HalfDayChoice::Planner(_)) = freed.half_day {
        freed.half_day = None;
    }
    Some(freed)
}

#[cfg(test)]
#[path = "team_lines_tests.rs"]
mod tests;
