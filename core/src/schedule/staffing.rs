//! Who can lead which opening for a line: a flow from people with half-days left to openings, grown one person
//! at a time along augmenting paths. It knows nothing of groups.

use super::hours::Hours;
use crate::calendar::HalfDay;
use crate::plan::{Line, LocationId, Person, PersonId, Plan, RoomId};
use std::collections::{BTreeMap, BTreeSet};

/// People of the fixed pair. Source: `docs/domain.md#1.1`.
pub(super) const PAIR: usize = Line::PAIR;

/// A room at a location on a half-day in which a line could be.
#[derive(Clone, Debug)]
pub(super) struct Opening {
    pub location: LocationId,
    pub half_day: HalfDay,
    pub hours: Hours,
    pub room: RoomId,
}

impl Opening {
    /// By location, half-day and room.
    pub fn order(&self) -> (&LocationId, HalfDay, &RoomId) {
        (&self.location, self.half_day, &self.room)
    }

    /// Whether nobody can be at both.
    pub fn meets(&self, other: &Self) -> bool {
        self.half_day.workday == other.half_day.workday && self.hours.meet(other.hours)
    }

    /// Whether nobody can be at it and on the line.
    pub fn meets_line(&self, plan: &Plan, line: &Line) -> bool {
        self.half_day.workday == line.half_day.workday
            && self.hours.meet(Hours::of_line(plan, line))
    }

    /// The same without regard to the clock.
    pub fn by_half_day(&self) -> Self {
        Self {
            hours: Hours::whole(self.half_day.part),
            ..self.clone()
        }
    }
}

/// What a search for one augmenting path has seen: people at a half-day, and people of whom another half-day
/// was asked back.
#[derive(Default)]
struct Tried {
    moments: BTreeSet<(usize, HalfDay)>,
    people: BTreeSet<usize>,
}

/// Who leads which opening: a flow from people with half-days left to openings.
#[derive(Clone, Debug)]
pub(super) struct Staffing<'a> {
    people: Vec<&'a Person>,
    /// Half-days that each person has left beside the lines that stay.
    left: Vec<usize>,
    /// When each person leads a line that stays.
    busy: Vec<Vec<(HalfDay, Hours)>>,
    /// For each opening who leads it, by position; and its half-day.
    leads: BTreeMap<usize, (Vec<usize>, Opening)>,
}

impl<'a> Staffing<'a> {
    pub fn new(plan: &'a Plan, kept: &[&Line]) -> Self {
        let people: Vec<&Person> = plan
            .people
            .values()
            .filter(|person| person.role.leads_groups() && person.trained)
            .collect();
        let busy: Vec<Vec<(HalfDay, Hours)>> = people
            .iter()
            .map(|person| {
                kept.iter()
                    .filter(|line| line.facilitators.contains(&person.id))
                    .map(|line| (line.half_day, Hours::of_line(plan, line)))
                    .collect()
            })
            .collect();
        let left = people
            .iter()
            .zip(&busy)
            .map(|(person, busy)| {
                let half_days: BTreeSet<HalfDay> = busy.iter().map(|(own, _)| *own).collect();
                person.most_half_days().saturating_sub(half_days.len())
            })
            .collect();
        Self {
            people,
            left,
            busy,
            leads: BTreeMap::new(),
        }
    }

    /// Finds a pair for the opening, moving others where needed; false when there is none.
    pub fn fill(&mut self, at: usize, opening: &Opening) -> bool {
        let before = (self.left.clone(), self.leads.clone());
        if (0..PAIR).all(|_| self.add(at, opening)) {
            return true;
        }
        (self.left, self.leads) = before;
        false
    }

    /// Finds one more person for the opening along an augmenting path.
    pub fn add(&mut self, at: usize, opening: &Opening) -> bool {
        self.leads
            .entry(at)
            .or_insert_with(|| (Vec::new(), opening.clone()));
        let mut tried = Tried::default();
        let found = self.augment(at, &mut tried);
        if !found && self.leads.get(&at).is_some_and(|(pair, _)| pair.is_empty()) {
            self.leads.remove(&at);
        }
        found
    }

    /// Adds a person to the opening: one with a half-day left, or one who is released elsewhere because that
    /// opening finds someone else.
    fn augment(&mut self, at: usize, tried: &mut Tried) -> bool {
        let Some((pair, opening)) = self.leads.get(&at).cloned() else {
            return false;
        };
        let mut able: Vec<usize> = (0..self.people.len())
            .filter(|person| !pair.contains(person))
            .filter(|person| self.is_able(*person, &opening))
            .collect();
        // The least used first, so that lines are spread over the team.
        able.sort_by_key(|person| {
            (
                usize::MAX - self.left.get(*person).copied().unwrap_or(0),
                *person,
            )
        });
        for person in able {
            if !tried.moments.insert((person, opening.half_day)) {
                continue;
            }
            let mut same_time = self.leads.iter().filter(|(other, (pair, held))| {
                **other != at && held.meets(&opening) && pair.contains(&person)
            });
            let (one, more) = (same_time.next(), same_time.next());
            if more.is_some() {
                continue;
            }
            let same_time = one.map(|(other, _)| *other);
            let has_left = self.left.get(person).is_some_and(|left| *left > 0);
            let from: Vec<usize> = match same_time {
                // Leads another line at that moment: it must be that one which lets the person go.
                Some(other) => vec![other],
                None if has_left => {
                    self.take(person);
                    self.join(at, person);
                    return true;
                }
                None if !tried.people.insert(person) => continue,
                None => self
                    .leads
                    .iter()
                    .filter(|(other, (pair, _))| **other != at && pair.contains(&person))
                    .map(|(other, _)| *other)
                    .collect(),
            };
            for other in from {
                self.leave(other, person);
                if self.augment(other, tried) {
                    self.join(at, person);
                    return true;
                }
                self.join(other, person);
            }
        }
        false
    }

    fn is_able(&self, person: usize, opening: &Opening) -> bool {
        let is_busy = self.busy.get(person).is_some_and(|busy| {
            let mut busy = busy.iter();
            busy.any(|(own, hours)| {
                own.workday == opening.half_day.workday && hours.meet(opening.hours)
            })
        });
        let person = self.people.get(person);
        !is_busy
            && person.is_some_and(|person| person.can_lead(&opening.location, opening.half_day))
    }

    fn take(&mut self, person: usize) {
        if let Some(left) = self.left.get_mut(person) {
            *left = left.saturating_sub(1);
        }
    }

    fn join(&mut self, at: usize, person: usize) {
        if let Some((pair, _)) = self.leads.get_mut(&at) {
            pair.push(person);
        }
    }

    fn leave(&mut self, at: usize, person: usize) {
        if let Some((pair, _)) = self.leads.get_mut(&at) {
            pair.retain(|other| *other != person);
        }
    }

    /// The filled openings, by position, with their pairs.
    pub fn pairs(&self, filled: Vec<Opening>) -> Vec<(Opening, Vec<PersonId>)> {
        let pair = |at: usize| {
            let people = self.leads.get(&at).map(|(pair, _)| pair.as_slice());
            let known = people.unwrap_or_default().iter();
            known.filter_map(|person| Some(self.people.get(*person)?.id.clone()))
        };
        let filled = filled.into_iter().enumerate();
        filled
            .map(|(at, opening)| (opening, pair(at).collect()))
            .collect()
    }
}
