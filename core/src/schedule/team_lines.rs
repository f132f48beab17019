//! The best set of weekly lines from people, rooms and locations: as many as can be, with the proof of how
//! many are possible. It decides nothing about groups or dates.

use super::on_line::lines_of;
use super::staffing::{Opening, PAIR, Staffing};
use crate::calendar::{Date, HalfDay};
use crate::engine::random::Random;
use crate::plan::{
    Group, HalfDayChoice, Line, LineChoice, LineId, LocationId, Person, PersonId, Plan, RoomId,
};
use serde_json::Map;
use std::collections::BTreeMap;

/// Orders in which the places for lines are tried; more found nothing in any trial team.
const ORDERS: u64 = 24;

/// A proposal for the weekly lines of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TeamLines {
    /// All lines: those that stay and new ones.
    pub lines: Vec<Line>,
    /// How many of them have a room and a pair.
    pub complete: usize,
    /// No set of lines has more with a room and a pair beside those that stay.
    pub possible: usize,
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
/// taken. A new line needs a room that holds a group of the smallest size and two people who are trained, work
/// there on that half-day and have a half-day of their working week left. Half-days that more waiting families
/// named come first, and every location gets a line before one gets its second.
pub fn team_lines(plan: &Plan, today: Option<Date>) -> TeamLines {
    let kept: Vec<&Line> = plan
        .lines
        .values()
        .filter(|line| line.pinned || is_needed(plan, line, today))
        .collect();
    let openings = openings(plan, &kept);
    let possible = bound(plan, &kept, &openings);
    let mut best: Option<(Staffing<'_>, Vec<usize>)> = None;
    let mut random = Random::new(1);
    for turn in 0..ORDERS {
        let mut order: Vec<usize> = (0..openings.len()).collect();
        if turn > 0 {
            random.shuffle(&mut order);
        }
        let mut staffing = Staffing::new(plan, &kept);
        let filled: Vec<usize> = order
            .into_iter()
            .filter(|at| {
                openings
                    .get(*at)
                    .is_some_and(|opening| staffing.fill(*at, opening))
            })
            .collect();
        if best
            .as_ref()
            .is_none_or(|(_, known)| known.len() < filled.len())
        {
            best = Some((staffing, filled));
        }
        if best
            .as_ref()
            .is_some_and(|(_, found)| found.len() == possible)
        {
            break;
        }
    }
    let complete_kept = kept.iter().filter(|line| is_complete(plan, line)).count();
    let mut lines: Vec<Line> = kept.iter().map(|line| (*line).clone()).collect();
    let mut found = 0;
    if let Some((staffing, mut filled)) = best {
        filled.sort_unstable();
        found = filled.len();
        for (opening, pair) in staffing.pairs(&openings, &filled) {
            let line = Line {
                id: line_id(plan, &lines, &opening.location, opening.half_day),
                location: opening.location.clone(),
                half_day: opening.half_day,
                room: Some(opening.room.clone()),
                facilitators: pair,
                pinned: false,
                extra: Map::new(),
            };
            lines.push(line);
        }
    }
    TeamLines {
        lines,
        complete: complete_kept + found,
        possible: complete_kept + possible,
    }
}

/// How many lines would be possible if one more trained begeleider joined who works full time, at every
/// location and half-day.
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

/// The places where a new line could be, the most wanted first.
fn openings(plan: &Plan, kept: &[&Line]) -> Vec<Opening> {
    let smallest = usize::from(plan.settings.group_size.min);
    let wanted = demand(plan);
    let mut found: Vec<(usize, usize, Opening)> = Vec::new();
    for location in plan.locations.keys() {
        let mut half_days: Vec<HalfDay> = HalfDay::all().collect();
        let count = |half_day: &HalfDay| wanted.get(&(location, *half_day)).copied().unwrap_or(0);
        half_days.sort_by_key(|half_day| (usize::MAX - count(half_day), *half_day));
        let mut place = lines_of(plan, location)
            .filter(|line| kept.iter().any(|kept| kept.id == line.id))
            .count();
        let rooms = || {
            plan.rooms
                .values()
                .filter(|room| room.location == *location && room.fits(smallest))
        };
        // First every half-day once, then the second rooms.
        for turn in 0..rooms().count() {
            for half_day in &half_days {
                let is_free = |room: &RoomId| {
                    !kept
                        .iter()
                        .any(|line| line.half_day == *half_day && line.room.as_ref() == Some(room))
                };
                let free = rooms().filter(|room| is_free(&room.id)).nth(turn);
                if let Some(room) = free {
                    found.push((
                        place,
                        usize::MAX - count(half_day),
                        Opening {
                            location: location.clone(),
                            half_day: *half_day,
                            room: room.id.clone(),
                        },
                    ));
                    place += 1;
                }
            }
        }
    }
    found.sort_by(|(place, count, one), (other_place, other_count, other)| {
        (place, count, &one.location, one.half_day, &one.room).cmp(&(
            other_place,
            other_count,
            &other.location,
            other.half_day,
            &other.room,
        ))
    });
    found.into_iter().map(|(.., opening)| opening).collect()
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
        for _ in 0..PAIR {
            if staffing.add(at, opening) {
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
