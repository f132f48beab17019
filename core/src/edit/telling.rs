//! What an edit leaves to be told: one mechanism for every edit that moves, changes the time of, or cancels a bijeenkomst of
//! which the parents know the day, or that changes who leads one or comes as its jeugdarts; and the edit that says that it
//! was told.

use super::{Edit, GroupEdited, Made, Refusal, TeamEdited, known_group};
use crate::calendar::Date;
use crate::care::SessionNumber;
use crate::plan::{Change, Group, GroupId, PersonId, Plan, Session, Status};
use crate::schedule::{line_of, start_of};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Who was told what changed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// The parents of a group: of all its bijeenkomsten.
    Parents(GroupId),
    /// Somebody of the team: of the bijeenkomsten of all groups.
    Person(PersonId),
}

pub(super) fn tell(plan: &Plan, audience: &Audience) -> Made {
    let (name, changed): (_, Vec<Group>) = match audience {
        Audience::Parents(id) => {
            let mut group = known_group(plan, id)?.clone();
            group.sessions.values_mut().for_each(Session::tell);
            (GroupEdited::Tell(id.clone()).into(), vec![group])
        }
        Audience::Person(id) => {
            let person = plan.people.get(id);
            let person = person.ok_or_else(|| Refusal::UnknownPerson(id.clone()))?;
            let waits = |group: &&Group| {
                let mut sessions = group.sessions.values();
                sessions.any(|session| session.untold.contains_key(id))
            };
            let groups = plan.groups.values().filter(waits).cloned();
            let told = groups.map(|mut group| {
                for session in group.sessions.values_mut() {
                    session.untold.remove(id);
                }
                group
            });
            let name = TeamEdited::Tell(person.alias.clone());
            (name.into(), told.collect())
        }
    };
    Ok((name, changed.into_iter().map(Change::group).collect()))
}

/// The changes of an edit, with what they leave to be told in the bijeenkomsten of which the day is not over.
pub(super) fn remembering(
    edit: &Edit,
    plan: &Plan,
    mut changes: Vec<Change>,
    today: Option<Date>,
) -> Vec<Change> {
    // Who opens a plan or says what was told decides by that.
    if matches!(edit, Edit::Open(_) | Edit::Share(_) | Edit::Tell(_)) {
        return changes;
    }
    let is_group = |change: &Change| matches!(change, Change::Group(..));
    let sets_times = |change: &Change| {
        matches!(
            change,
            Change::Line(..) | Change::Location(..) | Change::Person(_, None)
        )
    };
    let draft = changes.iter().any(sets_times).then(|| {
        let mut draft = plan.clone();
        let others = changes.iter().filter(|change| !is_group(change));
        draft.apply_all(others.cloned());
        draft
    });
    let after = draft.as_ref().unwrap_or(plan);
    // The last change of a group says how it is left; lines and times reach groups that no change names.
    let mut left: BTreeMap<&GroupId, Option<usize>> = BTreeMap::new();
    if draft.is_some() {
        left.extend(plan.groups.keys().map(|id| (id, None)));
    }
    let named: Vec<(GroupId, usize)> = changes
        .iter()
        .enumerate()
        .filter_map(|(place, change)| match change {
            Change::Group(id, _) => Some((id.clone(), place)),
            _ => None,
        })
        .collect();
    left.extend(named.iter().map(|(id, place)| (id, Some(*place))));
    // A group that takes the code of one that this edit removes is another group: nobody was told of it.
    let removed = changes.iter().filter_map(|change| match change {
        Change::Group(id, None) => Some(id.clone()),
        _ => None,
    });
    let removed: BTreeSet<GroupId> = removed.collect();
    left.retain(|id, _| !removed.contains(*id));
    for (id, place) in left {
        let Some(before) = plan.groups.get(id) else {
            continue;
        };
        let now = match place.and_then(|place| changes.get(place)) {
            None => before,
            Some(Change::Group(_, Some(now))) => now,
            Some(_) => continue,
        };
        let remembered = Telling {
            edit,
            plan,
            after,
            today,
        }
        .group(before, now);
        let Some(remembered) = remembered else {
            continue;
        };
        match place.and_then(|place| changes.get_mut(place)) {
            Some(change) => *change = Change::group(remembered),
            None => changes.push(Change::group(remembered)),
        }
    }
    changes
}

