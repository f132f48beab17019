//! A bijeenkomst that is being moved: where it would go, and what that would mean.

use super::inspector::Known;
use crate::state::Model;
use centering_core::calendar::{Date, Workday};
use centering_core::care::{SessionNumber, SessionWindow};
use centering_core::plan::{Group, GroupId, LineChoice, Plan, Session};
use centering_core::problem::{Problem, Severity, problems_if_held_on};
use centering_core::schedule::{Nearby, Windowed, sieve};
use centering_words::Lang;
use std::rc::Rc;

/// A move that is not placed yet. The plan stays as it is until then.
#[derive(Clone)]
pub struct Moving {
    pub group: GroupId,
    pub number: SessionNumber,
    /// The day it would get.
    pub to: Date,
    /// The days of the fixed weekday that every rule leaves.
    pub candidates: Rc<Vec<Date>>,
    pub window: SessionWindow,
    /// The day that its parents know.
    pub known: Option<Date>,
    /// What would be wrong on that day, the worst first.
    pub problems: Vec<Problem>,
    /// The plan with the bijeenkomst on that day, for the words; of a large plan what lies around the group.
    pub draft: Rc<Plan>,
}

impl PartialEq for Moving {
    fn eq(&self, other: &Self) -> bool {
        (&self.group, self.number, self.to) == (&other.group, other.number, other.to)
            && Rc::ptr_eq(&self.draft, &other.draft)
    }
}

impl Moving {
    /// What is said of that day, wherever it is said.
    pub fn verdict(&self, lang: Lang) -> Vec<(Option<Severity>, String)> {
        let mut found = lang.verdict(&self.draft, &self.problems, &self.window, self.to);
        let group = self.draft.groups.get(&self.group);
        if let (Some(known), Some(group)) = (self.known.filter(|day| *day != self.to), group) {
            let text = lang.move_known(self.draft.families(group), known);
            let right = found.partition_point(|(severity, _)| severity.is_some());
            found.insert(right, (Some(Severity::Warning), text));
        }
        found
    }

    /// A move of this bijeenkomst to a day; `None` for a bijeenkomst that has no window.
    /// `before` is what is being moved now, of the same plan: most of it holds for another day as well.
    pub fn to(
        before: Option<&Self>,
        (reasons, nearby): (&Known, &Nearby),
        model: &Model,
        group: &GroupId,
        number: SessionNumber,
        to: Date,
    ) -> Option<Self> {
        let plan = &model.plan;
        if let Some(before) = before.filter(|own| own.group == *group && own.number == number) {
            return Some(before.on(model, to));
        }
        let known = plan.groups.get(group)?;
        let window = Windowed::of(plan, known).window(number)?.clone();
        let session = known.sessions.get(&number);
        let promised = session.and_then(Session::promised);
        let candidates = reasons.left(model, nearby, known, number);
        let mut draft = if plan.groups.len() <= WHOLE {
            (**plan).clone()
        } else {
            excerpt(plan, nearby, known)
        };
        put(&mut draft, group, number, to);
        Some(Self {
            group: group.clone(),
            number,
            to,
            candidates: Rc::new(candidates),
            window,
            known: promised,
            problems: problems_if_held_on(plan, group, number, to, model.today),
            draft: Rc::new(draft),
        })
    }

    /// The same bijeenkomst on another day.
    fn on(&self, model: &Model, to: Date) -> Self {
        let mut draft = (*self.draft).clone();
        put(&mut draft, &self.group, self.number, to);
        Self {
            to,
            problems: problems_if_held_on(&model.plan, &self.group, self.number, to, model.today),
            draft: Rc::new(draft),
            ..self.clone()
        }
    }

    /// Where a move of this bijeenkomst starts: its day, otherwise the first day that fits, otherwise the
    /// middle of its window.
    pub fn start(model: &Model, group: &GroupId, number: SessionNumber) -> Option<Date> {
        let known = model.plan.groups.get(group)?;
        if let Some(date) = known.sessions.get(&number)?.date {
            return Some(date);
        }
        let left = sieve(&model.plan, known, number, model.today).map(|sieve| sieve.left);
        let first = left.and_then(|left| left.first().copied());
        first.or_else(|| {
            let windowed = Windowed::of(&model.plan, known);
            let workday = known.half_day?.half_day().workday;
            Some(nearest(windowed.window(number)?.ideal, workday))
        })
    }
}

fn put(plan: &mut Plan, group: &GroupId, number: SessionNumber, date: Date) {
    let group = plan.groups.get_mut(group);
    if let Some(session) = group.and_then(|group| group.sessions.get_mut(&number)) {
        session.date = Some(date);
    }
}

/// A plan of at most so many groups is copied whole: that takes less than a millisecond.
const WHOLE: usize = 300;

/// What words about the group can name: its location with its groups, people, rooms and lines.
fn excerpt(plan: &Plan, nearby: &Nearby, group: &Group) -> Plan {
    let mut part = Plan::empty();
    part.settings = plan.settings.clone();
    part.template = plan.template.clone();
    let here = &group.location;
    if let Some(location) = plan.locations.get(here) {
        part.locations.insert(here.clone(), location.clone());
    }
    for member in plan.members(group) {
        part.enrolments.insert(member.code.clone(), member.clone());
    }
    for other in nearby.groups(plan, here) {
        part.groups.insert(other.id.clone(), other.clone());
    }
    // What the group or one of its bijeenkomsten has may be of elsewhere.
    let sessions = || group.sessions.values();
    let own = group.line.as_ref().map(LineChoice::line);
    let own = own
        .into_iter()
        .chain(sessions().filter_map(|one| one.line.as_ref()));
    let own = own.filter_map(|id| plan.lines.get(id));
    for line in nearby.lines(plan, here).chain(own) {
        part.lines.insert(line.id.clone(), line.clone());
    }
    let own = sessions().filter_map(|one| plan.rooms.get(one.room.as_ref()?));
    for room in nearby.rooms(plan, here).chain(own) {
        part.rooms.insert(room.id.clone(), room.clone());
    }
    let own = sessions().flat_map(|one| &one.facilitators);
    let own = own.filter_map(|id| plan.people.get(id));
    for person in nearby.people(plan, here).chain(own) {
        part.people.insert(person.id.clone(), person.clone());
    }
    part
}

/// The day on this weekday that is nearest to `date`.
pub fn nearest(date: Date, workday: Workday) -> Date {
    let monday = date.weekday().num_days_from_monday() as i32;
    let away = i32::from(workday.index()) - monday;
    date.plus_days((away + 3).rem_euclid(7) - 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_weekday_is_at_most_three_days_away() {
        let tuesday = Date::parse_iso("2027-04-27").unwrap();
        let nearest = |workday| nearest(tuesday, workday).to_string();
        assert_eq!(nearest(Workday::Tuesday), "2027-04-27");
        assert_eq!(nearest(Workday::Thursday), "2027-04-29");
        assert_eq!(nearest(Workday::Friday), "2027-04-30");
        assert_eq!(nearest(Workday::Monday), "2027-04-26");
    }
}