struct Telling<'a> {
    edit: &'a Edit,
    /// The plan before the edit.
    plan: &'a Plan,
    /// The plan after it, but for its groups.
    after: &'a Plan,
    today: Option<Date>,
}

impl Telling<'_> {
    /// The group as the edit leaves it, with what is to be told; `None` where that is nothing else than the edit says.
    fn group(&self, before: &Group, now: &Group) -> Option<Group> {
        let mut remembered: Option<Group> = None;
        for (number, session) in &now.sessions {
            let was = self.number_before(*number);
            let Some(was) = was.and_then(|number| before.sessions.get(&number)) else {
                continue;
            };
            if was.is_past(self.today) || *session == *was && self.is_held_alike(before, was, now) {
                continue;
            }
            let told = self.session((before, was), (now, session));
            if told != *session {
                let group = remembered.get_or_insert_with(|| now.clone());
                group.sessions.insert(*number, told);
            }
        }
        remembered
    }

    /// Which bijeenkomst it was before the edit: another template can give it another number.
    fn number_before(&self, number: SessionNumber) -> Option<SessionNumber> {
        match self.edit {
            Edit::SetTemplate { kept, .. } => {
                let mut kept = kept.iter();
                kept.find(|(_, to)| **to == number).map(|(from, _)| *from)
            }
            _ => Some(number),
        }
    }

    /// Whether nothing around a bijeenkomst changes when and by whom it is held.
    fn is_held_alike(&self, before: &Group, session: &Session, now: &Group) -> bool {
        start_of(self.plan, before, session) == start_of(self.after, now, session)
            && self.leaders(self.plan, before, session) == self.leaders(self.after, now, session)
    }

    fn session(&self, (before, was): (&Group, &Session), (now, is): (&Group, &Session)) -> Session {
        let mut told = is.clone();
        // What took place leaves nothing to tell.
        if is.status == Status::Held {
            told.tell();
            told.untold.clear();
            return told;
        }
        let is_said = matches!(self.edit, Edit::SetStatus { .. });
        // Said to be told, or not told after all.
        if is_said && is.status != Status::Cancelled {
            told.tell();
            return told;
        }
        let promise = was.promised().map(|day| match was.told {
            Some(_) => (day, was.told_start),
            None => (day, start_of(self.plan, before, was)),
        });
        let start = start_of(self.after, now, is);
        let is_kept = promise == is.date.map(|date| (date, start)) && is.status == Status::Shared;
        match promise {
            Some(_) if is_kept => told.tell(),
            Some((day, at)) => (told.told, told.told_start) = (Some(day), at),
            None => {}
        }
        let leads = |plan, group, session| self.leaders(plan, group, session);
        let (led, lead) = (leads(self.plan, before, was), leads(self.after, now, is));
        // A proposal is nobody's appointment yet, but for who stands in.
        if promise.is_some() || !was.facilitators.is_empty() || !is.facilitators.is_empty() {
            let is_moved = was.date != is.date || start_of(self.plan, before, was) != start;
            let is_for_all = is_moved || was.status != is.status;
            let concerned = led.union(&lead);
            for id in concerned.filter(|id| is_for_all || led.contains(*id) != lead.contains(*id)) {
                // The oldest day stays: that is the one they know.
                let known = was.date.filter(|_| led.contains(id));
                told.untold.entry(id.clone()).or_insert(known);
            }
        }
        // Who leads it as always has nothing to hear once it is back where it was.
        if is_kept && was.told.is_some() {
            told.untold
                .retain(|id, _| !is.facilitators.is_empty() || !lead.contains(id));
        }
        told.untold
            .retain(|id, _| self.after.people.contains_key(id));
        told
    }

    /// Who leads a bijeenkomst, and who comes as its jeugdarts; nobody where it does not take place.
    fn leaders(&self, plan: &Plan, group: &Group, session: &Session) -> BTreeSet<PersonId> {
        if session.status == Status::Cancelled || session.date.is_none() {
            return BTreeSet::new();
        }
        let own = Some(&session.facilitators).filter(|own| !own.is_empty());
        let pair = || line_of(plan, group, session).map(|line| &line.facilitators);
        let leaders = own.or_else(pair).into_iter().flatten();
        leaders.chain(&session.physician).cloned().collect()
    }
}
